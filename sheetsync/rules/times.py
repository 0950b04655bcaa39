"""The grammar of times: finds every date, weekday, period, span and time of day in a note, and the day that it means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sheetsync.rules import calendar

# --- words -------------------------------------------------------------------------------------------------------

#: Words, numbers with what is written onto them (15th, 4pm, 6mos, 3/15, 2027-03-15), and single signs.
TOKEN = re.compile(r"(?:[qh][1-4]|b4)(?![^\W_])|\d+(?:[/.:,\-–]\d+)*[a-z]*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|\n")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janurary janaury",
            "february feb febuary feburary",
            "march mar",
            "april apr apl",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep septmber setp",
            "october oct octobr",
            "november nov novemeber",
            "december dec decmber",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mondy",
            "tuesday tue tues teusday tuesdy",
            "wednesday wed weds wednes wensday wednsday",
            "thursday thu thur thurs thursdy thrusday",
            "friday fri fridy firday",
            "saturday sat saterday",
            "sunday sun",
        )
    )
    for name in names.split()
}
UNITS = {
    name: unit
    for unit, names in {
        "minute": "min mins minute minutes",
        "hour": "hr hrs hour hours",
        "day": "day days",
        "week": "wk wks week weeks wek weks",
        "fortnight": "fortnight fortnights fortnite",
        "month": "mo mos mth mths month months mnth mnths mont",
        "quarter": "qtr qtrs quarter quarters qrtr",
        "year": "yr yrs year years",
    }.items()
    for name in names.split()
}
NUMBERS = {
    name: number
    for number, names in {
        0.5: "half",
        1: "a an one single",
        2: "two couple cpl coupla",
        3: "three few several",
        **{
            n: w
            for n, w in zip(
                range(4, 21),
                "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),
                strict=True,
            )
        },
        30: "thirty",
        40: "forty",
        45: "forty-five",
        60: "sixty",
        90: "ninety",
    }.items()
    for name in names.split()
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {name: number for number, name in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}

EARLY = frozenset("early erly start beginning begin beg begining top outset".split())
MIDDLE = frozenset("mid middle midway".split())
LATE = frozenset("late".split())
END = frozenset("end close ending tail".split())

NEXT = frozenset("next nxt following".split())
THIS = frozenset("this coming upcoming".split())
LAST = frozenset("last previous prior past".split())

#: Words that may stand right after a day or a month; any other word there is what the name belongs to ("3rd party").
FOLLOW = frozenset(
    """
    a about after again ahead all also am and any anyway around as asap at b4 back because bc before between but by call
    can cause come cos could cuz depending do either else even every first firm for from go he her hes his hon hopefully
    i if im in instead into is ish isnt it its itll just later latest like love madam mate max maybe me meeting might
    morning mornings my next no noon not now of ok okay on once only or or2 other our out over per perhaps please pls plus
    pm possibly pref preferably probably rather said says sharp she shes should since sir so some sometime still subject
    sure than thanks that thats the their them then there they theyll theyre this though thru thx til till to today too
    tops try until up us via w was wants we well were what when where which while who will with won't work works would
    yeah yes you your a.m afternoon arvo evening evng eve night lunch lunchtime am's demo mtg meet visit zoom teams
    email ring phone follow ping f cb approx unless budget renewal he'll she'll they'll it'll that's i'll we'll he's she's it's
    they're we're i'm he'd she'd they'd i'd we'd isn't wasn't doesn't won't year yr week starts start opens ends onward onwards
    best better good fine suits talk speak give text reach contact tell told asked ask agreed confirmed if's also invite bring
    has had have does did gets got being before's prior both him her due expires being's earliest face whatever whichever
    """.split()
)

DAY_PARTS = frozenset("morning mornin am pm afternoon arvo aft evening eve night lunch lunchtime noon midday".split())
_STREETS = frozenset("st street rd road ave avenue ln lane dr drive ct court blvd way pl place hwy terrace close crescent".split())
_TITLES = frozenset("mr mrs ms miss dr w with to and for is named called contact ask aunt sister lady receptionist".split())
_SPEAKS = frozenset(
    "said says told asked answered picked goes wants thinks runs handles decides handed owns signs took hung put loves liked "
    "likes was has had hates passed agreed will would can just did does who herself himself".split()
)

# --- what is found -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Time:
    """A time in a note: words ``first`` to ``last`` (exclusive), and the day that they mean."""

    first: int
    last: int
    kind: str  # day, weekday, week, month, span, clock, past, lasting
    date: dt.date | None = None
    exact: bool = False
    same_day: bool = False
    vague: bool = False
    months: int = 0  # for a period of months: its length; 0 for others
    month: int = 0  # and the month that it starts in
    year: int = 0  # and its year, 0 where the next one is meant
    part: str = ""  # early, mid, late, end, after, or a number of a week
    weekday: int = -1
    number: int = 0  # a day of the month, where only that was named
    count: float = 0  # of a span
    unit: str = ""
    sure: bool = True  # False for a span or a number with nothing that says it is a time ahead
    feast: bool = False
    timed: bool = False  # with a time of day


@dataclass(slots=True)
class Note:
    """A note cut into words, and the date from which its times are read."""

    text: str
    words: list[str]
    starts: list[int]
    called: dt.date
    order: str

    def word(self, at: int) -> str:
        """The word at an index, or an empty one outside the note."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def capital(self, at: int) -> bool:
        """Whether the word was typed with a capital first letter and small ones after it."""
        if not 0 <= at < len(self.words):
            return False
        raw = self.text[self.starts[at] : self.starts[at] + 2]
        return raw[:1].isupper() and not raw[1:].isupper()


