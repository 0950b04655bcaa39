"""Units of time: so many of them from now or from another day, the next and the last one, the week of a day."""

from __future__ import annotations

import datetime as dt

from sheetsync.rules import calendar, clocks, days
from sheetsync.rules.time_words import (
    DIGITS,
    NUMBERS,
    TOMORROW,
    UNITS,
    WEEKDAYS,
    Note,
    Time,
    breaks,
    changed,
    count_of,
    split_unit,
)


def shift(start: dt.date, count: float, unit: str, sign: int = 1) -> dt.date:
    """A date so many units after (or before) another; half a month is 15 days, half a year six months."""
    whole = int(count)
    half = count - whole >= 0.5
    match unit:
        case "business":
            return calendar.add_business_days(start, round(count))
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


#: More of a unit than this is no time that anybody agrees on.
_LONGEST = {
    "minute": 600,
    "hour": 72,
    "day": 1000,
    "business": 300,
    "week": 200,
    "fortnight": 60,
    "month": 120,
    "quarter": 40,
}
_YEARS = 30


_BETWEEN = frozenset("more business working full good short odd solid whole calendar bus biz work".split())
_TENS = frozenset("twenty thirty forty".split())


def _amount(note: Note, at: int, floor: int) -> tuple[float, int]:
    """How many of a unit stand before it (the earlier end of a range), and the index where that starts; 0 for none."""
    words = note.words
    here = at - 1
    if words[here] in ("-", "–"):
        here -= 1
    if words[here] == "of":
        here -= 1
        if words[here] not in ("couple", "cpl", "number"):
            return 0, at
    if words[here] in _BETWEEN:
        here -= 1
    word, before = words[here], words[here - 1]
    count = count_of(word)
    if not count or here < floor:
        return 0, at
    if word in ("a", "an", "one") and before == "half":  # half a year
        return 0.5, here - 1
    if word == "half" and before in ("a", "and"):  # two and a half, half
        joined = here - 2 if before == "a" and words[here - 2] == "and" else here - 1
        if words[joined] == "and":
            return count_of(words[joined - 1]) + 0.5, joined - 1
        return 0.5, here - 1
    if word in ("couple", "cpl", "few") and before in ("a", "an", "the"):
        here -= 1
    elif before in _TENS and count < 10:
        count, here = count + NUMBERS[before], here - 1
    elif before == "-" and words[here - 2] in _TENS and count < 10:
        count, here = count + NUMBERS[words[here - 2]], here - 2
    if words[here - 1] in ("or", "to", "-", "–", "/") and here - 2 >= floor:
        low = count_of(words[here - 2])
        if low and low <= count:
            count, here = low, here - 2
            if words[here] in ("couple", "few") and words[here - 1] == "a":
                here -= 1
    return count, here


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
_EVERY = frozenset("every each per any other same /".split())
_BESIDE = (
    frozenset("from after before b4 prior ahead out past following on later away today".split())
    | WEEKDAYS.keys()
    | TOMORROW
)


def span_at(note: Note, at: int, floor: int, count: float = 0, first: int = -1) -> Time | None:
    """A number of units, and whether they lie ahead, behind, or last.

    Args:
        note: the note.
        at: where the unit stands, or "6mos".
        floor: where the time before this one ends.
        count: how many, and
        first: where that stands; for "6mos", which says both in one word.
    """
    words = note.words
    unit = UNITS[words[at]] if not count else split_unit(words[at])[1]
    if not count:
        count, first = _amount(note, at, floor)
    if not count:
        before = words[at - 1]
        if (
            before == "the"
            and words[at + 1] in ("before", "prior")
            and unit in ("week", "month")
            and breaks(words[at + 2])
        ):
            return Time(at - 1, at + 2, "before", count=1, unit=unit)  # the week before
        if before == "all" and unit == "week":
            return Time(at - 1, at + 1, "week", calendar.monday(note.called), vague=True, sure=False)
        if before in _EVERY or before == "all":
            return Time(at - 1, at + 1, "lasting")
        week_on = unit == "week" and (
            (words[at + 1] == "on" and words[at + 2] in WEEKDAYS)
            or (words[at + 1] == "today" and breaks(words[at - 1]))
        )
        if not (unit == "fortnight" or week_on) or before in ("last", "this", "next"):
            return None
        count, first = 1, at
    if (
        unit == "hour"
        and 13 <= count <= 23
        and words[first - 1] in ("at", "after", "until", "till", "to", "@")
        and words[at] != "hrs"
    ):
        return clocks.clock(note, first, at + 1)  # after 17 hours: the clock of those who count to 24
    if unit == "day" and words[at - 1] in ("business", "working", "bus", "biz", "work"):
        unit = "business"
    span = Time(first, at + 1, "span", count=count, unit=unit)
    if count > _LONGEST.get(unit, _YEARS):
        return changed(span, kind="lasting")
    at = _tail(note, span, at)
    after = words[at + 1]
    span.last = at + 1
    span.date = shift(note.called, span.count, unit)
    if after in _AGO and not (after == "back" and words[at + 2] in ("in", "to", "on")):
        return changed(span, last=at + 2, kind="past")
    if after == "time":
        return changed(span, last=at + 2)
    if after in _BESIDE:
        shifted = _shifted(note, span, at, after)
        if shifted is not None:
            return shifted
    span.same_day = unit in ("minute", "hour")
    lasts = after in _LASTS or (after == "-" and words[at + 2] in _LASTS)
    if lasts and words[first - 1] not in ("in", "after"):
        return changed(span, kind="lasting")
    return _ahead(note, span)


