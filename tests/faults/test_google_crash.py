"""A run on a Google spreadsheet that is killed at any request, on both sides of it, and then run again."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from google_desk import LOG, NOW, Desk, Doom, Killed, Sheet, World, calls, differences, held

from sheetsync import coach
from sheetsync.coach.client import Place
from sheetsync.stores import google, google_template
from sheetsync.sync import Options

#: Larger logs by hand (SHEETSYNC_FAULTS=all), a real write of more than 2 MB among them.
ALL = os.environ.get("SHEETSYNC_FAULTS") == "all"
_SMALL_PARTS = 4_000 if ALL else 9_000


def _log(desk: Desk) -> None:
    desk.book.add(LOG, calls(14), rows=60, cols=9)


def _work_goes_on(desk: Desk) -> None:
    """People correct notes, add calls, type over a cell of ours, and sort."""
    sheet = desk.log
    sheet.put(2, 6, "not interested, thanks")
    sheet.put(4, 7, "No")
    for at in range(3):
        sheet.fill([(NOW.date(), "Bo", f"New {at}", f"New {at} Ltd", "Owner", None, "call me in two weeks")], 15 + at)
    sheet.sort(lambda line: str(line[2]), 1, 18)
    for title in ("Weekly Summary", "Follow-ups"):
        _note(desk.book.sheet(title))


def _note(sheet: Sheet) -> None:
    """Somebody writes beside each line of a list."""
    row, col = next(
        (row, col) for row in range(60) for col in range(sheet.col_count) if sheet.holds(row, col) == "Notes"
    )
    for at in range(row + 1, len(sheet.rows)):
        if sheet.holds(at, col + 1):
            sheet.put(at, col, f"note {at} on {sheet.title}")


def _notes(desk: Desk) -> set[str]:
    return {
        str(value)
        for sheet in desk.book.sheets
        for line in sheet.values()
        for value in line
        if str(value).startswith("note ")
    }


def _sync(desk: Desk, wire: Any = None) -> None:
    desk.sync(desk.store(wire))


def _sync_in_parts(desk: Desk, wire: Any = None) -> None:
    desk.sync(desk.store(wire, most_bytes=_SMALL_PARTS))


def _undo(desk: Desk, wire: Any = None) -> None:
    desk.undo(desk.store(wire))


def _install(desk: Desk, wire: Any = None) -> None:
    google_template.install(desk.client(wire), "Calls", into=desk.book.id)


def _synced(desk: Desk) -> None:
    _log(desk)
    _sync(desk)


def _synced_and_edited(desk: Desk) -> None:
    _synced(desk)
    _work_goes_on(desk)


def _installed(desk: Desk) -> None:
    desk.book.add("Sheet1")
    _install(desk)
    heads = {desk.log.holds(0, col): col for col in range(desk.log.col_count)}
    names, *rows = calls(9)
    for row, line in enumerate(rows, 1):
        for head, value in zip(names, line, strict=True):
            if value is not None:
                desk.log.put(row, heads[head], value)


def _synced_twice(desk: Desk) -> None:
    _synced_and_edited(desk)
    _sync(desk)


class Roster:
    """Two clients, each with a spreadsheet."""

    def __init__(self, desk: Desk, wire: Any = None) -> None:
        self.desk, self.wire = desk, wire

    def place(self, where: str) -> Place:
        """The spreadsheet of that id."""
        return Place(where, f"google:{where}", google=True)

    def ask_once(self, places: Any) -> str:
        """Nothing is asked of Drive."""
        return ""

    def open(self, place: Place) -> google.GoogleStore:
        """The client's log."""
        return google.GoogleStore(place.where, self.desk.client(self.wire))


def _clients(desk: Desk) -> None:
    ids = [f"1ClientNumber{at}OfTheRightLengthForGoogle0000000" for at in range(2)]
    for number in ids:
        desk.fake.book(number, title=f"Log {number[13]}").add(LOG, calls(5), rows=30, cols=9)
    desk.book.add("Clients", [("Client", "File or link"), ("Ann", ids[0]), ("Bo", ids[1])], rows=20, cols=8)


def _coach(desk: Desk, wire: Any = None) -> None:
    result = coach.run(desk.store(wire), Options(now=NOW), desk.state, Roster(desk, wire))
    assert not result.code, [one.status for one in result.clients]


