"""Units of time: so many of them from now or from another day, the next and the last one, the week of a day."""

from __future__ import annotations

import datetime as dt
import re

from sheetsync.rules import calendar, clocks, days, periods
from sheetsync.rules.time_words import (
    DIGITS,
    LAST,
    NEXT,
    NUMBERS,
    TOMORROW,
    UNITS,
    WEEKDAYS,
    Note,
    Time,
    breaks,
    changed,
    count_of,
    day_number,
    ordinal,
    part_word,
    split_unit,
)


def shift(start: dt.date, count: float, unit: str, sign: int = 1) -> dt.date:
    """A date so many units after (or before) another; half a month is 15 days, half a year six months."""
    whole = int(count)
    half = count - whole >= 0.5
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


def read_unit(note: Note, at: int, floor: int) -> Time | None:
    """ "in two weeks", "next month", "the week after the 4th", "end of the year", "a 12-month contract"."""
    unit = UNITS[note.words[at]]
    before = note.words[at - 1]
    if (
        unit == "day"
        and before in ("on", "the")
        and day_number(note.words[at + 1])
        and not UNITS.get(note.words[at + 2])
    ):
        return days.day_numbered(note, at, at + 2, day_number(note.words[at + 1]))
    if unit == "day" and before == "last" and note.words[at + 1] in ("of", "in"):
        inner = note.inner(note, at + 2, at)
        if inner is not None and inner.months and not inner.number:
            inner = changed(inner, first=at - 1, part="end", date=None)
            periods.resolve(note, inner)
            return inner
    if unit in ("month", "quarter", "year") and before not in NUMBERS:  # month-end, year end
        last = at + 2 if note.words[at + 1] == "end" else at + 3 if note.words[at + 1 : at + 3] == ["-", "end"] else 0
        if last:
            return changed(periods.period_of(note, at, last, unit, 0), part="end")
    if unit == "week" and before == "last" and note.words[at + 1] in ("of", "in"):
        week = _week_words(note, at, floor)
        if week is not None:
            return week
    if unit in ("month", "quarter", "year", "week"):
        relative = _relative(note, at, unit)
        if relative is not None:
            return relative
    if before in LAST or (
        before in ("few", "couple", "two", "three", "of") and {note.words[at - 2], note.words[at - 3]} & LAST
    ):
        return Time(at - 1, at + 1, "past")
    if unit == "quarter":
        number = ordinal(before)
        if 1 <= number <= 4 and note.words[at - 2] not in ("a",):
            year, last = periods.year_after(note, at + 1)
            return Time(at - 1, last, "month", months=3, month=3 * number - 2, year=year)
        if note.words[at + 1] in ("past", "to", "of", "after", "til"):
            hour = note.words[at + 2]
            if NUMBERS.get(hour, 0) >= 1 or re.fullmatch(r"\d{1,2}(?:am|pm)?", hour):
                return clocks.clock(note, at - 1 if before == "a" else at, at + 3)
    if unit == "week":
        if before == "today" or (before == "day" and note.words[at - 2] == "this"):  # this day week
            date = note.called + dt.timedelta(days=7)
            return Time(at - 1 if before == "today" else at - 2, at + 1, "day", date, exact=True)
        if before in _BEFORE_WEEK and note.words[at + 1].isdigit() and note.words[at + 2] not in UNITS:
            return _calendar_week(note, at)
        week = _week_words(note, at, floor)
        if week is not None:
            return week
    return span_at(note, at, floor)


_FISCAL = frozenset("fiscal financial tax school academic budget calendar".split())


