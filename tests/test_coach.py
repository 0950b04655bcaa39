"""All clients of a coach on one page: every one is worked on, none stops another, and nobody's name leaves a client's workbook."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import sheets

from sheetsync import coach, config
from sheetsync.coach import words
from sheetsync.coach.client import Place, State
from sheetsync.errors import LogProblems, SheetsyncError, TryAgain, UsageError
from sheetsync.grid import Formula, Value
from sheetsync.journal import open_journal
from sheetsync.settings import folded
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options
from sheetsync.tabs import roster

NOW = dt.datetime(2026, 11, 13, 9, tzinfo=dt.timezone.utc)
TODAY = dt.date(2026, 11, 13)
OPTIONS = Options(now=NOW, today=TODAY)
HEADS = ("Client", "File or link", "Weekly goal", "Active", "Notes")
LAST, WEEK, STATUS, MARK = range(5, 9)


def log(*rows: list[Value], name: str = "log.xlsx") -> MemoryStore:
    """A client's call log; one great conversation unless rows are given."""
    return MemoryStore([sheets.tab([sheets.HEADS, *(rows or [_great()])], "Call Log")], name, f"memory:{name}")


def _great(who: str = "Earl Dodson", **other: Value) -> list[Value]:
    return sheets.call(who=who, Spoke_with="Owner", **other)


def roster_of(*rows: Sequence[Value], heads: Sequence[Value] = HEADS) -> MemoryStore:
    """A coach's workbook."""
    return MemoryStore([sheets.tab([heads, *rows], "Clients")], "clients.xlsx", "memory:clients")


class Room:
    """The clients' logs, by what the roster calls them."""

    def __init__(self, **logs: MemoryStore | SheetsyncError) -> None:
        self.logs = logs
        self.opened: list[str] = []
        self.refused = ""

    def place(self, where: str) -> Place:
        """Two spellings of one name are one workbook."""
        if where == "clients":
            return Place("memory:clients", "memory:clients")
        return Place(where.casefold(), where.casefold())

    def ask_once(self, places: Sequence[Place]) -> str:
        """Nothing to be asked."""
        return self.refused

    def open(self, place: Place) -> MemoryStore:
        """The log, or what is wrong with it."""
        self.opened.append(place.where)
        found = self.logs.get(place.where, UsageError(f"There is no file {place.where}."))
        if isinstance(found, SheetsyncError):
            raise found
        return found

    @property
    def reads(self) -> int:
        """How often a log was read."""
        return sum(one.reads for one in self.logs.values() if isinstance(one, MemoryStore))


def run(store: MemoryStore, room: Room, state: Path, *, sync: bool = True, **more: object) -> coach.Result:
    """One run of the coach."""
    return coach.run(store, replace(OPTIONS, **more), state, room, sync=sync)  # type: ignore[arg-type]


def column(store: MemoryStore, col: int) -> list[Value]:
    """What a column of Clients holds below its head."""
    tab = store.tabs[0]
    return [tab.at(row, col) for row in range(1, tab.height)]


def team(store: MemoryStore) -> dict[Value, list[Value]]:
    """The lines of Team Summary: the client to the numbers."""
    tab = next(one for one in store.tabs if one.name == "Team Summary")
    head = next(row for row in range(tab.height) if tab.at(row, 1) == "Client")
    return {tab.at(row, 1): [tab.at(row, col) for col in range(3, 8)] for row in range(head + 1, tab.height)}


def test_every_log_is_synced_and_rolled_up(tmp_path: Path) -> None:
    """Each log gets its flags, the roster what came out, and the Team Summary the sum and a line for each."""
    store = roster_of(["Ann", "a"], ["Bo", "b"])
    room = Room(a=log(name="a"), b=log(_great(), _great("Lew Sabatini", Company="Sabatini"), name="b"))
    result = run(store, room, tmp_path)

    assert 0 == result.code
    assert [TODAY, TODAY] == column(store, LAST)
    assert ["1 of 6", "2 of 6"] == column(store, WEEK)
    assert ["Synced. 1 call.", "Synced. 2 calls."] == column(store, STATUS)
    assert {"All clients": [3, 3, 3, 3, 12], "Ann": [1, 1, 1, 1, 6], "Bo": [2, 2, 2, 2, 6]} == team(store)
    assert all(
        "Weekly Summary" in [tab.name for tab in one.tabs] for one in room.logs.values() if isinstance(one, MemoryStore)
    )


