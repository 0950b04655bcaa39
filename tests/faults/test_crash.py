"""A run that is killed at any boundary of the file layer, and then run again."""

from __future__ import annotations

import os
from pathlib import Path

import failing
import pytest
import room
from failing import Layer, layered
from room import Room

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked")

#: All boundaries by hand (SHEETSYNC_FAULTS=all); in the usual run every one but writes, and some of those.
ALL = os.environ.get("SHEETSYNC_FAULTS") == "all"


def _boundaries(desk: Room) -> list[tuple[str, str]]:
    layer = Layer((desk.folder, desk.state))
    with layered(layer):
        desk.sync()
    return layer.seen


def _chosen(seen: list[tuple[str, str]], every: int) -> list[int]:
    rare = [at for at, (operation, _) in enumerate(seen) if operation not in ("write", "half", "flush", "close")]
    often = [at for at in range(len(seen)) if at not in rare]
    return sorted(rare + often[:: 1 if ALL else every])


def test_killed_at_every_boundary_of_a_first_sync(tmp_path: Path) -> None:
    """Whatever boundary a run is killed at: run again, and the workbook is as without it, with no temporary file left."""
    whole = Room(tmp_path / "whole", room.small())
    seen = _boundaries(whole)
    expected = whole.path.read_bytes()
    wrong = []
    for at in _chosen(seen, 12):
        desk = Room(tmp_path / str(at), room.small())
        layer = Layer((desk.folder, desk.state), at, failing.kill)

        def work(desk: Room = desk, layer: Layer = layer) -> None:
            with layered(layer):
                desk.sync()

        code = failing.in_child(work)
        between = desk.path.read_bytes()
        if code != failing.KILLED or between not in (room.small(), expected):
            wrong.append((at, seen[at], code, "the workbook is neither old nor new"))
        desk.sync()
        if desk.path.read_bytes() != expected:
            wrong.append((at, seen[at], code, "another workbook"))
        if desk.strays():
            wrong.append((at, seen[at], code, str(desk.strays())))
    print(len(seen), len(_chosen(seen, 12)))

    assert [] == wrong
