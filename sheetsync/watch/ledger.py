"""The requests of the last minute, on disk: Google counts them whether or not the watch that made them is still there."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import threading
from collections.abc import Callable
from pathlib import Path

#: What Google counts by (seconds), and the size at which old lines are dropped (bytes).
MINUTE = 60.0
_LARGE = 20_000


class Ledger:
    """One line a request: when it was made, and of which kind. A ledger that cannot be written costs at most a pause."""

    def __init__(self, path: Path, wall: Callable[[], dt.datetime]) -> None:
        self._path, self._wall = path, wall
        self._lock = threading.Lock()

    def note(self, kind: str) -> None:
        """A request is made now."""
        line = f"{self._wall().timestamp():.2f} {kind}\n".encode()
        with self._lock, contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            with os.fdopen(os.open(self._path, flags, 0o600), "ab") as file:
                file.write(line)
                large = file.tell() > _LARGE
            if large:
                now = self._wall().timestamp()
                kept = "".join(f"{now - ago:.2f} {what}\n" for ago, what in self._lines())
                self._path.write_text(kept, encoding="utf-8")

    def before(self) -> list[tuple[float, str]]:
        """The requests of the last minute: how many seconds ago, and of which kind; the oldest first."""
        with self._lock:
            return self._lines()

    def _lines(self) -> list[tuple[float, str]]:
        now = self._wall().timestamp()
        found = []
        with contextlib.suppress(OSError, UnicodeDecodeError):
            for line in self._path.read_text(encoding="utf-8").splitlines():
                moment, _, kind = line.partition(" ")
                with contextlib.suppress(ValueError):
                    ago = now - float(moment)
                    if -MINUTE < ago < MINUTE:  # a clock that was set back a little loses none
                        found.append((max(0.0, ago), kind))
        return sorted(found, reverse=True)