def test_a_second_run_writes_nothing_and_reads_no_log(tmp_path: Path) -> None:
    """Running twice is running once: neither the roster nor a log is written, and no log is even read."""
    store, room = roster_of(["Ann", "a"], ["Bo", "b"]), Room(a=log(name="a"), b=log(name="b"))
    run(store, room, tmp_path)
    written, reads = store.writes, room.reads
    result = run(store, room, tmp_path)

    assert (written, reads) == (store.writes, room.reads)
    assert not result.todo
    assert [State.UP_TO_DATE, State.UP_TO_DATE] == [one.state for one in result.clients]


def test_a_log_that_changed_is_read_again(tmp_path: Path) -> None:
    """Only the one that changed."""
    one, other = log(name="a"), log(name="b")
    store, room = roster_of(["Ann", "a"], ["Bo", "b"]), Room(a=one, b=other)
    run(store, room, tmp_path)
    reads = other.reads
    one.put("Call Log", 1, 8, "left voicemail")
    run(store, room, tmp_path)

    assert reads == other.reads
    assert ["0 of 6", "1 of 6"] == column(store, WEEK)


@pytest.mark.parametrize(
    "later", [{"today": dt.date(2026, 11, 14)}, {"tab": None, "today": None, "now": NOW + dt.timedelta(days=1)}]
)
def test_on_another_day_everything_is_looked_at_again(tmp_path: Path, later: dict[str, object]) -> None:
    """Follow-ups become overdue by themselves."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    run(store, room, tmp_path)
    reads = room.reads
    run(store, room, tmp_path, **later)

    assert reads < room.reads
    assert [dt.date(2026, 11, 14)] == column(store, LAST)


def test_a_broken_client_stops_nobody(tmp_path: Path) -> None:
    """Its row says what is wrong; the others are synced; the worst exit code wins."""
    busy = TryAgain("b.xlsx is open in Excel. Close it, then run again.")
    no_log = MemoryStore([sheets.tab([["Hello"]], "Sheet1")], "c.xlsx", "memory:c")
    store = roster_of(["Gone", "x"], ["Busy", "b"], ["Ann", "a"], ["Odd", "c"])
    result = run(store, Room(a=log(name="a"), b=busy, c=no_log), tmp_path)
    said = column(store, STATUS)

    assert 2 == result.code
    assert [2, 4, 0, 3] == [one.code for one in result.clients]
    assert [
        "There is no file x.",
        "Try again later: b.xlsx is open in Excel. Close it, then run again.",
        "Synced. 1 call.",
    ] == said[:3]
    assert "No tab looks like a call log" in str(said[3])
    assert [None, None, TODAY, None] == column(store, LAST)
    assert ["All clients", "Gone", "Busy", "Ann", "Odd"] == list(team(store))


def test_a_failure_that_nobody_thought_of_stops_nobody(tmp_path: Path) -> None:
    """Not even a fault of ours."""

    class Broken(MemoryStore):
        def read(self) -> object:  # type: ignore[override]
            raise ZeroDivisionError("Earl Dodson, 555-0100")

    broken = Broken(name="a", target="memory:a")
    store = roster_of(["Ann", "a"], ["Bo", "b"])
    result = run(store, Room(a=broken, b=log(name="b")), tmp_path)

    assert [1, 0] == [one.code for one in result.clients]
    assert "ZeroDivisionError" in str(column(store, STATUS)[0])
    assert "Dodson" not in str(column(store, STATUS)[0])


def test_the_day_of_the_last_good_run_stays_when_a_client_breaks(tmp_path: Path) -> None:
    """Last synced says when it last went well; this week's figure, which may be wrong by now, goes."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    run(store, room, tmp_path)
    room.logs["a"] = TryAgain("a is busy. Try again later.")
    run(store, room, tmp_path, today=dt.date(2026, 11, 14))

    assert [TODAY] == column(store, LAST)
    assert [None] == column(store, WEEK)


def test_a_client_left_out(tmp_path: Path) -> None:
    """Active is No: not opened, not counted, and the row says so."""
    store, room = roster_of(["Ann", "a", None, "No"], ["Bo", "b", None, "yes"]), Room(a=log(name="a"), b=log(name="b"))
    result = run(store, room, tmp_path)

    assert ["b"] == room.opened
    assert [State.LEFT_OUT, State.SYNCED] == [one.state for one in result.clients]
    assert ["Left out: Active is No.", "Synced. 1 call."] == column(store, STATUS)
    assert ["All clients", "Bo"] == list(team(store))