def lowered(text: str) -> str:
    """The text in small letters, letter for letter: offsets into one hold in the other."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def find(text: str, called: dt.date, order: str) -> tuple[Note | None, list[Time]]:
    """The note in words and the times in it; no note where no word of time stands in the text at all."""
    low = lowered(text)
    words = TOKEN.findall(low)
    hits = [at for at, word in enumerate(words) if word in _ANCHORS or word[0] in _DIGITS]
    if not hits:
        return None, []
    starts = []
    place = 0
    for word in words:
        place = low.index(word, place)
        starts.append(place)
        place += len(word)
    note = Note(text, words, starts, called, order)
    found: list[Time] = []
    done = 0
    for at in hits:
        if at < done:
            continue
        time = _read(note, at, done)
        if time is not None:
            found.append(time)
            done = time.last
    return note, found


_DIGITS = frozenset("0123456789")


def _read(note: Note, at: int, floor: int) -> Time | None:
    """The time whose telling word stands at an index, with the words before and after that belong to it."""
    time = _core(note, at, floor)
    if time is None or time.kind in ("past", "lasting"):
        return time
    _widen(note, time, floor)
    _join(note, time)
    _resolve(note, time)
    return time


def _core(note: Note, at: int, floor: int) -> Time | None:
    word = note.words[at]
    reader = _ANCHORS.get(word) or (_number if word[0] in _DIGITS else None)
    return reader(note, at, floor) if reader else None


# --- periods -----------------------------------------------------------------------------------------------------


def _date_of(time: Time, year: int) -> dt.date:
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


def _resolve(note: Note, time: Time) -> None:
    """Fill in the day of a period of months: in its year, or the next one after the call."""
    if not time.months or time.date is not None:
        return
    if time.year:
        time.date = _date_of(time, time.year)
        if time.date < note.called and not (time.year == note.called.year and time.month == note.called.month):
            time.kind = "past"
        return
    for year in range(note.called.year - 1, note.called.year + 2):
        time.date = _date_of(time, year)
        if time.date == note.called and time.number:  # today's own date, named in full
            time.same_day = True
            return
        if time.date > note.called:
            return


def _year_after(note: Note, at: int) -> tuple[int, int]:
    """A year named right after a month, quarter or season, and the index after it; (0, at) where there is none."""
    here = at
    if note.word(here) in (",", "of", "in"):
        here += 1
    if note.word(here) in ("'", "’", "‘") and re.fullmatch(r"\d\d", note.word(here + 1)):
        return 2000 + int(note.word(here + 1)), here + 2
    word = note.word(here)
    if re.fullmatch(r"20\d\d", word):
        return int(word), here + 1
    if word in NEXT | THIS | LAST | {"the"} and UNITS.get(note.word(here + 1)) == "year":
        step = 1 if word in NEXT else -1 if word in LAST else 0
        return note.called.year + step, here + 2
    return 0, at


def _month(note: Note, at: int, floor: int) -> Time | None:
    word = note.words[at]
    number = MONTHS[word]
    after = at + 1
    if note.word(after) == "." and len(word) <= 4 and note.word(after + 1)[:1] in _DIGITS:
        after += 1
    time = Time(at, at + 1, "month", months=1, month=number)
    # 15 March, 15th of March, the 29 of January; March 15, March the 15th
    left = at - 1
    if note.word(left) == "of":
        left -= 1
    day = _day_number(note.word(left)) if left >= floor else 0
    word_day = ORDINALS.get(note.word(left), 0) if left >= floor else 0
    if word_day and note.word(left - 1) in ("twenty", "thirty"):
        word_day += 20 if note.word(left - 1) == "twenty" else 30
        left -= 1
    if note.word(left - 1) == "-" and word_day and note.word(left - 2) in ("twenty", "thirty"):
        word_day += 20 if note.word(left - 2) == "twenty" else 30
        left -= 2
    if day or word_day:
        year, last = _year_after(note, at + 1)
        return replace(time, first=left, last=last, kind="day", number=day or word_day, year=year, exact=True)
    right = after + 1 if note.word(after) in ("the", "on") else after
    day, right = _spoken_day(note, right, word)
    follow = note.word(right + 1)
    if day and not (UNITS.get(follow) or follow in ("%", "k") or (right == after + 1 and note.word(after) == "on")):
        last = right + 1
        if follow in ("-", "–", "to", "or", "/") and _day_number(note.word(right + 2)):
            last = right + 3
        year, last = _year_after(note, last) if follow != "in" else (0, last)
        return replace(time, last=last, kind="day", number=day, year=year, exact=True)
    ranged = re.fullmatch(r"(\d{1,2})[-–](\d{1,2})(?:st|nd|rd|th)?", note.word(right))
    if ranged:
        return replace(time, last=right + 1, kind="day", number=int(ranged[1]), exact=True)
    if not _is_month(note, at):
        return None
    year, last = _year_after(note, at + 1)
    before = note.word(at - 1)
    if before in LAST:
        return replace(time, first=at - 1, last=last, kind="past")
    first = at - 1 if before in NEXT | THIS else at
    return replace(time, first=first, last=last, year=year)


def _spoken_day(note: Note, at: int, month: str) -> tuple[int, int]:
    """The day of a month in figures or in words, "15", "fifteenth", "twenty third", and where its last word stands."""
    word, after = note.word(at), note.word(at + 1)
    if day := _day_number(word):
        return day, at
    if word in ("twenty", "thirty"):
        step = 2 if after == "-" else 1
        unit = ORDINALS.get(note.word(at + step), 0) or int(_CARDINALS.get(note.word(at + step), 0))
        if 1 <= unit <= 9:
            return (20 if word == "twenty" else 30) + unit, at + step
    if word in ORDINALS:
        return ORDINALS[word], at
    if month not in ("may", "march") and word in _CARDINALS and (_breaks(after) or after in FOLLOW):
        return _CARDINALS[word], at
    return 0, at


_CARDINALS = {
    word: int(number) for word, number in NUMBERS.items() if 1 <= number <= 20 and word not in ("a", "an", "one", "single", "couple", "cpl", "coupla", "few", "several")
}  # fmt: skip


#: Before one of these, "may", "march" or a name of a month is a month.
_BEFORE_MONTH = frozenset(
    """
    in by until till til of next this last since early mid late end start beginning after before for from around about
    during thru through come say maybe call ring try again him her me back or to and through not til' untill least
    january february march april may june july august september october november december weekday week every nxt
    - / ( , : ~ the is said says hes revisit early- until- it's its it was perhaps probably possibly approx circa late-
    """.split()
)
_SURE_MONTHS = frozenset(MONTHS) - {"may", "march", "mar", "april", "june", "august", "jan", "dec", "sep"}


def _is_month(note: Note, at: int) -> bool:
    """Whether the name of a month stands for the month: not "he may", "march on", "42 March Street" or a person."""
    word, before, after = note.words[at], note.word(at - 1), note.word(at + 1)
    if after in _STREETS and after not in ("way",) and note.capital(at + 1):
        return False
    if before[:1] in _DIGITS and after in _STREETS:
        return False
    if word == "may":
        if not (note.capital(at) or before in _BEFORE_MONTH or before in EARLY | MIDDLE | LATE):
            return False
        if before in ("and", "or", ",", "it", "to", "-", "(", "the", "him", "her", "me", "is", "maybe", "said", "says", "call"):
            return before in ("or", "-", "to", "is", "call", "maybe", "said", "says") and after not in _AFTER_MODAL and (
                note.capital(at) or after in ("", ".", ",", "!", ";")
            )
        if before in ("", ".", "!", "?", "\n", '"', "“"):
            return after in ("", ".", ",", "!", "is", "or", "-", "then", "at", ";", "/", "works")
        return after not in ("be", "have", "well", "want", "need")
    if word in ("march", "mar"):
        if after in ("on", "in", "up", "down", "over", "into", "him", "her", "them", "around", "forward", "back"):
            return before in ("in", "until", "till", "by", "early", "mid", "late", "of", "next", "since", "after")
        if before in ("to", "will", "they", "we", "i", "can", "the") and not note.capital(at):
            return False
    if word in _SURE_MONTHS:
        return True
    if word == "jan" and note.capital(at) and before not in _BEFORE_MONTH - {",", "(", "the", "is", "said", "says", "call", "try"}:
        return False
    if before in _TITLES and before not in ("to", "for", "and", "is", "with") and note.capital(at):
        return False
    prepositions = ("in", "until", "till", "til", "by", "early", "mid", "late", "of", "next", "this", "since", "after", "before")
    if before in prepositions:
        return True
    if note.capital(at):
        if before in _TITLES and word in ("april", "june", "august", "may", "jan", "march"):
            return after in ("", ".", ",") and before in ("to", "for", "is") and word not in ("april", "june", "jan")
        if after in _SPEAKS or after in ("'", "’"):
            return False
        if note.capital(at + 1) and after not in WEEKDAYS and after not in FOLLOW:
            return False
    return True


_AFTER_MODAL = frozenset("be have do go come get want need take not look well consider change try call think also just buy switch".split())


def _day_number(word: str) -> int:
    """The day of a month that a word is (15, 15th), or 0."""
    if not word or word[0] not in _DIGITS:
        return 0
    found = _DAY.fullmatch(word)
    number = int(found[1]) if found else 0
    return number if 1 <= number <= 31 else 0


_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|sth)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def _season(note: Note, at: int, floor: int) -> Time | None:
    before, after = note.word(at - 1), note.word(at + 1)
    word = note.words[at]
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    year, last = _year_after(note, at + 1)
    first = at
    if before in NEXT | THIS:
        first = at - 1
    elif before == "the":
        if note.word(at - 2) not in _BEFORE_SEASON:
            return None
    elif before not in _BEFORE_SEASON and not (_breaks(before) and (_breaks(after) or year)):
        return None
    if not year and not _breaks(after) and after not in FOLLOW and after not in ("time", "s", "when"):
        return None
    if after == "time":
        last = at + 2
    if word in ("fall", "spring") and after in ("for", "through", "apart", "off", "out", "into", "back", "by", "on", "it", "him", "up") and before not in (
        "this", "next", "in", "the", "early", "late"
    ):
        return None
    return Time(first, last, "month", months=3, month=SEASONS[word], year=year)


_BEFORE_SEASON = frozenset(
    "in this next till until til by after before early late mid come call try around about for maybe say again since during over "
    "of end start beginning probably ring back him her me said says middle".split()
)


def _breaks(word: str) -> bool:
    """Whether a word is the edge of a clause: nothing, or a sign."""
    return not word or not (word[0].isalnum() or word[0] in "'’-/$%")


def _quarter_name(note: Note, at: int, floor: int) -> Time | None:
    word = note.words[at]
    year, last = _year_after(note, at + 1)
    if word[0] == "h":
        return Time(at, last, "month", months=6, month=1 if word == "h1" else 7, year=year)
    return Time(at, last, "month", months=3, month=3 * int(word[1]) - 2, year=year)


def _end_name(note: Note, at: int, floor: int) -> Time | None:
    """EOM, EOQ, EOY, EOW; EOD and COB are the day of the call."""
    unit = {"m": "month", "q": "quarter", "y": "year", "w": "week"}.get(note.words[at][2])
    if unit is None:
        return Time(at, at + 1, "day", note.called, same_day=True)
    time = _period(note, at, at + 1, unit, 0)
    time.part = "end"
    if unit == "week":
        time.date = calendar.monday(note.called) + dt.timedelta(days=4)
        if time.date <= note.called:
            time.date = calendar.business_day_from(note.called + dt.timedelta(days=1))
    return time


def _period(note: Note, first: int, last: int, unit: str, step: int) -> Time:
    """This, the next or the last week, month, quarter or year, by step 0, 1 or -1."""
    called = note.called
    if unit == "week":
        date = calendar.monday(called) + dt.timedelta(days=7 * step)
        return Time(first, last, "week", date, unit=unit, count=step)
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    month = {"month": called.month, "quarter": 3 * calendar.quarter(called) - 2, "year": 1}[unit]
    start = calendar.add_months(dt.date(called.year, month, 1), length * step)
    return Time(first, last, "month", months=length, month=start.month, year=start.year, unit=unit, count=step)


# --- spans and periods by their unit -----------------------------------------------------------------------------


def _unit(note: Note, at: int, floor: int) -> Time | None:
    """"in two weeks", "next month", "the week after the 4th", "end of the year", "a 12-month contract"."""
    unit = UNITS[note.words[at]]
    before = note.word(at - 1)
    if unit == "day" and before in ("on", "the") and _day_number(note.word(at + 1)) and not UNITS.get(note.word(at + 2)):
        return _numbered(note, at, at + 2, _day_number(note.word(at + 1)))
    if unit == "day" and before == "last" and note.word(at + 1) in ("of", "in"):
        inner = _inner(note, at + 2, at)
        if inner is not None and inner.months and not inner.number:
            time = replace(inner, first=at - 1, part="end", date=None)
            _resolve(note, time)
            return time
    if note.word(at + 1) == "-" and note.word(at + 2) == "end":  # month-end, year-end
        time = _period(note, at, at + 3, unit, 0) if unit in ("month", "quarter", "year") else None
        if time:
            time.part = "end"
        return time
    if unit in ("week", "month", "quarter", "year") and note.word(at + 1) == "end" and before not in NUMBERS:
        if unit != "week":
            time = _period(note, at, at + 2, unit, 0)
            time.part = "end"
            return time
    if unit in ("month", "quarter", "year", "week"):
        relative = _relative(note, at, unit)
        if relative is not None:
            return relative
    if before in LAST or (before in ("few", "couple", "two", "three", "of") and {note.word(at - 2), note.word(at - 3)} & LAST):
        return Time(at - 1, at + 1, "past")
    if unit == "quarter":
        number = _ordinal(before)
        if 1 <= number <= 4 and note.word(at - 2) not in ("a",):
            year, last = _year_after(note, at + 1)
            return Time(at - 1, last, "month", months=3, month=3 * number - 2, year=year)
        if note.word(at + 1) in ("past", "to", "of", "after", "til"):
            hour = note.word(at + 2)
            if NUMBERS.get(hour, 0) >= 1 or re.fullmatch(r"\d{1,2}(?:am|pm)?", hour):
                return _clock(note, at - 1 if before == "a" else at, at + 3)
    if unit == "week":
        week = _week_words(note, at, floor)
        if week is not None:
            return week
    return _span(note, at, floor)


def _ordinal(word: str) -> int:
    if word in ORDINALS:
        return ORDINALS[word]
    found = _ORDINAL.fullmatch(word) if word and word[0] in _DIGITS else None
    return int(found[1]) if found else 0


_FISCAL = frozenset("fiscal financial tax school academic budget calendar".split())


def _relative(note: Note, at: int, unit: str) -> Time | None:
    """Next, this, last, the coming week, month, quarter or year; the end of the month; the new year."""
    before = note.word(at - 1)
    if before in _FISCAL or note.word(at + 1) in ("-", "old"):
        return None
    if before in NEXT:
        time = _period(note, at - 1, at + 1, unit, 1)
        if note.word(at - 2) == "after" and UNITS.get(note.word(at - 3)) == unit:  # the week after next week
            return None
        return time
    if before in ("this", "the", "current") and unit in UNITS.values():
        left = note.word(at - 2)
        left2 = note.word(at - 3)
        part = _part_word(note, at - 2)
        if before == "this" or part or (left == "of" and _part_word(note, at - 3)) or (left in ("of", "in") and left2 in ("later", "half", "back", "rest", "first", "part")):
            time = _period(note, at - 1, at + 1, unit, 0)
            if left == "later" or (left == "in" and left2 == "later"):
                time.first = at - 2 if left == "later" else at - 3
                time.vague = True
                time.part = "end"
                if unit == "week":
                    friday = calendar.monday(note.called) + dt.timedelta(days=4)
                    time.date = max(friday, note.called)
                elif unit == "year":
                    time.sure = False
            elif not part and not (left == "of" and _part_word(note, at - 3)) and before == "this":
                time.vague = True
                time.sure = False
                if unit == "week":
                    time.date = note.called
            return time
        return None
    if before == "new" and unit == "year":
        if note.word(at - 2) in ("chinese", "lunar", "jewish", "fiscal", "financial", "happy", "a"):
            return None
        if note.word(at + 1) in ("'", "’") or note.word(at + 1) in ("resolution", "sale", "party", "model", "eve"):
            return None
        return replace(_period(note, at - 1, at + 1, "year", 1))
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    if _part_word(note, at - 1) and before in ("mid", "early", "late") and unit != "week":
        return _period(note, at, at + 1, unit, 0)
    if before == "-" and note.word(at - 2) == "mid":
        return _period(note, at, at + 1, unit, 0)
    if before == "of" and _part_word(note, at - 2) and note.word(at - 2) not in ("top",):
        return _period(note, at, at + 1, unit, 0)
    return None


def _week_words(note: Note, at: int, floor: int) -> Time | None:
    """The week of, after or before a day; the first week of a month; the week after next; w/c."""
    before, after = note.word(at - 1), note.word(at + 1)
    number = _ordinal(before) or (-1 if before == "last" else 0)
    if number and after in ("of", "in", "after", "back"):
        skip = at + 2
        while note.word(skip) in ("the", "next", "nxt", "this", "january's"):
            if note.word(skip) in ("next", "nxt", "this"):
                break
            skip += 1
        if after in ("of", "in"):
            inner = _inner(note, skip, at)
            if inner is not None and inner.months == 1 and not inner.number:
                return replace(inner, first=at - 1, part=str(number), kind="month", date=None)
        return None
    if after == "after" and note.word(at + 2) in NEXT:
        date = calendar.monday(note.called) + dt.timedelta(days=14)
        return Time(at - 1 if before == "the" else at, at + 3, "week", date)
    if after in ("of", "after", "before", "commencing", "beginning", "starting", "ending", "following", "b4") and not _count(before) or (
        after in ("after", "before", "following") and before in ("a", "one", "1")
    ):
        inner = _inner(note, at + 2, at)
        if inner is not None and inner.date is not None:
            exactly = before in ("a", "one", "1")
            if inner.kind == "week":
                date = inner.date + dt.timedelta(days={"after": 7, "following": 7, "before": -7, "b4": -7}.get(after, 0))
            elif exactly:
                date = inner.date + dt.timedelta(days=-7 if after == "before" else 7)
            else:
                shift = {"after": 7, "following": 7, "before": -7, "b4": -7}.get(after, 0)
                if shift == 7 and inner.date.weekday() >= 5:  # the week after a weekend's feast is the very next one
                    date = calendar.monday(inner.date) + dt.timedelta(days=7)
                elif after in ("commencing", "beginning", "starting"):
                    date = inner.date
                else:
                    date = calendar.monday(inner.date) + dt.timedelta(days=shift)
            return Time(at - 1 if before in ("the", "a", "one", "1") else at, inner.last, "week", date)
        if after == "after" and before == "the" and _breaks(note.word(at + 2)):
            return Time(at - 1, at + 2, "week", calendar.monday(note.called) + dt.timedelta(days=14))
    return None


def _inner(note: Note, at: int, floor: int) -> Time | None:
    """The time that starts within a few words, with its own words before it, resolved."""
    for here in range(at, min(at + 4, len(note.words))):
        word = note.words[here]
        if word in _ANCHORS or word[0] in _DIGITS:
            time = _core(note, here, at)
            if time is None or time.kind in ("past", "lasting", "clock", "span"):
                if time is None and (word in EARLY or word in NEXT or word[0] not in _DIGITS):
                    continue
                return None
            _widen(note, time, at)
            _join(note, time)
            _resolve(note, time)
            return time
        if word not in ("the", "of", "next", "this", "on", "end", "to", "early", "mid", "late", "nxt", "their", "his", "her", "first", "beginning", "start", "renewal", "around", "about", "that", "last"):
            return None
    return None


def _amount(note: Note, at: int, floor: int) -> tuple[float, int]:
    """How many of a unit stand before it (the earlier end of a range), and the index where that starts; 0 for none."""
    here = at - 1
    if note.word(here) in ("-", "–"):
        here -= 1
    if note.word(here) == "of":
        here -= 1
        if note.word(here) not in ("couple", "cpl", "number"):
            return 0, at
    if note.word(here) in ("more", "business", "working", "full", "good", "short", "odd", "solid", "whole", "calendar", "bus", "biz", "work"):
        here -= 1
    word = note.word(here)
    count = _count(word)
    if not count or here < floor:
        return 0, at
    if word in ("a", "an", "one") and note.word(here - 1) == "half":
        return 0.5, here - 1
    if word in ("half",) and note.word(here - 1) in ("a", "and", "and-a"):
        if note.word(here - 1) == "a" and note.word(here - 2) == "and":  # two and a half
            whole = _count(note.word(here - 3))
            return whole + 0.5, here - 3
        if note.word(here - 1) == "and":
            return _count(note.word(here - 2)) + 0.5, here - 2
        return 0.5, here - 1
    if word in ("couple", "cpl", "few", "half") and note.word(here - 1) in ("a", "an", "the"):
        here -= 1
    elif word in ("two", "three", "five") and note.word(here - 1) in ("twenty", "thirty", "forty"):
        count += NUMBERS[note.word(here - 1)]
        here -= 1
    elif word == "five" and note.word(here - 1) == "-" and note.word(here - 2) in ("forty", "twenty", "thirty"):
        count += NUMBERS[note.word(here - 2)]
        here -= 2
    if note.word(here - 1) in ("or", "to", "-", "–", "/") and here - 2 >= floor:
        low = _count(note.word(here - 2))
        if low and low <= count:
            count, here = low, here - 2
            if note.word(here) in ("couple", "few") and note.word(here - 1) == "a":
                here -= 1
    return count, here


def _count(word: str) -> float:
    if not word:
        return 0
    if word in NUMBERS:
        return NUMBERS[word]
    if word[0] not in _DIGITS:
        return 0
    if word == "1/2":
        return 0.5
    found = _COUNT.fullmatch(word)
    if not found:
        return 0
    return float(found[1])


_COUNT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)(?:[-–]\d{1,3})?")


def shift(start: dt.date, count: float, unit: str, sign: int = 1) -> dt.date:
    """A date so many units after (or before) another; half a month is 15 days, half a year six months."""
    whole = int(count)
    half = count - whole >= 0.5
    try:
        match unit:
            case "minute" | "hour":
                return start
            case "day":
                return start + sign * dt.timedelta(days=round(count))
            case "week":
                return start + sign * dt.timedelta(days=7 * whole + (3 if half else 0))
            case "fortnight":
                return start + sign * dt.timedelta(days=round(14 * count))
            case "month":
                return calendar.add_months(start, sign * whole) + sign * dt.timedelta(days=15 if half else 0)
            case "quarter":
                return calendar.add_months(start, sign * round(3 * count))
        return calendar.add_months(start, sign * round(12 * count))
    except (OverflowError, ValueError):  # "in 9999 years"
        return start


_AGO = frozenset("ago back earlier previously old".split())
_LASTS = frozenset(
    """
    old long contract contracts deal deals lease term terms plan warranty trial pilot meeting call demo notice commitment min
    agreement into late straight worth of experience running minimum subscription chat conversation slot window appointment
    session job project turnaround lead each per cycle supply drive flight wait presentation pitch video version guarantee
    young tenure tenancy loan program programme course block zoom mtg appt intro free pricing cancellation clause policy
    extension backlog sentence walk break hold webinar tour overview review sabbatical
    """.split()
)
_FROM_NOW = frozenset("now today here hence".split())


def _span(note: Note, at: int, floor: int, count: float = 0, first: int = -1) -> Time | None:
    """A number of units, and whether they lie ahead, behind, or last."""
    unit = UNITS[note.words[at]] if not count else _split(note.words[at])[1]
    if not count:
        count, first = _amount(note, at, floor)
    before = note.word(first - 1) if count else note.word(at - 1)
    after = note.word(at + 1)
    if not count:
        if unit == "fortnight" and before not in ("every", "each", "per", "last"):
            count, first = 1, at
        else:
            if before in ("every", "each", "per", "all", "any", "other", "same", "/"):
                return Time(at - 1, at + 1, "lasting")
            return None
    if unit == "day" and note.word(at - 1) in ("business", "working", "bus", "biz", "work"):
        unit = "business"
    span = Time(first, at + 1, "span", count=count, unit=unit)
    ahead = calendar.add_business_days(note.called, round(count)) if unit == "business" else shift(note.called, count, unit)
    if note.words[at] in ("weeks", "wks", "months", "years", "days") and after in ("'", "’") :
        at += 1
        after = note.word(at + 1)
    if after in ("and", "&") and note.word(at + 2) == "a" and note.word(at + 3) == "half":
        count += 0.5
        ahead = shift(note.called, count, unit)
        at += 3
        after = note.word(at + 1)
        span = replace(span, last=at + 1, count=count)
    if note.word(at + 1) == "or" and note.word(at + 2) in ("so", "two", "2", "more", "thereabouts", "three"):
        at += 2
        if note.word(at + 1) in UNITS and note.word(at) in ("two", "2", "three"):
            at += 1
        after = note.word(at + 1)
        span = replace(span, last=at + 1)
    if after == "ish" or (after == "-" and note.word(at + 2) == "ish"):
        at += 1 if after == "ish" else 2
        after = note.word(at + 1)
    span.last = at + 1
    if after in _AGO and not (after == "back" and note.word(at + 2) in ("in", "to", "on")):
        return replace(span, last=at + 2, kind="past")
    if after == "time" or (after in ("'s", "s") and note.word(at + 2) == "time"):
        return replace(span, last=at + (2 if after == "time" else 3), date=ahead, kind="span")
    if after in ("from", "after", "before", "b4", "prior", "ahead", "out", "past", "following", "on", "later", "away") or after in WEEKDAYS or after in _TOMORROW:
        shifted = _shifted(note, span, at, after, ahead)
        if shifted is not None:
            return shifted
    if unit in ("minute", "hour", "business"):
        span.same_day = unit != "business"
    if note.word(at) in ("week's", "weeks'", "year's"):
        return replace(span, kind="lasting")
    span.date = ahead
    if after in _LASTS or (after == "-" and note.word(at + 2) in _LASTS):
        if not (after in ("call", "of") and before in ("in",)) and before not in ("in", "after"):
            return replace(span, kind="lasting")
    return _ahead(note, span, before)


_ABOUT = frozenset(
    "about around abt approx like maybe say roughly at least probably perhaps another other good the next ~ only just more a prob another. "
    "those these minimum within- closer to nearly almost up exactly circa".split()
)
_AHEAD = frozenset("in within after inside w/in im i8n".split())
_CALLS = frozenset(
    """
    back again call ring try him her me them us up touch follow cb retry revisit check ping later callback recontact wait
    hold it off give phone reconnect chase talk reschedule until till til in- then then- buzz bell contact soon out or next
    said says email - : = > so speak meet catch fu reengage reapproach resurface nurture , ( . ; "
    """.split()
) | {"\n"}
_HOLDING = frozenset(
    "not nothing no won't wont wouldn't can't cant cannot tied out away gone leave busy hold freeze frozen wait booked "
    "locked stuck off park pause swamped slammed committed back never don't dont abroad overseas vacation holiday ice".split()
)


def _ahead(note: Note, span: Time, before: str) -> Time:
    """Whether a bare span lies ahead: "call 6 mos", "in about two weeks"; "been with them for six months" lasts."""
    here = span.first - 1
    for _ in range(4):
        if note.word(here) in _ABOUT:
            here -= 1
    word = note.word(here)
    single = note.word(span.first) in ("a", "an", "one") and span.count == 1
    if note.word(span.last) == "of":
        return replace(span, kind="lasting")
    if word in _AHEAD:
        if word == "in" and single and note.word(here - 1)[:1] in _DIGITS:  # 900 in a month
            return replace(span, kind="lasting")
        span.first = here
        if word == "within" or span.unit in ("minute", "hour"):
            span.sure = span.unit not in ("minute", "hour")
        return span
    if word in ("every", "each", "per", "been", "over", "than", "was", "took", "takes", "lasted", "spent", "$"):
        return replace(span, kind="lasting")
    if word == "for":
        if span.unit in ("minute", "hour") or (span.unit == "year" and span.count > 5):
            return replace(span, kind="lasting")
        nearby = set(note.words[max(0, here - 9) : here])
        if nearby & {"been", "have", "had", "has", "was", "were", "used"} and not nearby & {"not", "won't", "wont", "nothing", "out", "away"}:
            return replace(span, kind="lasting")
        if nearby & _HOLDING:
            return span
        return replace(span, kind="lasting")
    if word in ("last", "past", "since"):
        return replace(span, kind="past")
    if note.word(span.last) == "left":
        return replace(span, last=span.last + 1)
    if single and word not in ("call", "back", "again", "ring", "try", "wait", "recontact") and (
        word not in ("it", "me", "him", "her", "them") or note.word(here - 1) not in ("give", "call", "ring", "try", "gimme", "giving") or _negates(note.word(here - 2))
    ):
        return replace(span, kind="lasting")
    if word in _CALLS or not word:
        span.sure = word not in (",", "(", ".", ";", "", ":", "-", '"', "or", "so", "=", ">", "\n")
        return span
    return replace(span, kind="lasting")


def _negates(word: str) -> bool:
    return word in ("not", "never", "cant", "dont", "doesnt", "didnt", "wont") or word.endswith(("n't", "n’t"))


def _shifted(note: Note, span: Time, at: int, after: str, ahead: dt.date) -> Time | None:
    """A span before, after or from another time: "two weeks before Easter", "a week on Thursday", "6 weeks from now"."""
    unit = span.unit if span.unit != "business" else "day"
    if after in ("out", "away", "later"):
        if note.word(at + 2) in ("from", "of", "at", "in", "there", "on"):
            if note.word(at + 2) != "from":
                return None
            at += 1
        elif after == "later":
            return replace(span, kind="past") if False else None
        elif (note.word(span.first) in ("a", "an", "one") and span.count == 1) or unit in ("minute", "hour"):
            return None
        else:
            return replace(span, last=at + 2, date=ahead)
    here = at + 2
    if after in WEEKDAYS or after in _TOMORROW:
        if note.word(span.first - 1) in ("every", "next", "last"):
            return None
        if unit not in ("week", "fortnight") or span.count != 1:
            return None
        here = at + 1
    if after == "prior" or after == "ahead":
        here += note.word(here) in ("to", "of")
    if after == "from" and note.word(here) in _FROM_NOW:
        return replace(span, last=here + 1, date=ahead)
    if after == "on" and unit not in ("week", "fortnight"):
        return None
    inner = _inner(note, here, at)
    sign = -1 if after in ("before", "b4", "prior", "ahead") else 1
    if inner is not None and inner.date is not None:
        base = inner.date
        if inner.months and not inner.number and not inner.part:
            base = dt.date(base.year, base.month, 1) if sign < 0 or inner.months else base
        date = shift(base, span.count, unit, sign)
        return replace(span, last=inner.last, kind="day", date=date, exact=inner.exact)
    if sign < 0:  # before something that is named elsewhere: the reader of the whole note links it
        return replace(span, last=at + 2, kind="before", date=None)
    return None


# --- days --------------------------------------------------------------------------------------------------------

_TOMORROW = frozenset("tomorrow tomorow tommorow tommorrow tomorro tmrw tmr tmrow tmw tomoz tom 2moro 2morrow tmro tommorro".split())
_TODAY = frozenset("today 2day tonight 2nite tonite 2night tdy".split())
_YESTERDAY = frozenset("yesterday yest yday yesterdays ystrdy".split())


def _tomorrow(note: Note, at: int, floor: int) -> Time | None:
    if note.words[at] == "tom" and (note.capital(at) or note.word(at - 1) not in ("call", "back", "try", "again", "ring", "cb")):
        return None
    first, days = at, 1
    if note.word(at - 1) == "after" and note.word(at - 2) == "day":
        first, days = at - 2, 2
        if note.word(first - 1) == "the":
            first -= 1
    last = at + 1
    if note.word(last) == "week" and not note.word(last + 1) == "end":
        days, last = days + 7, last + 1
    return Time(first, last, "day", note.called + dt.timedelta(days=days), exact=True)


def _today(note: Note, at: int, floor: int) -> Time | None:
    if note.word(at - 1) == "from" and note.word(at - 2) in UNITS:
        return None
    return Time(at, at + 1, "day", note.called, same_day=True)


def _yesterday(note: Note, at: int, floor: int) -> Time | None:
    return Time(at, at + 1, "past")


_BEFORE_DAY = frozenset(
    """
    on this next nxt till until til untill by for to from after before last come coming every or and say call ring try again him her me
    back meet meeting demo mtg appt is said says of since late early the a maybe then if thru through - , ( / w phone around booked
    set us with between available free works open not it now moved changed week weds fri mon thu
    """.split()
)


def _weekday(note: Note, at: int, floor: int) -> Time | None:
    word, before, after = note.words[at], note.word(at - 1), note.word(at + 1)
    number = WEEKDAYS[word]
    if word in ("sat", "sun", "wed", "mon", "fri", "thu", "tue"):
        if after in ("down", "in", "through", "there", "with", "on", "it", "around", "him", "her", "them", "next") and word == "sat":
            if before not in ("on", "this", "next", "by", "until", "till"):
                return None
        if word == "sun" and (before == "the" or (before not in _BEFORE_DAY and not _breaks(before))):
            return None
        if word == "sun" and after in ("is", "was", "came", "shines", "shine", "belt", "roof", "life", "microsystems"):
            return None
        if word == "sat" and (before in ("he", "she", "we", "they", "i", "that", "has", "had", "just", "and", "who", "it", "been")):
            return None
        if word == "wed" and before in ("to", "be", "was", "they", "got", "newly"):
            return None
    if (before in LAST and after not in ("in", "of")) or after == "last":
        return Time(at - 1 if before in LAST else at, at + 1, "past")
    time = Time(at, at + 1, "weekday", weekday=number, exact=True)
    if after in (".",) and len(word) <= 5 and (note.word(at + 2)[:1] in _DIGITS or note.word(at + 2) in DAY_PARTS):
        time.last = at + 2
        after = note.word(at + 2)
    if word == "friday" and before == "good":
        return _feast_time(note, at - 1, at + 1, "good friday")
    nth = _ordinal(before) or (-1 if before == "last" else 0)
    if after in ("after", "before", "following") and note.word(at + 2) not in NEXT:
        inner = _inner(note, at + 2, at)
        if inner is not None and inner.date is not None and inner.exact | inner.feast:
            back = -7 if after == "before" else 0
            time.date = calendar.weekday_after(inner.date, number) + dt.timedelta(days=back)
            return replace(time, first=at - 1 if before == "the" else at, last=inner.last)
    if nth and after in ("in", "of"):
        inner = _inner(note, at + 2, at)
        if inner is not None and inner.months == 1 and not inner.number:
            return replace(inner, first=at - 1, kind="month", weekday=number, part=str(nth), exact=True, date=None)
    soon = calendar.weekday_after(note.called, number)
    if before in NEXT:
        time.first = at - 1
        soon = calendar.monday(note.called) + dt.timedelta(days=7 + number)
    elif before in THIS:
        time.first = at - 1
    if after in ("week", "wk") and note.word(time.last + 1) not in ("of", "after", "before", "commencing", "end", "ends"):
        time.last += 1
        if number != note.called.weekday():  # said on a Monday, "Monday week" is the next one
            soon += dt.timedelta(days=7)
    elif after == "fortnight":
        time.last += 1
        soon += dt.timedelta(days=14)
    elif after == "after" and note.word(time.last + 1) in NEXT:
        time.last += 2
        soon = calendar.monday(note.called) + dt.timedelta(days=14 + number)
    elif after == "next" and note.word(time.last + 1) not in UNITS and note.word(time.last + 1) not in MONTHS:
        time.last += 1
        soon = calendar.monday(note.called) + dt.timedelta(days=7 + number)
    time.date = soon
    return time


def _plural_weekday(note: Note, at: int, floor: int) -> Time | None:
    return Time(at, at + 1, "lasting")


def _weekend(note: Note, at: int, floor: int) -> Time | None:
    before = note.word(at - 1)
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    if before not in ("the", "this", "next", "over", "coming", "nxt") or note.words[at] == "weekends":
        return None
    saturday = calendar.weekday_after(note.called, 5)
    if before in NEXT:
        saturday = calendar.monday(note.called) + dt.timedelta(days=12)
    time = Time(at - 1, at + 1, "day", saturday)
    if note.word(at - 2) in ("after", "past"):
        time = replace(time, first=at - 2, date=saturday + dt.timedelta(days=2))
    return time


def _feast_date(name: str, year: int) -> dt.date:
    match name:
        case "thanksgiving":
            return calendar.weekday_of_month(year, 11, 3, 4)
        case "easter":
            return calendar.easter(year)
        case "good friday":
            return calendar.easter(year) - dt.timedelta(days=2)
        case "labor":
            return calendar.weekday_of_month(year, 9, 0, 1)
        case "memorial":
            return calendar.weekday_of_month(year, 5, 0, -1)
    month, number = _FEASTS[name]
    return dt.date(year, month, number)


_FEASTS = {
    "christmas": (12, 25), "xmas": (12, 25), "halloween": (10, 31), "valentine's": (2, 14), "valentines": (2, 14), "boxing": (12, 26),
    "thanksgiving": (0, 0), "tgiving": (0, 0), "easter": (0, 0), "labor": (0, 0), "labour": (0, 0), "memorial": (0, 0), "juneteenth": (6, 19),
}  # fmt: skip


def _feast(note: Note, at: int, floor: int) -> Time | None:
    word = note.words[at]
    name = {"tgiving": "thanksgiving", "labour": "labor"}.get(word, word)
    last = at + 1
    if name in ("labor", "memorial", "boxing"):
        if note.word(last) != "day":
            return None
        last += 1
    elif note.word(last) in ("day", "break", "hols", "holidays", "holiday", "week", "eve") and note.word(last) != "week":
        last += 1
    if note.word(at - 1) in LAST:
        return Time(at - 1, last, "past")
    if note.word(at - 1) not in _NEAR_FEAST and not _breaks(note.word(at - 1)):
        return None
    return _feast_time(note, at, last, name)


def _feast_time(note: Note, first: int, last: int, name: str) -> Time:
    date = next(d for y in (0, 1, 2) if (d := _feast_date(name, note.called.year + y)) > note.called)
    return Time(first, last, "day", date, feast=True)


_NEAR_FEAST = frozenset("after before b4 by until till over past around the since for of to from following at next this on week day do".split())


def _holidays(note: Note, at: int, floor: int) -> Time | None:
    """After the holidays, in the new year: the first business day of January."""
    here = at - 1
    if note.word(here) in ("the", "all", "christmas", "xmas", "winter", "festive"):
        here -= 1
    if note.word(here) in ("after", "past", "following", "till", "until") and note.word(at + 1) not in ("in",):
        if note.word(here) in ("till", "until"):
            return None
        return Time(here, at + 1, "month", calendar.first_business_day(note.called.year + 1, 1))
    return None


def _newyear(note: Note, at: int, floor: int) -> Time | None:
    """new year's, new years: the plural and the possessive, which are no unit of time."""
    if note.word(at - 1) != "new" or note.word(at - 2) in ("chinese", "lunar", "jewish", "happy"):
        return None
    if note.word(at + 1) in ("resolution", "resolutions", "party", "sale"):
        return None
    return Time(at - 1, at + 1, "month", calendar.first_business_day(note.called.year + 1, 1))


# --- numbers -----------------------------------------------------------------------------------------------------

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FULL = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_PAIR = re.compile(r"(\d{1,2})([-/])(\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[-–](\d{1,2})(?:[:.]\d\d)?)?(am|pm|a|p|ish|hrs|h)?")
_SPLIT = re.compile(r"(\d{1,3}(?:\.\d)?)(?:[-–]\d{1,3})?([a-z]+)")


def _split(word: str) -> tuple[float, str]:
    """6mos as 6 and month; (0, "") for a word that is no such thing."""
    found = _SPLIT.fullmatch(word)
    if not found:
        return 0, ""
    tail = found[2]
    unit = UNITS.get(tail) or {"m": "", "d": "day", "w": "week", "y": "year", "h": "hour"}.get(tail, "")
    return (float(found[1]), unit) if unit else (0, "")


_MONEY = frozenset("$ £ € ₹ # no number unit apt suite ste rs usd room ext x × = route hwy i-".split())


def _number(note: Note, at: int, floor: int) -> Time | None:
    word, before, after = note.words[at], note.word(at - 1), note.word(at + 1)
    if before in _MONEY or after in ("%", "k", "$", "€", "£", "″") or _is_inch(note, at + 1):
        return None
    if before in ("'", "’") or (before in ("-", "/") and note.word(at - 2)[-1:].isdigit()):
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
    if found := _ORDINAL.fullmatch(word):
        return _day_of_month(note, at, floor, int(found[1]))
    count, unit = _split(word)
    if unit and word[-2:] not in ("am", "pm"):
        return _span(note, at, floor, count, at)
    if found := _CLOCK.fullmatch(word):
        if int(found[1]) > 24 or not (found[2] or found[4]):
            return None
        if found[4] in ("a", "p", "am", "pm") or ":" in word or after in ("am", "pm", "a", "p"):
            return _clock(note, at, at + 1)
        if found[2] and int(found[2]) < 60 and before in ("at", "@", "for", "before", "after", "till", "until", "by", "around", ",", "about"):
            return _clock(note, at, at + 1)
    return None


def _is_inch(note: Note, at: int) -> bool:
    """Whether a double quote is an inch sign: one that closes nothing."""
    return note.word(at) == '"' and note.words[:at].count('"') % 2 == 0


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


def _pair(note: Note, at: int, a: int, sign: str, b: int) -> Time | None:
    """3/15, 3/4, 9-15: a date, unless it is a fraction, a score, a range or a rate."""
    before, after = note.word(at - 1), note.word(at + 1)
    month, day = _by_order(a, b, note.order)
    if not month or (a, b) in ((24, 7),) or UNITS.get(after):
        return None
    if after in ("inch", "inches", "ton", "of", "full", "hp", "stars", "done", "way", "cup", "mile", "acre", "price", "off", "in", "time", "times"):
        if not (after in ("in", "of") and before in _CUES):
            return None
    cued = before in _CUES
    if note.word(at + 1) == "-" and note.word(at + 2)[:1].isalpha():
        return None
    if not _breaks(after) and after not in FOLLOW and after not in ("-",) and not after[0].isdigit() and after not in WEEKDAYS:
        return None
    if sign == "-":
        if not cued and not (_breaks(before) and (after in ("at", "@", "am", "pm") or _breaks(after))):
            return None
        if before in ("for", "at", "from", "between", "open", "after", "before", "is", "it", "and", "him", "her", "up", "out") and b <= 12 and before != "after":
            return None
    elif a < b <= 10 and not cued and (a, b) in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (4, 5), (9, 10), (1, 8), (7, 8), (8, 10), (7, 10)):
        return None
    elif a == b and not cued and not (after in ("at", "@") or after[:1].isdigit()):
        return None
    last = at + 1
    if note.word(last) in ("-", "–", "or", "to") and _PAIR.fullmatch(note.word(last + 1)):
        last += 2
    return Time(at, last, "day", months=1, month=month, number=day, exact=True)


def _plain_number(note: Note, at: int, floor: int, value: int) -> Time | None:
    before, after = note.word(at - 1), note.word(at + 1)
    if 1990 <= value <= 2100 and len(note.words[at]) == 4:
        return _year(note, at, value)
    if not 1 <= value <= 31:
        return None
    here = at + 1
    if after == "of":
        here += 1
        if note.word(here) == "the":
            month = ORDINALS.get(note.word(here + 1), 0)
            if 1 <= month <= 12:
                return Time(at, here + 2, "day", months=1, month=month, number=value, exact=True)
    elif after in ("-", "."):
        here += 1
    if note.word(here) in MONTHS and (note.word(here) != "may" or note.capital(here) or after == "of") and (note.word(here) not in ("march", "mar") or note.word(here + 1) not in _STREETS):
        if not (note.word(here) in ("jan", "april", "june", "august", "march") and _breaks(note.word(here - 1)) and here == at + 2 and after == "."):
            return _month(note, here, floor)
    if after in NEXT and UNITS.get(note.word(at + 2)) == "month":
        return None
    if after in ("am", "pm", "a", "p", "o'clock", "oclock", "o’clock", "noon") or (after == "o" and note.word(at + 2) in ("'", "clock")):
        if after in ("a", "p") and note.word(at + 2) not in ("m", ".") :
            return None
        return _clock(note, at, at + 1)
    if before == "the" and note.word(at - 2) in ("on", "until", "till", "by", "after", "call", "me", "him", "her", "back", "for", "from", "around") and _breaks(after) and after not in ("-",):
        return _day_of_month(note, at, floor, value, sure=True)
    if before in ("at", "@", "after", "before", "b4", "around", "past", "till", "until", "til", "by", "about", "between", "half") and value <= 12:
        if before == "about" and note.word(at - 2) not in ("at", "call", "try", "back"):
            return None
        if UNITS.get(after) or (not _breaks(after) and after not in FOLLOW and after not in ("-",)):
            return None
        return _clock(note, at, at + 1)
    return None


def _year(note: Note, at: int, year: int) -> Time | None:
    before = note.word(at - 1)
    if year < note.called.year:
        if before in ("in", "since", "from", "of", "until", "back", "early", "late", "mid", "before") or _breaks(before):
            return Time(at, at + 1, "past")
        return None
    if before in ("in", "until", "till", "til", "by", "for", "early", "mid", "late", "of", "after", "before", "revisit", "call", "try", "sometime", "again", "since", "thru", "through"):
        if year == note.called.year:
            if before in ("mid", "late", "of"):
                return Time(at, at + 1, "month", months=12, month=1, year=year)
            return None
        return Time(at, at + 1, "month", months=12, month=1, year=year)
    return None


_NOT_DAYS = frozenset(
    "call attempt time try vm vmail voicemail msg message floor party st street ave avenue gen generation owner quarter grade "
    "shift week visit email touch dial round place one person year anniversary birthday step stage largest biggest".split()
)
_BEFORE_NUMBER = frozenset(
    """
    the on till until til by after before from around for call ring try him her me back is of and or to about between since due
    said says again , - ( : again. w @ at mon tue tues wed weds thu thur thurs fri sat sun next week in- starting it renews
    monday tuesday wednesday thursday friday saturday sunday booked appt mtg meeting demo visit set then up
    """.split()
)


def _day_of_month(note: Note, at: int, floor: int, value: int, *, sure: bool = False) -> Time | None:
    """The 15th: of the month named after it, or the next one after the call; not "3rd party", "works out 1st"."""
    after = note.word(at + 1)
    if not 1 <= value <= 31:
        return None
    here = at + 1
    if after == "of":
        here += 1
        month = ORDINALS.get(note.word(here + 1), 0) if note.word(here) == "the" else 0
        if 1 <= month <= 12:
            return Time(at, here + 2, "day", months=1, month=month, number=value, exact=True)
        if note.word(here) in ("each", "every"):
            return Time(at, here + 2, "lasting")
        if UNITS.get(note.word(here + 1)) == "month" and note.word(here) in NEXT | THIS | {"the"}:
            step = 1 if note.word(here) in NEXT else 0
            if note.word(here) == "the" and value == 1 and note.word(at - 1) not in _BEFORE_NUMBER:
                return None
            period = _period(note, at, here + 2, "month", step)
            if note.word(here) == "the":
                return _numbered(note, at, here + 2, value)
            return replace(period, number=value, kind="day", exact=True)
        if UNITS.get(note.word(here + 1)) == "year" and value == 1:
            return Time(at, here + 2, "month", calendar.first_business_day(note.called.year + 1, 1))
    if note.word(here) in MONTHS and not (note.word(here) == "may" and not note.capital(here) and after != "of"):
        return _month(note, here, floor)
    if UNITS.get(after) in ("quarter", "week") or after in WEEKDAYS:
        return None
    before = note.word(at - 1)
    if not sure:
        if before not in _BEFORE_NUMBER or after in _NOT_DAYS and after not in ("call", "try", "email", "visit"):
            return None
        if after in ("call", "try", "visit", "email") and before == "the":
            return None
        if not _breaks(after) and after not in FOLLOW and after not in ("-", "–", "/") and after not in DAY_PARTS and not after[:1].isdigit() and after not in WEEKDAYS:
            return None
        if value <= 3 and before not in ("the", "on", "till", "until", "by", "after", "before", "from", "around") and before not in WEEKDAYS:
            return None
        if before == "for" and not _breaks(after) and after not in ("at", "@"):
            return None
    last = at + 1
    if note.word(last) in ("or", "-", "–", "to", "/", "and") and (_ORDINAL.fullmatch(note.word(last + 1)) or (note.word(last + 1) == "the" and _ORDINAL.fullmatch(note.word(last + 2)))):
        last += 2 + (note.word(last + 1) == "the")
    return _numbered(note, at, last, value)


def _numbered(note: Note, first: int, last: int, value: int) -> Time:
    """The next such day of a month after the call, in a month that has it."""
    start = dt.date(note.called.year, note.called.month, 1)
    for ahead in range(12):
        month = calendar.add_months(start, ahead)
        date = calendar.day(month.year, month.month, value)
        if date.day == value and date > note.called:
            break
    return Time(first, last, "day", date, number=value, exact=True)


def _ordinal_word(note: Note, at: int, floor: int) -> Time | None:
    """The fifteenth, the twenty-first, "fourth of the eleventh"; not "the first call", "second line"."""
    value = ORDINALS[note.words[at]]
    first = at
    if note.word(at - 1) in ("twenty", "thirty") and value < 10:
        value += 20 if note.word(at - 1) == "twenty" else 30
        first = at - 1
    elif note.word(at - 1) == "-" and note.word(at - 2) in ("twenty", "thirty") and value < 10:
        value += 20 if note.word(at - 2) == "twenty" else 30
        first = at - 2
    after = note.word(at + 1)
    if after == "of":
        here = at + 2
        if note.word(here) == "the" and 1 <= ORDINALS.get(note.word(here + 1), 0) <= 12:
            return Time(first, here + 2, "day", months=1, month=ORDINALS[note.word(here + 1)], number=value, exact=True)
        if note.word(here) in MONTHS and not (note.word(here) == "may" and not note.capital(here)):
            return _month(note, here, floor)
        if note.word(here) in ("the", "next", "nxt"):
            unit = UNITS.get(note.word(here + 1))
            if unit == "month":
                if note.word(here) == "the":
                    return _numbered(note, first, here + 2, value)
                return replace(_period(note, first, here + 2, "month", 1), number=value, kind="day", exact=True)
            if unit == "year" and value == 1:
                return Time(first, here + 2, "month", calendar.first_business_day(note.called.year + 1, 1))
        return None
    if after in MONTHS and note.word(at - 1) in ("the", "on", "until", "by", "till") and value > 1:
        return _month(note, at + 1, floor)
    if note.word(first - 1) != "the" or note.word(first - 2) not in (
        "on", "until", "till", "til", "by", "after", "before", "call", "ring", "try", "for", "week", "back", "me", "him", "her", "around",
        *WEEKDAYS,
    ):
        return None
    if note.word(first - 2) == "week" or value == 4 and note.word(first - 2) in ("after", "before", "until", "by"):
        if value == 4 and note.called.month in (5, 6, 7) and _breaks(after):  # the Fourth of July
            date = dt.date(note.called.year, 7, 4)
            if date > note.called:
                return Time(first, at + 1, "day", date, feast=True)
    if value <= 3 and not _breaks(after):
        return None
    if not _breaks(after) and after not in FOLLOW:
        return None
    return _numbered(note, first, at + 1, value)


# --- times of day ------------------------------------------------------------------------------------------------


def _clock(note: Note, first: int, last: int) -> Time:
    while note.word(last) in ("am", "pm", "a", "p", "m", ".", "o'clock", "oclock", "ish", "sharp", "-", "–", "to", "and") and last - first < 7:
        if note.word(last) == "." and note.word(last + 1) != "m" and note.word(last - 1) != "m":
            break
        if note.word(last) in ("-", "–", "to", "and"):
            if note.word(last + 1)[:1] not in _DIGITS or UNITS.get(note.word(last + 2)):
                break
            last += 1
        last += 1
    return Time(first, last, "clock", note.called, same_day=True)


def _day_part(note: Note, at: int, floor: int) -> Time | None:
    """This afternoon, at noon, at lunchtime; a bare "morning" says nothing."""
    before, word = note.word(at - 1), note.words[at]
    if before in ("this", "later"):
        return Time(at - 1, at + 1, "day", note.called, same_day=True)
    if before in ("last",):
        return Time(at - 1, at + 1, "past")
    if word in ("noon", "midday", "lunch", "lunchtime") and before in ("at", "after", "before", "by", "till", "until", "@", "around"):
        return Time(at, at + 1, "clock", note.called, same_day=True)
    if before == "the" and note.word(at - 2) == "in" and word in ("morning", "mornin"):
        return Time(at - 2, at + 1, "clock", note.called + dt.timedelta(days=1), vague=True, sure=False)
    return None


def _half(note: Note, at: int, floor: int) -> Time | None:
    """Half five, half past five."""
    here = at + 1
    if note.word(here) == "past":
        here += 1
    hour = note.word(here)
    if NUMBERS.get(hour, 0) >= 1 and hour not in ("a", "an", "one", "couple", "few", "several") or (hour.isdigit() and 1 <= int(hour) <= 12):
        if UNITS.get(note.word(here + 1)):
            return None
        return _clock(note, at, here + 1)
    return None


# --- words around a time -----------------------------------------------------------------------------------------


def _part_word(note: Note, at: int) -> str:
    word = note.word(at)
    if word in EARLY:
        return "early"
    if word in MIDDLE:
        return "mid"
    if word in LATE:
        return "late"
    if word in END:
        return "end"
    return ""


def _widen(note: Note, time: Time, floor: int) -> None:
    """Take in the words before a time that say which part of it, or what comes after it."""
    here = time.first - 1
    skipped = 0
    while here >= floor and note.words[here] in ("the", "of", "in", "-", "this", "part", "to") and skipped < 3:
        here -= 1
        skipped += 1
    if here < floor:
        return
    word = note.words[here]
    period = (time.months and not time.number and not time.part) or time.kind == "week"
    if time.part == "end" and word == "after":
        time.first, time.part = here, "after"
        if time.kind == "week" and time.date:
            time.date = calendar.monday(time.date) + dt.timedelta(days=7)
        time.date = None if time.months else time.date
        return
    if not period:
        if time.feast and word in ("after", "past", "following") and time.date:
            time.first = here
            time.date = calendar.business_day_from(time.date + dt.timedelta(days=1))
        elif time.feast and word in ("before", "b4") and time.date:
            time.first = here
            time.date = calendar.business_day_until(time.date - dt.timedelta(days=1))
            time.vague = True
        return
    part = _part_word(note, here)
    if part and not (word == "close" and skipped == 0) and not (word == "end" and skipped == 0 and time.kind == "week"):
        time.first = here
        if note.word(here - 1) in ("to", "or", "/", "-") and _part_word(note, here - 2):
            part, time.first = _part_word(note, here - 2), here - 2
        if note.word(time.first - 1) == "the":
            time.first -= 1
        time.vague = False
        time.sure = True
        if time.kind == "week" and time.date:
            start = calendar.monday(time.date)
            time.date = start + dt.timedelta(days={"early": 0, "mid": 2, "late": 4, "end": 4}[part])
            if time.date <= note.called:
                time.date = note.called
            if note.word(time.first - 1) == "after" and part == "end":
                time.date = start + dt.timedelta(days=7)
            return
        time.part = part
        if not time.year or not time.unit:
            pass
        elif time.count == 0 and _date_of(time, time.year) <= note.called:  # the end of a month that is over
            start = calendar.add_months(dt.date(time.year, time.month, 1), time.months)
            time.year, time.month = start.year, start.month
        if note.word(time.first - 1) == "after" and part == "end":
            time.first -= 1
            time.part = "after"
        return
    if word == "half" and skipped == 0 and time.months == 1 and not time.unit:
        time.first, time.part = here, "mid"
        return
    if word == "half" and note.word(here - 1) in ("first", "1st", "second", "2nd", "back", "latter"):
        time.first = here - 1
        time.part = "" if note.word(here - 1) in ("first", "1st") else "half"
        time.vague, time.sure = False, True
        return
    if word in ("after", "past") and skipped <= 1 and UNITS.get(note.word(here - 1)) is None:
        time.first = here
        if time.kind == "week" and time.date:
            time.date = calendar.monday(time.date) + dt.timedelta(days=7)
            time.sure = True
        elif not (time.unit == "year" and time.count == 1):
            time.part = "after"


_JOINS = frozenset(", the on in of at around about ( - @ for probably maybe say like either".split())


def _join(note: Note, time: Time) -> None:
    """Take in the time that follows and says the same more closely: "Tuesday 10th", "next week, Thursday", "Friday at 2"."""
    for _ in range(3):
        here = time.last
        skipped = 0
        while note.word(here) in _JOINS and skipped < 2:
            here += 1
            skipped += 1
        word = note.word(here)
        if word in DAY_PARTS or word in ("first", "a.m", "p.m"):
            if word in DAY_PARTS and (skipped == 0 or note.word(here - 1) in ("at", "in", "the", "-")) and time.kind != "span":
                if skipped and word not in ("noon", "morning", "afternoon", "lunch", "lunchtime", "midday", "evening"):
                    return
                time.last = here + 1
                continue
            return
        if not word or (word not in _ANCHORS and word[0] not in _DIGITS) or time.kind == "span":
            return
        if word[0] in _DIGITS and word.isdigit() and not skipped and note.word(here + 1) not in ("am", "pm", "a", "p"):
            bare = time.kind in ("weekday", "day") and int(word) <= 31
        else:
            bare = False
        other = _core(note, here, here)
        if other is None and bare and time.kind == "weekday" and not UNITS.get(note.word(here + 1)) and (_breaks(note.word(here + 1)) or note.word(here + 1) in FOLLOW):
            value = int(word)
            if value > 12:
                other = _numbered(note, here, here + 1, value)
            else:
                time.last = here + 1
                return
        if other is None or not _merge(note, time, other):
            return


def _merge(note: Note, time: Time, other: Time) -> bool:
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
    if time.kind == "weekday" and other.kind == "day":
        if other.number and not other.months and other.date:
            for ahead in range(2):  # Tuesday the 5th: the next 5th that is a Tuesday, where one is near
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
        if note.word(other.first) in NEXT:
            return False
        time.date = calendar.monday(time.date) + dt.timedelta(days=other.weekday)
        time.last, time.exact, time.kind = other.last, True, "weekday"
        return True
    if time.kind == "month" and time.months == 1 and not time.part and other.kind == "day" and other.number and not other.months:
        time.number, time.exact, time.last, time.kind = other.number, True, other.last, "day"
        return True
    if time.kind == "month" and time.unit == "year" and other.kind in ("month", "day") and other.months == 1 and not other.year:
        year = time.year
        _take(time, other)
        time.year = year
        return True
    if time.kind == "day" and other.kind == "weekday":
        if time.exact and not note.word(time.last) == "on":
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
    for name in ("kind", "date", "exact", "same_day", "vague", "months", "month", "year", "part", "weekday", "number", "last", "feast"):
        setattr(time, name, getattr(other, name))


Reader = Callable[[Note, int, int], "Time | None"]

_ANCHORS: dict[str, Reader] = {
    **dict.fromkeys(UNITS, _unit),
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"), _plural_weekday),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(ORDINALS, _ordinal_word),
    **dict.fromkeys(_TOMORROW, _tomorrow),
    **dict.fromkeys(_TODAY, _today),
    **dict.fromkeys(_YESTERDAY, _yesterday),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), _quarter_name),
    **dict.fromkeys(("eom", "eoq", "eoy", "eow", "eod", "cob"), _end_name),
    **dict.fromkeys(("weekend", "wkend", "wknd"), _weekend),
    **dict.fromkeys(_FEASTS, _feast),
    **dict.fromkeys(("holidays", "hols", "holiday"), _holidays),
    **dict.fromkeys(("year's", "years'", "year’s"), _newyear),
    **dict.fromkeys(("noon", "midday", "lunch", "lunchtime", "morning", "afternoon", "arvo", "evening"), _day_part),
    "half": _half,
}
