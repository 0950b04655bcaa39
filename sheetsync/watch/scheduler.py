"""What to do next, and what to say: the core of watch. It is told what happened and when, and touches nothing itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often things are looked at, and how long is waited; in seconds."""

    every: float = 3.0  # between two polls of Drive
    quiet_for: float = 5.0  # a spreadsheet is left in peace so long after a change
    at_latest: float = 30.0  # but no longer, while somebody keeps typing
    still_for: float = 0.7  # a file is left in peace so long after it was written
    file_every: float = 2.0  # between two looks at a file: where a file system tells of no events, that is all there is
    held_every: float = 0.5  # between two looks at a file that somebody has open and that waits for us
    gone_after: float = 3.0  # programs that replace a file on saving leave a moment without one
    full_every: float = 600.0  # between two listings of all of Drive: new sharing does not move a spreadsheet's time
    unlisted_every: float = 60.0  # between two readings of a spreadsheet that Drive does not list
    again_every: float = 600.0  # between two tries of what only a person can mend, where nothing changes
    first_pause: float = 2.0
    longest_pause: float = 300.0
    reads: int = 50  # of Google's 60 a minute: room for a sync by hand
    a_sync: int = 4  # reads that one sync is reckoned at until it has ended
    google_at_once: int = 4
    files_at_once: int = 2


@dataclass(frozen=True, slots=True)
class Target:
    """One workbook that is watched."""

    key: str  # a path, or a spreadsheet's id
    label: str
    google: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """How a file was found."""

    version: str  # differs whenever the file may have changed; "" where it is not there
    holder: str = ""  # the program that has it open
    gone: str = ""  # why it is not there, in words


class How(str, Enum):
    """How a sync, or a poll, ended."""

    DONE = "done"
    STALE = "stale"  # somebody is at work on it right now
    HELD = "held"  # a program has it open
    BUSY = "busy"  # another run holds it
    LATER = "later"  # out of reach, or out of quota: trying again helps
    PERSON = "person"  # only a person can mend it


@dataclass(frozen=True, slots=True)
class End:
    """How a sync ended."""

    how: How
    version: str = ""  # what needs nothing more; of one that failed, what it failed on; "" where not known
    text: str = ""  # what is wrong, in words
    written: bool = False
    cells: int = 0
    calls: int | None = None
    look_at: int = 0  # cells that cannot be read, and what stands in the way
    spent: int = 0  # reads that Google counted


class Kind(str, Enum):
    """What a line tells."""

    STARTED = "started"
    SYNCED = "synced"
    WAITING = "waiting"
    GONE = "gone"
    BACK = "back"
    TROUBLE = "trouble"
    WELL = "well"
    SLOW = "slow"
    CAUGHT_UP = "caught up"
    WOKE = "woke"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Say:
    """A line for people."""

    kind: Kind
    text: str
    target: Target | None = None  # None: it is about all of them
    end: End | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Look at these files, then call ``looked`` for each."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Poll:
    """Ask Drive for the times of all spreadsheets, then call ``polled``; ``full``: all pages, else the latest page."""

    full: bool
    begun: float


