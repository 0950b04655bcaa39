"""Retries, pacing and failures: what is tried again and for how long, what is not, and what a person is told."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from fake_sheets import Fault, quota_error
from google_room import Room, calls, room

from sheetsync.errors import NeedsPerson, SheetsyncError, StaleSnapshot, TryAgain
from sheetsync.grid import Changes, ColumnEdits, Format
from sheetsync.stores import google_http


@pytest.fixture
def here() -> Iterator[Room]:
    """A room with a log of three calls."""
    with room() as made:
        made.book.add("Call Log", calls(3))
        yield made


YES = Changes((ColumnEdits("Call Log", 7, [1, 2], [None, None], ["Yes", "No"], Format.TEXT),))


def refusal(
    code: int,
    message: str = "no",
    status: str = "",
    reason: str = "",
    metadata: dict[str, str] | None = None,
    *,
    old: bool = False,
) -> dict[str, Any]:
    """The body of one of Google's errors."""
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    if reason and old:
        error["errors"] = [{"domain": "usageLimits", "reason": reason, "message": message}]
    elif reason:
        error["details"] = [
            {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason, "metadata": metadata or {}}
        ]
    return {"error": error}


# -- tried again ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        Fault("read", 429, times=2),
        Fault("read", 500, times=2),
        Fault("read", 502, times=2, body="<html>502 Bad Gateway</html>"),
        Fault("read", 503, times=2),
        Fault("read", 0, times=2),
        Fault("read", 403, times=2, body=refusal(403, "slow down", reason="userRateLimitExceeded", old=True)),
        Fault("read", 200, times=1, body="<html>please log in to the proxy</html>"),
    ],
    ids=["429", "500", "502 page", "503", "broken", "403 rate", "proxy page"],
)
def test_reads_are_tried_again(here: Room, fault: Fault) -> None:
    """A read that fails for a passing reason is tried again after a pause, and succeeds."""
    here.fake.faults.append(fault)
    times = fault.times

    assert "Call Log" == here.store().read().tabs[0].name
    assert (times + 1, times) == (len(here.fake.calls()), len(here.clock.slept))


def test_pauses_grow_with_jitter(here: Room) -> None:
    """Pauses double, each with some chance in it, so that many runs do not come back at once."""
    here.fake.faults.append(Fault("read", 503, times=5))

    here.store().read()

    slept = here.clock.slept
    assert 5 == len(slept)
    assert all(0.5 * 2**at <= pause <= 1.5 * 2**at for at, pause in enumerate(slept))
    assert len({round(pause / 2**at, 6) for at, pause in enumerate(slept)}) > 1


def test_retry_after(here: Room) -> None:
    """A pause that Google asks for is kept, as seconds and as a date."""
    here.fake.faults.append(Fault("read", 429, headers={"Retry-After": "17"}))

    here.store().read()

    assert [17.0] == here.clock.slept


def test_retry_after_date() -> None:
    """Retry-After may be a date."""
    answer = requests.Response()
    answer.headers["Retry-After"] = "Tue, 24 Nov 2026 12:00:30 GMT"
    now = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc).timestamp()

    assert 30.0 == google_http.retry_after(answer, lambda: now)


@pytest.mark.parametrize("code", [429, 503, 0])
def test_gives_up(here: Room, code: int) -> None:
    """What does not pass ends within five minutes and eight tries."""
    here.fake.faults.append(Fault("read", code, times=1000))
    start = here.clock.now

    with pytest.raises(TryAgain):
        here.store().read()

    assert len(here.fake.calls()) <= 8
    assert here.clock.now - start <= 300


def test_quota_is_named(here: Room) -> None:
    """A quota that stays used up is named with its limit."""
    here.fake.faults.append(Fault("read", 429, times=1000, body=quota_error("read", 60).body))

    with pytest.raises(TryAgain, match=r"quota ReadRequestsPerMinutePerUser \(60 a minute\) is used up"):
        here.store().read()


def test_paced(here: Room) -> None:
    """A hundred and fifty reads in a row stay within sixty a minute, without one refusal."""
    for _ in range(150):
        here.store().read()

    assert {200} == {one.status for one in here.fake.seen}
    assert 120 <= sum(here.clock.slept) <= 130


