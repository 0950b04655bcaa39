"""What each tab means: the bridge between cells and calls, the only package that knows both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync import grid
from sheetsync.errors import LogProblems
from sheetsync.grid import AddColumns, AddTab, Format, NewColumn, Snapshot, Structure, Value, address
from sheetsync.model import Call, Great, Verdict
from sheetsync.settings import Settings
from sheetsync.tabs import log as log_tab
from sheetsync.tabs import marks, settings_tab
from sheetsync.tabs.headers import OURS, OUTPUTS, Role
from sheetsync.tabs.log import FOLLOW_UPS, SETTINGS, WEEKLY, Log, Rows, WantedLog
from sheetsync.tabs.marks import Mark

#: Our columns as they are added to a log that lacks them: format, width in characters, help on the header cell.
NEW_COLUMNS: dict[Role, NewColumn] = {
    Role.GREAT: NewColumn(Role.GREAT.value, Format.TEXT, 15, note="Filled in by sheetsync: Yes, Already counted, No or Review. Type over it and your word counts; clear it to hand it back."),
    Role.FOLLOW_UP: NewColumn(Role.FOLLOW_UP.value, Format.DATE, 13, note="Filled in by sheetsync. Type another date and it stays; type none for no follow-up; clear it to hand it back."),
    Role.NEXT_ACTION: NewColumn(Role.NEXT_ACTION.value, Format.TEXT, 24, note="Filled in by sheetsync: what to do next. Type over it and it stays."),
    Role.WHY: NewColumn(Role.WHY.value, Format.TEXT, 70, note="Filled in by sheetsync: which rule decided, and on which words."),
    Role.MARK: NewColumn(Role.MARK.value, Format.MARK, 2, hidden=True, note="What sheetsync last wrote on each row. Leave it hidden, and keep it beside its row."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Book:
    """What a snapshot means: where the log is, its rows as calls, the settings, and what is wrong."""

    snapshot: Snapshot
    log: Log
    rows: Rows
    settings: Settings
    problems: tuple[str, ...]  # cells and settings that cannot be read; they stop nothing
    displaced: tuple[str, ...]  # hand-made changes on rows that were sorted without our columns; they stop the run

    @property
    def calls(self) -> Sequence[Call]:
        """The rows of the log as calls."""
        return self.rows.calls

    @property
    def count(self) -> int:
        """How many rows have a call in them."""
        return sum(1 for call in self.rows.calls if call.is_call)

    @property
    def zone(self) -> str:
        """The time zone that "today" is in: the setting, else the workbook's own; "" is the machine's."""
        return self.settings.time_zone or self.snapshot.time_zone or ""


def read(
    snapshot: Snapshot,
    *,
    tab: str | None = None,
    override: Settings | None = None,
    redo: bool = False,
    given: Mapping[int, Mark] | None = None,
) -> Book:
    """What the workbook means.

    Args:
        tab: the name of the log's tab, where more than one could be it.
        override: settings that win over the Settings tab.
        redo: rows that were undone are ours again.
        given: marks of rows that have lost theirs, by row of the log's tab.

    Raises:
        LogProblems: there is no log, or it cannot be written; all that is wrong, at once.
    """
    found, problems = settings_tab.read(snapshot.tab(SETTINGS))
    settings = override or found
    log = log_tab.find(snapshot.tabs, tab)
    stops = log_tab.structure_problems(log)
    if stops:
        raise LogProblems(stops)
    rows = log_tab.read_rows(log, settings, redo=redo, given=given)
    return Book(snapshot, log, rows, settings, (*problems, *rows.problems), _displaced_by_hand(log, rows))


def _displaced_by_hand(log: Log, rows: Rows) -> tuple[str, ...]:
    stray = marks.displaced(rows.anchors, rows.marks)
    return tuple(
        f"{address(log.tab.name, rows.numbers[at], log.columns[role])} holds “{rows.held[role][at]}”, typed by hand beside another row"
        for at in stray
        for role in OUTPUTS
        if at in rows.by_hand[role] and role in log.columns
    )


def require_in_place(book: Book) -> None:
    """Stops where the log was sorted without our columns and a hand-made change now stands beside the wrong row.

    Raises:
        LogProblems: naming the cells.
    """
    if book.displaced:
        lines = list(book.displaced[:20])
        raise LogProblems(
            [
                f"{book.log.tab.name} was sorted without our columns, and these changes by hand now stand beside other rows. "
                "Undo the sort, or clear these cells, then run again.",
                *lines,
                *([f"… and {len(book.displaced) - 20} more."] if len(book.displaced) > 20 else []),
            ]
        )


def structure(book: Book) -> tuple[Structure, ...]:
    """What the workbook lacks: our columns right of the log, our tabs at its end."""
    made: list[Structure] = []
    log = book.log
    if log.missing_ours:
        new = tuple(NEW_COLUMNS[role] for role in log.missing_ours)
        made.append(AddColumns(log.tab.name, log.header.row, log.room_at, new, max(log.last_row, log.header.row)))
    made += [AddTab(name, name) for name in (WEEKLY, FOLLOW_UPS) if book.snapshot.tab(name) is None]
    return tuple(made)


def our_columns(log: Log) -> dict[Role, int]:
    """Where each of our columns stands, or will stand once it is added."""
    columns = {role: log.columns[role] for role in OURS if role in log.columns}
    columns.update({role: log.room_at + at for at, role in enumerate(log.missing_ours)})
    return columns


def lay_out(book: Book, verdicts: Sequence[Verdict]) -> WantedLog:
    """What the rules want in our columns, in step with the rows of the log."""
    values: dict[Role, Sequence[Value]] = {
        Role.GREAT: [verdict.wanted_great or None for verdict in verdicts],
        Role.FOLLOW_UP: [verdict.wanted_follow_up for verdict in verdicts],
        Role.NEXT_ACTION: [verdict.wanted_next_action or None for verdict in verdicts],
        Role.WHY: [verdict.why or None for verdict in verdicts],
    }
    return WantedLog(book.log.tab.name, our_columns(book.log), values)


def formulas(book: Book) -> frozenset[tuple[int, int]]:
    """The cells of our columns that hold a formula."""
    ours = {book.log.columns[role] for role in OURS if role in book.log.columns}
    return frozenset(at for at in book.log.tab.formulas if at[1] in ours)


def notices(book: Book) -> tuple[str, ...]:
    """What a person may want to know and need not mend: formulas of theirs in our columns, words of theirs in Great?."""
    lines = [
        f"{book.log.tab.name}: {len(cells)} cells of {role.value} hold a formula and are kept ({cells[0]}{' and others' if len(cells) > 1 else ''})"
        for role, cells in log_tab.formulas_kept(book.log).items()
    ]
    known = {great.value.casefold() for great in Great if great.value}
    col = book.log.columns.get(Role.GREAT)
    for at in sorted(book.rows.by_hand[Role.GREAT]) if col is not None else ():
        hand = book.calls[at].hand
        if col is not None and hand is not None and hand.great and hand.great.casefold() not in known:
            where = address(book.log.tab.name, book.rows.numbers[at], col)
            lines.append(
                f"{where} holds “{hand.great}”, which counts as Review. Write Yes, No or Already counted, or clear the cell."
            )
    return tuple(lines)


def row_named(book: Book, number: int) -> int:
    """The place among the calls of the sheet's row of that number (1-based).

    Raises:
        LogProblems: the row holds no call.
    """
    for at, row in enumerate(book.rows.numbers):
        if row == number - 1:
            return at
    first, last = book.log.first_row + 1, book.log.last_row + 1
    raise LogProblems(
        [f"{grid.address(book.log.tab.name, number - 1, 0)} is no row of the log. Its rows are {first} to {last}."]
    )
