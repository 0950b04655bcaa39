"""Rows that moved while they were written: what landed on another row, what that row held, and the edits that put it right.

Between the last look at a spreadsheet and a write, people sort, insert and delete rows. A write is addressed by row
number, so it may land on other rows than it was meant for. Row numbers are no identity: a row is known by what people
typed in it. Everything here computes from what was known before the write, what was written, and what stands there now.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sheetsync.grid import (
    AddColumns,
    Changes,
    ColumnEdits,
    Format,
    Snapshot,
    Tab,
    Value,
    address,
    canonical,
    is_blank,
    same,
)
from sheetsync.tabs import headers

#: Rows to columns to the values written there.
Aims = Mapping[int, Mapping[int, Value]]
#: The rows on top among which the header row is looked for, before and after.
TOP_ROWS = 20

_FORMULA = "\x00formula"
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Damage:
    """A row on which something landed that was meant for another row: by column, what may be wrong there and what is right."""

    key: Key
    which: int  # of the rows that people filled in alike, the first is 0
    row: int  # where it stood when it was written on
    cells: Mapping[int, tuple[tuple[Value, ...], Value]]
    doubt: str = ""  # why it cannot be proved that these values are right
    twins: int = 1  # how many rows people filled in so


@dataclass(frozen=True, slots=True)
class Repair:
    """The edits that put wrong rows right, and the cells of which that cannot be proved."""

    changes: Changes = field(default_factory=Changes)
    unproved: tuple[str, ...] = ()
    moved: bool = False  # rows or columns moved: what was meant for them has to be planned anew


def make(before: Snapshot, changes: Changes, after: Snapshot) -> Repair:
    """What is wrong in ``after`` because rows moved between ``before`` and the write of ``changes``, and its repair.

    Nothing is returned to a row that was meant and hit, to a cell that a person changed since, or to a row that is gone.
    """
    edits: list[ColumnEdits] = []
    unproved: list[str] = []
    moved = False
    for name, aims in aims_of(changes).items():
        old, new = before.tab(name), after.tab(name)
        if old is None or new is None:
            continue
        if laid_out_by_us(changes, name):
            more, doubts = relaid(old, aims, new)
            moved = moved or bool(more)
        else:
            found = damage(old, aims, new, new)
            moved = moved or bool(found) or missed(old, aims, new)
            more, doubts = placed(found, old, new, frozenset(col for line in aims.values() for col in line))
        edits += more
        unproved += doubts
    return Repair(Changes(tuple(edits)), tuple(unproved), moved)


def aims_of(changes: Changes) -> dict[str, dict[int, dict[int, Value]]]:
    """What the changes write, by tab, row and column; the heads of new columns are cells like others."""
    found: dict[str, dict[int, dict[int, Value]]] = {}
    for step in changes.structure:
        if isinstance(step, AddColumns):
            line = found.setdefault(step.tab, {}).setdefault(step.header_row, {})
            line.update({step.first_col + at: column.header for at, column in enumerate(step.columns)})
    for edit in changes.edits:
        tab = found.setdefault(edit.tab, {})
        for row, value in zip(edit.rows, edit.after, strict=True):
            tab.setdefault(row, {})[edit.col] = value
    return found


def laid_out_by_us(changes: Changes, tab: str) -> bool:
    """Whether the tab is one of ours, laid out anew line by line: there every cell says nothing about its format."""
    edits = [edit for edit in changes.edits if edit.tab.casefold() == tab.casefold()]
    return bool(edits) and all(edit.format is Format.LEAVE and edit.reason == "laid out anew" for edit in edits)


# -- rows of a log ----------------------------------------------------------------------------------------------------


class _Side:
    """A tab as it was or is: which columns tell its rows apart, and how its columns map to those of before."""

    def __init__(self, tab: Tab, ids: Sequence[int]) -> None:
        self.tab, self.ids = tab, ids
        self.formula_cols = {col for _, col in tab.formulas}

    def key(self, row: int) -> Key:
        tab, formulas = self.tab, self.tab.formulas
        key = []
        for col in self.ids:
            if col in self.formula_cols and (row, col) in formulas:
                key.append(_FORMULA)  # what it shows may change by itself
            else:
                key.append("" if is_blank(value := tab.at(row, col)) else canonical(value))
        return tuple(key)


def identity(tab: Tab, written: frozenset[int]) -> tuple[int, ...]:
    """The columns that tell one row from another: all that people fill in, none that is ours or was just written."""
    found = headers.find(tab)
    ours = {head.col for role, head in found.columns.items() if role in headers.OURS} if found is not None else set()
    return tuple(col for col in range(tab.width) if col not in ours and col not in written)


def _heads(tab: Tab, row: int, width: int) -> list[str]:
    return ["" if is_blank(value := tab.at(row, col)) else canonical(value) for col in range(width)]


def column_map(before: Tab, after: Tab, written: frozenset[int]) -> dict[int, int] | None:
    """For each column of ``after`` the column of ``before`` that it was; None where no column moved.

    Told by the heads, which may have moved down with a row that was inserted above them. A column that is in neither is new.
    """
    found = headers.find(before)
    if found is None:
        return None
    width = max(before.width, after.width)
    old = _heads(before, found.row, width)
    new = max(
        (_heads(after, row, width) for row in range(TOP_ROWS)),
        key=lambda heads: sum((Counter(h for h in heads if h) & Counter(h for h in old if h)).values()),
    )
    if all(a == b or col in written or not b for col, (a, b) in enumerate(zip(new, old, strict=True))):
        return None
    mapped: dict[int, int] = {}
    for text, count in Counter(old).items():
        if text and count == 1 and new.count(text) == 1:
            mapped[new.index(text)] = old.index(text)
    emptied = any(
        old[col] and not new[col] and col not in written and _blank_now(before, after, col)
        for col in range(before.width)
    )
    if not emptied and all(now == then for now, then in mapped.items()):
        return None  # a head was written anew; nothing moved
    # Between two columns that are known, those that are not are the same ones, in their order; a new one has no head yet,
    # unless we wrote over it.
    taken = set(mapped.values())
    start_new = start_old = 0
    for stop_new in [*sorted(mapped), width]:
        stop_old = mapped.get(stop_new, width)
        gap_new = [col for col in range(start_new, stop_new) if col not in mapped]
        gap_old = [col for col in range(start_old, stop_old) if col not in taken and col < before.width]
        if len(gap_new) != len(gap_old):
            gap_new = [col for col in gap_new if new[col]]
        mapped.update(zip(gap_new, gap_old, strict=False))
        start_new, start_old = stop_new + 1, stop_old + 1
    return mapped


def _blank_now(before: Tab, after: Tab, col: int) -> bool:
    """Whether a column that held something near the top holds nothing there now: another one was put in its place."""
    rows = range(TOP_ROWS)
    return any(not is_blank(before.at(row, col)) for row in rows) and all(is_blank(after.at(row, col)) for row in rows)


def damage(before: Tab, aims: Aims, after: Tab, whole: Tab, meant: Mapping[int, int] | None = None) -> list[Damage]:
    """The rows that were written on and were not meant.

    Args:
        before: the tab as it was known when the write was made up.
        aims: what was written, by row and column, as the rows stand in ``after``.
        after: the tab right after the write; the rows of ``aims`` and the top are enough.
        whole: the tab as it is now, for telling apart rows that people filled in alike.
        meant: for each row of ``aims`` the row of ``before`` that it was meant for; the same number where left out.
    """
    written = frozenset(col for line in aims.values() for col in line)
    moved_cols = column_map(before, after, written)
    ids, mapped_ids = _ids(before, written, moved_cols)
    then, now, all_now = _Side(before, ids), _Side(after, mapped_ids), _Side(whole, mapped_ids)
    goal = meant if meant is not None else {row: row for row in aims}
    if (
        moved_cols is None
        and meant is None
        and not _disturbed(before, aims, after, ids)
        and not shifted(before, aims, after)
    ):
        return []
    old_rows = _by_key(then)
    new_rows = _by_key(all_now)
    found: list[Damage] = []
    for row in sorted(aims):
        one = _judge(row, goal[row], aims, now.key(row), then, whole, old_rows, new_rows, moved_cols)
        if one is not None:
            found.append(one)
    return found


def _disturbed(before: Tab, aims: Aims, after: Tab, ids: Sequence[int]) -> bool:
    """Whether a row that was written on differs in any other cell from the row that was meant.

    Our own cells count, too: rows that people filled in alike may have changed places, and only those tell.
    """
    if _changed(before, after, ids, aims):
        return True
    others = [col for col in range(before.width) if col not in set(ids)]
    return any(
        col not in line and not same(before.at(row, col), after.at(row, col))
        for row, line in aims.items()
        for col in others
    )


def _changed(before: Tab, after: Tab, cols: Sequence[int], rows: Iterable[int]) -> list[int]:
    """Those of the rows of which a cell in these columns is not what it was; what a formula shows may change by itself."""
    wanted = sorted(rows)
    found: set[int] = set()
    for col in cols:
        old = before.columns[col] if col < before.width else ()
        new = after.columns[col] if col < after.width else ()
        if old == new:
            continue
        formulas = any(at == col for _, at in before.formulas) or any(at == col for _, at in after.formulas)
        for row in wanted:
            one = old[row] if row < len(old) else None
            two = new[row] if row < len(new) else None
            if one is not two and not same(one, two):
                if formulas and (row, col) in before.formulas and (row, col) in after.formulas:
                    continue
                found.add(row)
    return sorted(found)


def _ids(before: Tab, written: frozenset[int], moved: Mapping[int, int] | None) -> tuple[list[int], list[int]]:
    """The columns that tell rows apart, as they stood before and as they stand after, in step."""
    base = identity(before, frozenset() if moved is not None else written)
    if moved is None:
        return list(base), list(base)
    back = {old: new for new, old in moved.items()}
    pairs = [(old, back[old]) for old in base if old in back and back[old] not in written]
    return [old for old, _ in pairs], [new for _, new in pairs]


def _judge(
    row: int,
    meant: int,
    aims: Aims,
    key: Key,
    then: _Side,
    whole: Tab,
    old_rows: Mapping[Key, list[int]],
    new_rows: Mapping[Key, list[int]],
    moved: Mapping[int, int] | None,
) -> Damage | None:
    """What the write did to the row that now stands at ``row``; None where it was the row that was meant."""
    before, line = then.tab, aims[row]
    candidates, twins = old_rows.get(key, []), new_rows.get(key, [])
    which = twins.index(row) if row in twins else 0
    was: int | None
    doubt = ""
    if not any(key):
        was = meant if not any(then.key(meant)) else None  # a blank row: nobody's, nothing stood there
    elif not candidates:
        was, doubt = _nearest(row, key, aims, then, whole, old_rows, new_rows, moved)
    elif len(candidates) == 1:
        was = candidates[0]
    else:
        was, doubt = _twin(row, twins, candidates, aims, before, whole, then.ids, moved)
    if was == meant and not doubt and all(_old(col, moved) == col for col in line):
        return None
    cells: dict[int, tuple[tuple[Value, ...], Value]] = {}
    for col, wrong in line.items():
        right = _then(before, was, col, moved)
        if was is not None and (was, _old(col, moved)) in before.formulas:
            doubt = "a formula stood there"
        elif moved is not None and _old(col, moved) not in (None, *line):
            doubt = "a column moved in that instant; the cell is back to what it held just before"
        if not same(wrong, right):
            cells[col] = ((wrong,), right)
    return Damage(key, which, row, cells, doubt, max(1, len(candidates), len(twins))) if cells else None


def _twin(
    row: int,
    twins: Sequence[int],
    candidates: Sequence[int],
    aims: Aims,
    before: Tab,
    whole: Tab,
    ids: Sequence[int],
    moved: Mapping[int, int] | None,
) -> tuple[int, str]:
    """Which of several rows that people filled in alike stands at ``row`` now: told by our cells that were not written on.

    Where those do not tell, by their order, which a sort keeps; then it is not proved.
    """
    others = [col for col in range(max(before.width, whole.width)) if col not in ids]

    def alike(new: int, old: int) -> int:
        line = aims.get(new, {})
        return sum(1 for col in others if col not in line and same(whole.at(new, col), _then(before, old, col, moved)))

    places = twins if row in twins else [*twins, row]
    pairs = sorted(
        ((-alike(new, old), abs(a - b), a, b) for a, new in enumerate(places) for b, old in enumerate(candidates)),
    )
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    found: dict[int, tuple[int, int]] = {}
    for score, _, a, b in pairs:
        if a not in taken_new and b not in taken_old:
            taken_new.add(a)
            taken_old.add(b)
            found[places[a]] = (candidates[b], -score)
    if row not in found:  # a copy of one of them
        score, _, _, b = min(pair for pair in pairs if places[pair[2]] == row)
        found[row] = (candidates[b], -score)
    was, score = found[row]
    held = tuple(canonical(_then(before, was, col, moved)) for col in aims[row])
    rivals = [
        old
        for old in candidates
        if old != was
        and alike(row, old) >= score
        and tuple(canonical(_then(before, old, col, moved)) for col in aims[row]) != held
    ]
    return was, "several rows were filled in alike" if rivals else ""


def _then(before: Tab, row: int | None, col: int, moved: Mapping[int, int] | None) -> Value:
    old = _old(col, moved)
    return before.at(row, old) if row is not None and old is not None else None


def _old(col: int, moved: Mapping[int, int] | None) -> int | None:
    return col if moved is None else moved.get(col)


def _nearest(
    row: int,
    key: Key,
    aims: Aims,
    then: _Side,
    whole: Tab,
    old_rows: Mapping[Key, list[int]],
    new_rows: Mapping[Key, list[int]],
    moved: Mapping[int, int] | None,
) -> tuple[int | None, str]:
    """The row of before that a row with new content was: one that is gone now and shares most of its cells; or a new row."""
    before, line = then.tab, aims[row]
    others = [col for col in range(max(before.width, whole.width)) if col not in then.ids and col not in line]
    best: list[tuple[int, int, int]] = []
    for old_key, rows in old_rows.items():
        if len(rows) <= len(new_rows.get(old_key, ())) or not any(old_key):
            continue
        if _akin(key, old_key):
            alike = sum(1 for a, b in zip(key, old_key, strict=True) if a and a == b)
            for old in rows:
                ours = sum(1 for col in others if same(whole.at(row, col), _then(before, old, col, moved)))
                best.append((alike, ours, old))
    if not best:
        return None, ""
    alike, ours, was = max(best, key=lambda one: (one[0], one[1], one[2] == row, -one[2]))
    held = [canonical(_then(before, was, col, moved)) for col in line]
    rivals = [
        old
        for one, two, old in best
        if old != was
        and (one, two) == (alike, ours)
        and [canonical(_then(before, old, col, moved)) for col in line] != held
    ]
    return was, "it was changed and moved at once, and more than one row could be it" if rivals else ""


def found_again(before: Tab, aims: Aims, after: Tab) -> tuple[dict[int, Mapping[int, Value]], dict[int, int]]:
    """Where the lines of a write stand, told by their values alone: for looks that came some time after the write.

    Returns:
        What was written, by the row where it stands now, and for each of those rows the row that it was meant for. Lines
        that cannot be told from one another are left out.
    """
    shapes: dict[tuple[int, ...], dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, line in aims.items():
        cols = tuple(sorted(line))
        if any(not same(line[col], before.at(row, col)) for col in cols):
            shapes[cols][tuple(canonical(line[col]) for col in cols)].append(row)
    lines: dict[int, Mapping[int, Value]] = {}
    meant: dict[int, int] = {}
    for cols in sorted(shapes, key=len):  # the fuller line wins
        for row in range(after.height):
            origins = shapes[cols].get(tuple(canonical(after.at(row, col)) for col in cols), ())
            if len(origins) == 1:
                lines[row], meant[row] = aims[origins[0]], origins[0]
            elif row in origins:
                lines[row], meant[row] = aims[row], row
    return lines, meant


def strayed(before: Tab, aims: Aims, after: Tab) -> list[Damage]:
    """The rows on which a repair landed that was meant for others, where nobody saw the moment after it.

    A repair often writes blanks, so its lines cannot be told from one another; each row is held against what it should be.

    Args:
        before: the tab as it should be once the repair is done.
    """
    written = sorted({col for line in aims.values() for col in line})
    ids = identity(before, frozenset(written))
    old_rows, new_rows = _by_key(_Side(before, ids)), _by_key(_Side(after, ids))
    values = {col: {canonical(line[col]) for line in aims.values() if col in line} for col in written}

    def line(tab: Tab, row: int | None) -> tuple[str, ...]:
        return tuple("" if row is None else canonical(tab.at(row, col)) for col in written)

    found: list[Damage] = []
    for key, places in new_rows.items():
        olds = old_rows.get(key, [])
        if any(key) and not olds:  # a new row, or one that people changed
            gone = [other for other, rows in old_rows.items() if len(rows) > len(new_rows.get(other, ()))]
            olds = [row for other in gone if _akin(key, other) for row in old_rows[other]]
        if any(key) and olds and len(places) + len(olds) > 2:
            if Counter(line(after, row) for row in places) - Counter(line(before, row) for row in olds):
                doubt = "several rows were filled in alike, and were moved while they were put right"
                found.append(Damage(key, 0, places[0], {written[0]: ((), None)}, doubt, len(places) + len(olds)))
            continue
        was = olds[0] if any(key) and olds else None
        known = {line(before, row) for row in olds} if was is None else set()
        for row in places:
            cells = {
                col: ((held,), before.at(was, col) if was is not None else None)
                for col in written
                if canonical(held := after.at(row, col)) in values[col]
                and not same(held, before.at(was, col) if was is not None else None)
            }
            if cells and line(after, row) not in known:
                found.append(Damage(key, 0, row, cells))
    return found


def _by_key(side: _Side) -> dict[Key, list[int]]:
    rows: dict[Key, list[int]] = defaultdict(list)
    for row in range(side.tab.height):
        rows[side.key(row)].append(row)
    return rows


def missed(before: Tab, aims: Aims, after: Tab, *, moved_since: bool = False) -> bool:
    """Whether a row that was meant does not stand where it was written.

    Args:
        moved_since: the look came some time after the write, so that rows may have moved with what was written on them.
    """
    written = frozenset(col for line in aims.values() for col in line)
    if column_map(before, after, written) is not None:
        return True
    ids = identity(before, written)
    if not moved_since:
        return bool(_changed(before, after, ids, aims))
    then, now = _Side(before, ids), _Side(after, ids)
    lines, meant = found_again(before, aims, after)
    hit = {meant[row] for row in lines if now.key(row) == then.key(meant[row])}
    return any(
        row not in hit and any(not same(v, before.at(row, col)) for col, v in line.items())
        for row, line in aims.items()
    )


def shifted(before: Tab, aims: Aims, after: Tab) -> bool:
    """Whether any row on top of the tab, or near those written, holds what another row held before."""
    written = frozenset(col for line in aims.values() for col in line)
    ids = identity(before, written)
    near = {at for row in aims for at in range(max(0, row - 2), row + 3)} | set(range(TOP_ROWS))
    changed = _changed(before, after, ids, (row for row in near if row < after.height))
    if not changed:
        return False
    then, now = _Side(before, ids), _Side(after, ids)
    known = {then.key(row) for row in range(before.height)}
    return any(any(key := now.key(row)) and key in known for row in changed)


def merged(known: Sequence[Damage], more: Sequence[Damage]) -> list[Damage]:
    """All damage, where a repair itself landed on other rows: what was right stays right, what may be wrong is added."""
    found = {_name(one): one for one in known}
    for one in more:
        if one.twins > 1 and any(one.key):
            one = replace(one, doubt="several rows were filled in alike, and were moved more than once")
        old = found.get(_name(one))
        if old is not None:
            cells = dict(old.cells)
            for col, (wrongs, right) in one.cells.items():
                cells[col] = ((*cells[col][0], *wrongs), cells[col][1]) if col in cells else (wrongs, right)
            one = replace(one, cells=cells, doubt=old.doubt or one.doubt)
        found[_name(one)] = one
    return list(found.values())


def _name(one: Damage) -> tuple[Key, int, int]:
    return one.key, one.which, -1 if any(one.key) else one.row


def placed(
    damages: Sequence[Damage], before: Tab, now: Tab, written: frozenset[int]
) -> tuple[list[ColumnEdits], list[str]]:
    """The edits that put the damage right where those rows stand now, and what stays in doubt.

    A cell that no longer holds what was wrongly written was changed by somebody since, and is left to him.
    """
    if not damages:
        return [], []
    moved_cols = column_map(before, now, written)
    old_ids, ids = _ids(before, written, moved_cols)
    side, then = _Side(now, ids), _Side(before, old_ids)
    known = {then.key(row) for row in range(before.height)} | {one.key for one in damages} | {("",) * len(ids)}
    rows = _by_key(side)
    wanted: dict[int, dict[int, tuple[Value, Value]]] = defaultdict(dict)
    doubts: list[str] = []
    for one in damages:
        at = _where(one, rows, now, known)
        if one.twins > 1 and any(one.key):
            twins = rows.get(one.key, []) if at is None else [at]
            if twins and (
                one.doubt or (at is None and any(_hits(one, row, now) or _fits(one, row, now) for row in twins))
            ):
                where = " or ".join(address(now.name, row, min(one.cells)) for row in twins[:3])
                doubts.append(
                    f"{where}: {one.doubt or 'several rows were filled in alike, and were moved more than once'}"
                )
        if at is None:
            continue
        for col, (wrongs, right) in one.cells.items():
            held = now.at(at, col)
            if not same(held, right) and any(same(held, wrong) for wrong in wrongs) and (at, col) not in now.formulas:
                if one.doubt:
                    doubts.append(f"{address(now.name, at, col)}: {one.doubt}")
                wanted[col][at] = (held, right)
    edits = [
        ColumnEdits(
            now.name,
            col,
            sorted(cells),
            [cells[row][0] for row in sorted(cells)],
            [cells[row][1] for row in sorted(cells)],
            Format.TEXT,
            "put back",
        )
        for col, cells in sorted(wanted.items())
    ]
    return edits, doubts


def _hits(one: Damage, row: int, now: Tab) -> int:
    """How many cells of a row hold what was wrongly written on the damaged row."""
    return sum(
        1
        for col, (wrongs, _) in one.cells.items()
        if any(not is_blank(wrong) and same(now.at(row, col), wrong) for wrong in wrongs)
    )


def _fits(one: Damage, row: int, now: Tab) -> bool:
    """Whether each cell of a row holds what is right there or what may be wrong there, and one of them is wrong."""
    wrong_at_all = False
    for col, (wrongs, right) in one.cells.items():
        held = now.at(row, col)
        if not same(held, right):
            if not any(same(held, wrong) for wrong in wrongs):
                return False
            wrong_at_all = True
    return wrong_at_all


def _where(one: Damage, rows: Mapping[Key, list[int]], now: Tab, known: Set[Key]) -> int | None:
    """Where the damaged row stands now: by what people typed in it, else by what was wrongly written on it."""
    twins = rows.get(one.key, [])
    # One of several rows filled in alike may be gone: the one that is left has to fit in every cell.
    if (
        any(one.key)
        and len(twins) == 1
        and (_fits(one, twins[0], now) or (one.twins == 1 and _hits(one, twins[0], now)))
    ):
        return twins[0]
    found = [row for row in twins if _fits(one, row, now)]
    if not any(one.key) and one.row in found:
        return one.row
    if len(twins) > 1 or not any(one.key):
        return found[0] if len(found) == 1 else None
    if any(all(same(now.at(row, col), right) for col, (_, right) in one.cells.items()) for row in twins):
        return None  # it is mended
    most = sum(1 for wrongs, _ in one.cells.values() if not all(map(is_blank, wrongs)))
    if not most:
        return None
    # A row that people changed once more: it still shares most of what they typed, and holds what was wrongly written.
    found = [
        row
        for key, places in rows.items()
        if key not in known and _akin(key, one.key)
        for row in places
        if _hits(one, row, now) == most
    ]
    return found[0] if len(found) == 1 else None


def _akin(one: Key, other: Key) -> bool:
    alike = sum(1 for a, b in zip(one, other, strict=True) if a and a == b)
    return bool(alike) and 2 * alike >= sum(1 for a, b in zip(one, other, strict=True) if a or b)


# -- lines of our own tabs --------------------------------------------------------------------------------------------


def relaid(before: Tab, aims: Aims, after: Tab) -> tuple[list[ColumnEdits], list[str]]:
    """One of our own tabs as it would be had nobody moved its lines, where somebody did; notes of people come back so.

    Every cell there is ours or a note whose line we know, so the whole list can be written again. What a person typed in
    that instant is nowhere in what we knew: it is left, and named.
    """
    if not lines_moved(before, aims, after):
        return [], []
    height = max(before.height, after.height, max(aims, default=-1) + 1)
    width = max(before.width, after.width, max((col for line in aims.values() for col in line), default=-1) + 1)
    edits: list[ColumnEdits] = []
    doubts: list[str] = []
    for col in range(width):
        known = {canonical(before.at(row, col)) for row in range(before.height)}
        known |= {canonical(line[col]) for line in aims.values() if col in line} | {""}
        rows: list[int] = []
        held: list[Value] = []
        wanted: list[Value] = []
        for row in range(height):
            right = aims[row][col] if row in aims and col in aims[row] else before.at(row, col)
            now = after.at(row, col)
            if same(now, right) or (row, col) in before.formulas or (row, col) in after.formulas:
                continue
            if canonical(now) not in known:
                doubts.append(f"{address(after.name, row, col)}: typed while the list was being written")
                continue
            rows.append(row)
            held.append(now)
            wanted.append(right)
        if rows:
            edits.append(ColumnEdits(after.name, col, rows, held, wanted, Format.LEAVE, "put back"))
    return edits, doubts


def lines_moved(before: Tab, aims: Aims, after: Tab) -> bool:
    """Whether a cell that was not written holds what stood in another line before."""
    near = {at for row in aims for at in range(max(0, row - 2), row + 3)} | set(range(TOP_ROWS))
    for col in range(before.width):
        elsewhere: dict[str, int] = {}
        for row in range(before.height):
            if not is_blank(value := before.at(row, col)):
                elsewhere[canonical(value)] = row
        for row in near:
            if col in aims.get(row, {}) or row >= after.height:
                continue
            now = after.at(row, col)
            if not is_blank(now) and not same(now, before.at(row, col)) and elsewhere.get(canonical(now), row) != row:
                return True
    return False
