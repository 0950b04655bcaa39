"""When sheetsync runs by itself: in the user's crontab, as a launchd agent, or as a Windows task.

What is written is made by pure functions (``cron``, ``launchd``, ``windows``); ``System`` is the thin edge that runs the programs.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import plistlib
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from sheetsync import config
from sheetsync.errors import CannotUse
from sheetsync.schedule import cron, launchd, service, windows
from sheetsync.schedule.job import Job, slug


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program of the system answered."""

    code: int
    out: bytes = b""
    err: bytes = b""


Run = Callable[[Sequence[str], bytes | None], Ran]


def run_program(command: Sequence[str], given: bytes | None) -> Ran:
    """Runs a program of the system, with text for its input.

    Raises:
        CannotUse: it is not installed.
    """
    try:
        ended = subprocess.run(
            command, input=given, capture_output=True, check=False, timeout=60, env={**os.environ, "LC_ALL": "C"}
        )
    except FileNotFoundError:
        hint = " Install cron (Debian, Ubuntu: sudo apt install cron)." if command[0] == "crontab" else ""
        raise CannotUse(f"{command[0]} is not on this computer.{hint}") from None
    except subprocess.TimeoutExpired:
        raise CannotUse(f"{command[0]} did not answer within a minute. Nothing is known to have changed.") from None
    return Ran(ended.returncode, ended.stdout, ended.stderr)


@dataclass(frozen=True, slots=True)
class Listed:
    """One scheduled run as it stands in the system."""

    name: str
    when: str
    lines: tuple[str, ...]  # as they stand in the crontab, or the file that was registered
    watch: bool = False  # always there, rather than at times


