"""The Weekly Summary tab: this week at a glance, twelve weeks as a chart, where calls went, and every week in numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync import look, summary
from sheetsync.grid import Tab, Value
from sheetsync.model import Outcome, Verdict, Week
from sheetsync.settings import Settings, folded
from sheetsync.summary import NO_REP, Against, Funnel, Streak, Stuck
from sheetsync.tabs import dashboard, days, lines, marks
from sheetsync.tabs.lines import Cells, Line, OwnTab, Page

SHEET = look.WEEKLY
ALL_REPS = "All reps"

NOT_SYNCED = "Fill in the Call Log, then run sheetsync: this page is made from it."
NO_CALLS = "No calls yet. Fill in a row of the Call Log, then run sheetsync again."
NOTE_KEPT = "Not in the log any more; note kept"


@dataclass(frozen=True, slots=True)
class Glance:
    """What the top of the tab says beside the weeks themselves."""

    against: Against
    streak: Streak
    funnel: Funnel
    stuck: Sequence[Stuck]  # the oldest first


NOTHING = Glance(Against(0, None), Streak(0, 0), Funnel(0, 0, 0, 0, 0), ())


def lay_out(
    current: Tab | None, weeks: Sequence[Week], verdicts: Sequence[Verdict], settings: Settings, *, today: dt.date
) -> OwnTab:
    """The tab as it shall be.

    Args:
        current: the tab as it is; None where it is about to be made.
        weeks: for each rep, and with a blank rep for all reps together; the last week is the current one.
        verdicts: what stands on top is drawn from them.
    """
    glance = Glance(
        summary.against_last_week(verdicts, settings, today=today),
        summary.streak(weeks),
        summary.funnel(weeks),
        summary.stuck(verdicts, settings, today=today),
    )
    return lines.lay_out(current, page(weeks, glance, settings, today=today))


def shipped() -> Page:
    """What the tab shows in the shipped workbook, before the first run; each of these cells is filled by every run."""
    return Page(SHEET, _top([], NOTHING, Settings(), None) | {(2, 1): NOT_SYNCED})


def page(weeks: Sequence[Week], glance: Glance, settings: Settings, *, today: dt.date) -> Page:
    """What the tab shall show."""
    together = sorted((week for week in weeks if not week.rep), key=lambda week: week.start, reverse=True)
    by_rep = sorted(
        (week for week in weeks if week.rep), key=lambda week: (*_rep_order(week.rep), -week.start.toordinal())
    )
    top = _top(weeks, glance, settings, today)
    said = f"Week of {days.long(together[0].start)}, all reps" if together else NO_CALLS
    return Page(SHEET, top | {(2, 1): said}, [_line(week) for week in (*together, *by_rep)], _gone)


def _rep_order(rep: str) -> tuple[bool, str]:
    return rep == NO_REP, folded(rep)


# -- the list ---------------------------------------------------------------------------------------------------------


def _line(week: Week) -> Line:
    split = (week.outcomes.get(Outcome(name), 0) for name, _ in look.SPLIT)
    values: tuple[Value, ...] = (week.start, week.rep or ALL_REPS, *dashboard.numbers(week), *split)
    return Line(marks.anchor((week.start.isoformat(), folded(week.rep))), values)


def _gone(shown: Sequence[Value]) -> tuple[Value, ...]:
    """A line that left the list keeps its week and rep for the sake of its note."""
    verdict = SHEET.col("Verdict") - SHEET.first_col
    return tuple(value if at < 2 else NOTE_KEPT if at == verdict else None for at, value in enumerate(shown))


# -- the top ----------------------------------------------------------------------------------------------------------


def _top(weeks: Sequence[Week], glance: Glance, settings: Settings, today: dt.date | None) -> Cells:
    together = {week.start: week for week in weeks if not week.rep}
    now = together[max(together)] if together else _no_week(settings, today)
    synced = today is not None
    cells: Cells = {}
    cells.update(dashboard.of_goal(0, now.great, now.goal, synced=synced))
    cells.update(dashboard.of_goal(1, now.appointments, now.appointment_goal, synced=synced))
    cells.update(dashboard.said(2, str(glance.streak.now), f"best this quarter: {glance.streak.best}"))
    cells.update(dashboard.against(3, glance.against if together else NOTHING.against))
    cells.update(dashboard.chart(SHEET, together, now, synced=synced))
    cells.update(dashboard.funnel(glance.funnel))
    reps = sorted(
        (week for week in weeks if week.rep and week.start == now.start), key=lambda week: _rep_order(week.rep)
    )
    cells.update(
        dashboard.bars("This week by rep" if reps else "No calls this week", [(week.rep, week) for week in reps])
    )
    count = len(glance.stuck)
    title = f"Getting old: {count:,} {'maybe' if count == 1 else 'maybes'}" if count else "No maybe is getting old"
    cells.update(dashboard.names(title, [_old(one) for one in glance.stuck]))
    return cells


def _old(one: Stuck) -> str:
    maybes = f", {one.maybes} maybes" if one.maybes > 1 else ""
    return f"{dashboard.short(one.name, 26)}: {one.days:,} days{maybes}"


def _no_week(settings: Settings, today: dt.date | None) -> Week:
    """The current week of a log without calls: nothing done, and the goal of one rep."""
    day = today or dt.date(2000, 1, 3)
    start = day - dt.timedelta(days=(day.weekday() - settings.week_start) % 7)
    goal = settings.goal or -int(-settings.appointment_goal * settings.great_per_appointment // 1)
    return Week(start, "", goal=goal or None, appointment_goal=settings.appointment_goal)
