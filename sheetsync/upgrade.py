"""What a workbook made by an older template lacks, and the plan that adds it: columns, settings, a tab; nothing that is there changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from sheetsync import look
from sheetsync.grid import AddColumns, AddTab, Changes, ColumnEdits, Format, NewColumn, Tab, Value, address, is_blank
from sheetsync.settings import SPECS, Settings, Spec, folded
from sheetsync.tabs import Book, status
from sheetsync.tabs.headers import Role
from sheetsync.tabs.log import SETTINGS

#: Columns that a log may lack without being another kind of log; who was called is told by more than one column.
OFFERED = (Role.SPOKE_WITH, Role.DECISION_MAKER, Role.OUTCOME, Role.NOTES, Role.REQUESTED, Role.OVERRIDE)
_DATES = frozenset({Role.REQUESTED})
_REASON = "template upgrade"
_KNOWN = frozenset(folded(text) for spec in SPECS for text in (spec.label, spec.field))


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
        words, lines, blocked = _settings(tab)
        added += words
        edits += lines
        cannot += [blocked] if blocked else []
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


def _settings(tab: Tab) -> tuple[list[str], list[ColumnEdits], str]:
    """Lines for what the tab lacks, below the last setting that it has: in words, as edits; or why there is no room for them."""
    places = _labels(tab)
    if not places:
        return (
            [],
            [],
            f"{tab.name} holds no setting that sheetsync knows, so there is no place to add to. Rename it; a sync goes on with the defaults.",
        )
    col = min(at for _, at in places)
    held = {folded(str(tab.at(row, at))) for row, at in places if at == col}
    new = [
        (spec.label, _shown(spec, Settings()), spec.help)
        for spec in SPECS
        if not {folded(spec.label), folded(spec.field)} & held
    ]
    if status.place(tab) is None:
        new.append(
            (
                status.LABEL,
                None,
                "When a sync last changed this workbook, and what is wrong in it. sheetsync fills it in.",
            )
        )
    if not new:
        return [], [], ""
    first = 1 + max(row for row, at in places if at == col)
    wide = 3 if any(isinstance(tab.at(row, col + 2), str) for row, at in places if at == col) else 2
    for row in range(first, first + len(new)):
        for at in range(col, col + wide):
            if (
                not is_blank(tab.at(row, at))
                or (row, at) in tab.formulas
                or any(one.holds(row, at) for one in tab.merges)
            ):
                where = address(tab.name, row, at)
                return (
                    [],
                    [],
                    f"{where} is in the way of {len(new)} new settings. Move what stands below the settings, then run again.",
                )
    edits = []
    for at, values in enumerate(list(zip(*new, strict=True))[:wide]):
        cells = [(row, value) for row, value in enumerate(values, first) if not is_blank(value)]
        if cells:
            rows, after = [row for row, _ in cells], [value for _, value in cells]
            edits.append(ColumnEdits(tab.name, col + at, rows, [None] * len(rows), after, Format.LEAVE, _REASON))
    return [f"setting {label} in {tab.name}: {text}" for label, _, text in new], edits, ""


def _labels(tab: Tab) -> list[tuple[int, int]]:
    """Where the labels of settings stand; a head of the table of reps is none, though it may say the same."""
    return [
        (row, col)
        for col in range(tab.width)
        for row in range(tab.height)
        if isinstance(value := tab.at(row, col), str)
        and folded(value) in _KNOWN
        and not (col and folded(str(tab.at(row, col - 1) or "")) in ("rep", "weeklygoal"))
    ]


def _shown(spec: Spec, defaults: Settings) -> Value:
    value = getattr(defaults, spec.field)
    return None if value in (None, "") else spec.shown(value)
