"""One run from end to end against the reference store: dry run, stale, run twice, undone, and a long random walk."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
import sheets

from sheetsync import grid, sync, tabs
from sheetsync.errors import LogProblems, StaleSnapshot, UnsafePlan, UsageError
from sheetsync.grid import Formula
from sheetsync.journal import open_journal
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options
from sheetsync.tabs.headers import OUTPUTS, TYPED, Role

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
TODAY = dt.date(2026, 11, 24)
OPTIONS = Options(now=NOW, today=TODAY)
LOG = "Call Log"
GREAT, FOLLOW_UP, ACTION, WHY, MARK = range(9, 14)  # where our columns go, right of sheets.HEADS


def _store(*rows: list[grid.Value]) -> MemoryStore:
    return MemoryStore([sheets.tab([sheets.HEADS, *rows], LOG)])


def _three() -> MemoryStore:
    return _store(
        sheets.call(Decision_maker=None, Spoke_with="Owner"),
        sheets.call(who="Lew Sabatini", Company="Sabatini Stone", Outcome="Gatekeeper", Notes="owner out till weds"),
        sheets.call(dt.date(2026, 11, 11), Spoke_with="Owner", Outcome="Meeting booked", Notes="changed his mind"),
    )


def _run(store: MemoryStore, state: Path, **options: object) -> sync.Result:
    return sync.run(store, Options(now=NOW, today=TODAY, **options), state)  # type: ignore[arg-type]


def _cells(store: MemoryStore, col: int) -> list[grid.Value]:
    tab = store.read().tab(LOG)
    assert tab is not None
    return [tab.at(row, col) for row in range(1, tab.height)]


def test_a_sync_writes_flags_dates_actions_and_why(tmp_path: Path) -> None:
    """The first run adds our columns and tabs, and fills them in."""
    store = _three()
    result = _run(store, tmp_path)

    assert result.written
    assert ["Yes", "No", "Already counted"] == _cells(store, GREAT)
    assert ["Call Log", "Weekly Summary", "Follow-ups"] == [tab.name for tab in store.tabs]
    assert all(isinstance(text, str) and len(text) > 10 for text in _cells(store, WHY))


def test_the_smaller_of_two_limits_counts(tmp_path: Path) -> None:
    """sheetsync.toml may allow less than the workbook's Settings, never more."""
    rows = [sheets.call(who=f"Person {n}", Company=f"Firm {n}", Outcome="LVM", Notes="") for n in range(100)]
    store = MemoryStore(
        [sheets.tab([sheets.HEADS, *rows], LOG), sheets.tab([["Largest change in one run (%)", 90]], "Settings")]
    )
    _run(store, tmp_path)
    for row in range(1, 71):
        store.put(LOG, row, 7, "Not interested")
    with pytest.raises(UnsafePlan, match="the limit is 60"):
        _run(store, tmp_path, largest_change=60)
    assert _run(store, tmp_path, largest_change=100).written


def test_a_second_run_plans_nothing(tmp_path: Path) -> None:
    """Run once or ten times, the workbook is the same."""
    store = _three()
    _run(store, tmp_path)
    again = _run(store, tmp_path)

    assert not again.todo
    assert 1 == store.writes
    assert sync.unchanged(store, OPTIONS, tmp_path)


def test_the_quick_look_sees_a_change_and_another_day(tmp_path: Path) -> None:
    """A run is only skipped where nothing at all can have changed."""
    store = _three()
    _run(store, tmp_path)
    _run(store, tmp_path)

    assert not sync.unchanged(store, Options(now=NOW, today=TODAY + dt.timedelta(days=1)), tmp_path)
    store.put(LOG, 1, 8, "wants a quote")
    assert not sync.unchanged(store, OPTIONS, tmp_path)


def test_a_dry_run_shows_the_very_plan_and_writes_nothing(tmp_path: Path) -> None:
    """What a dry run plans is what the run then does."""
    store = _three()
    planned = _run(store, tmp_path, dry_run=True)
    assert not planned.written
    assert 0 == store.writes

    assert _run(store, tmp_path).todo.changes == planned.todo.changes


