"""Weeks, months, quarters and years by their word: the next and the last one, the end of one, the week of a day."""

from __future__ import annotations

import datetime as dt

from sheetsync.rules import calendar, clocks, days, feasts, periods, spans
from sheetsync.rules.time_words import (
    LAST,
    NEXT,
    NUMBERS,
    TOMORROW,
    UNITS,
    Note,
    Time,
    breaks,
    changed,
    count_of,
    day_number,
    ordinal,
    part_word,
)


def read_unit(note: Note, at: int, floor: int) -> Time | None:
    """In two weeks, next month, the week after the 4th, end of the year; not "a 12-month contract"."""
    unit = UNITS[note.words[at]]
    match unit:
        case "day":
            time = _day(note, at)
        case "week":
            time = _week(note, at)
        case "quarter":
            time = _quarter(note, at)
        case "month" | "year":
            time = _ending(note, at, unit) or _relative(note, at, unit)
        case _:
            time = None
    if time is not None:
        return time
    before = note.words[at - 1]
    if before in LAST or (before in _A_FEW and not LAST.isdisjoint(note.words[max(0, at - 3) : at - 1])):
        return Time(at - 1, at + 1, "past")  # the last few weeks
    return spans.span_at(note, at, floor)


_A_FEW = frozenset("few couple two three of".split())


def _day(note: Note, at: int) -> Time | None:
    """On day 12; the last day of January."""
    before, after = note.words[at - 1], note.words[at + 1]
    feast = feasts.read_day(note, at)
    if feast is not None:
        return feast
    if after in ("after", "before", "following"):
        return _day_beside(note, at, before, after)
    number = day_number(after)
    if number and before in ("on", "the") and note.words[at + 2] not in UNITS:
        return days.day_numbered(note, at, at + 2, number)
    if before == "last" and after in ("of", "in"):
        inner = note.inner(note, at + 2, at)
        if inner is not None and inner.months and not inner.number:
            periods.resolve(note, changed(inner, first=at - 1, part="end", date=None))
            return inner
    return None


_AT_HOURS = frozenset("at @ morning evening afternoon arvo around noon".split())
_NOT_ALONE = frozenset("the a one each every other same this that first next same".split())


def _day_beside(note: Note, at: int, before: str, after: str) -> Time | None:
    """The day after Easter, the day before the 15th; "try him day after", which is the day after tomorrow."""
    if (count_of(before) and before not in _ONE) or note.words[at + 2] in TOMORROW:
        return None
    first, step = at - (before in ("the", "a")), 1 if after != "before" else -1
    inner = note.inner(note, at + 2, at)
    if inner is not None and inner.date is not None and (inner.exact or inner.feast):
        return Time(first, inner.last, "day", inner.date + dt.timedelta(days=step), exact=True, timed=inner.timed)
    then = note.words[at + 2]
    if inner is not None or not (breaks(then) or then in _AT_HOURS):
        return None
    if note.previous is not None:
        return Time(first, at + 2, "day", note.previous + dt.timedelta(days=step), exact=True)
    if after == "after" and before not in _NOT_ALONE:
        return Time(at, at + 2, "day", note.called + dt.timedelta(days=2), exact=True)
    return None


def _ending(note: Note, at: int, unit: str) -> Time | None:
    """Month-end, year end."""
    if note.words[at - 1] in NUMBERS:
        return None
    last = at + 2 if note.words[at + 1] == "end" else at + 3 if note.words[at + 1 : at + 3] == ["-", "end"] else 0
    return changed(periods.period_of(note, at, last, unit, 0), part="end") if last else None


def _quarter(note: Note, at: int) -> Time | None:
    """Next quarter, the third quarter; a quarter past four is a time of day."""
    time = _ending(note, at, "quarter") or _relative(note, at, "quarter")
    if time is not None:
        return time
    before = note.words[at - 1]
    number = ordinal(before)
    if 1 <= number <= 4 and note.words[at - 2] != "a":
        year, last = periods.year_after(note, at + 1)
        return Time(at - 1, last, "month", months=3, month=3 * number - 2, year=year)
    if note.words[at + 1] in ("past", "to", "of", "after", "til"):
        hour = note.words[at + 2]
        if NUMBERS.get(hour, 0) >= 1 or (hour[:2].rstrip("ap").isdigit() and len(hour) <= 4):
            return clocks.clock(note, at - 1 if before == "a" else at, at + 3)
    return None


# --- this one, the next one --------------------------------------------------------------------------------------

_FISCAL = frozenset("fiscal financial tax school academic budget calendar".split())  # years that we do not know
_NOT_NEW = frozenset("chinese lunar jewish fiscal financial happy a".split())
_NEW_THINGS = frozenset("' ’ resolution sale party model eve".split())
_PARTS_OF = frozenset("later half back rest first part".split())