@dataclass(frozen=True, slots=True)
class Sync:
    """Sync this target, then call ``ended``. ``version``: what is known of it; a spreadsheet's time, as Drive said it."""

    key: str
    version: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do before that moment, unless something happens."""

    until: float


@dataclass(frozen=True, slots=True)
class Done:
    """Stopped: no sync is under way."""


Action = Say | Look | Poll | Sync | Wait | Done


@dataclass(slots=True)
class State:
    """All that is known of one target."""

    target: Target
    must: bool = True  # sync it, whether it changed or not
    known: str = ""  # the version that needs nothing
    seen: str = ""  # the version that was seen last
    first: float | None = None  # when a change that waits was first seen
    last: float = 0.0  # when the version was last seen to change
    looked: float = float("-inf")
    next_look: float = 0.0
    looking: bool = False
    touched: bool = False  # something happened since the look began
    holder: str = ""
    told_holder: bool = False
    gone: str = ""
    gone_since: float | None = None
    told_gone: bool = False
    unlisted: bool = False
    syncing: bool = False
    ended: float = float("-inf")
    not_before: float = 0.0
    tries: int = 0
    trouble: str = ""
    lasting: bool = False  # only a person can mend it
    synced: float | None = None
    calls: int | None = None


@dataclass(slots=True)
class _Spending:
    """One sync against the quota of a minute."""

    at: float
    reads: int
    key: str


@dataclass
class Scheduler:
    """Tells the next action. Times are seconds of one clock that never goes back."""

    targets: Sequence[Target]
    rhythm: Rhythm = field(default_factory=Rhythm)

    def __post_init__(self) -> None:
        self.states = {one.key: State(one) for one in self.targets}
        self._google = [one for one in self.states.values() if one.target.google]
        self._files = [one for one in self.states.values() if not one.target.google]
        self._lines: deque[Say] = deque()
        self._next_poll, self._next_full = 0.0, 0.0
        self._polling = False
        self._listed = False  # Drive has answered once
        self._failures, self._pause_until, self._away = 0, 0.0, ""
        self._no_listing = ""  # why Drive does not list, where only a person can mend it
        self._catching_up = False
        self._slow = False
        self._spent: deque[_Spending] = deque()
        self._stopping = False

    # -- what happened ------------------------------------------------------------------------------------------------

    def spent_before(self, ago: Iterable[float], now: float) -> None:
        """Google was read so many seconds ago, before this watch began: its minute counts on."""
        self._spent.extend(_Spending(now - one, 1, "") for one in ago)

    def touched(self, key: str, now: float) -> None:
        """Something happened to a file, or beside it."""
        state = self.states[key]
        state.touched, state.next_look = True, now

    def looked(self, key: str, seen: Seen, now: float) -> None:
        """A file was looked at."""
        state = self.states[key]
        state.looking, state.looked = False, now
        if not seen.version:
            self._is_gone(state, seen, now)
        else:
            self._is_there(state, seen, now)
        if state.touched:
            state.next_look = now

    def _is_gone(self, state: State, seen: Seen, now: float) -> None:
        state.gone, state.holder = seen.gone or "is not there", ""
        if state.gone_since is None:
            state.gone_since = now
        if not state.told_gone and now - state.gone_since >= self.rhythm.gone_after:
            state.told_gone = True
            self._say(Kind.GONE, f"{state.target.label} {state.gone}. Watching for it to come back", state)
        state.next_look = now + (self.rhythm.file_every if state.told_gone else self.rhythm.held_every)

    def _is_there(self, state: State, seen: Seen, now: float) -> None:
        rhythm = self.rhythm
        if state.told_gone:
            self._say(Kind.BACK, f"{state.target.label} is back", state)
        state.gone, state.gone_since, state.told_gone = "", None, False
        if seen.version != state.seen:
            state.seen, state.last = seen.version, now
        if seen.version == state.known and not state.syncing:
            state.first = None
        elif state.first is None:
            state.first = now
        state.holder = seen.holder
        waits = (state.first is not None or state.must) and not state.syncing
        if not seen.holder:
            state.told_holder = False
        elif waits and not state.told_holder:
            state.told_holder = True
            by = f" ({seen.holder})"
            self._say(Kind.WAITING, f"waiting until you close {state.target.label}{by}", state)
        if not waits:
            state.next_look = now + rhythm.file_every
        elif seen.holder:
            state.next_look = now + rhythm.held_every
        elif now < state.last + rhythm.still_for:
            state.next_look = state.last + rhythm.still_for
        else:
            state.next_look = now + rhythm.file_every

    def polled(self, times: Mapping[str, str], poll: Poll, now: float) -> None:
        """Drive said when spreadsheets were last changed. Those that are not among ``times`` have not, or, of a full listing, are not listed."""
        self._polling, self._listed, self._no_listing = False, True, ""
        self._next_poll = max(now, poll.begun + self.rhythm.every)
        if poll.full:
            self._next_full = now + self.rhythm.full_every
        self._reached()
        for state in self._google:
            time = times.get(state.target.key, "")
            if state.syncing or state.ended >= poll.begun:
                continue  # what was said may be older than what the sync left
            if not time:
                state.unlisted = state.unlisted or poll.full
                continue
            if state.unlisted:
                state.unlisted = False
            if time == state.known:
                state.seen, state.first = time, None
            elif time != state.seen or state.first is None:
                state.first = now if state.first is None else state.first
                state.seen, state.last = time, now

    def not_polled(self, how: How, text: str, now: float) -> None:
        """Drive did not answer."""
        self._polling = False
        if how is not How.PERSON:
            self._out_of_reach(text, now)
            return
        # Each spreadsheet is read for itself then: it says better what is wrong, or works all the same.
        if text != self._no_listing:
            self._no_listing = text
            each = f"each spreadsheet is read every {self._unlisted_every():.0f} seconds"
            self._say(Kind.TROUBLE, f"Google Drive does not say what has changed, so {each}. {text}", None)
        self._reached()
        self._listed = True
        self._next_poll = now + self.rhythm.unlisted_every
        self._next_full = now
        for state in self._google:
            state.unlisted = True

    def ended(self, key: str, end: End, now: float) -> None:
        """A sync has ended."""
        state = self.states[key]
        state.syncing, state.ended, state.next_look = False, now, now
        for one in self._spent:
            if one.key == key:
                one.reads, one.at, one.key = end.spent, now, ""
        match end.how:
            case How.DONE:
                self._done(state, end, now)
            case How.STALE:
                state.last = now
                state.first = now if state.first is None else state.first
                state.not_before = now + (self.rhythm.quiet_for if state.target.google else self.rhythm.still_for)
            case How.HELD:
                state.first = now if state.first is None else state.first
            case How.BUSY:
                state.tries += 1
                state.not_before = now + self._pause(state.tries)
                if state.tries == 4:
                    self._trouble(state, end.text, lasting=False)
            case How.LATER if state.target.google:
                self._out_of_reach(end.text, now)
            case How.LATER:
                state.tries += 1
                state.not_before = now + self._pause(state.tries)
                self._trouble(state, end.text, lasting=False)
            case How.PERSON:
                state.must, state.first, state.tries = False, None, 0
                state.known = state.seen = end.version
                state.not_before = 0.0
                self._trouble(state, end.text, lasting=True)

    def _done(self, state: State, end: End, now: float) -> None:
        state.must, state.first, state.tries, state.not_before = False, None, 0, 0.0
        state.known = state.seen = end.version
        state.synced = now
        state.calls = end.calls if end.calls is not None else state.calls
        if state.target.google:
            self._reached()
        if state.trouble:
            state.trouble, state.lasting = "", False
            self._say(Kind.WELL, f"{state.target.label}: all is well again", state)
        if end.cells:
            calls = "" if end.calls is None else f", {end.calls:,} {'call' if end.calls == 1 else 'calls'}"
            more = f"; {end.look_at} to look at (sheetsync check)" if end.look_at else ""
            cells = f"{end.cells:,} {'cell' if end.cells == 1 else 'cells'} written"
            self._say(Kind.SYNCED, f"{state.target.label}: {cells}{calls}{more}", state, end)

    def new_day(self, key: str, now: float) -> None:
        """It is another day where the workbook is: follow-ups become overdue by themselves."""
        self.states[key].must = True

    def woke(self, slept: float, now: float) -> None:
        """The computer slept so many seconds."""
        self._failures, self._pause_until, self._next_poll = 0, 0.0, now
        for state in self.states.values():
            state.next_look = now
            if not state.lasting:
                state.not_before = 0.0
        self._catching_up = True
        self._say(Kind.WOKE, f"This computer slept for {in_words(slept)}. Looking at everything again", None)

    def stop(self) -> None:
        """Begin nothing any more."""
        self._stopping = True

    # -- what to do ---------------------------------------------------------------------------------------------------

    def next(self, now: float) -> Action:
        """The next action; what it begins is noted as begun."""
        if self._lines:
            return self._lines.popleft()
        if self._stopping:
            return Wait(now + 1.0) if any(one.syncing for one in self.states.values()) else Done()
        if self._google and not self._polling and now >= max(self._next_poll, self._pause_until):
            self._polling = True
            return Poll(now >= self._next_full, now)
        looks = [one for one in self._files if not one.looking and now >= one.next_look]
        if looks:
            for one in looks:
                one.looking, one.touched = True, False
            return Look(tuple(one.target.key for one in looks))
        sync = self._next_sync(now)
        if sync is not None:
            return sync
        if self._lines:
            return self._lines.popleft()
        return Wait(self._until(now))

    def _next_sync(self, now: float) -> Sync | None:
        due = sorted((at, key) for key, at in self._due() if at <= now)
        under_way = [one.target.google for one in self.states.values() if one.syncing]
        google, files = sum(under_way), len(under_way) - sum(under_way)
        short = False
        for _, key in due:
            state = self.states[key]
            if state.target.google:
                if google >= self.rhythm.google_at_once:
                    continue
                if self._room_at(now) > now:
                    short = True
                    continue
                self._spent.append(_Spending(now, self.rhythm.a_sync, key))
            elif files >= self.rhythm.files_at_once:
                continue
            state.syncing = True
            return Sync(key, state.seen)
        if short and not self._slow:
            self._slow = True
            waiting = sum(self.states[key].target.google for _, key in due)
            text = f"Google allows {self.rhythm.reads + 10} readings a minute, so {waiting} sheets wait for their turn"
            self._say(Kind.SLOW, text, None)
        if not any(self.states[key].target.google for _, key in due) and not google:
            self._caught_up()
        return None

    def _caught_up(self) -> None:
        """Said once nothing of Google's waits any more, after it was out of reach, slow, or asleep."""
        unread = any(one.must or one.first is not None for one in self._google)
        if not (self._catching_up or self._slow) or self._away or self._polling or unread:
            return
        self._catching_up = self._slow = False
        self._say(Kind.CAUGHT_UP, "Caught up", None)

    def _due(self) -> Iterator[tuple[str, float]]:
        """The targets that are to be synced, and when."""
        for key, state in self.states.items():
            if state.syncing:
                continue
            at = self._google_due(state) if state.target.google else self._file_due(state)
            if at is not None:
                yield key, max(at, state.not_before)

    def _file_due(self, state: State) -> float | None:
        if not state.seen or state.gone or state.holder or state.looking:
            return None
        if state.first is not None or state.must:
            still = state.last + self.rhythm.still_for
            return still if state.looked >= still else None  # the look that finds it still is on its way
        return state.ended + self.rhythm.again_every if state.lasting else None

    def _google_due(self, state: State) -> float | None:
        if not self._listed:
            return None
        if state.must:
            at = 0.0
        elif state.first is not None:
            at = min(state.last + self.rhythm.quiet_for, state.first + self.rhythm.at_latest)
        elif state.lasting:
            at = state.ended + self.rhythm.again_every
        elif state.unlisted:
            at = state.ended + self._unlisted_every()
        else:
            return None
        return max(at, self._pause_until)

    def _unlisted_every(self) -> float:
        """Reading them all takes no more than half of what a minute allows."""
        many = sum(one.unlisted for one in self._google) or len(self._google)
        return max(self.rhythm.unlisted_every, 60.0 * many / (self.rhythm.reads / 2))

    def _room_at(self, now: float) -> float:
        """When one more sync fits into what Google allows in a minute."""
        while self._spent and not self._spent[0].key and self._spent[0].at <= now - 60:
            self._spent.popleft()
        room = self.rhythm.reads - self.rhythm.a_sync
        held = [one for one in self._spent if one.key or one.at > now - 60]
        total = sum(one.reads for one in held)
        at = now
        for one in sorted(held, key=lambda one: one.at):
            if total <= room:
                break
            total -= one.reads
            at = max(now, one.at + 60.0)
        return at

    def _until(self, now: float) -> float:
        moments = [one.next_look for one in self._files if not one.looking]
        if self._google:
            if not self._polling:
                moments.append(max(self._next_poll, self._pause_until))
            free = sum(one.syncing for one in self._google) < self.rhythm.google_at_once
            room = self._room_at(now)
            moments += [max(at, room) for key, at in self._due() if free and self.states[key].target.google]
        moments += [at for key, at in self._due() if not self.states[key].target.google and at > now]
        return min(moments, default=now + 60.0)

    # -- trouble ------------------------------------------------------------------------------------------------------

    def _pause(self, tries: int) -> float:
        return float(min(self.rhythm.first_pause * 2.0 ** min(tries - 1, 20), self.rhythm.longest_pause))

    def _out_of_reach(self, text: str, now: float) -> None:
        """Google cannot be reached, or allows no more: everything of it pauses, longer each time."""
        if now < self._pause_until:
            return  # one of several that failed together
        self._failures += 1
        self._pause_until = self._next_poll = now + self._pause(self._failures)
        if not self._away:
            self._away = text
            self._say(Kind.TROUBLE, f"{text.rstrip('.')}. Going on by itself as soon as that works", None)

    def _reached(self) -> None:
        self._failures, self._pause_until = 0, 0.0
        if self._away:
            self._away, self._catching_up = "", True

    def _trouble(self, state: State, text: str, *, lasting: bool) -> None:
        known = text == state.trouble or (
            state.target.google and any(one.trouble == text for one in self._google if one is not state)
        )
        state.trouble, state.lasting = text, lasting
        if not known:
            label = state.target.label
            self._say(Kind.TROUBLE, text if text.startswith(label) else f"{label}: {text}", state)

    def _say(self, kind: Kind, text: str, state: State | None, end: End | None = None) -> None:
        self._lines.append(Say(kind, text, state.target if state is not None else None, end))

    # -- how it stands ------------------------------------------------------------------------------------------------

    def status(self, state: State) -> str:
        """What a target is doing or waiting for, in words."""
        if state.syncing:
            return "syncing"
        if state.gone and not state.target.google:
            return f"{state.gone}; waiting for it"
        if state.trouble:
            return state.trouble.split("\n")[0]
        if state.holder and (state.first is not None or state.must):
            return f"waiting until you close it ({state.holder})"
        if state.target.google and self._away:
            return "waiting for Google"
        if state.first is not None:
            return "changed; waiting until it is quiet" if state.target.google else "changed; waiting until it is still"
        if state.must:
            return "waiting for its turn"
        return "up to date"

    def waiting(self) -> Iterable[State]:
        """The targets with something that is not synced yet."""
        return (one for one in self.states.values() if one.must or one.first is not None or one.syncing)


def in_words(seconds: float) -> str:
    """A time in words: 40 seconds, 5 minutes, 2 hours."""
    for size, one in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            number = round(seconds / size)
            return f"{number} {one}{'' if number == 1 else 's'}"
    return f"{seconds:.0f} seconds"
