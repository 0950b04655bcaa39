"""The Google store: what it reads, what it writes, in how many requests, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fake_sheets
import pytest
from contract import HEADS as HEADS_OF_CONTRACT
from contract import LOG, ROWS, StoreContract
from fake_sheets import Cell, Spill, Typed
from google_room import HEADS, OUR_HEADS, Room, calls, column, room

from sheetsync import sync
from sheetsync.errors import CannotUse, NeedsPerson, StaleSnapshot, UsageError
from sheetsync.grid import (
    AddTab,
    CellError,
    Changes,
    ColumnEdits,
    Format,
    Formula,
    Link,
    Range,
    Value,
)
from sheetsync.stores import google


@pytest.fixture
def here() -> Iterator[Room]:
    """A room with an empty spreadsheet."""
    with room() as made:
        yield made


def edit(tab: str, col: int, cells: dict[int, tuple[Value, Value]], form: Format = Format.TEXT) -> Changes:
    """Changes to one column: row to what it holds and what it shall hold."""
    rows = sorted(cells)
    one = ColumnEdits(tab, col, rows, [cells[r][0] for r in rows], [cells[r][1] for r in rows], form)
    return Changes((one,))


class GoogleHome:
    """The contract's workbook as a spreadsheet."""

    cannot: frozenset[str] = frozenset()

    def __init__(self, made: Room) -> None:
        self.room = made
        made.book.add(LOG, [HEADS_OF_CONTRACT, *ROWS])
        made.book.add("Other", [[], [None, 42]])

    def store(self) -> google.GoogleStore:
        """A store of it."""
        return self.room.store()

    store_again = store

    def person_types(self, tab: str, row: int, col: int, value: str) -> None:
        """A person changes a cell in the browser."""
        self.room.book.sheet(tab).put(row, col, value)


@pytest.fixture
def home(here: Room) -> GoogleHome:
    """The contract's workbook."""
    return GoogleHome(here)


class TestGoogle(StoreContract):
    """The contract."""


# -- targets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    [
        "https://docs.google.com/spreadsheets/d/1FakeSpreadsheetIdOfTheRightLengthForGoogle0/edit#gid=0",
        "https://docs.google.com/spreadsheets/u/1/d/1FakeSpreadsheetIdOfTheRightLengthForGoogle0/edit?usp=sharing",
        "docs.google.com/spreadsheets/d/1FakeSpreadsheetIdOfTheRightLengthForGoogle0",
        "https://drive.google.com/open?id=1FakeSpreadsheetIdOfTheRightLengthForGoogle0",
        "https://drive.google.com/file/d/1FakeSpreadsheetIdOfTheRightLengthForGoogle0/view",
        "1FakeSpreadsheetIdOfTheRightLengthForGoogle0",
    ],
)
def test_addresses(target: str) -> None:
    """A spreadsheet's address in all its forms, and its bare id, mean that spreadsheet."""
    found = google.is_google(target), google.spreadsheet_id(target)

    assert (True, "1FakeSpreadsheetIdOfTheRightLengthForGoogle0") == found


@pytest.mark.parametrize(
    "target", ["calls.xlsx", "/home/ann/calls.xlsx", "ann", "a-name-from-the-config", "C:\\calls.xlsm"]
)
def test_other_targets(target: str) -> None:
    """A path or a short name is no Google spreadsheet."""
    assert not google.is_google(target)


def test_published_copy() -> None:
    """The address of a published copy is refused with what to do."""
    with pytest.raises(UsageError, match="published copy"):
        google.spreadsheet_id("https://docs.google.com/spreadsheets/d/e/2PACX-1vAbcdefghijklmnopqrstuvwxyz/pubhtml")


# -- reading ----------------------------------------------------------------------------------------------------------


def test_values(here: Room) -> None:
    """Text, numbers, yes and no, dates, moments, times, errors and blanks come back as what they are."""
    row = [
        "007",
        7,
        2.5,
        True,
        False,
        dt.date(2026, 11, 24),
        dt.datetime(2026, 11, 24, 14, 30),
        dt.time(9, 5),
        None,
        "=no formula",
    ]
    here.book.add("Any", [row, [Typed("=1/0", {"errorValue": {"type": "DIVIDE_BY_ZERO", "message": "…"}})]])

    tab = here.store().read().tabs[0]

    assert [*row, CellError("#DIV/0!")] == [*(tab.at(0, col) for col in range(len(row))), tab.at(1, 0)]


