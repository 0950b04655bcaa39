"""Our own tabs, whose lines somebody moved while they were written."""

from __future__ import annotations

from sheetsync.grid import (
    ColumnEdits,
    Format,
    Tab,
    Value,
    address,
    is_blank,
)
from sheetsync.repair import identity
from sheetsync.repair.damage import near
from sheetsync.repair.identity import Aims


def relaid(before: Tab, aims: Aims, after: Tab) -> tuple[list[ColumnEdits], list[str]]:
    """One of our own tabs as it would be had nobody moved its lines, where somebody did; notes of people come back so.

    Every cell there is ours or a note whose line we know, so the whole list can be written again. What a person typed in
    that instant is nowhere in what we knew: it is left, and named.
    """
    if not lines_moved(before, aims, after):
        return [], []
    height = max(before.height, after.height, max(aims, default=-1) + 1)
    width = max(before.width, after.width, max((col for line in aims.values() for col in line), default=-1) + 1)
    edits: list[ColumnEdits] = []
    doubts: list[str] = []
    for col in range(width):
        known = {identity.canonical(before.at(row, col)) for row in range(before.height)}
        known |= {identity.canonical(line[col]) for line in aims.values() if col in line} | {""}
        rows: list[int] = []
        held: list[Value] = []
        wanted: list[Value] = []
        for row in range(height):
            right = aims[row][col] if row in aims and col in aims[row] else before.at(row, col)
            now = after.at(row, col)
            if identity.same(now, right) or (row, col) in before.formulas or (row, col) in after.formulas:
                continue
            if identity.canonical(now) not in known:
                doubts.append(f"{address(after.name, row, col)}: typed while the list was being written")
                continue
            rows.append(row)
            held.append(now)
            wanted.append(right)
        if rows:
            edits.append(ColumnEdits(after.name, col, rows, held, wanted, Format.LEAVE, "put back"))
    return edits, doubts


def lines_moved(before: Tab, aims: Aims, after: Tab) -> bool:
    """Whether a cell that was not written holds what stood in another line before."""
    rows = near(aims)
    for col in range(before.width):
        elsewhere: dict[str, int] = {}
        for row in range(before.height):
            if not is_blank(value := before.at(row, col)):
                elsewhere[identity.canonical(value)] = row
        for row in rows:
            if col in aims.get(row, {}) or row >= after.height:
                continue
            now = after.at(row, col)
            if (
                not is_blank(now)
                and not identity.same(now, before.at(row, col))
                and elsewhere.get(identity.canonical(now), row) != row
            ):
                return True
    return False