def _tail(note: Note, span: Time, at: int) -> int:
    """Where the last word of a span stands: "weeks'", "and a half", "or so", "or two", "-ish"."""
    words = note.words
    if words[at + 1] in ("'", "’") and words[at][-1] == "s":
        at += 1
    if words[at + 1] in ("and", "&") and words[at + 2 : at + 4] == ["a", "half"]:
        span.count += 0.5
        at += 3
    if words[at + 1] == "or" and words[at + 2] in ("so", "two", "2", "more", "thereabouts", "three"):
        at += 2
        if words[at + 1] in UNITS and words[at] in ("two", "2", "three"):
            at += 1
    if words[at + 1] == "ish":
        return at + 1
    return at + 2 if words[at + 1 : at + 3] == ["-", "ish"] else at


_ABOUT = frozenset(
    """
    about around abt approx like maybe say roughly at least probably perhaps another other good the next ~ only just more prob
    those these minimum closer to nearly almost up exactly circa
    """.split()
)
_AHEAD = frozenset("in within after inside".split())
_CALLS = frozenset(
    """
    reckons thinks figures guesses said says back bk agn chk rtry again call ring try up touch follow cb retry revisit check ping
    later callback recontact wait waiting ie hold off f/u c/b give phone reconnect chase talk reschedule until till til then buzz bell contact
    soon out or next email so speak meet catch fu reengage reapproach resurface nurture
    """.split()
)
_OPENS = frozenset(
    [":", "-", "=", ">", "so", "or", ",", ".", "(", ";", '"', "\n", "", "!", "?"]
)  # before words of their own
_THINKS = frozenset(
    "think mull decide chew consider look read review digest discuss ponder sleep run check sort settle watch see".split()
)
_WANTS = frozenset("want wants wanted need needs needed".split())
_WHOM = frozenset("him her me them us it".split())
_GIVES = frozenset("give call ring try gimme giving".split())
_CALL = frozenset("call back again ring try wait recontact".split())
_NOT_AHEAD = frozenset("every each per been over than was took takes lasted spent $".split())
_TRIES = frozenset("trial pilot test demo sample loan rent hire let lease contract".split())
_HAS_BEEN = frozenset("been have had has was were used".split())
_NOT_YET = frozenset("not won't wont nothing out away".split())
_HOLDING = frozenset(
    "not nothing no won't wont wouldn't can't cant cannot tied out away gone leave busy hold freeze frozen wait booked "
    "locked stuck off park pause swamped slammed committed back never don't dont abroad overseas vacation holiday ice".split()
)


