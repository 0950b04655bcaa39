"""Times how fast the command line starts, against importing click alone.

python benchmarks/start.py [--runs 15]

Every command runs as a process of its own, all of them in turn, and the least of each counts; ratios within one run are what matters, not seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sync import make

ROWS = 500


def main() -> int:
    """Prints the figures; 1 where one is beyond its bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        env = {**os.environ, "SHEETSYNC_STATE": str(folder / "state"), "SHEETSYNC_CONFIG": str(folder)}
        log = folder / "log.xlsx"
        make(log, ROWS)
        sync = [sys.executable, "-m", "sheetsync", "sync", str(log)]
        subprocess.run(sync, check=True, env=env, cwd=folder, stdout=subprocess.DEVNULL)
        commands = {
            "import click": ([sys.executable, "-c", "import click"], 0.0),
            "--version": ([sys.executable, "-m", "sheetsync", "--version"], 2.0),
            "--help": ([sys.executable, "-m", "sheetsync", "--help"], 0.0),
            f"sync, {ROWS} rows, nothing to do": (sync, 4.0),
        }
        best = dict.fromkeys(commands, 1e9)
        for _ in range(options.runs):
            for name, (command, _) in commands.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, env=env, cwd=folder, stdout=subprocess.DEVNULL)
                best[name] = min(best[name], time.perf_counter() - start)
    floor = best["import click"]
    slow = False
    for name, (_, bar) in commands.items():
        ratio = best[name] / floor
        slow = slow or bool(bar and ratio > bar)
        print(
            f"{name:<32} {best[name] * 1000:7.0f} ms   {ratio:5.2f} x import click"
            + (f" (bar: {bar:g})" if bar else "")
        )
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
