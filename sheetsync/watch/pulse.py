"""A watch's sign of life: a small file in the state directory that says when it last lived and when each target was last synced."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sheetsync import config
from sheetsync.errors import CannotUse

#: A watch writes its sign at least so often, and is taken for dead after so long without one (seconds).
EVERY, DEAD_AFTER = 60.0, 300.0
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Pulse:
    """What a watch said of itself."""

    name: str
    process: int
    beat: dt.datetime
    targets: Mapping[str, Mapping[str, str]]  # by label: synced (ISO, or ""), status
    stopped: bool = False

    def alive(self, now: dt.datetime) -> bool:
        """Whether it lives."""
        return not self.stopped and abs((now - self.beat).total_seconds()) < DEAD_AFTER

    @property
    def synced(self) -> dt.datetime | None:
        """When it last synced anything."""
        return max(
            (dt.datetime.fromisoformat(one["synced"]) for one in self.targets.values() if one.get("synced")),
            default=None,
        )


def write(state: Path, found: Pulse) -> None:
    """Leaves the sign; a failure to do so stops nothing."""
    path = _path(state, found.name)
    fresh = path.with_name(f"{path.stem}-{os.getpid()}.new")
    data: dict[str, Any] = {
        "format": _FORMAT, "name": found.name, "process": found.process, "stopped": found.stopped,
        "beat": found.beat.isoformat(timespec="seconds"), "targets": {key: dict(one) for key, one in found.targets.items()},
    }  # fmt: skip
    try:
        config.private_dir(path.parent)
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False)
        fresh.replace(path)
    except (OSError, CannotUse):
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def read(state: Path, name: str) -> Pulse | None:
    """The sign of the watch of that name; None where it never left one."""
    try:
        data = json.loads(_path(state, name).read_text(encoding="utf-8"))
        if data["format"] != _FORMAT:
            return None
        beat = dt.datetime.fromisoformat(data["beat"])
        return Pulse(str(data["name"]), int(data["process"]), beat, dict(data["targets"]), bool(data["stopped"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _path(state: Path, name: str) -> Path:
    return state / "watch" / f"{config.target_key(name)}.json"
