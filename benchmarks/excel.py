"""How fast the Excel store reads and writes a log of 100,000 rows, as ratios to a floor measured in the same run.

    python benchmarks/excel.py [ROWS] [--openpyxl]

The floor is what no reader and writer can do without: calamine reads the log, and the package is copied through inflate and
deflate once. The lines give seconds and their ratio to it, the last ones the peak of memory and, with ``--openpyxl``, how long
openpyxl takes to load and save the same file.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Format, NewColumn, Snapshot, Value
from sheetsync.stores.excel import ExcelStore

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEADS = (
    "Date", "Time", "Rep", "Prospect", "Company", "Phone", "Email", "Spoke with", "Decision maker?", "Outcome", "Notes",
    "Follow-up requested",
)  # fmt: skip
WORDS = [
    "not",
    "interested",
    "call",
    "back",
    "owner",
    "out",
    "spoke",
    "with",
    "maybe",
    "send",
    "info",
    "next",
    "week",
    "monday",
    "gatekeeper",
    "said",
    "voicemail",
    "left",
    "message",
    "try",
    "again",
    "in",
    "march",
    "budget",
]


def log(path: Path, rows: int) -> None:
    """Write a workbook with a log of so many calls, as Excel writes it: shared strings, spans, dates as numbers."""
    chance = random.Random(20261124)
    strings: dict[str, int] = {}

    def cell(col: int, row: int, value: object) -> str:
        ref = f"{chr(65 + col)}{row}"
        if value is None:
            return ""
        if isinstance(value, tuple):
            return f'<c r="{ref}" s="{value[1]}"><v>{value[0]}</v></c>'
        return f'<c r="{ref}" t="s"><v>{strings.setdefault(str(value), len(strings))}</v></c>'

    def lines() -> Iterator[str]:
        yield '<row r="1" spans="1:12">' + "".join(cell(col, 1, head) for col, head in enumerate(HEADS)) + "</row>"
        for row in range(2, rows + 2):
            day, who = 45_000 + row * 7 // 2000, chance.randrange(rows)
            values = (
                (day, 1), (round(chance.random(), 6), 2), chance.choice(["Ann", "Bo", "Cy"]), f"Prospect {who}",
                f"Company {who // 2}", f"312-555-{who % 10_000:04}", f"p{who}@example.com",
                chance.choice(["Owner", None, "Reception", "CFO"]), chance.choice(["Yes", "No", None]),
                chance.choice([None, "No answer", "Gatekeeper", "Meeting booked"]),
                " ".join(chance.choice(WORDS) for _ in range(chance.randrange(4, 18))),
                None if chance.random() < 0.9 else (day + 30, 1),
            )  # fmt: skip
            yield (
                f'<row r="{row}" spans="1:12">'
                + "".join(cell(col, row, value) for col, value in enumerate(values))
                + "</row>"
            )

    sheet = f'<worksheet xmlns="{MAIN}"><dimension ref="A1:L{rows + 1}"/><sheetData>{"".join(lines())}</sheetData></worksheet>'
    xf = '<xf numFmtId="{}" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
        '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
        '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="3">{xf.format(0)}{xf.format(14)}{xf.format(20)}</cellXfs></styleSheet>'
    )
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    rels = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{to}"/>'
        for at, (kind, to) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")),
            1,
        )
    )
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{KIND}{kind}+xml"/>'
        for part, kind in (
            ("workbook.xml", "sheet.main"),
            ("worksheets/sheet1.xml", "worksheet"),
            ("styles.xml", "styles"),
            ("sharedStrings.xml", "sharedStrings"),
        )
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Call Log" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{rels}</Relationships>',
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def first_sync(snapshot: Snapshot) -> Changes:
    """Five columns on every row, and two tabs."""
    tab = snapshot.tab("Call Log")
    assert tab is not None
    rows = range(1, tab.height)
    day = dt.date(2026, 12, 1)
    made: tuple[tuple[str, Format, list[Value]], ...] = (
        ("Great?", Format.TEXT, ["Yes" if row % 3 else "No" for row in rows]),
        ("Follow-up", Format.DATE, [day + dt.timedelta(row % 30) if row % 4 else None for row in rows]),
        ("Next action", Format.WRAP, ["Call back" if row % 2 else "Try to reach the decision-maker" for row in rows]),
        ("Why", Format.WRAP, [f'Great: a flat no from the owner ("not interested", row {row}).' for row in rows]),
        ("sheetsync", Format.MARK, [f"1.{row:x}.{row * 7919:x}" for row in rows]),
    )
    columns = tuple(NewColumn(head, shown, 12, hidden=shown is Format.MARK) for head, shown, _ in made)
    edits = tuple(
        ColumnEdits(tab.name, tab.width + at, rows, [None] * len(rows), values, shown)
        for at, (_, shown, values) in enumerate(made)
    )
    tabs = tuple(AddTab(name, name) for name in ("Weekly Summary", "Follow-ups"))
    return Changes(edits, (AddColumns(tab.name, 0, tab.width, columns, tab.height - 1), *tabs))


def read_floor(path: Path) -> None:
    """Calamine alone."""
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def copy_floor(path: Path, out: Path) -> None:
    """The package through inflate and deflate."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            with source.open(info) as member, target.open(info.filename, "w") as to:
                while piece := member.read(1 << 20):
                    to.write(piece)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure, and print a table."""
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or [100_000]
    print(f"zlib {zlib.ZLIB_RUNTIME_VERSION}, Python {sys.version.split()[0]}")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "log.xlsx"
            log(path, rows)
            measure(path, rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)
    print(f"peak memory {peak:.0f} MB")


def measure(path: Path, rows: int) -> None:
    """One size."""
    out = path.with_name("copy.xlsx")
    best: dict[str, float] = {}
    for turn in range(3):  # the least of three, each turn all of them, so that a busy moment hits all alike
        work = path.with_name(f"work{turn}.xlsx")
        work.write_bytes(path.read_bytes())
        store = ExcelStore(work)
        took = {
            "calamine read": seconds(lambda: read_floor(path)),
            "inflate and deflate": seconds(lambda: copy_floor(path, out)),
        }
        snapshots: list[Snapshot] = []
        took["our read"] = seconds(lambda store=store, snapshots=snapshots: snapshots.append(store.read()))
        changes = first_sync(snapshots[0])
        took["our write, checked"] = seconds(
            lambda store=store, snapshots=snapshots, changes=changes: store.apply(snapshots[0], changes)
        )
        best = {name: min(took[name], best.get(name, took[name])) for name in took}
    floor = best["calamine read"] + best["inflate and deflate"]
    print(f"\n{rows:,} rows: floor {floor:.2f} s")
    for name, took_best in best.items():
        print(f"  {name:22}{took_best:7.2f} s {took_best / floor:6.2f} x floor")
    if "--openpyxl" in sys.argv:
        import openpyxl

        took_best = seconds(lambda: openpyxl.load_workbook(path).save(out))
        print(f"  {'openpyxl load and save':22}{took_best:7.2f} s {took_best / floor:6.2f} x floor")


if __name__ == "__main__":
    main()
