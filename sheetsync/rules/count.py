"""The once-per-prospect count: which row of a prospect holds the Yes, whatever the order of the rows in the sheet."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sheetsync.model import ADVANCED, GREAT_OUTCOMES, NEVER_DECISION_MAKER, Call, DecisionMaker, Great, Outcome
from sheetsync.rules import calendar
from sheetsync.rules.reading import Reading
from sheetsync.settings import folded

_LAST = dt.time.max
_BY_WORD = {folded(great.value): great for great in Great if great is not Great.BLANK}


@dataclass(frozen=True, slots=True)
class Count:
    """Great? of every row: what counts, what the rules alone would write, and the row that took the count instead."""

    great: list[Great]
    alone: list[Great]
    counted: dict[int, int]  # a row that is Already counted, or a second Yes: the row counted before


def decision_maker(reading: Reading) -> DecisionMaker:
    """Whether the conversation was with a decision-maker; some outcomes never are one (RULES 2)."""
    return DecisionMaker.NO if reading.outcome in NEVER_DECISION_MAKER else reading.decision_maker


def by_itself(call: Call, reading: Reading | None) -> Great:
    """Great? as the row alone has it: Yes is a claim to the prospect's one count (RULES 3)."""
    if reading is None:
        return Great.BLANK
    if call.date is None or reading.outcome is Outcome.REVIEW:
        return Great.REVIEW
    if reading.outcome not in GREAT_OUTCOMES:
        return Great.NO
    match decision_maker(reading):
        case DecisionMaker.YES:
            return Great.YES
        case DecisionMaker.NO:
            return Great.NO
        case _:
            return Great.REVIEW


def typed(call: Call) -> Great | None:
    """What a person typed in Great?, as it counts: other words than ours are Review (RULES 6)."""
    if call.hand is None or call.hand.great is None:
        return None
    return _BY_WORD.get(folded(call.hand.great), Great.REVIEW)


def count(
    calls: Sequence[Call], readings: Sequence[Reading | None], prospects: Sequence[Sequence[int]], *, months: int | None
) -> Count:
    """Great? of every row.

    Args:
        prospects: the rows of each prospect.
        months: after so many a prospect counts again; None for never.
    """
    great = [by_itself(call, reading) for call, reading in zip(calls, readings, strict=True)]
    by_hand = {at: said for at, call in enumerate(calls) if (said := _fixed(call)) is not None}
    counted: dict[int, int] = {}
    without_hand: dict[int, Great] = {}
    for rows in prospects:
        fixed = {row: by_hand[row] for row in rows if row in by_hand} if by_hand else {}
        if len(rows) == 1 and not fixed:
            continue
        claims = [row for row in rows if great[row] is Great.YES]
        if len(claims) < 2 and not fixed:  # one claim to the count, and it has it
            continue
        handed = [row for row in fixed if typed(calls[row]) is not None]
        if handed:
            forced = {row: said for row, said in fixed.items() if calls[row].override is not None}
            by_rules, _ = _share_out(claims, forced, calls, readings, months)
            without_hand |= {row: by_rules.get(row, great[row]) for row in handed}
        shared_out, because = _share_out(claims, fixed, calls, readings, months)
        for row, value in shared_out.items():
            great[row] = value
        counted |= because
    alone = great
    if without_hand:
        alone = list(great)
        for row, value in without_hand.items():
            alone[row] = value
    return Count(great, alone, counted)


def _fixed(call: Call) -> Great | None:
    """What Override, or else a hand-typed Great?, says; a row without a date takes no Yes even so (RULES 3)."""
    said: Great | None
    if call.override is None and call.hand is None:
        return None
    if call.override is None:
        said = typed(call)
    else:
        said = Great.YES if call.override else Great.NO
    return Great.REVIEW if said is Great.YES and call.date is None else said


def _share_out(
    claims: Sequence[int],
    fixed: dict[int, Great],
    calls: Sequence[Call],
    readings: Sequence[Reading | None],
    months: int | None,
) -> tuple[dict[int, Great], dict[int, int]]:
    """Great? of the rows of one prospect that claim its count or are fixed, and which row was counted before."""
    great = dict(fixed)
    counted: dict[int, int] = {}
    forced = in_order([row for row, said in fixed.items() if said is Great.YES], calls, readings)
    for before, row in pairwise(forced):
        if _within(_date(calls[before]), _date(calls[row]), months):
            counted.setdefault(before, row)
            counted[row] = before
    spans = [_date(calls[row]) for row in forced]
    last: int | None = None
    for row in in_order([row for row in claims if row not in fixed], calls, readings):
        holder = last if last is not None and _within(_date(calls[last]), _date(calls[row]), months) else None
        if holder is None and forced:
            holder = _forced_near(_date(calls[row]), forced, spans, months)
        if holder is None:
            great[row] = Great.YES
            last = row
        else:
            great[row] = Great.ALREADY
            counted[row] = holder
    return great, counted


def _forced_near(date: dt.date, forced: Sequence[int], dates: Sequence[dt.date], months: int | None) -> int | None:
    """The row counted by hand that takes the count from a row of that date, before it or after it."""
    if months is None:
        return forced[0]
    at = bisect_right(dates, date)
    if at and _within(dates[at - 1], date, months):
        return forced[at - 1]
    if at < len(dates) and _within(date, dates[at], months):
        return forced[at]
    return None


def _within(first: dt.date, second: dt.date, months: int | None) -> bool:
    """Whether the prospect does not yet count again at the second date."""
    if months is None:
        return True
    try:
        return second < calendar.add_months(first, months)
    except ValueError:  # past the last year of the calendar
        return True


def _date(call: Call) -> dt.date:
    assert call.date is not None
    return call.date


def in_order(rows: list[int], calls: Sequence[Call], readings: Sequence[Reading | None]) -> list[int]:
    """Rows by date, then time (rows with one first), then the more advanced outcome, then the row's own words (RULES 3).

    Only rows that are equal in everything that people typed are left in the order of the sheet: nothing else tells them apart.
    """
    if len(rows) < 2:
        return rows

    def key(row: int) -> tuple[dt.date, dt.time, int]:
        call, reading = calls[row], readings[row]
        return _date(call), call.time or _LAST, ADVANCED[reading.outcome] if reading else 0

    return sort_with_words(rows, key, calls)


def sort_with_words(rows: list[int], key: Callable[[int], tuple[object, ...]], calls: Sequence[Call]) -> list[int]:
    """Rows sorted by a key, and by the row's own words where the key leaves two of them equal."""
    keys: dict[int, Any] = {row: key(row) for row in rows}
    ordered = sorted(rows, key=keys.__getitem__)
    if any(keys[one] == keys[other] for one, other in pairwise(ordered)):
        ordered.sort(key=lambda row: (keys[row], words(calls[row])))
    return ordered


def words(call: Call) -> tuple[str, ...]:
    """All that people typed on a row, for a tie that nothing else breaks; never its position."""
    text = (call.prospect, call.company, call.notes, call.outcome, call.rep, call.spoke_with, call.phone, call.email)
    rest = (call.decision_maker, call.follow_up_requested, call.override, call.time, call.hand, call.problems)
    return (*(part.casefold() for part in text), *text, *map(str, rest))