def _relative(note: Note, at: int, unit: str) -> Time | None:
    """Next, this, last, the coming week, month, quarter or year; the end of it; the new year."""
    before, earlier = note.words[at - 1], note.words[at - 2]
    if before in _FISCAL or note.words[at + 1] in ("-", "old"):
        return None
    if before in NEXT:
        return _following(note, at, unit)
    if before in ("this", "the", "current"):
        return _present(note, at, unit)
    if before == "new" and unit == "year":
        if earlier in _NOT_NEW or note.words[at + 1] in _NEW_THINGS:
            return None
        return periods.period_of(note, at - 1, at + 1, unit, 1)
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    if (
        (before in ("mid", "early", "late") and unit != "week")
        or (before == "-" and earlier == "mid")
        or (before == "of" and part_word(note, at - 2) and earlier != "top")
    ):
        return periods.period_of(note, at, at + 1, unit, 0)
    return None


def _following(note: Note, at: int, unit: str) -> Time | None:
    """Next week; this time next week; "the week after next week" is read at its first word."""
    earlier, first = note.words[at - 2], note.words[at - 3]
    if earlier == "after" and UNITS.get(first) == unit:
        return None
    if earlier == "time" and first in ("this", "same"):
        return Time(at - 3, at + 1, "span", spans.shift(note.called, 1, unit), count=1, unit=unit)
    return periods.period_of(note, at - 1, at + 1, unit, 1)


def _present(note: Note, at: int, unit: str) -> Time | None:
    """This week says too little to go by; later this week is its end, and the end of the month is one."""
    before, earlier, first = note.words[at - 1], note.words[at - 2], note.words[at - 3]
    part = part_word(note, at - 2) or (earlier == "of" and part_word(note, at - 3))
    if not (before == "this" or part or (earlier in ("of", "in") and first in _PARTS_OF)):
        return None
    time = periods.period_of(note, at - 1, at + 1, unit, 0)
    if earlier == "later" or (earlier == "in" and first == "later"):
        time = changed(time, first=at - 2 if earlier == "later" else at - 3, vague=True, part="end")
        if unit == "week":
            time.date = max(note.called, calendar.monday(note.called) + dt.timedelta(days=4))
        time.sure = unit != "year"
    elif before == "this" and not part:
        time.vague, time.sure = True, False
        if unit == "week":
            time.date = note.called
    return time


# --- weeks -------------------------------------------------------------------------------------------------------

_BEFORE_WEEK = frozenset("in of calendar from until till call by".split())
_WEEK_OF = {
    "of": 0,
    "commencing": 0,
    "beginning": 0,
    "starting": 0,
    "ending": 0,
    "after": 7,
    "following": 7,
    "before": -7,
    "b4": -7,
}
_ONE = frozenset(["a", "one", "1"])


def _week(note: Note, at: int) -> Time | None:
    """The first week of a month, the week of a day, week 41, this day week, next week."""
    before, after = note.words[at - 1], note.words[at + 1]
    number = ordinal(before) or (-1 if before == "last" else 0)
    if number and after in ("of", "in"):
        here = at + 3 if note.words[at + 2] == "the" else at + 2
        inner = note.inner(note, here, at)
        if inner is not None and inner.months == 1 and not inner.number:
            return changed(inner, first=at - 1, part=str(number), kind="month", date=None)
    relative = _relative(note, at, "week")
    if relative is not None:
        return relative
    if before == "today" or (before == "day" and note.words[at - 2] == "this"):
        first = at - 1 if before == "today" else at - 2
        return Time(first, at + 1, "day", note.called + dt.timedelta(days=7), exact=True)
    if before in _BEFORE_WEEK and after.isdecimal() and note.words[at + 2] not in UNITS:
        return _calendar_week(note, at)
    if after in _WEEK_OF and not number:
        return _week_of(note, at, before, after)
    return None


def _calendar_week(note: Note, at: int) -> Time | None:
    """The Monday of a week by its number in the year: "in week 41"."""
    number = int(note.words[at + 1][:3])
    if not 1 <= number <= 52:
        return None
    dates = (dt.date.fromisocalendar(note.called.year + ahead, number, 1) for ahead in (0, 1))
    return Time(at, at + 2, "week", next((date for date in dates if date > note.called), None))


def _week_of(note: Note, at: int, before: str, after: str) -> Time | None:
    """The week of, after or before a day; a week after it; the week after next."""
    if count_of(before) and not (before in _ONE and after in ("after", "before", "following")):
        return None
    first = at - 1 if before == "the" or before in _ONE else at
    fortnight = calendar.monday(note.called) + dt.timedelta(days=14)
    if after == "after" and note.words[at + 2] in NEXT:
        return Time(first, at + 3, "week", fortnight)
    inner = note.inner(note, at + 2, at)
    if inner is None or inner.date is None:
        if after == "after" and before == "the" and breaks(note.words[at + 2]):
            base = calendar.monday(note.previous) + dt.timedelta(days=7) if note.previous else fortnight
            return Time(first, at + 2, "week", base)
        return None
    date = inner.date
    if after == "of" and inner.number and not inner.months and date.weekday() == 6:  # a Sunday opens its week here
        date += dt.timedelta(days=1)
    if inner.kind == "week" or before in _ONE:
        date += dt.timedelta(days=_WEEK_OF[after])
    elif after not in ("commencing", "beginning", "starting"):
        date = calendar.monday(date) + dt.timedelta(days=_WEEK_OF[after])
    return Time(first, inner.last, "week", date, number=0 if inner.months else inner.number)
