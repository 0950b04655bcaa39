"""Upgrades: a workbook made by an older template gets what is new, and nothing of it changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import warnings
from pathlib import Path

import openpyxl
import pytest
import sheets
from conftest import Command

from sheetsync import sync, tabs, upgrade
from sheetsync.settings import SPECS, folded
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
OLD = ("Date", "Rep", "Prospect", "Company", "Outcome", "Notes")


def _old(path: Path) -> Path:
    """A workbook of an older template: fewer columns and settings, a note below the settings."""
    book = openpyxl.Workbook()
    log = book.active
    assert log is not None
    log.title = "Call Log"
    log.append(list(OLD))
    log.append([dt.date(2026, 11, 9), "Ann", "Earl Dodson", "Dodson Septic", "", "spoke w/ the owner, not interested"])
    settings = book.create_sheet("Settings")
    for line in (["Setting", "Value", "What it does"], ["Weekly goal", 8, "The goal."], ["Skip weekends", "No", "…"]):
        settings.append(line)
    book.save(path)
    return path


def _cells(path: Path, tab: str) -> list[tuple[object, ...]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl says which extensions it does not know
        book = openpyxl.load_workbook(path)
    return [tuple(cell.value for cell in row) for row in book[tab].iter_rows()]


@pytest.fixture
def old(tmp_path: Path, sheetsync: Command) -> Path:
    """Such a workbook, synced."""
    path = _old(tmp_path / "old.xlsx")
    assert 0 == sheetsync("sync", path).code
    return path


def test_a_dry_run_lists_what_is_new_and_writes_nothing(old: Path, sheetsync: Command) -> None:
    """Columns and settings, each with what it is for."""
    held = hashlib.sha256(old.read_bytes()).hexdigest()
    said = sheetsync("template", "upgrade", old, "--dry-run")

    assert 0 == said.code
    assert "would add column Override in Call Log: Yes or No wins over the rules" in said.out
    assert "would add setting Week starts on in Settings: The first day of the week." in said.out
    assert held == hashlib.sha256(old.read_bytes()).hexdigest()


def test_what_is_new_is_added_and_what_was_there_stays(old: Path, sheetsync: Command) -> None:
    """All settings with their defaults, the columns with their heads; twice adds nothing; a sync finds nothing changed."""
    before = _cells(old, "Call Log")
    assert 0 == sheetsync("template", "upgrade", old).code
    after, settings = _cells(old, "Call Log"), _cells(old, "Settings")

    assert before == [row[: len(before[0])] for row in after]
    assert ("Spoke with", "Decision maker?", "Follow-up requested", "Override") == after[0][len(before[0]) :]
    assert [("Setting", "Value"), ("Weekly goal", 8), ("Skip weekends", "No")] == [row[:2] for row in settings[:3]]
    assert {folded(spec.label) for spec in SPECS} <= {folded(str(row[0])) for row in settings}
    assert ("Week starts on", "Monday", "The first day of the week.") in settings
    assert "nothing is missing" in sheetsync("template", "upgrade", old).out
    assert "up to date" in sheetsync("sync", old).out


def test_an_upgrade_is_in_the_history_and_the_file_can_be_put_back(old: Path, sheetsync: Command) -> None:
    """It is a run like any other."""
    held = old.read_bytes()
    sheetsync("template", "upgrade", old)
    line = sheetsync("history", old).out.splitlines()[-1]

    assert "upgrade: " in line
    assert 0 == sheetsync("undo", old, line.split()[0], "--restore-file").code
    assert held == old.read_bytes()


def test_the_newest_template_lacks_nothing(tmp_path: Path, sheetsync: Command) -> None:
    """Right after it was installed."""
    path = tmp_path / "new.xlsx"
    sheetsync("template", "install", "call-log", path)

    assert "nothing is missing" in sheetsync("template", "upgrade", path).out


def test_a_note_below_the_settings_is_not_written_over(tmp_path: Path) -> None:
    """The place is named, and nothing is written to that tab."""
    settings = sheets.tab([["Weekly goal", 8], ["Skip weekends", "No"], [None, None], ["my notes", None]], "Settings")
    store = MemoryStore([sheets.tab([sheets.HEADS, sheets.call()], "Call Log"), settings])
    found = upgrade.offer(tabs.read(store.read()))

    assert ["Settings!A4 is in the way"] == [text[:25] for text in found.cannot]
    assert () == found.changes.edits


def test_a_log_that_was_never_synced_gets_settings_alone(tmp_path: Path) -> None:
    """Our columns come first; a column that people fill in is not put between theirs and ours by chance."""
    store = MemoryStore(
        [
            sheets.tab([OLD, [NOW.date(), "Ann", "Al", "Co", "LVM", ""]], "Call Log"),
            sheets.tab([["Weekly goal", 8]], "Settings"),
        ]
    )
    found = sync.upgrade_template(store, Options(now=NOW, dry_run=True), tmp_path)

    assert not any(text.startswith("column") for text in found.added)
    assert any(text.startswith("setting") for text in found.added)


def test_a_workbook_without_settings_is_offered_the_tab(tmp_path: Path, sheetsync: Command) -> None:
    """The tab of the template, with every default; what counts stays as it was."""
    path = tmp_path / "bare.xlsx"
    book = openpyxl.load_workbook(_old(path))
    del book["Settings"]
    book.save(path)
    sheetsync("sync", path)
    assert 0 == sheetsync("template", "upgrade", path).code

    assert {folded(spec.label) for spec in SPECS} <= {
        folded(str(row[1])) for row in _cells(path, "Settings") if len(row) > 1
    }
    assert "up to date" in sheetsync("sync", path).out
