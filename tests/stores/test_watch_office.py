"""A simulated office: sheets and files that people type into, save, open and close, with faults and kills, on a clock of its own."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import responses
import watch_office
from fake_sheets import Fault, Sheet
from faults import failing
from watch_office import Office, QuickGoogle, Time, on_disk, on_google, sheet

from sheetsync import sync
from sheetsync.config.file import Config
from sheetsync.grid import Snapshot, Tab, Value
from sheetsync.stores.excel import ExcelStore
from sheetsync.stores.google import GoogleStore
from sheetsync.stores.memory import MemoryStore
from sheetsync.sync import Options
from sheetsync.watch.hands import HandsHere, Place
from sheetsync.watch.scheduler import Rhythm
from sheetsync.watch.work import Worked

HEADS = ("Date", "Rep", "Prospect", "Company", "Spoke with", "Outcome", "Notes")
OURS = ("Great?", "Follow-up", "Next action", "Why")
NOTES = (
    "That sounds interesting! Can you come to my office next week?",
    "left voicemail",
    "not interested, happy with what they have",
    "let me think about it, call me in two weeks",
    "send me some info",
    "receptionist took a message",
    "",
)


class Killed(BaseException):
    """The process ended."""


@dataclass
class Log:
    """What people typed into one log, and how they type."""

    place: Place
    typed: list[list[Any]] = field(default_factory=list)

    def row(self, chance: random.Random, number: int) -> list[Any]:
        """A call."""
        day = dt.date(2026, 11, 2) + dt.timedelta(days=chance.randrange(20))
        return [day, "Ann", f"Pat Number{number}", f"Acme {number} Inc", chance.choice(("Owner", "receptionist", None)), None, chance.choice(NOTES) or None]  # fmt: skip

    def change(self, chance: random.Random) -> tuple[int, int, Any]:
        """A person types into a cell of a row that is there, or begins a new row; where, and what."""
        if chance.random() < 0.3:
            self.typed.append(self.row(chance, len(self.typed)))
            return len(self.typed) - 1, -1, self.typed[-1]
        row, col = chance.randrange(len(self.typed)), chance.choice((4, 6))
        self.typed[row][col] = chance.choice(("Owner", "gatekeeper", "VP")) if col == 4 else chance.choice(NOTES[:-1])
        return row, col, self.typed[row][col]


class Desk:
    """A file that a person opens, types into, saves and closes."""

    def __init__(self, log: Log, office: Office, chance: random.Random) -> None:
        self.log, self.office, self.chance = log, office, chance
        assert log.place.path is not None
        self.path = log.place.path
        self.away = self.path.with_name(f"{self.path.name}.away")
        self.pending: list[tuple[int, int, Any]] = []
        self.owner = self.path.with_name(chance.choice((f"~${self.path.name}", f".~lock.{self.path.name}#")))

    def write(self, data: bytes) -> None:
        """As programs save: a new file takes the old one's place."""
        fresh = self.path.with_name(f"{self.path.stem}.saving")
        fresh.write_bytes(data)
        fresh.replace(self.path)
        self.event()

    def event(self) -> None:
        """Most file systems tell; some do not."""
        if self.chance.random() < 0.7:
            self.office.scheduler.touched(self.log.place.target.key, self.office.time.office)

    def open(self) -> None:
        """A person opens it, types for a while, saves now and then, and closes it."""
        if not self.path.exists() or self.owner.exists():
            return
        self.owner.write_bytes(b"Ann")
        self.event()
        at = self.office.time.office
        for _ in range(self.chance.randint(1, 3)):
            at += self.chance.uniform(1, 20)
            self.office.at(at, self.save)
        self.office.at(at + self.chance.uniform(0.1, 15), self.close)

    def save(self) -> None:
        """Types and saves."""
        import warnings

        if not self.path.exists():
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(self.path)
        tab = book["Call Log"]
        for _ in range(self.chance.randint(1, 3)):
            row, col, value = self.log.change(self.chance)
            for at, one in enumerate(value) if col < 0 else ((col, value),):
                tab.cell(row + 2, at + 1).value = one
        out = io.BytesIO()
        book.save(out)
        self.write(out.getvalue())

    def close(self) -> None:
        """Closes it."""
        self.owner.unlink(missing_ok=True)
        self.event()

    def take_away(self) -> None:
        """The drive goes away, or the file is renamed, and comes back."""
        if self.owner.exists() or not self.path.exists():
            return
        self.path.replace(self.away)
        self.event()
        self.office.at(self.office.time.office + self.chance.uniform(0.2, 60), self.bring_back)

    def bring_back(self) -> None:
        """It is there again."""
        self.away.replace(self.path)
        self.event()