def test_one_request(here: Room) -> None:
    """A read is one request, whatever the number of tabs and rows."""
    for name in ("One", "Two", "Three"):
        here.book.add(name, calls(300))

    with here.requests() as made:
        here.store().read()

    assert ["GET read"] == made


def test_trimmed(here: Room) -> None:
    """Blank rows and columns at the end are not part of a tab; blank ones in between are."""
    here.book.add("Any", [["a", None, "c"], [], [None, "b"], [], []], rows=5000)

    tab = here.store().read().tabs[0]

    assert (3, 3, "b", None) == (tab.height, tab.width, tab.at(2, 1), tab.at(1, 0))


def test_formulas(here: Room) -> None:
    """Formulas are known with their text and value; an array formula and what it fills may not be written over."""
    sheet = here.book.add(
        "Any", [[Typed("=A2+1", 3), Typed("=ARRAYFORMULA(A1:A3)", 1)], [2, Spill(2)], [None, Spill(3)]]
    )
    sheet.put(4, 0, Typed("=SORT(Z1:Z2)", 5))
    sheet.put(5, 0, Spill(6))

    tab = here.store().read().tabs[0]

    assert {
        (0, 0): Formula("A2+1"),
        (0, 1): Formula("ARRAYFORMULA(A1:A3)", spills=True),
        (1, 1): Formula("", spills=True),
        (2, 1): Formula("", spills=True),
        (4, 0): Formula("SORT(Z1:Z2)", spills=True),
        (5, 0): Formula("", spills=True),
    } == dict(tab.formulas)
    assert (3, 1, 2) == (tab.at(0, 0), tab.at(0, 1), tab.at(1, 1))


def test_formula_date(here: Room) -> None:
    """A date that a formula works out is a date, though nobody gave its cell a format."""
    here.book.add("Any", [[Typed("=A2+7", dt.date(2026, 12, 1))]])

    assert dt.date(2026, 12, 1) == here.store().read().tabs[0].at(0, 0)


def test_loading_formula(here: Room) -> None:
    """A formula that Google has not worked out yet has no stored value."""
    here.book.add("Any", [[Typed("=IMPORTRANGE(1,2)", {"errorValue": {"type": "LOADING", "message": "Loading..."}})]])

    tab = here.store().read().tabs[0]

    assert (Formula("IMPORTRANGE(1,2)", stored=False), None) == (tab.formulas[0, 0], tab.at(0, 0))


def test_elapsed_time(here: Room) -> None:
    """A duration such as 27:30 is a number of days, not a moment of 1899."""
    elapsed = Cell(
        {"numberValue": 1.25}, {"numberValue": 1.25}, {"numberFormat": {"type": "TIME", "pattern": "[h]:mm"}}
    )
    here.book.add("Any").set(0, 0, elapsed)

    assert 1.25 == here.store().read().tabs[0].at(0, 0)


def test_untouched_checkboxes(here: Room) -> None:
    """A checkbox that nobody touched is FALSE, not a spill of an array formula."""
    sheet = here.book.add("Any", [["Override"], [True]])
    for row in (2, 3):
        sheet.set(row, 0, Cell(None, {"boolValue": False}, validation={"condition": {"type": "BOOLEAN"}}))

    tab = here.store().read().tabs[0]

    assert ([True, False, False], {}) == ([tab.at(row, 0) for row in (1, 2, 3)], dict(tab.formulas))


