"""Days by name: tomorrow, weekdays, weekends and feasts."""

from __future__ import annotations

import datetime as dt

from sheetsync.rules import calendar, feasts
from sheetsync.rules.time_words import (
    DAY_PARTS,
    DIGITS,
    FOLLOW,
    LAST,
    MONTHS,
    MOVES,
    NEXT,
    NEXT_OR_THIS,
    UNITS,
    WEEKDAYS,
    Note,
    Time,
    breaks,
    changed,
    ordinal,
)


def read_tomorrow(note: Note, at: int, floor: int) -> Time | None:
    """Tomorrow, the day after tomorrow, tomorrow week; "tom" only where a call is asked for."""
    if note.words[at] == "tom" and (
        note.capital(at)
        or note.words[at - 1] not in ("call", "back", "try", "again", "ring", "cb", "after", "until", "till")
    ):
        return None
    first, days = at, 1
    if note.words[at - 1] == "after" and note.words[at - 2] == "day":
        first, days = at - 2, 2
        if note.words[first - 1] == "the":
            first -= 1
    last = at + 1
    if note.words[last] == "week" and note.words[last + 1] != "end":
        days, last = days + 7, last + 1
    return Time(first, last, "day", note.called + dt.timedelta(days=days), exact=True)


def read_overmorrow(note: Note, at: int, floor: int) -> Time | None:
    """The day after tomorrow, in one word."""
    return Time(at, at + 1, "day", note.called + dt.timedelta(days=2), exact=True)


def read_today(note: Note, at: int, floor: int) -> Time | None:
    """Today, tonight; "a week from today" and "today week" are read with their week."""
    if note.words[at + 1] == "week":
        return None
    if note.words[at - 1] == "from" and note.words[at - 2] in UNITS:
        return None
    return Time(at, at + 1, "day", note.called, same_day=True)


def read_yesterday(note: Note, at: int, floor: int) -> Time | None:
    return Time(at, at + 1, "past")


_BEFORE_DAY = frozenset(
    """
    on this next nxt till until til untill by for to from after before last come coming every or and say call ring try again him her me
    back meet meeting demo mtg appt is said says of since late early the a maybe then if thru through - , ( / w phone around booked
    set us with between available free works open not it now moved changed week weds fri mon thu
    """.split()
)


def read_weekday(note: Note, at: int, floor: int) -> Time | None:
    """Friday, next Friday, Friday week, the Friday after the 4th, the last Friday of May; not "sat down", "in the sun"."""
    word, before, after = note.words[at], note.words[at - 1], note.words[at + 1]
    number = WEEKDAYS[word]
    if not _is_weekday(word, before, after) or (after == "." and note.words[at + 2] == "com"):
        return None
    if (
        (before in LAST and after not in ("in", "of"))
        or after in ("last", "gone")
        or note.words[at + 1 : at + 3] == ["just", "gone"]
    ):
        return Time(at - 1 if before in LAST else at, at + 1, "past")
    weeks_on = after in ("week", "wk", "fortnight")
    if (
        before in ("every", "each")
        or (before == "a" and not weeks_on)
        or (before == "other" and note.words[at - 2] == "every")
    ):
        return Time(at - 1, at + 1, "lasting")
    if before in _KINDS_OF_DAY and note.words[at - 2] in ("a", "an", "another"):  # what a bored Sunday looks like
        return Time(at - 2, at + 1, "lasting")
    if (
        before in _IS_NOW
        and number == note.called.weekday()
        and (note.words[at - 2] in _NOW or breaks(note.words[at - 2]))
    ):
        return Time(at, at + 1, "lasting")  # closed on Tuesdays, and we are Tuesday
    if after in _OF_THE_DAY:
        return Time(at, at + 1, "lasting")
    if _opens_until(note, at, before, after):
        return Time(at, at + 3, "lasting")
    if (before, word) in _FEAST_DAYS:
        near = (before == "good" or note.words[at - 2] in _NEAR_FEAST) and (breaks(after) or after in FOLLOW)
        return feasts.feast_time(note, at - 1, at + 1, (before, word)) if near else None
    if before == "the" and after in _THINGS:  # the Monday meeting
        return Time(at, at + 1, "lasting")
    time = Time(at, at + 1, "weekday", weekday=number, exact=True)
    if after == "." and len(word) <= 5 and (note.words[at + 2][:1] in DIGITS or note.words[at + 2] in DAY_PARTS):
        time.last = at + 2
        after = note.words[at + 2]
    nth = ordinal(before) or (-1 if before == "last" else 0)
    if nth:
        inner = note.inner(note, at + 2, at) if after in ("in", "of") else None
        if inner is None or inner.months != 1 or inner.number:  # the third Tuesday running
            return changed(time, first=at - 1, kind="lasting")
        return changed(inner, first=at - 1, kind="month", weekday=number, part=str(nth), exact=True, date=None)
    if after in ("after", "before", "following") and note.words[at + 2] not in NEXT:
        beside = _weekday_beside(note, time, at, before, after)
        if beside is not None:
            return beside
    _move_weekday(note, time, before, after)
    return time


