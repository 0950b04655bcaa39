"""When spreadsheets were last changed, many in one request of Google Drive's: an unchanged one need not be read."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import gspread.urls

from sheetsync.errors import CannotUse, SheetsyncError
from sheetsync.grid import Changes, Snapshot
from sheetsync.stores import google
from sheetsync.stores.google import GoogleStore
from sheetsync.stores.google_http import PER_MINUTE, BadRequest, Client, Pace
from sheetsync.stores.google_sign_in import SHEETS

#: Names, times and sharing of files, and none of their content.
METADATA = "https://www.googleapis.com/auth/drive.metadata.readonly"

_QUERY = "mimeType='application/vnd.google-apps.spreadsheet' and trashed=false"
#: Files a page (Drive's most), and pages: of an account with more, the oldest are read one by one.
_A_PAGE, _MOST_PAGES = 1000, 20
#: Files a page where only what changed lately is asked for.
_LATEST = 100


#: Drive counts apart from Sheets, and allows far more (200 a second for a user; limits page of the Drive API).
DRIVE_PER_MINUTE = 600


@dataclass(slots=True)
class SharedPace(Pace):
    """A pace that several threads keep together.

    It stays below what Google allows by more requests than there are threads: one that was let through may be sent only after another
    thread has waited into the next minute.
    """

    per_minute: int = PER_MINUTE - 6
    _locks: dict[str, threading.Lock] = field(default_factory=dict)

    def wait(self, kind: str) -> None:
        """Waits until one more request of that kind is allowed."""
        with self._locks.setdefault(kind, threading.Lock()):
            Pace.wait(self, kind)


@dataclass(slots=True)
class KeptPace(SharedPace):
    """A pace that is told what was asked before it began, and tells what is asked.

    Args:
        note: told the kind of each request.
        before: how many seconds ago requests were made, and of which kind; the oldest first.
    """

    note: Callable[[str], None] = lambda kind: None
    before: Iterable[tuple[float, str]] = ()

    def __post_init__(self) -> None:
        for ago, kind in self.before:
            self._sent.setdefault(kind, deque()).append(self.clock() - ago)

    def wait(self, kind: str) -> None:
        """Waits until one more request of that kind is allowed."""
        SharedPace.wait(self, kind)
        self.note(kind)


def connect(*, credentials: Path | None = None, here: Path | None = None) -> Client:
    """A signed-in client for many spreadsheets at once. A service account also asks to see when its files were changed.

    Raises:
        NeedsPerson: nobody is signed in.
    """
    first = google.connect(credentials=credentials, here=here)
    auth: Any = first.auth
    if first.account.service and hasattr(auth, "with_scopes"):
        auth = auth.with_scopes([SHEETS, METADATA])
    return Client(auth, first.account, pace=SharedPace())


def another(client: Client, pace: Pace | None = None) -> Client:
    """One more connection of the same account, for another thread; at the same pace, unless another is given."""
    return Client(
        client.auth,
        client.account,
        pace=pace or client.pace,
        clock=client.clock,
        sleep=client.sleep,
        chance=client.chance,
        deadline=client.deadline,
    )


def modified_times(client: Client, ids: Iterable[str]) -> dict[str, str]:
    """When each of these spreadsheets was last changed, as Drive says it; those that Drive does not list are left out.

    Raises:
        NeedsPerson: the sign-in does not cover it, or Drive is switched off.
        TryAgain: Google cannot be reached.
    """
    return latest_times(client, ids)[0]


def latest_times(client: Client, ids: Iterable[str], *, since: str = "") -> tuple[dict[str, str], str]:
    """The same, and the latest time of all that is listed.

    Args:
        since: a latest time from before: the listing, which begins with what was changed last, is read no further than back to
            there, so one page does. What is left out has not changed since, or is not listed at all.

    Raises:
        NeedsPerson, TryAgain: as ``modified_times`` does.
    """
    wanted = set(ids)
    found: dict[str, str] = {}
    latest = ""
    params: dict[str, Any] = {
        "q": _QUERY,
        "fields": "nextPageToken,files(id,modifiedTime)",
        "pageSize": _LATEST if since else _A_PAGE,
        "orderBy": "modifiedTime desc",
        "supportsAllDrives": "true",
        "includeItemsFromAllDrives": "true",
    }
    for _ in range(_MOST_PAGES):
        files, token = _asked(client, gspread.urls.DRIVE_FILES_API_V3_URL, params, read=_page)
        times = [time for _, time in files]
        found |= {number: time for number, time in files if number in wanted and time}
        latest = latest or max(times, default="")
        if not token or len(found) == len(wanted) or (since and times and times[-1] < since):
            break
        params["pageToken"] = token
    return found, latest


def modified_time(client: Client, number: str) -> str:
    """When a spreadsheet was last changed; "" where Drive does not say."""
    url = f"{gspread.urls.DRIVE_FILES_API_V3_URL}/{number}"
    try:
        found: str = _asked(
            client, url, {"fields": "modifiedTime", "supportsAllDrives": "true"}, book=number, read=_time_of
        )
    except SheetsyncError:
        return ""
    return found


def _time_of(one: Any) -> str:
    time = one.get("modifiedTime") or ""
    if not isinstance(time, str):
        raise TypeError("a time is a text")
    return time


def _page(answer: Any) -> tuple[list[tuple[str, str]], str]:
    """The ids and times of a page of files, and what the next page is asked for with."""
    return [(str(one.get("id", "")), _time_of(one)) for one in answer.get("files", ())], str(
        answer.get("nextPageToken") or ""
    )


def _asked(client: Client, url: str, params: dict[str, Any], *, read: Callable[[Any], Any], book: str = "") -> Any:
    try:
        return client.fetch(url, params, book=book, read=read)
    except BadRequest as refused:
        raise CannotUse(f"Google Drive does not list spreadsheets: {refused}") from None


class DatedStore(GoogleStore):
    """A spreadsheet of which Drive said when it was last changed: that time is its fingerprint.

    Args:
        modified: the time, as listed before anything was read; "" where it is not known, then there is no fingerprint.
        drive: a connection at Drive's own pace; the spreadsheet's where left out.
    """

    def __init__(
        self, number: str, client: Client, modified: str = "", *, drive: Client | None = None, **more: Any
    ) -> None:
        super().__init__(number, client, **more)
        self._drive = drive or client
        self._modified, self._dated = modified, bool(modified)
        self._read: tuple[Snapshot, str] | None = None

    def read(self) -> Snapshot:
        """The spreadsheet as it is now. Its fingerprint is the time known before: a change since then means another time later."""
        known = self._modified
        found = super().read()
        self._read = found, known
        return found

    def apply(self, snapshot: Snapshot, changes: Changes) -> None:
        """As for every Google spreadsheet; the time has to be asked for again."""
        self._modified = ""
        super().apply(snapshot, changes)

    def token(self) -> str:
        """The time of the last change; "" where Drive does not tell."""
        if self._dated and not self._modified:
            self._modified = modified_time(self._drive, self.id)
        return self._modified

    def token_of(self, snapshot: Snapshot) -> str:
        """The time that was known when the snapshot was read."""
        return self._read[1] if self._read is not None and self._read[0] is snapshot else ""
