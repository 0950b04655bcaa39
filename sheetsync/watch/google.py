"""Google spreadsheets that are watched: one sign-in and one pace for all of them, one question to Drive for all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sheetsync.config.file import Config
from sheetsync.stores.base import Store
from sheetsync.watch.ledger import Ledger

if TYPE_CHECKING:
    from sheetsync.stores.google_http import Client, Pace

#: A request that fails is tried again for so long (seconds); after that the scheduler's own pauses are longer, and it can be stopped.
_DEADLINE = 45.0


class Google:
    """Signs in when first needed, and again after ``sign_in_again``.

    Args:
        per_minute: the reads, and the writes, that are made in a minute at most.
        ledger: what was asked in the last minute, by a watch before this one too.
        client: a sign-in that is there already, for tests.
    """

    def __init__(self, config: Config, *, per_minute: int, ledger: Ledger, client: Client | None = None) -> None:
        self._config, self._per_minute, self._ledger = config, per_minute, ledger
        self._given = client
        self._first: Client | None = None
        self._paces: tuple[Pace, Pace] | None = None
        self._own = threading.local()
        self._lock = threading.Lock()
        self._since = ""

    def sign_in_again(self) -> None:
        """Somebody may have mended the sign-in: the next question reads the credentials anew."""
        with self._lock:
            self._first = None

    def _signed_in(self) -> Client:
        from sheetsync.stores import google_drive

        with self._lock:
            if self._first is None:
                here = self._config.path.parent if self._config.path else None
                self._first = self._given or google_drive.connect(credentials=self._config.credentials, here=here)
                self._first.deadline = min(self._first.deadline, _DEADLINE)
            if self._paces is None:
                clock, sleep = self._first.clock, self._first.sleep
                self._paces = (
                    google_drive.KeptPace(
                        self._per_minute, clock=clock, sleep=sleep, note=self._ledger.note, before=self._ledger.before()
                    ),
                    google_drive.SharedPace(google_drive.DRIVE_PER_MINUTE, clock=clock, sleep=sleep),
                )
            return self._first

    def _clients(self) -> tuple[Client, Client]:
        """Connections to Sheets and to Drive for this thread."""
        from sheetsync.stores import google_drive

        first = self._signed_in()
        held: tuple[Client, Client, Client] | None = getattr(self._own, "clients", None)
        if held is None or held[0] is not first:
            assert self._paces is not None
            sheets, drive = (google_drive.another(first, pace) for pace in self._paces)
            held = self._own.clients = (first, sheets, drive)
        return held[1], held[2]

    def times(self, ids: Iterable[str], *, full: bool) -> dict[str, str]:
        """When these were last changed; unless ``full``, only of those that changed lately, in one request.

        Raises:
            SheetsyncError: as ``google_drive.modified_times`` does.
        """
        from sheetsync.stores import google_drive

        _, drive = self._clients()
        drive.made.clear()
        found, latest = google_drive.latest_times(drive, ids, since="" if full else self._since)
        self._since = max(latest, self._since)
        return found

    def open(self, number: str, modified: str) -> tuple[Store, Callable[[], int]]:
        """The store of a spreadsheet that Drive said was changed then, and how many reads it has cost so far."""
        from sheetsync.stores import google_drive

        sheets, drive = self._clients()
        sheets.made.clear()
        drive.made.clear()
        store = google_drive.DatedStore(number, sheets, modified, drive=drive)
        return store, lambda: sum(one.endswith(" read") for one in sheets.made)
