"""Commands for somebody new: demo and template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli import complain
from sheetsync.cli.options import (
    config_option,
    credentials_given,
    credentials_option,
    job,
    json_option,
    load_config,
    now,
    open_job,
    parse_settings,
    say,
    say_json,
    tab_option,
    today_option,
    wait_option,
)

if TYPE_CHECKING:
    from rich.table import Table

    from sheetsync.model import Verdict, Week
    from sheetsync.settings import Settings


@click.command(epilog="Example: sheetsync demo")
@click.argument("folder", default="sheetsync-demo", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]")
@click.option("--force", is_flag=True, help="Replace the sample of an earlier demo.")
@today_option
def demo(folder: Path, force: bool, today: dt.date | None) -> None:
    """Make a sample call log in DIR (default: sheetsync-demo), sync it, and show the weeks and this week's follow-ups."""
    from sheetsync import config, stores, templates
    from sheetsync import sync as line
    from sheetsync.errors import UsageError
    from sheetsync.rules import follow_up

    moment = now()
    day = today or line.today_in("", moment)
    path = folder / "call-log.xlsx"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be made ({error.strerror}). Choose another place.") from None
    templates.install_sample(path, today=day, force=force)
    state = config.state_dir()
    result = line.run(stores.open_store(str(path), state=state), line.Options(now=moment, today=day, force=True), state)
    calls = result.book.count
    great = sum(1 for verdict in result.verdicts if verdict.great == "Yes")
    say(
        f"Installed {path} with {calls} sample calls by {len({call.rep for call in result.book.calls if call.rep})} reps, and synced it: {great} great conversations."
    )
    say()
    show_weeks(result.weeks)
    say()
    show_follow_ups(follow_up.open_list(result.verdicts, today=day), day, result.book.settings, only_this_week=True)
    say()
    say(f"Open {path} and look at the tabs Weekly Summary and Follow-ups, and at the column Why.")
    say(f"Then change a note and run: sheetsync sync {path}")


def show_weeks(weeks: Sequence[Week]) -> None:
    """The weeks of all reps together, as a table."""
    from sheetsync.report import day

    table = _table("Great conversations a week, all reps")
    for head in ("Week of", "Calls", "Live", "Decision-maker", "Great", "Goal", "Appointments", "Verdict"):
        table.add_column(
            head, justify="left" if head in ("Week of", "Verdict") else "right", no_wrap=head in ("Week of", "Verdict")
        )
    for week in weeks:
        if not week.rep:
            numbers = (week.outreach, week.live, week.decision_maker, week.great, week.goal or "", week.appointments)
            table.add_row(day(week.start), *(str(number) for number in numbers), week.verdict)
    _print(table)


def show_follow_ups(
    verdicts: Sequence[Verdict], today: dt.date, settings: Settings, *, only_this_week: bool = False
) -> None:
    """The open follow-ups, as a table."""
    from rich.markup import escape

    from sheetsync.errors import printable
    from sheetsync.tabs.follow_ups import when

    chosen = [
        one
        for one in verdicts
        if one.follow_up is not None and not (only_this_week and when(one.follow_up, today, settings) == "Later")
    ]
    title = "Follow-ups due this week" if only_this_week else "Follow-ups"
    if not chosen:
        say(f"{title}: none")
        return
    table = _table(title)
    for head in ("When", "Due", "Prospect", "Phone", "What to do", "Rep"):
        table.add_column(head, overflow="fold", no_wrap=head in ("When", "Due", "Phone", "Rep"))
    for one in chosen:
        call = one.call
        who = (
            f"{call.prospect}, {call.company}"
            if call.prospect and call.company
            else call.prospect or call.company or call.email
        )
        cells = (
            when(one.follow_up or today, today, settings),
            _due(one.follow_up, today),
            who,
            call.phone,
            one.next_action,
            call.rep,
        )
        table.add_row(*(escape(printable(text)) for text in cells))
    _print(table)


def _due(due: dt.date | None, today: dt.date) -> str:
    """The weekday and the day; the year too where it is not this one."""
    if due is None:
        return ""
    return f"{due:%a} {due.day} {due:%b}" + ("" if due.year == today.year else f" {due.year}")


