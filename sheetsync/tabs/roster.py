"""The Clients tab of a coach's roster: whose logs there are, and what we say of each beside what the coach typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from sheetsync import look, settings
from sheetsync.errors import LogProblems
from sheetsync.grid import AddColumns, Format, NewColumn, Snapshot, Tab, Value, address, canonical, is_blank
from sheetsync.settings import folded
from sheetsync.tabs import cells, marks
from sheetsync.tabs.headers import MOST_ROWS_ABOVE
from sheetsync.tabs.marks import Mark


class Col(Enum):
    """What a column of the roster means; the value is the header of our own template."""

    CLIENT = "Client"
    FILE = "File or link"
    GOAL = "Weekly goal"
    ACTIVE = "Active"
    LAST = "Last synced"
    WEEK = "This week"
    STATUS = "Status"
    MARK = "sheetsync"


#: The columns that we fill in; the mark says what we last wrote in each of the first three.
OUTPUTS = (Col.LAST, Col.WEEK, Col.STATUS)
OURS = (*OUTPUTS, Col.MARK)

SYNONYMS: dict[Col, tuple[str, ...]] = {
    Col.CLIENT: ("Client", "Client name", "Clients", "Customer", "Company", "Business", "Account", "Team", "Name"),
    Col.FILE: ("File or link", "File", "Link", "File/Link", "Call log", "Log", "Workbook", "Spreadsheet", "Google Sheet", "Sheet", "URL", "Address", "Path", "File path", "Location"),
    Col.GOAL: ("Weekly goal", "Goal", "Goal per week", "Great goal", "Goal per rep"),
    Col.ACTIVE: ("Active", "Active?", "Is active", "Include", "Include?"),
    Col.LAST: ("Last synced", "Last sync", "Synced"),
    Col.WEEK: ("This week",),
    Col.STATUS: ("Status", "State"),
    Col.MARK: ("sheetsync", "sheetsync mark"),
}  # fmt: skip
_MEANS = {folded(name): (col, rank) for col, names in SYNONYMS.items() for rank, name in enumerate(names)}

FORMATS = {Col.LAST: Format.DATE, Col.WEEK: Format.TEXT, Col.STATUS: Format.TEXT, Col.MARK: Format.MARK}
_NEW = {
    Col.LAST: NewColumn(Col.LAST.value, Format.DATE, 15, note="The day of the last run that read this client's log."),
    Col.WEEK: NewColumn(Col.WEEK.value, Format.TEXT, 13, note="Great conversations of the goal, so far."),
    Col.STATUS: NewColumn(
        Col.STATUS.value, Format.TEXT, 84, note="What the last run did there, or what is wrong, in words to forward."
    ),
    Col.MARK: NewColumn(
        Col.MARK.value, Format.MARK, 2, hidden=True, note="What sheetsync last wrote on each row. Leave it hidden."
    ),
}
_GOAL = next(spec for spec in settings.SPECS if spec.field == "goal")


@dataclass(frozen=True, slots=True)
class Entry:
    """One client of the roster, as the coach filled the row in."""

    row: int  # of the tab, 0-based
    client: str
    where: str  # "" where no file or link is given
    goal: int | None = None
    active: bool = True
    problem: str = ""  # why the row cannot be worked on, with what to do
    held: tuple[Value, ...] = (None,) * len(OUTPUTS)  # what our columns hold now
    mark: Mark | None = None
    mark_text: Value = None
    twin: int = 0  # of the rows that were filled in alike, the first is 0

    @property
    def key(self) -> str:
        """What the coach typed, as a fingerprint: the row's identity wherever it stands."""
        return marks.anchor(
            (canonical(self.client), canonical(self.where), str(self.goal), str(self.active), str(self.twin))
        )

    @property
    def anchor(self) -> str:
        """The same for the mark, without what may change from week to week."""
        return marks.anchor((canonical(self.client), canonical(self.where)))


@dataclass(frozen=True, slots=True)
class Roster:
    """The list of clients in a workbook."""

    tab: Tab
    head_row: int
    columns: Mapping[Col, int]  # those that are there
    entries: tuple[Entry, ...]
    room_at: int  # where a missing column of ours goes

    @property
    def missing_ours(self) -> tuple[Col, ...]:
        """Our columns that the tab lacks."""
        return tuple(col for col in OURS if col not in self.columns)

    def column(self, col: Col) -> int:
        """Where a column of ours stands, or will stand once it is added."""
        return self.columns[col] if col in self.columns else self.room_at + self.missing_ours.index(col)

    @property
    def structure(self) -> tuple[AddColumns, ...]:
        """What the tab lacks: our columns, right of its last header."""
        new = tuple(_NEW[col] for col in self.missing_ours)
        last = max((entry.row for entry in self.entries), default=self.head_row)
        return (AddColumns(self.tab.name, self.head_row, self.room_at, new, last),) if new else ()


