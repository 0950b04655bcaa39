"""A spreadsheet service in memory that answers as Google's does: checks each request against the published schema, is atomic, keeps quotas.

It stands in for sheets.googleapis.com, www.googleapis.com/drive/v3 and oauth2.googleapis.com. ``install`` puts it
behind ``requests``; ``fake_server.serve`` puts it behind a real HTTPS proxy for the command line.
"""

from __future__ import annotations

import copy
import json
import re
import urllib.parse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]

MAX_CELLS = 10_000_000
_EPOCH = datetime(1899, 12, 30)


class Refused(Exception):
    """An answer other than 200."""

    def __init__(
        self,
        code: int,
        message: str,
        status: str = "INVALID_ARGUMENT",
        details: Sequence[Json] = (),
        errors: Sequence[Json] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.body: Json = {"error": {"code": code, "message": message, "status": status}}
        if details:
            self.body["error"]["details"] = list(details)
        if errors:
            self.body["error"]["errors"] = list(errors)


class Broken(Exception):
    """The connection breaks: before the request was seen, or after it was carried out."""


# -- Google's published schema ----------------------------------------------------------------------------------------


@lru_cache
def discovery(name: str) -> Json:
    """The discovery document that google-api-python-client carries."""
    import googleapiclient

    path = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents" / f"{name}.json"
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    return document


def check(value: Any, schema: Json, path: str, api: str) -> None:
    """Refuses a value that Google's schema does not know, as Google words it."""
    if "$ref" in schema:
        schema = discovery(api)["schemas"][schema["$ref"]]
    kind = schema.get("type")
    if kind == "object" and "properties" in schema:
        if not isinstance(value, dict):
            raise Refused(400, f"Invalid value at '{path}' (type.googleapis.com/...), {json.dumps(value)}")
        for key, inner in value.items():
            if key not in schema["properties"]:
                raise Refused(
                    400, f"Invalid JSON payload received. Unknown name \"{key}\" at '{path}': Cannot find field."
                )
            check(inner, schema["properties"][key], f"{path}.{key}" if path else key, api)
    elif kind == "object" and "additionalProperties" in schema:
        for key, inner in value.items():
            check(inner, schema["additionalProperties"], f"{path}[{key}]", api)
    elif kind == "array":
        if not isinstance(value, list):
            raise Refused(400, f"Invalid value at '{path}': not a list")
        for at, inner in enumerate(value):
            check(inner, schema["items"], f"{path}[{at}]", api)
    elif not _fits(value, schema):
        raise Refused(400, f"Invalid value at '{path}' (TYPE_{str(kind).upper()}), {json.dumps(value)}")


def _fits(value: Any, schema: Json) -> bool:
    match schema.get("type"):
        case "string":
            return isinstance(value, str) and ("enum" not in schema or value in schema["enum"])
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool) and -(2**31) <= value < 2**31
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
    return True


Mask = dict[str, Any]  # an empty inner mask is the whole field


@lru_cache(maxsize=256)
def mask_of(fields: str, schema: str, api: str = "sheets.v4") -> Mask:
    """A field mask as a tree; refuses paths that the schema does not have."""
    at = 0

    def level(names: Json, where: str) -> Mask:
        nonlocal at
        found: Mask = {}
        while at < len(fields):
            name = re.compile(r"[A-Za-z0-9_*$]*").match(fields, at)
            assert name is not None
            at = name.end()
            key = name.group()
            inner = _inner(names, key, api)
            if inner is None:
                raise Refused(
                    400, f"Error expanding 'fields' parameter. Cannot find matching fields for path '{where}{key}'."
                )
            sub: Mask = {}
            mark = fields[at : at + 1]
            if mark in ("/", "."):
                at += 1
                sub = _one(inner, f"{where}{key}.")
            elif mark == "(":
                at += 1
                sub = level(inner, f"{where}{key}.")
                if fields[at : at + 1] != ")":
                    raise Refused(400, "Error parsing 'fields' parameter.")
                at += 1
            _merge(found, key, sub)
            if fields[at : at + 1] == ",":
                at += 1
                continue
            break
        return found

    def _one(names: Json, where: str) -> Mask:
        nonlocal at
        name = re.compile(r"[A-Za-z0-9_*]*").match(fields, at)
        assert name is not None
        at = name.end()
        key = name.group()
        inner = _inner(names, key, api)
        if inner is None:
            raise Refused(
                400, f"Error expanding 'fields' parameter. Cannot find matching fields for path '{where}{key}'."
            )
        mark = fields[at : at + 1]
        if mark in ("/", "."):
            at += 1
            return {key: _one(inner, f"{where}{key}.")}
        if mark == "(":
            at += 1
            sub = level(inner, f"{where}{key}.")
            if fields[at : at + 1] != ")":
                raise Refused(400, "Error parsing 'fields' parameter.")
            at += 1
            return {key: sub}
        return {key: {}}

    tree = level(discovery(api)["schemas"][schema]["properties"], "")
    if at != len(fields) or not fields:
        raise Refused(400, "Error parsing 'fields' parameter.")
    return tree


def _merge(found: Mask, key: str, sub: Mask) -> None:
    if key in found and found[key] and sub:
        for name, inner in sub.items():
            _merge(found[key], name, inner)
    else:
        found[key] = {} if key in found else sub


def _inner(names: Json, key: str, api: str) -> Json | None:
    if key == "*":
        return {}
    if key not in names:
        return None
    schema = names[key]
    while "items" in schema:
        schema = schema["items"]
    if "$ref" in schema:
        schema = discovery(api)["schemas"][schema["$ref"]]
    properties: Json = schema.get("properties", {})
    return properties


def masked(value: Any, mask: Mask) -> Any:
    """What a field mask leaves of a value."""
    if not mask or "*" in mask:
        return value
    if isinstance(value, list):
        return [masked(one, mask) for one in value]
    return {key: masked(value[key], inner) for key, inner in mask.items() if key in value}


def _set(target: Json, source: Json, mask: Mask) -> None:
    for key, inner in mask.items():
        if key == "*":
            target.clear()
            target.update(copy.deepcopy(source))
        elif not inner:
            if key in source:
                target[key] = copy.deepcopy(source[key])
            else:
                target.pop(key, None)
        else:
            below = copy.deepcopy(target.get(key, {}))
            _set(below, source.get(key, {}), inner)
            target[key] = below


# -- what a spreadsheet holds -----------------------------------------------------------------------------------------


class Cell(NamedTuple):
    """One cell; never changed in place."""

    value: Json | None = None  # userEnteredValue
    effective: Json | None = None
    format: Json | None = None  # userEnteredFormat
    shown_as: Json | None = None  # the number format that a formula works out
    note: str = ""
    validation: Json | None = None
    spilled: bool = False


@dataclass(frozen=True)
class Typed:
    """A formula as a test puts it in a cell: text with its equals sign, and the value that it shows."""

    text: str
    value: Any = None


@dataclass(frozen=True)
class Spill:
    """A cell filled by an array formula that stands elsewhere."""

    value: Any


