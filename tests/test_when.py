"""Times in notes: the cases, and what holds for every note."""

from __future__ import annotations

import csv
import datetime as dt
import random
import time
from pathlib import Path

import pytest

from sheetsync.model import Outcome
from sheetsync.rules import calendar, time_words, times, when

CASES = Path(__file__).parent / "cases" / "when.csv"
CALLED = dt.date(2026, 3, 10)  # a Tuesday


def lines() -> list[dict[str, str]]:
    """The cases: a note, what came of the call, and the day of the follow-up that the note names, or none."""
    with CASES.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    for line in found:
        assert None not in line and None not in line.values(), line
    return found


def chosen(note: str, outcome: Outcome, called: dt.date = CALLED, order: str = "mdy") -> when.Mention | None:
    """The time of the next step in a note."""
    return when.choose(note, when.mentions(note, called, date_order=order), outcome, called)


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line['date']} {line['note'][:60]}")
def test_case(line: dict[str, str]) -> None:
    """The note's time is the one that a sales manager would put in the diary, or none."""
    mention = chosen(line["note"], Outcome(line["outcome"]), dt.date.fromisoformat(line["date"]), line["date_order"])

    assert line["expected"] == (str(mention.date) if mention else ""), line["reason"]


def test_as_many_that_are_no_times() -> None:
    """At least as many cases must not be read as a time as must."""
    dated = [line for line in lines() if line["expected"]]

    assert len(dated) <= len(lines()) - len(dated)
    assert len(dated) >= 250


ROLES = {
    "told me to call back on Friday": when.Role.NEXT,
    "maybe in June": when.Role.STATED,
    "she is back on the 20th": when.Role.BACK,
    "their contract is up in September": when.Role.EVENT,
    "they signed with Acme last week": when.Role.PAST,
    "we spoke on Friday": when.Role.PAST,
    "been with them for six months": when.Role.DURATION,
    "a 12-month contract": when.Role.DURATION,
    "they meet every Tuesday": when.Role.DURATION,
    "not Friday": when.Role.REFUSED,
    "the demo was going to be Friday": when.Role.REFUSED,
}


@pytest.mark.parametrize(("note", "role"), ROLES.items(), ids=str)
def test_role(note: str, role: when.Role) -> None:
    """Each time says what it is the time of, those that are no follow-up included, so that a rep can be told why."""
    assert [role] == [mention.role for mention in when.mentions(note, CALLED)]


def test_the_next_step_of_several() -> None:
    """Of several times the next step's counts, and the others keep their own roles."""
    note = "sending the quote today, renewal is in May, wants to talk on the 12th"
    found = when.mentions(note, CALLED)

    assert [when.Role.NEXT, when.Role.EVENT, when.Role.NEXT] == [mention.role for mention in found]
    assert when.choose(note, found, Outcome.LATER, CALLED) is found[2]


def test_mentions_stand_in_the_note() -> None:
    """Each mention is a part of the note, word for word, in the order of the note, and none overlaps another."""
    for line in lines():
        note = line["note"]
        end = 0
        for mention in when.mentions(note, dt.date.fromisoformat(line["date"]), date_order=line["date_order"]):
            assert note[mention.start : mention.end] == mention.words
            assert end <= mention.start < mention.end
            end = mention.end


def test_no_time_before_its_call() -> None:
    """A time that lies ahead is never before the call, and a time that does not has no date."""
    for line in lines():
        for called in (dt.date(2024, 2, 29), dt.date(2025, 12, 31), dt.date(2026, 8, 2), dt.date(2027, 1, 1)):
            for mention in when.mentions(line["note"], called):
                if mention.role in when.FUTURE:
                    assert mention.date is not None and mention.date >= called, (line["note"], called, mention)
                else:
                    assert mention.date is None, (line["note"], called, mention)


@pytest.mark.parametrize("outcome", (Outcome.BAD_NUMBER, Outcome.REVIEW, Outcome.FIRM_NO), ids=str)
def test_outcomes_without_a_time(outcome: Outcome) -> None:
    """A bad number, a flat no and a row that cannot be told take no time from their notes."""
    assert chosen("call back next Tuesday", outcome) is None


@pytest.mark.parametrize("first", range(0, 366, 7))
def test_every_weekday(first: int) -> None:
    """A weekday is the first after the call, "next" is in the next week, and "a week on" is seven days later."""
    for days in range(first, first + 7):
        called = dt.date(2024, 1, 1) + dt.timedelta(days=days)
        for number, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")):
            plain = chosen(f"call {name}", Outcome.CALLBACK, called)
            following = chosen(f"call next {name}", Outcome.CALLBACK, called)
            later = chosen(f"call a week on {name}", Outcome.CALLBACK, called)
            assert plain is not None and plain.date is not None
            assert following is not None and following.date is not None
            assert later is not None and later.date is not None

            assert 1 <= (plain.date - called).days <= 7
            assert plain.date.weekday() == number
            assert following.date == calendar.monday(called) + dt.timedelta(days=7 + number)
            assert later.date == plain.date + dt.timedelta(days=7)


