"""Small logs for tests of what looks across rows: a call whose Outcome cell names its outcome, and its reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sheetsync import rules
from sheetsync.model import Call, DecisionMaker, Outcome, Verdict
from sheetsync.rules.reading import Reading
from sheetsync.settings import Settings

TODAY = dt.date(2026, 11, 20)  # a Friday


def date(text: str) -> dt.date | None:
    """A date, or None for ""; "9" is 9 November 2026."""
    if not text:
        return None
    return dt.date.fromisoformat(text) if "-" in text else dt.date(2026, 11, int(text))


def call(day: str, outcome: str, prospect: str = "Earl Dodson", **more: Any) -> Call:
    """A call of one prospect at one company, with the decision-maker unless said otherwise."""
    given = {"row": 2, "company": "Dodson Septic", "decision_maker": True, "rep": "Ann"} | more
    return Call(date=date(day), prospect=prospect, outcome=outcome, **given)


def reading(one: Call, **more: Any) -> Reading:
    """What the row says by itself: its Outcome cell is an outcome's name, ``dnc`` in it asks not to be called."""
    words = one.outcome.split() or ["review"]
    who = {True: DecisionMaker.YES, False: DecisionMaker.NO, None: DecisionMaker.UNKNOWN}[one.decision_maker]
    given = {"decision_maker": who, "outcome_words": one.notes or one.outcome, "do_not_call": "dnc" in words}
    given |= {"outcome_column": "Notes" if one.notes else "Outcome"}
    return Reading(Outcome(words[0]), **(given | more))


def decide(calls: Sequence[Call], settings: Settings | None = None, *, today: dt.date = TODAY) -> list[Verdict]:
    """The verdicts of such calls."""
    readings = [reading(one) if one.outcome else None for one in calls]
    return rules.decide(calls, readings, settings or Settings(), today=today)