def _relative(note: Note, at: int, unit: str) -> Time | None:
    """Next, this, last, the coming week, month, quarter or year; the end of the month; the new year."""
    before = note.words[at - 1]
    if before in _FISCAL or note.words[at + 1] in ("-", "old"):
        return None
    if before in NEXT:
        time = periods.period_of(note, at - 1, at + 1, unit, 1)
        if note.words[at - 2] == "after" and UNITS.get(note.words[at - 3]) == unit:  # the week after next week
            return None
        if note.words[at - 2] == "time" and note.words[at - 3] in ("this", "same"):
            return Time(at - 3, at + 1, "span", shift(note.called, 1, unit), count=1, unit=unit)
        return time
    if before in ("this", "the", "current") and unit in UNITS.values():
        left = note.words[at - 2]
        left2 = note.words[at - 3]
        part = part_word(note, at - 2)
        if (
            before == "this"
            or part
            or (left == "of" and part_word(note, at - 3))
            or (left in ("of", "in") and left2 in ("later", "half", "back", "rest", "first", "part"))
        ):
            time = periods.period_of(note, at - 1, at + 1, unit, 0)
            if left == "later" or (left == "in" and left2 == "later"):
                time.first = at - 2 if left == "later" else at - 3
                time.vague = True
                time.part = "end"
                if unit == "week":
                    friday = calendar.monday(note.called) + dt.timedelta(days=4)
                    time.date = max(friday, note.called)
                elif unit == "year":
                    time.sure = False
            elif not part and not (left == "of" and part_word(note, at - 3)) and before == "this":
                time.vague = True
                time.sure = False
                if unit == "week":
                    time.date = note.called
            return time
        return None
    if before == "new" and unit == "year":
        if note.words[at - 2] in ("chinese", "lunar", "jewish", "fiscal", "financial", "happy", "a"):
            return None
        if note.words[at + 1] in ("'", "’") or note.words[at + 1] in ("resolution", "sale", "party", "model", "eve"):
            return None
        return changed(periods.period_of(note, at - 1, at + 1, "year", 1))
    if before in LAST:
        return Time(at - 1, at + 1, "past")
    if part_word(note, at - 1) and before in ("mid", "early", "late") and unit != "week":
        return periods.period_of(note, at, at + 1, unit, 0)
    if before == "-" and note.words[at - 2] == "mid":
        return periods.period_of(note, at, at + 1, unit, 0)
    if before == "of" and part_word(note, at - 2) and note.words[at - 2] not in ("top",):
        return periods.period_of(note, at, at + 1, unit, 0)
    return None


_BEFORE_WEEK = frozenset("in of calendar from until till call by".split())


def _calendar_week(note: Note, at: int) -> Time | None:
    """The Monday of a week by its number in the year: "in week 41"."""
    number = int(note.words[at + 1][:3])
    if not 1 <= number <= 52:
        return None
    dates = (dt.date.fromisocalendar(note.called.year + ahead, number, 1) for ahead in (0, 1))
    return Time(at, at + 2, "week", next((date for date in dates if date > note.called), None))


def _week_words(note: Note, at: int, floor: int) -> Time | None:
    """The week of, after or before a day; the first week of a month; the week after next; w/c."""
    before, after = note.words[at - 1], note.words[at + 1]
    number = ordinal(before) or (-1 if before == "last" else 0)
    if number and after in ("of", "in", "after", "back"):
        skip = at + 2
        while note.words[skip] in ("the", "next", "nxt", "this", "january's"):
            if note.words[skip] in ("next", "nxt", "this"):
                break
            skip += 1
        if after in ("of", "in"):
            inner = note.inner(note, skip, at)
            if inner is not None and inner.months == 1 and not inner.number:
                return changed(inner, first=at - 1, part=str(number), kind="month", date=None)
        return None
    if after == "after" and note.words[at + 2] in NEXT:
        date = calendar.monday(note.called) + dt.timedelta(days=14)
        return Time(at - 1 if before == "the" else at, at + 3, "week", date)
    if (
        after in ("of", "after", "before", "commencing", "beginning", "starting", "ending", "following", "b4")
        and not count_of(before)
        or (after in ("after", "before", "following") and before in ("a", "one", "1"))
    ):
        inner = note.inner(note, at + 2, at)
        if inner is not None and inner.date is not None:
            exactly = before in ("a", "one", "1")
            if inner.kind == "week":
                date = inner.date + dt.timedelta(
                    days={"after": 7, "following": 7, "before": -7, "b4": -7}.get(after, 0)
                )
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
        if after == "after" and before == "the" and breaks(note.words[at + 2]):
            return Time(at - 1, at + 2, "week", calendar.monday(note.called) + dt.timedelta(days=14))
    return None


