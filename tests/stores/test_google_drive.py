"""Many Google spreadsheets at once: what has not changed is not read, what is written is noted as it is, the quota is kept."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Command
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fake_sheets import Fault, Spreadsheet, error_body
from google_room import HEADS, Room, calls, column, room

from sheetsync import coach
from sheetsync.coach.client import State
from sheetsync.coach.doors import Doors
from sheetsync.config.file import Config
from sheetsync.errors import NeedsPerson
from sheetsync.stores import google_drive, google_sign_in, google_template
from sheetsync.stores.google_drive import DatedStore, SharedPace
from sheetsync.sync import Options

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)
OPTIONS = Options(now=NOW, today=dt.date(2026, 11, 24))


@pytest.fixture
def here() -> Iterator[Room]:
    """A fake Google."""
    with room(title="Clients") as made:
        made.client.pace = SharedPace(clock=made.clock, sleep=made.clock.sleep)
        yield made


def _clients(here: Room, count: int, rows: int = 3) -> list[Spreadsheet]:
    """So many clients with a log each, and a roster of them."""
    books = []
    for at in range(count):
        book = here.fake.book(f"1Client{at:04d}SpreadsheetOfTheRightLength00", title=f"Log {at}")
        book.add("Call Log", calls(rows))
        books.append(book)
    lines = [
        (f"Client {at}", f"https://docs.google.com/spreadsheets/d/{book.id}/edit") for at, book in enumerate(books)
    ]
    here.book.add("Clients", [("Client", "File or link"), *lines])
    return books


def _run(here: Room, state: Path, *, sync: bool = True) -> coach.Result:
    doors = Doors(state, Config(), state=state, client=here.client)
    return coach.run(doors.open_roster(here.book.id), OPTIONS, state, doors, sync=sync)


def test_clients_on_google_are_synced_at_once_and_an_unchanged_run_costs_a_listing(here: Room, tmp_path: Path) -> None:
    """The second run asks Drive once and reads the roster, whatever the number of clients."""
    _clients(here, 5)
    first = _run(here, tmp_path)
    with here.requests() as made:
        second = _run(here, tmp_path)

    assert (0, 0) == (first.code, second.code)
    assert {State.SYNCED} == {one.state for one in first.clients}
    assert {State.UP_TO_DATE} == {one.state for one in second.clients}
    assert {"GET drive": 1, "GET read": 2} == Counter(made)
    assert ["Synced. 3 calls."] * 5 == column(here.book.sheet("Clients"), "Status")[:5]


def test_two_hundred_unchanged_clients_cost_three_requests(here: Room, tmp_path: Path) -> None:
    """One listing and two looks at the roster; and the first run, which reads them all, keeps within the quota of a minute."""
    _clients(here, 200, rows=1)
    _run(here, tmp_path, sync=False)
    with here.requests() as made:
        result = _run(here, tmp_path, sync=False)

    assert 200 == sum(one.state is State.READ for one in result.clients)
    assert 3 == len(made)
    assert [] == [one for one in here.fake.seen if one.status == 429]
    assert 60 * 3 < here.clock.now - 1_000.0


def test_only_what_changed_is_read(here: Room, tmp_path: Path) -> None:
    """A rep's edit moves the time of one spreadsheet: that one is read, and its weeks are counted anew."""
    books = _clients(here, 3)
    _run(here, tmp_path)
    books[2].sheet("Call Log").put(4, 0, dt.date(2026, 11, 24))
    for col, value in enumerate(("Ann", "New Prospect", "Acme", "Owner", None, "not interested"), 1):
        books[2].sheet("Call Log").put(4, col, value)
    result = _run(here, tmp_path)

    assert [State.UP_TO_DATE] * 2 + [State.SYNCED] == [one.state for one in result.clients]
    assert "Synced. 4 calls." == column(here.book.sheet("Clients"), "Status")[2]


def test_an_edit_between_the_listing_and_the_reading_is_not_missed(here: Room, tmp_path: Path) -> None:
    """What was read after the listing is noted under the earlier time: the next run reads it again."""
    books = _clients(here, 2)
    _run(here, tmp_path)
    acted = []

    def rep(kind: str) -> None:
        if kind == "drive" and not acted:
            acted.append(True)
            books[0].sheet("Call Log").put(1, 6, "left voicemail")

    here.fake.after.append(rep)
    _run(here, tmp_path)
    result = _run(here, tmp_path)

    assert State.SYNCED is result.clients[0].state


