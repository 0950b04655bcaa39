"""A Google spreadsheet, a state directory, and processes that reach the fake service over a wire that can be cut at any request."""

from __future__ import annotations

import datetime as dt
import io
import random
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
import urllib3
from google.oauth2.credentials import Credentials
from requests.adapters import HTTPAdapter

sys.path.append(str(Path(__file__).parents[1] / "stores"))

from fake_server import Served, serve
from fake_sheets import Broken, FakeGoogle, Sheet, Spreadsheet
from google_room import Clock, calls

from sheetsync import sync
from sheetsync.errors import SheetsyncError
from sheetsync.journal import Entry, open_journal
from sheetsync.stores import google, google_http
from sheetsync.sync import Options

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)
LOG = "Call Log"
OUTPUTS = ("Great?", "Follow-up", "Next action", "Why")

Answer = tuple[int, Mapping[str, str], bytes]
#: What may happen to one request on its way: it is given what carries the request out.
Wire = Callable[[requests.PreparedRequest, Callable[[], Answer]], Answer]


class Killed(BaseException):
    """The process is gone. No handler of ours may take it for an error."""


class _Adapter(HTTPAdapter):
    """Carries the requests of one process to the fake service, as bytes."""

    def __init__(self, fake: FakeGoogle, wire: Wire | None) -> None:
        super().__init__()
        self.fake, self.wire = fake, wire

    def send(self, request: requests.PreparedRequest, *args: Any, **named: Any) -> requests.Response:
        body = request.body.encode() if isinstance(request.body, str) else request.body

        def carry_out() -> Answer:
            try:
                return self.fake.answer(str(request.method), str(request.url), dict(request.headers), body)  # type: ignore[arg-type]
            except Broken as broken:
                raise requests.exceptions.ConnectionError(
                    ("Connection aborted.", ConnectionResetError(104, str(broken)))
                ) from None

        status, headers, text = self.wire(request, carry_out) if self.wire is not None else carry_out()
        length = {"Content-Length": str(len(text))} if "Content-Length" not in headers else {}
        raw = urllib3.HTTPResponse(
            io.BytesIO(text), {**headers, **length}, status, preload_content=False, enforce_content_length=True
        )
        return self.build_response(request, raw)


@dataclass
class Doom:
    """Kills a process at one boundary: before a request is sent, or after it was carried out and before its answer is read.

    The files of its state stay as they were in that moment, and nothing that it does afterwards reaches anybody.
    """

    state: Path
    at: int = -1
    after: bool = False
    seen: list[str] = field(default_factory=list)
    dead: bool = False

    def __call__(self, request: requests.PreparedRequest, carry_out: Callable[[], Answer]) -> Answer:
        """One request."""
        if self.dead:
            raise Killed
        number = len(self.seen)
        self.seen.append(f"{request.method} {str(request.url).split('?')[0].rsplit('/', 1)[-1]}")
        if number == self.at and not self.after:
            self._die()
        answer = carry_out()
        if number == self.at:
            self._die()
        return answer

    def _die(self) -> None:
        shutil.copytree(self.state, self._kept)
        self.dead = True
        raise Killed

    @property
    def _kept(self) -> Path:
        return self.state.with_name("state of the dead")

    def bury(self) -> None:
        """Puts the files back as the process left them: what it did while it fell never happened."""
        shutil.rmtree(self.state)
        self._kept.rename(self.state)