def test_structure(here: Room) -> None:
    """Merges, tables with total rows, filters, hidden tabs, chart sheets, locale and time zone are known."""
    here.book.locale, here.book.time_zone = "de_DE", "Europe/Berlin"
    sheet = here.book.add("It's a/b", [["t"], ["Date", "x"], [1, 2]])
    sheet.merges.append(
        {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    )
    place = {"sheetId": 0, "startRowIndex": 1, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 2}
    sheet.tables.append(
        {"tableId": "t1", "name": "Calls", "range": place, "rowsProperties": {"footerColorStyle": {"rgbColor": {}}}}
    )
    other = here.book.add("Other", [["a"]])
    other.properties["hidden"] = True
    other.basic_filter = {
        "range": {"sheetId": other.id, "startRowIndex": 0, "endRowIndex": 9, "startColumnIndex": 0, "endColumnIndex": 1}
    }
    here.book.add("Chart1").properties["sheetType"] = "OBJECT"

    found = here.store().read()

    first, second, third = found.tabs
    assert ("Ann's calls", "Europe/Berlin", "de_DE") == (found.title, found.time_zone, found.locale)
    assert ("It's a/b", (Range(0, 0, 0, 1),), "Calls", Range(1, 0, 3, 1), 1) == (
        first.name, first.merges, first.tables[0].name, first.tables[0].range, first.tables[0].totals,
    )  # fmt: skip
    assert (True, Range(0, 0, 8, 0), False) == (second.hidden, second.filter, third.is_grid)


# -- writing ----------------------------------------------------------------------------------------------------------


def test_text_is_text(here: Room) -> None:
    """Text that looks like a formula, a number or a date stays text."""
    sheet = here.book.add("Any", [["x"]])
    texts = ["=1+1", "+44 20", "007", "3/4/2026", "TRUE", "'quoted", "two\nlines", " spaced ", "@you"]
    store = here.store()
    before = store.read()

    store.apply(before, edit("Any", 1, {row: (None, text) for row, text in enumerate(texts)}))

    assert texts == [sheet.holds(row, 1) for row in range(len(texts))]
    assert all("stringValue" in (sheet.at(row, 1) or Cell()).value for row in range(len(texts)))  # type: ignore[operator]
    assert texts == [store.read().tabs[0].at(row, 1) for row in range(len(texts))]


def test_values_written(here: Room) -> None:
    """What is written reads back the same: numbers, dates, moments, times, yes and no, links, and blank for blank."""
    here.book.add("Any", [["x"], *[["old"] for _ in range(9)]])
    here.book.add('It\'s "this"', [["a"]])
    values: list[Value] = [
        5, 2.5, dt.date(2027, 1, 31), dt.datetime(2027, 1, 31, 8, 15), dt.time(16, 45), True, None,
        Link("It's \"this\"", 11, 28, 'to "12"'), "text",
    ]  # fmt: skip
    store = here.store()
    before = store.read()

    store.apply(before, edit("Any", 0, {row: ("old", value) for row, value in enumerate(values, 1)}))

    tab = store.read().tabs[0]
    assert values == [tab.at(row, 0) for row in range(1, 10)]


@pytest.mark.parametrize(
    ("locale", "formula"),
    [("en_US", '=HYPERLINK("#gid=5&range=AC12","12")'), ("de_DE", '=HYPERLINK("#gid=5&range=AC12";"12")')],
)
def test_links(here: Room, locale: str, formula: str) -> None:
    """A link is a formula in the language of the spreadsheet, and reads back as a link."""
    here.book.locale = locale
    sheet = here.book.add("Any", [["x"]])
    here.book.add("Call Log", id=5)
    store = here.store()
    before = store.read()

    store.apply(before, edit("Any", 0, {0: ("x", Link("Call Log", 11, 28, "12"))}))

    cell = sheet.at(0, 0)
    assert cell is not None
    assert ({"formulaValue": formula}, Link("Call Log", 11, 28, "12")) == (cell.value, store.read().tabs[0].at(0, 0))


def test_formats_stay(here: Room) -> None:
    """Only values are written: colours, notes, validation and number formats of the cells stay as they are."""
    sheet = here.book.add("Any", [["x", "y"]])
    form = {"backgroundColor": {"red": 1}, "numberFormat": {"type": "TEXT"}}
    sheet.set(
        0, 0, Cell({"stringValue": "x"}, {"stringValue": "x"}, form, None, "a note", {"condition": {"type": "BOOLEAN"}})
    )
    store = here.store()
    before = store.read()

    store.apply(before, edit("Any", 0, {0: ("x", "z")}))

    assert Cell(
        {"stringValue": "z"}, {"stringValue": "z"}, form, None, "a note", {"condition": {"type": "BOOLEAN"}}
    ) == sheet.at(0, 0)


def test_date_format_only_where_needed(here: Room) -> None:
    """A date gets a date format only in a cell that would show it as a number; a date format that is there stays."""
    sheet = here.book.add("Any", [["x"], [dt.date(2026, 1, 1)], ["text"]])
    store = here.store()
    before = store.read()
    day = dt.date(2027, 5, 6)

    store.apply(before, edit("Any", 0, {1: (dt.date(2026, 1, 1), day), 2: ("text", day)}, Format.DATE))

    formats = [(sheet.at(row, 0) or Cell()).format for row in (1, 2)]
    assert [{"numberFormat": {"type": "DATE", "pattern": "yyyy-mm-dd"}}, {"numberFormat": {"type": "DATE"}}] == formats


def test_contiguous_cells_go_together(here: Room) -> None:
    """Cells side by side are one updateCells, addressed by the sheet's id and index, and never with the mask *."""
    here.book.add("Any", [["a", "b", "c"] for _ in range(50)], id=77)
    store = here.store()
    before = store.read()
    rows = list(range(10, 40))
    changes = Changes(
        tuple(ColumnEdits("Any", col, rows, ["x"] * 30, [f"{col}.{r}" for r in rows]) for col in (0, 1, 2))
    )
    held = ColumnEdits("Any", 0, [5], ["a"], ["z"])

    store.apply(before, Changes((*changes.edits, held)))

    body = here.fake.seen[-1].body
    assert body is not None
    assert [
        ({"sheetId": 77, "rowIndex": 5, "columnIndex": 0}, 1, 1, "userEnteredValue"),
        ({"sheetId": 77, "rowIndex": 10, "columnIndex": 0}, 30, 3, "userEnteredValue"),
    ] == [
        (one["start"], len(one["rows"]), len(one["rows"][0]["values"]), one["fields"])
        for one in (request["updateCells"] for request in body["requests"])
    ]


def test_grid_grows(here: Room) -> None:
    """Cells beyond the grid are written in one batch with the growing of the grid."""
    sheet = here.book.add("Any", [["x"]], rows=3, cols=2)
    store = here.store()
    before = store.read()

    with here.requests() as made:
        store.apply(before, edit("Any", 5, {9: (None, "far")}))

    assert ("far", 10, 6, ["GET read", "POST write"]) == (sheet.holds(9, 5), sheet.row_count, sheet.col_count, made)


def test_split_above_2_mb(here: Room) -> None:
    """A write is split only above about 2 MB, and then between rows."""
    sheet = here.book.add("Any", [["x"] for _ in range(300)])
    store = here.store(most_bytes=20_000)
    before = store.read()
    rows = list(range(300))
    changes = Changes(
        tuple(ColumnEdits("Any", col, rows, [None] * 300, [f"{col}:{r}" + "y" * 100 for r in rows]) for col in (1, 2))
    )

    store.apply(before, changes)

    writes = [one for one in here.fake.seen if one.kind == "write"]
    assert len(writes) > 1
    for one in writes:
        assert one.body is not None
        blocks = [request["updateCells"] for request in one.body["requests"]]
        assert all(len(line["values"]) == 2 for block in blocks for line in block["rows"])
    assert [f"2:{r}" + "y" * 100 for r in rows] == [sheet.holds(r, 2) for r in rows]


def test_never_append(here: Room, tmp_path: Path) -> None:
    """No request of a run is values.append or any other that looks for a place by itself."""
    here.book.add("Call Log", calls(10))

    here.sync(tmp_path)

    paths = {one.path.rsplit("/", 1)[-1] for one in here.fake.seen}
    assert {here.book.id, f"{here.book.id}:batchUpdate"} == paths


# -- requests of a run ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [10, 400])
def test_requests_of_a_run(here: Room, tmp_path: Path, count: int) -> None:
    """A first run makes its columns and tabs in three requests, a run without changes makes one, for any number of calls."""
    here.book.add("Call Log", calls(count))

    with here.requests() as first:
        here.sync(tmp_path)
    with here.requests() as second:
        here.sync(tmp_path)
    here.book.sheet("Call Log").put(3, 6, "not interested at all, they use a competitor")
    with here.requests() as third:
        here.sync(tmp_path)

    assert (["GET read", "GET read", "POST write"], ["GET read"], ["GET read", "GET read", "POST write"]) == (
        first,
        second,
        third,
    )


def test_requests_without_answer(here: Room, tmp_path: Path) -> None:
    """Where a service does not send the spreadsheet back with a write, one read more looks at what was written."""
    here.fake.answers_update = False
    here.book.add("Call Log", calls(10))

    with here.requests() as made:
        here.sync(tmp_path)

    assert ["GET read", "GET read", "POST write", "GET read"] == made


def test_service_that_works_nothing_out(here: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only what people entered comes back, dates are dates all the same, and the second run is quiet."""
    real = fake_sheets._cell_data

    def entered(cell: Cell, mask: Any) -> Any:
        return {name: value for name, value in real(cell, mask).items() if not name.startswith("effective")}

    monkeypatch.setattr(fake_sheets, "_cell_data", entered)
    here.book.add("Call Log", calls(10))

    here.sync(tmp_path)
    with here.requests() as second:
        here.sync(tmp_path)

    assert (["GET read"], dt.date(2026, 11, 2)) == (second, here.store().read().tabs[0].at(1, 0))


def test_whole_run(here: Room, tmp_path: Path) -> None:
    """A run adds our columns beside the log, fills them in, and adds our two tabs; what people typed stays as it was."""
    log = here.book.add("Call Log", calls(6))
    typed = [line[:7] for line in log.values()[:7]]

    here.sync(tmp_path)

    assert typed == [line[:7] for line in log.values()[:7]]
    assert [*HEADS, *OUR_HEADS] == log.values()[0]
    assert {"Yes", "No"} <= set(column(log, "Great?"))
    assert ["Call Log", "Weekly Summary", "Follow-ups"] == [sheet.title for sheet in here.book.sheets]


@pytest.mark.parametrize(
    "name", ["It's Ann's", "a/b: calls!", "'quoted'", "A1", "2026", "Ünïcödé 😀", "calls (old) & new"]
)
def test_odd_names(here: Room, tmp_path: Path, name: str) -> None:
    """A log whose tab has quotes, slashes, an address or anything else for a name is synced, and linked to, like any other."""
    log = here.book.add(name, calls(6))

    here.sync(tmp_path)
    with here.requests() as second:
        here.sync(tmp_path)

    follow_ups = here.store().read().tab("Follow-ups")
    assert follow_ups is not None
    links = [value for column in follow_ups.columns for value in column if isinstance(value, Link)]
    assert ({name}, ["GET read"], True) == ({link.tab for link in links}, second, "Yes" in column(log, "Great?"))


def test_merged_title(here: Room, tmp_path: Path) -> None:
    """A merged title above the heads, and blank rows in between, stay as they are."""
    log = here.book.add("Call Log", [["Calls of Ann"], [], *calls(4)])
    merge = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 7}
    log.merges.append(merge)

    here.sync(tmp_path)

    assert ("Calls of Ann", [merge], [*HEADS, *OUR_HEADS]) == (log.holds(0, 0), log.merges, log.values()[2])


def test_checkbox_columns(here: Room, tmp_path: Path) -> None:
    """A native table's checkboxes, which show FALSE in every blank row, make no calls of blank rows."""
    log = here.book.add("Call Log", calls(3))
    log.put(0, 7, "Override")
    for row in range(1, 50):
        log.set(row, 7, Cell(None, {"boolValue": False}, validation={"condition": {"type": "BOOLEAN"}}))

    here.sync(tmp_path)

    assert [None] * 40 == [log.holds(row, 8) for row in range(5, 45)]
    assert all(log.holds(row, 8) for row in range(1, 4))


def test_formula_in_our_column(here: Room, tmp_path: Path) -> None:
    """A formula that a person put in one of our cells is kept."""
    log = here.book.add("Call Log", [[*HEADS, *OUR_HEADS], *calls(3)[1:]])
    log.put(2, 8, Typed("=A3+90", dt.date(2027, 2, 1)))

    here.sync(tmp_path)

    assert {"formulaValue": "=A3+90"} == (log.at(2, 8) or Cell()).value


def test_dry_run_writes_nothing(here: Room, tmp_path: Path) -> None:
    """A dry run makes one request, a read."""
    here.book.add("Call Log", calls(6))

    with here.requests() as made:
        here.sync(tmp_path, dry_run=True)

    assert ["GET read"] == made


def test_undo(here: Room, tmp_path: Path) -> None:
    """Undo takes back what a run wrote in the log."""
    log = here.book.add("Call Log", calls(6))
    here.sync(tmp_path)

    sync.take_back(here.store(), sync.Options(now=dt.datetime(2026, 11, 24, 13, tzinfo=dt.timezone.utc)), tmp_path)

    assert {None} == set(column(log, "Great?")[:6])


# -- structure --------------------------------------------------------------------------------------------------------


def test_tables_and_filters_widen(here: Room, tmp_path: Path) -> None:
    """A native table, or a filter on the header row, takes our columns along; its criteria stay."""
    log = here.book.add("Call Log", calls(6))
    place = {"startRowIndex": 0, "endRowIndex": 7, "startColumnIndex": 0, "endColumnIndex": 7}
    log.basic_filter = {
        "range": {"sheetId": 0, **place},
        "filterSpecs": [{"columnIndex": 1, "filterCriteria": {"hiddenValues": ["Bob"]}}],
    }

    here.sync(tmp_path)

    assert {
        "range": {"sheetId": 0, **place, "endColumnIndex": 12},
        "filterSpecs": [{"columnIndex": 1, "filterCriteria": {"hiddenValues": ["Bob"]}}],
    } == log.basic_filter


def test_native_table_widens(here: Room, tmp_path: Path) -> None:
    """A native table whose header row is the log's grows with our columns."""
    log = here.book.add("Call Log", calls(6))
    place = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 7, "startColumnIndex": 0, "endColumnIndex": 7}
    log.tables.append({"tableId": "t1", "name": "Calls", "range": place})

    here.sync(tmp_path)

    assert [{"tableId": "t1", "name": "Calls", "range": {**place, "endColumnIndex": 12}}] == log.tables


def test_new_columns_look_right(here: Room, tmp_path: Path) -> None:
    """Our new columns have help on their heads, a date format where they hold dates, and a hidden mark."""
    log = here.book.add("Call Log", calls(3))

    here.sync(tmp_path)

    assert all((log.at(0, col) or Cell()).note for col in range(7, 12))
    assert {"type": "DATE"} == (log.at(500, 8) or Cell()).format["numberFormat"]  # type: ignore[index]
    assert log.column_props[11]["hiddenByUser"] is True


def test_fixed_ids(here: Room, tmp_path: Path) -> None:
    """Our tabs and their chart have the same ids in every spreadsheet, so nothing is made twice."""
    here.book.add("Call Log", calls(3))
    here.sync(tmp_path)
    ids = [(sheet.id, [chart["chartId"] for chart in sheet.charts]) for sheet in here.book.sheets[1:]]

    with room() as other:
        other.book.add("Call Log", calls(9))
        other.sync(tmp_path / "other")
        again = [(sheet.id, [chart["chartId"] for chart in sheet.charts]) for sheet in other.book.sheets[1:]]

    assert ids == again


def test_lost_tab_is_made_again_once(here: Room, tmp_path: Path) -> None:
    """A copy of our tab that took its id keeps nobody from making a new one."""
    here.book.add("Call Log", calls(3))
    here.sync(tmp_path)
    here.book.sheet("Weekly Summary").title = "Old weeks"

    here.sync(tmp_path)

    assert ["Call Log", "Old weeks", "Follow-ups", "Weekly Summary"] == [sheet.title for sheet in here.book.sheets]


# -- what is refused --------------------------------------------------------------------------------------------------


def test_protected_range(here: Room, tmp_path: Path) -> None:
    """A protected range that keeps us out is named before anything is written."""
    log = here.book.add("Call Log", [[*HEADS, *OUR_HEADS], *calls(3)[1:]])
    place = {"sheetId": 0, "startRowIndex": 1, "endRowIndex": 100, "startColumnIndex": 7, "endColumnIndex": 8}
    log.protected.append(
        {"protectedRangeId": 1, "range": place, "description": "Boss only", "editors": {"users": ["boss@acme.com"]}}
    )

    with (
        here.requests() as made,
        pytest.raises(CannotUse, match=r"'Call Log'!H2 lies in a protected range \(“Boss only”\), H2:H100"),
    ):
        here.sync(tmp_path)

    assert ["GET read"] == made


def test_warning_only_protection(here: Room, tmp_path: Path) -> None:
    """A range that only warns keeps nobody out."""
    log = here.book.add("Call Log", [[*HEADS, *OUR_HEADS], *calls(3)[1:]])
    log.protected.append({"protectedRangeId": 1, "range": {"sheetId": 0}, "warningOnly": True})

    here.sync(tmp_path)

    assert "Yes" in column(log, "Great?")


def test_ten_million_cells(here: Room) -> None:
    """A spreadsheet that would grow over Google's limit is refused with the number."""
    here.book.add("Any", [["x"]], rows=499_999, cols=20)
    store = here.store()
    before = store.read()

    with pytest.raises(CannotUse, match=r"would have 20,\d{3},\d{3} cells; Google Sheets takes 10,000,000"):
        store.apply(before, edit("Any", 40, {0: (None, "x")}))


def test_long_text(here: Room) -> None:
    """More text than a cell takes is refused, naming the cell."""
    here.book.add("Any", [["x"]])
    store = here.store()
    before = store.read()

    with pytest.raises(CannotUse, match="Any!A1 would hold 50001 characters"):
        store.apply(before, edit("Any", 0, {0: ("x", "y" * 50_001)}))


def test_spill_is_refused(here: Room) -> None:
    """A cell that an array formula fills is never written."""
    here.book.add("Any", [[Typed("=ARRAYFORMULA(B1:B2)", 1)], [Spill(2)]])
    store = here.store()
    before = store.read()

    with pytest.raises(CannotUse, match="Any!A2 belongs to an array formula"):
        store.apply(before, edit("Any", 0, {1: (2, "x")}))


def test_excel_file_in_drive(here: Room) -> None:
    """An Excel file kept in Drive is told from a spreadsheet, with what to do."""
    here.book.office_file = True

    with pytest.raises(CannotUse, match="Save as Google Sheets"):
        here.store().read()


# -- stale ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.put(4, 6, "another note"),
        lambda sheet: sheet.put(4, 7, "typed by hand"),
        lambda sheet: sheet.insert_row(2, ["new"]),
        lambda sheet: sheet.delete_row(2),
        lambda sheet: sheet.sort(lambda line: str(line[2]), 1),
        lambda sheet: sheet.insert_column(3),
        lambda sheet: sheet.put(0, 5, "Result"),
        lambda sheet: setattr(sheet, "title", "Renamed"),
    ],
    ids=["typed", "ours", "insert", "delete", "sort", "column", "head", "renamed"],
)
def test_stale(here: Room, change: Any) -> None:
    """A row, a head or a tab that changed since the read means that nothing is written."""
    sheet = here.book.add("Call Log", sorted_backwards())
    store = here.store()
    before = store.read()
    change(sheet)
    held = json.dumps(sheet.values(), default=str)

    with pytest.raises(StaleSnapshot, match="Nothing was written"):
        store.apply(before, edit("Call Log", 7, {4: (None, "Yes")}))

    assert held == json.dumps(sheet.values(), default=str)


