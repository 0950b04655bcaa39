"""The doctor on the way to Google: account, network, clock, and leave to write, told without changing a cell."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import requests
import responses
from google_room import calls, room

from sheetsync.config.file import Config
from sheetsync.doctor import Level, google
from sheetsync.doctor.checks import Check

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)
PLACE = "https://docs.google.com/spreadsheets/d/1AbcDefGhiJklMnoPqrStuVwxYz0123456789abcdef/edit"


def test_without_a_spreadsheet_there_is_no_way_to_look_at() -> None:
    """An Excel workbook needs neither an account nor a network."""
    assert [] == google.way_there(Config(), ["my-calls.xlsx"], NOW)


def test_leave_to_write_is_told_and_no_cell_changes() -> None:
    """An editor may; a reader is told to be made one; the spreadsheet stays as it is."""
    with room() as here:
        here.book.add("Call Log", calls(3))
        before = here.store().read()
        assert google.writing("x", here.store(), before) is None
        here.book.shares[here.fake.account] = "reader"
        refused = google.writing("x", here.store(), before)
        after = here.store().read()

    assert refused is not None and refused.level is Level.PROBLEM
    assert "Editor" in refused.found
    assert before.tabs == after.tabs


@responses.activate
def test_the_network_and_the_clock() -> None:
    """Any answer of Google's will do, and its date tells whether the clock here is right."""
    responses.add(
        responses.GET, "https://sheets.googleapis.com/", status=404, headers={"Date": "Tue, 24 Nov 2026 12:00:00 GMT"}
    )
    assert [("network", Level.OK), ("clock", Level.OK)] == [(one.about, one.level) for one in google.network(NOW)]
    (_, clock) = google.network(NOW + dt.timedelta(minutes=20))

    assert Level.PROBLEM is clock.level
    assert "20 minutes fast" in clock.found


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (requests.exceptions.SSLError(), "REQUESTS_CA_BUNDLE"),
        (requests.exceptions.ProxyError(), "HTTPS_PROXY"),
        (requests.exceptions.ConnectTimeout(), "connection to the internet"),
    ],
)
@responses.activate
def test_a_network_that_is_not_there(broken: Exception, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What kind of trouble it is, the proxy by its host alone, and what to do."""
    monkeypatch.setenv("HTTPS_PROXY", "http://ann:hunter2@proxy.example.com:8080")
    responses.add(responses.GET, "https://sheets.googleapis.com/", body=broken)
    (check,) = google.network(NOW)

    assert Level.PROBLEM is check.level
    assert "through the proxy proxy.example.com:8080" in check.found
    assert words in check.todo
    assert "hunter2" not in str(check)


def _credentials(path: Path) -> list[Check]:
    return google.credentials(Config(path=path.parent / "sheetsync.toml", credentials=path))


def test_the_account_and_who_can_read_its_key(tmp_path: Path) -> None:
    """The kind, the e-mail and what it may do; a file that others can read is a warning."""
    path = tmp_path / "login.json"
    person = {
        "type": "authorized_user",
        "client_id": "c",
        "client_secret": "hunter2",
        "refresh_token": "hunter3",
        "account": "ann@example.com",
    }
    path.write_text(json.dumps(person | {"scopes": ["https://www.googleapis.com/auth/spreadsheets"]}))
    path.chmod(0o600)
    (check,) = _credentials(path)
    assert Level.OK is check.level
    assert "ann@example.com (a person's sign-in, from " in check.found and "may use spreadsheets" in check.found
    path.chmod(0o644)
    checks = _credentials(path)

    assert [Level.OK, Level.WARNING] == [one.level for one in checks]
    assert f"Run: chmod 600 {path}" == checks[1].todo
    assert "hunter" not in str(checks)


def test_no_account_is_a_problem_with_something_to_do(tmp_path: Path) -> None:
    """A file that is not there, and one that is no key."""
    path = tmp_path / "key.json"
    (missing,) = _credentials(path)
    path.write_text("{}")
    (empty,) = _credentials(path)

    assert [Level.PROBLEM, Level.PROBLEM] == [missing.level, empty.level]
    assert missing.todo and empty.todo
