"""The Status line of the Settings tab: when it was last synced and what is wrong, without ever being a change by itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import sheets

from sheetsync import grid, sync
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options
from sheetsync.tabs import status

NOW = dt.datetime(2026, 11, 24, 9, 5, tzinfo=dt.timezone.utc)
LATER = NOW + dt.timedelta(hours=1)
ZONE = ["Time zone", "Europe/London"]


def _store(*lines: list[grid.Value], status_now: grid.Value = None) -> MemoryStore:
    settings = sheets.tab([["Status", status_now], ZONE, *lines], "Settings")
    return MemoryStore([sheets.tab([sheets.HEADS, sheets.call(Spoke_with="Owner")], "Call Log"), settings])


def _held(store: MemoryStore) -> grid.Value:
    tab = store.read().tab("Settings")
    assert tab is not None
    return tab.at(0, 1)


def _run(store: MemoryStore, state: Path, now: dt.datetime = NOW) -> sync.Result:
    return sync.run(store, Options(now=now, today=NOW.date()), state)


def test_it_says_when_and_that_nothing_is_wrong(tmp_path: Path) -> None:
    """Written with the first run; the second plans nothing and leaves it, an hour later."""
    store = _store()
    _run(store, tmp_path)
    held = _held(store)
    again = _run(store, tmp_path, LATER)

    assert str(held).startswith("Synced 24 Nov 2026, 09:05. Nothing to mend.")
    assert not again.todo
    assert held == _held(store)


def test_it_says_what_is_wrong_and_when_it_is_not_any_more(tmp_path: Path) -> None:
    """A setting that cannot be read is told in words, once; mended, the line says so."""
    store = _store(["Weekly goal", 8])
    _run(store, tmp_path)
    store.put("Settings", 2, 1, "lots")
    told = _run(store, tmp_path, LATER)
    held = _held(store)

    assert told.written
    assert "Synced 24 Nov 2026, 10:05. To mend: Settings!B3: Weekly goal is “lots”." in str(held)
    assert not _run(store, tmp_path, LATER + dt.timedelta(hours=1)).todo
    store.put("Settings", 2, 1, 8)
    _run(store, tmp_path, LATER)
    assert "Nothing to mend." in str(_held(store))


def test_words_of_a_person_stay(tmp_path: Path) -> None:
    """What stands there and is not signed as ours is kept, our own words with a change in them too."""
    store = _store(status_now="ask Ann first")
    _run(store, tmp_path)
    assert "ask Ann first" == _held(store)

    store = _store()
    _run(store, tmp_path / "other")
    mine = str(_held(store)).replace("Nothing", "Little")
    store.put("Settings", 0, 1, mine)
    store.put("Call Log", 1, 8, "wants a proposal")
    assert _run(store, tmp_path / "other").written
    assert mine == _held(store)


def test_an_undo_is_told(tmp_path: Path) -> None:
    """The line says what was done last."""
    store = _store()
    _run(store, tmp_path)
    sync.take_back(store, Options(now=LATER, today=NOW.date()), tmp_path)

    assert str(_held(store)).startswith("Run taken back 24 Nov 2026, 10:05.")
    assert not _run(store, tmp_path, LATER).todo


def test_a_label_elsewhere_is_not_the_status_line() -> None:
    """Only one in the column of the settings' labels: a rep or an outcome word of that name is none."""
    tab = sheets.tab([["Weekly goal", 8, "", "Word", "Means"], ["", "", "", "Status", None]], "Settings")

    assert status.place(tab) is None
    assert status.place(sheets.tab([["Status", None]], "Settings")) is None


def test_a_settings_tab_without_the_line_gets_none(tmp_path: Path) -> None:
    """Nothing is written where nobody asked for it."""
    store = MemoryStore(
        [sheets.tab([sheets.HEADS, sheets.call()], "Call Log"), sheets.tab([["Weekly goal", 8]], "Settings")]
    )
    result = _run(store, tmp_path)

    assert [] == [edit for edit in result.todo.changes.edits if edit.tab == "Settings"]
