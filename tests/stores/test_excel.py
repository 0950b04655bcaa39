"""The Excel store keeps the contract, loses nothing, and refuses what it cannot edit."""

from __future__ import annotations

import datetime as dt
import errno
import itertools
import os
import random
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import lossless
import openpyxl
import pytest
from contract import HEADS, LOG, ROWS, StoreContract, grid_of
from workbooks import making

from sheetsync.errors import CannotUse, SheetsyncError, StaleSnapshot, TryAgain, UsageError
from sheetsync.grid import (
    AddColumns,
    AddTab,
    CellError,
    Changes,
    ColumnEdits,
    Format,
    Link,
    NewColumn,
    Range,
    Snapshot,
    Tab,
    Value,
    canonical,
    column_name,
)
from sheetsync.stores import open_store
from sheetsync.stores.base import Store
from sheetsync.stores.excel import ExcelStore
from sheetsync.stores.files import KEPT_VERSIONS
from sheetsync.stores.memory import MemoryStore
from sheetsync.stores.ooxml import book, scan, slow
from sheetsync.stores.ooxml.zipped import Package

LETTERS = "ABCDEFGH"


def contract_log() -> making.Parts:
    """The log of the contract as parts."""
    lines = []
    for number, values in enumerate((HEADS, *ROWS), 1):
        cells = "".join(making.cell(number, col, value) for col, value in enumerate(values))
        lines.append(f'<row r="{number}">{cells}</row>' if cells else "")
    return making.usual() | {making.LOG: making.sheet("".join(lines))}


class ExcelHome:
    """One workbook in a folder."""

    cannot: frozenset[str] = frozenset()

    def __init__(self, folder: Path) -> None:
        self.path = folder / "calls.xlsx"
        self.path.write_bytes(making.zipped(contract_log()))

    def store(self) -> Store:
        """A store of the file."""
        return ExcelStore(self.path)

    store_again = store

    def person_types(self, tab: str, row: int, col: int, value: str) -> None:
        """A person opens the file, changes a cell and saves."""
        book = openpyxl.load_workbook(self.path)
        book[tab].cell(row + 1, col + 1).value = value
        book.save(self.path)


@pytest.fixture
def home(tmp_path: Path) -> ExcelHome:
    """A fresh workbook in a folder of its own."""
    return ExcelHome(tmp_path)


class TestExcel(StoreContract):
    """The contract."""


# -- the workbooks of our making ---------------------------------------------------------------------------------------


def put(folder: Path, data: bytes, name: str = "book.xlsx") -> Path:
    """The package as a file."""
    path = folder / name
    path.write_bytes(data)
    return path


def columns_at(tab: Tab) -> AddColumns:
    """Our columns right of the log's."""
    shown = ((Format.TEXT, "Great?"), (Format.DATE, "Follow-up"), (Format.WRAP, "Why"), (Format.MARK, "sheetsync"))
    made = tuple(NewColumn(header, form, 12, hidden=form is Format.MARK) for form, header in shown)
    return AddColumns(tab.name, 0, len(making.HEADS), made, 4)


def first_sync(snapshot: Snapshot, *tabs: str) -> Changes:
    """What a first run asks for: our columns, their cells, our tabs with a cell in each."""
    tab = snapshot.tab(LOG)
    assert tab is not None
    rows, left = [1, 2, 3, 4], len(making.HEADS)
    values = (
        (Format.TEXT, ["Yes", "No", "Review", "No"]),
        (Format.DATE, [dt.date(2026, 12, day) for day in (1, 2, 3, 4)]),
        (Format.WRAP, ["=not a formula", "<why> & “why”", "ünïcödé 😀", " spaced "]),
        (Format.MARK, ["1.abc", "1.abd", "1.abe", "1.abf"]),
    )
    edits = [ColumnEdits(tab.name, left + at, rows, [None] * 4, after, form) for at, (form, after) in enumerate(values)]
    edits += [ColumnEdits(name, 1, [50], [None], ["here"]) for name in tabs]
    return Changes(tuple(edits), (columns_at(tab), *(AddTab(name, name) for name in tabs)))


def log_values(path: Path) -> list[list[str]]:
    """The log's own columns, as the store reads them."""
    tab = ExcelStore(path).read().tab(LOG)
    assert tab is not None
    return [[canonical(tab.at(row, col)) for col in range(6)] for row in range(5)]


