"""From what a store is asked to do to the parts of a workbook that change."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sheetsync.errors import CannotUse
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Format, Link, Range, Snapshot, Value, address
from sheetsync.stores.ooxml import book, frame, graft, markup, scan, splice, styles, zipped
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.scan import Facts
from sheetsync.stores.ooxml.splice import Column, Job
from sheetsync.stores.ooxml.styles import Styles
from sheetsync.stores.ooxml.zipped import Package, normal

Content = Callable[[], Iterable[bytes]]

#: What may follow calcPr in the workbook part.
_AFTER_CALCULATION = (
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr",
    "webPublishObjects", "extLst",
)  # fmt: skip


@dataclass(slots=True)
class Overlay:
    """A package with parts that are to change or to be added, in memory."""

    base: Package
    parts: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # how an added part is spelled

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return normal(part) in self.parts or self.base.has(part)

    def read(self, part: str) -> bytes:
        """A part, inflated."""
        held = self.parts.get(normal(part))
        return held if held is not None else self.base.read(part)

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part, inflated piece by piece."""
        held = self.parts.get(normal(part))
        if held is not None:
            yield held
        else:
            yield from self.base.chunks(part)

    def put(self, part: str, data: bytes) -> None:
        """Change a part, or add it."""
        self.parts[normal(part)] = data
        self.names.setdefault(normal(part), part)


@dataclass(slots=True)
class Result:
    """What ``zipped.write`` needs."""

    changed: dict[str, Content]
    added: dict[str, Content]
    removed: set[str]
    last: set[str]


class _Change:
    def __init__(self, package: Package, held: Book, facts: dict[str, Facts]) -> None:
        self.package = package
        self.book = held
        self.facts = facts
        self.parts = Overlay(package)
        self.sheets: dict[str, Content] = {}
        self.removed: set[str] = set()
        self.styles_part = held.part_of_kind("styles")
        if self.styles_part is None or not package.has(self.styles_part):
            self.styles_part = None
            main = (
                (book.STRICT + "spreadsheetml/main") if held.strict else book.TRANSITIONAL + "spreadsheetml/2006/main"
            )
            self.styles = Styles(styles.EMPTY.format(main=main).encode())
        else:
            self.styles = Styles(package.read(self.styles_part))


def make(
    package: Package,
    held: Book,
    facts: dict[str, Facts],
    snapshot: Snapshot,
    changes: Changes,
    template: Callable[[str], Path],
) -> tuple[Result, Styles]:
    """The parts that change.

    Args:
        facts: what was read of each worksheet, by the casefolded name of its tab.
        template: where the shipped workbook is that holds the tab of that name.

    Raises:
        CannotUse: the workbook cannot take the changes without loss.
    """
    change = _Change(package, held, dict(facts))
    steps: dict[str, AddColumns] = {}
    for step in changes.structure:
        if isinstance(step, AddTab):
            grafted = graft.add_tab(change.parts, held, change.styles, step, template(step.template))
            change.facts[step.tab.casefold()] = scan.facts(change.parts, grafted, 1 << 30)
        else:
            steps[step.tab.casefold()] = step
    edits: dict[str, list[ColumnEdits]] = {}
    for edit in changes.edits:
        if len(edit.rows):
            edits.setdefault(edit.tab.casefold(), []).append(edit)
    lost: dict[str, set[tuple[int, int]]] = {}
    for name in dict.fromkeys([*steps, *edits]):
        found = change.facts.get(name)
        if found is None:
            raise CannotUse(
                f"There is no tab named {edits[name][0].tab if name in edits else steps[name].tab} any more."
            )
        lost[name] = _replaced_formulas(found, edits.get(name, []))
        _sheet(change, snapshot, found, edits.get(name, []), steps.get(name))
    if any(found.formulas for found in facts.values()):
        _recalculate(change)
    _calculation_chain(change, lost)
    return _result(change), change.styles


