"""What a workbook's file holds: its tabs as values, and beside them what is needed to write into them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sheetsync.errors import CannotUse
from sheetsync.grid import Formula, Snapshot, Tab
from sheetsync.stores import files
from sheetsync.stores.ooxml import book, scan, styles, values, zipped
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.scan import Facts

#: Cells of one array formula that are told one by one; a write into a larger one is refused all the same.
_MOST_SPILLED = 200_000


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of a version, besides the snapshot."""

    version: files.Version
    snapshot: Snapshot
    book: Book
    facts: dict[str, Facts]


def read(path: Path, name: str, version: files.Version) -> Known:
    """All that is known of the file.

    Raises:
        CannotUse: damaged, or out of bounds.
    """
    with zipped.Package(path) as package:
        held = book.read(package)
        if held.shared:
            raise CannotUse(
                "it is a shared workbook with a history of changes. Stop sharing it (Review, Unshare Workbook), then run again"
            )
        part = held.part_of_kind("styles")
        formats = styles.Styles(package.read(part)).count("cellXfs") if part and package.has(part) else 1
        facts = {
            sheet.name.casefold(): scan.facts(package, sheet.part, formats)
            for sheet in held.sheets
            if sheet.kind == "worksheet"
        }
        strings = held.part_of_kind("sharedStrings")
        if strings and package.has(strings):
            for _ in package.chunks(strings):  # within bounds, and whole, before anything else reads it
                pass
    tabs = []
    with values.Values(path, held) as found:
        for sheet in held.sheets:
            known = facts.get(sheet.name.casefold())
            tabs.append(_tab(found, sheet, known) if known else Tab(sheet.name, hidden=sheet.hidden, is_grid=False))
    return Known(version, Snapshot(name, tuple(tabs), version), held, facts)


def _tab(found: values.Values, sheet: book.Sheet, facts: Facts) -> Tab:
    columns, height = found.read(sheet, facts)
    formulas = dict(facts.formulas)
    for area in facts.spills:
        bottom, right = min(area.bottom, height), min(area.right, len(columns))
        if (bottom - area.top + 1) * (right - area.left + 1) > _MOST_SPILLED:
            continue
        for row in range(area.top, bottom + 1):
            for col in range(area.left, right + 1):
                formulas.setdefault((row, col), Formula("", spills=True))
    return Tab(
        sheet.name,
        columns,
        height,
        formulas,
        facts.merges,
        facts.tables,
        facts.filter,
        sheet.hidden,
    )