def _coached_twice(desk: Desk) -> None:
    _clients(desk)
    _coach(desk)
    next(iter(desk.fake.books.values()))
    other = desk.fake.books["1ClientNumber1OfTheRightLengthForGoogle0000000"]
    other.sheet(LOG).put(1, 6, "not interested")
    _coach(desk)


def _coach_back(desk: Desk, wire: Any = None) -> None:
    coach.take_back(desk.store(wire), Options(now=NOW), desk.state)


@dataclass(frozen=True)
class Scene:
    """What stood there before, what is done, and how the journal is looked at."""

    prepare: Callable[[Desk], object]
    act: Callable[..., object]
    journals: bool = True


def _large(desk: Desk) -> None:
    desk.book.add(LOG, calls(9_000), rows=9_100, cols=9)


SCENES = {
    "first sync": Scene(_log, _sync),
    "first sync of the template": Scene(_installed, _sync),
    "later sync": Scene(_synced_and_edited, _sync),
    "first sync in parts": Scene(_log, _sync_in_parts),
    "later sync in parts": Scene(_synced_and_edited, _sync_in_parts),
    "undo": Scene(_synced_twice, _undo),
    "template into a blank spreadsheet": Scene(lambda desk: desk.book.add("Sheet1"), _install, journals=False),
    "template into a log": Scene(_synced, _install, journals=False),
    "coach": Scene(_clients, _coach),
    "coach's undo": Scene(_coached_twice, _coach_back),
}


if ALL:
    SCENES["first sync of 9,000 calls"] = Scene(_large, _sync)


def _books(desk: Desk) -> dict[str, Any]:
    return {f"{number} {key}": value for number, book in desk.fake.books.items() for key, value in held(book).items()}


def _log_cells(desk: Desk) -> dict[str, Any]:
    """The cells of the logs and rosters, marks left out: what undo is for."""
    found: dict[str, Any] = {}
    for number, book in desk.fake.books.items():
        for sheet in book.sheets:
            if sheet.title not in (LOG, "Clients"):
                continue
            heads = {col: sheet.holds(0, col) for col in range(sheet.col_count)}
            for row in range(1, len(sheet.rows)):
                for col, head in heads.items():
                    if head != "sheetsync" and sheet.holds(row, col) not in (None, ""):
                        found[f"{number} {sheet.title} {row} {head}"] = sheet.holds(row, col)
    return found


class Stage:
    """A scene, acted out once without a crash, and the world before it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.scene, self.desk = SCENES[name], Desk(folder)
        self.scene.prepare(self.desk)
        self.before = World.of(self.desk, "before")
        self.old, self.old_book = _books(self.desk), held(self.desk.book)
        self.old_cells, self.notes = _log_cells(self.desk), _notes(self.desk)
        self.runs = len(self.desk.entries())
        doom = Doom(self.desk.state)
        self.scene.act(self.desk, doom)
        self.requests = doom.seen
        self.new = _books(self.desk)

    def killed_at(self, at: int, *, after: bool) -> None:
        """The act once more, killed there."""
        self.before.back(self.desk)
        doom = Doom(self.desk.state, at, after)
        with pytest.raises(Killed):
            self.scene.act(self.desk, doom)
        doom.bury()


@pytest.mark.parametrize("name", SCENES)
def test_killed_at_every_request(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever request a run is killed at, on either side: run again, and all is as without it; the journal tells the truth."""
    monkeypatch.setattr(coach, "AT_ONCE", 1)
    stage = Stage(tmp_path, name)
    desk, wrong, tried = stage.desk, [], 0
    for at, request in enumerate(stage.requests):
        for after in (False, True):
            tried += 1
            where = f"{'after' if after else 'before'} {at} {request}"
            stage.killed_at(at, after=after)
            between, open_before = _books(desk), len(desk.entries())
            untouched = held(desk.book) == stage.old_book
            wrong += [f"{where}: {note} is lost" for note in stage.notes - _notes(desk)]
            if (stage.scene.act is _undo and between == stage.new) or stage.scene.act is _coach_back:
                _sync_or_coach(desk, stage)
            else:
                stage.scene.act(desk)
            wrong += [f"{where}: {text}" for text in differences(stage.new, _books(desk))]
            wrong += [f"{where}: left behind {text}" for text in desk.strays()]
            entries = desk.entries()
            wrong += [f"{where}: {one.run} has no end" for one in entries if not one.ended]
            if open_before and stage.scene.journals and entries[open_before - 1].note:
                killed = entries[open_before - 1]
                said, true = killed.unwritten, untouched
                if said and not true:
                    wrong.append(f"{where}: the journal says that nothing was written")
                elif true and not said:
                    wrong.append(f"{where}: the journal does not know that nothing was written")
    print("\n".join(text[:400] for text in wrong[:12]))
    print(f"{name}: killed at {tried} boundaries of {len(stage.requests)} requests")

    assert [] == wrong


