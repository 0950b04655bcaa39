"""What Google says of a spreadsheet, read into a snapshot: values, formulas, dates, and the facts that a write needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sheetsync.grid import CellError, Formula, Link, Range, Snapshot, Tab, Table, Value

#: What one read asks for, and no more. Both formats of a number: the one that a person gave, and the one that a formula
#: worked out (``effectiveFormat``); they alone tell a date from a number.
_CELL = "userEnteredValue,effectiveValue,userEnteredFormat(numberFormat),effectiveFormat(numberFormat)"
DATA = f"data(startRow,startColumn,rowData(values({_CELL})))"
PROPERTIES = "properties(sheetId,title,index,sheetType,hidden,gridProperties)"
SHEETS = (
    f"sheets({PROPERTIES},merges,tables,basicFilter,charts(chartId),"
    f"protectedRanges(protectedRangeId,range,namedRangeId,tableId,description,warningOnly,requestingUserCanEdit,"
    f"unprotectedRanges,editors(users)),{DATA})"
)
FIELDS = f"spreadsheetId,properties(title,locale,timeZone),{SHEETS}"
#: What a read sends along. Google leaves includeGridData aside where there is a field mask; others may go by it.
QUERY = {"fields": FIELDS, "includeGridData": "true", "prettyPrint": "false"}

#: A spreadsheet holds so many cells, a cell so many characters, a sheet so many columns (Google's help page on file sizes).
MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS = 10_000_000, 50_000, 18_278

EPOCH = datetime(1899, 12, 30)
_DATED = {"DATE": 1, "DATE_TIME": 2, "TIME": 3}
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_ERRORS = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
}
_LINK = re.compile(r'=HYPERLINK\("#gid=(\d+)&range=([A-Z]{1,3})(\d+)"\s*[,;]\s*"((?:[^"]|"")*)"\)\Z', re.IGNORECASE)
_ARRAY = re.compile(r"\bARRAY_?FORMULA\s*\(", re.IGNORECASE)

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected range that this account may not edit."""

    range: Range
    free: tuple[Range, ...]  # the ranges inside that anybody may edit
    name: str


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a write has to know of one sheet, beside its cells."""

    id: int
    rows: int
    cols: int
    protected: tuple[Protection, ...] = ()
    table_ids: Mapping[str, str] = field(default_factory=dict)  # name of the table to its id
    filter: Json | None = None  # the basic filter as it came, to be set again when it is widened
    charts: frozenset[int] = frozenset()
    dated: Mapping[int, bytes] = field(
        default_factory=dict
    )  # by column and row: 1 shown as a date, 2 with a time, 3 a time


@dataclass(frozen=True, slots=True)
class Facts:
    """The store's own part of a snapshot."""

    sheets: Mapping[str, SheetFacts]  # by the tab's name
    locale: str = ""

    @property
    def cells(self) -> int:
        """How many cells the grids of the spreadsheet have."""
        return sum(sheet.rows * sheet.cols for sheet in self.sheets.values())


def whole(answer: Json, number: str) -> Snapshot:
    """The snapshot in an answer of spreadsheets.get.

    Raises:
        ValueError, TypeError, LookupError, AttributeError, ArithmeticError: it is no such answer, or another spreadsheet's.
    """
    if answer["spreadsheetId"] != number or "sheets" not in answer:
        raise ValueError("the answer is about another spreadsheet, or about none")
    return snapshot(answer)


