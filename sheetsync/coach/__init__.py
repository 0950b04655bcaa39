"""All clients of a coach on one page: each log is synced or read, and the numbers, and nothing else, are rolled up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from sheetsync import __version__, config
from sheetsync.coach import page
from sheetsync.coach.client import Done, Place, State, failed, work
from sheetsync.coach.page import AS_ROLE as AS_ROLE
from sheetsync.errors import CannotUse, SheetsyncError, StaleSnapshot, UsageError, worst
from sheetsync.grid import AddTab, address
from sheetsync.journal import Entry as JournalEntry
from sheetsync.journal import Journal, open_journal, taken_back
from sheetsync.model import Week
from sheetsync.plan import Plan
from sheetsync.settings import Settings
from sheetsync.stores.base import Store
from sheetsync.sync import ATTEMPTS, Options, fingerprint, settle, today_in, write
from sheetsync.tabs import roster, team
from sheetsync.tabs.roster import Entry, Roster

#: The kind of a coach's runs in the journal.
KIND = "coach"
#: So many Google spreadsheets are worked on at once; the pace within the quota is one for all of them.
AT_ONCE = 4


class Finds(Protocol):
    """Where the clients' logs are, and how they are opened (``doors.Doors``)."""

    def place(self, where: str) -> Place:
        """Where the log is that a cell of the roster means."""

    def ask_once(self, places: Sequence[Place]) -> str:
        """Asks in one go what can be known of all; why not, in words."""

    def open(self, place: Place) -> Store:
        """The store of a log."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of the coach found and did."""

    name: str
    today: dt.date
    clients: Sequence[Done]  # in the order of the roster
    team: Mapping[dt.date, Week] = field(default_factory=dict)  # all clients together, by the Monday of the week
    todo: Plan = field(default_factory=Plan)  # of the roster's own workbook
    written: bool = False
    run: str = ""
    meanwhile: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    error: SheetsyncError | None = None  # why the roster could not be written

    @property
    def code(self) -> int:
        """The worst exit code of all."""
        return worst([*(one.code for one in self.clients), self.error.exit_code if self.error else 0])


Progress = Callable[[int, int, str], None]  # how many are done, of how many, and which one just was


def run(
    store: Store, options: Options, state: Path, doors: Finds, *, sync: bool = True, progress: Progress | None = None
) -> Result:
    """Works on every active client of a roster, and writes what came out into the roster.

    Args:
        sync: bring each log up to date; False only reads them.
        progress: told after each client.

    Raises:
        SheetsyncError: the roster itself cannot be read, or another run is at work on it. What goes wrong at a client, or when
            the roster is written, is in the result.
    """
    if options.dry_run:
        return _run(store, options, state, doors, sync=sync, progress=progress)
    with config.locked(state, store.target, store.name, wait=options.wait):
        return _run(store, options, state, doors, sync=sync, progress=progress)


def _run(store: Store, options: Options, state: Path, doors: Finds, *, sync: bool, progress: Progress | None) -> Result:
    snapshot = store.read()
    found = roster.read(snapshot)
    today = options.today or today_in(snapshot.time_zone or "", options.now)
    notices: list[str] = []
    done = {one.entry.key: one for one in _all(found, store, options, state, doors, sync, progress, notices)}
    clients = [done[entry.key] for entry in found.entries if entry.client or entry.where]
    together = team.together_by_week(page.clients(found.entries, done), today=today)
    result = Result(store.name, today, clients, together, notices=tuple(notices))
    try:
        return _written(store, options, state, done, result)
    except SheetsyncError as error:
        return replace(result, error=error)


def _written(store: Store, options: Options, state: Path, done: Mapping[str, Done], result: Result) -> Result:
    journal = open_journal(state, store.target, store.name)
    if not options.dry_run:
        settle(store, journal)
    for left in range(ATTEMPTS - 1, -1, -1):
        try:
            return _attempt(store, options, journal, done, result)
        except StaleSnapshot:
            if not left:
                raise
    raise AssertionError("unreachable")


def _attempt(store: Store, options: Options, journal: Journal, done: Mapping[str, Done], result: Result) -> Result:
    snapshot = store.read()
    todo = page.make(snapshot, roster.read(snapshot), done, today=result.today)
    result = replace(result, todo=todo)
    if not todo:
        return result
    refusals = store.refuses(snapshot, todo.changes)
    if refusals:
        raise CannotUse("\n".join(refusals))
    if options.dry_run:
        return result
    entry = _entry(journal, KIND, store, options, todo, len(result.clients))
    met = write(store, snapshot, todo.changes, journal, entry)
    return replace(result, written=True, run=entry.run, meanwhile=met.changed_meanwhile)


