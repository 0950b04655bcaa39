"""What every store promises, as tests: each runs against every store that a module gives as the fixture ``home``."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

import pytest

from sheetsync.errors import CannotUse, StaleSnapshot
from sheetsync.grid import (
    AddColumns,
    AddTab,
    Changes,
    ColumnEdits,
    Format,
    Link,
    NewColumn,
    Snapshot,
    Tab,
    Value,
    canonical,
    same,
)
from sheetsync.stores.base import Store

LOG = "Call Log"
HEADS = ("Date", "Rep", "Prospect", "Notes")
ROWS: tuple[tuple[Value, ...], ...] = (
    (dt.date(2026, 11, 2), "Ann", "Earl Dodson", "not interested. period."),
    (dt.date(2026, 11, 3), "Bo", "=1+1", '<owner> & son\'s "yard"'),
    (None, None, None, None),
    (dt.date(2026, 11, 5), "Bo", "Sylvia Crain", "  spaces and\na line, ünïcödé 😀, _x0041_"),
)
OURS = AddColumns(
    LOG,
    0,
    4,
    (
        NewColumn("Great?", Format.TEXT, 10),
        NewColumn("Follow-up", Format.DATE, 12),
        NewColumn("Why", Format.WRAP, 60, note="which rule decided"),
        NewColumn("sheetsync", Format.MARK, 2, hidden=True),
    ),
    4,
)


class Home(Protocol):
    """Where a store's workbooks come from."""

    #: What the store cannot do, in words; the test that needs it is skipped by them.
    cannot: frozenset[str]

    def store(self) -> Store:
        """A store whose workbook has the log above, and a tab named Other with 42 in B2."""

    def store_again(self) -> Store:
        """Another store of the same workbook."""

    def person_types(self, tab: str, row: int, col: int, value: str) -> None:
        """A person changes a cell, behind the store's back."""


def edit(
    col: int, rows: dict[int, Value], *, tab: str = LOG, before: Value = None, shown: Format = Format.LEAVE
) -> ColumnEdits:
    """Cells of one column to write."""
    return ColumnEdits(tab, col, list(rows), [before] * len(rows), list(rows.values()), shown)


def write(store: Store, *edits: ColumnEdits, structure: tuple[AddColumns | AddTab, ...] = ()) -> Snapshot:
    """Apply these changes to what the store holds now, and read it again."""
    store.apply(store.read(), Changes(edits, structure))
    return store.read()


def column(snapshot: Snapshot, col: int, tab: str = LOG) -> list[str]:
    """A column as text in the one form that all stores share, without the blanks at its end."""
    found = snapshot.tab(tab)
    assert found is not None
    values = [canonical(value) for value in (found.columns[col] if col < found.width else [])]
    while values and not values[-1]:
        values.pop()
    return values


def grid_of(tab: Tab) -> list[list[str]]:
    """All values of a tab in that form."""
    return [[canonical(tab.at(row, col)) for col in range(tab.width)] for row in range(tab.height)]


