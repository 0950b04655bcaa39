"""Wanted cells against the snapshot and the marks: edit, keep or nothing; is it safe; was it met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from sheetsync import grid
from sheetsync.errors import NotWritten, UnsafePlan
from sheetsync.grid import (
    Changes,
    ColumnEdits,
    Format,
    Snapshot,
    Structure,
    Tab,
    Value,
    address,
    canonical,
    same,
)
from sheetsync.tabs import marks
from sheetsync.tabs.headers import OUTPUTS, Role
from sheetsync.tabs.log import Rows, WantedLog
from sheetsync.tabs.marks import NEVER, digest, foreign

#: Up to so many rows may always change, whatever the share (HOUSE: half of them, at least 50).
ALWAYS_ALLOWED = 50
#: Columns whose change counts against the limit; *Why* and our own tabs never do.
LIMITED = (Role.GREAT, Role.FOLLOW_UP, Role.NEXT_ACTION)

_FORMATS = {
    Role.GREAT: Format.TEXT,
    Role.FOLLOW_UP: Format.DATE,
    Role.NEXT_ACTION: Format.TEXT,
    Role.WHY: Format.TEXT,
    Role.MARK: Format.MARK,
}


class Do(Enum):
    """What is done about one cell."""

    NOTHING = "nothing"
    WRITE = "write"
    KEEP = "keep"


def decide(last: str, current: Value, wanted: Value, *, formula: bool = False) -> Do:
    """What to do about a cell of ours: a person's hand wins, clearing a cell hands it back.

    Args:
        last: the digest of what we last wrote there, NEVER where we did not.
        formula: the cell holds a formula; it is always kept.
    """
    if formula:
        return Do.KEEP
    if same(current, wanted):
        return Do.NOTHING
    if grid.is_blank(current):
        return Do.WRITE
    if last != NEVER and last == digest(canonical(current)):
        return Do.WRITE
    return Do.KEEP


@dataclass(frozen=True, slots=True)
class Kept:
    """A cell that was not written because a person changed it."""

    where: str
    holds: Value
    wanted: Value
    why: str = "changed by hand"


@dataclass(frozen=True, slots=True)
class LogRecord:
    """What a run does to the log's rows, as ``undo`` needs it. Rows are named by their marks, never by address: a sort moves them."""

    marks_before: Sequence[str] = ()  # "" where the row had none
    marks_after: Sequence[str] = ()
    befores: Mapping[Role, tuple[Sequence[int], Sequence[Value]]] = field(
        default_factory=dict
    )  # places in the marks; what stood there

    def __len__(self) -> int:
        return len(self.marks_after)


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits of a run, in order, the cells kept, and what a person should know."""

    changes: Changes = field(default_factory=Changes)
    kept: tuple[Kept, ...] = ()
    notices: tuple[str, ...] = ()  # what stands in the way, what could not be read
    held: int = 0  # rows of the log that hold a flag, follow-up or next action of any origin
    touched: int = 0  # rows among them on which one of those changes or is cleared
    record: LogRecord = field(default_factory=LogRecord)

    def __bool__(self) -> bool:
        return bool(self.changes)

    def require_safe(
        self, *, percent: int, calls: int, calls_before: int | None, cause: str = "", force: bool = False
    ) -> None:
        """Stops a plan that would change too much at once (HOUSE: half of the rows, at least 50).

        Args:
            percent: the largest share of the filled-in rows that may change.
            calls: how many calls the log has now; ``calls_before`` is how many the last run saw.
            cause: what changed since the last run besides the log, in words ("a setting changed").

        Raises:
            UnsafePlan: with the numbers and what to do.
        """
        if force:
            return
        allowed = max(ALWAYS_ALLOWED, self.held * percent // 100)
        look = "Look at it with --dry-run; if it is right, run again with --force."
        if self.touched > allowed:
            because = f" ({cause})" if cause else ""
            raise UnsafePlan(
                f"This run would change {self.touched} of the {self.held} rows that hold a flag, follow-up or next action{because}; the limit is {allowed}. Nothing was written. {look}"
            )
        if calls_before is not None and calls_before - calls > max(ALWAYS_ALLOWED, calls_before // 2):
            raise UnsafePlan(
                f"The log has {calls} calls; the last run saw {calls_before}. Nothing was written. If that is right, run again with --force."
            )


def log_edits(
    rows: Rows, wanted: WantedLog, formulas: frozenset[tuple[int, int]] = frozenset(), *, redo: bool = False
) -> Plan:
    """The edits of the log's own columns, the marks included, and the cells that people's hands keep."""
    digests: list[list[str]] = []
    touched: set[int] = set()
    kept: list[Kept] = []
    edits: list[ColumnEdits] = []
    undone = (
        frozenset()
        if redo
        else frozenset(
            at
            for at, mark in enumerate(rows.marks)
            if mark is not None and mark.undone and mark.anchor == rows.anchors[at]
        )
    )
    for place, role in enumerate(OUTPUTS):
        col, held, desired = wanted.columns[role], rows.held[role], wanted.values[role]
        changed: list[int] = []
        marked = [NEVER if mark is None else mark.digests[place] for mark in rows.marks]
        for at, (current, want) in enumerate(zip(held, desired, strict=True)):
            if current is want or (current.__class__ is want.__class__ and current == want):
                continue
            if current is None and not undone and not formulas:  # as on a first run
                if not grid.is_blank(want):
                    changed.append(at)
                continue
            if at in undone and not (current is None and want is None):
                if not same(current, want):
                    kept.append(Kept(address(wanted.tab, rows.numbers[at], col), current, want, "undone"))
                continue
            last = marked[at]
            match decide(last, current, want, formula=bool(formulas) and (rows.numbers[at], col) in formulas):
                case Do.WRITE:
                    changed.append(at)
                    if role in LIMITED and not grid.is_blank(current):
                        touched.add(at)
                case Do.KEEP:
                    kept.append(Kept(address(wanted.tab, rows.numbers[at], col), current, want))
                case Do.NOTHING:
                    pass
        digests.append(marked)
        if changed:
            after = [desired[at] for at in changed]
            for at, new in zip(changed, marks.digests([canonical(value) for value in after]), strict=True):
                marked[at] = new
            edits.append(_column(wanted, role, rows, changed, after))
    mark_edits = _mark_edits(rows, wanted, digests, undone, formulas)
    if mark_edits is not None:
        edits.append(mark_edits)
    record = record_of(rows, edits)
    held_rows = sum(1 for row in zip(*(rows.held[role] for role in LIMITED), strict=True) if row != (None, None, None))
    return Plan(Changes(tuple(edits)), tuple(kept), held=held_rows, touched=len(touched), record=record)


def record_of(rows: Rows, edits: Sequence[ColumnEdits]) -> LogRecord:
    """What undo needs to know of these edits of the log's own columns, the marks among them."""
    numbers = sorted({row for edit in edits for row in edit.rows})
    if not numbers:
        return LogRecord()
    place = {row: at for at, row in enumerate(numbers)}
    now = dict(zip(rows.numbers, rows.held[Role.MARK], strict=True))
    before = [str(now[row] or "") for row in numbers]
    new = {
        row: text
        for edit in edits
        if edit.reason == Role.MARK.value
        for row, text in zip(edit.rows, edit.after, strict=True)
    }
    after = [str(new.get(row, was) or "") for row, was in zip(numbers, before, strict=True)]
    outputs = [edit for edit in edits if edit.reason != Role.MARK.value]
    return LogRecord(
        before, after, {Role(edit.reason): ([place[row] for row in edit.rows], edit.before) for edit in outputs}
    )


