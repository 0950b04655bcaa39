"""Months, quarters, seasons and years: which one is meant, and the day that stands for it or for a part of it."""

from __future__ import annotations

import datetime as dt
import re

from sheetsync.rules import calendar
from sheetsync.rules.time_words import (
    CARDINALS,
    DIGITS,
    EARLY,
    FOLLOW,
    LAST,
    LATE,
    MIDDLE,
    MONTHS,
    NEXT,
    NEXT_OR_THIS,
    ORDINALS,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
    Note,
    Time,
    breaks,
    changed,
    day_number,
    ordinal,
)


def date_of(time: Time, year: int) -> dt.date:
    """The day that a period of months means in a year, with what is said of its part."""
    month, length, part = time.month, time.months, time.part
    if time.number:
        return calendar.day(year, month, time.number)
    if time.weekday >= 0:
        return calendar.weekday_of_month(year, month, time.weekday, int(part or "1"))
    first = calendar.first_business_day(year, month)
    end = calendar.add_months(dt.date(year, month, 1), length - 1)
    match part:
        case "early":
            return dt.date(year, month, 1) if length == 1 else first
        case "mid":
            if length == 1:
                return dt.date(year, month, 15)
            if length == 12:
                half = calendar.add_months(dt.date(year, month, 1), 6)
                return calendar.first_business_day(half.year, half.month)
            return calendar.add_months(dt.date(year, month, 15), 1)
        case "late":
            if length == 12:
                return calendar.first_business_day(year, 10)
            return calendar.day(end.year, end.month, 25)
        case "end":
            return calendar.last_business_day(end.year, end.month)
        case "after":
            after = calendar.add_months(end, 1)
            return calendar.first_business_day(after.year, after.month)
        case "half":
            half = calendar.add_months(dt.date(year, month, 1), length // 2)
            return calendar.first_business_day(half.year, half.month) if length > 1 else dt.date(year, month, 16)
        case "":
            return first
    return calendar.week_of_month(year, month, int(part))


def resolve(note: Note, time: Time) -> None:
    """Fill in the day of a period of months: in its year, or the next one after the call."""
    if not time.months or time.date is not None:
        return
    if time.year:
        time.date = date_of(time, time.year)
        if time.date < note.called and not (time.year == note.called.year and time.month == note.called.month):
            time.kind = "past"
        return
    over = time.months > 1 or time.part == "after"  # a winter ends in the year after the one that it starts in
    first = note.called.year - over
    for year in range(first, note.called.year + 2):
        time.date = date_of(time, year)
        if time.date == note.called and time.number:  # today's own date, named in full
            time.same_day = True
            return
        if time.date > note.called:
            return


_TWO_DIGITS, _YEAR = re.compile(r"\d\d"), re.compile(r"20\d\d")
_THIS_YEAR = NEXT | THIS | LAST | {"the"}


def year_after(note: Note, at: int) -> tuple[int, int]:
    """A year named right after a month, quarter or season, and the index after it; (0, at) where there is none."""
    here = at
    if note.words[here] in (",", "of", "in"):
        here += 1
    word = note.words[here]
    if word in ("'", "’", "‘") and _TWO_DIGITS.fullmatch(note.words[here + 1]):
        return 2000 + int(note.words[here + 1]), here + 2
    if note.words[at] == "of" and _TWO_DIGITS.fullmatch(word) and 0 <= int(word) - note.called.year % 100 <= 5:
        return 2000 + int(word), here + 1  # Jan of 27
    if word[:2] == "20" and _YEAR.fullmatch(word):
        return int(word), here + 1
    if word in _THIS_YEAR and UNITS.get(note.words[here + 1]) == "year":
        step = 1 if word in NEXT else -1 if word in LAST else 0
        return note.called.year + step, here + 2
    return 0, at


def period_of(note: Note, first: int, last: int, unit: str, step: int) -> Time:
    """This, the next or the last week, month, quarter or year, by step 0, 1 or -1."""
    called = note.called
    if unit == "week":
        date = calendar.monday(called) + dt.timedelta(days=7 * step)
        return Time(first, last, "week", date, unit=unit, count=step)
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    month = {"month": called.month, "quarter": 3 * calendar.quarter(called) - 2, "year": 1}[unit]
    start = calendar.add_months(dt.date(called.year, month, 1), length * step)
    return Time(first, last, "month", months=length, month=start.month, year=start.year, unit=unit, count=step)


def read_quarter_name(note: Note, at: int, floor: int) -> Time | None:
    word = note.words[at]
    year, last = year_after(note, at + 1)
    if word[0] == "h":
        return Time(at, last, "month", months=6, month=1 if word == "h1" else 7, year=year)
    return Time(at, last, "month", months=3, month=3 * int(word[1]) - 2, year=year)


def read_end_name(note: Note, at: int, floor: int) -> Time | None:
    """EOM, EOQ, EOY, EOW; EOD and COB are the day of the call."""
    unit = {"m": "month", "q": "quarter", "y": "year", "w": "week"}.get(note.words[at][2])
    if unit is None:
        return Time(at, at + 1, "day", note.called, same_day=True)
    time = period_of(note, at, at + 1, unit, 0)
    time.part = "end"
    if unit == "week":
        time.date = calendar.monday(note.called) + dt.timedelta(days=4)
        if time.date <= note.called:
            time.date = calendar.business_day_from(note.called + dt.timedelta(days=1))
    return time


def read_season(note: Note, at: int, floor: int) -> Time | None:
    before, after = note.words[at - 1], note.words[at + 1]
    word = note.words[at]
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    year, last = year_after(note, at + 1)
    first = at
    if before in NEXT_OR_THIS:
        first = at - 1
    elif before == "the":
        if note.words[at - 2] not in _BEFORE_SEASON:
            return None
    elif before not in _BEFORE_SEASON and not (breaks(before) and (breaks(after) or year)):
        return None
    if not year and after == "of":
        return None
    if not year and not breaks(after) and after not in FOLLOW and after not in ("time", "s", "when"):
        return None
    if after == "time":
        last = at + 2
    if (
        word in ("fall", "spring")
        and after in ("for", "through", "apart", "off", "out", "into", "back", "by", "on", "it", "him", "up")
        and before not in ("this", "next", "in", "the", "early", "late")
    ):
        return None
    return Time(first, last, "month", months=3, month=SEASONS[word], year=year)


_BEFORE_SEASON = frozenset(
    "in this next till until til by after before early late mid come call try around about for maybe say again since during over "
    "of end start beginning probably ring back him her me said says middle".split()
)


def read_month(note: Note, at: int, floor: int) -> Time | None:
    """March, 15 March, the 29 of January, March the 15th, March 2027, next March; not "he may", nor April at the desk."""
    word = note.words[at]
    if _is_street(note, at + 1) or note.words[at + 1] in _THINGS_OF.get(word, ()):
        return None
    time = Time(at, at + 1, "month", months=1, month=MONTHS[word])
    day, first = _day_before(note, at, floor)
    if day:
        year, last = year_after(note, at + 1)
        return changed(time, first=first, last=last, kind="day", number=day, year=year, exact=True)
    day, last = _day_after(note, at)
    if day:
        year, last = year_after(note, last) if note.words[last] != "in" else (0, last)
        return changed(time, last=last, kind="day", number=day, year=year, exact=True)
    year, last = year_after(note, at + 1)
    if not year and not _is_month(note, at):
        return None
    before = note.words[at - 1]
    if before in LAST:
        return changed(time, first=at - 1, last=last, kind="past")
    first = at - 1 if before in NEXT_OR_THIS else at
    part, last = _part_after(note, last)
    return changed(time, first=first, last=last, year=year, part=part)


#: What is no month with these after it: the dec pages of an insurance policy are its declarations.
_THINGS_OF = {"dec": frozenset("page pages pg pgs sheet sheets".split()), "may": frozenset(["day"])}


def _part_after(note: Note, at: int) -> tuple[str, int]:
    """The part of a month that is named after it, "March ending", "April first week", and the index after it."""
    word, after = note.words[at], note.words[at + 1]
    if word == "ending" or (word == "end" and (breaks(after) or after in FOLLOW)):
        return "end", at + 1
    if after in ("week", "wk") and 1 <= ordinal(word) <= 5:
        return str(ordinal(word)), at + 2
    if after in ("week", "wk") and word == "last":
        return "-1", at + 2
    return "", at


_RANGE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-–]\d{1,2}(?:st|nd|rd|th)?")


