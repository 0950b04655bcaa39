"""Times watch: typed to flagged, idle requests, idle processor time, memory over a week. Against the tests' fake service and real files.

python benchmarks/watch.py [sheets] [file] [idle] [processor] [week] [--rows 5000] [--days 7]

Sheets, idle and week run on a clock of their own: a request takes 0.35 simulated seconds, and what our own code takes is added as it
is measured. File and processor run in real time, with real files and the events of this computer.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# In place of this folder, whose google.py would stand for the package of that name.
TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path[0:1] = [str(TESTS / "stores"), str(TESTS)]

import google_room  # noqa: E402
import openpyxl  # noqa: E402
import responses  # noqa: E402
import watch_office  # noqa: E402
from watch_office import Office, QuickGoogle, Time, on_google, sheet  # noqa: E402

from sheetsync.config.file import Config  # noqa: E402
from sheetsync.watch.hands import HandsHere, place  # noqa: E402
from sheetsync.watch.loop import Loop  # noqa: E402
from sheetsync.watch.scheduler import Kind, Rhythm, Say, Scheduler  # noqa: E402


def p95(found: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(found, n=20)[18]


class Room:
    """So many spreadsheets, and a watch over them on a clock of its own."""

    def __init__(self, mock: responses.RequestsMock, count: int, rows: int, state: Path, rhythm: Rhythm) -> None:
        self.fake, self.time = QuickGoogle(), Time()
        self.fake.install(mock)
        self.office = Office(self.time, real=True)
        client = watch_office.client(self.time, self.fake)
        self.logs = [
            self.fake.book(sheet(at), title=f"Log {at}").add("Call Log", google_room.calls(rows)) for at in range(count)
        ]
        places = [on_google(at) for at in range(count)]
        self.office.opens(
            watch_office.scheduler(places, rhythm),
            watch_office.hands(places, state, self.time, rhythm, client),
        )

    def settle(self) -> None:
        """Until everything is synced."""
        while any(self.office.scheduler.waiting()) or not self.office.polls:
            self.office.run(self.time.office + 30)

    def types(self, number: int, row: int, text: str) -> None:
        """A person types a note."""
        self.fake.touched.add(sheet(number))
        self.logs[number].put(row, 6, text)


def sheets(rounds: int = 24) -> None:
    """50 sheets, of which 5 change at a time."""
    chance = random.Random(1)
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock, tempfile.TemporaryDirectory() as state:
        room = Room(mock, 50, 30, Path(state), Rhythm())
        room.settle()
        started = room.time.office
        typed: dict[str, float] = {}
        took: list[float] = []
        room.office.ends.clear()
        before = len(room.fake.seen)
        start = room.time.office
        for number in range(rounds):
            at = start + 60 * number
            for one in chance.sample(range(50), 5):
                moment = at + chance.uniform(0, 5)

                def types(one: int = one, moment: float = moment, number: int = number) -> None:
                    typed[sheet(one)] = moment
                    room.types(one, 1 + number % 30, f"not interested, they use a competitor since {number}")

                room.office.at(moment, types)
            room.office.run(at + 60)
            for moment, key, worked in room.office.ends:
                if worked.end.written and key in typed:
                    took.append(moment - typed.pop(key))
            room.office.ends.clear()
        reads = [one for one in room.fake.seen[before:] if one.kind == "read"]
        print(
            f"50 sheets, 5 change at a time: typed to flagged p50 {statistics.median(took):.1f} s, p95 {p95(took):.1f} s, "
            f"most {max(took):.1f} s ({len(took)} of {rounds * 5} changes); {len(reads) / rounds:.1f} reads a round; the first sync of all took {started:.0f} s"
        )


def idle() -> None:
    """An hour in which nobody types."""
    for count in (1, 50, 500):
        with (
            responses.RequestsMock(assert_all_requests_are_fired=False) as mock,
            tempfile.TemporaryDirectory() as state,
        ):
            rhythm = Rhythm(google_at_once=50, reads=10**6)
            room = Room(mock, count, 1, Path(state), rhythm)
            room.fake.quota = {"read": 10**6, "write": 10**6}
            room.settle()
            room.office.run(room.time.office + 60)
            before, polls = len(room.fake.seen), room.office.polls
            processor = time.process_time()
            room.office.run(room.time.office + 3600)
            processor = time.process_time() - processor
            seen = room.fake.seen[before:]
            print(
                f"{count:>3} sheets idle for an hour: {room.office.polls - polls} polls, {len(seen)} requests "
                f"({sum(one.kind != 'drive' for one in seen)} of them to Sheets); {processor / 36:.2f} % of a core, the fake included"
            )


def file(rows: int, rounds: int = 12) -> None:
    """A file of many calls that is saved and closed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.xlsx"
        book = openpyxl.Workbook()
        tab = book.active
        assert tab is not None
        tab.title = "Call Log"
        for row in google_room.calls(rows):
            tab.append(list(row))
        book.save(path)
        here = place(str(path), "")
        rhythm = Rhythm()
        scheduler = Scheduler([here.target], rhythm)
        hands = HandsHere([here], Config(), Path(folder) / "state", rhythm, wall=lambda: google_room.NOW)
        owner = path.with_name(f"~${path.name}")
        took: list[float] = []
        closed = 0.0

        def edits() -> None:
            """Somebody opens it, changes one note, saves and closes."""
            nonlocal closed
            owner.write_bytes(b"Ann")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(path)
            number = len(took)
            book["Call Log"].cell(2 + number * 6, 7).value = f"not interested, happy with what they have ({number})"
            fresh = path.with_suffix(".saving")
            book.save(fresh)
            fresh.replace(path)
            time.sleep(0.3)
            owner.unlink()
            closed = time.perf_counter()

        def say(line: Say) -> None:
            if line.kind is Kind.TROUBLE:
                raise SystemExit(line.text)
            if line.kind is not Kind.SYNCED:
                return
            if closed:
                took.append(time.perf_counter() - closed)
            if len(took) == rounds:
                loop.stop()
            else:
                edits()

        loop = Loop(
            scheduler, hands, paths={here.target.key: path}, say=say, shown=lambda: None, clock=time.monotonic, wall=lambda: google_room.NOW
        )  # fmt: skip
        loop.run()
        print(f"a file of {rows:,} rows: closed to flagged p50 {statistics.median(took):.2f} s, p95 {p95(took):.2f} s, most {max(took):.2f} s ({len(took)} saves)")  # fmt: skip