def snapshot(answer: Json, known: Mapping[int, str] | None = None) -> Snapshot:
    """The snapshot in an answer of spreadsheets.get, or in the spreadsheet that a batchUpdate sends back.

    Args:
        known: the names of sheets by their ids, where the answer holds only some of them.

    Raises:
        ValueError, TypeError, LookupError, AttributeError, ArithmeticError: it is no such answer.
    """
    properties = answer.get("properties", {})
    sheets = sorted(answer.get("sheets", ()), key=lambda sheet: int(sheet["properties"].get("index", 0)))
    names = dict(known or {}) | {
        int(sheet["properties"].get("sheetId", 0)): str(sheet["properties"]["title"]) for sheet in sheets
    }
    tabs: list[Tab] = []
    facts: dict[str, SheetFacts] = {}
    for sheet in sheets:
        tab, facts_of_sheet = _sheet(sheet, names)
        tabs.append(tab)
        facts[tab.name] = facts_of_sheet
    if len({tab.name.casefold() for tab in tabs}) != len(tabs) or len({one.id for one in facts.values()}) != len(tabs):
        raise ValueError("two sheets have one name or id")
    locale, zone = properties.get("locale") or None, properties.get("timeZone") or None
    if not isinstance(locale, (str, type(None))) or not isinstance(zone, (str, type(None))):
        raise TypeError("a locale and a time zone are text")
    return Snapshot(
        str(properties.get("title", "")),
        tuple(tabs),
        Facts(facts, locale or ""),
        zone,
        locale,
    )


def has_cells(answer: Json) -> bool:
    """Whether an answer brings cells along at all (a server may leave them out)."""
    return any("data" in sheet for sheet in answer.get("sheets", ()))


def facts_of(snapshot: Snapshot) -> Facts:
    """The store's own part of a snapshot that this store read."""
    assert isinstance(snapshot.version, Facts), "the snapshot is another store's"
    return snapshot.version


def _grid(sheet: Json) -> tuple[int, int]:
    grid = sheet["properties"].get("gridProperties", {})
    rows, cols = int(grid.get("rowCount", 0)), int(grid.get("columnCount", 0))
    if not (0 <= rows <= MOST_CELLS and 0 <= cols <= MOST_COLUMNS):
        raise ValueError("no sheet has so many rows or columns")
    return rows, cols


def _sheet(sheet: Json, names: Mapping[int, str]) -> tuple[Tab, SheetFacts]:
    properties = sheet["properties"]
    rows, cols = _grid(sheet)
    is_grid = properties.get("sheetType", "GRID") == "GRID"
    cells = _Cells(names)
    for block in sheet.get("data", ()) if is_grid else ():
        cells.read(block)
    columns, height = cells.trimmed()
    tables = tuple(_table(one, rows, cols) for one in sheet.get("tables", ()))
    basic = sheet.get("basicFilter")
    # A native table has a filter of its own; only a filter that stands alone is the tab's.
    alone = basic is not None and "range" in basic and not basic.get("tableId")
    tab = Tab(
        name=str(properties["title"]),
        columns=columns,
        height=height,
        formulas=cells.formulas,
        merges=tuple(area(one, rows, cols) for one in sheet.get("merges", ())),
        tables=tables,
        filter=area(basic["range"], rows, cols) if basic is not None and alone else None,
        hidden=bool(properties.get("hidden", False)),
        is_grid=is_grid,
        max_rows=MOST_CELLS,  # the limit that counts is of the spreadsheet as a whole
        max_cols=MOST_COLUMNS,
    )
    known = SheetFacts(
        id=int(properties.get("sheetId", 0)),
        rows=rows,
        cols=cols,
        protected=tuple(_protections(sheet, tables, rows, cols)),
        table_ids={str(one.get("name", "")): str(one.get("tableId", "")) for one in sheet.get("tables", ())},
        filter=basic if alone else None,
        charts=frozenset(int(one["chartId"]) for one in sheet.get("charts", ()) if "chartId" in one),
        dated=cells.dated(),
    )
    return tab, known


def area(found: Json, rows: int, cols: int) -> Range:
    """A range of Google's (ends left out where it is open) as one of ours."""
    return Range(
        int(found.get("startRowIndex", 0)),
        int(found.get("startColumnIndex", 0)),
        int(found.get("endRowIndex", rows)) - 1,
        int(found.get("endColumnIndex", cols)) - 1,
    )


