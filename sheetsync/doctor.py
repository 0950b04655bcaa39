"""What is well and what is not, of this computer, of sheetsync.toml, of the way to Google and of a workbook. Changes no cell."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import os
import platform
import shlex
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sheetsync import __version__, config, stores, templates, upgrade
from sheetsync import sync as line
from sheetsync.config import file
from sheetsync.config.file import Config
from sheetsync.errors import SheetsyncError, TryAgain
from sheetsync.grid import Changes, Snapshot
from sheetsync.stores.base import Store
from sheetsync.tabs import Book
from sheetsync.tabs.log import SETTINGS

#: The oldest Python that is tested, and the packages that decide what is read and written.
OLDEST = (3, 10)
PACKAGES = (
    "click",
    "python-calamine",
    "lxml",
    "openpyxl",
    "phonenumbers",
    "rapidfuzz",
    "gspread",
    "google-auth",
    "requests",
)


class Level(Enum):
    """How it stands."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and the one thing to do where it is not well."""

    about: str
    level: Level
    found: str
    todo: str = ""


def ok(about: str, found: str) -> Check:
    """A thing that is well."""
    return Check(about, Level.OK, found)


def warning(about: str, found: str, todo: str) -> Check:
    """A thing that works, and had better be mended."""
    return Check(about, Level.WARNING, found, todo)


def problem(about: str, found: str, todo: str) -> Check:
    """A thing that stops a sync."""
    return Check(about, Level.PROBLEM, found, todo)


def worst(checks: Iterable[Check]) -> Level:
    """The worst level among them."""
    order = list(Level)
    return max((one.level for one in checks), key=order.index, default=Level.OK)


# -- this computer ---------------------------------------------------------------------------------------------------


def computer() -> list[Check]:
    """Python, packages, the templates that ship, the state directory and what is scheduled."""
    return [*_python(), *_packages(), *_templates(), *_state()]


def _python() -> list[Check]:
    version = sys.version_info
    found = (
        f"sheetsync {__version__}, Python {'.'.join(map(str, version[:3]))}, {platform.system()} {platform.release()}"
    )
    if tuple(version[:2]) < OLDEST:
        return [problem("program", found, f"Install Python {'.'.join(map(str, OLDEST))} or newer.")]
    return [ok("program", found)]


def _packages() -> list[Check]:
    missing, found = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return [
            problem(
                "packages",
                f"{', '.join(missing)} not installed",
                f"Run: {sys.executable} -m pip install {' '.join(missing)}",
            )
        ]
    return [ok("packages", ", ".join(found))]


def _templates() -> list[Check]:
    names = [one.name for one in templates.available()]
    if not names:
        return [problem("templates", "none is here", "Install sheetsync again.")]
    return [ok("templates", ", ".join(names))]


def _state() -> list[Check]:
    about = "state directory"
    try:
        folder = config.state_dir()
    except SheetsyncError as error:
        return [problem(about, str(error), "Set SHEETSYNC_STATE to a folder that can be written.")]
    try:
        probe = folder / f".doctor-{os.getpid()}"
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        return [
            problem(
                about,
                f"{folder} cannot be written ({error.strerror})",
                f"Make {folder} writable, or set SHEETSYNC_STATE.",
            )
        ]
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        return [warning(about, f"others can look into {folder}", f"Run: chmod 700 {folder}")]
    return [ok(about, f"{folder} (private, writable)")]


# -- sheetsync.toml --------------------------------------------------------------------------------------------------


def not_configured(error: SheetsyncError) -> list[Check]:
    """What is wrong with sheetsync.toml, a line for each."""
    return [
        problem(file.NAME, text, "Change that line, then run: sheetsync config show")
        for text in str(error).splitlines()
    ]


def configured(found: Config) -> list[Check]:
    """What sheetsync.toml says, and who can read it."""
    if found.path is None:
        return [ok(file.NAME, "none here; it is needed for names, --all and messages alone")]
    many = f"{len(found.targets)} {'workbook' if len(found.targets) == 1 else 'workbooks'}"
    checks = [ok(file.NAME, f"{found.path} ({many})")]
    if found.notify.webhook and _others_can_read(found.path):
        checks.append(
            warning(
                file.NAME,
                "others can read it, and the address of a webhook is a secret",
                f"Run: chmod 600 {found.path}",
            )
        )
    if found.notify.webhook.casefold().startswith("http:"):
        checks.append(
            warning(
                "messages",
                "the webhook's address starts with http://, so what is sent can be read on the way",
                "Use https://.",
            )
        )
    if found.notify.mail is not None:
        checks += _mail(found)
    return checks


