"""Runs by themselves: what is written into the crontab, for launchd and for Windows, by a runner that is not the system's."""

from __future__ import annotations

import datetime as dt
import json
import plistlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Command

from sheetsync import schedule
from sheetsync.errors import CannotUse, UsageError
from sheetsync.schedule import System, cron, job, launchd, windows
from sheetsync.schedule.when import read_when

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
ENVIRON = {
    "SHEETSYNC_STATE": "/home/ann/state",
    "HTTPS_PROXY": "http://user:pw@proxy",
    "PATH": "/bin",
    "SHEETSYNC_SMTP_PASSWORD": "hunter2",
}


@pytest.mark.parametrize(
    ("text", "means", "fields"),
    [
        ("weekdays 7:00", "weekdays 7:00", ["0 7 * * 1-5"]),
        ("weekdays at 7", "weekdays 7:00", ["0 7 * * 1-5"]),
        ("7:30", "daily 7:30", ["30 7 * * *"]),
        ("daily 7:00 and 17:00", "daily 7:00 and 17:00", ["0 7,17 * * *"]),
        ("every day at 7:00, 9:30 and 5 pm", "daily 7:00 and 9:30 and 17:00", ["0 7,17 * * *", "30 9 * * *"]),
        ("mon, thu 18:30", "Monday, Thursday 18:30", ["30 18 * * 1,4"]),
        ("Mon-Wed 12am", "Monday, Tuesday, Wednesday 0:00", ["0 0 * * 1,2,3"]),
        ("fri-mon noon", "Monday, Friday, Saturday, Sunday 12:00", ["0 12 * * 1,5,6,0"]),
        ("sundays 8 a.m.", "Sunday 8:00", ["0 8 * * 0"]),
        ("weekends 9.15", "weekends 9:15", ["15 9 * * 6,0"]),
        ("weekends 9h15", "weekends 9:15", ["15 9 * * 6,0"]),
        ("hourly", "hourly", ["0 * * * *"]),
        ("every hour on weekdays", "weekdays hourly", ["0 * * * 1-5"]),
        ("every 15 minutes", "every 15 minutes", ["*/15 * * * *"]),
        ("weekdays every 2 hours", "weekdays every 2 hours", ["0 */2 * * 1-5"]),
        ("every half an hour", "every 30 minutes", ["*/30 * * * *"]),
        ("every 7 minutes", "", []),
        ("every minute", "", []),
        ("weekdays", "", []),
        ("25:00", "", []),
        ("13pm", "", []),
        ("someday 7:00", "", []),
        ("hourly 7:00", "", []),
        ("", "", []),
    ],
)
def test_days_and_times_are_read_as_people_write_them(text: str, means: str, fields: list[str]) -> None:
    """What cannot be told is refused with an example; what is written down again reads the same."""
    if not means:
        with pytest.raises(UsageError):
            read_when(text)
        return
    found = read_when(text)

    assert means == str(found)
    assert fields == list(cron.cron_fields(found))
    assert found == read_when(str(found))


def _job(name: str = "all", when: str = "weekdays 7:00", words: Sequence[str] = ("sync", "--all")) -> job.Job:
    return job.job(
        name, read_when(when), words, log=Path("/home/ann/logs/all.log"), environ=ENVIRON, python="/opt/py/bin/python"
    )


def test_the_line_has_absolute_paths_and_no_secret() -> None:
    """The very Python that runs now, the log, what is needed of the environment; no password and no proxy with one."""
    title, line = cron.cron_lines(_job())

    assert "# sheetsync all: weekdays 7:00" == title
    assert (
        "0 7 * * 1-5 /usr/bin/env SHEETSYNC_STATE=/home/ann/state /opt/py/bin/python -m sheetsync sync --all "
        "--log-file /home/ann/logs/all.log"
    ) == line


def test_a_percent_sign_and_a_space_survive_cron() -> None:
    """A bare % would end the command; a space would split it; a line break is refused."""
    line = cron.cron_lines(_job(words=("sync", "/home/ann/50% of it.xlsx")))[1]

    assert "'/home/ann/50\\% of it.xlsx'" in line
    with pytest.raises(UsageError):
        _job(words=("sync", "a\nb"))


@dataclass
class Computer:
    """A computer whose schedulers are played here."""

    table: bytes | None = None  # the crontab
    refuses: str = ""
    calls: list[list[str]] = field(default_factory=list)

    def __call__(self, command: Sequence[str], given: bytes | None) -> schedule.Ran:
        self.calls.append(list(command))
        if self.refuses and self.refuses in command:
            return schedule.Ran(1, err=b"not allowed here")
        if command == ["crontab", "-l"]:
            if self.table is None:
                return schedule.Ran(1, err=b"no crontab for ann\n")
            return schedule.Ran(0, self.table)
        if command == ["crontab", "-"]:
            self.table = given
        return schedule.Ran(0)


def _system(platform: str, computer: Computer, home: Path = Path("/nowhere")) -> System:
    return System(platform, home, home / "tasks", computer, 501)


