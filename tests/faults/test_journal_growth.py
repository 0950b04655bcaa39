"""The journal as it grows: what is kept, what is pruned, and that a long history is no slow one."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
import room
import sheets
from conftest import Command

from sheetsync import sync
from sheetsync.journal import KEPT_DAYS, LEAST_RUNS, MOST_RUNS, Journal, open_journal, taken_back
from sheetsync.stores.files import KEPT_VERSIONS
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
DAY = dt.timedelta(days=1)


def _journal(folder: Path, moments: list[dt.datetime]) -> Journal:
    """A journal with a run at each of those moments: copies of one real run."""
    store = MemoryStore([sheets.tab([sheets.HEADS, sheets.call()])])
    run = sync.run(store, Options(now=NOW), folder).run
    journal = open_journal(folder, store.target, store.name)
    model = journal.folder / f"{run}.jsonl"
    text = model.read_text()
    model.unlink()
    for at, moment in enumerate(moments):
        name = f"{moment:%Y%m%dT%H%M%S}-{at:02}"
        (journal.folder / f"{name}.jsonl").write_text(text.replace(run, name))
    return journal


def _runs(journal: Journal) -> list[str]:
    return sorted(path.stem for path in journal.folder.glob("*.jsonl"))


def test_old_runs_are_pruned_and_the_last_ones_never(tmp_path: Path) -> None:
    """Runs of a quarter of a year are kept, and the last 200 however old they are; what is pruned are the oldest."""
    old = [NOW - (KEPT_DAYS + 500 - at) * DAY for at in range(LEAST_RUNS + 20)]
    new = [NOW - 30 * DAY + at * dt.timedelta(minutes=1) for at in range(LEAST_RUNS - 10)]
    journal = _journal(tmp_path, [*old, *new])
    before = _runs(journal)
    journal.prune(NOW.isoformat())

    assert before[-LEAST_RUNS:] == _runs(journal)
    assert 0 == journal.prune(NOW.isoformat())


def test_no_more_than_so_many_runs_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of runs that are young there are no more than the limit."""
    monkeypatch.setattr("sheetsync.journal.MOST_RUNS", LEAST_RUNS + 50)
    journal = _journal(tmp_path, [NOW - DAY + at * dt.timedelta(minutes=1) for at in range(LEAST_RUNS + 80)])
    before = _runs(journal)

    assert 30 == journal.prune(NOW.isoformat())
    assert before[30:] == _runs(journal)


def test_a_run_prunes_and_can_still_be_taken_back(tmp_path: Path) -> None:
    """Every run that writes prunes what is too old; the runs before it can be taken back one after another."""
    store = MemoryStore([sheets.tab([sheets.HEADS])])
    journal = _journal(tmp_path, [NOW - (KEPT_DAYS + 300) * DAY + at * DAY for at in range(LEAST_RUNS + 5)])
    for at in range(3):
        row = sheets.call(who=f"Ann {'abc'[at] * 3}", Company=f"Firm {at}", Spoke_with="Owner")
        for col, value in enumerate(row):
            store.put("Call Log", 1 + at, col, value)
        sync.run(store, Options(now=NOW + at * DAY), tmp_path)

    assert LEAST_RUNS == len(_runs(journal))
    held = []
    for at in range(3):
        sync.take_back(store, Options(now=NOW + (4 + at) * DAY), tmp_path)
        log = store.read().tab("Call Log")
        assert log is not None
        held.append([log.at(row, 9) for row in (1, 2, 3)])
    assert [["Yes", "Yes", None], ["Yes", None, None], [None, None, None]] == held


def test_a_file_that_cannot_be_removed_stops_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pruning is tidying: where it fails, the run has ended well all the same."""
    store = MemoryStore([sheets.tab([sheets.HEADS, sheets.call()])])
    _journal(tmp_path, [NOW - (KEPT_DAYS + 300) * DAY + at * DAY for at in range(LEAST_RUNS + 5)])
    real = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".jsonl":
            raise PermissionError(13, "Permission denied", str(self))
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    store.put("Call Log", 1, 8, "wants a quote")

    assert sync.run(store, Options(now=NOW), tmp_path).written


def test_saved_versions_of_a_file_are_no_more_than_ten(tmp_path: Path, sheetsync: Command) -> None:
    """However often a file is synced, the last ten versions are kept, and the last ten runs can be put back as a whole; an older one says so."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(room.plain(room.calls(1)))
    for at in range(KEPT_VERSIONS + 3):
        room.typed(path, {(1, 8): ("left a voicemail", "wants a quote")[at % 2]})
        sheetsync("sync", path)
    state = Path(os.environ["SHEETSYNC_STATE"])
    runs = open_journal(state, str(path.resolve()), "").entries()

    assert KEPT_VERSIONS == len(list(state.rglob("*.xlsx")))
    assert [False] * 3 + [True] * KEPT_VERSIONS == [Path(one.saved).is_file() for one in runs]
    said = sheetsync("undo", path, "--restore-file")
    assert 0 == said.code, said.err


