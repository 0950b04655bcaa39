"""Weekly Summary and Follow-ups: what they show, and that nothing a person wrote there is ever lost."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from sheetsync import look, plan
from sheetsync.grid import Formula, Link, Range, Tab, Value, column_name, is_blank
from sheetsync.model import Call, Great, Outcome, Verdict, Week
from sheetsync.settings import Settings
from sheetsync.summary import Against, Funnel, Streak, Stuck
from sheetsync.tabs import follow_ups, lines, weekly
from sheetsync.tabs.lines import OwnTab

TODAY = dt.date(2026, 11, 20)  # a Friday
MONDAY = dt.date(2026, 11, 16)
F, W = look.FOLLOW_UPS, look.WEEKLY
F_NOTES, F_KEY = F.col("Notes"), F.col("sheetsync")
FIRST = F.first_row
DOWN_THE_LIST = [(name, due) for due, name in enumerate(("Ann Abbott", "Bo Barlow", "Cy Castle"))]


def verdict(name: str, due: int = 0, *, row: int = 2, **other: object) -> Verdict:
    """An open follow-up, so many days from today."""
    call = Call(
        row=row, date=dt.date(2026, 11, 2), rep="Maya", prospect=name, company=f"{name} & Co", phone="312-555-0101"
    )
    made = Verdict(
        call,
        Outcome.MAYBE,
        great=Great.NO,
        follow_up=TODAY + dt.timedelta(days=due),
        next_action="Get to a yes or a no",
        why="Left open.",
        open=True,
    )
    return replace(made, **other)  # type: ignore[arg-type]


def listed(*verdicts: Verdict, current: Tab | None = None, log: str = "Call Log") -> OwnTab:
    """The Follow-ups tab with these verdicts."""
    return follow_ups.lay_out(current, verdicts, Settings(), today=TODAY, log_tab=log)


def three() -> list[Verdict]:
    """Three follow-ups, due today and on the two days after."""
    return [verdict(name, due, row=at) for at, (name, due) in enumerate(DOWN_THE_LIST, 2)]


def written(own: OwnTab, current: Tab | None = None) -> Tab:
    """The tab once the cells are in it, as a store gives it back: links read as their text."""
    assert own.in_the_way == ()
    cells = {} if current is None else held(current)
    for at, value in own.cells.items():
        cells[at] = value.text if isinstance(value, Link) else value
    return tab(cells, own.name)


def tab(cells: dict[tuple[int, int], Value], name: str = "Follow-ups", **other: object) -> Tab:
    """Cells as a tab."""
    filled = {at: value for at, value in cells.items() if not is_blank(value)}
    height, width = (max((at[axis] for at in filled), default=-1) + 1 for axis in (0, 1))
    columns = [[filled.get((row, col)) for row in range(height)] for col in range(width)]
    return Tab(name, columns, height, **other)  # type: ignore[arg-type]


def held(current: Tab) -> dict[tuple[int, int], Value]:
    """What the tab holds, cell by cell."""
    return {(row, col): current.at(row, col) for row in range(current.height) for col in range(current.width)}


def typed(current: Tab, row: int, col: int, value: Value, **other: object) -> Tab:
    """The tab after a person typed there."""
    return tab({**held(current), (row, col): value}, current.name, **other)


def column(current: Tab, header: str, sheet: look.Sheet = F) -> list[Value]:
    """The column of the list under that header."""
    return [current.at(row, sheet.col(header)) for row in range(sheet.first_row, current.height)]


def notes_by_name(current: Tab) -> dict[Value, Value]:
    """The note beside each prospect."""
    found = zip(column(current, "Prospect"), column(current, "Notes"), strict=True)
    return {name: note for name, note in found if not is_blank(note)}


# -- what is ours, and what people wrote ------------------------------------------------------------------------------


def test_a_second_run_writes_nothing() -> None:
    """Laying out the same list again changes no cell."""
    current = written(listed(*three()))

    again = listed(*three(), current=current)

    assert plan.own_tab_edits(current, "Follow-ups", again.cells) == ()


@pytest.mark.parametrize("left", [1, 0])
def test_a_note_goes_with_its_line(left: int) -> None:
    """A note stands beside its prospect when lines before it leave the list."""
    current = typed(written(listed(*three())), FIRST + 2, F_NOTES, "likes mornings")

    after = written(listed(*three()[2 - left :], current=current), current)

    assert {"Cy Castle": "likes mornings"} == notes_by_name(after)
    assert FIRST + left == next(row for row in range(after.height) if after.at(row, F_NOTES) == "likes mornings")


def test_a_note_whose_line_has_left_stays_at_the_end() -> None:
    """The note of a closed follow-up is kept below the list, and the line says so."""
    current = typed(written(listed(*three())), FIRST, F_NOTES, "ask for Jo")

    after = written(listed(*three()[1:], current=current), current)

    assert ["Bo Barlow", "Cy Castle", "Ann Abbott"] == column(after, "Prospect")
    assert [None, None, "ask for Jo"] == column(after, "Notes")
    assert "Closed" == column(after, "When")[2]
    assert follow_ups.NOTE_KEPT == column(after, "Why")[2]


def test_a_kept_note_survives_the_next_run_and_goes_when_it_is_cleared() -> None:
    """A kept line is the same after another run; once a person clears its note it goes."""
    current = typed(written(listed(*three())), FIRST, F_NOTES, "ask for Jo")
    kept = written(listed(*three()[1:], current=current), current)

    again = listed(*three()[1:], current=kept)
    cleared = typed(kept, FIRST + 2, F_NOTES, None)
    gone = written(listed(*three()[1:], current=cleared), cleared)

    assert plan.own_tab_edits(kept, "Follow-ups", again.cells) == ()
    assert ["Bo Barlow", "Cy Castle"] == column(gone, "Prospect")


def test_a_note_finds_its_line_again() -> None:
    """When a follow-up comes back on the list its kept note stands beside it once more."""
    current = typed(written(listed(*three())), FIRST, F_NOTES, "ask for Jo")
    kept = written(listed(*three()[1:], current=current), current)

    back = written(listed(*three(), current=kept), kept)

    assert ["Ann Abbott", "Bo Barlow", "Cy Castle"] == column(back, "Prospect")
    assert {"Ann Abbott": "ask for Jo"} == notes_by_name(back)


def test_a_note_survives_a_corrected_row() -> None:
    """Other notes in the log, another due date or another row number leave a line the same line."""
    current = typed(written(listed(*three())), FIRST, F_NOTES, "ask for Jo")
    first, *rest = three()
    corrected = replace(
        first, call=replace(first.call, row=40, notes="as he said", phone="(312) 555 0101"), why="Other words."
    )

    after = written(listed(*rest, corrected, current=current), current)

    assert {"Ann Abbott": "ask for Jo"} == notes_by_name(after)


@pytest.mark.parametrize("col", [F.col("When"), F.col("Due"), F.col("Why"), F.col("Row"), F_KEY - 2])
def test_what_is_typed_over_a_cell_of_ours_is_never_overwritten(col: int) -> None:
    """The tab is left as it is, and the cell is named."""
    current = typed(written(listed(*three())), FIRST + 1, col, "my own words")

    stuck = listed(*three()[1:], current=current)

    assert {} == stuck.cells
    assert len(stuck.in_the_way) == 1
    assert f"{column_name(col)}{FIRST + 2} holds “my own words”" in stuck.in_the_way[0]


def test_a_figure_on_top_that_was_typed_over_is_never_overwritten() -> None:
    """The line on top has a mark of its own."""
    current = typed(written(listed(*three())), 2, 1, "call these first!")

    stuck = listed(*three(), current=current)

    assert {} == stuck.cells
    assert "'Follow-ups'!B3 holds “call these first!”" in stuck.in_the_way[0]


def test_a_cleared_cell_is_ours_again() -> None:
    """Clearing a cell hands it back: the next run fills it in."""
    whole = written(listed(*three()))
    cleared = typed(whole, FIRST, F.col("Why"), None)

    assert held(whole) == held(written(listed(*three(), current=cleared), cleared))


def test_a_cleared_list_is_laid_out_again() -> None:
    """A person may delete all lines; what is left of the tab is enough."""
    whole = written(listed(*three()))
    cleared = tab({at: value for at, value in held(whole).items() if at[0] < FIRST})

    assert held(whole) == held(written(listed(*three(), current=cleared), cleared))


def test_text_below_the_list_is_in_the_way_only_when_its_place_is_needed() -> None:
    """What stands below everything of ours stays there while the list does not reach it."""
    current = typed(written(listed(*three())), FIRST + 4, F.col("Prospect"), "see also the other list")

    fits = listed(*three(), verdict("Di Dunn", 9), current=current)
    reaches = listed(*three(), verdict("Di Dunn", 9), verdict("Ed East", 9), current=current)

    assert fits.in_the_way == ()
    assert "see also the other list" == written(fits, current).at(FIRST + 4, F.col("Prospect"))
    assert "holds “see also the other list”" in reaches.in_the_way[0]


def test_text_right_of_everything_is_never_in_the_way() -> None:
    """A person's own column right of ours is not looked at."""
    current = typed(written(listed(*three())), FIRST, F_KEY + 3, "mine")

    after = written(listed(*three()[1:], current=current), current)

    assert "mine" == after.at(FIRST, F_KEY + 3)


