"""Which tab and columns are the log, and what its rows say."""

from __future__ import annotations

import datetime as dt

import pytest
import sheets

from sheetsync import tabs
from sheetsync.errors import LogProblems
from sheetsync.grid import Formula, Range, Table
from sheetsync.settings import Settings
from sheetsync.tabs import headers, log, settings_tab
from sheetsync.tabs.headers import Role


@pytest.mark.parametrize("above", [0, 1, 5, 10])
def test_the_header_row_is_found_below_titles(above: int) -> None:
    """Up to ten rows of title may stand above the header."""
    rows = [["Acme call log"], *[[None, "a remark"]] * 9][:above]
    found = log.find([sheets.tab([*rows, sheets.HEADS, sheets.call()], "Calls 2026")])

    assert above == found.header.row


def test_columns_may_stand_in_any_order_under_usual_names() -> None:
    """Usual synonyms of each name, in any case and order, with other columns between them."""
    found = log.find(
        [
            sheets.tab(
                [
                    ["COMMENTS", "Deal size", "contact name", "tel.", "Disposition", "call date"],
                    ["x", 5, "Al", "1", "NI", sheets.MONDAY],
                ],
                "Sheet1",
            )
        ]
    )

    assert {Role.NOTES: 0, Role.PROSPECT: 2, Role.PHONE: 3, Role.OUTCOME: 4, Role.DATE: 5} == dict(found.columns)
    assert ("Deal size",) == found.header.unused


def test_the_better_name_wins_where_two_fit() -> None:
    """Outcome is meant where a Status column stands beside it; the other is left alone."""
    found = log.find(
        [
            sheets.tab(
                [
                    ["Date", "Status", "Prospect", "Outcome", "Notes", "Comments"],
                    [sheets.MONDAY, "open", "Al", "NI", "", ""],
                ]
            )
        ]
    )

    assert 3 == found.columns[Role.OUTCOME]
    assert ("Status", "Comments") == found.header.unused


def test_a_needed_header_that_stands_twice_is_one_error_with_both_cells() -> None:
    """Two columns of the same needed name stop the run, and both cells are named."""
    with pytest.raises(LogProblems, match=r"'Call Log'!C1 and 'Call Log'!E1"):
        log.find([sheets.tab([["Date", "Prospect", "Notes", "Rep", "Notes"], [sheets.MONDAY, "Al", "x", "Ann", "y"]])])


def test_a_missing_header_names_what_is_missing_and_what_was_meant() -> None:
    """A misspelt needed header is answered with what was meant."""
    with pytest.raises(LogProblems, match="lacks one of Outcome or Notes. Did you mean “Notse”"):
        log.find([sheets.tab([["Date", "Prospect", "Rep", "Notse"], [sheets.MONDAY, "Al", "Ann", "x"]])])


def test_a_workbook_without_a_log_says_what_a_log_needs() -> None:
    """A workbook of other things is refused with the tabs that were looked at."""
    with pytest.raises(LogProblems, match="No tab looks like a call log"):
        log.find([sheets.tab([["a", "b"], [1, 2]], "Budget")])


def test_two_logs_are_not_guessed_between() -> None:
    """Two tabs that could be the log are named; a tab called Call Log, or --tab, decides."""
    rows = [sheets.HEADS, sheets.call()]
    two = [sheets.tab(rows, "2025"), sheets.tab(rows, "2026")]
    with pytest.raises(LogProblems, match="“2025” and “2026”"):
        log.find(two)

    assert "2026" == log.find(two, "2026").tab.name
    assert "call log" == log.find([*two, sheets.tab(rows, "call log")]).tab.name


def _read(*rows: list[object], head: tuple[str, ...] = sheets.HEADS) -> log.Rows:
    return log.read_rows(log.find([sheets.tab([head, *rows])]), Settings())  # type: ignore[list-item]


def test_blank_rows_and_rows_of_unticked_boxes_hold_no_call() -> None:
    """Blank rows are passed over; a lone date, FALSE or 0 is no call."""
    rows = _read(
        sheets.call(),
        [None] * 9,
        [sheets.MONDAY, "Ann", None, None, None, None, False, 0, None],
        ["", "", "", "", "", "", "", "", ""],
    )

    assert [2, 4] == [call.row for call in rows.calls]
    assert [True, False] == [call.is_call for call in rows.calls]


def test_false_is_not_filled_in_where_the_column_holds_only_ticks() -> None:
    """FALSE says nothing in a column of checkboxes; beside a typed word it is a typed no."""
    ticks = _read(
        sheets.call(Decision_maker=None), [*sheets.call()[:6], False, None, "x"], [*sheets.call()[:6], True, None, "x"]
    )
    typed = _read([*sheets.call()[:6], False, None, "x"], [*sheets.call()[:6], "yes", None, "x"])

    assert [None, None, True] == [call.decision_maker for call in ticks.calls]
    assert [False, True] == [call.decision_maker for call in typed.calls]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2026, 11, 9), dt.date(2026, 11, 9)),
        (dt.datetime(2026, 11, 9, 14, 5), dt.date(2026, 11, 9)),
        ("2026-11-09", dt.date(2026, 11, 9)),
        ("11/9/2026", dt.date(2026, 11, 9)),
        ("13/11/2026", dt.date(2026, 11, 13)),
        ("9 Nov 2026", dt.date(2026, 11, 9)),
        (46335, dt.date(2026, 11, 9)),
        ("soon", None),
        ("1/1/1999", None),
        (17, None),
        (True, None),
    ],
)
def test_a_date_is_read_or_its_row_says_what_to_do(value: object, expected: dt.date | None) -> None:
    """A date in any usual form is read; anything else is a problem of that row with its cell and what to write."""
    rows = _read([value, *sheets.call()[1:]])

    assert expected == rows.calls[0].date
    assert (expected is None) == any("A2" in problem and "Write a date" in problem for problem in rows.problems)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.time(14, 30), dt.time(14, 30)),
        (0.5, dt.time(12)),
        ("2:30 pm", dt.time(14, 30)),
        ("14.30", dt.time(14, 30)),
        ("9am", dt.time(9)),
        ("noon", dt.time(12)),
        ("half ten", None),
        ("25:00", None),
        (3.5, None),
    ],
)
def test_a_time_of_day_is_read_or_its_row_says_what_to_do(value: object, expected: dt.time | None) -> None:
    """A time in words never stops the run."""
    rows = _read([sheets.MONDAY, value, *sheets.call()[2:]], head=("Date", "Time", *sheets.HEADS[2:]))

    assert expected == rows.calls[0].time
    assert (expected is None) == bool(rows.problems)


