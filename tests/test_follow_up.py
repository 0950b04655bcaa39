"""The next date and action, what closes them, and the list of what is open: the cases, and the list's order."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections import defaultdict
from pathlib import Path

import pytest
from calls import TODAY, call, date, decide, reading

from sheetsync import rules
from sheetsync.model import Call, Hand, Verdict
from sheetsync.rules import follow_up
from sheetsync.settings import Settings

CASES = Path(__file__).parent / "cases" / "follow_up.csv"


def logs() -> dict[str, list[dict[str, str]]]:
    """The cases: each a small log, as of Friday 20 November 2026."""
    with CASES.open(encoding="utf-8", newline="") as file:
        found: dict[str, list[dict[str, str]]] = defaultdict(list)
        for line in csv.DictReader(file):
            assert None not in line and None not in line.values(), line
            found[line["case"]].append(line)
        return found


def row_of(line: dict[str, str], row: int) -> Call:
    """A row of a case."""
    hand = None
    if line["hand"]:
        typed = date(line["hand"]) if line["hand"][0].isdigit() else line["hand"]
        hand = Hand(follow_up=typed)
    at = dt.time.fromisoformat(line["time"]) if line["time"] else None
    asked = date(line["requested"])
    return call(line["date"], line["outcome"], line["prospect"], row=row, time=at, follow_up_requested=asked, hand=hand)


@pytest.mark.parametrize("case", logs(), ids=str)
def test_case(case: str) -> None:
    """Each row has the date and action of the case and is open where it says so, in whatever order the rows stand."""
    lines = logs()[case]
    rows = list(enumerate(lines))
    expected = {
        at: (date(line["follow_up"]), line["next_action"], line["open"] == "yes") for at, line in enumerate(lines)
    }
    for seed in range(4):
        calls = [row_of(line, at) for at, line in rows]
        readings = [
            reading(
                one,
                when=date(line["stated"]),
                when_exact=line["exact"] == "yes",
                do_not_call=line["do_not_call"] == "yes",
            )
            for one, (_, line) in zip(calls, rows, strict=True)
        ]
        verdicts = rules.decide(calls, readings, Settings(), today=TODAY)
        found = {verdict.call.row: (verdict.follow_up, verdict.next_action, verdict.open) for verdict in verdicts}

        assert expected == found, f"seed {seed}"
        random.Random(seed).shuffle(rows)


def test_settings_move_the_defaults() -> None:
    """The defaults are the settings' numbers, and weekends are kept where nobody asks to skip them."""
    settings = Settings(firm_no_months=12, maybe_days=5, callback_days=3, skip_weekends=False)
    calls = [call("9", "firm_no", "A"), call("9", "maybe", "B"), call("13", "callback", "C")]

    expected = [date("2027-11-09"), date("14"), date("18")]
    assert expected == [verdict.follow_up for verdict in decide(calls, settings)]


def test_a_stated_weekend_is_kept_where_weekends_are() -> None:
    """With "Skip weekends" off a time that was named stays where it is."""
    one = call("9", "later")
    verdicts = rules.decide([one], [reading(one, when=date("21"))], Settings(skip_weekends=False), today=TODAY)

    assert date("21") == verdicts[0].follow_up


def test_the_end_of_the_calendar_is_no_error() -> None:
    """A date in the year 9999 has no follow-up rather than an error."""
    verdicts = decide(
        [call("9999-12-30", "firm_no"), call("9999-12-31", "maybe", "B"), call("9999-12-31", "callback", "C")]
    )

    assert [None, None, None] == [verdict.follow_up for verdict in verdicts]


def test_do_not_call_follows_the_number() -> None:
    """A row with the same real number is not to be called, whatever the name; a placeholder or another number is."""
    calls = [
        call("9", "firm_no dnc", "Earl Dodson", phone="312-555-0101"),
        call("10", "maybe", "Walter Gibbs", company="Gibbs", phone="(312) 555-0101"),
        call("11", "maybe", "Walter Gibbs", company="Gibbs", phone="312-555-0102"),
        call("9", "firm_no dnc", "Ann Reed", company="Reed", phone="000-0000"),
        call("10", "maybe", "Bo Lee", company="Lee", phone="000-0000"),
        call("2", "maybe", "Earl Dodson", phone="312-555-0199", rep="Bo"),
        call("3", "maybe", "Fay Kern", company="Kern", phone="312-555-0199"),
    ]
    verdicts = decide(calls)

    assert [True, True, False, True, False, True, True] == [verdict.do_not_call for verdict in verdicts]
    assert [None, None, date("25"), None, date("24"), None, None] == [verdict.follow_up for verdict in verdicts]


def test_the_list_of_what_is_open() -> None:
    """By date, then the most advanced, then by name; never a do-not-call, a closed row or one without a date."""
    calls = [
        call("16", "maybe", "Cy", company="C"),
        call("9", "firm_no dnc", "Di", company="D"),
        call("2", "no_contact", "Bo", company="B"),
        call("3", "callback", "Al", company="A"),
        call("3", "bad_number", "Ed", company="E"),
        call("2", "no_contact", "Ab", company="B"),
        call("2", "maybe", "Al", company="A"),
    ]
    found = follow_up.open_list(decide(calls), today=TODAY)

    assert ["Al", "Ab", "Bo", "Cy"] == [verdict.call.prospect for verdict in found]


def test_the_list_does_not_depend_on_the_rows_order() -> None:
    """Follow-ups of one day, outcome and name stand in the same order after any sort of the log."""
    calls = [call("9", "maybe", "Bo", company=f"Firm {at % 7}", notes=f"note {at % 5}", row=at) for at in range(30)]
    calls += [call("9", "maybe", "", company="", email="", notes=f"note {at}", row=100 + at) for at in range(5)]

    def listed() -> list[Verdict]:
        return follow_up.open_list(decide(calls), today=TODAY)

    expected = [(verdict.call.company, verdict.call.notes) for verdict in listed()]
    for seed in range(5):
        random.Random(seed).shuffle(calls)

        assert expected == [(verdict.call.company, verdict.call.notes) for verdict in listed()], f"seed {seed}"