def test_a_tab_of_somebody_else_is_left_alone() -> None:
    """A tab of our name without a mark of ours is not ours to write."""
    stuck = listed(*three(), current=tab({(0, 0): "My follow-ups", (3, 1): "Bob"}))

    assert {} == stuck.cells
    assert "A1 holds “My follow-ups”" in stuck.in_the_way[0]
    assert "Rename or delete that tab" in stuck.in_the_way[0]


def test_a_blank_tab_gets_title_heads_and_lines() -> None:
    """A tab of our name with nothing in it is laid out whole."""
    assert written(listed(*three())) == written(listed(*three(), current=tab({})))


def test_lines_that_a_person_sorted_are_put_in_order() -> None:
    """A sort of the list by a person changes nothing but the order, and the next run puts that right."""
    whole = typed(written(listed(*three())), FIRST + 2, F_NOTES, "likes mornings")
    upside_down = tab(
        {(row if row < FIRST else 2 * FIRST + 2 - row, col): value for (row, col), value in held(whole).items()}
    )

    after = written(listed(*three(), current=upside_down), upside_down)

    assert held(whole) == held(after)


def test_rows_and_columns_put_in_before_everything() -> None:
    """The tab is found where it went when a person inserts rows above and a column left of it."""
    whole = written(listed(*three()))
    moved = tab(
        {(row + 2, col + 1): value for (row, col), value in held(whole).items()} | {(0, 0): "Printed for Monday"}
    )

    again = listed(*three(), current=moved)
    fewer = written(listed(*three()[2:], current=moved), moved)

    assert plan.own_tab_edits(moved, "Follow-ups", again.cells) == ()
    assert "Cy Castle" == fewer.at(FIRST + 2, F.col("Prospect") + 1)
    assert fewer.at(FIRST + 3, F.col("Prospect") + 1) is None
    assert "Printed for Monday" == fewer.at(0, 0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda col: col + (col >= F.col("Phone")), "F5: a column was put into the list"),
        (lambda col: col if col < F.col("Phone") else col - 1 if col > F.col("Phone") else 50, "was moved or deleted"),
    ],
    ids=["a column put in", "a column taken out"],
)
def test_a_column_put_into_the_list_or_taken_out(change: Callable[[int], int], said: str) -> None:
    """What a person types there would stay behind when the lines move: the run says so in one sentence."""
    whole = typed(written(listed(*three())), FIRST, F_NOTES, "likes mornings")
    changed = tab({(row, change(col)): value for (row, col), value in held(whole).items() if change(col) != 50})

    stuck = listed(*three(), current=changed)

    assert {} == stuck.cells
    assert len(stuck.in_the_way) == 1
    assert said in stuck.in_the_way[0]


