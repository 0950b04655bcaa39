"""One client of a roster: the log is synced or only read, and its weeks are counted. Whatever goes wrong ends that client alone."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from sheetsync import rules, summary
from sheetsync import sync as line
from sheetsync.coach import seen, words
from sheetsync.coach.seen import Key, Numbers
from sheetsync.errors import OUR_FAULT, PERSON_MUST_LOOK, LogProblems, SheetsyncError
from sheetsync.journal import open_journal
from sheetsync.model import Verdict
from sheetsync.stores.base import Store
from sheetsync.sync import Options
from sheetsync.tabs import Book
from sheetsync.tabs.roster import Entry


class State(str, Enum):
    """How a client's run ended."""

    SYNCED = "synced"
    WOULD_CHANGE = "would change"
    UP_TO_DATE = "up to date"
    READ = "read"
    LEFT_OUT = "left out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a client's log is."""

    where: str  # an absolute path, or a spreadsheet's id
    identity: str  # equal for two rows that mean one workbook
    google: bool = False
    tab: str | None = None
    largest_change: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a run found at one client."""

    entry: Entry
    state: State
    status: str  # for the roster, in words that can be forwarded
    code: int = 0
    numbers: Numbers | None = None
    cells: int = 0  # written in the client's workbook, or to be written

    @property
    def error(self) -> str:
        """What is wrong; "" where nothing is."""
        return self.status if self.code else ""


def failed(entry: Entry, text: str, code: int = PERSON_MUST_LOOK) -> Done:
    """A client whose log could not be worked on."""
    return Done(entry, State.FAILED, words.said(text, code), code)


def work(
    entry: Entry, place: Place, open_store: Callable[[Place], Store], options: Options, state: Path, *, sync: bool
) -> Done:
    """Syncs one client's log, or only reads it, and counts its weeks; never raises."""
    store: Store | None = None
    try:
        store = open_store(place)
        return _work(entry, place, store, options, state, sync=sync)
    except SheetsyncError as error:
        known = [place.where, entry.where]
        if store is not None:
            known += [store.name, *(_tab_names(store) if isinstance(error, LogProblems) else ())]
        return failed(entry, words.forwardable(str(error), *known), error.exit_code)
    except Exception as error:
        return failed(
            entry,
            f"sheetsync met something it does not know here ({type(error).__name__}). Run sheetsync sync on this log alone, and tell us.",
            OUR_FAULT,
        )


def _tab_names(store: Store) -> list[str]:
    """The tabs of a workbook in which no log was found: their names say where to look."""
    try:
        return [tab.name for tab in store.read().tabs]
    except Exception:  # the first error is the one to tell
        return []


def _work(entry: Entry, place: Place, store: Store, options: Options, state: Path, *, sync: bool) -> Done:
    own = replace(options, tab=place.tab, largest_change=place.largest_change)
    token = ""
    with contextlib.suppress(SheetsyncError, OSError):  # reading says better what is wrong
        token = store.token()
    key = Key(token, entry.goal, place.tab, sync)
    known = seen.recall(state, store.target, key, today=own.today, now=own.now)
    if known is not None:
        return _fine(entry, State.UP_TO_DATE if sync else State.READ, known, synced=sync)
    if not sync:
        snapshot = store.read()
        book, today = line.look(snapshot, own)
        found = _count(entry, book, rules.classify(book.calls, book.settings, today=today), today, ())
        seen.remember(state, store.target, replace(key, token=store.token_of(snapshot)), found)
        return _fine(entry, State.READ, found, synced=False)
    result = line.run(store, own, state)
    cells = sum(len(edit.rows) for edit in result.todo.changes.edits if edit.reason != "sheetsync")
    found = _of(entry, result)
    if own.dry_run:
        return _fine(entry, State.WOULD_CHANGE if result.todo else State.UP_TO_DATE, found, synced=True, cells=cells)
    after = "" if result.written else store.token_of(result.book.snapshot)
    if result.written and token:
        after = _settled(store, own, state)
        if not after:
            with contextlib.suppress(SheetsyncError):  # a log that always has something to say, or a long one
                again = line.run(store, own, state)
                found, after = _of(entry, again), "" if again.written else store.token_of(again.book.snapshot)
    seen.remember(state, store.target, replace(key, token=after), found)
    return _fine(entry, State.SYNCED if cells else State.UP_TO_DATE, found, synced=True, cells=cells)


def _settled(store: Store, options: Options, state: Path) -> str:
    """The fingerprint of the workbook after a run that wrote, where that run looked again and found nothing left to do; else ""."""
    if not line.unchanged(store, options, state):
        return ""
    return open_journal(state, store.target, store.name).seen().get("token", "")


def _of(entry: Entry, result: line.Result) -> Numbers:
    return _count(entry, result.book, result.verdicts, result.today, result.todo.notices)


def _count(entry: Entry, book: Book, verdicts: Sequence[Verdict], today: dt.date, notices: Sequence[str]) -> Numbers:
    """The weeks of all reps together. A goal of the roster is every rep's goal there, and nothing in the log changes for it."""
    settings = book.settings
    if entry.goal is not None:
        reps = tuple(replace(rep, goal=None) for rep in settings.reps)
        settings = replace(settings, goal=entry.goal, reps=reps)
    weeks = tuple(week for week in summary.weeks(verdicts, settings, today=today) if not week.rep)
    return Numbers(
        weeks,
        summary.against_last_week(verdicts, settings, today=today),
        book.count,
        len(book.problems) + len(notices),
        today,
        settings.time_zone or book.snapshot.time_zone or "",
    )


def _fine(entry: Entry, state: State, found: Numbers, *, synced: bool, cells: int = 0) -> Done:
    return Done(entry, state, words.fine(found.calls, found.wrong, synced=synced), 0, found, cells)
