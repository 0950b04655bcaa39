"""What happened on the call: the signs in the notes, the points they give to each outcome, and the guards of RULES 1."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sheetsync.model import DecisionMaker, Outcome
from sheetsync.rules import do_not_call, families, phrases, scorecard
from sheetsync.rules.text import Hit, Note
from sheetsync.rules.when import FUTURE, Mention

#: Days from which an agreed time to talk counts as "later" (RULES 1).
LATER_DAYS = 14

#: Points ahead of the next outcome under which a great outcome is left for a person to confirm: an honest Review beats a wrong Yes.
#: Chosen on notes that the points were not fitted to, so that recall stays above 88 % with wrong Yes near 1 %.
UNSURE = 12

#: The same where the words by themselves hint at another outcome than the phrases do.
DISPUTED = 18

#: The same where no phrase of the notes is a sign of the outcome, and only their words hint at it.
UNSIGNED = 18

#: The same where no phrase of the notes is a sign of anything at all.
UNSPOKEN = 26

#: Words from which a note is long, and what a sign counts for there: in a long note a phrase stands among more that is beside the point.
LONG, SHARE = 18, 0.6

_OUTCOMES = scorecard.OUTCOMES
_PLACE = {outcome: place for place, outcome in enumerate(_OUTCOMES)}
_NO_POINTS = (0,) * len(_OUTCOMES)
_TALK = frozenset({"agreed", "wants", "no", "open", "consult", "timing", "asks", "dnc"})
_NEGATABLE = frozenset({"agreed", "wants"})
_NEAR = 4  # words before a phrase in which a "not" turns it round
_OUTCOME, _CUE = phrases.LAYER_OUTCOME, phrases.LAYER_CUE


class Found(NamedTuple):
    """What the notes say happened: the outcome, the rule in words, and the phrase that decided."""

    outcome: Outcome
    rule: str
    hit: Hit | None = None
    margin: int = 0  # points ahead of the next outcome
    signed: bool = True  # whether a phrase is a sign of the outcome
    hinted: bool = True  # whether the words by themselves hint at it more than at any other


def signs(note: Note) -> list[tuple[str, Hit]]:
    """The signs of an outcome in a note, in order; one that is negated is named ``not`` and its sign."""
    found: list[tuple[str, Hit]] = []
    negation = -10
    for hit in note.hits:
        phrase = hit.phrase
        if phrase.layer == _CUE:
            if phrase.sign == "neg":
                negation = hit.last
        elif phrase.layer == _OUTCOME:
            sign = phrase.sign
            if sign == "no: word" and _stands_alone(note, hit):
                sign = "no: alone"
            elif (sign == "dnc: never" and not do_not_call.asks(note, hit)) or (
                found and sign.startswith("no: ") and _turned_round(found[-1], hit)
            ):
                continue
            if (
                0 < hit.first - negation <= _NEAR
                and family(sign) in _NEGATABLE
                and not _parted(note.breaks, negation, hit.first)
            ):
                sign = "not " + sign
            found.append((sign, hit))
    return found


def _stands_alone(note: Note, hit: Hit) -> bool:
    """Whether a clause is nothing but this phrase: "No, pet, and I'll tell you why"."""
    breaks = note.breaks
    return (hit.first == 0 or hit.first in breaks) and (hit.last + 1 == note.length or hit.last + 1 in breaks)


def _turned_round(before: tuple[str, Hit], hit: Hit) -> bool:
    """Whether a no is the end of a phrase that leaves it open: "not saying no to it"."""
    sign, other = before
    return sign == "open: hedge" and other.first < hit.first <= other.last


class _Families(dict[str, str]):
    """What stands before the colon of each sign; of a negated one, with its ``not``."""

    def __missing__(self, sign: str) -> str:
        self[sign] = found = sign.partition(":")[0]
        return found


family = _Families().__getitem__


def says_nothing(note: Note, found: list[tuple[str, Hit]]) -> bool:
    """Whether a note points elsewhere ("see email"), or says only that there was a call, and has no other sign."""
    if any(hit.phrase.weight > 1 and family(sign) != "empty" for sign, hit in found):
        return False
    return any(family(sign) == "empty" for sign, _ in found) or not (found or note.hinting)


def _parted(breaks: Sequence[int], one: int, other: int) -> bool:
    """Whether a clause ends between two words."""
    return bisect_right(breaks, one) != bisect_right(breaks, other)


def features(
    note: Note,
    found: list[tuple[str, Hit]],
    *,
    role: DecisionMaker,
    titled: bool,
    column: bool | None,
    notes_say: DecisionMaker,
    times: tuple[Mention, ...],
    called_ordinal: int | None,
) -> list[str]:
    """What is known of a note, as the names of the lines of the scorecard that apply."""
    known: list[str] = []
    turn = undo = -1
    for hit in note.hits:
        phrase = hit.phrase
        if phrase.layer == _CUE:
            if phrase.sign == "turn":
                turn = hit.last
            elif phrase.sign == "undo":
                undo = hit.last
    length = note.length
    turns, ends = turn >= 0 and length > 5, length * 0.7 if length > 12 else length
    seen: dict[str, int] = {}
    last = ""
    for kind, hit in found:
        weight = hit.phrase.weight
        if weight > seen.get(kind, 0):
            seen[kind] = weight
        if weight == 1:
            continue
        sign = family(kind)
        if sign in _TALK:
            last = sign
        if turns:
            known.append(sign + (" after but" if hit.first > turn else " before but"))
        if hit.last >= ends:
            known.append(sign + " at the end")
        if undo >= 0 and 0 <= hit.first - undo < 8:
            known.append(sign + " at first")
    if len(known) > 1:
        known = list(dict.fromkeys(known))
    known += seen
    strengths: dict[str, int] = {}
    for kind, weight in seen.items():
        if weight > 1:
            sign = family(kind)
            strengths[sign] = strengths.get(sign, 0) + weight
    for sign, weight in strengths.items():
        known.append(sign if weight > 2 else sign + "?")
        if weight > 5:
            known.append(sign + " twice")
    if last:
        known.append("last: " + last)
    if role is DecisionMaker.NO:
        known.append("spoke with: cannot decide")
    elif role is DecisionMaker.YES:
        known.append("spoke with: decides")
    elif titled:
        known.append("spoke with: a title")
    if column is not None:
        known.append("column: decides" if column else "column: cannot decide")
    if notes_say is DecisionMaker.YES:
        known.append("notes: decides")
    elif notes_say is DecisionMaker.NO:
        known.append("notes: cannot decide")
    known += _times(times, called_ordinal)
    about = note.about
    known += [name for family, name in _ABOUT if about & family]
    known.append("short" if length < 6 else "long" if length > 24 else "middling")
    if not found:
        known.append("no sign")
    return known


#: The line of the scorecard for each family of words, by its bit.
_ABOUT = tuple((1 << place, f"about: {name}") for place, name in enumerate(families.FAMILIES))

_LENGTHS = ("same day", "soon", "far")
_TIME_OF = {(length, role): f"time: {length}, {role.value}" for length in _LENGTHS for role in FUTURE}
_DAY_OF = {length: f"time: {length}, a day" for length in _LENGTHS}


def _times(times: tuple[Mention, ...], called: int | None) -> list[str]:
    known: list[str] = []
    for mention in times:
        if mention.role not in FUTURE or mention.date is None or called is None:
            continue
        days = mention.date.toordinal() - called
        length = "same day" if days <= 0 else "soon" if days < LATER_DAYS else "far"
        known.append("time: " + length)
        known.append(_TIME_OF[length, mention.role])
        if mention.exact:
            known.append(_DAY_OF[length])
        if mention.clock:
            known.append("time: o'clock")
    return list(dict.fromkeys(known)) or ["time: none"]


def weigh(known: list[str], note: Note) -> tuple[list[int], Sequence[int]]:
    """The points of each outcome, in the order of ``scorecard.OUTCOMES``, and what of them the words hint at.

    What the words hint at is divided by the root of their number, so that a long note shouts no louder than a short one.
    """
    points = scorecard.packed()
    total = scorecard.unpack(sum(map(points.__getitem__, known), points[""]))
    words = scorecard.unpack(note.hint)
    root = math.sqrt(note.hinting or 1)
    if note.length > LONG:
        return [int(one * SHARE + hint / root) for one, hint in zip(total, words)], words  # noqa: B905
    return [int(one + hint / root) for one, hint in zip(total, words)], words  # noqa: B905


def decide(known: list[str], found: list[tuple[str, Hit]], note: Note) -> Found:
    """The outcome with the most points, and the phrase that gave it the most."""
    total, words = weigh(known, note)
    best = total.index(max(total))
    outcome = _OUTCOMES[best]
    sign, hit = deciding(outcome, found)
    first = total[best]
    total[best] = -(10**9)
    return Found(
        outcome,
        phrases.REASONS.get(sign, ""),
        hit,
        first - max(total),
        hit is not None or any(family(sign) in phrases.SIGNS_OF[outcome] for sign, _ in found),
        words[best] == max(words) > 0,
    )


def deciding(outcome: Outcome, found: list[tuple[str, Hit]]) -> tuple[str, Hit | None]:
    """The sign of the outcome that gave it the most points, of several the last; "" and None where it has none of its own."""
    own = phrases.SIGNS_OF[outcome]
    place = _PLACE.get(outcome, 0)
    best, strength, most = -1, 2, -1000
    for at, (sign, hit) in enumerate(found):
        weight = hit.phrase.weight
        if weight >= strength and family(sign) in own:
            points = scorecard.POINTS.get(sign, _NO_POINTS)[place]
            if weight > strength or points >= most:
                best, strength, most = at, weight, points
    return found[best] if best >= 0 else ("", None)