def processor(seconds: float = 30.0) -> None:
    """The command itself over 40 files that nobody touches."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "SHEETSYNC_STATE": f"{folder}/state", "SHEETSYNC_CONFIG": f"{folder}/config"}
        names = []
        for at in range(40):
            book = openpyxl.Workbook()
            tab = book.active
            assert tab is not None
            tab.title = "Call Log"
            for row in google_room.calls(3):
                tab.append(list(row))
            names.append(f"{folder}/log {at}.xlsx")
            book.save(names[-1])
        words = [sys.executable, "-m", "sheetsync", "watch", "--json", *names]
        with subprocess.Popen(words, env=environ, stdout=subprocess.PIPE, text=True) as ran:
            assert ran.stdout is not None
            for _ in range(41):
                ran.stdout.readline()
            time.sleep(5)

            def used() -> float:
                fields = Path(f"/proc/{ran.pid}/stat").read_text().rsplit(")", 1)[1].split()
                return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

            start, before = time.monotonic(), used()
            time.sleep(seconds)
            share = (used() - before) / (time.monotonic() - start)
            memory = int(Path(f"/proc/{ran.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
            stop = time.monotonic()
            ran.terminate()
            code = ran.wait(timeout=30)
        print(f"40 files idle: {share * 100:.2f} % of a core over {seconds:.0f} s, {memory:.0f} MB; stopped by SIGTERM in {time.monotonic() - stop:.2f} s with exit code {code}")  # fmt: skip


def week(days: int) -> None:
    """Five sheets and a change an hour each, day and night; polled twice a minute."""

    def resident() -> float:
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    chance = random.Random(1)
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock, tempfile.TemporaryDirectory() as state:
        room = Room(mock, 5, 10, Path(state), Rhythm(every=30.0))
        room.settle()
        found: list[float] = []
        syncs = 0
        for _ in range(days):
            for _ in range(24):
                base = room.time.office
                for number in range(5):
                    text = f"left voicemail {chance.randrange(10**6)}"
                    room.office.at(
                        base + chance.uniform(0, 3500), lambda number=number, text=text: room.types(number, 3, text)
                    )
                room.office.run(base + 3600)
                room.fake.seen.clear()
                mock.calls.reset()
                for one in mock.registered():  # the test double keeps every answer twice
                    one.calls.reset()
                room.office.lines.clear()
                syncs += len(room.office.ends)
                room.office.ends.clear()
            found.append(resident())
        print(f"{days} simulated days, {syncs} syncs, {room.office.polls} polls: resident memory at the end of each day {', '.join(f'{one:.1f}' for one in found)} MB")  # fmt: skip


def main() -> None:
    """Runs what is named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*")
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--days", type=int, default=7)
    asked = parser.parse_args()
    every: dict[str, Callable[[], Any]] = {
        "sheets": sheets,
        "file": lambda: file(asked.rows),
        "idle": idle,
        "processor": processor,
        "week": lambda: week(asked.days),
    }
    for name in asked.what or every:
        every[name]()
    print(f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