def test_a_title_in_other_words_stays() -> None:
    """Titles and heads may be put in a person's own words."""
    current = typed(written(listed(*three())), 1, 1, "Relances")

    after = written(listed(*three()[1:], current=current), current)

    assert "Relances" == after.at(1, 1)


def test_a_formula_in_notes_that_would_move() -> None:
    """A note that is a formula would lose it on the way: the run says so, and moves nothing."""
    note = {(FIRST + 1, F_NOTES): Formula("A1")}
    current = typed(written(listed(*three())), FIRST + 1, F_NOTES, "Follow-ups", formulas=note)

    stuck = listed(*three()[1:], current=current)

    assert {} == stuck.cells
    assert "holds a formula" in stuck.in_the_way[0]


def test_a_formula_in_notes_that_stays_in_place() -> None:
    """As long as its line stays where it is, a formula in Notes is left as it is."""
    note = {(FIRST, F_NOTES): Formula("A1")}
    current = typed(written(listed(*three())), FIRST, F_NOTES, "Follow-ups", formulas=note)

    after = listed(*three()[:2], current=current)

    assert after.in_the_way == ()
    assert (FIRST, F_NOTES) not in after.cells


def test_a_formula_over_a_cell_of_ours() -> None:
    """A formula of a person is never written over, whatever it shows."""
    place = (FIRST, F.col("Why"))
    current = tab(held(written(listed(*three()))), formulas={place: Formula('"Left "&"open."')})

    stuck = listed(*three(), current=current)

    assert {} == stuck.cells
    assert 'holds “="Left "&"open."”' in stuck.in_the_way[0]


