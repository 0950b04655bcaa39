"""The plan for the coach's own workbook: what is said of each client, and the Team Summary. Computes, and touches nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync import look, plan
from sheetsync.coach.client import Done, State
from sheetsync.coach.seen import Numbers
from sheetsync.grid import AddTab, Changes, ColumnEdits, Snapshot, Structure, Value, address, canonical, is_blank, same
from sheetsync.plan import Do, Kept, LogRecord, Plan, decide
from sheetsync.summary import Against
from sheetsync.tabs import roster, team
from sheetsync.tabs.headers import Role
from sheetsync.tabs.marks import NEVER, Mark, digest, parse
from sheetsync.tabs.roster import OUTPUTS, Col, Entry, Roster

#: The journal knows the columns of a call log; those of the roster are written down as these.
AS_ROLE = {Col.LAST: Role.FOLLOW_UP, Col.WEEK: Role.GREAT, Col.STATUS: Role.WHY}


@dataclass(frozen=True, slots=True)
class _Line:
    """What one row of the roster shall hold: our cells, and the mark."""

    entry: Entry
    wanted: tuple[Value, ...]


def make(snapshot: Snapshot, found: Roster, done: Mapping[str, Done], *, today: dt.date) -> Plan:
    """The edits of the roster's workbook.

    Args:
        done: how each client's run ended, by ``Entry.key``; a row that is not among them is left as it is.
        today: where the coach is.
    """
    lines = [_Line(entry, _wanted(entry, done[entry.key], today)) for entry in found.entries if entry.key in done]
    edits, kept, record = _cells(found, lines)
    structure: list[Structure] = list(found.structure)
    current = snapshot.tab(look.TEAM_NAME)
    if current is None:
        structure.append(AddTab(look.TEAM_NAME, look.TEAM_NAME))
    own = team.lay_out(current, clients(found.entries, done), today=today)
    edits += plan.own_tab_edits(current, own.name, own.cells)
    return Plan(Changes(tuple(edits), tuple(structure)), tuple(kept), own.in_the_way, record=record)


def clients(entries: Sequence[Entry], done: Mapping[str, Done]) -> list[team.Client]:
    """The clients of the Team Summary, in the order of the roster; those who are left out are not among them."""
    found = []
    for entry in entries:
        one = done.get(entry.key)
        if one is None or one.state is State.LEFT_OUT or not entry.client:
            continue
        numbers = one.numbers
        if numbers is None:
            found.append(team.Client(entry.client, (), Against(0, None), one.error))
        else:
            found.append(team.Client(entry.client, numbers.weeks, numbers.against))
    return found


def _wanted(entry: Entry, one: Done, today: dt.date) -> tuple[Value, ...]:
    """The day of the last run that read the log, the week so far, and the status."""
    if not entry.client and not entry.where:
        return (None,) * len(OUTPUTS)
    last = entry.held[OUTPUTS.index(Col.LAST)]
    numbers = one.numbers
    return (last if numbers is None else today, None if numbers is None else _week(numbers), one.status)


def _week(numbers: Numbers) -> str | None:
    return roster.shown_week(numbers.weeks[0].great, numbers.weeks[0].goal) if numbers.weeks else None


def _cells(found: Roster, lines: Sequence[_Line]) -> tuple[list[ColumnEdits], list[Kept], LogRecord]:
    tab = found.tab
    changed: dict[Col, list[tuple[int, Value, Value]]] = {}
    kept: list[Kept] = []
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for line in lines:
        entry = line.entry
        digests = list(entry.mark.digests) if entry.mark is not None else [NEVER] * len(OUTPUTS)
        for place, (col, want) in enumerate(zip(OUTPUTS, line.wanted, strict=True)):
            at = entry.row, found.column(col)
            held = entry.held[place]
            match decide(digests[place], held, want, formula=at in tab.formulas):
                case Do.WRITE:
                    changed.setdefault(col, []).append((entry.row, held, want))
                    digests[place] = digest(canonical(want))
                case Do.KEEP:
                    kept.append(Kept(address(tab.name, *at), held, want))
                case Do.NOTHING:
                    pass
        blank = not entry.client and not entry.where
        mark = None if blank or set(digests) == {NEVER} else str(Mark(entry.anchor, tuple(digests)))
        if not same(entry.mark_text, mark):
            changed.setdefault(Col.MARK, []).append((entry.row, entry.mark_text, mark))
        before[entry.row] = str(entry.mark_text or "")
        after[entry.row] = mark or ""
    edits = [
        ColumnEdits(
            tab.name, found.column(col), [row for row, _, _ in cells], [held for _, held, _ in cells], [want for _, _, want in cells],
            roster.FORMATS[col], col.value,
        )
        for col, cells in changed.items()
    ]  # fmt: skip
    rows = sorted({row for cells in changed.values() for row, _, _ in cells})
    places = {row: at for at, row in enumerate(rows)}
    befores: dict[Role, tuple[Sequence[int], Sequence[Value]]] = {
        AS_ROLE[col]: ([places[row] for row, _, _ in cells], [held for _, held, _ in cells])
        for col, cells in changed.items()
        if col is not Col.MARK
    }
    return edits, kept, LogRecord([before[row] for row in rows], [after[row] for row in rows], befores)


def back(found: Roster, record: LogRecord) -> Plan:
    """The edits that put back what our columns of the roster held before a run, wherever the rows are now.

    A cell that a person changed since is kept and listed. The Team Summary is left: the next run lays it out anew.
    """
    rows = {str(entry.mark_text): entry for entry in found.entries if not is_blank(entry.mark_text)}
    edits: dict[Col, list[tuple[int, Value, Value]]] = {}
    kept: list[Kept] = []
    values: dict[int, dict[Col, Value]] = {}
    for col, role in AS_ROLE.items():
        for at, value in zip(*record.befores.get(role, ((), ())), strict=True):
            values.setdefault(at, {})[col] = value
    for at, (was, wrote) in enumerate(zip(record.marks_before, record.marks_after, strict=True)):
        entry = rows.get(wrote)
        mark = parse(wrote, len(OUTPUTS))
        if entry is None or mark is None:
            continue
        for col, value in values.get(at, {}).items():
            place = OUTPUTS.index(col)
            held, where = entry.held[place], (entry.row, found.column(col))
            if same(held, value):
                continue
            if mark.wrote(place, held) or (is_blank(held) and mark.digests[place] == digest("")):
                edits.setdefault(col, []).append((entry.row, held, value))
            else:
                kept.append(Kept(address(found.tab.name, *where), held, value))
        edits.setdefault(Col.MARK, []).append((entry.row, entry.mark_text, was or None))
    columns = [
        ColumnEdits(
            found.tab.name, found.column(col), [row for row, _, _ in cells], [held for _, held, _ in cells], [want for _, _, want in cells],
            roster.FORMATS[col], col.value,
        )
        for col, cells in ((col, sorted(cells, key=lambda one: one[0])) for col, cells in edits.items())
    ]  # fmt: skip
    return Plan(Changes(tuple(columns)), tuple(kept))
