"""The numbers of a client as the last run found them: an unchanged log need not be read again. Private to the user."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sheetsync import __version__, config, report
from sheetsync.model import Outcome, Week
from sheetsync.summary import Against

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the coach's page needs of one log: numbers, and nobody's name."""

    weeks: tuple[Week, ...]  # all reps together, the newest first
    against: Against
    calls: int
    wrong: int  # cells that cannot be read, things that stand in the way
    today: dt.date  # where the client is
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What must be the same for the numbers to be the same."""

    token: str  # the store's fingerprint of the workbook
    goal: int | None
    tab: str | None
    synced: bool  # a sync found nothing to do; a run that only reads may use what a sync found, not the other way round


def recall(state: Path, target: str, key: Key, *, today: dt.date | None, now: dt.datetime) -> Numbers | None:
    """The numbers of that very workbook on that day, with this version of sheetsync; None where they are not known."""
    if not key.token:
        return None
    try:
        data = json.loads(_path(state, target).read_text(encoding="utf-8"))
        same = (
            (data["format"], data["version"]) == (_FORMAT, __version__)
            and (data["token"], data["goal"], data["tab"]) == (key.token, key.goal, key.tab)
            and (data["synced"] or not key.synced)
        )
        if not same:
            return None
        found = _numbers(data)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    from sheetsync.seen import today_in

    return found if found.today == (today or today_in(found.zone, now)) else None


def remember(state: Path, target: str, key: Key, found: Numbers) -> None:
    """Notes the numbers; a failure to note them costs only time."""
    if not key.token:
        return
    data = {
        "format": _FORMAT, "version": __version__, "token": key.token, "goal": key.goal, "tab": key.tab, "synced": key.synced,
        "weeks": [report.week_json(week) for week in found.weeks], "against": list(found.against), "calls": found.calls,
        "wrong": found.wrong, "today": found.today.isoformat(), "zone": found.zone,
    }  # fmt: skip
    path = _path(state, target)
    fresh = path.with_name(f"{path.stem}-{os.getpid()}.new")
    try:
        config.private_dir(path.parent)
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(data, file, separators=(",", ":"))
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)


def forget(state: Path, target: str) -> None:
    """Removes what is known of that workbook."""
    path = _path(state, target)
    for one in (path, *path.parent.glob(f"{path.stem}-*.new")):
        one.unlink(missing_ok=True)


def _path(state: Path, target: str) -> Path:
    return state / "coach" / f"{config.target_key(target)}.json"


def _numbers(data: Mapping[str, Any]) -> Numbers:
    this, last = data["against"]
    day = dt.date.fromisoformat(data["today"])
    weeks = tuple(_week(one) for one in data["weeks"])
    return Numbers(weeks, Against(this, last), int(data["calls"]), int(data["wrong"]), day, str(data["zone"]))


def _week(data: Mapping[str, Any]) -> Week:
    return Week(
        start=dt.date.fromisoformat(data["week"]),
        rep=data["rep"],
        outreach=data["outreach"],
        live=data["live"],
        decision_maker=data["decision_maker"],
        great=data["great"],
        goal=data["goal"],
        appointments=data["appointments"],
        appointment_goal=data["appointment_goal"],
        outcomes={Outcome(name): number for name, number in data["outcomes"].items()},
        open_maybes=data["open_maybes"],
        verdict=data["verdict"],
    )
