"""The grammar of times: finds every date, weekday, period, span and time of day in a note, and the day that it means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import compress

from sheetsync.rules import calendar, clocks, days, feasts, joins, numbers, periods, spans, units
from sheetsync.rules.time_words import (
    DAY_PARTS,
    DIGITS,
    MONTHS,
    NEXT,
    NEXT_OR_THIS,
    ORDINALS,
    OVERMORROW,
    PADDING,
    SEASONS,
    TODAY,
    TOKEN,
    TOMORROW,
    UNITS,
    WEEKDAYS,
    YESTERDAY,
    Note,
    Time,
    breaks,
    lowered,
    part_word,
)


def find(text: str, called: dt.date, order: str) -> tuple[Note | None, list[Time]]:
    """The note in words and the times in it; no note where no word of time stands in the text at all."""
    parts = TOKEN.split(lowered(text).replace("’", "'"))
    words = parts[1::2]
    hits = list(compress(range(len(words)), map(_TELLS.__getitem__, words)))
    if not hits:
        return None, []
    size = len(words)
    words += PADDING
    note = Note(text, parts, words, size, called, order, _inner, place=len(parts[0]))
    found: list[Time] = []
    done = 0
    for at in hits:
        if at < done:
            continue
        time = _read(note, at, done)
        if time is not None:
            if not (found and joins.or_else(note, found[-1], time)):
                found.append(time)
            if time.exact or time.feast:
                note.previous = time.date
            done = time.last
    return note, found


def named(tokens: Iterable[str]) -> bool:
    """Whether a time may stand among words, as the phrases' reader cuts a note: without one, ``find`` finds none either."""
    return any(map(_MAY_TELL.__getitem__, tokens))


class _Tells(dict[str, bool]):
    """Whether a word tells of a time: a word of time, or a number that is no mere amount; words read once are remembered."""

    def __missing__(self, word: str) -> bool:
        found = word in ANCHORS
        if not found and word[0] in DIGITS:
            value = int(word) if word.isdigit() and len(word) <= _LONGEST_NUMBER else 0
            found = (
                value <= 31 or 1990 <= value <= 2100 or (100 <= value < 1300 and value % 100 in (0, 15, 30, 45))
            )  # what is neither a day nor a year nor an hour, numbers.read_number passes over
        return _remembered(self, word, found)


class _MayTell(dict[str, bool]):
    """The same of several words in one, as in "9-5", "and/or" or "o'clock"."""

    def __missing__(self, token: str) -> bool:
        if token.isalpha() and token.isascii():
            return _remembered(self, token, token.lower() in ANCHORS)
        words = TOKEN.findall(lowered(token).replace("’", "'"))
        return _remembered(self, token, any(map(_TELLS.__getitem__, words)))


def _remembered(known: dict[str, bool], word: str, found: bool) -> bool:
    if len(word) <= _LONGEST_WORD:
        if len(known) >= _MANY_WORDS:
            known.clear()
        known[word] = found
    return found


_LONGEST_NUMBER, _LONGEST_WORD, _MANY_WORDS = 12, 40, 60_000
_TELLS, _MAY_TELL = _Tells(), _MayTell()


def _possessive(note: Note, at: int, floor: int) -> Time | None:
    """Friday's fine, March'd be better; but not "Friday's email", nor "June's the boss"."""
    word, after = note.words[at], note.words[at + 1]
    base, _, ending = word.replace("’", "'").partition("'")
    if ending == "s" and after not in _AFTER_IS and not breaks(after):
        return None
    if base in ("april", "may", "june", "august", "jan") and (ending == "s" and after not in _SUITS):
        return None
    note.words[at] = base
    return core(note, at, floor)


_SUITS = frozenset(
    "fine good better best ok okay great perfect easier when ideal quieter quiet free open fully bad".split()
)
_AFTER_IS = _SUITS | frozenset(
    "the out no not his her a meeting demo appt appointment call visit chat lunch session slot grand".split()
)


def _read(note: Note, at: int, floor: int) -> Time | None:
    """The time whose telling word stands at an index, with the words before and after that belong to it."""
    time = core(note, at, floor)
    if time is None or time.kind in ("past", "lasting"):
        return time
    _widen(note, time, floor)
    _join(note, time)
    periods.resolve(note, time)
    return time


def core(note: Note, at: int, floor: int) -> Time | None:
    word = note.words[at]
    reader = ANCHORS.get(word) or (numbers.read_number if word[0] in DIGITS else None)
    return reader(note, at, floor) if reader else None


def _inner(note: Note, at: int, floor: int) -> Time | None:
    """The time that starts within a few words, with its own words before it, resolved.

    A time may stand inside of one that stands inside of another, and no deeper: so the work stays in step with the
    length of the text, whatever the text.
    """
    if note.depth >= 2:
        return None
    note.depth += 1
    time = _within(note, at, floor)
    note.depth -= 1
    return time


