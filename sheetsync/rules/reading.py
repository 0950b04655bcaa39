"""One row read by itself: what happened, with whom, and which time was named. What other rows say comes later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sheetsync.model import GREAT_OUTCOMES, NEVER_DECISION_MAKER, Call, DecisionMaker, Outcome, Step
from sheetsync.rules import decision_maker, outcome, outcome_words, phrases, when
from sheetsync.rules.text import Note
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


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a row is made of, before it is judged."""

    text: str  # the notes; words of the Outcome column that are not known stand before them
    offset: int  # characters of the text that come from the Outcome column
    note: Note
    meaning: outcome_words.Meaning | None
    role: decision_maker.Role
    times: tuple[when.Mention, ...]


def read(call: Call, settings: Settings, *, explain: bool = False) -> Reading:
    """What the row says by itself. A pure function of the row's words, its date and the settings."""
    parts = _take_apart(call, settings)
    signs = outcome.signs(parts.note)
    notes_say, dm_hit = decision_maker.from_notes(parts.note)
    known = features(call, parts, signs, notes_say)
    decides = _decision_maker(call, parts, signs, Outcome.APPOINTMENT, notes_say, dm_hit)[0]
    result, rule, words, column = _outcome(call, parts, known, signs, decides is DecisionMaker.YES)
    dnc, dnc_words = _do_not_call(call, parts, signs)
    decider, dm_rule, dm_words, who = _decision_maker(call, parts, signs, result, notes_say, dm_hit)
    date, when_words, exact = _when(call, parts, result)
    steps: tuple[Step, ...] = ()
    if explain:
        steps = _steps(
            parts, signs, known, result, rule, words, decider, dm_rule, dm_words, when_words, date, dnc_words
        )
    return Reading(
        result, rule, words, column, decider, dm_rule, dm_words, who, date, when_words, exact, dnc, dnc_words, steps
    )


def _take_apart(call: Call, settings: Settings) -> _Parts:
    meaning = outcome_words.read(call.outcome, settings.outcome_words) if call.outcome else None
    if call.outcome and meaning is None:
        text, offset = f"{call.outcome}. {call.notes}", len(call.outcome) + 2
    else:
        text, offset = call.notes, 0
    times = when.mentions(text, call.date, date_order=settings.date_order) if call.date and text else ()
    return _Parts(text, offset, phrases.lexicon().read(text), meaning, decision_maker.role(call.spoke_with), times)


def features(call: Call, parts: _Parts, signs: list[tuple[str, outcome.Hit]], notes_say: DecisionMaker) -> list[str]:
    """The lines of the scorecard that apply to a row."""
    return outcome.features(
        parts.note,
        signs,
        role=parts.role.decides,
        titled=parts.role.title,
        column=call.decision_maker,
        notes_say=notes_say,
        times=parts.times,
        called_ordinal=call.date.toordinal() if call.date else None,
    )


def _outcome(
    call: Call, parts: _Parts, known: list[str], signs: list[tuple[str, outcome.Hit]], may_be_great: bool
) -> tuple[Outcome, str, str, str]:
    if parts.meaning is not None and parts.meaning.outcome is not None:
        return parts.meaning.outcome, "the Outcome column", call.outcome[:60], "Outcome"
    if not parts.note.length:
        return Outcome.REVIEW, "", "", ""
    found = outcome.decide(known, signs, parts.note)
    words = parts.note.quote(found.hit.first, found.hit.last) if found.hit else ""
    result, rule = found.outcome, found.rule
    days = _days_ahead(call, parts, result)
    if result is Outcome.FIRM_NO and parts.role.decides is DecisionMaker.NO:
        result, rule = Outcome.GATEKEEPER, "a no from somebody who cannot decide"
    elif result is Outcome.CALLBACK and days is not None and days >= outcome.LATER_DAYS:
        result, rule = Outcome.LATER, "asked to be called at least two weeks later"
    elif result is Outcome.LATER and days is None:
        result, rule = Outcome.MAYBE, "the timing is wrong and no time was agreed"
    if result in GREAT_OUTCOMES and found.margin < outcome.UNSURE and may_be_great:
        return Outcome.REVIEW, "", words, "Notes"
    return result, rule, words, "Notes"


