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

from sheetsync import demo, look, rules, settings, summary, templates
from sheetsync.grid import ColumnEdits, Value
from sheetsync.model import Call
from sheetsync.rules import follow_up
from sheetsync.settings import Settings
from sheetsync.tabs import follow_ups, weekly

TODAY = dt.date(2026, 11, 19)
#: Name of the picture, tab.
TABS = (("call-log", look.CALL_LOG), ("follow-ups", look.FOLLOW_UPS), ("weekly-summary", look.WEEKLY), ("settings", look.SETTINGS), ("start-here", look.START))


def main() -> None:
    """Fills the template with so many calls, lets LibreOffice draw it, and cuts the pages to what is on them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "images")
    options.add_argument("--calls", type=int, help="so many calls in place of the sample's sixty")
    options.add_argument("--long", action="store_true", help="with very long names")
    options.add_argument("--dpi", type=int, default=110)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    rows = demo.calls(TODAY) if chosen.calls is None else many(chosen.calls)
    if chosen.long:
        rows = [lengthened(row) for row in rows]
    draw(synced(rows, sample=chosen.calls is None), chosen.folder, chosen.dpi)


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
            row[3], row[4], row[6] = f"{row[3]} {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[again % 26]}.{again}", f"{row[4]} {again}", None
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


def synced(rows: Sequence[tuple[Value, ...]], *, sample: bool) -> bytes:
    """The template with these calls, and with all that a sync writes."""
    columns = [column.header for column in look.CALL_LOG_COLUMNS]
    calls = [_call(at, dict(zip(columns, row, strict=False))) for at, row in enumerate(rows, 2)]
    chosen = Settings()
    if sample:
        chosen, _ = settings.read([("Outreach that should be enough", 10, "")], [(*rep, "") for rep in demo.REPS])
    verdicts = rules.classify(calls, chosen, today=TODAY)
    weeks = summary.weeks(verdicts, chosen, today=TODAY)
    edits = list(demo.edits(TODAY)) if sample else []
    cells: dict[tuple[str, int, int], Value] = {}
    for at, row in enumerate(rows, 1):
        cells |= {(look.CALL_LOG_NAME, at, col): value for col, value in enumerate(row) if value is not None}
    for at, verdict in enumerate(verdicts, 1):
        ours = (verdict.wanted_great, verdict.wanted_follow_up, verdict.wanted_next_action, verdict.why)
        cells |= {(look.CALL_LOG_NAME, at, col): value for col, value in enumerate(ours, look.CALL_LOG.col("Great?"))}
    for own in (
        weekly.lay_out(None, weeks, verdicts, chosen, today=TODAY),
        follow_ups.lay_out(None, follow_up.open_list(verdicts, today=TODAY), chosen, today=TODAY, log_tab="Call Log"),
    ):
        cells |= {(own.name, *at): value for at, value in own.cells.items()}
    edits += [ColumnEdits(tab, col, [row], [None], [_plain(value)]) for (tab, row, col), value in cells.items()]
    return templates.fill(templates.call_log_path().read_bytes(), edits)


def _plain(value: Value) -> Value:
    return getattr(value, "text", value) or None


def _call(row: int, said: dict[str, Value]) -> Call:
    def text(header: str) -> str:
        return str(said[header] or "")

    return Call(
        row=row,
        date=said["Date"],  # type: ignore[arg-type]
        time=said["Time"],  # type: ignore[arg-type]
        rep=text("Rep"),
        prospect=text("Prospect"),
        company=text("Company"),
        phone=text("Phone"),
        email=text("Email"),
        spoke_with=text("Spoke with"),
        decision_maker=settings.yes_no(said["Decision maker?"]),
        outcome=text("Outcome"),
        notes=text("Notes"),
        follow_up_requested=said["Follow-up requested"],  # type: ignore[arg-type]
        override=settings.yes_no(said["Override"]),
    )


def draw(workbook: bytes, folder: Path, dpi: int) -> None:
    """One picture of the first page of each tab."""
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        (here / "book.xlsx").write_bytes(workbook)
        shutil.copy(here / "book.xlsx", folder / "call-log.xlsx")
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{here}/profile", "--convert-to", "pdf", "--outdir"]
        subprocess.run([*office, place, str(here / "book.xlsx")], check=True, capture_output=True, timeout=300)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(here / "book.pdf"), str(here / "page")], check=True)
        for page in sorted(here.glob("page-*.png")):
            shutil.copy(page, folder / page.name)


if __name__ == "__main__":
    main()
