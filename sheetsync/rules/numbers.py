"""Numbers that are dates: 3/15, the 15th, 2027-03-15, and those that are none."""

from __future__ import annotations

import datetime as dt
import re

from sheetsync.rules import calendar, clocks, days, periods, spans
from sheetsync.rules.time_words import (
    DAY_PARTS,
    DIGITS,
    FOLLOW,
    MONTHS,
    NEXT,
    ORDINAL,
    ORDINALS,
    THIS,
    UNITS,
    WEEKDAYS,
    Note,
    Time,
    breaks,
    changed,
    split_unit,
)

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")

_FULL = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")

_PAIR = re.compile(r"(\d{1,2})([-/])(\d{1,2})")

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[-–](\d{1,2})(?:[:.]\d\d)?)?(am|pm|a|p|ish|hrs|h)?")

_MONEY = frozenset("$ £ € ₹ # no number unit apt suite ste rs usd room ext x × = route hwy i-".split())


def read_number(note: Note, at: int, floor: int) -> Time | None:
    word, before, after = note.words[at], note.words[at - 1], note.words[at + 1]
    if len(word) > 12 or before in _MONEY or after in ("%", "k", "$", "€", "£", "″") or _is_inch(note, at + 1):
        return None
    if before in ("'", "’") or (before in ("-", "/") and note.words[at - 2][-1:].isdigit()):
        return None
    if word.isdigit():
        return _plain_number(note, at, floor, int(word))
    if found := _ISO.fullmatch(word):
        return _exactly(note, at, int(found[1]), int(found[2]), int(found[3]))
    if found := _FULL.fullmatch(word):
        a, b, year = int(found[1]), int(found[3]), int(found[4])
        month, day = _by_order(a, b, note.order, dotted=found[2] == ".")
        return _exactly(note, at, year + 2000 if year < 100 else year, month, day) if month else None
    if found := _PAIR.fullmatch(word):
        return _pair(note, at, int(found[1]), found[2], int(found[3]))
    if found := ORDINAL.fullmatch(word):
        return _day_of_month(note, at, floor, int(found[1]))
    count, unit = split_unit(word)
    if unit and word[-2:] not in ("am", "pm"):
        return spans.span_at(note, at, floor, count, at)
    if found := _CLOCK.fullmatch(word):
        if int(found[1]) > 24 or not (found[2] or found[4]):
            return None
        if found[4] in ("a", "p", "am", "pm") or ":" in word or after in ("am", "pm", "a", "p"):
            return clocks.clock(note, at, at + 1)
        if (found[4] == "ish" or (found[2] and int(found[2]) < 60)) and before in (
            "at",
            "@",
            "for",
            "before",
            "after",
            "till",
            "until",
            "by",
            "around",
            ",",
            "about",
        ):
            return clocks.clock(note, at, at + 1)
    return None


def _is_inch(note: Note, at: int) -> bool:
    """Whether a double quote is an inch sign: one that closes nothing."""
    return note.words[at] == '"' and note.words[max(0, at - 40) : at].count('"') % 2 == 0


def _by_order(a: int, b: int, order: str, *, dotted: bool = False) -> tuple[int, int]:
    """Month and day of two numbers, or (0, 0); a part above 12 is read the only way it can be."""
    month, day = (b, a) if order == "dmy" or dotted else (a, b)
    if month > 12:
        month, day = day, month
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else (0, 0)


def _exactly(note: Note, at: int, year: int, month: int, number: int) -> Time | None:
    if not (1 <= month <= 12 and 1 <= number <= 31 and 1990 <= year <= 2200):
        return None
    date = calendar.day(year, month, number)
    return Time(at, at + 1, "day" if date >= note.called else "past", date, exact=True)


_CUES = frozenset(
    """
    on of till until til by from for after before starts starting opens start since around about call ring try said says say @
    is due ends due: renews renewal back appt mtg meeting demo visit meet again him her me at up out expires w/c wk week to then
    him, next between mon tue tues wed weds thu thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday dated
    booked set tbd eta cb callback it and
    """.split()
)


_FRACTIONS = frozenset(
    [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (4, 5), (9, 10), (1, 8), (3, 8), (5, 8), (7, 8), (8, 10), (7, 10)]
)
_MEASURES = frozenset(
    "inch inches ton of full hp stars done way there cup mile acre price off in time times tap line bolts pipe lot".split()
)
#: Before 9-15 these start a range or an opening time as often as a date.
_RANGES = frozenset("for at from between open before is it and him her up out".split())


