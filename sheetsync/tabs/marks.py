"""The mark on a row: what we last wrote there, and of which row it was; and the anchor that tells one row from another."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from sheetsync.grid import Value, canonical, is_blank, same

_PREFIX = "s1"
#: Stands for an output that we never wrote on this row.
NEVER = "....."
_ANCHOR_LENGTH, _DIGEST_LENGTH = 8, 5  # characters of base64: 48 and 30 bits


def anchor(parts: Iterable[str]) -> str:
    """A fingerprint of what people typed on a row, from the canonical values of the typed columns in fixed order."""
    return _digest("\x1f".join(parts), 6)


def anchors(rows: Iterable[Iterable[str]]) -> list[str]:
    """The anchor of each row; all at once, which takes half the time."""
    return _all(map("\x1f".join, rows), 6, _ANCHOR_LENGTH)


def digests(texts: Sequence[str]) -> list[str]:
    """The digest of each text; one that stands there often is reckoned once."""
    different = list(dict.fromkeys(texts))
    known = dict(zip(different, _all(different, 4, _DIGEST_LENGTH), strict=True))
    return [known[text] for text in texts]


def _all(texts: Iterable[str], size: int, length: int) -> list[str]:
    """The digests of many texts. Six bytes are eight characters of base64 without a rest; shorter ones are filled up with zeros."""
    rest = bytes(6 - size)
    raw = (blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest() + rest for text in texts)
    found = base64.urlsafe_b64encode(b"".join(raw)).decode("ascii")
    return [found[at : at + length] for at in range(0, len(found), 8)]


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
        return written(self.anchor, self.digests) + (":u" if self.undone else "")

    def wrote(self, place: int, value: Value) -> bool:
        """Whether the cell of that output still holds what we last wrote there."""
        return self.digests[place] != NEVER and self.digests[place] == digest(canonical(value))


def written(anchor: str, digests: Iterable[str]) -> str:
    """What the hidden cell of a row says that was not undone."""
    return f"{_PREFIX}:{anchor}:{''.join(digests)}"


def parse(text: Value, outputs: int) -> Mark | None:
    """The mark that a cell holds; None where it holds none, or one that cannot be read."""
    if not isinstance(text, str) or not text.startswith(_PREFIX + ":"):
        return None
    parts = text.strip().split(":")
    if len(parts) not in (3, 4) or len(parts[1]) != _ANCHOR_LENGTH or len(parts[2]) != _DIGEST_LENGTH * outputs:
        return None
    digests = tuple(parts[2][at : at + _DIGEST_LENGTH] for at in range(0, len(parts[2]), _DIGEST_LENGTH))
    return Mark(parts[1], digests, undone=len(parts) == 4 and parts[3] == "u")


def foreign(value: Value) -> bool:
    """Whether a mark's cell holds what a person typed: no mark of ours, not even a damaged one."""
    return not is_blank(value) and not (isinstance(value, str) and value.strip().startswith(_PREFIX + ":"))


def home(anchors: Sequence[str], marks: Sequence[Mark | None], held: Sequence[Sequence[Value]]) -> list[Mark | None]:
    """The marks, each beside its own row again where the marks alone were sorted or shifted apart from the log.

    Where the log was sorted and our columns were not, marks and outputs still fit each other, and all stays as it is. Where some of
    our columns were sorted along with the log, what we wrote there is told by the marks of the rows that they went with.

    Args:
        held: what the outputs hold, column by column.
    """
    stray = displaced(anchors, marks)
    if not stray:
        return list(marks)
    away: dict[str, Mark | None] = {}
    for at in stray:
        mark = marks[at]
        assert mark is not None
        away[mark.anchor] = None if mark.anchor in away and away[mark.anchor] != mark else mark
    places = [*stray, *(at for at, mark in enumerate(marks) if mark is None and anchors[at] in away)]
    back = {at: away.get(anchors[at]) for at in places}

    moved: set[int] = set()
    stayed: set[int] = set()
    for place, column in enumerate(held):
        at_home, here = _fits(places, back, place, column), _fits(places, marks, place, column)
        if at_home != here:
            (moved if at_home > here else stayed).add(place)
    if moved and not stayed:
        return [back[at] or mark if at in back else mark for at, mark in enumerate(marks)]
    return [
        mark if mark is None or at not in back else _mixed(mark, back[at], moved, stayed)
        for at, mark in enumerate(marks)
    ]


