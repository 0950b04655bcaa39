"""Rows whose hidden mark was lost: which of their cells are proved to be ours all the same, and which count as typed by hand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from sheetsync import grid, rules, tabs
from sheetsync.grid import canonical, is_blank, same
from sheetsync.tabs import Book
from sheetsync.tabs.headers import OUTPUTS, Role
from sheetsync.tabs.marks import NEVER, Mark, digest, foreign, parse

#: For each anchor asked for, the marks that were last written to rows of that anchor, as the journal knows them.
Recall = Callable[[Collection[str]], Mapping[str, Sequence[str]]]
#: So many addresses are named in a notice.
_NAMED = 5
_GREAT, _WHY = OUTPUTS.index(Role.GREAT), OUTPUTS.index(Role.WHY)


def marks_of(
    book: Book, reread: Callable[[Mapping[int, Mark]], Book], recall: Recall | None, *, today: dt.date
) -> dict[int, Mark]:
    """The marks of rows that lost theirs, by row of the log's tab, where they can be proved; empty where none is missing.

    There are two proofs. The journal: for a row on which people typed the very same, it knows what was last written there; where the
    Why is what it knows, it is up to date. Else the *Why*: a row whose Why is, word for word, what a classification now says of it
    was written by us, and so was each of its cells that holds what that classification gives; whether Great? was typed by hand is
    part of the Why, except beside an Override. Without a proof the row's cells count as typed by hand.

    Args:
        reread: reads the snapshot again with these marks, by row, in place of missing ones.
        recall: what the journal knows; None where there is no journal.
    """
    lost = orphans(book)
    if not lost:
        return {}
    known, doubtful = _from_journal(book, lost, recall) if recall is not None else ({}, {})
    left = [at for at in lost if book.rows.numbers[at] not in known and not is_blank(book.rows.held[Role.WHY][at])]
    if left:
        known |= _from_why(book, left, known, reread, today)
    for at in lost:
        row, own = book.rows.numbers[at], parse(book.rows.held[Role.MARK][at], len(OUTPUTS))
        if row in known:
            continue
        if row in doubtful:
            known[row] = doubtful[row]
        elif own is not None and own.wrote(
            _WHY, book.rows.held[Role.WHY][at]
        ):  # the whole row was copied, mark and all
            known[row] = own
    return known


def orphans(book: Book) -> list[int]:
    """The places of rows that hold something in our columns and have no mark."""
    rows = book.rows
    held = [rows.held[role] for role in OUTPUTS]
    return [
        at
        for at, mark in enumerate(rows.marks)
        if mark is None and any(column[at] is not None and not is_blank(column[at]) for column in held)
    ]


def _from_journal(book: Book, lost: Sequence[int], recall: Recall) -> tuple[dict[int, Mark], dict[int, Mark]]:
    """The marks that the journal knows, by row: those that the row's Why bears out, and those that it does not.

    A Why that is another one was typed over, or another machine, with a journal of its own, wrote there last.
    """
    rows = book.rows
    texts = recall({rows.anchors[at] for at in lost})
    alike = Counter(rows.anchors)
    sure: dict[int, Mark] = {}
    doubtful: dict[int, Mark] = {}
    for at in lost:
        marks = [mark for text in texts.get(rows.anchors[at], ()) if (mark := parse(text, len(OUTPUTS))) is not None]
        fitting = [mark for mark in marks if mark.wrote(_WHY, rows.held[Role.WHY][at])]
        if len(fitting) > 1:  # rows that are the same as people typed them: only the mark that fits the row whole
            fitting = [mark for mark in fitting if not _off(book, at, mark)]
        if fitting:
            sure[rows.numbers[at]] = fitting[0]
        elif len(marks) == alike[rows.anchors[at]] == 1:
            doubtful[rows.numbers[at]] = marks[0]
    return sure, doubtful


def _off(book: Book, at: int, mark: Mark) -> list[int]:
    """The outputs that hold something else than the mark says that we wrote."""
    held = [book.rows.held[role][at] for role in OUTPUTS]
    return [place for place, value in enumerate(held) if not is_blank(value) and not mark.wrote(place, value)]


def _as_far_as_true(book: Book, at: int, mark: Mark) -> Mark:
    """Another row's mark, without what it says of cells that hold something else here."""
    held = [book.rows.held[role][at] for role in OUTPUTS]
    digests = (own if mark.wrote(place, held[place]) else NEVER for place, own in enumerate(mark.digests))
    return replace(mark, digests=tuple(digests))


