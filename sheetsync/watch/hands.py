"""What touches the world for the loop: files on disk, Google, and the syncs themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sheetsync import stores
from sheetsync.config.file import Config
from sheetsync.errors import UsageError
from sheetsync.watch import files, work
from sheetsync.watch.google import Google
from sheetsync.watch.ledger import Ledger
from sheetsync.watch.scheduler import Rhythm, Seen, Target
from sheetsync.watch.work import Request, Worked

if TYPE_CHECKING:
    from sheetsync.stores.google_http import Client


@dataclass(frozen=True, slots=True)
class Place:
    """Where a watched workbook is."""

    target: Target
    tab: str | None = None
    path: Path | None = None  # None: it is a spreadsheet of Google's


def place(where: str, label: str, *, tab: str | None = None, need: bool = True) -> Place:
    """Where the workbook is that a path, an address or an id means.

    Args:
        label: what people call it; "" leaves it to the file's name, or the end of the id.
        need: refuse a file that is not there; one that sheetsync.toml names may be on a drive that comes later.

    Raises:
        UsageError: it is no workbook, or not there.
    """
    if stores.is_google(where):
        from sheetsync.stores import google

        number = google.spreadsheet_id(where)
        return Place(Target(number, label or f"sheet …{number[-6:]}", google=True), tab)
    path = Path(where).expanduser()
    path = path if path.is_absolute() else Path.cwd() / path
    if need and not path.exists():
        raise UsageError(f"There is no file {where}.")
    if path.suffix.casefold() not in (".xlsx", ".xlsm"):
        raise UsageError(f"{where} is no Excel workbook (.xlsx or .xlsm), so it cannot be watched.")
    return Place(Target(str(path.resolve()), label or path.name), tab, path)


class HandsHere:
    """The hands of this computer.

    Args:
        wall: the time of day, with a time zone.
        client: a sign-in to Google that is there already.
    """

    def __init__(
        self,
        places: Sequence[Place],
        config: Config,
        state: Path,
        rhythm: Rhythm,
        *,
        wall: Callable[[], dt.datetime],
        client: Client | None = None,
    ) -> None:
        self._places = {one.target.key: one for one in places}
        self._numbers = [one.target.key for one in places if one.target.google]
        self._config, self._state, self._wall = config, state, wall
        self._ledger = Ledger(state / "watch" / "requests", wall)
        self._google = Google(config, per_minute=rhythm.reads, ledger=self._ledger, client=client)

    def reads_before(self) -> list[float]:
        """How many seconds ago Google was asked, in the last minute, by a watch that was there before."""
        return [ago for ago, kind in self._ledger.before() if kind == "read"]

    def look(self, key: str) -> Seen:
        """How a file stands."""
        path = self._places[key].path
        assert path is not None
        return files.look(path)

    def times(self, *, full: bool) -> dict[str, str]:
        """What Drive says of the spreadsheets."""
        return self._google.times(self._numbers, full=full)

    def mend(self) -> None:
        """The sign-in is read anew, in case that somebody signed in meanwhile."""
        self._google.sign_in_again()

    def sync(self, key: str, version: str) -> Worked:
        """One sync; never raises."""
        one = self._places[key]
        request = Request(self._wall(), self._state, one.tab, self._config.limits.largest_change)
        path = one.path
        if path is not None:
            return work.sync_file(path, request, lambda: stores.open_store(path, state=self._state))
        return work.sync_sheet(version, request, lambda: self._google.open(key, version))
