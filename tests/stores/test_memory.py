"""The reference store keeps the contract."""

from __future__ import annotations

import pytest
from contract import HEADS, LOG, ROWS, StoreContract

from sheetsync.grid import Tab
from sheetsync.stores.base import Store
from sheetsync.stores.memory import MemoryStore


class MemoryHome:
    """One workbook in memory."""

    cannot: frozenset[str] = frozenset()

    def __init__(self) -> None:
        log = Tab(LOG, [list(column) for column in zip(HEADS, *ROWS, strict=True)], len(ROWS) + 1)
        self.held = MemoryStore([log, Tab("Other", [[None, None], [None, 42]], 2)])

    def store(self) -> Store:
        """The store."""
        return self.held

    store_again = store

    def person_types(self, tab: str, row: int, col: int, value: str) -> None:
        """A person changes a cell."""
        self.held.put(tab, row, col, value)


@pytest.fixture
def home() -> MemoryHome:
    """A fresh workbook in memory."""
    return MemoryHome()


class TestMemory(StoreContract):
    """The contract."""