def test_a_link_that_a_store_writes_as_a_formula_is_ours() -> None:
    """A HYPERLINK formula in the column of links is compared by the text that it shows."""
    place = (FIRST, F.col("Row"))
    current = tab(held(written(listed(*three()))), formulas={place: Formula('HYPERLINK("#gid=0&range=A2","2")')})

    again = listed(*three(), current=current)

    assert again.in_the_way == ()


def test_a_date_whose_format_was_changed_is_still_ours() -> None:
    """A due date that a person shows as a number is the date that we wrote."""
    serial = (TODAY - dt.date(1899, 12, 30)).days
    current = typed(written(listed(*three())), FIRST, F.col("Due"), serial)

    again = listed(*three(), current=current)

    assert again.in_the_way == ()
    assert TODAY == again.cells[FIRST, F.col("Due")]


def test_merged_cells_are_in_the_way() -> None:
    """Cells that a person merged over ours are named, and nothing is written."""
    current = tab(held(written(listed(*three()))), merges=(Range(FIRST, 1, FIRST + 1, 1),))

    stuck = listed(*three(), current=current)

    assert {} == stuck.cells
    assert f"B{FIRST + 2} is inside merged cells" in stuck.in_the_way[0]


def test_many_cells_in_the_way_are_counted() -> None:
    """Five cells are named, the others counted."""
    current = written(listed(*(verdict(f"P{at}", at) for at in range(9))))
    for row in range(FIRST, FIRST + 9):
        current = typed(current, row, F.col("Why"), "x")

    stuck = listed(current=current)

    assert len(stuck.in_the_way) == 6
    assert "… and 4 more cells of Follow-ups." == stuck.in_the_way[-1]


@pytest.mark.parametrize("seed", range(8))
def test_a_random_walk_loses_no_note(seed: int) -> None:
    """Whatever comes, goes, is sorted and is noted: every note stands beside its prospect, once, until it is cleared."""
    chance = random.Random(seed)
    people = [verdict(f"Person {at}", chance.randrange(-9, 30), row=at + 2) for at in range(12)]
    current, expected = written(listed(*people)), dict[Value, Value]()
    for step in range(25):
        rows = [row for row in range(FIRST, current.height) if current.at(row, F_KEY)]
        match chance.randrange(4):
            case 0 if rows:
                row = chance.choice(rows)
                note = None if chance.random() < 0.3 else f"note {step}"
                current = typed(current, row, F_NOTES, note)
                name = current.at(row, F.col("Prospect"))
                expected = {key: value for key, value in expected.items() if key != name} | (
                    {name: note} if note else {}
                )
            case 1:
                shuffled = rows[:]
                chance.shuffle(shuffled)
                to = dict(zip(rows, shuffled, strict=True))
                current = tab({(to.get(row, row), col): value for (row, col), value in held(current).items()})
            case _:
                chosen = [person for person in people if chance.random() < 0.6]
                current = written(listed(*chosen, current=current), current)

        assert expected == notes_by_name(current), f"seed {seed}, step {step}"


