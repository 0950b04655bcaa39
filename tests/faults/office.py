"""An office at work on one log, day after day: people add, edit, sort, delete, override, clear and answer; the tool syncs, and fails."""

from __future__ import annotations

import datetime as dt
import errno
import os
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import failing
import room
import sheets
from failing import Layer, layered

from sheetsync import sync
from sheetsync.errors import NeedsPerson, TryAgain, UnsafePlan
from sheetsync.grid import Tab, Value, is_blank, same
from sheetsync.stores.base import Store
from sheetsync.stores.excel import ExcelStore
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options
from sheetsync.tabs.headers import OUTPUTS, Role

HEADS: tuple[str, ...] = (*sheets.HEADS, "Override", "Ref")
REF = HEADS.index("Ref")
NAMES = ("Earl Dodson", "Lew Sabatini", "Ann Oakes", "Bo Reed", "Di Hunt", "Una Page", "Cy Young", "=1+1", "Flo O'Hara")
SAID = (
    "not interested", "LVM", "wants a quote", "call me in six months", "let me think about it", "booked a demo for friday", "wrong number", "gatekeeper would not put me through",
    "take me off your list", "call back tomorrow", "their contract is up in March", "hm", "said no, then agreed to meet on Tuesday",
)  # fmt: skip
BY_HAND: Mapping[Role, tuple[Value, ...]] = {
    Role.GREAT: ("Yes", "No"), Role.FOLLOW_UP: (dt.date(2027, 3, 3), "none"), Role.NEXT_ACTION: ("Ring her", "Send flowers"), Role.WHY: ("because",),
}  # fmt: skip
FIRST = dt.date(2026, 1, 5)
MOST_ROWS = 45

Cells = dict[tuple[int, int], Value]


class Home(Protocol):
    """Where the office's workbook lives, and how people type into it."""

    state: Path

    def store(self) -> Store:
        """The workbook as a command opens it."""

    def type(self, cells: Cells, tab: str) -> None:
        """People type these cells."""

    def fail(self, run: Callable[[Store], object], chance: random.Random) -> str:
        """A run that something happens to; what it was."""


class InMemory:
    """The reference store, whose runs meet a busy backend, or a person who types meanwhile."""

    def __init__(self, folder: Path, rows: list[list[Value]]) -> None:
        self.state = folder / "state"
        self.book = MemoryStore([sheets.tab(rows, room.LOG)])

    def store(self) -> Store:
        """The one store."""
        return self.book

    def type(self, cells: Cells, tab: str) -> None:
        """Cell by cell."""
        for (row, col), value in cells.items():
            self.book.put(tab, row, col, value)

    def fail(self, run: Callable[[Store], object], chance: random.Random) -> str:
        """The backend is busy before the write; or it is written and then the machine stops."""

        def busy(store: MemoryStore) -> None:
            raise TryAgain("busy")

        self.book.before_apply = busy
        try:
            run(self.book)
        except TryAgain:
            return "busy"
        finally:
            self.book.before_apply = None
        return "nothing to fail at"


class OnDisk:
    """An Excel file, whose runs meet full disks and are killed."""

    def __init__(self, folder: Path, rows: list[list[Value]]) -> None:
        self.folder, self.state = folder / "desk", folder / "state"
        self.folder.mkdir()
        self.path = self.folder / "log.xlsx"
        self.path.write_bytes(room.plain(rows))

    def store(self) -> Store:
        """A new store each time, as each command has."""
        return ExcelStore(self.path, backups=self.state / "versions")

    def type(self, cells: Cells, tab: str) -> None:
        """In a program that is not ours."""
        room.typed(self.path, cells, tab)

    def fail(self, run: Callable[[Store], object], chance: random.Random) -> str:
        """An error of the system at some boundary of the file layer, or the end of the process there."""
        at = chance.randrange(230)
        where = (self.folder, self.state)
        if chance.random() < 0.5 and hasattr(os, "fork"):

            def work() -> None:
                with layered(Layer(where, at, failing.kill)):
                    run(self.store())

            return "killed" if failing.in_child(work) == failing.KILLED else "nothing to fail at"
        try:
            with layered(
                Layer(where, at, failing.error(chance.choice((errno.ENOSPC, errno.EIO))), lasting=chance.random() < 0.5)
            ):
                run(self.store())
        except (NeedsPerson, TryAgain):
            return "failed"
        return "nothing to fail at"


