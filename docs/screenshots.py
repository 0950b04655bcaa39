"""Pictures of the tabs as LibreOffice draws them, for the README and for looking: ``python docs/screenshots.py [FOLDER]``."""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sheetsync import demo, stores, sync, templates
from sheetsync.grid import Changes, ColumnEdits, Value

TODAY = dt.date(2026, 11, 19)


def main() -> None:
    """Fills the template with so many calls, lets LibreOffice draw it, and cuts the pages to what is on them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "images")
    options.add_argument("--calls", type=int, help="so many calls in place of the sample's sixty")
    options.add_argument("--long", action="store_true", help="with very long names")
    options.add_argument("--dpi", type=int, default=110)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    rows = None if chosen.calls is None else many(chosen.calls)
    if chosen.long:
        rows = [lengthened(row) for row in rows or demo.calls(TODAY)]
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "call-log.xlsx"
        synced(book, rows)
        draw(book, chosen.folder, chosen.dpi)


def many(count: int) -> list[tuple[Value, ...]]:
    """The sample over and over, with new people each time, spread over a year."""
    chance = random.Random(count)
    sample = demo.calls(TODAY)
    found = []
    for at in range(count):
        row = list(sample[at % len(sample)])
        again = at // len(sample)
        row[0] = demo.business_days_before(TODAY, chance.randrange(260) if count > 1 else 0)
        if again:
            row[3], row[4], row[6] = (
                f"{row[3]} {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[again % 26]}.{again}",
                f"{row[4]} {again}",
                None,
            )
            row[5] = f"(312) 555-{again % 10_000:04}"
        found.append(tuple(row))
    return sorted(found, key=lambda row: row[0])  # type: ignore[arg-type, return-value]


def lengthened(row: tuple[Value, ...]) -> tuple[Value, ...]:
    """The row with names as long as people have them."""
    cells = list(row)
    cells[2] = f"{cells[2]} van der Bergh-Lindenstrøm"
    cells[3] = f"{cells[3]} Featherstonehaugh-Cholmondeley III"
    cells[4] = f"{cells[4]} and Associates International Holdings LLC"
    return tuple(cells)


def synced(path: Path, rows: Sequence[tuple[Value, ...]] | None) -> None:
    """A workbook with these calls, or with the sample's, as a sync leaves it."""
    if rows is None:
        templates.install_sample(path, today=TODAY)
    else:
        templates.install("call-log", path)
        store = stores.open_store(path)
        columns = zip(*rows, strict=True) if rows else ()
        edits = tuple(
            ColumnEdits("Call Log", col, range(1, len(rows) + 1), [None] * len(rows), values)
            for col, values in enumerate(columns)
        )
        if edits:
            store.apply(store.read(), Changes(edits))
    now = dt.datetime.combine(TODAY, dt.time(17), dt.timezone.utc)
    sync.run(stores.open_store(path), sync.Options(now=now, today=TODAY, force=True), path.parent / "state")


def draw(workbook: Path, folder: Path, dpi: int) -> None:
    """A picture of each page."""
    profile = f"-env:UserInstallation=file://{workbook.parent}/profile"
    office = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(workbook.parent), str(workbook)]
    subprocess.run(office, check=True, capture_output=True, timeout=300)
    pages = ["pdftoppm", "-r", str(dpi), "-png", str(workbook.with_suffix(".pdf")), str(folder / "page")]
    subprocess.run(pages, check=True, timeout=300)
    shutil.copy(workbook, folder)


if __name__ == "__main__":
    main()
