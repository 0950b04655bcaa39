"""Too much at once, a log that shrank, runs that overlap, locks of the dead, and undo after all of it, in every home."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import homes
import pytest
import sheets
from homes import HOMES, Home

from sheetsync import config
from sheetsync.errors import TryAgain, UnsafePlan
from sheetsync.grid import Value, is_blank

NOTES = sheets.HEADS.index("Notes")
GREAT, FOLLOW_UP, ACTION, WHY = range(9, 13)
QUIET, LOUD = "left a voicemail", "not interested"


def _log(count: int) -> list[list[Value]]:
    rows = [sheets.call(who=f"P{at} Q{at}", Company=f"F{at}", notes=QUIET, Spoke_with="Owner") for at in range(count)]
    return [list(sheets.HEADS), *rows]


def _home(where: str, folder: Path, count: int) -> Home:
    home = HOMES[where](folder, _log(count))
    homes.run(home)
    return home


def _louder(home: Home, count: int) -> None:
    """So many notes are changed, which changes the flag, the follow-up and the next action of each row."""
    home.type({(at, NOTES): LOUD for at in range(1, count + 1)})


@pytest.mark.parametrize(("rows", "most"), [(120, 60), (60, 50), (20, 20)])
@pytest.mark.parametrize("where", HOMES)
def test_too_much_at_once_stops_and_asks(tmp_path: Path, where: str, rows: int, most: int) -> None:
    """A plan that changes cells on more than half of the rows that hold a value, and on more than 50, is not carried out: nothing is written,
    not even the journal, and --force carries it out. At the limit it goes on without being asked."""
    home = _home(where, tmp_path, rows)
    _louder(home, most)
    assert homes.run(home).written
    home.type({(at, NOTES): QUIET for at in range(1, rows + 1)})
    homes.run(home, force=True)
    if most == rows:
        return
    _louder(home, most + 1)
    before, runs = homes.cells(home), len(homes.entries(home))
    with pytest.raises(
        UnsafePlan, match=f"would change {most + 1} of the {rows} rows .* the limit is {most}.* --force"
    ):
        homes.run(home)

    assert (before, runs) == (homes.cells(home), len(homes.entries(home)))
    assert homes.run(home, force=True).written


@pytest.mark.parametrize("where", HOMES)
def test_clearing_too_much_stops_and_asks(tmp_path: Path, where: str) -> None:
    """Cells of ours that would be cleared count as those that would be changed: here the typed cells of most rows are gone."""
    home = _home(where, tmp_path, 120)
    home.type({(at, col): None for at in range(1, 62) for col in range(9)})
    before = homes.cells(home)
    with pytest.raises(UnsafePlan, match="would change 61 of the 120 rows"):
        homes.run(home)

    assert before == homes.cells(home)


@pytest.mark.parametrize("where", HOMES)
def test_first_runs_and_cleared_cells_are_not_too_much(tmp_path: Path, where: str) -> None:
    """Filling blank cells is no change of a value, however many there are: a first run, and one after people cleared our columns."""
    home = _home(where, tmp_path, 120)
    home.type({(at, col): None for at in range(1, 121) for col in range(GREAT, WHY + 1)})

    assert homes.run(home).written
    assert not any(is_blank(row[GREAT]) for row in homes.cells(home)[1:121])


@pytest.mark.parametrize("where", HOMES)
def test_a_log_that_shrank_stops_and_asks(tmp_path: Path, where: str) -> None:
    """A log that has lost more than half of its calls, and more than 50, since the last run: nothing is written until --force."""
    home = _home(where, tmp_path, 130)
    width = len(homes.cells(home)[0])
    home.type({(at, col): None for at in range(50, 131) for col in range(width)})
    home.type({(1, NOTES): LOUD})
    before = homes.cells(home)
    with pytest.raises(UnsafePlan, match="The log has 49 calls; the last run saw 130.* --force"):
        homes.run(home)

    assert before == homes.cells(home)
    assert homes.run(home, force=True).written
    home.type({(2, NOTES): LOUD})
    assert homes.run(home).written


@pytest.mark.parametrize("after", ["a run", "a run that was forced", "a stop", "a kill"])
@pytest.mark.parametrize("where", HOMES)
def test_undo_keeps_what_people_changed_since(tmp_path: Path, where: str, after: str) -> None:
    """After any of this the latest run that wrote can be taken back: cells that people changed since are kept and listed."""
    home = _home(where, tmp_path, 70)
    first = homes.cells(home)
    _louder(home, 60 if after == "a run that was forced" else 10)
    homes.run(home, force=True)
    home.type({(2, GREAT): "Review", (3, ACTION): "Send flowers", (4, FOLLOW_UP): None})
    if after == "a stop":
        home.type({(at, NOTES): "wants a quote" for at in range(11, 71)})
        with pytest.raises(UnsafePlan):
            homes.run(home)
        home.type({(at, NOTES): QUIET for at in range(11, 71)})
    if after == "a kill":
        _killed_under_lock(home)
    back = homes.undo(home)
    found = homes.cells(home)

    assert {"'Call Log'!J3", "'Call Log'!L4"} == {kept.where for kept in back.todo.kept}
    assert ("Review", "Send flowers") == (found[2][GREAT], found[3][ACTION])
    assert [first[at][GREAT:WHY] for at in (1, 5, 10)] == [found[at][GREAT:WHY] for at in (1, 5, 10)]
    assert first[4][GREAT:WHY] == found[4][GREAT:WHY]


def _killed_under_lock(home: Home) -> None:
    """A process that holds the lock of the workbook is killed."""
    if not hasattr(os, "fork"):
        pytest.skip("needs processes that are forked")
    import warnings

    store = home.store()
    ready, told = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        with config.locked(home.state, store.target, store.name):
            os.write(told, b"x")
            signal.pause()
        os._exit(0)
    os.read(ready, 1)
    try:
        with pytest.raises(TryAgain, match="Another sheetsync run is working on .*[Tt]ry again later"):
            homes.run(home)
        with pytest.raises(TryAgain, match="Another sheetsync run is working on"):
            homes.undo(home)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ready)
        os.close(told)


@pytest.mark.parametrize("where", HOMES)
def test_of_two_runs_one_works_and_a_dead_one_stops_nobody(tmp_path: Path, where: str) -> None:
    """While another process is at work on the workbook, a run and an undo say so and leave with “try again later”; once that process was
    killed, its lock is free and the run does its work."""
    home = _home(where, tmp_path, 5)
    _louder(home, 2)
    before = homes.cells(home)
    _killed_under_lock(home)

    assert before == homes.cells(home)
    assert homes.run(home).written


@pytest.mark.parametrize("where", HOMES)
def test_a_dry_run_needs_no_lock(tmp_path: Path, where: str) -> None:
    """Looking is always possible: a dry run writes nothing, so it waits for nobody."""
    home = _home(where, tmp_path, 3)
    _louder(home, 1)
    store = home.store()
    with config.locked(home.state, store.target, store.name):
        planned = homes.run(home, dry_run=True)

    assert planned.todo
    assert not planned.written