def _result(change: _Change) -> Result:
    styles_name = change.styles_part or _styles_for(change)
    late = normal(styles_name)
    changed: dict[str, Content] = {}
    added: dict[str, Content] = {}
    for name, data in change.parts.parts.items():
        if name in change.sheets or name in change.removed or name == late:
            continue
        content = _constant(data)
        if change.package.has(name):
            changed[name] = content
        else:
            added[change.parts.names[name]] = content
    for name, sheet in change.sheets.items():
        if change.package.has(name):
            changed[name] = sheet
        else:
            added[change.parts.names[name]] = sheet
    if change.styles_part is None:
        added[styles_name] = lambda: [change.styles.bytes()]
    else:
        changed[late] = lambda: [change.styles.bytes()] if change.styles.changed else change.package.chunks(styles_name)
    return Result(changed, added, change.removed, {late})


def _constant(data: bytes) -> Content:
    return lambda: [data]


# -- one sheet ------------------------------------------------------------------------------------------------------


def _sheet(
    change: _Change, snapshot: Snapshot, facts: Facts, edits: list[ColumnEdits], step: AddColumns | None
) -> None:
    tab = edits[0].tab if edits else step.tab if step else ""
    columns = _merged(edits)
    head, tail = splice.opened_frame(facts)
    whole = head + tail
    root = markup.outline(whole)
    column_styles: dict[int, int] = {}
    frame_edits: list[frame.Edit] = []
    if step is not None:
        more, looks = _new_columns(change, snapshot, facts, root, step)
        columns += more
        column_styles = {col: int(given["style"]) for col, given in looks.items()}
        frame_edits += frame.columns(root, whole, looks)
        frame_edits += _widened(change, facts, root, whole, step)
    filled = [(column.col, _filled_rows(column)) for column in columns]
    frame_edits += frame.dimension(root, whole, frame.bounds(filled))
    before = [edit for edit in frame_edits if edit[0] < len(head)]
    after = [(start - len(head), end - len(head), new) for start, end, new in frame_edits if start >= len(head)]
    head, tail = markup.edited(head, before), markup.edited(tail, after)

    def style_of(col: int) -> int:
        return column_styles[col] if col in column_styles else frame.column_style(root, col)

    job = Job(tab, facts, columns, change.styles, change.book.date1904, style_of)
    part = facts.part
    if facts.careful:
        data = scan.whole(change.parts, part)
        change.sheets[normal(part)] = lambda: [
            markup.from_utf8(b"".join(splice.spliced_carefully(job, head, tail, data)), facts.encoding)
        ]
        return
    mark = b"\xef\xbb\xbf" if facts.encoding == "utf-8-sig" else b""

    def content() -> Iterator[bytes]:
        rows = (block for kind, block in scan.blocks(zipped.ahead(change.parts.chunks(part))) if kind == "rows")
        yield from splice.spliced(job, mark + head, tail, rows)

    change.sheets[normal(part)] = content


def _merged(edits: Iterable[ColumnEdits]) -> list[Column]:
    """One column of writes per column of the sheet."""
    by_col: dict[int, list[ColumnEdits]] = {}
    for edit in edits:
        by_col.setdefault(edit.col, []).append(edit)
    columns = []
    for col, given in by_col.items():
        if len(given) == 1:
            columns.append(Column(col, given[0].rows, given[0].after))
            continue
        cells: dict[int, Value] = {}
        for edit in given:
            cells.update(zip(edit.rows, edit.after, strict=True))
        rows = sorted(cells)
        columns.append(Column(col, rows, [cells[row] for row in rows]))
    return columns


def _filled_rows(column: Column) -> list[int]:
    """The first and the last row that will hold something."""
    if column.always:
        return [column.rows[0], column.rows[-1]]
    first = next((row for row, value in zip(column.rows, column.values, strict=True) if value is not None), None)
    if first is None:
        return []
    last = next(
        row for row, value in zip(reversed(column.rows), reversed(column.values), strict=True) if value is not None
    )
    return [first, last]


