"""Small logs for tests: a grid of rows as a tab."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sheetsync.grid import Formula, Range, Snapshot, Tab, Table, Value

HEADS = ("Date", "Rep", "Prospect", "Company", "Phone", "Spoke with", "Decision maker?", "Outcome", "Notes")
OURS = ("Great?", "Follow-up", "Next action", "Why", "sheetsync")
MONDAY = dt.date(2026, 11, 9)


def tab(
    rows: Sequence[Sequence[Value]],
    name: str = "Call Log",
    *,
    formulas: dict[tuple[int, int], Formula] | None = None,
    merges: tuple[Range, ...] = (),
    tables: tuple[Table, ...] = (),
) -> Tab:
    """The rows as a tab, short rows padded."""
    width = max((len(row) for row in rows), default=0)
    columns = [[row[col] if col < len(row) else None for row in rows] for col in range(width)]
    return Tab(name, columns, len(rows), formulas or {}, merges, tables)


def book(*tabs: Tab) -> Snapshot:
    """The tabs as a snapshot."""
    return Snapshot("book.xlsx", tabs)


def call(
    day: Value = MONDAY, who: str = "Earl Dodson", notes: str = "not interested. period.", **other: Value
) -> list[Value]:
    """One row under HEADS."""
    named = {
        "Date": day,
        "Rep": "Ann",
        "Prospect": who,
        "Company": "Dodson Septic",
        "Notes": notes,
        **{key.replace("_", " "): value for key, value in other.items()},
    }
    return [named.get(head) for head in HEADS]
