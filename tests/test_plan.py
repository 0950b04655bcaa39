"""The truth table of whose cell it is, and what a plan makes of it."""

from __future__ import annotations

import datetime as dt

import pytest

from sheetsync import grid, plan
from sheetsync.errors import NotWritten, UnsafePlan
from sheetsync.grid import Changes, ColumnEdits, Snapshot, Tab
from sheetsync.plan import Do, Plan
from sheetsync.tabs.marks import NEVER, Mark, anchor, digest, displaced, parse

V, OTHER, WANTED = "Yes", "typed by hand", "Already counted"
DAY = dt.date(2026, 11, 9)


@pytest.mark.parametrize(
    ("last", "current", "wanted", "expected"),
    [
        pytest.param(None, WANTED, WANTED, Do.NOTHING, id="never, same as wanted"),
        pytest.param(V, WANTED, WANTED, Do.NOTHING, id="something else, same as wanted"),
        pytest.param(None, None, None, Do.NOTHING, id="never, blank, blank wanted"),
        pytest.param(V, "  ", None, Do.NOTHING, id="spaces are blank"),
        pytest.param(None, None, WANTED, Do.WRITE, id="never, blank, a value wanted"),
        pytest.param(V, V, WANTED, Do.WRITE, id="ours, something else wanted"),
        pytest.param(V, V, None, Do.WRITE, id="ours, blank wanted"),
        pytest.param(V, None, WANTED, Do.WRITE, id="cleared: handed back"),
        pytest.param(V, None, V, Do.WRITE, id="cleared: the same is written again"),
        pytest.param(None, OTHER, WANTED, Do.KEEP, id="never, a person's word"),
        pytest.param(V, OTHER, WANTED, Do.KEEP, id="ours once, a person's word now"),
        pytest.param(V, OTHER, None, Do.KEEP, id="a person's word, blank wanted"),
        pytest.param(None, DAY, None, Do.KEEP, id="never, a person's date"),
        pytest.param(DAY, dt.datetime(2026, 11, 9), None, Do.WRITE, id="our date, read back with midnight"),
    ],
)
def test_whose_cell_is_it(last: grid.Value, current: grid.Value, wanted: grid.Value, expected: Do) -> None:
    """A cell that a person changed is kept, a cleared cell is ours again, and the same is left alone."""
    found = plan.decide(NEVER if last is None else digest(grid.canonical(last)), current, wanted)

    assert expected == found


@pytest.mark.parametrize("last", [None, V])
@pytest.mark.parametrize("current", [None, V, OTHER])
@pytest.mark.parametrize("wanted", [None, V, WANTED])
def test_a_formula_is_always_kept(last: grid.Value, current: grid.Value, wanted: grid.Value) -> None:
    """Any formula in a cell of ours is kept, whatever it shows."""
    assert Do.KEEP == plan.decide(NEVER if last is None else digest(str(last)), current, wanted, formula=True)


def test_a_mark_comes_back_as_it_was_written() -> None:
    """A mark reads back with its anchor, its digests and whether the row was undone."""
    mark = Mark(anchor(["2026-11-09", "Ann"]), (digest("Yes"), NEVER, digest(""), digest("Why")), undone=True)

    assert mark == parse(str(mark), 4)


@pytest.mark.parametrize(
    "text", [None, "", "s1:", "s1:short:xx", "s2:AAAAAAAA:" + "a" * 20, 17, "s1:AAAAAAAA:" + "a" * 19, "=1+1"]
)
def test_what_is_no_mark_is_no_mark(text: grid.Value) -> None:
    """A cell that holds anything but a whole mark counts as never written."""
    assert parse(text, 4) is None


def test_a_row_whose_mark_belongs_to_another_row_is_displaced() -> None:
    """Rows sorted without our columns are found; a copied row, and a row whose note was edited, are not among them."""
    marks = [Mark(text * 8, (NEVER,) * 4) for text in "BACCX"]
    anchors = [text * 8 for text in "ABCDE"]

    assert [0, 1] == displaced(anchors, marks)


def test_a_plan_within_the_limits_is_safe() -> None:
    """Half of the filled-in rows, and always fifty, may change in one run."""
    Plan(held=100, touched=50).require_safe(percent=50, calls=100, calls_before=100)
    Plan(held=60, touched=50).require_safe(percent=50, calls=60, calls_before=None)


@pytest.mark.parametrize(
    ("held", "touched", "calls", "before"),
    [
        pytest.param(200, 101, 200, 200, id="too many rows"),
        pytest.param(60, 51, 60, 60, id="over fifty"),
        pytest.param(0, 0, 40, 100, id="the log shrank"),
    ],
)
def test_a_plan_beyond_the_limits_stops_and_force_lets_it_go(held: int, touched: int, calls: int, before: int) -> None:
    """A run that changes too much, or finds most of the log gone, stops until a person looked."""
    todo = Plan(held=held, touched=touched)
    todo.require_safe(percent=50, calls=calls, calls_before=before, force=True)

    with pytest.raises(UnsafePlan, match="--force"):
        todo.require_safe(percent=50, calls=calls, calls_before=before)


def test_the_cause_is_named_when_a_setting_changed() -> None:
    """Where a changed setting explains a large plan, the message says so."""
    with pytest.raises(UnsafePlan, match="a setting was changed"):
        Plan(held=200, touched=150).require_safe(
            percent=50, calls=200, calls_before=200, cause="a setting was changed since the last run"
        )


def _changes() -> Changes:
    return Changes((ColumnEdits("Log", 1, [1, 2], [None, "No"], ["Yes", "Review"]),))


def _snapshot(*cells: grid.Value) -> Snapshot:
    return Snapshot("book", (Tab("Log", [["a"] * 3, list(cells)], 3),))


def test_verify_tells_a_cell_not_written_from_one_changed_meanwhile() -> None:
    """A cell that holds neither before nor after was changed by a person; one that holds before was not written."""
    assert ("Log!B3",) == plan.require_met(_changes(), _snapshot(None, "Yes", "mine")).changed_meanwhile
    with pytest.raises(NotWritten, match="Log!B3"):
        plan.require_met(_changes(), _snapshot(None, "Yes", "No"))


def test_a_snapshot_with_edits_applied_holds_them() -> None:
    """The plan's own picture of the workbook afterwards has every edit, grows where it must, and leaves the rest."""
    after = plan.applied(
        _snapshot("x", None, "No"), Changes((ColumnEdits("Log", 2, [4], [None], ["new"]), *_changes().edits))
    )

    assert ["x", "Yes", "Review", None, None] == list(after.tabs[0].columns[1])
    assert "new" == after.tabs[0].at(4, 2)
    assert "a" == after.tabs[0].at(2, 0)
