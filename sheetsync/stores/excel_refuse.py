"""What stands in the way of changing a workbook's file: protection, arrays, formats that are not there, damage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sheetsync.errors import CannotUse
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Range, Snapshot
from sheetsync.stores import files, memory
from sheetsync.stores.excel_read import Known
from sheetsync.stores.ooxml import change, markup, scan, styles, zipped
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.scan import Facts

_PLACES = {"row": "sheetData", "c": "row", "v": "c", "is": "c", "sheetData": "worksheet"}  # what stands in what


def problems(path: Path, name: str, known: Known, snapshot: Snapshot, changes: Changes) -> list[str]:
    """Why these changes cannot be made, each in a sentence; empty where nothing stands in the way."""
    found = list(memory.refusals(snapshot, changes))
    problem = files.cannot_replace(path, name)
    if problem:
        found.append(problem)
    found += _book_refusals(known.book, changes, name)
    for tab, facts in known.facts.items():
        found += _sheet_refusals(path, tab, facts, changes, known.book)
    return list(dict.fromkeys(found))


def require_sound(path: Path, known: Known, changes: Changes) -> None:
    """Nothing, where the parts that we wrote to were sound in the first place.

    Raises:
        CannotUse: one was not.
    """
    tabs = {one.tab.casefold() for one in (*changes.edits, *changes.structure)}
    with zipped.Package(path) as package:
        for tab in tabs & known.facts.keys():
            if _is_mixed_up(markup.outline(scan.whole(package, known.facts[tab].part))):
                raise CannotUse(f"it is damaged: cells of the tab {tab} stand where none belong")
        if any(info.orig_filename.startswith("/") for info in package.infos):  # a part that not every reader finds
            raise CannotUse("its parts have odd names. Open it in Excel and save it once, then run again")
        for kind, root in (("styles", "styleSheet"), ("sharedStrings", "sst")):
            part = known.book.part_of_kind(kind)
            if part and (not package.has(part) or markup.outline(scan.whole(package, part)).name != root):
                raise CannotUse(f"it is damaged: the part {part} is not what it should be")


def _is_mixed_up(part: markup.Element) -> bool:
    """Whether rows, cells or values of a sheet stand where none belong."""
    left = [part]
    while left:
        one = left.pop()
        if any(_PLACES.get(child.name, one.name) != one.name for child in one.children if child.uri == part.uri):
            return True
        rows = [child.attributes.get("r") for child in one.children if child.name in ("row", "c")]
        if len(set(rows)) < len([row for row in rows if row]):
            return True
        left += one.children
    return False


def require_whole(saved: Path) -> None:
    """
    Raises:
        CannotUse: a part of the saved version is not what was saved.
    """
    try:
        with zipped.Package(saved) as package:
            for name in package.members:
                for _ in package.chunks(name):
                    pass
    except CannotUse:
        raise CannotUse(f"The saved version {saved} is damaged, so the workbook was left as it is.") from None


def _book_refusals(held: Book, changes: Changes, name: str) -> list[str]:
    added = [step.tab for step in changes.structure if isinstance(step, AddTab)]
    if added and held.locked_structure:
        return [
            f"The structure of {name} is protected, so the tab {added[0]} cannot be added. "
            "Unprotect it (Review, Protect Workbook), then run again."
        ]
    return []


def _sheet_refusals(path: Path, name: str, facts: Facts, changes: Changes, held: Book) -> Iterator[str]:
    edits = [edit for edit in changes.edits if edit.tab.casefold() == name and len(edit.rows)]
    steps = [step for step in changes.structure if isinstance(step, AddColumns) and step.tab.casefold() == name]
    if not edits and not steps:
        return
    tab = (edits[0] if edits else steps[0]).tab
    areas = [Range(edit.rows[0], edit.col, edit.rows[-1], edit.col) for edit in edits]
    areas += [
        Range(
            step.header_row, step.first_col, max(step.last_row, step.header_row), step.first_col + len(step.columns) - 1
        )
        for step in steps
    ]
    for spill in facts.spills:
        if any(memory.meets(spill, area) for area in areas):
            yield f"{tab}!{spill} is an array formula or data table, and lies where sheetsync writes. Move it, then run again."
    if facts.protected and (steps or not _unlocked(path, facts, edits, held)):
        yield f"The tab {tab} is protected. Unprotect it (Review, Unprotect Sheet), or unlock sheetsync's columns, then run again."


def _unlocked(path: Path, facts: Facts, edits: list[ColumnEdits], held: Book) -> bool:
    """Whether a protected sheet lets people write all of these cells."""
    with zipped.Package(path) as package:
        return change.unlocked(package, held, facts, edits)


def require_no_capture(looks: styles.Styles, facts: dict[str, Facts], name: str) -> None:
    """
    Raises:
        CannotUse: a cell already uses the number of a format that we would append, and would change its look.
    """
    had, now = looks.had.get("cellXfs", 0), looks.count("cellXfs")
    captured = looks.changed and (looks.dangling() or any(had <= found.dangling < now for found in facts.values()))
    if captured:
        raise CannotUse(
            f"{name} uses cell formats that it does not define. Open it in Excel and save it once, then run again."
        )
