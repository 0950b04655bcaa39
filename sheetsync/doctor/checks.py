"""What a look at something says: how it stands, and the one thing to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


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
