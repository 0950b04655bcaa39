"""The line “Status” of the Settings tab: when the workbook was last synced, and what is wrong in it, in words.

It is written together with other changes, or where what is wrong has changed; a run that finds nothing new leaves it, so that
running twice is running once. What a person wrote there is kept: our own words end in a signature that only they have.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from sheetsync.grid import ColumnEdits, Format, Tab, Value, is_blank
from sheetsync.settings import SPECS, folded
from sheetsync.tabs.marks import digest

LABEL = "Status"
REASON = "Status"
_SIGNED = re.compile(r"(?P<words>.*) \(sheetsync (?P<sign>[\w-]+)\)\Z", re.DOTALL)
_NOTHING = "Nothing to mend."
_MOST = 3  # problems that are spelled out
_LABELS = frozenset(folded(spec.label) for spec in SPECS) | frozenset(folded(spec.field) for spec in SPECS)


def edit(tab: Tab | None, problems: Sequence[str], *, what: str, now: dt.datetime, changed: bool) -> ColumnEdits | None:
    """The edit of the Status line; None where there is no such line, where it is a person's, or where nothing is new.

    Args:
        problems: what is wrong in the workbook, each in a sentence.
        what: what the run did: "Synced", "Run taken back".
        now: the moment, in the time zone of the workbook.
        changed: the run changes something else.
    """
    at = None if tab is None else place(tab)
    if tab is None or at is None:
        return None
    held = tab.at(*at)
    ours = _ours(held)
    if at in tab.formulas or (ours is None and not is_blank(held)):
        return None
    wrong = _wrong(problems)
    if not changed and (ours is None or ours.endswith(wrong)):
        return None
    words = f"{what} {now.day} {now:%b %Y}, {now:%H:%M}. {wrong}"
    return ColumnEdits(
        tab.name, at[1], (at[0],), (held,), (f"{words} (sheetsync {_sign(words)})",), Format.LEAVE, REASON
    )


def place(tab: Tab) -> tuple[int, int] | None:
    """Where the value of the Status line stands: right of its label, which stands in the column of the settings' labels."""
    columns = {
        col
        for col in range(tab.width)
        for value in tab.columns[col]
        if isinstance(value, str) and folded(value) in _LABELS
    }
    if not columns:
        return None
    col = min(columns)
    for row in range(tab.height):
        label = tab.at(row, col)
        if isinstance(label, str) and folded(label) == folded(LABEL):
            return row, col + 1
    return None


def _wrong(problems: Sequence[str]) -> str:
    if not problems:
        return _NOTHING
    more = f" And {len(problems) - _MOST} more: sheetsync check lists them." if len(problems) > _MOST else ""
    return "To mend: " + " ".join(" ".join(one.split()) for one in problems[:_MOST]) + more


def _ours(held: Value) -> str | None:
    found = _SIGNED.match(held) if isinstance(held, str) else None
    return found["words"] if found is not None and found["sign"] == _sign(found["words"]) else None


def _sign(words: str) -> str:
    return digest(f"status {words}")