EXPECTED = [[canonical(value) for value in row] for row in (making.HEADS, *making.ROWS)]  # type: ignore[arg-type]
ALL = {name: (lambda make=make: making.zipped(make())) for name, make in making.GOOD.items()} | making.PACKAGES


@pytest.mark.parametrize("name", ALL)
def test_reads_each(name: str, tmp_path: Path) -> None:
    """However a workbook spells its log, the values are the same."""
    found = log_values(put(tmp_path, ALL[name]()))
    if name == "no styles":
        found = [
            ["2026-11-02" if at == 0 and row[0] == "2026-11-02" else cell for at, cell in enumerate(row)]
            for row in found
        ]
        assert [row[1:] for row in EXPECTED] == [row[1:] for row in found]
    elif name == "no cell formats":
        assert [row[1:] for row in EXPECTED] == [row[1:] for row in found]
    else:
        assert EXPECTED == found


@pytest.mark.parametrize("name", ALL)
def test_loses_nothing(name: str, tmp_path: Path) -> None:
    """After a first sync every part but the planned ones is the same, and in those only our cells differ."""
    before = ALL[name]()
    path = put(tmp_path, before)
    store = ExcelStore(path)
    snapshot = store.read()
    store.apply(snapshot, first_sync(snapshot, "Weekly Summary", "Follow-ups"))
    log = "content/book/worksheets/sheet1.xml" if name == "another folder" else making.LOG.lower()

    assert lossless.differences(before, path.read_bytes(), sheets=[log], columns=range(6, 10)) == []
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ALL)
def test_reads_back(name: str, tmp_path: Path) -> None:
    """What a first sync wrote reads back, in a fresh store."""
    path = put(tmp_path, ALL[name]())
    store = ExcelStore(path)
    snapshot = store.read()
    changes = first_sync(snapshot, "Follow-ups")
    store.apply(snapshot, changes)
    after = ExcelStore(path).read()
    found = [[canonical(after.tab(edit.tab).at(row, edit.col)) for row in edit.rows] for edit in changes.edits]  # type: ignore[union-attr]

    assert [[canonical(value) for value in edit.after] for edit in changes.edits] == found


OPENPYXL_CANNOT = {"strict", "another folder", "a sheet without a part", "backslashes in names", "junk before the package",
                   "no cell formats", "a chart sheet", "a chart", "a pivot table", "comments"}  # fmt: skip


@pytest.mark.filterwarnings("ignore::UserWarning")  # what it does not know of, and says so
@pytest.mark.parametrize("name", sorted(ALL.keys() - OPENPYXL_CANNOT))
def test_another_program_opens_it(name: str, tmp_path: Path) -> None:
    """Another reader opens the synced workbook and sees our cells and tabs."""
    path = put(tmp_path, ALL[name](), "book.xlsx")
    store = ExcelStore(path)
    snapshot = store.read()
    store.apply(snapshot, first_sync(snapshot, "Weekly Summary", "Follow-ups"))
    book = openpyxl.load_workbook(path)

    assert ["Great?", "Yes", "No", "Review", "No"] == [book[LOG].cell(row, 7).value for row in range(1, 6)]
    assert [dt.datetime(2026, 12, day) for day in (1, 2, 3, 4)] == [book[LOG].cell(row, 8).value for row in range(2, 6)]
    assert book["Weekly Summary"].cell(51, 2).value == "here"


@pytest.mark.parametrize("name", making.BAD)
def test_refuses_each(name: str, tmp_path: Path) -> None:
    """A workbook that cannot be edited without loss is refused in one line that says why, and left alone."""
    make, word = making.BAD[name]
    path = put(tmp_path, making.zipped(make()))
    before = path.read_bytes()
    with pytest.raises(CannotUse) as caught:
        ExcelStore(path).read()

    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    assert before == path.read_bytes()


@pytest.mark.parametrize("name", making.BROKEN)
def test_refuses_each_package(name: str, tmp_path: Path) -> None:
    """A package that is broken, or built to break a reader, is refused in one line within bounds."""
    make, word = making.BROKEN[name]
    path = put(tmp_path, make())
    with pytest.raises(CannotUse) as caught:
        ExcelStore(path).read()

    assert word in str(caught.value)
    assert path.name in str(caught.value)


