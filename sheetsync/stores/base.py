"""What a store promises.

1. ``read()`` takes a number of calls that does not depend on the size of the log.
2. Values come back as ``grid`` values; formulas are known as formulas. Two stores that hold the same workbook give equal tabs.
3. ``apply(snapshot, changes)`` does all of it or nothing.
4. Rows that moved or changed since the snapshot mean ``StaleSnapshot``, and nothing written.
5. What was not asked for stays as it was: formats, formulas, charts, pivots, macros, comments, validation, names.
6. Text is written as text. Nothing that a rep typed becomes a formula, a number or a date on its way.
7. Failures are errors from ``errors``: who can act, and whether trying again helps.
"""

from __future__ import annotations

from typing import Protocol

from sheetsync.grid import Changes, Snapshot


class Store(Protocol):
    """A place where one workbook lives."""

    @property
    def target(self) -> str:
        """What identifies the workbook for locks, journals and messages: a resolved path, or an id."""

    @property
    def name(self) -> str:
        """What a person calls the workbook."""

    def read(self) -> Snapshot:
        """The workbook as it is now.

        Raises:
            CannotUse: it cannot be read, or cannot be edited without loss.
            TryAgain: it is busy or out of reach now.
        """

    def refuses(self, snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
        """Why ``apply`` would refuse these changes, each in a sentence; empty where it would not. Writes nothing."""

    def apply(self, snapshot: Snapshot, changes: Changes) -> None:
        """Do all of the changes, or none of them.

        Raises:
            StaleSnapshot: the workbook is not what the snapshot says any more.
            CannotUse: it cannot be edited without loss.
            TryAgain: it is open elsewhere, locked, or out of reach.
        """

    @property
    def verifies(self) -> bool:
        """Whether ``apply`` itself checks what it wrote before anybody can see it; otherwise the run looks again."""

    def token(self) -> str:
        """A fingerprint of the workbook as it is now, "" where the store has none: equal means that nothing changed."""

    def token_of(self, snapshot: Snapshot) -> str:
        """The fingerprint of the workbook as the snapshot read it; "" where the store has none."""

    def wrote(self) -> str:
        """The fingerprint of the workbook as the last ``apply`` left it, before anybody else could touch it; "" where unknown."""

    def notices(self) -> tuple[str, ...]:
        """What a person should know of the place where the workbook lives before it is written there; empty where there is nothing."""

    def left(self, before: str) -> dict[str, str]:
        """How a run that was killed, and had read the workbook of that fingerprint, was to leave it: its fingerprint then (``token``),
        and where the version before is saved (``saved``); empty where the store has no note of it."""

    def saved(self) -> str:
        """Where the version before the last ``apply`` was saved; "" where the store saves none."""

    def clear(self) -> None:
        """Removes the unfinished files of a run that was killed, and nothing else. Only under the target's lock."""

    def forget(self) -> int:
        """Removes the saved versions; how many there were."""

    def restore(self, saved: str, was: str = "") -> None:
        """Put a saved version of the whole workbook back.

        Args:
            was: the fingerprint that the workbook must still have; "" for any.

        Raises:
            UsageError: this store saves no versions, or that one is gone.
            StaleSnapshot: the workbook has another fingerprint; nothing was written.
        """