def test_months_are_clamped() -> None:
    """A month on from any day is the same day, or the last day of a month that is too short for it."""
    for days in range(1500):
        called = dt.date(2023, 1, 1) + dt.timedelta(days=days)
        mention = chosen("call in a month", Outcome.LATER, called)
        assert mention is not None and mention.date is not None
        ahead = called.replace(day=1) + dt.timedelta(days=32)

        assert (mention.date.year, mention.date.month) == (ahead.year, ahead.month)
        assert mention.date.day == called.day or (
            mention.date.day < called.day and (mention.date + dt.timedelta(1)).day == 1
        )


@pytest.mark.parametrize("name", ("January", "February", "March", "June", "September", "December"))
def test_a_month_is_the_next_one(name: str) -> None:
    """A month is the first business day of the next such month after the call, over the year where it must."""
    number = time_words.MONTHS[name.lower()]
    for days in range(0, 800, 3):
        called = dt.date(2024, 1, 2) + dt.timedelta(days=days)
        mention = chosen(f"call in {name}", Outcome.LATER, called)
        assert mention is not None and mention.date is not None

        assert mention.date == calendar.first_business_day(mention.date.year, number)
        assert called < mention.date <= calendar.first_business_day(called.year + 1, number)


def test_both_date_orders() -> None:
    """3/4 is read by the date order; a part above 12 is read the only way it can be; ISO dates ignore it."""
    expected = {
        ("call 4/5", "mdy"): dt.date(2026, 4, 5),
        ("call 4/5", "dmy"): dt.date(2026, 5, 4),
        ("call 4/5", "ymd"): dt.date(2026, 4, 5),
        ("call 4/25", "dmy"): dt.date(2026, 4, 25),
        ("call 25/4", "mdy"): dt.date(2026, 4, 25),
        ("call 2026-05-04", "dmy"): dt.date(2026, 5, 4),
    }
    for (note, order), date in expected.items():
        mention = chosen(note, Outcome.LATER, CALLED, order)

        assert mention is not None
        assert date == mention.date


def test_letters_that_change_length() -> None:
    """A letter whose small form is longer moves no mention off its words."""
    mention = chosen("İİİ “straße”… call him Friday", Outcome.CALLBACK)

    assert mention is not None
    assert mention.words == "Friday"


WORDS = sorted(times.ANCHORS) + (
    "call ring back in a the of after before next last this every week's until for on at first 15th 3/4 6-12 4pm 2027-03-15 "
    "and or - , . ; \" ' $ % \n 12 7 99999 0/0 31/31 2/30 half past to from ago been said not".split(" ")
)


def soup(seed: int, size: int) -> str:
    """A note of so many words of time in no order."""
    choice = random.Random(seed)
    return " ".join(choice.choice(WORDS) for _ in range(size))


@pytest.mark.parametrize(
    "note",
    [
        "0w",
        "call 00days",
        "try in 0-0 mos",
        "half ² past",
        "in week ²",
        "in 9999 year's time",
        "0.0y",
        "1st2nd 1e9 days",
        "0/0 00/00 13/13",
    ],
)
@pytest.mark.parametrize("called", [dt.date(1, 1, 1), CALLED, dt.date(9899, 12, 31), dt.date(9999, 12, 31)])
def test_numbers_that_are_none(note: str, called: dt.date) -> None:
    """Numbers of nothing, raised figures and spans past the end of the calendar are no times, and stop nothing."""
    assert [] == [found.words for found in when.mentions(note, called) if found.date is not None]


@pytest.mark.parametrize("seed", range(40))
def test_any_words(seed: int) -> None:
    """Words of time in any order are read without an error, and stay after the call."""
    choice = random.Random(seed)
    for _ in range(40):
        note = soup(choice.randrange(10**9), choice.randrange(1, 25))
        called = dt.date(2000, 1, 1) + dt.timedelta(days=choice.randrange(20000))
        found = when.mentions(note, called, date_order=choice.choice(("mdy", "dmy", "ymd")))
        for outcome in Outcome:
            mention = when.choose(note, found, outcome, called)

            assert mention is None or (mention.date is not None and mention.date >= called), (note, called)


@pytest.mark.parametrize("called", (dt.date(1, 1, 1), dt.date(1900, 1, 1), dt.date(9999, 12, 31)), ids=str)
def test_any_date(called: dt.date) -> None:
    """A date at the end of what a date can be is no error."""
    for seed in range(40):
        when.mentions(soup(seed, 60), called)