def test_a_log_that_is_listed_twice_is_synced_once(tmp_path: Path) -> None:
    """It counts once, and the second row says where it is listed already, however alike the two rows are."""
    store, room = roster_of(["Ann", "a"], ["Ann", "a"], ["Annie", "A"]), Room(a=log(name="a"))
    result = run(store, room, tmp_path)

    assert ["a"] == room.opened
    assert [0, 3, 3] == [one.code for one in result.clients]
    assert [
        "Synced. 1 call.",
        *["The same log as that of Ann (Clients!B2); it is counted once. Correct one of the two."] * 2,
    ] == column(store, STATUS)
    assert 1 == team(store)["All clients"][0]


def test_what_cannot_be_read_in_a_row_is_said_there(tmp_path: Path) -> None:
    """A goal that is none, an Active that is neither yes nor no, a client without a file, the roster itself."""
    store = roster_of(["A", "a", "lots"], ["B", "a", None, "perhaps"], ["C"], ["D", "clients"])
    result = run(store, Room(), tmp_path)
    said = [str(text) for text in column(store, STATUS)]

    assert [3, 3, 3, 3] == [one.code for one in result.clients]
    assert "Clients!C2 is “lots”. Write a whole number" in said[0]
    assert "Clients!D3" in said[1] and "neither yes nor no" in said[1]
    assert "Clients!B4 is blank" in said[2]
    assert "This is the roster itself" in said[3]


def test_a_goal_of_the_roster_counts_there_and_nowhere_else(tmp_path: Path) -> None:
    """It is every rep's goal in the roll-up; the client's own workbook keeps its own."""
    one = log(_great(), _great("Lew Sabatini", Rep="Bo", Company="Sabatini"), name="a")
    store = roster_of(["Ann", "a", 1])
    run(store, Room(a=one), tmp_path)
    weekly = next(tab for tab in one.tabs if tab.name == "Weekly Summary")

    assert ["2 of 2"] == column(store, WEEK)
    assert "2 of 12" in {weekly.at(row, col) for row in range(weekly.height) for col in range(weekly.width)}


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """Neither the logs nor the roster nor the state directory; what would be written is in the plan."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    result = run(store, room, tmp_path, dry_run=True)

    assert (0, 0) == (store.writes, sum(one.writes for one in room.logs.values() if isinstance(one, MemoryStore)))
    assert [State.WOULD_CHANGE] == [one.state for one in result.clients]
    assert result.todo and not result.written
    assert not (tmp_path / "coach").exists()


def test_without_sync_the_logs_are_only_read(tmp_path: Path) -> None:
    """--no-sync counts what is there; a later run with sync is not misled by what was only read."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    result = run(store, room, tmp_path, sync=False)
    one = room.logs["a"]
    assert isinstance(one, MemoryStore)

    assert (0, [State.READ], ["Read, not synced. 1 call."]) == (
        one.writes,
        [c.state for c in result.clients],
        column(store, STATUS),
    )
    reads = one.reads
    run(store, room, tmp_path, sync=False)
    assert reads == one.reads
    assert [State.SYNCED] == [c.state for c in run(store, room, tmp_path).clients]
    assert 1 == one.writes


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Logs that were done before the interruption are not read again."""

    class Pulled(Room):
        def open(self, place: Place) -> MemoryStore:
            if place.where == "c" and "c" not in self.opened:
                self.opened.append("c")
                raise KeyboardInterrupt
            return super().open(place)

    store = roster_of(["A", "a"], ["B", "b"], ["C", "c"])
    room = Pulled(a=log(name="a"), b=log(name="b"), c=log(name="c"))
    with pytest.raises(KeyboardInterrupt):
        run(store, room, tmp_path)
    done = [room.logs[name].reads for name in "ab"]  # type: ignore[union-attr]
    run(store, room, tmp_path)

    assert done == [room.logs[name].reads for name in "ab"]  # type: ignore[union-attr]
    assert ["Synced. 1 call."] * 3 == column(store, STATUS)


def test_what_is_kept_between_runs_is_private_and_names_nobody(tmp_path: Path) -> None:
    """The numbers of each log lie in the state directory: 0600, and nothing in them but numbers."""
    run(roster_of(["Ann", "a"]), Room(a=log(_great(Phone="555-0100"), name="a")), tmp_path)
    kept = list((tmp_path / "coach").iterdir())
    text = kept[0].read_text(encoding="utf-8")

    assert 1 == len(kept)
    if os.name == "posix":
        assert 0o600 == stat.S_IMODE(kept[0].stat().st_mode)
    assert [] == [word for word in ("Dodson", "Ann", "555", "interested. period") if word in text]


def test_what_was_kept_by_another_version_or_is_damaged_is_not_used(tmp_path: Path) -> None:
    """It is read anew, and nothing fails."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    run(store, room, tmp_path)
    kept = next((tmp_path / "coach").iterdir())
    whole = json.loads(kept.read_text(encoding="utf-8"))
    for damaged in ("", "[]", "{}", json.dumps({**whole, "version": "0"}), json.dumps({**whole, "weeks": [1]})):
        kept.write_text(damaged, encoding="utf-8")
        reads = room.reads
        assert 0 == run(store, room, tmp_path).code
        assert reads < room.reads


