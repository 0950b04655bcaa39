"""Commands about runs that were: history and undo."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from sheetsync.cli.options import (
    credentials_option,
    json_option,
    now,
    open_target,
    say,
    say_json,
    tab_option,
    today_option,
    wait_option,
)

if TYPE_CHECKING:
    from sheetsync.plan import Plan


@click.command(epilog="Example: sheetsync history my-calls.xlsx")
@click.argument("target")
@credentials_option
@json_option
@click.option(
    "--purge",
    is_flag=True,
    help="Forget all runs on this workbook, and its saved versions. They cannot be undone then.",
)
def history(target: str, as_json: bool, purge: bool) -> None:
    """List the runs that wrote to TARGET: when, what was written, and whether it was taken back."""
    from sheetsync import config, report
    from sheetsync.coach import seen as coach_seen
    from sheetsync.journal import open_journal, taken_back

    state = config.state_dir()
    store, _ = open_target(target)
    journal = open_journal(state, store.target, store.name)
    if purge:
        with config.locked(state, store.target, store.name):
            coach_seen.forget(state, store.target)
            runs, versions = journal.purge(), store.forget()
        say(f"{store.name}: forgot {runs} runs and {versions} saved versions")
        return
    entries = journal.entries()
    undone = taken_back(entries)
    if as_json:
        items = [
            {
                "run": entry.run, "kind": entry.kind, "started": entry.started, "done": entry.done, "calls": entry.calls, "written": dict(entry.counts),
                "made": list(entry.made), "undoes": entry.undoes or None, "undone_by": undone.get(entry.run), "saved_version": entry.saved or None,
            }
            for entry in entries
        ]  # fmt: skip
        say_json({**report.as_document("runs", items), "target": target})
        return
    if not entries:
        say(f"{store.name}: no runs yet")
    for entry in entries:
        what = (
            ", ".join(f"{name} {number:,}" for name, number in entry.counts.items() if name != "sheetsync") or "nothing"
        )
        ended = "" if entry.done else "  (stopped; nothing was written)" if entry.unwritten else "  (did not end well)"
        back = f"  (taken back by {undone[entry.run]})" if entry.run in undone else ""
        kind = f"undo of {entry.undoes}" if entry.kind == "undo" else entry.kind
        say(f"{entry.run}  {entry.started}  {kind}: {what}{ended}{back}")


@click.command(epilog="Example: sheetsync undo my-calls.xlsx")
@click.argument("target")
@click.argument("run", required=False)
@click.option("--dry-run", is_flag=True, help="Show every cell that would be put back; write nothing.")
@click.option(
    "--restore-file",
    is_flag=True,
    help="Put the saved version of the whole file back, while the file is still as that run left it.",
)
@credentials_option
@json_option
@today_option
@wait_option
@tab_option
def undo(
    target: str,
    run: str | None,
    dry_run: bool,
    restore_file: bool,
    as_json: bool,
    today: dt.date | None,
    wait: float,
    tab: str | None,
) -> None:
    """Take back what a run wrote in TARGET: the latest run, or the RUN that sheetsync history names.

    What people changed since is kept and listed. The rows stay as they are put back until what people typed on them changes, or
    until sheetsync sync --redo.
    """
    from sheetsync import coach, config, report
    from sheetsync import sync as line

    state = config.state_dir()
    store, tab = open_target(target, wait=wait, tab=tab)
    options = line.Options(now=now(), today=today, dry_run=dry_run, wait=wait, tab=tab)
    if restore_file:
        line.restore_file(store, options, state, run)
        what = "would be put back" if dry_run else "is back"
        say(f"{store.name}: the version from before the run {what}")
        return
    if coach.is_roster(state, store):
        todo, made = coach.take_back(store, options, state, run)
        if as_json:
            status = "written" if made else "planned" if todo else "up to date"
            edits = report.edits_json(todo.changes)
            say_json(
                report.as_document(
                    "targets", [{"target": target, "status": status, "run": made or None, "edits": edits}]
                )
            )
        else:
            _show(store.name, todo, dry_run=dry_run)
        return
    result = line.take_back(store, options, state, run)
    if as_json:
        say_json(
            report.as_document(
                "targets",
                [
                    report.sync_json(
                        target, book=result.book, today=result.today, verdicts=result.verdicts, weeks=(), follow_ups=(), todo=result.todo,
                        written=result.written, run=result.run, meanwhile=result.meanwhile, edits=True,
                    )
                ],
            )
        )  # fmt: skip
        return
    _show(store.name, result.todo, dry_run=dry_run)


def _show(name: str, todo: Plan, *, dry_run: bool) -> None:
    from sheetsync import plan, report

    if not todo:
        say(f"{name}: nothing to take back")
    else:
        words = "would be put back" if dry_run else "put back"
        say(
            f"{name}: {sum(len(edit.rows) for edit in todo.changes.edits if edit.reason != 'sheetsync'):,} cells {words}"
        )
        if dry_run:
            for where, before, after, _ in plan.each_edit(todo.changes):
                say(f"    {where}: {report.shown(before)} → {report.shown(after)}")
    for text in report.kept_lines(todo.kept, verbose=True):
        say(text)