class Office:
    """The people, what they typed, and what they changed by hand. Each row has a reference of its own, so that it is found after any sort."""

    def __init__(self, make: Callable[[list[list[Value]]], Home], seed: int) -> None:
        self.chance = random.Random(seed)
        self.typed: dict[str, list[Value]] = {}
        self.by_hand: dict[tuple[str, Role], Value] = {}
        self.notes: set[str] = set()
        self.day = FIRST
        self.count = 0
        self.tally: Counter[str] = Counter()
        self.home = make([list(HEADS), *[self._call() for _ in range(5)]])
        self.sync()

    def _call(self) -> list[Value]:
        self.count += 1
        chance = self.chance
        row = sheets.call(
            self.day, chance.choice(NAMES), chance.choice(SAID), Rep=chance.choice(("Ann", "Bo", None)), Company=chance.choice((None, "Dodson Septic", "Page & Sons")),
            Spoke_with=chance.choice(("Owner", "Receptionist", None)), Outcome=chance.choice((None, None, "Gatekeeper", "Meeting booked", "Connected")),
        )  # fmt: skip
        row = [*row, None, f"r{self.count}"]
        self.typed[f"r{self.count}"] = row
        return row

    # -- looking --

    def log(self) -> Tab:
        """The log as it is."""
        tab = self.home.store().read().tab(room.LOG)
        assert tab is not None
        return tab

    def _rows(self, tab: Tab) -> dict[str, int]:
        return {str(tab.at(row, REF)): row for row in range(1, tab.height) if tab.at(row, REF)}

    def _ours(self, tab: Tab) -> dict[Role, int]:
        heads = {tab.at(0, col): col for col in range(tab.width)}
        return {role: heads[role.value] for role in OUTPUTS}

    # -- working --

    def work(self) -> None:
        """One day: a few things that people do in one sitting, and perhaps a run."""
        self.day += dt.timedelta(days=self.chance.choice((1, 1, 1, 3)))
        if self.chance.random() < 0.85:
            self._people()
        if self.chance.random() < 0.3:
            self._note()
        kind = self.chance.random()
        if kind < 0.25:
            self.tally[self.home.fail(lambda store: self._run(store), self.chance)] += 1
        elif kind < 0.32:
            self.sync()
            self._undo_and_redo()
        elif kind < 0.37:
            self.sync()
            self._lose_marks()
            self.sync()
        elif kind < 0.85:
            self.sync()

    def _people(self) -> None:
        tab = self.log()
        rows, ours = self._rows(tab), self._ours(tab)
        width = max(*ours.values(), tab.width - 1) + 1
        grid = {ref: [tab.at(row, col) for col in range(width)] for ref, row in rows.items()}
        free = [ref for ref in grid if all((ref, role) not in self.by_hand for role in OUTPUTS)]
        for _ in range(self.chance.randrange(1, 5)):
            ref = self.chance.choice(list(grid))
            what = self.chance.choice(
                ("add", "add", "edit", "sort", "delete", "override", "by hand", "clear", "answer")
            )
            self.tally[what] += 1
            match what:
                case "add" if len(grid) < MOST_ROWS:
                    new = self._call()
                    grid[str(new[REF])] = [*new, *[None] * (width - len(new))]
                case "edit":
                    self._edit(grid[ref], ref, "Notes", self.chance.choice(SAID))
                case "answer":
                    self._edit(grid[ref], ref, "Decision maker?", self.chance.choice(("Yes", "No", None)))
                case "override":
                    self._edit(grid[ref], ref, "Override", self.chance.choice(("Yes", "No", None)))
                case "sort":
                    order = list(grid)
                    self.chance.shuffle(order)
                    grid = {one: grid[one] for one in order}
                case "delete" if len(grid) > 4:
                    del grid[ref], self.typed[ref]
                    free = [one for one in free if one != ref]
                    self.by_hand = {key: value for key, value in self.by_hand.items() if key[0] != ref}
                case "by hand" if ref in free:
                    role = self.chance.choice(OUTPUTS)
                    value = self.chance.choice(BY_HAND[role])
                    if not is_blank(grid[ref][ours[role]]) and not same(grid[ref][ours[role]], value):
                        grid[ref][ours[role]] = self.by_hand[ref, role] = value
                        free.remove(ref)
                case "clear" if self.by_hand:
                    key = self.chance.choice(sorted(self.by_hand, key=str))
                    del self.by_hand[key]
                    grid[key[0]][ours[key[1]]] = None
        wanted = list(grid.values())
        blank: list[Value] = [None] * width
        wanted += [blank] * (tab.height - 1 - len(wanted))
        cells = {
            (at, col): value
            for at, row in enumerate(wanted, 1)
            for col, value in enumerate(row)
            if not same(value, tab.at(at, col)) or type(value) is not type(tab.at(at, col))
        }
        self.home.type(cells, room.LOG)

    def _edit(self, row: list[Value], ref: str, head: str, value: Value) -> None:
        row[HEADS.index(head)] = self.typed[ref][HEADS.index(head)] = value

    def _note(self) -> None:
        """Somebody writes beside a line of the follow-ups."""
        tab = self.home.store().read().tab("Follow-ups")
        if tab is None:
            return
        place = next(
            ((row, col) for row in range(tab.height) for col in range(tab.width) if tab.at(row, col) == "Notes"), None
        )
        if place is None:
            return
        lines = [
            row
            for row in range(place[0] + 1, tab.height)
            if isinstance(tab.at(row, place[1] - 1), str) or tab.at(row, 1)
        ]
        lines = [row for row in lines if is_blank(tab.at(row, place[1])) and not is_blank(tab.at(row, 2))]
        if lines:
            note = f"note {len(self.notes)} of {self.day}"
            self.notes.add(note)
            self.tally["note"] += 1
            self.home.type({(self.chance.choice(lines), place[1]): note}, "Follow-ups")

    def _lose_marks(self) -> None:
        """Somebody clears cells of the hidden column, sorts it alone, or pastes one of its cells over others."""
        tab = self.log()
        col = next(at for at in range(tab.width) if tab.at(0, at) == Role.MARK.value)
        rows = list(self._rows(tab).values())
        held = [tab.at(row, col) for row in rows]
        what = self.chance.choice(("cleared", "sorted", "pasted"))
        self.tally[f"marks {what}"] += 1
        if what == "sorted":
            self.chance.shuffle(held)
            self.home.type(dict(zip(((row, col) for row in rows), held, strict=True)), room.LOG)
            return
        new = None if what == "cleared" else self.chance.choice(held)
        some = self.chance.sample(rows, self.chance.randrange(1, len(rows) + 1))
        self.home.type({(row, col): new for row in some}, room.LOG)

    # -- the tool --

    def _options(self, **more: object) -> Options:
        moment = dt.datetime.combine(self.day, dt.time(9), dt.timezone.utc)
        return replace(Options(now=moment, today=self.day), **more)  # type: ignore[arg-type]

    def _run(self, store: Store, **more: object) -> sync.Result:
        try:
            return sync.run(store, self._options(**more), self.home.state)
        except UnsafePlan:
            self.tally["asked for --force"] += 1
            return sync.run(store, self._options(force=True, **more), self.home.state)

    def sync(self, **more: object) -> None:
        """A run that nothing happens to."""
        self.tally["synced"] += self._run(self.home.store(), **more).written

    def _undo_and_redo(self) -> None:
        from sheetsync.errors import UsageError

        try:
            sync.take_back(self.home.store(), self._options(), self.home.state)
        except UsageError:
            return
        self.tally["undone"] += 1
        self.sync(redo=True)

    # -- the end --

    def wrong(self) -> list[str]:
        """What is not as it should be, at the end: a typed cell, a note, or a cell of ours."""
        self.sync(redo=True)
        again = self._run(self.home.store())
        found = ["a run after a run wrote again"] if again.written else []
        tab = self.log()
        rows, ours = self._rows(tab), self._ours(tab)
        if set(rows) != set(self.typed):
            return [*found, f"rows {set(rows) ^ set(self.typed)} are lost or came back"]
        for ref, row in rows.items():
            found += [
                f"{ref} {head}: typed {want!r}, holds {tab.at(row, col)!r}"
                for col, (head, want) in enumerate(zip(HEADS, self.typed[ref], strict=True))
                if not same(want, tab.at(row, col))
            ]
        found += [
            f"{key} was changed by hand to {value!r}, and is {tab.at(rows[key[0]], ours[key[1]])!r}"
            for key, value in self.by_hand.items()
            if not same(value, tab.at(rows[key[0]], ours[key[1]]))
        ]
        fresh = self._fresh(rows, ours)
        found += [
            f"{ref} {role.value}: fresh {fresh.at(at, ours[role])!r}, holds {tab.at(row, ours[role])!r}"
            for at, (ref, row) in enumerate(rows.items(), 1)
            for role in OUTPUTS
            if not same(fresh.at(at, ours[role]), tab.at(row, ours[role]))
        ]
        listed = self.home.store().read().tab("Follow-ups")
        held = {value for column in listed.columns for value in column if isinstance(value, str)} if listed else set()
        return found + [f"{note} is lost" for note in self.notes if not any(note in text for text in held)]

    def _fresh(self, rows: dict[str, int], ours: dict[Role, int]) -> Tab:
        """The log as a first run makes it of what people typed, and of what they changed by hand."""
        store = MemoryStore([sheets.tab([list(HEADS), *[self.typed[ref] for ref in rows]], room.LOG)])
        state = self.home.state.parent / "fresh"
        sync.run(store, self._options(), state)
        for at, ref in enumerate(rows, 1):
            for role in OUTPUTS:
                if (ref, role) in self.by_hand:
                    store.put(room.LOG, at, ours[role], self.by_hand[ref, role])
        sync.run(store, self._options(force=True), state)
        found = store.read().tab(room.LOG)
        assert found is not None
        return found