# -- the roster's own cells -------------------------------------------------------------------------------------------


def test_a_hand_wins_in_the_roster(tmp_path: Path) -> None:
    """What the coach types over our cells stays and is told; clearing a cell hands it back; typed columns are never written."""
    store, room = roster_of(["Ann", "a", None, None, "rings on Fridays"]), Room(a=log(name="a"))
    run(store, room, tmp_path)
    store.put("Clients", 1, STATUS, "ask her about the list")
    store.put("Clients", 1, WEEK, None)
    result = run(store, room, tmp_path)

    assert ["ask her about the list"] == column(store, STATUS)
    assert ["1 of 6"] == column(store, WEEK)
    assert ["Clients!H2"] == [kept.where for kept in result.todo.kept]
    assert [["Ann"], ["a"], [None], [None], ["rings on Fridays"]] == [column(store, col) for col in range(5)]


def test_a_status_that_was_there_before_us_is_kept(tmp_path: Path) -> None:
    """A column of that name with words of the coach's own is not overwritten."""
    store = roster_of(["Ann", "a", "new client"], heads=("Client", "Link", "Status"))
    result = run(store, Room(a=log(name="a")), tmp_path)

    assert ["new client"] == column(store, 2)
    assert ["Clients!C2"] == [kept.where for kept in result.todo.kept]


