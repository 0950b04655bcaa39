"""The next date and the next action of a call, which later row closes it, and the list of what is open (RULES 4)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sheetsync.model import ADVANCED, Call, Outcome, Verdict
from sheetsync.rules import calendar, count
from sheetsync.rules.reading import Reading
from sheetsync.settings import Settings, folded

_Default = Callable[[dt.date, Settings], dt.date]

#: Where nothing else names a date. Business days are business days even where weekends are not skipped.
_DEFAULTS: dict[Outcome, tuple[_Default, str]] = {
    Outcome.FIRM_NO: (lambda d, s: calendar.add_months(d, s.firm_no_months), "a firm no"),
    Outcome.LATER: (lambda d, s: calendar.add_months(d, s.later_months), "a later time that nobody wrote down"),
    Outcome.APPOINTMENT: (
        lambda d, s: calendar.add_business_days(d, s.appointment_days),
        "an appointment without a date",
    ),
    Outcome.INTERESTED: (lambda d, s: calendar.add_business_days(d, s.interested_days), "interest"),
    Outcome.MAYBE: (lambda d, s: d + dt.timedelta(days=s.maybe_days), "a maybe"),
    Outcome.CALLBACK: (lambda d, s: calendar.add_business_days(d, s.callback_days), "a call-back"),
    Outcome.GATEKEEPER: (lambda d, s: calendar.add_business_days(d, s.gatekeeper_days), "a gatekeeper"),
    Outcome.NO_CONTACT: (lambda d, s: calendar.add_business_days(d, s.no_contact_days), "no contact"),
}

_ACTIONS = {
    Outcome.FIRM_NO: "Crossed off; try again",
    Outcome.LATER: "Talk again",
    Outcome.APPOINTMENT: "Appointment",
    Outcome.INTERESTED: "Send the next step",
    Outcome.MAYBE: "Get to a yes or a no",
    Outcome.CALLBACK: "Call back",
    Outcome.GATEKEEPER: "Reach the decision-maker",
    Outcome.NO_CONTACT: "Try again",
    Outcome.BAD_NUMBER: "Find a new number",
    Outcome.REVIEW: "Fill in Outcome",
}
DO_NOT_CALL = "Do not call"
CONFIRM = "Confirm the time"
FILL_IN_DATE = "Fill in Date"
NAMED = "the time that was named"

#: A later row of these closes no open appointment or later whose date is still after it: a reminder's voicemail cancels no meeting.
_SOFT = frozenset({Outcome.NO_CONTACT, Outcome.CALLBACK, Outcome.GATEKEEPER})
_HELD = frozenset({Outcome.APPOINTMENT, Outcome.LATER})


@dataclass(frozen=True, slots=True)
class Next:
    """The next date and action that the rules give a row, and where the date comes from."""

    date: dt.date | None
    action: str
    source: str = ""


NOTHING = Next(None, "")


def after(call: Call, reading: Reading, settings: Settings, *, do_not_call: bool) -> Next:
    """The follow-up of one row by the rules alone: requested, else stated, else the outcome's default."""
    if do_not_call:
        return Next(None, DO_NOT_CALL, "nobody calls a prospect who asked not to be called")
    outcome = reading.outcome
    if call.date is None:
        return Next(None, FILL_IN_DATE, "a call without a date has no follow-up")
    action = _ACTIONS[outcome]
    requested = call.follow_up_requested
    if requested is not None and requested >= call.date:
        return Next(requested, action, "Follow-up requested")
    if outcome is Outcome.REVIEW:
        return Next(None, action, "no date before the outcome is known")
    if reading.when is not None and reading.when >= call.date:
        exact = outcome is Outcome.APPOINTMENT and reading.when_exact
        date = reading.when if exact or not settings.skip_weekends else calendar.skip_weekend(reading.when)
        return Next(date, action, NAMED)
    if outcome is Outcome.APPOINTMENT:
        action = CONFIRM
    if outcome not in _DEFAULTS:
        return Next(None, action, "no date where there is no number to call")
    default, name = _DEFAULTS[outcome]
    try:
        date = default(call.date, settings)
        date = calendar.skip_weekend(date) if settings.skip_weekends else date
    except (ValueError, OverflowError):  # past the last year of the calendar
        return Next(None, action, "the date would lie past the end of the calendar")
    return Next(date, action, f"the usual time after {name}")