@dataclass(frozen=True, slots=True)
class System:
    """The scheduler of this computer: cron on Linux and elsewhere, launchd on macOS, the Task Scheduler on Windows."""

    platform: str  # as sys.platform
    home: Path
    folder: Path  # where the files of Windows tasks are kept
    run: Run = run_program
    user: int = 0

    def shown(self, one: Job, now: dt.datetime) -> tuple[str, ...]:
        """What ``add`` would write, for people."""
        if self.platform == "darwin":
            return (str(self._agent_file(one.name)), *launchd.agent(one).decode().splitlines())
        if self.platform == "win32":
            return (str(self._task_file(one.name)), *windows.task(one, now).decode("utf-16").splitlines())
        return cron.cron_lines(one)

    def add(self, one: Job, now: dt.datetime) -> None:
        """Writes the job in place of one of that name.

        Raises:
            CannotUse: the system's scheduler refused; the job is not there then.
        """
        if self.platform == "darwin":
            path = self._agent_file(one.name)
            self._launchctl(
                "bootout", f"{self._domain()}/{launchd.LABEL}{slug(one.name)}"
            )  # an older one; there may be none
            _write(path, launchd.agent(one))
            self._must(self._launchctl("bootstrap", self._domain(), str(path)), "launchctl", path)
        elif self.platform == "win32":
            path = self._task_file(one.name)
            _write(path, windows.task(one, now))
            ran = self.run(
                ["schtasks", "/Create", "/TN", f"\\{windows.FOLDER}\\{slug(one.name)}", "/XML", str(path), "/F"], None
            )
            self._must(ran, "schtasks", path)
        else:
            table = self._crontab()
            jobs: dict[str, Sequence[bytes]] = dict(cron.crontab_jobs(table))
            jobs[one.name] = [line.encode("utf-8", "surrogateescape") for line in cron.cron_lines(one)]
            self._set_crontab(table, cron.with_jobs(table, jobs))

    def shown_watch(self, one: Job) -> tuple[str, ...]:
        """What ``add_watch`` would write, for people."""
        body = self._watch_body(one)
        text = body.decode("utf-16") if self.platform == "win32" else body.decode("utf-8", "replace")
        return (str(self._watch_file(one.name)), *text.splitlines())

    def add_watch(self, one: Job) -> None:
        """Writes the watch in place of one of that name, and begins it.

        Raises:
            CannotUse: the system refused; the watch is not there then.
        """
        path, called = self._watch_file(one.name), service.names(one.name)
        if self.platform == "darwin":
            self._launchctl("bootout", f"{self._domain()}/{called.label}")  # an older one; there may be none
            _write(path, self._watch_body(one))
            self._must(self._launchctl("bootstrap", self._domain(), str(path)), "launchctl", path)
        elif self.platform == "win32":
            _write(path, self._watch_body(one))
            name = f"\\{windows.FOLDER}\\{called.task}"
            self._must(self.run(["schtasks", "/Create", "/TN", name, "/XML", str(path), "/F"], None), "schtasks", path)
            self._must(self.run(["schtasks", "/Run", "/TN", name], None), "schtasks", None)
        else:
            self._must(self._systemctl("show-environment"), "systemctl --user", None)
            _write(path, self._watch_body(one))
            self._must(self._systemctl("daemon-reload"), "systemctl --user", path)
            self._must(self._systemctl("enable", called.unit), "systemctl --user", path)
            self._must(self._systemctl("restart", called.unit), "systemctl --user", None)

    def remove_watch(self, name: str) -> None:
        """Ends the watch of that name, and takes it out.

        Raises:
            CannotUse: the system refused.
        """
        path, called = self._watch_file(name), service.names(name)
        if self.platform == "darwin":
            self._launchctl("bootout", f"{self._domain()}/{called.label}")  # not loaded is as good as taken out
        elif self.platform == "win32":
            task = f"\\{windows.FOLDER}\\{called.task}"
            self.run(["schtasks", "/End", "/TN", task], None)
            ran = self.run(["schtasks", "/Delete", "/TN", task, "/F"], None)
            if ran.code and self.run(["schtasks", "/Query", "/TN", task], None).code == 0:
                self._must(ran, "schtasks", None)
        else:
            ran = self._systemctl("disable", "--now", called.unit)
            if ran.code and self._systemctl("is-active", "--quiet", called.unit).code == 0:
                self._must(ran, "systemctl --user", None)
        path.unlink(missing_ok=True)
        if self.platform not in ("darwin", "win32"):
            self._systemctl("daemon-reload")

    def _watch_body(self, one: Job) -> bytes:
        if self.platform == "darwin":
            return service.agent(one)
        if self.platform == "win32":
            user = "\\".join(filter(None, (os.environ.get("USERDOMAIN"), os.environ.get("USERNAME"))))
            return service.task(one, user)
        return service.unit(one)

    def _watch_file(self, name: str) -> Path:
        called = service.names(name)
        if self.platform == "darwin":
            return self.home / "Library" / "LaunchAgents" / f"{called.label}.plist"
        if self.platform == "win32":
            return self.folder / f"{called.task}.watch"
        return self.home / ".config" / "systemd" / "user" / called.unit

    def _systemctl(self, *words: str) -> Ran:
        return self.run(["systemctl", "--user", *words], None)

    def jobs(self) -> list[Listed]:
        """What is scheduled, and what is always there."""
        found = list(self._watches())
        try:
            found += self._jobs()
        except CannotUse:
            if not found:  # a computer without cron may have a watch all the same
                raise
        return sorted(found, key=lambda one: (one.name != "all", one.name.casefold(), one.watch))

    def _watches(self) -> Iterator[Listed]:
        for path in sorted(self._watch_file("all").parent.glob(self._watch_file("*").name.replace(slug("*"), "*"))):
            try:
                body = path.read_bytes()
                if self.platform == "darwin":
                    name: str | None = str(plistlib.loads(body)["SheetsyncName"])
                elif self.platform == "win32":
                    root = ElementTree.fromstring(body.decode("utf-16").partition("?>")[2])
                    name = (root.findtext(f".//{{{windows.TASK}}}Description") or "").removesuffix(
                        f": {service.ALWAYS}"
                    )
                else:
                    name = service.name_in(body)
            except (OSError, KeyError, ValueError, ElementTree.ParseError, plistlib.InvalidFileException):
                continue
            if name:
                yield Listed(name, service.ALWAYS, (str(path),), watch=True)

    def _jobs(self) -> Iterator[Listed]:
        if self.platform == "darwin":
            for path in sorted(self._agent_file("all").parent.glob(f"{launchd.LABEL}*.plist")):
                try:
                    held = plistlib.loads(path.read_bytes())
                    if held["SheetsyncWhen"] == service.ALWAYS:
                        continue
                    yield Listed(str(held["SheetsyncName"]), str(held["SheetsyncWhen"]), (str(path),))
                except (OSError, KeyError, ValueError, plistlib.InvalidFileException):
                    continue
        elif self.platform == "win32":
            for path in sorted(self.folder.glob("*.xml")):
                root = ElementTree.fromstring(path.read_bytes().decode("utf-16").partition("?>")[2])
                name, _, when = (root.findtext(f".//{{{windows.TASK}}}Description") or "").rpartition(": ")
                yield Listed(name, when, (str(path),))
        else:
            for name, lines in cron.crontab_jobs(self._crontab()).items():
                title = cron.TITLE.match(lines[0])
                when = title["when"].decode("utf-8", "replace").strip() if title else "changed by hand"
                yield Listed(
                    name, when, tuple(line.decode("utf-8", "replace") for line in lines if not cron.TITLE.match(line))
                )

    def remove(self, name: str) -> None:
        """Takes the job of that name out.

        Raises:
            CannotUse: the system's scheduler refused.
        """
        if self.platform == "darwin":
            path = self._agent_file(name)
            self._launchctl(
                "bootout", f"{self._domain()}/{launchd.LABEL}{slug(name)}"
            )  # not loaded is as good as taken out
            path.unlink(missing_ok=True)
        elif self.platform == "win32":
            path = self._task_file(name)
            ran = self.run(["schtasks", "/Delete", "/TN", f"\\{windows.FOLDER}\\{slug(name)}", "/F"], None)
            if (
                ran.code
                and path.exists()
                and self.run(["schtasks", "/Query", "/TN", f"\\{windows.FOLDER}\\{slug(name)}"], None).code == 0
            ):
                self._must(ran, "schtasks", None)
            path.unlink(missing_ok=True)
        else:
            table = self._crontab()
            jobs = {key: lines for key, lines in cron.crontab_jobs(table).items() if key != name}
            self._set_crontab(table, cron.with_jobs(table, jobs))

    def _crontab(self) -> bytes:
        ran = self.run(["crontab", "-l"], None)
        if ran.code == 0:
            return ran.out
        if b"no crontab" in ran.err.lower():
            return b""
        raise CannotUse(f"crontab -l was refused: {_said(ran)}. Nothing was changed.")

    def _set_crontab(self, before: bytes, table: bytes) -> None:
        if table == before:
            return
        if self._crontab() != before:
            raise CannotUse("The crontab was changed meanwhile, so nothing was written. Run the command again.")
        self._must(self.run(["crontab", "-"], table), "crontab", None)
        if cron.crontab_jobs(self._crontab()) != cron.crontab_jobs(table):
            raise CannotUse("The crontab does not hold what was written to it. Look at it with: crontab -l")

    def _agent_file(self, name: str) -> Path:
        return self.home / "Library" / "LaunchAgents" / f"{launchd.LABEL}{slug(name)}.plist"

    def _task_file(self, name: str) -> Path:
        return self.folder / f"{slug(name)}.xml"

    def _domain(self) -> str:
        return f"gui/{self.user}"

    def _launchctl(self, *words: str) -> Ran:
        return self.run(["launchctl", *words], None)

    def _must(self, ran: Ran, program: str, path: Path | None) -> None:
        if ran.code == 0:
            return
        if path is not None:
            path.unlink(missing_ok=True)
        raise CannotUse(f"{program} refused: {_said(ran)}. Nothing is scheduled by this.")


def programs(one: Listed) -> tuple[Path, ...]:
    """The programs, files of settings and workbooks that a crontab's lines name by their whole path."""
    found: list[Path] = []
    if one.watch:
        with contextlib.suppress(OSError):
            program = service.program_in(Path(one.lines[0]).read_bytes())
            found += [program] if program is not None else []
    for line in one.lines:
        if not re.match(r"[*\d]", line):
            continue
        try:
            words = shlex.split(line.split(None, 5)[5].replace("\\%", "%"))
        except (ValueError, IndexError):
            continue
        found += [
            Path(word) for before, word in pairwise(["", *words]) if word.startswith("/") and before != "--log-file"
        ]
    return tuple(dict.fromkeys(found))


def this_system(run: Run = run_program) -> System:
    """The scheduler of the computer that we run on."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    return System(sys.platform, Path.home(), config.state_dir() / "schedule", run, user)


def _said(ran: Ran) -> str:
    text = " ".join((ran.err or ran.out).decode("utf-8", "replace").split())
    return text[:200].rstrip(".") or f"exit code {ran.code}"


def _write(path: Path, body: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    except OSError as error:
        raise CannotUse(f"{path} cannot be written ({error.strerror}). Nothing is scheduled by this.") from None