def _day_before(note: Note, at: int, floor: int) -> tuple[int, int]:
    """The day of a month named before it, "15th of", "3.", "14-", "twenty-first of", and where its first word stands."""
    left = at - 1
    if note.words[left] in ("of", "-", ".", "/"):
        left -= 1
    if left < floor:
        return 0, at
    word = note.words[left]
    if note.words[left - 1] in ("'", "’", "‘"):  # nothing new in '26
        return 0, at
    if day := day_number(word):
        if note.words[left - 1] in ("-", "–", "to", "/", "or", "and") and left - 2 >= floor:  # 15th to 17th of March
            low = day_number(note.words[left - 2])
            if 0 < low < day:
                return low, left - 2
        return (day, left) if note.words[left + 1] != "." or word.isdigit() else (0, at)
    if found := _RANGE.fullmatch(word):
        day = int(found[1])
        return (day, left) if 1 <= day <= 31 else (0, at)
    if (day := ORDINALS.get(word, 0)) and note.words[left + 1] != ".":
        step = 2 if note.words[left - 1] == "-" else 1
        tens = note.words[left - step]
        if tens in ("twenty", "thirty") and day < 10:
            return day + (20 if tens == "twenty" else 30), left - step
        return day, left
    if word in CARDINALS and note.words[left + 1] == "of":  # the nineteen of January
        tens = note.words[left - 1]
        if tens in ("twenty", "thirty") and CARDINALS[word] < 10 and note.words[left - 2] == "the":
            return CARDINALS[word] + (20 if tens == "twenty" else 30), left - 1
        return (CARDINALS[word], left) if tens == "the" else (0, at)
    return 0, at


