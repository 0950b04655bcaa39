"""A signed-in Google store against the fake service, with a clock that only sleeping moves: what the tests of Google share."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import responses
from fake_sheets import FakeGoogle, Sheet, Spreadsheet
from google.oauth2.credentials import Credentials

from sheetsync import sync
from sheetsync.stores import google, google_http

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)
HEADS = ("Date", "Rep", "Prospect", "Company", "Spoke with", "Outcome", "Notes")
OUR_HEADS = ("Great?", "Follow-up", "Next action", "Why", "sheetsync")

_NOTES = (
    "That sounds interesting! Can you come to my office next week?",
    "left voicemail",
    "not interested, happy with what they have",
    "let me think about it, call me in two weeks",
    "send me some info",
    "receptionist took a message",
)


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Room:
    """The fake service, a spreadsheet in it, and a client that is signed in."""

    def __init__(self, seed: int = 1, **book: Any) -> None:
        self.clock = Clock()
        self.fake = FakeGoogle(clock=self.clock)
        self.book: Spreadsheet = self.fake.book(**({"title": "Ann's calls"} | book))
        chance = random.Random(seed)
        self.client = google_http.Client(
            Credentials("a-token"),  # type: ignore[no-untyped-call]
            google_http.Account(self.fake.account, service=True),
            clock=self.clock,
            sleep=self.clock.sleep,
            chance=chance.random,
        )

    def store(self, **kwargs: Any) -> google.GoogleStore:
        """A store of the spreadsheet, as a new run opens it."""
        return google.GoogleStore(self.book.id, self.client, **kwargs)

    def sync(self, state: Path, **kwargs: Any) -> sync.Result:
        """One run of the whole line."""
        return sync.run(self.store(), sync.Options(now=NOW, **kwargs), state)

    @contextmanager
    def requests(self) -> Iterator[list[str]]:
        """The requests that are made inside, in short."""
        start = len(self.fake.calls())
        found: list[str] = []
        yield found
        found += self.fake.calls()[start:]


@contextmanager
def room(**kwargs: Any) -> Iterator[Room]:
    """A room whose service answers everything that goes through requests."""
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        made = Room(**kwargs)
        made.fake.install(mock)
        yield made


def calls(count: int, *, first: dt.date = dt.date(2026, 11, 2)) -> list[Sequence[Any]]:
    """A log of so many calls, no two rows alike."""
    return [
        HEADS,
        *(
            (
                first + dt.timedelta(days=at % 14),
                "Ann",
                f"Pat Number{at}",
                f"Acme {at} Inc",
                "Owner",
                None,
                _NOTES[at % len(_NOTES)],
            )
            for at in range(count)
        ),
    ]


def column(sheet: Sheet, head: str) -> list[Any]:
    """What stands under a head, from top to bottom."""
    line = next(row for row in range(20) if any(sheet.holds(row, col) == head for col in range(sheet.col_count)))
    col = next(col for col in range(sheet.col_count) if sheet.holds(line, col) == head)
    return [sheet.holds(row, col) for row in range(line + 1, len(sheet.rows))]
