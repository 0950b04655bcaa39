"""The sync command."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from sheetsync.cli import complain
from sheetsync.cli.options import json_option, now, say, say_json, tab_option, today_option, wait_option


@click.command(epilog="Example: sheetsync sync my-calls.xlsx --dry-run")
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option("--dry-run", is_flag=True, help="Show every cell that would be written; write nothing.")
@json_option
@click.option("--rows", is_flag=True, help="With --json: list every call row.")
@click.option("--verbose", "-v", is_flag=True, help="List every edit and every kept cell.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing unless something changed or is wrong.")
@today_option
@click.option("--force", is_flag=True, help="Go on where a run would change more than the limit allows. Look first.")
@click.option("--redo", is_flag=True, help="Write again what an undo took back.")
@wait_option
@tab_option
def sync(
    targets: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
    rows: bool,
    verbose: bool,
    quiet: bool,
    today: dt.date | None,
    force: bool,
    redo: bool,
    wait: float,
    tab: str | None,
) -> None:
    """Read the call log of each TARGET (an .xlsx or .xlsm file), and write back flags, follow-ups, next actions and why.

    Only cells of ours are written; a cell that a person changed is kept. Every run can be taken back with sheetsync undo.
    """
    from sheetsync.sync import Options

    if rows and not as_json:
        raise click.UsageError("--rows goes with --json.")
    options = Options(now=now(), today=today, dry_run=dry_run, force=force, redo=redo, wait=wait, tab=tab)
    worst = 0
    found: list[dict[str, Any]] = []
    for target in targets:
        report, code = _one(target, options, as_json=as_json, rows=rows, verbose=verbose, quiet=quiet)
        worst = max(worst, code)
        found.append(report)
    if as_json:
        from sheetsync.report import as_document

        say_json({**as_document("targets", found), "exit_code": worst})
    if worst:
        raise click.exceptions.Exit(worst)


def _one(
    target: str, options: Any, *, as_json: bool, rows: bool, verbose: bool, quiet: bool
) -> tuple[dict[str, Any], int]:
    from sheetsync import config, report, stores
    from sheetsync import sync as line
    from sheetsync.errors import SheetsyncError
    from sheetsync.rules import follow_up

    try:
        state = config.state_dir()
        store = stores.open_store(target, wait=options.wait, state=state)
        if not as_json and not verbose and line.unchanged(store, options, state):
            if not quiet:
                say(f"{store.name}: up to date")
            return {}, 0
        result = line.run(store, options, state)
    except SheetsyncError as error:
        if as_json:
            return report.failed_json(target, str(error), error.exit_code), error.exit_code
        complain(str(error))
        return {}, error.exit_code
    if as_json:
        open_now = follow_up.open_list(result.verdicts, today=result.today)
        return report.sync_json(
            target, book=result.book, today=result.today, verdicts=result.verdicts, weeks=result.weeks, follow_ups=open_now, todo=result.todo,
            written=result.written, run=result.run, meanwhile=result.meanwhile, rows=rows, edits=options.dry_run,
        ), 0  # fmt: skip
    calls = sum(1 for call in result.book.calls if call.is_call)
    if not (quiet and not result.todo):
        for text in report.sync_lines(
            store.name,
            calls=calls,
            todo=result.todo,
            written=result.written,
            verbose=verbose,
            every_edit=options.dry_run,
        ):
            say(text)
    _warn(result.book.problems, result.todo.notices, result.meanwhile, verbose=verbose)
    return {}, 0


def _warn(problems: tuple[str, ...], notices: tuple[str, ...], meanwhile: tuple[str, ...], *, verbose: bool) -> None:
    for text in notices:
        complain(text)
    some = problems if verbose else problems[:3]
    for text in some:
        complain(text)
    if len(problems) > len(some):
        complain(f"… and {len(problems) - len(some)} more cells that cannot be read; sheetsync check lists them.")
    if meanwhile:
        complain(
            f"{len(meanwhile)} cells were changed by somebody meanwhile and left as they are: {', '.join(meanwhile[:5])}."
        )
