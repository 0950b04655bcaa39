"""Cells to write, as requests to Google: values only, contiguous cells together, never more than about 2 MB at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sheetsync import repair
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Format, Link, Snapshot, Value, address, column_name
from sheetsync.stores import google_http, google_read, google_structure, memory
from sheetsync.stores.google_read import MOST_CELLS, MOST_CHARACTERS, Facts, SheetFacts
from sheetsync.tabs import lines as own_lines

#: Google recommends 2 MB for one request (limits page of the Sheets API); some room is left for what stands around.
MOST_BYTES = 1_900_000
_UNIT_BYTES, _UNIT_ROWS = 150_000, 400
#: The rows on top whose cells tell whether columns moved.
TOP_ROWS = 20
_MOST_RANGES = 12

#: Rows and columns to values, for one tab.
Aims = dict[int, dict[int, Value]]

_SHOWN = {1: {"type": "DATE"}, 2: {"type": "DATE_TIME"}, 3: {"type": "TIME"}}


@dataclass(slots=True)
class Batch:
    """The requests of one atomic write, and what they aim at."""

    requests: list[dict[str, Any]] = field(default_factory=list)
    aims: dict[str, Aims] = field(default_factory=dict)  # by tab
    structure: bool = False
    size: int = 0
    laid_out: frozenset[str] = frozenset()  # the tabs of ours that are written anew, line by line
    grids: dict[str, tuple[int, int]] = field(default_factory=dict)  # rows and columns of each tab, once this is done

    def ranges(self, facts: Facts) -> list[str]:
        """The cells that Google shall send back with its answer: the top of each tab, and the rows written."""
        found: list[str] = []
        for tab, aims in self.aims.items():
            sheet = facts.sheets.get(tab)
            if sheet is None:
                continue
            rows, cols = self.grids.get(tab, (sheet.rows, sheet.cols))
            quoted = "'" + tab.replace("'", "''") + "'"
            for top, bottom in _clusters(sorted(aims), TOP_ROWS):
                found.append(f"{quoted}!A{top + 1}:{column_name(cols - 1)}{min(bottom + 1, rows)}")
        return found


def refusals(snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
    """Why these changes cannot be made in Google, each in a sentence."""
    facts = google_read.facts_of(snapshot)
    problems = list(memory.refusals(snapshot, changes))
    for edit in changes.edits:
        sheet = facts.sheets.get(_name(snapshot, edit.tab))
        if sheet is None:
            continue
        problems += _protected(edit, sheet)
        for row, value in zip(edit.rows, edit.after, strict=True):
            text = value.text if isinstance(value, Link) else value
            if isinstance(text, str) and len(text) > MOST_CHARACTERS:
                problems.append(
                    f"{address(edit.tab, row, edit.col)} would hold {len(text)} characters; Google Sheets takes {MOST_CHARACTERS}."
                )
    for step in changes.structure:
        if isinstance(step, AddColumns):
            sheet = facts.sheets.get(_name(snapshot, step.tab))
            if sheet is not None:
                for at in range(len(step.columns)):
                    problems += _in_the_way(sheet, step.tab, [step.header_row], step.first_col + at)
    grown = facts.cells + _growth(snapshot, changes)
    if grown > MOST_CELLS:
        problems.append(
            f"The spreadsheet would have {grown:,} cells; Google Sheets takes {MOST_CELLS:,}. Delete blank rows and columns, or tabs that are not needed, then run again."
        )
    return tuple(dict.fromkeys(problems))


def _name(snapshot: Snapshot, tab: str) -> str:
    found = snapshot.tab(tab)
    return tab if found is None else found.name


def _protected(edit: ColumnEdits, sheet: SheetFacts) -> Iterator[str]:
    yield from _in_the_way(sheet, edit.tab, edit.rows, edit.col)


def _in_the_way(sheet: SheetFacts, tab: str, rows: Iterable[int], col: int) -> Iterator[str]:
    for one in sheet.protected:
        if not one.range.left <= col <= one.range.right:
            continue
        for row in rows:
            if one.range.holds(row, col) and not any(free.holds(row, col) for free in one.free):
                called = f" (“{one.name}”)" if one.name else ""
                yield (
                    f"{address(tab, row, col)} lies in a protected range{called}, {one.range}, that sheetsync may not edit. "
                    "Add its account under Data > Protect sheets and ranges, then run again."
                )
                break


def _growth(snapshot: Snapshot, changes: Changes) -> int:
    facts = google_read.facts_of(snapshot)
    extent = _extent(snapshot, changes)
    cells = 0
    for name, (rows, cols) in extent.items():
        sheet = facts.sheets.get(name)
        if sheet is not None:
            cells += max(rows, sheet.rows) * max(cols, sheet.cols) - sheet.rows * sheet.cols
    for step in changes.structure:
        if isinstance(step, AddTab):
            rows, cols = google_structure.grid_of(step, *extent.get(step.tab, (0, 0)))
            cells += rows * cols
    return cells


def _extent(snapshot: Snapshot, changes: Changes) -> dict[str, tuple[int, int]]:
    """How many rows and columns each tab must have."""
    found: dict[str, tuple[int, int]] = {}

    def need(tab: str, rows: int, cols: int) -> None:
        name = _name(snapshot, tab)
        old = found.get(name, (0, 0))
        found[name] = (max(old[0], rows), max(old[1], cols))

    for edit in changes.edits:
        if len(edit.rows):
            need(edit.tab, edit.rows[-1] + 1, edit.col + 1)
    for step in changes.structure:
        if isinstance(step, AddColumns):
            need(step.tab, step.header_row + 1, step.first_col + len(step.columns))
    return found


def batches(snapshot: Snapshot, changes: Changes, *, most_bytes: int = MOST_BYTES) -> list[Batch]:
    """The writes that make the changes: one, unless they are larger than Google likes; structure is in the first."""
    facts = google_read.facts_of(snapshot)
    ids = {name: sheet.id for name, sheet in facts.sheets.items()}
    made = google_structure.new_ids(changes, facts)
    ids |= {tab: number for tab, number in made.items() if tab not in ids}
    first = Batch(structure=bool(changes.structure))
    extent = _extent(snapshot, changes)
    for name, (rows, cols) in extent.items():
        sheet = facts.sheets.get(name)
        if sheet is not None:
            first.requests += google_structure.grow(sheet, name, rows, cols)
    first.requests += google_structure.requests(snapshot, changes, made, extent)
    for step in changes.structure:
        if isinstance(step, AddColumns):
            heads = first.aims.setdefault(_name(snapshot, step.tab), {}).setdefault(step.header_row, {})
            heads.update({step.first_col + at: column.header for at, column in enumerate(step.columns)})
    first.size = len(_text(first.requests))
    done = [first]
    for unit in _units(snapshot, changes, facts, ids, min(_UNIT_BYTES, most_bytes // 4)):
        last = done[-1]
        if unit.structure:
            last = first  # the heads of a new tab of ours stand in the request that makes it: the mark that goes with them, too
        elif last.requests and last.size + unit.size > most_bytes:
            last = Batch()
            done.append(last)
        last.requests += unit.requests
        last.size += unit.size
        for tab, aims in unit.aims.items():
            lines = last.aims.setdefault(tab, {})
            for row, line in aims.items():
                lines.setdefault(row, {}).update(line)
    grids = {
        name: (max(rows, sheet.rows), max(cols, sheet.cols))
        for name, (rows, cols) in extent.items()
        if (sheet := facts.sheets.get(name)) is not None
    }
    laid_out = frozenset(name for name in extent if repair.laid_out_by_us(changes, name))
    for batch in done:
        batch.grids, batch.laid_out = grids, laid_out
    return [batch for batch in done if batch.requests]


def sheet_names(snapshot: Snapshot, batch: Batch) -> dict[int, str]:
    """The name of every sheet by its id, those included that the batch makes."""
    names = {sheet.id: name for name, sheet in google_read.facts_of(snapshot).sheets.items()}
    for request in batch.requests:
        if "addSheet" in request:
            made = request["addSheet"]["properties"]
            names[made["sheetId"]] = made["title"]
    return names


def _units(snapshot: Snapshot, changes: Changes, facts: Facts, ids: Mapping[str, int], most: int) -> Iterator[Batch]:
    """Rows that are written together, tab by tab: never half a row, so that a mark goes with its outputs."""
    for tab, rows in _by_row(snapshot, changes).items():
        sheet = facts.sheets.get(tab) or SheetFacts(ids[tab], 0, 0)
        laid_out = tab not in facts.sheets
        lines: list[tuple[int, tuple[tuple[int, str], ...], list[dict[str, Any]]]] = []
        size = 0
        own = google_structure.own_tab(tab)
        together = (
            own_lines.together(own, {row: {c: v for c, (v, _) in rows[row].items()} for row in rows}) if own else ()
        )
        for row in sorted(rows, key=lambda one: (one not in together, one)):
            if lines and lines[-1][0] in together and row not in together:
                yield _unit(tab, sheet.id, lines, rows, structure=laid_out)
                lines, size = [], 0
            cells = rows[row]
            cols = sorted(cells)
            shape: list[tuple[int, str]] = []
            data: list[dict[str, Any]] = []
            for col in cols:
                value, form = cells[col]
                datum, fields = _cell(value, form, row, col, sheet, ids, facts.locale, laid_out)
                shape.append((col, fields))
                data.append(datum)
                size += 60 + len(str(value))
            lines.append((row, tuple(shape), data))
            if row not in together and (size > most or len(lines) >= _UNIT_ROWS):
                yield _unit(tab, sheet.id, lines, rows)
                lines, size = [], 0
        if lines:
            yield _unit(tab, sheet.id, lines, rows, structure=laid_out and lines[-1][0] in together)


def _by_row(snapshot: Snapshot, changes: Changes) -> dict[str, dict[int, dict[int, tuple[Value, Format]]]]:
    found: dict[str, dict[int, dict[int, tuple[Value, Format]]]] = {}
    for edit in changes.edits:
        tab = found.setdefault(_name(snapshot, edit.tab), {})
        for row, value in zip(edit.rows, edit.after, strict=True):
            tab.setdefault(row, {})[edit.col] = (value, edit.format)
    return found


def _unit(
    tab: str,
    sheet_id: int,
    lines: Sequence[tuple[int, tuple[tuple[int, str], ...], list[dict[str, Any]]]],
    rows: Mapping[int, Mapping[int, tuple[Value, Format]]],
    *,
    structure: bool = False,
) -> Batch:
    requests: list[dict[str, Any]] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end][1] == lines[start][1] and lines[end][0] == lines[end - 1][0] + 1:
            end += 1
        block = lines[start:end]
        shape = block[0][1]
        left = 0
        while left < len(shape):
            right = left + 1
            while (
                right < len(shape) and shape[right][0] == shape[right - 1][0] + 1 and shape[right][1] == shape[left][1]
            ):
                right += 1
            requests.append(
                {
                    "updateCells": {
                        "start": {"sheetId": sheet_id, "rowIndex": block[0][0], "columnIndex": shape[left][0]},
                        "rows": [{"values": data[left:right]} for _, _, data in block],
                        "fields": shape[left][1],
                    }
                }
            )
            left = right
        start = end
    aims = {row: {col: value for col, (value, _) in rows[row].items()} for row, _, _ in lines}
    return Batch(requests, {tab: aims}, structure, len(_text(requests)))


_VALUE, _VALUE_AND_FORMAT = "userEnteredValue", "userEnteredValue,userEnteredFormat.numberFormat"


def _cell(
    value: Value,
    form: Format,
    row: int,
    col: int,
    sheet: SheetFacts,
    ids: Mapping[str, int],
    locale: str,
    laid_out: bool,
) -> tuple[dict[str, Any], str]:
    """One cell's data, and the fields that are touched: the number format only where the value would be shown wrongly."""
    datum: dict[str, Any] = {} if value is None or value == "" else {"userEnteredValue": entered(value, ids, locale)}
    flags = sheet.dated.get(col, b"")
    shown = flags[row] if row < len(flags) else 0
    wanted = _kind(value)
    if laid_out or wanted == shown:
        return datum, _VALUE
    if wanted and not (wanted == 1 and shown == 2):
        return datum | {"userEnteredFormat": {"numberFormat": _SHOWN[wanted]}}, _VALUE_AND_FORMAT
    if shown and isinstance(value, (int, float)) and not isinstance(value, bool):
        return datum, _VALUE_AND_FORMAT  # a number where a date stood: its format goes
    return datum, _VALUE


