"""How many points each sign gives to each outcome.

The points are those under which the labelled notes in tests/cases are most probable (logistic regression, twenty points to a factor of e,
held small so that no note counts for much), rounded. A line may be changed by hand; no line is needed for a new phrase, only for a new sign.
"""

from __future__ import annotations

import struct
from functools import cache

from sheetsync.model import Outcome

OUTCOMES = (
    Outcome.APPOINTMENT,
    Outcome.INTERESTED,
    Outcome.LATER,
    Outcome.FIRM_NO,
    Outcome.MAYBE,
    Outcome.CALLBACK,
    Outcome.GATEKEEPER,
    Outcome.NO_CONTACT,
    Outcome.BAD_NUMBER,
)

_BITS = 32  # of each outcome in a packed sum: room for every hint and every line at once
_HALF = 1 << (_BITS - 1)
_BIAS = sum(_HALF << (_BITS * place) for place in range(len(OUTCOMES)))
_BYTES = _BITS // 8 * len(OUTCOMES)
_FIELDS = struct.Struct(f"<{len(OUTCOMES)}i")


def pack(points: tuple[int, ...]) -> int:
    """The points of all outcomes in one number, so that adding lines is adding numbers."""
    return sum(value << (_BITS * place) for place, value in enumerate(points))


def unpack(total: int) -> tuple[int, ...]:
    """The points of each outcome from a sum of packed lines."""
    apart = total + _BIAS  # no outcome below 0, so that none has borrowed from the next
    return _FIELDS.unpack(
        (apart ^ _BIAS).to_bytes(_BYTES, "little")
    )  # each, with its first bit turned, as a signed number


@cache
def packed() -> dict[str, int]:
    """Each line of the scorecard as one number; the line without a name is where every note starts."""
    return {"": pack(START)} | {name: pack(points) for name, points in POINTS.items()}


START: tuple[int, ...] = (-21, -13, -23, 21, 15, -5, 12, 19, -5)

