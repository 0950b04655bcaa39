"""Careless hands: odd command lines, odd logs, and what people do to a log and to our tabs after a sync."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import room
import sheets
from conftest import Command
from openpyxl.worksheet.table import Table
from workbooks import making

from sheetsync.grid import Value

HEADS: list[Value] = list(sheets.HEADS)
NOTES = ("not interested", "left voicemail", "wants a quote", "maybe", "call back in march", "gatekeeper")
ROWS: list[list[Value]] = [
    sheets.call(who=f"Ann {'abcdef'[n] * 3}", Company=f"F{n}", Spoke_with="Owner", notes=note)
    for n, note in enumerate(NOTES)
]
THREE = [HEADS, *ROWS[:3]]


# -- the command line -------------------------------------------------------------------------------------------------


WRONG: dict[str, tuple[str, ...]] = {
    "the file first": ("log.xlsx", "sync"), "no file": ("sync",), "no such file": ("sync", "nope.xlsx"), "a name in two words": ("sync", "my", "logs.xlsx"),
    "a folder": ("check", "."), "the root": ("check", "/"), "no name": ("sync", ""), "a circle of links": ("sync", "circle.xlsx"), "a link to nothing": ("sync", "dangling.xlsx"),
    "nobody's home": ("sync", "~nobody-of-that-name/log.xlsx"), "a long name": ("sync", "a" * 300 + ".xlsx"), "a long path": ("sync", "/".join(["d" * 200] * 30) + "/x.xlsx"),
    "a name that is no text": ("sync", "b\udcff.xlsx"), "history of a circle": ("history", "circle.xlsx"), "a far file": ("sync", "https://example.invalid/x.xlsx"),
    "a row that is none": ("explain", "log.xlsx", "two"), "row 0": ("explain", "log.xlsx", "0"), "the row first": ("explain", "2", "log.xlsx"),
    "no such run": ("undo", "log.xlsx", "nope"), "the first century": ("sync", "log.xlsx", "--today", "0001-01-01"), "the last day": ("sync", "log.xlsx", "--today", "9999-12-31"),
    "a template with a long name": ("template", "install", "call-log", "a" * 300 + ".xlsx"), "the template last": ("template", "install", "x.xlsx", "call-log"),
    "a demo in a file": ("demo", "log.xlsx"), "a demo below a file": ("demo", "log.xlsx/demo"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_command_line_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sheetsync: Command
) -> None:
    """Whatever is typed, the answer is words and exit code 2, never a traceback, and the workbook stays as it is."""
    monkeypatch.chdir(tmp_path)
    log = tmp_path / "log.xlsx"
    log.write_bytes(room.small())
    (tmp_path / "circle.xlsx").symlink_to(tmp_path / "other.xlsx")
    (tmp_path / "other.xlsx").symlink_to(tmp_path / "circle.xlsx")
    (tmp_path / "dangling.xlsx").symlink_to(tmp_path / "gone.xlsx")
    said = sheetsync(*WRONG[name])

    assert 2 == said.code, said.err
    assert said.err.strip()
    assert room.small() == log.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "my log.xlsx",
        "ünï cödé 😀.xlsx",
        "UP.XLSX",
        "quo'te.xlsx",
        "-dash.xlsx",
        "a&b;c$(d).xlsx",
        "log.v2.final.xlsx",
        "#1.xlsx",
        "x" * 240 + ".xlsx",
    ],
)
def test_odd_names_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sheetsync: Command) -> None:
    """A workbook may be called what the system allows; no file is left beside it."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(room.small())
    for words in ("sync", "check", "history", "undo"):
        said = sheetsync(words, "--", name)
        assert 0 == said.code, said.err

    assert [name] == [one.name for one in tmp_path.iterdir()]


def test_a_dry_run_of_putting_the_file_back_writes_nothing(tmp_path: Path, sheetsync: Command) -> None:
    """--dry-run holds for --restore-file too."""
    log = tmp_path / "log.xlsx"
    log.write_bytes(room.small())
    sheetsync("sync", log)
    before = log.read_bytes()
    said = sheetsync("undo", log, "--restore-file", "--dry-run")

    assert (0, before) == (said.code, log.read_bytes())
    assert "would be put back" in said.out
    sheetsync("undo", log, "--restore-file")
    assert room.small() == log.read_bytes()