def extended(value: Any) -> Json | None:
    """A Python value as Google's ExtendedValue."""
    match value:
        case None:
            return None
        case bool():
            return {"boolValue": value}
        case int() | float():
            return {"numberValue": value}
        case str():
            return {"stringValue": value}
        case datetime():
            return {"numberValue": (value - _EPOCH).total_seconds() / 86400}
        case date():
            return {"numberValue": (value - _EPOCH.date()).days}
        case time():
            return {"numberValue": (value.hour * 3600 + value.minute * 60 + value.second) / 86400}
        case dict():
            return value
    raise TypeError(value)


def cell_of(value: Any) -> Cell | None:
    """A Python value as a person's cell: dates get the format that Google gives them."""
    if value is None or isinstance(value, Cell):
        return value
    if isinstance(value, Typed):
        return Cell({"formulaValue": value.text}, extended(value.value), None, _format_for(value.value))
    if isinstance(value, Spill):
        return Cell(None, extended(value.value), None, _format_for(value.value), spilled=True)
    shown = _format_for(value)
    plain = extended(value)
    return Cell(plain, plain, {"numberFormat": shown} if shown else None)


def _format_for(value: Any) -> Json | None:
    match value:
        case datetime():
            return {"type": "DATE_TIME", "pattern": "yyyy-mm-dd hh:mm:ss"}
        case date():
            return {"type": "DATE", "pattern": "yyyy-mm-dd"}
        case time():
            return {"type": "TIME", "pattern": "hh:mm:ss"}
    return None


_LINK = re.compile(r'=HYPERLINK\("(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\)', re.I)


def _computed(value: Json | None) -> Json | None:
    if not value:
        return None
    if "formulaValue" not in value:
        return dict(value)
    link = _LINK.fullmatch(value["formulaValue"])
    if link:
        return {"stringValue": link.group(1).replace('""', '"')}
    if re.fullmatch(r"=\d+(\.\d+)?", value["formulaValue"]):
        return {"numberValue": float(value["formulaValue"][1:])}
    return {"errorValue": {"type": "ERROR", "message": "This fake does not compute."}}


@dataclass
class Sheet:
    """One tab. The methods in lower case are what people do in the browser."""

    id: int
    title: str
    rows: list[list[Cell | None]] = field(default_factory=list)
    row_count: int = 1000
    col_count: int = 26
    properties: Json = field(default_factory=dict)  # hidden, tabColorStyle, frozen counts and the like
    merges: list[Json] = field(default_factory=list)
    protected: list[Json] = field(default_factory=list)
    tables: list[Json] = field(default_factory=list)
    basic_filter: Json | None = None
    charts: list[Json] = field(default_factory=list)
    rules: list[Json] = field(default_factory=list)
    banded: list[Json] = field(default_factory=list)
    metadata: list[Json] = field(default_factory=list)
    groups: list[Json] = field(default_factory=list)
    column_props: dict[int, Json] = field(default_factory=dict)
    row_props: dict[int, Json] = field(default_factory=dict)

    # a person's hands

    def at(self, row: int, col: int) -> Cell | None:
        """The cell, or None."""
        if row < len(self.rows) and col < len(self.rows[row]):
            return self.rows[row][col]
        return None

    def holds(self, row: int, col: int) -> Any:
        """The plain value that a cell shows."""
        cell = self.at(row, col)
        if cell is None or not cell.effective:
            return None
        return next(iter(cell.effective.values()))

    def put(self, row: int, col: int, value: Any) -> None:
        """Types a value into a cell; its format and note stay."""
        new = cell_of(value)
        old = self.at(row, col)
        if old is not None:
            new = (new or Cell())._replace(
                format=(new.format if new and new.format else old.format), note=old.note, validation=old.validation
            )
        self.set(row, col, new)

    def set(self, row: int, col: int, cell: Cell | None) -> None:
        """Replaces a cell."""
        self.row_count, self.col_count = max(self.row_count, row + 1), max(self.col_count, col + 1)
        while len(self.rows) <= row:
            self.rows.append([])
        line = self.rows[row]
        if len(line) <= col:
            line.extend([None] * (col + 1 - len(line)))
        line[col] = cell

    def fill(self, values: Iterable[Sequence[Any]], top: int = 0, left: int = 0) -> Sheet:
        """Types a block of values."""
        for row, line in enumerate(values, top):
            for col, value in enumerate(line, left):
                if value is not None:
                    self.put(row, col, value)
        return self

    def sort(self, key: Callable[[list[Any]], Any], first: int, last: int | None = None) -> None:
        """Sorts whole rows, as Data > Sort range does; blank rows go last."""
        last = len(self.rows) if last is None else last
        block = self.rows[first:last]
        width = max((len(line) for line in block), default=0)

        def plain(line: list[Cell | None]) -> list[Any]:
            return [next(iter(c.effective.values())) if c is not None and c.effective else None for c in line] + [
                None
            ] * (width - len(line))

        block.sort(key=lambda line: key(plain(line)))
        self.rows[first:last] = block

    def insert_row(self, at: int, values: Sequence[Any] = ()) -> None:
        """Inserts a row, as people do with the right mouse button: it looks like the row that stood there."""
        while len(self.rows) < at:
            self.rows.append([])
        below = self.rows[at] if at < len(self.rows) else []
        self.rows.insert(at, [Cell(format=cell.format) if cell is not None and cell.format else None for cell in below])
        self.row_count += 1
        for col, value in enumerate(values):
            if value is not None:
                self.put(at, col, value)

    def delete_row(self, at: int) -> None:
        """Deletes a row."""
        if at < len(self.rows):
            del self.rows[at]
        self.row_count -= 1

    def insert_column(self, at: int) -> None:
        """Inserts an empty column."""
        for line in self.rows:
            if len(line) > at:
                line.insert(at, None)
        self.col_count += 1

    def values(self) -> list[list[Any]]:
        """All plain values, row by row, ends trimmed."""
        return [
            [next(iter(c.effective.values())) if c is not None and c.effective else None for c in line]
            for line in self.rows
        ]

    # what Google knows of it

    def copied(self) -> Sheet:
        """A copy that shares no state (cells are never changed in place)."""
        return Sheet(
            self.id, self.title, [line[:] for line in self.rows], self.row_count, self.col_count,
            copy.deepcopy(self.properties), copy.deepcopy(self.merges), copy.deepcopy(self.protected), copy.deepcopy(self.tables),
            copy.deepcopy(self.basic_filter), copy.deepcopy(self.charts), copy.deepcopy(self.rules), copy.deepcopy(self.banded),
            copy.deepcopy(self.metadata), copy.deepcopy(self.groups), copy.deepcopy(self.column_props), copy.deepcopy(self.row_props),
        )  # fmt: skip

    def bounds(self, grid_range: Json) -> tuple[int, int, int, int]:
        """Top, left, bottom, right (the last two exclusive) of a GridRange."""
        return (
            grid_range.get("startRowIndex", 0),
            grid_range.get("startColumnIndex", 0),
            grid_range.get("endRowIndex", self.row_count),
            grid_range.get("endColumnIndex", self.col_count),
        )


