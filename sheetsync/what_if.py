"""What another setting would do: the weeks and the rows that would be told otherwise, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sheetsync.model import Verdict, Week
from sheetsync.report import day
from sheetsync.settings import SPECS, Settings


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The differences that a change of settings makes."""

    change: Mapping[str, object]  # by the field of Settings
    weeks: tuple[tuple[Week | None, Week | None], ...]  # before and after, newest first; None: no such week
    rows: tuple[tuple[Verdict, Verdict], ...]  # before and after, in the order of the sheet

    def __bool__(self) -> bool:
        return bool(self.weeks or self.rows)


def compare(
    change: Mapping[str, object],
    before: tuple[Sequence[Verdict], Sequence[Week]],
    after: tuple[Sequence[Verdict], Sequence[Week]],
) -> WhatIf:
    """What differs between the verdicts and weeks of one log under two settings."""
    was = {(week.start, week.rep): week for week in before[1]}
    now = {(week.start, week.rep): week for week in after[1]}
    keys = sorted(was.keys() | now.keys(), key=lambda key: (-key[0].toordinal(), key[1]))
    weeks = tuple((was.get(key), now.get(key)) for key in keys if _told(was.get(key)) != _told(now.get(key)))
    by_row = {verdict.call.row: verdict for verdict in before[0]}
    rows = tuple(
        (old, new)
        for new in after[0]
        if (old := by_row.get(new.call.row)) is not None
        and (old.great, old.follow_up, old.next_action) != (new.great, new.follow_up, new.next_action)
    )
    return WhatIf(dict(change), weeks, rows)


def _told(week: Week | None) -> tuple[object, ...] | None:
    """What a week says beside its goals: a goal that changes no verdict is no news."""
    if week is None:
        return None
    return week.verdict, week.outreach, week.live, week.decision_maker, week.great, week.appointments, week.open_maybes


def keep_their_own(change: Mapping[str, object], settings: Settings) -> str:
    """Whom a changed goal leaves out: the reps who have a goal of their own. "" where there are none."""
    names = [
        rep.rep
        for rep in settings.reps
        if ("goal" in change and rep.goal is not None)
        or ("appointment_goal" in change and rep.appointment_goal is not None)
    ]
    return f"Reps with a goal of their own in Settings keep it: {', '.join(names)}." if names else ""


def lines(name: str, found: WhatIf) -> list[str]:
    """The differences for people: a line for each week and each row."""
    given = ", ".join(f"{spec.label} {_shown(spec.field, found)}" for spec in SPECS if spec.field in found.change)
    if not found:
        return [f"{name}, with {given}: no week and no row would change"]
    counts = ((len(found.weeks), "week", "weeks"), (len(found.rows), "row", "rows"))
    counted = " and ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counts if number)
    return [
        f"{name}, with {given}: {counted} would change. Nothing was written.",
        *(f"  {_week_line(*pair)}" for pair in found.weeks),
        *(f"  {text}" for pair in found.rows for text in _row_lines(*pair)),
    ]


def _shown(field: str, found: WhatIf) -> str:
    spec = next(spec for spec in SPECS if spec.field == field)
    return str(spec.shown(found.change[field]))


def _week_line(old: Week | None, new: Week | None) -> str:
    one = new or old
    assert one is not None
    head = f"Week of {day(one.start)}, {one.rep or 'all reps'}"
    if old is None or new is None:
        return f"{head}: {'would be gone' if new is None else f'would be new, {_said(new)}'}"
    if old.verdict != new.verdict:
        return f"{head}: {old.verdict or 'no goal'} → {new.verdict or 'no goal'}"
    return f"{head}: {_said(old)} → {_said(new)}"


def _said(week: Week) -> str:
    great = f"{week.great} of {week.goal} great" if week.goal else f"{week.great} great"
    return f"{great}, {week.appointments} of {week.appointment_goal} appointments" if week.appointment_goal else great


def _row_lines(old: Verdict, new: Verdict) -> list[str]:
    head = f"Row {new.call.row}"
    found = []
    if old.great is not new.great:
        found.append(f"{head}: {old.great or 'blank'} → {new.great or 'blank'}")
    if old.follow_up != new.follow_up:
        found.append(f"{head}, follow-up: {day(old.follow_up) or 'none'} → {day(new.follow_up) or 'none'}")
    if old.next_action != new.next_action:
        found.append(f"{head}, next action: {old.next_action or 'none'} → {new.next_action or 'none'}")
    return found


def as_json(found: WhatIf) -> dict[str, Any]:
    """The differences with fixed keys; null where there is no such week."""
    return {
        "set": {spec.field: spec.shown(found.change[spec.field]) for spec in SPECS if spec.field in found.change},
        "weeks": [
            {
                "week": one.start.isoformat(),
                "rep": one.rep,
                "verdict": _pair(old.verdict if old else None, new.verdict if new else None),
                "great": _pair(old.great if old else None, new.great if new else None),
                "goal": _pair(old.goal if old else None, new.goal if new else None),
            }
            for old, new in found.weeks
            if (one := new or old) is not None
        ],
        "rows": [
            {
                "row": new.call.row,
                "great": _pair(str(old.great), str(new.great)),
                "follow_up": _pair(_iso(old), _iso(new)),
                "next_action": _pair(old.next_action, new.next_action),
            }
            for old, new in found.rows
        ],
    }


def _pair(before: object, after: object) -> dict[str, object]:
    return {"before": before, "after": after}


def _iso(verdict: Verdict) -> str | None:
    return verdict.follow_up.isoformat() if verdict.follow_up else None