def _table(title: str) -> Table:
    from rich.table import Table

    return Table(title=title, title_justify="left", title_style="bold", box=None, header_style="bold", pad_edge=False)


def _print(table: Table) -> None:
    """On a terminal as wide as it is; elsewhere wide enough for a line each, without colour."""
    import sys

    from rich.console import Console

    Console(highlight=False, width=None if sys.stdout.isatty() else 140).print(table)


@click.group()
def template() -> None:
    """List and install the template workbooks."""


@template.command("list", epilog="Example: sheetsync template list")
@json_option
def list_templates(as_json: bool) -> None:
    """List the templates that can be installed."""
    from sheetsync import shipped

    found = shipped.available()
    if as_json:
        from sheetsync.report import as_document

        say_json(as_document("templates", [{"name": one.name, "title": one.title, "help": one.help} for one in found]))
        return
    for one in found:
        say(f"{one.name:<12} {one.help}")


@template.command(epilog="Example: sheetsync template install call-log my-calls.xlsx --date-order day-first")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--force", is_flag=True, help="Replace the file that is there.")
@click.option(
    "--google", "title", metavar="TITLE", help="Make it as a Google spreadsheet of that title, instead of a file."
)
@click.option(
    "--into", metavar="URL", help="Fill this spreadsheet, which was shared with the account, instead of making one."
)
@click.option(
    "--share", multiple=True, metavar="EMAIL", help="Let this address edit the spreadsheet; may be given again."
)
@click.option(
    "--date-order",
    type=click.Choice(["month-first", "day-first", "year-first"]),
    help="How 3/4 is read in this workbook. Default: month first.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting that shall not have its default, such as goal=8; may be given again.",
)
@credentials_option
def install(
    name: str,
    path: Path | None,
    force: bool,
    title: str | None,
    into: str | None,
    share: tuple[str, ...],
    date_order: str | None,
    settings: tuple[str, ...],
) -> None:
    """Install the template NAME as the workbook PATH, or with --google as a Google spreadsheet.

    A file that is there is never replaced without --force; in a spreadsheet, tabs that are there are left alone.
    """
    from sheetsync import shipped, templates

    values = dict(parse_settings(settings))
    if date_order is not None:
        values["date_order"] = date_order
    if (path is None) == (title is None and into is None):
        raise click.UsageError("Give a PATH for a file, or --google TITLE for a Google spreadsheet.")
    if path is None:
        from sheetsync.cli import google

        named = title or shipped.TITLES.get(name, name)
        google.install_template(name, named, into=into, share=share, values=values, credentials=credentials_given())
        return
    if share:
        raise click.UsageError("--share goes with --google; a file is shared by sending it.")
    templates.install(name, path, force=force, values=values)
    fill, run = ("Clients", "coach") if shipped.path(name) == shipped.path("coach") else ("Call Log", "sync")
    say(f"Installed {path}. Fill in a row of the tab {fill}, then run: sheetsync {run} {path}")


@template.command(epilog="Example: sheetsync template upgrade my-calls.xlsx --dry-run")
@click.argument("target")
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
@wait_option
@tab_option
@config_option
def upgrade(target: str, dry_run: bool, wait: float, tab: str | None, config_path: Path | None) -> None:
    """Add to TARGET what a newer template has and it lacks: columns that you fill in, settings. What is there stays as it is."""
    from sheetsync import config
    from sheetsync import sync as line

    settings = load_config(config_path)
    one = job(target, settings)
    state = config.state_dir()
    store = open_job(one, settings, wait=wait)
    options = line.Options(now=now(), dry_run=dry_run, wait=wait, tab=tab or one.tab)
    found = line.upgrade_template(store, options, state)
    for text in found.added:
        say(f"{'would add' if dry_run else 'added'} {text}")
    for text in found.cannot:
        complain(text)
    if found.cannot:
        raise click.exceptions.Exit(3)
    if not found.added:
        say(f"{store.name}: nothing is missing")
