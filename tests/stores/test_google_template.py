"""The template as a Google spreadsheet: the same tabs, made natively, twice the same as once, and synced like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_sheets import Cell, Fault, Sheet
from google.oauth2.credentials import Credentials
from google_room import Room, column, room

from sheetsync import look
from sheetsync.errors import NeedsPerson, UsageError
from sheetsync.grid import ColumnEdits
from sheetsync.stores import google, google_http

TABS = ["Call Log", "Follow-ups", "Weekly Summary", "Settings", "Start Here"]


@pytest.fixture
def here() -> Iterator[Room]:
    """A room whose service account was given a blank spreadsheet."""
    with room() as made:
        made.book.add("Sheet1")
        yield made


@pytest.fixture
def ann(here: Room) -> google_http.Client:
    """A person who is signed in."""
    here.fake.tokens["anns"] = "ann@example.com"
    account = google_http.Account("ann@example.com")
    return google_http.Client(Credentials("anns"), account, clock=here.clock, sleep=here.clock.sleep)  # type: ignore[no-untyped-call]


def into(here: Room, **kwargs: object) -> google.Installed:
    """Installs the call log in the blank spreadsheet."""
    return google.install_template("Ann's calls", into=here.book.id, client=here.client, **kwargs)  # type: ignore[arg-type]


def log_of(here: Room) -> Sheet:
    """The log."""
    return here.book.sheet("Call Log")


def test_all_tabs(here: Room) -> None:
    """A blank spreadsheet that was shared with the service account gets all tabs; its blank tab goes."""
    found = into(here)

    assert (TABS, tuple(TABS), ()) == ([sheet.title for sheet in here.book.sheets], found.made, found.there)
    assert any("cannot own files" in line for line in found.said)


def test_few_requests(here: Room) -> None:
    """Installing is one read and one atomic write; one more read where the blank tab of a new spreadsheet is to go."""
    with here.requests() as made:
        into(here)
    here.book.sheets = here.book.sheets[:2]
    with here.requests() as again:
        into(here)

    assert (["GET read", "GET read", "POST write"], ["GET read", "POST write"]) == (made, again)


def test_a_blank_tab_with_something_on_it_stays(here: Room) -> None:
    """Only the very tab that a new spreadsheet has is taken away, and only with nothing in it or on it: no chart, no filter."""
    here.book.sheets[0].charts.append({"chartId": 7})
    into(here)

    assert "Sheet1" == here.book.sheets[0].title


def test_twice(here: Room) -> None:
    """Running it twice adds nothing twice."""
    into(here)
    before = [
        (sheet.title, sheet.values(), len(sheet.rules), len(sheet.charts), len(sheet.protected), len(sheet.tables))
        for sheet in here.book.sheets
    ]

    with here.requests() as made:
        found = into(here)

    after = [
        (sheet.title, sheet.values(), len(sheet.rules), len(sheet.charts), len(sheet.protected), len(sheet.tables))
        for sheet in here.book.sheets
    ]
    assert (before, ["GET read"], ()) == (after, made, found.made)


def test_what_is_there_stays(here: Room) -> None:
    """A spreadsheet with tabs of its own keeps them."""
    here.book.sheets[0].fill([["mine"]])
    here.book.add("Settings", [["also mine"]])

    found = into(here)

    assert ["Sheet1", "Settings", "Call Log", "Follow-ups", "Weekly Summary", "Start Here"] == [
        sheet.title for sheet in here.book.sheets
    ]
    assert ([["also mine"]], ("Settings",)) == (here.book.sheet("Settings").values(), found.there)


def test_native(here: Room) -> None:
    """The log has a native table, dropdowns, date formats, a frozen head, a warning on our columns, and a hidden mark."""
    into(here)
    log = log_of(here)
    at = {col.header: place for place, col in enumerate(look.CALL_LOG_COLUMNS)}
    outcome, date = log.at(5, at["Outcome"]) or Cell(), log.at(5, at["Date"]) or Cell()

    assert [col.header for col in look.CALL_LOG_COLUMNS] == log.values()[0]
    assert ["CallLog"] == [table["name"] for table in log.tables]
    assert list(look.OUTCOMES) == [
        value["userEnteredValue"] for value in (outcome.validation or {})["condition"]["values"]
    ]
    assert (False, {"type": "DATE"}) == ((outcome.validation or {})["strict"], (date.format or {})["numberFormat"])
    assert (1, 4) == (
        log.properties["gridProperties"]["frozenRowCount"],
        log.properties["gridProperties"]["frozenColumnCount"],
    )
    assert [True] == [one["warningOnly"] for one in log.protected]
    assert log.column_props[at["sheetsync"]]["hiddenByUser"] is True
    assert all((log.at(0, at[head]) or Cell()).note for head in ("Date", "Outcome", "Great?"))


def test_colours_and_chart(here: Room) -> None:
    """Colours by rule grow with the grid, and the chart draws the hidden columns."""
    into(here)
    week = here.book.sheet("Weekly Summary")

    assert 1 == len(week.charts)
    assert "SHOW_ALL" == week.charts[0]["spec"]["hiddenDimensionStrategy"]
    assert any("endRowIndex" not in area for rule in week.rules for area in rule["ranges"])
    assert len(log_of(here).rules) == len([rule for rule in look.CALL_LOG.rules if rule.paint != look.Paint()])


def test_settings(here: Room) -> None:
    """A setting that was asked for stands in the new Settings tab."""
    row, col = look.setting_cell("date_order")

    into(here, edits=[ColumnEdits("Settings", col, (row,), (look.setting_value("date_order"),), ("day first",))])

    assert "day first" == here.book.sheet("Settings").holds(row, col)


def test_synced_like_any_other(here: Room, tmp_path: Path) -> None:
    """A call typed into the installed log is classified by the next run, which makes no tab and no column; then all is quiet."""
    into(here)
    log = log_of(here)
    for col, value in (
        (0, 46330),
        (2, "Ann"),
        (3, "Pat Jones"),
        (4, "Acme"),
        (7, "Owner"),
        (10, "come to my office next week, let's meet"),
    ):
        log.put(1, col, value)

    here.sync(tmp_path)
    with here.requests() as second:
        here.sync(tmp_path)

    assert ("Yes", ["GET read"]) == (column(log, "Great?")[0], second)
    assert TABS == [sheet.title for sheet in here.book.sheets]


def test_service_account_cannot_create(here: Room) -> None:
    """Under a service account nothing is asked of Google; the message says what to do."""
    with here.requests() as made, pytest.raises(NeedsPerson, match=r"sheets\.new.*share it with robot@calls.*--into"):
        google.install_template("Ann's calls", client=here.client)

    assert [] == made


def test_a_person(here: Room, ann: google_http.Client) -> None:
    """A person gets a new spreadsheet of that name, shared with whom was asked."""
    found = google.install_template("Ann's calls 2", share=["bob@example.com"], client=ann)

    book = here.fake.books[google.spreadsheet_id(found.url)]
    assert ("Ann's calls 2", TABS, "writer") == (
        book.title,
        [sheet.title for sheet in book.sheets],
        book.shares["bob@example.com"],
    )


def test_a_person_twice(here: Room, ann: google_http.Client) -> None:
    """A person who runs it twice has one spreadsheet."""
    one = google.install_template('Ann\'s "own" calls', client=ann)
    two = google.install_template('Ann\'s "own" calls', client=ann)

    assert (one.url, ()) == (two.url, two.made)


@pytest.mark.parametrize("kind", ["create", "write"])
def test_lost_answer(here: Room, ann: google_http.Client, kind: str) -> None:
    """An answer that is lost on the way makes nothing twice."""
    here.fake.faults.append(Fault(kind, carried_out=True))

    found = google.install_template("Ann's calls 2", client=ann)

    books = [book for book in here.fake.books.values() if book.title == "Ann's calls 2"]
    assert (1, TABS) == (
        len(books),
        [sheet.title for sheet in here.fake.books[google.spreadsheet_id(found.url)].sheets],
    )


def test_organisation_forbids(here: Room, ann: google_http.Client) -> None:
    """An organisation that lets nobody in from outside is named as the reason."""
    with pytest.raises(NeedsPerson, match="organisation"):
        google.install_template("Ann's calls 2", share=["bob@closed.example"], client=ann)


def test_unknown_template(here: Room) -> None:
    """A template that is not there is refused with those that are."""
    with pytest.raises(UsageError, match="call-log and coach"):
        google.install_template("x", template="calls", into=here.book.id, client=here.client)


def test_coach(here: Room) -> None:
    """The coach's workbook installs the same way."""
    into(here, template="coach")

    assert ["Clients", "Team Summary"] == [sheet.title for sheet in here.book.sheets]
