"""The doctor: each line says how it stands, and what to do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import openpyxl
import pytest
import sheets
from conftest import Command

from sheetsync import doctor, schedule, shipped
from sheetsync.doctor import Level


def _book(path: Path, *rows: list[object], settings: dict[str, object] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Call Log"
    for row in (sheets.HEADS, *rows):
        sheet.append(list(row))  # type: ignore[arg-type]
    if settings is not None:
        tab = book.create_sheet("Settings")
        for line in settings.items():
            tab.append(list(line))  # type: ignore[arg-type]
    book.save(path)
    return path


def _checks(said_out: str) -> dict[str, tuple[str, str, str | None]]:
    document = json.loads(said_out)
    assert 1 == document["version"]
    return {one["about"]: (one["level"], one["found"], one["do"]) for one in document["checks"]}


class Nothing:
    """A computer on which nothing is scheduled."""

    def jobs(self) -> list[schedule.Listed]:
        """None."""
        return []


@pytest.fixture(autouse=True)
def _no_crontab(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "this_system", Nothing)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_is_well(here: Path, sheetsync: Command) -> None:
    """A fresh template on a working computer: every line ok, exit code 0, and not a byte changed."""
    sheetsync("template", "install", "call-log", "ann.xlsx")
    sheetsync("sync", "ann.xlsx")
    held = hashlib.sha256((here / "ann.xlsx").read_bytes()).hexdigest()
    said = sheetsync("doctor", "ann.xlsx", "--json")
    checks = _checks(said.out)

    assert 0 == said.code
    assert {"ok"} == {level for level, _, _ in checks.values()}
    assert {"program", "packages", "templates", "state directory", "sheetsync.toml"} < checks.keys()
    assert {
        f"ann.xlsx: {what}" for what in ("reading", "log", "writing", "settings", "template", "last run")
    } < checks.keys()
    assert held == hashlib.sha256((here / "ann.xlsx").read_bytes()).hexdigest()


def test_every_workbook_of_the_file_is_looked_at(here: Path, sheetsync: Command) -> None:
    """One that is damaged is a problem with something to do, exit code 3, and the others are looked at all the same."""
    (here / "bad.xlsx").write_bytes(b"PK nonsense")
    sheetsync("template", "install", "call-log", "ann.xlsx")
    (here / "sheetsync.toml").write_text('[targets.bad]\npath = "bad.xlsx"\n[targets.ann]\npath = "ann.xlsx"\n')
    said = sheetsync("doctor")

    assert 3 == said.code
    lines = said.out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("problem  bad: reading"))
    assert lines[at + 1].strip().startswith("→ ")
    assert any(line.startswith("ok       ann: log") for line in lines)


def test_problems_of_the_file_are_lines_of_the_doctor(here: Path, sheetsync: Command) -> None:
    """Each with its line."""
    (here / "sheetsync.toml").write_text("[limit]\n[target.a]\n")
    said = sheetsync("doctor")

    assert 3 == said.code
    assert 2 == said.out.count("problem  sheetsync.toml: sheetsync.toml: line ")


def test_settings_that_cannot_be_read_are_warnings(here: Path, sheetsync: Command) -> None:
    """A sync works all the same, so the exit code is 0."""
    _book(here / "a.xlsx", sheets.call(), settings={"Weekly goal": "lots", "Skip weekends": "Yes"})
    said = sheetsync("doctor", "a.xlsx", "--json")
    checks = _checks(said.out)

    assert 0 == said.code
    assert ("warning", "Change that cell.") == (checks["a.xlsx: cells"][0], checks["a.xlsx: cells"][2])
    assert "Settings!B1" in checks["a.xlsx: cells"][1]


def test_what_would_stop_a_sync_is_a_problem(here: Path, sheetsync: Command) -> None:
    """No log, a missing file: with what to do."""
    book = openpyxl.Workbook()
    book.save(here / "empty.xlsx")
    for name in ("empty.xlsx", "missing.xlsx"):
        said = sheetsync("doctor", name, "--json")
        assert 3 == said.code
        assert all(todo for level, _, todo in _checks(said.out).values() if level == "problem")


def test_a_workbook_that_is_open_is_a_warning(here: Path, sheetsync: Command) -> None:
    """It can be read; a sync would have to wait."""
    sheetsync("template", "install", "call-log", "ann.xlsx")
    (here / "~$ann.xlsx").write_bytes(b"\x03Ann")
    checks = _checks(sheetsync("doctor", "ann.xlsx", "--json").out)

    assert "Close the workbook before a sync." == checks["ann.xlsx: writing"][2]
    assert "warning" == checks["ann.xlsx: writing"][0]


def test_what_others_can_read_is_told(here: Path, sheetsync: Command) -> None:
    """A webhook's address is a secret; so is a password's file."""
    path = here / "sheetsync.toml"
    (here / "secret").write_text("hunter2")
    path.write_text(
        '[notify.webhook]\nurl = "https://hooks.example.com/x"\n[notify.email]\nhost = "h"\nuser = "u"\n'
        'from = "a@b.cd"\nto = "a@b.cd"\npassword_file = "secret"\n'
    )
    for one in (path, here / "secret"):
        one.chmod(0o644)
    said = sheetsync("doctor")

    assert f"chmod 600 {path}" in said.out
    assert f"chmod 600 {here / 'secret'}" in said.out
    assert "hunter2" not in said.out


def test_a_state_directory_that_cannot_be_made(here: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command) -> None:
    """It is a problem, with the variable that moves it."""
    (here / "file").touch()
    monkeypatch.setenv("SHEETSYNC_STATE", str(here / "file" / "state"))
    said = sheetsync("doctor")

    assert 3 == said.code
    assert "SHEETSYNC_STATE" in said.out


def test_a_run_that_did_not_end_well_is_told(here: Path, sheetsync: Command) -> None:
    """The journal knows."""
    from sheetsync import config, stores
    from sheetsync.journal import open_journal

    sheetsync("template", "install", "call-log", "ann.xlsx")
    sheetsync("sync", "ann.xlsx")
    store = stores.open_store("ann.xlsx")
    (path,) = open_journal(config.state_dir(), store.target, store.name).folder.glob("*.jsonl")
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:2]) + "\n", encoding="utf-8")
    checks = _checks(sheetsync("doctor", "ann.xlsx", "--json").out)

    assert "warning" == checks["ann.xlsx: last run"][0]


def test_what_runs_by_itself_is_told(here: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command) -> None:
    """A line whose Python or whose file is gone does nothing any more, and nobody would know."""
    (here / "python").touch()

    def jobs(self: Nothing) -> list[schedule.Listed]:
        well = f"0 7 * * * {here}/python -m sheetsync sync --all --log-file {here}/not-yet.log"
        lost = f"0 7 * * * {here}/python -m sheetsync sync '{here}/50\\% gone.xlsx' --log-file {here}/x.log"
        return [schedule.Listed("all", "daily 7:00", (well,)), schedule.Listed("x", "daily 7:00", (lost,))]

    monkeypatch.setattr(Nothing, "jobs", jobs)
    said = sheetsync("doctor")

    assert 0 == said.code
    assert "ok       schedule: all: daily 7:00" in said.out
    assert f"warning  schedule: x: daily 7:00, but {here}/50% gone.xlsx is gone" in said.out
    assert "→ Run again: sheetsync schedule add 'daily 7:00' x" in said.out


def test_the_worst_of_several() -> None:
    """A problem outweighs a warning."""
    assert Level.OK is doctor.worst([])
    assert Level.WARNING is doctor.worst([doctor.ok("a", ""), doctor.warning("b", "", "x")])
    assert Level.PROBLEM is doctor.worst([doctor.problem("a", "", "x"), doctor.warning("b", "", "x")])


def test_missing_templates_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel without its workbooks could not make a tab."""
    monkeypatch.setattr(shipped, "available", lambda: ())

    assert Level.PROBLEM is doctor.worst(doctor.computer())
