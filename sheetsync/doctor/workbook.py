"""Whether a workbook can be read and written, and what is wrong in it; no cell is changed to find out."""

from __future__ import annotations

import datetime as dt
import os
import shlex
from pathlib import Path

from sheetsync import config, stores, upgrade
from sheetsync import sync as line
from sheetsync.config.file import Config
from sheetsync.doctor import google
from sheetsync.doctor.checks import Check, Level, ok, problem, warning
from sheetsync.errors import SheetsyncError, TryAgain
from sheetsync.grid import Changes, Snapshot
from sheetsync.journal import open_journal
from sheetsync.stores.base import Store
from sheetsync.tabs import Book
from sheetsync.tabs.log import SETTINGS

_AGAIN = "Mend that, then run the doctor again."


def workbook(
    name: str, where: str, wrong: str, found: Config, *, now: dt.datetime, tab: str | None = None
) -> list[Check]:
    """Whether a workbook can be read and written, whether its log is recognised, and what is wrong in it."""
    if wrong:
        return [problem(name, wrong, "Name a workbook.")]
    try:
        state = config.state_dir()
        here = found.path.parent if found.path is not None else None
        store = stores.open_store(where, state=state, credentials=found.credentials, here=here)
        snapshot = store.read()
    except SheetsyncError as error:
        return [_refused(name, error)]
    checks = [ok(f"{name}: reading", f"{store.name} can be read, {len(snapshot.tabs)} tabs")]
    try:
        book, day = line.look(snapshot, line.Options(now=now, tab=tab))
    except SheetsyncError as error:
        return [
            *checks,
            problem(f"{name}: log", str(error).replace("\n", " "), _AGAIN),
        ]
    checks.append(_log(name, book))
    checks += _writing(name, store, snapshot, book, day)
    checks += _settings(name, book)
    checks.append(_template(name, book))
    checks.append(_last_run(name, store, state))
    return checks


def _last_run(name: str, store: Store, state: Path) -> Check:
    about = f"{name}: last run"
    journal = open_journal(state, store.target, store.name)
    runs = journal.entries()
    looked = journal.seen().get("looked", "")
    nothing = f"nothing to do at {looked}" if looked else ""
    if not runs:
        return ok(about, nothing or "none yet")
    last = runs[-1]
    found = f"{last.started}, by sheetsync {last.version}"
    if last.done and looked > last.started:
        found += f"; {nothing}"
    if not last.done:
        why = f" ({last.note})" if last.note else ""
        return warning(about, f"{found}, did not end well{why}", f"Run: sheetsync sync {shlex.quote(name)}")
    return ok(about, found)


def _refused(name: str, error: SheetsyncError) -> Check:
    """What stops reading. Words that say what to do follow the first sentence."""
    first, _, rest = str(error).partition("\n")
    level = Level.WARNING if isinstance(error, TryAgain) else Level.PROBLEM
    return Check(
        f"{name}: reading", level, first, rest or ("Try again later." if isinstance(error, TryAgain) else _AGAIN)
    )


def _log(name: str, book: Book) -> Check:
    calls = book.count
    return ok(
        f"{name}: log", f"the tab “{book.log.tab.name}”, header in row {book.log.header.row + 1}, {calls:,} calls"
    )


def _writing(name: str, store: Store, snapshot: Snapshot, book: Book, day: dt.date) -> list[Check]:
    """Whether a sync could write, told without writing."""
    about = f"{name}: writing"
    _, _, todo = line.make_plan(book, day)
    stops = [*book.displaced, *store.refuses(snapshot, todo.changes or Changes())]
    if stops:
        return [problem(about, text.replace("\n", " "), _AGAIN) for text in stops]
    found = (
        _place(about, Path(store.target)) if Path(store.target).is_file() else google.writing(about, store, snapshot)
    )
    return (
        [found]
        if found is not None
        else [
            ok(
                about,
                f"a sync would {'write ' + format(todo.changes.cells, ',') + ' cells' if todo else 'find nothing to do'}",
            )
        ]
    )


def _place(about: str, path: Path) -> Check | None:
    """What would stand in the way of replacing a file."""
    if not os.access(path, os.W_OK):
        return problem(about, f"{path} is read-only", f"Make it writable (chmod u+w {path}), or choose another copy.")
    if not os.access(path.parent, os.W_OK):
        return problem(
            about,
            f"the folder {path.parent} is read-only",
            "Make the folder writable: the new file is made beside the old one.",
        )
    lock = next(
        (
            one
            for one in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
            if (path.parent / one).exists()
        ),
        None,
    )
    if lock is not None:
        return warning(
            about,
            f"{path.name} is open in a spreadsheet program, or {lock} was left behind",
            "Close the workbook before a sync.",
        )
    return None


def _settings(name: str, book: Book) -> list[Check]:
    if book.snapshot.tab(SETTINGS) is None:
        return [ok(f"{name}: settings", "no Settings tab, so the defaults apply")]
    if not book.problems:
        return [ok(f"{name}: settings", "all can be read")]
    return [warning(f"{name}: cells", text, "Change that cell.") for text in book.problems[:10]] + (
        [
            warning(
                f"{name}: cells", f"{len(book.problems) - 10} more cells cannot be read", f"Run: sheetsync check {name}"
            )
        ]
        if len(book.problems) > 10
        else []
    )


def _template(name: str, book: Book) -> Check:
    about = f"{name}: template"
    if book.log.missing_ours:
        return ok(about, "a sync will add our columns and tabs")
    found = upgrade.offer(book)
    if book.snapshot.tab(SETTINGS) is None and len(found.added) == 1:
        return ok(about, "of your own making")
    if not (found.added or found.cannot):
        return ok(about, "has all that the newest one has")
    names = ", ".join(text.partition(":")[0] for text in found.added) or "some settings"
    return warning(
        about,
        f"the newest one has more: {names}",
        f"If you want them, run: sheetsync template upgrade {shlex.quote(name)} --dry-run",
    )
