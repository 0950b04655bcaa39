"""A workbook in memory: the reference store, and the one that tests of everything else use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sheetsync import errors
from sheetsync.grid import (
    AddColumns,
    AddTab,
    Changes,
    Formula,
    Range,
    Snapshot,
    Tab,
    Value,
    a1,
    address,
    is_blank,
)


@dataclass(slots=True)
class MemoryStore:
    """A workbook that lives in this object.

    ``templates`` gives the tab that an ``AddTab`` asks for by its name in the shipped workbook; without it new tabs
    start empty. ``before_apply`` is called first thing in ``apply``: the place for a test to play a person who changes
    the workbook in that very instant.
    """

    tabs: list[Tab] = field(default_factory=list)
    name: str = "memory"
    target: str = "memory:workbook"
    time_zone: str | None = None
    locale: str | None = None
    templates: Mapping[str, Tab] = field(default_factory=dict)
    before_apply: Callable[[MemoryStore], None] | None = None
    reads: int = 0
    writes: int = 0
    _version: int = 0

    def read(self) -> Snapshot:
        """The workbook as it is now."""
        self.reads += 1
        return Snapshot(self.name, tuple(self.tabs), self._version, self.time_zone, self.locale)

    def refuses(self, snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
        """Why ``apply`` would refuse these changes, each in a sentence."""
        return refusals(snapshot, changes)

    def apply(self, snapshot: Snapshot, changes: Changes) -> None:
        """Do all of the changes, or none of them.

        Raises:
            StaleSnapshot: the workbook was changed after the snapshot was read.
            CannotUse: a merged cell, an array formula, a name or the size of a tab is in the way.
        """
        if self.before_apply is not None:
            self.before_apply(self)
        if snapshot.version != self._version:
            raise errors.StaleSnapshot(f"{self.name} was changed after it was read. Nothing was written.")
        problems = refusals(snapshot, changes)
        if problems:
            raise errors.CannotUse("\n".join(problems))
        self.tabs = apply_to(self.tabs, changes, self.templates)
        self._version += 1
        self.writes += 1

    @property
    def verifies(self) -> bool:
        """The run looks again after the write."""
        return False

    def token(self) -> str:
        """A fingerprint of the workbook as it is now."""
        return f"memory:{self._version}"

    def token_of(self, snapshot: Snapshot) -> str:
        """The fingerprint of the workbook as the snapshot read it."""
        return f"memory:{snapshot.version}"

    def notices(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    def left(self, before: str) -> dict[str, str]:
        """Nothing: this store makes no notes."""
        return {}

    def wrote(self) -> str:
        """Not known: the run looks again."""
        return ""

    def saved(self) -> str:
        """This store saves no versions."""
        return ""

    def clear(self) -> None:
        """Nothing: this store makes no files."""

    def forget(self) -> int:
        """This store saves no versions."""
        return 0

    def restore(self, saved: str, was: str = "") -> None:
        """This store saves no versions.

        Raises:
            UsageError: always.
        """
        raise errors.UsageError(f"{self.name} keeps no saved versions.")

    # What a person does in the program, for tests.

    def put(self, tab: str, row: int, col: int, value: Value, formula: Formula | None = None) -> None:
        """Type a value, or a formula with its result, into a cell."""
        at, held = self._find(tab)
        cells = _Cells(held)
        cells.put(row, col, value)
        if formula is not None:
            cells.formulas[row, col] = formula
        self.tabs[at] = cells.tab()
        self._version += 1

    def reorder(self, tab: str, rows: Iterable[int], first: int) -> None:
        """Put these rows, in this order, where the rows from ``first`` on stood: a sort, an insert or a delete."""
        at, held = self._find(tab)
        order = list(rows)
        height = first + len(order)
        columns = [
            [*column[:first], *(column[row] if row < len(column) else None for row in order)] for column in held.columns
        ]
        moved = {old: first + new for new, old in enumerate(order)}
        formulas = {
            (row if row < first else moved[row], col): formula
            for (row, col), formula in held.formulas.items()
            if row < first or row in moved
        }
        self.tabs[at] = replace(held, columns=columns, height=height, formulas=formulas)
        self._version += 1

    def _find(self, name: str) -> tuple[int, Tab]:
        for at, tab in enumerate(self.tabs):
            if tab.name.casefold() == name.casefold():
                return at, tab
        raise KeyError(name)


class _Cells:
    """A tab being changed."""

    def __init__(self, tab: Tab) -> None:
        self.base = tab
        self.columns = [list(column) for column in tab.columns]
        self.height = tab.height
        self.formulas = dict(tab.formulas)
        self.tables = tab.tables
        self.filter = tab.filter

    def put(self, row: int, col: int, value: Value) -> None:
        while len(self.columns) <= col:
            self.columns.append([None] * self.height)
        if row >= self.height:
            for column in self.columns:
                column.extend([None] * (row + 1 - self.height))
            self.height = row + 1
        self.columns[col][row] = None if value == "" else value
        self.formulas.pop((row, col), None)

    def tab(self) -> Tab:
        """The tab, without the blank rows and columns at its end."""
        while self.columns and not any(value is not None for value in self.columns[-1]):
            self.columns.pop()
        height = max((_filled(column) for column in self.columns), default=0)
        for column in self.columns:
            del column[height:]
        return replace(
            self.base,
            columns=self.columns,
            height=height,
            formulas=self.formulas,
            tables=self.tables,
            filter=self.filter,
        )


def _filled(column: list[Value]) -> int:
    for row in range(len(column) - 1, -1, -1):
        if column[row] is not None:
            return row + 1
    return 0


def apply_to(tabs: Iterable[Tab], changes: Changes, templates: Mapping[str, Tab]) -> list[Tab]:
    """The tabs after the changes: what every store's next ``read`` has to give."""
    done = list(tabs)
    working: dict[str, _Cells] = {}
    for step in changes.structure:
        if isinstance(step, AddTab):
            template = templates.get(step.template)
            done.append(replace(template, name=step.tab) if template else Tab(step.tab))
        else:
            cells = _cells(done, working, step.tab)
            for at, column in enumerate(step.columns):
                cells.put(step.header_row, step.first_col + at, column.header)
            _widen(cells, step)
    for edit in changes.edits:
        cells = _cells(done, working, edit.tab)
        for row, value in zip(edit.rows, edit.after, strict=True):
            cells.put(row, edit.col, value)
    return [working[tab.name].tab() if tab.name in working else tab for tab in done]


