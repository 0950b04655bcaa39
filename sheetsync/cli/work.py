"""The follow-ups command: what is to be worked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

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
)


@click.command("follow-ups", epilog="Example: sheetsync follow-ups my-calls.xlsx --ics follow-ups.ics")
@click.argument("target")
@click.option("--rep", metavar="NAME", help="Only this rep's.")
@click.option("--due", is_flag=True, help="Only what is overdue, or due today or this week.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write them as a calendar; importing it again updates it.",
)
@credentials_option
@json_option
@today_option
@tab_option
def follow_ups(
    target: str, rep: str | None, due: bool, ics: Path | None, as_json: bool, today: dt.date | None, tab: str | None
) -> None:
    """Print the open follow-ups of TARGET, overdue first: who, what to do, phone and why. Changes nothing in TARGET.

    People who asked not to be called are never on it.
    """
    from sheetsync import ics as calendar
    from sheetsync import report, rules
    from sheetsync import sync as line
    from sheetsync.cli.start import show_follow_ups
    from sheetsync.rules import follow_up
    from sheetsync.settings import folded
    from sheetsync.tabs.follow_ups import when

    moment = now()
    store, tab = open_target(target, tab=tab)
    book, day = line.look(store.read(), line.Options(now=moment, today=today, tab=tab))
    open_now = follow_up.open_list(rules.classify(book.calls, book.settings, today=day), today=day)
    if rep is not None:
        open_now = [one for one in open_now if folded(one.call.rep) == folded(rep)]
    if due:
        open_now = [one for one in open_now if one.follow_up and when(one.follow_up, day, book.settings) != "Later"]
    if ics is not None:
        calendar.write(ics, calendar.calendar(open_now, now=moment))
    if as_json:
        items = [report.follow_up_json(one, day, book.settings) for one in open_now]
        say_json({**report.as_document("follow_ups", items), "target": target, "today": day.isoformat()})
        return
    show_follow_ups(open_now, day, book.settings)
    if ics is not None:
        say(f"Wrote {len(open_now)} follow-ups to {ics}.")
