"""One run, and undo: the only place where the core and the edges meet."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from sheetsync import __version__, adopt, config, plan, readers, rules, summary, tabs, undo, upgrade
from sheetsync.errors import CannotUse, NeedsPerson, SheetsyncError, StaleSnapshot, UsageError
from sheetsync.grid import AddTab, Changes, ColumnEdits, Snapshot
from sheetsync.journal import Entry, Journal, open_journal, taken_back
from sheetsync.model import Verdict, Week
from sheetsync.plan import LogRecord, Plan
from sheetsync.rules import follow_up, prospect
from sheetsync.seen import local, still
from sheetsync.seen import today_in as today_in
from sheetsync.settings import Settings
from sheetsync.stores.base import Store
from sheetsync.tabs import Book, follow_ups, status, weekly
from sheetsync.tabs.log import FOLLOW_UPS, SETTINGS, WEEKLY
from sheetsync.tabs.marks import Mark
from sheetsync.upgrade import Offer

#: How often a run starts again from the top when somebody changed the workbook meanwhile.
ATTEMPTS = 5
#: A log of up to so many rows is looked at once more after a write, which is cheap there.
SETTLED = 2_000


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is asked for."""

    now: dt.datetime  # with a time zone: what "today" is made from
    today: dt.date | None = None  # wins over everything
    dry_run: bool = False
    force: bool = False
    redo: bool = False
    wait: float = 0.0
    tab: str | None = None
    largest_change: int | None = (
        None  # per cent, from sheetsync.toml; the smaller of this and the workbook's own counts
    )
    change: Mapping[str, object] = field(default_factory=dict)  # settings tried out, by field name


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found and did."""

    book: Book
    today: dt.date
    verdicts: Sequence[Verdict]
    weeks: Sequence[Week]
    todo: Plan
    written: bool = False
    run: str = ""
    meanwhile: tuple[str, ...] = ()  # cells that a person changed between our write and our look


def look(snapshot: Snapshot, options: Options, journal: Journal | None = None) -> tuple[Book, dt.date]:
    """What the workbook means, and which day it is there. ``journal``: what was written on rows that lost their marks."""
    first = tabs.read(snapshot, tab=options.tab, redo=options.redo)
    today = options.today or today_in(first.zone, options.now)

    def reread(given: Mapping[int, Mark], settings: Settings | None = None) -> Book:
        return tabs.read(snapshot, tab=options.tab, override=settings, redo=options.redo, given=given)

    found = adopt.marks_of(first, reread, journal.marks if journal is not None else None, today=today)
    if options.change:
        changed = replace(first.settings, **options.change)  # type: ignore[arg-type]
        return reread(found, changed), today
    return reread(found) if found else first, today


def make_plan(
    book: Book, today: dt.date, *, redo: bool = False, second: readers.Second = None
) -> tuple[Sequence[Verdict], Sequence[Week], Plan]:
    """The verdicts, the weeks, and the plan that brings the workbook to them. ``second``: a process that reads notes with us."""
    calls, settings = book.calls, book.settings
    readings, who = readers.read(calls, settings, lambda: prospect.identify(calls, settings), second)
    verdicts = rules.decide(calls, readings, settings, today=today, who=who)
    weeks = summary.weeks(verdicts, book.settings, today=today)
    log = plan.log_edits(book.rows, tabs.lay_out(book, verdicts), tabs.formulas(book), redo=redo)
    edits, stuck = _own_tabs(book, verdicts, weeks, today)
    return verdicts, weeks, plan.with_own_tabs(log, edits, tabs.structure(book), (*stuck, *adopt.notices(book)))


def _own_tabs(
    book: Book, verdicts: Sequence[Verdict], weeks: Sequence[Week], today: dt.date
) -> tuple[list[ColumnEdits], list[str]]:
    snapshot, settings = book.snapshot, book.settings
    open_now = follow_up.open_list(verdicts, today=today)
    any_calls = book.count > 0
    laid_out = (
        weekly.lay_out(snapshot.tab(WEEKLY), weeks, verdicts, settings, today=today),
        follow_ups.lay_out(
            snapshot.tab(FOLLOW_UPS), open_now, settings, today=today, log_tab=book.log.tab.name, any_calls=any_calls
        ),
    )
    edits: list[ColumnEdits] = []
    stuck: list[str] = []
    for own in laid_out:
        held = snapshot.tab(own.name)
        if held is not None and not held.is_grid:
            stuck.append(
                f"“{held.name}” is a sheet without cells. Rename or delete it, then run again: the tab is made anew."
            )
            continue
        stuck += own.in_the_way
        edits += plan.own_tab_edits(held, own.name, own.cells)
    return edits, stuck


def _with_status(store: Store, book: Book, todo: Plan, options: Options, what: str) -> Plan:
    """The plan with the Status line of the Settings tab, where it has one that may be written; it never stops a run."""
    edit = status.edit(
        book.snapshot.tab(SETTINGS), book.problems, what=what, now=local(book.zone, options.now), changed=bool(todo)
    )
    if edit is None or store.refuses(book.snapshot, Changes((edit,))):
        return todo
    return replace(todo, changes=Changes((*todo.changes.edits, edit), todo.changes.structure))


def run(store: Store, options: Options, state: Path) -> Result:
    """One run: read, classify, plan, apply, verify; from the top again when the workbook changed meanwhile.

    Raises:
        SheetsyncError: in words that a person can act on; nothing was written unless it says so.
    """
    with _no_collection():
        if options.dry_run:
            return _attempt(store, options, open_journal(state, store.target, store.name))
        with config.locked(state, store.target, store.name, wait=options.wait):
            journal = _journal(store, state)
            result = _until_fresh(lambda: _attempt(store, options, journal), store.name)
            if result.written and len(result.book.calls) <= SETTLED:
                _settle(store, options, journal)
            elif result.written and not result.meanwhile:
                _remember(journal, result, options, store.wrote())
            return result


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Without the search for cycles: a large log makes millions of small values and no cycle among them.

    All that is left then counts as old, so that the collector does not at once look through it all the same (half a second).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _until_fresh(attempt: Callable[[], Result], name: str) -> Result:
    whole = True
    for _ in range(ATTEMPTS):
        try:
            return attempt()
        except StaleSnapshot as stale:
            whole = whole and stale.unwritten is not False
    done = "Nothing was written" if whole else "Part of it was written, and the next run goes on from there"
    raise StaleSnapshot(f"{name} keeps being changed while sheetsync works on it. {done}; try again later.")


def _attempt(store: Store, options: Options, journal: Journal) -> Result:
    before = store.read()
    with readers.ready(max((tab.height for tab in before.tabs), default=0)) as second:
        book, today = look(before, options, journal)
        tabs.require_in_place(book)
        verdicts, weeks, todo = make_plan(book, today, redo=options.redo, second=second)
    todo = _with_status(store, book, todo, options, "Synced")
    last = journal.last()
    calls = book.count
    result = Result(book, today, verdicts, weeks, todo)
    if not todo:
        if not options.dry_run:
            _remember(journal, result, options, store.token_of(result.book.snapshot))
        return result
    todo.require_safe(
        percent=min(book.settings.largest_change, options.largest_change or 100),
        calls=calls,
        calls_before=last.calls if last else None,
        cause=_cause(last, book.settings),
        force=options.force,
    )
    refusals = store.refuses(before, todo.changes)
    if refusals:
        raise CannotUse("\n".join(refusals))
    todo = replace(todo, notices=(*todo.notices, *store.notices()))
    result = replace(result, todo=todo)
    if options.dry_run:
        return result
    entry = _entry(journal, "sync", store, options, todo.changes, todo.record, calls, book.settings)
    met = write(store, before, todo.changes, journal, entry)
    return Result(book, today, verdicts, weeks, todo, True, entry.run, met.changed_meanwhile)


def _settle(store: Store, options: Options, journal: Journal) -> None:
    """Looks once more at a small file that was just written: where nothing is left to do, the next run need not open it."""
    with contextlib.suppress(SheetsyncError, OSError):
        if store.token():
            book, today = look(store.read(), options, journal)
            verdicts, weeks, todo = make_plan(book, today)
            if not todo:
                result = Result(book, today, verdicts, weeks, todo)
                _remember(journal, result, options, store.token_of(book.snapshot))


def _remember(journal: Journal, result: Result, options: Options, token: str) -> None:
    """Notes that the workbook of that fingerprint needs nothing on this day; not where something is to be said each time."""
    if options.change:
        return
    quiet = not (result.todo.kept or result.todo.notices or result.book.problems)
    journal.remember(
        {
            "token": token if quiet else "",
            "today": result.today.isoformat(),
            "zone": result.book.zone,
            "version": __version__,
            "tab": options.tab or "",
            "looked": options.now.astimezone(dt.timezone.utc).isoformat(timespec="seconds"),
        }
    )


def _journal(store: Store, state: Path) -> Journal:
    """The journal, in which a run that was killed has its end noted. Under the lock."""
    journal = open_journal(state, store.target, store.name)
    settle(store, journal)
    return journal


def settle(store: Store, journal: Journal) -> None:
    """Notes the end of a run that was killed, and clears away what it left unfinished. Under the lock."""

    def written(entry: Entry) -> bool | None:
        with contextlib.suppress(SheetsyncError, OSError):  # reading says better what is wrong
            return undo.written(store.read(), entry.log, entry.made)
        return None

    journal.settle(store.token, written, store.left)
    store.clear()


def write(store: Store, before: Snapshot, changes: Changes, journal: Journal, entry: Entry) -> plan.Met:
    """Journals the changes, makes them, and looks that they are there.

    Raises:
        SheetsyncError: as ``Store.apply`` does; the journal says whether the workbook is known to have stayed as it was.
    """
    with _journalled(store, journal, entry, store.token_of(before)):
        store.apply(before, changes)
        met = plan.Met() if store.verifies else plan.require_met(changes, store.read())
        journal.ending.update(token=store.wrote() or store.token(), saved=store.saved())
    return met


@contextlib.contextmanager
def _journalled(store: Store, journal: Journal, entry: Entry, was: str) -> Iterator[None]:
    """Journals what is done inside; where that fails, also whether the workbook is known to have stayed as it ``was``."""
    with journal.entry(replace(entry, before=was)):
        try:
            yield
        except BaseException as error:
            with contextlib.suppress(SheetsyncError, OSError):
                said = error.unwritten if isinstance(error, SheetsyncError) else None
                if said or (said is None and was and store.token() == was):
                    journal.ending["unwritten"] = "yes"
            raise


def _entry(
    journal: Journal,
    kind: str,
    store: Store,
    options: Options,
    changes: Changes,
    record: LogRecord,
    calls: int,
    settings: Settings,
    undoes: str = "",
) -> Entry:
    counts: dict[str, int] = {}
    for edit in changes.edits:
        name = edit.reason if edit.tab not in (WEEKLY, FOLLOW_UPS) else edit.tab
        counts[name] = counts.get(name, 0) + len(edit.rows)
    made = [
        f"tab {one.tab}" if isinstance(one, AddTab) else f"columns {', '.join(new.header for new in one.columns)}"
        for one in changes.structure
    ]
    started = options.now.astimezone(dt.timezone.utc).isoformat(timespec="seconds")
    return Entry(
        journal.new_run(options.now),
        kind,
        store.target,
        store.name,
        started,
        __version__,
        calls,
        fingerprint(settings),
        counts,
        made,
        record,
        undoes,
    )


def fingerprint(settings: Settings) -> str:
    """A short digest of all settings: tells whether one was changed since the last run."""
    text = "|".join(f"{one.name}={getattr(settings, one.name)!r}" for one in fields(settings))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _cause(last: Entry | None, settings: Settings) -> str:
    if last is None:
        return ""
    if last.version != __version__:
        return f"sheetsync is {__version__} now and was {last.version}"
    return "a setting was changed since the last run" if last.settings != fingerprint(settings) else ""


def upgrade_template(store: Store, options: Options, state: Path) -> Offer:
    """Adds what a newer template has and the workbook lacks; with ``dry_run`` only says so. Journalled as a run of its own.

    Raises:
        CannotUse: the workbook cannot be changed without loss; nothing was.
    """
    with config.locked(state, store.target, store.name, wait=options.wait):
        before = store.read()
        book, _ = look(before, options)
        found = upgrade.offer(book)
        if not found.changes:
            return found
        refusals = store.refuses(before, found.changes)
        if refusals:
            raise CannotUse("\n".join(refusals))
        if not options.dry_run:
            journal = _journal(store, state)
            calls = book.count
            entry = _entry(journal, "upgrade", store, options, found.changes, LogRecord(), calls, book.settings)
            write(store, before, found.changes, journal, entry)
        return found


def take_back(store: Store, options: Options, state: Path, name: str | None = None) -> Result:
    """Undo: what stood in our columns before a run is put back, wherever its rows are now.

    Raises:
        UsageError: there is no such run.
    """
    with config.locked(state, store.target, store.name, wait=options.wait):
        journal = _journal(store, state)
        entry = _chosen(journal, name, store.name)
        return _until_fresh(lambda: _take_back(store, options, journal, entry), store.name)


def _chosen(journal: Journal, name: str | None, target: str) -> Entry:
    if name is not None:
        found = journal.find(name)
        if found is None:
            raise UsageError(f"{target} has no run “{name}”. “sheetsync history” lists them.")
        return found
    entries = journal.entries()
    undone = taken_back(entries)
    for entry in reversed(entries):
        of_ours = entry.kind in ("sync", "coach") and not entry.unwritten
        if of_ours and entry.run not in undone and (entry.counts or entry.made):
            found = journal.find(entry.run)
            if found is not None:
                return found
    raise UsageError(f"{target} has no run that could be undone.")


def _take_back(store: Store, options: Options, journal: Journal, entry: Entry) -> Result:
    before = store.read()
    book, today = look(before, options, journal)
    back = undo.make(book, entry.log, of_undo=entry.kind == "undo")
    after_log = tabs.read(plan.applied(before, back.changes), tab=options.tab)
    verdicts = rules.classify(after_log.calls, after_log.settings, today=today)
    weeks = summary.weeks(verdicts, after_log.settings, today=today)
    edits, stuck = _own_tabs(after_log, verdicts, weeks, today)
    lacking = tuple(one for one in tabs.structure(book) if isinstance(one, AddTab))
    todo = plan.with_own_tabs(back, edits, lacking, stuck)
    todo = _with_status(store, book, todo, options, "Run taken back")
    result = Result(book, today, verdicts, weeks, todo)
    if options.dry_run or not todo:
        return result
    refusals = store.refuses(before, todo.changes)
    if refusals:
        raise CannotUse("\n".join(refusals))
    calls = book.count
    record = _entry(journal, "undo", store, options, todo.changes, todo.record, calls, book.settings, entry.run)
    met = write(store, before, todo.changes, journal, record)
    return Result(book, today, verdicts, weeks, todo, True, record.run, met.changed_meanwhile)


def restore_file(store: Store, options: Options, state: Path, name: str | None = None) -> None:
    """Puts the saved version from before a run back, while the workbook is still as that run left it; with ``dry_run`` only looks.

    Raises:
        UsageError: there is no such run, or no saved version.
        NeedsPerson: the workbook was changed since.
    """
    with config.locked(state, store.target, store.name, wait=options.wait):
        journal = _journal(store, state)
        entry = _chosen(journal, name, store.name)
        if not entry.saved:
            raise UsageError(f"No version of {store.name} was saved before run {entry.run}.")
        if not entry.token or entry.token != store.token():
            raise NeedsPerson(
                f"{store.name} was changed since run {entry.run}, so putting the whole file back would lose that. Use sheetsync undo without --restore-file."
            )
        if options.dry_run:
            return
        back = _entry(journal, "undo", store, options, Changes(), LogRecord(), entry.calls, Settings(), entry.run)
        with _journalled(store, journal, back, entry.token):
            store.restore(entry.saved, entry.token)
            journal.ending.update(token=store.token(), saved=store.saved())


def unchanged(store: Store, options: Options, state: Path) -> bool:
    """Whether a run would find the workbook as the last one left it, on the same day and with the same version of sheetsync.

    Only ever true where nothing at all can have changed; the run itself is then not needed.
    """
    if options.change or options.redo:
        return False
    found = open_journal(state, store.target, store.name).seen()
    return bool(found) and still(found, store.token(), today=options.today, now=options.now, tab=options.tab)