def _cells(tabs: list[Tab], working: dict[str, _Cells], name: str) -> _Cells:
    tab = next(tab for tab in tabs if tab.name.casefold() == name.casefold())
    if tab.name not in working:
        working[tab.name] = _Cells(tab)
    return working[tab.name]


def _widen(cells: _Cells, step: AddColumns) -> None:
    last = step.first_col + len(step.columns) - 1
    cells.tables = tuple(
        replace(table, range=replace(table.range, right=last)) if joins(table.range, step) else table
        for table in cells.tables
    )
    if cells.filter is not None and joins(cells.filter, step):
        cells.filter = replace(cells.filter, right=last)


def joins(found: Range, step: AddColumns) -> bool:
    """Whether a table or filter has its header row where the new columns have theirs, and ends right before them."""
    return found.top == step.header_row and found.right == step.first_col - 1


def refusals(snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
    """What stands in the way of the changes in any store, each in a sentence."""
    problems: list[str] = []
    fresh: set[str] = set()
    for step in changes.structure:
        if isinstance(step, AddTab):
            if snapshot.tab(step.tab) is not None or step.tab.casefold() in fresh:
                problems.append(f"There is a tab named {step.tab} already. Rename it, then run again.")
            fresh.add(step.tab.casefold())
            continue
        tab = snapshot.tab(step.tab)
        if tab is None:
            problems.append(f"There is no tab named {step.tab} any more.")
            continue
        problems += _column_refusals(tab, step)
    for edit in changes.edits:
        tab = snapshot.tab(edit.tab)
        if tab is None:
            if edit.tab.casefold() not in fresh:
                problems.append(f"There is no tab named {edit.tab} any more.")
            continue
        if len(edit.rows):
            problems += _edit_refusals(tab, edit.col, edit.rows)
    return tuple(dict.fromkeys(problems))


def _column_refusals(tab: Tab, step: AddColumns) -> list[str]:
    last_col = step.first_col + len(step.columns) - 1
    if last_col >= tab.max_cols:
        return [
            f"{tab.name} has no room for {len(step.columns)} more columns. Delete columns at its right, then run again."
        ]
    problems: list[str] = []
    area = Range(step.header_row, step.first_col, max(step.last_row, step.header_row), last_col)
    taken = [
        (row, col)
        for col in range(area.left, min(area.right + 1, tab.width))
        for row in range(area.top, min(area.bottom + 1, tab.height))
        if not is_blank(tab.columns[col][row]) or (row, col) in tab.formulas
    ]
    if taken:
        where = ", ".join(address(tab.name, *cell) for cell in taken[:3])
        more = f" and {len(taken) - 3} more" if len(taken) > 3 else ""
        problems.append(f"{where}{more}: this is where sheetsync's columns go. Move what stands there, then run again.")
    for merge in tab.merges:
        if meets(merge, area):
            problems.append(
                f"{tab.name}!{merge} is merged, and lies where sheetsync's columns go. Unmerge it, then run again."
            )
    for table in tab.tables:
        if meets(table.range, area) and not joins(table.range, step):
            problems.append(
                f"The table {table.name} ({tab.name}!{table.range}) lies where sheetsync's columns go. Move it, then run again."
            )
    return problems


def _edit_refusals(tab: Tab, col: int, rows: Iterable[int]) -> list[str]:
    problems: list[str] = []
    rows = list(rows)
    if col >= tab.max_cols or rows[-1] >= tab.max_rows:
        problems.append(
            f"{tab.name} is full: there is no cell {a1(rows[-1], col)}. Start a new workbook, then run again."
        )
    wanted: set[int] | None = None
    for merge in tab.merges:
        if merge.left <= col <= merge.right and merge.bottom >= rows[0] and merge.top <= rows[-1]:
            wanted = wanted if wanted is not None else set(rows)
            hidden = [
                row
                for row in range(max(merge.top, rows[0]), min(merge.bottom, rows[-1]) + 1)
                if row in wanted and (row, col) != (merge.top, merge.left)
            ]
            if hidden:
                problems.append(
                    f"{address(tab.name, hidden[0], col)} is inside merged cells ({merge}). Unmerge them, then run again."
                )
    if tab.formulas:
        for row in rows:
            formula = tab.formulas.get((row, col))
            if formula is not None and formula.spills:
                problems.append(
                    f"{address(tab.name, row, col)} belongs to an array formula. Move that formula, then run again."
                )
                break
    return problems


def meets(one: Range, other: Range) -> bool:
    """Whether two rectangles share a cell."""
    return one.left <= other.right and other.left <= one.right and one.top <= other.bottom and other.top <= one.bottom
