"""Scores labelled call notes: how often the outcome, the decision-maker, Great? and the follow-up are right, and how fast.

python benchmarks/notes.py FILE.jsonl... [--misses] [--json] [--speed]

A line of a file is one row: id, date, spoke_with, decision_maker, outcome, follow_up_requested, notes, style and a label (outcome, dm, great,
follow_up, follow_up_accept, ambiguous). Each row is classified by itself. Ambiguous rows are left out of the head figures.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sheetsync import rules
from sheetsync.model import GREAT_OUTCOMES, Call, DecisionMaker, Great
from sheetsync.rules import reading
from sheetsync.settings import Settings, yes_no

Row = dict[str, Any]
SETTINGS = Settings()


@dataclass(frozen=True, slots=True)
class Found:
    """What we say of one row."""

    outcome: str
    dm: str
    great: str
    follow_up: str | None
    why: str


def call_of(row: Row, number: int = 2) -> Call:
    """The row as the log would hold it."""
    asked = row.get("follow_up_requested") or ""
    return Call(
        row=number,
        date=dt.date.fromisoformat(row["date"]) if row.get("date") else None,
        rep=row.get("rep", ""),
        prospect=row.get("prospect", ""),
        company=row.get("company", ""),
        phone=row.get("phone", ""),
        spoke_with=row.get("spoke_with", "").strip(),
        decision_maker=yes_no(row.get("decision_maker") or ""),
        outcome=row.get("outcome", "").strip(),
        notes=row.get("notes", "").strip(),
        follow_up_requested=dt.date.fromisoformat(asked) if asked else None,
    )


def classify(row: Row) -> Found:
    """The verdict on one row, in a log of its own; from the reading alone while there is no ``rules.classify``."""
    call = call_of(row)
    whole: Callable[..., Any] | None = getattr(rules, "classify", None)
    if whole is not None:
        verdict = whole((call,), SETTINGS, today=call.date)[0]
        date = verdict.follow_up.isoformat() if verdict.follow_up else None
        return Found(str(verdict.outcome), str(verdict.decision_maker), str(verdict.great), date, verdict.why)
    found = reading.read(call, SETTINGS)
    great = Great.NO
    if str(found.outcome) == "review" or (
        found.outcome in GREAT_OUTCOMES and found.decision_maker is DecisionMaker.UNKNOWN
    ):
        great = Great.REVIEW
    elif found.outcome in GREAT_OUTCOMES and found.decision_maker is DecisionMaker.YES:
        great = Great.YES
    when = call.follow_up_requested or found.when
    return Found(
        str(found.outcome),
        str(found.decision_maker),
        str(great),
        when.isoformat() if when else None,
        found.outcome_words,
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def score(pairs: Iterable[tuple[Row, Found]]) -> dict[str, Any]:
    """The figures for some rows: shares from 0 to 1, None where there is nothing to share."""
    kept = [(row["label"], found) for row, found in pairs if not row["label"]["ambiguous"]]
    yes = [(label, found) for label, found in kept if found.great == "Yes"]
    wanted = [(label, found) for label, found in kept if label["great"] == "Yes"]
    both = sum(label["great"] == "Yes" for label, _ in yes)
    return {
        "rows": len(kept),
        "outcome": _share(sum(label["outcome"] == found.outcome for label, found in kept), len(kept)),
        "decision_maker": _share(sum(label["dm"] == found.dm for label, found in kept), len(kept)),
        "great": _share(sum(label["great"] == found.great for label, found in kept), len(kept)),
        "yes_precision": _share(both, len(yes)),
        "yes_recall": _share(both, len(wanted)),
        "wrong_yes": _share(len(yes) - both, len(kept)),
        "review": _share(sum(found.great == "Review" for _, found in kept), len(kept)),
        "review_wanted": _share(sum(label["great"] == "Review" for label, _ in kept), len(kept)),
        "follow_up": _share(sum(_same_date(label, found) for label, found in kept), len(kept)),
        "follow_up_if_outcome": _share(
            sum(_same_date(label, found) for label, found in kept if label["outcome"] == found.outcome),
            sum(label["outcome"] == found.outcome for label, found in kept),
        ),
    }


def _same_date(label: Row, found: Found) -> bool:
    return found.follow_up in [label["follow_up"], *label["follow_up_accept"]]


def confusion(pairs: Iterable[tuple[Row, Found]]) -> dict[str, dict[str, int]]:
    """For each outcome of the labels, how often each outcome was found."""
    counts = Counter((row["label"]["outcome"], found.outcome) for row, found in pairs if not row["label"]["ambiguous"])
    table: dict[str, dict[str, int]] = {}
    for (label, found), number in sorted(counts.items()):
        table.setdefault(label, {})[found] = number
    return table


def misses(pairs: Iterable[tuple[Row, Found]]) -> list[Row]:
    """Each row that we read otherwise than its label, with both."""
    listed = []
    for row, found in pairs:
        label = row["label"]
        wrong = [
            f"{name}: {label[key]} read as {said}"
            for name, key, said in (
                ("outcome", "outcome", found.outcome),
                ("dm", "dm", found.dm),
                ("great", "great", found.great),
            )
            if label[key] != said
        ]
        if not _same_date(label, found):
            wrong.append(f"follow-up: {label['follow_up']} read as {found.follow_up}")
        if wrong:
            listed.append(
                {"id": row["id"], "ambiguous": label["ambiguous"], "wrong": wrong, "row": row, "why": found.why}
            )
    return listed


def _print(name: str, figures: dict[str, Any]) -> None:
    shown = "  ".join(
        f"{key} {'-' if value is None else value if key == 'rows' else f'{value:.1%}'}"
        for key, value in figures.items()
    )
    print(f"{name:<8} {shown}")


def _print_confusion(table: dict[str, dict[str, int]]) -> None:
    names = sorted({name for line in table.values() for name in line} | set(table))
    print("\nlabel \\ read" + "".join(f"{name[:9]:>11}" for name in names))
    for label, line in table.items():
        print(f"{label:<12}" + "".join(f"{line.get(name, 0) or '.':>11}" for name in names))


def speed(rows: list[Row], seconds: float = 3.0) -> float:
    """Distinct notes a second on one core: each is made distinct by a word of its own, and none is read twice."""
    if not rows:
        return 0.0
    calls = [call_of(row) for row in rows if row.get("notes")]
    from dataclasses import replace

    done = 0
    spent = 0.0
    while spent < seconds:
        batch = [replace(call, notes=f"{call.notes} ref{done + at}") for at, call in enumerate(calls)]
        start = time.process_time()  # the core's time, whatever else the machine does
        for call in batch:
            reading.read(call, SETTINGS)
        spent += time.process_time() - start
        done += len(batch)
    return done / spent


def main(arguments: list[str] | None = None) -> int:
    """Reads the files named, prints the figures, and returns 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="list each row that was read otherwise than its label")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--speed", action="store_true", help="measure distinct notes a second on one core")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for path in options.files for line in path.read_text("utf-8").splitlines() if line.strip()]
    pairs = [(row, classify(row)) for row in rows]
    result: dict[str, Any] = {"all": score(pairs)}
    for style in sorted({row.get("style", "") for row in rows} - {""}):
        result[style] = score([pair for pair in pairs if pair[0].get("style") == style])
    table = confusion(pairs)
    missed = misses(pairs) if options.misses else []
    rate = speed(rows) if options.speed else None
    if options.json:
        print(
            json.dumps(
                {"figures": result, "confusion": table, "misses": missed, "notes_per_second": rate}, ensure_ascii=False
            )
        )
        return 0
    for name, figures in result.items():
        _print(name, figures)
    _print_confusion(table)
    if rate is not None:
        print(f"\n{rate:,.0f} distinct notes a second on one core")
    for miss in missed:
        row = miss["row"]
        print(f"\n{miss['id']}{' (ambiguous)' if miss['ambiguous'] else ''}: {'; '.join(miss['wrong'])}")
        print(f"  {row['date']} | {row['spoke_with']} | {row['decision_maker']} | {row['outcome']} | {row['notes']}")
        print(f"  {miss['why']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