def _sync_or_coach(desk: Desk, stage: Stage) -> None:
    """After a kill that struck once all was taken back, another undo would go one run further; a run only looks."""
    (_coach if stage.scene.act is _coach_back else _sync)(desk)


#: Each scene whose run undo can take back, and the boundaries of which every so many are tried.
_BACK = {"first sync": 2, "later sync": 2, "first sync in parts": 3, "later sync in parts": 3}


@pytest.mark.parametrize("name", _BACK)
@pytest.mark.parametrize("again", [True, False], ids=["after another run", "at once"])
def test_undo_after_a_kill(tmp_path: Path, name: str, again: bool) -> None:
    """Undo after a run that was killed puts back what stood there; a cell that a person changed since is kept, and listed."""
    stage = Stage(tmp_path, name)
    desk, wrong, tried = stage.desk, [], 0
    for at in range(0, len(stage.requests), 1 if ALL else _BACK[name]):
        for after in (False, True):
            where, tried = f"{'after' if after else 'before'} {at} {stage.requests[at]}", tried + 1
            stage.killed_at(at, after=after)
            written = _books(desk) != stage.old
            if again:
                stage.scene.act(desk)
            elif not written or not _ours(desk):
                continue
            key, value = _typed_over(desk)
            runs = [one for one in desk.entries()[stage.runs :] if not one.unwritten]
            kept: list[str] = []
            for one in reversed(runs):
                kept += [cell.where for cell in desk.undo(run=one.run).todo.kept if cell.why == "changed since"]
            found = _log_cells(desk)
            if stage.old_cells.get(key) == value or key not in found:
                wrong.append(f"{where}: no cell was typed over")
            wrong += [f"{where}: {text}" for text in differences(stage.old_cells | {key: value}, found)]
            wrong += [] if kept else [f"{where}: the cell that was changed since is not listed"]
            desk.sync(redo=True)
            wrong += [] if _log_cells(desk)[key] == value else [f"{where}: a sync took what a person typed"]
    print("\n".join(wrong[:12]))
    print(f"undo after {name}: {tried} boundaries")

    assert [] == wrong


def _typed_over(desk: Desk) -> tuple[str, Any]:
    """A person changes a cell of ours: where, as in ``_log_cells``, and to what."""
    row, col = _ours(desk)[0]
    desk.log.put(row, col, "Send flowers")
    return f"{desk.book.id} {LOG} {row} Next action", "Send flowers"


def _ours(desk: Desk) -> list[tuple[int, int]]:
    """The next actions that stand in the log."""
    col = next(col for col in range(desk.log.col_count) if desk.log.holds(0, col) == "Next action")
    return [(row, col) for row in range(1, len(desk.log.rows)) if desk.log.holds(row, col)]


def test_undo_of_a_coach_s_killed_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A coach's run that was killed once it had written is known as one, and undo puts the roster back; a killed undo goes on."""
    monkeypatch.setattr(coach, "AT_ONCE", 1)
    stage = Stage(tmp_path, "coach")
    desk, last = stage.desk, len(stage.requests) - 1
    client = {key: value for key, value in stage.old_cells.items() if " Clients " in key}
    stage.killed_at(last, after=True)

    assert coach.is_roster(desk.state, desk.store())
    doom = Doom(desk.state, 2, after=False)
    with pytest.raises(Killed):
        _coach_back(desk, doom)
    doom.bury()
    _coach_back(desk)
    assert client == {key: value for key, value in _log_cells(desk).items() if " Clients " in key}
    assert [(False, False), (False, False), (True, False)] == [(one.done, one.unwritten) for one in desk.entries()]
    assert all(one.ended for one in desk.entries())