class Desk:
    """A spreadsheet in the fake service, and the state directory of a machine."""

    def __init__(self, folder: Path, rows: Sequence[Sequence[Any]] | None = None, **book: Any) -> None:
        self.state = folder / "state"
        self.state.mkdir(parents=True, exist_ok=True)
        self.clock = Clock()
        self.fake = FakeGoogle(clock=self.clock)
        self.book: Spreadsheet = self.fake.book(**({"title": "Ann's calls"} | book))
        if rows is not None:
            self.book.add(LOG, rows, rows=max(60, len(rows) + 20), cols=9)

    def client(self, wire: Wire | None = None, *, signs_in: bool = False) -> google_http.Client:
        """A connection of a new process; ``signs_in``: it has to ask for a token first, on the same wire."""
        credentials = Credentials("a-token")  # type: ignore[no-untyped-call]
        if signs_in:
            self.fake.refresh_tokens["r-1"] = self.fake.account
            uri = "https://oauth2.googleapis.com/token"
            credentials = Credentials(None, refresh_token="r-1", token_uri=uri, client_id="c", client_secret="s")  # type: ignore[no-untyped-call]
        made = google_http.Client(
            credentials,
            google_http.Account(self.fake.account, service=True),
            clock=self.clock,
            sleep=self.clock.sleep,
            chance=random.Random(1).random,
        )
        made.session.mount("https://", _Adapter(self.fake, wire))
        made.session._auth_request.session.mount("https://", _Adapter(self.fake, wire))
        return made

    def store(self, wire: Wire | None = None, *, signs_in: bool = False, **more: Any) -> google.GoogleStore:
        """The spreadsheet as a new process opens it."""
        return google.GoogleStore(self.book.id, self.client(wire, signs_in=signs_in), **more)

    def sync(self, store: google.GoogleStore | None = None, **options: Any) -> sync.Result:
        """One run."""
        return sync.run(store or self.store(), Options(**({"now": NOW} | options)), self.state)

    def undo(self, store: google.GoogleStore | None = None, run: str | None = None, **options: Any) -> sync.Result:
        """A run taken back."""
        return sync.take_back(store or self.store(), Options(now=NOW, **options), self.state, run)

    def entries(self) -> list[Entry]:
        """What the journal tells."""
        return open_journal(self.state, f"google:{self.book.id}", "").entries()

    def strays(self) -> list[str]:
        """Files in the state that are neither journals nor locks, nor what was seen."""
        return sorted(
            str(one.relative_to(self.state))
            for one in self.state.rglob("*")
            if one.is_file() and one.suffix not in (".jsonl", ".lock") and one.name != "seen.json"
        )

    @property
    def log(self) -> Sheet:
        """The sheet that people type into."""
        return self.book.sheet(LOG)


@dataclass(frozen=True)
class World:
    """All spreadsheets and the state directory at one moment, to begin again from."""

    sheets: Mapping[str, Sequence[Sheet]]
    titles: Mapping[str, str]
    files: Path

    @classmethod
    def of(cls, desk: Desk, name: str) -> World:
        """The world as it is, kept under that name."""
        files = desk.state.with_name(f"kept {name}")
        shutil.copytree(desk.state, files)
        books = desk.fake.books
        return cls(
            {key: [sheet.copied() for sheet in book.sheets] for key, book in books.items()},
            {key: book.title for key, book in books.items()},
            files,
        )

    def back(self, desk: Desk) -> None:
        """Makes the world as it was."""
        for key, sheets in self.sheets.items():
            desk.fake.books[key].sheets = [sheet.copied() for sheet in sheets]
            desk.fake.books[key].title = self.titles[key]
        shutil.rmtree(desk.state)
        shutil.copytree(self.files, desk.state)


def held(book: Spreadsheet) -> dict[str, Any]:
    """All that a spreadsheet holds, so that two can be compared: cells with their formats, and everything of the tabs."""
    found: dict[str, Any] = {"title": book.title, "tabs": [sheet.title for sheet in book.sheets]}
    for sheet in book.sheets:
        parts = dict(vars(sheet))
        lines = parts.pop("rows")
        found |= {f"{sheet.title} {name}": value for name, value in parts.items()}
        found |= {
            f"{sheet.title} {(row, col)}": cell
            for row, line in enumerate(lines)
            for col, cell in enumerate(line)
            if cell is not None and cell != type(cell)()
        }
    return found


def differences(wanted: Mapping[str, Any], found: Mapping[str, Any], most: int = 4) -> list[str]:
    """Where two spreadsheets are not the same."""
    keys = [key for key in (*wanted, *(key for key in found if key not in wanted)) if wanted.get(key) != found.get(key)]
    return [f"{key}: {_shown(wanted.get(key))} became {_shown(found.get(key))}" for key in keys[:most]]


def _shown(value: Any) -> str:
    return f"{value.effective} {value.format}" if hasattr(value, "effective") else repr(value)


def failure(work: Callable[[], object]) -> SheetsyncError | None:
    """What a run ended with, in words; anything but one of our errors is a failure of the test."""
    try:
        work()
    except SheetsyncError as error:
        return error
    return None


__all__ = [
    "LOG", "NOW", "OUTPUTS", "Answer", "Broken", "Desk", "Doom", "FakeGoogle", "Killed", "Served", "Sheet", "Wire", "World", "calls",
    "differences", "failure", "held", "serve",
]  # fmt: skip