def _new_columns(
    change: _Change, snapshot: Snapshot, facts: Facts, root: markup.Element, step: AddColumns
) -> tuple[list[Column], dict[int, dict[str, str]]]:
    """The header cells of our columns, and how the columns look."""
    columns: list[Column] = []
    looks: dict[int, dict[str, str]] = {}
    header = change.styles.head()
    date = _date_format(change, snapshot, facts, step)
    for offset, new in enumerate(step.columns):
        col = step.first_col + offset
        base = frame.column_style(root, col)
        look = {
            "width": f"{new.width:g}",
            "style": str(change.styles.body(base, new.format, date=date)),
            "customWidth": "1",
        }
        if new.hidden:
            look["hidden"] = "1"
        looks[col] = look
        columns.append(Column(col, [step.header_row], [new.header], forced=header))
        if step.header_row and new.format is not Format.LEAVE:  # the tint starts at the header, not above it
            titles = range(step.header_row)
            columns.append(Column(col, titles, [None] * step.header_row, base=base, always=True))
    return columns, looks


def _date_format(change: _Change, snapshot: Snapshot, facts: Facts, step: AddColumns) -> int:
    """The number format of the log's own dates, which ours follow; Excel's short date where it has none."""
    tab = snapshot.tab(step.tab)
    dated = [
        (row, col)
        for col in range(min(step.first_col, tab.width) if tab else 0)
        for row in range(step.header_row + 1, min(step.header_row + 12, tab.height if tab else 0))
        if tab and type(tab.at(row, col)) is dt.date
    ]
    if dated and not facts.careful:
        first = next((block for kind, block in scan.blocks(change.parts.chunks(facts.part)) if kind == "rows"), b"")
        for row, col in dated:
            at = re.search(rb'<[^>]*\sr="%b"[^>]*>' % str(Range(row, col, row, col)).encode(), first)
            if at is not None:
                style = splice.number_of_style(at[0])
                if change.styles.kind(style) == "date":
                    return change.styles.number_of(style)
    return change.styles.own_number(styles.DATE)


def _widened(change: _Change, facts: Facts, root: markup.Element, whole: bytes, step: AddColumns) -> list[frame.Edit]:
    """Tables and the AutoFilter on the header row take our columns in."""
    right = step.first_col + len(step.columns) - 1
    for table in facts.tables:
        if table.range.top == step.header_row and table.range.right == step.first_col - 1:
            part = facts.table_parts[table.name]
            change.parts.put(part, frame.widened_table(change.parts.read(part), step))
    held = facts.filter
    if held is None or held.top != step.header_row or held.right != step.first_col - 1:
        return []
    _widen_filter_name(change, step, held, right)
    return frame.widened_filter(root, whole, right)


