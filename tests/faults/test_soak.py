"""A long time at a simulated office, with faults: at the end all is as people typed it, and as the rules say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from office import InMemory, Office, OnDisk

#: Days at the office; 1,000 by hand: SHEETSYNC_SOAK=1000.
DAYS = int(os.environ.get("SHEETSYNC_SOAK", "0"))


@pytest.mark.parametrize(
    ("home", "days", "seed"),
    [(InMemory, 60, 1), (InMemory, 60, 2), (OnDisk, 25, 3)],
    ids=["memory 1", "memory 2", "excel"],
)
def test_days_at_the_office(tmp_path: Path, home: type[InMemory] | type[OnDisk], days: int, seed: int) -> None:
    """Every typed cell is as typed, every cell of ours is what a fresh classification gives or was changed by hand, and no note is lost."""
    office = Office(lambda rows: home(tmp_path, rows), seed)
    for _ in range(DAYS or days):
        office.work()
    wrong = office.wrong()
    print(f"{DAYS or days} days: {dict(office.tally)}, {len(office.typed)} rows, {len(office.by_hand)} cells by hand")

    assert [] == wrong
    if isinstance(office.home, OnDisk):
        assert ["log.xlsx"] == [one.name for one in office.home.folder.iterdir()]
