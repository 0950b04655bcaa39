"""Where a workbook may lie: links, folders and drives that let a file be replaced, or do not, and sync clients that replace it themselves."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import room
from conftest import Command
from failing import Layer, layered
from room import Room

from sheetsync.stores.excel import ExcelStore

posix = pytest.mark.skipif(os.name != "posix", reason="links and rights as POSIX has them")


def _great(path: Path) -> object:
    found = ExcelStore(path).read().tab(room.LOG)
    return found.at(1, 6) if found is not None else None


@posix
def test_a_hard_linked_workbook(tmp_path: Path, sheetsync: Command) -> None:
    """A workbook with a second name: the one that was named is synced, the other keeps every byte of before, and the run says so and what to do."""
    desk = Room(tmp_path, room.small())
    other = tmp_path / "other.xlsx"
    other.hardlink_to(desk.path) if hasattr(other, "hardlink_to") else os.link(desk.path, other)
    said = sheetsync("sync", desk.path)

    assert 0 == said.code, said.err
    assert "log.xlsx has another name on this drive (hard links)" in said.err
    assert "symbolic link" in said.err
    assert room.small() == other.read_bytes()
    assert _great(desk.path)
    again = sheetsync("sync", desk.path, "--verbose")
    assert (0, "") == (again.code, again.err)


@posix
def test_a_linked_workbook(tmp_path: Path, sheetsync: Command) -> None:
    """A symbolic link, also one to a link in another folder: the file is synced where it lies, the links stay, nothing is made beside them."""
    desk = Room(tmp_path, room.small())
    first, second = tmp_path / "a" / "first.xlsx", tmp_path / "b" / "second.xlsx"
    for link, to in ((first, desk.path), (second, first)):
        link.parent.mkdir()
        link.symlink_to(to)
    said = sheetsync("sync", second)

    assert (0, "") == (said.code, said.err)
    assert [True, True] == [one.is_symlink() for one in (first, second)]
    assert _great(desk.path)
    assert [["first.xlsx"], ["second.xlsx"], ["log.xlsx"]] == [
        [one.name for one in folder.iterdir()] for folder in (first.parent, second.parent, desk.folder)
    ]


@posix
@pytest.mark.parametrize(
    ("name", "said"),
    [("file", "log.xlsx is read-only. Make it writable"), ("folder", "The folder of log.xlsx is read-only")],
)
def test_what_may_not_be_written(tmp_path: Path, name: str, said: str, sheetsync: Command) -> None:
    """A read-only file in a folder that may be written, and a file in a folder that may not: left alone, also for a user who may write
    everything, and told what to do; once that is done, the next run does its work."""
    desk = Room(tmp_path, room.small())
    place, mode = (desk.path, 0o444) if name == "file" else (desk.folder, 0o555)
    before = place.stat().st_mode & 0o777
    place.chmod(mode)
    try:
        for words in ("sync",), ("check",), ("doctor",):
            found = sheetsync(*words, desk.path)
            assert (words, 3) == (words, found.code)
        assert said in sheetsync("sync", desk.path).err
        assert room.small() == desk.path.read_bytes()
        assert mode == place.stat().st_mode & 0o777
        assert ["log.xlsx"] == [one.name for one in desk.folder.iterdir()]
    finally:
        place.chmod(before)
    assert 0 == sheetsync("sync", desk.path).code
    assert _great(desk.path)


RENAMES = {
    errno.EXDEV: (3, "lets no file be replaced", "Copy the workbook to a folder of your own"),
    errno.EPERM: (3, "lets no file be replaced", "Copy the workbook to a folder of your own"),
    errno.EEXIST: (3, "lets no file be replaced", "Copy the workbook to a folder of your own"),
    errno.ENOTSUP: (3, "lets no file be replaced", "Copy the workbook to a folder of your own"),
    errno.EBUSY: (4, "is held by another program, or is mounted by itself", "Close it, then run again"),
    errno.EIO: (4, "cannot be read or written now", ""),
    errno.ENOSPC: (3, "The disk is full", "Make room"),
}


@pytest.mark.parametrize("number", RENAMES, ids=[errno.errorcode[number] for number in RENAMES])
@pytest.mark.parametrize("words", [("sync",), ("undo",), ("undo", "--restore-file")], ids=" ".join)
def test_a_drive_that_cannot_replace_a_file(
    tmp_path: Path, words: tuple[str, ...], number: int, sheetsync: Command
) -> None:
    """Where the one step from the old file to the new fails, whatever the reason: the old file stays, nothing is left beside it, the message
    says what to do, the journal says that nothing was written, and on another drive the same command does its work."""
    code, what, do = RENAMES[number]
    desk = Room(tmp_path, room.small())
    desk.state = Path(os.environ["SHEETSYNC_STATE"])
    if words[0] == "undo":
        sheetsync("sync", desk.path)
    before = desk.path.read_bytes()

    def refuse(operation: str, path: str) -> None:
        if path.endswith(".tmp"):
            raise OSError(number, os.strerror(number), path)

    with layered(Layer((desk.folder,), 0, refuse, lasting=True, kinds=("replace",))):
        said = sheetsync(*words, desk.path)

    assert (code, before) == (said.code, desk.path.read_bytes())
    assert what in said.err
    assert do in said.err
    assert [] == desk.strays()
    assert [(False, True)] == [(one.done, one.unwritten) for one in desk.entries()[-1:]]
    assert 0 == sheetsync(*words, desk.path).code
    assert before != desk.path.read_bytes()


def _renamed_in(desk: Room, new: Path) -> None:
    new.rename(desk.path)


def _deleted_and_made(desk: Room, new: Path) -> None:
    desk.path.unlink()
    desk.path.write_bytes(new.read_bytes())
    new.unlink()


def _written_in_place(desk: Room, new: Path) -> None:
    desk.path.write_bytes(new.read_bytes())
    new.unlink()


CLIENTS: dict[str, Callable[[Room, Path], None]] = {
    "a new file renamed in": _renamed_in,
    "deleted and made anew": _deleted_and_made,
    "written in place": _written_in_place,
}


@pytest.mark.parametrize("name", CLIENTS)
def test_a_sync_client_between_the_read_and_the_rename(tmp_path: Path, name: str) -> None:
    """Another version of the file that OneDrive or Dropbox puts there at any moment until the last look before the rename, whichever way:
    the run begins again with it, so what was typed on the other computer stays and is flagged."""
    new = tmp_path / "new.xlsx"
    new.write_bytes(room.small())
    room.typed(new, {(1, 5): "typed on another computer"})
    theirs = new.read_bytes()
    counted = Room(tmp_path / "count", room.small())
    with layered(Layer((counted.folder, counted.state))) as layer:
        counted.sync()
    last = next(at for at, (kind, path) in enumerate(layer.seen) if kind == "replace" and path.endswith(".tmp"))
    chosen = sorted({*range(0, last, 24), *range(last - 8, last)})
    wrong = []
    for at in chosen:
        desk = Room(tmp_path / f"desk {at}", room.small())
        new.write_bytes(theirs)

        def arrive(operation: str, path: str, desk: Room = desk) -> None:
            CLIENTS[name](desk, new)

        with layered(Layer((desk.folder, desk.state), at, arrive)):
            desk.sync()
        if desk.cells()[1][5] != "typed on another computer" or not desk.cells()[1][6] or desk.strays():
            wrong.append((at, layer.seen[at], desk.cells()[1], desk.strays()))
    print(f"{name}: at {len(chosen)} of {last} boundaries")

    assert [] == wrong


def test_a_save_in_the_last_instant(tmp_path: Path) -> None:
    """The one instant that cannot be guarded, between the last look and the rename: what another program puts there then is replaced by
    ours, made of the version before it. Nothing of that version is lost: it is the saved one; a sync client keeps the other in its history."""
    desk = Room(tmp_path, room.small())
    new = tmp_path / "new.xlsx"
    new.write_bytes(room.small())
    room.typed(new, {(1, 5): "typed in the last instant"})

    def arrive(operation: str, path: str) -> None:
        if path.endswith(".tmp"):
            new.rename(desk.path)

    with layered(Layer((desk.folder,), 0, arrive, kinds=("replace",))):
        desk.sync()

    assert "typed in the last instant" != desk.cells()[1][5]
    assert room.small() == Path(desk.entries()[-1].saved).read_bytes()


def test_a_workbook_that_is_deleted_meanwhile(tmp_path: Path, sheetsync: Command) -> None:
    """A file that is gone before the rename is not made again: the run says that it is not there any more, or begins again and says so."""
    counted = Room(tmp_path / "count", room.small())
    with layered(Layer((counted.folder, counted.state))) as layer:
        counted.sync()
    last = next(at for at, (kind, path) in enumerate(layer.seen) if kind == "replace" and path.endswith(".tmp"))
    for at in range(last - 3, last):
        desk = Room(tmp_path / f"desk {at}", room.small())
        state = Path(os.environ["SHEETSYNC_STATE"])

        def go(operation: str, path: str, desk: Room = desk) -> None:
            desk.path.unlink()

        with layered(Layer((desk.folder, state), at, go)):
            said = sheetsync("sync", desk.path)

        assert (at, 2) == (at, said.code), said.err
        assert [] == list(desk.folder.iterdir())