def test_a_crontab_gets_our_block_and_gives_it_back() -> None:
    """Add, list, replace and remove; what others wrote stays byte for byte."""
    theirs = b"MAILTO=ann@example.com\n\n0 4 * * * /usr/bin/backup 100\\%\n# caf\xe9\n"
    computer = Computer(theirs)
    system = _system("linux", computer)
    system.add(_job(), NOW)
    system.add(_job("ann", "daily 8:00", ("sync", "ann")), NOW)
    system.add(_job("all", "weekdays 6:00"), NOW)

    assert computer.table is not None and computer.table.startswith(theirs)
    assert [("all", "weekdays 6:00"), ("ann", "daily 8:00")] == [(one.name, one.when) for one in system.jobs()]
    assert 1 == computer.table.count(b">>> sheetsync >>>")
    assert 0 == computer.table.count(b" 7 * * ")
    system.remove("all")
    assert ["ann"] == [one.name for one in system.jobs()]
    system.remove("ann")
    assert theirs == computer.table


def test_no_crontab_yet_is_an_empty_one() -> None:
    """The first job makes it."""
    computer = Computer(None)
    _system("linux", computer).add(_job(), NOW)

    assert computer.table is not None and computer.table.startswith(cron.BEGIN)


def test_random_crontabs_keep_every_byte_of_others() -> None:
    """Whatever stands around our block, jobs come and go and the rest is what it was."""
    chance = random.Random(11)
    pieces = [b"\n", b"# x\n", b"* * * * * a\n", b"A=b\r\n", b"\xff\xfe\n", b"# <<<\n", b"# >>> other >>>\n", b" \t\n"]
    for _ in range(200):
        before = b"".join(chance.choices(pieces, k=chance.randrange(5)))
        after = b"".join(chance.choices(pieces, k=chance.randrange(5)))
        block = (
            cron.with_jobs(b"", {"a": [b"# sheetsync a: daily 7:00", b"0 7 * * * x"]}) if chance.random() < 0.5 else b""
        )
        computer = Computer(before + block + after)
        system = _system("linux", computer)
        for _ in range(4):
            name = chance.choice("ab")
            if chance.random() < 0.5:
                system.add(_job(name), NOW)
            else:
                system.remove(name)
        for name in "ab":
            system.remove(name)
        assert before + after == computer.table, "seed 11"


def test_a_block_without_its_end_is_left_alone() -> None:
    """What was broken by hand is mended by hand."""
    computer = Computer(cron.BEGIN + b"\n0 7 * * * mine\n")
    with pytest.raises(CannotUse, match="lost its last line"):
        _system("linux", computer).add(_job(), NOW)

    assert [["crontab", "-l"]] == computer.calls


def test_a_crontab_that_is_refused_is_said() -> None:
    """Some computers allow no crontab."""
    with pytest.raises(CannotUse, match="not allowed here"):
        _system("linux", Computer(b"", refuses="-")).add(_job(), NOW)


