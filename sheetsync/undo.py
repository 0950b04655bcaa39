"""The plan that takes a run back: before and after swapped, and what people changed since is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync import plan
from sheetsync.grid import Changes, ColumnEdits, Format, Snapshot, Value, address, is_blank, same
from sheetsync.plan import Kept, LogRecord, Plan
from sheetsync.tabs import Book
from sheetsync.tabs.headers import OUTPUTS, Role
from sheetsync.tabs.marks import NEVER, Mark, displaced, foreign, parse


@dataclass(frozen=True, slots=True)
class _Back:
    """One row to be taken back."""

    place: int  # among the rows of the book
    mark: Mark  # what the row's mark says afterwards
    values: Mapping[Role, Value]


def make(book: Book, record: LogRecord, *, of_undo: bool = False) -> Plan:
    """The edits that put back what stood in our columns before the run, row by row, wherever the rows are now.

    A cell that a person changed since is kept and listed; so is a row that is gone, or found twice with different contents.

    Args:
        of_undo: the run to take back was itself an undo; its rows are ours again afterwards.
    """
    backs, kept = _match(book, record, of_undo)
    edits: list[ColumnEdits] = []
    columns = book.log.columns
    for role in (*OUTPUTS, Role.MARK):
        found = [
            (book.rows.numbers[back.place], book.rows.held[role][back.place], back.values[role])
            for back in backs
            if role in back.values
        ]
        changed = [one for one in found if not same(one[1], one[2])]
        changed.sort(key=lambda one: one[0])
        if changed and role in columns:
            style = Format.DATE if role is Role.FOLLOW_UP else Format.MARK if role is Role.MARK else Format.TEXT
            edits.append(
                ColumnEdits(
                    book.log.tab.name,
                    columns[role],
                    [one[0] for one in changed],
                    [one[1] for one in changed],
                    [one[2] for one in changed],
                    style,
                    role.value,
                )
            )
    return Plan(Changes(tuple(edits)), tuple(kept), record=plan.record_of(book.rows, edits))


def written(snapshot: Snapshot, record: LogRecord, made: Sequence[str]) -> bool | None:
    """Whether a workbook holds anything of a run that did not end well; None where nothing of what it was to do would tell.

    Told by the marks, which go with their rows in one request, and by the tabs and heads that were to be made before them.
    """
    marks = {after for before, after in zip(record.marks_before, record.marks_after, strict=True) if after != before}
    heads = {head for words in made if words.startswith("columns ") for head in words[8:].split(", ")}
    tabs = {words[4:] for words in made if words.startswith("tab ")}
    wanted = (marks | heads) - {""}
    if not wanted and not tabs:
        return None
    if any(snapshot.tab(name) is not None for name in tabs):
        return True
    return any(
        value in wanted for tab in snapshot.tabs for column in tab.columns for value in column if value.__class__ is str
    )


def _match(book: Book, record: LogRecord, of_undo: bool) -> tuple[list[_Back], list[Kept]]:
    strayed = frozenset(displaced(book.rows.anchors, book.rows.marks))
    by_mark: dict[str, list[int]] = {}
    by_anchor: dict[str, list[int]] = {}
    for at, own in enumerate(
        book.rows.marks
    ):  # not what the hidden column holds: it may have been sorted apart, or lost
        by_mark.setdefault(str(own or ""), []).append(at)
        if at not in strayed:
            by_anchor.setdefault(book.rows.anchors[at], []).append(at)
    wanted: dict[str, list[int]] = {}
    for place, text in enumerate(record.marks_after):
        wanted.setdefault(text, []).append(place)
    befores = _by_place(record)
    backs: list[_Back] = []
    kept: list[Kept] = []
    marked = {text: mark for text in wanted if (mark := parse(text, len(OUTPUTS))) is not None}
    alike = Counter(mark.anchor for mark in marked.values())
    for text, places in wanted.items():
        mark = marked.get(text)
        rows = by_mark.get(text, []) if mark is not None else []
        if len(rows) > len(places) and mark is not None:  # copies of the row, and of its mark, with other words
            rows = [at for at in rows if book.rows.anchors[at] == mark.anchor] or rows
        others = by_anchor.get(mark.anchor, []) if mark is not None else []
        if not rows and mark is not None and alike[mark.anchor] == 1:  # a later run wrote there
            rows = others
        different = {
            tuple(sorted((role.value, str(value)) for role, value in befores[place].items())) for place in places
        }
        # More rows than the run wrote: which of them it wrote is not known.
        if not rows or mark is None or len(different) > 1 or len(rows) > len(places):
            kept.append(_left(book, text, rows or others))
            continue
        for at in rows:
            before, held = record.marks_before[places[0]], befores[places[0]]
            # Beside another row: its mark goes on saying so, and the next run lays it out anew.
            anchor = mark.anchor if at in strayed else book.rows.anchors[at]
            backs.append(_take_back(book, at, mark, before, held, of_undo, anchor, kept))
    return backs, kept


def _left(book: Book, text: str, rows: Sequence[int]) -> Kept:
    """A row that cannot be taken back, and why."""
    name = book.log.tab.name
    what, where = ("the row stands there more than once" if rows else "the row is no longer there"), name
    if foreign(text):
        rows = [at for at, held in enumerate(book.rows.held[Role.MARK]) if str(held or "") == text]
        what = "its hidden cell was typed over" if rows else what
    if rows:
        where = address(name, book.rows.numbers[rows[0]], book.log.columns[Role.MARK])
    return Kept(where, None, None, f"{what}, so {'it' if what.startswith('the row') else 'the row'} was left as it is")


def _by_place(record: LogRecord) -> list[dict[Role, Value]]:
    found: list[dict[Role, Value]] = [{} for _ in record.marks_after]
    for role, (places, values) in record.befores.items():
        for place, value in zip(places, values, strict=True):
            found[place][role] = value
    return found


def _take_back(
    book: Book,
    at: int,
    after: Mark,
    before: str,
    values: Mapping[Role, Value],
    of_undo: bool,
    anchor: str,
    kept: list[Kept],
) -> _Back:
    back: dict[Role, Value] = {}
    formulas = book.log.tab.formulas
    for place, role in enumerate(OUTPUTS):
        if role not in values or role not in book.log.columns:
            continue
        now, then = book.rows.held[role][at], values[role]
        col, row = book.log.columns[role], book.rows.numbers[at]
        ours = (is_blank(now) or after.wrote(place, now)) and (row, col) not in formulas
        if ours or same(now, then):
            back[role] = then
        else:
            kept.append(Kept(address(book.log.tab.name, row, col), now, then, "changed since"))
    was = parse(before, len(OUTPUTS))
    # A cell that is left was written by a later run, or not by this one: what we last wrote there is what its mark says now.
    held, then_held = book.rows.marks[at] or after, was.digests if was is not None else (NEVER,) * len(OUTPUTS)
    digests = tuple(then_held[place] if role in back else held.digests[place] for place, role in enumerate(OUTPUTS))
    mark = Mark(anchor, digests, undone=was.undone if of_undo and was is not None else not of_undo)
    nothing = of_undo and was is None
    back[Role.MARK] = None if nothing else str(mark)
    return _Back(at, mark, back)