def _day_after(note: Note, at: int) -> tuple[int, int]:
    """The day of a month named after it, "15", "the 15th", "-14", "twenty third", and the index after its last word."""
    after = at + 1
    if note.words[after] in (".", "-") and note.words[after + 1][:1] in DIGITS:
        after += 1
    right = after + 1 if note.words[after] in ("the", "on") else after
    if found := _RANGE.fullmatch(note.words[right]):
        return int(found[1]), right + 1
    day, right = _spoken_day(note, right, note.words[at])
    follow = note.words[right + 1]
    if not day or follow in UNITS or follow in ("%", "k") or (right == after + 1 and note.words[after] == "on"):
        return 0, at
    if follow in ("-", "–", "to", "or", "/") and day_number(note.words[right + 2]):
        return day, right + 3
    return day, right + 1


def _spoken_day(note: Note, at: int, month: str) -> tuple[int, int]:
    """The day of a month in figures or in words, "15", "fifteenth", "twenty third", and where its last word stands."""
    word, after = note.words[at], note.words[at + 1]
    if day := day_number(word):
        return day, at
    if word in ("twenty", "thirty"):
        step = 2 if after == "-" else 1
        unit = ORDINALS.get(note.words[at + step], 0) or int(CARDINALS.get(note.words[at + step], 0))
        if 1 <= unit <= 9:
            return (20 if word == "twenty" else 30) + unit, at + step
    if word in ORDINALS:
        return ORDINALS[word], at
    if month not in ("may", "march") and word in CARDINALS and (breaks(after) or after in FOLLOW):
        return CARDINALS[word], at
    return 0, at


STREETS = frozenset(
    "st street rd road ave avenue ln lane dr drive ct court blvd way pl place hwy terrace close crescent".split()
)


def _is_street(note: Note, at: int) -> bool:
    """Whether a word makes the name before it a street's: "12 August Ave", "15 June Lane"."""
    word = note.words[at]
    return word in STREETS and (note.capital(at) or word in ("ave", "avenue", "rd", "road", "street", "lane", "blvd"))


#: Before one of these, "may", "march" or a name of a month is a month.
_BEFORE_MONTH = frozenset(
    """
    b4 than
    in by until till til of next this last since early mid late end start beginning after before for from around about
    during thru through come say maybe call ring try again him her me back or to and through not til' untill least
    january february march april may june july august september october november december weekday week every nxt
    - / ( , : ~ the is said says hes revisit early- until- it's its it was perhaps probably possibly approx circa late-
    """.split()
)

