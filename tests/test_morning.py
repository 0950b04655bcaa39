"""Every morning: several workbooks by name, exit codes, the log file, and a start that costs nothing."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Command

from sheetsync import config, errors, seen, stores, sync
from sheetsync.cli import log_file
from sheetsync.journal import open_journal
from sheetsync.sync import Options

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command) -> Path:
    """Two workbooks and one that is damaged, named in a sheetsync.toml of the current directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("ann.xlsx", "bo.xlsx"):
        sheetsync("template", "install", "call-log", name)
    (tmp_path / "broken.xlsx").write_bytes(b"PK nonsense")
    (tmp_path / "sheetsync.toml").write_text(
        '[targets.broken]\npath = "broken.xlsx"\n[targets.ann]\npath = "ann.xlsx"\n[targets.bo]\npath = "bo.xlsx"\n'
    )
    return tmp_path


def test_all_of_them_and_one_failure_stops_none(office: Path, sheetsync: Command) -> None:
    """One line each, one for the run, and the exit code of the one that failed."""
    said = sheetsync("sync", "--all")

    assert 3 == said.code
    assert "ann: synced" in said.out and "bo: synced" in said.out
    assert "3 workbooks: 2 synced, 1 failed (broken)" == said.out.splitlines()[-1]
    assert said.err.startswith("broken: broken.xlsx cannot be used")


def test_a_target_by_name_by_path_and_by_a_wrong_name(office: Path, sheetsync: Command) -> None:
    """Names go without case; the file of a target is that target; a wrong name is answered with the nearest."""
    assert "ann: synced" in sheetsync("sync", "ANN").out
    assert "ann: up to date" in sheetsync("sync", office / "ann.xlsx").out
    wrong = sheetsync("sync", "anne", "bo")
    assert 2 == wrong.code
    assert "Did you mean “ann”?" in wrong.err
    assert "bo: synced" in wrong.out
    assert 2 == sheetsync("sync").code
    assert 2 == sheetsync("sync", "--all", "bo").code


def test_a_workbook_named_twice_is_synced_once(office: Path, sheetsync: Command) -> None:
    """By its name and by its path."""
    document = json.loads(sheetsync("sync", "ann", "ann.xlsx", "--json").out)

    assert 1 == len(document["targets"])


def test_all_without_a_file_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command) -> None:
    """It says what makes one."""
    monkeypatch.chdir(tmp_path)
    said = sheetsync("sync", "--all")

    assert 2 == said.code
    assert "config init" in said.err


def test_json_of_all(office: Path, sheetsync: Command) -> None:
    """Standard output is one document; each target is named as in the file."""
    said = sheetsync("sync", "--all", "--json")
    document = json.loads(said.out)

    assert "" == said.err
    assert (3, ["broken", "ann", "bo"]) == (document["exit_code"], [one["target"] for one in document["targets"]])
    assert [3, 0, 0] == [one["exit_code"] for one in document["targets"]]


def test_what_nobody_thought_of_ends_one_run_alone(
    office: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command
) -> None:
    """An error of ours in one workbook leaves the others synced, and the exit code says that it is ours."""
    real = stores.open_store

    def odd(target: str, **other: object) -> object:
        if target.endswith("ann.xlsx"):
            raise ZeroDivisionError
        return real(target, **other)  # type: ignore[arg-type]

    monkeypatch.setattr(stores, "open_store", odd)
    said = sheetsync("sync", "--all")

    assert errors.OUR_FAULT == said.code
    assert "bo: synced" in said.out
    assert "ann: sheetsync met something it does not know (ZeroDivisionError)" in said.err


@pytest.mark.parametrize(
    ("codes", "worst"), [([], 0), ([0, 0], 0), ([0, 4], 4), ([4, 3, 0], 3), ([2, 3], 2), ([4, 1, 3], 1)]
)
def test_the_worst_exit_code(codes: list[int], worst: int) -> None:
    """The lower but 0 the worse: what a person must mend is not hidden by what mends itself."""
    assert worst == errors.worst(codes)


def test_quiet_says_nothing_when_there_is_nothing_to_say(office: Path, sheetsync: Command) -> None:
    """Up to date is nothing to say; a failure is."""
    sheetsync("sync", "ann", "bo")
    quiet = sheetsync("sync", "ann", "bo", "--quiet")

    assert (0, "", "") == (quiet.code, quiet.out, quiet.err)
    assert "broken" in sheetsync("sync", "--all", "--quiet").err


def test_the_log_file_has_what_was_said_and_standard_error_the_trouble(office: Path, sheetsync: Command) -> None:
    """With --log-file nothing is on standard output; the log has a time on every line and is for its owner alone."""
    said = sheetsync("sync", "--all", "--log-file", office / "logs" / "all.log")
    path = office / "logs" / "all.log"
    lines = path.read_text(encoding="utf-8").splitlines()

    assert (3, "") == (said.code, said.out)
    assert 1 == len(said.err.splitlines())
    assert all(line.startswith("2026-11-24 09:00:00  ") for line in lines)
    assert any("ann: synced" in line for line in lines) and "2 synced, 1 failed" in lines[-1]
    assert 0o600 == path.stat().st_mode & 0o777 or os.name != "posix"


