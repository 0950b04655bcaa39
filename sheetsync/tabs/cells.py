"""What a cell that a person filled in means: a date, a time of day, yes or no, or text."""

from __future__ import annotations

import datetime as dt
import re

from sheetsync.grid import CellError, Link, Value
from sheetsync.settings import parse_text_date, yes_no

#: Days from which a spreadsheet counts its dates (Excel's 1900 system, Google Sheets).
_EPOCH = dt.date(1899, 12, 30)
#: A date before 2000 is not readable (RULES 3): it is a typing error or a number that is no date.
_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2199, 12, 31)

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))?\s*([ap])?\.?\s*m?\.?$")


class Unreadable(ValueError):
    """The cell cannot be read; the text says what to write there."""


def text(value: Value) -> str:
    """What a cell says, as text: numbers without a trailing .0; FALSE, 0 and error values say nothing."""
    match value:
        case str():
            return value.strip()
        case None | bool() | CellError():
            return ""
        case int():
            return str(value) if value else ""
        case float():
            if not value:
                return ""
            return str(int(value)) if value.is_integer() else repr(value)
        case Link():
            return value.text
        case dt.datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case _:
            return value.isoformat()


def date(value: Value, order: str) -> dt.date | None:
    """The date that a cell holds; None where it is blank.

    Raises:
        Unreadable: it holds something else, or a date before 2000 (RULES 3).
    """
    found: dt.date | None = None
    match value:
        case None | False:
            return None
        case dt.datetime():
            found = value.date()
        case dt.date():
            found = value
        case bool() | Link() | CellError() | dt.time():
            pass
        case int() | float():
            if value == 0:
                return None
            if 36526 <= value < 109575:  # 2000 to 2199 as a day number without a date format
                found = _EPOCH + dt.timedelta(days=int(value))
        case str():
            if not value.strip():
                return None
            found = parse_text_date(value, order)
    if found is None:
        raise Unreadable(f"“{shown(value)}” is no date")
    if not _FIRST <= found <= _LAST:
        raise Unreadable(
            f"{found.isoformat()} is too long ago" if found < _FIRST else f"{found.isoformat()} is too far ahead"
        )
    return found


def time(value: Value) -> dt.time | None:
    """The time of day that a cell holds; None where it is blank.

    Raises:
        Unreadable: it holds something else.
    """
    match value:
        case None | False:
            return None
        case dt.datetime():
            return value.time().replace(microsecond=0)
        case dt.time():
            return value.replace(microsecond=0)
        case int() | float() if not isinstance(value, bool):
            if 0 <= value < 1:
                seconds = round(value * 86400)
                return dt.time(seconds // 3600 % 24, seconds // 60 % 60, seconds % 60)
        case str():
            word = value.strip().casefold()
            if not word:
                return None
            if word in ("noon", "midday"):
                return dt.time(12)
            found = _CLOCK.match(word)
            if found:
                return _clock(found, value)
    raise Unreadable(f"“{shown(value)}” is no time of day")


def _clock(found: re.Match[str], value: Value) -> dt.time:
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            raise Unreadable(f"“{shown(value)}” is no time of day")
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    elif found[2] is None:
        raise Unreadable(f"“{shown(value)}” is no time of day")
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        raise Unreadable(f"“{shown(value)}” is no time of day") from None


def answer(value: Value, *, only_ticks: bool) -> bool | None:
    """Yes, no, or None for not filled in (RULES 2: FALSE says nothing in a column that holds nothing but ticks).

    Raises:
        Unreadable: it holds something else.
    """
    if value is None or (only_ticks and value is False):
        return None
    if isinstance(value, str) and (
        not value.strip() or value.strip() in ("-", "–", "?", "n/a", "N/A", "unknown", "Unknown")
    ):
        return None
    found = yes_no(value)
    if found is None:
        raise Unreadable(f"“{shown(value)}” is neither yes nor no")
    return found


def shown(value: Value) -> str:
    """A cell's value in a message, cut where it is long."""
    words = value.code if isinstance(value, CellError) else " ".join((text(value) or str(value)).split())
    return words if len(words) <= 40 else words[:37] + "…"