def after_each(
    calls: Sequence[Call], readings: Sequence[Reading | None], settings: Settings, *, do_not_call: Container[int]
) -> list[Next]:
    """The follow-up of every row by the rules alone; what rows have in common is reckoned once.

    Args:
        do_not_call: the rows that must not be called.
    """
    known: dict[tuple[object, ...], Next] = {}
    found: list[Next] = []
    for at, (call, read) in enumerate(zip(calls, readings, strict=True)):
        if read is None:
            found.append(NOTHING)
            continue
        barred = at in do_not_call
        key = (call.date, call.follow_up_requested, read.outcome, read.when, read.when_exact, barred)
        wanted = known.get(key)
        if wanted is None:
            wanted = known[key] = after(call, read, settings, do_not_call=barred)
        found.append(wanted)
    return found


def counting(call: Call, wanted: Next) -> dt.date | None:
    """The follow-up that counts: what a person typed, none for ``none`` or for what is no date, else the rules' own."""
    if call.hand is None or call.hand.follow_up is None:
        return wanted.date
    return call.hand.follow_up if isinstance(call.hand.follow_up, dt.date) else None


def is_no_date(call: Call) -> bool:
    """Whether what a person typed in Follow-up is neither a date nor ``none``."""
    said = call.hand.follow_up if call.hand else None
    return isinstance(said, str) and folded(said) != "none"


def closed(
    rows: Sequence[int],
    calls: Sequence[Call],
    readings: Sequence[Reading | None],
    dates: Sequence[dt.date | None],
    *,
    today: dt.date,
) -> dict[int, dt.date]:
    """The rows of one prospect that a later row closes, each with that row's date.

    Rows without a date, or dated after today, close nothing.

    Args:
        rows: all rows of the prospect.
        dates: the follow-up of every row of the log, as it counts.
    """
    dated = [row for row in rows if calls[row].date is not None]
    if len(dated) < 2:
        return {}
    found: dict[int, dt.date] = {}
    nearest: dt.date | None = None  # of any later row
    firm: dt.date | None = None  # of a later row that closes everything
    soft: list[int] = []  # negated days of later soft rows, ascending
    for row in reversed(latest_last(dated, calls, readings)):
        reading, date = readings[row], calls[row].date
        assert reading is not None and date is not None
        closer = nearest
        if reading.outcome in _HELD:
            closer = _closes_held(firm, soft, dates[row])
        if closer is not None:
            found[row] = closer
        if date > today:
            continue
        nearest = date
        if reading.outcome in _SOFT:
            soft.append(-date.toordinal())
        else:
            firm = date
    return found


def _closes_held(firm: dt.date | None, soft: Sequence[int], due: dt.date | None) -> dt.date | None:
    """The first later row that closes an appointment or later: any firm one, or a soft one on its day or after it."""
    if due is None:
        first = -soft[-1] if soft else None
    else:
        at = bisect_left(soft, -due.toordinal() + 1)
        first = -soft[at - 1] if at else None
    if first is None:
        return firm
    return min(firm, dt.date.fromordinal(first)) if firm else dt.date.fromordinal(first)


def latest_last(rows: list[int], calls: Sequence[Call], readings: Sequence[Reading | None]) -> list[int]:
    """Rows of one prospect, the latest last: by date, then by time where every row of the day has one, then the most
    advanced outcome as the latest (RULES 4), then the row's own words."""
    dates = [calls[row].date for row in rows]
    if len(set(dates)) == len(dates):  # mostly: the dates alone tell
        return [row for _, row in sorted(zip(dates, rows, strict=True))]
    untimed = {calls[row].date for row in rows if calls[row].time is None}

    def key(row: int) -> tuple[object, ...]:
        call, reading = calls[row], readings[row]
        at = dt.time.min if call.time is None or call.date in untimed else call.time
        return call.date, at, -ADVANCED[reading.outcome] if reading else 0, call.time or dt.time.min

    return count.sort_with_words(rows, key, calls)


def open_list(verdicts: Iterable[Verdict], *, today: dt.date) -> list[Verdict]:
    """The follow-ups still to be worked, for the Follow-ups tab: the longest overdue first, never a do-not-call.

    Those of one day stand by the most advanced outcome, then by prospect and the row's own words. ``today`` splits
    them (``when``) and does not change the order.
    """
    listed = [verdict for verdict in verdicts if verdict.open and verdict.follow_up and not verdict.do_not_call]

    keys = [
        (verdict.follow_up or dt.date.max, ADVANCED[verdict.outcome], verdict.call.prospect.casefold())
        for verdict in listed
    ]
    order = sorted(range(len(listed)), key=keys.__getitem__)
    found: list[Verdict] = []
    for _, group in groupby(order, keys.__getitem__):
        alike = [listed[at] for at in group]
        if len(alike) > 1:
            alike.sort(key=lambda verdict: (*count.words(verdict.call), str(verdict.call.date)))
        found += alike
    return found