#: Months that are a person's name too, or a verb.
_NAMES = frozenset("april june august jan".split())
_TITLES = frozenset("mr mrs ms miss dr".split())
_SPOKEN_WITH = frozenset("w with named called contact ask aunt sister lady receptionist".split())
#: After these a name is a person's, where one of the words behind stands before them: "spoke to April", "ask for June".
_SPOKEN_TO = {
    "to": frozenset("spoke spoken speak talked talk talking speaking through passed over transferred".split()),
    "for": frozenset("ask asked asking looking message msg".split()),
    "is": frozenset("name owner boss manager she buyer dm contact wife assistant secretary receptionist".split()),
}
_SPEAKS = frozenset(
    "said says told asked answered picked goes wants thinks runs handles decides handed owns signs took hung put loves liked "
    "likes was has had hates passed agreed will would can just did does who herself himself".split()
)
_SURELY = frozenset("in until till til by early mid late of next this since after before".split())
_PERSON = frozenset("the a an his her our their in out my".split())  # after "is": "June is the owner"
_SEASON_OF = frozenset("month time earliest best soonest deadline renewal end start busy quiet good better".split())
_AFTER_MODAL = frozenset(
    "be have do go come get want need take not look well consider change try call think also just buy switch".split()
)


def _is_month(note: Note, at: int) -> bool:
    """Whether the name of a month stands for the month: not "he may", "march on", "42 March Street" or a person."""
    word, before, after = note.words[at], note.words[at - 1], note.words[at + 1]
    if before in _TITLES:
        return False
    if word == "may":
        return _is_may(note, at, before, after)
    if before == "the" and not breaks(after) and after not in FOLLOW:  # the August flood
        return False
    if word in ("march", "mar"):
        return _is_march(note, at, before, after)
    if word not in _NAMES or before in _SURELY:
        return True
    return not note.capital(at) or not _is_person(note, at, before, after)


def _is_person(note: Note, at: int, before: str, after: str) -> bool:
    """Whether a capital April, June, August or Jan is somebody: "June said", "ask for April", "June Okafor"."""
    if note.words[at] == "jan" and before not in _BEFORE_MONTH - {","}:
        return True
    if before in _SPOKEN_WITH or after in _SPEAKS or note.words[at - 2] in _SPOKEN_TO.get(before, ()):
        return True
    if after == "is" and note.words[at + 2] in _PERSON and note.words[at + 3] not in _SEASON_OF:
        return True
    return note.capital(at + 1) and after not in WEEKDAYS and after not in FOLLOW


_MAY_ALONE = frozenset(["", ".", ",", "!", "is", "or", "-", "then", "at", ";", "/", "works"])
_MAY_AFTER = frozenset("or - to is call maybe said says".split())
_NOT_MAY_AFTER = frozenset("and , it ( the him her me".split())


def _is_may(note: Note, at: int, before: str, after: str) -> bool:
    """Whether "may" is the month: "in May", "call may", "May works"; not "he may", "it may", "May I"."""
    if before in _NOT_MAY_AFTER:
        return False
    if before in _MAY_AFTER:
        return after not in _AFTER_MODAL and (note.capital(at) or after in ("", ".", ",", "!", ";"))
    if before in ("", ".", "!", "?", "\n", '"', "“"):
        return after in _MAY_ALONE and not (after == "is" and note.words[at + 2] in _PERSON)
    known = note.capital(at) or before in _BEFORE_MONTH or before in EARLY or before in MIDDLE or before in LATE
    return known and after not in ("be", "have", "well", "want", "need")


_MARCHES = frozenset("on in up down over into him her them around forward back us off".split())
_WHO_MARCHES = frozenset("to will they we i can he'd he'll they'd they'll".split())


def _is_march(note: Note, at: int, before: str, after: str) -> bool:
    """Whether "march" is the month and no verb: not "march on", "they'll march"."""
    if after in _MARCHES:
        return before in _SURELY
    if before in _WHO_MARCHES:
        return note.capital(at)
    names = note.capital(at) and note.capital(at + 1) and after not in WEEKDAYS and after not in FOLLOW
    return before in _SURELY or not names  # March Networks
