"""Weeks per rep and for all: the numbers, the goal and the week's verdict (RULES 5), and the figures drawn from them."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import NamedTuple

from sheetsync.model import ADVANCED, NOT_LIVE, Call, DecisionMaker, Great, Outcome, Verdict, Week
from sheetsync.settings import RepGoal, Settings, folded

NO_REP = "(no rep)"
ON_GOAL = "On goal"
IN_PROGRESS = "In progress: {} to go"
LIST_NEEDS_WORK = "Prospect list needs work"
MORE_CONVERSATIONS = "More conversations needed"

#: A rep counts towards the goal of all in a week with a call of his and in the 8 weeks after it (RULES 5).
_ACTIVE_WEEKS = 8

_PLACE = {outcome: place for place, outcome in enumerate(Outcome)}
_DECISION_MAKER, _GREAT = len(_PLACE), len(_PLACE) + 1
_NOTHING = (0,) * (len(_PLACE) + 2)

#: Rows that leave a maybe as it was.
_NO_ANSWER = frozenset({Outcome.NO_CONTACT, Outcome.CALLBACK, Outcome.GATEKEEPER})


class Funnel(NamedTuple):
    """Where calls went: how many came as far as each step."""

    outreach: int
    live: int
    decision_maker: int
    great: int
    appointments: int


class Streak(NamedTuple):
    """Weeks on goal in a row: up to now, and the longest row that touches this quarter."""

    now: int
    best: int


class Against(NamedTuple):
    """Great conversations of this week so far, and of last week up to the same weekday (None: no last week)."""

    this: int
    last: int | None


@dataclass(frozen=True, slots=True)
class Stuck:
    """A prospect whose maybe is getting old."""

    name: str
    days: int  # since the first maybe that nothing has answered
    maybes: int


@dataclass(slots=True)
class _Rep:
    """What one rep's calls add up to, by week."""

    name: str
    goal: RepGoal | None = None
    spellings: Counter[str] = field(default_factory=Counter)
    weeks: dict[int, list[int]] = field(default_factory=dict)
    maybes: Counter[int] = field(default_factory=Counter)  # by week: how many more open maybes than the week before
    active: list[int] = field(default_factory=list)  # weeks with a call, ascending

    def is_shown(self, week: int) -> bool:
        """Whether the week has a line of this rep: from the first call to 8 weeks after the last; always, if listed."""
        return self.goal is not None or (
            bool(self.active) and self.active[0] <= week <= self.active[-1] + _ACTIVE_WEEKS
        )

    def was_active(self, week: int) -> bool:
        """Whether there is a call in that week or the 8 before it."""
        at = bisect_left(self.active, week - _ACTIVE_WEEKS)
        return at < len(self.active) and self.active[at] <= week


def weeks(verdicts: Iterable[Verdict], settings: Settings, *, today: dt.date) -> tuple[Week, ...]:
    """Every week from the first call's to the current one, the newest first; none for a log without a call up to today.

    In each week all reps together stand first (``rep`` is blank), then the reps listed in Settings and those who called
    before and no longer than 8 weeks ago or again later, by name, then ``(no rep)``. Rows without a date or dated after
    today are in no week. *Open maybes* are the maybes whose prospect has no later row by that week's end and may be
    called, under the rep who wrote them. Where no rep is named, all together have the goal of one.
    """
    reps = _add_up(verdicts, settings, today)
    used = [rep.active[0] for rep in reps if rep.active]
    if not used:
        return ()
    now, first = _week(today, settings), min(used)
    listed = [rep for rep in reps if rep.goal is not None]
    open_maybes = [_running(rep.maybes, first, now) for rep in reps]
    found: list[Week] = []
    for week in range(now, first - 1, -1):
        start, current = _start(week, settings), week == now
        here = [at for at, rep in enumerate(reps) if rep.is_shown(week)]
        pledged = listed or [rep for rep in reps if rep.name != NO_REP and rep.was_active(week)]
        counts = [reps[at].weeks.get(week, _NOTHING) for at in here]
        still_open = sum(running[week - first] for running in open_maybes)
        total = [sum(column) for column in zip(_NOTHING, *counts, strict=True)]
        found.append(_numbers(start, "", total, still_open, pledged or [_Rep("")], settings, current=current))
        for at, own in zip(here, counts, strict=True):
            by = [] if reps[at].name == NO_REP else [reps[at]]
            still_open = open_maybes[at][week - first]
            found.append(_numbers(start, reps[at].name, own, still_open, by, settings, current=current))
    return tuple(found)