def _within(note: Note, at: int, floor: int) -> Time | None:
    for here in range(at, min(at + 4, note.size)):
        word = note.words[here]
        if word in ANCHORS or word[0] in DIGITS:
            time = core(note, here, at)
            if time is None and word[0] not in DIGITS:
                continue
            if time is None or time.kind in ("past", "lasting", "clock", "span"):
                return None
            _widen(note, time, at)
            _join(note, time)
            periods.resolve(note, time)
            return time
        if word not in _BETWEEN:
            return None
    return None


#: Words that may stand between "two weeks before" and what it is before.
_BETWEEN = (
    frozenset(
        "the of this on end to early mid late their his her first beginning start renewal around about that last".split()
    )
    | NEXT
)


def _widen(note: Note, time: Time, floor: int) -> None:
    """Take in the words before a time that say which part of it, or what comes after it."""
    here = time.first - 1
    while here >= floor and note.words[here] in _THE and here > time.first - 4:
        here -= 1
    if here < floor:
        return
    word, before = note.words[here], note.words[here - 1]
    if time.feast:
        _widen_feast(note, time, here, word)
    elif time.part == "end" and word == "after":
        _after(time, here)
    elif (time.months and not time.number and not time.part) or time.kind == "week":
        close = here == time.first - 1
        part = part_word(note, here)
        if part and not (close and (word == "close" or (word == "end" and time.kind == "week"))):
            if before in ("to", "or", "/", "-") and part_word(note, here - 2):  # mid to late March
                part, here = part_word(note, here - 2), here - 2
            _take_part(note, time, here, part)
        elif word == "half" and close and time.months == 1 and not time.unit:  # half January
            time.first, time.part = here, "mid"
        elif word == "half" and before in ("first", "1st", "second", "2nd", "back", "latter"):
            time.first, time.part = here - 1, "" if before in ("first", "1st") else "half"
            time.vague, time.sure = False, True
        elif word in ("after", "past", "post") and here >= time.first - 2 and before not in UNITS:
            if time.unit == "year" and time.count == 1:
                time.first = here
            else:
                _after(time, here)


_THE = frozenset("the of in - this part to".split())


def _widen_feast(note: Note, time: Time, here: int, word: str) -> None:
    """After Easter is the business day after it, before Christmas the one before."""
    if time.date is None:
        return
    if word in ("after", "past", "following", "post"):
        note.feast = time.date
        if (time.date.month, time.date.day) == (12, 25):  # after Christmas is after the holidays
            time.first, time.date, time.feast = here, calendar.first_business_day(time.date.year + 1, 1), False
            return
        time.first, time.date = here, calendar.business_day_from(time.date + dt.timedelta(days=1))
    elif word in ("before", "b4"):
        time.first, time.date = here, calendar.business_day_until(time.date - dt.timedelta(days=1))
        time.vague = True


def _after(time: Time, here: int) -> None:
    """Make a week or a period of months mean what comes after it."""
    time.first = here
    if time.kind == "week" and time.date:
        time.date = calendar.monday(time.date) + dt.timedelta(days=7)
        time.sure = True
    elif time.months:
        time.part, time.date = "after", None


def _take_part(note: Note, time: Time, here: int, part: str) -> None:
    """Early, mid, late or the end of a week or of a period of months."""
    time.first = here - 1 if note.words[here - 1] == "the" else here
    time.vague, time.sure = False, True
    after = part == "end" and note.words[time.first - 1] == "after"
    if time.kind == "week" and time.date:
        start = calendar.monday(time.date)
        time.date = max(note.called, start + dt.timedelta(days={"early": 0, "mid": 2, "late": 4, "end": 4}[part]))
    else:
        time.part = part
        if time.year and time.unit and time.count == 0 and periods.date_of(time, time.year) <= note.called:
            start = calendar.add_months(dt.date(time.year, time.month, 1), time.months)  # the end of it is over
            time.year, time.month = start.year, start.month
    if after:
        _after(time, time.first - 1)


_JOINS = frozenset(", the on in of at around about ( - @ for probably maybe say like either um uh er".split())


