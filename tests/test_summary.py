"""The weeks: what is counted, the goals, the verdicts, and the figures of the coach's view."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence

import pytest
from calls import TODAY, call, date, decide

from sheetsync import summary
from sheetsync.model import Call, Hand, Outcome, Week
from sheetsync.settings import RepGoal, Settings
from sheetsync.summary import Against, Funnel, Streak, Stuck

GREAT = "firm_no"


def weeks(calls: Sequence[Call], settings: Settings | None = None, *, today: dt.date = TODAY) -> tuple[Week, ...]:
    """The weeks of such calls."""
    given = settings or Settings()
    return summary.weeks(decide(calls, given, today=today), given, today=today)


def many(day: str, outcome: str, number: int, rep: str = "Ann", start: int = 0, **more: bool) -> list[Call]:
    """Calls of one day with so many different prospects."""
    return [
        call(day, outcome, f"Al{outcome} Prospect{at}", company=f"Firm {day} {rep} {at}", rep=rep, **more)
        for at in range(start, start + number)
    ]


def line(found: Sequence[Week], rep: str = "", start: str = "16") -> Week:
    """The line of one rep and week."""
    return next(week for week in found if week.rep == rep and week.start == date(start))


def test_what_is_counted() -> None:
    """Outreach is every row, live all but no contact and bad number, then decision-makers, great and appointments."""
    outcomes = [str(outcome) for outcome in Outcome]
    calls = [call("16", outcome, f"Al P{at}", company=f"C{at}") for at, outcome in enumerate(outcomes)]
    calls += [Call(row=9, date=date("16"), rep="Ann"), call("", "firm_no", "No Date"), call("21", "maybe", "To Come")]
    week = line(weeks(calls))

    assert (10, 8, 6, 4, 1, 1) == (
        week.outreach,
        week.live,
        week.decision_maker,
        week.great,
        week.appointments,
        week.open_maybes,
    )
    assert dict.fromkeys(Outcome, 1) == week.outcomes
    assert 4 / 6 == week.share_of_goal
    assert 40.0 == week.great_per_100


def test_weeks_run_from_the_first_call_to_now() -> None:
    """Weeks without a call are shown with zeros, up to the current one, the newest first, all reps before each."""
    found = weeks([call("2026-10-28", "maybe", rep="Bo"), call("9", "firm_no", rep="Ann")])
    starts = [date("16"), date("9"), date("2"), date("2026-10-26")]

    assert starts == [week.start for week in found if not week.rep]
    assert ["", "Ann", "Bo"] == [week.rep for week in found if week.start == date("16")]
    assert ["", "Bo"] == [week.rep for week in found if week.start == date("2026-10-26")]
    assert (0, None) == (line(found).outreach, line(found).great_per_100)


def test_a_log_without_calls_has_no_weeks() -> None:
    """Nothing, rows without a date, and rows of the future make no week."""
    assert () == weeks([])
    assert () == weeks([call("", "firm_no"), call("23", "firm_no")])


@pytest.mark.parametrize(
    ("first_day", "day", "expected"),
    [(0, "15", "9"), (0, "16", "16"), (6, "15", "15"), (6, "14", "8"), (5, "14", "14")],
)
def test_first_day_of_the_week(first_day: int, day: str, expected: str) -> None:
    """Weeks start on the day in Settings."""
    found = weeks([call(day, "maybe")], Settings(week_start=first_day))

    assert date(expected) == found[-1].start


def test_week_of_a_rep_who_left() -> None:
    """A rep's lines run from the first call to 8 weeks after the last; then the goal of all is without that rep's."""
    calls = [call("2026-07-06", "maybe", rep="Zoe"), call("2026-08-17", "maybe", rep="Zoe")]
    calls += [call(f"2026-{month}-06", "maybe", rep="Ann") for month in ("07", "08", "10")]
    found = weeks(calls)
    zoe = [week.start for week in found if week.rep == "Zoe"]

    assert (date("2026-10-12"), date("2026-07-06"), 15) == (zoe[0], zoe[-1], len(zoe))
    assert 12 == line(found, start="2026-10-12").goal
    assert 6 == line(found, start="2026-10-19").goal


@pytest.mark.parametrize(
    ("settings", "goal", "appointments"),
    [
        (Settings(), 6, 3),
        (Settings(goal=8), 8, 3),
        (Settings(appointment_goal=5), 10, 5),
        (Settings(great_per_appointment=1.5), 5, 3),
        (Settings(appointment_goal=7, great_per_appointment=1.1), 8, 7),
        (Settings(appointment_goal=10, great_per_appointment=1.1), 11, 10),
        (Settings(reps=(RepGoal("ann", 9, 4),)), 9, 4),
        (Settings(reps=(RepGoal("ann", None, 4),)), 8, 4),
        (Settings(reps=(RepGoal("ann", None, 4),), goal=7), 7, 4),
    ],
)
def test_goal(settings: Settings, goal: int, appointments: int) -> None:
    """The rep's own goal, else everybody's, else what the appointment goal takes, rounded up."""
    week = line(weeks([call("16", "maybe")], settings), settings.reps[0].rep if settings.reps else "Ann")

    assert (goal, appointments) == (week.goal, week.appointment_goal)


def test_goal_of_all() -> None:
    """With reps listed the goals of all of them add up, and of nobody else; a listed rep has a line without a call."""
    settings = Settings(reps=(RepGoal("Ann", 5), RepGoal("Bo", None, 1), RepGoal("Cy")))
    found = weeks([call("16", "maybe", rep="Ann"), call("16", "maybe", "Ed Moss", rep="Dee")], settings)

    assert (5 + 2 + 6, 3 + 1 + 3) == (line(found).goal, line(found).appointment_goal)
    assert ["", "Ann", "Bo", "Cy", "Dee"] == [week.rep for week in found]
    assert 6 == line(found, "Dee").goal


def test_names_of_reps() -> None:
    """Names compare without case, accents and spaces; the spelling is the most frequent, or that of Settings."""
    calls = [call("16", "maybe", f"Al P{at}", rep=rep) for at, rep in enumerate(["José", "jose", " JOSÉ", "José", ""])]
    found = weeks(calls)

    assert ["", "José", "(no rep)"] == [week.rep for week in found]
    assert 4 == line(found, "José").outreach
    assert "JOSE" == weeks(calls, Settings(reps=(RepGoal("JOSE"),)))[1].rep


def test_no_rep() -> None:
    """A blank rep counts in the totals and has neither goal nor verdict; a log without reps has the goal of one."""
    both = weeks([call("16", "firm_no", rep=""), call("16", "maybe", "Ed Moss", rep="Ann")])
    week = line(both, "(no rep)")

    assert (1, None, None, None, "") == (week.great, week.goal, week.appointment_goal, week.share_of_goal, week.verdict)
    assert (2, 1, 6) == (line(both).outreach, line(both).great, line(both).goal)

    alone = line(weeks([call("16", "firm_no", rep="")]))

    assert (6, "In progress: 5 to go") == (alone.goal, alone.verdict)


@pytest.mark.parametrize(
    ("day", "great", "other", "expected"),
    [
        ("16", 6, 0, "On goal"),
        ("16", 7, 60, "On goal"),
        ("16", 2, 60, "In progress: 4 to go"),
        ("9", 6, 0, "On goal"),
        ("9", 5, 45, "Prospect list needs work"),
        ("9", 5, 44, "More conversations needed"),
        ("9", 0, 0, "More conversations needed"),
    ],
)
def test_verdict(day: str, great: int, other: int, expected: str) -> None:
    """Goal met, else the current week, else enough outreach without it, else more conversations."""
    calls = [*many(day, GREAT, great), *many(day, "no_contact", other), call("2", "maybe")]

    assert expected == line(weeks(calls), start=day).verdict


def test_enough_outreach_adds_up_over_the_reps() -> None:
    """For two reps twice the outreach should be enough."""
    calls = [*many("9", "no_contact", 60, "Ann"), *many("9", "no_contact", 39, "Bo")]
    found = weeks(calls)
    more = weeks([*calls, *many("9", "maybe", 1, "Bo")])

    assert "More conversations needed" == line(found, start="9").verdict
    assert "Prospect list needs work" == line(found, "Ann", "9").verdict
    assert "Prospect list needs work" == line(more, start="9").verdict


def test_a_persons_hand_counts_in_the_weeks() -> None:
    """A hand-typed Yes or an Override is a great conversation of its week; a typed No is none."""
    calls = [
        call("16", "maybe", "Al A", hand=Hand(great="Yes")),
        call("16", "gatekeeper", "Al B", override=True),
        call("16", "firm_no", "Al C", hand=Hand(great="No")),
        call("16", "firm_no", "Al D", override=False),
        call("16", "firm_no", "Al E"),
    ]

    assert 3 == line(weeks(calls)).great


def test_open_maybes() -> None:
    """A maybe is open from its week until the week in which a later row of the prospect stands; never with do-not-call."""
    calls = [
        call("2026-10-28", "maybe", "Al A"),
        call("9", "no_contact", "Al A", rep="Bo"),
        call("3", "maybe", "Al B", rep="Bo"),
        call("4", "maybe", "Al C"),
        call("6", "firm_no", "Al C"),
        call("3", "maybe", "Al D"),
        call("10", "firm_no dnc", "Al D"),
        call("30", "firm_no", "Al B"),
    ]
    found = weeks(calls)
    starts = ["2026-10-26", "2", "9", "16"]

    assert [1, 2, 1, 1] == [line(found, start=start).open_maybes for start in starts]
    assert [1, 1, 0, 0] == [line(found, "Ann", start).open_maybes for start in starts]
    assert [1, 1, 1] == [line(found, "Bo", start).open_maybes for start in starts[1:]]


def test_the_reps_add_up_to_all() -> None:
    """In every week the lines of the reps add up to the line of all, and Yes rows to the great conversations."""
    chance = random.Random(7)
    calls = [
        call(
            str(dt.date(2026, 6, 1) + dt.timedelta(days=chance.randrange(172))),
            str(chance.choice(list(Outcome))),
            f"Al P{chance.randrange(150)}",
            rep=chance.choice(["Ann", "Bo", "ann ", ""]),
            decision_maker=chance.choice([True, False, None]),
        )
        for _ in range(400)
    ]
    verdicts = decide(calls)
    found = summary.weeks(verdicts, Settings(), today=TODAY)
    for start in {week.start for week in found}:
        total, *reps = [week for week in found if week.start == start]
        for figure in ("outreach", "live", "decision_maker", "great", "appointments", "open_maybes"):
            assert getattr(total, figure) == sum(getattr(week, figure) for week in reps), (start, figure)
    assert sum(v.great == "Yes" for v in verdicts) == sum(week.great for week in found if not week.rep)
    assert 400 == sum(week.outreach for week in found if not week.rep)

    chance.shuffle(verdicts)
    assert found == summary.weeks(verdicts, Settings(), today=TODAY)


def test_funnel() -> None:
    """Outreach, live, decision-maker, great and appointments of the current week and the three before it."""
    calls = [
        *many("2026-10-20", "appointment", 3),
        *many("2026-10-26", "appointment", 2),
        *many("16", "no_contact", 5),
        *many("16", "gatekeeper", 4, "Bo"),
        *many("17", "firm_no", 1),
    ]
    found = weeks(calls)

    assert Funnel(12, 7, 3, 3, 2) == summary.funnel(found)
    assert Funnel(4, 4, 0, 0, 0) == summary.funnel(found, rep="bo")
    assert Funnel(15, 10, 6, 6, 5) == summary.funnel(found, last=5)
    assert Funnel(0, 0, 0, 0, 0) == summary.funnel(())


def week(start: str, great: int, goal: int | None = 6) -> Week:
    """A week of all reps."""
    monday = date(start)
    assert monday is not None
    return Week(monday, "", great=great, goal=goal)


@pytest.mark.parametrize(
    ("great", "expected"),
    [
        ([], Streak(0, 0)),
        ([2], Streak(0, 0)),
        ([6], Streak(1, 1)),
        ([2, 6, 7, 6, 0], Streak(3, 3)),
        ([6, 6, 7, 6, 0], Streak(4, 4)),
        ([0, 0, 6, 6, 6], Streak(0, 3)),
        ([0, 0, 6, 0, 6, 6, 6, 6], Streak(0, 4)),
        ([0, 0, 6, 0, 0, 0, 0, 0, 6, 6, 6], Streak(0, 1)),
        ([0, 0, 6, 0, 0, 0, 0, 6, 6, 6], Streak(0, 3)),
    ],
)
def test_streak(great: list[int], expected: Streak) -> None:
    """Weeks on goal in a row, the current one once it is on goal; the best row is one that touches this quarter."""
    monday = dt.date(2026, 11, 16)
    found = [week(str(monday - dt.timedelta(weeks=back)), number) for back, number in enumerate(great)]

    assert expected == summary.streak(found)


def test_against_last_week() -> None:
    """This week so far stands against last week up to the same weekday, not against all of it."""
    calls = [*many("16", GREAT, 2), *many("9", GREAT, 1), *many("13", GREAT, 3), *many("14", GREAT, 4)]
    verdicts = decide(calls)

    assert Against(2, 4) == summary.against_last_week(verdicts, Settings(), today=TODAY)
    assert Against(0, 2) == summary.against_last_week(verdicts, Settings(), today=dt.date(2026, 11, 23))
    assert Against(2, None) == summary.against_last_week(decide(many("16", GREAT, 2)), Settings(), today=TODAY)


def test_stuck() -> None:
    """Three maybes or more than 60 days, by name, the oldest first; an answer or do-not-call takes it off."""
    calls = [
        call("2026-09-21", "maybe", "Al Old"),
        call("2026-10-21", "no_contact", "Al Old"),
        call("2026-09-22", "maybe", "Al Alright"),
        *[call(day, "maybe", "Al Thrice") for day in ("2", "9", "16")],
        *[call(day, "maybe", "Al Twice") for day in ("2", "9")],
        *[call(day, "maybe", "Al Answered") for day in ("2026-08-03", "2026-08-10", "2026-08-17")],
        call("2026-08-24", "firm_no", "Al Answered"),
        call("2026-01-05", "maybe", "Al Gone"),
        call("16", "no_contact dnc", "Al Gone"),
        call("2026-01-05", "firm_no", "Al Again"),
        call("2026-01-06", "maybe", "Al Again"),
        call("", "maybe", "Al Undated"),
        call("2026-02-02", "maybe", "", company="", phone="312-555-0101"),
    ]
    found = summary.stuck(decide(calls), Settings(), today=TODAY)
    expected = [Stuck("Al Again", 318, 1), Stuck("312-555-0101", 291, 1), Stuck("Al Thrice", 18, 3)]

    assert [*expected[:2], expected[2]] == list(found)
    assert Stuck("Al Old", 61, 1) in summary.stuck(decide(calls), Settings(), today=dt.date(2026, 11, 21))


def test_stuck_by_the_settings() -> None:
    """How many maybes and how many days are the coach's."""
    calls = [call("2", "maybe"), call("9", "maybe"), call("2", "maybe", "Ann Reed")]
    verdicts = decide(calls)

    assert () == summary.stuck(verdicts, Settings(), today=TODAY)
    assert 1 == len(summary.stuck(verdicts, Settings(stuck_maybes=2), today=TODAY))
    assert 2 == len(summary.stuck(verdicts, Settings(stuck_days=10), today=TODAY))


def test_old_and_early_dates() -> None:
    """A week at the start of the calendar, and a call of many years ago, are no error."""
    assert (
        dt.date(1, 1, 1)
        == weeks([call("0001-01-03", "maybe")], Settings(week_start=6), today=dt.date(1, 1, 5))[-1].start
    )
    assert 1300 < len({w.start for w in weeks([call("2000-01-03", "maybe"), call("16", "maybe")])})


def test_week_has_no_share_without_a_goal() -> None:
    """A share of no goal is none, not an error."""
    assert dataclasses.replace(week("16", 3), goal=None).share_of_goal is None