@pytest.mark.parametrize("kind", [".xls", ".xlsb", ".ods", ".csv", ".txt"])
def test_refuses_other_kinds(kind: str, tmp_path: Path) -> None:
    """Another kind of file is refused, with what to save it as."""
    with pytest.raises(UsageError, match="save it as an Excel workbook"):
        ExcelStore(put(tmp_path, b"x", f"book{kind}")).read()


def test_refuses_what_is_no_file(tmp_path: Path) -> None:
    """A folder and a name that is not there are told apart."""
    with pytest.raises(UsageError, match="is a folder"):
        ExcelStore(tmp_path).read()
    with pytest.raises(UsageError, match="There is no file"):
        ExcelStore(tmp_path / "none.xlsx").read()


# -- many writes -------------------------------------------------------------------------------------------------------


def random_changes(chance: random.Random, tab: Tab) -> Changes:
    """A few columns of random cells, in rows that are there and rows that are not."""

    def value() -> Value:
        kinds: list[Callable[[], Value]] = [
            lambda: None,
            lambda: chance.choice(["Yes", "No", "=1", " a ", "<&>", "ünï", "_x0041_", "two\nlines", ""]),
            lambda: chance.randrange(10**6),
            lambda: chance.random() * 100,
            lambda: chance.random() < 0.5,
            lambda: dt.date(2026, 1, 1) + dt.timedelta(chance.randrange(700)),
        ]
        return chance.choice(kinds)()

    edits = []
    for col in chance.sample(range(4, 12), chance.randrange(1, 5)):
        rows = sorted(chance.sample(range(1, 30), chance.randrange(1, 12)))
        edits.append(ColumnEdits(tab.name, col, rows, [tab.at(row, col) for row in rows], [value() for _ in rows]))
    return Changes(tuple(edits))