def _opens_until(note: Note, at: int, before: str, after: str) -> bool:
    """Mon-Fri, Monday to Thursday: the days of a habit, unless a meeting moved from one to the other."""
    if after not in ("-", "–", "to", "thru", "through") or note.words[at + 2] not in WEEKDAYS:
        return False
    return before != "from" and MOVES.isdisjoint(note.words[max(0, at - 6) : at])


def _weekday_beside(note: Note, time: Time, at: int, before: str, after: str) -> Time | None:
    """The Monday after the 4th; "the Monday after", where a day was named just before."""
    inner = note.inner(note, at + 2, at)
    if inner is not None and inner.date is not None and inner.exact | inner.feast:
        base, last = inner.date, inner.last
    elif inner is None and note.previous is not None and breaks(note.words[at + 2]):
        base, last = note.previous, at + 2
    elif inner is None and note.previous is not None and note.words[at + 2] in ("that", "this", "it"):
        base, last = note.previous, at + 3
    else:
        return None
    date = calendar.weekday_after(base, time.weekday)
    if after == "before":
        date = base - dt.timedelta(days=(base.weekday() - time.weekday - 1) % 7 + 1)
    return changed(time, first=at - 1 if before == "the" else at, last=last, date=date)


def _move_weekday(note: Note, time: Time, before: str, after: str) -> None:
    """Fill in the day of a weekday: the first after the call, or that of the next week, or a week on."""
    called = note.called
    time.date = calendar.weekday_after(called, time.weekday)
    following = calendar.monday(called) + dt.timedelta(days=7 + time.weekday)
    then = note.words[time.last + 1]
    if before == "the" and note.feast is not None and note.feast > called:  # after Halloween, the Monday
        time.date = calendar.weekday_after(note.feast, time.weekday)
    if before in NEXT_OR_THIS:
        time.first -= 1
        if before == "following" and note.previous is not None:
            time.date = calendar.weekday_after(note.previous, time.weekday)
        elif before in NEXT:
            time.date = following
    if after == "a" and then in _WEEKS and note.words[time.last + 2] not in _NOT_WEEKS_ON:  # Saturday a week
        time.last += 2
        time.date += dt.timedelta(days=14 if then == "fortnight" else 7)
    elif after in ("week", "wk") and (
        then not in _NOT_WEEKS_ON
        or (
            then == "after"
            and note.words[time.last + 2] not in NEXT
            and note.inner(note, time.last + 2, time.last) is None
        )
    ):
        time.last += 1
        if time.weekday != called.weekday():  # said on a Monday, "Monday week" is the next one
            time.date += dt.timedelta(days=7)
    elif after == "fortnight":
        time.last += 1
        time.date += dt.timedelta(days=14)
    elif after == "after" and then in NEXT:
        time.last += 2
        time.date = following + dt.timedelta(days=7)
    elif after == "next" and then not in UNITS and then not in MONTHS:
        time.last += 1
        time.date = following