def _add_up(verdicts: Iterable[Verdict], settings: Settings, today: dt.date) -> list[_Rep]:
    """The reps by name with their counts; names are compared without case, accents and spaces."""
    reps = {folded(goal.rep): _Rep(goal.rep, goal) for goal in settings.reps}
    keys = {"": "", NO_REP: ""}
    for verdict in verdicts:
        call = verdict.call
        if verdict.great is Great.BLANK or call.date is None or call.date > today:
            continue
        key = keys.get(call.rep)
        if key is None:
            key = keys[call.rep] = folded(call.rep)
        rep = reps.get(key)
        if rep is None:
            rep = reps[key] = _Rep(NO_REP)
        rep.spellings[call.rep] += 1
        week = _week(call.date, settings)
        counts = rep.weeks.get(week)
        if counts is None:
            counts = rep.weeks[week] = [0] * len(_NOTHING)
        counts[_PLACE[verdict.outcome]] += 1
        counts[_DECISION_MAKER] += verdict.decision_maker is DecisionMaker.YES
        counts[_GREAT] += verdict.great is Great.YES
        if verdict.outcome is Outcome.MAYBE and not verdict.do_not_call:
            rep.maybes[week] += 1
            if verdict.closed is not None:
                rep.maybes[_week(verdict.closed, settings)] -= 1
    for key, rep in reps.items():
        rep.active = sorted(rep.weeks)
        if key and rep.goal is None:
            often = max(rep.spellings.values())
            rep.name = " ".join(min(name for name, times in rep.spellings.items() if times == often).split())
    return sorted(reps.values(), key=lambda rep: (rep.name == NO_REP, folded(rep.name)))


def _running(changes: Counter[int], first: int, last: int) -> list[int]:
    return list(accumulate(changes[week] for week in range(first, last + 1)))


def _numbers(
    start: dt.date,
    rep: str,
    counts: Sequence[int],
    open_maybes: int,
    pledged: Sequence[_Rep],
    settings: Settings,
    *,
    current: bool,
) -> Week:
    """One line. ``pledged`` are the reps whose goals and enough-outreach add up here; none for ``(no rep)``."""
    outcomes = dict(zip(Outcome, counts, strict=False))
    outreach = sum(outcomes.values())
    goal = sum(_goal(rep.goal, settings) for rep in pledged) if pledged else None
    enough = settings.outreach_threshold * len(pledged)
    return Week(
        start=start,
        rep=rep,
        outreach=outreach,
        live=outreach - sum(outcomes[outcome] for outcome in NOT_LIVE),
        decision_maker=counts[_DECISION_MAKER],
        great=counts[_GREAT],
        goal=goal,
        appointments=outcomes[Outcome.APPOINTMENT],
        appointment_goal=sum(_appointment_goal(rep.goal, settings) for rep in pledged) if pledged else None,
        outcomes=outcomes,
        open_maybes=open_maybes,
        verdict="" if goal is None else _verdict(counts[_GREAT], goal, outreach, enough, current=current),
    )


def _verdict(great: int, goal: int, outreach: int, enough: int, *, current: bool) -> str:
    if great >= goal:
        return ON_GOAL
    if current:
        return IN_PROGRESS.format(goal - great)
    return LIST_NEEDS_WORK if outreach >= enough else MORE_CONVERSATIONS


def _appointment_goal(own: RepGoal | None, settings: Settings) -> int:
    return own.appointment_goal if own and own.appointment_goal is not None else settings.appointment_goal


def _goal(own: RepGoal | None, settings: Settings) -> int:
    """The weekly goal of a rep: his own, else everybody's, else what his appointment goal takes, rounded up."""
    if own and own.goal is not None:
        return own.goal
    if settings.goal is not None:
        return settings.goal
    return math.ceil(round(_appointment_goal(own, settings) * settings.great_per_appointment, 6))


def _week(date: dt.date, settings: Settings) -> int:
    """The number of the week that the date is in; 1 January of the year 1 was a Monday."""
    return (date.toordinal() - 1 - settings.week_start) // 7


def _start(week: int, settings: Settings) -> dt.date:
    return dt.date.fromordinal(max(1, week * 7 + 1 + settings.week_start))