# -- Follow-ups -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "week_start", "expected"),
    [(-1, 0, "Overdue"), (0, 0, "Today"), (1, 0, "This week"), (2, 0, "This week"), (3, 0, "Later"), (1, 5, "Later"), (5, 6, "Later"), (1, 6, "This week")],
)  # fmt: skip
def test_when_is_read_by_the_week_of_the_settings(days: int, week_start: int, expected: str) -> None:
    """This week ends the day before the weekday that the settings name."""
    found = follow_ups.when(TODAY + dt.timedelta(days=days), TODAY, Settings(week_start=week_start))

    assert expected == found


def test_the_line_on_top_counts_them() -> None:
    """The date of the run, and how many of each kind there are."""
    counts = Counter({"Overdue": 2, "Today": 1, "Later": 1_200})

    assert "As of Fri 20 Nov 2026: 2 overdue, 1 today, 1,200 later" == follow_ups.top_line(counts, TODAY)
    assert "As of Fri 20 Nov 2026: nothing to follow up." == follow_ups.top_line(Counter(), TODAY)


def test_the_most_overdue_stands_first_whatever_the_order_of_the_log() -> None:
    """The list is sorted by due date, then by what the rows say, never by where they stand."""
    some = [verdict("B", 3), verdict("A", 3), verdict("C", -4), verdict("D", 0, outcome=Outcome.APPOINTMENT)]

    one, other = written(listed(*some)), written(listed(*reversed(some)))

    assert ["C", "D", "A", "B"] == column(one, "Prospect")
    assert held(one) == held(other)


def test_who_asked_not_to_be_called_is_never_listed() -> None:
    """Neither is a row without a date."""
    assert [] == column(written(listed(verdict("A", do_not_call=True), verdict("B", follow_up=None))), "Prospect")


def test_the_link_goes_to_the_row_of_the_log() -> None:
    """Wherever the log is and whatever its tab is called."""
    assert Link("Calls 2026", 6, 0, "7") == listed(verdict("A", row=7), log="Calls 2026").cells[FIRST, F.col("Row")]


@pytest.mark.parametrize("text", ["=1+1", "+1 312 555 0101", "-", "@home", "\tx"])
def test_text_stays_text(text: str) -> None:
    """What looks like a formula goes into its cell as the text that it is."""
    call = Call(row=2, date=TODAY, prospect=text, phone=text)

    assert text == listed(verdict("A", call=call)).cells[FIRST, F.col("Phone")]


def test_a_log_without_calls_says_what_to_do() -> None:
    """An empty log shows the tab with a line that says what to do first."""
    own = follow_ups.lay_out(None, [], Settings(), today=TODAY, log_tab="Calls", any_calls=False)

    assert "Nothing to follow up yet. Fill in a row of Calls, then run sheetsync again." == own.cells[2, 1]


def test_two_calls_of_one_day_keep_their_own_notes() -> None:
    """An appointment and a later of one prospect on one day are two lines."""
    two = [verdict("A", 1, outcome=Outcome.APPOINTMENT), verdict("A", 5, outcome=Outcome.LATER)]
    current = typed(written(listed(*two)), FIRST + 1, F_NOTES, "the second")

    after = written(listed(verdict("0", 0), *two, current=current), current)

    assert [None, None, "the second"] == column(after, "Notes")


# -- Weekly Summary ---------------------------------------------------------------------------------------------------


def week(back: int = 0, rep: str = "", great: int = 4, goal: int | None = 6, **other: object) -> Week:
    """A week so many weeks ago."""
    made = Week(
        MONDAY - dt.timedelta(weeks=back),
        rep,
        46,
        20,
        11,
        great,
        goal,
        2,
        3,
        {Outcome.MAYBE: 5},
        3,
        "In progress: 2 to go",
    )
    return replace(made, **other)  # type: ignore[arg-type]