def sorted_backwards() -> list[Any]:
    """A log that a sort by name puts in another order."""
    head, *rows = calls(8)
    return [head, *reversed(rows)]


def test_new_row_is_not_stale(here: Room) -> None:
    """A row that a rep adds below meanwhile stops nobody."""
    sheet = here.book.add("Call Log", calls(8))
    store = here.store()
    before = store.read()
    sheet.put(9, 2, "Somebody New")

    store.apply(before, edit("Call Log", 7, {4: (None, "Yes")}))

    assert "Yes" == sheet.holds(4, 7)


def test_tab_made_meanwhile(here: Room) -> None:
    """A tab of that name that somebody made meanwhile is theirs."""
    here.book.add("Call Log", calls(3))
    store = here.store()
    before = store.read()
    here.book.add("Follow-ups", [["mine"]])

    with pytest.raises(StaleSnapshot):
        store.apply(before, Changes(structure=(AddTab("Follow-ups", "Follow-ups"),)))


def test_no_versions(here: Room) -> None:
    """Putting a whole version back is Google's own work."""
    with pytest.raises(UsageError, match="Version history"):
        here.store().restore("")


def test_empty_changes(here: Room) -> None:
    """Nothing to do asks Google nothing."""
    here.book.add("Any", [["x"]])
    store = here.store()
    before = store.read()

    with here.requests() as made:
        store.apply(before, Changes())

    assert [] == made


def test_not_shared(here: Room) -> None:
    """A spreadsheet that was not shared fails after one request, naming the account."""
    here.book.shares = {"ann@example.com": "owner"}

    with (
        here.requests() as made,
        pytest.raises(NeedsPerson, match=r"not shared with robot@calls\.iam\.gserviceaccount\.com"),
    ):
        here.store().read()

    assert ["GET read"] == made
