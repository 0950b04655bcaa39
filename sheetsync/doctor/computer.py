"""What is well and what is not of this computer and of sheetsync.toml."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shlex
import sys
from pathlib import Path

from sheetsync import __version__, config, shipped
from sheetsync.config import file
from sheetsync.config.file import Config
from sheetsync.doctor import watching
from sheetsync.doctor.checks import Check, Level, ok, problem, warning, worst
from sheetsync.errors import SheetsyncError

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


def computer() -> list[Check]:
    """Python, packages, the templates that ship, the state directory and what is scheduled."""
    state = _state()
    return [
        *_python(),
        *_packages(),
        *_templates(),
        *state,
        *(scheduled() if worst(state) is not Level.PROBLEM else ()),
    ]


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
    names = [one.name for one in shipped.available()]
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


def scheduled() -> list[Check]:
    """What runs by itself, and whether the program that it names is still there; empty where nothing does."""
    from sheetsync import schedule

    try:
        jobs = schedule.this_system().jobs()
    except SheetsyncError:  # no cron here, or none that may be looked at
        return []
    checks = []
    for job in jobs:
        if job.watch:
            checks.append(watching.watched(job))
            continue
        gone = next((path for path in schedule.programs(job) if not path.exists()), None)
        if gone is None:
            checks.append(ok("schedule", f"{job.name}: {job.when}"))
        else:
            again = f"Run again: sheetsync schedule add {shlex.quote(job.when)} {'--all' if job.name == 'all' else shlex.quote(job.name)}"
            checks.append(warning("schedule", f"{job.name}: {job.when}, but {gone} is gone", again))
    return checks


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
