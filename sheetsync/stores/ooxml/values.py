"""The values of a workbook's sheets as grid values, read by calamine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sheetsync.errors import CannotUse
from sheetsync.grid import Value
from sheetsync.stores.ooxml.scan import Facts

#: Calamine lays a sheet out as one rectangle: a cell far from all others would ask for more memory than there is.
MOST_CELLS = 60_000_000

Columns = list[Sequence[Value]]


def opened(path: Path) -> Any:
    """The workbook, open in calamine.

    Raises:
        CannotUse: calamine cannot read it.
    """
    import python_calamine

    return _guarded(lambda: python_calamine.CalamineWorkbook.from_path(str(path)), "")


def _guarded(read: Callable[[], Any], tab: str) -> Any:
    import python_calamine

    where = f" (tab {tab})" if tab else ""
    try:
        return read()
    except python_calamine.PasswordError:
        raise CannotUse("it is password-protected. Save it without a password, then run again") from None
    except (python_calamine.CalamineError, OSError, ValueError, KeyError) as wrong:
        raise CannotUse(f"it cannot be read{where}: {wrong}") from None
    except BaseException as wrong:
        if type(wrong).__name__ == "PanicException":  # a defect of the reader, met on a damaged file
            raise CannotUse(f"it cannot be read{where}; it may be damaged") from None
        raise


def read(workbook: Any, tab: str, facts: Facts) -> tuple[Columns, int]:
    """The columns of a sheet, without the blank rows and columns at its end, and their height.

    Raises:
        CannotUse: calamine cannot read it, or its cells lie too far apart.
    """
    if (facts.lowest + 1) * (facts.widest + 1) > MOST_CELLS:
        raise CannotUse(
            f"the tab {tab} has cells too far apart to read (down to row {facts.lowest + 1:,}). "
            "Delete the stray ones, then run again"
        )
    rows = _guarded(lambda: workbook.get_sheet_by_name(tab).to_python(skip_empty_area=False), tab)
    columns: Columns = [_plain(column) for column in zip(*rows, strict=False)]
    del rows
    for (row, col), value in facts.found.items():
        _put(columns, row, col, value)
    height = max((_filled(column) for column in columns), default=0)
    while columns and not _filled(columns[-1]):
        columns.pop()
    return [_sized(column, height) for column in columns], height


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
    if dt.datetime in kinds or dt.timedelta in kinds:
        return [_one(value) for value in column]
    if str in kinds and "" in column:
        return [None if value == "" else value for value in column]
    return column


def _one(value: Any) -> Value:
    match value:
        case "":
            return None
        case dt.datetime():
            return value.date() if value.time() == dt.time() else value
        case dt.timedelta():  # a duration; one of less than a day reads as a time
            whole = value.total_seconds()
            return (dt.datetime.min + value).time() if 0 <= whole < 86400 else whole / 86400
    found: Value = value
    return found