def _join(note: Note, time: Time) -> None:
    """Take in the time that follows and says the same more closely: "Tuesday 10th", "next week, Thursday", "Friday at 2"."""
    for _ in range(3):
        here = _next_word(note, time)
        word = note.words[here]
        skipped = here > time.last
        if word in DAY_PARTS:
            if skipped and (word not in _PARTS_ALONE or note.words[here - 1] not in ("at", "in", "the", "-")):
                return
            time.last = here + 1
            time.timed = time.timed or word in ("noon", "midday", "lunch", "lunchtime")
            continue
        if word in _ABOUT_HOURS and time.kind in ("weekday", "day") and time.exact and not time.timed:
            hour = core(note, here + 1, here + 1) if here + 1 < note.size else None  # tomorrow after 9
            if hour is not None and hour.kind == "clock":
                time.last, time.timed = hour.last, True
            return
        if note.words[time.last] == "in" and time.kind == "weekday" and _weeks_on(note, time, time.last):
            continue
        if word == "one" and time.kind in ("weekday", "day"):  # Friday at one; a bare "one" stands in many notes
            other = clocks.read_hour(note, here, here)
            if other is not None:
                time.last, time.timed = other.last, True
            return
        if (word not in ANCHORS and word[:1] not in DIGITS) or time.kind == "span":
            return
        other = core(note, here, here)
        if (
            other is None
            and time.months == 1
            and not time.number
            and note.words[here - 1] in ("around", "about", "say", "circa")
        ):
            value = int(word) if word.isdigit() and len(word) <= 2 else 0
            if 1 <= value <= 31 and breaks(note.words[here + 1]):  # the end of April, around 25
                time.number, time.last, time.exact, time.part = value, here + 1, True, ""
            return
        if other is None and time.kind == "weekday" and not skipped and word.isdigit():
            other = joins.bare_number(note, time, here)
            if time.last > here:
                return
        if other is None or not joins.merge(note, time, other):
            return


_ABOUT_HOURS = frozenset("after before b4 by past til till until".split())


def _weeks_on(note: Note, time: Time, at: int) -> bool:
    """Move a weekday to the week that "in two weeks" after it names; whether it does."""
    for here in (at + 1, at + 2):
        if note.words[here] in UNITS:
            span = core(note, here, at)
            if span is None or span.kind != "span" or span.unit not in ("week", "fortnight") or span.date is None:
                return False
            time.last, time.date = span.last, calendar.monday(span.date) + dt.timedelta(days=time.weekday)
            return True
    return False


def _next_word(note: Note, time: Time) -> int:
    """Where the next word that says something stands: "Tuesday, the 5th", "the Monday right after, the 20th"."""
    here = time.last
    while note.words[here] in _JOINS and here < time.last + 2:
        here += 1
    if time.kind == "weekday" and (note.words[here] in ("right", "after") or note.words[here - 1] == "after"):
        comma = here
        while note.words[comma] in ("right", "after") and comma < here + 2:
            comma += 1
        if note.words[comma] == "," and note.words[comma + 1] in ("the", "on"):
            here = comma + 2
    if note.words[here] in NEXT_OR_THIS and note.words[here + 1] in ANCHORS:
        here += 1
    return here


#: The parts of a day that may stand a word away from it: "Friday at noon", "Monday in the morning".
_PARTS_ALONE = frozenset("noon morning afternoon lunch lunchtime midday evening".split())


Reader = Callable[[Note, int, int], "Time | None"]

ANCHORS: dict[str, Reader] = {
    **dict.fromkeys(UNITS, units.read_unit),
    **dict.fromkeys(MONTHS, periods.read_month),
    **dict.fromkeys(WEEKDAYS, days.read_weekday),
    **dict.fromkeys(
        ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"), days.read_plural_weekday
    ),
    **dict.fromkeys(SEASONS, periods.read_season),
    **dict.fromkeys(ORDINALS, numbers.read_ordinal_word),
    **dict.fromkeys(TOMORROW, days.read_tomorrow),
    **dict.fromkeys(OVERMORROW, days.read_overmorrow),
    **dict.fromkeys(TODAY, days.read_today),
    **dict.fromkeys(YESTERDAY, days.read_yesterday),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), periods.read_quarter_name),
    **dict.fromkeys(("eom", "eoq", "eoy", "eow", "eod", "cob"), periods.read_end_name),
    **dict.fromkeys(("weekend", "wkend", "wknd"), days.read_weekend),
    **dict.fromkeys(feasts.FIRST - MONTHS.keys() - WEEKDAYS.keys(), feasts.read_feast),
    **dict.fromkeys(("holidays", "hols", "holiday"), days.read_holidays),
    **dict.fromkeys(
        (f"{unit}{mark}s" for unit in ("day", "week", "fortnight", "month", "year") for mark in "'’"),
        spans.read_possessive,
    ),
    **dict.fromkeys(
        ("noon midday lunch lunchtime morning afternoon arvo evening teatime suppertime dinnertime").split(),
        clocks.read_day_part,
    ),
    "half": clocks.read_half,
    **dict.fromkeys(("twenty", "thirty"), numbers.read_tens),
    **dict.fromkeys("two three four five six seven eight nine ten eleven twelve".split(), clocks.read_hour),
    **{
        f"{name}{mark}{ending}": _possessive
        for name in (*WEEKDAYS, *MONTHS, "tomorrow")
        for mark in "'’"
        for ending in ("s", "d", "ll")
        if len(name) > 3
    },
}