def _amount(note: Note, at: int, floor: int) -> tuple[float, int]:
    """How many of a unit stand before it (the earlier end of a range), and the index where that starts; 0 for none."""
    here = at - 1
    if note.words[here] in ("-", "–"):
        here -= 1
    if note.words[here] == "of":
        here -= 1
        if note.words[here] not in ("couple", "cpl", "number"):
            return 0, at
    if note.words[here] in (
        "more",
        "business",
        "working",
        "full",
        "good",
        "short",
        "odd",
        "solid",
        "whole",
        "calendar",
        "bus",
        "biz",
        "work",
    ):
        here -= 1
    word = note.words[here]
    count = count_of(word)
    if not count or here < floor:
        return 0, at
    if word in ("a", "an", "one") and note.words[here - 1] == "half":
        return 0.5, here - 1
    if word in ("half",) and note.words[here - 1] in ("a", "and", "and-a"):
        if note.words[here - 1] == "a" and note.words[here - 2] == "and":  # two and a half
            whole = count_of(note.words[here - 3])
            return whole + 0.5, here - 3
        if note.words[here - 1] == "and":
            return count_of(note.words[here - 2]) + 0.5, here - 2
        return 0.5, here - 1
    if word in ("couple", "cpl", "few", "half") and note.words[here - 1] in ("a", "an", "the"):
        here -= 1
    elif word in ("two", "three", "five") and note.words[here - 1] in ("twenty", "thirty", "forty"):
        count += NUMBERS[note.words[here - 1]]
        here -= 1
    elif word == "five" and note.words[here - 1] == "-" and note.words[here - 2] in ("forty", "twenty", "thirty"):
        count += NUMBERS[note.words[here - 2]]
        here -= 2
    if note.words[here - 1] in ("or", "to", "-", "–", "/") and here - 2 >= floor:
        low = count_of(note.words[here - 2])
        if low and low <= count:
            count, here = low, here - 2
            if note.words[here] in ("couple", "few") and note.words[here - 1] == "a":
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


