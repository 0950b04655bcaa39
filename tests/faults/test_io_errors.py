"""The file layer fails at any boundary: the disk is full, broken, read-only, or may not be written."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import failing
import pytest
import room
from failing import Layer, layered
from room import Room

from sheetsync import sync
from sheetsync.errors import NeedsPerson, TryAgain
from sheetsync.sync import Options

ALL = os.environ.get("SHEETSYNC_FAULTS") == "all"
#: What fails, and at which of the writes (of each of them by hand).
ERRORS = {
    "full": (errno.ENOSPC, 60),
    "broken": (errno.EIO, 60),
    "read-only": (errno.EROFS, 90),
    "forbidden": (errno.EACCES, 90),
}


def _boundaries(desk: Room) -> list[tuple[str, str]]:
    layer = Layer((desk.folder, desk.state))
    with layered(layer):
        desk.sync()
    return layer.seen


@pytest.mark.parametrize(
    ("name", "lasting"),
    [("full", False), ("full", True), ("broken", False), ("read-only", True), ("forbidden", False)],
)
def test_an_error_at_any_boundary(tmp_path: Path, name: str, lasting: bool) -> None:
    """An error of the system ends the run in words, with the workbook old or new, never in between; a later run does the rest."""
    number, every = ERRORS[name]
    desk = Room(tmp_path / "now", room.small())
    desk.state.mkdir()
    shutil.copytree(tmp_path / "now", tmp_path / "before")
    seen = _boundaries(desk)
    expected = desk.path.read_bytes()
    writes = [at for at, (operation, _) in enumerate(seen) if operation in ("write", "half", "flush", "close")]
    chosen = sorted({*range(len(seen))} - {*writes} | {*writes[:: 1 if ALL else every]})
    wrong = []
    for at in chosen:
        shutil.rmtree(tmp_path / "now")
        shutil.copytree(tmp_path / "before", tmp_path / "now")
        said: Exception | None = None
        try:
            with layered(Layer((desk.folder, desk.state), at, failing.error(number), lasting=lasting)):
                desk.sync()
        except Exception as error:
            said = error
        if said is not None and not isinstance(said, (NeedsPerson, TryAgain)):
            wrong.append((at, seen[at], repr(said)))
        between = desk.path.read_bytes()
        if between != expected and (between != room.small() or said is None):
            wrong.append((at, seen[at], f"the workbook is neither old nor new, and {said!r}"))
        if said is not None and not lasting and between == room.small() and desk.strays():
            wrong.append((at, seen[at], f"left behind: {desk.strays()}"))
        desk.sync()
        if desk.path.read_bytes() != expected or desk.strays():
            wrong.append((at, seen[at], f"afterwards: {desk.strays()}"))
    print(f"{name}: failed at {len(chosen)} of {len(seen)} boundaries")

    assert [] == wrong


def test_a_sync_client_that_replaces_the_file_in_the_middle(tmp_path: Path) -> None:
    """A newer file that OneDrive or Dropbox puts in place while a run is at work is what the run ends up with, edits and all."""
    theirs = room.small()
    other = tmp_path / "theirs.xlsx"
    other.write_bytes(theirs)
    room.typed(other, {(1, 5): "typed on another computer"})
    theirs = other.read_bytes()
    desk = Room(tmp_path / "now", room.small())
    desk.state.mkdir()
    shutil.copytree(tmp_path / "now", tmp_path / "before")
    seen = _boundaries(desk)
    renamed = next(at for at, (operation, path) in enumerate(seen) if operation == "replace" and path.endswith(".tmp"))
    wrong, tried = [], 0
    for at in range(0, renamed, 1 if ALL else 15):
        shutil.rmtree(tmp_path / "now")
        shutil.copytree(tmp_path / "before", tmp_path / "now")
        arriving = tmp_path / "arriving.xlsx"
        arriving.write_bytes(theirs)

        def arrive(operation: str, path: str, arriving: Path = arriving) -> None:
            arriving.rename(desk.path)

        with layered(Layer((desk.folder, desk.state), at, arrive)):
            desk.sync()
        tried += 1
        if desk.cells()[1][5] != "typed on another computer" or not desk.cells()[1][6] or desk.strays():
            wrong.append((at, seen[at], desk.cells()[1], desk.strays()))
    print(f"replaced at {tried} of {renamed} boundaries")

    assert [] == wrong


@pytest.mark.parametrize("number", [errno.EEXIST, errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.EBUSY])
def test_a_drive_that_cannot_rename_over_a_file(tmp_path: Path, number: int) -> None:
    """Where the one step from the old file to the new cannot be made, the old file stays, and no other is left beside it."""
    desk = Room(tmp_path, room.small())

    def refuse(operation: str, path: str) -> None:
        if path.endswith(".tmp"):
            raise OSError(number, os.strerror(number), path)

    with (
        layered(Layer((desk.folder,), 0, refuse, lasting=True, kinds=("replace",))),
        pytest.raises((NeedsPerson, TryAgain)),
    ):
        desk.sync()

    assert room.small() == desk.path.read_bytes()
    assert [] == desk.strays()
    assert [(False, True)] == [(one.done, one.unwritten) for one in desk.entries()]


def test_an_undo_after_a_failed_run_takes_back_the_run_that_wrote(tmp_path: Path) -> None:
    """A run that ended before it wrote is not what undo takes back."""
    desk = Room(tmp_path, room.small())
    first = desk.sync().run
    room.typed(desk.path, {(1, 5): "left a voicemail"})
    with layered(Layer((desk.folder,), 0, failing.error(errno.ENOSPC), kinds=("write",))), pytest.raises(NeedsPerson):
        desk.sync()
    desk.undo()

    assert first == desk.entries()[-1].undoes
    assert [None] * 3 == desk.cells()[2][6:9]


def test_a_journal_whose_last_line_was_torn_can_still_be_taken_back(tmp_path: Path) -> None:
    """A crash in the middle of the journal's last line loses nothing: the run is known, and can be taken back."""
    desk = Room(tmp_path, room.small())
    run = desk.sync().run
    path = next(desk.state.rglob(f"{run}.jsonl"))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2]) + lines[-1][:20])

    assert [run] == [one.run for one in desk.entries()]
    desk.undo()
    assert [None] * 3 == desk.cells()[2][6:9]
    assert [True, True] == [one.done for one in desk.entries()]  # the store's own note told how the first one ended