@dataclass
class Spreadsheet:
    """One spreadsheet: tabs, properties, who may do what."""

    id: str
    title: str = "Calls"
    locale: str = "en_US"
    time_zone: str = "America/New_York"
    sheets: list[Sheet] = field(default_factory=list)
    shares: dict[str, str] = field(default_factory=dict)  # e-mail to owner, writer or reader
    office_file: bool = False  # an .xlsx kept in Drive

    def add(
        self,
        title: str,
        values: Iterable[Sequence[Any]] = (),
        *,
        id: int | None = None,
        rows: int = 1000,
        cols: int = 26,
    ) -> Sheet:
        """Adds a tab, as a person does."""
        number = id if id is not None else (0 if not self.sheets else 1_000_003 * len(self.sheets))
        sheet = Sheet(number, title, row_count=rows, col_count=cols)
        self.sheets.append(sheet)
        return sheet.fill(values)

    def sheet(self, title: str) -> Sheet:
        """The tab of that title."""
        return next(one for one in self.sheets if one.title == title)


# -- A1 ---------------------------------------------------------------------------------------------------------------


def letters(col: int) -> str:
    """0 is A."""
    text = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        text = chr(65 + rest) + text
    return text


def _column(text: str) -> int:
    number = 0
    for ch in text.upper():
        number = number * 26 + ord(ch) - 64
    return number - 1


_A1 = re.compile(r"(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(?:([A-Za-z]{1,3})?(\d+)?(?::([A-Za-z]{1,3})?(\d+)?)?)$")


def ranged(book: Spreadsheet, text: str) -> tuple[Sheet, tuple[int, int, int, int]]:
    """A range in A1 as its sheet and bounds (exclusive ends)."""
    named = text[1:-1].replace("''", "'") if text[:1] == "'" == text[-1:] else text
    for sheet in book.sheets:
        if sheet.title.casefold() == named.casefold():
            return sheet, (0, 0, sheet.row_count, sheet.col_count)
    found = _A1.match(text)
    title = None if found is None else (found[1].replace("''", "'") if found[1] else found[2])
    sheet_or_none = next((s for s in book.sheets if title is None or s.title.casefold() == title.casefold()), None)
    if found is None or sheet_or_none is None:
        raise Refused(400, f"Unable to parse range: {text}")
    sheet = sheet_or_none
    left, top = (_column(found[3]) if found[3] else 0), (int(found[4]) - 1 if found[4] else 0)
    if ":" in text.rsplit("!", 1)[-1]:
        right = _column(found[5]) + 1 if found[5] else sheet.col_count
        bottom = int(found[6]) if found[6] else sheet.row_count
    else:
        right, bottom = (left + 1 if found[3] else sheet.col_count), (top + 1 if found[4] else sheet.row_count)
    if top >= sheet.row_count or left >= sheet.col_count:
        raise Refused(
            400, f"Range ({text}) exceeds grid limits. Max rows: {sheet.row_count}, max columns: {sheet.col_count}"
        )
    return sheet, (top, left, min(bottom, sheet.row_count), min(right, sheet.col_count))


# -- reading ----------------------------------------------------------------------------------------------------------


def _without_defaults(grid_range: Json) -> Json:
    return {key: value for key, value in grid_range.items() if not (key == "sheetId" and value == 0)}


def sheet_resource(
    sheet: Sheet, index: int, account: str, mask: Mask, areas: Sequence[tuple[int, int, int, int]] | None
) -> Json:
    """One sheet as spreadsheets.get gives it, without what is at its default."""
    kind = sheet.properties.get("sheetType", "GRID")
    grid = {"rowCount": sheet.row_count, "columnCount": sheet.col_count} | sheet.properties.get("gridProperties", {})
    properties = {"sheetId": sheet.id, "title": sheet.title, "index": index, "sheetType": kind}
    properties |= {
        k: v for k, v in sheet.properties.items() if k not in ("gridProperties", "sheetType") and v not in (False, None)
    }
    if kind == "GRID":
        properties["gridProperties"] = grid
    found: Json = {"properties": properties}
    if sheet.merges:
        found["merges"] = [_without_defaults(one) for one in sheet.merges]
    if sheet.protected:
        found["protectedRanges"] = [_protection(one, account) for one in sheet.protected]
    if sheet.tables:
        found["tables"] = [one | {"range": _without_defaults(one["range"])} for one in sheet.tables]
    if sheet.basic_filter:
        found["basicFilter"] = sheet.basic_filter | {"range": _without_defaults(sheet.basic_filter["range"])}
    for name, value in (
        ("charts", sheet.charts),
        ("conditionalFormats", sheet.rules),
        ("bandedRanges", sheet.banded),
        ("developerMetadata", sheet.metadata),
        ("columnGroups", sheet.groups),
    ):
        if value:
            found[name] = value
    found = masked(found, {key: inner for key, inner in mask.items() if key != "data"}) if mask else found
    if areas is not None and kind == "GRID" and (not mask or "data" in mask):
        found["data"] = [_grid_data(sheet, area, mask.get("data", {})) for area in areas]
    return found


def _protection(one: Json, account: str) -> Json:
    shown = {key: value for key, value in one.items() if key != "editors" and value is not False}
    if "range" in shown:
        shown["range"] = _without_defaults(shown["range"])
    users = one.get("editors", {}).get("users", [])
    if one.get("warningOnly") or account in users:
        shown["requestingUserCanEdit"] = True
        if users:
            shown["editors"] = one["editors"]
    return shown


def _grid_data(sheet: Sheet, area: tuple[int, int, int, int], mask: Mask) -> Json:
    top, left, bottom, right = area
    found: Json = {}
    if top:
        found["startRow"] = top
    if left:
        found["startColumn"] = left
    cells = mask.get("rowData", {}).get("values", {}) if mask else {}
    if not mask or "rowData" in mask:
        lines: list[Json] = []
        shown: dict[int, Json] = {}

        def data(cell: Cell) -> Json:
            if cell.value is not None or cell.effective is not None:
                return _cell_data(cell, cells)
            if id(cell) not in shown:
                shown[id(cell)] = _cell_data(cell, cells)
            return shown[id(cell)]

        for line in sheet.rows[top:bottom]:
            values = [data(cell) if cell is not None else {} for cell in line[left:right]]
            while values and not values[-1]:
                values.pop()
            lines.append({"values": values} if values else {})
        while lines and not lines[-1]:
            lines.pop()
        if lines:
            found["rowData"] = lines
    for name, props, start, end in (
        ("columnMetadata", sheet.column_props, left, right),
        ("rowMetadata", sheet.row_props, top, bottom),
    ):
        if not mask or name in mask:
            found[name] = [
                masked({"pixelSize": 100} | props.get(at, {}), mask.get(name, {})) for at in range(start, end)
            ]
    return found


def _cell_data(cell: Cell, mask: Mask) -> Json:
    found: Json = {}
    if cell.value and (not mask or "userEnteredValue" in mask):
        found["userEnteredValue"] = masked(cell.value, mask.get("userEnteredValue", {}))
    if cell.effective and (not mask or "effectiveValue" in mask):
        found["effectiveValue"] = masked(cell.effective, mask.get("effectiveValue", {}))
    if cell.format and (not mask or "userEnteredFormat" in mask):
        found["userEnteredFormat"] = masked(cell.format, mask.get("userEnteredFormat", {}))
    if not mask or "effectiveFormat" in mask:
        effective = dict(cell.format or {})
        if cell.shown_as and "numberFormat" not in effective:
            effective["numberFormat"] = cell.shown_as
        if effective:
            found["effectiveFormat"] = masked(effective, mask.get("effectiveFormat", {}))
    if cell.note and (not mask or "note" in mask):
        found["note"] = cell.note
    if cell.validation and (not mask or "dataValidation" in mask):
        found["dataValidation"] = cell.validation
    return found