def span_at(note: Note, at: int, floor: int, count: float = 0, first: int = -1) -> Time | None:
    """A number of units, and whether they lie ahead, behind, or last."""
    unit = UNITS[note.words[at]] if not count else split_unit(note.words[at])[1]
    if not count:
        count, first = _amount(note, at, floor)
    before = note.words[first - 1] if count else note.words[at - 1]
    after = note.words[at + 1]
    if not count:
        bare_week = unit == "week" and after == "on" and note.words[at + 2] in WEEKDAYS
        if (unit == "fortnight" or bare_week) and before not in ("every", "each", "per", "last", "this", "next", "all"):
            count, first = 1, at
        else:
            if before == "all" and unit == "week":
                return Time(at - 1, at + 1, "week", calendar.monday(note.called), vague=True, sure=False)
            if before in ("every", "each", "per", "all", "any", "other", "same", "/"):
                return Time(at - 1, at + 1, "lasting")
            return None
    if unit == "day" and note.words[at - 1] in ("business", "working", "bus", "biz", "work"):
        unit = "business"
    span = Time(first, at + 1, "span", count=count, unit=unit)
    if count > _LONGEST.get(unit, 30):
        return changed(span, kind="lasting")
    ahead = (
        calendar.add_business_days(note.called, round(count)) if unit == "business" else shift(note.called, count, unit)
    )
    if note.words[at] in ("weeks", "wks", "months", "years", "days") and after in ("'", "’"):
        at += 1
        after = note.words[at + 1]
    if after in ("and", "&") and note.words[at + 2] == "a" and note.words[at + 3] == "half":
        count += 0.5
        ahead = shift(note.called, count, unit)
        at += 3
        after = note.words[at + 1]
        span = changed(span, last=at + 1, count=count)
    if note.words[at + 1] == "or" and note.words[at + 2] in ("so", "two", "2", "more", "thereabouts", "three"):
        at += 2
        if note.words[at + 1] in UNITS and note.words[at] in ("two", "2", "three"):
            at += 1
        after = note.words[at + 1]
        span = changed(span, last=at + 1)
    if after == "ish" or (after == "-" and note.words[at + 2] == "ish"):
        at += 1 if after == "ish" else 2
        after = note.words[at + 1]
    span.last = at + 1
    if after in _AGO and not (after == "back" and note.words[at + 2] in ("in", "to", "on")):
        return changed(span, last=at + 2, kind="past")
    if after == "time" or (after in ("'s", "s") and note.words[at + 2] == "time"):
        return changed(span, last=at + (2 if after == "time" else 3), date=ahead, kind="span")
    if (
        after in ("from", "after", "before", "b4", "prior", "ahead", "out", "past", "following", "on", "later", "away")
        or after in WEEKDAYS
        or after in TOMORROW
        or after == "today"
    ):
        shifted = _shifted(note, span, at, after, ahead)
        if shifted is not None:
            return shifted
    if unit in ("minute", "hour", "business"):
        span.same_day = unit != "business"
    if note.words[at] in ("week's", "weeks'", "year's"):
        return changed(span, kind="lasting")
    span.date = ahead
    if after in _LASTS or (after == "-" and note.words[at + 2] in _LASTS):
        if not (after in ("call", "of") and before in ("in",)) and before not in ("in", "after"):
            return changed(span, kind="lasting")
    return _ahead(note, span, before)


_ABOUT = frozenset(
    "about around abt approx like maybe say roughly at least probably perhaps another other good the next ~ only just more a prob another. "
    "those these minimum within- closer to nearly almost up exactly circa".split()
)

_AHEAD = frozenset("in within after inside w/in im i8n".split())

_CALLS = frozenset(
    """
    reckons thinks figures guesses back bk agn chk rtry again call ring try up touch follow cb retry revisit check ping later callback recontact wait
    hold off f/u c/b give phone reconnect chase talk reschedule until till til in- then then- buzz bell contact soon out or next
    said says email - : = > so speak meet catch fu reengage reapproach resurface nurture , ( . ; "
    """.split()
) | {"\n"}

_THINKS = frozenset(
    "think mull decide chew consider look read review digest discuss ponder sleep run check sort settle".split()
)
_WHOM = frozenset("him her me them us it".split())

_HOLDING = frozenset(
    "not nothing no won't wont wouldn't can't cant cannot tied out away gone leave busy hold freeze frozen wait booked "
    "locked stuck off park pause swamped slammed committed back never don't dont abroad overseas vacation holiday ice".split()
)


