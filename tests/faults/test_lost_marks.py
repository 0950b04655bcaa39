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

from sheetsync import sync
from sheetsync.errors import NeedsPerson
from sheetsync.grid import Value, is_blank, same
from sheetsync.journal import open_journal
from sheetsync.sync import Options

NOTES = sheets.HEADS.index("Notes")
GREAT, FOLLOW_UP, ACTION, WHY, MARK = range(9, 14)
OPTIONS = Options(now=room.NOW, today=room.TODAY)
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


def _two_alike(tmp_path: Path) -> tuple[Home, list[str]]:
    """A log in memory of which the last two rows are one row and its copy; the runs that were made."""
    rows = [*log(), sheets.call(sheets.MONDAY, "Zoe Zell", "booked a demo for friday", Spoke_with="Owner")]
    home = homes.InMemory(tmp_path, rows)
    runs = [homes.run(home).run]
    home.type({(14, col): value for col, value in enumerate(homes.cells(home)[13])})
    return home, [*runs, homes.run(home).run]


def test_an_undo_leaves_the_twin_of_a_row_alone(tmp_path: Path) -> None:
    """Of two rows alike, whose marks are lost, an undo takes back the one that the run wrote: what was typed on the other one stays."""
    home, runs = _two_alike(tmp_path)
    home.type({(13, GREAT): "Already counted", (13, MARK): None, (14, MARK): None})
    sync.take_back(home.store(), OPTIONS, home.state, runs[1])

    assert ["Already counted", "Yes"] == [row[0] for row in _outputs(home)[13:]]


def test_an_undo_leaves_a_row_that_the_run_did_not_write(tmp_path: Path) -> None:
    """Two rows alike that we filled in alike: a run that wrote one of them is taken back nowhere else; where they cannot be told apart,
    both stay, and that is said."""
    rows = [*log(), *[sheets.call(who="Zoe Zell", notes="left a voicemail")] * 2]
    home = homes.InMemory(tmp_path, rows)
    homes.run(home)
    home.type({(13, ACTION): None})
    homes.run(home)
    before = _outputs(home)
    kept = homes.undo(home).todo.kept

    assert before == _outputs(home)
    assert ["the row stands there more than once, so it was left as it is"] == [one.why for one in kept]


@pytest.mark.parametrize("journal", [True, False], ids=["with the journal", "without it"])
def test_a_flag_that_was_sorted_along_with_the_log_is_kept(tmp_path: Path, journal: bool) -> None:
    """The log was sorted with Great? and without our other columns: a flag typed by hand now stands beside another row's mark, which may
    have written that very word. It is not taken for ours: the run stops, and names the cell."""
    home = homes.InMemory(tmp_path, log())
    homes.run(home)
    home.type({(8, GREAT): "No"})  # over our Yes
    grid = homes.cells(home)
    home.type({(row, col): grid[(row + 5) % 12 + 1][col] for row in range(1, 13) for col in range(GREAT + 1)})
    if not journal:
        shutil.rmtree(home.state / "journal")
    with pytest.raises(NeedsPerson, match="J3 holds “No”, typed by hand"):
        homes.run(home)

    assert "No" == _outputs(home)[2][0]


def test_a_mark_pasted_over_another_rows_proves_nothing(tmp_path: Path) -> None:
    """A row whose note and flag a person changed, and whose mark is a copy of another row's: the flag stays, though that mark wrote such a word."""
    home = homes.InMemory(tmp_path, log())
    homes.run(home)
    assert ["No", "Yes"] == [_outputs(home)[row][0] for row in (2, 8)]
    home.type({(2, GREAT): "Yes", (2, NOTES): "gatekeeper took a message", (2, MARK): homes.cells(home)[8][MARK]})
    homes.run(home)

    assert "Yes" == _outputs(home)[2][0]


def test_a_copied_row_with_a_change_by_hand_stays_half_ours(tmp_path: Path) -> None:
    """A row copied whole, with another date, note and flag: the flag is the person's, the other cells follow the note."""
    home = homes.InMemory(tmp_path, log())
    homes.run(home)
    copy = homes.cells(home)[8]
    home.type({(13, col): value for col, value in enumerate(copy)})
    home.type({(13, 2): "Zoe Zell", (13, NOTES): "gatekeeper took a message", (13, GREAT): "No"})
    homes.run(home)
    home.type({(13, NOTES): "wrong number"})
    homes.run(home)
    found = _outputs(home)[13]

    assert "No" == found[0]
    assert found[WHY - GREAT] != copy[WHY]
    assert found[ACTION - GREAT] != copy[ACTION]


