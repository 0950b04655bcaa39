"""Scores the times in notes, told the right outcome: exact follow-up dates, the misses, and microseconds a note.

    python benchmarks/when.py notes.jsonl [more.jsonl] [--misses]

Rows with a date in Follow-up requested, or labelled do-not-call or ambiguous, say nothing about times and are left out.
"""

from __future__ import annotations

import datetime as dt
import json
import pathlib
import sys
import time
from typing import Any

from sheetsync.model import Outcome
from sheetsync.rules import calendar, when

DEFAULTS = {
    Outcome.APPOINTMENT: ("business", 1),
    Outcome.INTERESTED: ("business", 2),
    Outcome.CALLBACK: ("business", 1),
    Outcome.GATEKEEPER: ("business", 3),
    Outcome.NO_CONTACT: ("business", 2),
    Outcome.MAYBE: ("days", 14),
    Outcome.FIRM_NO: ("months", 6),
    Outcome.LATER: ("months", 6),
}


def follow_up(row: dict[str, Any]) -> tuple[dt.date | None, str]:
    """The follow-up date of a labelled row, told its outcome, and the words that gave it."""
    called = dt.date.fromisoformat(row["date"])
    outcome = Outcome(row["label"]["outcome"])
    if outcome in (Outcome.BAD_NUMBER, Outcome.REVIEW):
        return None, ""
    text = "\n".join(filter(None, (row["outcome"], row["notes"])))
    found = when.mentions(text, called)
    chosen = when.choose(text, found, outcome, called)
    if chosen is not None and chosen.date is not None:
        stays = outcome is Outcome.APPOINTMENT and chosen.exact
        return chosen.date if stays else calendar.skip_weekend(chosen.date), chosen.words
    unit, count = DEFAULTS[outcome]
    match unit:
        case "business":
            date = calendar.add_business_days(called, count)
        case "days":
            date = called + dt.timedelta(days=count)
        case _:
            date = calendar.add_months(called, count)
    return calendar.skip_weekend(date), ""


def main(arguments: list[str]) -> None:
    """Print the scores of each file named."""
    for name in (a for a in arguments if not a.startswith("--")):
        rows = [json.loads(line) for line in pathlib.Path(name).read_text("utf-8").splitlines() if line.strip()]
        right = scored = 0
        for row in rows:
            label = row["label"]
            if label["ambiguous"] or row["follow_up_requested"] or not row["date"]:
                continue
            if label["follow_up"] is None and label["outcome"] not in ("bad_number", "review"):
                continue
            scored += 1
            found, words = follow_up(row)
            shown = found.isoformat() if found else None
            if shown in (label["follow_up"], *label.get("follow_up_accept", ())):
                right += 1
            elif "--misses" in arguments:
                print(
                    f"  {row['id']} {row['date']} {label['outcome']}: {shown} for {label['follow_up']}, read from {words!r}"
                )
                print(f"      {row['outcome']!r} {row['notes']}")
                called = dt.date.fromisoformat(row["date"])
                for m in when.mentions("\n".join(filter(None, (row["outcome"], row["notes"]))), called):
                    print(f"        {m.words!r} {m.date} {m.role.name} {m.cue!r}")
        notes = [(row["notes"], dt.date.fromisoformat(row["date"])) for row in rows if row["date"]]
        best = min(_timed(notes) for _ in range(5))
        print(
            f"{name}: {right} of {scored} right ({right / max(1, scored):.1%}), {best / len(notes) * 1e6:.1f} µs a note"
        )


def _timed(notes: list[tuple[str, dt.date]]) -> float:
    start = time.perf_counter()
    for text, called in notes:
        when.choose(text, when.mentions(text, called), Outcome.LATER, called)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
