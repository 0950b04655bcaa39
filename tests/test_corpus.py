"""Anybody's workbooks, from the folder that SHEETSYNC_CORPUS names: refused and untouched, or written with nothing else changed."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

from sheetsync.errors import SheetsyncError
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Format, NewColumn, Snapshot, Tab, canonical
from sheetsync.stores.excel import ExcelStore

sys.path.append(str(Path(__file__).parent / "stores"))
import lossless

FOLDER = os.environ.get("SHEETSYNC_CORPUS", "")
FILES = sorted(one for one in Path(FOLDER).iterdir() if one.suffix.lower() in (".xlsx", ".xlsm")) if FOLDER else []

pytestmark = pytest.mark.skipif(not FILES, reason="SHEETSYNC_CORPUS names no folder of workbooks")


def changes_for(tab: Tab, snapshot: Snapshot) -> Changes:
    """Two columns right of all that the tab holds, cells in them, and a tab of ours."""
    left, rows = tab.width, list(range(1, max(2, min(tab.height, 40))))
    columns = (NewColumn("Great?", Format.TEXT, 10), NewColumn("Follow-up", Format.DATE, 12))
    edits = (
        ColumnEdits(tab.name, left, rows, [None] * len(rows), [f"=no & <formula> {row}" for row in rows], Format.TEXT),
        ColumnEdits(tab.name, left + 1, rows, [None] * len(rows), [dt.date(2026, 12, 1)] * len(rows), Format.DATE),
    )
    ours = () if snapshot.tab("Follow-ups") else (AddTab("Follow-ups", "Follow-ups"),)
    return Changes(edits, (AddColumns(tab.name, 0, left, columns, rows[-1]), *ours))


@pytest.mark.parametrize("source", FILES, ids=[one.name for one in FILES])
def test_nothing_is_lost(source: Path, tmp_path: Path) -> None:
    """Every part but the planned ones is byte for byte the same, and in those only our cells differ; or the file is refused."""
    path = tmp_path / f"book{source.suffix.lower()}"
    path.write_bytes(source.read_bytes())
    before = path.read_bytes()
    store = ExcelStore(path)
    try:
        snapshot = store.read()
        tab = next((tab for tab in snapshot.tabs if tab.is_grid and not tab.hidden and tab.width < 200), None)
        if tab is None:
            pytest.skip("no tab to write to")
        changes = changes_for(tab, snapshot)
        part = store._known.facts[tab.name.casefold()].part  # type: ignore[union-attr]
        store.apply(snapshot, changes)
    except SheetsyncError as refusal:
        assert before == path.read_bytes()
        assert [path] == list(tmp_path.iterdir())
        pytest.skip(f"refused: {refusal}")
    columns = range(tab.width, tab.width + 2)

    assert lossless.differences(before, path.read_bytes(), sheets=[part.lower()], columns=columns) == []
    assert [path] == list(tmp_path.iterdir())
    after = ExcelStore(path).read()
    found = [[canonical(after.tab(edit.tab).at(row, edit.col)) for row in edit.rows] for edit in changes.edits]  # type: ignore[union-attr]
    assert [[canonical(value) for value in edit.after] for edit in changes.edits] == found
