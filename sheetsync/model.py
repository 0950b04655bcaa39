"""Calls, outcomes, verdicts and weeks: the sales vocabulary."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum


class _Word(str, Enum):
    """A closed set of words (StrEnum is Python 3.11+)."""

    def __str__(self) -> str:
        return str(self._value_)  # ``value`` is a property in Python


class Outcome(_Word):
    """What happened on a call (RULES 1), most advanced first (RULES 4, rows of one day)."""

    APPOINTMENT = "appointment"
    INTERESTED = "interested"
    LATER = "later"
    FIRM_NO = "firm_no"
    MAYBE = "maybe"
    CALLBACK = "callback"
    GATEKEEPER = "gatekeeper"
    NO_CONTACT = "no_contact"
    BAD_NUMBER = "bad_number"
    REVIEW = "review"


#: Rank in "the more advanced outcome first"; 0 is the most advanced.
ADVANCED = {outcome: rank for rank, outcome in enumerate(Outcome)}

#: Outcomes that move the prospect along the pipeline: great, if with the decision-maker (RULES 1).
GREAT_OUTCOMES = frozenset({Outcome.APPOINTMENT, Outcome.INTERESTED, Outcome.LATER, Outcome.FIRM_NO})

#: Never a conversation with a decision-maker, whatever the column says (RULES 2).
NEVER_DECISION_MAKER = frozenset({Outcome.GATEKEEPER, Outcome.NO_CONTACT, Outcome.BAD_NUMBER, Outcome.CALLBACK})

#: Rows that are no live conversation (RULES 5).
NOT_LIVE = frozenset({Outcome.NO_CONTACT, Outcome.BAD_NUMBER})


class DecisionMaker(_Word):
    """Whether the rep spoke with somebody who can decide."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Great(_Word):
    """The value of the *Great?* column (RULES 3)."""

    YES = "Yes"
    ALREADY = "Already counted"
    NO = "No"
    REVIEW = "Review"
    BLANK = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """What a person typed over our cells on one row; None where the cell is ours.

    ``follow_up`` is a date, or the word ``none`` for "no follow-up", or other text that is no date.
    """

    great: str | None = None
    follow_up: dt.date | str | None = None
    next_action: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One row of the Call Log, as the rep filled it in. Text is stripped; "" where the cell is blank."""

    row: int  # the sheet's row number (1-based): a name for messages, never an identity
    date: dt.date | None = None
    time: dt.time | None = None
    rep: str = ""
    prospect: str = ""
    company: str = ""
    phone: str = ""
    email: str = ""
    spoke_with: str = ""
    decision_maker: bool | None = None  # the column: yes, no, or not filled in
    outcome: str = ""  # the words of the Outcome column
    notes: str = ""
    follow_up_requested: dt.date | None = None
    override: bool | None = None
    hand: Hand | None = None
    problems: tuple[str, ...] = ()  # cells of this row that cannot be read, each with what to do

    @property
    def is_call(self) -> bool:
        """Whether the row has a call in it (RULES 3: no prospect, outcome or notes is no call)."""
        return bool(self.prospect or self.company or self.phone or self.email or self.outcome or self.notes)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules, and a person's hand, say of one row. What counts everywhere."""

    call: Call
    outcome: Outcome = Outcome.REVIEW
    decision_maker: DecisionMaker = DecisionMaker.UNKNOWN
    great: Great = Great.BLANK  # after Override and hand-typed cells: what counts
    follow_up: dt.date | None = None  # after hand-typed cells
    next_action: str = ""
    why: str = ""
    prospect: int = -1  # rows of one prospect share it; -1 for a row without a call
    do_not_call: bool = False  # no follow-up of this row may ever be listed
    open: bool = False  # its follow-up is still to be worked: no later row of the prospect closes it
    closed: dt.date | None = None  # the date of the later row of the prospect that closes this one
    in_future: bool = False  # dated after today: in no week before its time
    wanted_great: str = ""  # what the rules alone would write in Great?, Follow-up, Next action
    wanted_follow_up: dt.date | None = None
    wanted_next_action: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation: which rule looked, what it found, on which words."""

    rule: str
    found: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """The numbers of one week, for one rep or for all reps (RULES 5)."""

    start: dt.date
    rep: str  # the rep's name as most often typed; "" for all reps together
    outreach: int = 0
    live: int = 0
    decision_maker: int = 0
    great: int = 0
    goal: int | None = None  # None for "(no rep)", who has none
    appointments: int = 0
    appointment_goal: int | None = None
    outcomes: dict[Outcome, int] = field(default_factory=dict)
    open_maybes: int = 0
    verdict: str = ""

    @property
    def share_of_goal(self) -> float | None:
        """Great conversations as a share of the goal (1.0 is the goal met); None without a goal."""
        return self.great / self.goal if self.goal else None

    @property
    def great_per_100(self) -> float | None:
        """Great conversations per 100 outreach; None without outreach."""
        return 100 * self.great / self.outreach if self.outreach else None
