"""Two processes read what one would, and one reads all where there is no second."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from sheetsync import readers
from sheetsync.model import Call, Outcome
from sheetsync.rules import prospect, reading
from sheetsync.settings import Settings

NOTES = (
    "call back next Tuesday", "not interested. period.", "LVM", "", "owner wants a proposal for {} vans", "say hi to \ud800 & <her>",
    "booked a demo on the {}th, she signs off on it",
)  # fmt: skip


def log(rows: int = 400) -> list[Call]:
    """Calls of all kinds, some of them blank rows."""
    chance = random.Random(3)
    return [
        Call(
            row,
            date=chance.choice([None, dt.date(2026, 11, chance.randrange(1, 28))]),
            spoke_with=chance.choice(["", "Owner", "Reception"]),
            decision_maker=chance.choice([None, True, False]),
            outcome=chance.choice(["", "No answer", "Hung", "zapped"]),
            notes=chance.choice(NOTES).format(chance.randrange(4, 28)),
            prospect="Ann" if row % 5 else "",
        )
        for row in range(1, rows + 1)
    ]


def expected(calls: list[Call], settings: Settings) -> list[reading.Reading | None]:
    """What one process reads, row by row."""
    return [reading.read(call, settings) if call.is_call else None for call in calls]


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process is always worth it here."""
    monkeypatch.setattr(readers, "_processors", lambda: 2)
    monkeypatch.setattr(readers, "WORTH_IT", 100)


def read(calls: list[Call], settings: Settings, meanwhile: Callable[[], object] = lambda: None) -> tuple[Any, Any]:
    """The readings with a second process, where there is one."""
    with readers.ready(len(calls)) as second:
        return readers.read(calls, settings, meanwhile, second)


def test_two_processes_read_what_one_reads() -> None:
    """The second process gives the very readings of the first, with the settings of the workbook."""
    calls, settings = log(), Settings(outcome_words={"zapped": Outcome.FIRM_NO}, date_order="DMY")
    found, who = read(calls, settings, lambda: prospect.identify(calls, settings))

    assert expected(calls, settings) == found
    assert prospect.identify(calls, settings) == who


def test_the_second_process_reads_all_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readings of the second process are put down on their own rows."""
    calls = log()

    def wait(work: readers._Work) -> None:
        until = time.monotonic() + 60
        while (work.first < work.last or work.lent) and time.monotonic() < until:  # the other one takes every heap
            with work.lock:
                pass

    monkeypatch.setattr(readers._Work, "read", wait)
    found, _ = read(calls, Settings())

    assert expected(calls, Settings()) == found


TROUBLE = {
    "dies at once": "raise SystemExit(1)",
    "dies at its work": "from sheetsync import readers; readers._receive(sys.stdin.buffer)",
    "says something else": "print('hello' * 1000)",
    "says so for as long as it is heard": "print('hello' * 1000, flush=True); import time; time.sleep(60)",
    "answers with what is no list": "from sheetsync import readers; readers._send(sys.stdout.buffer, 7)",
    "answers with what is not here": "data = b'cno_such_module\\nthing\\n.'; sys.stdout.buffer.write(len(data).to_bytes(8, 'big') + data)",
    "says what nobody can read": "sys.stdout.buffer.write((3).to_bytes(8, 'big') + b'abc')",
    "says too little": "import pickle; from sheetsync import readers; readers._send(sys.stdout.buffer, [])",
    "closes its ears": "sys.stdin.close(); import time; time.sleep(60)",
    "never answers": "import time; time.sleep(60)",
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_a_second_process_that_fails(trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever becomes of the second process, all is read, and it is gone afterwards."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        code = f"import sys; sys.path[:] = {sys.path!r}; {TROUBLE[trouble]}"
        process = subprocess.Popen(
            [sys.executable, "-S", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    monkeypatch.setattr(readers, "_started", start)
    calls = log()
    found, _ = read(calls, Settings())

    assert expected(calls, Settings()) == found
    assert started[0].returncode is not None


def _refused(wrong: Exception) -> Callable[[], subprocess.Popen[bytes]]:
    def start() -> subprocess.Popen[bytes]:
        raise wrong

    return start


@pytest.mark.parametrize("wrong", [OSError("no more processes"), ValueError("no such program")], ids=str)
def test_no_second_process(wrong: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no second process can be started, the first reads all."""
    monkeypatch.setattr(readers, "_started", _refused(wrong))
    calls = log()

    assert expected(calls, Settings()) == read(calls, Settings())[0]


def test_a_failure_ends_the_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong here meanwhile is told, and leaves no process behind."""
    started: list[subprocess.Popen[bytes]] = []
    begin = readers._started

    def start() -> subprocess.Popen[bytes]:
        started.append(begin())
        return started[0]

    def fail() -> None:
        raise KeyError("meanwhile")

    monkeypatch.setattr(readers, "_started", start)
    with pytest.raises(KeyError):
        read(log(), Settings(), fail)

    assert started[0].returncode is not None


def test_a_process_that_was_not_needed() -> None:
    """A second process whose run stops before the notes are read is gone as well."""
    with readers.ready(1_000) as second:
        assert second is not None and second.poll() is None

    assert second.returncode is not None


def test_small_logs_need_no_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log of a usual size starts no process."""
    monkeypatch.setattr(readers, "_started", _refused(AssertionError("a process was started")))
    calls = log(50)

    assert expected(calls, Settings()) == read(calls, Settings())[0]


@pytest.mark.parametrize("program", [None, "", "/opt/sheetsync/sheetsync"])
def test_no_interpreter_to_start(program: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with Python inside is not started a second time: it would do what it does, and not read notes."""
    monkeypatch.setattr(readers, "_started", _refused(AssertionError("a process was started")))
    monkeypatch.setattr(sys, "executable", program)
    calls = log()

    assert expected(calls, Settings()) == read(calls, Settings())[0]


def test_no_thread_to_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives no thread, the first process reads all, and the second is gone."""
    monkeypatch.setattr(threading.Thread, "start", _no_thread)
    calls = log()
    with readers.ready(len(calls)) as second:
        found = readers.read(calls, Settings(), lambda: None, second)[0]

    assert expected(calls, Settings()) == found
    assert second is not None and second.returncode is not None


def _no_thread(_: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")
