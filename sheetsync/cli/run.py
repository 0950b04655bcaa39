"""The sync command: one workbook, several, or all that sheetsync.toml names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli import complain, unknown
from sheetsync.cli.options import (
    Job,
    all_option,
    config_option,
    credentials_option,
    jobs,
    json_option,
    load_config,
    now,
    open_job,
    read_settings,
    say,
    say_json,
    tab_option,
    today_option,
    wait_option,
)
from sheetsync.errors import SheetsyncError, worst

if TYPE_CHECKING:
    from sheetsync.config.file import Config
    from sheetsync.sync import Options, Result


@dataclass(frozen=True, slots=True)
class Asked:
    """How the command was called."""

    now: dt.datetime
    today: dt.date | None
    dry_run: bool
    force: bool
    redo: bool
    wait: float
    tab: str | None
    rows: bool
    as_json: bool
    verbose: bool
    quiet: bool
    change: Mapping[str, object] = field(default_factory=dict)  # settings tried out

    def options(self, job: Job, found: Config) -> Options:
        """How the run of one workbook is asked for; an option of the command line wins over sheetsync.toml."""
        from sheetsync.sync import Options

        return Options(
            now=self.now, today=self.today, dry_run=self.dry_run, force=self.force or bool(self.change), redo=self.redo, wait=self.wait or found.limits.wait,
            tab=self.tab or job.tab, largest_change=found.limits.largest_change, change=self.change,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ended:
    """How the run of one workbook ended: what it found for standard output, what a person must know for standard error."""

    job: Job
    code: int
    status: str  # synced, would change, up to date or failed
    results: Sequence[str] = ()
    talk: Sequence[str] = ()
    calls: int | None = None
    cells: int = 0
    document: dict[str, Any] = field(default_factory=dict)


@click.command(epilog="Example: sheetsync sync my-calls.xlsx --dry-run")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@all_option
@click.option("--dry-run", is_flag=True, help="Show every cell that would be written; write nothing.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="With --dry-run: what another setting would change, such as goal=8; may be given again.",
)
@credentials_option
@json_option
@click.option("--rows", is_flag=True, help="With --json: list every call row.")
@click.option("--verbose", "-v", is_flag=True, help="List every edit and every kept cell.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing unless something changed or is wrong.")
@today_option
@click.option("--force", is_flag=True, help="Go on where a run would change more than the limit allows. Look first.")
@click.option("--redo", is_flag=True, help="Write again what an undo took back.")
@wait_option
@tab_option
@config_option
@click.option("--no-notify", is_flag=True, help="Send no message, whatever sheetsync.toml says.")
@click.option(
    "--log-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what the run says to FILE, and only trouble to standard error. Old lines are moved aside.",
)
def sync(
    targets: tuple[str, ...],
    every: bool,
    dry_run: bool,
    settings: tuple[str, ...],
    as_json: bool,
    rows: bool,
    verbose: bool,
    quiet: bool,
    today: dt.date | None,
    force: bool,
    redo: bool,
    wait: float,
    tab: str | None,
    config_path: Path | None,
    no_notify: bool,
    log_file: Path | None,
) -> None:
    """Read the call log of each TARGET, and write back flags, follow-ups, next actions and why.

    TARGET is an .xlsx or .xlsm file, or the name of a workbook in sheetsync.toml. Only cells of ours are written; a cell that a
    person changed is kept. Every run can be taken back with sheetsync undo.
    """
    if rows and not as_json:
        raise click.UsageError("--rows goes with --json.")
    if settings and not dry_run:
        raise click.UsageError(
            "--set only tries a setting out: add --dry-run. To keep it, write it on the tab Settings."
        )
    change = read_settings(settings)
    asked = Asked(now(), today, dry_run, force, redo, wait, tab, rows, as_json, verbose, quiet, change)
    try:
        found = load_config(config_path)
        chosen = jobs(targets, found, every=every)
    except SheetsyncError as error:
        _log(log_file, str(error).split("\n"))
        raise
    ended = []
    for job in chosen:
        ended.append(_one(job, asked, found, silent=log_file is not None))
        _log(log_file, [*ended[-1].results, *ended[-1].talk])
    code = worst(one.code for one in ended)
    summary = _summary(ended) if len(ended) > 1 else ""
    if as_json:
        say_json({"version": 1, "targets": [one.document for one in ended], "exit_code": code})
    elif summary and log_file is None and not (quiet and all(one.status == "up to date" for one in ended)):
        say(summary)
    problems = [] if no_notify or dry_run else _notify(ended, found, asked.now)
    _log(log_file, [*([summary] if summary else []), *problems])
    if code:
        raise click.exceptions.Exit(code)


def _one(job: Job, asked: Asked, found: Config, *, silent: bool) -> Ended:
    """The run of one workbook, said as soon as it has ended; whatever goes wrong there ends that run alone."""
    try:
        ended = _run(job, asked, found)
    except SheetsyncError as error:
        ended = _failed(job, str(error), error.exit_code, asked)
    except Exception as error:
        ended = _failed(job, f"{job.shown or job.label}: {unknown(error)}", 1, asked)
    if not asked.as_json:
        for text in () if silent or (asked.quiet and ended.status == "up to date") else ended.results:
            say(text)
        for text in ended.talk:
            complain(text)
    return ended


def _failed(job: Job, text: str, code: int, asked: Asked) -> Ended:
    document: dict[str, Any] = {}
    if asked.as_json:
        from sheetsync.report import failed_json

        document = {**failed_json(job.label, text, code), "what_if": None}
    words = text if job.target is None or text.startswith(f"{job.label}:") else f"{job.label}: {text}"
    return Ended(job, code, "failed", talk=(words,), document=document)


def _run(job: Job, asked: Asked, found: Config) -> Ended:
    from sheetsync import config, seen

    state = config.state_dir()
    tab = asked.tab or job.tab
    plain = not (asked.as_json or asked.verbose or asked.redo or asked.change)
    if plain and job.is_file and seen.file_still(job.where, today=asked.today, now=asked.now, state=state, tab=tab):
        return Ended(job, 0, "up to date", (f"{job.shown}: up to date",))
    from sheetsync import sync as line

    options = asked.options(job, found)
    store = open_job(job, found, wait=options.wait)
    if plain and not job.is_file and line.unchanged(store, options, state):
        return Ended(job, 0, "up to date", (f"{store.name}: up to date",))
    result = line.run(store, options, state)
    ended = _ended(job, asked, job.shown or store.name, result)
    return _what_if(ended, asked, job.shown or store.name, result, options) if asked.change else ended


def _what_if(ended: Ended, asked: Asked, name: str, result: Result, options: Options) -> Ended:
    """What a setting that is tried out would change, instead of what a sync would write."""
    from sheetsync import sync as line
    from sheetsync import what_if

    book, today = line.look(result.book.snapshot, replace(options, change={}))
    before = line.make_plan(book, today)[:2]
    found = what_if.compare(asked.change, before, (result.verdicts, result.weeks))
    document = {**ended.document, "what_if": what_if.as_json(found)} if asked.as_json else ended.document
    note = what_if.keep_their_own(asked.change, book.settings)
    return replace(ended, results=[*what_if.lines(name, found), *[f"  {note}"] * bool(note)], document=document)


def _ended(job: Job, asked: Asked, name: str, result: Result) -> Ended:
    from sheetsync import report

    calls = result.book.count
    document: dict[str, Any] = {}
    if asked.as_json:
        from sheetsync.rules import follow_up

        document = {"what_if": None} | report.sync_json(
            job.label, book=result.book, today=result.today, verdicts=result.verdicts, weeks=result.weeks,
            follow_ups=follow_up.open_list(result.verdicts, today=result.today), todo=result.todo,
            written=result.written, run=result.run, meanwhile=result.meanwhile, rows=asked.rows, edits=asked.dry_run,
        )  # fmt: skip
    results = report.sync_lines(
        name, calls=calls, todo=result.todo, written=result.written, verbose=asked.verbose, every_edit=asked.dry_run
    )
    status = "synced" if result.written else "would change" if result.todo else "up to date"
    cells = sum(len(edit.rows) for edit in result.todo.changes.edits if edit.reason != "sheetsync")
    talk = _talk(result.book.problems, result.todo.notices, result.meanwhile, verbose=asked.verbose)
    if job.target is not None:
        talk = [f"{job.label}: {text}" for text in talk]
    return Ended(job, 0, status, results, talk, calls, cells, document)


def _talk(
    problems: tuple[str, ...], notices: tuple[str, ...], meanwhile: tuple[str, ...], *, verbose: bool
) -> list[str]:
    some = problems if verbose else problems[:3]
    lines = [*notices, *some]
    if len(problems) > len(some):
        lines.append(f"… and {len(problems) - len(some)} more cells that cannot be read; sheetsync check lists them.")
    if meanwhile:
        lines.append(
            f"{len(meanwhile)} cells were changed by somebody meanwhile and left as they are: {', '.join(meanwhile[:5])}."
        )
    return lines


def _summary(ended: Sequence[Ended]) -> str:
    parts = []
    for status in ("synced", "would change", "up to date", "failed"):
        names = [one.job.label for one in ended if one.status == status]
        if names:
            parts.append(f"{len(names)} {status}" + (f" ({', '.join(names)})" if status == "failed" else ""))
    return f"{len(ended)} workbooks: {', '.join(parts)}"


def _notify(ended: Sequence[Ended], found: Config, moment: dt.datetime) -> list[str]:
    """Sends the message where sheetsync.toml asks for one; what went wrong with that is said, and changes no exit code."""
    named = [one for one in ended if one.job.target is not None]
    if not found.notify or not named:
        return []
    from sheetsync import notify

    states = [
        notify.State(one.job.label, one.status, one.code, "\n".join(one.talk) if one.code else "", one.calls, one.cells)
        for one in named
        if notify.wanted(one.code, one.job.target.notify or found.notify.on if one.job.target else "never")
    ]
    problems = notify.send(found.notify, states, now=moment) if states else []
    for text in problems:
        complain(text)
    return problems


def _log(path: Path | None, lines: Sequence[str]) -> None:
    """Adds to the log file, where there is one: at once, so that a run that is cut off has left its lines."""
    if path is None or not lines:
        return
    from sheetsync.cli import log_file

    try:
        log_file.append(path.expanduser(), lines, now())
    except SheetsyncError as error:
        complain(str(error))
