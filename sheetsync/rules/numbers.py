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
    MOVES,
    NEXT,
    NEXT_OR_THIS,
    ORDINAL,
    ORDINALS,
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
        if len(word) in (3, 4) and before in _SAID_AT and _is_written_hour(word) and (breaks(after) or after in FOLLOW):
            return clocks.clock(note, at, at + 1)
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
        return spans.span_at(note, at, floor, count, at) if count else None  # 0w is no time
    if found := _CLOCK.fullmatch(word):
        if int(found[1]) > 24 or not (found[2] or found[4]):
            return None
        if found[4] in ("a", "p", "am", "pm") or ":" in word or after in ("am", "pm", "a", "p"):
            return clocks.clock(note, at, at + 1)
        if dotted := _dotted(note, at):
            return dotted
        if (found[4] == "ish" or (found[2] and int(found[2]) < 60)) and (before in _AT or before in (",", "for")):
            return clocks.clock(note, at, at + 1)
    return None


_SAID_AT = frozenset("at @ after before b4 around about til till until by said says call cb back try ring".split())


def _is_written_hour(word: str) -> bool:
    """Whether a number is an hour and its minutes, as in "said 430"; 1600 is also a year or a price."""
    return (
        word[-2:] in ("00", "15", "30", "45") and word[0] != "0" and (len(word) == 3 or word[:2] in ("10", "11", "12"))
    )


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
    moved = note.words[last] == "to" and not MOVES.isdisjoint(note.words[max(0, at - 5) : at])
    if note.words[last] in ("-", "–", "or", "to") and _PAIR.fullmatch(note.words[last + 1]) and not moved:
        last += 2
    return Time(at, last, "day", months=1, month=month, number=day, exact=True)


_DOTTED = re.compile(r"(\d{1,2})\.(0[1-9]|1[0-2])")


def _dotted(note: Note, at: int) -> Time | None:
    """18.02. as day and month: with a full stop after it or a zero before the month; 10.10 is a time of day."""
    found = _DOTTED.fullmatch(note.words[at])
    if not found or not 1 <= int(found[1]) <= 31 or note.words[at - 1] in ("at", "@", "v", "version", "for"):
        return None
    stop = note.words[at + 1] == "." and note.joined(at + 1)
    if not stop and found[2][0] != "0":
        return None
    number, month = int(found[1]), int(found[2])
    return Time(at, at + 1 + stop, "day", months=1, month=month, number=number, exact=True)


_TO_THE = frozenset(
    "on until till by after call me him her back for from around himself herself myself themselves us date".split()
)
_HOUR_WORDS = frozenset(["am", "pm", "a", "p", "o'clock", "oclock", "o’clock", "noon"])
_AT = frozenset("at @ after before b4 around past till until til by about between half post".split())


def _plain_number(note: Note, at: int, floor: int, value: int) -> Time | None:
    """A year, 15 March, the 5, at 4, 10 am; any other number is a number of something."""
    before, after = note.words[at - 1], note.words[at + 1]
    if 1990 <= value <= 2100 and len(note.words[at]) == 4:
        return _year(note, at, value)
    if not 1 <= value <= 31:
        return None
    if dated := _of_month(note, at, at + 1, floor, value):
        return dated
    if after in _HOUR_WORDS or (after == "o" and note.words[at + 2] in ("'", "clock")):
        abbreviated = after in ("a", "p") and note.words[at + 2] not in ("m", ".")
        return None if abbreviated else clocks.clock(note, at, at + 1)
    if before == "the":
        earlier = note.words[at - 2]
        ends = breaks(after) and after != "-"
        if (ends and (earlier in _TO_THE or (value > 12 and after == "," and earlier not in ("of", "all")))) or (
            after in ("at", "@") and (earlier in _TO_THE or earlier == ",")
        ):
            return days.day_numbered(note, at, at + 1, value)
        return None
    if 13 <= value <= 23 and (_is_hour(note, at, before, after)):
        return clocks.clock(note, at, at + 1)
    if before in _AT and value <= 12:
        if before == "about" and note.words[at - 2] not in ("at", "call", "try", "back"):
            return None
        if after in UNITS or not (breaks(after) or after in FOLLOW):
            return None
        return clocks.clock(note, at, at + 1)
    return None


