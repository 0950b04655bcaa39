"""classify(): every row's verdict; the order of the rules and what looks across rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.model import Call, Great, Step, Verdict
from sheetsync.rules import count, follow_up, prospect, reading, steps_of, why
from sheetsync.rules.reading import Reading
from sheetsync.settings import Settings


def classify(calls: Sequence[Call], settings: Settings, *, today: dt.date) -> list[Verdict]:
    """The verdict of every row, aligned with the calls; a row without a call in it gets a blank one.

    A pure function: the order of the rows changes no verdict. Of rows that are alike in everything that people typed,
    the first of the sheet comes first.
    """
    readings = [reading.read(call, settings) if call.is_call else None for call in calls]
    return decide(calls, readings, settings, today=today)


def decide(
    calls: Sequence[Call],
    readings: Sequence[Reading | None],
    settings: Settings,
    *,
    today: dt.date,
    who: prospect.Prospects | None = None,
) -> list[Verdict]:
    """The verdicts of rows that have been read one by one; ``None`` stands for a row without a call.

    The order of the rules: who is the same prospect, which row holds the count, who must not be called, the next date
    and action, what a later row closes. What a person typed over our cells counts in each of them (RULES 6).

    Args:
        who: which rows are the same prospect, where that is known.
    """
    return _decide(calls, readings, who or prospect.identify(calls, settings), settings, today)


@dataclass(frozen=True, slots=True)
class _Across:
    """What the rules that look across rows found, by row."""

    prospects: list[int]
    counts: count.Count
    asked: dict[int, int]  # a row that must not be called: the row that asked for it
    nexts: list[follow_up.Next]
    dates: list[dt.date | None]  # the follow-up as it counts
    closed: dict[int, dt.date]


def _decide(
    calls: Sequence[Call],
    readings: Sequence[Reading | None],
    who: prospect.Prospects,
    settings: Settings,
    today: dt.date,
) -> list[Verdict]:
    groups = _groups(who.ids)
    counts = count.count(calls, readings, groups, months=settings.count_again_months)
    asked = _do_not_call(calls, readings, who)
    nexts = follow_up.after_each(calls, readings, settings, do_not_call=asked)
    dates = [follow_up.counting(call, wanted) for call, wanted in zip(calls, nexts, strict=True)]
    closed: dict[int, dt.date] = {}
    for rows in groups:
        if len(rows) > 1:
            closed |= follow_up.closed(rows, calls, readings, dates, today=today)
    across = _Across(who.ids, counts, asked, nexts, dates, closed)
    return [
        Verdict(call) if read is None else _verdict(at, calls, read, across, today)
        for at, (call, read) in enumerate(zip(calls, readings, strict=True))
    ]


def _verdict(at: int, calls: Sequence[Call], read: Reading, across: _Across, today: dt.date) -> Verdict:
    call, wanted, great, date = calls[at], across.nexts[at], across.counts.great[at], across.dates[at]
    typed_action = call.hand.next_action if call.hand else None
    barred = at in across.asked
    in_future = call.date is not None and call.date > today
    closed = across.closed.get(at)
    return Verdict(  # by place and not by name: that takes a quarter off the time of making one
        call,
        read.outcome,
        count.decision_maker(read),
        great,
        date,
        wanted.action if typed_action is None else typed_action,
        why.sentence(call, read, _found(at, calls, across, in_future=in_future)),
        across.prospects[at],
        barred,
        date is not None and not barred and closed is None,
        closed,
        in_future,
        _WORDS[across.counts.alone[at]],
        wanted.date,
        wanted.action,
    )


#: The words of the flags, as plain text.
_WORDS = {great: great.value for great in Great}


#: What most rows come to: beside the row's own words there is only the flag to be told.
_ONLY_THE_FLAG = {great: why.Found(great) for great in Great}


def _found(at: int, calls: Sequence[Call], across: _Across, *, in_future: bool) -> why.Found:
    """What the sentence has to tell beside the row's own words."""
    hand, great = calls[at].hand, across.counts.great[at]
    asked, holder = across.asked.get(at), across.counts.counted.get(at)
    if hand is None and asked is None and holder is None and not in_future:
        return _ONLY_THE_FLAG[great]
    return why.Found(
        great=great,
        typed=hand is not None and hand.great is not None,
        counted=None if holder is None else calls[holder],
        do_not_call=asked is not None,
        asked=None if asked is None else calls[asked].date,
        number_asked=asked is not None and across.prospects[asked] != across.prospects[at],
        follow_up_typed=hand is not None and isinstance(hand.follow_up, dt.date),
        follow_up_is_no_date=follow_up.is_no_date(calls[at]),
        in_future=in_future,
    )


