"""What stands on top of a page of figures, cell by cell: cards, the chart's twelve weeks, the funnel, names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from sheetsync import look
from sheetsync.grid import Value
from sheetsync.look import BODY_ROW, CARD_PLACES, CARD_ROW, CHART_WEEKS, FUNNEL_COL, PEOPLE_COL, STUCK_ROW
from sheetsync.model import Week
from sheetsync.summary import Against, Funnel
from sheetsync.tabs import days

Found = Iterator[tuple[tuple[int, int], Value]]

#: Where calls go, and what the share of the step before is called.
STEPS = (
    ("Outreach", ""),
    ("Live", "of outreach"),
    ("Decision-maker", "of live"),
    ("Great", "of decision-makers"),
    ("Appointments", "of great"),
)
_FIGURE, _FOOT = CARD_ROW + 1, CARD_ROW + 2
#: How many squares the bar of a card has at most.
_SQUARES = (10, 5)


def of_goal(card: int, done: int, goal: int | None, *, synced: bool = True) -> Found:
    """A card that says how much of a goal is done, with a bar of cells and what is left."""
    col = CARD_PLACES[card][0]
    yield (_FIGURE, col), f"{done:,} of {goal:,}" if goal else f"{done:,}"
    if goal and synced and card < len(_SQUARES):
        yield (_FOOT, col), look.bar_of_cells(done, goal, _SQUARES[card])
        yield (_FOOT, col + 1), to_go(goal - done)
    elif card >= len(_SQUARES):
        yield (_FOOT, col), to_go(goal - done) if goal else "no goal"


def said(card: int, figure: Value, foot: str) -> Found:
    """A card with any figure, and words below."""
    col = CARD_PLACES[card][0]
    yield (_FIGURE, col), figure
    yield (_FOOT, col), foot


def against(card: int, found: Against) -> Found:
    """The card that compares this week with the same days of last week."""
    if found.last is None:
        yield from said(card, "–", "no week before this one")
    else:
        yield from said(card, found.this - found.last, f"great by the same day last week: {found.last:,}")


def to_go(left: int) -> str:
    """What is left of a goal, in words."""
    if left > 0:
        return f"{left:,} to go"
    return "goal met" if left == 0 else f"{-left:,} over the goal"


def chart(sheet: look.Sheet, weeks: Mapping[dt.date, Week], now: Week, *, synced: bool = True) -> Found:
    """Twelve weeks, the oldest first. Before the first call there is no column, but the goal line runs on.

    Args:
        weeks: all weeks by their start, the rows that are drawn.
        now: the current week.
        synced: False for the workbook that ships, which knows of no date.
    """
    assert sheet.chart is not None
    top, left = sheet.chart.data.top + 1, sheet.chart.data.left
    goal = now.goal
    for back in range(CHART_WEEKS):
        row = top + CHART_WEEKS - 1 - back
        start = now.start - dt.timedelta(weeks=back)
        week = weeks.get(start)
        goal = week.goal if week is not None else goal
        yield (row, left), days.short(start) if synced else None
        yield (row, left + 1), week.great if week is not None else (None if weeks or not synced else 0)
        yield (row, left + 2), goal or 0


def funnel(counts: Funnel) -> Found:
    """Each step with its number, its share of the step before, and a bar."""
    yield (BODY_ROW, FUNNEL_COL), "Where calls went, last 4 weeks"
    before = 0
    for step, ((name, of), count) in enumerate(zip(STEPS, counts, strict=True)):
        row = BODY_ROW + 1 + 2 * step
        yield (row, FUNNEL_COL), name
        yield (row, FUNNEL_COL + 1), count
        yield (row, FUNNEL_COL + 2), f"{round(100 * count / before)}% {of}" if before else None
        yield (row + 1, FUNNEL_COL), look.solid_bar(count, counts.outreach)
        before = count


def bars(title: str, weeks: Sequence[tuple[str, Week]]) -> Found:
    """Names with how much of their goal is done, the first few where there are many."""
    yield (BODY_ROW, PEOPLE_COL), title
    shown = weeks if len(weeks) <= look.REPS_SHOWN + 1 else weeks[: look.REPS_SHOWN]
    for row, (name, week) in enumerate(shown, BODY_ROW + 1):
        yield (row, PEOPLE_COL), look.bar_of_cells(week.great, week.goal, 6) if week.goal else None
        done = f"{week.great} of {week.goal}" if week.goal else str(week.great)
        yield (row, PEOPLE_COL + 1), short(f"{done}  {name}", 40)
    if len(shown) < len(weeks):
        yield (BODY_ROW + 1 + len(shown), PEOPLE_COL + 1), f"and {len(weeks) - len(shown):,} more in the list below"


def names(title: str, lines: Sequence[str]) -> Found:
    """Names below, the first few where there are many."""
    yield (STUCK_ROW, PEOPLE_COL), title
    shown = lines if len(lines) <= look.STUCK_SHOWN + 1 else lines[: look.STUCK_SHOWN]
    for row, line in enumerate(shown, STUCK_ROW + 1):
        yield (row, PEOPLE_COL), line
    if len(shown) < len(lines):
        yield (STUCK_ROW + 1 + len(shown), PEOPLE_COL), f"and {len(lines) - len(shown):,} more"


def short(text: str, most: int) -> str:
    """The text, cut where it is longer."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def numbers(week: Week) -> tuple[Value, ...]:
    """The numbers of a week as the lists show them, from outreach to the verdict."""
    share, per_100 = week.share_of_goal, week.great_per_100
    return (
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
    )
