"""The words of time: months, weekdays, units, numbers; and a note cut into words, in which times are found."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

#: Words, numbers with what is written onto them (15th, 4pm, 6mos, 3/15, 2027-03-15), and single signs. A text is split at
#: them, so that the lengths of the parts add up to where a word starts.
TOKEN = re.compile(
    r"([a-z\u00df-\u024f]+(?:['’][a-z\u00df-\u024f]+|[1-4](?<=[qhbfcw].)(?![a-z0-9])|/(?<=[qhbfcw]/)[ubc](?![a-z0-9]))?"
    r"|[0-9]+(?:[/.:,\-–][0-9]+)*[a-z]*"
    r"|[^ ])"
)

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

#: Weekdays in the languages of the reps' customers too: "he said Montag" is heard as often as written.
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mondy montag lundi lunes lunedì maandag",
            "tuesday tue tues teusday tuesdy dienstag mardi martes martedì dinsdag",
            "wednesday wed weds wednes wensday wednsday mittwoch mercredi miércoles mercoledì woensdag",
            "thursday thu th thur thurs thursdy thrusday donnerstag jeudi jueves giovedì donderdag",
            "friday fri fridy firday freitag vendredi viernes venerdì vrijdag",
            "saturday sat saterday samstag samedi sábado sabato zaterdag",
            "sunday sun sonntag dimanche domingo domenica zondag",
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

NUMBERS: dict[str, float] = (
    {"half": 0.5, "a": 1, "an": 1, "one": 1, "single": 1, "another": 1, "two": 2, "couple": 2, "cpl": 2, "coupla": 2}
    | {"three": 3, "few": 3, "several": 3, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90}
    | {
        name: number
        for number, name in enumerate(
            (
                "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
                "nineteen twenty"
            ).split(),
            start=4,
        )
    }
)

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

NEXT_OR_THIS = NEXT | THIS

#: Words that may stand right after a day or a month; any other word there is what the name belongs to ("3rd party").
FOLLOW = frozenset(
    """
    a about after again one either um uh er same ahead all also am and any anyway around as asap at b4 back because bc before between but by call
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

#: A meeting that went from one time to another.
MOVES = frozenset(
    "moved move pushed push changed change rescheduled reschedule switched switch bumped bump swapped shifted prepone preponed".split()
)

DAY_PARTS = frozenset("morning mornin am pm afternoon arvo aft evening eve night lunch lunchtime noon midday".split())

TOMORROW = frozenset(
    "tomorrow tomorow tommorow tommorrow tomorro tmrw tmr tmrow tmw tomoz tom 2moro 2morrow tmro tommorro tomorrw tomrw tmrrw tmorrow "
    "mañana demain domani amanhã".split()
)

#: The day after tomorrow in one word.
OVERMORROW = frozenset("overmorrow parso übermorgen overmorgen dopodomani pojutrze".split())

TODAY = frozenset("today 2day tonight 2nite tonite 2night tdy".split())

YESTERDAY = frozenset("yesterday yest yday yesterdays ystrdy".split())

DIGITS = frozenset("0123456789")

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|sth)?")

ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")

_COUNT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)(?:[-–]\d{1,3})?")

CARDINALS = {
    word: int(number) for word, number in NUMBERS.items() if 1 <= number <= 20 and word not in ("a", "an", "one", "single", "another", "couple", "cpl", "coupla", "few", "several")
}  # fmt: skip


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


def changed(time: Time, **changes: Any) -> Time:
    """The same time, changed: every time is made for one place in one note, so that nothing else sees it."""
    for name, value in changes.items():
        setattr(time, name, value)
    return time


@dataclass(slots=True)
class Note:
    """A note cut into words, and the date from which its times are read."""

    text: str
    parts: list[str]  # the words, each with the spaces before it as a part of its own
    words: list[str]  # with empty ones after the last, so that an index a little outside of the note finds one
    size: int
    called: dt.date
    order: str
    inner: Callable[[Note, int, int], Time | None]  # the time within a few words: what "two weeks before" is before
    previous: dt.date | None = None  # the day named before: what "the Monday after" is after
    feast: dt.date | None = None  # the feast named before: "After Halloween, the Monday"
    depth: int = 0  # how many times stand inside of one another here
    known: int = 0  # a word, and
    place: int = 0  # where it starts: the place to count from

    def word(self, at: int) -> str:
        """The word at an index, or an empty one outside the note."""
        return self.words[at] if 0 <= at < self.size else ""

    def start(self, at: int) -> int:
        """Where a word starts in the text."""
        parts, known = self.parts, self.known
        if at >= known:
            self.place += sum(map(len, parts[2 * known + 1 : 2 * at + 1]))
        else:
            self.place -= sum(map(len, parts[2 * at + 1 : 2 * known + 1]))
        self.known = at
        return self.place

    def joined(self, at: int) -> bool:
        """Whether a word stands right after the one before, without a space."""
        return 0 < at < self.size and not self.parts[2 * at]

    def capital(self, at: int) -> bool:
        """Whether the word was typed with a capital first letter and small ones after it."""
        if not 0 <= at < self.size:
            return False
        start = self.start(at)
        raw = self.text[start : start + 2]
        return raw[:1].isupper() and not raw[1:].isupper()


def lowered(text: str) -> str:
    """The text in small letters, letter for letter: offsets into one hold in the other."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


PADDING = [""] * 40  # wider than any look to either side


def breaks(word: str) -> bool:
    """Whether a word is the edge of a clause: nothing, or a sign."""
    return not word or not (word[0].isalnum() or word[0] in "'’-/$%")


def day_number(word: str) -> int:
    """The day of a month that a word is (15, 15th), or 0."""
    if not word or word[0] not in DIGITS:
        return 0
    found = _DAY.fullmatch(word)
    number = int(found[1]) if found else 0
    return number if 1 <= number <= 31 else 0


def ordinal(word: str) -> int:
    if word in ORDINALS:
        return ORDINALS[word]
    found = ORDINAL.fullmatch(word) if word and word[0] in DIGITS else None
    return int(found[1]) if found else 0


def count_of(word: str) -> float:
    if not word:
        return 0
    if word in NUMBERS:
        return NUMBERS[word]
    if word[0] not in DIGITS:
        return 0
    if word == "1/2":
        return 0.5
    found = _COUNT.fullmatch(word)
    if not found:
        return 0
    return float(found[1])


_SPLIT = re.compile(r"(\d{1,3}(?:\.\d)?)(?:[-–]\d{1,3})?([a-z]+)")


def split_unit(word: str) -> tuple[float, str]:
    """6mos as 6 and month; (0, "") for a word that is no such thing."""
    found = _SPLIT.fullmatch(word)
    if not found:
        return 0, ""
    tail = found[2]
    unit = UNITS.get(tail) or {"m": "", "d": "day", "w": "week", "y": "year", "h": "hour"}.get(tail, "")
    return (float(found[1]), unit) if unit else (0, "")


def part_word(note: Note, at: int) -> str:
    word = note.words[at]
    if word in EARLY:
        return "early"
    if word in MIDDLE:
        return "mid"
    if word in LATE:
        return "late"
    if word in END:
        return "end"
    return ""
