"""Options and small pieces that several commands share."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.errors import printable

if TYPE_CHECKING:
    from sheetsync.config.file import Config, Target
    from sheetsync.stores.base import Store


#: No call was logged before the one, and no run takes place after the other: every week up to then would be shown.
_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2099, 12, 31)


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The date; a usage error where it is none."""
        if isinstance(value, dt.date):
            return value
        try:
            found = dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is no date; write it as 2026-11-24.", param, ctx)
        if not _FIRST <= found <= _LAST:
            self.fail(f"“{value}” is before {_FIRST} or after {_LAST}.", param, ctx)
        return found


#: Characters that JSON leaves as they are and a terminal obeys: C1 controls, and those that turn the direction of the text.
_UNSEEN = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")

today_option = click.option("--today", type=Day(), help="The date to work from, instead of today's.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON: a version and fixed keys.")
tab_option = click.option("--tab", metavar="NAME", help="The tab that holds the log, where more than one could be it.")
wait_option = click.option(
    "--wait",
    type=click.FloatRange(0, 86_400),
    default=0.0,
    metavar="SECONDS",
    help="Wait so long for a workbook that is open elsewhere or busy.",
)


all_option = click.option("--all", "every", is_flag=True, help="Every workbook that sheetsync.toml names.")
config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The sheetsync.toml to use. Default: the one here, else the one in your configuration directory.",
)


_CREDENTIALS = "sheetsync.credentials"