def spreadsheet_resource(book: Spreadsheet, account: str, mask: Mask, ranges: Sequence[str], with_data: bool) -> Json:
    """A spreadsheet as spreadsheets.get gives it."""
    found: Json = {
        "spreadsheetId": book.id,
        "properties": {
            "title": book.title,
            "locale": book.locale,
            "timeZone": book.time_zone,
            "autoRecalc": "ON_CHANGE",
        },
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{book.id}/edit",
    }
    found = masked(found, {key: inner for key, inner in mask.items() if key != "sheets"}) if mask else found
    if not mask or "sheets" in mask:
        areas: dict[int, list[tuple[int, int, int, int]]] = {}
        for text in ranges:
            sheet, area = ranged(book, text)
            areas.setdefault(sheet.id, []).append(area)
        inner = mask.get("sheets", {}) if mask else {}
        found["sheets"] = [
            sheet_resource(
                sheet, index, account, inner,
                (areas.get(sheet.id) if ranges else [(0, 0, sheet.row_count, sheet.col_count)]) if with_data else None,
            )
            for index, sheet in enumerate(book.sheets)
            if not ranges or sheet.id in areas
        ]  # fmt: skip
    return found


# -- writing ----------------------------------------------------------------------------------------------------------


class Writer:
    """Carries out the requests of one batchUpdate on copies of the sheets; the caller keeps them only if all went well."""

    def __init__(self, book: Spreadsheet, account: str) -> None:
        self.book, self.account = book, account
        self.sheets = [sheet.copied() for sheet in book.sheets]
        self.title, self.locale, self.time_zone = book.title, book.locale, book.time_zone
        self.forms: dict[
            tuple[int, int], tuple[Json | None, Any, Any]
        ] = {}  # holds what it is keyed by, so that ids stay

    def run(self, at: int, request: Json) -> Json:
        """One request; its reply."""
        if len(request) != 1:
            raise Refused(400, f"Invalid requests[{at}]: exactly one kind of request must be set")
        ((name, body),) = request.items()
        handler = getattr(self, f"do_{name}", None)
        if handler is None:
            raise NotImplementedError(f"the fake does not know {name}")
        self.where = f"Invalid requests[{at}].{name}"
        reply = handler(body)
        cells = sum(s.row_count * s.col_count for s in self.sheets)
        if cells > MAX_CELLS:
            raise Refused(
                400,
                f"{self.where}: This action would increase the number of cells in the workbook above the limit of {MAX_CELLS} cells.",
            )
        return {name: reply} if reply else {}

    def keep(self) -> None:
        """Makes the changes real. Sheets that a test holds stay the same objects."""
        held = {sheet.id: sheet for sheet in self.book.sheets}
        for at, new in enumerate(self.sheets):
            if new.id in held:
                held[new.id].__dict__.update(new.__dict__)
                self.sheets[at] = held[new.id]
        self.book.sheets = self.sheets
        self.book.title, self.book.locale, self.book.time_zone = self.title, self.locale, self.time_zone

    def refuse(self, message: str) -> Refused:
        return Refused(400, f"{self.where}: {message}")

    def sheet(self, number: int | None) -> Sheet:
        for one in self.sheets:
            if one.id == (number or 0):
                return one
        raise self.refuse(f"No grid with id: {number or 0}")

    def area(self, grid_range: Json) -> tuple[Sheet, tuple[int, int, int, int]]:
        sheet = self.sheet(grid_range.get("sheetId"))
        top, left, bottom, right = sheet.bounds(grid_range)
        if bottom > sheet.row_count or right > sheet.col_count or top >= bottom or left >= right:
            raise self.refuse(
                f"Range ({sheet.title}!{letters(left)}{top + 1}:{letters(right - 1)}{bottom}) exceeds grid limits. Max rows: {sheet.row_count}, max columns: {sheet.col_count}"
            )
        return sheet, (top, left, bottom, right)

    def allow(self, sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
        for one in sheet.protected:
            if one.get("warningOnly") or self.account in one.get("editors", {}).get("users", []):
                continue
            area = next((t["range"] for t in sheet.tables if t["tableId"] == one.get("tableId")), one.get("range", {}))
            a, b, c, d = sheet.bounds(area)
            free = [sheet.bounds(inner) for inner in one.get("unprotectedRanges", [])]
            if (
                a < bottom
                and top < c
                and b < right
                and left < d
                and not any(w <= top and x <= left and bottom <= y and right <= z for w, x, y, z in free)
            ):
                raise self.refuse(
                    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit."
                )

    def changed(self, sheet: Sheet, row: int, col: int, data: Json, mask: Mask) -> None:
        old = sheet.at(row, col) or Cell()
        new = old
        if "userEnteredValue" in mask or "*" in mask:
            value = data.get("userEnteredValue") or None
            if value is not None and len(value) != 1:
                raise self.refuse("userEnteredValue must have one kind of value")
            if value and len(str(value.get("stringValue", ""))) > 50_000:
                raise self.refuse("Your input contains more than the maximum of 50000 characters in a single cell.")
            if value and "errorValue" in value:
                raise self.refuse("error values cannot be written")
            new = new._replace(value=value, effective=_computed(value), spilled=False, shown_as=None)
        if "userEnteredFormat" in mask or "*" in mask:
            # Formats are shared between cells and never changed in place.
            known = (id(old.format), id(data))
            if known not in self.forms:
                form = copy.deepcopy(old.format or {})
                _set(form, data.get("userEnteredFormat", {}), mask.get("userEnteredFormat") or {"*": {}})
                self.forms[known] = (form or None, old.format, data)
            new = new._replace(format=self.forms[known][0])
        if "note" in mask or "*" in mask:
            new = new._replace(note=data.get("note", ""))
        if "dataValidation" in mask or "*" in mask:
            new = new._replace(validation=data.get("dataValidation"))
        sheet.set(row, col, new if new != Cell() else None)

    def do_updateCells(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "CellData")
        if "start" in body:
            sheet = self.sheet(body["start"].get("sheetId"))
            top, left = body["start"].get("rowIndex", 0), body["start"].get("columnIndex", 0)
            limit: tuple[int, int] | None = None
        else:
            sheet, (top, left, bottom, right) = self.area(body["range"])
            limit = (bottom, right)
        lines = body.get("rows", [])
        for row, line in enumerate(lines, top):
            values = line.get("values", [])
            if (
                row >= sheet.row_count
                or left + len(values) > sheet.col_count
                or (limit and (row >= limit[0] or left + len(values) > limit[1]))
            ):
                raise self.refuse(
                    f"Range ({sheet.title}!{letters(left)}{row + 1}) exceeds grid limits. Max rows: {sheet.row_count}, max columns: {sheet.col_count}"
                )
            if values:
                self.allow(sheet, row, left, row + 1, left + len(values))
            for col, data in enumerate(values, left):
                self.changed(sheet, row, col, data, mask)

    def do_repeatCell(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "CellData")
        sheet, area = self.area(body["range"])
        self.allow(sheet, *area)
        self.spread(sheet, area, body.get("cell", {}), mask)

    def spread(self, sheet: Sheet, area: tuple[int, int, int, int], data: Json, mask: Mask) -> None:
        """The same for every cell of an area; cells that were alike stay one object."""
        top, left, bottom, right = area
        done: dict[int, tuple[Cell | None, Cell | None]] = {}
        while len(sheet.rows) < bottom:
            sheet.rows.append([])
        for row in range(top, bottom):
            line = sheet.rows[row]
            if len(line) < right:
                line.extend([None] * (right - len(line)))
            for col in range(left, right):
                old = line[col]
                if id(old) not in done:
                    self.changed(sheet, row, col, data, mask)
                    done[id(old)] = (old, line[col])
                line[col] = done[id(old)][1]

    def do_setDataValidation(self, body: Json) -> None:
        sheet, area = self.area(body["range"])
        rule = body.get("rule")
        if rule and rule.get("condition", {}).get("type") == "ONE_OF_LIST" and not rule["condition"].get("values"):
            raise self.refuse("ONE_OF_LIST needs values")
        self.spread(sheet, area, {"dataValidation": rule}, {"dataValidation": {}})

    def do_addSheet(self, body: Json) -> Json:
        wanted = body.get("properties", {})
        title = wanted.get("title") or f"Sheet{len(self.sheets) + 1}"
        if any(one.title.casefold() == title.casefold() for one in self.sheets):
            raise self.refuse(f'A sheet with the name "{title}" already exists. Please enter another name.')
        number = wanted.get("sheetId", 1_000_003 * (len(self.sheets) + 7))
        if any(one.id == number for one in self.sheets):
            raise self.refuse(f"A sheet with the id {number} already exists")
        grid = dict(wanted.get("gridProperties", {}))
        sheet = Sheet(number, title, row_count=grid.pop("rowCount", 1000), col_count=grid.pop("columnCount", 26))
        sheet.properties = {
            key: value for key, value in wanted.items() if key not in ("title", "sheetId", "index", "gridProperties")
        }
        if grid:
            sheet.properties["gridProperties"] = grid
        self.sheets.insert(wanted.get("index", len(self.sheets)), sheet)
        return {"properties": {"sheetId": number, "title": title}}

    def do_deleteSheet(self, body: Json) -> None:
        self.sheets.remove(self.sheet(body.get("sheetId")))
        if not self.sheets:
            raise self.refuse("You can't remove all the sheets in a document.")

    def do_updateSheetProperties(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "SheetProperties")
        wanted = body["properties"]
        sheet = self.sheet(wanted.get("sheetId"))
        for key, inner in mask.items():
            if key == "title":
                if any(one is not sheet and one.title.casefold() == wanted["title"].casefold() for one in self.sheets):
                    raise self.refuse(
                        f'A sheet with the name "{wanted["title"]}" already exists. Please enter another name.'
                    )
                sheet.title = wanted["title"]
            elif key == "index":
                self.sheets.remove(sheet)
                self.sheets.insert(wanted["index"], sheet)
            elif key == "gridProperties":
                grid = {"rowCount": sheet.row_count, "columnCount": sheet.col_count} | sheet.properties.get(
                    "gridProperties", {}
                )
                _set(grid, wanted.get("gridProperties", {}), inner or {"*": {}})
                sheet.row_count, sheet.col_count = grid.pop("rowCount", 1000), grid.pop("columnCount", 26)
                if (
                    grid.get("frozenColumnCount", 0) >= sheet.col_count
                    or grid.get("frozenRowCount", 0) >= sheet.row_count
                ):
                    raise self.refuse("You can't freeze all visible rows or columns on the sheet.")
                sheet.properties["gridProperties"] = grid
            else:
                _set(sheet.properties, wanted, {key: inner})

    def do_updateSpreadsheetProperties(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "SpreadsheetProperties")
        wanted = body["properties"]
        self.title = wanted.get("title", "") if "title" in mask else self.title
        self.locale = wanted.get("locale", "") if "locale" in mask else self.locale
        self.time_zone = wanted.get("timeZone", "") if "timeZone" in mask else self.time_zone

    def do_findReplace(self, body: Json) -> Json:
        sheet, (top, left, bottom, right) = self.area(body["range"])
        held = [sheet.holds(row, col) for row in range(top, bottom) for col in range(left, right)]
        assert not any(isinstance(value, str) and body["find"] in value for value in held), "the fake replaces nothing"
        return {}

    def do_appendDimension(self, body: Json) -> None:
        sheet = self.sheet(body.get("sheetId"))
        if body["length"] < 1:
            raise self.refuse("length must be positive")
        if body["dimension"] == "ROWS":
            sheet.row_count += body["length"]
        else:
            sheet.col_count += body["length"]

    def do_updateDimensionProperties(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "DimensionProperties")
        place = body["range"]
        sheet = self.sheet(place.get("sheetId"))
        columns = place["dimension"] == "COLUMNS"
        count = sheet.col_count if columns else sheet.row_count
        end = place.get("endIndex", count)
        if end > count or place.get("startIndex", 0) >= end:
            raise self.refuse(f"range [{place.get('startIndex', 0)}, {end}) is out of bounds")
        props = sheet.column_props if columns else sheet.row_props
        for at in range(place.get("startIndex", 0), end):
            new = dict(props.get(at, {}))
            _set(new, body.get("properties", {}), mask)
            props[at] = new

    def do_addDimensionGroup(self, body: Json) -> Json:
        self.sheet(body["range"].get("sheetId")).groups.append({"range": body["range"], "depth": 1})
        return {"dimensionGroups": []}

    def do_updateDimensionGroup(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "DimensionGroup")
        wanted = body["dimensionGroup"]
        for one in self.sheet(wanted["range"].get("sheetId")).groups:
            if one["range"] == wanted["range"]:
                _set(one, wanted, mask)
                return
        raise self.refuse("no such group")

    def _add(self, kind: str, key: str, one: Json, place: Callable[[Sheet], list[Json]], range_of: Json) -> Json:
        sheet, _ = self.area(range_of)
        new = copy.deepcopy(one)
        taken = {other[key] for s in self.sheets for other in place(s)}
        if key in new and new[key] in taken:
            raise self.refuse(f"{kind} with id {new[key]} already exists")
        if key not in new:
            new[key] = (
                max([100, *(t for t in taken if isinstance(t, int))]) + 1 if key != "tableId" else f"t{len(taken) + 1}"
            )
        place(sheet).append(new)
        return new

    def do_addProtectedRange(self, body: Json) -> Json:
        one = body["protectedRange"]
        if one.get("warningOnly") and one.get("editors"):
            raise self.refuse("You can't set editors on a warning-only protected range.")
        new = self._add("A protected range", "protectedRangeId", one, lambda s: s.protected, one["range"])
        if not new.get("warningOnly"):
            new.setdefault("editors", {"users": [self.account]})
        return {"protectedRange": new}

    def do_addBanding(self, body: Json) -> Json:
        one = body["bandedRange"]
        return {"bandedRange": self._add("A banded range", "bandedRangeId", one, lambda s: s.banded, one["range"])}

    def do_addTable(self, body: Json) -> Json:
        one = body["table"]
        sheet, (top, left, bottom, right) = self.area(one["range"])
        for other in sheet.tables:
            a, b, c, d = sheet.bounds(other["range"])
            if a < bottom and top < c and b < right and left < d:
                raise self.refuse("You can't add a table that overlaps another table.")
        if sheet.basic_filter and "tableId" not in sheet.basic_filter:
            a, b, c, d = sheet.bounds(sheet.basic_filter["range"])
            if a < bottom and top < c and b < right and left < d:
                raise self.refuse("You can't create a table in a range that has a filter.")
        for column in one.get("columnProperties", []):
            rule = column.get("dataValidationRule")
            if (column.get("columnType") == "DROPDOWN") != (rule is not None):
                raise self.refuse("Only DROPDOWN columns have a data validation rule, and they must have one.")
            if not 0 <= column.get("columnIndex", 0) < right - left:
                raise self.refuse("columnIndex is out of the table")
        names = [self.sheet_text(sheet, top, col) for col in range(left, right)]
        for column in one.get("columnProperties", []):
            wanted = column.get("columnName")
            if wanted:
                names[column.get("columnIndex", 0)] = wanted
        if len(set(names)) != len(names) or "" in names:
            raise self.refuse("Table columns must have unique names.")
        for at, text in enumerate(names):
            old = sheet.at(top, left + at) or Cell()
            sheet.set(top, left + at, old._replace(value={"stringValue": text}, effective={"stringValue": text}))
        if any(
            one.get("name", "").casefold() == other.get("name", "").casefold()
            for s in self.sheets
            for other in s.tables
        ):
            raise self.refuse("A table with that name already exists.")
        return {"table": self._add("A table", "tableId", one, lambda s: s.tables, one["range"])}

    @staticmethod
    def sheet_text(sheet: Sheet, row: int, col: int) -> str:
        """What a cell shows, as text."""
        held = sheet.holds(row, col)
        return "" if held is None else str(held)

    def do_updateTable(self, body: Json) -> None:
        mask = mask_of(body.get("fields", ""), "Table")
        wanted = body["table"]
        for sheet in self.sheets:
            for one in sheet.tables:
                if one["tableId"] == wanted.get("tableId"):
                    if "range" in mask:
                        found, area = self.area(wanted["range"])
                        top, left, bottom, right = area
                        if found is not sheet:
                            raise self.refuse("a table stays on its sheet")
                        for other in sheet.tables:
                            a, b, c, d = sheet.bounds(other["range"])
                            if other is not one and a < bottom and top < c and b < right and left < d:
                                raise self.refuse("You can't add a table that overlaps another table.")
                    _set(one, wanted, mask)
                    return
        raise self.refuse(f"No table with id: {wanted.get('tableId')}")

    def do_setBasicFilter(self, body: Json) -> None:
        one = body["filter"]
        sheet, (top, left, bottom, right) = self.area(one["range"])
        for other in sheet.tables:
            a, b, c, d = sheet.bounds(other["range"])
            if a < bottom and top < c and b < right and left < d:
                raise self.refuse("You can't create a filter in a range that has a table.")
        sheet.basic_filter = copy.deepcopy(one)

    def do_mergeCells(self, body: Json) -> None:
        sheet, _ = self.area(body["range"])
        sheet.merges.append(body["range"])

    def do_addConditionalFormatRule(self, body: Json) -> None:
        rule = body["rule"]
        sheets = {self.area(one)[0].id for one in rule["ranges"]}
        if len(sheets) != 1:
            raise self.refuse("All ranges must be on the same sheet.")
        condition = rule.get("booleanRule", {}).get("condition")
        if (
            condition
            and condition["type"] == "CUSTOM_FORMULA"
            and not condition["values"][0]["userEnteredValue"].startswith("=")
        ):
            raise self.refuse("Invalid ConditionValue.userEnteredValue: a formula starts with =")
        allowed = {"bold", "italic", "strikethrough", "underline", "foregroundColor", "foregroundColorStyle"}
        form = rule.get("booleanRule", {}).get("format", {})
        if (
            set(form) - {"backgroundColor", "backgroundColorStyle", "textFormat"}
            or set(form.get("textFormat", {})) - allowed
        ):
            raise self.refuse(
                "ConditionalFormatRule.format only supports bold, italic, strikethrough, foreground and background"
            )
        rules = self.sheet(sheets.pop()).rules
        rules.insert(body.get("index", len(rules)), copy.deepcopy(rule))

    def do_addChart(self, body: Json) -> Json:
        one = body["chart"]
        anchor = one.get("position", {}).get("overlayPosition", {}).get("anchorCell", {})
        sheet = self.sheet(anchor.get("sheetId"))
        for text in re.findall(r'"sources": (\[.*?\])', json.dumps(one["spec"])):
            for source in json.loads(text):
                self.area(source)
        area = {"sheetId": sheet.id, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
        return {"chart": self._add("A chart", "chartId", one, lambda s: s.charts, area)}

    def do_createDeveloperMetadata(self, body: Json) -> Json:
        one = copy.deepcopy(body["developerMetadata"])
        sheet = self.sheet(one.get("location", {}).get("sheetId"))
        if any(one.get("metadataId") == other.get("metadataId") for s in self.sheets for other in s.metadata):
            raise self.refuse("metadata with that id already exists")
        sheet.metadata.append(one)
        return {"developerMetadata": one}


# -- the service ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seen:
    """One request as the service saw it."""

    kind: str  # read, write, create, token, drive
    method: str
    path: str
    query: dict[str, list[str]]
    body: Json | None
    status: int
    size: int = 0

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass
class Fault:
    """What goes wrong with the next requests of a kind."""

    kind: str  # as in Seen, or "any"
    code: int = 0  # an HTTP status; 0 breaks the connection
    times: int = 1
    skip: int = 0  # let so many pass first
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    carried_out: bool = False  # the request is done all the same; only its answer is lost


Answer = tuple[int, dict[str, str], bytes]


class FakeGoogle:
    """The service. ``before`` holds what other people do just before a request is carried out, by kind."""

    def __init__(
        self, *, clock: Callable[[], float] = lambda: 0.0, account: str = "robot@calls.iam.gserviceaccount.com"
    ) -> None:
        self.clock, self.account = clock, account
        self.books: dict[str, Spreadsheet] = {}
        self.seen: list[Seen] = []
        self.faults: list[Fault] = []
        self.before: list[Callable[[str], None]] = []
        self.after: list[Callable[[str], None]] = []
        self.tokens: dict[str, str] = {"a-token": account}
        self.keys: dict[str, bytes] = {}  # service accounts: e-mail to public key (PEM)
        self.refresh_tokens: dict[str, str] = {}
        self.grants: list[Json] = []  # what sign-ins asked for
        self.quota = {"read": 60, "write": 60}
        self.answers_update = True  # knows includeSpreadsheetInResponse
        self.page_size = 1000  # of a listing of Drive
        self._times: dict[str, list[float]] = {"read": [], "write": []}
        self._times_of: dict[str, tuple[str, int]] = {}  # spreadsheets: what was in them, and the number of the change
        self._changes = 0

    def book(self, id: str = "1FakeSpreadsheetIdOfTheRightLengthForGoogle0", **kwargs: Any) -> Spreadsheet:
        """A new spreadsheet that the account may edit."""
        book = Spreadsheet(id, **kwargs)
        book.shares.setdefault(self.account, "writer")
        self.books[id] = book
        return book

    def calls(self) -> list[str]:
        """The requests to Sheets and Drive so far, in short; sign-ins are left out."""
        return [f"{one.method} {one.kind}" for one in self.seen if one.kind != "token"]

    # one request

    def answer(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Answer:
        """What the service answers.

        Raises:
            Broken: the connection breaks.
        """
        parts = urllib.parse.urlsplit(url)
        query = urllib.parse.parse_qs(parts.query, keep_blank_values=True)
        kind = self._kind(method, parts.hostname or "", parts.path)
        data: Json | None = None
        status = 500
        try:
            fault = self._fault(kind)
            if fault is not None and not fault.carried_out:
                status = fault.code
                if not fault.code:
                    raise Broken("the connection was reset")
                text = fault.body if isinstance(fault.body, str) else json.dumps(fault.body or error_body(fault.code))
                return fault.code, fault.headers, text.encode()
            for act in list(self.before):
                act(kind)
            try:
                if body and kind == "token":
                    data = dict(urllib.parse.parse_qsl(body.decode()))
                elif body:
                    data = json.loads(body)
                found = self._handle(kind, method, parts.path, query, headers, data)
                status = 200
            except Refused as refused:
                found, status = refused.body, refused.code
            for act in list(self.after):
                act(kind)
            if fault is not None:
                if not fault.code:
                    raise Broken("the answer was lost")
                status = fault.code
                found = fault.body or error_body(fault.code)
            return status, {"Content-Type": "application/json; charset=UTF-8"}, json.dumps(found).encode()
        finally:
            self.seen.append(Seen(kind, method, parts.path, query, data, status, len(body or b"")))

    def _kind(self, method: str, host: str, path: str) -> str:
        if host == "oauth2.googleapis.com" or path.endswith("/token"):
            return "token"
        if path.startswith("/drive/"):
            return "drive"
        if method == "POST" and path.endswith("/spreadsheets"):
            return "create"
        return "read" if method == "GET" else "write"

    def _fault(self, kind: str) -> Fault | None:
        for fault in self.faults:
            if fault.kind in (kind, "any") and fault.times > 0:
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                return fault
        return None

    def _handle(
        self, kind: str, method: str, path: str, query: dict[str, list[str]], headers: dict[str, str], data: Json | None
    ) -> Json:
        if kind == "token":
            return self._token(data or {})
        lower = {key.lower(): value for key, value in headers.items()}
        token = lower.get("authorization", "").removeprefix("Bearer ")
        account = self.tokens.get(token)
        if account is None:
            raise Refused(
                401,
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
                "UNAUTHENTICATED",
            )
        if kind == "drive":
            return self._drive(method, path, query, account, data)
        self._count("read" if kind == "read" else "write")
        if kind == "create":
            return self._create(account, data or {})
        found = re.fullmatch(r"/v4/spreadsheets/([^/:]+)(:batchUpdate)?", path)
        if found is None:
            raise Refused(404, f"the fake does not serve {path}", "NOT_FOUND")
        book = self.books.get(found[1])
        if book is None:
            raise Refused(404, "Requested entity was not found.", "NOT_FOUND")
        role = book.shares.get(account, book.shares.get("anyone"))
        if role is None or (kind == "write" and role == "reader"):
            raise Refused(403, "The caller does not have permission", "PERMISSION_DENIED")
        if book.office_file:
            raise Refused(400, "This operation is not supported for this document", "FAILED_PRECONDITION")
        if kind == "read":
            self._known(
                query, {"fields", "includeGridData", "ranges", "excludeTablesInBandedRanges", "prettyPrint", "alt"}
            )
            text = ",".join(query.get("fields", []))
            mask = mask_of(text, "Spreadsheet") if text else {}
            with_data = ("data" in mask.get("sheets", {})) if mask else query.get("includeGridData") == ["true"]
            return spreadsheet_resource(book, account, mask, query.get("ranges", []), with_data)
        self._known(query, {"fields", "prettyPrint", "alt"})
        return self._batch_update(book, account, query, data or {})

    def _known(self, query: dict[str, list[str]], known: set[str]) -> None:
        for name in query:
            if name not in known:
                raise Refused(
                    400, f'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter.'
                )

    def _count(self, kind: str) -> None:
        now = self.clock()
        times = self._times[kind] = [one for one in self._times[kind] if one > now - 60]
        if len(times) >= self.quota[kind]:
            raise quota_error(kind, self.quota[kind])
        times.append(now)

    def _batch_update(self, book: Spreadsheet, account: str, query: dict[str, list[str]], data: Json) -> Json:
        check(data, {"$ref": "BatchUpdateSpreadsheetRequest"}, "", "sheets.v4")
        requests = data.get("requests", [])
        if not requests:
            raise Refused(400, "Must specify at least one request.")
        if len(requests) > 100_000:
            raise Refused(400, "Cannot exceed 100000 requests in a single batch")
        writer = Writer(book, account)
        replies = [writer.run(at, request) for at, request in enumerate(requests)]
        text = ",".join(query.get("fields", []))
        mask = mask_of(text, "BatchUpdateSpreadsheetResponse") if text else {}
        for one in data.get("responseRanges", []):
            ranged(Spreadsheet("", sheets=writer.sheets), one)
        writer.keep()
        found: Json = {"spreadsheetId": book.id, "replies": replies}
        if mask:
            found = masked(found, {key: inner for key, inner in mask.items() if key != "updatedSpreadsheet"})
        if (
            data.get("includeSpreadsheetInResponse")
            and self.answers_update
            and (not mask or "updatedSpreadsheet" in mask)
        ):
            inner = mask.get("updatedSpreadsheet", {}) if mask else {}
            with_data = ("data" in inner.get("sheets", {})) if inner else bool(data.get("responseIncludeGridData"))
            found["updatedSpreadsheet"] = spreadsheet_resource(
                book, account, inner, data.get("responseRanges", []), with_data
            )
        return found

    def _create(self, account: str, data: Json) -> Json:
        check(data, {"$ref": "Spreadsheet"}, "", "sheets.v4")
        if account.endswith("gserviceaccount.com"):
            raise Refused(
                403,
                "The user's Drive storage quota has been exceeded.",
                "PERMISSION_DENIED",
                errors=[{"reason": "storageQuotaExceeded"}],
            )
        wanted = data.get("properties", {})
        book = Spreadsheet(
            f"1NewSpreadsheet{len(self.books):04d}OfTheRightLengthForGoogle", wanted.get("title", "Untitled spreadsheet"),
            wanted.get("locale", "en_US"), wanted.get("timeZone", "Etc/GMT"),
        )  # fmt: skip
        book.shares[account] = "owner"
        book.add("Sheet1")
        self.books[book.id] = book
        return spreadsheet_resource(book, account, {}, (), False)

    def _drive(self, method: str, path: str, query: dict[str, list[str]], account: str, data: Json | None) -> Json:
        if method == "GET" and path == "/drive/v3/files" and "modifiedTime" in query.get("fields", [""])[0]:
            return self._listing(query, account)
        if method == "GET" and (one := re.fullmatch(r"/drive/v3/files/([^/]+)", path)):
            book = self.books.get(one[1])
            if book is None or account not in book.shares:
                raise Refused(404, f"File not found: {one[1]}.", errors=[{"reason": "notFound"}])
            return masked(self._file(book), mask_of(query["fields"][0], "File", "drive.v3"))
        if method == "GET" and path == "/drive/v3/files":
            name = re.search(r"name = '((?:[^'\\]|\\.)*)'", query["q"][0])
            assert name is not None, query
            wanted = re.sub(r"\\(.)", r"\1", name[1])
            mine = [
                book for book in self.books.values() if book.shares.get(account) == "owner" and book.title == wanted
            ]
            return {"files": [{"id": book.id, "name": book.title} for book in mine]}
        if method == "GET" and path == "/drive/v3/about":
            return {"user": {"emailAddress": account, "displayName": account.split("@")[0]}}
        found = re.fullmatch(r"/drive/v3/files/([^/]+)/permissions", path)
        if method == "POST" and found:
            check(data or {}, {"$ref": "Permission"}, "", "drive.v3")
            book = self.books.get(found[1])
            if book is None:
                raise Refused(404, f"File not found: {found[1]}.", errors=[{"reason": "notFound"}])
            assert data is not None
            if data["emailAddress"].endswith("@closed.example"):
                raise Refused(
                    403,
                    "Sharing outside of the organization is not allowed.",
                    errors=[{"domain": "global", "reason": "publishOutNotPermitted"}],
                )
            book.shares[data["emailAddress"]] = data["role"]
            return {"kind": "drive#permission", "id": "1", "type": data["type"], "role": data["role"]}
        raise Refused(404, f"the fake does not serve {path}", "NOT_FOUND")

    def _listing(self, query: dict[str, list[str]], account: str) -> Json:
        """A page of the spreadsheets that the account may open, the last changed first."""
        wanted = "mimeType='application/vnd.google-apps.spreadsheet' and trashed=false"
        assert [wanted] == query["q"], query
        self._known(
            query, {"q", "fields", "pageSize", "pageToken", "orderBy", "supportsAllDrives", "includeItemsFromAllDrives"}
        )
        files = [self._file(book) for book in self.books.values() if account in book.shares]
        files.sort(key=lambda one: str(one["modifiedTime"]), reverse=True)
        first, size = int(query.get("pageToken", ["0"])[0]), min(int(query["pageSize"][0]), self.page_size)
        page: Json = {"files": files[first : first + size]}
        if first + size < len(files):
            page["nextPageToken"] = str(first + size)
        return masked(page, mask_of(query["fields"][0], "FileList", "drive.v3"))

    def _file(self, book: Spreadsheet) -> Json:
        """A spreadsheet as Drive knows it. Its time moves whenever what is in it is not what it was when last asked."""
        held = repr([(sheet.title, sheet.rows) for sheet in book.sheets])
        before, number = self._times_of.get(book.id, ("", 0))
        if before != held:
            self._changes += 1
            number = self._changes
            self._times_of[book.id] = held, number
        minutes, seconds = divmod(number, 60)
        return {
            "id": book.id,
            "name": book.title,
            "modifiedTime": f"2026-11-24T{8 + minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}.000Z",
        }

    def _token(self, data: Json) -> Json:
        from google.auth import jwt

        grant = data.get("grant_type", "")
        if grant.endswith("jwt-bearer"):
            claims = jwt.decode(data["assertion"], verify=False)
            email = claims["iss"]
            if email not in self.keys:
                raise _oauth_error(400, "invalid_grant", "Invalid grant: account not found")
            try:
                jwt.decode(
                    data["assertion"], certs=self.keys[email], audience=claims["aud"], clock_skew_in_seconds=10**10
                )
            except ValueError:
                raise _oauth_error(400, "invalid_grant", "Invalid JWT Signature.") from None
            self.grants.append(claims)
        elif grant == "refresh_token":
            email = self.refresh_tokens.get(data.get("refresh_token", ""), "")
            if not email:
                raise _oauth_error(400, "invalid_grant", "Token has been expired or revoked.")
            self.grants.append(data)
        elif grant == "authorization_code":
            email = self.refresh_tokens["r-1"]
            self.grants.append(data)
            self.tokens["t-code"] = email
            return {
                "access_token": "t-code",
                "refresh_token": "r-1",
                "expires_in": 3599,
                "scope": data.get("scope", ""),
                "token_type": "Bearer",
            }
        else:
            raise _oauth_error(400, "unsupported_grant_type", "Invalid grant_type")
        token = f"token-{len(self.grants)}"
        self.tokens[token] = email
        return {"access_token": token, "expires_in": 3599, "token_type": "Bearer"}

    # behind ``requests``

    def install(self, mock: Any) -> None:
        """Answers every request to Google that goes through ``requests`` (mock is a responses.RequestsMock)."""
        import requests

        def callback(request: Any) -> Any:
            body = request.body.encode() if isinstance(request.body, str) else request.body
            try:
                status, headers, text = self.answer(request.method, request.url, dict(request.headers), body)
            except Broken as broken:
                return requests.exceptions.ConnectionError(
                    ("Connection aborted.", ConnectionResetError(104, str(broken)))
                )
            kind = headers.pop("Content-Type", "text/html" if text[:1] == b"<" else "application/json")
            mock_headers = {"Content-Type": kind} | headers
            return status, mock_headers, text

        for method in ("GET", "POST", "PUT"):
            mock.add_callback(
                method,
                re.compile(r"https://(sheets|www|oauth2|drive)\.googleapis\.com/.*"),
                callback=callback,
                content_type=None,
            )


def error_body(code: int) -> Json:
    """A plain error of that status."""
    status = {429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 503: "UNAVAILABLE", 502: "UNKNOWN"}.get(code, "UNKNOWN")
    return {"error": {"code": code, "message": "The service is currently unavailable.", "status": status}}


def quota_error(kind: str, limit: int) -> Refused:
    """What Google says when a minute's quota is used up."""
    word = "Read" if kind == "read" else "Write"
    name = f"{word}RequestsPerMinutePerUser"
    return Refused(
        429,
        f"Quota exceeded for quota metric '{word} requests' and limit '{word} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:123'.",
        "RESOURCE_EXHAUSTED",
        [
            {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "RATE_LIMIT_EXCEEDED",
                "domain": "googleapis.com",
                "metadata": {
                    "quota_limit": name,
                    "quota_limit_value": str(limit),
                    "service": "sheets.googleapis.com",
                    "consumer": "projects/123",
                },
            }
        ],
    )


def _oauth_error(code: int, name: str, description: str) -> Refused:
    refused = Refused(code, description)
    refused.body = {"error": name, "error_description": description}
    return refused