def test_reads_and_writes_are_paced_apart(here: Room) -> None:
    """Sixty reads keep no write waiting."""
    pace = google_http.Pace(60, here.clock, here.clock.sleep)
    for _ in range(60):
        pace.wait("read")

    pace.wait("write")

    assert [] == here.clock.slept


# -- not tried again --------------------------------------------------------------------------------------------------

ROBOT = r"robot@calls\.iam\.gserviceaccount\.com"


@pytest.mark.parametrize(
    ("code", "body", "said"),
    [
        (403, refusal(403, "The caller does not have permission", "PERMISSION_DENIED"), f"is not shared with {ROBOT}.*Share"),
        (404, refusal(404, "Requested entity was not found.", "NOT_FOUND"), f"There is no spreadsheet https://docs.google.com/.*{ROBOT}"),
        (401, refusal(401, "Request had invalid authentication credentials.", "UNAUTHENTICATED"), f"the sign-in of {ROBOT}"),
        (
            403,
            refusal(403, "Google Sheets API has not been used in project 12 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=12 then retry.", "PERMISSION_DENIED", "SERVICE_DISABLED", {"serviceTitle": "Google Sheets API", "activationUrl": "https://console.developers.google.com/x"}),
            "The Google Sheets API is switched off.*https://console.developers.google.com/x",
        ),
        (403, refusal(403, "Request had insufficient authentication scopes.", "PERMISSION_DENIED", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"), "without leave to edit spreadsheets"),
        (403, refusal(403, "The user's Drive storage quota has been exceeded.", reason="storageQuotaExceeded", old=True), "has no room in Drive.*--into"),
        (403, refusal(403, "The domain administrators have disabled Drive apps.", reason="domainPolicy", old=True), "organisation"),
    ],
    ids=["not shared", "not there", "sign-in", "API off", "scope", "storage", "domain"],
)  # fmt: skip
def test_told_apart(here: Room, code: int, body: dict[str, Any], said: str) -> None:
    """What only a person can mend fails after one request, says with which account, and the one thing to do."""
    here.fake.faults.append(Fault("read", code, times=1000, body=body))

    with pytest.raises(NeedsPerson, match=said):
        here.store().read()

    most = 3 if code == 401 else 1  # google-auth itself asks for a fresh token on 401
    assert (True, []) == (len(here.fake.calls()) <= most, here.clock.slept)


def test_view_only(here: Room) -> None:
    """An account that may only look is told so when it writes, after one try."""
    here.book.shares[here.fake.account] = "reader"
    store = here.store()
    before = store.read()

    with here.requests() as made, pytest.raises(NeedsPerson, match=f"{ROBOT} may look at .* but not change it.*Editor"):
        store.apply(before, YES)

    assert ["GET read", "POST write"] == made


def test_untrusted_certificate(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that cannot be checked is not tried again; the message names the variable that helps."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise requests.exceptions.SSLError("certificate verify failed")

    monkeypatch.setattr(here.client.session, "request", refuse)

    with pytest.raises(NeedsPerson, match="REQUESTS_CA_BUNDLE"):
        here.store().read()


def test_nothing_secret_is_said(here: Room, caplog: pytest.LogCaptureFixture) -> None:
    """No token is in a message or in the log, whatever fails."""
    caplog.set_level(logging.DEBUG, "sheetsync")
    said = []
    for code in (401, 403, 404, 429, 500, 0):
        here.fake.faults = [Fault("read", code, times=1000)]
        with pytest.raises(SheetsyncError) as caught:
            here.store().read()
        said.append(str(caught.value))

    assert "a-token" not in "\n".join([*said, caplog.text])


# -- writes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [429, 403])
def test_refused_writes_are_tried_again(here: Room, code: int) -> None:
    """A write that was refused by a limit was not done, and is tried again."""
    here.fake.faults.append(
        Fault("write", code, times=2, body=refusal(code, "slow down", reason="rateLimitExceeded", old=True))
    )
    store = here.store()

    store.apply(store.read(), YES)

    assert ("Yes", "No") == (here.book.sheets[0].holds(1, 7), here.book.sheets[0].holds(2, 7))


@pytest.mark.parametrize("code", [0, 500, 502, 503])
def test_lost_answer_of_a_write_that_was_done(here: Room, code: int) -> None:
    """A write whose answer was lost is looked for before it is sent again; it was done, so it is not."""
    here.fake.faults.append(Fault("write", code, carried_out=True))
    store = here.store()
    before = store.read()

    with here.requests() as made:
        store.apply(before, YES)

    assert (["GET read", "POST write", "GET read"], "Yes") == (made, here.book.sheets[0].holds(1, 7))


@pytest.mark.parametrize("code", [0, 500, 502, 503])
def test_lost_write(here: Room, code: int) -> None:
    """A write that was lost on the way is looked for, and then sent again."""
    here.fake.faults.append(Fault("write", code))
    store = here.store()
    before = store.read()

    with here.requests() as made:
        store.apply(before, YES)

    assert (["GET read", "POST write", "GET read", "POST write"], "Yes") == (made, here.book.sheets[0].holds(1, 7))


def test_lost_write_and_a_change_meanwhile(here: Room) -> None:
    """A write that was lost is not sent again over a row that a person changed meanwhile."""
    here.fake.faults.append(Fault("write", 0))
    sheet = here.book.sheets[0]
    here.fake.before.append(
        lambda kind: sheet.put(1, 7, "typed by hand") if here.fake.seen and here.fake.seen[-1].kind == "write" else None
    )
    store = here.store()
    before = store.read()

    with pytest.raises(StaleSnapshot):
        store.apply(before, YES)

    assert "typed by hand" == sheet.holds(1, 7)


def test_writes_that_are_always_lost(here: Room) -> None:
    """Writes that never arrive end after a few, and say that nothing was written."""
    here.fake.faults.append(Fault("write", 0, times=1000))
    store = here.store()
    before = store.read()

    with pytest.raises(TryAgain, match="Nothing was written"):
        store.apply(before, YES)

    assert len([one for one in here.fake.seen if one.kind == "write"]) <= 3


def test_second_part_is_lost(here: Room) -> None:
    """Where only part of a large write arrives, the message says so; the next write brings the rest."""
    sheet = here.book.sheets[0]
    rows = list(range(5, 205))
    store = here.store(most_bytes=8_000)
    before = store.read()
    changes = Changes((ColumnEdits("Call Log", 8, rows, [None] * 200, [f"why {row} {'x' * 80}" for row in rows]),))
    here.fake.faults.append(Fault("write", 0, skip=1, times=1000))

    with pytest.raises(TryAgain, match="Part of it was written; the next run goes on"):
        store.apply(before, changes)
    here.fake.faults.clear()
    done = [row for row in rows if sheet.holds(row, 8)]
    rest = [row for row in rows if row not in done]
    here.store().apply(
        here.store().read(),
        Changes((ColumnEdits("Call Log", 8, rest, [None] * len(rest), [f"why {row}" for row in rest]),)),
    )

    assert 0 < len(done) < 200
    assert all(sheet.holds(row, 8) for row in rows)


def test_gone_off_line(here: Room) -> None:
    """Where not even a look is possible after a lost write, the message says that it is not known, and what to do."""
    store = here.store()
    before = store.read()
    here.fake.faults += [Fault("write", 0, carried_out=True), Fault("read", 0, skip=1, times=1000)]

    with pytest.raises(TryAgain, match="not known whether it was.*Run again"):
        store.apply(before, YES)


def test_killed_at_every_request(tmp_path: Path) -> None:
    """A run that breaks off at any request, before or after it was carried out, is finished by the next run, with the same end."""
    ends = set()
    for carried_out in (False, True):
        for skip in range(4):
            with room() as here:
                log = here.book.add("Call Log", calls(4))
                here.fake.faults.append(Fault("any", 0, times=1000, skip=skip, carried_out=carried_out))
                with contextlib.suppress(SheetsyncError):
                    here.sync(tmp_path / f"{carried_out}{skip}")
                here.fake.faults.clear()
                here.clock.now += 3600
                here.sync(tmp_path / f"{carried_out}{skip}")
                ends.add(repr([sheet.values() for sheet in (log, *here.book.sheets[1:])]))

    assert 1 == len(ends)


def test_no_pause_is_endless() -> None:
    """A pace that is asked faster than it allows sleeps, and does not spin."""
    slept: list[float] = []
    now = [0.0]

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = google_http.Pace(2, lambda: now[0], sleep)
    for _ in range(5):
        pace.wait("read")

    assert 2 == len(slept)
    assert all(math.isclose(60.05, pause, abs_tol=0.2) for pause in slept)