def test_a_journal_that_cannot_be_finished_is_told(tmp_path: Path) -> None:
    """Where the workbook was written and the journal's end was not, the message says both, and the run can be taken back."""
    desk = Room(tmp_path, room.small())

    def refuse(operation: str, path: str) -> None:
        if path.endswith(".jsonl"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    layer = Layer((desk.state,), 0, refuse, lasting=True, kinds=("write",))
    with layered(layer), pytest.raises(NeedsPerson, match="was written, but the end of run"):
        desk.sync()

    assert desk.cells()[1][6]
    desk.undo()
    assert [None] * 3 == desk.cells()[2][6:9]


@pytest.mark.parametrize(
    "name", ["copy of 20261124T090000-01.jsonl", "x.jsonl", "20261124T090000-01 (conflicted copy).jsonl"]
)
def test_strange_files_in_the_journal_are_passed_over(tmp_path: Path, name: str) -> None:
    """A file that somebody or a sync client put among the journals stops no run."""
    desk = Room(tmp_path, room.small())
    desk.sync()
    folder = next(desk.state.rglob("*.jsonl")).parent
    (folder / name).write_text("no journal\n")
    room.typed(desk.path, {(1, 5): "left a voicemail"})

    assert desk.sync().written
    desk.undo()
    assert (folder / name).exists()


def test_a_state_directory_that_is_a_file(tmp_path: Path) -> None:
    """Where nothing can be remembered, nothing is written."""
    desk = Room(tmp_path, room.small())
    desk.state.write_text("in the way")
    with pytest.raises(NeedsPerson, match="SHEETSYNC_STATE"):
        desk.sync()

    assert room.small() == desk.path.read_bytes()


@pytest.mark.parametrize(
    "damage", [lambda data: data[:2_000], lambda data: b"", lambda data: data[:300] + b"\xff" * 40 + data[340:]]
)
def test_a_damaged_saved_version_is_never_put_back(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """A saved version that rotted on the disk does not replace the workbook."""
    desk = Room(tmp_path, room.small())
    desk.sync()
    after = desk.path.read_bytes()
    saved = Path(desk.entries()[-1].saved)
    saved.write_bytes(damage(saved.read_bytes()))
    with pytest.raises(NeedsPerson, match="is damaged"):
        sync.restore_file(desk.store(), Options(now=room.NOW, today=room.TODAY), desk.state)

    assert after == desk.path.read_bytes()
    assert [] == desk.strays()
