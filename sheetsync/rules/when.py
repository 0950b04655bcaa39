"""Times in notes, read from the date of the call: which are named, and which one is the next step's."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sheetsync.model import Outcome
from sheetsync.rules import calendar, roles, spans, times
from sheetsync.rules.role_words import UNTIL, Role
from sheetsync.rules.time_words import Note, Time
from sheetsync.rules.times import named

__all__ = ["FUTURE", "Mention", "Role", "choose", "mentions", "named"]

#: Roles that can be the time of a follow-up.
FUTURE = (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT)


class Mention(NamedTuple):
    """One time named in a note. ``date`` is read from the date of the call, before weekends are skipped."""

    # A tuple and not a frozen dataclass: a tenth of a note's reading time went into making those.
    start: int  # where the words stand in the note
    end: int
    words: str  # as the rep typed them
    date: dt.date | None  # None where the role is no future one
    role: Role
    exact: bool = False  # a particular day was named, not a week, a month or "early" in one
    same_day: bool = False  # later on the day of the call
    timed: bool = False  # with a time of day
    clock: bool = False  # only a time of day was named
    vague: bool = False  # "this year", or followed by a question mark
    sure: bool = True  # False where the words alone do not say that a time ahead is meant: "12 months", "this week"
    span: bool = False  # named as so many days, weeks or months on
    cue: str = ""  # the word beside it that gave the role


def mentions(text: str, called: dt.date, *, date_order: str = "mdy") -> tuple[Mention, ...]:
    """Every time named in a note, in the order of the words, those that are no follow-up included.

    Args:
        text: the note as typed.
        called: the date of the call, from which times are read; nothing is read from today.
        date_order: how 3/4 is read: ``mdy``, ``dmy`` or ``ymd`` (read as ``mdy`` where there is no year).
    """
    if not 100 < called.year < 9900:  # the first and the last years that a date can hold: no years around them
        return ()
    note, found = times.find(text, called, date_order)
    if note is None or not found:
        return ()
    read = []
    for number, time in enumerate(found):
        after = found[number + 1].first if number + 1 < len(found) else note.size
        role, cue = roles.role_of(note, time, after)
        read.append(_mention(note, time, role, cue))
    if any(time.kind == "before" for time in found):
        _link_before(note, found, read)
    if len(found) > 1:
        _link_days(note, found, read)
    return tuple(read)


def _mention(note: Note, time: Time, role: Role, cue: str) -> Mention:
    start = note.start(time.first)
    end = note.start(time.last - 1) + len(note.words[time.last - 1])
    date = time.date
    if date == note.called and time.kind == "month" and role is Role.STATED and not time.same_day:
        role = Role.DURATION  # month-end, said on the last of the month: how it is, and no time ahead
    if role not in FUTURE or (date is not None and date < note.called):
        date = None
        if role in FUTURE:
            role = Role.PAST
    return Mention(
        start,
        end,
        note.text[start:end],
        date,
        role,
        time.exact,
        time.same_day,
        time.timed,
        time.kind == "clock",
        time.vague or note.words[time.last] == "?",
        time.sure,
        time.kind == "span",
        cue,
    )


def _link_before(note: Note, found: list[Time], read: list[Mention]) -> None:
    """Count back "45 days before" from the time that stands nearest: the one before it, or else the one after."""
    for number, time in enumerate(found):
        if time.kind != "before" or note.words[time.first - 1] in ("not", "never"):
            continue
        others = (*range(number - 1, number - 9, -1), *range(number + 1, number + 9))
        for other in others:
            if not 0 <= other < len(found):
                continue
            base = found[other].date
            if base is not None and read[other].role in FUTURE and base > note.called:
                unit = time.unit if time.unit != "business" else "day"
                date = spans.shift(base, time.count, unit, -1)
                if date <= note.called and note.words[time.first] == "the":  # same the week before
                    break
                date = max(date, note.called)
                read[number] = read[number]._replace(date=date, role=Role.NEXT, cue="before", exact=True)
                if read[other].role is not Role.EVENT:
                    read[other] = read[other]._replace(role=Role.EVENT, cue="before")
                break
        else:  # "three months before they are settled": as long as that from now
            if note.words[time.first] == "the":
                continue
            date = spans.shift(note.called, time.count, time.unit)
            read[number] = read[number]._replace(date=date, role=Role.STATED, sure=False)


#: A month named before a bare day of a month is that day's month for so many words, "End of August, he said. He wrote down the
#: 25th", unless something of theirs happens in it: "renewal is in May, wants to talk on the 12th" is the next 12th.
_NEARBY = 30
_GATES = frozenset("til till until before".split())


def _link_days(note: Note, found: list[Time], read: list[Mention]) -> None:
    """Read a day of a month in the month that was named before it; a day in a month named too says it more closely."""
    month: int | None = None  # the month, or the feast, named last
    coarse: int | None = None  # the month named last
    back: int | None = None  # the day named last that somebody is back on
    for number, time in enumerate(found):
        mention = read[number]
        if month is not None and mention.date is not None and time.first - found[month].last <= _NEARBY:
            base = read[month]
            if time.number and not time.months and not mention.same_day:
                linked = _in_month_of(note, time, found[month], base)
                if linked is not None and linked > note.called:
                    read[number] = mention = mention._replace(date=linked)
        if coarse is not None and mention.exact and mention.date is not None:
            _prefer_day(read, coarse, number)
            mention = read[number]
        if mention.date is None:
            continue
        if time.kind == "clock" and back is not None and mention.role is Role.NEXT and number == back + 1:
            read[number] = mention._replace(date=read[back].date, same_day=False)  # back Monday, try after lunch
        if mention.role is Role.BACK and mention.exact:
            back = number
        if time.months == 1 and not mention.exact:
            coarse = number
        if (time.months == 1 and (not time.number or mention.role is not Role.PAST)) or time.feast:
            month = number


def _in_month_of(note: Note, time: Time, month: Time, base: Mention) -> dt.date | None:
    """The day of a bare number in the month that was named, or None where the two do not belong together."""
    assert base.date is not None
    if "not" in note.words[max(0, month.first - 2) : month.first]:
        return None
    if base.role is Role.EVENT and _GATES.isdisjoint(note.words[month.last : time.first]):
        return None
    date = base.date
    if date.month != month.month and month.months:  # after it is over: the day is in the month that comes then
        return None
    found = calendar.day(date.year, date.month, time.number)
    if found.day != time.number or (month.number and found < date):
        return None
    if time.kind == "week":
        return calendar.monday(found)
    if time.weekday >= 0 and found.weekday() != time.weekday:
        return None
    return found


def _prefer_day(read: list[Mention], month: int, day: int) -> None:
    """Let a day of a month stand for the month, where both are times ahead: it says the same more closely."""
    coarse, exact = read[month], read[day]
    if exact.role not in FUTURE or coarse.role not in FUTURE or coarse.date is None or exact.date is None:
        return
    if (coarse.date.year, coarse.date.month) != (exact.date.year, exact.date.month):
        return
    if FUTURE.index(coarse.role) <= FUTURE.index(exact.role):
        read[day] = exact._replace(role=coarse.role, cue=exact.cue or coarse.cue)


# --- the next step -----------------------------------------------------------------------------------------------

#: Which times can be the next step's, by outcome, the likelier first.
_PREFERS: dict[Outcome, tuple[Role, ...]] = {
    Outcome.APPOINTMENT: (Role.NEXT, Role.STATED),
    Outcome.INTERESTED: (Role.NEXT, Role.STATED, Role.BACK),
    Outcome.LATER: (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT),
    Outcome.FIRM_NO: (),
    Outcome.MAYBE: (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT),
    Outcome.CALLBACK: (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT),
    Outcome.GATEKEEPER: (Role.NEXT, Role.BACK, Role.STATED),
    Outcome.NO_CONTACT: (Role.NEXT, Role.BACK, Role.STATED),
    Outcome.BAD_NUMBER: (),
    Outcome.REVIEW: (),
}


def matters(outcome: Outcome) -> bool:
    """Whether a time named in a note can be the next step's at all after this outcome."""
    return bool(_PREFERS[outcome])