def _table(one: Json, rows: int, cols: int) -> Table:
    totals = 1 if one.get("rowsProperties", {}).get("footerColorStyle") else 0
    return Table(str(one.get("name", "")), area(one.get("range", {}), rows, cols), totals)


def _protections(sheet: Json, tables: Sequence[Table], rows: int, cols: int) -> Iterable[Protection]:
    ranges = {str(one.get("tableId")): table.range for one, table in zip(sheet.get("tables", ()), tables, strict=True)}
    for one in sheet.get("protectedRanges", ()):
        # Google leaves out what is false, and shows the editors only to those who are among them.
        if one.get("warningOnly") or one.get("requestingUserCanEdit") or one.get("editors"):
            continue
        place = ranges.get(str(one.get("tableId"))) or area(one.get("range", {}), rows, cols)
        free = tuple(area(inner, rows, cols) for inner in one.get("unprotectedRanges", ()))
        yield Protection(place, free, str(one.get("description", "")))


class _Cells:
    """The cells of one sheet while they are read, column by column."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self.names = names
        self.columns: list[list[Value]] = []
        self.kinds: dict[int, dict[int, int]] = {}
        self.formulas: dict[tuple[int, int], Formula] = {}
        self.unentered: dict[tuple[int, int], Value] = {}
        self.height = 0

    def read(self, block: Json) -> None:
        """One block of cells, where Google says that it starts."""
        top, left = int(block.get("startRow", 0)), int(block.get("startColumn", 0))
        if top < 0 or left < 0:
            raise ValueError("no row or column stands before the first")
        lines = block.get("rowData", ())
        self._grow(top + len(lines), left)
        columns, kinds, plain = self.columns, self.kinds, self._plain
        for row, line in enumerate(lines, top):
            values = line.get("values")
            if not values:
                continue
            if left + len(values) > len(columns):
                self._grow(self.height, left + len(values))
            for col, cell in enumerate(values, left):
                if not cell:
                    continue
                shown = cell.get("effectiveValue")
                entered = cell.get("userEnteredValue")
                kind = 0
                if "userEnteredFormat" in cell or "effectiveFormat" in cell:
                    kind = _kind(cell)
                    if kind:
                        kinds.setdefault(col, {})[row] = kind
                if entered and "formulaValue" in entered:
                    self._formula(row, col, str(entered["formulaValue"]), shown, kind)
                elif shown:
                    value = plain(shown, kind)
                    columns[col][row] = value
                    if not entered:
                        self.unentered[row, col] = value
                elif entered:  # a server that works nothing out
                    columns[col][row] = plain(entered, kind)

    def _grow(self, height: int, width: int) -> None:
        if max(height, self.height) * max(width, 1, len(self.columns)) > 2 * MOST_CELLS:
            raise ValueError("no sheet has so many cells")
        if height > self.height:
            for column in self.columns:
                column.extend([None] * (height - self.height))
            self.height = height
        while len(self.columns) < width:
            self.columns.append([None] * self.height)

    def _formula(self, row: int, col: int, text: str, shown: Json | None, kind: int) -> None:
        link = _LINK.match(text)
        if link is not None and int(link[1]) in self.names:
            self.columns[col][row] = Link(
                self.names[int(link[1])], int(link[3]) - 1, _column(link[2]), link[4].replace('""', '"')
            )
            return
        loading = shown is not None and shown.get("errorValue", {}).get("type") == "LOADING"
        stored = shown is not None and bool(shown) and not loading
        if stored and shown is not None:
            self.columns[col][row] = self._plain(shown, kind)
        self.formulas[row, col] = Formula(text.removeprefix("="), spills=bool(_ARRAY.search(text)), stored=stored)

    @staticmethod
    def _plain(value: Json, kind: int) -> Value:
        if "stringValue" in value:
            return str(value["stringValue"])
        if "numberValue" in value:
            number = value["numberValue"]
            if number.__class__ is float:
                if number - number != 0:
                    raise ValueError("a number is not finite")
            elif number.__class__ is not int:
                raise TypeError("a number is no number")
            if not kind:
                return int(number) if isinstance(number, float) and number.is_integer() else number
            return moment(number, kind)
        if "boolValue" in value:
            return bool(value["boolValue"])
        if "errorValue" in value:
            return CellError(_ERRORS.get(str(value["errorValue"].get("type")), "#ERROR!"))
        return None

    def trimmed(self) -> tuple[tuple[Sequence[Value], ...], int]:
        """The columns without what is blank at their end, and their height; spills are made known on the way."""
        self._spills()
        while (
            self.columns
            and all(value is None for value in self.columns[-1])
            and not self._formula_in(len(self.columns) - 1)
        ):
            self.columns.pop()
        height = 0
        for column in self.columns:
            for row in range(len(column) - 1, height - 1, -1):
                if column[row] is not None:
                    height = row + 1
                    break
        height = max([height, *(row + 1 for row, _ in self.formulas)])
        for column in self.columns:
            del column[height:]
        return tuple(self.columns), height

    def _formula_in(self, col: int) -> bool:
        return any(at == col for _, at in self.formulas)

    def _spills(self) -> None:
        # A cell that shows what nobody entered is filled by an array formula or a pivot table that stands elsewhere.
        # A checkbox or a rating that nobody touched shows FALSE or 0 the same way: those are plain values, unless the
        # rest of their column is a spill.
        spilled = {col for (_, col), value in self.unentered.items() if value is not False and value != 0}
        for (row, col), value in self.unentered.items():
            if col in spilled or (value is not False and value != 0):
                self.formulas[row, col] = Formula("", spills=True)
        for (row, col), formula in list(self.formulas.items()):
            if formula.text and not formula.spills:
                beside = (self.formulas.get((row + 1, col)), self.formulas.get((row, col + 1)))
                if any(one is not None and one.spills and not one.text for one in beside):
                    self.formulas[row, col] = Formula(formula.text, spills=True, stored=formula.stored)

    def dated(self) -> Mapping[int, bytes]:
        """Which cells are shown as dates, by column."""
        found: dict[int, bytes] = {}
        for col, kinds in self.kinds.items():
            flags = bytearray(max(kinds) + 1)
            for row, kind in kinds.items():
                flags[row] = kind
            found[col] = bytes(flags)
        return found


def _kind(cell: Json) -> int:
    for name in ("effectiveFormat", "userEnteredFormat"):
        shown = (cell.get(name) or {}).get("numberFormat")
        if shown:
            kind = _DATED.get(str(shown.get("type")), 0)
            # An elapsed time (27:30:00) is a number of days, not a moment.
            return 0 if kind and _ELAPSED.search(str(shown.get("pattern", ""))) else kind
    return 0


def moment(serial: float, kind: int) -> Value:
    """The date, time or moment that a serial number means where it is shown as one; the number where it cannot be."""
    if kind == 3 and 0 <= serial < 1:
        return (EPOCH + timedelta(seconds=round(serial * 86400) % 86400)).time()
    try:
        found = EPOCH + timedelta(seconds=round(serial * 86400))
    except OverflowError:
        return serial
    if not 0 <= serial < 2_958_466:  # after 9999-12-31
        return serial
    return found.date() if found.time() == time() else found


def serial(value: date | datetime | time) -> int | float:
    """A date, moment or time as Google counts: days since 30 December 1899."""
    if isinstance(value, datetime):
        seconds = (value.replace(tzinfo=None) - EPOCH).total_seconds()
        return seconds / 86400 if seconds % 86400 else int(seconds // 86400)
    if isinstance(value, date):
        return (value - EPOCH.date()).days
    return (value.hour * 3600 + value.minute * 60 + value.second) / 86400


def _column(name: str) -> int:
    number = 0
    for ch in name.upper():
        number = number * 26 + ord(ch) - 64
    return number - 1