def _mail(found: Config) -> list[Check]:
    from sheetsync import notify

    mail = found.notify.mail
    assert mail is not None
    if not mail.user:
        return [ok("messages", f"e-mail through {mail.host}:{mail.port}, without signing in")]
    try:
        held = notify.password(mail)
    except notify.NotSent as error:
        return [problem("messages", str(error), "Mend the password file.")]
    if not held:
        return [
            problem(
                "messages",
                f"there is no password for {mail.user}",
                f"Set {notify.PASSWORD}, name a password_file, or run: keyring set {notify.SERVICE} {mail.user}",
            )
        ]
    return [ok("messages", f"e-mail through {mail.host}:{mail.port} as {mail.user}")]


def _others_can_read(path: Path) -> bool:
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


# -- Google ----------------------------------------------------------------------------------------------------------


def google(found: Config, places: Iterable[str], now: dt.datetime) -> list[Check]:
    """The way to Google, where one of the workbooks is there: credentials, network and clock."""
    if not any(_is_google(place) for place in places):
        return []
    return google_credentials(found)


def google_credentials(found: Config) -> list[Check]:
    """Which account is used, and who can read its key."""
    return []


def _is_google(place: str) -> bool:
    from sheetsync.stores import google

    return google.is_google(place)


# -- a workbook ------------------------------------------------------------------------------------------------------


def workbook(
    name: str, where: str, wrong: str, found: Config, *, now: dt.datetime, tab: str | None = None
) -> list[Check]:
    """Whether a workbook can be read and written, whether its log is recognised, and what is wrong in it."""
    if wrong:
        return [problem(name, wrong, "Name a workbook.")]
    try:
        state = config.state_dir()
        store = stores.open_store(where, state=state)
        snapshot = store.read()
    except SheetsyncError as error:
        return [_refused(name, error)]
    checks = [ok(f"{name}: reading", f"{store.name} can be read, {len(snapshot.tabs)} tabs")]
    try:
        book, day = line.look(snapshot, line.Options(now=now, tab=tab))
    except SheetsyncError as error:
        return [
            *checks,
            problem(f"{name}: log", str(error).replace("\n", " "), "Mend that, then run the doctor again."),
        ]
    checks.append(_log(name, book))
    checks += _writing(name, store, snapshot, book, day)
    checks += _settings(name, book)
    checks.append(_template(name, book))
    return checks


def _refused(name: str, error: SheetsyncError) -> Check:
    """What stops reading. Words that say what to do follow the first sentence."""
    first, _, rest = str(error).partition("\n")
    level = Level.WARNING if isinstance(error, TryAgain) else Level.PROBLEM
    return Check(f"{name}: reading", level, first, rest or ("Try again later." if isinstance(error, TryAgain) else ""))


def _log(name: str, book: Book) -> Check:
    calls = sum(1 for call in book.calls if call.is_call)
    return ok(
        f"{name}: log", f"the tab “{book.log.tab.name}”, header in row {book.log.header.row + 1}, {calls:,} calls"
    )


def _writing(name: str, store: Store, snapshot: Snapshot, book: Book, day: dt.date) -> list[Check]:
    """Whether a sync could write, told without writing."""
    about = f"{name}: writing"
    _, _, todo = line.make_plan(book, day)
    stops = [*book.displaced, *store.refuses(snapshot, todo.changes or Changes())]
    if stops:
        return [problem(about, text.replace("\n", " "), "Mend that, then run the doctor again.") for text in stops]
    checks = [_place(about, Path(store.target))] if Path(store.target).is_file() else []
    return [one for one in checks if one is not None] or [
        ok(
            about,
            f"a sync would {'write ' + format(todo.changes.cells, ',') + ' cells' if todo else 'find nothing to do'}",
        )
    ]


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
