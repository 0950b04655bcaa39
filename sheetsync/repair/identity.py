"""What tells one row from another, and one column from another, when numbers and letters do not."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sheetsync import grid
from sheetsync.grid import Tab, Value, is_blank
from sheetsync.tabs import headers

#: Rows to columns to the values written there.
Aims = Mapping[int, Mapping[int, Value]]
#: The rows on top among which the header row is looked for, before and after.
TOP_ROWS = 20
#: What people typed in a row, in the order of the columns that tell rows apart.
Key = tuple[str, ...]

_FORMULA = "\x00formula"
_DAY_ZERO = dt.datetime(1899, 12, 30)


def same(one: Value, other: Value) -> bool:
    """Whether two cells hold the same, however it is shown there: a date that lands on a row without its format is a number."""
    return grid.same(one, other) or grid.same(_number(one), _number(other))


def canonical(value: Value) -> str:
    """A value in one form, a date and its number in the same."""
    return grid.canonical(_number(value))


def _number(value: Value) -> Value:
    match value:
        case dt.datetime():
            number = (value.replace(tzinfo=None) - _DAY_ZERO) / dt.timedelta(days=1)
        case dt.date():
            return (value - _DAY_ZERO.date()).days
        case dt.time():
            number = (value.hour * 3600 + value.minute * 60 + value.second) / 86400
        case float():
            number = value
        case _:
            return value
    return round(number, 6)


@dataclass(frozen=True, slots=True)
class Damage:
    """A row on which something landed that was meant for another row: by column, what may be wrong there and what is right."""

    key: Key
    which: int  # of the rows that people filled in alike, the first is 0
    row: int  # where it stood when it was written on
    cells: Mapping[int, tuple[tuple[Value, ...], Value]]
    doubt: str = ""  # why it cannot be proved that these values are right
    twins: int = 1  # how many rows people filled in so


class Side:
    """A tab as it was or is: which columns tell its rows apart, and how its columns map to those of before."""

    def __init__(self, tab: Tab, ids: Sequence[int]) -> None:
        self.tab, self.ids = tab, ids
        self.formula_cols = {col for _, col in tab.formulas}

    def key(self, row: int) -> Key:
        """What people typed in a row."""
        tab, formulas = self.tab, self.tab.formulas
        key = []
        for col in self.ids:
            if col in self.formula_cols and (row, col) in formulas:
                key.append(_FORMULA)  # what it shows may change by itself
            else:
                key.append("" if is_blank(value := tab.at(row, col)) else canonical(value))
        return tuple(key)


def columns(tab: Tab, written: frozenset[int]) -> tuple[int, ...]:
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


def ids_in_step(before: Tab, written: frozenset[int], moved: Mapping[int, int] | None) -> tuple[list[int], list[int]]:
    """The columns that tell rows apart, as they stood before and as they stand after, in step."""
    base = columns(before, frozenset() if moved is not None else written)
    if moved is None:
        return list(base), list(base)
    back = {old: new for new, old in moved.items()}
    pairs = [(old, back[old]) for old in base if old in back and back[old] not in written]
    return [old for old, _ in pairs], [new for _, new in pairs]


def changed_rows(before: Tab, after: Tab, cols: Sequence[int], rows: Iterable[int]) -> list[int]:
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


def by_key(side: Side) -> dict[Key, list[int]]:
    rows: dict[Key, list[int]] = defaultdict(list)
    for row in range(side.tab.height):
        rows[side.key(row)].append(row)
    return rows


def akin(one: Key, other: Key) -> bool:
    """Whether two rows share most of what people typed in them."""
    shared = alike(one, other)
    return bool(shared) and 2 * shared >= sum(1 for a, b in zip(one, other, strict=True) if a or b)


def alike(one: Key, other: Key) -> int:
    """How many cells two rows share."""
    return sum(1 for a, b in zip(one, other, strict=True) if a and a == b)


def then_at(before: Tab, row: int | None, col: int, moved: Mapping[int, int] | None) -> Value:
    old = old_column(col, moved)
    return before.at(row, old) if row is not None and old is not None else None


def old_column(col: int, moved: Mapping[int, int] | None) -> int | None:
    return col if moved is None else moved.get(col)