def test_a_copied_row_keeps_what_was_typed_on_it(tmp_path: Path) -> None:
    """A row copied whole onto another day, where the rules now give the very date that was typed by hand: it stays typed by hand."""
    home = homes.InMemory(tmp_path, log())
    homes.run(home)
    copy = homes.cells(home)[2]
    home.type({(13, col): value for col, value in enumerate(copy)})
    day, typed = sheets.MONDAY + dt.timedelta(days=1), sheets.MONDAY + dt.timedelta(days=3)
    home.type({(2, FOLLOW_UP): typed, (13, FOLLOW_UP): typed, (13, 0): day})
    homes.run(home)
    home.type({(13, 0): sheets.MONDAY + dt.timedelta(days=9)})
    homes.run(home)

    assert typed == _outputs(home)[13][FOLLOW_UP - GREAT]


def test_a_journal_that_does_not_know_the_last_run_takes_nothing(tmp_path: Path) -> None:
    """Two machines sync one log, each with a journal. The older journal says that we wrote Yes where meanwhile the other machine wrote
    another flag and a person typed Yes: once the mark is lost, the Why shows that the journal is behind, and the flag stays."""
    home = homes.InMemory(tmp_path, log())
    home.type({(7, NOTES): "booked a demo for friday", (1, NOTES): "left a voicemail"})
    homes.run(home)
    assert "Yes" == _outputs(home)[7][0]
    other = tmp_path / "other"
    here, home.state = home.state, other
    home.type({(1, NOTES): "booked a demo for friday"})
    homes.run(home)
    assert ["Yes", "Already counted"] == [_outputs(home)[row][0] for row in (1, 7)]
    home.type({(7, GREAT): "Yes"})
    homes.run(home)
    home.type(_cleared(homes.cells(home)))
    home.state = here
    homes.run(home)
    home.type({(7, NOTES): "left a voicemail"})
    homes.run(home)

    assert "Yes" == _outputs(home)[7][0]


def test_a_flag_beside_an_override_is_not_taken_for_ours(tmp_path: Path) -> None:
    """The Why of a row with an Override does not tell whether Great? was typed: without mark and journal the flag counts as typed."""
    rows = [[*row, None] for row in log()]
    rows[0][9] = "Override"
    home = homes.InMemory(tmp_path, rows)
    homes.run(home)
    assert "Yes" == homes.cells(home)[8][10]
    home.type({(8, 10): "No"})
    homes.run(home)
    home.type({(8, 9): "No"})
    homes.run(home)
    home.type({(row, 14): None for row in range(1, 13)})
    shutil.rmtree(home.state / "journal")
    homes.run(home)
    home.type({(8, 9): None})
    homes.run(home)

    assert "No" == homes.cells(home)[8][10]


def test_an_undo_finds_its_rows_where_the_marks_were_shifted(tmp_path: Path) -> None:
    """Each cell gets back what it held itself, also where the hidden column was shifted by a row before the undo."""
    home, control = homes.InMemory(tmp_path / "a", log()), homes.InMemory(tmp_path / "b", log())
    for one in (home, control):
        homes.run(one)
        _corrected(one)
        homes.run(one, force=True)
    home.type(_shifted(homes.cells(home)))
    for one in (home, control):
        homes.undo(one)

    assert [] == _differences(_outputs(control), _outputs(home)[:13])


def test_an_undo_after_a_sort_without_our_columns_freezes_no_wrong_cell(tmp_path: Path) -> None:
    """Where the log was sorted and our columns were not, an undo puts back what stood there, and the next run lays all of it out anew."""
    home, control = homes.InMemory(tmp_path / "a", log()), homes.InMemory(tmp_path / "b", log())
    for one in (home, control):
        homes.run(one)
        _corrected(one)
        homes.run(one, force=True)
        grid = homes.cells(one)
        one.type({(row, col): grid[13 - row][col] for row in range(1, 13) for col in range(GREAT)})
    homes.undo(home)
    for one in (home, control):
        homes.run(one, force=True)

    assert [] == _differences(_outputs(control), _outputs(home))


def test_an_undo_says_which_hidden_cell_was_typed_over(tmp_path: Path) -> None:
    """A row whose hidden cell holds a person's words cannot be found by an undo: it is listed as that, and not as gone or doubled."""
    home = homes.InMemory(tmp_path, log())
    home.type({(2, MARK): "her birthday is in May", (0, MARK): "sheetsync"})
    homes.run(home)
    kept = homes.undo(home).todo.kept

    assert ["its hidden cell was typed over, so the row was left as it is"] == [one.why for one in kept]