_FEAST_DAYS = frozenset([("black", "friday"), ("cyber", "monday"), ("good", "friday"), ("easter", "monday")])
_NEAR_FEAST = frozenset(
    "post after before b4 by until till over past around the since for of to from following at next this on do".split()
)
_WEEKS = frozenset("week wk fortnight".split())
_NOT_WEEKS_ON = frozenset("of after before commencing end ends from ago later".split())
_KINDS_OF_DAY = frozenset(
    "bored slow quiet wet rainy sunny typical usual normal lazy busy long boring cold bad mad".split()
)
_IS_NOW = frozenset("are is it's its being".split())
_NOW = frozenset("we and it today & cause because since".split())
#: People and things of one day of the week: the Saturday girl, Friday chips.
_OF_THE_DAY = frozenset("girl boy lad lass kid temp chips roast girl's boy's nights prayers".split())

_THINGS = frozenset(
    "meeting meetings market crowd shift rush night club paper edition team run round rota delivery class".split()
)

#: The words that may stand before or after a short weekday that is another word too.
_SAT = frozenset("down in through there with on it around him her them next".split())
_WHO_SAT = frozenset("he she we they i that has had just and who it been".split())


def _is_weekday(word: str, before: str, after: str) -> bool:
    match word:
        case "sat":
            return before not in _WHO_SAT and (
                after not in _SAT or before in ("on", "this", "next", "by", "until", "till")
            )
        case "sun":
            shines = after in ("is", "was", "came", "shines", "shine", "belt", "roof", "life", "microsystems")
            return before != "the" and (before in _BEFORE_DAY or breaks(before)) and not shines
        case "mardi":
            return after != "gras"
        case "th":
            return before in ("try", "call", "on", "cb", "back", "next", "this", "til", "till", "until", "ring", "by")
        case "wed":
            return before not in ("to", "be", "was", "they", "got", "newly")
    return True


def read_plural_weekday(note: Note, at: int, floor: int) -> Time | None:
    return Time(at, at + 1, "lasting")


def read_weekend(note: Note, at: int, floor: int) -> Time | None:
    before = note.words[at - 1]
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    if before not in ("the", "this", "next", "over", "coming", "nxt") or note.words[at] == "weekends":
        return None
    saturday = calendar.weekday_after(note.called, 5)
    if before in NEXT:
        saturday = calendar.monday(note.called) + dt.timedelta(days=12)
    time = Time(at - 1, at + 1, "day", saturday)
    if note.words[at - 2] in ("after", "past"):
        time = changed(time, first=at - 2, date=saturday + dt.timedelta(days=2))
    return time


def read_holidays(note: Note, at: int, floor: int) -> Time | None:
    """After the holidays, in the new year: the first business day of January."""
    here = at - 1
    if note.words[here] in ("the", "all", "christmas", "xmas", "winter", "festive"):
        here -= 1
    if note.words[here] in ("after", "past", "following", "post", "till", "until") and note.words[at + 1] not in (
        "in",
    ):
        if note.words[here] in ("till", "until"):
            return None
        return Time(here, at + 1, "month", calendar.first_business_day(note.called.year + 1, 1))
    return None


def read_newyear(note: Note, at: int, floor: int) -> Time | None:
    """new year's, new years: the plural and the possessive, which are no unit of time."""
    if note.words[at - 1] != "new" or note.words[at - 2] in ("chinese", "lunar", "jewish", "happy"):
        return None
    if note.words[at + 1] in ("resolution", "resolutions", "party", "sale"):
        return None
    return Time(at - 1, at + 1, "month", calendar.first_business_day(note.called.year + 1, 1))


def day_numbered(note: Note, first: int, last: int, value: int) -> Time:
    """The next such day of a month after the call, in a month that has it."""
    start = dt.date(note.called.year, note.called.month, 1)
    for ahead in range(12):
        month = calendar.add_months(start, ahead)
        date = calendar.day(month.year, month.month, value)
        if date.day == value and date > note.called:
            break
    return Time(first, last, "day", date, number=value, exact=True)