HOSTILE = {
    "week of": "week of ",
    "days before": "2 days before ",
    "digits": "1",
    "slashes": "1/",
    "ordinals": "the 15th of ",
    "inches": '1" ',
    "apostrophes": "a'",
    "next": "next ",
    "monday": "monday after ",
    "called": "called mon ",
    "spaces": " ",
    "a day and spaces": "monday" + 2_000 * " ",
    "half": "half ",
    "end of": "the end of ",
    "months": "march ",
    "dots": "a.m. ",
    "days after days": "the day after ",
    "weeks on": "friday week after ",
    "in weeks": "friday in two weeks ",
    "months and days": "end of may the 9th, ",
    "feasts": "after easter, the monday ",
    "cries": 'shouted "',
    "presidents": "st. patrick's day ",
    "before": "the week before the 9th ",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text takes about twice the steps, whatever the text."""
    steps = 0
    plain = times.core

    def counted(note: time_words.Note, at: int, floor: int) -> time_words.Time | None:
        nonlocal steps
        steps += 1
        return plain(note, at, floor)

    monkeypatch.setattr(times, "core", counted)
    counts = []
    for size in (2_000, 4_000):
        steps = 0
        when.choose("", when.mentions(text * (size // len(text)), CALLED), Outcome.LATER, CALLED)
        counts.append(steps)

    assert counts[1] <= 2.2 * counts[0] + 10
    assert counts[1] <= 40 * 4_000


@pytest.mark.parametrize("text", (*HOSTILE.values(), soup(1, 40) + " "), ids=(*HOSTILE, "soup"))
def test_a_hundred_thousand_letters(text: str) -> None:
    """A note as long as a book is read in a moment: a quadratic reading would take minutes."""
    note = text * (100_000 // len(text))
    start = time.process_time()
    found = when.mentions(note, CALLED)
    for outcome in Outcome:
        when.choose(note, found, outcome, CALLED)

    assert time.process_time() - start < 10


def test_easter() -> None:
    """Easter Sunday falls where the church's tables say."""
    known = (
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
    )
    for year, month, day in known:
        assert dt.date(year, month, day) == calendar.easter(year)


FEASTS = (
    ("St Patrick's Day", 2026, 3, 17), ("St. Paddy’s day", 2026, 3, 17), ("Presidents' Day", 2027, 2, 15), ("MLK day", 2027, 1, 18),
    ("Martin Luther King Day", 2027, 1, 18), ("Memorial Day", 2026, 5, 25), ("Labor Day", 2026, 9, 7), ("Columbus Day", 2026, 10, 12),
    ("Veterans Day", 2026, 11, 11), ("thanksgivin", 2026, 11, 26), ("Hallowe'en", 2026, 10, 31), ("Guy Fawkes", 2026, 11, 5),
    ("Boxing Day", 2026, 12, 26), ("Hogmanay", 2026, 12, 31), ("Australia Day", 2027, 1, 26), ("Anzac Day", 2026, 4, 25),
    ("the Melbourne Cup", 2026, 11, 3), ("Victoria Day", 2026, 5, 18), ("Canada Day", 2026, 7, 1), ("Bastille Day", 2026, 7, 14),
    ("Good Friday", 2026, 4, 3), ("Easter Monday", 2026, 4, 6), ("Whitsun", 2026, 5, 24), ("Palm Sunday", 2026, 3, 29),
    ("Ash Wednesday", 2027, 2, 10), ("Shrove Tuesday", 2027, 2, 9), ("Black Friday", 2026, 11, 27), ("Cyber Monday", 2026, 11, 30),
)  # fmt: skip


@pytest.mark.parametrize(("name", "year", "month", "day"), FEASTS, ids=[name for name, *_ in FEASTS])
def test_feasts(name: str, year: int, month: int, day: int) -> None:
    """A feast is the next one after the call, on the day that its law or its church says."""
    mention = chosen(f"call till {name}", Outcome.LATER)

    assert mention is not None
    assert dt.date(year, month, day) == mention.date


def test_business_days() -> None:
    """Business days leave out Saturdays, Sundays and 1 January, and nothing else."""
    assert calendar.add_business_days(dt.date(2025, 12, 31), 1) == dt.date(2026, 1, 2)
    assert calendar.add_business_days(dt.date(2025, 12, 24), 1) == dt.date(2025, 12, 25)
    assert calendar.add_business_days(dt.date(2026, 3, 13), 1) == dt.date(2026, 3, 16)
    assert calendar.add_business_days(dt.date(2026, 3, 14), 0) == dt.date(2026, 3, 14)
    assert calendar.skip_weekend(dt.date(2026, 3, 14)) == dt.date(2026, 3, 16)
    assert calendar.skip_weekend(dt.date(2026, 3, 15)) == dt.date(2026, 3, 16)
    assert calendar.skip_weekend(dt.date(2026, 3, 13)) == dt.date(2026, 3, 13)


def test_weeks_of_a_month() -> None:
    """The first week of a month starts on its first business day, the others on their Monday, one after the other."""
    assert calendar.week_of_month(2026, 7, 1) == dt.date(2026, 7, 1)
    assert calendar.week_of_month(2026, 7, 2) == dt.date(2026, 7, 13)
    assert calendar.week_of_month(2026, 8, 1) == dt.date(2026, 8, 3)
    assert calendar.week_of_month(2026, 8, 2) == dt.date(2026, 8, 10)
    assert calendar.week_of_month(2026, 6, -1) == dt.date(2026, 6, 29)
