"""Options and small pieces that several commands share."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable
from typing import Any

import click

from sheetsync.report import printable


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The date; a usage error where it is none."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is no date; write it as 2026-11-24.", param, ctx)


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


def now() -> dt.datetime:
    """This moment, with the machine's time zone. SHEETSYNC_NOW (ISO) stands in for it in tests."""
    fixed = os.environ.get("SHEETSYNC_NOW")
    return dt.datetime.fromisoformat(fixed) if fixed else dt.datetime.now().astimezone()


def say(text: str = "") -> None:
    """Prints a line, with nothing in it that could steer a terminal."""
    click.echo(printable(text))


def say_json(document: Any) -> None:
    """Prints a JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


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