def _pair(note: Note, at: int, a: int, sign: str, b: int) -> Time | None:
    """3/15, 3/4, 9-15: a date, unless it is a fraction, a score, a range or a rate."""
    before, after = note.words[at - 1], note.words[at + 1]
    month, day = _by_order(a, b, note.order)
    if not month or (a, b) == (24, 7) or after in UNITS:
        return None
    cued = before in _CUES
    if after in _MEASURES and not (after in ("in", "of") and cued):
        return None
    if after == "-" and note.words[at + 2][:1].isalpha():
        return None
    follows = breaks(after) or after in FOLLOW or after[:1] in DIGITS or after in WEEKDAYS
    if not follows:
        return None
    if sign == "-":
        if before in WEEKDAYS and note.words[at - 2] in ("-", "–", "to"):  # Mon-Fri 9-5
            return None
        if not cued and not (breaks(before) and (breaks(after) or after in ("at", "@", "am", "pm"))):
            return None
        if before in _RANGES and b <= 12:
            return None
    elif not cued and ((a, b) in _FRACTIONS or (a == b and after not in ("at", "@") and after[:1] not in DIGITS)):
        return None
    last = at + 1
    if note.words[last] in ("-", "–", "or", "to") and _PAIR.fullmatch(note.words[last + 1]):
        last += 2
    return Time(at, last, "day", months=1, month=month, number=day, exact=True)


def _plain_number(note: Note, at: int, floor: int, value: int) -> Time | None:
    before, after = note.words[at - 1], note.words[at + 1]
    if 1990 <= value <= 2100 and len(note.words[at]) == 4:
        return _year(note, at, value)
    if not 1 <= value <= 31:
        return None
    here = at + 1
    if after == "of":
        here += 1
        if note.words[here] == "the":
            month = ORDINALS.get(note.words[here + 1], 0)
            if 1 <= month <= 12:
                return Time(at, here + 2, "day", months=1, month=month, number=value, exact=True)
    elif after in ("-", "."):
        here += 1
    if (
        note.words[here] in MONTHS
        and (note.words[here] != "may" or note.capital(here) or after == "of")
        and (note.words[here] not in ("march", "mar") or note.words[here + 1] not in periods.STREETS)
    ):
        if not (
            note.words[here] in ("jan", "april", "june", "august", "march")
            and breaks(note.words[here - 1])
            and here == at + 2
            and after == "."
        ):
            return periods.read_month(note, here, floor)
    if after in NEXT and UNITS.get(note.words[at + 2]) == "month":
        return None
    if after in ("am", "pm", "a", "p", "o'clock", "oclock", "o’clock", "noon") or (
        after == "o" and note.words[at + 2] in ("'", "clock")
    ):
        if after in ("a", "p") and note.words[at + 2] not in ("m", "."):
            return None
        return clocks.clock(note, at, at + 1)
    if (
        before == "the"
        and note.words[at - 2]
        in ("on", "until", "till", "by", "after", "call", "me", "him", "her", "back", "for", "from", "around")
        and breaks(after)
        and after not in ("-",)
    ):
        return _day_of_month(note, at, floor, value, sure=True)
    if (
        before
        in (
            "at",
            "@",
            "after",
            "before",
            "b4",
            "around",
            "past",
            "till",
            "until",
            "til",
            "by",
            "about",
            "between",
            "half",
        )
        and value <= 12
    ):
        if before == "about" and note.words[at - 2] not in ("at", "call", "try", "back"):
            return None
        if UNITS.get(after) or (not breaks(after) and after not in FOLLOW and after not in ("-",)):
            return None
        return clocks.clock(note, at, at + 1)
    return None


def _year(note: Note, at: int, year: int) -> Time | None:
    before = note.words[at - 1]
    if year < note.called.year:
        if before in ("in", "since", "from", "of", "until", "back", "early", "late", "mid", "before") or breaks(before):
            return Time(at, at + 1, "past")
        return None
    if before in (
        "in",
        "until",
        "till",
        "til",
        "by",
        "for",
        "early",
        "mid",
        "late",
        "of",
        "after",
        "before",
        "revisit",
        "call",
        "try",
        "sometime",
        "again",
        "since",
        "thru",
        "through",
    ):
        if year == note.called.year:
            if before in ("mid", "late", "of"):
                return Time(at, at + 1, "month", months=12, month=1, year=year)
            return None
        return Time(at, at + 1, "month", months=12, month=1, year=year)
    return None


_NOT_DAYS = frozenset(
    "call attempt time try vm vmail voicemail msg message floor party st street ave avenue gen generation owner quarter grade "
    "spans.shift week visit email touch dial round place person year anniversary birthday step stage largest biggest".split()
)

_BEFORE_NUMBER = frozenset(
    """
    month mo thru through post
    the on till until til by after before from around for call ring try him her me back is of and or to about between since due
    said says again , - ( : again. w @ at mon tue tues wed weds thu thur thurs fri sat sun next week in- starting it renews
    monday tuesday wednesday thursday friday saturday sunday booked appt mtg meeting demo visit set then up
    """.split()
)


