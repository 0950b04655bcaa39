"""Commands, messages, exit codes and JSON, on workbooks on disk."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
import sheets
from conftest import Command

from sheetsync import __version__

DAY = "2026-11-24"


def _book(path: Path, *rows: list[object], head: tuple[str, ...] = sheets.HEADS, title: str = "Call Log") -> Path:
    """A workbook that our template did not make."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in (head, *rows):
        sheet.append(list(row))  # type: ignore[arg-type]
        for cell in sheet[sheet.max_row]:
            if cell.data_type == "f":
                cell.data_type = "s"  # typed as text
    book.save(path)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Three calls in a workbook of somebody's own."""
    return _book(
        tmp_path / "calls.xlsx",
        sheets.call(Spoke_with="Owner"),
        sheets.call(who="Lew Sabatini", Company="Sabatini Stone", Outcome="Gatekeeper", Notes="owner out till weds"),
        sheets.call(dt.date(2026, 11, 11), who='=HYPERLINK("http://x")', Company="Acme", Outcome="", Notes="LVM"),
    )


def _load(path: Path) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl says which extensions it does not know
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


def _column(path: Path, head: str, tab: str = "Call Log") -> list[object]:
    sheet = _load(path)[tab]
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(head)].value for row in sheet.iter_rows(min_row=2)]