def _kind(value: Value) -> int:
    match value:
        case datetime():
            return 2 if value.time() != time() else 1
        case date():
            return 1
        case time():
            return 3
    return 0


def entered(value: Value, ids: Mapping[str, int], locale: str) -> dict[str, Any]:
    """A value as Google's ExtendedValue; text is text and is never parsed."""
    match value:
        case Link():
            return {"formulaValue": link(value, ids[value.tab], locale)}
        case bool():
            return {"boolValue": value}
        case str():
            return {"stringValue": value}
        case int() | float():
            return {"numberValue": value}
        case date() | time():
            return {"numberValue": google_read.serial(value)}
    raise TypeError(f"{value!r} cannot be written")


#: Languages whose spreadsheets write 1,5 for one and a half; there the arguments of a formula are set apart by semicolons.
_COMMA_DECIMALS = frozenset(
    [
        "af",
        "az",
        "be",
        "bg",
        "bs",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "et",
        "eu",
        "fi",
        "fr",
        "gl",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ka",
        "kk",
        "ky",
        "lt",
        "lv",
        "mk",
        "mn",
        "nb",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "tr",
        "uk",
        "uz",
        "vi",
    ]
)
_POINT_ALL_THE_SAME = frozenset(
    [
        "es_MX",
        "es_US",
        "es_PR",
        "es_DO",
        "es_GT",
        "es_HN",
        "es_NI",
        "es_PA",
        "es_PE",
        "es_SV",
        "de_CH",
        "de_LI",
        "it_CH",
        "fr_CH",
    ]
)


def separator(locale: str) -> str:
    """What stands between the arguments of a formula in a spreadsheet of that locale."""
    language = locale.replace("-", "_").split("_")[0].lower()
    return ";" if language in _COMMA_DECIMALS and locale.replace("-", "_") not in _POINT_ALL_THE_SAME else ","


def link(value: Link, sheet_id: int, locale: str) -> str:
    """The formula of a link to a cell of another tab."""
    text = value.text.replace('"', '""')
    place = f"{column_name(value.col)}{value.row + 1}"
    return f'=HYPERLINK("#gid={sheet_id}&range={place}"{separator(locale)}"{text}")'


def _clusters(rows: Sequence[int], top: int) -> list[tuple[int, int]]:
    """Few blocks of rows that hold all of these, the two on either side of each, and the top; small gaps are filled."""
    gap = 50
    while True:
        found = [(0, top - 1)]
        for row in rows:
            if row - 2 <= found[-1][1] + gap:
                found[-1] = (found[-1][0], max(found[-1][1], row + 2))
            else:
                found.append((row - 2, row + 2))
        if len(found) <= _MOST_RANGES:
            return found
        gap *= 4


def _text(body: Any) -> bytes:
    return google_http.body_of(body)
