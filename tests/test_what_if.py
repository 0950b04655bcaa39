"""What another setting would do is shown, week by week and row by row, and nothing is written."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest
import sheets
from conftest import Command

from sheetsync import what_if
from sheetsync.model import Call, Great, Verdict, Week
from sheetsync.settings import RepGoal, Settings

MONDAY = dt.date(2026, 11, 16)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Two prospects, one of them twice."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Call Log"
    sheet.append(list(sheets.HEADS))
    for row in (
        sheets.call(dt.date(2026, 9, 14), Spoke_with="Owner"),
        sheets.call(dt.date(2026, 11, 17), Spoke_with="Owner"),
        sheets.call(dt.date(2026, 11, 18), who="Lew Sabatini", Company="Sabatini Stone", Spoke_with="Owner"),
    ):
        sheet.append(row)  # type: ignore[arg-type]
    path = tmp_path / "calls.xlsx"
    book.save(path)
    return path


def test_weeks_and_flags_are_shown_before_and_after(log: Path, sheetsync: Command) -> None:
    """A goal changes verdicts of weeks; counting again changes flags; both are said in one line each."""
    held = log.read_bytes()
    goal = sheetsync("sync", log, "--set", "goal=1", "--dry-run", "--today", "2026-11-24")
    again = sheetsync("sync", log, "--set", "Count again after (months)=1", "--dry-run", "--today", "2026-11-24")

    assert (0, 0) == (goal.code, again.code)
    assert "  Week of 16 Nov 2026, all reps: More conversations needed → On goal\n" in goal.out
    assert "Week of 23 Nov 2026, all reps: In progress: 6 to go → In progress: 1 to go" in goal.out
    assert "  Row 3: Already counted → Yes\n" in again.out
    assert "new tab" not in goal.out + again.out
    assert held == log.read_bytes()


def test_what_if_in_json(log: Path, sheetsync: Command) -> None:
    """The same with fixed keys; null where nothing was tried out."""
    args = ("sync", log, "--dry-run", "--json", "--today", "2026-11-24")
    found = json.loads(sheetsync(*args, "--set", "goal=1", "--set", "firm_no_months=8").out)["targets"][0]["what_if"]

    assert {"goal": 1, "firm_no_months": 8} == found["set"]
    assert {"before": "More conversations needed", "after": "On goal"} in [week["verdict"] for week in found["weeks"]]
    assert {"before": "2027-03-15", "after": "2027-05-14"} == found["rows"][0]["follow_up"]
    assert json.loads(sheetsync(*args).out)["targets"][0]["what_if"] is None


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--set", "goal=8"], "add --dry-run"),
        (["--set", "goal=lots", "--dry-run"], "a whole number from 1 to 1000"),
        (["--set", "goals=8", "--dry-run"], "Did you mean goal="),
        (["--set", "goal", "--dry-run"], "sets nothing"),
    ],
)
def test_a_setting_that_cannot_be_tried_out(log: Path, sheetsync: Command, args: list[str], words: str) -> None:
    """It is a usage error, and nothing is written."""
    held = log.read_bytes()
    said = sheetsync("sync", log, *args)

    assert 2 == said.code
    assert words in said.err
    assert held == log.read_bytes()


def test_a_change_beyond_the_limit_may_be_tried_out(tmp_path: Path, sheetsync: Command) -> None:
    """A limit guards what is written, not what is looked at."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(sheets.HEADS))
    for at in range(120):
        sheet.append(sheets.call(who=f"Pat Number{at}", Company=f"Company {at}", Spoke_with="Owner"))  # type: ignore[arg-type]
    path = tmp_path / "calls.xlsx"
    book.save(path)
    sheetsync("sync", path, "--today", "2026-11-24")
    said = sheetsync("sync", path, "--set", "firm_no_months=12", "--dry-run", "--today", "2026-11-24")

    assert (0, 121) == (said.code, len(said.out.splitlines()))


def _week(start: dt.date = MONDAY, **other: object) -> Week:
    return Week(start, "", **{"great": 6, "goal": 6, "verdict": "On goal", **other})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([_week()], [_week(verdict="In progress: 2 to go")], ["  Week of 16 Nov 2026, all reps: On goal → In progress: 2 to go"]),
        ([_week()], [_week(great=7)], ["  Week of 16 Nov 2026, all reps: 6 of 6 great → 7 of 6 great"]),
        ([_week()], [_week(goal=5)], []),
        ([], [_week()], ["  Week of 16 Nov 2026, all reps: would be new, 6 of 6 great"]),
        ([_week()], [], ["  Week of 16 Nov 2026, all reps: would be gone"]),
    ],
)  # fmt: skip
def test_which_weeks_count_as_changed(before: list[Week], after: list[Week], expected: list[str]) -> None:
    """A verdict, a count, a week that comes or goes; a goal that changes no verdict is no news."""
    found = what_if.compare({"goal": 8}, ((), before), ((), after))

    assert expected == what_if.lines("a", found)[1:]
    assert len(expected) == len(what_if.as_json(found)["weeks"])


def test_which_rows_count_as_changed() -> None:
    """A flag, a date, an action; a row that only says why in other words does not."""
    one = Verdict(Call(12), great=Great.YES, next_action="Confirm", why="a")
    other = Verdict(Call(12), great=Great.ALREADY, follow_up=MONDAY, next_action="Try again", why="b")
    lines = what_if.lines("a", what_if.compare({"goal": 8}, ([one], ()), ([other], ())))

    assert "a, with Weekly goal 8: 1 row would change. Nothing was written." == lines[0]
    assert [
        "  Row 12: Yes → Already counted",
        "  Row 12, follow-up: none → 16 Nov 2026",
        "  Row 12, next action: Confirm → Try again",
    ] == lines[1:]
    assert not what_if.compare(
        {}, ([one], ()), ([Verdict(Call(12), great=Great.YES, next_action="Confirm", why="z")], ())
    )


@pytest.mark.parametrize(("field", "expected"), [("goal", "Ann"), ("appointment_goal", "Bo"), ("maybe_days", "")])
def test_reps_with_a_goal_of_their_own_are_named(field: str, expected: str) -> None:
    """A goal for everybody changes nothing for them, and that is said."""
    settings = Settings(reps=(RepGoal("Ann", 3), RepGoal("Bo", None, 2)))
    said = what_if.keep_their_own({field: 8}, settings)

    assert said == (f"Reps with a goal of their own in Settings keep it: {expected}." if expected else "")