def _remember_credentials(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta[_CREDENTIALS] = value


#: For every command that may open a Google spreadsheet; ``open_job`` asks the context for it.
credentials_option = click.option(
    "--credentials",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    expose_value=False,
    callback=_remember_credentials,
    help="The file to sign in to Google with. Default: GOOGLE_APPLICATION_CREDENTIALS, credentials.json, your own sign-in.",
)


def credentials_given() -> Path | None:
    """The file that --credentials names on this command line; None without one."""
    ctx = click.get_current_context(silent=True)
    found = ctx.meta.get(_CREDENTIALS) if ctx is not None else None
    return found if isinstance(found, Path) else None


@dataclass(frozen=True, slots=True)
class Job:
    """One workbook that a command line names, by a path, an address, or a name of sheetsync.toml."""

    label: str  # as it was named
    where: str
    tab: str | None = None
    target: Target | None = None  # what sheetsync.toml says of it
    problem: str = ""  # why it cannot be worked on

    @property
    def is_file(self) -> bool:
        """Whether it is a file, rather than a spreadsheet elsewhere."""
        return self.where.casefold().endswith((".xlsx", ".xlsm"))

    @property
    def shown(self) -> str:
        """What people call it: its name in sheetsync.toml, or the file's name; "" where only the store can tell."""
        return self.target.name if self.target is not None else Path(self.where).name if self.is_file else ""


def load_config(path: Path | None) -> Config:
    """What sheetsync.toml says, if there is one.

    Raises:
        UsageError: it has problems; all of them.
    """
    from sheetsync.config import file

    return file.load(path)


def jobs(texts: Iterable[str], found: Config, *, every: bool = False) -> list[Job]:
    """The workbooks that a command line names, each once.

    A name of sheetsync.toml wins over a file of that name: no workbook's file name is one, since a name has no ending and no slash.

    Raises:
        UsageError: --all, and there is no sheetsync.toml or it names no workbook; or nothing is named at all.
    """
    given = list(texts)
    if every and given:
        raise click.UsageError("Name workbooks, or give --all; not both.")
    if every:
        if not found.targets:
            from sheetsync.config import file

            where = f"{found.path} names no workbook." if found.path else f"There is no {file.NAME} here."
            raise click.UsageError(
                f"{where} --all works on the workbooks that it names. “sheetsync config init” makes one."
            )
        return [Job(one.name, one.where, one.tab, one) for one in found.targets.values()]
    if not given:
        raise click.UsageError("Name a workbook, or give --all for every workbook of sheetsync.toml.")
    return list({one.where: one for one in (job(text, found) for text in given)}.values())


def job(text: str, found: Config) -> Job:
    """The workbook that a text means: a name of sheetsync.toml, or else a path or an address."""
    known = found.target(text) or found.at(text)
    if known is not None:
        return Job(text, known.where, known.tab, known)
    bare = "/" not in text and "\\" not in text and not Path(text).suffix
    if bare and found.targets and not Path(text).exists() and len(text) < 25:
        import difflib

        names = [one.name for one in found.targets.values()]
        near = difflib.get_close_matches(text, names, n=1)
        hint = (
            f"Did you mean “{near[0]}”?"
            if near
            else f"It names {', '.join(names[:10])}{' …' if len(names) > 10 else ''}."
        )
        return Job(text, text, problem=f"There is no file {text}, and no workbook of that name in {found.path}. {hint}")
    return Job(text, text)


def open_job(one: Job, found: Config, *, wait: float = 0.0) -> Store:
    """The store of a workbook that a command line names, signed in as sheetsync.toml says.

    Raises:
        UsageError: there is no such workbook.
    """
    from sheetsync import config, stores
    from sheetsync.errors import UsageError

    if one.problem:
        raise UsageError(one.problem)
    here = found.path.parent if found.path is not None else None
    credentials = credentials_given() or found.credentials
    return stores.open_store(one.where, wait=wait, state=config.state_dir(), credentials=credentials, here=here)


def open_target(text: str, *, wait: float = 0.0, tab: str | None = None) -> tuple[Store, str | None]:
    """The store of a workbook by path, address or name, and the tab that holds its log, where one is named here or there."""
    found = load_config(None)
    one = job(text, found)
    return open_job(one, found, wait=wait), tab or one.tab


def now() -> dt.datetime:
    """This moment, with the machine's time zone. SHEETSYNC_NOW (ISO) stands in for it in tests."""
    fixed = os.environ.get("SHEETSYNC_NOW")
    return dt.datetime.fromisoformat(fixed) if fixed else dt.datetime.now().astimezone()


def say(text: str = "") -> None:
    """Prints a line, with nothing in it that could steer a terminal."""
    click.echo(printable(text))


def say_json(document: Any) -> None:
    """Prints a JSON document."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    click.echo(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def parse_settings(given: Iterable[str]) -> list[tuple[str, str]]:
    """NAME=VALUE pairs, each name that of a setting's field, whether its label or the field was typed.

    Raises:
        UsageError: no pair, or no such setting; the nearest is named.
    """
    import difflib

    from sheetsync.settings import SPECS, folded

    known = {folded(text): spec.field for spec in SPECS for text in (spec.field, spec.label)}
    found: list[tuple[str, str]] = []
    for pair in given:
        name, equals, value = pair.partition("=")
        field = known.get(folded(name))
        if not equals or field is None:
            near = difflib.get_close_matches(folded(name), known, n=1)
            hint = (
                f" Did you mean {known[near[0]]}=…?"
                if near
                else f" The names are {', '.join(spec.field for spec in SPECS)}."
            )
            raise click.UsageError(f"“{pair}” sets nothing.{hint}")
        found.append((field, value))
    return found


def read_settings(given: Iterable[str]) -> dict[str, object]:
    """NAME=VALUE pairs, each value read as a cell of the tab Settings is, by the setting's field.

    Raises:
        UsageError: no such setting, or a value that does not fit it.
    """
    from sheetsync.settings import SPECS, Wrong

    specs = {spec.field: spec for spec in SPECS}
    found: dict[str, object] = {}
    for name, value in parse_settings(given):
        try:
            found[name] = specs[name].read(value.strip())
        except Wrong as wrong:
            raise click.UsageError(f"{specs[name].label} cannot be “{value}”. It is {wrong}.") from None
    return found
