"""Times whole syncs of a large Excel log against the floor: reading it with python-calamine and copying it through inflate and deflate.

python benchmarks/sync.py [--rows 100000] [--openpyxl] [--keep DIR]

Every command runs as a process of its own; ratios within one run are what counts, not seconds. Prints the first sync (all rows classified,
all columns and tabs written), a second sync with nothing to do, the same without the quick look, the peak memory, and a tenth of the rows.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HEADS = (
    "Date",
    "Time",
    "Rep",
    "Prospect",
    "Company",
    "Phone",
    "Email",
    "Spoke with",
    "Decision maker?",
    "Outcome",
    "Notes",
    "Override",
)
FIRST = (
    "Ann",
    "Bo",
    "Carl",
    "Dana",
    "Earl",
    "Fay",
    "Gus",
    "Hana",
    "Ivo",
    "June",
    "Ken",
    "Lew",
    "Mitch",
    "Nora",
    "Otis",
    "Pam",
    "Rex",
    "Sylvia",
    "Tess",
    "Walt",
)
LAST = (
    "Abbott",
    "Banks",
    "Crain",
    "Dodson",
    "Esposito",
    "Fenwick",
    "Gibbs",
    "Halloran",
    "Ibarra",
    "Jansen",
    "Kowalski",
    "Lane",
    "Mercer",
    "Nakamura",
    "Oakes",
    "Petrov",
    "Quigley",
    "Reed",
    "Sabatini",
    "Tolliver",
)
TRADE = ("Septic", "Stone", "Supply", "Movers", "Printing", "Dental", "Roofing", "Glass", "Staffing", "Bakery")
NOTES = (
    "not interested. period.", "LVM", "owner out till weds", "wants a proposal for {n} vehicles", "can we talk again in six months? renewal is in May",
    "let me think about it, send me some info", "booked a demo for next Tuesday at {h}, she signs off on it", "wrong number", "caught him driving, try again in an hr",
    "receptionist wouldn't put me through, ext {n}", "they use Brightline and like them, {n} seats", "no answer after {h} rings", "said call after the holidays, budget opens then",
    "she'd have to ask her partner, {n} people in the office", "voicemail full", "wasn't interested at first but agreed to meet on the {d}th",
)  # fmt: skip
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def make(path: Path, rows: int) -> None:
    """A log of so many rows x 12 columns, as a spreadsheet program would save it: shared strings, one style for dates."""
    chance = random.Random(7)
    strings: dict[str, int] = {}

    def text(ref: str, value: str) -> str:
        return f'<c r="{ref}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>' if value else ""

    lines = ["".join(text(f"{chr(65 + at)}1", head) for at, head in enumerate(HEADS)).join(('<row r="1">', "</row>"))]
    epoch = dt.date(1899, 12, 30)
    for row in range(2, rows + 2):
        who = chance.randrange(rows * 6 // 10 + 1)
        name = f"{FIRST[who % 20]} {LAST[who // 20 % 20]}"
        company = f"{LAST[who // 7 % 20]} {TRADE[who % 10]} {who // 400}"
        day = (dt.date(2025, 1, 6) + dt.timedelta(days=chance.randrange(680)) - epoch).days
        note = chance.choice(NOTES).format(
            n=chance.randrange(2, 400), h=chance.randrange(1, 12), d=chance.randrange(4, 28)
        )
        values = (
            f'<c r="A{row}" s="1"><v>{day}</v></c>', f'<c r="B{row}" s="2"><v>{chance.randrange(540, 1080) / 1440:.6f}</v></c>',
            text(f"C{row}", FIRST[who % 9]), text(f"D{row}", name), text(f"E{row}", company), text(f"F{row}", f"({200 + who % 700}) 55{who % 10}-{who // 10 % 10000:04}"),
            text(f"G{row}", f"p{who}@example.com" if who % 3 == 0 else ""), text(f"H{row}", chance.choice(("Owner", "", "Receptionist", "CFO", ""))),
            text(f"I{row}", chance.choice(("Yes", "No", "", ""))), text(f"J{row}", chance.choice(("", "", "", "Gatekeeper", "LVM", "Not interested"))), text(f"K{row}", note),
        )  # fmt: skip
        lines.append(f'<row r="{row}">{"".join(values)}</row>')
    shared = "".join(f'<si><t xml:space="preserve">{escape(value)}</t></si>' for value in strings)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Call Log" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="A1:L{rows + 1}"/><sheetData>{"".join(lines)}</sheetData></worksheet>',
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)


READ = "import sys, python_calamine as c\nw = c.load_workbook(sys.argv[1])\nfor n in w.sheet_names: w.get_sheet_by_name(n).to_python(skip_empty_area=False)"
COPY = "import sys, zipfile\na = zipfile.ZipFile(sys.argv[1])\nb = zipfile.ZipFile(sys.argv[1] + '.copy', 'w', zipfile.ZIP_DEFLATED)\nfor i in a.infolist(): b.writestr(i.filename, a.read(i))\nb.close()"
NOTHING = "import python_calamine, zipfile"
OPENPYXL = "import sys, openpyxl\nw = openpyxl.load_workbook(sys.argv[1])\nw.save(sys.argv[1] + '.copy')"


def timed(command: list[str], env: dict[str, str], runs: int = 1) -> tuple[float, float]:
    """The least seconds of the runs, and the peak memory in MB of all children so far."""
    best = 1e9
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def measure(folder: Path, rows: int, *, with_openpyxl: bool) -> dict[str, float]:
    """The seconds of each way for a log of so many rows."""
    env = {**os.environ, "SHEETSYNC_STATE": str(folder / f"state{rows}")}
    log, fresh = folder / f"log{rows}.xlsx", folder / f"fresh{rows}.xlsx"
    make(log, rows)
    fresh.write_bytes(log.read_bytes())
    python = sys.executable
    command = [python, "-m", "sheetsync", "sync", str(log), "--today", "2026-11-24"]
    start, _ = timed([python, "-c", NOTHING], env, 3)
    found = {
        "read": timed([python, "-c", READ, str(fresh)], env, 3)[0] - start,
        "copy": timed([python, "-c", COPY, str(fresh)], env, 2)[0] - start,
    }
    found["first sync"], found["peak MB"] = timed(command, env)
    found["second sync"], _ = timed(command, env)
    found["third sync"], _ = timed(command, env)
    found["second sync read"] = timed([python, "-c", READ, str(log)], env, 3)[0] - start
    found["no quick look"], _ = timed([*command, "--verbose"], env)
    if with_openpyxl:
        found["openpyxl"], _ = timed([python, "-c", OPENPYXL, str(fresh)], env)
    return found


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--openpyxl", action="store_true", help="also openpyxl's load and save (slow)")
    parser.add_argument("--keep", type=Path, help="where to leave the workbooks")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        large = measure(folder, options.rows, with_openpyxl=options.openpyxl)
        small = measure(folder, options.rows // 10, with_openpyxl=False)
    floor = large["read"] + large["copy"]
    for name, seconds in large.items():
        print(f"{name:<18} {seconds:8.2f}" + ("" if name == "peak MB" else f" s   {seconds / floor:5.2f} x floor"))
    print(f"first sync                        {large['first sync'] / floor:.2f} x floor (bar: 5)")
    print(f"nothing to do, quick look         {large['third sync'] / large['second sync read']:.2f} x read (bar: 2.5)")
    print(f"nothing to do, second run         {large['second sync'] / large['second sync read']:.2f} x read (bar: 2.5)")
    if "openpyxl" in large:
        print(f"against openpyxl load and save    {large['openpyxl'] / large['first sync']:.2f} times as fast (bar: 5)")
    print(f"ten times the rows                {large['first sync'] / small['first sync']:.2f} times the time (bar: 11)")


if __name__ == "__main__":
    main()
