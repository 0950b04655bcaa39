"""What a write did: the rows that it landed on and was not meant for, and the rows that it missed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sheetsync.grid import (
    Tab,
    Value,
)
from sheetsync.repair import identity
from sheetsync.repair.identity import Aims, Damage, Key


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
    moved_cols = identity.column_map(before, after, written)
    ids, mapped_ids = identity.ids_in_step(before, written, moved_cols)
    then, now, all_now = identity.Side(before, ids), identity.Side(after, mapped_ids), identity.Side(whole, mapped_ids)
    goal = meant if meant is not None else {row: row for row in aims}
    if (
        moved_cols is None
        and meant is None
        and not _disturbed(before, aims, after, ids)
        and not shifted(before, aims, after)
    ):
        return []
    old_rows = identity.by_key(then)
    new_rows = identity.by_key(all_now)
    found: list[Damage] = []
    for row in sorted(aims):
        one = _judge(row, goal[row], aims, now.key(row), then, whole, old_rows, new_rows, moved_cols)
        if one is not None:
            found.append(one)
    return found


def _disturbed(before: Tab, aims: Aims, after: Tab, ids: Sequence[int]) -> bool:
    """Whether a row that was written on differs in any other cell from the row that was meant, or one beside it in ours.

    Our own cells count, too: rows that people filled in alike may have changed places, and only those tell.
    """
    if identity.changed_rows(before, after, ids, aims):
        return True
    ours = [col for col in range(max(before.width, after.width)) if col not in set(ids)]
    for row in near(aims) | set(aims):
        line = aims.get(row, {})
        for col in ours:
            if col not in line and row < after.height and not identity.same(before.at(row, col), after.at(row, col)):
                return True
    return False


def near(aims: Aims) -> set[int]:
    """The rows beside those written, and those on top: what stands there tells whether rows moved."""
    return {at for row in aims for at in range(max(0, row - 2), row + 3)} | set(range(identity.TOP_ROWS))


def _judge(
    row: int,
    meant: int,
    aims: Aims,
    key: Key,
    then: identity.Side,
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
    if was == meant and not doubt and all(identity.old_column(col, moved) == col for col in line):
        return None
    cells: dict[int, tuple[tuple[Value, ...], Value]] = {}
    for col, wrong in line.items():
        right = identity.then_at(before, was, col, moved)
        if was is not None and (was, identity.old_column(col, moved)) in before.formulas:
            doubt = "a formula stood there"
        elif moved is not None and identity.old_column(col, moved) not in (None, *line):
            doubt = "a column moved in that instant; the cell is back to what it held just before"
        if not identity.same(wrong, right):
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
        return sum(
            1
            for col in others
            if col not in line and identity.same(whole.at(new, col), identity.then_at(before, old, col, moved))
        )

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
    held = tuple(identity.canonical(identity.then_at(before, was, col, moved)) for col in aims[row])
    rivals = [
        old
        for old in candidates
        if old != was
        and alike(row, old) >= score
        and tuple(identity.canonical(identity.then_at(before, old, col, moved)) for col in aims[row]) != held
    ]
    return was, "several rows were filled in alike" if rivals else ""


def _nearest(
    row: int,
    key: Key,
    aims: Aims,
    then: identity.Side,
    whole: Tab,
    old_rows: Mapping[Key, list[int]],
    new_rows: Mapping[Key, list[int]],
    moved: Mapping[int, int] | None,
) -> tuple[int | None, str]:
    """The row of before that a row with new content was: one that is gone now and shares most of its cells; or a new row."""
    before, line = then.tab, aims[row]
    others = [col for col in range(max(before.width, whole.width)) if col not in then.ids and col not in line]
    best: list[tuple[int, int, int]] = []
    strangers = [other for other in new_rows if other not in old_rows and any(other)]
    for old_key, rows in old_rows.items():
        if len(rows) <= len(new_rows.get(old_key, ())) or not any(old_key) or not identity.akin(key, old_key):
            continue
        alike = identity.alike(key, old_key)
        if any(identity.alike(other, old_key) > alike for other in strangers):
            continue  # another row with new content is more like it
        for old in rows:
            ours = sum(
                1 for col in others if identity.same(whole.at(row, col), identity.then_at(before, old, col, moved))
            )
            best.append((alike, ours, old))
    if not best:
        return None, ""
    alike, ours, was = max(best, key=lambda one: (one[0], one[1], one[2] == row, -one[2]))
    held = [identity.canonical(identity.then_at(before, was, col, moved)) for col in line]
    rivals = [
        old
        for one, two, old in best
        if old != was
        and (one, two) == (alike, ours)
        and [identity.canonical(identity.then_at(before, old, col, moved)) for col in line] != held
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
        if any(not identity.same(line[col], before.at(row, col)) for col in cols):
            shapes[cols][tuple(identity.canonical(line[col]) for col in cols)].append(row)
    lines: dict[int, Mapping[int, Value]] = {}
    meant: dict[int, int] = {}
    for cols in sorted(shapes, key=len):  # the fuller line wins
        for row in range(after.height):
            origins = shapes[cols].get(tuple(identity.canonical(after.at(row, col)) for col in cols), ())
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
    ids = identity.columns(before, frozenset(written))
    old_rows, new_rows = identity.by_key(identity.Side(before, ids)), identity.by_key(identity.Side(after, ids))
    values = {col: {identity.canonical(line[col]) for line in aims.values() if col in line} for col in written}

    def line(tab: Tab, row: int | None) -> tuple[str, ...]:
        return tuple("" if row is None else identity.canonical(tab.at(row, col)) for col in written)

    found: list[Damage] = []
    for key, places in new_rows.items():
        olds = old_rows.get(key, [])
        if any(key) and not olds:  # a new row, or one that people changed
            gone = [other for other, rows in old_rows.items() if len(rows) > len(new_rows.get(other, ()))]
            olds = [row for other in gone if identity.akin(key, other) for row in old_rows[other]]
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
                if identity.canonical(held := after.at(row, col)) in values[col]
                and not identity.same(held, before.at(was, col) if was is not None else None)
            }
            if cells and line(after, row) not in known:
                found.append(Damage(key, 0, row, cells))
    return found


def missed(before: Tab, aims: Aims, after: Tab, *, moved_since: bool = False) -> bool:
    """Whether a row that was meant does not stand where it was written.

    Args:
        moved_since: the look came some time after the write, so that rows may have moved with what was written on them.
    """
    written = frozenset(col for line in aims.values() for col in line)
    if identity.column_map(before, after, written) is not None:
        return True
    ids = identity.columns(before, written)
    if not moved_since:
        return bool(identity.changed_rows(before, after, ids, aims))
    then, now = identity.Side(before, ids), identity.Side(after, ids)
    lines, meant = found_again(before, aims, after)
    hit = {meant[row] for row in lines if now.key(row) == then.key(meant[row])}
    return any(
        row not in hit and any(not identity.same(v, before.at(row, col)) for col, v in line.items())
        for row, line in aims.items()
    )


def shifted(before: Tab, aims: Aims, after: Tab) -> bool:
    """Whether any row on top of the tab, or near those written, holds what another row held before.

    Or lacks what several rows held alike: one of those may stand where another one stood, and nobody could tell.
    """
    written = frozenset(col for line in aims.values() for col in line)
    ids = identity.columns(before, written)
    height = max(before.height, after.height)
    changed = identity.changed_rows(before, after, ids, (row for row in near(aims) if row < height))
    if not changed:
        return False
    then, now = identity.Side(before, ids), identity.Side(after, ids)
    known = Counter(then.key(row) for row in range(before.height))
    return any(
        (any(key := now.key(row)) and key in known) or (any(key := then.key(row)) and known[key] > 1) for row in changed
    )
