"""The Why of a row: one short sentence that names the rule and quotes the words which decided, or asks one question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sheetsync.model import GREAT_OUTCOMES, Call, Great, Outcome
from sheetsync.rules import names
from sheetsync.rules.reading import Reading

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST_QUOTE = 60
_LONGEST_NAME = 40
_JOINERS = "\u200c\u200d"  # unseen, and part of words and of emoji

_GREAT = {
    Outcome.APPOINTMENT: "{who} agreed to an appointment",
    Outcome.INTERESTED: "{who} asked for the next step",
    Outcome.LATER: "{who} asked to talk again{when}",
    Outcome.FIRM_NO: "a flat no from {who}",
}
_NAMED = {
    Outcome.APPOINTMENT: "an appointment",
    Outcome.INTERESTED: "clear interest",
    Outcome.LATER: "a time to talk again",
    Outcome.FIRM_NO: "a flat no",
}
_NOT_GREAT = {
    Outcome.MAYBE: "Not yet: left it open",
    Outcome.CALLBACK: "Not yet: busy, asked to be rung back",
    Outcome.GATEKEEPER: "Not the decision-maker",
    Outcome.NO_CONTACT: "No conversation: nobody was reached",
    Outcome.BAD_NUMBER: "No conversation: the number is no good",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What the whole log says of one row, beside what the row says by itself."""

    great: Great
    typed: bool = False  # a person typed Great?
    counted: Call | None = None  # the row of this prospect that holds the count, or the other one that was forced
    do_not_call: bool = False
    asked: dt.date | None = None  # when do-not-call was said on another row
    number_asked: bool = False  # it was another prospect on the same number
    follow_up_typed: bool = False
    follow_up_is_no_date: bool = False
    in_future: bool = False


def sentence(call: Call, reading: Reading, found: Found) -> str:
    """The Why of a row that has a call in it; cells that cannot be read come first."""
    if call.problems and call.date is None:
        return " ".join(call.problems)
    main = f"{_main(call, reading, found)}{_rest(call, reading, found)}."
    return f"{' '.join(call.problems)} {main}" if call.problems else main


def _main(call: Call, reading: Reading, found: Found) -> str:
    if call.date is None:
        return "When was this call? Fill in Date"
    if call.override is not None:
        return f"Great: Override says Yes{_twice(found)}" if call.override else "Not counted: Override says No"
    if found.typed:
        return _by_hand(call, found)
    match found.great:
        case Great.YES:
            when = f" in {_MONTHS[reading.when.month - 1]} {reading.when.year}" if reading.when else " later"
            what = _GREAT[reading.outcome].format(who=_who(reading) or "the decision-maker", when=when)
            return f"Great: {what}{_words(reading)}"
        case Great.ALREADY:
            return _already(reading, found)
        case Great.REVIEW:
            return _question(call, reading)
        case _:
            return _no(call, reading)


def _twice(found: Found) -> str:
    return f"; this prospect counts twice, also on {day(found.counted.date)}" if found.counted else ""


def _by_hand(call: Call, found: Found) -> str:
    said = call.hand.great if call.hand and call.hand.great else ""
    match found.great:
        case Great.YES:
            return f"Set by hand: Great? says Yes{_twice(found)}"
        case Great.REVIEW if said.strip().casefold() != "review":
            return f"What does {quote(said)} in Great? mean? Type Yes, No, Already counted or Review, or clear the cell"
        case _:
            return f"Set by hand: Great? says {found.great}"


def _already(reading: Reading, found: Found) -> str:
    what = f"{_NAMED[reading.outcome]}{_words(reading)}"
    if found.counted is None:
        return f"Already counted: {what}"
    by_hand = " by Override" if found.counted.override else ""
    return f"Already counted{by_hand} on {day(found.counted.date)}: {what}"


