"""The hidden column by which we know our cells is deleted, typed over, sorted apart or pasted over by a person."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import homes
import pytest
import room
import sheets
from conftest import Command
from homes import HOMES, Home

from sheetsync.grid import Value, is_blank, same
from sheetsync.journal import open_journal

NOTES = sheets.HEADS.index("Notes")
GREAT, FOLLOW_UP, ACTION, WHY, MARK = range(9, 14)
SAID = (
    "not interested", "left a voicemail", "wants a quote, call me tomorrow", "let me think about it", "call back in march", "they said no thanks",
    "not interested", "booked a demo for friday", "gatekeeper took a message", "wrong number", "send me some info", "interested, send a proposal",
)  # fmt: skip
#: What people changed by hand after the first run, by row: each of our columns, and one where a word of theirs changes another row.
HAND: dict[tuple[int, int], Value] = {
    (1, GREAT): "No",  # of the first of two calls to one prospect: the second counts then
    (3, FOLLOW_UP): dt.date(2027, 2, 1),
    (5, ACTION): "Send flowers",
    (8, GREAT): "Yes",
    (8, ACTION): "Ring her",
    (9, FOLLOW_UP): "none",
}
#: A Why that a person typed over. Without a journal nothing proves then that the rest of the row is ours.
HAND_WHY = {(6, WHY): "because I say so"}


def log() -> list[list[Value]]:
    """Twelve calls; the first and the seventh are to one prospect."""
    names = [f"Ann {'abcdefghijkl'[at] * 3}" for at in range(12)]
    names[6] = names[0]
    days = [sheets.MONDAY + dt.timedelta(days=at // 4) for at in range(12)]
    return [
        list(sheets.HEADS),
        *(
            sheets.call(day, name, note, Company=f"Firm {name}", Spoke_with="Owner")
            for day, name, note in zip(days, names, SAID, strict=True)
        ),
    ]


def _marks(grid: list[list[Value]]) -> list[Value]:
    return [row[MARK] for row in grid]


def _cleared(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    return {(row, MARK): None for row in range(1, len(grid))}


def _deleted(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    return {(row, MARK): None for row in range(len(grid))}


def _some_cut(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    return {(row, MARK): None for row in (1, 3, 5, 7, 8, 12)}


def _overwritten(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    return {(row, MARK): "s1:torn" for row in range(1, len(grid))}


def _sorted_apart(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    order = sorted(range(1, len(grid)), key=lambda row: str(grid[row][MARK]))
    return {(row, MARK): grid[old][MARK] for row, old in enumerate(order, 1)}


def _shifted(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    return {(1, MARK): None, **{(row, MARK): grid[row - 1][MARK] for row in range(2, len(grid) + 1) if row - 1 > 0}}


def _pasted(grid: list[list[Value]]) -> dict[tuple[int, int], Value]:
    return {(row, MARK): grid[2][MARK] for row in range(3, len(grid))}


LOST: dict[str, Callable[[list[list[Value]]], dict[tuple[int, int], Value]]] = {
    "cleared": _cleared, "deleted": _deleted, "some cells cut": _some_cut, "overwritten": _overwritten, "sorted apart": _sorted_apart,
    "shifted by a row": _shifted, "one pasted over the others": _pasted,
}  # fmt: skip


def _worked_on(home: Home, hand: dict[tuple[int, int], Value]) -> None:
    """A first run, changes by hand, and a run that takes them into account."""
    homes.run(home)
    home.type(hand)
    homes.run(home)


def _outputs(home: Home) -> list[list[Value]]:
    return [row[GREAT:MARK] for row in homes.cells(home)]


def _differences(wanted: list[list[Value]], found: list[list[Value]]) -> list[str]:
    return [
        f"row {row + 1} column {col + GREAT}: {one!r} is {other!r}"
        for row, (left, right) in enumerate(zip(wanted, found, strict=True))
        for col, (one, other) in enumerate(zip(left, right, strict=True))
        if not same(one, other)
    ]


def _corrected(home: Home) -> None:
    """Every note is another one now."""
    home.type({(row, NOTES): SAID[(row + 4) % len(SAID)] for row in range(1, 13)})


@pytest.mark.parametrize("journal", [True, False], ids=["with the journal", "without it"])
@pytest.mark.parametrize("name", LOST)
@pytest.mark.parametrize("where", HOMES)
def test_lost_marks_are_found_again(tmp_path: Path, where: str, name: str, journal: bool) -> None:
    """However the marks were lost, and also where no journal is left: no cell changes by it, a change by hand stays one, our cells stay
    ours (they follow the notes later), and all is as in a log whose marks were never lost."""
    hand = {**HAND, **HAND_WHY} if journal else HAND
    home, control = HOMES[where](tmp_path / "a", log()), HOMES[where](tmp_path / "b", log())
    for one in (home, control):
        _worked_on(one, hand)
    before = _outputs(home)
    home.type(LOST[name](homes.cells(home)))
    if not journal:
        shutil.rmtree(home.state / "journal")
    healed = homes.run(home)

    assert [] == _differences(before, _outputs(home)[: len(before)])
    assert () == healed.todo.notices
    assert not homes.run(home).written
    marks = _marks(homes.cells(home))
    assert 12 == sum(isinstance(mark, str) and mark.startswith("s1:") for mark in marks[1:13])
    for one in (home, control):
        _corrected(one)
        homes.run(one, force=True)

    assert [] == _differences(_outputs(control)[:13], _outputs(home)[:13])
    assert [] == [(at, value) for at, value in hand.items() if not same(value, _outputs(home)[at[0]][at[1] - GREAT])]


@pytest.mark.parametrize("where", HOMES)
def test_what_cannot_be_proved_counts_as_typed_by_hand(tmp_path: Path, where: str) -> None:
    """Where a mark and the journal are gone, and a note was changed or a Why typed over: the row stays as it is, is listed with what to do,
    and is ours again cell by cell once a person clears it."""
    home = HOMES[where](tmp_path, log())
    _worked_on(home, HAND_WHY)
    before = _outputs(home)
    home.type({**_cleared(homes.cells(home)), (2, NOTES): "wants to buy, send the contract"})
    shutil.rmtree(home.state / "journal")
    told = homes.run(home).todo

    assert before == _outputs(home)
    assert ["M3, M7"] == [text.partition("(")[2].partition(")")[0] for text in told.notices]
    assert "Clear the cells that are not yours" in told.notices[0]
    home.type({(2, col): None for col in range(GREAT, MARK)})
    homes.run(home)
    found = _outputs(home)
    assert not is_blank(found[2][WHY - GREAT])
    assert found[2] != before[2]


@pytest.mark.parametrize("where", HOMES)
def test_cells_typed_before_the_first_run_never_become_ours(tmp_path: Path, where: str) -> None:
    """A flag that a person typed before we came, and that happens to say what we would say, stays theirs, marks or no marks."""
    rows = [[*row, None] for row in log()]
    rows[0][9] = "Great?"
    rows[1][9] = rows[2][9] = "Yes"
    home = HOMES[where](tmp_path, rows)
    homes.run(home)
    home.type(_cleared(homes.cells(home)))
    shutil.rmtree(home.state / "journal")
    homes.run(home)
    home.type({(1, NOTES): "left a voicemail", (2, NOTES): "left a voicemail"})
    homes.run(home)

    assert ["Yes", "Yes"] == [row[0] for row in _outputs(home)[1:3]]


@pytest.mark.parametrize("where", HOMES)
def test_an_undone_row_stays_undone_without_its_mark(tmp_path: Path, where: str) -> None:
    """The journal knows that a run was taken back, also where the mark that said so is gone."""
    home = HOMES[where](tmp_path, log())
    homes.run(home)
    home.type({(2, NOTES): "wants a quote"})
    homes.run(home)
    homes.undo(home)
    before = _outputs(home)
    home.type({(2, MARK): None})
    homes.run(home)

    assert before == _outputs(home)


@pytest.mark.parametrize("where", HOMES)
def test_words_in_the_hidden_column_are_kept(tmp_path: Path, where: str) -> None:
    """What somebody typed into the hidden column is not written over; it is named, with what to do, and our cells stay ours."""
    home = HOMES[where](tmp_path, log())
    homes.run(home)
    before = _outputs(home)
    home.type({(2, MARK): "her birthday is in May", (3, MARK): 5})
    told = homes.run(home).todo.notices

    assert ["her birthday is in May", 5] == _marks(homes.cells(home))[2:4]
    assert before == _outputs(home)
    assert ["N3, N4"] == [text.partition("(")[2].partition(")")[0] for text in told]
    home.type({(2, MARK): None, (3, MARK): None})
    assert () == homes.run(home).todo.notices


def test_check_lists_what_counts_as_typed_by_hand(tmp_path: Path, sheetsync: Command) -> None:
    """The command check names the rows whose marks are lost and cannot be proved, and says what to do; nothing is changed."""
    home = homes.OnDisk(tmp_path, log())
    home.state = Path(room.__file__)  # not used: the command has its own
    path = home.desk.path
    assert 0 == sheetsync("sync", path).code
    room.typed(path, {**_cleared(homes.cells(home)), (2, NOTES): "wants to buy, send the contract"})
    before = path.read_bytes()
    said = sheetsync("check", path)

    assert (0, before) == (said.code, path.read_bytes())
    assert "1 row holds words in our columns and not our hidden mark, so it counts as typed by hand (M3)" in said.out


def test_the_journal_knows_the_marks_that_were_last_written(tmp_path: Path) -> None:
    """For what people typed on a row, the marks of the latest run that wrote any; none of rows that it never saw."""
    home = homes.InMemory(tmp_path, log())
    homes.run(home)
    marks = [str(mark) for mark in _marks(homes.cells(home))[1:]]
    home.type({(2, GREAT): None, (2, NOTES): "wants a quote"})
    homes.run(home)
    now = str(homes.cells(home)[2][MARK])
    journal = open_journal(home.state, home.store().target, "")
    anchors = {mark.split(":")[1] for mark in (*marks, now)}

    assert {mark.split(":")[1]: [mark] for mark in (*marks, now)} == journal.marks({*anchors, "AAAAAAAA"})
