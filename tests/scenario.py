"""Scenarios as folders of CSV files: a log and settings in, verdicts and weeks out."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sheetsync import rules, settings, summary
from sheetsync.model import Call, Hand, Verdict, Week
from sheetsync.settings import Settings, yes_no

FOLDER = Path(__file__).parent / "scenarios"


@dataclass(frozen=True)
class Scenario:
    """One story: the calls, the settings and the day on which it is told."""

    folder: Path
    calls: list[Call]
    settings: Settings
    today: dt.date

    @property
    def files(self) -> dict[str, str]:
        """What the rules make of it, as the text of the files beside it."""
        verdicts = rules.classify(self.calls, self.settings, today=self.today)
        weeks = summary.weeks(verdicts, self.settings, today=self.today)
        return {"verdicts.csv": _table(map(_verdict, verdicts)), "weeks.csv": _table(map(_week, weeks))}


def names() -> list[str]:
    """The folders that hold a scenario."""
    return sorted(path.parent.name for path in FOLDER.glob("*/log.csv"))


def load(name: str) -> Scenario:
    """The scenario of that folder."""
    pairs, reps, words, today = [], [], [], ""
    for at, line in enumerate(_lines(FOLDER / name / "settings.csv"), 2):
        match line["label"]:
            case "About":
                pass
            case "Today":
                today = line["value"]
            case "Rep":
                reps.append((line["value"], line["goal"], line["appointment goal"], f"A{at}"))
            case "Word":
                words.append((line["value"], line["goal"], f"A{at}"))
            case label:
                pairs.append((label, line["value"], f"A{at}"))
    found, problems = settings.read(pairs, reps, words)
    assert not problems
    calls = [_call(line, row) for row, line in enumerate(_lines(FOLDER / name / "log.csv"), 2)]
    return Scenario(FOLDER / name, calls, found, dt.date.fromisoformat(today))


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _call(line: dict[str, str], row: int) -> Call:
    typed = line["Follow-up"]
    hand = None
    if line["Great?"] or typed or line["Next action"]:
        hand = Hand(line["Great?"] or None, (_date(typed) or typed) if typed else None, line["Next action"] or None)
    return Call(
        row=row,
        date=_date(line["Date"]),
        time=dt.time.fromisoformat(line["Time"]) if line["Time"] else None,
        rep=line["Rep"],
        prospect=line["Prospect"],
        company=line["Company"],
        phone=line["Phone"],
        email=line["Email"],
        spoke_with=line["Spoke with"],
        decision_maker=yes_no(line["Decision maker?"]),
        outcome=line["Outcome"],
        notes=line["Notes"],
        follow_up_requested=_date(line["Follow-up requested"]),
        override=yes_no(line["Override"]),
        hand=hand,
    )


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text[:1].isdigit() else None


def _verdict(verdict: Verdict) -> dict[str, object]:
    open_now = "do not call" if verdict.do_not_call else "open" if verdict.open else ""
    return {
        "row": verdict.call.row,
        "prospect": verdict.call.prospect,
        "outcome": verdict.outcome if verdict.why else "",
        "decision_maker": verdict.decision_maker if verdict.why else "",
        "great": verdict.great,
        "follow_up": verdict.follow_up or "",
        "next_action": verdict.next_action,
        "open": open_now,
        "why": verdict.why,
    }


def _week(week: Week) -> dict[str, object]:
    share, rate = week.share_of_goal, week.great_per_100
    return {
        "week": week.start,
        "rep": week.rep or "All reps",
        "outreach": week.outreach,
        "live": week.live,
        "decision_maker": week.decision_maker,
        "great": week.great,
        "goal": "" if week.goal is None else week.goal,
        "share": "" if share is None else f"{share:.0%}",
        "appointments": week.appointments,
        "appointment_goal": "" if week.appointment_goal is None else week.appointment_goal,
        "per_100": "" if rate is None else f"{rate:.1f}",
        "open_maybes": week.open_maybes,
        "split": " ".join(f"{outcome}:{count}" for outcome, count in week.outcomes.items() if count),
        "verdict": week.verdict,
    }


def _table(lines: Iterable[dict[str, object]]) -> str:
    rows: Sequence[dict[str, object]] = list(lines)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else ["nothing"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
