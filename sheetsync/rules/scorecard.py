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


class _Lines(dict[str, int]):
    """Lines of the scorecard by name, as one number each; one that is not in the table gives nothing."""

    def __missing__(self, name: str) -> int:
        return 0


@cache
def packed() -> dict[str, int]:
    """Each line of the scorecard as one number; the line without a name is where every note starts, one not in the table is 0."""
    return _Lines({"": pack(START)} | {name: pack(points) for name, points in POINTS.items()})


START: tuple[int, ...] = (-22, -14, -24, 26, 13, -6, 14, 16, -4)

#: What each sign and circumstance gives to each outcome, in the order of ``OUTCOMES``.
POINTS: dict[str, tuple[int, ...]] = {
    "agreed": (31, -2, -1, -4, -3, -6, -6, -2, -6),
    "agreed after but": (12, -4, 0, -3, -1, -2, 0, -2, 0),
    "agreed at first": (1, 1, 1, -1, 0, -1, 0, -1, 0),
    "agreed at the end": (-2, 0, 0, 0, -1, 1, 3, -1, 0),
    "agreed before but": (4, -2, -2, -1, 0, -1, 1, 2, -2),
    "agreed twice": (14, -4, -5, 1, -4, 1, -1, -1, 0),
    "agreed: booked": (18, -3, -5, 2, -6, 1, -3, -1, -1),
    "agreed: come": (16, 0, 1, -6, 1, -7, 0, -2, -3),
    "agreed: meeting": (13, -4, -1, 0, -1, 0, -4, 0, -2),
    "asks": (-4, -4, 15, -8, -4, 15, -1, -4, -5),
    "asks after but": (-2, 0, 6, -2, 0, -2, -2, 3, -1),
    "asks at first": (1, 2, 5, -2, -2, -2, -1, 0, -1),
    "asks at the end": (-5, -3, 3, 0, 3, 0, 1, 2, 0),
    "asks before but": (-2, 2, 4, -2, -4, 2, 2, -3, 1),
    "asks twice": (0, 0, 0, 0, 0, 1, 0, 0, 0),
    "asks: call": (-5, -4, 17, -7, 0, 7, -1, -2, -6),
    "asks: try": (1, -1, -2, -2, -4, 9, -1, -2, 0),
    "blocked": (2, -7, -5, -5, -5, -7, 35, -3, -5),
    "blocked after but": (4, -2, -1, 1, -3, -1, 1, 1, 0),
    "blocked at first": (0, 0, 0, 1, -1, 0, 0, 0, 0),
    "blocked at the end": (-2, -2, -2, -5, 3, 1, 4, 1, 1),
    "blocked before but": (-4, 0, -3, -3, -3, 0, 12, 1, -1),
    "blocked twice": (-4, -2, 0, -1, -1, -4, 15, -1, -3),
    "blocked: away": (-4, -4, 2, -4, 1, -1, 13, 1, -4),
    "blocked: message": (-1, 2, 1, -4, -1, -2, 5, 3, -4),
    "blocked: other": (4, 0, 1, 1, -1, -7, 10, -4, -4),
    "blocked: refused": (-1, -3, -5, 2, 1, -2, 14, -4, -2),
    "blocked: role": (-1, -4, -5, -3, -8, 0, 16, -1, 5),
    "busy": (-1, -7, 3, -10, -3, 29, -3, 1, -8),
    "busy after but": (4, 1, -1, 2, 2, -3, 0, -2, -3),
    "busy at first": (0, 3, 0, 0, -2, 1, 0, 0, 0),
    "busy at the end": (4, 1, -5, 3, -1, 0, 2, 0, -4),
    "busy before but": (-3, 0, -1, -2, 2, 1, 1, 3, -2),
    "busy twice": (-2, 1, 2, -2, -4, 12, -3, -4, -1),
    "busy: bad moment": (0, -1, 0, -1, -1, 5, -2, 3, -3),
    "busy: occupied": (-4, -2, 1, -7, -2, 24, -3, -4, -3),
    "busy: soon": (-1, -3, 5, -6, -4, 13, 1, -2, -3),
    "busy: unspoken": (1, 0, -1, 2, 0, 2, -3, 0, 0),
    "column: cannot decide": (0, -2, -5, -15, -5, 2, 25, -3, 2),
    "column: decides": (6, 11, 3, 8, 6, 4, -18, -7, -12),
    "consult": (3, 0, -2, -4, 16, -2, -4, -3, -3),
    "consult after but": (0, -1, -1, 1, 5, -1, -2, 0, 0),
    "consult at first": (0, 0, 0, -2, 3, 0, -1, 0, 0),
    "consult at the end": (2, 0, -1, 0, -1, 2, -2, 0, 0),
    "consult before but": (0, -2, 3, 0, 1, 0, -1, 0, 0),
    "consult: asks": (3, 0, -2, -4, 16, -2, -4, -3, -3),
    "dead": (-3, -6, -4, -4, -11, -7, -6, -8, 50),
    "dead after but": (2, -1, -1, 2, -2, -4, 2, 0, 2),
    "dead at first": (0, -1, 0, 0, 0, 0, 2, 0, 0),
    "dead at the end": (0, -1, -3, 5, 0, -2, 0, -2, 4),
    "dead before but": (-1, -2, -2, -1, -3, 0, -2, 2, 7),
    "dead twice": (0, 0, -1, -4, -1, 0, -1, -1, 9),
    "dead: closed": (-1, 0, -1, 0, -1, 0, -1, -3, 6),
    "dead: left": (0, -1, 2, -1, -5, -4, -4, -4, 18),
    "dead: line": (-2, -2, -2, -4, -3, 0, -2, -2, 17),
    "dead: wrong": (-1, -3, -5, -3, -3, -4, 0, 0, 18),
    "dnc": (-1, -3, -1, 18, -4, -1, -4, -3, -2),
    "dnc after but": (0, -1, 0, 1, 2, 0, -1, 0, 0),
    "dnc at the end": (0, 0, 0, 2, 0, 0, -1, 0, 0),
    "dnc: hint": (0, -1, 0, 0, 2, 0, 0, 0, 0),
    "dnc: never": (-1, -3, -1, 18, -4, -1, -4, -3, -2),
    "empty after but": (0, 0, 0, 0, -1, 1, 0, 0, 0),
    "empty at the end": (0, 0, -1, 0, 1, 1, -1, 0, 0),
    "empty before but": (0, 1, 3, 0, -1, -1, -1, 0, -1),
    "empty: elsewhere": (1, 1, 0, -1, 0, 2, -3, -1, 1),
    "empty?": (1, 1, 0, -1, 0, 2, -3, -1, 1),
    "last: agreed": (14, 2, -2, -2, -1, -3, 0, -1, -6),
    "last: asks": (1, -3, 6, -4, 0, 7, -2, -2, -2),
    "last: consult": (-2, 1, 0, -4, 15, -1, -4, -2, -3),
    "last: dnc": (-1, -2, -1, 14, 0, -1, -4, -3, -2),
    "last: no": (-2, -5, -10, 20, 1, -5, 1, -2, 0),
    "last: open": (-2, 1, 0, -3, 15, -2, -3, -2, -4),
    "last: timing": (-2, 1, 4, -1, 3, 0, -1, -2, -2),
    "last: wants": (-1, 21, -3, -5, 2, -6, -3, -2, -3),
    "long": (-4, 6, 1, -1, 0, -5, 4, 0, -1),
    "middling": (4, -2, 1, 2, 1, -3, 1, -4, 0),
    "no": (-5, -4, -1, 28, -1, -7, -2, -8, 0),
    "no after but": (1, -4, 2, 8, 1, -2, -3, -3, 0),
    "no at first": (-1, 2, 1, 2, -5, 2, 0, -1, 0),
    "no at the end": (2, 1, 2, 0, 3, -2, -3, -1, -2),
    "no before but": (-3, 0, 4, 2, -1, -3, 0, -2, 2),
    "no sign": (7, -5, 5, 5, -1, -7, -1, -4, 1),
    "no twice": (0, -3, -3, 12, -2, -1, -1, -2, 0),
    "no: alone": (-1, -2, -1, 14, -5, -1, -1, -1, -3),
    "no: fit": (2, -2, 1, 1, 0, 0, -1, 0, -1),
    "no: leaving": (-1, -1, -3, 7, 0, 0, -1, -1, 0),
    "no: need": (-1, -1, 0, 10, -2, 0, -4, -1, 0),
    "no: price": (-4, 2, 2, 1, -1, 1, -2, 0, 1),
    "no: refusal": (-1, -4, -5, 16, -1, -3, -1, -2, 1),
    "no: supplier": (0, -1, 1, 6, 0, -5, 5, -5, -1),
    "no: word": (-4, 0, 1, 2, -2, 0, -1, 1, 3),
    "no?": (-1, -2, 0, 5, -3, -1, 1, 1, 2),
    "not agreed": (2, 0, -1, -1, -1, 0, 1, 0, 0),
    "not agreed after but": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "not agreed at the end": (2, 0, -1, 0, -1, 0, 0, 0, 0),
    "not agreed: booked": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "not agreed: come": (2, 0, -1, 0, -1, 0, 1, 0, 0),
    "not agreed: meeting": (0, 0, 0, 0, 0, 0, 0, 0, 0),
    "not wants": (0, -1, 1, 3, -1, -1, -1, 1, 0),
    "not wants after but": (0, -1, 0, 0, 0, 0, 0, 1, 0),
    "not wants at the end": (0, -1, 0, 0, 0, 0, 0, 1, 0),
    "not wants: deal": (0, -1, 1, 4, -1, -1, -1, 0, 0),
    "not wants: keen": (0, 1, 0, 1, -1, 0, 0, 0, 0),
    "not wants: quote": (0, -1, 0, 0, 0, 0, 0, 1, 0),
    "notes: cannot decide": (1, 0, -1, 0, 3, -3, 1, 0, -1),
    "notes: decides": (5, 2, 2, 3, -4, -7, 6, -2, -5),
    "open": (0, -4, -6, -6, 32, -6, -7, 0, -3),
    "open after but": (0, 0, 4, -4, 6, -5, -1, -1, 0),
    "open at first": (2, 1, 1, 5, -5, -2, -1, -2, 0),
    "open at the end": (1, 5, -1, 1, -4, -2, 0, 0, 0),
    "open before but": (-1, 0, 3, -4, 7, 2, -3, -3, 1),
    "open twice": (0, -1, -3, -1, 12, -3, -1, -3, 2),
    "open: hedge": (5, -4, -11, -5, 15, -1, -1, 7, -5),
    "open: info": (1, 7, 0, -7, 5, -3, -2, -2, 1),
    "open: liked": (-2, 1, -4, 1, 13, -4, -1, -4, -2),
    "open: not today": (-1, -3, 0, 3, -1, 4, -1, -1, 0),
    "open: think": (-3, 1, -4, 0, 18, -8, -4, -5, 4),
    "open: wait": (-3, -4, 5, 2, 6, -2, -1, -3, -1),
    "open?": (2, 3, -1, 3, 2, -4, -1, -1, -1),
    "short": (-1, -4, -3, -2, -1, 8, -3, 4, 1),
    "spoke with: a title": (-2, 3, 0, 0, 3, -1, 5, -5, -2),
    "spoke with: cannot decide": (6, -3, -7, -5, -5, -3, 24, -4, -3),
    "spoke with: decides": (6, 7, 13, 16, 6, 0, -22, -7, -20),
    "talk at the end": (0, 0, 0, -2, 3, 0, 0, 0, 0),
    "talk: chat": (0, 0, 0, -2, 3, 0, 0, 0, 0),
    "talk?": (0, 0, 0, -2, 3, 0, 0, 0, 0),
    "time: far": (3, -4, 33, -1, -5, -11, -7, -3, -6),
    "time: far, a day": (26, -4, -5, -7, -5, -7, 0, 3, -2),
    "time: far, a time named": (-3, -4, 16, 1, -4, 0, -1, -3, -1),
    "time: far, the next step": (7, -4, 22, -2, -2, -9, -4, -5, -2),
    "time: far, when something of theirs happens": (-5, 2, 13, -2, 0, -2, -3, -1, -2),
    "time: far, when they are back": (-2, -1, -3, 0, 0, -1, 2, 5, 0),
    "time: none": (-19, 3, -16, 13, 12, -11, 3, 3, 11),
    "time: o'clock": (9, -3, -8, -4, -2, 7, 1, 2, -1),
    "time: same day": (5, 6, -8, -5, -1, 7, -1, -1, -2),
    "time: same day, a day": (-1, 0, 3, 0, 0, -2, 0, 1, 0),
    "time: same day, a time named": (4, 4, -2, -5, 2, 1, -4, 0, 0),
    "time: same day, the next step": (-1, 1, -5, 1, -1, 5, 1, 0, -1),
    "time: same day, when something of theirs happens": (0, 1, 0, 0, 0, 0, 0, 0, 0),
    "time: same day, when they are back": (2, 0, -1, -2, -2, 3, 1, -1, 0),
    "time: soon": (12, -1, -3, -12, -4, 14, 0, -1, -5),
    "time: soon, a day": (19, 4, -10, -11, -4, 9, -1, -2, -3),
    "time: soon, a time named": (1, -2, -3, -5, -2, 8, 6, 0, -3),
    "time: soon, the next step": (17, 2, -6, -6, -1, 5, -5, -3, -2),
    "time: soon, when something of theirs happens": (-2, 2, 5, -1, 0, -3, 0, 0, 0),
    "time: soon, when they are back": (-4, -2, 0, -1, 1, -1, 3, 3, 0),
    "timing": (-5, -2, 15, 2, -1, 0, -2, -3, -4),
    "timing after but": (0, 1, 5, -1, -3, -1, 1, 0, -1),
    "timing at first": (0, 0, 1, -1, 2, -1, 0, 0, 0),
    "timing at the end": (0, 4, -5, 1, 0, 2, 1, -1, -1),
    "timing before but": (1, -1, 2, -2, -2, 3, -1, 1, -1),
    "timing twice": (-1, -1, 4, -1, 0, -1, 0, 0, 0),
    "timing: budget": (-2, 2, 6, -1, -2, -1, -1, -1, 0),
    "timing: contract": (-2, 1, 0, 8, -1, -1, -3, -1, -1),
    "timing: not now": (-2, -2, 0, 4, -2, -1, 2, 1, -1),
    "timing: season": (-1, -4, 13, -9, 3, 1, 0, -1, -3),
    "voicemail": (-6, -7, -5, -5, -12, -5, -8, 51, -2),
    "voicemail after but": (-1, -1, -2, 3, 0, -2, -2, 4, 0),
    "voicemail at first": (1, 0, 0, 0, 0, -1, 0, 0, 0),
    "voicemail at the end": (-2, 1, -2, 2, 0, 2, 2, -3, -1),
    "voicemail before but": (0, -2, -2, -1, -5, -3, 1, 10, 1),
    "voicemail twice": (0, 1, -1, -2, -1, -1, -1, 6, -1),
    "voicemail: closed": (-2, -1, -1, 3, -2, -2, -2, 7, -1),
    "voicemail: cut": (0, 0, -1, -1, -2, 2, -1, 6, -2),
    "voicemail: engaged": (0, -1, 0, -3, -2, -1, -1, 9, -1),
    "voicemail: machine": (-5, -2, -3, -7, -4, -4, -8, 31, 1),
    "voicemail: unanswered": (-1, -4, -2, 4, -5, -4, 1, 12, -1),
    "voicemail?": (-1, -1, 0, 3, -2, -1, -1, 4, -1),
    "wants": (-1, 29, 0, -6, -3, -6, -4, -4, -5),
    "wants after but": (0, 1, -1, -1, 3, -4, -1, 2, 2),
    "wants at first": (-2, -1, -2, 1, 0, 3, 1, 1, -1),
    "wants at the end": (0, 3, -1, -1, -1, -2, 0, 2, -1),
    "wants before but": (1, 1, 1, -1, 3, -3, -2, 1, -3),
    "wants twice": (-1, 6, -2, 1, -2, -1, 1, -2, -1),
    "wants: deal": (0, 8, 1, 1, -4, -4, 1, -1, -2),
    "wants: keen": (3, 16, 0, -5, -1, -4, -3, -3, -2),
    "wants: quote": (-3, 33, -4, -8, -1, -3, -4, -6, -4),
    "wants?": (0, 2, 0, 0, -1, 0, 0, 0, 0),
}  # fmt: skip
