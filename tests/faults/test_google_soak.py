"""A long time at the simulated office on a Google spreadsheet, with faults: at the end all is as people typed it, and as the rules say."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import room
from google_desk import Desk, Doom, Killed
from google_trouble import Trouble
from office import Cells, Office

from sheetsync.errors import SheetsyncError
from sheetsync.grid import Value
from sheetsync.stores.base import Store

#: Days at the office; 1,000 by hand: SHEETSYNC_SOAK=1000. And with which chance: SHEETSYNC_SEED.
DAYS = int(os.environ.get("SHEETSYNC_SOAK", "0"))
SEED = int(os.environ.get("SHEETSYNC_SEED", "5"))


class OnGoogle:
    """A spreadsheet, whose runs are killed at requests, and meet every trouble that there is."""

    def __init__(self, folder: Path, rows: list[list[Value]]) -> None:
        self.desk = Desk(folder)
        self.state = self.desk.state
        self.desk.book.add(room.LOG, rows, rows=80, cols=len(rows[0]))
        self.troubles: Counter[str] = Counter()

    def store(self) -> Store:
        """The spreadsheet as a new process opens it."""
        self.desk.clock.now += 120
        self.desk.fake.seen.clear()
        return self.desk.store()

    def type(self, cells: Cells, tab: str) -> None:
        """In the browser."""
        sheet = self.desk.book.sheet(tab)
        for (row, col), value in cells.items():
            sheet.put(row, col, value)

    def fail(self, run: Callable[[Store], object], chance: random.Random) -> str:
        """The process is killed at some request; or answers are lost, late, cut or wrong."""
        self.desk.clock.now += 120
        parts = chance.choice((4_000, 1_900_000))
        if chance.random() < 0.5:
            doom = Doom(self.state, chance.randrange(8), chance.random() < 0.5)
            try:
                run(self.desk.store(doom, most_bytes=parts))
            except Killed:
                doom.bury()
                return "killed"
            return "nothing to fail at"
        wire = Trouble(chance, chance.choice((0.2, 0.5, 1.0)), chance.choice((1, 3, 30)))
        store = self.desk.store(wire, most_bytes=parts)
        store.client.most_answer = 8_000_000
        try:
            run(store)
        except SheetsyncError as error:
            return f"failed ({type(error).__name__})"
        finally:
            self.troubles.update(wire.tally)
        return "got through"


@pytest.mark.parametrize("seed", [SEED])
def test_days_at_the_office_on_google(tmp_path: Path, seed: int) -> None:
    """Every typed cell is as typed, every cell of ours is what a fresh classification gives or was changed by hand, and no note is lost."""
    homes: list[OnGoogle] = []

    def home(rows: list[list[Value]]) -> OnGoogle:
        homes.append(OnGoogle(tmp_path, rows))
        return homes[-1]

    office = Office(home, seed)
    for _ in range(DAYS or 12):
        office.work()
    wrong = office.wrong()
    desk = homes[0].desk
    print(f"{DAYS or 12} days: {dict(office.tally)}, {dict(homes[0].troubles)}")
    print(f"{len(office.typed)} rows, {len(office.by_hand)} cells by hand, {len(desk.entries())} runs in the journal")

    assert [] == wrong
    assert [] == desk.strays()
    assert [] == [one.run for one in desk.entries() if not one.ended]
    titles = [sheet.title for sheet in desk.book.sheets]
    assert len(titles) == len({*titles})
