"""An office on a clock of its own: what a scheduler says is carried out by real hands, and time passes only between two actions."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from fake_sheets import FakeGoogle, Spreadsheet
from google.oauth2.credentials import Credentials

from sheetsync.config.file import Config
from sheetsync.stores import google_http
from sheetsync.watch.hands import HandsHere, Place
from sheetsync.watch.loop import Hands, asked
from sheetsync.watch.scheduler import Done, Look, Poll, Rhythm, Say, Scheduler, Sync, Target, Wait
from sheetsync.watch.work import Worked

START = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)


class Time:
    """The office's clock. What is slept inside one action belongs to that action, not to the office."""

    def __init__(self) -> None:
        self.office, self.inside = 0.0, 0.0

    def __call__(self) -> float:
        return self.office + self.inside

    def sleep(self, seconds: float) -> None:
        self.inside += seconds

    def wall(self) -> dt.datetime:
        """The time of day."""
        return START + dt.timedelta(seconds=self())

    def took(self) -> float:
        """The seconds that the action took which has just ended."""
        found, self.inside = self.inside, 0.0
        return found


class QuickGoogle(FakeGoogle):
    """The fake service, which looks for changes only in the spreadsheets that may have any: a poll a second is cheap."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.touched: set[str] = set()

    def _file(self, book: Spreadsheet) -> Any:
        if book.id in self.touched or book.id not in self._times_of:
            self.touched.discard(book.id)
            return super()._file(book)
        minutes, seconds = divmod(self._times_of[book.id][1], 60)
        when = f"2026-11-24T{8 + minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}.000Z"
        return {"id": book.id, "name": book.title, "modifiedTime": when}

    def _batch_update(self, book: Spreadsheet, *more: Any) -> Any:
        self.touched.add(book.id)
        return super()._batch_update(book, *more)


class Office:
    """Runs a scheduler and hands; people are what is put on the agenda with ``at``. ``real``: adds what our own code really took."""

    def __init__(self, time: Time, *, real: bool = False) -> None:
        self.time, self.real = time, real
        self.agenda: list[tuple[float, int, Callable[[], None]]] = []
        self._number = itertools.count()
        self.lines: list[tuple[float, Say]] = []
        self.under_way: set[str] = set()
        self.syncs: Counter[str] = Counter()
        self.ends: list[tuple[float, str, Worked]] = []
        self.polls = 0
        self.actions = 0
        self.scheduler: Scheduler
        self.hands: Hands

    def opens(self, scheduler: Scheduler, hands: Hands) -> None:
        """A watch begins; of one that was there before, nothing is left but what it wrote down."""
        self.scheduler, self.hands = scheduler, hands
        scheduler.spent_before(hands.reads_before(), self.time.office)
        self.under_way = set()

    def at(self, moment: float, act: Callable[[], None]) -> None:
        """Puts something on the agenda."""
        heapq.heappush(self.agenda, (moment, next(self._number), act))

    def _later(self, seconds: float, tell: Callable[[Scheduler, float], None]) -> None:
        """An answer, for the watch that asked."""
        asker = self.scheduler

        def act() -> None:
            if self.scheduler is asker:
                tell(asker, self.time.office)

        self.at(self.time.office + seconds, act)

    def run(self, until: float) -> None:
        """Lets time pass."""
        while True:
            self.actions += 1
            now = self.time.office
            match self.scheduler.next(now):
                case Done():
                    return
                case Say() as line:
                    self.lines.append((now, line))
                case Look(keys):
                    for key in keys:
                        seen = self.hands.look(key)
                        self._later(0.01, lambda one, now, key=key, seen=seen: one.looked(key, seen, now))  # type: ignore[misc]
                case Poll() as poll:
                    self.polls += 1
                    tell = asked(self.hands, poll)
                    self._later(self.time.took(), tell)
                case Sync(key, version):
                    self._sync(key, version)
                case Wait(moment):
                    following = min(moment, self.agenda[0][0] if self.agenda else moment)
                    if following >= until:
                        self.time.office = until
                        return
                    self.time.office = max(now, following)
                    while self.agenda and self.agenda[0][0] <= self.time.office:
                        heapq.heappop(self.agenda)[2]()
                        self.time.inside = 0.0

    def _sync(self, key: str, version: str) -> None:
        assert key not in self.under_way, f"two syncs of {key} at once"
        self.under_way.add(key)
        self.syncs[key] += 1
        asker = self.scheduler
        start = perf_counter()
        try:
            worked = self.hands.sync(key, version)
        finally:
            took = self.time.took() + (perf_counter() - start if self.real else 0.3)

        def tell(one: Scheduler, now: float) -> None:
            self.under_way.discard(key)
            self.ends.append((now, key, worked))
            one.ended(key, worked.end, now)

        if self.scheduler is asker:
            self._later(took, tell)

    def said(self, *kinds: str) -> list[str]:
        """The lines of these kinds."""
        return [line.text for _, line in self.lines if line.kind.value in kinds]


def client(time: Time, fake: FakeGoogle, *, seed: int = 1, latency: float = 0.35) -> google_http.Client:
    """A signed-in client of the fake service, on the office's clock; each request takes a moment."""
    made = google_http.Client(
        Credentials("a-token"),  # type: ignore[no-untyped-call]
        google_http.Account(fake.account, service=True),
        clock=time,
        sleep=time.sleep,
        chance=random.Random(seed).random,
    )
    fake.clock = time
    fake.before.append(lambda kind: time.sleep(latency))
    return made


def hands(
    places: list[Place], state: Path, time: Time, rhythm: Rhythm, signed_in: google_http.Client | None
) -> HandsHere:
    """Real hands, on the office's clock."""
    return HandsHere(places, Config(), state, rhythm, wall=time.wall, client=signed_in)


def scheduler(places: list[Place], rhythm: Rhythm) -> Scheduler:
    """A scheduler of these places."""
    return Scheduler([one.target for one in places], rhythm)


def sheet(number: int) -> str:
    """The id of a made-up spreadsheet."""
    return f"1Office{number:04d}SpreadsheetOfTheRightLength00"


def on_google(number: int) -> Place:
    """The place of one."""
    return Place(Target(sheet(number), f"sheet {number}", google=True))


def on_disk(path: Path) -> Place:
    """The place of a file."""
    return Place(Target(str(path.resolve()), path.name), None, path)