def test_a_log_that_shrank_stops_and_asks(tmp_path: Path, sheetsync: Command) -> None:
    """A log that lost most of its calls since the last run, or of which most rows would change, needs --force; either can be undone."""
    rows = [sheets.call(who=f"P{n} Q", Company=f"F{n}", notes="left a voicemail") for n in range(160)]
    log = tmp_path / "log.xlsx"
    log.write_bytes(room.plain([HEADS, *rows]))
    assert 0 == sheetsync("sync", log).code
    room.typed(log, {(n, 8): "not interested" for n in range(1, 130)})
    before = log.read_bytes()
    said = sheetsync("sync", log)
    assert (3, before) == (said.code, log.read_bytes())
    assert "--force" in said.err
    assert 0 == sheetsync("sync", log, "--force").code
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(log)
        book[room.LOG].delete_rows(40, 200)
        book.save(log)
    before = log.read_bytes()
    said = sheetsync("sync", log)

    assert (3, before) == (said.code, log.read_bytes())
    assert "the last run saw 160" in said.err
    assert 0 == sheetsync("sync", log, "--force").code
    assert 0 == sheetsync("undo", log).code


# -- odd logs ---------------------------------------------------------------------------------------------------------


def _put(sheet: Any, rows: list[list[Value]], first: int = 1) -> None:
    for number, row in enumerate(rows, first):
        for col, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, col, value)


def _titles(book: Any) -> None:
    _put(book.active, [["My calls"], [], ["Q4", None, "x"]])
    _put(book.active, THREE, 8)


def _hidden(book: Any) -> None:
    log = book.create_sheet("Calls")
    _put(log, THREE)
    log.sheet_state = "hidden"


def _text_dates(book: Any) -> None:
    days: tuple[Value, ...] = (
        "11/9/2026",
        "9 Nov 2026",
        "2026-11-09",
        "Nov 9",
        "yesterday",
        "13/11/2026",
        "31/02/2026",
        "'11/9/26",
        46335,
        "46335",
        20261109,
        0,
        -5,
        1e10,
        True,
    )
    odd: tuple[Value, ...] = (dt.time(9), dt.datetime(2026, 11, 9, 23, 59, 59), dt.date(9999, 12, 31))
    _put(book.active, [HEADS] + [sheets.call(day, f"P {n}", Company=f"c{n}") for n, day in enumerate(days + odd)])


def _wide(book: Any) -> None:
    more: list[Value] = [f"x{n}" for n in range(100)]
    last: list[Value] = [f"y{n}" for n in range(100)]
    _put(book.active, [more + HEADS + last] + [[*range(100), *row, *[0] * 100] for row in ROWS[:3]])


def _totals(book: Any) -> None:
    _put(book.active, [*THREE, ["Total", *[None] * 8]])
    table = Table(displayName="T", ref="A1:I5")
    table.totalsRowCount = 1
    book.active.add_table(table)


def _filtered(book: Any) -> None:
    _put(book.active, THREE)
    book.active.auto_filter.ref = "A1:I4"
    book.active.row_dimensions[3].hidden = True


def _quoted(book: Any) -> None:
    book.active.title = 'It\'s "mine" & yours'
    _put(book.active, THREE)


def _ours_first(book: Any) -> None:
    heads: list[Value] = ["Great?", "Date", "Why", "Prospect", "Follow-up", "Notes", "Next action"]
    _put(book.active, [heads] + [[None, sheets.MONDAY, None, f"A {x}", None, "not interested", None] for x in "abc"])


def _own_names_taken(book: Any) -> None:
    _put(book.active, THREE)
    book.create_sheet("Weekly Summary")["A1"] = "my own"
    book.create_sheet("follow-ups")["B2"] = "mine"


def _merged_below(book: Any) -> None:
    _put(book.active, THREE)
    book.active.merge_cells("J30:L31")


def _gap(book: Any) -> None:
    _put(book.active, THREE)
    _put(book.active, ROWS[3:], 2_000)


