"""The check byte by byte of a large sheet that was written: sure only where nothing is wrong."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import lossless
import pytest
from workbooks import making

from sheetsync.grid import AddColumns, Changes, ColumnEdits, Format, NewColumn, Value
from sheetsync.stores.excel import ExcelStore
from sheetsync.stores.ooxml import compare, scan, zipped
from sheetsync.stores.ooxml.styles import Styles

ROWS = 150
FIRST = 4  # the first column of ours: E
WHY = ["a flat no", "R&D <later>", " spaced", "two\nlines", "_x0041_", "ünïcödé"]
SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")


@dataclass
class Held:
    """Parts in memory."""

    parts: dict[str, bytes]

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self.parts

    def read(self, part: str) -> bytes:
        """A part."""
        return self.parts[part]

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part in pieces."""
        data = self.parts[part]
        return (data[at : at + 700] for at in range(0, len(data), 700))


def log(*, spans: bool, ours: str) -> bytes:
    """A log of four columns; ``ours`` says what stands in our columns before: nothing, blank cells or texts."""
    lines = []
    for number in range(1, ROWS + 1):
        cells = "".join(f'<c r="{letter}{number}"><v>{number}</v></c>' for letter in "ABCD")
        if ours == "blank":
            cells += "".join(f'<c r="{letter}{number}" s="1"/>' for letter in "EFG")
        elif ours == "text":
            cells += f'<c r="E{number}" t="inlineStr"><is><t>held {number}</t></is></c>'
        lines.append(f'<row r="{number}"{" spans=" + chr(34) + "1:4" + chr(34) if spans else ""}>{cells}</row>')
    return making.zipped(making.usual() | {making.LOG: making.sheet("".join(lines))})


def writes(held: str) -> Changes:
    """Three columns of ours: a flag, a date that some rows lack, a text."""
    rows = range(1, ROWS)
    dates: list[Value] = [dt.date(2026, 12, 1) + dt.timedelta(row) if row % 3 else None for row in rows]
    made: list[tuple[Format, list[Value]]] = [
        (Format.TEXT, ["Yes" if row % 2 else "No" for row in rows]),
        (Format.DATE, dates),
        (Format.WRAP, [f"{row}: {WHY[row % len(WHY)]}" if row % 7 else WHY[row % len(WHY)] for row in rows]),
    ]
    edits = tuple(
        ColumnEdits("Call Log", FIRST + at, rows, [None] * len(rows), values, form)
        for at, (form, values) in enumerate(made)
    )
    new = tuple(NewColumn(f"New {at}", form, 12) for at, (form, _) in enumerate(made))
    return Changes(edits, () if held else (AddColumns("Call Log", 0, FIRST, new, ROWS - 1),))


@dataclass
class Written:
    """A sheet before and after a write."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    part: str
    edits: dict[int, list[ColumnEdits]]

    def surely_met(self, sheet: bytes | None = None) -> bool:
        """What the check says of the new sheet, or of another one in its place."""
        old = Held(self.old)
        new = Held(self.new | ({self.part: sheet} if sheet is not None else {}))
        facts = scan.facts(old, self.part, 1 << 30)
        looks = Styles(self.new["xl/styles.xml"])
        return compare.surely_met(old, new, self.part, facts, self.edits, looks, date1904=False)


def written(folder: Path, package: bytes, changes: Changes) -> Written:
    """The parts before and after."""
    path = folder / "log.xlsx"
    path.write_bytes(package)
    store = ExcelStore(path)
    store.apply(store.read(), changes)
    edits: dict[int, list[ColumnEdits]] = {}
    for edit in changes.edits:
        edits.setdefault(edit.col, []).append(edit)
    for step in changes.structure:
        assert isinstance(step, AddColumns)
        for at, column in enumerate(step.columns, step.first_col):
            edits[at].append(ColumnEdits(step.tab, at, [step.header_row], [None], [column.header]))
    old, new = lossless.parts_of(package), lossless.parts_of(path.read_bytes())
    part = next(name for name in old if SHEET.fullmatch(name) and old[name] != new[name])
    return Written(old, new, part, edits)


@pytest.fixture(params=[0, 1000], ids=["all at once", "row by row"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to look at a block, in blocks of a few rows."""
    monkeypatch.setattr(compare, "_FEW", request.param)
    monkeypatch.setattr(scan, "_BLOCK", 3_000)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("spans", [False, True], ids=["plain rows", "rows with spans"])
@pytest.mark.parametrize("ours", ["", "blank", "text"])
def test_sure_of_what_was_asked(ours: str, spans: bool, tmp_path: Path) -> None:
    """Cells of ours that hold what was asked, in rows that are else as they were, are met without a doubt."""
    found = written(tmp_path, log(spans=spans, ours=ours), writes(ours))

    assert found.surely_met()