class Never(random.Random):
    """Nobody dies any more."""

    def random(self) -> float:
        """Above every chance."""
        return 1.0


class Mortal(HandsHere):
    """Hands whose process is killed in the middle of some syncs of files, at one of the boundaries of its file layer."""

    def __init__(self, *more: Any, folder: Path, chance: random.Random, **named: Any) -> None:
        super().__init__(*more, **named)
        self.folder, self.chance = folder, chance

    def sync(self, key: str, version: str) -> Worked:
        """One sync; or its beginning, in a process that dies."""
        if Path(key).suffix != ".xlsx" or self.chance.random() > 0.25:
            return super().sync(key, version)
        layer = failing.Layer((self.folder,), at=self.chance.randrange(60), act=failing.kill)

        def work() -> None:
            with failing.layered(layer):
                HandsHere.sync(self, key, version)

        if failing.in_child(work) == failing.KILLED:
            raise Killed
        return super().sync(key, version)


def _file(path: Path, log: Log, rows: int, chance: random.Random) -> None:
    book = openpyxl.Workbook()
    tab = book.active
    assert tab is not None
    tab.title = "Call Log"
    log.typed = [log.row(chance, at) for at in range(rows)]
    for line in (HEADS, *log.typed):
        tab.append(list(line))
    book.save(path)


def _fresh(log: Log, now: dt.datetime, state: Path) -> list[list[Value]]:
    """What a classification from scratch gives for what was typed."""
    rows = [list(HEADS), *log.typed]
    columns = [[row[col] for row in rows] for col in range(len(HEADS))]
    store = MemoryStore([Tab("Call Log", columns, len(rows))], target=f"memory:{log.place.target.label}")
    sync.run(store, Options(now=now), state)
    return _cells(store.read(), len(rows))[len(HEADS) :]


def _cells(snapshot: Snapshot, height: int) -> list[list[Value]]:
    tab = snapshot.tab("Call Log")
    assert tab is not None
    heads = [tab.at(0, col) for col in range(tab.width)]
    return [[tab.at(row, heads.index(head)) for row in range(1, height)] for head in (*HEADS, *OURS)]


@pytest.fixture
def fake() -> Iterator[QuickGoogle]:
    """A fake Google."""
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        made = QuickGoogle()
        made.install(mock)
        yield made