@pytest.mark.parametrize(
    "name",
    [
        "usual",
        "xml comments",
        "cells without references",
        "blank cells without references",
        "a missing row",
        "self-closing rows",
        "utf-16",
    ],
)
@pytest.mark.parametrize("seed", range(4))
def test_random_writes(name: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After any writes, whatever the blocks in which the file is read, both stores hold the same."""
    monkeypatch.setattr("sheetsync.stores.ooxml.scan._BLOCK", 200 + 300 * seed)
    monkeypatch.setattr("sheetsync.stores.ooxml.zipped._CHUNK", 150 + 100 * seed)
    chance = random.Random(seed)
    path = put(tmp_path, ALL[name]())
    reference = MemoryStore(list(ExcelStore(path).read().tabs))
    for turn in range(6):
        store = ExcelStore(path)
        snapshot = store.read()
        tab = snapshot.tab(LOG)
        assert tab is not None
        changes = random_changes(chance, tab)
        store.apply(snapshot, changes)
        reference.apply(reference.read(), changes)
        theirs, ours = reference.read().tab(LOG), ExcelStore(path).read().tab(LOG)
        assert theirs is not None and ours is not None

        assert grid_of(theirs) == grid_of(ours), f"seed {seed}, turn {turn}"


def test_usual_and_careful_way_agree(tmp_path: Path) -> None:
    """The fast way through regular XML and the careful one through any XML write the same cells."""
    chance = random.Random(7)
    for turn in range(10):
        found = []
        state = chance.getstate()
        for name in ("usual", "comment in a row"):
            chance.setstate(state)
            path = put(tmp_path, ALL[name](), f"{turn}{name}.xlsx")
            store = ExcelStore(path)
            snapshot = store.read()
            changes = random_changes(chance, snapshot.tab(LOG))  # type: ignore[arg-type]
            store.apply(snapshot, changes)
            found.append(lossless.read_sheet(lossless.parts_of(path.read_bytes())[making.LOG.lower()])[1])

        assert found[0] == found[1]


# -- what stands in the way --------------------------------------------------------------------------------------------


def refusals(folder: Path, parts: making.Parts, changes: Callable[[Snapshot], Changes] | None = None) -> str:
    """Why the store refuses a first sync of these parts; checks that ``apply`` then leaves the file alone."""
    path = put(folder, making.zipped(parts))
    before = path.read_bytes()
    store = ExcelStore(path)
    snapshot = store.read()
    asked = (changes or first_sync)(snapshot)
    problems = store.refuses(snapshot, asked)
    if problems:
        with pytest.raises(CannotUse):
            store.apply(snapshot, asked)
        assert before == path.read_bytes()
        assert [path] == list(folder.iterdir())
    return "\n".join(problems)


def test_protected_sheet(tmp_path: Path) -> None:
    """A protected tab is refused."""
    assert "is protected" in refusals(tmp_path, making._protected(False))


def test_unlocked_cells_of_a_protected_sheet(tmp_path: Path) -> None:
    """Cells that a protected tab lets people write are written."""
    cells = Changes((ColumnEdits(LOG, 7, [1, 2], [None] * 2, ["a", "b"]),))

    assert refusals(tmp_path, making._protected(True), lambda _: cells) == ""


def test_protected_structure(tmp_path: Path) -> None:
    """A workbook whose structure is protected gets no tab."""
    parts = making.changed(making.WORKBOOK, "<workbookPr/>", '<workbookPr/><workbookProtection lockStructure="1"/>')

    assert "structure" in refusals(tmp_path, parts, lambda snapshot: first_sync(snapshot, "Follow-ups"))


def test_merged_cells_in_the_way(tmp_path: Path) -> None:
    """Merged cells where our columns go are named."""
    parts = making.changed(making.LOG, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="G3:H4"/></mergeCells>')

    assert "'Call Log'!G3:H4" in refusals(tmp_path, parts) or "Call Log!G3:H4" in refusals(tmp_path, parts)


@pytest.mark.parametrize(
    "formula", ['<f t="array" ref="F2:H3">A1:C2</f>', '<f t="dataTable" ref="G2:H3" dt2D="1" r1="A1" r2="A2"/>']
)
def test_array_in_the_way(formula: str, tmp_path: Path) -> None:
    """An array formula or data table that reaches into our columns is never written over."""
    parts = making.changed(making.LOG, '<row r="3" spans="1:6">', '<row r="3" spans="1:6">')
    parts = making.changed(
        making.LOG, "</sheetData>", f'<row r="9"><c r="A9">{formula}<v>1</v></c></row></sheetData>', parts
    )

    assert "array formula" in refusals(tmp_path, parts)


def test_shared_formula_master(tmp_path: Path) -> None:
    """A formula that other cells share is not replaced."""
    path = put(tmp_path, making.zipped(making.GOOD["formulas and a calculation chain"]()))
    store = ExcelStore(path)
    with pytest.raises(CannotUse, match="share"):
        store.apply(store.read(), Changes((ColumnEdits(LOG, 1, [8], [1], ["x"]),)))


def test_query_table(tmp_path: Path) -> None:
    """A table that is filled by a query gets no columns."""
    parts = making._table()
    parts = making.changed("xl/tables/table1.xml", " id=", ' tableType="queryTable" id=', parts)
    path = put(tmp_path, making.zipped(parts))
    store = ExcelStore(path)
    snapshot = store.read()
    with pytest.raises(CannotUse, match="query"):
        store.apply(snapshot, first_sync(snapshot))


def test_dangling_format(tmp_path: Path) -> None:
    """A cell that already names a format which is not there would change its look, so the workbook is refused."""
    parts = making.changed(making.OTHER, '<c r="B2">', '<c r="B2" s="3">')
    path = put(tmp_path, making.zipped(parts))
    store = ExcelStore(path)
    snapshot = store.read()
    before = path.read_bytes()
    with pytest.raises(CannotUse, match="formats"):
        store.apply(snapshot, first_sync(snapshot))

    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_rows_out_of_order(tmp_path: Path) -> None:
    """Rows that stand out of order in the file are refused."""
    parts = making.usual()
    parts[making.LOG] = parts[making.LOG].replace(b'<row r="4"', b'<row r="14"')
    path = put(tmp_path, making.zipped(parts))
    store = ExcelStore(path)
    snapshot = store.read()
    with pytest.raises(CannotUse):
        store.apply(snapshot, first_sync(snapshot))


def test_cells_out_of_order(tmp_path: Path) -> None:
    """A row in which one of our cells stands before cells left of it gets no second one; the workbook is refused."""
    parts = making.changed(making.LOG, '<row r="3" spans="1:6">', '<row r="3" spans="1:6"><c r="H3"/>')
    path = put(tmp_path, making.zipped(parts))
    store = ExcelStore(path)
    snapshot = store.read()
    with pytest.raises(CannotUse, match="out of order"):
        store.apply(snapshot, first_sync(snapshot))


@pytest.mark.parametrize("col", [0, 5, 25, 26, 30, 51, 52, 701, 702, 16_383])
def test_from_column(col: int) -> None:
    """The pattern that looks for our cells knows the columns apart."""
    pattern = scan.from_column(col)
    near = [*range(max(0, col - 40), min(16_384, col + 40)), 0, 25, 26, 701, 702, 16_383]
    found = [other for other in near if pattern.search(f' r="{column_name(other)}7"'.encode())]

    assert [other for other in near if other >= col] == found


# -- what the store tells ----------------------------------------------------------------------------------------------


def test_formulas_and_errors(tmp_path: Path) -> None:
    """Formulas are known as formulas, with whether a value is stored; errors are errors."""
    tab = ExcelStore(put(tmp_path, making.zipped(making.GOOD["formulas and a calculation chain"]()))).read().tab(LOG)

    assert tab is not None
    assert tab.formulas[8, 0].text == "COUNTA(G2:G5)"
    assert [True, True, True, True, True, False] == [tab.formulas[8, col].stored for col in range(6)]
    assert tab.at(8, 3) == CellError("#DIV/0!")


def test_structure_is_told(tmp_path: Path) -> None:
    """Merges, tables, filters, hidden tabs and sheets without cells are known."""
    read = lambda name: ExcelStore(put(tmp_path, making.zipped(making.GOOD[name]()))).read()  # noqa: E731
    table = read("a table with totals").tab(LOG)
    filtered = read("a filter with hidden rows").tab(LOG)
    merged = read("merged title elsewhere").tab("Other")
    hidden = read("a very hidden tab").tab("Other")
    chart = read("a chart sheet").tab("Chart")

    assert (
        table is not None and filtered is not None and merged is not None and hidden is not None and chart is not None
    )
    assert [("Calls", Range(0, 0, 5, 5), 1)] == [(one.name, one.range, one.totals) for one in table.tables]
    assert filtered.filter == Range(0, 0, 4, 5)
    assert merged.merges == (Range(0, 0, 0, 3),)
    assert (hidden.hidden, chart.is_grid) == (True, False)


def test_a_table_and_a_filter_grow(tmp_path: Path) -> None:
    """A table or AutoFilter on the header row takes our columns in."""
    found = []
    for name in ("a table", "a filter with hidden rows"):
        path = put(tmp_path, making.zipped(making.GOOD[name]()))
        store = ExcelStore(path)
        snapshot = store.read()
        store.apply(snapshot, first_sync(snapshot))
        tab = ExcelStore(path).read().tab(LOG)
        assert tab is not None
        found.append(tab.tables[0].range if tab.tables else tab.filter)
        text = zipfile.ZipFile(path).read(making.WORKBOOK).decode()

    assert [Range(0, 0, 4, 9)] * 2 == found
    assert "$A$1:$J$5" in text


def test_calculation(tmp_path: Path) -> None:
    """Where a formula may read what we write, the workbook is calculated anew when it is opened; the chain stays right."""
    path = put(tmp_path, making.zipped(making.GOOD["formulas and a calculation chain"]()))
    store = ExcelStore(path)
    store.apply(store.read(), Changes((ColumnEdits(LOG, 0, [8], [0], ["x"]),)))
    parts = lossless.parts_of(path.read_bytes())

    assert b'<calcPr fullCalcOnLoad="1"/>' in parts["xl/workbook.xml"]
    assert b'<c r="B9" i="1"/><c r="C9"/>' in parts["xl/calcchain.xml"]
    assert b'"A9"' not in parts["xl/calcchain.xml"]


def test_no_formula_no_calculation(tmp_path: Path) -> None:
    """A workbook without formulas keeps its workbook part when only cells are written."""
    before = making.zipped(making.usual())
    path = put(tmp_path, before)
    store = ExcelStore(path)
    store.apply(store.read(), Changes((ColumnEdits(LOG, 7, [1], [None], ["x"]),)))

    assert {making.LOG.lower()} == {
        name for name, data in lossless.parts_of(path.read_bytes()).items() if data != lossless.parts_of(before)[name]
    }


def test_titles_above_our_columns(tmp_path: Path) -> None:
    """What stands above the header row stays, also above our columns, and gets none of our colour."""
    title = '<row r="1"><c r="A1" t="inlineStr"><is><t>Calls</t></is></c><c r="H1"><v>2026</v></c></row>'
    data = title + making.rows(first=3)
    before = making.zipped(making.usual() | {making.LOG: making.sheet(data)})
    path = put(tmp_path, before)
    store = ExcelStore(path)
    snapshot = store.read()
    columns = columns_at(snapshot.tab(LOG))  # type: ignore[arg-type]
    store.apply(snapshot, Changes(structure=(AddColumns(LOG, 2, 6, columns.columns, 6),)))
    sheet = openpyxl.load_workbook(path)[LOG]

    assert lossless.differences(before, path.read_bytes(), sheets=[making.LOG.lower()], columns=range(6, 10)) == []
    assert ("Calls", 2026, "Great?") == (sheet["A1"].value, sheet["H1"].value, sheet["G3"].value)
    assert sheet["G1"].fill.fill_type is None
    assert sheet.column_dimensions["G"].width == 12


def test_dates_look_like_the_logs(tmp_path: Path) -> None:
    """Our dates are shown as the log's own are."""
    parts = making.changed(
        making.STYLES, "<fonts", '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><fonts'
    )
    parts = making.changed(making.STYLES, 'numFmtId="14"', 'numFmtId="170"', parts)
    path = put(tmp_path, making.zipped(parts))
    store = ExcelStore(path)
    snapshot = store.read()
    store.apply(snapshot, first_sync(snapshot))

    assert openpyxl.load_workbook(path)[LOG]["H2"].number_format == "dd/mm/yyyy"


@pytest.mark.parametrize("name", making.GOOD)
def test_slow_reader_agrees(name: str, tmp_path: Path) -> None:
    """The reader for what calamine cannot read gives what calamine gives."""
    path = put(tmp_path, making.zipped(making.GOOD[name]()))
    with Package(path) as package:
        held = book.read(package)
        part = next(sheet.part for sheet in held.sheets if sheet.name == LOG)
        columns = slow.read(package, held, part, LOG)
    tab = ExcelStore(path).read().tab(LOG)
    assert tab is not None
    found = [
        [canonical(columns[col][row]) if row < len(columns[col]) else "" for col in range(len(columns))]
        for row in range(5)
    ]

    assert [[canonical(tab.at(row, col)) for col in range(len(columns))] for row in range(5)] == found


def test_a_date_gets_a_date_format(tmp_path: Path) -> None:
    """A date written into a cell without a date format gets one, and the rest of its look stays."""
    parts = making.changed(making.LOG, '</row><row r="3"', '<c r="G2" s="2"/></row><row r="3"')
    font = '<fonts count="2"><font><sz val="11"/><name val="Aptos"/></font><font><b/><sz val="20"/><name val="Aptos"/></font></fonts>'
    parts[making.STYLES] = parts[making.STYLES].replace(
        b'<fonts count="1"><font><sz val="11"/><name val="Aptos"/></font></fonts>', font.encode()
    )
    parts = making.changed(
        making.STYLES, "</cellXfs>", '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>', parts
    )
    path = put(tmp_path, making.zipped(parts))
    store = ExcelStore(path)
    store.apply(store.read(), Changes((ColumnEdits(LOG, 6, [1], [None], [dt.date(2026, 12, 1)]),)))
    cell = openpyxl.load_workbook(path)[LOG]["G2"]

    assert (cell.value, cell.font.b, cell.font.sz) == (dt.datetime(2026, 12, 1), True, 20)


def test_grafted_links_and_names(tmp_path: Path) -> None:
    """A tab of ours brings its names and its chart, under the name that it gets."""
    path = put(tmp_path, making.zipped(making.usual()))
    store = ExcelStore(path)
    store.apply(store.read(), Changes(structure=(AddTab("Our Week's Numbers", "Weekly Summary"),)))
    parts = lossless.parts_of(path.read_bytes())
    charts = [data for name, data in parts.items() if "/charts/" in name]

    assert charts
    assert b"Our Week''s Numbers'!" in charts[0]
    assert b"Weekly Summary'!" not in charts[0] + parts["xl/workbook.xml"]


def test_a_link_survives(tmp_path: Path) -> None:
    """A link reads back as it was written, whatever the name of its tab, and is no formula to be kept."""
    path = put(tmp_path, making.zipped(making.usual()))
    store = ExcelStore(path)
    links = [Link('Bob\'s "Log" & <co>', 11, 27, "12"), Link("Call Log", 0, 0, 'say "hi"')]
    store.apply(store.read(), Changes((ColumnEdits("Other", 3, [4, 5], [None] * 2, links),)))
    tab = ExcelStore(path).read().tab("Other")

    assert tab is not None
    assert links == [tab.at(4, 3), tab.at(5, 3)]
    assert tab.formulas == {}


def test_blank_formatted_rows(tmp_path: Path) -> None:
    """A hundred thousand blank formatted rows are no rows of the log."""
    blank = "".join(f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(6, 100_000))
    tab = (
        ExcelStore(put(tmp_path, making.zipped(making.changed(making.LOG, "</sheetData>", blank + "</sheetData>"))))
        .read()
        .tab(LOG)
    )

    assert tab is not None
    assert (tab.height, tab.width) == (5, 6)


def test_a_far_cell(tmp_path: Path) -> None:
    """Two cells at opposite corners of a tab do not ask for all the memory between them."""
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = put(tmp_path, making.zipped(making.changed(making.OTHER, "</sheetData>", far)))
    store = ExcelStore(path)
    before = store.read()
    store.apply(before, first_sync(before))
    tab = store.read().tab("Other")

    assert tab is not None
    assert (tab.at(1_048_575, 16_383), tab.at(1, 1), len(set(map(id, tab.columns)))) == (1, 42, 3)


# -- the file ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The usual workbook in a folder of its own."""
    return put(tmp_path, making.zipped(making.usual()))


CELL = Changes((ColumnEdits(LOG, 7, [1], [None], ["x"]),))


@pytest.mark.parametrize(("owner", "program"), [("~$book.xlsx", "Excel"), (".~lock.book.xlsx#", "LibreOffice")])
def test_open_elsewhere(owner: str, program: str, path: Path) -> None:
    """A workbook that is open in a program is not written: the next save there would undo ours."""
    store = ExcelStore(path)
    snapshot = store.read()
    (path.parent / owner).write_bytes(b"x")
    before = path.read_bytes()
    with pytest.raises(TryAgain, match=f"book.xlsx is open in {program}: close it, then run again"):
        store.apply(snapshot, CELL)

    assert before == path.read_bytes()


def test_waits_until_closed(path: Path) -> None:
    """With a wait, the store looks again until the workbook is closed."""
    owner = path.parent / "~$book.xlsx"
    owner.write_bytes(b"x")
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            owner.unlink()

    store = ExcelStore(path, wait=60, clock=lambda: sum(slept), sleep=sleep)
    store.apply(store.read(), CELL)

    assert len(slept) == 3


def test_wait_ends(path: Path) -> None:
    """The wait is not longer than was asked for."""
    (path.parent / "~$book.xlsx").write_bytes(b"x")
    slept: list[float] = []
    store = ExcelStore(path, wait=2, clock=lambda: sum(slept), sleep=slept.append)
    with pytest.raises(TryAgain):
        store.apply(store.read(), CELL)

    assert sum(slept) == pytest.approx(2)


def test_permissions_and_links_stay(path: Path) -> None:
    """Permissions stay, and a symbolic link is followed and stays a link."""
    path.chmod(0o640)
    link = path.parent / "link.xlsx"
    link.symlink_to(path)
    store = ExcelStore(link)
    store.apply(store.read(), CELL)

    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert ExcelStore(path).read().tab(LOG).at(1, 7) == "x"  # type: ignore[union-attr]


def test_read_only(path: Path) -> None:
    """A read-only file is refused, even for a user who may write everything."""
    path.chmod(0o444)
    store = ExcelStore(path)
    with pytest.raises(CannotUse, match="read-only"):
        store.apply(store.read(), CELL)


def test_read_only_folder(path: Path) -> None:
    """A file in a read-only folder is refused."""
    store = ExcelStore(path)
    snapshot = store.read()
    path.parent.chmod(0o555)
    try:
        with pytest.raises(CannotUse, match="folder of book.xlsx is read-only"):
            store.apply(snapshot, CELL)
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("where", ["fsync", "replace", "verify"])
def test_nothing_is_left_behind(where: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure at any step leaves the file as it was, and no other file."""
    store = ExcelStore(path)
    snapshot = store.read()
    before = path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = {
        "fsync": "os.fsync",
        "replace": "pathlib.Path.replace",
        "verify": "sheetsync.stores.ooxml.values.Values.__init__",
    }[where]
    monkeypatch.setattr(target, full)
    with pytest.raises(CannotUse, match="disk is full"):
        store.apply(snapshot, CELL)
    monkeypatch.undo()

    assert before == path.read_bytes()
    assert [path] == list(path.parent.iterdir())


def test_changed_at_the_last_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save by somebody else between our look and our rename is never lost."""
    store = ExcelStore(path)
    snapshot = store.read()
    theirs = making.zipped(making.changed(making.OTHER, "42", "43"))
    write = ExcelStore._write

    def meddle(self: ExcelStore, *args: object) -> None:
        write(self, *args)  # type: ignore[arg-type]
        path.write_bytes(theirs)

    monkeypatch.setattr(ExcelStore, "_write", meddle)
    with pytest.raises(StaleSnapshot):
        store.apply(snapshot, CELL)

    assert theirs == path.read_bytes()


def test_touched_but_the_same(path: Path) -> None:
    """A file whose time changed and whose bytes did not is still the one that was read."""
    store = ExcelStore(path)
    snapshot = store.read()
    os.utime(path, (1, 1))
    store.apply(snapshot, CELL)

    assert ExcelStore(path).read().tab(LOG).at(1, 7) == "x"  # type: ignore[union-attr]


def test_versions_are_kept(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The last versions before our writes are kept, private to the user, and one can be put back."""
    state = tmp_path_factory.mktemp("state")
    original = path.read_bytes()
    saved = []
    for turn in range(KEPT_VERSIONS + 2):
        store = open_store(path, state=state)
        store.apply(store.read(), Changes((ColumnEdits(LOG, 7, [1], [None], [f"turn {turn}"]),)))
        saved.append(Path(store.saved()))
    kept = [one for one in saved if one.exists()]
    store.restore(str(kept[0]))
    tab = store.read().tab(LOG)

    assert len(kept) == KEPT_VERSIONS
    assert tab is not None and tab.at(1, 7) == "turn 1"
    assert {0o600} == {one.stat().st_mode & 0o777 for one in kept if one.exists()}
    assert original != path.read_bytes()
    assert store.forget() == KEPT_VERSIONS
    with pytest.raises(UsageError):
        store.restore(str(kept[-1]))


def test_no_copy_no_write(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where no copy can be kept, nothing is written."""
    folder = tmp_path_factory.mktemp("state")
    (folder / "versions").write_text("a file where the folder should be")
    store = open_store(path, state=folder)
    before = path.read_bytes()
    with pytest.raises(CannotUse, match="copy of book.xlsx cannot be kept"):
        store.apply(store.read(), CELL)

    assert before == path.read_bytes()


def test_reading_touches_nothing(path: Path) -> None:
    """Reading leaves the bytes and the time of the file alone."""
    before = path.read_bytes(), path.stat().st_mtime_ns
    store = ExcelStore(path)
    store.refuses(store.read(), CELL)

    assert before == (path.read_bytes(), path.stat().st_mtime_ns)


def test_errors_are_ours(tmp_path: Path) -> None:
    """Any run of damaged bytes ends in an error of ours, never in a traceback, and the file stays as it was."""
    seed = 20261124
    chance = random.Random(seed)
    good = making.zipped(making.GOOD["a table"]())
    for turn in range(60):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = put(tmp_path, bytes(data))
        try:
            store = ExcelStore(path)
            snapshot = store.read()
            if snapshot.tab(LOG) is not None:
                store.apply(snapshot, first_sync(snapshot))
        except SheetsyncError:
            assert path.read_bytes() == bytes(data), f"seed {seed}, turn {turn}"
        except Exception as wrong:
            raise AssertionError(f"seed {seed}, turn {turn}") from wrong


def test_no_thread_to_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives no thread, or one only later, all is read and written the same."""
    path, wanted = (put(tmp_path, making.zipped(making.usual()), name) for name in ("log.xlsx", "wanted.xlsx"))
    changes = Changes((ColumnEdits("Call Log", 1, [1, 3], ["Ann", "Ann"], ["Bo", "Cy"]),))
    ExcelStore(wanted).apply(ExcelStore(wanted).read(), changes)
    start, asked = threading.Thread.start, itertools.count()

    def refuse(thread: threading.Thread) -> None:
        if next(asked) % 3 < 2:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)
    monkeypatch.setattr("sheetsync.stores.ooxml.zipped._CHUNK", 150)
    store = ExcelStore(path)
    store.apply(store.read(), changes)

    assert lossless.parts_of(wanted.read_bytes()) == lossless.parts_of(path.read_bytes())
    assert next(asked) > 3
