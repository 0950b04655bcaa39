"""One row read by itself: what happened, with whom, and which time was named. What other rows say comes later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sheetsync.model import Call, DecisionMaker, Outcome, Step
from sheetsync.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """What one row says by itself, and on which words."""

    outcome: Outcome
    outcome_rule: str = ""  # which rule decided, in plain words: "a flat no", "the Outcome column"
    outcome_words: str = ""  # the words that decided, as the rep typed them
    outcome_column: str = ""  # "Outcome" or "Notes": where those words stand; "" where nothing decided
    decision_maker: DecisionMaker = DecisionMaker.UNKNOWN
    decision_maker_rule: str = ""
    decision_maker_words: str = ""
    who: str = ""  # whom the rep spoke with, for the sentence: "the owner", "the receptionist"; "" where unknown
    when: dt.date | None = None  # the time stated for the next step, before weekends are skipped
    when_words: str = ""
    when_exact: bool = False  # the stated day of an appointment: never moved
    do_not_call: bool = False
    do_not_call_words: str = ""
    steps: tuple[Step, ...] = ()  # only where an explanation was asked for


def read(call: Call, settings: Settings, *, explain: bool = False) -> Reading:
    """What the row says by itself. A pure function of the row's words, its date and the settings."""
    raise NotImplementedError
