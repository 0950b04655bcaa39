"""What a write to Google was told by what is there before and after it: is it still as it was read, was it done, did rows move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sheetsync import repair
from sheetsync.errors import NotWritten
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Snapshot, Tab, Value, address, same
from sheetsync.repair import identity
from sheetsync.stores import google_read
from sheetsync.stores.google_write import Batch
from sheetsync.tabs import headers, marks


def misplaced(batch: Batch, before: Snapshot, after: Snapshot, *, at_once: bool) -> bool:
    """Whether something of the batch landed on a row that it was not meant for.

    Args:
        at_once: ``after`` is the very moment after the write; otherwise rows may have moved since with what is on them.
    """
    for name, aims in batch.aims.items():
        old, new = before.tab(name), after.tab(name)
        if old is None or new is None:
            continue
        if name in batch.laid_out:
            if repair.lines_moved(old, aims, new):
                return True
        elif damage(old, aims, new, new, at_once=at_once):
            return True
    return False


def missed(batch: Batch, before: Snapshot, after: Snapshot, *, at_once: bool) -> bool:
    """Whether a row that was meant was not hit, or its tab is gone."""
    for name, aims in batch.aims.items():
        old, new = before.tab(name), after.tab(name)
        if old is None:
            continue
        if new is None:
            return True
        if name not in batch.laid_out and repair.missed(old, aims, new, moved_since=not at_once):
            return True
    return False


def require_written(batch: Batch, after: Snapshot) -> None:
    """Each cell of the batch against what is there right after it.

    Raises:
        NotWritten: a cell does not hold what was written.
    """
    for name, aims in batch.aims.items():
        tab = after.tab(name)
        for row, line in aims.items() if tab is not None else ():
            for col, value in line.items():
                held = tab.at(row, col) if tab is not None else None
                if not (same(held, value) or _same_number(held, value)):
                    raise NotWritten(
                        f"{address(name, row, col)} does not hold what was written there. Run again; if it stays so, tell us."
                    )


def _same_number(held: Value, value: Value) -> bool:
    """A date whose cell does not show it as one, and the other way round, is the same number all the same."""
    one, other = (_number(held), _number(value))
    return one is not None and other is not None and abs(one - other) <= 1e-9 * max(1.0, abs(one))


def _number(value: Value) -> float | None:
    if isinstance(value, (dt.date, dt.time)):
        return google_read.serial(value)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def repairs(
    batch: Batch, before: Snapshot, now: Snapshot, damages: Mapping[str, Sequence[repair.Damage]]
) -> tuple[list[ColumnEdits], list[str]]:
    """The edits that are still needed to put right what a write misplaced, and what cannot be proved."""
    edits: list[ColumnEdits] = []
    doubts: list[str] = []
    for name, aims in batch.aims.items():
        old, whole = before.tab(name), now.tab(name)
        if old is None or whole is None:
            continue
        if name in batch.laid_out:
            more, unsure = repair.relaid(old, aims, whole)
        else:
            written = frozenset(col for line in aims.values() for col in line)
            more, unsure = repair.placed(damages.get(name, ()), old, whole, written)
        edits += more
        doubts += unsure
    return edits, doubts


def all_damage(
    batch: Batch, before: Snapshot, after: Snapshot, now: Snapshot, *, at_once: bool
) -> dict[str, list[repair.Damage]]:
    """What the batch did to rows that it was not meant for, by tab; our own lists are held against the whole instead."""
    found: dict[str, list[repair.Damage]] = {}
    for name, aims in batch.aims.items():
        old, new, whole = before.tab(name), after.tab(name), now.tab(name)
        if name not in batch.laid_out and old is not None and new is not None and whole is not None:
            found[name] = damage(old, aims, new, whole, at_once=at_once)
    return found


def told(damages: Mapping[str, Sequence[repair.Damage]], most: int = 60) -> str:
    """What stood in damaged cells, for a person to write back: the cell where it was written over, and what it held."""
    lines = [
        f"{address(tab, one.row, col)} of the row “{' '.join(word for word in one.key if word)[:40]}” held “{right}”"
        for tab, found in damages.items()
        for one in found
        for col, (_, right) in sorted(one.cells.items())
        if right is not None and marks.parse(right, len(headers.OUTPUTS)) is None
    ]
    return "; ".join(lines[:most]) + (f"; and {len(lines) - most} more" if len(lines) > most else "")


def damage(old: Tab, aims: repair.Aims, new: Tab, whole: Tab, *, at_once: bool) -> list[repair.Damage]:
    if at_once:
        return repair.damage(old, aims, new, whole)
    lines, meant = repair.found_again(old, aims, new)
    return repair.damage(old, lines, new, whole, meant)


def only(changes: Changes, batch: Batch) -> Changes:
    """The changes, without the edits that are in no request of this batch."""
    return replace(changes, edits=tuple(edit for edit in changes.edits if edit.tab in batch.aims))


def with_cells(snapshot: Snapshot, aims: Mapping[str, repair.Aims]) -> Snapshot:
    """The snapshot with these cells written."""
    tabs: list[Tab] = []
    for tab in snapshot.tabs:
        lines = aims.get(tab.name)
        if not lines:
            tabs.append(tab)
            continue
        height = max(tab.height, max(lines) + 1)
        columns = [[*column, *[None] * (height - len(column))] for column in tab.columns]
        for row, line in lines.items():
            for col, value in line.items():
                while len(columns) <= col:
                    columns.append([None] * height)
                columns[col][row] = value
        tabs.append(replace(tab, columns=tuple(columns), height=height))
    return replace(snapshot, tabs=tuple(tabs))


def stale(then: Snapshot, now: Snapshot, changes: Changes) -> str:
    """Why the changes, made up for ``then``, no longer fit ``now``; "" where they do.

    What counts: the tabs, the heads, and each row that is written, whole. A row that a rep adds meanwhile does not.
    """
    old_facts, new_facts = google_read.facts_of(then), google_read.facts_of(now)
    made = {step.tab for step in changes.structure if isinstance(step, AddTab)}
    for name in made:
        if now.tab(name) is not None:
            return f"there is a tab named {name} now"
    rows: dict[str, set[int]] = {}
    for edit in changes.edits:
        if edit.tab not in made:
            rows.setdefault(edit.tab, set()).update(edit.rows)
    for step in changes.structure:
        if isinstance(step, AddColumns):
            rows.setdefault(step.tab, set()).add(step.header_row)
    for name, wanted in rows.items():
        old, new = then.tab(name), now.tab(name)
        if old is None or new is None or old_facts.sheets[old.name].id != new_facts.sheets[new.name].id:
            return f"the tab {name} was renamed or deleted"
        if old.merges != new.merges:
            return f"cells of {name} were merged or unmerged"
        grown = any(isinstance(step, AddColumns) and step.tab == name for step in changes.structure)
        if grown and (old.tables != new.tables or old.filter != new.filter):
            return f"a table or filter of {name} was changed"
        changed = _changed_rows(old, new, wanted | set(range(min(min(wanted, default=0), repair.TOP_ROWS))))
        if changed is not None:
            return f"row {changed + 1} of {name} was changed"
    return ""


def _changed_rows(old: Tab, new: Tab, rows: set[int]) -> int | None:
    """The first of these rows that does not hold what it held; what a formula shows may change by itself."""
    for col in range(max(old.width, new.width)):
        one = old.columns[col] if col < old.width else ()
        two = new.columns[col] if col < new.width else ()
        if one == two:
            continue
        for row in rows:
            if not same(old.at(row, col), new.at(row, col)) and not (
                (row, col) in old.formulas and old.formulas[row, col] == new.formulas.get((row, col))
            ):
                return row
    for cell in old.formulas.keys() ^ new.formulas.keys():
        if cell[0] in rows:
            return cell[0]
    return None


def carried_out(batch: Batch, before: Snapshot, now: Snapshot) -> bool:
    """Whether a write whose answer was lost was done: told by what it would have left behind."""
    ids = {sheet.id for sheet in google_read.facts_of(now).sheets.values()}
    for request in batch.requests:
        if "addSheet" in request and request["addSheet"]["properties"]["sheetId"] in ids:
            return True
    for name, aims in batch.aims.items():
        old, new = before.tab(name), now.tab(name)
        if old is None or new is None:
            continue
        changed = hit = 0
        for row, line in aims.items():
            for col, value in line.items():
                if not same(old.at(row, col), value):
                    changed += 1
                    hit += identity.same(new.at(row, col), value)
        if changed and 2 * hit >= changed:
            return True
        if changed and repair.found_again(old, aims, new)[0]:
            return True
    return False
