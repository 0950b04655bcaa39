"""Commands for somebody new: demo and template."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.options import json_option, now, parse_settings, say, say_json, today_option

if TYPE_CHECKING:
    from sheetsync.settings import Settings


@click.command(epilog="Example: sheetsync demo")
@click.argument("folder", default="sheetsync-demo", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]")
@click.option("--force", is_flag=True, help="Replace the sample of an earlier demo.")
@today_option
def demo(folder: Path, force: bool, today: dt.date | None) -> None:
    """Make a sample call log in DIR (default: sheetsync-demo), sync it, and show the weeks and this week's follow-ups."""
    from sheetsync import config, stores, templates
    from sheetsync import sync as line
    from sheetsync.rules import follow_up

    moment = now()
    day = today or line.today_in("", moment)
    path = folder / "call-log.xlsx"
    folder.mkdir(parents=True, exist_ok=True)
    templates.install_sample(path, today=day, force=force)
    state = config.state_dir()
    result = line.run(stores.open_store(str(path), state=state), line.Options(now=moment, today=day, force=True), state)
    calls = sum(1 for call in result.book.calls if call.is_call)
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


def show_weeks(weeks: Any) -> None:
    """The weeks of all reps together, as a table."""
    from rich.console import Console
    from rich.table import Table

    from sheetsync.report import day

    table = Table(
        title="Great conversations a week, all reps",
        title_justify="left",
        box=None,
        header_style="bold",
        pad_edge=False,
    )
    for head, side in (
        ("Week of", "left"),
        ("Calls", "right"),
        ("Live", "right"),
        ("Decision-maker", "right"),
        ("Great", "right"),
        ("Goal", "right"),
        ("Appointments", "right"),
        ("", "left"),
    ):
        table.add_column(head, justify=side)  # type: ignore[arg-type]
    for week in weeks:
        if not week.rep:
            table.add_row(
                day(week.start),
                *(
                    str(n)
                    for n in (
                        week.outreach,
                        week.live,
                        week.decision_maker,
                        week.great,
                        week.goal or "",
                        week.appointments,
                    )
                ),
                week.verdict,
            )
    Console(highlight=False, width=None).print(table)


def show_follow_ups(verdicts: Any, today: dt.date, settings: Settings, *, only_this_week: bool = False) -> None:
    """The open follow-ups, as a table."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from sheetsync.errors import printable
    from sheetsync.report import day
    from sheetsync.tabs.follow_ups import when

    chosen = [one for one in verdicts if not only_this_week or when(one.follow_up, today, settings) != "Later"]
    title = "Follow-ups due this week" if only_this_week else "Follow-ups"
    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for head in ("When", "Due", "Prospect", "Company", "Phone", "What to do", "Rep"):
        table.add_column(head, overflow="fold")
    for one in chosen:
        call = one.call
        cells = (
            when(one.follow_up, today, settings),
            day(one.follow_up, weekday=True),
            call.prospect,
            call.company,
            call.phone,
            one.next_action,
            call.rep,
        )
        table.add_row(*(escape(printable(text)) for text in cells))
    if chosen:
        Console(highlight=False).print(table)
    else:
        say(f"{title}: none")


@click.group()
def template() -> None:
    """List and install the template workbooks."""


@template.command("list", epilog="Example: sheetsync template list")
@json_option
def list_templates(as_json: bool) -> None:
    """List the templates that can be installed."""
    from sheetsync import templates

    found = templates.available()
    if as_json:
        from sheetsync.report import as_document

        say_json(as_document("templates", [{"name": one.name, "title": one.title, "help": one.help} for one in found]))
        return
    for one in found:
        say(f"{one.name:<12} {one.help}")


@template.command(epilog="Example: sheetsync template install call-log my-calls.xlsx --date-order day-first")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file that is there.")
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
def install(name: str, path: Path, force: bool, date_order: str | None, settings: tuple[str, ...]) -> None:
    """Install the template NAME as the workbook PATH. A file that is there is never replaced without --force."""
    from sheetsync import templates

    values = dict(parse_settings(settings))
    if date_order is not None:
        values["date_order"] = date_order
    templates.install(name, path, force=force, values=values)
    say(f"Installed {path}. Fill in a row of the tab Call Log, then run: sheetsync sync {path}")
