"""Pictures of the tabs as LibreOffice draws them, for the README and for looking: ``python docs/screenshots.py [FOLDER]``.

Needs LibreOffice (soffice) and poppler (pdftoppm). The colour of *Due* is against the clock, so the sample ends today.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from sheetsync import demo, stores, sync, templates
from sheetsync.grid import Changes, ColumnEdits, Value

#: What the tabs after the Call Log begin with.
TITLES = ("Follow-ups", "Weekly Summary", "Settings", "Start here")


def main() -> None:
    """Fills the template with so many calls, syncs it, lets LibreOffice draw each tab, and cuts the pages to what is on them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "images")
    options.add_argument("--calls", type=int, help="so many calls in place of the sample's sixty")
    options.add_argument("--long", action="store_true", help="with very long names")
    options.add_argument(
        "--today", type=dt.date.fromisoformat, default=dt.date.today(), help="the last day of the sample"
    )
    options.add_argument("--pages", type=int, default=1, help="so many pages of each tab")
    options.add_argument("--keep", action="store_true", help="keep the workbook too")
    options.add_argument("--dpi", type=int, default=110)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    rows = None if chosen.calls is None else many(chosen.calls, chosen.today)
    if chosen.long:
        rows = [lengthened(row) for row in rows or demo.calls(chosen.today)]
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "call-log.xlsx"
        synced(book, rows, chosen.today)
        draw(book, chosen.folder, pages=chosen.pages, dpi=chosen.dpi)
        if chosen.keep:
            shutil.copy(book, chosen.folder)


def many(count: int, today: dt.date) -> list[tuple[Value, ...]]:
    """The sample over and over, with new people each time, spread over a year."""
    chance = random.Random(count)
    sample = demo.calls(today)
    found = []
    for at in range(count):
        row = list(sample[at % len(sample)])
        again = at // len(sample)
        row[0] = demo.business_days_before(today, chance.randrange(260) if count > 1 else 0)
        if again:
            row[3], row[4], row[6] = f"{row[3]} {chr(65 + again % 26)}.{again}", f"{row[4]} {again}", None
            row[5] = None  # a number of its own for each would be needed, or one do-not-call would bar them all
        found.append(tuple(row))
    return sorted(found, key=lambda row: str(row[0]))


def lengthened(row: tuple[Value, ...]) -> tuple[Value, ...]:
    """The row with names as long as people have them."""
    cells = list(row)
    cells[2] = f"{cells[2]} van der Bergh-Lindenstrøm"
    cells[3] = f"{cells[3]} Featherstonehaugh-Cholmondeley III"
    cells[4] = f"{cells[4]} and Associates International Holdings LLC"
    return tuple(cells)


def synced(path: Path, rows: Sequence[tuple[Value, ...]] | None, today: dt.date) -> None:
    """A workbook with these calls, or with the sample's, as a sync leaves it."""
    if rows is None:
        templates.install_sample(path, today=today)
    else:
        templates.install("call-log", path)
        store = stores.open_store(path)
        edits = tuple(
            ColumnEdits("Call Log", col, range(1, len(rows) + 1), [None] * len(rows), values)
            for col, values in enumerate(zip(*rows, strict=True))
        )
        if edits:
            store.apply(store.read(), Changes(edits))
    now = dt.datetime.combine(today, dt.time(12), dt.timezone.utc)
    sync.run(stores.open_store(path), sync.Options(now=now, today=today, force=True), path.parent / "state")


def draw(workbook: Path, folder: Path, *, pages: int, dpi: int) -> None:
    """Pictures of the first pages of each tab, without the white around."""
    profile = f"-env:UserInstallation=file://{workbook.parent}/profile"
    office = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(workbook.parent), str(workbook)]
    subprocess.run(office, check=True, capture_output=True, timeout=300)
    pdf = workbook.with_suffix(".pdf")
    for name, first, last in tabs_of(pdf):
        for page in range(first, min(last, first + pages - 1) + 1):
            show = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), str(pdf)]
            whole = subprocess.run(show, check=True, capture_output=True, timeout=300).stdout
            left, top, width, height = inked(whole, margin=dpi // 6)
            cut = ["-x", str(left), "-y", str(top), "-W", str(width), "-H", str(height)]
            to = folder / (name if page == first else f"{name}-{page - first + 1}")
            subprocess.run([*show[:-1], "-png", "-singlefile", *cut, str(pdf), str(to)], check=True)


def tabs_of(pdf: Path) -> list[tuple[str, int, int]]:
    """The name of each tab's picture, and its first and last page: a tab begins where a page begins with its title."""
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    begun = [("call-log", 1)]
    for number, page in enumerate(text.split("\f")[:-1], 1):
        title = page.strip().split("\n")[0]
        if title in TITLES:
            begun.append((title.casefold().replace(" ", "-"), number))
    ends = [first - 1 for _, first in begun[1:]] + [text.count("\f")]
    return [(name, first, last) for (name, first), last in zip(begun, ends, strict=True)]


def inked(picture: bytes, *, margin: int) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is not white in a PPM picture, with a margin."""
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", picture)
    assert head is not None
    width, height = int(head[1]), int(head[2])
    rows = [picture[head.end() + at * width * 3 : head.end() + (at + 1) * width * 3] for at in range(height)]
    white = b"\xff" * (width * 3)
    filled = [at for at, row in enumerate(rows) if row != white] or [0]
    top, bottom = filled[0], filled[-1]
    left = min(_first(rows[at]) for at in filled)
    right = width - min(_first(row[::-1]) for row in (rows[at] for at in filled))
    left, top = max(0, left - margin), max(0, top - margin)
    return left, top, min(width, right + margin) - left, min(height, bottom + 1 + margin) - top


def _first(row: Iterable[int]) -> int:
    """The first pixel that is not white."""
    return next((at for at, byte in enumerate(row) if byte != 255), 0) // 3


if __name__ == "__main__":
    main()