def _from_why(
    book: Book,
    left: Sequence[int],
    known: Mapping[int, Mark],
    reread: Callable[[Mapping[int, Mark]], Book],
    today: dt.date,
) -> dict[int, Mark]:
    """Each row is tried as if nothing on it was typed by hand; then as if what differs was; then again, now that the others
    are known (whether a prospect counted before hangs on them); then as if all of it was. It is ours once its Why fits."""
    held = {role: book.rows.held[role] for role in OUTPUTS}
    proved: dict[int, Mark] = {}
    by_hand: dict[int, set[int]] = {at: set() for at in left}
    differing: dict[int, set[int]] = {}
    for attempt in range(4):
        trial = {book.rows.numbers[at]: _mark(book, at, by_hand[at]) for at in left if at not in proved}
        again = reread({**known, **{book.rows.numbers[at]: mark for at, mark in proved.items()}, **trial})
        wanted = tabs.lay_out(again, rules.classify(again.calls, again.settings, today=today))
        for at in left:
            if at in proved:
                continue
            off = {
                place
                for place, role in enumerate(OUTPUTS)
                if not is_blank(held[role][at]) and not same(held[role][at], wanted.values[role][at])
            }
            if _WHY not in off:
                proved[at] = _mark(
                    book, at, by_hand[at] | off | (set() if again.calls[at].override is None else {_GREAT})
                )
            elif attempt == 0:
                differing[at] = off - {_WHY}
        if len(proved) == len(left):
            break
        everything = set(range(len(OUTPUTS))) - {_WHY}
        for at in by_hand.keys() - proved.keys():
            by_hand[at] = (differing[at] or everything, set(), everything, everything)[attempt]
    return {book.rows.numbers[at]: mark for at, mark in proved.items()}


def _mark(book: Book, at: int, by_hand: Collection[int]) -> Mark:
    """The mark of a row of which all but those outputs are ours."""
    values = [book.rows.held[role][at] for role in OUTPUTS]
    return Mark(
        book.rows.anchors[at],
        tuple(
            NEVER if place in by_hand or is_blank(value) else digest(canonical(value))
            for place, value in enumerate(values)
        ),
    )


def notices(book: Book) -> tuple[str, ...]:
    """What a person should know of rows that have no mark of ours, each with what to do."""
    rows, log = book.rows, book.log
    lines: list[str] = []
    if Role.WHY in log.columns:
        lost = [at for at in orphans(book) if not is_blank(rows.held[Role.WHY][at])]
        if lost:
            where = _named(book, lost, Role.WHY)
            lines.append(
                f"{log.tab.name}: {_rows(len(lost))} words in our columns and not our hidden mark, so {'they count' if len(lost) > 1 else 'it counts'} as typed by hand ({where}). "
                "Clear the cells that are not yours to hand them back."
            )
    strange = [at for at, value in enumerate(rows.held[Role.MARK]) if foreign(value)]
    if strange:
        where = _named(book, strange, Role.MARK)
        lines.append(
            f"{log.tab.name}: somebody typed into the hidden column {Role.MARK.value} ({where}). It is kept. "
            "Move it to another column, and clear it there."
        )
    return tuple(lines)


def _named(book: Book, places: Sequence[int], role: Role) -> str:
    col = book.log.columns[role]
    cells = [grid.a1(book.rows.numbers[at], col) for at in places[:_NAMED]]
    return ", ".join(cells) + (" …" if len(places) > _NAMED else "")


def _rows(count: int) -> str:
    return "1 row holds" if count == 1 else f"{count:,} rows hold"
