"""The mark on a row: what we last wrote there, and of which row it was; and the anchor that tells one row from another."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from sheetsync.grid import Value, canonical

_PREFIX = "s1"
#: Stands for an output that we never wrote on this row.
NEVER = "....."
_ANCHOR_LENGTH, _DIGEST_LENGTH = 8, 5  # characters of base64: 48 and 30 bits


def anchor(parts: Iterable[str]) -> str:
    """A fingerprint of what people typed on a row, from the canonical values of the typed columns in fixed order."""
    return _digest("\x1f".join(parts), 6)


@lru_cache(maxsize=200_000)
def digest(text: str) -> str:
    """A short digest of a value in its canonical form; equal for equal values in every store."""
    return _digest(text, 4)[:_DIGEST_LENGTH]


def _digest(text: str, size: int) -> str:
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the hidden cell of a row says."""

    anchor: str
    digests: tuple[str, ...]  # one for each output, in the order of the outputs; NEVER where we never wrote
    undone: bool = False  # an undone row: kept as by hand until what people typed on it changes

    def __str__(self) -> str:
        return f"{_PREFIX}:{self.anchor}:{''.join(self.digests)}{':u' if self.undone else ''}"

    def wrote(self, place: int, value: Value) -> bool:
        """Whether the cell of that output still holds what we last wrote there."""
        return self.digests[place] != NEVER and self.digests[place] == digest(canonical(value))


def parse(text: Value, outputs: int) -> Mark | None:
    """The mark that a cell holds; None where it holds none, or one that cannot be read."""
    if not isinstance(text, str) or not text.startswith(_PREFIX + ":"):
        return None
    parts = text.strip().split(":")
    if len(parts) not in (3, 4) or len(parts[1]) != _ANCHOR_LENGTH or len(parts[2]) != _DIGEST_LENGTH * outputs:
        return None
    digests = tuple(parts[2][at : at + _DIGEST_LENGTH] for at in range(0, len(parts[2]), _DIGEST_LENGTH))
    return Mark(parts[1], digests, undone=len(parts) == 4 and parts[3] == "u")


def displaced(anchors: Sequence[str], marks: Sequence[Mark | None]) -> list[int]:
    """The rows whose mark belongs to another row: the log was sorted, and our columns were not taken along.

    A copied row is not one: there the row that the mark belongs to still has its own.
    """
    at_home = {own for own, mark in zip(anchors, marks, strict=True) if mark is not None and mark.anchor == own}
    everywhere = set(anchors)
    return [
        place
        for place, (own, mark) in enumerate(zip(anchors, marks, strict=True))
        if mark is not None and mark.anchor != own and mark.anchor in everywhere and mark.anchor not in at_home
    ]
