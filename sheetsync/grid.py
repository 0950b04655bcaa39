"""Cells, tabs, snapshots and edits: the sheet vocabulary. Rows and columns count from 0 here, from 1 and A in messages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum


@dataclass(frozen=True, slots=True)
class Link:
    """A cell of our own tabs that shows ``text`` and leads to a cell of another tab."""

    tab: str
    row: int
    col: int
    text: str


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value (#N/A, #REF!, ...) that a formula left in its cell."""

    code: str


#: What a cell may hold. A number is int or float (equal as numbers); a date without a time of day is a date.
Value = str | int | float | bool | date | datetime | time | Link | CellError | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in a cell. Its stored value stands in the tab's columns (None where nothing is stored)."""

    text: str  # as typed, without the equals sign; "" where the file shares it from another cell
    spills: bool = False  # an array formula, a data table or a spill: it may never be written over
    stored: bool = True  # the file holds a value for it


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, col: int) -> bool:
        """Whether the cell lies in the rectangle."""
        return self.top <= row <= self.bottom and self.left <= col <= self.right

    def __str__(self) -> str:
        if (self.top, self.left) == (self.bottom, self.right):
            return a1(self.top, self.left)
        return f"{a1(self.top, self.left)}:{a1(self.bottom, self.right)}"


@dataclass(frozen=True, slots=True)
class Table:
    """A native table: its range with the header row, and total rows at its end."""

    name: str
    range: Range
    totals: int = 0


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of a workbook at one moment. ``columns[c][r]`` is a value; every column is ``height`` long."""

    name: str
    columns: Sequence[Sequence[Value]] = ()
    height: int = 0
    formulas: Mapping[tuple[int, int], Formula] = field(default_factory=dict)
    merges: tuple[Range, ...] = ()
    tables: tuple[Table, ...] = ()
    filter: Range | None = None  # the sheet's own AutoFilter or basic filter
    hidden: bool = False
    is_grid: bool = True  # False for a chart, dialog or macro sheet, which has no cells
    max_rows: int = 1_048_576
    max_cols: int = 16_384

    @property
    def width(self) -> int:
        """How many columns hold something."""
        return len(self.columns)

    def at(self, row: int, col: int) -> Value:
        """The value of a cell; None outside what is filled in."""
        if 0 <= col < len(self.columns) and 0 <= row < self.height:
            return self.columns[col][row]
        return None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a run knows of a workbook, read at one moment. ``version`` is the store's own, for "is it still so"."""

    title: str
    tabs: tuple[Tab, ...]
    version: object = None
    time_zone: str | None = None  # an IANA name; None where the workbook has none (Excel)
    locale: str | None = None  # as the host names it ("en_GB"); None where unknown

    def tab(self, name: str) -> Tab | None:
        """The tab of that name, as spreadsheets compare names: without case."""
        wanted = name.casefold()
        return next((tab for tab in self.tabs if tab.name.casefold() == wanted), None)


class Format(Enum):
    """How a value is shown where the cell has no format of its own that fits."""

    TEXT = "text"
    DATE = "date"
    WRAP = "wrap"  # text that may run over several lines
    MARK = "mark"  # tiny and grey, in a hidden column
    LEAVE = "leave"  # the cell, its column or the tab's template already says how


@dataclass(frozen=True, slots=True)
class ColumnEdits:
    """Cells of one column to write: where, what each held, what it will hold, and why. Rows ascend."""

    tab: str
    col: int
    rows: Sequence[int]
    before: Sequence[Value]
    after: Sequence[Value]
    format: Format = Format.LEAVE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A column of ours that a log lacks."""

    header: str
    format: Format
    width: float  # in characters
    hidden: bool = False
    note: str = ""  # the help shown on the header cell


@dataclass(frozen=True, slots=True)
class AddColumns:
    """Structure: new headers right of the last one; a table or filter on the header row grows with them.

    The header row and ``first_col`` say where; rows down to ``last_row`` (0-based) belong to the log.
    """

    tab: str
    header_row: int
    first_col: int
    columns: tuple[NewColumn, ...]
    last_row: int


@dataclass(frozen=True, slots=True)
class AddTab:
    """Structure: one of our own tabs, made from the shipped template of that name."""

    tab: str  # the name it gets
    template: str  # the tab's name in the shipped call-log workbook
    chart_rows: int = 0


Structure = AddColumns | AddTab


@dataclass(frozen=True, slots=True)
class Changes:
    """What a store is asked to do, all or nothing: structure first, then cells."""

    edits: tuple[ColumnEdits, ...] = ()
    structure: tuple[Structure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits or self.structure)

    @property
    def cells(self) -> int:
        """How many cells are written."""
        return sum(len(edit.rows) for edit in self.edits)


def column_name(col: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    letters = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def a1(row: int, col: int) -> str:
    """The address of a cell as people write it."""
    return f"{column_name(col)}{row + 1}"


def address(tab: str, row: int, col: int) -> str:
    """The address of a cell with its tab, quoted where a spreadsheet quotes it."""
    plain = tab.isidentifier() and not tab[0].isdigit()
    return f"{tab if plain else chr(39) + tab.replace(chr(39), chr(39) * 2) + chr(39)}!{a1(row, col)}"


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing that a person can see."""
    return value is None or (isinstance(value, str) and not value.strip())


def canonical(value: Value) -> str:
    """A value in the one form that marks and anchors use in every store: ISO dates, ``\\n``, NFC, plain numbers."""
    if isinstance(value, str) and value.isascii() and "\r" not in value:
        return value
    match value:
        case None:
            return ""
        case str():
            return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="seconds")
        case date() | time():
            return value.isoformat()
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case Link():
            return f"{value.text} -> {value.tab}!{a1(value.row, value.col)}"
        case CellError():
            return value.code


def same(one: Value, other: Value) -> bool:
    """Whether two cell values are the same to a person: blank is blank, 1 is 1.0, a date is a date at midnight."""
    if one is other or (type(one) is type(other) and one == other):
        return True
    if is_blank(one) or is_blank(other):
        return is_blank(one) and is_blank(other)
    if isinstance(one, str) != isinstance(other, str) or isinstance(one, bool) != isinstance(other, bool):
        return False
    return canonical(one) == canonical(other)