def test_a_phone_that_is_a_number_keeps_its_digits() -> None:
    """A phone number stored as a number reads without a decimal point."""
    assert "3125550101" == _read(sheets.call(Phone=3125550101.0)).calls[0].phone


def test_first_and_last_name_make_the_prospect() -> None:
    """A log with two name columns needs no Prospect column."""
    rows = _read([sheets.MONDAY, "Earl", "Dodson", "no thanks"], head=("Date", "First name", "Surname", "Notes"))

    assert "Earl Dodson" == rows.calls[0].prospect


def test_a_formula_without_a_stored_value_refuses_the_workbook() -> None:
    """What a formula gives is not known until the workbook was saved by a program that computes."""
    one = sheets.tab([sheets.HEADS, sheets.call()], formulas={(1, 2): Formula("B1", stored=False)})
    with pytest.raises(LogProblems, match="'Call Log'!C2 holds a formula without a stored value"):
        log.read_rows(log.find([one]), Settings())


def test_a_date_that_changes_by_itself_is_no_date() -> None:
    """TODAY() in a call's date is a date that cannot be read."""
    one = sheets.tab([sheets.HEADS, sheets.call()], formulas={(1, 0): Formula("TODAY()")})
    rows = log.read_rows(log.find([one]), Settings())

    assert rows.calls[0].date is None
    assert "changes by itself" in rows.problems[0]


def test_our_columns_go_right_of_the_last_header_and_of_the_table() -> None:
    """No gap between the last header and our columns; a table is widened, so theirs end where it ends."""
    plain = tabs.read(sheets.book(sheets.tab([sheets.HEADS, sheets.call()])))
    wide = tabs.read(
        sheets.book(sheets.tab([sheets.HEADS, sheets.call()], tables=(Table("Calls", Range(0, 0, 1, 11)),)))
    )

    assert 9 == tabs.our_columns(plain.log)[Role.GREAT]
    assert 12 == tabs.our_columns(wide.log)[Role.GREAT]


def test_a_taken_place_is_refused_with_its_cell() -> None:
    """A word where our columns belong stops the run; it is named, and nothing is written over."""
    with pytest.raises(LogProblems, match="'Call Log'!K2 holds “mine”"):
        tabs.read(sheets.book(sheets.tab([sheets.HEADS, [*sheets.call(), None, "mine"]])))


@pytest.mark.parametrize("merge", [Range(0, 9, 0, 10), Range(1, 8, 1, 9), Range(1, 9, 3, 9)])
def test_merged_cells_in_our_place_are_refused(merge: Range) -> None:
    """A merge that covers a column of ours stops the run."""
    with pytest.raises(LogProblems, match="merged"):
        tabs.read(sheets.book(sheets.tab([sheets.HEADS, sheets.call()], merges=(merge,))))


def test_a_title_merged_above_the_header_is_fine() -> None:
    """Merged cells of a title are no trouble."""
    assert tabs.read(
        sheets.book(sheets.tab([["Calls"], sheets.HEADS, sheets.call()], merges=(Range(0, 0, 0, 14),)))
    ).calls


def test_a_total_row_of_a_table_is_no_call() -> None:
    """The totals at the foot of a table are not read."""
    rows = [sheets.HEADS, sheets.call(), [None, None, "Total", None, None, None, None, None, "1 call"]]
    found = log.find([sheets.tab(rows, tables=(Table("Calls", Range(0, 0, 2, 8), totals=1),))])

    assert 1 == len(log.read_rows(found, Settings()).calls)


def test_settings_are_read_wherever_their_lines_stand() -> None:
    """A label and the value right of it; a table of reps; a table of words; every problem named with its cell."""
    one = sheets.tab(
        [
            [None, "Settings"],
            [None, "Weekly goal", 8, "help"],
            [None, "Week starts on", "Funday", "help"],
            [],
            [None, "Rep", "Weekly goal", "Weekly appointment goal"],
            [None, "Ann", 5, None],
            [None, "Bo", "many", 2],
            [],
            [None, "Word", "Means"],
            [None, "Hot!", "interested"],
            [None, "Meh", "whatever"],
        ],
        "Settings",
    )
    found, problems = settings_tab.read(one)

    assert (8, 0) == (found.goal, found.week_start)
    assert [("Ann", 5, None), ("Bo", None, 2)] == [(rep.rep, rep.goal, rep.appointment_goal) for rep in found.reps]
    assert {"hot": "interested"} == {word: str(outcome) for word, outcome in found.outcome_words.items()}
    assert ["Settings!C3", "Settings!B7", "Settings!B11"] == [problem.split(":")[0] for problem in problems]


def test_every_synonym_is_of_one_column() -> None:
    """No name stands for two columns."""
    names = [
        headers.folded(name)
        for found in headers.SYNONYMS.values()
        for name in dict.fromkeys(headers.folded(name) for name in found)
    ]

    assert sorted(set(names)) == sorted(names)