def _days_ahead(call: Call, parts: _Parts, result: Outcome) -> int | None:
    """Days from the call to the time named for the next step; None where none is named."""
    if call.date is None or result not in (Outcome.CALLBACK, Outcome.LATER):
        return None
    mention = when.choose(parts.text, parts.times, result, call.date) if parts.times else None
    return (mention.date - call.date).days if mention is not None and mention.date is not None else None


def _do_not_call(call: Call, parts: _Parts, signs: list[tuple[str, outcome.Hit]]) -> tuple[bool, str]:
    if parts.meaning is not None and parts.meaning.do_not_call:
        return True, call.outcome[:60]
    for sign, hit in signs:
        if outcome.family(sign) == "dnc":
            return True, parts.note.quote(hit.first, hit.last)
    return False, ""


def _decision_maker(
    call: Call,
    parts: _Parts,
    signs: list[tuple[str, outcome.Hit]],
    result: Outcome,
    notes_say: DecisionMaker,
    hit: outcome.Hit | None,
) -> tuple[DecisionMaker, str, str, str]:
    role = parts.role
    who = role.who
    words = parts.note.quote(hit.first, hit.last) if hit else ""
    if result in NEVER_DECISION_MAKER:
        return DecisionMaker.NO, "no conversation with a decision-maker", "", who
    if call.decision_maker is not None:
        decides = DecisionMaker.YES if call.decision_maker else DecisionMaker.NO
        return decides, "the Decision maker? column", "", who
    if role.decides is not DecisionMaker.UNKNOWN:
        return role.decides, "the Spoke with column", call.spoke_with[:60], who
    strength = hit.phrase.weight if hit is not None else 0
    if notes_say is DecisionMaker.NO or strength > decision_maker.TITLE:
        for sign, found in signs if notes_say is DecisionMaker.YES and strength < decision_maker.SURE else ():
            if outcome.family(sign) == "consult":
                return DecisionMaker.NO, "has to ask somebody else", parts.note.quote(found.first, found.last), who
        return notes_say, "the notes", words, who
    for sign, found in signs:
        if outcome.family(sign) == "consult":
            return DecisionMaker.NO, "has to ask somebody else", parts.note.quote(found.first, found.last), who
    if notes_say is DecisionMaker.YES:
        return notes_say, "the notes", words, who
    return DecisionMaker.UNKNOWN, "", "", who


def _when(call: Call, parts: _Parts, result: Outcome) -> tuple[dt.date | None, str, bool]:
    if call.date is None or not parts.times:
        return None, "", False
    mention = when.choose(parts.text, parts.times, result, call.date)
    if mention is None:
        return None, "", False
    return mention.date, mention.words[:60], mention.exact and result is Outcome.APPOINTMENT


def _steps(
    parts: _Parts,
    signs: list[tuple[str, outcome.Hit]],
    known: list[str],
    result: Outcome,
    rule: str,
    words: str,
    decider: DecisionMaker,
    dm_rule: str,
    dm_words: str,
    when_words: str,
    date: dt.date | None,
    dnc_words: str,
) -> tuple[Step, ...]:
    steps = [
        Step("Outcome column", str(parts.meaning.outcome or "says nothing") if parts.meaning else "not known or blank")
    ]
    steps += [Step("sign: " + sign, hit.phrase.words, parts.note.quote(hit.first, hit.last)) for sign, hit in signs]
    steps += [Step("applies", name) for name in known]
    steps.append(Step("outcome", str(result) + (f" ({rule})" if rule else ""), words))
    steps.append(Step("decision-maker", str(decider) + (f" ({dm_rule})" if dm_rule else ""), dm_words))
    steps.append(Step("time", date.isoformat() if date else "none", when_words))
    if dnc_words:
        steps.append(Step("do not call", "yes", dnc_words))
    return tuple(steps)