@pytest.mark.usefixtures("way")
def test_sure_of_a_few_writes(tmp_path: Path) -> None:
    """One changed cell of a large sheet is met, and so is all around it."""
    edit = ColumnEdits("Call Log", FIRST, [70], ["held 71"], ["Yes"])
    found = written(tmp_path, log(spans=True, ours="text"), Changes((edit,)))

    assert found.surely_met()


def _swapped(sheet: bytes) -> bytes:
    """Row 9 with the cells of ours of row 10, by their names too."""
    cells = {row: re.findall(rb'<c r="[E-G]%d".*?(?:/>|</c>)' % row, sheet) for row in (9, 10)}
    moved = sheet.replace(b"".join(cells[10]), b"")
    return moved.replace(b"".join(cells[9]), b"".join(cells[9] + cells[10]))


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "another text": lambda sheet: sheet.replace(b"<t>10: ", b"<t>11: ", 1),
    "another flag": lambda sheet: re.sub(rb'(<c r="E9"[^>]*><is><t>)\w+', rb"\1Review", sheet),
    "another date": lambda sheet: re.sub(rb'(<c r="F9"[^>]*><v>)\d+', rb"\g<1>46000", sheet),
    "a date that shows as a number": lambda sheet: re.sub(rb'(<c r="F9") s="\d+"', rb'\1 s="0"', sheet),
    "a date without a format": lambda sheet: re.sub(rb'(<c r="F9") s="\d+"', rb"\1", sheet),
    "a cell that is missing": lambda sheet: re.sub(rb'<c r="E9".*?</c>', b"", sheet, count=1),
    "a cell that stands twice": lambda sheet: re.sub(rb'(<c r="E9".*?</c>)', rb"\1\1", sheet, count=1),
    "a cell that nobody asked for": lambda sheet: re.sub(
        rb'(<c r="E10".*?</c>)', rb'\1<c r="F10"><v>46000</v></c>', sheet, count=1
    ),
    "cells in another order": lambda sheet: re.sub(rb'(<c r="E9".*?</c>)(<c r="F9".*?</c>)', rb"\2\1", sheet, count=1),
    "cells of the next row": _swapped,
    "a cell that goes by another row": lambda sheet: sheet.replace(b'<c r="E9"', b'<c r="E10"', 1),
    "an ampersand that is none": lambda sheet: sheet.replace(b"R&amp;D", b"R&D", 1),
    "a text that loses its space": lambda sheet: sheet.replace(b' xml:space="preserve"> spaced', b"> spaced", 1),
    "another's cell that changed": lambda sheet: sheet.replace(b'<c r="C9"><v>9</v>', b'<c r="C9"><v>8</v>', 1),
    "another's cell that is gone": lambda sheet: sheet.replace(b'<c r="C99"><v>99</v></c>', b"", 1),
    "another's cell that came": lambda sheet: sheet.replace(b"</row>", b'<c r="Z1"><v>1</v></c></row>', 1),
    "a row that is gone": lambda sheet: re.sub(rb'<row r="80".*?</row>', b"", sheet, count=1),
    "a row that stands twice": lambda sheet: re.sub(rb'(<row r="80".*?</row>)', rb"\1\1", sheet, count=1),
    "the last row is gone": lambda sheet: re.sub(rb'<row r="150".*?</row>', b"", sheet, count=1),
    "a row that was hidden": lambda sheet: sheet.replace(b'<row r="80"', b'<row r="80" hidden="1"', 1),
    "a row that came": lambda sheet: sheet.replace(b"</sheetData>", b'<row r="151"/></sheetData>', 1),
}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("ours", ["", "blank"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_not_sure_of_anything_else(damage: str, ours: str, tmp_path: Path) -> None:
    """Whatever else is in the new sheet, or is not, the check is not sure of it."""
    found = written(tmp_path, log(spans=False, ours=ours), writes(ours))
    wrong = DAMAGE[damage](found.new[found.part])
    assert wrong != found.new[found.part], "the damage was done"

    assert not found.surely_met(wrong)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("seed", range(6))
def test_random_damage(seed: int, tmp_path: Path) -> None:
    """A changed byte anywhere among the rows is never met without a doubt, unless it stands in a format or in spans."""
    chance = random.Random(seed)
    found = written(tmp_path, log(spans=False, ours=""), writes(""))
    sheet = found.new[found.part]
    start, end = sheet.index(b"<row"), sheet.index(b"</sheetData")
    for _ in range(60):
        at = chance.randrange(start, end)
        byte = bytes([chance.choice(b"0123456789ABCxyz<>&/ \"'=")])
        if byte == sheet[at : at + 1] or re.search(rb' s="\d*$', sheet[at - 8 : at]):
            continue
        wrong = sheet[:at] + byte + sheet[at + 1 :]

        assert not _sure(found, wrong), f"seed {seed}: {sheet[at - 40 : at + 40]!r} with {byte!r}"


def _sure(found: Written, sheet: bytes) -> bool:
    try:
        return found.surely_met(sheet)
    except Exception as wrong:  # a part that no parser takes is not met either
        return not str(wrong)


@pytest.mark.parametrize("ours", ["", "blank", "text"])
def test_a_large_sheet_is_not_read_anew(ours: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large sheet that was written as it should be is compared only; nothing of it is parsed again."""
    monkeypatch.setattr("sheetsync.stores.ooxml.verify.LARGE", 0)
    monkeypatch.setattr("sheetsync.stores.ooxml.values.Values.blocks", None)
    found = written(tmp_path, log(spans=True, ours=ours), writes(ours))

    assert found.old != found.new


@pytest.mark.usefixtures("way")
def test_not_sure_of_a_row_that_never_came(tmp_path: Path) -> None:
    """A row that was asked for below all others, and is not there, is missed though all others are as they should be."""
    rows = range(1, ROWS + 1)
    values: list[Value] = ["Yes"] * len(rows)
    edit = ColumnEdits("Call Log", FIRST, rows, [None] * len(rows), values)
    found = written(tmp_path, log(spans=False, ours=""), Changes((edit,)))
    sheet = found.new[found.part]
    wrong = re.sub(rb'<row r="151">.*?</row>', b"", sheet)
    assert wrong != sheet, "the damage was done"

    assert not found.surely_met(wrong)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("text", [b"&#82;&amp;D", b"R&amp;D\xff", b"&#1;"])
def test_not_sure_of_a_text_that_we_do_not_write(text: bytes, tmp_path: Path) -> None:
    """A text is only met in the form in which it is written, whatever else reads the same."""
    found = written(tmp_path, log(spans=False, ours=""), writes(""))

    assert not found.surely_met(found.new[found.part].replace(b"R&amp;D", text, 1))


def test_a_row_that_lost_what_stood_behind_its_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a row holds beside its cells is part of it."""
    monkeypatch.setattr(scan, "_BLOCK", 3_000)
    more = b"<extLst/></row>"
    package = lossless.parts_of(log(spans=False, ours="text"))
    package[making.LOG] = package[making.LOG].replace(b"</row>", more)
    edit = ColumnEdits("Call Log", FIRST, [70], ["held 71"], ["Yes"])
    found = written(tmp_path, making.zipped(package), Changes((edit,)))
    sheet = found.new[found.part]
    row = re.search(rb'<row r="71">.*?</row>', sheet)
    assert row is not None

    assert not found.surely_met(sheet.replace(row[0], row[0].replace(more, b"</row>")))


BARE: dict[str, Callable[[str], str]] = {
    "rows without numbers": lambda sheet: re.sub(r'<row r="(?!1")\d+"', "<row", sheet),
    "rows without numbers from the middle on": lambda sheet: re.sub(r'<row r="(?:[89]\d|1\d\d)"', "<row", sheet),
    "attributes on lines of their own": lambda sheet: re.sub(r'<row r="(?!1")', '<row\nr="', sheet),
    "attributes behind a tab from the middle on": lambda sheet: re.sub(r'<row r="(?=[89]\d|1\d\d)', '<row\tr="', sheet),
    "references in small letters": lambda sheet: re.sub(
        r'(<c r=")([A-E])', lambda found: found[1] + found[2].lower(), sheet
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", [range(1, ROWS), range(2, ROWS, 3), [120]], ids=["all", "some", "one"])
@pytest.mark.parametrize("form", BARE)
def test_rows_that_no_search_for_their_usual_form_finds(
    form: str, rows: range | list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a row or a cell is written, it gets its values, in the cell that it has, and none stands twice."""
    monkeypatch.setattr(scan, "_BLOCK", 3_000)
    monkeypatch.setattr(zipped, "_CHUNK", 700)
    package = lossless.parts_of(log(spans=False, ours="text"))
    package[making.LOG] = BARE[form](package[making.LOG].decode()).encode()
    values: list[Value] = [f"new {row}" for row in rows]
    edit = ColumnEdits("Call Log", FIRST, rows, [f"held {row + 1}" for row in rows], values)
    found = written(tmp_path, making.zipped(package), Changes((edit,)))
    sheet = found.new[found.part].decode()
    held = re.findall(r'<c r="[Ee](\d+)"[^>]*><is><t>(.*?)</t>', sheet)

    assert [(str(row + 1), f"new {row}" if row in rows else f"held {row + 1}") for row in range(ROWS)] == held
    assert sheet.count("</row>") == ROWS


def test_yes_and_one_are_told_apart_from_block_to_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A yes that was written in one block of rows is not taken for the number one in the next."""
    monkeypatch.setattr(scan, "_BLOCK", 3_000)
    monkeypatch.setattr(zipped, "_CHUNK", 700)
    values: list[Value] = [True] * 75 + [1] * 75
    edit = ColumnEdits("Call Log", FIRST, range(ROWS), [None] * ROWS, values)
    found = written(tmp_path, log(spans=False, ours=""), Changes((edit,)))
    held = re.findall(rb'<c r="E\d+"( t="b")?><v>1</v>', found.new[found.part])

    assert [b' t="b"'] * 75 + [b""] * 75 == held
