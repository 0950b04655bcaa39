"""Commands that look and change nothing: check and explain."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from sheetsync.cli import complain
from sheetsync.cli.options import (
    Day,
    credentials_option,
    json_option,
    now,
    open_target,
    say,
    say_json,
    tab_option,
    today_option,
)


@click.command(epilog="Example: sheetsync check my-calls.xlsx")
@click.argument("target")
@credentials_option
@json_option
@today_option
@tab_option
def check(target: str, as_json: bool, today: dt.date | None, tab: str | None) -> None:
    """Say which tab and columns of TARGET were recognised, what is wrong, and what would stop a sync. Changes nothing."""
    from sheetsync import config, report, tabs
    from sheetsync import sync as line
    from sheetsync.journal import open_journal

    options = line.Options(now=now(), today=today, tab=tab)
    store, tab = open_target(target, tab=tab)
    journal = open_journal(config.state_dir(), store.target, store.name)
    book, day = line.look(store.read(), options, journal)
    _, _, todo = line.make_plan(book, day)
    stops = [*book.displaced, *store.refuses(book.snapshot, todo.changes)]
    notices = [*todo.notices, *tabs.notices(book), *store.notices()]
    if as_json:
        say_json(report.as_document("targets", [{"target": target, **report.check_json(book, day, stops, notices)}]))
    else:
        _show(store.name, book, report.columns_found(book), stops, notices)
    if stops:
        raise click.exceptions.Exit(3)


def _show(name: str, book: Any, columns: list[Any], stops: list[str], notices: list[str]) -> None:
    log = book.log
    say(f"{name}: the log is the tab “{log.tab.name}”, its header is row {log.header.row + 1}, {book.count:,} calls")
    for role, where, text in columns:
        say(f"  {where:<6} {text}" + ("" if text == role.value else f"  (read as {role.value})"))
    if log.missing_ours:
        say(
            f"  a sync will add: {', '.join(role.value for role in log.missing_ours if role.value != 'sheetsync') or 'a hidden column'}"
        )
    if log.header.unused:
        say(f"  not used: {', '.join(log.header.unused[:20])}")
    for text in (*book.problems, *notices):
        say(f"  ! {text}")
    for text in stops:
        complain(f"  stops a sync: {text}")
    if not (book.problems or notices or stops):
        say("  nothing is wrong")


@click.command(epilog='Example: sheetsync explain --notes "not a no, wants to think" --spoke-with owner')
@click.argument("target", required=False)
@click.argument("row", required=False, type=click.IntRange(1))
@click.option("--notes", help="A note to read, instead of a row.")
@click.option("--outcome", default="", help="What the Outcome column says.")
@click.option("--spoke-with", default="", help="What the Spoke with column says.")
@click.option(
    "--decision-maker",
    type=click.Choice(["yes", "no"], case_sensitive=False),
    help="What the Decision maker? column says.",
)
@click.option("--date", "called", type=Day(), help="The date of the call; today where not given.")
@credentials_option
@json_option
@today_option
@tab_option
def explain(
    target: str | None,
    row: int | None,
    notes: str | None,
    outcome: str,
    spoke_with: str,
    decision_maker: str | None,
    called: dt.date | None,
    as_json: bool,
    today: dt.date | None,
    tab: str | None,
) -> None:
    """Say how ROW of TARGET, or a note, is read: the verdict, which rule decided, and on which words."""
    from sheetsync import report, rules, tabs
    from sheetsync import sync as line
    from sheetsync.model import Call
    from sheetsync.settings import Settings

    moment = now()
    if target is not None and row is not None and notes is None:
        store, tab = open_target(target, tab=tab)
        book, day = line.look(store.read(), line.Options(now=moment, today=today, tab=tab))
        verdict, steps = rules.explain(book.calls, tabs.row_named(book, row), book.settings, today=day)
    elif target is None and (notes is not None or outcome):
        day = today or line.today_in("", moment)
        said = None if decision_maker is None else decision_maker.casefold() == "yes"
        call = Call(
            1,
            called or day,
            prospect="the prospect",
            spoke_with=spoke_with,
            decision_maker=said,
            outcome=outcome,
            notes=notes or "",
        )
        verdict, steps = rules.explain([call], 0, Settings(), today=max(day, call.date or day))
    else:
        raise click.UsageError("Give a TARGET and a ROW, or a note with --notes.")
    if as_json:
        found = {
            **report.row_json(verdict),
            "steps": [{"rule": step.rule, "found": step.found, "words": step.words} for step in steps],
        }
        say_json(report.as_document("rows", [found]))
        return
    say(f"Great?       {verdict.great}")
    say(f"Follow-up    {report.day(verdict.follow_up, weekday=True) or 'none'}")
    say(f"Next action  {verdict.next_action or 'none'}")
    say(f"Why          {verdict.why}")
    say()
    for step in steps:
        say(f"  {step.rule}: {step.found}" + (f" (“{step.words}”)" if step.words else ""))
