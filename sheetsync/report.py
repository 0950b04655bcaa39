"""A plan or a result as text for people and as JSON for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sheetsync.grid import AddColumns, AddTab, CellError, Changes, Format, Link, Value
from sheetsync.model import Great, Outcome, Verdict, Week
from sheetsync.plan import Kept, Plan, each_edit
from sheetsync.settings import Settings
from sheetsync.tabs import Book
from sheetsync.tabs.follow_ups import when
from sheetsync.tabs.headers import Role
from sheetsync.tabs.log import FOLLOW_UPS, WEEKLY

#: The version of every JSON that is printed; a key is never renamed within one.
JSON_VERSION = 1


def day(value: dt.date | None, *, weekday: bool = False) -> str:
    """A date as people read it: 9 Nov 2026; "" for none."""
    if value is None:
        return ""
    text = f"{value.day} {value:%b %Y}"
    return f"{value:%a} {text}" if weekday else text


def plain(value: Value) -> Any:
    """A cell's value for JSON: dates in ISO, links as their text."""
    match value:
        case dt.date() | dt.time():
            return value.isoformat()
        case Link():
            return value.text
        case CellError():
            return value.code
        case _:
            return value


def shown(value: Value) -> str:
    """A cell's value in a line for people."""
    match value:
        case None:
            return "blank"
        case dt.datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case dt.date() | dt.time():
            return value.isoformat()
        case Link():
            return f"link to {value.text}"
        case CellError():
            return value.code
        case str():
            return f"“{value}”"
        case _:
            return str(value)


def row_json(verdict: Verdict) -> dict[str, Any]:
    """One call row: fixed keys, ISO dates, null for none."""
    return {
        "row": verdict.call.row,
        "outcome": str(verdict.outcome),
        "decision_maker": str(verdict.decision_maker),
        "great": str(verdict.great),
        "follow_up": verdict.follow_up.isoformat() if verdict.follow_up else None,
        "next_action": verdict.next_action,
        "why": verdict.why,
    }


def week_json(week: Week) -> dict[str, Any]:
    """One week of one rep ("" is all reps together): fixed keys."""
    return {
        "week": week.start.isoformat(),
        "rep": week.rep,
        "outreach": week.outreach,
        "live": week.live,
        "decision_maker": week.decision_maker,
        "great": week.great,
        "goal": week.goal,
        "share_of_goal": None if week.share_of_goal is None else round(week.share_of_goal, 4),
        "appointments": week.appointments,
        "appointment_goal": week.appointment_goal,
        "great_per_100": None if week.great_per_100 is None else round(week.great_per_100, 2),
        "outcomes": {str(outcome): week.outcomes.get(outcome, 0) for outcome in Outcome},
        "open_maybes": week.open_maybes,
        "verdict": week.verdict,
    }


def follow_up_json(verdict: Verdict, today: dt.date, settings: Settings) -> dict[str, Any]:
    """One open follow-up: fixed keys."""
    call = verdict.call
    return {
        "row": call.row,
        "when": when(verdict.follow_up, today, settings) if verdict.follow_up else "",
        "due": verdict.follow_up.isoformat() if verdict.follow_up else None,
        "prospect": call.prospect,
        "company": call.company,
        "phone": call.phone,
        "email": call.email,
        "rep": call.rep,
        "next_action": verdict.next_action,
        "why": verdict.why,
    }


def edits_json(changes: Changes) -> list[dict[str, Any]]:
    """Every cell that the plan writes, marks apart."""
    return [
        {"cell": where, "before": plain(before), "after": plain(after), "reason": reason}
        for where, before, after, reason in each_edit(changes)
    ]


def structure_lines(changes: Changes) -> list[str]:
    """What the plan makes, in words."""
    lines = []
    for one in changes.structure:
        match one:
            case AddTab():
                lines.append(f"new tab {one.tab}")
            case AddColumns():
                names = ", ".join(new.header for new in one.columns if not new.hidden)
                lines.append(f"new columns in {one.tab}: {names}" if names else f"a hidden column in {one.tab}")
    return lines


def counts(changes: Changes) -> dict[str, dict[str, int]]:
    """Cells to write, by tab and then by column of ours (own tabs: all together)."""
    found: dict[str, dict[str, int]] = {}
    for edit in changes.edits:
        if edit.format is Format.MARK:
            continue
        name = "cells" if edit.tab in (WEEKLY, FOLLOW_UPS) else edit.reason
        of_tab = found.setdefault(edit.tab, {})
        of_tab[name] = of_tab.get(name, 0) + len(edit.rows)
    return found