GLANCE = weekly.Glance(Against(4, 6), Streak(3, 5), Funnel(200, 100, 50, 25, 10), (Stuck("Lew Sabatini", 74, 1),))


def summed(*weeks: Week, glance: weekly.Glance = GLANCE, current: Tab | None = None) -> OwnTab:
    """The Weekly Summary of these weeks."""
    page = weekly.page(weeks, glance, Settings(), today=TODAY)
    return lines.lay_out(current, page)


def test_all_reps_stand_first_and_the_newest_week_on_top() -> None:
    """Then each rep by name, who has none last."""
    weeks = [week(back, rep) for back in (1, 0, 2) for rep in ("Tom", "", "(no rep)", "ann")]

    found = written(summed(*weeks))

    assert ["All reps"] * 3 + ["ann"] * 3 + ["Tom"] * 3 + ["(no rep)"] * 3 == column(found, "Rep", W)
    assert [MONDAY, MONDAY - dt.timedelta(weeks=1), MONDAY - dt.timedelta(weeks=2)] == column(found, "Week of", W)[:3]


def test_every_number_of_a_week_is_shown() -> None:
    """Counts as counts, the share of the goal as a share, great per 100 with one decimal, outcomes each in its column."""
    found = written(summed(week()))
    row = [found.at(W.first_row, col) for col in lines.ours(W)]

    assert [MONDAY, "All reps", 46, 20, 11, 4, 6, 0.6667, 2, 3, 8.7, 3, "In progress: 2 to go"] == row[:13]
    assert {"Maybe": 5} == {name: row[13 + at] for at, (_, name) in enumerate(look.SPLIT) if row[13 + at]}


def test_this_week_at_a_glance() -> None:
    """Four figures: great of goal with a bar of cells, appointments of goal, weeks on goal in a row, against last week."""
    cells = summed(week()).cells
    figures = [cells[look.CARD_ROW + 1, col] for col, _, _ in look.CARD_PLACES]
    words = [cells[look.CARD_ROW + 2, col] for col, _, _ in look.CARD_PLACES]

    assert ["4 of 6", "2 of 3", "3", -2] == figures
    assert ["■■■■□□", "■■□", "best this quarter: 5", "great by the same day last week: 6"] == words
    assert "2 to go" == cells[look.CARD_ROW + 2, look.CARD_PLACES[0][0] + 1]


@pytest.mark.parametrize(("great", "expected"), [(6, "goal met"), (9, "3 over the goal")])
def test_a_goal_that_is_met(great: int, expected: str) -> None:
    """The bar is full, and no fuller."""
    cells = summed(week(great=great)).cells

    assert ("■■■■■■", expected) == (cells[look.CARD_ROW + 2, 1], cells[look.CARD_ROW + 2, 2])


def test_a_large_goal_has_a_bar_of_ten() -> None:
    """A square stands for more than one then; the bar is full only when the goal is met."""
    assert ["■■■■■■■■■□", "■■■■■■■■■■", "□□□□□□□□□□"] == [look.bar_of_cells(done, 18) for done in (17, 18, 1)]


def test_a_week_without_a_goal_shows_what_was_done() -> None:
    """No goal, no share, no bar."""
    found = summed(week(goal=None, appointment_goal=None, verdict=""))

    assert "4" == found.cells[look.CARD_ROW + 1, 1]
    assert (W.first_row, W.col("% of goal")) not in found.cells


@pytest.mark.parametrize("count", [0, 1, 5, 12, 60])
def test_the_chart_has_twelve_weeks_whatever_the_log_holds(count: int) -> None:
    """The oldest first; before the first week there is no column, and the goal line runs through."""
    cells = summed(*(week(back, great=back) for back in range(count))).cells
    assert W.chart is not None
    data = W.chart.data
    drawn = [[cells.get((row, data.left + at)) for at in range(3)] for row in range(data.top + 1, data.bottom + 1)]
    blank = 0 if count == 0 else None

    assert ["31 Aug", "16 Nov"] == [drawn[0][0], drawn[-1][0]]
    assert [back if back < count else blank for back in range(11, -1, -1)] == [great for _, great, _ in drawn]
    assert [6] * 12 == [goal for _, _, goal in drawn]


