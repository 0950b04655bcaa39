"""Every failure that a person can meet: what happened, what to do next, and the exit code."""

from __future__ import annotations

import re
from collections.abc import Iterable

DONE, OUR_FAULT, USAGE, PERSON_MUST_LOOK, TRY_AGAIN_LATER = 0, 1, 2, 3, 4


def worst(codes: Iterable[int]) -> int:
    """The exit code of several runs together: the lower a code but 0, the worse (a person must look before a later try helps)."""
    return min((code for code in codes if code != DONE), default=DONE)


def printable(text: str) -> str:
    """Text from a workbook without control characters, so that it cannot steer a terminal."""
    return "".join(ch if ch.isprintable() or ch in "\n\t" else "�" for ch in text)


class SheetsyncError(Exception):
    """A failure in words that a person can act on: what happened, where, what to do."""

    exit_code = OUR_FAULT
    #: Whether it is known that the workbook was not touched (True), or was in part (False); None where a store does not say.
    unwritten: bool | None = None


class UsageError(SheetsyncError):
    """The command was asked for something that it cannot do: a wrong name, option or file type."""

    exit_code = USAGE


class NeedsPerson(SheetsyncError):
    """Something that only a person can decide or mend; running again without that changes nothing."""

    exit_code = PERSON_MUST_LOOK


class CannotUse(NeedsPerson):
    """The workbook cannot be read, or cannot be edited without loss. It was left as it is."""


class LogProblems(NeedsPerson):
    """What is wrong with the tabs, all of it at once: nothing was written."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class UnsafePlan(NeedsPerson):
    """The plan would change more than the limits allow; ``--force`` is for the person who looked."""


class TryAgain(SheetsyncError):
    """Busy, open elsewhere, out of quota or off line: the same command may work later."""

    exit_code = TRY_AGAIN_LATER


class Busy(TryAgain):
    """Another run of sheetsync is at work on it."""


class StaleSnapshot(TryAgain):
    """Somebody changed the workbook after it was read; nothing was written, unless ``unwritten`` is False."""

    unwritten = True


class NotWritten(SheetsyncError):
    """After the write some cells still hold what they held before."""


#: What a message quotes may come from a cell, and so from somebody's notes; greedy, for notes have quotes in them too.
_QUOTED = re.compile(r"“.*”")


def without_quotes(text: str) -> str:
    """A text for a file that is kept: without what it quotes."""
    return _QUOTED.sub("“…”", text)