def sync_json(
    target: str,
    *,
    book: Book,
    today: dt.date,
    verdicts: Sequence[Verdict],
    weeks: Sequence[Week],
    follow_ups: Sequence[Verdict],
    todo: Plan,
    written: bool,
    run: str,
    meanwhile: Sequence[str] = (),
    rows: bool = False,
    edits: bool = False,
) -> dict[str, Any]:
    """What a sync found and did, with fixed keys. ``rows`` and ``edits`` are null unless asked for."""
    tally = {great.value: 0 for great in Great if great.value}
    for verdict in verdicts:
        if verdict.great.value:
            tally[verdict.great.value] += 1
    return {
        "target": target,
        "status": "written" if written else ("planned" if todo else "up to date"),
        "exit_code": 0,
        "error": None,
        "today": today.isoformat(),
        "tab": book.log.tab.name,
        "calls": sum(1 for verdict in verdicts if verdict.call.is_call),
        "great": tally,
        "changed": counts(todo.changes),
        "made": structure_lines(todo.changes),
        "kept": [_kept_json(kept) for kept in todo.kept],
        "notices": list(todo.notices),
        "problems": list(book.problems),
        "changed_meanwhile": list(meanwhile),
        "run": run or None,
        "weeks": [week_json(week) for week in weeks],
        "follow_ups": [follow_up_json(verdict, today, book.settings) for verdict in follow_ups],
        "edits": edits_json(todo.changes) if edits else None,
        "rows": [row_json(verdict) for verdict in verdicts if verdict.call.is_call] if rows else None,
    }


def failed_json(target: str, error: str, exit_code: int) -> dict[str, Any]:
    """A target that failed: the same keys as a sync, with the error in words."""
    keys = (
        "today",
        "tab",
        "calls",
        "great",
        "changed",
        "made",
        "kept",
        "notices",
        "problems",
        "changed_meanwhile",
        "run",
        "weeks",
        "follow_ups",
        "edits",
        "rows",
    )
    return {"target": target, "status": "failed", "exit_code": exit_code, "error": error} | dict.fromkeys(keys)


def _kept_json(kept: Kept) -> dict[str, Any]:
    return {"cell": kept.where, "holds": plain(kept.holds), "wanted": plain(kept.wanted), "why": kept.why}


def sync_lines(
    name: str, *, calls: int, todo: Plan, written: bool, verbose: bool = False, every_edit: bool = False
) -> list[str]:
    """What a sync did, for people: a line for the workbook, and one for each tab that changed."""
    if not todo:
        return [f"{name}: up to date ({calls:,} calls)", *kept_lines(todo.kept, verbose=verbose)]
    lines = [f"{name}: {'synced' if written else 'would change'} ({calls:,} calls)"]
    lines += [f"  {line}" for line in structure_lines(todo.changes)]
    for tab, columns in counts(todo.changes).items():
        what = ", ".join(
            f"{column} {number:,}" if column != "cells" else f"{number:,} cells" for column, number in columns.items()
        )
        lines.append(f"  {tab}: {what}")
    if every_edit or verbose:
        lines += [
            f"    {where}: {shown(before)} → {shown(after)}" for where, before, after, _ in each_edit(todo.changes)
        ]
    return [*lines, *kept_lines(todo.kept, verbose=verbose)]


def kept_lines(kept: Sequence[Kept], *, verbose: bool = False) -> list[str]:
    """The cells kept because a person changed them: all when verbose, otherwise the first three."""
    if not kept:
        return []
    some = kept if verbose else kept[:3]
    lines = [f"  kept {one.where}: {shown(one.holds)} ({one.why})" for one in some]
    if len(kept) > len(some):
        lines.append(f"  kept {len(kept) - len(some)} more cells (--verbose lists them)")
    return lines


def check_json(book: Book, today: dt.date, stops: Sequence[str], notices: Sequence[str]) -> dict[str, Any]:
    """What was recognised, and what is wrong."""
    log = book.log
    return {
        "tab": log.tab.name,
        "header_row": log.header.row + 1,
        "columns": [{"column": role.value, "cell": where, "header": text} for role, where, text in columns_found(book)],
        "missing_ours": [role.value for role in log.missing_ours],
        "unused_headers": list(log.header.unused),
        "calls": book.count,
        "today": today.isoformat(),
        "problems": list(book.problems),
        "notices": list(notices),
        "stops": list(stops),
    }


def columns_found(book: Book) -> list[tuple[Role, str, str]]:
    """The recognised columns: role, address of the header, what it says."""
    from sheetsync.grid import a1

    header = book.log.header
    return [
        (role, a1(header.row, found.col), found.text)
        for role, found in sorted(header.columns.items(), key=lambda one: one[1].col)
    ]


def as_document(name: str, items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The outermost object of every JSON: its version, and the list of what was asked for."""
    return {"version": JSON_VERSION, name: list(items)}