def test_an_edit_right_after_our_write_is_not_missed(here: Room, tmp_path: Path) -> None:
    """The time that a write left is taken before the look that it is noted with."""
    books = _clients(here, 2)
    acted = []

    def rep(kind: str) -> None:
        if kind == "drive" and len(here.fake.seen) > 6 and not acted:
            acted.append(True)
            books[0].sheet("Call Log").put(1, 6, "left voicemail")

    here.fake.after.append(rep)
    _run(here, tmp_path)
    _run(here, tmp_path)

    assert acted
    assert "No" == column(books[0].sheet("Call Log"), "Great?")[0]


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_a_listing_has_pages(here: Room, size: int) -> None:
    """Every page is asked for, until all that were wanted are found."""
    books = _clients(here, 5)
    here.fake.page_size = size
    found = google_drive.modified_times(here.client, [book.id for book in books[:4]])
    with here.requests() as made:
        google_drive.modified_times(here.client, ["1NobodyKnowsThisSpreadsheetAtAll0000000000"])

    assert {book.id for book in books[:4]} == found.keys()
    assert -(-6 // size) == len(made)
    assert {"Z"} == {when[-1] for when in found.values()}


def test_without_leave_to_list_each_is_read(here: Room, tmp_path: Path) -> None:
    """A sign-in that may not look at Drive costs time and nothing else; the coach is told why."""
    _clients(here, 3)
    body = error_body(403) | {
        "error": {"code": 403, "message": "Insufficient Permission", "errors": [{"reason": "insufficientPermissions"}]}
    }
    here.fake.faults.append(Fault("drive", 403, times=99, body=body))
    first, second = _run(here, tmp_path), _run(here, tmp_path)

    assert (0, 0) == (first.code, second.code)
    assert {State.UP_TO_DATE} == {one.state for one in second.clients}
    assert any("each one is read" in text for text in second.notices)
    with pytest.raises(NeedsPerson):
        google_drive.modified_times(here.client, ["x"])


def test_a_spreadsheet_that_drive_does_not_list_is_read(here: Room, tmp_path: Path) -> None:
    """One that is shared by its link alone is in no listing; it is worked on all the same."""
    books = _clients(here, 3)
    books[1].shares = {"anyone": "writer"}
    first, second = _run(here, tmp_path), _run(here, tmp_path)

    assert [State.SYNCED] * 3 == [one.state for one in first.clients]
    assert [State.UP_TO_DATE] * 3 == [one.state for one in second.clients]


def test_one_that_is_not_shared_stops_nobody(here: Room, tmp_path: Path) -> None:
    """Its row says with whom to share it."""
    books = _clients(here, 3)
    books[1].shares = {}
    result = _run(here, tmp_path)

    assert [0, 3, 0] == [one.code for one in result.clients]
    assert here.fake.account in str(column(here.book.sheet("Clients"), "Status")[1])


def test_a_pace_that_threads_share_is_kept() -> None:
    """However many wait at once, no more than the limit pass within a minute."""
    now = [0.0]
    passed: list[float] = []
    pace = SharedPace(5, clock=lambda: now[0], sleep=lambda seconds: now.__setitem__(0, now[0] + seconds))

    def ask() -> None:
        for _ in range(4):
            pace.wait("read")
            passed.append(now[0])

    threads = [threading.Thread(target=ask) for _ in range(5)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert 20 == len(passed)
    assert now[0] >= 180


def test_excel_and_google_mix(here: Room, tmp_path: Path) -> None:
    """One roster, both kinds; the same log counts the same."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in calls(3):
        sheet.append(list(row))
    book.save(tmp_path / "excel.xlsx")
    _clients(here, 2)
    clients = here.book.sheet("Clients")
    clients.put(3, 0, "On disk")
    clients.put(3, 1, "excel.xlsx")
    result = _run(here, tmp_path)
    weeks = [
        [(week.start, week.great, week.verdict) for week in one.numbers.weeks] for one in result.clients if one.numbers
    ]

    assert 0 == result.code
    assert 3 == len(weeks)
    assert weeks[0] == weeks[1] == weeks[2]


def test_a_store_without_a_time_has_no_fingerprint(here: Room) -> None:
    """Nothing is asked of Drive for it."""
    here.book.add("Call Log", [HEADS])
    store = DatedStore(here.book.id, here.client)
    found = store.read()

    assert ("", "") == (store.token(), store.token_of(found))
    assert ["GET read"] == here.fake.calls()


def test_the_shipped_roster_on_google(here: Room, tmp_path: Path) -> None:
    """The template's Clients table gets the hidden column, its Team Summary the lines; the second run writes nothing."""
    google_template.install(here.client, "Clients", template="coach", into=here.book.id)
    book = here.fake.book("1OneClientsSpreadsheetOfTheRightLength00000", title="Log")
    book.add("Call Log", calls(3))
    clients = here.book.sheet("Clients")
    clients.put(1, 0, "Ann")
    clients.put(1, 1, book.id)
    first, second = _run(here, tmp_path), _run(here, tmp_path)

    assert (None, None) == (first.error, second.error)
    assert (True, False) == (first.written, second.written)
    assert "Synced. 3 calls." == column(clients, "Status")[0]
    team = here.book.sheet("Team Summary")
    assert {"Client", "All clients", "Ann"} <= {team.holds(row, 1) for row in range(len(team.rows))}


def test_the_command_with_a_service_account(
    tmp_path: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the address of a roster to its Team Summary; the account asks to see when files were changed, and no more of Drive."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    robot = "robot@calls.iam.gserviceaccount.com"
    key = {"type": "service_account", "client_email": robot, "private_key": pem, "token_uri": "https://oauth2.googleapis.com/token"}  # fmt: skip
    (tmp_path / "credentials.json").write_text(json.dumps(key))
    (tmp_path / "credentials.json").chmod(0o600)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHEETSYNC_CONFIG", str(tmp_path / "config"))
    with room(title="Clients", shares={robot: "writer"}) as here:
        here.fake.keys[robot] = private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        for book in [*_clients(here, 3), here.book]:
            book.shares = {robot: "writer"}
        address = f"https://docs.google.com/spreadsheets/d/{here.book.id}/edit"
        first = sheetsync("coach", address, "--today", "2026-11-24")
        with here.requests() as made:
            second = sheetsync("coach", address, "--today", "2026-11-24")
        scopes = {scope for grant in here.fake.grants for scope in str(grant["scope"]).split()}

    assert (0, 0) == (first.code, second.code), first.err + second.err
    assert "All together, week of 23 Nov 2026" in first.out
    assert "Clients: up to date" in second.out
    assert {"GET drive": 1, "GET read": 2} == Counter(made)
    assert {google_sign_in.SHEETS, google_drive.METADATA} == scopes
