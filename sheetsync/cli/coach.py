"""The coach command: all clients of a roster, on one page."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli import complain
from sheetsync.cli.options import (
    config_option,
    job,
    json_option,
    load_config,
    now,
    say,
    say_json,
    today_option,
    wait_option,
)

if TYPE_CHECKING:
    from sheetsync.coach import Progress, Result
    from sheetsync.coach.client import Done
    from sheetsync.model import Week


@click.command(epilog="Example: sheetsync coach clients.xlsx")
@click.argument("roster")
@click.option(
    "--sync/--no-sync", "sync", default=True, help="Bring each log up to date first (the default), or only read them."
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, in the logs and here; write nothing.")
@click.option("--verbose", "-v", is_flag=True, help="List every cell of the roster that is written or kept.")
@json_option
@today_option
@wait_option
@config_option
def coach(
    roster: str,
    sync: bool,
    dry_run: bool,
    verbose: bool,
    as_json: bool,
    today: dt.date | None,
    wait: float,
    config_path: Path | None,
) -> None:
    """Sync the log of every client in ROSTER, and roll their weeks up in its Team Summary.

    ROSTER is the coach's workbook (sheetsync template install coach clients.xlsx). Only numbers are rolled up: no prospect's name,
    phone or note leaves a client's workbook. A client whose log cannot be read stops nobody: the row in Clients says what is wrong.
    """
    from sheetsync import coach as line
    from sheetsync import config, stores
    from sheetsync.coach.doors import Doors
    from sheetsync.errors import UsageError
    from sheetsync.sync import Options

    found = load_config(config_path)
    one = job(roster, found)
    if one.problem:
        raise UsageError(one.problem)
    if one.is_file and not Path(one.where).expanduser().exists():
        raise UsageError(f"There is no file {one.where}. Make one with: sheetsync template install coach {one.where}")
    base = Path.cwd() if stores.is_google(one.where) else Path(one.where).expanduser().resolve().parent
    state = config.state_dir()
    wait = wait or found.limits.wait
    doors = Doors(base, found, state=state, wait=wait)
    options = Options(now=now(), today=today, dry_run=dry_run, wait=wait)
    store = doors.open_roster(one.where)
    try:
        with _progress(not as_json) as told:
            result = line.run(store, options, state, doors, sync=sync, progress=told)
    except KeyboardInterrupt:
        complain("Stopped. Logs that are done are done; run the same command again, and it goes on from there.")
        raise click.exceptions.Exit(130) from None
    if as_json:
        say_json(document(roster, result))
    else:
        _show(result, dry_run=dry_run, verbose=verbose)
    if result.code:
        raise click.exceptions.Exit(result.code)


@contextmanager
def _progress(wanted: bool) -> Iterator[Progress | None]:
    """A bar on a terminal; nothing elsewhere."""
    if not (wanted and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from sheetsync.errors import printable

    columns = (
        TextColumn("Clients"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[client]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, client="")

        def told(done: int, of: int, client: str) -> None:
            bar.update(task, completed=done, total=of, client=printable(client))

        yield told


def _show(result: Result, *, dry_run: bool, verbose: bool) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from sheetsync import plan, report
    from sheetsync.coach.client import State
    from sheetsync.errors import printable

    shown = Table(box=None, header_style="bold", pad_edge=False)
    for head in ("Client", "This week", "Appointments", "Verdict", "Log"):
        shown.add_column(head, justify="right" if head in ("This week", "Appointments") else "left", overflow="fold")
    for one in result.clients:
        week = one.numbers.weeks[0] if one.numbers is not None and one.numbers.weeks else None
        numbers = (
            (f"{week.great} of {week.goal}" if week.goal else str(week.great), str(week.appointments), week.verdict)
            if week
            else ("", "", "")
        )
        state = f"{one.state.value} ({one.cells:,} cells)" if one.cells else one.state.value
        shown.add_row(
            escape(printable(one.entry.client)), *numbers, "failed, see below" if one.state is State.FAILED else state
        )
    if result.clients:
        Console(highlight=False, width=None if sys.stdout.isatty() else 140).print(shown)
    now_week = max(result.team) if result.team else None
    if now_week is not None:
        week = result.team[now_week]
        say(
            f"All together, week of {report.day(now_week)}: {week.great} great of {week.goal}, {week.appointments} appointments"
        )
    elif not result.clients:
        say(f"{result.name} lists no clients yet. Fill in a row of Clients: the client, and where the log is.")
    cells = sum(len(edit.rows) for edit in result.todo.changes.edits if edit.reason != "sheetsync")
    for text in report.structure_lines(result.todo.changes):
        say(f"{result.name}: {text}")
    if result.error is None:
        said = f"{cells:,} cells {'written' if result.written else 'would be written'}" if result.todo else "up to date"
        say(f"{result.name}: {said}")
    if verbose or dry_run:
        for where, before, after, _ in plan.each_edit(result.todo.changes):
            say(f"    {where}: {report.shown(before)} → {report.shown(after)}")
    for text in report.kept_lines(result.todo.kept, verbose=verbose):
        say(text)
    for text in (*result.notices, *result.todo.notices):
        complain(text)
    for one in result.clients:
        if one.error:
            complain(f"{one.entry.client or one.entry.where}: {one.error}")
    if result.error is not None:
        complain(str(result.error))


def document(target: str, result: Result) -> dict[str, Any]:
    """What a run of the coach found and did, with fixed keys. Numbers only: it names clients, and nobody whom they called."""
    from sheetsync import report

    status = "failed" if result.error else "written" if result.written else "planned" if result.todo else "up to date"
    return {
        "version": report.JSON_VERSION,
        "roster": {
            "target": target,
            "status": status,
            "error": str(result.error) if result.error else None,
            "today": result.today.isoformat(),
            "made": report.structure_lines(result.todo.changes),
            "kept": [{"cell": kept.where, "holds": report.plain(kept.holds), "wanted": report.plain(kept.wanted)} for kept in result.todo.kept],
            "notices": [*result.notices, *result.todo.notices],
            "changed_meanwhile": list(result.meanwhile),
            "run": result.run or None,
        },
        "clients": [_client(one) for one in result.clients],
        "team": [_together(result.team[monday]) for monday in sorted(result.team, reverse=True)],
        "exit_code": result.code,
    }  # fmt: skip


def _together(week: Week) -> dict[str, Any]:
    """A week of all clients together; outcomes are not added up over clients."""
    from sheetsync import report

    return {name: value for name, value in report.week_json(week).items() if name not in ("rep", "outcomes")}


def _client(one: Done) -> dict[str, Any]:
    from sheetsync import report

    numbers = one.numbers
    return {
        "row": one.entry.row + 1,
        "client": one.entry.client,
        "file": one.entry.where,
        "status": one.state.value,
        "exit_code": one.code,
        "error": one.error or None,
        "goal": one.entry.goal,
        "calls": numbers.calls if numbers else None,
        "to_look_at": numbers.wrong if numbers else None,
        "changed": one.cells,
        "weeks": [report.week_json(week) for week in numbers.weeks] if numbers else None,
    }
