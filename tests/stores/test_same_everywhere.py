"""The same log in Excel and in Google gives the same flags, dates, Why, weeks and follow-ups."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from google_room import NOW, room

from sheetsync import sync
from sheetsync.grid import Link, Snapshot, canonical
from sheetsync.stores.excel import ExcelStore

sys.path.insert(0, str(Path(__file__).parent.parent))

import scenario

DATES = {"Date", "Follow-up requested", "Follow-up"}


def lines(path: Path) -> list[list[str]]:
    """A CSV file's lines."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def typed(head: str, text: str) -> Any:
    """What a person's cell of that column holds."""
    if not text:
        return None
    if head in DATES:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return dt.time.fromisoformat(text) if head == "Time" else text


def log_of(name: str) -> list[list[Any]]:
    """The scenario's log as people typed it."""
    heads, *rows = lines(scenario.FOLDER / name / "log.csv")
    return [heads, *([typed(head, text) for head, text in zip(heads, row, strict=True)] for row in rows)]


def settings_of(name: str) -> tuple[list[list[Any]], dt.date]:
    """The scenario's Settings tab, and its day."""
    pairs: list[list[Any]] = [["Settings"]]
    reps: list[list[Any]] = [["Rep", "Weekly goal", "Appointment goal"]]
    words: list[list[Any]] = [["Word in the Outcome column", "Means"]]
    today = dt.date(2026, 11, 24)
    heads, *rows = lines(scenario.FOLDER / name / "settings.csv")
    for row in rows:
        line = dict(zip(heads, row, strict=False))
        match line["label"]:
            case "About":
                pass
            case "Today":
                today = dt.date.fromisoformat(line["value"])
            case "Rep":
                reps.append([line["value"], line.get("goal") or None, line.get("appointment goal") or None])
            case "Word":
                words.append([line["value"], line.get("goal") or None])
            case label:
                pairs.append([label, line["value"]])
    return [*pairs, [], *reps, [], *words], today


def shown(snapshot: Snapshot) -> dict[str, list[list[str]]]:
    """All tabs as text in the one form that every store shares."""
    return {
        tab.name: [
            [
                value.text if isinstance(value := tab.at(row, col), Link) else canonical(value)
                for col in range(tab.width)
            ]
            for row in range(tab.height)
        ]
        for tab in snapshot.tabs
    }


@pytest.mark.parametrize("name", scenario.names())
def test_same_everywhere(name: str, tmp_path: Path) -> None:
    """Every cell of every tab is the same after a run in Excel and after one in Google."""
    log, (setup, today) = log_of(name), settings_of(name)
    path = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, values in (("Call Log", log), ("Settings", setup)):
        sheet = book.create_sheet(title)
        for row, line in enumerate(values, 1):
            for col, value in enumerate(line, 1):
                if value is not None:
                    sheet.cell(row, col, value)
    book.save(path)
    options = sync.Options(now=NOW, today=today, force=True)
    excel = ExcelStore(path)

    sync.run(excel, options, tmp_path / "excel")
    with room() as here:
        here.book.add("Call Log", log, rows=len(log) + 20)
        here.book.add("Settings", setup, rows=60)
        store = here.store()
        sync.run(store, options, tmp_path / "google")
        google = shown(store.read())

    found = shown(excel.read())
    assert list(found) == list(google)
    for tab in found:
        assert found[tab] == google[tab], tab