ODD: dict[str, Callable[[Any], object]] = {
    "headers in row 8": _titles, "a hidden log": _hidden, "dates as text": _text_dates, "200 more columns": _wide, "a totals row": _totals, "filtered rows": _filtered,
    "a tab with quotes": _quoted, "our columns first": _ours_first, "no calls": lambda book: _put(book.active, [HEADS]), "one call": lambda book: _put(book.active, THREE[:2]),
    "our tabs' names taken": _own_names_taken, "merged cells below": _merged_below, "a gap of 2,000 rows": _gap,
    "long cells": lambda book: _put(book.active, [HEADS, sheets.call(who="x" * 32_767, notes="y " * 16_000, Company="z" * 32_767)]),
    "blank rows with formats": lambda book: [_put(book.active, [HEADS])] + [setattr(book.active.cell(row, 1), "number_format", "yyyy-mm-dd") for row in range(2, 300)],
}  # fmt: skip


def _book(make: Callable[[Any], object]) -> bytes:
    book = openpyxl.Workbook()
    make(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed_cells(path: Path) -> dict[tuple[str, str], object]:
    """What every tab holds that is not of our columns or our tabs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("name", ODD)
def test_odd_logs(tmp_path: Path, name: str, sheetsync: Command) -> None:
    """An odd log is synced, nothing that was typed is changed, and a second run finds nothing to do."""
    log = tmp_path / "log.xlsx"
    log.write_bytes(_book(ODD[name]))
    typed = _typed_cells(log)
    said = sheetsync("sync", log)
    assert 0 == said.code, said.err
    after = log.read_bytes()

    assert typed.items() <= _typed_cells(log).items()
    assert 0 == sheetsync("sync", log, "--verbose").code
    assert after == log.read_bytes()


def test_a_chart_sheet_of_our_tabs_name(tmp_path: Path, sheetsync: Command) -> None:
    """A sheet without cells that has the name of a tab of ours is left alone and named; the log is synced all the same."""
    parts = making.changed(making.WORKBOOK, 'name="Chart"', 'name="Weekly Summary"', making._chart_sheet())
    log = tmp_path / "log.xlsx"
    log.write_bytes(making.zipped(parts))
    said = sheetsync("sync", log)

    assert 0 == said.code, said.err
    assert "“Weekly Summary” is a sheet without cells" in said.err
    assert 0 == sheetsync("sync", log).code


# -- what people do after a sync --------------------------------------------------------------------------------------


def _rows_of(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def _moved(book: Any) -> None:
    for number, row in enumerate(_rows_of(book[room.LOG]), 1):
        for col, value in enumerate(row[:3] + row[9:14] + row[3:9], 1):
            book[room.LOG].cell(number, col).value = value


def _sorted(book: Any, width: int = 14) -> None:
    rows = _rows_of(book[room.LOG])[1:]
    for number, row in enumerate(reversed(rows), 2):
        for col, value in enumerate(row[:width], 1):
            book[room.LOG].cell(number, col).value = value


def _each(tab: str, rows: range, cols: range) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        for row in rows:
            for col in cols:
                book[tab].cell(row, col).value = "mine"

    return change


def _cells(**values: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        for place, value in values.items():
            book[room.LOG][place] = value

    return change


def _copied(book: Any) -> None:
    for col in range(1, 15):
        for row in (8, 9):
            book[room.LOG].cell(row, col).value = book[room.LOG].cell(2, col).value
    book[room.LOG]["C9"], book[room.LOG]["I9"] = "Someone Else", "left a voicemail"


def _rows_put_in(book: Any) -> None:
    book["Weekly Summary"].insert_rows(3, 2)
    book["Follow-ups"].insert_rows(2, 2)
    book["Follow-ups"].insert_cols(2)


def _own_tabs_deleted(book: Any) -> None:
    del book["Weekly Summary"]
    del book["Follow-ups"]


def _own_tabs_renamed(book: Any) -> None:
    book["Weekly Summary"].title, book["Follow-ups"].title = "Old weeks", "Old list"


def _notes_beside(book: Any) -> None:
    for row in range(7, 11):
        book["Follow-ups"].cell(row, 60).value = f"beside {row}"


def _sorted_own(book: Any) -> None:
    rows = _rows_of(book["Follow-ups"])
    for number, row in enumerate(reversed(rows[6:]), 7):
        for col, value in enumerate(row, 1):
            book["Follow-ups"].cell(number, col).value = value


AFTER: dict[str, Callable[[Any], object]] = {
    "only saved by another program": lambda book: None,
    "the mark column deleted": lambda book: book[room.LOG].delete_cols(14),
    "Great? deleted": lambda book: book[room.LOG].delete_cols(10),
    "Why deleted": lambda book: book[room.LOG].delete_cols(13),
    "our columns deleted": lambda book: book[room.LOG].delete_cols(10, 5),
    "marks typed over": _cells(N2="hello", N3=5, N4="=1+1"),
    "the mark column shown": lambda book: setattr(book[room.LOG].column_dimensions["N"], "hidden", False),
    "the mark's head typed over": _cells(N1="notes to self"),
    "Great? renamed": _cells(J1="Good?"),
    "our columns in the middle": _moved,
    "Great? pasted over": _cells(**{f"J{row}": "Yes" for row in range(2, 8)}),
    "a row copied": _copied,
    "sorted": _sorted,
    "sorted without ours": lambda book: _sorted(book, 9),
    "rows deleted": lambda book: book[room.LOG].delete_rows(3, 2),
    "rows above the head": lambda book: book[room.LOG].insert_rows(1, 3),
    "a column before ours": lambda book: book[room.LOG].insert_cols(10),
    "a column right of ours": _cells(O1="Their own", O2="x"),
    "our cells typed over": _cells(K2="none", K3="whenever", L2="ring Bob", J2="perhaps", M2="because", J4=True, K4=5, K5="=TODAY()", J5="=A1"),
    "the log renamed": lambda book: setattr(book[room.LOG], "title", "Ann's (log)"),
    "the log copied": lambda book: book.copy_worksheet(book[room.LOG]),
    "our tabs renamed": _own_tabs_renamed,
    "our tabs deleted": _own_tabs_deleted,
    "words over the summary": _each("Weekly Summary", range(1, 60, 3), range(1, 20, 4)),
    "words over the follow-ups": _each("Follow-ups", range(1, 14, 2), range(1, 10, 3)),
    "words beside the follow-ups": _notes_beside,
    "follow-ups sorted": _sorted_own,
    "rows put in our tabs": _rows_put_in,
    "all calls deleted": lambda book: book[room.LOG].delete_rows(2, 50),
}  # fmt: skip


@pytest.mark.parametrize("name", AFTER)
def test_what_people_do_after_a_sync(tmp_path: Path, name: str, sheetsync: Command) -> None:
    """Whatever people do to the log and to our tabs: nothing that they typed is lost, the next run ends well, and the one after it is idle."""
    log = tmp_path / "log.xlsx"
    log.write_bytes(room.plain([HEADS, *ROWS]))
    assert 0 == sheetsync("sync", log).code
    ours = set(_typed_cells(log).values())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(log)
        AFTER[name](book)
        book.save(log)
    typed = {
        place: value for place, value in _typed_cells(log).items() if value not in ours and place[1] not in ("N2", "N3")
    }
    said = sheetsync("sync", log)
    assert 0 == said.code, said.err
    after, held = log.read_bytes(), _typed_cells(log)

    assert {} == {place: (value, held.get(place)) for place, value in typed.items() if held.get(place) != value}
    again = sheetsync("sync", log, "--verbose")
    assert (0, after) == (again.code, log.read_bytes())
    assert "HYPERLINK" not in again.err + said.err
    assert 0 == sheetsync("undo", log).code


def test_hand_made_changes_beside_other_rows_stop_the_run(tmp_path: Path, sheetsync: Command) -> None:
    """A log that was sorted without our columns, with a hand-made change among them, is left alone, and the cell is named."""
    log = tmp_path / "log.xlsx"
    log.write_bytes(room.plain([HEADS, *ROWS]))
    sheetsync("sync", log)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(log)
        book[room.LOG]["J3"] = "Yes"
        _sorted(book, 9)
        book.save(log)
    before = log.read_bytes()
    said = sheetsync("sync", log)

    assert (3, before) == (said.code, log.read_bytes())
    assert "'Call Log'!J3 holds “Yes”" in said.err
