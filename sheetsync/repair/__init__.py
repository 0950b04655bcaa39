"""Rows that moved while they were written: what landed on another row, what that row held, and the edits that put it right.

Between the last look at a spreadsheet and a write, people sort, insert and delete rows. A write is addressed by row
number, so it may land on other rows than it was meant for. Row numbers are no identity: a row is known by what people
typed in it. Everything here computes from what was known before the write, what was written, and what stands there now.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sheetsync.grid import AddColumns, Changes, ColumnEdits, Format, Snapshot, Value
from sheetsync.repair.damage import damage, found_again, missed, shifted, strayed
from sheetsync.repair.identity import TOP_ROWS, Aims, Damage
from sheetsync.repair.lists import lines_moved, relaid
from sheetsync.repair.placing import merged, placed

__all__ = [
    "TOP_ROWS",
    "Aims",
    "Damage",
    "Repair",
    "aims_of",
    "damage",
    "found_again",
    "laid_out_by_us",
    "lines_moved",
    "make",
    "merged",
    "missed",
    "placed",
    "relaid",
    "shifted",
    "strayed",
]


@dataclass(frozen=True, slots=True)
class Repair:
    """The edits that put wrong rows right, and the cells of which that cannot be proved."""

    changes: Changes = field(default_factory=Changes)
    unproved: tuple[str, ...] = ()
    moved: bool = False  # rows or columns moved: what was meant for them has to be planned anew


def make(before: Snapshot, changes: Changes, after: Snapshot) -> Repair:
    """What is wrong in ``after`` because rows moved between ``before`` and the write of ``changes``, and its repair.

    Nothing is returned to a row that was meant and hit, to a cell that a person changed since, or to a row that is gone.
    """
    edits: list[ColumnEdits] = []
    unproved: list[str] = []
    moved = False
    for name, aims in aims_of(changes).items():
        old, new = before.tab(name), after.tab(name)
        if old is None or new is None:
            continue
        if laid_out_by_us(changes, name):
            more, doubts = relaid(old, aims, new)
            moved = moved or bool(more)
        else:
            found = damage(old, aims, new, new)
            moved = moved or bool(found) or missed(old, aims, new)
            more, doubts = placed(found, old, new, frozenset(col for line in aims.values() for col in line))
        edits += more
        unproved += doubts
    return Repair(Changes(tuple(edits)), tuple(unproved), moved)


def aims_of(changes: Changes) -> dict[str, dict[int, dict[int, Value]]]:
    """What the changes write, by tab, row and column; the heads of new columns are cells like others."""
    found: dict[str, dict[int, dict[int, Value]]] = {}
    for step in changes.structure:
        if isinstance(step, AddColumns):
            line = found.setdefault(step.tab, {}).setdefault(step.header_row, {})
            line.update({step.first_col + at: column.header for at, column in enumerate(step.columns)})
    for edit in changes.edits:
        tab = found.setdefault(edit.tab, {})
        for row, value in zip(edit.rows, edit.after, strict=True):
            tab.setdefault(row, {})[edit.col] = value
    return found


def laid_out_by_us(changes: Changes, tab: str) -> bool:
    """Whether the tab is one of ours, laid out anew line by line: there every cell says nothing about its format."""
    edits = [edit for edit in changes.edits if edit.tab.casefold() == tab.casefold()]
    return bool(edits) and all(edit.format is Format.LEAVE and edit.reason == "laid out anew" for edit in edits)