def test_a_formula_in_a_column_of_ours_is_kept(tmp_path: Path) -> None:
    """It is never written over."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    run(store, room, tmp_path)
    store.put("Clients", 1, STATUS, "Synced. 1 call.", Formula('"Synced. 1 call."'))
    store.put("Clients", 1, LAST, None)

    assert [] == [
        edit.col
        for edit in run(store, room, tmp_path).todo.changes.edits
        if edit.tab == "Clients" and edit.col == STATUS
    ]


def test_a_sorted_roster_is_written_right(tmp_path: Path) -> None:
    """The marks move with their rows; where only the typed columns were sorted, our cells follow."""
    store, room = roster_of(["Ann", "a"], ["Bo", "b"]), Room(a=log(name="a"), b=log(_great(), _great("Lew"), name="b"))
    run(store, room, tmp_path)
    store.reorder("Clients", [2, 1], 1)
    assert not run(store, room, tmp_path).todo.changes.edits or ["Bo", "Ann"] == column(store, 0)
    for col in (0, 1):
        one, other = column(store, col)
        store.put("Clients", 1, col, other)
        store.put("Clients", 2, col, one)
    result = run(store, room, tmp_path)

    assert () == result.todo.kept
    assert ["Synced. 1 call.", "Synced. 2 calls."] == column(store, STATUS)


def test_a_client_who_was_deleted_leaves_nothing_of_ours(tmp_path: Path) -> None:
    """When the coach clears name and file, our cells of that row are cleared, and the client leaves the Team Summary."""
    store = roster_of(["Ann", "a"], ["Bo", "b"])
    room = Room(a=log(name="a"), b=log(name="b"))
    run(store, room, tmp_path)
    for col in (0, 1):
        store.put("Clients", 1, col, None)
    result = run(store, room, tmp_path)

    assert [None, None, None, None] == [column(store, col)[0] for col in (LAST, WEEK, STATUS, MARK)]
    assert ["Bo"] == [one.entry.client for one in result.clients]
    assert {"All clients", "Bo"} == {name for name in team(store) if name}


def test_a_roster_of_the_coach_s_own(tmp_path: Path) -> None:
    """Titles above, other columns between, other words: the list is found, our columns go right of it, and a Team Summary is added."""
    rows = [["My people"], [], [None, "Phone", "Client name", "Since", "Google Sheet"], [None, "1", "Ann", 2024, "a"]]
    store = MemoryStore([sheets.tab([["To do"]], "Plan"), sheets.tab(rows, "People")], "mine.xlsx", "memory:mine")
    run(store, Room(a=log(name="a")), tmp_path)
    people = store.tabs[1]

    assert ["Last synced", "This week", "Status", "sheetsync"] == [people.at(2, col) for col in range(5, 9)]
    assert [TODAY, "1 of 6", "Synced. 1 call."] == [people.at(3, col) for col in range(5, 8)]
    assert "Team Summary" == store.tabs[2].name


@pytest.mark.parametrize(
    ("tabs", "words_said"),
    [
        ([sheets.tab([["Hello"]], "Sheet1")], "No tab looks like a list of clients (tabs: “Sheet1”)"),
        (
            [sheets.tab([HEADS], "A"), sheets.tab([HEADS], "B")],
            "More than one tab looks like a list of clients: “A” and “B”",
        ),
        (
            [sheets.tab([["Client", "File"], ["Ann", "a", "mine"]], "Clients")],
            "Clients!C2 stands where our columns would go",
        ),
    ],
)
def test_a_workbook_that_is_no_roster_is_refused(tmp_path: Path, tabs: list[object], words_said: str) -> None:
    """It says what is missing or in the way, and no log is opened."""
    room = Room(a=log(name="a"))
    with pytest.raises(LogProblems, match=words_said.replace("(", r"\(").replace(")", r"\)")):
        run(MemoryStore(tabs, "x.xlsx", "memory:x"), room, tmp_path)  # type: ignore[arg-type]
    assert [] == room.opened


def test_a_roster_that_changes_meanwhile_is_read_again(tmp_path: Path) -> None:
    """A client added while the run was at work is left for the next run; what was found out lands on the right rows."""
    store, room = roster_of(["Ann", "a"], ["Bo", "b"]), Room(a=log(name="a"), b=log(_great(), _great("Lew"), name="b"))
    added = []

    def somebody(one: MemoryStore) -> None:
        if not added:
            added.append(True)
            one.reorder("Clients", [2, 1], 1)
            one.put("Clients", 3, 0, "New")
            one.put("Clients", 3, 1, "c")

    store.before_apply = somebody
    run(store, room, tmp_path)

    assert ["Bo", "Ann", "New"] == column(store, 0)
    assert ["Synced. 2 calls.", "Synced. 1 call.", None] == column(store, STATUS)


def test_a_roster_that_cannot_be_written_says_so_and_loses_no_result(tmp_path: Path) -> None:
    """The logs are synced all the same; the error is the roster's."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))

    def busy(_: MemoryStore) -> None:
        raise TryAgain("clients.xlsx is open in Excel.")

    store.before_apply = busy
    result = run(store, room, tmp_path)

    assert (4, "clients.xlsx is open in Excel.") == (result.code, str(result.error))
    assert [State.SYNCED] == [one.state for one in result.clients]


def test_two_runs_on_one_roster_are_not_at_work_at_once(tmp_path: Path) -> None:
    """The second one says so and opens no log."""
    store, room = roster_of(["Ann", "a"]), Room(a=log(name="a"))
    with config.locked(tmp_path, store.target, store.name), pytest.raises(TryAgain):
        run(store, room, tmp_path)

    assert [] == room.opened


def test_the_roster_s_run_is_in_its_history_and_can_be_taken_back(tmp_path: Path) -> None:
    """Undo puts back what our columns of the roster held, wherever the rows are; a cell that was changed since is kept."""
    store, room = roster_of(["Ann", "a"], ["Bo", "b"]), Room(a=log(name="a"), b=log(name="b"))
    run(store, room, tmp_path)
    run(store, room, tmp_path, today=dt.date(2026, 11, 14))
    store.put("Clients", 2, LAST, dt.date(2020, 1, 1))
    store.reorder("Clients", [2, 1], 1)
    todo, name = coach.take_back(store, OPTIONS, tmp_path)
    kinds = [entry.kind for entry in open_journal(tmp_path, store.target, store.name).entries()]

    assert [dt.date(2020, 1, 1), TODAY] == column(store, LAST)
    assert ["Clients!F2"] == [kept.where for kept in todo.kept]
    assert ["coach", "coach", "coach undo"] == kinds
    assert name
    coach.take_back(store, OPTIONS, tmp_path)
    assert [None, None] == column(store, STATUS)
    with pytest.raises(UsageError):
        coach.take_back(store, OPTIONS, tmp_path)