_AFTERNOON = frozenset("afternoon evening today tonight".split())


def _is_hour(note: Note, at: int, before: str, after: str) -> bool:
    """Whether a number from 13 to 23 is a time of day: "in the afternoon after 15"."""
    if before not in ("at", "@", "after", "until", "till", "around") or not (breaks(after) or after in ("h", "uhr")):
        return False
    return after in ("h", "uhr") or not _AFTERNOON.isdisjoint(note.words[max(0, at - 4) : at])


_YEARS = frozenset(
    "in until till til by for early mid late of after before revisit call try sometime again since thru through".split()
)
_PAST_YEARS = frozenset("in since from of until back early late mid before".split())


def _year(note: Note, at: int, year: int) -> Time | None:
    """A year to come, or one that is past; a bare 2019 may be a version or a price."""
    before = note.words[at - 1]
    if year < note.called.year:
        return Time(at, at + 1, "past") if before in _PAST_YEARS or breaks(before) else None
    if before not in _YEARS or (year == note.called.year and before not in ("mid", "late", "of")):
        return None
    return Time(at, at + 1, "month", months=12, month=1, year=year)


def _of_month(note: Note, first: int, here: int, floor: int, value: int) -> Time | None:
    """A day with its month after it: "15 March", "fourth of the eleventh", "3rd of next month", "first of the year".

    Args:
        note: the note.
        first: where the day stands.
        here: the index after it.
        floor: where the time before this one ends.
        value: the day.
    """
    words = note.words
    of = words[here] == "of"
    here += of or words[here] in ("-", ".")
    word, after = words[here], words[here + 1]
    if word in MONTHS:
        return periods.read_month(note, here, floor) if _named_month(note, here, of=of) else None
    if not of:
        return None
    if word == "the" and 1 <= ORDINALS.get(after, 0) <= 12:
        return Time(first, here + 2, "day", months=1, month=ORDINALS[after], number=value, exact=True)
    if word in ("each", "every"):
        return Time(first, here + 2, "lasting")
    if word != "the" and word not in NEXT_OR_THIS:
        return None
    match UNITS.get(after):
        case "month" if word in NEXT:
            return changed(periods.period_of(note, first, here + 2, "month", 1), number=value, kind="day", exact=True)
        case "month":
            return days.day_numbered(note, first, here + 2, value)
        case "year" if value == 1:
            return Time(first, here + 2, "month", calendar.first_business_day(note.called.year + 1, 1))
    return None


def _named_month(note: Note, at: int, *, of: bool) -> bool:
    """Whether the name of a month after a number is one: not "5 may come", "the 3 march on", "12. June said"."""
    word = note.words[at]
    if word == "may":
        return of or note.capital(at)
    if word in ("march", "mar") and note.words[at + 1] in periods.STREETS:
        return False
    return not (note.words[at - 1] == "." and word in ("jan", "april", "june", "august", "march"))


_NOT_DAYS = frozenset(
    "call attempt time try vm vmail voicemail msg message floor party st street ave avenue gen generation owner quarter grade "
    "shift week visit email touch dial round place person year anniversary birthday step stage largest biggest".split()
)

_BEFORE_NUMBER = frozenset(
    """
    month mo thru through post the on till until til by after before from around for call ring try him her me back is of and or to
    about between since due said says again , - ( : w @ at mon tue tues wed weds thu thur thurs fri sat sun next week starting it
    renews monday tuesday wednesday thursday friday saturday sunday booked appt mtg meeting demo visit set then up
    """.split()
)
_AFTER_DAY = frozenset(["-", "/", "half", "quarter"])
_BEFORE_FIRST = frozenset("the on till until by after before from around".split()) | WEEKDAYS.keys()


