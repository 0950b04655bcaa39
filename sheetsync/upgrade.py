"""What a workbook made by an older template lacks, and the plan that adds it: columns, settings, a tab; nothing that is there changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from sheetsync import look
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Format, NewColumn, Tab, Value, address, is_blank
from sheetsync.settings import SPECS, Settings, Spec, folded
from sheetsync.tabs import Book
from sheetsync.tabs.headers import Role
from sheetsync.tabs.log import SETTINGS

#: Columns that a log may lack without being another kind of log; who was called is told by more than one column.
OFFERED = (Role.SPOKE_WITH, Role.DECISION_MAKER, Role.OUTCOME, Role.NOTES, Role.REQUESTED, Role.OVERRIDE)
_DATES = frozenset({Role.REQUESTED})
_REASON = "template upgrade"


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be added, in words and as changes; ``cannot`` says what a person has to add, and why we do not."""

    added: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)


def offer(book: Book) -> Offer:
    """What the newest template has and this workbook lacks. Our own columns and tabs are not in it: a sync adds those."""
    added: list[str] = []
    cannot: list[str] = []
    structure: list[AddColumns | AddTab] = []
    edits: list[ColumnEdits] = []
    columns = _columns(book)
    if columns is not None:
        structure.append(columns)
        added += [f"column {new.header} in {book.log.tab.name}: {new.note}" for new in columns.columns]
    tab = book.snapshot.tab(SETTINGS)
    if tab is None:
        structure.append(AddTab(SETTINGS, SETTINGS))
        added.append(f"tab {SETTINGS}")
    else:
        lines, blocked = _settings(tab)
        edits += lines
        new = _missing(tab)
        if blocked:
            cannot.append(blocked)
        else:
            added += [f"setting {spec.label} in {tab.name}: {spec.help}" for spec in new]
    return Offer(tuple(added), tuple(cannot), Changes(tuple(edits), tuple(structure)))


def _columns(book: Book) -> AddColumns | None:
    """The columns to add, right of the last one. A log that a sync has not seen yet gets ours first, beside what is there."""
    log = book.log
    lacking = [role for role in OFFERED if role not in log.columns]
    if not lacking or log.missing_ours:
        return None
    columns = {column.header: column for column in look.CALL_LOG.columns}
    new = tuple(
        NewColumn(
            role.value,
            Format.DATE if role in _DATES else Format.TEXT,
            columns[role.value].width,
            note=columns[role.value].note,
        )
        for role in lacking
    )
    return AddColumns(log.tab.name, log.header.row, log.room_at, new, max(log.last_row, log.header.row))


def _missing(tab: Tab) -> list[Spec]:
    labels = {folded(value) for column in tab.columns for value in column if isinstance(value, str)}
    return [spec for spec in SPECS if not {folded(spec.label), folded(spec.field)} & labels]


def _settings(tab: Tab) -> tuple[list[ColumnEdits], str]:
    """Lines for the settings that the tab lacks, below the last one that it has; or why there is no room for them."""
    new = _missing(tab)
    if not new:
        return [], ""
    known = {folded(spec.label) for spec in SPECS} | {folded(spec.field) for spec in SPECS}
    lines = [
        (row, col)
        for col in range(tab.width)
        for row in range(tab.height)
        if isinstance(value := tab.at(row, col), str) and folded(value) in known and (row, col) not in _in_tables(tab)
    ]
    if not lines:
        return (
            [],
            f"{tab.name} holds no setting that sheetsync knows, so there is no place to add to. Make another tab Settings.",
        )
    col = min(place[1] for place in lines)
    first = max(row for row, at in lines if at == col) + 1
    with_help = any(isinstance(tab.at(row, col + 2), str) for row, at in lines if at == col)
    wide = 3 if with_help else 2
    for row in range(first, first + len(new)):
        for at in range(col, col + wide):
            if (
                not is_blank(tab.at(row, at))
                or (row, at) in tab.formulas
                or any(one.holds(row, at) for one in tab.merges)
            ):
                return (
                    [],
                    f"{address(tab.name, row, at)} is in the way of {len(new)} new settings. Move what stands below the settings, then run again.",
                )
    rows = list(range(first, first + len(new)))
    defaults = Settings()
    shown: list[Value] = [_shown(spec, defaults) for spec in new]
    texts: list[list[Value]] = [[spec.label for spec in new], shown, [spec.help for spec in new]]
    edits = []
    for at, values in enumerate(texts[:wide]):
        held = [(row, value) for row, value in zip(rows, values, strict=True) if not is_blank(value)]
        if held:
            edits.append(
                ColumnEdits(
                    tab.name,
                    col + at,
                    [row for row, _ in held],
                    [None] * len(held),
                    [value for _, value in held],
                    Format.LEAVE,
                    _REASON,
                )
            )
    return edits, ""


def _in_tables(tab: Tab) -> frozenset[tuple[int, int]]:
    """The heads of the tables of reps and words: “Weekly goal” is a column there, not a line."""
    return frozenset(
        (row, col)
        for row in range(tab.height)
        for col in range(1, tab.width)
        if isinstance(tab.at(row, col - 1), str) and folded(str(tab.at(row, col - 1))) in ("rep", "weeklygoal")
    )


def _shown(spec: Spec, defaults: Settings) -> Value:
    value = getattr(defaults, spec.field)
    return None if value in (None, "") else spec.shown(value)