def test_a_cell_that_a_person_changed_is_kept_and_counts(tmp_path: Path) -> None:
    """A typed flag stays, goes with its row through a sort, and is what counts everywhere."""
    store = _three()
    _run(store, tmp_path)
    store.put(LOG, 1, GREAT, "No")
    store.reorder(LOG, [3, 1, 2], 1)
    result = _run(store, tmp_path)

    assert ["Yes", "No", "No"] == _cells(store, GREAT)
    assert ["'Call Log'!J3"] == [kept.where for kept in result.todo.kept]
    assert not _run(store, tmp_path).todo


def test_clearing_a_cell_hands_it_back(tmp_path: Path) -> None:
    """A cleared cell is ours again."""
    store = _three()
    _run(store, tmp_path)
    store.put(LOG, 1, GREAT, "No")
    _run(store, tmp_path)
    store.put(LOG, 1, GREAT, None)
    _run(store, tmp_path)

    assert ["Yes", "No", "Already counted"] == _cells(store, GREAT)


def test_a_formula_in_a_cell_of_ours_is_kept(tmp_path: Path) -> None:
    """A formula stays, whatever we would write, and the run says so."""
    store = _three()
    _run(store, tmp_path)
    store.put(LOG, 2, ACTION, "Ring", Formula('IF(1,"Ring","")'))
    store.put(LOG, 2, 7, "Not interested")
    result = _run(store, tmp_path)

    assert "Ring" == _cells(store, ACTION)[1]
    assert "'Call Log'!L3" in [kept.where for kept in result.todo.kept]


def test_a_sort_that_left_our_columns_behind_is_mended(tmp_path: Path) -> None:
    """Where people sorted only their own columns, ours are written anew."""
    store = _three()
    _run(store, tmp_path)
    _sort_theirs(store)
    _run(store, tmp_path)

    assert ["Already counted", "No", "Yes"] == _cells(store, GREAT)


def test_a_sort_that_moved_a_change_by_hand_to_another_row_stops(tmp_path: Path) -> None:
    """A hand-made change that stands beside the wrong row is named, and nothing is written."""
    store = _three()
    _run(store, tmp_path)
    store.put(LOG, 1, ACTION, "Ring her in May")
    _sort_theirs(store)
    with pytest.raises(LogProblems, match="Ring her in May"):
        _run(store, tmp_path)


def _sort_theirs(store: MemoryStore) -> None:
    tab = store.read().tab(LOG)
    assert tab is not None
    rows = [[tab.at(row, col) for col in range(9)] for row in range(1, tab.height)]
    for row, values in enumerate(reversed(rows), 1):
        for col, value in enumerate(values):
            store.put(LOG, row, col, value)


def test_a_stale_snapshot_starts_again_from_the_top(tmp_path: Path) -> None:
    """A change between our read and our write is seen, and what is written fits the workbook as it is then."""
    store = _three()

    def meddle(one: MemoryStore) -> None:
        one.before_apply = None
        one.put(LOG, 1, 8, "wrong number")

    store.before_apply = meddle
    _run(store, tmp_path)

    assert "No" == _cells(store, GREAT)[0]


def test_a_workbook_that_never_rests_is_left_alone(tmp_path: Path) -> None:
    """After a few tries the run gives up, in words, with nothing written."""
    store = _three()
    store.before_apply = lambda one: one.put(LOG, 1, 8, f"note {one.reads}")
    with pytest.raises(StaleSnapshot, match="keeps being changed"):
        _run(store, tmp_path)

    assert 0 == store.writes


def test_undo_puts_back_what_was_there_and_keeps_what_people_changed(tmp_path: Path) -> None:
    """After an undo our cells hold what they held; a cell changed since stays and is listed."""
    store = _three()
    _run(store, tmp_path)
    store.put(LOG, 2, FOLLOW_UP, dt.date(2027, 1, 5))
    back = sync.take_back(store, OPTIONS, tmp_path)

    assert [None, None, None] == _cells(store, GREAT)
    assert [None, dt.date(2027, 1, 5), None] == _cells(store, FOLLOW_UP)
    assert ["'Call Log'!K3"] == [kept.where for kept in back.todo.kept]


