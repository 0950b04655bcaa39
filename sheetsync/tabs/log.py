"""The Call Log: which tab it is, where its columns stand, and its rows as calls."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sheetsync import grid
from sheetsync.errors import LogProblems
from sheetsync.grid import CellError, Formula, Range, Tab, Table, Value, address, is_blank
from sheetsync.model import Call, Hand
from sheetsync.settings import Settings
from sheetsync.tabs import cells, headers, marks
from sheetsync.tabs.headers import OURS, OUTPUTS, TYPED, HeaderRow, Role
from sheetsync.tabs.marks import Mark

#: What the tabs are called in our template; the log may have any name.
CALL_LOG, WEEKLY, FOLLOW_UPS, SETTINGS, START_HERE = (
    "Call Log",
    "Weekly Summary",
    "Follow-ups",
    "Settings",
    "Start Here",
)
OWN_TABS = frozenset(name.casefold() for name in (WEEKLY, FOLLOW_UPS, SETTINGS, START_HERE))

_VOLATILE = re.compile(r"\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY)\s*\(", re.IGNORECASE)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Log:
    """Where the log is: its tab, header row, columns by role, and the rows that hold its calls."""

    tab: Tab
    header: HeaderRow
    first_row: int
    last_row: int  # the last row that belongs to the log; first_row - 1 where it has none
    table: Table | None

    @property
    def columns(self) -> Mapping[Role, int]:
        """The column of each role that the log has."""
        return {role: found.col for role, found in self.header.columns.items()}

    @property
    def missing_ours(self) -> tuple[Role, ...]:
        """The columns of ours that the log lacks, in the template's order."""
        return tuple(role for role in OURS if role not in self.header.columns)

    @property
    def room_at(self) -> int:
        """The column right of the last header, and of the table where the log is one."""
        return max(self.header.last_col, self.table.range.right if self.table else -1) + 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the log that hold anything, column by column; all sequences run in step."""

    numbers: Sequence[int]  # 0-based rows of the tab
    calls: Sequence[Call]
    anchors: Sequence[str]
    marks: Sequence[Mark | None]
    held: Mapping[Role, Sequence[Value]]  # what our columns hold now
    by_hand: Mapping[Role, frozenset[int]]  # places (not rows) of output cells that a person changed
    problems: tuple[str, ...]  # cells that cannot be read, each with what to do


@dataclass(frozen=True, slots=True)
class WantedLog:
    """What the rules want in our columns, in step with the rows of the log."""

    tab: str
    columns: dict[Role, int]  # where each of our columns stands, or will stand
    values: dict[Role, Sequence[Value]]


def find(tabs: Iterable[Tab], wanted: str | None = None) -> Log:
    """The log of a workbook.

    Raises:
        LogProblems: no tab is one, several could be, or needed headers are missing or stand twice.
    """
    candidates = [tab for tab in tabs if tab.is_grid and tab.name.casefold() not in OWN_TABS]
    if wanted is not None:
        candidates = [tab for tab in candidates if tab.name.casefold() == wanted.casefold()]
        if not candidates:
            raise LogProblems([f"There is no tab named “{wanted}”."])
    found = [(tab, row) for tab in candidates if (row := headers.find(tab)) is not None]
    whole = [(tab, row) for tab, row in found if not row.missing]
    if not whole:
        raise LogProblems(_no_log(found, candidates))
    tab, row = _choose(whole)
    if row.twice:
        raise LogProblems(row.twice)
    return _measure(tab, row)


def _choose(whole: list[tuple[Tab, HeaderRow]]) -> tuple[Tab, HeaderRow]:
    for best in (
        [one for one in whole if one[0].name.casefold() == CALL_LOG.casefold()],
        [one for one in whole if Role.MARK in one[1].columns],
        [one for one in whole if not one[0].hidden],
        whole,
    ):
        if len(best) == 1:
            return best[0]
        if best and best[0][0].name.casefold() != CALL_LOG.casefold():
            most = max(len(one[1].columns) for one in best)
            fullest = [one for one in best if len(one[1].columns) == most]
            if len(fullest) == 1 and most >= 2 * max(len(one[1].columns) for one in best if one is not fullest[0]):
                return fullest[0]
            names = " and ".join(f"“{one[0].name}”" for one in best[:4])
            raise LogProblems(
                [
                    f"More than one tab looks like a call log: {names}. Name the one you mean “{CALL_LOG}”, or run with --tab NAME."
                ]
            )
    return whole[0]


def _no_log(found: list[tuple[Tab, HeaderRow]], candidates: list[Tab]) -> list[str]:
    if not found:
        seen = ", ".join(f"“{tab.name}”" for tab in candidates[:6]) or "none with cells"
        return [
            f"No tab looks like a call log (tabs: {seen}). It needs a header row with Date, with one of Prospect, Company, "
            "Phone or Email, and with one of Outcome or Notes."
        ]
    tab, row = max(
        found,
        key=lambda one: (one[0].name.casefold() == CALL_LOG.casefold(), len(one[1].columns), -len(one[1].missing)),
    )
    lines = [
        f"{tab.name} row {row.row + 1} looks like the header of the log, but it lacks {lack}." for lack in row.missing
    ]
    needed = {"Date": (Role.DATE,)}
    for lack, line in zip(row.missing, lines, strict=True):
        roles = needed.get(lack) or (headers.WHO if "Company" in lack else headers.WHAT)
        near = [text for text in row.unused if any(headers.did_you_mean(text, role) for role in roles)]
        if near:
            lines[lines.index(line)] = f"{line} Did you mean “{near[0]}”? Correct its spelling, then run again."
        else:
            lines[lines.index(line)] = f"{line} Add it, or name the column that holds it so, then run again."
    return [*lines, *row.twice]


def _measure(tab: Tab, row: HeaderRow) -> Log:
    table = next(
        (
            one
            for one in tab.tables
            if one.range.top == row.row
            and any(one.range.left <= header.col <= one.range.right for header in row.columns.values())
        ),
        None,
    )
    last = tab.height - 1
    if table is not None and table.totals:
        last = min(last, table.range.bottom - table.totals)
    return Log(tab, row, row.row + 1, last, table)


def structure_problems(log: Log) -> tuple[str, ...]:
    """What stands in the way of writing this log, each with its cells; empty where nothing does."""
    tab, columns = log.tab, log.columns
    problems: list[str] = []
    for role in OURS:
        if role in columns and (log.header.row, columns[role]) in tab.formulas:
            problems.append(
                f"{address(tab.name, log.header.row, columns[role])} is the header of our column {role.value} and holds a formula. Type the name instead, then run again."
            )
    problems += _spills(log)
    problems += _merges(log)
    if log.missing_ours:
        problems += _no_room(log)
    return tuple(problems)


def _spills(log: Log) -> list[str]:
    ours = {log.columns[role]: role for role in OURS if role in log.columns}
    return [
        f"{address(log.tab.name, row, col)} holds an array formula that spills over our column {ours[col].value}. Remove it there, then run again."
        for (row, col), formula in log.tab.formulas.items()
        if formula.spills and col in ours and row >= log.header.row
    ][:5]


def _merges(log: Log) -> list[str]:
    ours = {log.columns[role] for role in OURS if role in log.columns}
    return [
        f"{address(log.tab.name, merge.top, merge.left)} is part of the merged cells {merge}, which cover a column of ours. Unmerge them, then run again."
        for merge in log.tab.merges
        if merge.bottom >= log.header.row
        and merge.top <= max(log.last_row, log.header.row)  # below the log nothing is written
        and any(merge.left <= col <= merge.right for col in ours)
    ][:5]


def _no_room(log: Log) -> list[str]:
    tab, first = log.tab, log.room_at
    last = first + len(log.missing_ours) - 1
    if last >= tab.max_cols and tab.max_cols >= 16_384:
        return [f"{tab.name} has no room for our columns right of {address(tab.name, log.header.row, first - 1)}."]
    taken = [
        (row, col)
        for col in range(first, min(last + 1, tab.width))
        for row in range(log.header.row, log.last_row + 1)
        if not is_blank(tab.columns[col][row]) or (row, col) in tab.formulas
    ]
    block = Range(log.header.row, first, max(log.last_row, log.header.row), last)
    merged = [
        merge
        for merge in tab.merges
        if merge.left <= last and merge.right >= first and merge.bottom >= block.top and merge.top <= block.bottom
    ]
    if taken:
        row, col = taken[0]
        return [
            f"Our columns belong at {block}, but {address(tab.name, row, col)} holds “{cells.shown(tab.at(row, col))}”. Move it, or leave a header above it, then run again."
        ]
    if merged:
        return [
            f"Our columns belong at {block}, but the cells {merged[0]} of {tab.name} are merged. Unmerge them, then run again."
        ]
    return []


def unstored(log: Log) -> list[str]:
    """Formulas in columns that we read whose value the file does not hold: they cannot be known."""
    typed = {log.columns[role] for role in TYPED if role in log.columns}
    return [
        address(log.tab.name, row, col)
        for (row, col), formula in log.tab.formulas.items()
        if col in typed and log.first_row <= row <= log.last_row and not formula.stored
    ]


def read_rows(log: Log, settings: Settings, *, redo: bool = False, given: Mapping[int, Mark] | None = None) -> Rows:
    """The rows of the log that hold anything, as calls, with what we last wrote beside them.

    Args:
        redo: rows that were undone are ours again; otherwise what they hold counts as typed by hand.
        given: marks of rows (of the tab) that have lost theirs.

    Raises:
        LogProblems: a column that we read holds formulas whose value the file does not store.
    """
    bad = unstored(log)
    if bad:
        many = f" and {len(bad) - 1} more cells hold formulas" if len(bad) > 1 else " holds a formula"
        raise LogProblems([f"{bad[0]}{many} without a stored value. Open the workbook, save it once, then run again."])
    return _Reader(log, settings, redo, given or {}).rows()


_TEXTS = (
    Role.REP,
    Role.PROSPECT,
    Role.FIRST_NAME,
    Role.LAST_NAME,
    Role.COMPANY,
    Role.PHONE,
    Role.EMAIL,
    Role.SPOKE_WITH,
    Role.OUTCOME,
    Role.NOTES,
)


def _texts(column: Sequence[Value]) -> list[str]:
    if set(map(type, column)) <= {str, type(None)}:
        return ["" if value is None else value.strip() for value in column]  # type: ignore[union-attr]
    return ["" if value is None else value.strip() if isinstance(value, str) else cells.text(value) for value in column]


def _canonical(column: Sequence[Value]) -> list[str]:
    """Each value in its canonical form; a date or number that was met before is not formatted again."""
    known: dict[tuple[type, Value], str] = {}
    found: list[str] = []
    for value in column:
        if value is None:
            found.append("")
        elif isinstance(value, str):
            found.append(grid.canonical(value))
        else:
            key = (value.__class__, value)
            text = known.get(key)
            if text is None:
                text = known[key] = grid.canonical(value)
            found.append(text)
    return found


class _Reader:
    """Reads one log column by column, and lists what cannot be read."""

    def __init__(self, log: Log, settings: Settings, redo: bool, given: Mapping[int, Mark]) -> None:
        self.log, self.settings, self.redo, self.given = log, settings, redo, given
        self.problems: list[str] = []
        self.of_row: dict[int, tuple[str, ...]] = {}
        first, last = log.first_row, log.last_row + 1
        self.raw: dict[Role, Sequence[Value]] = {
            role: log.tab.columns[col][first:last] for role, col in log.columns.items()
        }
        self.blank: Sequence[Value] = [None] * max(0, last - first)

    def rows(self) -> Rows:
        """All rows that hold something a person typed, or something that we wrote."""
        kept = self._filled()
        column = {role: self._kept(role, kept) for role in Role}
        numbers = [self.log.first_row + at for at in kept]
        anchors = self._anchors(column)
        outputs = [column[role] for role in OUTPUTS]
        found = [marks.parse(value, len(OUTPUTS)) for value in column[Role.MARK]]
        found = marks.without_copies(anchors, found, outputs)  # one pasted over a row's own keeps that one from home
        found = marks.without_copies(anchors, marks.home(anchors, found, outputs), outputs)
        if self.given:
            sure = {at: mark for at, row in enumerate(numbers) if (mark := self.given.get(row)) is not None}
            found = [mark or sure.get(at) for at, mark in enumerate(found)]
            found = [sure.get(at, mark) for at, mark in enumerate(marks.without_copies(anchors, found, outputs))]
        by_hand = self._by_hand(column, found, anchors, numbers)
        calls = self._calls(column, numbers, by_hand)
        held = {role: column[role] for role in OURS}
        return Rows(numbers, calls, anchors, found, held, by_hand, tuple(self.problems))

    def _filled(self) -> list[int]:
        # A row of nothing but FALSE and 0 (unticked boxes fill every row of a table) holds nothing.
        columns = [self.raw[role] for role in Role if role in self.raw]
        return [at for at, row in enumerate(zip(*columns, strict=True)) if any(row)]

    def _kept(self, role: Role, kept: list[int]) -> Sequence[Value]:
        """What the rows hold that are kept, of one column."""
        held = self.raw.get(role, self.blank)
        return held if len(kept) == len(held) else [held[at] for at in kept]

    def _anchors(self, column: Mapping[Role, Sequence[Value]]) -> list[str]:
        blank = [""] * len(column[Role.DATE])
        parts = [_canonical(column[role]) if role in self.raw else blank for role in TYPED]
        return marks.anchors(zip(*parts, strict=True))

    def _by_hand(
        self,
        column: Mapping[Role, Sequence[Value]],
        found: Sequence[Mark | None],
        anchors: Sequence[str],
        numbers: Sequence[int],
    ) -> dict[Role, frozenset[int]]:
        result: dict[Role, frozenset[int]] = {}
        formulas = self.log.tab.formulas
        for place, role in enumerate(OUTPUTS):
            col = self.log.columns.get(role, -1)
            result[role] = frozenset(
                at
                for at, (value, mark) in enumerate(zip(column[role], found, strict=True))
                if (
                    value is not None
                    and not is_blank(value)
                    and not (
                        mark
                        and not (mark.undone and not self.redo and mark.anchor == anchors[at])
                        and mark.wrote(place, value)
                    )
                )
                or (formulas and (numbers[at], col) in formulas)
            )
        return result

    def _calls(
        self, column: Mapping[Role, Sequence[Value]], numbers: Sequence[int], by_hand: Mapping[Role, frozenset[int]]
    ) -> list[Call]:
        order = self.settings.date_order
        volatile = self._volatile()
        texts = {role: _texts(column[role]) if role in self.raw else [""] * len(numbers) for role in _TEXTS}
        dates = self._column(
            Role.DATE, column, numbers, lambda value: cells.date(value, order), "Write a date, such as 2026-11-09"
        )
        times = self._column(Role.TIME, column, numbers, cells.time, "Write a time of day, such as 14:30")
        requested = self._column(
            Role.REQUESTED, column, numbers, lambda value: cells.date(value, order), "Write a date, such as 2026-11-09"
        )
        deciders = self._answers(Role.DECISION_MAKER, column, numbers)
        overrides = self._answers(Role.OVERRIDE, column, numbers)
        for at, row in enumerate(numbers):
            if row in volatile:
                dates[at] = None
                self._problem(row, Role.DATE, "holds a formula that changes by itself", "Type the date of the call")
            if times[at] is None and isinstance(column[Role.DATE][at], dt.datetime):
                moment = column[Role.DATE][at]
                assert isinstance(moment, dt.datetime)
                times[at] = moment.time().replace(microsecond=0) if moment.time() != dt.time() else None
        prospects = self._prospects(texts)
        hands = self._hands(column, by_hand, order)
        of_row = self.of_row
        return [
            Call(number + 1, day, time, rep, who, company, phone, email, spoke, decider, outcome, notes, asked, override, hands.get(at), of_row.get(number, ()))
            for at, (number, day, time, rep, who, company, phone, email, spoke, decider, outcome, notes, asked, override) in enumerate(
                zip(
                    numbers, dates, times, texts[Role.REP], prospects, texts[Role.COMPANY], texts[Role.PHONE], texts[Role.EMAIL],
                    texts[Role.SPOKE_WITH], deciders, texts[Role.OUTCOME], texts[Role.NOTES], requested, overrides, strict=True,
                )
            )
        ]  # fmt: skip

    def _prospects(self, texts: Mapping[Role, list[str]]) -> list[str]:
        if Role.FIRST_NAME not in self.raw and Role.LAST_NAME not in self.raw:
            return texts[Role.PROSPECT]
        parts = zip(texts[Role.PROSPECT], texts[Role.FIRST_NAME], texts[Role.LAST_NAME], strict=True)
        return [name or f"{first} {last}".strip() for name, first, last in parts]

    def _volatile(self) -> set[int]:
        col = self.log.columns.get(Role.DATE)
        return {
            row for (row, at), formula in self.log.tab.formulas.items() if at == col and _VOLATILE.search(formula.text)
        }

    def _column(
        self,
        role: Role,
        column: Mapping[Role, Sequence[Value]],
        numbers: Sequence[int],
        read: Callable[[Value], T | None],
        do: str,
    ) -> list[T | None]:
        if role not in self.raw:
            return [None] * len(numbers)
        known: dict[tuple[type, Value], T | None] = {}
        found: list[T | None] = []
        for row, value in zip(numbers, column[role], strict=True):
            key = (value.__class__, value)
            if key in known:
                found.append(known[key])
                continue
            try:
                known[key] = read(value)
                found.append(known[key])
            except cells.Unreadable as wrong:
                found.append(None)
                self._problem(row, role, str(wrong), do)
        return found

    def _answers(self, role: Role, column: Mapping[Role, Sequence[Value]], numbers: Sequence[int]) -> list[bool | None]:
        ticks = all(value is None or isinstance(value, bool) for value in column[role])
        return self._column(
            role,
            column,
            numbers,
            lambda value: cells.answer(value, only_ticks=ticks),
            "Write Yes or No, or clear the cell",
        )

    def _problem(self, row: int, role: Role, wrong: str, do: str) -> None:
        where = grid.a1(row, self.log.columns[role])
        said = f"{role.value} ({where}): {wrong}. {do}."
        self.of_row[row] = (*self.of_row.get(row, ()), said)
        self.problems.append(f"{address(self.log.tab.name, row, self.log.columns[role])}: {wrong}. {do}.")

    def _hands(
        self, column: Mapping[Role, Sequence[Value]], by_hand: Mapping[Role, frozenset[int]], order: str
    ) -> dict[int, Hand]:
        hands: dict[int, Hand] = {}
        for at in sorted(set().union(*by_hand.values())):
            typed = {role: column[role][at] for role in OUTPUTS if at in by_hand[role]}
            asked = typed.get(Role.FOLLOW_UP)
            follow_up: dt.date | str | None = None
            if not is_blank(asked):
                try:
                    follow_up = cells.date(asked, order)
                except cells.Unreadable:
                    follow_up = cells.text(asked)
            great, action, why = (
                None if is_blank(typed.get(role)) else _said(typed[role])
                for role in (Role.GREAT, Role.NEXT_ACTION, Role.WHY)
            )
            hands[at] = Hand(great, follow_up, action, why)
        return hands


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value.code if isinstance(value, CellError) else cells.text(value)


def formulas_kept(log: Log) -> dict[Role, list[str]]:
    """The cells of our columns that hold a person's formula, by column: they are kept."""
    kept: dict[Role, list[str]] = {}
    ours: dict[int, Role] = {log.columns[role]: role for role in OUTPUTS if role in log.columns}
    formula: Formula
    for (row, col), formula in log.tab.formulas.items():
        if col in ours and log.first_row <= row <= log.last_row and not formula.spills:
            kept.setdefault(ours[col], []).append(grid.a1(row, col))
    return kept
