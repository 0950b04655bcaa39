"""One sync of one watched target: how it ended, and which version of it needs nothing more. It never raises."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sheetsync import seen
from sheetsync import sync as line
from sheetsync.errors import Busy, SheetsyncError, StaleSnapshot, TryAgain
from sheetsync.stores import files as on_disk
from sheetsync.stores.base import Store
from sheetsync.sync import Options, Result
from sheetsync.watch import files
from sheetsync.watch.scheduler import End, How

log = logging.getLogger("sheetsync.watch")

#: After a write the workbook is looked at once more: only a look that finds nothing to do tells which version is ours.
_LOOKS = 2


@dataclass(frozen=True, slots=True)
class Request:
    """One sync that is asked for."""

    now: dt.datetime
    state: Path
    tab: str | None = None
    largest_change: int | None = None

    def options(self) -> Options:
        """As a run takes them."""
        return Options(now=self.now, tab=self.tab, largest_change=self.largest_change)


@dataclass(frozen=True, slots=True)
class Worked:
    """How it ended, and the time zone of the workbook ("" is the machine's)."""

    end: End
    zone: str = ""


def sync_file(path: Path, request: Request, open_store: Callable[[], Store]) -> Worked:
    """Syncs a file. The version is that of the very bytes that were read and found in order, or that we wrote."""
    resolved = path.resolve()
    version = ""
    try:
        version = files.version_of(resolved)
        if seen.file_still(str(path), today=None, now=request.now, state=request.state, tab=request.tab):
            same = files.version_of(resolved) == version
            return Worked(End(How.DONE, version if same else ""), _zone(request.state, resolved))
        store = open_store()
        result = line.run(store, request.options(), request.state)
        digest = store.wrote() if result.written else store.token_of(result.book.snapshot)
        return _worked(result, files.settled(resolved, digest))
    except TryAgain as wrong:
        held = on_disk.open_in(resolved) or on_disk.open_in(path)
        if held is not None and not isinstance(wrong, (StaleSnapshot, Busy)):
            return Worked(End(How.HELD, text=str(wrong)))
        return Worked(_failed(wrong, version))
    except OSError as wrong:
        gone = not resolved.exists()
        return Worked(End(How.STALE if gone else How.LATER, version, f"{path.name}: {wrong.strerror or wrong}"))
    except Exception as wrong:
        return Worked(_failed(wrong, version))


def sync_sheet(modified: str, request: Request, open_store: Callable[[], tuple[Store, Callable[[], int]]]) -> Worked:
    """Syncs a spreadsheet. The version is the time, as Drive says it, that was known before a reading that found nothing to do."""
    spent: Callable[[], int] = lambda: 0  # noqa: E731
    try:
        store, spent = open_store()
        options = request.options()
        if line.unchanged(store, options, request.state):
            return Worked(End(How.DONE, modified, spent=spent()))
        result = again = line.run(store, options, request.state)
        version = "" if result.written else store.token_of(result.book.snapshot)
        if result.written and modified:
            version = store.token() if line.unchanged(store, options, request.state) else ""
            for _ in range(0 if version else _LOOKS):
                again = line.run(store, options, request.state)
                if not again.written:
                    version = store.token_of(again.book.snapshot)
                    break
        return _worked(result, version, spent())
    except Exception as wrong:
        return Worked(_failed(wrong, modified, spent()))


def _zone(state: Path, path: Path) -> str:
    from sheetsync import config

    return seen.recall(state / "journal" / config.target_key(str(path))).get("zone", "")


def _worked(result: Result, version: str, spent: int = 0) -> Worked:
    cells = sum(len(edit.rows) for edit in result.todo.changes.edits if edit.reason != "sheetsync")
    end = End(
        How.DONE,
        version,
        written=result.written,
        cells=cells if result.written else 0,
        calls=result.book.count,
        look_at=len(result.book.problems) + len(result.todo.notices),
        spent=spent,
    )
    return Worked(end, result.book.zone)


def _failed(wrong: Exception, version: str, spent: int = 0) -> End:
    match wrong:
        case StaleSnapshot():
            return End(How.STALE, version, str(wrong), spent=spent)
        case Busy():
            return End(How.BUSY, version, str(wrong), spent=spent)
        case TryAgain():
            return End(How.LATER, version, str(wrong), spent=spent)
        case SheetsyncError():
            return End(How.PERSON, version, str(wrong), spent=spent)
        case _:
            with contextlib.suppress(Exception):
                log.exception("a sync failed")
            text = f"sheetsync met something it does not know ({type(wrong).__name__}). Run sheetsync sync on this one alone, and tell us."
            return End(How.PERSON, version, text, spent=spent)
