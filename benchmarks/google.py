"""Counts the requests and times the runs of a Google spreadsheet of many calls, against the tests' fake service.

python benchmarks/google.py [--rows 10 1000 10000 50000]

Three runs each: the first (columns and tabs made, all calls written), one with nothing to do, one after a single note was changed. Prints
requests, bytes sent and received, the seconds of the whole run, and how many of them went by inside the fake: only the difference is ours.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

# In place of this folder, whose google.py would stand for the package of that name.
sys.path[0] = str(Path(__file__).resolve().parent.parent / "tests" / "stores")

import google_room  # noqa: E402
from fake_sheets import FakeGoogle  # noqa: E402

from sheetsync import sync  # noqa: E402


class Meter:
    """What goes over the line, and how long the fake takes to answer."""

    def __init__(self, fake: FakeGoogle) -> None:
        self.real = fake.answer
        self.seconds, self.sent, self.received = 0.0, 0, 0

    def __call__(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Any:
        """Answers as the fake does."""
        start = time.perf_counter()
        found = self.real(method, url, headers, body)
        self.seconds += time.perf_counter() - start
        self.sent += len(body or b"")
        self.received += len(found[2])
        return found


def run(rows: int) -> None:
    """Three runs of a log of so many calls."""
    with google_room.room() as here, tempfile.TemporaryDirectory() as state:
        log = here.book.add("Call Log", google_room.calls(rows), rows=rows + 20, cols=14)
        for name in ("first run", "nothing to do", "one note changed"):
            if name == "one note changed":
                log.put(rows // 2, 6, "not interested at all, they use a competitor")
            meter = Meter(here.fake)
            here.fake.answer = meter  # type: ignore[method-assign]
            before = len(here.fake.calls())
            start = time.perf_counter()
            sync.run(
                here.store(), sync.Options(now=google_room.NOW, today=dt.date(2026, 11, 24), force=True), Path(state)
            )
            took = time.perf_counter() - start
            here.fake.answer = meter.real  # type: ignore[method-assign]
            calls = here.fake.calls()[before:]
            print(
                f"{rows:>7} rows  {name:<17} {len(calls):>3} requests  {meter.sent / 1e6:7.2f} MB out {meter.received / 1e6:8.2f} MB in"
                f"  {took:7.2f} s, {took - meter.seconds:6.2f} s of them ours"
            )
    print(
        f"{'':>15}peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (the fake included)"
    )


def main() -> None:
    """Runs all sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10, 1000, 10_000, 50_000])
    for rows in parser.parse_args().rows:
        run(rows)


if __name__ == "__main__":
    main()