def _ahead(note: Note, span: Time) -> Time:
    """Whether a bare span lies ahead: "call 6 mos", "in about two weeks"; "been with them for six months" lasts."""
    words = note.words
    here = span.first - 1
    while words[here] in _ABOUT and here > span.first - 5:
        here -= 1
    word, after = words[here], words[span.last]
    single = words[span.first] in ("a", "an", "one") and span.count == 1
    if after == "of" or (after in ("a", "per", "each") and words[span.last + 1] in UNITS):
        return changed(span, kind="lasting")
    if word == "after" and span.unit == "year" and span.count > 5:  # after 15 years with them
        return changed(span, kind="lasting")
    if word in _AHEAD:
        if word == "in" and single and words[here - 1][:1] in DIGITS:  # 900 in a month
            return changed(span, kind="lasting")
        return changed(span, first=here, sure=not span.same_day)
    if word in _NOT_AHEAD or (span.unit == "year" and span.count > 5):
        return changed(span, kind="lasting")
    if word in ("last", "past", "since"):
        return changed(span, kind="past")
    if word == "for":
        nearby = words[max(0, here - 9) : here]
        if words[here - 1] in _TRIES:  # a trial for a month
            return changed(span, kind="lasting")
        then = span.last + (words[span.last] in ("and", ","))
        if words[then] == "then" and not _CALLS.isdisjoint(words[then : then + 7]):
            return span
        been = not _HAS_BEEN.isdisjoint(nearby) and _NOT_YET.isdisjoint(nearby)
        if span.same_day or been or _HOLDING.isdisjoint(nearby):
            return changed(span, kind="lasting")
        return span
    if after == "to" and words[span.last + 1] in _THINKS:
        return span
    if after == "left":
        return changed(span, last=span.last + 1)
    if (
        words[span.first] == "another"
        or (single and words[span.first - 1] == "say")
        or (single and word in _OPENS and (breaks(after) or (after in ("he", "she", "they") and span.same_day)))
    ):
        return changed(span, sure=False)
    if single and word not in _CALL:
        given = word in _WHOM and words[here - 1] in _GIVES and not _negates(words[here - 2])
        return span if given else changed(span, kind="lasting")
    if word in _WANTS:
        return changed(span, sure=False)
    if word in _WHOM and not _CALLS.isdisjoint(words[max(0, here - 4) : here]):
        return span
    if word in _CALLS or word in _OPENS:
        return changed(span, sure=word not in _OPENS)
    return changed(span, kind="lasting")


def _negates(word: str) -> bool:
    return word in ("not", "never", "cant", "dont", "doesnt", "didnt", "wont") or word.endswith(("n't", "n’t"))


_THAT = frozenset("that this then it".split())


def _shifted(note: Note, span: Time, at: int, after: str) -> Time | None:
    """A span before, after or from another time: "two weeks before Easter", "a week on Thursday", "6 weeks from now"."""
    words = note.words
    unit = span.unit if span.unit != "business" else "day"
    single = words[span.first] in ("a", "an", "one") and span.count == 1
    weeks = unit in ("week", "fortnight")
    here = at + 2
    match after:
        case "out" | "away" | "later":
            if words[here] == "from":
                here += 1
            elif (
                after == "later"
                and unit in ("minute", "hour")
                and (breaks(words[here]) or words[here] in ("please", "only", "it"))
            ):
                return changed(span, last=here, sure=False)
            elif after == "later" or single or span.same_day or words[here] in ("of", "at", "in", "there", "on"):
                return None
            else:
                return changed(span, last=here)
        case "today":
            return changed(span, last=here, exact=True) if weeks or unit in ("month", "year") else None
        case "on" if not weeks:
            return None
        case "prior" | "ahead":
            here += words[here] in ("to", "of")
        case "from" if words[here] in _FROM_NOW:
            return changed(span, last=here + 1, exact=words[here] == "today")
        case _ if after in WEEKDAYS or after in TOMORROW:
            if not weeks or words[span.first - 1] in ("every", "next", "last"):
                return None
            if span.count != 1 and not breaks(words[span.first - 1]):
                return None
            here = at + 1
    if words[here] in _THAT and after in ("after", "from", "following") and note.previous is not None:
        date = shift(note.previous, span.count, unit)
        return changed(span, last=here + 1, kind="day", date=date, exact=True)
    inner = note.inner(note, here, at)
    sign = -1 if after in ("before", "b4", "prior", "ahead") else 1
    if inner is not None and inner.date is not None:
        base = inner.date
        if inner.months and not inner.number and not inner.part:
            base = dt.date(base.year, base.month, 1)
        date = shift(base, span.count, unit, sign)
        return changed(span, last=inner.last, kind="day", date=date, exact=inner.exact, timed=inner.timed)
    if sign < 0:  # before something that is named elsewhere: the reader of the whole note links it
        return changed(span, last=at + 2, kind="before", date=None)
    return None


def read_possessive(note: Note, at: int, floor: int) -> Time | None:
    """In a fortnight's time; this year's budget is no time."""
    if note.words[at + 1] == "time":
        count, first = _amount(note, at, floor)
        unit = UNITS[note.words[at][:-2]]
        if 0 < count <= _LONGEST.get(unit, _YEARS):
            return Time(
                first - (note.words[first - 1] == "in"),
                at + 2,
                "span",
                shift(note.called, count, unit),
                count=count,
                unit=unit,
            )
    return days.read_newyear(note, at, floor)