class StoreContract:
    """The promises of ``stores.base``."""

    def test_reads_values(self, home: Home) -> None:
        """Values come back as they were typed: dates as dates, text as text, blanks as blanks."""
        found = home.store().read().tab(LOG)
        expected = [[canonical(value) for value in row] for row in (HEADS, *ROWS)]

        assert found is not None
        assert expected == grid_of(found)

    def test_finds_tabs_without_case(self, home: Home) -> None:
        """A tab is found by its name, whatever the case."""
        found = home.store().read().tab("CALL log")

        assert found is not None
        assert found.name == LOG

    def test_writes_what_was_asked(self, home: Home) -> None:
        """Each kind of value reads back as what was written."""
        values: dict[int, Value] = {
            1: "Yes",
            2: dt.date(2026, 12, 24),
            3: 12.5,
            4: True,
            6: dt.datetime(2026, 1, 2, 3, 4, 5),
            7: dt.time(9, 30),
        }
        after = write(home.store(), edit(6, values))
        tab = after.tab(LOG)

        assert tab is not None
        assert not [row for row, value in values.items() if not same(tab.at(row, 6), value)]

    @pytest.mark.parametrize(
        "text",
        ["=1+1", "+44 20 7946 0000", "-5", "@you", "00123", "1/2/2026", "TRUE", "1e5", "'quoted", " lead", "trail ", "a\nb",
         "\ttab", "_x000D_", "a_x0041_b", "]]>", "&amp;", "<b>", "😀", "#N/A", '"', "x" * 32_000],
    )  # fmt: skip
    def test_text_stays_text(self, home: Home, text: str) -> None:
        """What looks like a formula, a number or a date stays the text that it is."""
        after = write(home.store(), edit(6, {1: text}))
        tab = after.tab(LOG)

        assert tab is not None
        assert tab.at(1, 6) == text
        assert (1, 6) not in tab.formulas

    def test_leaves_the_rest(self, home: Home) -> None:
        """Cells that were not in the edits hold what they held."""
        store = home.store()
        before = store.read()
        after = write(store, edit(3, {2: "new"}, before="x"))

        assert [column(before, col) for col in (0, 1, 2)] == [column(after, col) for col in (0, 1, 2)]
        assert column(before, 1, "Other") == column(after, 1, "Other")

    def test_clears(self, home: Home) -> None:
        """None clears a cell."""
        store = home.store()
        write(store, edit(6, {1: "Yes", 2: "No"}))

        assert ["", "", "No"] == column(write(store, edit(6, {1: None}, before="Yes")), 6)

    def test_writes_below_the_last_row(self, home: Home) -> None:
        """Rows that are not there yet are made."""
        assert ["", *[""] * 7, "far"] == column(write(home.store(), edit(6, {8: "far"})), 6)

    def test_adds_columns(self, home: Home) -> None:
        """New columns get their headers and their cells in one step."""
        after = write(home.store(), edit(5, {1: dt.date(2026, 12, 1)}, shown=Format.DATE), structure=(OURS,))
        tab = after.tab(LOG)

        assert tab is not None
        assert ["Great?", "Follow-up", "Why", "sheetsync"] == [tab.at(0, col) for col in range(4, 8)]
        assert tab.at(1, 5) == dt.date(2026, 12, 1)

    def test_adds_a_tab_and_writes_into_it(self, home: Home) -> None:
        """A tab of ours is made and filled in one step."""
        after = write(
            home.store(), edit(1, {40: "here"}, tab="Follow-ups"), structure=(AddTab("Follow-ups", "Follow-ups"),)
        )
        tab = after.tab("Follow-ups")

        assert tab is not None
        assert tab.at(40, 1) == "here"
        assert [LOG, "Other", "Follow-ups"] == [one.name for one in after.tabs]

    def test_links(self, home: Home) -> None:
        """A link reads back as the link that was written."""
        link = Link("Call Log", 3, 0, "row 4")
        tab = write(home.store(), edit(2, {4: link}, tab="Other")).tab("Other")

        assert tab is not None
        assert tab.at(4, 2) == link

    def test_same_changes_twice(self, home: Home) -> None:
        """Writing over what we wrote gives the last values."""
        store = home.store()
        write(store, edit(6, {1: "one", 2: "two", 4: "four"}))

        assert ["", "1", "2", "3", "4"] == column(write(store, edit(6, {1: "1", 2: "2", 3: "3", 4: "4"})), 6)

    def test_stale(self, home: Home) -> None:
        """A workbook that somebody changed after it was read is not written."""
        store = home.store()
        before = store.read()
        home.person_types(LOG, 1, 3, "call me instead")
        with pytest.raises(StaleSnapshot):
            store.apply(before, Changes((edit(6, {1: "Yes"}),)))

        assert column(home.store_again().read(), 6) == []

    def test_no_such_tab(self, home: Home) -> None:
        """Changes to a tab that is not there are refused, and nothing is written."""
        store = home.store()
        before = store.read()
        changes = Changes((edit(6, {1: "Yes"}), edit(0, {1: "x"}, tab="Nowhere")))

        assert "Nowhere" in " ".join(store.refuses(before, changes))
        with pytest.raises(CannotUse):
            store.apply(before, changes)
        assert column(store.read(), 6) == []

    def test_refuses_a_tab_that_is_there(self, home: Home) -> None:
        """A second tab of one name is refused."""
        store = home.store()

        assert store.refuses(store.read(), Changes(structure=(AddTab("other", "Follow-ups"),)))

    def test_refuses_columns_over_others(self, home: Home) -> None:
        """Columns that would cover what people wrote are refused, and the cells are named."""
        store = home.store()
        over = AddColumns(LOG, 0, 3, OURS.columns, 4)

        assert "'Call Log'!D1" in " ".join(store.refuses(store.read(), Changes(structure=(over,))))

    def test_refuses_a_full_sheet(self, home: Home) -> None:
        """There is no row below the last one."""
        store = home.store()
        before = store.read()
        tab = before.tab(LOG)

        assert tab is not None
        assert "full" in " ".join(store.refuses(before, Changes((edit(1, {tab.max_rows: "x"}),))))

    def test_fingerprint(self, home: Home) -> None:
        """The fingerprint changes with the workbook, and only then."""
        store = home.store()
        if not store.token():
            pytest.skip("the store has no fingerprint")
        before = store.read()
        unchanged = store.token() == store.token_of(before)
        store.apply(before, Changes((edit(6, {1: "Yes"}),)))

        assert (unchanged, store.token() == store.token_of(before)) == (True, False)