def _day_of_month(note: Note, at: int, floor: int, value: int) -> Time | None:
    """The 15th: of the month named after it, or the next one after the call; not "3rd party", "works out 1st"."""
    words = note.words
    before, after = words[at - 1], words[at + 1]
    if not 1 <= value <= 31:
        return None
    if dated := _of_month(note, at, at + 1, floor, value):
        return dated
    if after == "of" and before not in _BEFORE_NUMBER:
        return None
    if UNITS.get(after) in ("quarter", "week") or after in WEEKDAYS or before not in _BEFORE_NUMBER:
        return None
    if after in _NOT_DAYS and (before == "the" or after not in ("call", "try", "email", "visit")):
        return None
    if not (breaks(after) or after in FOLLOW or after in _AFTER_DAY or after in DAY_PARTS or after[:1] in DIGITS):
        return None
    if value <= 3 and before not in _BEFORE_FIRST:
        return None
    if before == "for" and not breaks(after) and after not in ("at", "@"):
        return None
    last = at + 1
    from_one = before == "from" or (before == "the" and words[at - 2] == "from")  # moved from the 12th to the 18th
    if not from_one and words[last] in ("or", "-", "–", "to", "/", "and"):
        other = last + 1 + (words[last + 1] == "the")
        if ORDINAL.fullmatch(words[other]):
            last = other + 1
    return days.day_numbered(note, at, last, value)


_BEFORE_THE = (
    frozenset(
        "on until till til by after before call ring try for week back me him her around how's hows how’s about say picked chose "
        "make it's us to".split()
    )
    | WEEKDAYS.keys()
)
#: An hour that may stand right after a day: "on the seventeenth half eight".
_HOURS = frozenset("half quarter noon ten eleven nine eight seven two three four five six at @".split())
_FILLERS = frozenset("um uh er erm so at but because cos i he she then".split())
_BACK_ON = frozenset("back call meet start starts booked open opens in again him her me us".split())


def read_ordinal_word(note: Note, at: int, floor: int) -> Time | None:
    """The fifteenth, the twenty-first, "fourth of the eleventh"; not "the first call", "second line"."""
    words = note.words
    value, first = ORDINALS[words[at]], at
    step = 2 if words[at - 1] == "-" else 1
    if words[at - step] in ("twenty", "thirty") and value < 10:
        value += 20 if words[at - step] == "twenty" else 30
        first = at - step
    after, before = words[at + 1], words[first - 2]
    if after == "of" or (after in MONTHS and value > 1 and words[first - 1] in ("the", "on", "until", "by", "till")):
        return _of_month(note, first, at + 1, floor, value)
    if words[first - 1] in WEEKDAYS and value > 3 and (breaks(after) or after in FOLLOW or after in _HOURS):
        return days.day_numbered(note, first, at + 1, value)  # thursday thirtieth
    if words[first - 1] != "the" or before not in _BEFORE_THE:
        return None
    if (
        value == 4
        and note.called.month in (5, 6, 7)
        and breaks(after)
        and before in ("week", "after", "before", "until", "by")
    ):
        date = dt.date(note.called.year, 7, 4)  # the Fourth
        if date > note.called:
            return Time(first, at + 1, "day", date, feast=True)
    if before in WEEKDAYS or breaks(after) or (value > 3 and (after in FOLLOW or after in _HOURS)):
        return days.day_numbered(note, first, at + 1, value)
    if before == "on" and after in _FILLERS and words[first - 3] in _BACK_ON:  # back on the second um
        return days.day_numbered(note, first, at + 1, value)
    return None


def read_tens(note: Note, at: int, floor: int) -> Time | None:
    """The twenty-first, by its first word; any other "twenty" is a number of something."""
    here = at + 2 if note.words[at + 1] == "-" else at + 1
    return read_ordinal_word(note, here, floor) if 1 <= ORDINALS.get(note.words[here], 0) <= 9 else None
