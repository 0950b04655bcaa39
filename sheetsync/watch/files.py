"""Excel files that are watched: how one stands now, and a thread that tells when something happens to it."""

from __future__ import annotations

import logging
import os
import threading
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from sheetsync.stores import files
from sheetsync.watch.scheduler import Seen

log = logging.getLogger("sheetsync.watch")

#: Events are gathered for so many milliseconds at most, and told as soon as none came for the shorter time.
_GATHERED, _STEP = 400, 200
#: How often the thread looks whether folders came or went (seconds).
_FOLDERS_EVERY = 2.0


def version_of(path: Path) -> str:
    """What differs whenever a file may have changed: its size, its time and its number on the disk.

    Raises:
        OSError: it cannot be looked at.
    """
    found = path.stat()
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ino}"


def look(path: Path) -> Seen:
    """How a file stands now."""
    try:
        resolved = path.resolve()
        version = version_of(resolved)
    except FileNotFoundError:
        if not path.parent.exists():
            return Seen("", gone="is out of reach: its folder is not there (is the drive connected?)")
        return Seen("", gone="is not there any more")
    except OSError as wrong:
        return Seen("", gone=f"cannot be looked at ({wrong.strerror or wrong})")
    held = files.open_in(resolved) or files.open_in(path)
    return Seen(version, held[0] if held else _denied(resolved))


def _denied(path: Path) -> str:
    """On Windows, a program that lets nobody else write the file: a sharing violation."""
    if os.name != "nt":
        return ""
    try:
        with path.open("r+b"):
            return ""
    except OSError as wrong:
        return "another program" if getattr(wrong, "winerror", None) in (32, 33) else ""


def settled(path: Path, digest: str) -> str:
    """The version of the file, if it holds the very bytes of that fingerprint; "" where it does not, or they are not known."""
    if not digest:
        return ""
    try:
        before = version_of(path)
        return before if files.digest(path) == digest and version_of(path) == before else ""
    except OSError:
        return ""


def named(paths: Mapping[str, Path]) -> dict[str, list[str]]:
    """The names that tell of each target, by folder and name: the file's own, and those of the files that say who has it open."""
    found: dict[str, list[str]] = {}
    for key, path in paths.items():
        for one in {path, path.resolve()}:
            for name in (one.name, f"~${one.name}", f".~lock.{one.name}#"):
                found.setdefault(folded(str(one.parent / name)), []).append(key)
    return found


def folded(path: str) -> str:
    """A path as it is compared: file systems differ in upper and lower case, and in how they write an umlaut."""
    return unicodedata.normalize("NFC", os.path.normpath(path)).casefold()


class Events:
    """A thread that tells when something happens to one of these files. Where a file system has no events, it is silent."""

    def __init__(self, paths: Mapping[str, Path], tell: Callable[[str], None]) -> None:
        self._names = named(paths)
        self._folders = {one.parent for path in paths.values() for one in (path, path.resolve())}
        self._tell = tell
        self._stop, self._again = threading.Event(), threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begins to tell."""
        for work in (self._run, self._follow):
            thread = threading.Thread(target=work, name="sheetsync-files", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Ends the thread."""
        self._stop.set()
        self._again.set()
        for thread in self._threads:
            thread.join(timeout=5)

    def _there(self) -> dict[Path, tuple[int, int]]:
        found = {}
        for folder in self._folders:
            try:
                held = folder.stat()
            except OSError:
                continue
            found[folder] = held.st_dev, held.st_ino
        return found

    def _follow(self) -> None:
        """A folder that was taken away and is back is another one for the system: it has to be asked again."""
        before = self._there()
        while not self._stop.wait(_FOLDERS_EVERY):
            now = self._there()
            if now != before:
                before = now
                self._again.set()

    def _run(self) -> None:
        import watchfiles

        while not self._stop.is_set():
            folders = list(self._there())
            self._again.clear()
            if not folders:
                self._again.wait()
                continue
            try:
                for changes in watchfiles.watch(
                    *folders,
                    watch_filter=None,
                    debounce=_GATHERED,
                    step=_STEP,
                    stop_event=self._again,
                    rust_timeout=60_000,
                    recursive=False,
                    raise_interrupt=False,
                    ignore_permission_denied=True,
                ):
                    self._told(path for _, path in changes)
            except (OSError, RuntimeError) as wrong:  # no events to be had there, or no more of them
                log.info("no file events: %s", wrong)
                self._again.wait(30.0)

    def _told(self, paths: Iterable[str]) -> None:
        for key in {key for path in paths for key in self._names.get(folded(path), ())}:
            self._tell(key)