def _fits(
    places: Sequence[int], marks: Mapping[int, Mark | None] | Sequence[Mark | None], place: int, column: Sequence[Value]
) -> int:
    """How many cells of an output hold what these marks say that we wrote there."""
    return sum(1 for at in places if (mark := marks[at]) is not None and mark.wrote(place, column[at]))


def _mixed(mark: Mark, back: Mark | None, moved: Collection[int], stayed: Collection[int]) -> Mark:
    """A mark that stayed with some outputs while the others were sorted along with the log.

    Where the cells do not tell whether an output was moved, a cell is ours only if both marks agree on what we wrote there.
    """
    other = (NEVER,) * len(mark.digests) if back is None else back.digests
    digests = (
        own if place in stayed or own == theirs else theirs if place in moved else NEVER
        for place, (own, theirs) in enumerate(zip(mark.digests, other, strict=True))
    )
    return replace(mark, digests=tuple(digests))


def without_copies(
    anchors: Sequence[str], marks: Sequence[Mark | None], held: Sequence[Sequence[Value]]
) -> list[Mark | None]:
    """The marks, without those that were pasted over another row's."""
    copies = frozenset(pasted(anchors, marks, held))
    return [None if at in copies else mark for at, mark in enumerate(marks)]


def pasted(anchors: Sequence[str], marks: Sequence[Mark | None], held: Sequence[Sequence[Value]]) -> list[int]:
    """The rows whose mark is a copy of another row's, and does not fit what our columns hold there: it may say nothing of this row.

    Where all of our columns hold what that other row holds, the whole row was copied, with what was typed by hand on it.
    """
    away = _away(anchors, marks)
    at_home = _at_home(anchors, marks) if away else {}
    return [
        at
        for at, mark in away
        if mark.anchor in at_home
        and not _written_by(mark, [column[at] for column in held])
        and not all(same(column[at], column[at_home[mark.anchor]]) for column in held)
    ]


def _written_by(mark: Mark, values: Sequence[Value]) -> bool:
    """Whether all that a row holds in our columns is what a mark says that we wrote; without the Why, the last of them, nothing tells."""
    filled = [place for place, value in enumerate(values) if not is_blank(value)]
    return not filled or (filled[-1] == len(values) - 1 and all(mark.wrote(place, values[place]) for place in filled))


def displaced(anchors: Sequence[str], marks: Sequence[Mark | None]) -> list[int]:
    """The rows whose mark belongs to another row: the log was sorted, and our columns were not taken along.

    A copied row is not one: there the row that the mark belongs to still has its own.
    """
    away = _away(anchors, marks)
    if not away:
        return []
    at_home, everywhere = _at_home(anchors, marks), set(anchors)
    return [at for at, mark in away if mark.anchor in everywhere and mark.anchor not in at_home]


def _away(anchors: Sequence[str], marks: Sequence[Mark | None]) -> list[tuple[int, Mark]]:
    """The marks that are not of the row on which they stand."""
    return [
        (at, mark)
        for at, (own, mark) in enumerate(zip(anchors, marks, strict=True))
        if mark is not None and mark.anchor != own
    ]


def _at_home(anchors: Sequence[str], marks: Sequence[Mark | None]) -> dict[str, int]:
    """For each mark that stands on its own row, a row on which it does."""
    pairs = enumerate(zip(anchors, marks, strict=True))
    return {own: at for at, (own, mark) in pairs if mark is not None and mark.anchor == own}
