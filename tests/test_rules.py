"""What looks across rows: the once-per-prospect count, a person's hand, do-not-call, and the sentences that say why."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
import scenario
from calls import TODAY, call, date, decide, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync import rules
from sheetsync.model import Call, DecisionMaker, Great, Hand, Outcome, Verdict
from sheetsync.settings import Settings

YES, ALREADY, NO, REVIEW, BLANK = Great.YES, Great.ALREADY, Great.NO, Great.REVIEW, Great.BLANK


def great(calls: Sequence[Call], given_settings: Settings | None = None, **more: Any) -> list[Great]:
    """Great? of every row."""
    return [verdict.great for verdict in decide(calls, given_settings, **more)]


# -- scenarios --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", scenario.names())
def test_scenario(name: str, request: pytest.FixtureRequest) -> None:
    """The log of the folder gives the verdicts and weeks beside it."""
    story = scenario.load(name)
    found = story.files
    if request.config.getoption("--update", default=False):
        for file, text in found.items():
            (story.folder / file).write_text(text, encoding="utf-8")
    for file, text in found.items():
        expected = (story.folder / file).read_text(encoding="utf-8")

        assert expected == text, file


@pytest.mark.parametrize("name", scenario.names())
def test_sorting_a_log_changes_nothing(name: str) -> None:
    """A sort of the log by any column, or a shuffle, changes no verdict."""
    story = scenario.load(name)
    expected = {v.call.row: same(v) for v in rules.classify(story.calls, story.settings, today=story.today)}
    for seed in range(5):
        calls = random.Random(seed).sample(story.calls, len(story.calls))
        found = {v.call.row: same(v) for v in rules.classify(calls, story.settings, today=story.today)}

        assert expected == found, f"seed {seed}"


@pytest.mark.parametrize("name", scenario.names())
def test_explaining_a_row_gives_its_verdict(name: str) -> None:
    """Explain looks at fewer rows than classify and comes to the same verdict, with a step for each rule."""
    story = scenario.load(name)
    verdicts = rules.classify(story.calls, story.settings, today=story.today)
    for at, expected in enumerate(verdicts):
        found, steps = rules.explain(story.calls, at, story.settings, today=story.today)

        assert same(expected) == same(found)
        assert (len(steps) >= 4) == story.calls[at].is_call
        assert all(step.rule and step.found for step in steps)


def same(verdict: Verdict) -> Verdict:
    """A verdict without the number of its prospect, which is only a name."""
    return dataclasses.replace(verdict, prospect=-1 if verdict.prospect < 0 else 0)


# -- the count --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "decides", "expected"),
    [
        *((outcome, True, YES) for outcome in ("appointment", "interested", "later", "firm_no")),
        *((outcome, None, REVIEW) for outcome in ("appointment", "interested", "later", "firm_no")),
        *((outcome, False, NO) for outcome in ("appointment", "interested", "later", "firm_no")),
        *(
            (outcome, decides, NO)
            for outcome in ("maybe", "callback", "gatekeeper", "no_contact", "bad_number")
            for decides in (True, False, None)
        ),
        *(("review", decides, REVIEW) for decides in (True, False, None)),
    ],
)
def test_one_row(outcome: str, decides: bool | None, expected: Great) -> None:
    """A great outcome with a decision-maker is a Yes; unknown is asked; everything else that is understood is a No."""
    assert [expected] == great([call("9", outcome, decision_maker=decides)])


@pytest.mark.parametrize("outcome", ["gatekeeper", "no_contact", "bad_number", "callback"])
def test_some_outcomes_are_never_with_a_decision_maker(outcome: str) -> None:
    """Whatever the column says, a voicemail was no conversation with a decision-maker."""
    assert DecisionMaker.NO == decide([call("9", outcome, decision_maker=True)])[0].decision_maker


def test_each_prospect_counts_once() -> None:
    """The first great row holds the Yes; later ones are Already counted, and other prospects have their own."""
    calls = [call("11", "appointment"), call("9", "firm_no"), call("10", "maybe"), call("12", "later", "Ann Reed")]

    assert [ALREADY, YES, NO, YES] == great(calls)


def test_a_review_takes_no_count() -> None:
    """A row that is asked about holds no Yes until it is answered; answering it moves the Yes there."""
    asked = [call("9", "firm_no", decision_maker=None), call("10", "appointment")]
    answered = [call("9", "firm_no"), call("10", "appointment")]

    assert [REVIEW, YES] == great(asked)
    assert [YES, ALREADY] == great(answered)


def test_order_within_a_day() -> None:
    """By time where there is one, then the more advanced outcome, then alphabetically."""
    nine, four = dt.time(9), dt.time(16)

    assert [ALREADY, YES] == great([call("9", "appointment", time=four), call("9", "firm_no", time=nine)])
    assert [ALREADY, YES] == great([call("9", "firm_no"), call("9", "appointment")])
    assert [ALREADY, YES] == great([call("9", "later", notes="b"), call("9", "later", notes="a")])


def test_a_row_without_a_date() -> None:
    """It is Review, takes no Yes even by Override, and asks for its date."""
    calls = [call("", "firm_no"), call("10", "appointment"), call("", "firm_no", override=True)]
    verdicts = decide(calls)

    assert [REVIEW, YES, REVIEW] == [verdict.great for verdict in verdicts]
    assert "When was this call? Fill in Date." == verdicts[0].why


def test_a_row_without_a_call() -> None:
    """A lone date and rep is no call: everything is blank."""
    verdict = decide([Call(row=2, date=date("9"), rep="Ann", override=False)])[0]

    assert (BLANK, None, "", "", "") == (
        verdict.great,
        verdict.follow_up,
        verdict.next_action,
        verdict.why,
        verdict.wanted_great,
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-01-31", "2026-07-30"], [YES, ALREADY]),
        (["2026-01-31", "2026-07-31"], [YES, YES]),
        (["2026-01-31", "2026-07-31", "2026-10-01"], [YES, YES, ALREADY]),
        (["2026-01-31", "2026-05-01", "2026-08-01"], [YES, ALREADY, YES]),
        (["2025-08-31", "2026-02-28"], [YES, YES]),
    ],
)
def test_count_again(days: list[str], expected: list[Great]) -> None:
    """With "Count again after" 6 months a prospect counts again six months after it last counted."""
    calls = [call(day, "interested") for day in days]

    assert expected == great(calls, Settings(count_again_months=6))
    assert [YES, *[ALREADY] * (len(days) - 1)] == great(calls)


# -- a person's hand --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ([True, None, None], [YES, ALREADY, NO]),
        ([None, True, None], [ALREADY, YES, NO]),
        ([None, None, True], [ALREADY, ALREADY, YES]),
        ([False, None, None], [NO, YES, NO]),
        ([False, False, None], [NO, NO, NO]),
        ([True, True, None], [YES, YES, NO]),
        ([False, True, None], [NO, YES, NO]),
    ],
)
def test_override(overrides: list[bool | None], expected: list[Great]) -> None:
    """Yes makes that row the counted one; No takes it out, and the next great row gets the Yes."""
    outcomes = ["firm_no", "appointment", "maybe"]
    calls = [call(f"{9 + at}", o, override=said) for at, (o, said) in enumerate(zip(outcomes, overrides, strict=True))]

    assert expected == great(calls)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Yes", [YES, ALREADY]),
        ("yes", [YES, ALREADY]),
        ("No", [NO, YES]),
        ("Already counted", [ALREADY, YES]),
        ("review", [REVIEW, YES]),
        ("sort of", [REVIEW, YES]),
    ],
)
def test_a_hand_typed_flag_counts(typed: str, expected: list[Great]) -> None:
    """What a person typed in Great? is what counts for the prospect; other words than ours count as Review."""
    calls = [call("9", "firm_no", hand=Hand(great=typed)), call("10", "appointment")]
    verdicts = decide(calls)

    assert expected == [verdict.great for verdict in verdicts]
    assert "Yes" == verdicts[0].wanted_great  # what the rules alone would write
    assert expected[1].value == verdicts[1].wanted_great


def test_override_wins_over_a_typed_flag() -> None:
    """The Override column wins over all."""
    calls = [call("9", "firm_no", hand=Hand(great="Yes"), override=False), call("10", "appointment")]

    assert [NO, YES] == great(calls)


def test_a_typed_yes_on_another_row_takes_the_count() -> None:
    """A maybe that a person called great holds the Yes; the rules alone would write No there."""
    verdicts = decide([call("9", "firm_no"), call("10", "maybe", hand=Hand(great="Yes"))])

    assert [ALREADY, YES] == [verdict.great for verdict in verdicts]
    assert ["Already counted", "No"] == [verdict.wanted_great for verdict in verdicts]


def test_override_changes_nothing_else() -> None:
    """Override changes neither outcome nor follow-up nor do-not-call."""
    plain = decide([call("9", "gatekeeper"), call("10", "firm_no dnc", "Ann Reed")])
    forced = decide([call("9", "gatekeeper", override=True), call("10", "firm_no dnc", "Ann Reed", override=False)])
    for expected, found in zip(plain, forced, strict=True):
        for field in ("outcome", "decision_maker", "follow_up", "next_action", "do_not_call", "open"):
            assert getattr(expected, field) == getattr(found, field)


def test_overrides_and_count_again() -> None:
    """A forced row takes the count from rows within the months on either side of it, and from no others."""
    days = ["2026-01-10", "2026-03-10", "2026-05-10", "2026-12-10"]
    calls = [call(day, "interested", override=True if day == "2026-05-10" else None) for day in days]

    assert [YES, ALREADY, YES, YES] == great(calls, Settings(count_again_months=4), today=dt.date(2026, 12, 31))


def test_hand_typed_action_and_date() -> None:
    """A hand-typed Next action and Follow-up are what counts, beside what the rules would write."""
    verdict = decide([call("9", "maybe", hand=Hand(follow_up=date("30"), next_action="Send the book"))])[0]

    assert (date("30"), "Send the book") == (verdict.follow_up, verdict.next_action)
    assert (date("23"), "Get to a yes or a no") == (verdict.wanted_follow_up, verdict.wanted_next_action)


# -- order ------------------------------------------------------------------------------------------------------------

OUTCOMES = ["appointment", "interested", "later", "firm_no", "firm_no dnc", "maybe", "callback", "gatekeeper"]
OUTCOMES += ["no_contact", "bad_number", "review"]
CALLS = st.builds(
    call,
    st.sampled_from(["", "1", "2", "9", "9", "9", "16", "30"]),
    st.sampled_from(OUTCOMES),
    st.sampled_from(["Earl Dodson", "Earl", "Ann Reed", "Ann", ""]),
    company=st.sampled_from(["", "Dodson", "Reed"]),
    phone=st.sampled_from(["", "312-555-0101", "312-555-0102"]),
    decision_maker=st.sampled_from([True, True, True, False, None]),
    time=st.sampled_from([None, None, dt.time(9), dt.time(16)]),
    override=st.sampled_from([None, None, None, None, True, False]),
    hand=st.sampled_from(
        [
            None,
            None,
            None,
            None,
            Hand(great="Yes"),
            Hand(great="No"),
            Hand(follow_up="none"),
            Hand(follow_up=date("28")),
        ]
    ),
    notes=st.sampled_from(["", "a", "b"]),
)


def content(verdict: Verdict) -> str:
    """A verdict without what is only a name: the row's number and the prospect's."""
    return repr(dataclasses.replace(same(verdict), call=dataclasses.replace(verdict.call, row=0)))


@settings(max_examples=300, deadline=None)
@given(st.lists(CALLS, max_size=10), st.randoms(use_true_random=False), st.sampled_from([None, 1]))
def test_no_order_of_the_rows_changes_a_verdict(calls: list[Call], chance: random.Random, months: int | None) -> None:
    """Any order of the rows gives the same verdicts: position decides nothing."""
    given_settings = Settings(count_again_months=months)
    expected = Counter(content(verdict) for verdict in decide(calls, given_settings))
    chance.shuffle(calls)
    found = Counter(content(verdict) for verdict in decide(calls, given_settings))

    assert expected == found


@settings(max_examples=200, deadline=None)
@given(st.lists(CALLS, min_size=1, max_size=10))
def test_a_prospect_has_one_yes(calls: list[Call]) -> None:
    """A prospect with a great row has exactly one Yes, unless a person forced more."""
    verdicts = decide(calls)
    for number in {verdict.prospect for verdict in verdicts}:
        own = [verdict for verdict in verdicts if verdict.prospect == number]
        fixed = [v for v in own if v.call.override is not None or (v.call.hand and v.call.hand.great)]
        counted = [verdict for verdict in own if verdict.great is YES]
        if not fixed:
            assert len(counted) == any(rules.count.by_itself(v.call, reading(v.call)) is YES for v in own)
        elif not any(verdict in fixed for verdict in counted):
            assert len(counted) <= 1


@settings(max_examples=200, deadline=None)
@given(st.lists(CALLS, max_size=10))
def test_a_back_dated_row_moves_one_yes(calls: list[Call]) -> None:
    """A great row from before all others takes its prospect's Yes over, and no other row's flag changes."""
    calls = [dataclasses.replace(one, hand=None, override=None) for one in calls]
    old = call("2026-10-01", "interested", "Earl Dodson", company="Dodson", row=99)
    without = [dataclasses.replace(old, outcome="maybe"), *calls]
    before, after = great(without), great([old, *calls])

    assert (NO, YES) == (before[0], after[0])
    moved = [(was, now) for was, now in zip(before[1:], after[1:], strict=True) if was is not now]
    assert moved in ([], [(YES, ALREADY)])
    assert len(moved) == any(v.great is YES and v.prospect == decide(without)[0].prospect for v in decide(without))


def test_rows_that_are_alike_count_once() -> None:
    """The same row typed twice is one Yes and one Already counted."""
    assert Counter([YES, ALREADY]) == Counter(great([call("9", "firm_no"), call("9", "firm_no")]))


# -- why --------------------------------------------------------------------------------------------------------------


def why(one: Call, others: Sequence[Call] = (), today: dt.date = TODAY, **more: Any) -> str:
    """The Why of a row."""
    readings = [reading(one, **more), *map(reading, others)]
    return rules.decide([one, *others], readings, Settings(), today=today)[0].why


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            why(call("9", "later", notes="call me after the holidays"), who="the owner", when=dt.date(2027, 1, 4)),
            'Great: the owner asked to talk again in Jan 2027 ("call me after the holidays").',
        ),
        (
            why(call("9", "firm_no", notes="not interested. period."), who="the owner"),
            'Great: a flat no from the owner ("not interested. period.").',
        ),
        (
            why(call("9", "appointment", notes='she said "Tuesday"'), outcome_words='she said "Tuesday"'),
            "Great: the decision-maker agreed to an appointment (\"she said 'Tuesday'\").",
        ),
        (
            why(call("9", "gatekeeper"), outcome_words="Gatekeeper"),
            "Not the decision-maker: Outcome says Gatekeeper.",
        ),
        (
            why(call("9", "gatekeeper", notes="owner out till weds"), who="the receptionist"),
            'Not the decision-maker: the receptionist ("owner out till weds").',
        ),
        (
            why(call("9", "interested", "Mitch Gannon", decision_maker=None)),
            "Was Mitch Gannon the one who decides? Fill in Decision maker?.",
        ),
        (
            why(call("9", "interested", "Owner", decision_maker=None)),
            "Did you speak with the one who decides? Fill in Decision maker?.",
        ),
        (
            why(call("9", "interested", "Mitch Gannon", decision_maker=None, spoke_with="Joe")),
            "Was Joe the one who decides? Fill in Decision maker?.",
        ),
        (
            why(dataclasses.replace(call("9", "review", notes="nice   chat\nabout golf"), outcome="")),
            'What came of "nice chat about golf"? Fill in Outcome.',
        ),
        (
            why(call("9", "interested", "Acme LLC", decision_maker=None)),
            "Did you speak with the one who decides? Fill in Decision maker?.",
        ),
        (
            why(call("9", "maybe", follow_up_requested=date("2")), outcome_words="Maybe"),
            "Not yet: left it open (Outcome says Maybe); Follow-up requested is before the call and not used.",
        ),
        (
            why(call("9", "review")),
            'What came of the call? Outcome says "review"; choose a word from its list.',
        ),
        (
            why(call("9", "interested", decision_maker=False)),
            "Not the decision-maker: Decision maker? says No, so clear interest does not count.",
        ),
        (
            why(call("13", "appointment"), [call("9", "firm_no")], outcome_words="Meeting booked"),
            "Already counted on 9 Nov 2026: an appointment (Outcome says Meeting booked).",
        ),
        (
            why(call("9", "firm_no"), [call("13", "maybe", override=True)], outcome_words="NI"),
            "Already counted by Override on 13 Nov 2026: a flat no (Outcome says NI).",
        ),
        (
            why(call("9", "maybe", override=True), [call("13", "firm_no", override=True)]),
            "Great: Override says Yes; this prospect counts twice, also on 13 Nov 2026.",
        ),
        (why(call("9", "firm_no", override=False)), "Not counted: Override says No."),
        (why(call("9", "firm_no", hand=Hand(great="no"))), "Set by hand: Great? says No."),
        (
            why(call("9", "firm_no", hand=Hand(great="sort of"))),
            'What does "sort of" in Great? mean? Type Yes, No, Already counted or Review, or clear the cell.',
        ),
        (
            why(call("9", "no_contact"), [call("2", "firm_no dnc")], outcome_words="LVM"),
            "No conversation: nobody was reached (Outcome says LVM); do not call, as asked on 2 Nov 2026.",
        ),
        (
            why(call("12", "no_contact"), [call("9", "firm_no dnc"), call("2", "maybe dnc")], outcome_words="LVM"),
            "No conversation: nobody was reached (Outcome says LVM); do not call, as asked on 2 Nov 2026.",
        ),
        (
            why(call("9", "maybe", hand=Hand(follow_up=date("30"))), [call("2", "firm_no dnc")], outcome_words="Maybe"),
            "Not yet: left it open (Outcome says Maybe); do not call, as asked on 2 Nov 2026,"
            " so the Follow-up typed here is not listed.",
        ),
        (
            why(call("30", "firm_no"), outcome_words="NI"),
            "Great: a flat no from the decision-maker (Outcome says NI); dated after today, so it counts in no week yet.",
        ),
        (
            why(call("9", "firm_no", problems=("Time “noonish” is no time: write 13:30.",)), outcome_words="NI"),
            "Time “noonish” is no time: write 13:30. Great: a flat no from the decision-maker (Outcome says NI).",
        ),
        (
            why(call("", "firm_no", problems=("Date “soon” is no date: write 9 Nov 2026.",))),
            "Date “soon” is no date: write 9 Nov 2026.",
        ),
    ],
)
def test_why(found: str, expected: str) -> None:
    """One short sentence that names the rule and quotes the deciding words, or asks one question."""
    assert expected == found


@settings(max_examples=300, deadline=None)
@given(CALLS, st.text(max_size=400), st.text(max_size=80), st.lists(CALLS, max_size=3))
def test_why_is_short_and_safe(one: Call, notes: str, name: str, others: list[Call]) -> None:
    """Whatever was typed, the sentence is one line, short, ends with a full stop and starts with a letter of ours."""
    strange = dataclasses.replace(one, notes=notes, prospect=name, spoke_with=name)
    found = why(strange, others, who=name[:20], do_not_call_words=notes[:90])

    assert found[0].isalpha() and found[0].isascii() and found.endswith(".")
    assert len(found.splitlines()) == 1 and len(found) <= 330


def test_why_fits_its_column() -> None:
    """On rows without do-not-call, a future date or a problem the sentence has no more than 160 characters."""
    words = "we have been with our present supplier for eleven years and see no reason on earth to change that now"
    for outcome in Outcome:
        for decides in (True, False, None):
            one = call(
                "9", str(outcome), "Maximiliana Featherstonehaugh-Cholmondeley the Third", decision_maker=decides
            )
            found = why(
                dataclasses.replace(one, notes=words),
                who="the regional vice president of operations",
                decision_maker_words=words,
            )

            assert len(found) <= 160, found


# -- explain ----------------------------------------------------------------------------------------------------------


def steps(calls: Sequence[Call], index: int) -> dict[str, str]:
    """What each step of an explanation found, by its rule."""
    _, found = rules.explain(calls, index, Settings(), today=TODAY)
    return {step.rule: step.found for step in found}


def test_explain_names_the_rows_and_what_they_share() -> None:
    """The other rows of the prospect are named, each with what it has in common, and the row that holds the count."""
    calls = [
        call("9", "Not interested", row=2, phone="312-555-0101"),
        call("10", "Meeting booked", "Dodson, Earl", row=3),
        call("11", "Meeting booked", "", company="", row=4, phone="(312) 555-0101"),
        call("12", "Meeting booked", "Ann Reed", row=5),
    ]

    assert "the same as row 2 (the name and the company), row 4 (through another row)" == steps(calls, 1)["prospect"]
    assert (
        "Already counted: another row of this prospect holds the Yes (row 2, 9 Nov 2026)" == steps(calls, 1)["great?"]
    )
    assert "no other row is this prospect" == steps(calls, 3)["prospect"]
    assert "no: a later row of this prospect closes it (10 Nov 2026)" == steps(calls, 0)["open"]
    assert (
        "12 Nov 2026, Confirm the time: the usual time after an appointment without a date"
        == steps(calls, 2)["follow-up"]
    )


def test_explain_names_who_asked_not_to_be_called() -> None:
    """The row that asked is named, and whether it was this prospect or another on the same number."""
    calls = [
        call("9", "DNC", row=2, phone="312-555-0101"),
        call("10", "Maybe", row=3),
        call("11", "Maybe", "Walter Gibbs", company="Gibbs", row=4, phone="312-555-0101"),
        call("11", "Maybe", "Ann Reed", row=5),
    ]

    assert "asked for on row 2 of this prospect" == steps(calls, 1)["do not call"]
    assert "asked for on row 2 of another prospect with the same phone number" == steps(calls, 2)["do not call"]
    assert "do not call" not in steps(calls, 3)