def choose(text: str, found: tuple[Mention, ...], outcome: Outcome, called: dt.date) -> Mention | None:
    """The time of the next step that was agreed, or None where the outcome's default counts.

    Args:
        text: the note that ``found`` was read from.
        found: what ``mentions`` gave for it.
        outcome: what happened on the call: it says which kinds of time can be the next step's.
        called: the date of the call.
    """
    prefers = _PREFERS[outcome]
    best: Mention | None = None
    best_rank: tuple[float, ...] = ()
    for mention in found:
        if mention.date is None:
            continue
        role = _role_for(mention, outcome, called)
        if role in prefers and _counts(text, mention, outcome):
            rank = _rank(mention, outcome, prefers.index(role))
            if best is None or rank >= best_rank:  # of two that say the same, what the note ends on
                best, best_rank = mention, rank
    return best


def _rank(mention: Mention, outcome: Outcome, preference: int) -> tuple[float, ...]:
    """How likely a time is the next step's; a meeting is on a day rather than in a week, and at an hour."""
    meeting = outcome is Outcome.APPOINTMENT
    asked_today = mention.clock or mention.role is Role.NEXT
    return (
        mention.sure,
        not mention.same_day or (asked_today and not meeting),
        mention.exact or not meeting,
        -max(preference, mention.vague),
        not mention.clock,
        mention.timed or not meeting,
        bool(mention.cue) and mention.cue not in UNTIL,
    )


