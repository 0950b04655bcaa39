"""Two times that stand side by side, read as one: "Tuesday the 5th", "next week, Thursday", "Wednesday or Thursday"."""

from __future__ import annotations

import datetime as dt

from sheetsync.rules import calendar, days
from sheetsync.rules.time_words import FOLLOW, MOVES, NEXT, UNITS, Note, Time, breaks


def merge(note: Note, time: Time, other: Time) -> bool:
    """Read two neighbouring times as one, where they fit; whether they did."""
    if other.kind == "clock":
        if time.kind in ("weekday", "day", "clock") or (time.kind == "week" and time.exact):
            time.last = other.last
            time.timed = True
            return True
        return False
    if time.kind == "clock" and other.kind in ("weekday", "day"):
        _take(time, other)
        return True
    if time.kind == "weekday" and other.kind == "day" and not other.same_day:
        if other.number and not other.months and other.date and time.date:
            if other.number == time.date.day:  # "the Monday after, the 20th"
                time.last = other.last
                return True
            for ahead in range(3):  # Tuesday the 5th: the next 5th that is a Tuesday, where one is near
                date = calendar.day(*_month_ahead(other.date, ahead), other.number)
                if date.weekday() == time.weekday and date > note.called:
                    other.date = date
                    break
        _take(time, other)
        return True
    if time.kind == "weekday" and other.kind == "week" and other.date:
        time.date = calendar.monday(other.date) + dt.timedelta(days=time.weekday)
        time.last = other.last
        return True
    if time.kind == "week" and other.kind == "weekday" and time.date:
        if note.words[other.first] in NEXT:
            return False
        time.date = calendar.monday(time.date) + dt.timedelta(days=other.weekday)
        time.last, time.exact, time.kind = other.last, True, "weekday"
        return True
    if (
        time.kind == "month"
        and time.months == 1
        and not time.part
        and other.kind == "day"
        and other.number
        and not other.months
    ):
        time.number, time.exact, time.last, time.kind = other.number, True, other.last, "day"
        return True
    if (
        time.kind == "month"
        and time.unit == "year"
        and other.kind in ("month", "day")
        and other.months == 1
        and not other.year
    ):
        year = time.year
        _take(time, other)
        time.year = year
        return True
    if time.kind == "day" and other.kind == "weekday":
        if time.exact and note.words[time.last] != "on":
            time.last = other.last
            return True
        return False
    return False


def _month_ahead(date: dt.date, months: int) -> tuple[int, int]:
    ahead = calendar.add_months(dt.date(date.year, date.month, 1), months)
    return ahead.year, ahead.month


def _take(time: Time, other: Time) -> None:
    """Make a time mean what another one means, keeping where it starts."""
    time.timed = time.timed or other.timed or time.kind == "clock"
    for name in (
        "kind",
        "date",
        "exact",
        "same_day",
        "vague",
        "months",
        "month",
        "year",
        "part",
        "weekday",
        "number",
        "last",
        "feast",
    ):
        setattr(time, name, getattr(other, name))


_EITHER = frozenset("or / and & to – maybe ,".split())


def or_else(note: Note, time: Time, other: Time) -> bool:
    """Take in a second choice, "Wednesday or Thursday", "late April, early May": the earlier counts; whether it was one."""
    gap = other.first - time.last
    if gap > 1 or time.date is None or other.date is None or time.kind in ("past", "lasting", "clock", "span"):
        return False
    if (
        other.kind != time.kind
        or (gap and note.words[time.last] not in _EITHER)
        or note.words[time.first - 1] == "from"
    ):
        return False
    if (not gap or note.words[time.last] == ",") and not (time.part and other.part):
        return False
    if note.words[time.first - 2] == "from" and note.words[time.first - 1] == "the":
        return False
    if note.words[time.last] == "to" and not MOVES.isdisjoint(note.words[max(0, time.first - 6) : time.first]):
        time.first, time.last, time.date, time.exact = other.first, other.last, other.date, other.exact
        return True
    time.last, time.date = other.last, min(time.date, other.date)
    return True


def bare_number(note: Note, time: Time, here: int) -> Time | None:
    """A number right after a weekday: above 12 a day of the month, "Thursday 15", and otherwise an hour."""
    value, after = int(note.words[here][:4]), note.words[here + 1]
    if value > 31 or after in UNITS or not (breaks(after) or after in FOLLOW):
        return None
    if value > 12:
        return days.day_numbered(note, here, here + 1, value)
    time.last, time.timed = here + 1, True
    return None
