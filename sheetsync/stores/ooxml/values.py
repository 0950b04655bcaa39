"""The values of a workbook's sheets as grid values, read by calamine, and where it cannot, by ``slow``."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sheetsync.errors import CannotUse
from sheetsync.grid import Value
from sheetsync.stores.ooxml import slow
from sheetsync.stores.ooxml.book import Book, Sheet
from sheetsync.stores.ooxml.scan import Facts
from sheetsync.stores.ooxml.zipped import Package

#: Calamine lays a sheet out as one rectangle: a cell far from all others would ask for more memory than there is.
MOST_CELLS = 60_000_000

_BLOCK = 8192  # rows

Columns = list[Sequence[Value]]


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Without the garbage collector, which would look again and again through a million cells that make no cycles.

    (Measured: a third of the time of reading 100,000 rows.)
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Unreadable(Exception):
    """Calamine cannot read it; the text says why."""


class Values:
    """The values of a workbook's sheets. A context that holds the file open."""

    def __init__(self, path: Path, held: Book) -> None:
        """
        Raises:
            CannotUse: the workbook is protected by a password.
        """
        self.path, self.held = path, held
        try:
            self.workbook = _opened(path)
        except Unreadable:
            self.workbook = None

    def __enter__(self) -> Values:
        return self

    def __exit__(self, *_: object) -> None:
        if self.workbook is not None:
            self.workbook.close()

    def read(self, sheet: Sheet, facts: Facts) -> tuple[Columns, int]:
        """The columns of a sheet, without the blank rows and columns at its end, and their height.

        Raises:
            CannotUse: it cannot be read, or its cells lie too far apart.
        """
        with collector_paused():
            return self._read(sheet, facts)

    def blocks(self, sheet: Sheet, facts: Facts) -> Iterator[tuple[int, Columns]]:
        """The same a few thousand rows at a time, as (first row, columns): never all of a large sheet in memory."""
        with collector_paused():
            if self.workbook is None or (facts.lowest + 1) * (facts.widest + 1) > MOST_CELLS:
                yield 0, self._read(sheet, facts)[0]
                return
            try:
                read = _guarded(lambda: self.workbook.get_sheet_by_name(sheet.name))
                rows = _guarded(read.iter_rows)
            except Unreadable:
                yield 0, self._read(sheet, facts)[0]
                return
            left = read.start[1] if read.start else 0
            top = 0
            while block := list(itertools.islice(rows, _BLOCK)):
                columns: Columns = [[None] * len(block) for _ in range(left)]
                columns += [_plain(column) for column in zip(*block, strict=False)]
                for (row, col), value in facts.found.items():
                    if top <= row < top + len(block):
                        _put(columns, row - top, col, value)
                yield top, columns
                top += len(block)
            below = {place: value for place, value in facts.found.items() if place[0] >= top}
            if below:
                columns = []
                for (row, col), value in below.items():
                    _put(columns, row - top, col, value)
                yield top, columns

    def _read(self, sheet: Sheet, facts: Facts) -> tuple[Columns, int]:
        columns: Columns | None = None
        if self.workbook is not None and (facts.lowest + 1) * (facts.widest + 1) <= MOST_CELLS:
            try:
                rows = _guarded(lambda: self.workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
                columns = [_plain(column) for column in zip(*rows, strict=False)]
                del rows
            except Unreadable:
                columns = None
        if columns is None:
            with Package(self.path) as package:
                columns = slow.read(package, self.held, sheet.part, sheet.name)
        for (row, col), value in facts.found.items():
            _put(columns, row, col, value)
        filled = {id(column): 0 for column in columns}  # blank columns of a sparse sheet are one and the same
        filled = {id(column): _filled(column) for column in columns if filled.pop(id(column), None) is not None}
        height = max(filled.values(), default=0)
        while columns and not filled[id(columns[-1])]:
            columns.pop()
        return [_sized(column, height) for column in columns], height


def _opened(path: Path) -> Any:
    import python_calamine

    return _guarded(lambda: python_calamine.CalamineWorkbook.from_path(str(path)))


def _guarded(read: Callable[[], Any]) -> Any:
    import python_calamine

    try:
        return read()
    except python_calamine.PasswordError:
        raise CannotUse("it is password-protected. Save it without a password, then run again") from None
    except (python_calamine.CalamineError, ValueError, KeyError) as wrong:
        raise Unreadable(str(wrong)) from None
    except BaseException as wrong:
        if type(wrong).__name__ == "PanicException":  # a defect of the reader, met on a damaged file
            raise Unreadable(str(wrong)) from None
        raise


def _sized(column: Sequence[Value], height: int) -> Sequence[Value]:
    if len(column) == height:
        return column
    return [*column[:height], *[None] * (height - len(column))]


def _filled(column: Sequence[Value]) -> int:
    """How many rows a column has down to the last one that holds something."""
    for row in range(len(column) - 1, -1, -1):
        if column[row] is not None:
            return row + 1
    return 0


def _put(columns: Columns, row: int, col: int, value: Value) -> None:
    while len(columns) <= col:
        columns.append([])
    column = list(columns[col]) if not isinstance(columns[col], list) else columns[col]
    assert isinstance(column, list)
    if len(column) <= row:
        column.extend([None] * (row + 1 - len(column)))
    column[row] = value
    columns[col] = column


def _plain(column: Sequence[Any]) -> Sequence[Value]:
    """A column of calamine's values as grid values."""
    kinds = set(map(type, column))
    if dt.datetime in kinds or dt.timedelta in kinds:  # the same days stand on many rows
        known: dict[Any, Value] = {value: _one(value) for value in set(column) if type(value) in _TIMES}
        known[""] = None
        return [known.get(value, value) for value in column]
    if str in kinds and "" in column:
        return [None if value == "" else value for value in column]
    return column


_TIMES = (dt.datetime, dt.timedelta)


def _one(value: Any) -> Value:
    match value:
        case dt.datetime():
            return value.date() if value.time() == dt.time() else value
        case dt.timedelta():  # a duration; one of less than a day reads as a time
            whole = value.total_seconds()
            return (dt.datetime.min + value).time() if 0 <= whole < 86400 else whole / 86400
    found: Value = value
    return found