#: A date that something starts or is due on is the next step's for somebody who wants it.
_STARTS = frozenset("start starts begin begins due".split())
_DOOR_DAYS = 14


def _role_for(mention: Mention, outcome: Outcome, called: dt.date) -> Role:
    """A time's role in the light of the outcome: an event of theirs can be the step itself."""
    if not mention.exact or mention.date is None:
        return mention.role
    if mention.role is not Role.EVENT:
        at_the_back = mention.role is Role.BACK and mention.timed and outcome is Outcome.APPOINTMENT
        return Role.STATED if at_the_back else mention.role
    match outcome:
        case Outcome.INTERESTED if mention.cue in _STARTS:
            return Role.STATED
        case Outcome.GATEKEEPER if mention.cue in _STARTS and mention.cue != "due":  # the new buyer starts on the 1st
            return Role.BACK
        case Outcome.APPOINTMENT if (mention.date - called).days <= _DOOR_DAYS:  # has the door open for me Thursday
            return Role.STATED
    return mention.role


def _counts(text: str, mention: Mention, outcome: Outcome) -> bool:
    """Whether a time says enough to act on for this outcome."""
    if mention.same_day and not _acts_today(mention, outcome):
        return False
    if mention.role is Role.STATED and not mention.cue and not _says_enough(text, mention, outcome):
        return False
    if mention.sure:
        return True
    asked = outcome in (Outcome.LATER, Outcome.CALLBACK) and mention.role in (Role.NEXT, Role.STATED)
    return asked and not mention.vague


_AGAIN = frozenset("again back try retry ring callback cb then later catch".split())


def _acts_today(mention: Mention, outcome: Outcome) -> bool:
    """Whether a time later on the day of the call is a time to act, not of what is being done or was tried already."""
    match outcome:
        case Outcome.INTERESTED:
            return mention.cue == "by"  # the price, by this evening
        case Outcome.APPOINTMENT:
            return not mention.span or mention.words[:3].lower() == "in "  # twenty minutes is a meeting's length
        case Outcome.CALLBACK:
            return True
        case Outcome.GATEKEEPER | Outcome.NO_CONTACT:
            return mention.cue in _AGAIN or mention.role is Role.BACK
    return False


_COMING = frozenset("coming comes office here there".split())


def _says_enough(text: str, mention: Mention, outcome: Outcome) -> bool:
    """Whether a time without any word beside it is one to act on: it may be anybody's, most of all a receptionist's."""
    match outcome:
        case Outcome.MAYBE | Outcome.INTERESTED:
            return mention.exact or mention.span
        case Outcome.GATEKEEPER | Outcome.NO_CONTACT:
            before = text[max(0, mention.start - 40) : mention.start].rstrip(" \t")
            return not before or not before[-1].isalnum() or not _COMING.isdisjoint(before.lower().split())
    return True