def read(snapshot: Snapshot) -> Roster:
    """The roster of a workbook, wherever in it the list stands.

    Raises:
        LogProblems: there is no list of clients, more than one, or our columns have no room beside it.
    """
    candidates = [tab for tab in snapshot.tabs if tab.is_grid and tab.name.casefold() != look.TEAM_NAME.casefold()]
    found = [(tab, head) for tab in candidates if (head := _find(tab)) is not None]
    if not found:
        seen = ", ".join(f"“{tab.name}”" for tab in candidates[:6]) or "none with cells"
        raise LogProblems(
            [
                f"No tab looks like a list of clients (tabs: {seen}). It needs a header row with Client and with File or link. "
                "“sheetsync template install coach clients.xlsx” makes one."
            ]
        )
    named = [one for one in found if one[0].name.casefold() == look.CLIENTS_NAME.casefold()]
    chosen = named or [one for one in found if Col.MARK in one[1][1]] or found
    if len(chosen) > 1:
        names = " and ".join(f"“{tab.name}”" for tab, _ in chosen[:4])
        raise LogProblems(
            [f"More than one tab looks like a list of clients: {names}. Name the one you mean “{look.CLIENTS_NAME}”."]
        )
    tab, (row, columns) = chosen[0]
    problems = _structure_problems(tab, row, columns)
    if problems:
        raise LogProblems(problems)
    room_at = 1 + max(col for col in range(tab.width) if not is_blank(tab.at(row, col)))
    return Roster(tab, row, columns, tuple(_entries(tab, row, columns)), room_at)


def _find(tab: Tab) -> tuple[int, dict[Col, int]] | None:
    for row in range(min(tab.height, MOST_ROWS_ABOVE + 1)):
        columns = _row(tab, row)
        if Col.CLIENT in columns and Col.FILE in columns:
            return row, columns
    return None


def _row(tab: Tab, row: int) -> dict[Col, int]:
    """What each column is, were that row the header row; of two names for one thing the better wins, then the left one."""
    found: dict[Col, tuple[int, int]] = {}
    for col in range(tab.width):
        value = tab.at(row, col)
        hit = _MEANS.get(folded(value)) if isinstance(value, str) else None
        if hit is not None and (hit[0] not in found or hit[1] < found[hit[0]][0]):
            found[hit[0]] = (hit[1], col)
    return {one: col for one, (_, col) in found.items()}


def _structure_problems(tab: Tab, row: int, columns: Mapping[Col, int]) -> list[str]:
    problems = []
    ours = {columns[col] for col in OURS if col in columns}
    for merge in tab.merges:
        if merge.bottom >= row and any(merge.left <= col <= merge.right for col in ours):
            problems.append(
                f"{address(tab.name, merge.top, merge.left)} is part of the merged cells {merge}, which cover a column of ours. Unmerge them, then run again."
            )
    first = 1 + max(col for col in range(tab.width) if not is_blank(tab.at(row, col)))
    missing = sum(col not in columns for col in OURS)
    for col in range(first, first + missing):
        taken = next((line for line in range(row, tab.height) if not is_blank(tab.at(line, col))), None)
        if taken is not None:
            problems.append(
                f"{address(tab.name, taken, col)} stands where our columns would go. Move it, or leave {missing} columns free right of the list, then run again."
            )
            break
    return problems


def _entries(tab: Tab, head_row: int, columns: Mapping[Col, int]) -> list[Entry]:
    table = next((one for one in tab.tables if one.range.top == head_row and one.totals), None)
    end = min(tab.height, table.range.bottom + 1 - table.totals) if table is not None else tab.height
    found = []
    seen: Counter[str] = Counter()
    for row in range(head_row + 1, end):
        at = {col: tab.at(row, place) for col, place in columns.items()}
        client, where = (" ".join(cells.text(at.get(col)).split()) for col in (Col.CLIENT, Col.FILE))
        mark_text = at.get(Col.MARK)
        if client or where or not is_blank(mark_text):
            entry = _entry(tab, row, columns, at, client, where)
            found.append(replace(entry, twin=seen[entry.key]))
            seen[entry.key] += 1
    return found


def _entry(tab: Tab, row: int, columns: Mapping[Col, int], at: Mapping[Col, Value], client: str, where: str) -> Entry:
    problems: list[str] = []
    goal: int | None = None
    active = True
    if not is_blank(at.get(Col.GOAL)):
        try:
            goal = _GOAL.read(at[Col.GOAL])
        except settings.Wrong as wrong:
            problems.append(
                f"{address(tab.name, row, columns[Col.GOAL])} is “{cells.shown(at[Col.GOAL])}”. Write {wrong}, or clear the cell."
            )
    try:
        active = cells.answer(at.get(Col.ACTIVE), only_ticks=False) is not False
    except cells.Unreadable as wrong:
        problems.append(f"{address(tab.name, row, columns[Col.ACTIVE])}: {wrong}. Write Yes or No, or clear the cell.")
    if client and not where:
        problems.append(
            f"{address(tab.name, row, columns[Col.FILE])} is blank. Write where the log is: the path of an Excel file, or a Google Sheet's link."
        )
    if where and not client:
        client = where.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".xlsx")[:40]
    mark_text = at.get(Col.MARK)
    return Entry(
        row, client, where, goal, active, " ".join(problems), tuple(at.get(col) for col in OUTPUTS),
        marks.parse(mark_text, len(OUTPUTS)), mark_text,
    )  # fmt: skip


def shown_week(great: int, goal: int | None) -> str:
    """This week in a few characters: “4 of 6”."""
    return f"{great:,} of {goal:,}" if goal else f"{great:,}"