def test_undo_finds_its_rows_after_a_sort(tmp_path: Path) -> None:
    """The journal names rows by what is on them, so a sort between does no harm."""
    store = _three()
    _run(store, tmp_path)
    store.put(LOG, 1, 8, "wants a quote for 14 vehicles")
    _run(store, tmp_path)
    store.reorder(LOG, [3, 2, 1], 1)
    before = _cells(store, WHY)
    sync.take_back(store, OPTIONS, tmp_path)

    after = _cells(store, WHY)
    assert "14 vehicles" in str(before[2])
    assert "not interested" in str(after[2])
    assert before[1] == after[1]


def test_an_undone_run_is_not_done_again_until_something_changes(tmp_path: Path) -> None:
    """The next run leaves undone rows alone; a new word on the row, or --redo, hands them back."""
    store = _three()
    _run(store, tmp_path)
    sync.take_back(store, OPTIONS, tmp_path)
    _run(store, tmp_path)
    assert [None, None, None] == _cells(store, GREAT)

    store.put(LOG, 2, 8, "owner still out")
    _run(store, tmp_path)
    assert [None, "No", None] == _cells(store, GREAT)

    _run(store, tmp_path, redo=True)
    assert ["Yes", "No", "Already counted"] == _cells(store, GREAT)


def test_an_undo_can_be_undone(tmp_path: Path) -> None:
    """Taking back the undo brings the flags back, as ours."""
    store = _three()
    _run(store, tmp_path)
    undone = sync.take_back(store, OPTIONS, tmp_path)
    sync.take_back(store, OPTIONS, tmp_path, undone.run)

    assert ["Yes", "No", "Already counted"] == _cells(store, GREAT)
    assert not _run(store, tmp_path).todo.kept


def test_undo_without_a_run_says_so(tmp_path: Path) -> None:
    """There is nothing to take back before the first run, and only runs that were."""
    with pytest.raises(UsageError, match="no run that could be undone"):
        sync.take_back(_three(), OPTIONS, tmp_path)
    with pytest.raises(UsageError, match="no run “nope”"):
        sync.take_back(_three(), OPTIONS, tmp_path, "nope")


def test_the_journal_is_on_disk_before_the_first_write(tmp_path: Path) -> None:
    """A run that dies in its write is in the journal, as one that did not end well."""
    store = _three()

    def die(one: MemoryStore) -> None:
        raise OSError("the plug was pulled")

    store.before_apply = die
    with pytest.raises(OSError, match="plug"):
        _run(store, tmp_path)
    entries = open_journal(tmp_path, store.target, store.name).entries(rows=True)

    assert [(False, 3)] == [(entry.done, len(entry.log)) for entry in entries]


def test_journals_are_private(tmp_path: Path) -> None:
    """Nobody else on the machine can read what was on the rows."""
    state = tmp_path / "state"
    store = _three()
    _run(store, state)
    files = [path for path in state.rglob("*") if path.is_file() and path.suffix != ".lock"]

    assert files
    assert {0o600} == {path.stat().st_mode & 0o777 for path in files}
    assert {0o700} == {path.stat().st_mode & 0o777 for path in state.rglob("*") if path.is_dir()}


@pytest.mark.parametrize("seed", range(12))
def test_a_random_walk_never_loses_a_persons_work(seed: int, tmp_path: Path) -> None:
    """Edits, sorts, inserts, deletes, overrides, clears and syncs in any order: typed cells stay, ours are fresh or changed by hand."""
    walk = _Walk(random.Random(seed), tmp_path)
    for _ in range(30):
        walk.step()
    walk.check()