def _bytes(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_sync_writes_and_a_second_one_leaves_the_file_alone(log: Path, sheetsync: Command) -> None:
    """The first run fills our columns in; the second changes neither a byte nor the time of the file."""
    first = sheetsync("sync", log)
    held, when = _bytes(log), log.stat().st_mtime_ns
    second = sheetsync("sync", log)

    assert (0, 0) == (first.code, second.code)
    assert ["Yes", "No", "No"] == _column(log, "Great?")
    assert "up to date" in second.out
    assert (held, when) == (_bytes(log), log.stat().st_mtime_ns)


def test_a_dry_run_shows_cells_and_writes_nothing(log: Path, sheetsync: Command) -> None:
    """Every cell is listed with what it holds and what it would hold; the file stays as it is."""
    held = _bytes(log)
    said = sheetsync("sync", log, "--dry-run")

    assert held == _bytes(log)
    assert "'Call Log'!J2: blank → “Yes”" in said.out
    assert "new tab Weekly Summary" in said.out


def test_json_has_fixed_keys_and_lists_the_rows(log: Path, sheetsync: Command) -> None:
    """The JSON says its version, and lists every call row by its number in the sheet."""
    document = json.loads(sheetsync("sync", log, "--json", "--rows", "--today", DAY).out)
    target = document["targets"][0]

    assert (1, 0, "written") == (document["version"], document["exit_code"], target["status"])
    assert [2, 3, 4] == [row["row"] for row in target["rows"]]
    first = target["rows"][0]
    assert {"row", "outcome", "decision_maker", "great", "follow_up", "next_action", "why"} == first.keys()
    assert ("firm_no", "yes", "Yes", "2027-05-10") == (
        first["outcome"],
        first["decision_maker"],
        first["great"],
        first["follow_up"],
    )
    assert {"Yes": 1, "Already counted": 0, "No": 2, "Review": 0} == target["great"]


def test_a_failing_target_does_not_stop_the_others_and_the_worst_code_wins(
    log: Path, tmp_path: Path, sheetsync: Command
) -> None:
    """Each target is a run of its own; the JSON has the same keys for one that failed."""
    document = json.loads(sheetsync("sync", tmp_path / "missing.xlsx", log, "--json").out)
    failed, done = document["targets"]

    assert (2, "failed", "written") == (document["exit_code"], failed["status"], done["status"])
    assert done.keys() == failed.keys()
    assert "missing.xlsx" in failed["error"]


def test_a_log_without_calls_is_synced_too(tmp_path: Path, sheetsync: Command) -> None:
    """An empty log gets its tabs, and twice is once."""
    path = _book(tmp_path / "empty.xlsx")
    first, second = sheetsync("sync", path), sheetsync("sync", path)

    assert (0, 0) == (first.code, second.code)
    assert "up to date" in second.out


def test_text_that_looks_like_a_formula_stays_text(log: Path, sheetsync: Command) -> None:
    """A prospect named =HYPERLINK(...) is text wherever we write it."""
    sheetsync("sync", log)
    book = _load(log)
    found = [
        cell
        for sheet in ("Follow-ups", "Weekly Summary")
        for row in book[sheet].iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith('=HYPERLINK("http')
    ]

    assert [] == [cell.coordinate for cell in found if cell.data_type == "f"]
    assert found


def test_history_lists_runs_and_undo_takes_one_back(log: Path, sheetsync: Command) -> None:
    """After an undo our columns are blank again, and the history says which run took which back."""
    sheetsync("sync", log)
    said = sheetsync("undo", log)
    runs = json.loads(sheetsync("history", log, "--json").out)["runs"]

    assert 0 == said.code
    assert [None, None, None] == _column(log, "Great?")
    assert ["sync", "undo"] == [run["kind"] for run in runs]
    assert runs[0]["undone_by"] == runs[1]["run"]


def test_the_whole_file_can_be_put_back(log: Path, sheetsync: Command) -> None:
    """--restore-file gives the very bytes from before the run, and refuses once the file was changed."""
    held = _bytes(log)
    sheetsync("sync", log)
    assert 0 == sheetsync("undo", log, "--restore-file").code
    assert held == _bytes(log)

    sheetsync("sync", log)
    book = _load(log)
    book["Call Log"]["I2"] = "changed my mind"
    book.save(log)
    refused = sheetsync("undo", log, "--restore-file")
    assert 3 == refused.code
    assert "was changed since" in refused.err


def test_a_purged_history_is_gone(log: Path, sheetsync: Command) -> None:
    """After a purge there is nothing to take back."""
    sheetsync("sync", log)
    sheetsync("history", log, "--purge")

    assert "no runs yet" in sheetsync("history", log).out
    assert 2 == sheetsync("undo", log).code


def test_check_names_columns_and_problems_and_changes_nothing(tmp_path: Path, sheetsync: Command) -> None:
    """What was recognised, what cannot be read, and what a sync would add."""
    path = _book(tmp_path / "odd.xlsx", ["someday", "Al Reed", "no thanks"], head=("When called", "Contact", "Remarks"))
    assert 3 == sheetsync("check", path).code
    path = _book(
        tmp_path / "odd.xlsx",
        ["someday", "Al Reed", "no thanks", 5],
        head=("Call date", "Contact", "Remarks", "Deal size"),
    )
    held = _bytes(path)
    said = sheetsync("check", path)

    assert 0 == said.code
    assert held == _bytes(path)
    for words in (
        "Contact  (read as Prospect)",
        "“someday” is no date",
        "not used: Deal size",
        "a sync will add: Great?",
    ):
        assert words in said.out


def test_explain_says_the_rule_and_the_words(log: Path, sheetsync: Command) -> None:
    """A row, or a note by itself, is explained step by step."""
    row = sheetsync("explain", log, 2)
    note = sheetsync("explain", "--notes", "not a no, wants to think", "--decision-maker", "yes", "--json")

    assert "not interested" in row.out
    assert ("maybe", "No") == (lambda found: (found["outcome"], found["great"]))(json.loads(note.out)["rows"][0])
    assert 2 == sheetsync("explain").code
    assert 3 == sheetsync("explain", log, 999).code


def test_the_demo_ends_with_a_synced_workbook_and_its_weeks(tmp_path: Path, sheetsync: Command) -> None:
    """Somebody new sees a workbook, the weeks and this week's follow-ups, and what to open; a second demo asks first."""
    said = sheetsync("demo", tmp_path / "demo")

    assert 0 == said.code
    assert "Great conversations a week" in said.out
    assert "Follow-ups due this week" in said.out
    assert "Open " in said.out
    assert set(_column(tmp_path / "demo" / "call-log.xlsx", "Great?")) >= {"Yes", "No", "Already counted", "Review"}
    assert 2 == sheetsync("demo", tmp_path / "demo").code
    assert 0 == sheetsync("demo", tmp_path / "demo", "--force").code


def test_a_template_is_never_installed_over_a_file(tmp_path: Path, sheetsync: Command) -> None:
    """Without --force the file that is there stays."""
    path = tmp_path / "mine.xlsx"
    assert 0 == sheetsync("template", "install", "call-log", path).code
    held = _bytes(path)
    again = sheetsync("template", "install", "call-log", path)

    assert 2 == again.code
    assert "--force" in again.err
    assert held == _bytes(path)
    assert "call-log" in sheetsync("template", "list").out


def _not_a_workbook(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("empty.xlsx", b"", 3, "empty"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, 2, ".xlsx"),
        ("table.csv", b"Date,Notes\n", 2, ".xlsx"),
        ("open.ods", b"PK\x03\x04", 2, ".xlsx"),
        ("binary.xlsb", b"PK\x03\x04", 2, ".xlsx"),
        ("secret.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, 3, "password"),
        ("noise.xlsx", b"PK\x03\x04" + b"noise" * 100, 3, "noise.xlsx"),
    ],
)
def test_what_is_no_usable_workbook_is_refused_in_one_line(
    name: str, content: bytes, code: int, words: str, tmp_path: Path, sheetsync: Command
) -> None:
    """One clear line, the right exit code, and the file untouched."""
    path = _not_a_workbook(tmp_path / name, content)
    said = sheetsync("sync", path)

    assert code == said.code
    assert words in said.err
    assert 1 == len(said.err.strip().splitlines())
    assert content == path.read_bytes()


def test_a_truncated_workbook_is_refused(log: Path, sheetsync: Command) -> None:
    """Half a file is refused, and stays half a file."""
    half = log.read_bytes()[: log.stat().st_size // 2]
    log.write_bytes(half)
    said = sheetsync("sync", log)

    assert 3 == said.code
    assert half == log.read_bytes()


def test_a_folder_and_a_missing_file_are_wrong_usage(tmp_path: Path, sheetsync: Command) -> None:
    """Neither is a workbook."""
    assert 2 == sheetsync("sync", tmp_path).code
    assert 2 == sheetsync("sync", tmp_path / "nothing.xlsx").code


def test_a_workbook_without_a_log_is_for_a_person(tmp_path: Path, sheetsync: Command) -> None:
    """It says what a log needs, and leaves the file alone."""
    path = _book(tmp_path / "budget.xlsx", [1, 2], head=("Item", "Cost"))
    held = _bytes(path)
    said = sheetsync("sync", path)

    assert 3 == said.code
    assert "header row with Date" in said.err
    assert held == _bytes(path)


@pytest.mark.parametrize("lock", ["~$calls.xlsx", ".~lock.calls.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_left_alone(lock: str, log: Path, sheetsync: Command) -> None:
    """An owner file beside it means try again later, with nothing written."""
    (log.parent / lock).write_bytes(
        b"\x03Ann" if lock.startswith("~") else b",ann,desk,24.11.2026 09:00,file:///home/ann;"
    )
    held = _bytes(log)
    said = sheetsync("sync", log)

    assert 4 == said.code
    assert "close it" in said.err
    assert held == _bytes(log)


def test_two_runs_at_once_do_not_meet(log: Path, sheetsync: Command) -> None:
    """While another run holds the workbook, this one says so and leaves with try again later."""
    from sheetsync import config, stores

    store = stores.open_store(log)
    with config.locked(config.state_dir(), store.target, store.name):
        said = sheetsync("sync", log)

    assert 4 == said.code
    assert "Another sheetsync run" in said.err


def test_a_change_beyond_the_limit_stops_and_names_force(tmp_path: Path, sheetsync: Command) -> None:
    """A run that would change most of the log stops until a person looked."""
    rows = [
        sheets.call(who=f"Person {number}", Company=f"Firm {number}", Outcome="LVM", Notes="") for number in range(80)
    ]
    path = _book(tmp_path / "many.xlsx", *rows)
    sheetsync("sync", path)
    book = _load(path)
    for row in range(2, 82):
        book["Call Log"].cell(row, 8).value = "Not interested"
    book.save(path)
    held = _bytes(path)
    stopped = sheetsync("sync", path)

    assert 3 == stopped.code
    assert "--force" in stopped.err
    assert held == _bytes(path)
    assert 0 == sheetsync("sync", path, "--force").code


def test_an_unknown_command_is_answered_with_the_nearest(sheetsync: Command) -> None:
    """A typing error costs no search."""
    said = sheetsync("synch")

    assert 2 == said.code
    assert "Did you mean “sync”" in said.err


def test_an_error_of_ours_is_one_line(log: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody meets a traceback."""
    monkeypatch.setattr("sheetsync.sync.run", lambda *_: 1 / 0)
    monkeypatch.setattr("sheetsync.sync.unchanged", lambda *_: False)
    said = sheetsync("sync", log)

    assert 1 == said.code
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.err


def test_control_characters_never_reach_the_terminal(tmp_path: Path, sheetsync: Command) -> None:
    """A header or a note cannot steer a terminal."""
    path = _book(tmp_path / "esc.xlsx", ["so\u009bon", "Al", "x"], head=("Date", "Prospect", "Notes"))
    said = sheetsync("check", path)

    assert "\u009b" not in said.out


def test_help_and_version_load_neither_excel_nor_google() -> None:
    """Help is fast: no spreadsheet library is loaded for it."""
    code = "import sys; sys.argv = ['sheetsync', '{}']\nfrom sheetsync.cli import main\ntry: main()\nexcept SystemExit: pass\nprint(sorted(set(sys.modules) & {{'openpyxl', 'gspread', 'google.auth', 'lxml', 'python_calamine', 'rich', 'phonenumbers'}}))"
    for word in ("--help", "--version"):
        done = subprocess.run([sys.executable, "-c", code.format(word)], capture_output=True, text=True, check=True)

        assert "[]" == done.stdout.strip().splitlines()[-1]
    assert f"sheetsync {__version__}" in done.stdout


@pytest.mark.parametrize("command", ["demo", "template", "sync", "check", "explain", "history", "undo"])
def test_every_command_has_help(command: str, sheetsync: Command) -> None:
    """Each says what it does and gives an example."""
    said = sheetsync(command, "--help")

    assert 0 == said.code
    assert "Example:" in said.out or "Commands:" in said.out


def test_the_shipped_log_holds_no_personal_data_of_the_builder(tmp_path: Path, sheetsync: Command) -> None:
    """The template's properties name nobody."""
    path = tmp_path / "mine.xlsx"
    sheetsync("template", "install", "call-log", path)
    with zipfile.ZipFile(path) as package:
        core = package.read("docProps/core.xml").decode()

    assert "root" not in core