def _column(wanted: WantedLog, role: Role, rows: Rows, places: Sequence[int], after: Sequence[Value]) -> ColumnEdits:
    held = rows.held[role]
    return ColumnEdits(
        wanted.tab,
        wanted.columns[role],
        [rows.numbers[at] for at in places],
        [held[at] for at in places],
        after,
        _FORMATS[role],
        role.value,
    )


def _mark_edits(
    rows: Rows,
    wanted: WantedLog,
    digests: list[list[str]],
    undone: frozenset[int],
    formulas: frozenset[tuple[int, int]],
) -> ColumnEdits | None:
    """The marks to write. What a person typed into a mark's cell is kept, as anywhere else."""
    changed: list[int] = []
    col = wanted.columns[Role.MARK]
    after: list[Value] = []
    held = rows.held[Role.MARK]
    nothing = (NEVER,) * len(OUTPUTS)
    for at, row in enumerate(zip(*digests, strict=True)):
        if at in undone:
            continue
        blank = row == nothing or (not rows.calls[at].is_call and _cleared(rows, wanted, at))
        text: Value = None if blank else marks.written(rows.anchors[at], row)
        if (
            text != held[at]
            and not (text is None and grid.is_blank(held[at]))
            and not foreign(held[at])
            and (rows.numbers[at], col) not in formulas
        ):
            changed.append(at)
            after.append(text)
    if not changed:
        return None
    return _column(wanted, Role.MARK, rows, changed, after)


