"""One row read by itself: what happened, with whom, and which time was named. What other rows say comes later."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

from sheetsync.model import GREAT_OUTCOMES, NEVER_DECISION_MAKER, Call, DecisionMaker, Outcome, Step
from sheetsync.rules import decision_maker, do_not_call, outcome, outcome_words, phrases, scorecard, when
from sheetsync.rules.text import QUOTED, Hit, Note
from sheetsync.settings import Settings


class Reading(NamedTuple):
    """What one row says by itself, and on which words."""

    # A tuple and not a frozen dataclass, as is what it is made of: a tenth of a row's reading time went into making those.

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


class _Said(NamedTuple):
    """What a note says whenever the call was and whoever was called."""

    note: Note
    signs: list[tuple[str, Hit]]
    notes_say: DecisionMaker  # whether the notes say that the person decides, and
    said: Hit | None  # the phrase that says so
    named: bool  # whether a time may be named at all, so that the date of the call bears on the reading


class _Parts(NamedTuple):
    """What a row is made of, before it is judged."""

    text: str  # the notes; words of the Outcome column that are not known stand before them
    offset: int  # characters of the text that come from the Outcome column
    note: Note
    meaning: outcome_words.Meaning | None
    role: decision_maker.Role
    times: tuple[when.Mention, ...]
    named: bool
    signs: list[tuple[str, Hit]]
    notes_say: DecisionMaker
    said: Hit | None


def read(call: Call, settings: Settings, *, explain: bool = False) -> Reading:
    """What the row says by itself. A pure function of the row's words, its date and the settings.

    The order of the rules: the Outcome column, else the notes, and the guards of RULES 1; whom the rep spoke with; whether anybody may
    call again; the time of the next step.
    """
    if explain:
        return _read(call, settings, explain=True)[0]
    return _KEPT.read(call, settings)


#: Readings that are kept, and the longest notes whose readings are.
_MANY, _LONG = 50_000, 400


class _Kept:
    """The readings of the last rows: logs are full of the same few words, and only a time is read from the date."""

    def __init__(self) -> None:
        self._rules: tuple[Mapping[str, Outcome | None], str] = ({}, "")  # what of the settings a reading depends on
        self._always: dict[tuple[str, str, str, bool | None], Reading] = {}  # of words that name no time
        self._dated: dict[tuple[str, str, str, bool | None, dt.date | None], Reading] = {}

    def read(self, call: Call, settings: Settings) -> Reading:
        rules = (settings.outcome_words, settings.date_order)
        if rules != self._rules:
            self._rules = (dict(rules[0]), rules[1])
            self._always, self._dated = {}, {}
        words = (call.outcome, call.notes, call.spoke_with, call.decision_maker)
        found = self._always.get(words)
        if found is not None:
            return found
        dated = (*words, call.date)
        found = self._dated.get(dated)
        if found is not None:
            return found
        found, named = _read(call, settings)
        if len(call.notes) <= _LONG:
            if len(self._always) + len(self._dated) >= _MANY:
                self._always, self._dated = {}, {}
            if named:
                self._dated[dated] = found
            else:
                self._always[words] = found
        return found


_KEPT = _Kept()


def _read(call: Call, settings: Settings, *, explain: bool = False) -> tuple[Reading, bool]:
    """The reading of a row, and whether its date may bear on it."""
    parts = _take_apart(call, settings, explain=explain)
    decides = _decides(call, parts)
    dnc = _do_not_call(call, parts)
    result, rule, column, hit = _outcome(call, parts, settings, decides[0] is DecisionMaker.YES, dnc is not None)
    mention = when.choose(parts.text, parts.times, result, call.date) if parts.times and call.date else None
    words = call.outcome[:60] if column == "Outcome" else ""
    if column == "Notes":
        words, column = _quoted(parts, result, hit, mention)
    if result in NEVER_DECISION_MAKER:
        decides = (DecisionMaker.NO, "no conversation with a decision-maker", None)
    decider, dm_rule, dm_words = decides
    date, when_words, exact = _when(call, parts, result, mention, settings)
    found = Reading(
        result,
        rule,
        words,
        column,
        decider,
        dm_rule,
        parts.note.quote(dm_words.first, dm_words.last) if isinstance(dm_words, Hit) else dm_words or "",
        parts.role.who or _who(parts),
        date,
        when_words,
        exact,
        dnc is not None,
        dnc or "",
    )
    if explain:
        found = found._replace(steps=_steps(call, parts, found))
    return found, parts.named or (parts.meaning is not None and outcome_words.may_name_a_time(call.outcome))


class _Notes(dict[str, _Said]):
    """What notes say that were read more than once: the same few notes stand on many rows, and most others on one."""

    # A note is kept from its second reading on. To keep every note, with all that it is made of, took a sixth of the time of
    # reading a log whose notes are all different.

    def __init__(self) -> None:
        super().__init__()
        self._once: set[int] = set()

    def __missing__(self, text: str) -> _Said:
        note = phrases.lexicon().read(text)
        found = _Said(note, outcome.signs(note), *decision_maker.from_notes(note), when.named(note.tokens))
        if len(text) <= _LONG:
            number = hash(text)
            if number in self._once:
                if len(self) >= _MANY_NOTES:
                    self.clear()
                self[text] = found
            else:
                if len(self._once) >= _MANY:
                    self._once.clear()
                self._once.add(number)
        return found


_MANY_NOTES = 8_192
_NOTES = _Notes()


def _take_apart(call: Call, settings: Settings, *, explain: bool = False) -> _Parts:
    meaning = outcome_words.read(call.outcome, settings.outcome_words) if call.outcome else None
    if call.outcome and meaning is None:
        text, offset = f"{call.outcome}. {call.notes}", len(call.outcome) + 2
    else:
        text, offset = call.notes, 0
    note, signs, notes_say, said, named = _NOTES[text]
    times: tuple[when.Mention, ...] = ()
    decided = meaning.outcome if meaning is not None and not meaning.among else None
    if call.date is not None and named and (explain or decided is None or when.matters(decided)):
        times = when.mentions(text, call.date, date_order=settings.date_order)
    return _Parts(
        text, offset, note, meaning, decision_maker.role(call.spoke_with), times, named, signs, notes_say, said
    )


def features(call: Call, parts: _Parts) -> list[str]:
    """The lines of the scorecard that apply to a row."""
    return outcome.features(
        parts.note,
        parts.signs,
        role=parts.role.decides,
        titled=parts.role.title,
        column=call.decision_maker,
        notes_say=parts.notes_say,
        times=parts.times,
        called_ordinal=call.date.toordinal() if call.date else None,
    )


def _outcome(
    call: Call, parts: _Parts, settings: Settings, may_be_great: bool, do_not_call: bool
) -> tuple[Outcome, str, str, Hit | None]:
    """The outcome, the rule and the column that decided, and the surest sign of it where the notes have one."""
    if parts.meaning is not None and parts.meaning.outcome is not None:
        told = _told_more(call, parts) if parts.meaning.among and parts.note.length else None
        if told is None:
            return parts.meaning.outcome, "the Outcome column", "Outcome", None
        return told.outcome, told.rule, "Notes", told.hit
    if not parts.note.length or outcome.says_nothing(parts.note, parts.signs):
        return Outcome.REVIEW, "", "", None
    word = outcome_words.whole(parts.text, settings.outcome_words) if len(parts.text) <= _WORD else None
    if word is not None and not (word is Outcome.FIRM_NO and parts.role.decides is DecisionMaker.NO):
        sign, hit = outcome.deciding(word, parts.signs)
        return word, phrases.REASONS.get(sign) or "a word as the Outcome column has them", "Notes", hit
    found = outcome.decide(features(call, parts), parts.signs, parts.note)
    result, rule = _guarded(call, parts, found, may_be_great, do_not_call)
    hit = found.hit if result is found.outcome else outcome.deciding(result, parts.signs)[1]
    return result, rule, "Notes", hit


def _guarded(
    call: Call, parts: _Parts, found: outcome.Found, may_be_great: bool, do_not_call: bool
) -> tuple[Outcome, str]:
    """What the points say, under the guards of RULES 1, and the rule."""
    signs, result, rule = parts.signs, found.outcome, found.rule
    if do_not_call and result in _TALKED and parts.role.decides is not DecisionMaker.NO:
        return Outcome.FIRM_NO, "asked not to be called again"
    if result is Outcome.BAD_NUMBER and not signs and parts.note.hinting <= _FEW:
        return Outcome.REVIEW, ""
    days = _days_ahead(call, parts, result)
    if result is Outcome.FIRM_NO and parts.role.decides is DecisionMaker.NO:
        result, rule = Outcome.GATEKEEPER, "a no from somebody who cannot decide"
    elif result is Outcome.CALLBACK and days is not None and days >= outcome.LATER_DAYS:
        result, rule = Outcome.LATER, "asked to be called at least two weeks later"
    elif result is Outcome.LATER and days is None and not _names_a_time(parts):
        result, rule = Outcome.MAYBE, "the timing is wrong and no time was agreed"
    elif result is Outcome.LATER and days is not None and days <= outcome.LATER_DAYS:
        result, rule = _soon(signs, days) or (result, rule)
    if may_be_great and result in GREAT_OUTCOMES:
        if not signs and (not found.hinted or found.margin < outcome.UNSPOKEN):
            result, rule = Outcome.REVIEW, ""
        elif not found.signed and (not found.hinted or found.margin < outcome.UNSIGNED):
            result, rule = Outcome.MAYBE, "nothing was agreed"
        elif found.margin < (outcome.UNSURE if found.hinted else outcome.DISPUTED):
            result, rule = Outcome.REVIEW, ""
    return result, rule


#: Letters up to which a note may be nothing but a word of the Outcome column.
_WORD = 40

#: Words that hint at something, up to which they do not make a number a bad one: "in 9999999 years".
_FEW = 2

#: Outcomes of a conversation that a request never to be called again makes a firm no; of one that somebody else had, it does not.
_TALKED = (*GREAT_OUTCOMES, Outcome.MAYBE, Outcome.CALLBACK)


def _told_more(call: Call, parts: _Parts) -> outcome.Found | None:
    """What the notes say where a word of the Outcome column leaves more than one thing open; None where they do not say it surely."""
    found = outcome.decide(features(call, parts), parts.signs, parts.note)
    if parts.meaning is None or found.outcome not in parts.meaning.among or not found.signed:
        return None
    if found.margin < outcome.UNSURE or (
        found.outcome is Outcome.LATER and not _days_ahead(call, parts, found.outcome)
    ):
        return None
    return found


def _quoted(parts: _Parts, result: Outcome, hit: Hit | None, mention: when.Mention | None) -> tuple[str, str]:
    """The words that carry the outcome, and the column they stand in: its time where one was agreed, else its surest sign."""
    if result is Outcome.REVIEW:
        return "", "Notes"
    note = parts.note
    if mention is not None and result in (Outcome.LATER, Outcome.APPOINTMENT):
        own = phrases.SIGNS_OF[result]
        near = [one for sign, one in parts.signs if one.phrase.weight > 1 and outcome.family(sign) in own]
        return _around(parts, mention, near)
    if hit is None:
        return "", "Notes"
    words = note.quote(hit.first, hit.last)
    return words, "Outcome" if parts.offset and note.start(hit.first) < parts.offset else "Notes"


def _around(parts: _Parts, mention: when.Mention, near: list[Hit]) -> tuple[str, str]:
    """The time agreed, with what was agreed where it stands close by in the same sentence, and the column they stand in."""
    text, start, end = parts.text, mention.start, mention.end
    for hit in near:
        first, last = parts.note.start(hit.first), parts.note.start(hit.last)
        last += len(parts.note.words(hit.last, hit.last)[0])
        low, high = min(first, start), max(last, end)
        if high - low <= QUOTED and not _SENTENCE_ENDS.search(text, low, high):
            start, end = low, high
    low = max(0, end - QUOTED)
    sentence = [found.end() for found in _SENTENCE_ENDS.finditer(text, low, start)]
    clause = next((found.end() for found in _CLAUSE_ENDS.finditer(text, low, start)), 0)
    if sentence:
        low = sentence[-1]
    elif low:
        low = clause or text.find(" ", low, start) + 1 or start
    stop = _CLAUSE_ENDS.search(text, end, low + QUOTED)
    high = stop.start() if stop else min(len(text), low + QUOTED)
    if stop is None and high < len(text):
        high = max(text.rfind(" ", end, high), end)
    return text[low:high].strip(_EDGES), "Outcome" if parts.offset and low < parts.offset else "Notes"


#: Where a sentence ends, and where a clause does.
_SENTENCE_ENDS = re.compile(r"[.!?;\n][\"”']?(?=\s|$)")
_CLAUSE_ENDS = re.compile(r"[.!?;\n,:](?=[\s\"”']|$)[\"”']?\s*|\s[-–—]\s|[()]")
_EDGES = ' \t\r\n"“”,;:-–—'


def _soon(signs: list[tuple[str, Hit]], days: int) -> tuple[Outcome, str] | None:
    """What a time to talk again is that is no more than two weeks out; None where it stays one to talk again later."""
    sure = {sign for sign, hit in signs if hit.phrase.weight > 1}
    families = {outcome.family(sign) for sign in sure}
    if "open" in families or "consult" in families:
        return Outcome.MAYBE, "left it open"
    if days < outcome.LATER_DAYS and not sure & {"timing: budget", "timing: contract"}:
        return Outcome.CALLBACK, "asked to be called within two weeks"
    return None


def _days_ahead(call: Call, parts: _Parts, result: Outcome) -> int | None:
    """Days from the call to the time named for the next step; None where none is named."""
    if call.date is None or result not in (Outcome.CALLBACK, Outcome.LATER):
        return None
    mention = when.choose(parts.text, parts.times, result, call.date) if parts.times else None
    return (mention.date - call.date).days if mention is not None and mention.date is not None else None


def _names_a_time(parts: _Parts) -> bool:
    """Whether a time to come is named, or the rep was asked to call, though no date can be read from it."""
    if any(mention.role in when.FUTURE and mention.date is not None for mention in parts.times):
        return True
    return any(sign == "asks: call" and hit.phrase.weight > 1 for sign, hit in parts.signs)


def _do_not_call(call: Call, parts: _Parts) -> str | None:
    """The words that ask that nobody call again; None where nobody asked."""
    if parts.meaning is not None and parts.meaning.do_not_call:
        return call.outcome[:60]
    for sign, hit in parts.signs:
        if sign == "dnc: never":
            dead = any(outcome.family(other) == "dead" for other, _ in parts.signs)
            if not (dead and do_not_call.by_the_rep(parts.note, hit)):
                return parts.note.quote(hit.first, hit.last)
    return None


def _decides(call: Call, parts: _Parts) -> tuple[DecisionMaker, str, Hit | str | None]:
    """Whether the person decides (RULES 2), were it a conversation; the rule, and the words or where they stand."""
    if call.decision_maker is not None:
        return (DecisionMaker.YES if call.decision_maker else DecisionMaker.NO), "the Decision maker? column", None
    if parts.role.decides is not DecisionMaker.UNKNOWN:
        return parts.role.decides, "the Spoke with column", call.spoke_with[:60]
    notes_say, said = parts.notes_say, parts.said
    strength = said.phrase.weight if said is not None else 0
    if notes_say is DecisionMaker.NO or (notes_say is DecisionMaker.YES and strength >= decision_maker.SURE):
        return notes_say, "the notes", said
    for sign, hit in parts.signs:
        if outcome.family(sign) == "consult":
            return DecisionMaker.NO, "has to ask somebody else", hit
    if notes_say is DecisionMaker.YES:
        return notes_say, "the notes", said
    return DecisionMaker.UNKNOWN, "", None


def _who(parts: _Parts) -> str:
    """Whom the notes name, where the Spoke with column is blank: "the receptionist", "the owner"."""
    hits = [hit for sign, hit in parts.signs if sign == "blocked: role"]
    said = parts.said
    if said is not None and said.phrase.sign == "decides":
        hits.append(said)
    for hit in hits:
        for word in parts.note.words(hit.first, hit.last):
            person = decision_maker.PEOPLE.get(word.casefold())
            if person:
                return person
    return ""


def _when(
    call: Call, parts: _Parts, result: Outcome, mention: when.Mention | None, settings: Settings
) -> tuple[dt.date | None, str, bool]:
    """The time stated for the next step, in the notes or else in the Outcome column, its words, and whether it never moves."""
    if mention is None and call.date is not None and parts.meaning and outcome_words.may_name_a_time(call.outcome):
        times = when.mentions(call.outcome, call.date, date_order=settings.date_order)
        mention = when.choose(call.outcome, times, result, call.date)
    if mention is None:
        return None, "", False
    return mention.date, mention.words[:60], mention.exact and result is Outcome.APPOINTMENT


def _steps(call: Call, parts: _Parts, found: Reading) -> tuple[Step, ...]:
    """Each step of the reading, for a person who asks why."""
    steps = [
        Step("Outcome column", str(parts.meaning.outcome or "says nothing") if parts.meaning else "blank or not known")
    ]
    steps += [
        Step("sign", sign, parts.note.quote(hit.first, hit.last)) for sign, hit in parts.signs if hit.phrase.weight > 1
    ]
    known = features(call, parts)
    points = zip(scorecard.OUTCOMES, outcome.weigh(known, parts.note)[0], strict=True)
    ranked = sorted(points, key=lambda pair: -pair[1])
    steps.append(Step("points", ", ".join(f"{name} {value}" for name, value in ranked[:3]), "; ".join(known)))
    steps.append(Step("outcome", f"{found.outcome} ({found.outcome_rule or 'cannot be told'})", found.outcome_words))
    steps.append(
        Step(
            "decision-maker",
            f"{found.decision_maker} ({found.decision_maker_rule or 'unknown'})",
            found.decision_maker_words,
        )
    )
    steps.append(Step("time", found.when.isoformat() if found.when else "none", found.when_words))
    if found.do_not_call:
        steps.append(Step("do not call", "yes", found.do_not_call_words))
    return tuple(steps)
