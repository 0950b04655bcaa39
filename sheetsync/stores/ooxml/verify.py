"""Reads a new package back before it takes the old one's place: it holds what was asked for, and else what it held."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from sheetsync.errors import NotWritten
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Link, Snapshot, Tab, Value, address, same
from sheetsync.stores.ooxml import book, compare, styles, values, zipped
from sheetsync.stores.ooxml.scan import Facts

#: A sheet of more rows is compared byte by byte with what it was; a small one is read anew, which any change would show.
LARGE = 5_000


def require_met(
    temporary: Path, original: Path, before: Snapshot, facts: dict[str, Facts], changes: Changes, name: str
) -> None:
    """The new file opens, holds in the tabs that we touched what was asked for, and else what it held.

    Args:
        temporary: the new file, and ``original`` the one that it was made from.
        before, facts: what was read of that one.

    Raises:
        NotWritten: it does not; it never takes the old one's place.
    """
    with zipped.Package(temporary) as package:
        held = book.read(package)
        part = held.part_of_kind("styles")
        looks = styles.Styles(package.read(part)) if part else None
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
            if (
                tab in facts
                and looks is not None
                and _surely_met(temporary, original, sheet, facts[tab], edits, looks, held)
            ):
                continue
            blocks = found.blocks(sheet, _untouched(facts.get(tab), edits, sheet.part))
            wrong = _first_wrong(before.tab(sheet.name), blocks, edits)
            if wrong is not None:
                raise NotWritten(
                    f"{address(sheet.name, *wrong)} did not come out as it should. {name} was left as it is; please report this."
                )


def _surely_met(
    temporary: Path,
    original: Path,
    sheet: book.Sheet,
    facts: Facts,
    edits: dict[int, list[ColumnEdits]],
    looks: styles.Styles,
    held: book.Book,
) -> bool:
    """Whether a large sheet is met without a doubt, byte by byte; where it is not, reading it anew says which cell is wrong."""
    if facts.lowest < LARGE:
        return False
    with zipped.Package(original) as old, zipped.Package(temporary) as new:
        return compare.surely_met(old, new, sheet.part, facts, edits, looks, date1904=held.date1904)


def _untouched(facts: Facts | None, edits: dict[int, list[ColumnEdits]], part: str) -> Facts:
    """What the sheet's links and errors are where nothing was written; calamine does not tell them from other values."""
    if facts is None:
        return Facts(part)
    rows = {col: {row for edit in those for row in edit.rows} for col, those in edits.items()}
    kept = {place: value for place, value in facts.found.items() if place[0] not in rows.get(place[1], ())}
    lowest = max(facts.lowest, *(edit.rows[-1] for those in edits.values() for edit in those if len(edit.rows)), 0)
    return Facts(part, found=kept, lowest=lowest, widest=max(facts.widest, *edits, 0))


def _first_wrong(
    before: Tab | None, blocks: Iterable[tuple[int, Sequence[Sequence[Value]]]], edits: dict[int, list[ColumnEdits]]
) -> tuple[int, int] | None:
    """The first cell that is neither what was asked for nor, where nothing was, what it was; None where all are right."""
    bottom = 0
    for top, columns in blocks:
        bottom = top + max(map(len, columns), default=0)
        wrong = _wrong_in(before, top, bottom, columns, edits)
        if wrong is not None:
            return wrong
    rows = [edit.rows[-1] + 1 for those in edits.values() for edit in those if len(edit.rows)]
    end = max([bottom, before.height if before is not None else 0, *rows])
    return _wrong_in(before, bottom, end, (), edits) if end > bottom else None


def _wrong_in(
    before: Tab | None, top: int, bottom: int, columns: Sequence[Sequence[Value]], edits: dict[int, list[ColumnEdits]]
) -> tuple[int, int] | None:
    """The same for the rows from ``top`` to ``bottom``; what the columns do not reach is blank."""
    equal: set[tuple[int, int]] = set()  # blank columns of a sparse sheet are one and the same
    for col in range(max(before.width if before is not None else 0, len(columns), max(edits, default=-1) + 1)):
        was = before.columns[col] if before is not None and col < before.width else ()
        now = columns[col] if col < len(columns) else ()
        if before is None and col not in edits:
            continue
        if col not in edits:
            if (id(was), id(now)) in equal:
                continue
            equal.add((id(was), id(now)))
        row = _first_changed(was, now, top, bottom, edits.get(col, ()), ours=before is None)
        if row is not None:
            return row, col
    return None


def _first_changed(
    was: Sequence[Value], now: Sequence[Value], top: int, bottom: int, edits: Iterable[ColumnEdits], *, ours: bool
) -> int | None:
    """The first row of a column that holds something else than it should; in a tab that we made only what we wrote counts."""
    size = bottom - top
    holds = [*now, *[None] * (size - len(now))]
    wanted = [*was[top:bottom]]
    wanted += [None] * (size - len(wanted))
    written: dict[int, Value] = {}
    for edit in edits:
        first, last = bisect_left(edit.rows, top), bisect_left(edit.rows, bottom)
        for row, value in zip(edit.rows[first:last], edit.after[first:last], strict=True):
            wanted[row - top] = written[row] = value.text if isinstance(value, Link) else value
    if holds == wanted:
        return None
    for at, (one, other) in enumerate(zip(holds, wanted, strict=True)):
        row = top + at
        if one != other and not (row in written and same(one, other)) and not (ours and row not in written):
            return row
    return None