def _cleared(rows: Rows, wanted: WantedLog, at: int) -> bool:
    return all(grid.is_blank(wanted.values[role][at]) and at not in rows.by_hand[role] for role in OUTPUTS)


def own_tab_edits(tab: Tab | None, name: str, cells: dict[tuple[int, int], Value]) -> tuple[ColumnEdits, ...]:
    """The edits that make a tab of ours hold exactly these cells where it holds something else."""
    by_col: dict[int, list[tuple[int, Value, Value]]] = {}
    for (row, col), value in cells.items():
        current = tab.at(row, col) if tab is not None else None
        if not same(current, value):
            by_col.setdefault(col, []).append((row, current, value))
    return tuple(
        ColumnEdits(
            name,
            col,
            [row for row, _, _ in found],
            [before for _, before, _ in found],
            [after for _, _, after in found],
            Format.LEAVE,
            "laid out anew",
        )
        for col, found in ((col, sorted(found, key=lambda one: one[0])) for col, found in sorted(by_col.items()))
    )


def with_own_tabs(
    log: Plan, own: Sequence[ColumnEdits], structure: Sequence[Structure] = (), notices: Sequence[str] = ()
) -> Plan:
    """The plan of the log together with the edits of our own tabs and the structure that both need."""
    changes = Changes((*log.changes.edits, *own), tuple(structure))
    return replace(log, changes=changes, notices=(*log.notices, *notices))


@dataclass(frozen=True, slots=True)
class Met:
    """What a look after the write found: cells that somebody changed meanwhile, which are left."""

    changed_meanwhile: tuple[str, ...] = ()


def require_met(changes: Changes, after: Snapshot) -> Met:
    """Every edit against the workbook as it is now.

    Raises:
        NotWritten: a cell still holds what it held before.
    """
    unwritten: list[str] = []
    meanwhile: list[str] = []
    for edit in changes.edits:
        tab = after.tab(edit.tab)
        for row, before, wanted in zip(edit.rows, edit.before, edit.after, strict=True):
            now = tab.at(row, edit.col) if tab is not None else None
            if same(now, wanted):
                continue
            (unwritten if same(now, before) else meanwhile).append(address(edit.tab, row, edit.col))
    if unwritten:
        raise NotWritten(
            f"{len(unwritten)} cells were not written, {unwritten[0]} among them. Run again; if it stays so, tell us."
        )
    return Met(tuple(meanwhile))


def each_edit(changes: Changes, limit: int | None = None) -> Sequence[tuple[str, Value, Value, str]]:
    """The edits one by one, as where, before, after and reason; the marks are left out."""
    found: list[tuple[str, Value, Value, str]] = []
    for edit in changes.edits:
        if edit.format is Format.MARK:
            continue
        for row, before, after in zip(edit.rows, edit.before, edit.after, strict=True):
            found.append((address(edit.tab, row, edit.col), before, after, edit.reason))
            if limit is not None and len(found) >= limit:
                return found
    return found


def applied(snapshot: Snapshot, changes: Changes) -> Snapshot:
    """The snapshot as it would be after these edits of tabs that it has; structure is not made."""
    tabs = []
    for tab in snapshot.tabs:
        edits = [edit for edit in changes.edits if edit.tab.casefold() == tab.name.casefold()]
        tabs.append(_applied(tab, edits) if edits else tab)
    return replace(snapshot, tabs=tuple(tabs))


def _applied(tab: Tab, edits: Sequence[ColumnEdits]) -> Tab:
    height = max(tab.height, 1 + max(row for edit in edits for row in edit.rows))
    width = max(tab.width, 1 + max(edit.col for edit in edits))
    columns: list[list[Value]] = []
    for col in range(width):
        held: list[Value] = list(tab.columns[col]) if col < tab.width else []
        columns.append(held + [None] * (height - len(held)))
    for edit in edits:
        column = columns[edit.col]
        for row, value in zip(edit.rows, edit.after, strict=True):
            column[row] = value
    return replace(tab, columns=columns, height=height)
