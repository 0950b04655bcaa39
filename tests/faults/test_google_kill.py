"""The command itself, ended with SIGKILL at a request to the service behind a real HTTPS proxy, and then run again."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from google_desk import LOG, Answer, Broken, Desk, FakeGoogle, Served, calls, differences, held, serve
from test_google_proxy import ROBOT, key_file

from sheetsync.journal import open_journal

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")

#: Every request by hand (SHEETSYNC_FAULTS=all): the sign-in, the read, the last look (before which the journal is written), the write.
ALL = os.environ.get("SHEETSYNC_FAULTS") == "all"
_LOOK, _WRITE = 2, 3


class Deadly(FakeGoogle):
    """Ends the process that asks, at one request: before it is carried out, or after that and before its answer."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.victim: subprocess.Popen[bytes] | None = None
        self.at, self.late, self.count = -1, False, 0

    def answer(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Answer:
        number, self.count = self.count, self.count + 1
        if self.victim is None or number != self.at:
            return super().answer(method, url, headers, body)  # type: ignore[return-value]
        if self.late:
            super().answer(method, url, headers, body)
        self.victim.kill()
        self.victim.wait(60)
        raise Broken("nobody is there any more")


def _start(folder: Path, served: Served, *words: str) -> subprocess.Popen[bytes]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GOOGLE_")}
    environ |= served.environ() | {"SHEETSYNC_STATE": str(folder / "state"), "SHEETSYNC_CONFIG": str(folder)}
    command = [sys.executable, "-m", "sheetsync", *words]
    return subprocess.Popen(command, cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _ended(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, (out + err).decode()


@pytest.mark.parametrize("late", [False, True], ids=["before it is carried out", "before its answer is read"])
def test_killed_at_the_command_line(tmp_path: Path, late: bool) -> None:
    """After kill -9 at a request the next sync ends as the first would have; history tells of both, and undo takes the run back."""
    fake = Deadly(account=ROBOT)
    key_file(fake, tmp_path)
    book = fake.book(title="Ann's calls")
    desk = Desk(tmp_path / "alone", calls(6))
    blank = desk.log.copied()
    desk.sync(now=dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc))
    alone, tried = held(desk.book), range(4) if ALL else (_WRITE,)
    with serve(fake, tmp_path) as served:
        for at in tried:
            book.sheets[:] = [blank.copied()]
            shutil.rmtree(tmp_path / "state", ignore_errors=True)
            fake.count, fake.at, fake.late = 0, at, late
            fake.victim = _start(tmp_path, served, "sync", book.id)
            killed, said = _ended(fake.victim)
            fake.victim = None
            again, more = _ended(_start(tmp_path, served, "sync", book.id))

            assert (-signal.SIGKILL, 0) == (killed, again), said + more
            assert [] == differences(alone, held(book))
            assert "Traceback" not in said + more
            entries = open_journal(tmp_path / "state", f"google:{book.id}", "").entries()
            written = [one.done or not one.unwritten for one in entries]
            assert ([True] if at < _LOOK or (late and at == _WRITE) else [False, True]) == written, entries
            _, listed = _ended(_start(tmp_path, served, "history", book.id))
            assert len(entries) == listed.count("sync:"), listed
        assert 0 == _ended(_start(tmp_path, served, "undo", book.id))[0]
        assert not any(book.sheet(LOG).holds(row, 7) for row in range(1, 7))
    files = {one.suffix for one in (tmp_path / "state").rglob("*") if one.is_file()}
    print(f"killed at {len(tried)} requests")

    assert {".jsonl", ".lock", ".json"} >= files