def test_where_calls_went() -> None:
    """Each step with its share of the step before."""
    cells = summed(week()).cells
    rows = range(look.BODY_ROW + 1, look.BODY_ROW + 1 + 2 * look.FUNNEL_STEPS, 2)

    assert [200, 100, 50, 25, 10] == [cells[row, look.FUNNEL_COL + 1] for row in rows]
    assert [None, "50% of outreach", "50% of live", "50% of decision-makers", "40% of great"] == [
        cells.get((row, look.FUNNEL_COL + 2)) for row in rows
    ]


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, 1), (6, 6), (7, 5)])
def test_maybes_that_get_old_are_named(count: int, shown: int) -> None:
    """By name, the first few; the others are counted."""
    some = tuple(Stuck(f"Person {at}", 100 - at, 2) for at in range(count))
    cells = summed(week(), glance=replace(GLANCE, stuck=some)).cells
    column = [
        value
        for (row, col), value in sorted(cells.items())
        if col == look.PEOPLE_COL and row > look.STUCK_ROW and row < look.WORDS_ROW
    ]

    assert [f"Person {at}: {100 - at} days, 2 maybes" for at in range(shown)] == column[:shown]
    assert ([f"and {count - shown} more"] if count > shown else []) == column[shown:]


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (6, 6), (7, 5), (40, 5)])
def test_reps_of_this_week(count: int, shown: int) -> None:
    """Each with a bar, the first few where there are many."""
    cells = summed(week(), *(week(rep=f"Rep {at:02}") for at in range(count))).cells
    said = [cells.get((look.BODY_ROW + 1 + at, look.PEOPLE_COL + 1)) for at in range(look.REPS_SHOWN + 1)]

    assert [f"4 of 6  Rep {at:02}" for at in range(shown)] == said[:shown]
    assert ([f"and {count - shown} more in the list below"] if count > shown else [None] * (6 - shown)) == said[shown:]


def test_an_empty_log_shows_the_same_page() -> None:
    """With a line that says what to do first, zeros, the goal, and no list."""
    own = summed(glance=weekly.NOTHING)

    assert weekly.NO_CALLS == own.cells[2, 1]
    assert ["0 of 6", "□□□□□□", "6 to go"] == [
        own.cells[look.CARD_ROW + row, col] for row, col in ((1, 1), (2, 1), (2, 2))
    ]
    assert not any(row > W.head_row for row, _ in own.cells)


def test_a_week_s_note_goes_with_its_week_and_rep() -> None:
    """A new week on top moves every line down, and each note with its own."""
    current = written(summed(week(1), week(1, "Ann")))
    current = typed(current, W.first_row + 1, W.col("Notes"), "on holiday until Wednesday")

    after = written(summed(week(0), week(1), week(0, "Ann"), week(1, "Ann"), current=current), current)

    assert [None, None, None, "on holiday until Wednesday"] == column(after, "Notes", W)


def test_a_second_weekly_summary_writes_nothing() -> None:
    """Laying out the same weeks again changes no cell."""
    current = written(summed(week(), week(0, "Ann")))

    again = summed(week(), week(0, "Ann"), current=current)

    assert plan.own_tab_edits(current, "Weekly Summary", again.cells) == ()


@pytest.mark.parametrize("count", [0, 1, 12])
@pytest.mark.parametrize("goal", [None, 0, 6])
def test_nothing_is_left_of_what_the_shipped_tab_said(count: int, goal: int | None) -> None:
    """A tab made from the shipped workbook is written over cell by cell: every cell that is filled there is filled here."""
    fresh = summed(*(week(back, goal=goal, appointment_goal=goal) for back in range(count)))

    assert [] == [at for at in lines.lay_out(None, weekly.shipped()).cells if is_blank(fresh.cells.get(at))]
    assert [] == [at for at in lines.lay_out(None, follow_ups.shipped()).cells if is_blank(listed().cells.get(at))]