def _groups(ids: Sequence[int]) -> list[list[int]]:
    """The rows of each prospect."""
    groups: list[list[int]] = [[] for _ in range(max(ids, default=-1) + 1)]
    for row, at in enumerate(ids):
        if at >= 0:
            groups[at].append(row)
    return groups


def _do_not_call(calls: Sequence[Call], readings: Sequence[Reading | None], who: prospect.Prospects) -> dict[int, int]:
    """Every row that must not be called, with the row that asked for it, first asked first (RULES 4).

    A request holds for all rows of its prospect, earlier ones too, and for any row with one of the prospect's numbers.
    """
    asking = [at for at, read in enumerate(readings) if read is not None and read.do_not_call]
    if not asking:
        return {}
    asking.sort(key=lambda at: (calls[at].date or dt.date.max, calls[at].time or dt.time.max, count.words(calls[at])))
    by_prospect: dict[int, int] = {}
    for at in asking:
        by_prospect.setdefault(who.ids[at], at)
    by_number: dict[str, int] = {}
    places = {at: place for place, at in enumerate(asking)}
    for at, number in enumerate(who.ids):
        asked = by_prospect.get(number)
        if asked is None:
            continue
        for phone in who.phones[at]:
            held = by_number.get(phone)
            if held is None or places[asked] < places[held]:
                by_number[phone] = asked
    barred: dict[int, int] = {at: at for at in asking}
    for at, number in enumerate(who.ids):
        if at in barred or number < 0:
            continue
        asked = by_prospect.get(number)
        if asked is None:
            found = [by_number[phone] for phone in who.phones[at] if phone in by_number]
            asked = min(found, key=places.__getitem__) if found else None
        if asked is not None:
            barred[at] = asked
    return barred


def explain(
    calls: Sequence[Call], index: int, settings: Settings, *, today: dt.date
) -> tuple[Verdict, tuple[Step, ...]]:
    """One row's verdict within its log, and each step to it: which rule looked, what it found, on which words."""
    call = calls[index]
    if not call.is_call:
        return Verdict(call), (Step("is it a call", "no: there is no prospect, outcome or notes in the row"),)
    who = prospect.identify(calls, settings)
    near = _near(who, index)
    read = {at: reading.read(calls[at], settings, explain=at == index) for at in near}
    some = prospect.Prospects(_renumbered([who.ids[at] for at in near]), [who.phones[at] for at in near])
    verdicts = _decide([calls[at] for at in near], [read[at] for at in near], some, settings, today)
    verdict = verdicts[near.index(index)]
    own = [found for at, found in zip(near, verdicts, strict=True) if who.ids[at] == who.ids[index] and at != index]
    asking = [found for at, found in zip(near, verdicts, strict=True) if read[at].do_not_call]
    mine = read[index]
    steps = (
        *mine.steps,
        steps_of.identity(call, [found.call for found in own], settings),
        steps_of.counting(verdict, own, settings),
        *steps_of.do_not_call(verdict, mine, asking),
        *steps_of.following_up(verdict, mine, settings),
        *steps_of.by_hand(call),
    )
    return verdict, steps


def _near(who: prospect.Prospects, index: int) -> list[int]:
    """The rows that can bear on one row: its prospect's, and those of prospects that share one of its numbers."""
    phones = {
        phone for number, own in zip(who.ids, who.phones, strict=True) if number == who.ids[index] for phone in own
    }
    ids = {number for number, own in zip(who.ids, who.phones, strict=True) if not phones.isdisjoint(own)}
    ids.add(who.ids[index])
    return [at for at, number in enumerate(who.ids) if number in ids]


def _renumbered(ids: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(number, len(numbers)) for number in ids]


__all__ = ["classify", "decide", "explain"]