def test_a_launchd_agent(tmp_path: Path) -> None:
    """A property list with the command and each day and time; loaded, listed and taken out."""
    computer = Computer()
    system = _system("darwin", computer, tmp_path)
    system.add(_job("ann & co", "mon, sun 7:00 and 17:30"), NOW)
    (path,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    held = plistlib.loads(path.read_bytes())

    assert ["/opt/py/bin/python", "-m", "sheetsync", "sync", "--all"] == held["ProgramArguments"][:5]
    assert {"SHEETSYNC_STATE": "/home/ann/state"} == held["EnvironmentVariables"]
    assert [
        {"Hour": 7, "Minute": 0, "Weekday": 1},
        {"Hour": 17, "Minute": 30, "Weekday": 1},
        {"Hour": 7, "Minute": 0, "Weekday": 0},
        {"Hour": 17, "Minute": 30, "Weekday": 0},
    ] == held["StartCalendarInterval"]
    assert path.stem == held["Label"]
    assert ["launchctl", "bootstrap", "gui/501", str(path)] == computer.calls[-1]
    assert [("ann & co", "Monday, Sunday 7:00 and 17:30")] == [(one.name, one.when) for one in system.jobs()]
    system.remove("ann & co")
    assert ["launchctl", "bootout", f"gui/501/{path.stem}"] == computer.calls[-1]
    assert [] == system.jobs()


def test_an_agent_runs_every_quarter_of_an_hour() -> None:
    """launchd has no */15, so each moment of the day is named."""
    held = plistlib.loads(launchd.agent(_job(when="every 15 minutes")))

    assert 96 == len(held["StartCalendarInterval"])
    assert {"Hour": 23, "Minute": 45} == held["StartCalendarInterval"][-1]


def test_an_agent_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    """No file stays that would be loaded at the next log-in."""
    system = _system("darwin", Computer(refuses="bootstrap"), tmp_path)
    with pytest.raises(CannotUse):
        system.add(_job(), NOW)

    assert [] == list((tmp_path / "Library" / "LaunchAgents").iterdir())


def test_a_windows_task(tmp_path: Path) -> None:
    """XML in UTF-16 with the days, one run at a time, the next chance when the computer was off."""
    computer = Computer()
    system = _system("win32", computer, tmp_path)
    system.add(_job(), NOW)
    (path,) = (tmp_path / "tasks").iterdir()
    text = path.read_bytes().decode("utf-16")
    root = ElementTree.fromstring(text.partition("?>")[2])
    named = {one.tag.rpartition("}")[2]: one for one in root.iter()}

    assert ["schtasks", "/Create", "/TN", "\\sheetsync\\all", "/XML", str(path), "/F"] == computer.calls[-1]
    assert DAYS == [one.tag.rpartition("}")[2] for one in named["DaysOfWeek"]]
    assert "2026-11-24T07:00:00" == named["StartBoundary"].text
    assert ("IgnoreNew", "true") == (named["MultipleInstancesPolicy"].text, named["StartWhenAvailable"].text)
    assert "cmd.exe" == named["Command"].text
    assert 'set "SHEETSYNC_STATE=/home/ann/state" && /opt/py/bin/python -m sheetsync sync --all' in str(
        named["Arguments"].text
    )
    assert [("all", "weekdays 7:00")] == [(one.name, one.when) for one in system.jobs()]
    system.remove("all")
    assert ["schtasks", "/Delete", "/TN", "\\sheetsync\\all", "/F"] == computer.calls[-1]
    assert [] == system.jobs()


DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def test_a_windows_task_without_an_environment_runs_python_itself() -> None:
    """No shell in between, and the arguments quoted as Windows reads them."""
    plain = job.job(
        "x",
        read_when("every 2 hours"),
        ("sync", "C:\\my calls\\a.xlsx"),
        log=Path("C:/log.txt"),
        environ={},
        python="C:\\py\\python.exe",
    )
    text = windows.task(plain, NOW).decode("utf-16")

    assert "<Command>C:\\py\\python.exe</Command>" in text
    assert '-m sheetsync sync "C:\\my calls\\a.xlsx"' in text
    assert "<Interval>PT120M</Interval>" in text


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Computer:
    """The commands talk to this computer, which has cron."""
    played = Computer(b"# mine\n")
    monkeypatch.setattr(schedule, "this_system", lambda: _system("linux", played, tmp_path))
    monkeypatch.chdir(tmp_path)
    return played


def test_schedule_commands(computer: Computer, tmp_path: Path, sheetsync: Command) -> None:
    """add shows the line first and writes it, list lists it, remove takes it out; a dry run writes nothing."""
    sheetsync("template", "install", "call-log", "ann.xlsx")
    sheetsync("config", "init", "ann.xlsx")
    dry = sheetsync("schedule", "add", "weekdays 7:00", "--all", "--dry-run")
    assert b"# mine\n" == computer.table
    assert f"sync --all --config {tmp_path / 'sheetsync.toml'}" in dry.out
    added = sheetsync("schedule", "add", "weekdays 7:00", "--all")
    assert 0 == added.code and dry.out in added.out
    assert 0 == sheetsync("schedule", "add", "daily 8:00", "ann", "--yes").code
    listed = json.loads(sheetsync("schedule", "list", "--json").out)
    assert ["all", "ann"] == [one["name"] for one in listed["schedules"]]
    assert 2 == sheetsync("schedule", "remove").code
    assert 0 == sheetsync("schedule", "remove", "ANN").code
    assert 0 == sheetsync("schedule", "remove").code
    assert "Nothing is scheduled." in sheetsync("schedule", "list").out
    assert b"# mine\n" == computer.table


def test_a_schedule_for_nothing_is_refused(computer: Computer, sheetsync: Command) -> None:
    """No config for --all, no such file, both or neither: wrong usage, and the crontab stays."""
    for words in (["--all"], ["missing.xlsx"], ["x.xlsx", "--all"], []):
        assert 2 == sheetsync("schedule", "add", "daily 7:00", *words).code
    assert 2 == sheetsync("schedule", "remove", "--all").code
    assert b"# mine\n" == computer.table


def test_the_scheduled_line_runs(computer: Computer, tmp_path: Path, sheetsync: Command) -> None:
    """The command in the crontab, as cron gives it to a shell with a bare environment, syncs and fills the log."""
    import subprocess

    sheetsync("template", "install", "call-log", "ann calls.xlsx")
    sheetsync("schedule", "add", "daily 7:00", "ann calls.xlsx")
    line = next(text for text in str(computer.table, "utf-8").splitlines() if text.startswith("0 7 "))
    command = line.split(None, 5)[5].replace("\\%", "%")
    ended = subprocess.run(
        ["/bin/sh", "-c", command], cwd="/", env={"HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )

    assert (0, "", "") == (ended.returncode, ended.stdout, ended.stderr)
    log = Path(command.rsplit(" ", 1)[1].strip("'"))
    assert "ann calls.xlsx: synced" in log.read_text(encoding="utf-8")
