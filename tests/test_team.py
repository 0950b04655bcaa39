"""The Team Summary: the weeks of many clients added up, and nothing but numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sheetsync import look, plan
from sheetsync.grid import Tab, Value, is_blank
from sheetsync.model import Week
from sheetsync.summary import Against
from sheetsync.tabs import lines, team
from sheetsync.tabs.lines import OwnTab
from sheetsync.tabs.team import Client

TODAY = dt.date(2026, 11, 20)
MONDAY = dt.date(2026, 11, 16)
T = look.TEAM


def week(back: int = 0, great: int = 3, goal: int | None = 6, **other: object) -> Week:
    """A week of all reps together, so many weeks ago."""
    made = Week(
        MONDAY - dt.timedelta(weeks=back), "", 40, 20, 10, great, goal, 1, 3, {}, 2, "More conversations needed"
    )
    return replace(made, **other)  # type: ignore[arg-type]


def written(own: OwnTab) -> Tab:
    """The tab once the cells are in it."""
    assert own.in_the_way == ()
    height, width = (max(at[axis] for at in own.cells) + 1 for axis in (0, 1))
    return Tab(own.name, [[own.cells.get((row, col)) for row in range(height)] for col in range(width)], height)


def rows(own: OwnTab) -> dict[Value, dict[str, Value]]:
    """The lines of the list by client."""
    tab = written(own)
    found = [
        {column.header: tab.at(row, col) for col, column in enumerate(T.columns, 1) if column.header}
        for row in range(T.first_row, tab.height)
    ]
    return {line["Client"]: line for line in found}


def test_all_clients_are_added_up() -> None:
    """The first line is the sum; each client follows in the order of the roster."""
    own = team.lay_out(None, [Client("Zed", [week(great=6)]), Client("Abe", [week(great=1), week(1)])], today=TODAY)
    found = rows(own)

    assert ["All clients", "Zed", "Abe"] == list(found)
    assert [80, 40, 20, 7, 12] == [
        found["All clients"][name] for name in ("Outreach", "Live", "Decision-maker", "Great", "Goal")
    ]
    assert "In progress: 5 to go" == found["All clients"]["Verdict"]
    assert "More conversations needed (3 of 6)" == found["Abe"]["Last week"]


def test_single_reps_are_not_counted_twice() -> None:
    """Only the weeks of all reps together are added up."""
    own = team.lay_out(None, [Client("A", [week(), week(rep="Ann"), week(rep="Bo")])], today=TODAY)

    assert 3 == rows(own)["All clients"]["Great"]


def test_weeks_that_start_on_a_sunday_stand_beside_monday_s() -> None:
    """A week belongs to the Monday week that holds most of its days."""
    sunday = week(start=MONDAY - dt.timedelta(days=1))
    found = team.together_by_week([Client("A", [sunday]), Client("B", [week()])], today=TODAY)

    assert {MONDAY: 6} == {start: found[start].great for start in found}


def test_a_client_that_cannot_be_read_is_said_and_stops_nobody() -> None:
    """Its line has no numbers, and it stands first among those who need a word."""
    own = team.lay_out(
        None, [Client("A", [week(), week(1, great=2)]), Client("B", problem="no such file")], today=TODAY
    )
    needs = [own.cells.get((look.STUCK_ROW + at, look.PEOPLE_COL)) for at in range(3)]

    assert {None, team.NOT_READ, "B"} == set(rows(own)["B"].values()) - {lines.line_mark(lines.Line("", ()))} - _marks(
        own
    )
    assert ["Needs a word: 2 clients", "B: not read", "A: 2 of 6 last week"] == needs


def _marks(own: OwnTab) -> set[Value]:
    return {value for (_, col), value in own.cells.items() if col == T.col("sheetsync")}


def test_this_week_at_a_glance() -> None:
    """Great of goal, clients on goal, appointments of goal, against last week."""
    clients = [Client("A", [week(great=6)], Against(6, 4)), Client("B", [week(great=1)], Against(1, None)), Client("C")]
    cells = team.lay_out(None, clients, today=TODAY).cells

    assert ["7 of 12", "1 of 2", "2 of 6", 3] == [cells[look.CARD_ROW + 1, col] for col, _, _ in look.CARD_PLACES]


@pytest.mark.parametrize(
    ("greats", "expected"),
    [([6, 0, 3, 9], "█▁▄█"), ([], ""), ([5], "▆")],
)
def test_a_trend_is_drawn_from_left_to_right(greats: list[int], expected: str) -> None:
    """A full block is a goal that was met."""
    weeks = {MONDAY - dt.timedelta(weeks=back): week(back, great) for back, great in enumerate(reversed(greats))}

    assert expected == team.trend(weeks, MONDAY)


def test_a_week_without_a_call_is_a_dot() -> None:
    """It is no week that missed its goal by nothing but bad luck."""
    weeks = {MONDAY: week(great=6), MONDAY - dt.timedelta(weeks=1): week(1, great=0, outreach=0)}

    assert "·█" == team.trend(weeks, MONDAY)


def test_a_second_run_writes_nothing() -> None:
    """Two clients of one name, one without numbers, many without a goal: the same cells again."""
    clients = [Client("A", [week()]), Client("A", [week(great=9)]), Client("B"), Client("C", [week(goal=None)])]
    current = written(team.lay_out(None, clients, today=TODAY))

    assert plan.own_tab_edits(current, T.name, team.lay_out(current, clients, today=TODAY).cells) == ()


def test_no_clients_yet() -> None:
    """An empty roster says what to do first."""
    own = team.lay_out(None, [], today=TODAY)

    assert team.NO_CLIENTS == own.cells[2, 1]
    assert not any(row > T.head_row for row, _ in own.cells)


@pytest.mark.parametrize(
    "clients", [[], [Client("A")], [Client("A", [week()])], [Client("A", [week(goal=None, appointment_goal=None)])]]
)
def test_nothing_is_left_of_what_the_shipped_tab_said(clients: list[Client]) -> None:
    """Every cell that is filled in the shipped workbook is filled by a run."""
    fresh = team.lay_out(None, clients, today=TODAY)

    assert [] == [at for at in lines.lay_out(None, team.shipped()).cells if is_blank(fresh.cells.get(at))]