def test_a_history_of_ten_thousand_runs(tmp_path: Path, sheetsync: Command) -> None:
    """With as many runs as are ever kept, history lists each of them, and a run reads no more of the journal than its last one."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(room.plain(room.calls(1)))
    sheetsync("sync", path)
    state = Path(os.environ["SHEETSYNC_STATE"])
    journal = open_journal(state, str(path.resolve()), "log.xlsx")
    (model,) = journal.folder.glob("*.jsonl")
    text = model.read_text()
    model.unlink()
    for at in range(MOST_RUNS):
        name = f"{NOW - 80 * DAY + at * dt.timedelta(minutes=10):%Y%m%dT%H%M%S}-01"
        (journal.folder / f"{name}.jsonl").write_text(text.replace(model.stem, name))
    said = sheetsync("history", path)

    assert MOST_RUNS == len(said.out.splitlines())
    opened: list[str] = []
    real = Path.open

    def count(self: Path, *args: object, **named: object) -> object:
        if self.suffix == ".jsonl":
            opened.append(self.name)
        return real(self, *args, **named)  # type: ignore[call-overload]

    room.typed(path, {(1, 8): "wants a quote"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", count)
        assert 0 == sheetsync("sync", path).code
    assert len(opened) < 10, opened
    assert 0 == sheetsync("history", path, "--purge").code
    assert [] == list(journal.folder.iterdir())


def test_runs_keep_their_order_while_the_clock_stands_still(tmp_path: Path) -> None:
    """A clock that was set back by a year: each of many runs has a name of its own that sorts behind the others, none is written over,
    the latest is the one that undo takes back, and pruning removes none of the newest."""
    store = MemoryStore([sheets.tab([sheets.HEADS, sheets.call()])])
    sync.run(store, Options(now=NOW), tmp_path)
    names = []
    for at in range(230):
        store.put("Call Log", 1, 8, ("left a voicemail", "wants a quote")[at % 2])
        names.append(sync.run(store, Options(now=NOW - 365 * DAY, today=NOW.date()), tmp_path).run)
    journal = open_journal(tmp_path, store.target, store.name)

    assert sorted(names) == names
    assert names == [entry.run for entry in journal.entries()][1:]
    undone = sync.take_back(store, Options(now=NOW - 365 * DAY, today=NOW.date()), tmp_path)
    assert [names[-1]] == [entry.undoes for entry in journal.entries() if entry.run == undone.run]


def test_a_strange_file_in_the_journal_hides_no_run(tmp_path: Path) -> None:
    """A file that somebody put into the journal's folder changes nothing: the end of a run that was killed is noted all the same, and new
    runs sort behind the others."""
    store = MemoryStore([sheets.tab([sheets.HEADS, sheets.call()])])
    run = sync.run(store, Options(now=NOW), tmp_path).run
    journal = open_journal(tmp_path, store.target, store.name)
    path = journal.folder / f"{run}.jsonl"
    path.write_text("\n".join(path.read_text().split("\n")[:2]) + "\n")
    (journal.folder / "notes.jsonl").write_text("hello")
    (journal.folder / "99999999T999999-01.jsonl").write_text("[" * 100_000)
    store.put("Call Log", 1, 8, "wants a quote")
    later = sync.run(store, Options(now=NOW + DAY), tmp_path).run

    assert [(run, "Stopped"), (later, "")] == [(entry.run, entry.note) for entry in journal.entries()]
    assert f"{NOW + DAY:%Y%m%dT%H%M%S}-01" == later


def test_an_undo_that_was_undone_undoes_no_more(tmp_path: Path) -> None:
    """A run that was taken back and brought back is a run that can be taken back; history says so too."""
    store = MemoryStore([sheets.tab([sheets.HEADS, sheets.call()])])
    run = sync.run(store, Options(now=NOW), tmp_path).run
    back = sync.take_back(store, Options(now=NOW), tmp_path).run
    forth = sync.take_back(store, Options(now=NOW), tmp_path, back).run
    journal = open_journal(tmp_path, store.target, store.name)

    assert {back: forth} == taken_back(journal.entries())
    again = sync.take_back(store, Options(now=NOW), tmp_path).run
    assert {back: forth, run: again} == taken_back(journal.entries())