def _question(call: Call, reading: Reading) -> str:
    """What the rep is to answer, and in which column."""
    if reading.outcome is Outcome.REVIEW:
        if call.outcome:
            return f"What came of the call? Outcome says {quote(call.outcome)}; choose a word from its list"
        if call.notes:
            return f"What came of {quote(call.notes)}? Fill in Outcome"
        return "What came of this call? Fill in Outcome"
    who = _clip(call.spoke_with, _LONGEST_NAME)
    if not who and names.person(call.prospect).tokens and not names.is_company(call.prospect):
        who = _clip(call.prospect, _LONGEST_NAME)
    who = who or _who(reading)
    if not who:
        return "Did you speak with the one who decides? Fill in Decision maker?"
    return f"Was {who} the one who decides? Fill in Decision maker?"


def _no(call: Call, reading: Reading) -> str:
    if reading.outcome not in GREAT_OUTCOMES:
        if reading.outcome is Outcome.GATEKEEPER and reading.who and reading.outcome_column != "Outcome":
            return f"Not the decision-maker: {_who(reading)}{_words(reading)}"
        return f"{_NOT_GREAT[reading.outcome]}{_words(reading, ': ' if reading.outcome is Outcome.GATEKEEPER else ' ')}"
    what = _NAMED[reading.outcome]
    if call.decision_maker is False:
        return f"Not the decision-maker: Decision maker? says No, so {what} does not count"
    words = reading.decision_maker_words
    if call.spoke_with and words and words.casefold() in call.spoke_with.casefold():
        return (
            f"Not the decision-maker: Spoke with says {_clip(call.spoke_with, _LONGEST_NAME)}, so {what} does not count"
        )
    said = f" ({quote(words)})" if words else f": {_who(reading)}" if reading.who else ""
    return f"Not the decision-maker{said}, so {what} does not count"


def _rest(call: Call, reading: Reading, found: Found) -> str:
    """What a reader must know beside the flag: do-not-call, a follow-up that cannot be used, a date still to come."""
    rest = ""
    if found.do_not_call:
        rest = "; do not call"
        if reading.do_not_call:
            words = reading.do_not_call_words
            if words and not (words in reading.outcome_words or reading.outcome_words in words):
                rest += f" ({quote(words)})"
        elif found.asked is not None:
            rest += f"{' this number' if found.number_asked else ''}, as asked on {day(found.asked)}"
        else:
            rest += ", as asked before"
        if found.follow_up_typed:
            rest += ", so the Follow-up typed here is not listed"
    elif found.follow_up_is_no_date:
        rest = "; Follow-up was typed and is no date, so it is not listed"
    elif call.date is not None and call.follow_up_requested is not None and call.follow_up_requested < call.date:
        rest = "; Follow-up requested is before the call and not used"
    if found.in_future:
        rest += "; dated after today, so it counts in no week yet"
    return rest


def _who(reading: Reading) -> str:
    return _clip(reading.who, _LONGEST_NAME)


def _words(reading: Reading, before: str = " ") -> str:
    """The deciding words: what the Outcome column says, or a quotation from the notes."""
    if reading.do_not_call and reading.outcome_words and reading.outcome_words in reading.do_not_call_words:
        return f" ({quote(reading.do_not_call_words)})"
    if not reading.outcome_words:
        return " (from the notes as a whole)" if reading.outcome_column == "Notes" else ""
    if reading.outcome_column == "Outcome":
        said = f"Outcome says {_clip(reading.outcome_words, _LONGEST_QUOTE)}"
        return f"{before}{said}" if before == ": " else f" ({said})"
    return f" ({quote(reading.outcome_words)})"


def quote(text: str) -> str:
    """Words in quotation marks, on one line, shortened at a word's end."""
    return f'"{_clip(text, _LONGEST_QUOTE).replace(chr(34), chr(39))}"'


def _clip(text: str, longest: int) -> str:
    """Text on one line, shortened at a word's end; what cannot be seen is left out."""
    if not text.isprintable():
        text = "".join(ch if ch.isprintable() or ch in _JOINERS else " " for ch in text)
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > longest // 2 else cut).rstrip(" ,;:-") + "…"


def day(date: dt.date | None) -> str:
    """A date as it is written in a sentence: 9 Nov 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else "a day not known"