def test_progress_is_told_after_each_client(tmp_path: Path) -> None:
    """How many are done, of how many that are worked on at all."""
    told: list[tuple[int, int, str]] = []
    store = roster_of(["Ann", "a"], ["Off", "x", None, "No"], ["Bo", "b"])
    coach.run(store, OPTIONS, tmp_path, Room(a=log(name="a"), b=log(name="b")), progress=lambda *one: told.append(one))

    assert [(1, 2, "Ann"), (2, 2, "Bo")] == told


@pytest.mark.parametrize("seed", range(12))
def test_whatever_people_do_to_the_roster(tmp_path: Path, seed: int) -> None:
    """Sorts, new and deleted clients, cells typed over and cleared, logs that change: what was typed stays, twice is once, words fit rows."""
    chance = random.Random(seed)
    room = Room(
        **{f"log{at}": log(*[_great(f"Pat {row}") for row in range(at % 3 + 1)], name=f"log{at}") for at in range(6)}
    )
    store = roster_of(*[[f"Client {at}", f"log{at}"] for at in range(4)])
    typed: dict[tuple[Value, int], Value] = {}
    for step in range(25):
        tab = store.tabs[0]
        rows = [row for row in range(1, tab.height) if tab.at(row, 0)]
        row = chance.choice(rows)
        match chance.randrange(7):
            case 0:
                order = list(range(1, tab.height))
                chance.shuffle(order)
                store.reorder("Clients", order, 1)
            case 1:
                at = chance.randrange(8)
                store.put("Clients", tab.height, 0, f"New {step}")
                store.put("Clients", tab.height, 1, f"log{at}")
            case 2 if len(rows) > 2:
                typed = {key: value for key, value in typed.items() if key[0] != tab.at(row, 0)}
                store.reorder("Clients", [one for one in range(1, tab.height) if one != row], 1)
            case 3 if tab.width > STATUS:
                col = chance.choice([LAST, WEEK, STATUS])
                typed[tab.at(row, 0), col] = f"my word {step}"
                store.put("Clients", row, col, f"my word {step}")
            case 4 if typed:
                (name, col), _ = typed.popitem()
                store.put("Clients", next(one for one in rows if tab.at(one, 0) == name), col, None)
            case 5:
                store.put("Clients", row, 2, chance.choice([None, 3, 9]))
            case _:
                one = room.logs[f"log{chance.randrange(6)}"]
                assert isinstance(one, MemoryStore)
                one.put("Call Log", 1, 8, chance.choice(["left voicemail", "not interested. period."]))
        before = [tab_row[:5] for tab_row in _rows(store)]
        run(store, room, tmp_path)
        assert before == [tab_row[:5] for tab_row in _rows(store)]
        assert not run(store, room, tmp_path).todo
        for line in _rows(store):
            for col in (LAST, WEEK, STATUS):
                if (line[0], col) in typed:
                    assert typed[line[0], col] == line[col]
            if (line[0], STATUS) not in typed and str(line[STATUS]).startswith("Synced"):
                calls = int(str(line[1])[3:]) % 3 + 1
                assert f"Synced. {calls} call{'s' if calls > 1 else ''}." == line[STATUS]


def _rows(store: MemoryStore) -> list[list[Value]]:
    tab = store.tabs[0]
    return [[tab.at(row, col) for col in range(max(9, tab.width))] for row in range(1, tab.height)]


# -- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Call Log'!J2 holds “Earl said no”, typed by hand.\nUndo.", "'Call Log'!J2 holds “…”, typed by hand. Undo."),
        ("Run “sheetsync check” and look at “Call Log”.", "Run “sheetsync check” and look at “Call Log”."),
        ("two columns named “Prospect” in “ann.xlsx”", "two columns named “Prospect” in “ann.xlsx”"),
        ("a\x1b[31mb", "a�[31mb"),
    ],
)
def test_a_message_is_forwarded_without_what_cells_hold(text: str, expected: str) -> None:
    """Commands, headers, our tabs and the file's name stay; anything else that was quoted goes."""
    assert expected == words.forwardable(text, "ann.xlsx")


def test_no_header_of_a_roster_means_two_columns() -> None:
    """Each word that is recognised stands for one column."""
    meant = Counter(folded(name) for col in roster.SYNONYMS for name in {folded(one) for one in roster.SYNONYMS[col]})

    assert [] == [name for name, times in meant.items() if times > 1]
