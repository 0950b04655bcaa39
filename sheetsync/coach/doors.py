"""Where the clients' logs are, and how they are opened: Excel files by their path, Google spreadsheets with one sign-in for all."""

from __future__ import annotations

import logging
import ntpath
import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sheetsync import stores
from sheetsync.coach.client import Place
from sheetsync.config.file import Config
from sheetsync.errors import SheetsyncError, UsageError
from sheetsync.stores.base import Store

if TYPE_CHECKING:
    from sheetsync.stores.google_http import Client, Pace

log = logging.getLogger("sheetsync.coach")

#: With fewer Google clients than this, asking each costs no more than asking Drive.
_WORTH_A_LIST = 2


class Doors:
    """Finds and opens the logs of a roster.

    Args:
        base: the folder that relative paths start from: the roster's own.
        config: what sheetsync.toml says; a client may be given by a name in it.
        client: a sign-in to Google that is there already, with a ``SharedPace``.
    """

    def __init__(
        self, base: Path, config: Config, *, state: Path, wait: float = 0.0, client: Client | None = None
    ) -> None:
        self.base, self.config, self.state, self.wait = base, config, state, wait
        self._client = client
        self._drive_pace: Pace | None = None
        self._own = threading.local()
        self._signing_in = threading.Lock()
        self._modified: dict[str, str] = {}

    def place(self, where: str) -> Place:
        """Where the log is that a cell of the roster means.

        Raises:
            UsageError: it is an address, but none of a spreadsheet that can be edited.
        """
        text = where.strip().strip('"').strip()
        named = self.config.target(text)
        if named is not None:
            found = self._place(named.where)
            tab, limit = named.tab, self.config.limits.largest_change
            return Place(found.where, found.identity, found.google, tab, limit)
        return self._place(text)

    def _place(self, text: str) -> Place:
        if stores.is_google(text):
            from sheetsync.stores import google

            number = google.spreadsheet_id(text)
            return Place(number, f"google:{number}", google=True)
        if text.casefold().startswith(("http://", "https://")):
            raise UsageError(
                f"{text} is not the address of a Google spreadsheet. For an Excel file kept elsewhere, let its folder be synced to "
                "this computer and give the path of the file."
            )
        path = self.base / _as_path(text)
        try:
            path = path.resolve()
            known = path.stat()
            return Place(str(path), f"file:{known.st_dev}:{known.st_ino}")
        except OSError:
            return Place(str(path), f"file:{path}")

    def ask_once(self, places: Iterable[Place]) -> str:
        """Asks Google for the times of all spreadsheets in one listing, so that unchanged ones need not be read.

        Gives back why that was not possible, in words; "" where it was. Nothing depends on it but time.
        """
        from sheetsync.stores import google_drive

        numbers = [place.where for place in places if place.google]
        if len(numbers) < _WORTH_A_LIST:
            return ""
        try:
            self._modified = google_drive.modified_times(self._signed_in(), numbers)
        except SheetsyncError as error:
            log.info("Drive gave no listing: %s", error)
            return f"Google Drive did not say which spreadsheets have changed, so each one is read. {error}"
        return ""

    def open(self, place: Place) -> Store:
        """The store of a log.

        Raises:
            SheetsyncError: nobody is signed in to Google.
        """
        if not place.google:
            return stores.open_store(place.where, state=self.state, wait=self.wait)
        from sheetsync.stores import google_drive

        sheets, drive = self._thread_clients()
        return google_drive.DatedStore(place.where, sheets, self._modified.get(place.where, ""), drive=drive)

    def open_roster(self, target: str) -> Store:
        """The store of the roster itself.

        Raises:
            SheetsyncError: it is no workbook, or nobody is signed in to Google.
        """
        if stores.is_google(target):
            from sheetsync.stores import google

            return google.GoogleStore(google.spreadsheet_id(target), self._signed_in())
        return stores.open_store(target, state=self.state, wait=self.wait)

    def _signed_in(self) -> Client:
        with self._signing_in:
            if self._client is None:
                from sheetsync.stores import google_drive

                self._client = google_drive.connect(
                    credentials=self.config.credentials, here=self.config.path.parent if self.config.path else None
                )
            return self._client

    def _thread_clients(self) -> tuple[Client, Client]:
        """Connections to Sheets and to Drive. They are not shared between threads; the paces and the sign-in are."""
        from sheetsync.stores import google_drive

        found: tuple[Client, Client] | None = getattr(self._own, "clients", None)
        if found is None:
            first = self._signed_in()
            with self._signing_in:
                if self._drive_pace is None:
                    self._drive_pace = google_drive.SharedPace(
                        google_drive.DRIVE_PER_MINUTE, clock=first.clock, sleep=first.sleep
                    )
            found = self._own.clients = (google_drive.another(first), google_drive.another(first, self._drive_pace))
        return found


def _as_path(text: str) -> Path:
    """A path as people write it: with backslashes on any system, from the home directory, or as a file:// address."""
    if text.casefold().startswith("file://"):
        text = unquote(urlsplit(text).path)
        if ntpath.splitdrive(text.lstrip("/"))[0]:
            text = text.lstrip("/")
    if os.name != "nt" and "\\" in text and "/" not in text:
        text = text.replace("\\", "/")
    return Path(text).expanduser()
