"""The Weekly Summary tab: this week at a glance, twelve weeks as a chart, where calls went, and every week in numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sheetsync import look, summary
from sheetsync.grid import Tab, Value
from sheetsync.look import BODY_ROW, CARD_PLACES, CARD_ROW, CHART_WEEKS, FUNNEL_COL, PEOPLE_COL, STUCK_ROW
from sheetsync.model import Outcome, Verdict, Week
from sheetsync.settings import Settings, folded
from sheetsync.summary import NO_REP, Against, Funnel, Streak, Stuck
from sheetsync.tabs import follow_ups, lines, marks
from sheetsync.tabs.lines import Cells, Line, OwnTab, Page

SHEET = look.WEEKLY
ALL_REPS = "All reps"

NOT_SYNCED = "Fill in the Call Log, then run sheetsync: this page is made from it."
NO_CALLS = "No calls yet. Fill in a row of the Call Log, then run sheetsync again."
NOTE_KEPT = "Not in the log any more; note kept"
#: Where calls go, and what the share of the step before is called.
STEPS = (
    ("Outreach", ""),
    ("Live", "of outreach"),
    ("Decision-maker", "of live"),
    ("Great", "of decision-makers"),
    ("Appointments", "of great"),
)


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
    said = f"Week of {follow_ups.long_day(together[0].start)}, all reps" if together else NO_CALLS
    return Page(SHEET, top | {(2, 1): said}, [_line(week) for week in (*together, *by_rep)], _gone)


def _rep_order(rep: str) -> tuple[bool, str]:
    return rep == NO_REP, folded(rep)


# -- the list ---------------------------------------------------------------------------------------------------------


def _line(week: Week) -> Line:
    share, per_100 = week.share_of_goal, week.great_per_100
    values: tuple[Value, ...] = (
        week.start,
        week.rep or ALL_REPS,
        week.outreach,
        week.live,
        week.decision_maker,
        week.great,
        week.goal,
        None if share is None else round(share, 4),
        week.appointments,
        week.appointment_goal,
        0 if per_100 is None else round(per_100, 1),
        week.open_maybes,
        week.verdict,
        *(week.outcomes.get(Outcome(name), 0) for name, _ in look.SPLIT),
    )
    return Line(marks.anchor((week.start.isoformat(), folded(week.rep))), values)


def _gone(shown: Sequence[Value]) -> tuple[Value, ...]:
    """A line that left the list keeps its week and rep for the sake of its note."""
    verdict = SHEET.col("Verdict") - SHEET.first_col
    return tuple(value if at < 2 else NOTE_KEPT if at == verdict else None for at, value in enumerate(shown))


# -- the top ----------------------------------------------------------------------------------------------------------


def _top(weeks: Sequence[Week], glance: Glance, settings: Settings, today: dt.date | None) -> Cells:
    together = {week.start: week for week in weeks if not week.rep}
    now = together[max(together)] if together else _no_week(settings, today)
    cells: Cells = {}
    cells.update(_cards(now, glance, bool(together), synced=today is not None))
    cells.update(_chart(together, now, today))
    cells.update(_funnel(glance))
    cells.update(_reps([week for week in weeks if week.rep and week.start == now.start]))
    cells.update(_stuck(glance))
    return cells


def _no_week(settings: Settings, today: dt.date | None) -> Week:
    """The current week of a log without calls: nothing done, and the goal of one rep."""
    day = today or dt.date(2000, 1, 3)
    start = day - dt.timedelta(days=(day.weekday() - settings.week_start) % 7)
    goal = settings.goal or -int(-settings.appointment_goal * settings.great_per_appointment // 1)
    return Week(start, "", goal=goal or None, appointment_goal=settings.appointment_goal)


def _cards(now: Week, glance: Glance, any_calls: bool, *, synced: bool) -> Iterator[tuple[tuple[int, int], Value]]:
    figure, foot = CARD_ROW + 1, CARD_ROW + 2
    for (col, _, _), done, goal, most in zip(
        CARD_PLACES, (now.great, now.appointments), (now.goal, now.appointment_goal), (10, 5), strict=False
    ):
        yield (figure, col), f"{done} of {goal}" if goal else str(done)
        if goal and synced:
            yield (foot, col), look.bar_of_cells(done, goal, most)
            yield (foot, col + 1), _to_go(goal - done)
    streak, change = CARD_PLACES[2][0], CARD_PLACES[3][0]
    yield (figure, streak), str(glance.streak.now)
    yield (foot, streak), f"best this quarter: {glance.streak.best}"
    if glance.against.last is None or not any_calls:
        yield (figure, change), "–"
        yield (foot, change), "no week before this one"
    else:
        yield (figure, change), glance.against.this - glance.against.last
        yield (foot, change), f"great by the same day last week: {glance.against.last}"


def _to_go(left: int) -> str:
    if left > 0:
        return f"{left} to go"
    return "goal met" if left == 0 else f"{-left} over the goal"


def _chart(together: dict[dt.date, Week], now: Week, today: dt.date | None) -> Iterator[tuple[tuple[int, int], Value]]:
    """Twelve weeks, the oldest first. Before the first call there is no column, but the goal line runs on."""
    assert SHEET.chart is not None
    top, left = SHEET.chart.data.top + 1, SHEET.chart.data.left
    goal = now.goal
    for back in range(CHART_WEEKS):
        row = top + CHART_WEEKS - 1 - back
        start = now.start - dt.timedelta(weeks=back)
        week = together.get(start)
        goal = week.goal if week is not None else goal
        yield (row, left), follow_ups.short_day(start) if today is not None else None
        yield (row, left + 1), week.great if week is not None else (None if together or today is None else 0)
        yield (row, left + 2), goal or 0


def _funnel(glance: Glance) -> Iterator[tuple[tuple[int, int], Value]]:
    yield (BODY_ROW, FUNNEL_COL), "Where calls went, last 4 weeks"
    before = 0
    for step, ((name, of), count) in enumerate(zip(STEPS, glance.funnel, strict=True)):
        row = BODY_ROW + 1 + 2 * step
        yield (row, FUNNEL_COL), name
        yield (row, FUNNEL_COL + 1), count
        yield (row, FUNNEL_COL + 2), f"{round(100 * count / before)}% {of}" if before else None
        yield (row + 1, FUNNEL_COL), look.solid_bar(count, glance.funnel[0])
        before = count


def _reps(weeks: Sequence[Week]) -> Iterator[tuple[tuple[int, int], Value]]:
    yield (BODY_ROW, PEOPLE_COL), "This week by rep" if weeks else "No calls this week"
    reps = sorted(weeks, key=lambda week: _rep_order(week.rep))
    shown = reps if len(reps) <= look.REPS_SHOWN + 1 else reps[: look.REPS_SHOWN]
    for row, week in enumerate(shown, BODY_ROW + 1):
        yield (row, PEOPLE_COL), look.bar_of_cells(week.great, week.goal, 6) if week.goal else None
        done = f"{week.great} of {week.goal}" if week.goal else str(week.great)
        yield (row, PEOPLE_COL + 1), _short(f"{done}  {week.rep}", 40)
    if len(shown) < len(reps):
        yield (BODY_ROW + 1 + len(shown), PEOPLE_COL + 1), f"and {len(reps) - len(shown)} more in the list below"


def _stuck(glance: Glance) -> Iterator[tuple[tuple[int, int], Value]]:
    count = len(glance.stuck)
    said = f"Getting old: {count:,} {'maybe' if count == 1 else 'maybes'}" if count else "No maybe is getting old"
    yield (STUCK_ROW, PEOPLE_COL), said
    shown = glance.stuck if count <= look.STUCK_SHOWN + 1 else glance.stuck[: look.STUCK_SHOWN]
    for row, one in enumerate(shown, STUCK_ROW + 1):
        maybes = f", {one.maybes} maybes" if one.maybes > 1 else ""
        yield (row, PEOPLE_COL), f"{_short(one.name, 26)}: {one.days:,} days{maybes}"
    if len(shown) < count:
        yield (STUCK_ROW + 1 + len(shown), PEOPLE_COL), f"and {count - len(shown):,} more"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