class _Walk:
    """An office at work on one log. Each row carries an id in its notes, so that it can be found after any sort."""

    def __init__(self, chance: random.Random, state: Path) -> None:
        self.chance, self.state = chance, state
        self.typed: dict[str, list[grid.Value]] = {}
        self.by_hand: dict[tuple[str, int], grid.Value] = {}
        self.count = 0
        self.store = _store(*[self._new() for _ in range(6)])
        _run(self.store, state)

    def _new(self) -> list[grid.Value]:
        self.count += 1
        name = self.chance.choice(("Earl Dodson", "Lew Sabatini", "Ann Oakes", "Bo Reed", "Di Hunt"))
        note = self.chance.choice(
            (
                "not interested",
                "LVM",
                "wants a quote",
                "call me in six months",
                "let me think about it",
                "booked a demo for friday",
                "wrong number",
            )
        )
        day = dt.date(2026, 9, 1) + dt.timedelta(days=self.chance.randrange(70))
        row = sheets.call(
            day, name, f"{note} #{self.count}", Spoke_with=self.chance.choice(("Owner", None)), Company=None
        )
        self.typed[f"#{self.count}"] = row
        return row

    def _rows(self) -> dict[str, int]:
        tab = self._tab()
        return {str(tab.at(row, 8)).rsplit(" ", 1)[-1]: row for row in range(1, tab.height) if tab.at(row, 8)}

    def _tab(self) -> grid.Tab:
        tab = self.store.read().tab(LOG)
        assert tab is not None
        return tab

    def step(self) -> None:
        rows = self._rows()
        match self.chance.choice(("add", "edit", "sort", "delete", "hand", "clear", "sync", "sync", "blank row")):
            case "add":
                for col, value in enumerate(self._new()):
                    self.store.put(LOG, max(rows.values()) + 1, col, value)
            case "edit":
                name, row = self.chance.choice(list(rows.items()))
                note = f"no thanks {name}"
                self.typed[name][8] = note
                self.store.put(LOG, row, 8, note)
            case "sort":
                order = list(rows.values())
                self.chance.shuffle(order)
                self.store.reorder(LOG, order, 1)
            case "delete" if len(rows) > 3:
                name, gone = self.chance.choice(list(rows.items()))
                del self.typed[name]
                self.by_hand = {key: value for key, value in self.by_hand.items() if key[0] != name}
                self.store.reorder(LOG, [row for row in rows.values() if row != gone], 1)
            case "hand":
                name, row = self.chance.choice(list(rows.items()))
                col, value = self.chance.choice(
                    ((GREAT, "No"), (FOLLOW_UP, dt.date(2027, 3, 3)), (ACTION, "Ring her"), (WHY, "because"))
                )
                if not grid.same(self._tab().at(row, col), value):
                    self.by_hand[name, col] = value
                    self.store.put(LOG, row, col, value)
            case "clear" if self.by_hand:
                name, col = self.chance.choice(list(self.by_hand))
                del self.by_hand[name, col]
                self.store.put(LOG, rows[name], col, None)
            case "sync":
                _run(self.store, self.state, force=True)
            case "blank row":
                self.store.reorder(LOG, [*rows.values(), max(rows.values()) + 5], 1)
            case _:
                pass

    def check(self) -> None:
        _run(self.store, self.state, force=True)
        tab, rows = self._tab(), self._rows()
        typed = {name: [tab.at(row, col) for col in range(9)] for name, row in rows.items()}
        assert self.typed == typed
        assert self.by_hand == {(name, col): tab.at(rows[name], col) for name, col in self.by_hand}

        book = tabs.read(self.store.read())
        verdicts, _, todo = sync.make_plan(book, TODAY)
        assert not todo.changes.edits
        wanted = tabs.lay_out(book, verdicts).values
        for at, row in enumerate(book.rows.numbers):
            name = str(tab.at(row, 8)).rsplit(" ", 1)[-1]
            for place, role in enumerate(OUTPUTS):
                if (name, GREAT + place) not in self.by_hand:
                    assert grid.same(wanted[role][at], tab.at(row, GREAT + place)), (name, role)


def test_the_anchor_reads_every_typed_column() -> None:
    """Each column that people fill in takes part in telling rows apart; none of ours does."""
    assert Role.GREAT not in TYPED
    assert {Role.DATE, Role.NOTES, Role.OVERRIDE, Role.REQUESTED} <= set(TYPED)