def _entry(
    journal: Journal, kind: str, store: Store, options: Options, todo: Plan, clients: int, undoes: str = ""
) -> JournalEntry:
    counts: dict[str, int] = {}
    for edit in todo.changes.edits:
        name = edit.tab if edit.tab.casefold() == team.SHEET.name.casefold() else edit.reason
        counts[name] = counts.get(name, 0) + len(edit.rows)
    made = [
        f"tab {one.tab}" if isinstance(one, AddTab) else f"columns {', '.join(new.header for new in one.columns)}"
        for one in todo.changes.structure
    ]
    started = options.now.astimezone(dt.timezone.utc).isoformat(timespec="seconds")
    return JournalEntry(
        journal.new_run(options.now), kind, store.target, store.name, started, __version__, clients, fingerprint(Settings()),
        counts, made, todo.record, undoes,
    )  # fmt: skip


# -- the clients ------------------------------------------------------------------------------------------------------


def _all(
    found: Roster,
    store: Store,
    options: Options,
    state: Path,
    doors: Finds,
    sync: bool,
    progress: Progress | None,
    notices: list[str],
) -> Iterator[Done]:
    """How each row's run ended. Google's spreadsheets several at once, files one after the other; no workbook twice."""
    left, todo = _sorted_out(found, store, doors)
    yield from left
    why = doors.ask_once([place for _, place in todo])
    if why:
        notices.append(why)
    count = 0

    def ended(one: Done) -> Done:
        nonlocal count
        count += 1
        if progress is not None:
            progress(count, len(todo), one.entry.client)
        return one

    elsewhere = [one for one in todo if one[1].google]
    pool = ThreadPoolExecutor(max_workers=max(1, min(AT_ONCE, len(elsewhere))), thread_name_prefix="sheetsync")
    try:
        running = [pool.submit(work, entry, place, doors.open, options, state, sync=sync) for entry, place in elsewhere]
        for entry, place in todo:
            if not place.google:
                yield ended(work(entry, place, doors.open, options, state, sync=sync))
        for future in as_completed(running):
            yield ended(future.result())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _sorted_out(found: Roster, store: Store, doors: Finds) -> tuple[list[Done], list[tuple[Entry, Place]]]:
    """The rows that need no run, with what is said of them, and those that do, each workbook once."""
    left: list[Done] = []
    todo: dict[str, tuple[Entry, Place]] = {}
    for entry in found.entries:
        if not entry.active and not entry.problem:
            left.append(Done(entry, State.LEFT_OUT, "Left out: Active is No."))
            continue
        if entry.problem:
            left.append(failed(entry, entry.problem))
            continue
        if not entry.where:
            left.append(Done(entry, State.LEFT_OUT, ""))  # only what we wrote is left of the row
            continue
        try:
            place = doors.place(entry.where)
        except SheetsyncError as error:
            left.append(failed(entry, str(error), error.exit_code))
            continue
        if place.where == store.target or place.identity == store.target:
            left.append(failed(entry, "This is the roster itself. Write where the client's own call log is."))
        elif place.identity in todo:
            first = todo[place.identity][0]
            where = address(found.tab.name, first.row, found.columns[roster.Col.FILE])
            left.append(
                failed(
                    entry,
                    f"The same log as that of {first.client} ({where}); it is counted once. Correct one of the two.",
                )
            )
        else:
            todo[place.identity] = entry, place
    return left, list(todo.values())


# -- taking a run back ------------------------------------------------------------------------------------------------


def is_roster(state: Path, store: Store) -> bool:
    """Whether the runs on a workbook are a coach's."""
    entries = open_journal(state, store.target, store.name).entries()  # those of runs that were killed among them
    return bool(entries) and entries[-1].kind in (KIND, f"{KIND} undo")


def take_back(store: Store, options: Options, state: Path, name: str | None = None) -> tuple[Plan, str]:
    """Puts back what the columns of ours in the roster held before a run; the plan, and the name of the run that did it.

    Raises:
        UsageError: there is no such run.
    """
    with config.locked(state, store.target, store.name, wait=options.wait):
        journal = open_journal(state, store.target, store.name)
        settle(store, journal)
        entry = _chosen(journal, name, store.name)
        for left in range(ATTEMPTS - 1, -1, -1):
            try:
                before = store.read()
                found = roster.read(before)
                todo = page.back(found, entry.log)
                if not todo or options.dry_run:
                    return todo, ""
                refusals = store.refuses(before, todo.changes)
                if refusals:
                    raise CannotUse("\n".join(refusals))
                made = _entry(journal, f"{KIND} undo", store, options, todo, entry.calls, entry.run)
                write(store, before, todo.changes, journal, made)
                return todo, made.run
            except StaleSnapshot:
                if not left:
                    raise
    raise AssertionError("unreachable")


def _chosen(journal: Journal, name: str | None, target: str) -> JournalEntry:
    entries = journal.entries()
    undone = taken_back(entries)
    for entry in reversed(entries):
        if name is None and entry.kind == KIND and not entry.unwritten and entry.run not in undone:
            name = entry.run
    found = journal.find(name) if name is not None else None
    if found is None or found.kind != KIND:
        raise UsageError(f"{target} has no such run that could be undone. “sheetsync history” lists them.")
    return found