def _ahead(note: Note, span: Time, before: str) -> Time:
    """Whether a bare span lies ahead: "call 6 mos", "in about two weeks"; "been with them for six months" lasts."""
    here = span.first - 1
    for _ in range(4):
        if note.words[here] in _ABOUT:
            here -= 1
    word = note.words[here]
    single = note.words[span.first] in ("a", "an", "one") and span.count == 1
    if note.words[span.last] == "of" or (
        note.words[span.last] in ("a", "per", "each") and note.words[span.last + 1] in UNITS
    ):
        return changed(span, kind="lasting")
    if word in _AHEAD:
        if word == "in" and single and note.words[here - 1][:1] in DIGITS:  # 900 in a month
            return changed(span, kind="lasting")
        span.first = here
        if word == "within" or span.unit in ("minute", "hour"):
            span.sure = span.unit not in ("minute", "hour")
        return span
    if span.unit == "year" and span.count > 5:
        return changed(span, kind="lasting")
    if word in ("every", "each", "per", "been", "over", "than", "was", "took", "takes", "lasted", "spent", "$"):
        return changed(span, kind="lasting")
    if word == "for":
        if span.unit in ("minute", "hour"):
            return changed(span, kind="lasting")
        nearby = set(note.words[max(0, here - 9) : here])
        if nearby & {"been", "have", "had", "has", "was", "were", "used"} and not nearby & {
            "not",
            "won't",
            "wont",
            "nothing",
            "out",
            "away",
        }:
            return changed(span, kind="lasting")
        if nearby & _HOLDING:
            return span
        return changed(span, kind="lasting")
    if word in ("last", "past", "since"):
        return changed(span, kind="past")
    if note.words[span.last] == "to" and note.words[span.last + 1] in _THINKS:
        return span
    if note.words[span.last] == "left":
        return changed(span, last=span.last + 1)
    if note.words[span.first] == "another" and word not in _AHEAD:
        span.sure = False
        return span
    if single and (word in ("so", ",", ".", "", '"', "\n", "!", "?", ";")) and breaks(note.words[span.last]):
        span.sure = False
        return span
    if (
        single
        and word not in ("call", "back", "again", "ring", "try", "wait", "recontact")
        and (
            word not in ("it", "me", "him", "her", "them")
            or note.words[here - 1] not in ("give", "call", "ring", "try", "gimme", "giving")
            or _negates(note.words[here - 2])
        )
    ):
        return changed(span, kind="lasting")
    if word in _WHOM and set(note.words[max(0, here - 4) : here]) & _CALLS:
        return span
    if word in _CALLS or not word:
        span.sure = word not in (",", "(", ".", ";", "", ":", "-", '"', "or", "so", "=", ">", "\n")
        return span
    return changed(span, kind="lasting")


def _negates(word: str) -> bool:
    return word in ("not", "never", "cant", "dont", "doesnt", "didnt", "wont") or word.endswith(("n't", "n’t"))


def _shifted(note: Note, span: Time, at: int, after: str, ahead: dt.date) -> Time | None:
    """A span before, after or from another time: "two weeks before Easter", "a week on Thursday", "6 weeks from now"."""
    unit = span.unit if span.unit != "business" else "day"
    if after in ("out", "away", "later"):
        if note.words[at + 2] in ("from", "of", "at", "in", "there", "on"):
            if note.words[at + 2] != "from":
                return None
            at += 1
        elif (
            after == "later"
            or (note.words[span.first] in ("a", "an", "one") and span.count == 1)
            or unit in ("minute", "hour")
        ):
            return None
        else:
            return changed(span, last=at + 2, date=ahead)
    here = at + 2
    if after == "today":
        return (
            changed(span, last=here, date=ahead, exact=True) if unit in ("week", "fortnight", "month", "year") else None
        )
    if after in WEEKDAYS or after in TOMORROW:
        if note.words[span.first - 1] in ("every", "next", "last"):
            return None
        if unit not in ("week", "fortnight") or (span.count != 1 and not breaks(note.words[span.first - 1])):
            return None
        here = at + 1
    if after == "prior" or after == "ahead":
        here += note.words[here] in ("to", "of")
    if after == "from" and note.words[here] in _FROM_NOW:
        return changed(span, last=here + 1, date=ahead)
    if after == "on" and unit not in ("week", "fortnight"):
        return None
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
        if count:
            unit = UNITS[note.words[at][:-2]]
            return Time(
                first - (note.words[first - 1] == "in"),
                at + 2,
                "span",
                shift(note.called, count, unit),
                count=count,
                unit=unit,
            )
    return days.read_newyear(note, at, floor)