def test_what_is_wrong_before_the_first_workbook_is_in_the_log_too(office: Path, sheetsync: Command) -> None:
    """A sheetsync.toml that was broken yesterday is found in the log."""
    (office / "sheetsync.toml").write_text("[tragets.a]\n")
    assert 2 == sheetsync("sync", "--all", "--log-file", "all.log").code

    assert "Did you mean targets?" in (office / "all.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(office: Path, sheetsync: Command) -> None:
    """It is said, and the exit code is that of the run."""
    said = sheetsync("sync", "ann", "--log-file", office / "ann.xlsx" / "all.log")

    assert 0 == said.code
    assert "log file" in said.err
    assert stores.open_store(str(office / "ann.xlsx")).read()


def test_a_log_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    """Old lines are moved aside, so many files are kept, and no line is cut."""
    path = tmp_path / "x.log"
    for number in range(40):
        log_file.append(path, [f"line {number:03}"], NOW, most=100, kept=2)
    held = {one.name: one.read_text(encoding="utf-8").splitlines() for one in sorted(tmp_path.iterdir())}

    assert ["x.log", "x.log.1", "x.log.2"] == list(held)
    assert all(sum(len(line) + 1 for line in lines) <= 100 for lines in held.values())
    assert "line 039" in held["x.log"][-1]
    assert all(line.startswith("2026-11-24 09:00:00  line ") for lines in held.values() for line in lines)


def test_limits_of_the_file_hold(office: Path, sheetsync: Command) -> None:
    """The smaller of the file's limit and the workbook's own counts; an open workbook is waited for as the file says."""
    from sheetsync.config.file import load

    (office / "sheetsync.toml").write_text("[limits]\nlargest_change = 7\nwait = 2\n")
    from sheetsync.cli.options import Job
    from sheetsync.cli.run import Asked

    asked = Asked(NOW, None, False, False, False, 0.0, None, False, False, False, False)
    options = asked.options(Job("x", "x.xlsx"), load(None))

    assert (7, 2.0) == (options.largest_change, options.wait)


def test_the_quick_look_agrees_with_the_store(office: Path, sheetsync: Command) -> None:
    """The fingerprint is the store's own, and a run after a write need not open the workbook."""
    path = office / "ann.xlsx"
    sheetsync("sync", path)
    store = stores.open_store(str(path))

    assert store.token() == seen.token_of(path)
    assert sync.unchanged(store, Options(now=NOW), config.state_dir())
    assert seen.file_still(str(path), today=None, now=NOW, state=config.state_dir())
    assert not seen.file_still(str(path), today=None, now=NOW + dt.timedelta(days=1), state=config.state_dir())
    assert not seen.file_still(str(path), today=None, now=NOW, state=config.state_dir(), tab="Calls")
    with path.open("ab") as file:
        file.write(b" ")
    assert not seen.file_still(str(path), today=None, now=NOW, state=config.state_dir())
    assert not seen.file_still(str(office / "none.xlsx"), today=None, now=NOW, state=config.state_dir())


def test_a_run_without_changes_is_noted_outside_the_workbook(
    office: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command
) -> None:
    """The time of the last look is what the doctor tells; the file keeps its bytes and its time."""
    sheetsync("sync", "ann")
    held = (office / "ann.xlsx").stat().st_mtime_ns
    monkeypatch.setenv("SHEETSYNC_NOW", "2026-11-24T10:30:00+00:00")
    sheetsync("sync", "ann")
    store = stores.open_store(str(office / "ann.xlsx"))

    assert held == (office / "ann.xlsx").stat().st_mtime_ns
    assert (
        "2026-11-24T10:30:00+00:00"
        == seen.recall(open_journal(config.state_dir(), store.target, store.name).folder)["looked"]
    )


@pytest.mark.parametrize("command", ["check", "history", "undo", "follow-ups", "explain"])
def test_every_command_takes_a_name(command: str, office: Path, sheetsync: Command) -> None:
    """A name of sheetsync.toml stands for its workbook; a wrong one is answered with the nearest."""
    sheetsync("sync", "ann")
    row = ["2"] if command == "explain" else []

    assert (3 if command == "explain" else 0) == sheetsync(command, "ann", *row).code
    wrong = sheetsync(command, "anne", *row)
    assert 2 == wrong.code
    assert "Did you mean “ann”?" in wrong.err


HEAVY = (
    "sheetsync.rules",
    "sheetsync.sync",
    "sheetsync.report",
    "rapidfuzz",
    "phonenumbers",
    "lxml",
    "google",
    "gspread",
    "rich",
    "requests",
    "openpyxl",
)


def test_a_run_with_nothing_to_do_loads_nothing_large(office: Path, sheetsync: Command) -> None:
    """Neither the rules nor a library for workbooks; --version loads click alone."""
    sheetsync("sync", "ann")
    code = (
        "import sys\nfrom sheetsync.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as left:\n    assert not left.code\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    for words in (["--version"], ["sync", "ann"], ["--help"]):
        ended = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
        assert "[]" == ended.stdout.splitlines()[-1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, sheetsync: Command) -> None:
    """The shell's own script, which asks sheetsync for the words."""
    said = sheetsync("completion", shell)

    assert 0 == said.code
    assert "_SHEETSYNC_COMPLETE" in said.out


def test_completion_knows_the_commands() -> None:
    """What the script asks for is answered."""
    env = {**os.environ, "_SHEETSYNC_COMPLETE": "bash_complete", "COMP_WORDS": "sheetsync sch", "COMP_CWORD": "1"}
    ended = subprocess.run([sys.executable, "-m", "sheetsync"], capture_output=True, text=True, env=env, check=False)

    assert "plain,schedule" in ended.stdout