@pytest.mark.parametrize("seed", [1])
def test_an_office_of_sheets_and_files(seed: int, fake: QuickGoogle, tmp_path: Path) -> None:
    """After a morning of edits, saves, opens, closes, faults and kills: every typed cell as typed, every cell of ours right, the quota kept."""
    chance = random.Random(seed)
    time, minutes = Time(), 6
    office = Office(time)
    signed_in = watch_office.client(time, fake, seed=seed)
    logs: list[Log] = []
    sheets: dict[str, Sheet] = {}
    for number in range(20):
        log = Log(on_google(number))
        log.typed = [log.row(chance, at) for at in range(chance.randint(2, 6))]
        book = fake.book(sheet(number), title=f"Log {number}")
        sheets[log.place.target.key] = book.add("Call Log", [HEADS, *log.typed])
        logs.append(log)
    desks: list[Desk] = []
    for number in range(5):
        path = tmp_path / f"log {number}.xlsx"
        log = Log(on_disk(path))
        _file(path, log, 5, chance)
        logs.append(log)
        desks.append(Desk(log, office, chance))
    requests: list[tuple[float, str]] = []
    fake.before.append(lambda kind: requests.append((time(), kind)))
    rhythm = Rhythm(again_every=120.0, longest_pause=60.0)
    places = [log.place for log in logs]

    def begin() -> None:
        real = Mortal(
            places,
            Config(),
            tmp_path / "state",
            rhythm,
            wall=time.wall,
            client=signed_in,
            folder=tmp_path,
            chance=chance,
        )
        office.opens(watch_office.scheduler(places, rhythm), real)

    def types() -> None:
        log = chance.choice(logs[:20])
        fake.touched.add(log.place.target.key)
        for _ in range(chance.choice((1, 1, 1, 4))):
            row, col, value = log.change(chance)
            for at, one in enumerate(value) if col < 0 else ((col, value),):
                sheets[log.place.target.key].put(row + 1, at, one)

    def fails() -> None:
        code = chance.choice((0, 429, 500, 503, 503))
        fake.faults.append(
            Fault(chance.choice(("read", "write", "any", "drive")), code=code, times=chance.choice((1, 2, 30)))
        )

    killed = Counter[str]()

    def kills() -> None:
        left = chance.randint(0, 6)

        def act(kind: str) -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                act_in.remove(act)
                killed[kind] += 1
                raise Killed

        act_in = chance.choice((fake.before, fake.after))
        act_in.append(act)

    begin()
    for moment in sorted(chance.uniform(0, minutes * 60) for _ in range(minutes * 5)):
        office.at(moment, types)
    for desk in desks:
        for moment in (chance.uniform(0, minutes * 60) for _ in range(3)):
            office.at(moment, desk.open)
        office.at(chance.uniform(0, minutes * 60), desk.take_away)
    for moment in (chance.uniform(60, minutes * 60) for _ in range(8)):
        office.at(moment, fails)
    for moment in (chance.uniform(60, minutes * 60) for _ in range(4)):
        office.at(moment, kills)
    end = minutes * 60.0
    while time.office < end:
        try:
            office.run(end)
        except Killed:
            killed["file"] += not time.inside
            time.office += time.took()
            begin()
    fake.faults.clear()
    fake.before[:], fake.after[:] = fake.before[:2], []
    office.hands.chance = Never()  # type: ignore[attr-defined]
    office.run(end + 3 * rhythm.longest_pause)
    while any(office.scheduler.waiting()) and time.office < end + 1200:
        office.run(time.office + 20)
    office.run(time.office + 20)

    assert [] == [one.target.label for one in office.scheduler.waiting()], f"seed {seed}"
    now = time.wall()
    for log in logs:
        height = len(log.typed) + 1
        if log.place.path is not None:
            found = _cells(ExcelStore(log.place.path).read(), height)
        else:
            found = _cells(GoogleStore(log.place.target.key, signed_in).read(), height)
        typed = [[row[col] for row in log.typed] for col in range(len(HEADS))]
        assert typed == found[: len(HEADS)], f"seed {seed}, {log.place.target.label}"
        assert _fresh(log, now, tmp_path / "fresh") == found[len(HEADS) :], f"seed {seed}, {log.place.target.label}"
    assert killed["file"], f"seed {seed}: no sync of a file was killed"
    assert killed.total() > killed["file"], f"seed {seed}: no sync of a sheet was killed"
    for kind in ("read", "write"):
        times = sorted(at for at, what in requests if what == kind)
        most = max(sum(1 for other in times if at <= other < at + 60) for at in times)
        assert most <= 60, f"seed {seed}: {most} {kind}s in a minute"
