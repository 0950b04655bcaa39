"""Putting damage right, wherever its rows stand by now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sheetsync.grid import (
    ColumnEdits,
    Format,
    Tab,
    Value,
    address,
    is_blank,
)
from sheetsync.repair import identity
from sheetsync.repair.identity import Damage, Key


def merged(known: Sequence[Damage], more: Sequence[Damage]) -> list[Damage]:
    """All damage, where a repair itself landed on other rows: what was right stays right, what may be wrong is added."""
    found = {_name(one): one for one in known}
    for one in more:
        if one.twins > 1 and any(one.key):
            one = replace(one, doubt="several rows were filled in alike, and were moved more than once")
        old = found.get(_name(one))
        if old is not None:
            cells = dict(old.cells)
            for col, (wrongs, right) in one.cells.items():
                cells[col] = ((*cells[col][0], *wrongs), cells[col][1]) if col in cells else (wrongs, right)
            one = replace(one, cells=cells, doubt=old.doubt or one.doubt)
        found[_name(one)] = one
    return list(found.values())


def _name(one: Damage) -> tuple[Key, int, int]:
    return one.key, one.which, -1 if any(one.key) else one.row


def placed(
    damages: Sequence[Damage], before: Tab, now: Tab, written: frozenset[int]
) -> tuple[list[ColumnEdits], list[str]]:
    """The edits that put the damage right where those rows stand now, and what stays in doubt.

    A cell that no longer holds what was wrongly written was changed by somebody since, and is left to him.
    """
    if not damages:
        return [], []
    moved_cols = identity.column_map(before, now, written)
    old_ids, ids = identity.ids_in_step(before, written, moved_cols)
    side, then = identity.Side(now, ids), identity.Side(before, old_ids)
    known = {then.key(row) for row in range(before.height)} | {one.key for one in damages} | {("",) * len(ids)}
    rows = identity.by_key(side)
    wanted: dict[int, dict[int, tuple[Value, Value]]] = defaultdict(dict)
    doubts: list[str] = []
    for one in damages:
        at = _where(one, rows, now, known)
        if one.twins > 1 and any(one.key):
            twins = rows.get(one.key, []) if at is None else [at]
            if twins and (
                one.doubt or (at is None and any(_hits(one, row, now) or _fits(one, row, now) for row in twins))
            ):
                where = " or ".join(address(now.name, row, min(one.cells)) for row in twins[:3])
                doubts.append(
                    f"{where}: {one.doubt or 'several rows were filled in alike, and were moved more than once'}"
                )
        if at is None:
            continue
        for col, (wrongs, right) in one.cells.items():
            held = now.at(at, col)
            if (
                not identity.same(held, right)
                and any(identity.same(held, wrong) for wrong in wrongs)
                and (at, col) not in now.formulas
            ):
                if one.doubt:
                    doubts.append(f"{address(now.name, at, col)}: {one.doubt}")
                wanted[col][at] = (held, right)
    edits = [
        ColumnEdits(
            now.name,
            col,
            sorted(cells),
            [cells[row][0] for row in sorted(cells)],
            [cells[row][1] for row in sorted(cells)],
            Format.TEXT,
            "put back",
        )
        for col, cells in sorted(wanted.items())
    ]
    return edits, doubts


def _hits(one: Damage, row: int, now: Tab) -> int:
    """How many cells of a row hold what was wrongly written on the damaged row."""
    return sum(
        1
        for col, (wrongs, _) in one.cells.items()
        if any(not is_blank(wrong) and identity.same(now.at(row, col), wrong) for wrong in wrongs)
    )


def _fits(one: Damage, row: int, now: Tab) -> bool:
    """Whether each cell of a row holds what is right there or what may be wrong there, and one of them is wrong."""
    wrong_at_all = False
    for col, (wrongs, right) in one.cells.items():
        held = now.at(row, col)
        if not identity.same(held, right):
            if not any(identity.same(held, wrong) for wrong in wrongs):
                return False
            wrong_at_all = True
    return wrong_at_all


def _where(one: Damage, rows: Mapping[Key, list[int]], now: Tab, known: Set[Key]) -> int | None:
    """Where the damaged row stands now: by what people typed in it, else by what was wrongly written on it."""
    twins = rows.get(one.key, [])
    # One of several rows filled in alike may be gone: the one that is left has to fit in every cell.
    if (
        any(one.key)
        and len(twins) == 1
        and (_fits(one, twins[0], now) or (one.twins == 1 and _hits(one, twins[0], now)))
    ):
        return twins[0]
    found = [row for row in twins if _fits(one, row, now)]
    if not any(one.key) and one.row in found:
        return one.row
    if len(twins) > 1 or not any(one.key):
        return found[0] if len(found) == 1 else None
    if any(all(identity.same(now.at(row, col), right) for col, (_, right) in one.cells.items()) for row in twins):
        return None  # it is mended
    most = sum(1 for wrongs, _ in one.cells.values() if not all(map(is_blank, wrongs)))
    if not most:
        return None
    # A row that people changed once more: it still shares most of what they typed, and holds what was wrongly written.
    found = [
        row
        for key, places in rows.items()
        if key not in known and identity.akin(key, one.key)
        for row in places
        if _hits(one, row, now) == most
    ]
    return found[0] if len(found) == 1 else None