#: What each sign and circumstance gives to each outcome, in the order of ``OUTCOMES``.
POINTS: dict[str, tuple[int, ...]] = {
    "agreed": (29, -2, -2, -4, -3, -6, -4, -3, -5),
    "agreed after but": (11, -4, 1, -2, -3, -2, 0, -1, 0),
    "agreed at first": (0, 1, 1, -1, 0, 0, 0, -1, 0),
    "agreed at the end": (-2, 0, 1, -2, -1, 1, 3, 0, 0),
    "agreed before but": (6, -2, -5, 1, 0, 0, 1, 0, -1),
    "agreed twice": (14, -3, -4, -2, -3, 1, -2, -1, 0),
    "agreed: booked": (17, -3, -5, 0, -5, 1, -3, -1, -1),
    "agreed: come": (16, 1, 0, -4, 0, -8, 0, -2, -3),
    "agreed: meeting": (13, -4, -1, -1, -1, 0, -3, -1, -1),
    "asks": (-4, -5, 16, -8, -3, 14, -1, -3, -5),
    "asks after but": (-1, 0, 5, -2, 0, -2, -1, 3, -1),
    "asks at first": (0, 1, 4, -2, -2, -1, -1, 0, 0),
    "asks at the end": (-5, -3, 3, -2, 3, 1, -1, 3, 0),
    "asks before but": (-4, 2, 4, -1, -5, 2, 1, -2, 1),
    "asks twice": (0, 0, -1, 0, 0, 1, 0, 0, 0),
    "asks: call": (-6, -5, 17, -6, 0, 9, -1, -2, -6),
    "asks: try": (2, 0, -2, -1, -3, 7, -1, -2, 0),
    "blocked": (2, -6, -5, -7, -6, -7, 36, -2, -6),
    "blocked after but": (4, -2, -1, 1, -2, -2, 1, 1, 0),
    "blocked at first": (-1, 0, 0, 1, -1, 0, 0, 0, 0),
    "blocked at the end": (0, -1, -2, -5, 2, 0, 4, 1, 1),
    "blocked before but": (-3, -2, -3, -3, -2, 1, 11, 1, 0),
    "blocked twice": (-4, -1, 0, -1, -2, -4, 15, -1, -2),
    "blocked: away": (-5, -3, 2, -4, 0, 0, 13, 1, -4),
    "blocked: message": (0, 0, 1, -4, 0, -2, 5, 3, -4),
    "blocked: other": (2, 1, 1, 1, -1, -7, 11, -4, -4),
    "blocked: refused": (0, -3, -5, 0, -1, -2, 14, -2, -1),
    "blocked: role": (0, -4, -4, -3, -8, 0, 16, -1, 4),
    "busy": (-2, -7, 3, -9, -3, 29, -3, 0, -8),
    "busy after but": (4, 1, -1, 2, 2, -3, 0, -1, -3),
    "busy at first": (0, 3, 0, 0, -3, 1, -1, 0, 0),
    "busy at the end": (2, 2, -5, 2, 1, 0, 1, 1, -3),
    "busy before but": (-3, 0, -1, -2, 2, 0, 1, 4, -2),
    "busy twice": (-1, 1, 2, -3, -3, 11, -3, -3, -1),
    "busy: bad moment": (-2, -1, 1, -1, 2, 4, -2, 1, -2),
    "busy: occupied": (-4, -3, -1, -6, -3, 25, -2, -3, -4),
    "busy: soon": (0, -2, 4, -6, -5, 12, 1, -1, -3),
    "busy: unspoken": (2, 0, -1, 1, 0, 1, -3, 0, 0),
    "column: cannot decide": (-3, -2, -4, -13, -5, 2, 23, -1, 3),
    "column: decides": (5, 10, 1, 6, 6, 5, -18, -6, -10),
    "consult": (1, -4, -1, -3, 17, -2, -3, -2, -3),
    "consult after but": (1, -3, -2, 1, 4, -1, -1, 0, 0),
    "consult at first": (0, 0, 0, -2, 4, 0, -1, 0, 0),
    "consult at the end": (1, 1, -1, 0, 0, 2, -2, 0, 0),
    "consult before but": (0, -1, 3, 0, 1, 0, -1, 0, 0),
    "consult: asks": (1, -4, -1, -3, 17, -2, -3, -2, -3),
    "dead": (-2, -6, -5, -5, -10, -7, -6, -9, 50),
    "dead after but": (2, -1, -1, 2, -2, -3, 2, 0, 1),
    "dead at first": (0, -1, 0, 0, 0, 0, 1, 0, 0),
    "dead at the end": (-1, -1, -3, 5, 0, -3, -1, -2, 4),
    "dead before but": (0, -2, -1, 0, -2, 0, -2, -1, 8),
    "dead twice": (0, 0, -1, -3, -1, 0, -2, -1, 8),
    "dead: closed": (-1, 0, -1, 0, -1, 0, -1, -3, 6),
    "dead: left": (2, -1, 2, -3, -5, -3, -4, -4, 17),
    "dead: line": (-1, -3, -2, -3, -3, 0, -2, -1, 16),
    "dead: wrong": (-2, -2, -5, -2, -3, -4, 0, -2, 19),
    "dnc": (-1, -3, -1, 18, -3, -1, -4, -3, -2),
    "dnc after but": (0, 0, 0, 2, 0, 0, -1, 0, 0),
    "dnc at the end": (0, 0, 0, 2, 0, 0, -1, 0, 0),
    "dnc: hint": (0, 0, 0, 1, 0, 0, 0, 0, 0),
    "dnc: never": (-1, -3, -1, 18, -3, -1, -4, -3, -2),
    "empty after but": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "empty at the end": (0, 0, -1, 0, 1, 0, 0, 0, 0),
    "empty before but": (0, 1, 3, 0, -1, -1, -2, 0, -1),
    "empty: elsewhere": (0, 1, 1, -1, 1, -1, -3, 0, 1),
    "empty?": (0, 1, 1, -1, 1, -1, -3, 0, 1),
    "last: agreed": (14, 2, -1, -4, -1, -2, 0, -3, -5),
    "last: asks": (0, -3, 6, -5, 0, 7, -3, -1, -2),
    "last: consult": (-2, -1, 0, -3, 15, 0, -4, -2, -3),
    "last: dnc": (-1, -2, -1, 15, -2, -1, -4, -3, -2),
    "last: no": (-1, -5, -11, 22, -1, -4, 1, -1, 0),
    "last: open": (-2, -1, 1, -2, 16, -3, -4, -2, -3),
    "last: timing": (-4, 1, 5, -2, 3, 0, 0, -1, -2),
    "last: wants": (-3, 22, -1, -4, 0, -6, -2, -3, -3),
    "long": (-4, 6, 1, 1, -1, -5, 4, -1, -2),
    "middling": (4, -2, 2, 1, 1, -2, 0, -3, 0),
    "no": (-5, -6, -2, 26, 0, -6, -2, -7, 1),
    "no after but": (2, -2, 0, 9, -1, -2, -3, -2, 0),
    "no at first": (0, 2, 1, 1, -6, 2, 1, -1, 0),
    "no at the end": (2, 2, 0, 1, 3, -2, -4, 0, -2),
    "no before but": (-3, -2, 3, 1, 0, -2, 1, -1, 2),
    "no sign": (8, -5, 4, 4, -1, -7, 0, -4, 0),
    "no twice": (0, -3, -1, 13, -4, -1, -4, -2, 0),
    "no: alone": (-1, -2, -1, 12, -4, -1, -1, 0, -3),
    "no: fit": (2, -2, 1, 1, 0, 0, -1, 0, -1),
    "no: leaving": (-1, -1, -2, 6, 0, 0, -1, -1, 0),
    "no: need": (-1, -1, 0, 10, -4, 0, -4, -1, 0),
    "no: price": (-2, -1, 0, 2, 0, 2, -2, 0, 1),
    "no: refusal": (-1, -4, -2, 15, -2, -3, -2, -2, 1),
    "no: supplier": (-1, 0, 0, 5, 3, -5, 3, -4, -1),
    "no: word": (-3, 1, 1, 3, -3, 0, -3, 2, 3),
    "no?": (-1, -2, 0, 5, -3, -1, -2, 2, 2),
    "not agreed": (0, 0, 0, 0, 0, 0, 1, 0, 0),
    "not agreed after but": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "not agreed at the end": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "not agreed: booked": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "not agreed: come": (0, 0, 0, 0, -1, 0, 1, 0, 0),
    "not wants": (0, -1, 1, 3, -1, -1, -2, 1, 0),
    "not wants after but": (0, -1, 0, 0, 0, 0, 0, 1, 0),
    "not wants at the end": (0, -1, 0, 0, 0, 0, 0, 1, 0),
    "not wants: deal": (0, -1, 1, 4, -1, -1, -1, 0, 0),
    "not wants: keen": (0, 1, 0, 1, -1, 0, 0, 0, 0),
    "not wants: quote": (0, -1, 0, 0, 0, 0, 0, 1, 0),
    "notes: cannot decide": (1, 1, -1, 0, 3, -3, 1, 0, -3),
    "notes: decides": (5, 2, 3, 3, -3, -9, 6, -1, -5),
    "open": (-1, -3, -6, -6, 32, -7, -7, 0, -3),
    "open after but": (1, 2, 3, -4, 4, -4, -1, -1, 1),
    "open at first": (1, 0, 1, 5, -3, -1, -1, -2, 0),
    "open at the end": (1, 4, 2, -2, -1, -2, -2, 0, 1),
    "open before but": (1, 0, 1, -3, 7, -1, -2, -3, 0),
    "open twice": (-1, -2, -2, -4, 12, -3, 0, -3, 2),
    "open: hedge": (5, -2, -11, -7, 14, -1, 0, 7, -5),
    "open: info": (0, 6, -1, -6, 7, -2, -2, -2, 1),
    "open: liked": (-1, 1, -6, 2, 12, -1, -2, -3, -2),
    "open: not today": (0, -3, 0, 1, 2, 0, 0, 0, 0),
    "open: think": (-4, -1, -2, 0, 16, -7, -3, -4, 4),
    "open: wait": (-3, -3, 5, 2, 6, -1, -1, -3, -1),
    "open?": (2, 2, -3, 3, 3, -2, -1, -1, -1),
    "short": (-1, -3, -3, -3, 0, 8, -4, 4, 2),
    "spoke with: a title": (0, 4, -1, 1, 2, -2, 1, -4, -2),
    "spoke with: cannot decide": (3, -2, -5, -5, -5, -3, 25, -4, -4),
    "spoke with: decides": (7, 7, 13, 16, 6, -2, -21, -8, -17),
    "talk: chat": (0, 0, 0, 1, 0, 0, 0, 0, 0),
    "talk?": (0, 0, 0, 1, 0, 0, 0, 0, 0),
    "time: far": (3, -4, 32, -1, -4, -12, -6, -4, -5),
    "time: far, a day": (22, -4, -5, -5, -3, -6, 0, 3, -2),
    "time: far, a time named": (-3, -4, 17, 1, -5, -2, 0, -3, -2),
    "time: far, the next step": (7, -5, 20, -3, 0, -8, -4, -5, -2),
    "time: far, when something of theirs happens": (-4, 1, 12, -2, 0, -1, -3, -1, -2),
    "time: far, when they are back": (-1, 0, -3, 0, 0, -1, 1, 5, 1),
    "time: none": (-19, 2, -16, 14, 11, -10, 4, 3, 11),
    "time: o'clock": (6, -2, -5, -4, -2, 5, 1, 2, -1),
    "time: same day": (4, 2, -6, -5, 0, 7, -1, 0, -2),
    "time: same day, a day": (-1, 0, 2, 0, 0, -2, 0, 1, 0),
    "time: same day, a time named": (4, 0, -1, -5, 2, 2, -3, 1, 0),
    "time: same day, the next step": (-1, 2, -5, 0, -1, 5, 1, 0, -1),
    "time: same day, when something of theirs happens": (0, 1, 0, 0, -1, 0, 0, 0, 0),
    "time: same day, when they are back": (0, 0, -1, -1, -1, 3, 1, -1, 0),
    "time: soon": (13, -2, -5, -10, -3, 14, -1, -1, -5),
    "time: soon, a day": (19, 3, -10, -9, -4, 8, 0, -3, -3),
    "time: soon, a time named": (-1, -1, -3, -5, -1, 8, 5, 0, -3),
    "time: soon, the next step": (17, 1, -5, -6, -2, 4, -6, -2, -2),
    "time: soon, when something of theirs happens": (0, 0, 2, 0, 1, -2, 0, 0, 0),
    "time: soon, when they are back": (-4, -1, 0, 0, 1, 0, 3, 2, 0),
    "timing": (-5, -1, 16, 1, -1, -3, -1, -2, -4),
    "timing after but": (0, 1, 4, -1, -3, -2, 1, 0, -1),
    "timing at first": (0, 0, 1, -1, 2, -1, 0, 0, 0),
    "timing at the end": (0, 3, -5, -1, 1, 1, 2, -1, -1),
    "timing before but": (-1, -1, 4, -3, 0, 2, -1, 1, -1),
    "timing twice": (-1, 0, 3, -1, 0, -1, 0, 0, 0),
    "timing: budget": (-3, 3, 6, -2, 0, -2, -1, 0, 0),
    "timing: contract": (-1, 1, 2, 5, -1, -2, -3, -1, -1),
    "timing: not now": (-1, -2, 0, 3, -1, -1, 2, 0, -1),
    "timing: season": (-1, -3, 12, -6, 2, 1, 0, -1, -3),
    "voicemail": (-6, -7, -4, -5, -12, -5, -9, 50, -2),
    "voicemail after but": (-1, -1, -2, 3, 0, -1, -1, 3, 0),
    "voicemail at first": (1, -1, 1, 0, 0, -1, 0, 1, 0),
    "voicemail at the end": (-2, 1, -1, 2, 1, 3, -1, -1, -1),
    "voicemail before but": (1, -2, -1, -1, -4, -3, -1, 11, 1),
    "voicemail twice": (0, 1, 0, -2, -1, -1, 0, 6, -2),
    "voicemail: closed": (-2, -1, -1, 3, -3, -1, -2, 7, -1),
    "voicemail: cut": (0, 0, 0, -1, -4, 2, -1, 6, -2),
    "voicemail: engaged": (0, -1, 0, -3, -2, -1, -1, 9, -2),
    "voicemail: machine": (-5, -2, -3, -7, -4, -4, -7, 30, 2),
    "voicemail: unanswered": (-1, -4, -2, 3, -3, -3, -1, 12, -1),
    "voicemail?": (-1, -1, 0, 3, -2, -1, -1, 4, -1),
    "wants": (-3, 31, 0, -6, -5, -5, -3, -5, -5),
    "wants after but": (0, 3, -1, -1, 3, -3, -2, -1, 2),
    "wants at first": (-2, -1, -2, 1, 0, 3, 1, 1, -1),
    "wants at the end": (-1, 3, -1, -1, 0, -1, 0, 2, -1),
    "wants before but": (2, 2, 0, -1, 2, -2, -2, 1, -2),
    "wants twice": (0, 5, -2, 1, -2, -1, 1, -1, -1),
    "wants: deal": (0, 8, 1, 2, -5, -4, 2, -2, -3),
    "wants: keen": (3, 17, -1, -4, -3, -4, -3, -3, -2),
    "wants: quote": (-5, 32, -4, -8, -2, -2, -4, -5, -3),
    "wants?": (0, 2, 0, 0, -1, 0, 0, 0, 0),
}  # fmt: skip
