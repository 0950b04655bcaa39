"""Reads a new package back before it takes the old one's place: it holds what was asked for, and else what it held."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sheetsync.errors import NotWritten
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Link, Snapshot, Tab, Value, address, same
from sheetsync.stores.ooxml import book, styles, values, zipped
from sheetsync.stores.ooxml.scan import Facts


def require_met(temporary: Path, before: Snapshot, facts: dict[str, Facts], changes: Changes, name: str) -> None:
    """The new file opens, holds in the tabs that we touched what was asked for, and else what it held.

    Raises:
        NotWritten: it does not; it never takes the old one's place.
    """
    with zipped.Package(temporary) as package:
        held = book.read(package)
        looks = held.part_of_kind("styles")
        if looks:
            styles.Styles(package.read(looks))
    added = [step.tab for step in changes.structure if isinstance(step, AddTab)]
    if [sheet.name for sheet in held.sheets] != [*(tab.name for tab in before.tabs), *added]:
        raise NotWritten(f"The tabs did not come out as they should. {name} was left as it is; please report this.")
    written: dict[str, dict[int, list[ColumnEdits]]] = {}
    for edit in changes.edits:
        written.setdefault(edit.tab.casefold(), {}).setdefault(edit.col, []).append(edit)
    for step in changes.structure:
        of_tab = written.setdefault(step.tab.casefold(), {})
        if isinstance(step, AddColumns):
            for at, column in enumerate(step.columns, step.first_col):
                head = ColumnEdits(step.tab, at, [step.header_row], [None], [column.header])
                of_tab.setdefault(at, []).append(head)
    with values.Values(temporary, held) as found:
        for tab, edits in written.items():
            sheet = next(sheet for sheet in held.sheets if sheet.name.casefold() == tab)
            columns, _ = found.read(sheet, _untouched(facts.get(tab), edits, sheet.part))
            wrong = _first_wrong(before.tab(sheet.name), columns, edits)
            if wrong is not None:
                raise NotWritten(
                    f"{address(sheet.name, *wrong)} did not come out as it should. {name} was left as it is; please report this."
                )


def _untouched(facts: Facts | None, edits: dict[int, list[ColumnEdits]], part: str) -> Facts:
    """What the sheet's links and errors are where nothing was written; calamine does not tell them from other values."""
    if facts is None:
        return Facts(part)
    rows = {col: {row for edit in those for row in edit.rows} for col, those in edits.items()}
    kept = {place: value for place, value in facts.found.items() if place[0] not in rows.get(place[1], ())}
    lowest = max(facts.lowest, *(edit.rows[-1] for those in edits.values() for edit in those if len(edit.rows)), 0)
    return Facts(part, found=kept, lowest=lowest, widest=max(facts.widest, *edits, 0))


def _first_wrong(
    before: Tab | None, columns: Sequence[Sequence[Value]], edits: dict[int, list[ColumnEdits]]
) -> tuple[int, int] | None:
    """The first cell that is neither what was asked for nor, where nothing was, what it was; None where all are right."""
    for col, those in edits.items():
        column = columns[col] if col < len(columns) else ()
        size = len(column)
        for edit in those:
            now: Sequence[Value] = [column[row] if row < size else None for row in edit.rows]
            if now != edit.after:
                for row, found, wanted in zip(edit.rows, now, edit.after, strict=True):
                    if not same(found, wanted.text if isinstance(wanted, Link) else wanted):
                        return row, col
    equal: set[tuple[int, int]] = set()  # blank columns of a sparse sheet are one and the same
    for col in range(max(before.width, len(columns)) if before is not None else 0):
        was = before.columns[col] if before is not None and col < before.width else ()
        holds = columns[col] if col < len(columns) else ()
        if (id(was), id(holds)) in equal:
            continue
        wrong = _first_changed(was, holds, edits.get(col, []))
        if wrong is not None:
            return wrong, col
        if col not in edits:
            equal.add((id(was), id(holds)))
    return None


def _first_changed(was: Sequence[Value], now: Sequence[Value], edits: list[ColumnEdits]) -> int | None:
    """The first row of a column that was not written and still differs."""
    if was == now:
        return None
    size = max(len(was), len(now))
    one, two = [*was, *[None] * (size - len(was))], [*now, *[None] * (size - len(now))]
    for edit in edits:
        for row in edit.rows:
            if row < size:
                one[row] = two[row] = None
    return next((row for row in range(size) if one[row] != two[row]), None) if one != two else None
