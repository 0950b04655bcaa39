"""A run that is killed at any boundary of the file layer, and then run again."""

from __future__ import annotations

import datetime as dt
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
from sheetsync.errors import NeedsPerson
from sheetsync.grid import Value
from sheetsync.sync import Options

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked")

#: Every boundary by hand (SHEETSYNC_FAULTS=all); in the usual run all but writes, and some of those.
ALL = os.environ.get("SHEETSYNC_FAULTS") == "all"
WRITES = ("write", "half", "flush", "close")


def _edit(desk: Room) -> None:
    """A person corrects a note and adds a call."""
    cells = {
        (1, 5): "said to call back in March",
        (5, 0): dt.date(2026, 11, 9),
        (5, 2): "Una Page",
        (5, 5): "left a voicemail",
    }
    room.typed(desk.path, cells)


def _synced(desk: Room) -> None:
    desk.path.write_bytes(room.small())
    desk.sync()


def _synced_and_edited(desk: Room) -> None:
    _synced(desk)
    _edit(desk)


def _synced_twice(desk: Room) -> None:
    _synced_and_edited(desk)
    desk.sync()


def _restore(desk: Room) -> None:
    sync.restore_file(desk.store(), Options(now=room.NOW, today=room.TODAY), desk.state)


SCENES: dict[str, tuple[Callable[[Room], object], Callable[[Room], object], int]] = {
    "a first sync": (lambda desk: desk.path.write_bytes(room.small()), lambda desk: desk.sync(), 50),
    "a later sync": (_synced_and_edited, lambda desk: desk.sync(), 80),
    "an undo": (_synced_twice, lambda desk: desk.undo(), 80),
    "a saved version put back": (_synced, _restore, 5),
}


class _Scene:
    """One folder that is put back as it was before each try: journals know a workbook by its path."""

    def __init__(self, folder: Path, name: str) -> None:
        self.prepare, self.act, self.every = SCENES[name]
        self.desk = Room(folder / "now")
        self.prepare(self.desk)
        self.desk.state.mkdir(exist_ok=True)
        self.old = self.desk.path.read_bytes()
        shutil.copytree(folder / "now", folder / "before")
        layer = Layer((folder / "now",))
        with layered(layer):
            self.act(self.desk)
        self.boundaries = layer.seen
        self.new = self.desk.path.read_bytes()
        self.folder = folder
        self.tried = 0

    def chosen(self) -> list[int]:
        """The boundaries to try."""
        writes = [at for at, (operation, _) in enumerate(self.boundaries) if operation in WRITES]
        step = 1 if ALL else self.every
        return sorted({*range(len(self.boundaries))} - {*writes} | {*writes[::step]})

    def killed_at(self, at: int) -> int:
        """The act once more, killed at that boundary; how the process left."""
        shutil.rmtree(self.folder / "now")
        shutil.copytree(self.folder / "before", self.folder / "now")
        layer = Layer((self.folder / "now",), at, failing.kill)
        self.tried += 1

        def work() -> None:
            with layered(layer):
                self.act(self.desk)

        return failing.in_child(work)


@pytest.mark.parametrize("name", SCENES)
def test_killed_at_every_boundary(tmp_path: Path, name: str) -> None:
    """Whatever boundary a run is killed at: run again, and all is as without it; no file is left, and the journal tells the truth."""
    scene = _Scene(tmp_path, name)
    desk, wrong = scene.desk, []
    for at in scene.chosen():
        code = scene.killed_at(at)
        between = desk.path.read_bytes()
        if code != failing.KILLED:
            wrong.append((at, scene.boundaries[at], f"left with {code}"))
        if between not in (scene.old, scene.new):
            wrong.append((at, scene.boundaries[at], "the workbook is neither old nor new"))
        before = len(desk.entries())
        if between == scene.old:
            scene.act(desk)
        elif name == "a saved version put back":
            desk.store().clear()
        else:
            desk.sync()
        if desk.path.read_bytes() != scene.new:
            wrong.append((at, scene.boundaries[at], "another workbook"))
        if desk.strays():
            wrong.append((at, scene.boundaries[at], f"left behind: {desk.strays()}"))
        entries = desk.entries()
        killed = entries[before - 1] if before else None
        if killed is not None and killed.unwritten and between != scene.old:
            wrong.append((at, scene.boundaries[at], "the journal says that nothing was written"))
        if not entries[-1].done and between == scene.old:
            wrong.append((at, scene.boundaries[at], "the journal has no run that ended well"))
    print(f"{name}: killed at {scene.tried} of {len(scene.boundaries)} boundaries")

    assert [] == wrong


@pytest.mark.parametrize("name", ["a first sync", "a later sync", "an undo"])
def test_killed_between_the_rename_and_the_journals_end(tmp_path: Path, name: str) -> None:
    """A run that was killed once the new file stood in the old one's place is known to have ended, and can be taken back: cell by cell,
    and, while the file is still as it left it, as a whole, from the version saved before the rename."""
    scene = _Scene(tmp_path, name)
    desk, wrong = scene.desk, []
    renamed = max(at for at, (kind, path) in enumerate(scene.boundaries) if kind == "replace" and path.endswith(".tmp"))
    tried = range(renamed + 1, len(scene.boundaries))
    for at in tried:
        scene.killed_at(at)
        run = desk.entries()[-1].run
        sync.restore_file(desk.store(), Options(now=room.NOW, today=room.TODAY), desk.state, run)
        killed, back = desk.entries()[-2:]
        if desk.path.read_bytes() != scene.old or not killed.done or not killed.saved or back.undoes != run:
            wrong.append((at, scene.boundaries[at], "put back", killed, back))
        scene.killed_at(at)
        desk.undo(run)
        if desk.entries()[-1].undoes != run or desk.cells()[1:] == _cells(scene.new, desk):
            wrong.append((at, scene.boundaries[at], "taken back"))
        scene.killed_at(at)
        room.typed(desk.path, {(2, 5): "typed since"})
        typed = desk.path.read_bytes()
        with pytest.raises(NeedsPerson, match="was changed since"):
            sync.restore_file(desk.store(), Options(now=room.NOW, today=room.TODAY), desk.state, run)
        if desk.path.read_bytes() != typed or not desk.entries()[-1].saved:
            wrong.append((at, scene.boundaries[at], "changed since"))
    print(f"{name}: killed at {len(tried)} boundaries after the rename")

    assert [] == wrong
    assert len(tried) > 3


def _cells(data: bytes, desk: Room) -> list[list[Value]]:
    """The rows of a log with these bytes."""
    held = desk.path.read_bytes()
    desk.path.write_bytes(data)
    found = desk.cells()[1:]
    desk.path.write_bytes(held)
    return found
