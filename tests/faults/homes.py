"""One log in each home (memory, an Excel file, a Google spreadsheet), for what must hold in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import google_desk
import room
import sheets

from sheetsync import sync
from sheetsync.grid import Value
from sheetsync.journal import Entry, open_journal
from sheetsync.stores.base import Store
from sheetsync.stores.excel import ExcelStore
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options

Cells = Mapping[tuple[int, int], Value]


class Home(Protocol):
    """Where a log lives, and how people type into it."""

    state: Path

    def store(self) -> Store:
        """The workbook as a command opens it."""

    def type(self, cells: Cells) -> None:
        """People type these cells into the log."""


class InMemory:
    """The reference store."""

    def __init__(self, folder: Path, rows: Sequence[Sequence[Value]]) -> None:
        self.state = folder / "state"
        self.book = MemoryStore([sheets.tab(rows, room.LOG)])

    def store(self) -> Store:
        """The one store."""
        return self.book

    def type(self, cells: Cells) -> None:
        """Cell by cell."""
        for (row, col), value in cells.items():
            self.book.put(room.LOG, row, col, value)


class OnDisk:
    """An Excel file."""

    def __init__(self, folder: Path, rows: Sequence[Sequence[Value]]) -> None:
        self.desk = room.Room(folder, room.plain([list(row) for row in rows]))
        self.state = self.desk.state

    def store(self) -> Store:
        """The file as a new command opens it."""
        return ExcelStore(self.desk.path, backups=self.state / "versions")

    def type(self, cells: Cells) -> None:
        """In a program that is not ours."""
        room.typed(self.desk.path, dict(cells))


class OnGoogle:
    """A spreadsheet in the fake service."""

    def __init__(self, folder: Path, rows: Sequence[Sequence[Value]]) -> None:
        self.desk = google_desk.Desk(folder, rows)
        self.state = self.desk.state

    def store(self) -> Store:
        """The spreadsheet as a new process opens it."""
        return self.desk.store()

    def type(self, cells: Cells) -> None:
        """Cell by cell."""
        for (row, col), value in cells.items():
            self.desk.log.put(row, col, value)


HOMES: dict[str, Callable[[Path, Sequence[Sequence[Value]]], Home]] = {
    "memory": InMemory,
    "excel": OnDisk,
    "google": OnGoogle,
}


def run(home: Home, **options: object) -> sync.Result:
    """One run, as a new command makes it."""
    return sync.run(home.store(), Options(now=room.NOW, today=room.TODAY, **options), home.state)  # type: ignore[arg-type]


def undo(home: Home, **options: object) -> sync.Result:
    """The latest run taken back."""
    return sync.take_back(home.store(), Options(now=room.NOW, today=room.TODAY, **options), home.state)  # type: ignore[arg-type]


def entries(home: Home) -> list[Entry]:
    """What the journal tells."""
    store = home.store()
    return open_journal(home.state, store.target, store.name).entries()


def cells(home: Home) -> list[list[Value]]:
    """What the log holds."""
    found = home.store().read().tab(room.LOG)
    assert found is not None
    return [[found.at(row, col) for col in range(found.width)] for row in range(found.height)]