def _day_of_month(note: Note, at: int, floor: int, value: int, *, sure: bool = False) -> Time | None:
    """The 15th: of the month named after it, or the next one after the call; not "3rd party", "works out 1st"."""
    before, after = note.words[at - 1], note.words[at + 1]
    if not 1 <= value <= 31:
        return None
    here = at + 1
    if after == "of":
        here += 1
        month = ORDINALS.get(note.words[here + 1], 0) if note.words[here] == "the" else 0
        if 1 <= month <= 12:
            return Time(at, here + 2, "day", months=1, month=month, number=value, exact=True)
        if note.words[here] in ("each", "every"):
            return Time(at, here + 2, "lasting")
        if UNITS.get(note.words[here + 1]) == "month" and note.words[here] in NEXT | THIS | {"the"}:
            step = 1 if note.words[here] in NEXT else 0
            if note.words[here] == "the" and value == 1 and note.words[at - 1] not in _BEFORE_NUMBER:
                return None
            period = periods.period_of(note, at, here + 2, "month", step)
            if note.words[here] == "the":
                return days.day_numbered(note, at, here + 2, value)
            return changed(period, number=value, kind="day", exact=True)
        if UNITS.get(note.words[here + 1]) == "year" and value == 1:
            return Time(at, here + 2, "month", calendar.first_business_day(note.called.year + 1, 1))
    if note.words[here] in MONTHS and not (note.words[here] == "may" and not note.capital(here) and after != "of"):
        return periods.read_month(note, here, floor)
    if UNITS.get(after) in ("quarter", "week") or after in WEEKDAYS:
        return None
    if not sure:
        if before not in _BEFORE_NUMBER or after in _NOT_DAYS and after not in ("call", "try", "email", "visit"):
            return None
        if after in ("call", "try", "visit", "email") and before == "the":
            return None
        if (
            not breaks(after)
            and after not in FOLLOW
            and after not in ("-", "–", "/")
            and after not in DAY_PARTS
            and not after[:1].isdigit()
            and after not in WEEKDAYS
        ):
            return None
        if (
            value <= 3
            and before not in ("the", "on", "till", "until", "by", "after", "before", "from", "around")
            and before not in WEEKDAYS
        ):
            return None
        if before == "for" and not breaks(after) and after not in ("at", "@"):
            return None
    last = at + 1
    if note.words[at - 2] == "from" and before == "the" or before == "from":  # moved from the 12th to the 18th
        return days.day_numbered(note, at, last, value)
    if note.words[last] in ("or", "-", "–", "to", "/", "and") and (
        ORDINAL.fullmatch(note.words[last + 1])
        or (note.words[last + 1] == "the" and ORDINAL.fullmatch(note.words[last + 2]))
    ):
        last += 2 + (note.words[last + 1] == "the")
    return days.day_numbered(note, at, last, value)


def read_ordinal_word(note: Note, at: int, floor: int) -> Time | None:
    """The fifteenth, the twenty-first, "fourth of the eleventh"; not "the first call", "second line"."""
    value = ORDINALS[note.words[at]]
    first = at
    if note.words[at - 1] in ("twenty", "thirty") and value < 10:
        value += 20 if note.words[at - 1] == "twenty" else 30
        first = at - 1
    elif note.words[at - 1] == "-" and note.words[at - 2] in ("twenty", "thirty") and value < 10:
        value += 20 if note.words[at - 2] == "twenty" else 30
        first = at - 2
    after = note.words[at + 1]
    if after == "of":
        here = at + 2
        if note.words[here] == "the" and 1 <= ORDINALS.get(note.words[here + 1], 0) <= 12:
            return Time(
                first, here + 2, "day", months=1, month=ORDINALS[note.words[here + 1]], number=value, exact=True
            )
        if note.words[here] in MONTHS and not (note.words[here] == "may" and not note.capital(here)):
            return periods.read_month(note, here, floor)
        if note.words[here] in ("the", "next", "nxt"):
            unit = UNITS.get(note.words[here + 1])
            if unit == "month":
                if note.words[here] == "the":
                    return days.day_numbered(note, first, here + 2, value)
                return changed(
                    periods.period_of(note, first, here + 2, "month", 1), number=value, kind="day", exact=True
                )
            if unit == "year" and value == 1:
                return Time(first, here + 2, "month", calendar.first_business_day(note.called.year + 1, 1))
        return None
    if after in MONTHS and note.words[at - 1] in ("the", "on", "until", "by", "till") and value > 1:
        return periods.read_month(note, at + 1, floor)
    if note.words[first - 1] != "the" or note.words[first - 2] not in (
        "on",
        "until",
        "till",
        "til",
        "by",
        "after",
        "before",
        "call",
        "ring",
        "try",
        "for",
        "week",
        "back",
        "me",
        "him",
        "her",
        "around",
        *WEEKDAYS,
    ):
        return None
    if note.words[first - 2] == "week" or value == 4 and note.words[first - 2] in ("after", "before", "until", "by"):
        if value == 4 and note.called.month in (5, 6, 7) and breaks(after):  # the Fourth of July
            date = dt.date(note.called.year, 7, 4)
            if date > note.called:
                return Time(first, at + 1, "day", date, feast=True)
    if value <= 3 and not breaks(after):
        return None
    if not breaks(after) and after not in FOLLOW:
        return None
    return days.day_numbered(note, first, at + 1, value)