def _widen_filter_name(change: _Change, step: AddColumns, held: Range, right: int) -> None:
    """Excel keeps the range of a sheet's AutoFilter in a hidden name as well."""
    index = next(
        (at for at, sheet in enumerate(change.book.sheets) if sheet.name.casefold() == step.tab.casefold()), None
    )
    data, encoding = markup.to_utf8(change.parts.read(change.book.part))
    root = markup.outline(data)
    names = root.find("definedNames")
    for one in names.all("definedName") if names else []:
        if one.get("name") != "_xlnm._FilterDatabase" or one.get("localSheetId") != str(index):
            continue
        text = scan.text_of(data, one)
        sheet, mark, area = text.rpartition("!")
        if mark and scan.rectangle(area) == held:
            wide = Range(held.top, held.left, held.bottom, right)
            absolute = ":".join(re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", corner) for corner in str(wide).split(":"))
            new = markup.escaped(f"{sheet}!{absolute}").encode("utf-8")
            data = markup.edited(data, [(one.open_end, one.close, new)])
            change.parts.put(change.book.part, markup.from_utf8(data, encoding))
            return


# -- the workbook ---------------------------------------------------------------------------------------------------


def _replaced_formulas(facts: Facts, edits: list[ColumnEdits]) -> set[tuple[int, int]]:
    """The cells whose formula gives way to a value.

    Raises:
        CannotUse: other cells share one of the formulas.
    """
    places = set(facts.formulas) | {place for place, value in facts.found.items() if isinstance(value, Link)}
    if not places:
        return set()
    lost: set[tuple[int, int]] = set()
    for edit in edits:
        rows = {row for row, col in places if col == edit.col}
        if rows:
            lost |= {
                (row, edit.col)
                for row, value in zip(edit.rows, edit.after, strict=True)
                if row in rows and not isinstance(value, Link)
            }
    for cells in facts.shared.values():
        if cells[0] in lost and not lost.issuperset(cells):
            where = address(edits[0].tab, *cells[0])
            raise CannotUse(
                f"{where} holds a formula that other cells share. Replace it by a value in Excel, then run again."
            )
    return lost


def _recalculate(change: _Change) -> None:
    """Have the workbook calculated anew when it is opened next: a formula may read what we write."""
    data, encoding = markup.to_utf8(change.parts.read(change.book.part))
    root = markup.outline(data)
    found = root.find("calcPr")
    if found is not None:
        if found.get("fullCalcOnLoad") in ("1", "true"):
            return
        edit = frame.attribute_edit(data, found, "fullCalcOnLoad", "1")
    else:
        at = next((child.start for child in root.children if child.name in _AFTER_CALCULATION), root.close)
        edit = (at, at, b'<%bcalcPr fullCalcOnLoad="1"/>' % root.prefix)
    change.parts.put(change.book.part, markup.from_utf8(markup.edited(data, [edit]), encoding))


def _calculation_chain(change: _Change, lost: Mapping[str, set[tuple[int, int]]]) -> None:
    """Take cells without a formula out of the calculation chain: Excel repairs a file whose chain names them."""
    part = change.book.part_of_kind("calcChain")
    if part is None or not change.package.has(part) or not any(lost.values()):
        return
    gone: set[tuple[str, str]] = set()
    for name, cells in lost.items():
        sheet = change.book.sheet(name)
        if sheet is not None:
            gone |= {(sheet.sheet_id, str(Range(row, col, row, col))) for row, col in cells}
    data, encoding = markup.to_utf8(change.package.read(part))
    root = markup.outline(data)
    sheet_id, said = "", ""  # an entry without i belongs to the sheet of the one before it
    edits: list[tuple[int, int, bytes]] = []
    kept = 0
    for one in root.all("c"):
        sheet_id = one.get("i") or sheet_id
        if (sheet_id, one.get("r")) in gone:
            edits.append((one.start, one.end, b""))
            continue
        kept += 1
        if said != sheet_id and not one.get("i"):
            edits.append(frame.attribute_edit(data, one, "i", sheet_id))
        said = sheet_id
    if kept == len(root.all("c")):
        return
    if kept:
        change.parts.put(part, markup.from_utf8(markup.edited(data, edits), encoding))
        return
    change.removed.add(normal(part))
    graft.forget_part(change.parts, change.book, part)


def _styles_for(change: _Change) -> str:
    """The name of a styles part for a workbook that has none, once it is related and typed."""
    return graft.relate_styles(change.parts, change.book)


def unlocked(package: Package, held: Book, facts: Facts, edits: list[ColumnEdits]) -> bool:
    """Whether all of these cells are unlocked, so that a protected sheet lets people write them."""
    part = held.part_of_kind("styles")
    if part is None or not package.has(part):
        return False
    looks = Styles(package.read(part))
    head, tail = splice.opened_frame(facts)
    root = markup.outline(head + tail)
    wanted = {edit.col: set(edit.rows) for edit in edits}
    free: dict[int, bool] = {}

    def is_free(style: int) -> bool:
        if style not in free:
            entry = looks.raw("cellXfs", style)
            free[style] = (
                re.search(rb"""<(?:[\w.-]+:)?protection\s[^>]*locked\s*=\s*["'](?:0|false)["']""", entry) is not None
            )
        return free[style]

    left = {col: set(rows) for col, rows in wanted.items()}
    locked: list[int] = []

    def on_row(row: scan.Row) -> None:
        style = splice.number_of_style(row.attributes) if splice.has_own_style(row.attributes) else None
        cells = {cell.col: cell for cell in row.cells}
        for col, those in wanted.items():
            if row.number not in those:
                continue
            left[col].discard(row.number)
            cell = cells.get(col)
            own = splice.number_of_style(cell.attributes) if cell is not None else style
            if not is_free(own if own is not None else frame.column_style(root, col)):
                locked.append(row.number)

    scan.careful_rows(scan.whole(package, facts.part), on_row)
    return not locked and all(not those or is_free(frame.column_style(root, col)) for col, those in left.items())
