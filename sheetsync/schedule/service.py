"""A watch that is always there: as a systemd user unit, as a launchd agent, or as a Windows task at log-on."""

from __future__ import annotations

import plistlib
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sheetsync.schedule.job import Job, slug
from sheetsync.schedule.launchd import LABEL
from sheetsync.schedule.when import EVERY_DAY, When
from sheetsync.schedule.windows import TASK, exec_action

#: What stands in a list where another job has its days and times.
ALWAYS = "watch, always"
#: A job has a time; a watch has none.
NO_TIME = When(EVERY_DAY)
#: The watch is begun again so many seconds after it failed, but not where it was called wrongly (exit code 2).
_AGAIN, _USAGE = 60, 2
#: A sync that is under way is finished first when the watch is told to stop (seconds).
_STOPS_IN = 150


@dataclass(frozen=True, slots=True)
class Names:
    """What a watch is called in each system."""

    unit: str
    label: str
    task: str


def names(name: str) -> Names:
    """The names of the watch of that target ("all", or a target's)."""
    one = slug(name)
    return Names(f"sheetsync-watch-{one}.service", f"{LABEL}watch.{one}", f"watch-{one}")


def unit(one: Job) -> bytes:
    """The watch as a systemd user unit."""
    lines = [
        f"# sheetsync {_plain(one.name)}: {ALWAYS}",
        "[Unit]",
        f"Description=sheetsync watch {_plain(one.name)}",
        "",
        "[Service]",
        *(f"Environment={_quoted(f'{key}={value}')}" for key, value in one.environment.items()),
        "ExecStart=" + " ".join(_quoted(word) for word in one.command),
        "Restart=on-failure",
        f"RestartSec={_AGAIN}",
        f"RestartPreventExitStatus={_USAGE}",
        f"TimeoutStopSec={_STOPS_IN}",
        "Nice=5",
        "",
        "[Install]",
        "WantedBy=default.target",
        "",
    ]
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def name_in(body: bytes) -> str | None:
    """The name of the watch that a unit of ours is of."""
    found = re.match(rb"# sheetsync (.+): " + re.escape(ALWAYS.encode()) + rb"\n", body)
    return found[1].decode("utf-8", "replace") if found else None


def program_in(body: bytes) -> Path | None:
    """The program that a unit of ours runs."""
    found = re.search(rb'^ExecStart="((?:[^"\\]|\\.)*)"', body, re.MULTILINE)
    return Path(re.sub(r"\\(.)", r"\1", found[1].decode("utf-8", "replace"))) if found else None


def _plain(text: str) -> str:
    """On one line, and nothing that systemd fills in."""
    return " ".join(text.split())


def _quoted(word: str) -> str:
    """A word as systemd reads it: in quotes, and no specifier or variable in it (systemd.service, Command lines)."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{text}"'


def agent(one: Job) -> bytes:
    """The watch as a launchd agent: begun at log-in, and again when it failed."""
    return plistlib.dumps(
        {
            "Label": names(one.name).label,
            "ProgramArguments": list(one.command),
            "EnvironmentVariables": dict(one.environment),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ThrottleInterval": _AGAIN,
            "ExitTimeOut": _STOPS_IN,
            "ProcessType": "Background",
            "StandardErrorPath": "/dev/null",  # what is said is in the log file
            "StandardOutPath": "/dev/null",
            "SheetsyncName": one.name,
            "SheetsyncWhen": ALWAYS,
        },
        sort_keys=False,
    )


def task(one: Job, user: str) -> bytes:
    """The watch as a task of the Task Scheduler, at this user's log-on; without a window, without an end."""
    ElementTree.register_namespace("", TASK)
    root = ElementTree.Element(f"{{{TASK}}}Task", version="1.2")

    def add(parent: ElementTree.Element, name: str, words: str | None = None) -> ElementTree.Element:
        child = ElementTree.SubElement(parent, f"{{{TASK}}}{name}")
        child.text = words
        return child

    add(add(root, "RegistrationInfo"), "Description", f"{one.name}: {ALWAYS}")
    trigger = add(add(root, "Triggers"), "LogonTrigger")
    principal = add(add(root, "Principals"), "Principal")
    if user:
        add(trigger, "UserId", user)  # at anybody's log-on only an administrator may ask for it
        add(principal, "UserId", user)
    add(principal, "LogonType", "InteractiveToken")
    settings = add(root, "Settings")
    add(settings, "MultipleInstancesPolicy", "IgnoreNew")
    add(settings, "DisallowStartIfOnBatteries", "false")
    add(settings, "StopIfGoingOnBatteries", "false")
    again = add(settings, "RestartOnFailure")
    add(again, "Interval", f"PT{_AGAIN // 60}M")
    add(again, "Count", "999")
    add(settings, "ExecutionTimeLimit", "PT0S")
    exec_action(add(add(root, "Actions"), "Exec"), one)
    body = ElementTree.tostring(root, encoding="unicode")
    return ('<?xml version="1.0" encoding="UTF-16"?>\n' + body).encode("utf-16")
