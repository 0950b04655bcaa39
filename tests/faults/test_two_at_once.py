"""Runs that overlap, as real processes; and locks of processes that died."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import room
from conftest import Command

from sheetsync import config, sync
from sheetsync.errors import StaleSnapshot
from sheetsync.journal import open_journal
from sheetsync.stores.excel import ExcelStore
from sheetsync.sync import Options


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A small log on disk."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(room.small())
    return path


@pytest.fixture
def at_work(workbook: Path, sheetsync: Command) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the lock: it waits for the workbook to be closed in Excel."""
    owner = workbook.with_name("~$log.xlsx")
    owner.write_bytes(b"Ann")
    command = [sys.executable, "-m", "sheetsync", "sync", str(workbook), "--wait", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ)) as other:
        while "Another sheetsync" not in sheetsync("sync", workbook).err:
            assert other.poll() is None, other.communicate()
        try:
            yield other
        finally:
            other.kill()
            owner.unlink(missing_ok=True)


def test_a_second_run_says_so_and_leaves(workbook: Path, at_work: object, sheetsync: Command) -> None:
    """While one run is at work, another command that writes says so in one line and leaves with 4; nothing is touched."""
    before = workbook.read_bytes()
    for words in ("sync",), ("undo",), ("undo", "--restore-file"), ("history", "--purge"), ("template", "upgrade"):
        said = sheetsync(*words, workbook)

        assert (words, 4) == (words, said.code)
        assert "Another sheetsync run is working on log.xlsx" in said.err
        assert 1 == said.err.count("\n")
        assert before == workbook.read_bytes()


def test_the_first_run_does_its_work(workbook: Path, at_work: subprocess.Popen[bytes], sheetsync: Command) -> None:
    """The run that was first ends well, and the next one finds nothing to do."""
    workbook.with_name("~$log.xlsx").unlink()
    out, err = at_work.communicate(timeout=60)

    assert (0, b"") == (at_work.returncode, err), out
    assert "up to date" in sheetsync("sync", workbook).out


def test_the_lock_of_a_dead_process_is_free(
    workbook: Path, at_work: subprocess.Popen[bytes], sheetsync: Command
) -> None:
    """A run that was killed while it held the lock stops no later run."""
    at_work.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    at_work.wait(timeout=60)
    workbook.with_name("~$log.xlsx").unlink()

    assert 0 == sheetsync("sync", workbook).code


def test_many_at_once(workbook: Path) -> None:
    """Of runs that start together each either works or says that another does; one of them writes, once."""
    command = [sys.executable, "-m", "sheetsync", "sync", str(workbook), "--quiet"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    said = [one.communicate(timeout=120)[1].decode() for one in running]
    codes = [one.returncode for one in running]
    state = Path(os.environ["SHEETSYNC_STATE"])

    assert {0, 4} >= set(codes), said
    assert 0 in codes
    assert [True] == [one.done for one in open_journal(state, str(workbook.resolve()), "").entries()]
    assert [workbook] == list(workbook.parent.iterdir())


def test_the_lock_is_one_whatever_way_leads_to_the_file(workbook: Path, tmp_path: Path, sheetsync: Command) -> None:
    """A relative path, a way round, and a symbolic link mean the same workbook."""
    link = tmp_path / "link.xlsx"
    link.symlink_to(workbook)
    (tmp_path / "below").mkdir()
    around = tmp_path / "below" / ".." / "log.xlsx"
    with config.locked(Path(os.environ["SHEETSYNC_STATE"]), str(workbook.resolve()), "log.xlsx"):
        codes = [sheetsync("sync", path).code for path in (workbook, link, around, Path(os.path.relpath(workbook)))]

    assert [4, 4, 4, 4] == codes


def test_a_file_saved_while_we_waited_is_not_put_back(tmp_path: Path) -> None:
    """Putting a version back waits while the workbook is open in Excel: what the person saves before closing it is not lost."""
    desk = room.Room(tmp_path, room.plain(room.calls()))
    desk.sync()
    owner = desk.path.with_name("~$log.xlsx")
    owner.write_bytes(b"Ann")

    def saves_and_closes(seconds: float) -> None:
        room.typed(desk.path, {(1, 8): "wants a quote"})
        owner.unlink()

    store = ExcelStore(desk.path, wait=60, backups=desk.state / "versions", sleep=saves_and_closes)
    with pytest.raises(StaleSnapshot, match="Nothing was written"):
        sync.restore_file(store, Options(now=room.NOW), desk.state)

    assert "wants a quote" == desk.cells()[1][8]
    assert ["sync", "undo"] == [entry.kind for entry in desk.entries()]
    assert [False, True] == [entry.unwritten for entry in desk.entries()]