def funnel(all_weeks: Iterable[Week], *, rep: str = "", last: int = 4) -> Funnel:
    """Where the calls of the last weeks went, the current week among them."""
    own = _of_rep(all_weeks, rep)[:last]
    return Funnel(
        sum(week.outreach for week in own),
        sum(week.live for week in own),
        sum(week.decision_maker for week in own),
        sum(week.great for week in own),
        sum(week.appointments for week in own),
    )


def streak(all_weeks: Iterable[Week], *, rep: str = "") -> Streak:
    """Weeks on goal in a row. The current week counts once it is on goal, and breaks no row before it is over."""
    own = _of_rep(all_weeks, rep)
    if not own:
        return Streak(0, 0)
    quarter = own[0].start.replace(month=(own[0].start.month - 1) // 3 * 3 + 1, day=1)
    current = int(_on_goal(own[0]))
    now = current + _length(own[1:])
    best = now
    at = 1
    while at < len(own) and own[at].start > quarter - dt.timedelta(days=7):
        length = _length(own[at:])
        best = max(best, length)
        at += length or 1
    return Streak(now, best)


def _length(own: Sequence[Week]) -> int:
    return next((at for at, week in enumerate(own) if not _on_goal(week)), len(own))


def _on_goal(week: Week) -> bool:
    return week.goal is not None and week.great >= week.goal


def _of_rep(all_weeks: Iterable[Week], rep: str) -> list[Week]:
    """The weeks of one rep ("": of all together), the newest first."""
    return sorted((week for week in all_weeks if folded(week.rep) == folded(rep)), key=lambda w: w.start, reverse=True)


def against_last_week(verdicts: Iterable[Verdict], settings: Settings, *, today: dt.date) -> Against:
    """Great conversations of this week up to today, and of last week up to the same weekday."""
    now, first = _week(today, settings), None
    this = last = 0
    day = today - dt.timedelta(days=7) if today.toordinal() > 7 else today
    for verdict in verdicts:
        date = verdict.call.date
        if date is None or date > today or verdict.great is Great.BLANK:
            continue
        week = _week(date, settings)
        first = week if first is None else min(first, week)
        if verdict.great is Great.YES:
            this += week == now
            last += week == now - 1 and date <= day
    return Against(this, None if first is None or first == now else last)


def stuck(verdicts: Iterable[Verdict], settings: Settings, *, today: dt.date) -> tuple[Stuck, ...]:
    """Prospects whose maybe is getting old: so many maybes or so many days without an answer, the oldest first.

    A maybe is unanswered while no later row of its prospect says something else; a voicemail, a call-back or a
    gatekeeper is no answer. The days count from the first unanswered maybe. Do-not-call is never listed.
    """
    rows: defaultdict[int, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        date = verdict.call.date
        if verdict.prospect >= 0 and date is not None and date <= today and verdict.outcome not in _NO_ANSWER:
            rows[verdict.prospect].append(verdict)
    found: list[Stuck] = []
    for own in rows.values():
        maybes = _unanswered(own)
        if not maybes or any(verdict.do_not_call for verdict in own):
            continue
        days = max((today - date).days for verdict in maybes if (date := verdict.call.date))
        if len(maybes) >= settings.stuck_maybes or days > settings.stuck_days:
            found.append(Stuck(_name([verdict.call for verdict in maybes]), days, len(maybes)))
    return tuple(sorted(found, key=lambda one: (-one.days, -one.maybes, folded(one.name), one.name)))


def _unanswered(own: list[Verdict]) -> list[Verdict]:
    """The maybes of one prospect that no other conversation follows, the latest first."""
    if len(own) > 1:
        own.sort(
            key=lambda v: (v.call.date or dt.date.min, v.call.time or dt.time.min, -ADVANCED[v.outcome]), reverse=True
        )
    return list(takewhile(lambda verdict: verdict.outcome is Outcome.MAYBE, own))


def _name(calls: Sequence[Call]) -> str:
    """What to call the prospect: the fullest name of its rows, or whatever else is known of it."""
    for typed in (
        [call.prospect for call in calls],
        [call.company for call in calls],
        [call.email for call in calls],
        [call.phone for call in calls],
    ):
        if any(typed):
            return max(typed, key=lambda text: (len(text), text))
    return "(no name)"
