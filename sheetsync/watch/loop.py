"""Carries out what the scheduler says, in threads, until it is told to stop."""

from __future__ import annotations

import datetime as dt
import queue
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sheetsync import seen
from sheetsync.errors import SheetsyncError, TryAgain
from sheetsync.watch import files
from sheetsync.watch.scheduler import Done, End, How, Look, Poll, Say, Scheduler, Seen, Sync, Wait
from sheetsync.watch.work import Worked

#: The main thread wakes at least so often: on some systems nothing else lets a signal through (seconds).
_LONGEST_WAIT = 1.0
#: The clock on the wall ran so much ahead of the other one: the computer slept (seconds).
_SLEPT = 20.0
#: How often is looked whether a new day has begun somewhere (seconds).
_DAYS_EVERY = 60.0


class Hands(Protocol):
    """What touches the world."""

    def reads_before(self) -> Sequence[float]:
        """How many seconds ago Google was asked, before this watch began."""

    def look(self, key: str) -> Seen:
        """How a file stands."""

    def times(self, *, full: bool) -> dict[str, str]:
        """What Drive says of the spreadsheets."""

    def sync(self, key: str, version: str) -> Worked:
        """One sync; never raises."""

    def mend(self) -> None:
        """What is done before trying again what only a person can mend."""


def asked(hands: Hands, poll: Poll) -> Callable[[Scheduler, float], None]:
    """Asks Drive; gives back what the scheduler is to be told."""
    try:
        times = hands.times(full=poll.full)
    except TryAgain as wrong:
        text, how = str(wrong), How.LATER
    except SheetsyncError as wrong:
        text, how = str(wrong), How.PERSON
        hands.mend()
    else:
        return lambda scheduler, now: scheduler.polled(times, poll, now)
    return lambda scheduler, now: scheduler.not_polled(how, text, now)


@dataclass
class Days:
    """On which day each target was last synced, where it is."""

    wall: Callable[[], dt.datetime]

    def __post_init__(self) -> None:
        self.zones: dict[str, str] = {}
        self.days: dict[str, dt.date] = {}

    def noted(self, key: str, zone: str) -> None:
        """A target was synced now."""
        self.zones[key] = zone
        self.days[key] = seen.today_in(zone, self.wall())

    def turned(self) -> list[str]:
        """The targets for which another day has begun since."""
        now = self.wall()
        return [key for key, day in self.days.items() if seen.today_in(self.zones[key], now) != day]


class Loop:
    """Runs a scheduler.

    Args:
        say: told every line.
        shown: called after every change, for a live display and a sign of life.
        clock: seconds that never go back.
        wall: the time of day.
    """

    def __init__(
        self,
        scheduler: Scheduler,
        hands: Hands,
        *,
        paths: Mapping[str, Path],
        say: Callable[[Say], None],
        shown: Callable[[], None],
        clock: Callable[[], float],
        wall: Callable[[], dt.datetime],
    ) -> None:
        self.scheduler, self.hands = scheduler, hands
        self._say, self._shown, self._clock, self._wall = say, shown, clock, wall
        self._told: queue.SimpleQueue[Callable[[float], None]] = queue.SimpleQueue()
        self._paths = paths
        self._days = Days(wall)

    def stop(self) -> None:
        """Ends the loop as soon as no sync is under way. May be called from a signal's handler."""
        self._told.put(lambda now: self.scheduler.stop())

    def run(self) -> None:
        """Until it is stopped."""
        rhythm = self.scheduler.rhythm
        many = max(1, rhythm.google_at_once + rhythm.files_at_once)
        self._syncs = ThreadPoolExecutor(many, thread_name_prefix="sheetsync")
        self._looks = ThreadPoolExecutor(1, thread_name_prefix="sheetsync-looks")
        self._polls = ThreadPoolExecutor(1, thread_name_prefix="sheetsync-drive")
        events = files.Events(self._paths, self._touched) if self._paths else None
        if events is not None:
            events.start()
        try:
            self._run()
        finally:
            if events is not None:
                events.stop()
            for pool in (self._syncs, self._polls):
                pool.shutdown(wait=True, cancel_futures=True)
            self._looks.shutdown(wait=False, cancel_futures=True)  # a drive that went away may never answer

    def _touched(self, key: str) -> None:
        self._told.put(lambda now: self.scheduler.touched(key, now))

    def _run(self) -> None:
        self.scheduler.spent_before(self.hands.reads_before(), self._clock())
        ahead = self._ahead()
        days_at = self._clock() + _DAYS_EVERY
        while True:
            now = self._clock()
            match self.scheduler.next(now):
                case Done():
                    return
                case Say() as line:
                    self._say(line)
                case Look(keys):
                    self._looks.submit(self._look, keys)
                case Poll() as poll:
                    self._polls.submit(self._poll, poll)
                case Sync(key, version):
                    self._shown()
                    self._syncs.submit(self._sync, key, version)
                case Wait(until):
                    self._shown()
                    self._listen(min(max(until - now, 0.0), _LONGEST_WAIT))
                    slept = self._ahead() - ahead
                    ahead += slept
                    if slept > _SLEPT:
                        self.scheduler.woke(slept, self._clock())
                    if self._clock() >= days_at:
                        days_at = self._clock() + _DAYS_EVERY
                        for key in self._days.turned():
                            self.scheduler.new_day(key, self._clock())

    def _ahead(self) -> float:
        return self._wall().timestamp() - self._clock()

    def _listen(self, seconds: float) -> None:
        """Waits for something to happen; takes all of what did."""
        try:
            told = self._told.get(timeout=seconds)
            while True:
                told(self._clock())
                told = self._told.get_nowait()
        except queue.Empty:
            return

    def _look(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            seen_now = self.hands.look(key)
            self._told.put(lambda now, key=key, found=seen_now: self.scheduler.looked(key, found, now))  # type: ignore[misc]

    def _poll(self, poll: Poll) -> None:
        try:
            tell = asked(self.hands, poll)
        except Exception as wrong:
            text = f"sheetsync met something it does not know ({type(wrong).__name__}) while asking Google Drive"
            self._told.put(lambda now: self.scheduler.not_polled(How.LATER, text, now))
        else:
            self._told.put(lambda now: tell(self.scheduler, now))

    def _sync(self, key: str, version: str) -> None:
        worked = self.hands.sync(key, version)

        def tell(now: float) -> None:
            if worked.end.how is How.DONE:
                self._days.noted(key, worked.zone or self._days.zones.get(key, ""))
            self.scheduler.ended(key, worked.end, now)

        self._told.put(tell)


__all__ = ["Days", "End", "Hands", "Loop", "asked"]
