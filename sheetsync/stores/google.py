"""A Google spreadsheet: signs in, reads it in one request, writes it in one, and puts right what moved in that instant."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import gspread.urls

from sheetsync import repair
from sheetsync.errors import CannotUse, NeedsPerson, SheetsyncError, StaleSnapshot, TryAgain, UsageError
from sheetsync.grid import Changes, ColumnEdits, Snapshot
from sheetsync.stores import google_check, google_http, google_read, google_sign_in, google_template, google_write
from sheetsync.stores.google_http import Account, AnswerLost, BadRequest, Client, Pace
from sheetsync.stores.google_sign_in import login, logout
from sheetsync.stores.google_template import Installed
from sheetsync.stores.google_write import Batch

__all__ = [
    "GoogleStore",
    "Installed",
    "connect",
    "install_template",
    "is_google",
    "login",
    "logout",
    "open",
    "spreadsheet_id",
    "who",
]

log = logging.getLogger("sheetsync.google")

#: An id has 44 characters today; older ones are shorter, none as short as a file's name without a dot.
_ID = re.compile(r"[A-Za-z0-9_-]{25,}\Z")
_URL = re.compile(r"(?:https?://)?(?:docs|drive|sheets)\.google\.com/.+", re.IGNORECASE)
_IN_URL = re.compile(r"/(?:spreadsheets/(?:u/\d+/)?d|file/d)/([A-Za-z0-9_-]{20,})|[?&]id=([A-Za-z0-9_-]{20,})")

#: How often a write whose answer was lost is sent again, and how often misplaced cells are looked for.
_MOST_SENDS, _MOST_REPAIRS = 3, 10

#: One pace for all spreadsheets of a process: Google counts per user, not per spreadsheet.
_PACES: dict[str, Pace] = {}


def is_google(target: str) -> bool:
    """Whether a target is a Google spreadsheet: its address, or its id."""
    return bool(_URL.match(target.strip()) or _ID.match(target.strip()))


def spreadsheet_id(target: str) -> str:
    """The id in an address, or the id itself.

    Raises:
        UsageError: it is no address of a spreadsheet that can be edited.
    """
    text = target.strip()
    if _ID.match(text):
        return text
    if "/spreadsheets/d/e/" in text:
        raise UsageError(
            "This is the address of a published copy, which cannot be edited. Open the spreadsheet itself and copy the address from the browser."
        )
    found = _IN_URL.search(text)
    if found is None:
        raise UsageError(
            f"{text} is not the address of a Google spreadsheet. Copy it from the browser: https://docs.google.com/spreadsheets/d/…"
        )
    return found[1] or found[2]


def open(
    target: str,
    *,
    credentials: Path | None = None,
    folder: Path | None = None,
    here: Path | None = None,
    client: Client | None = None,
) -> GoogleStore:
    """The store of a Google spreadsheet; nothing is asked of Google yet.

    Args:
        target: the spreadsheet's address or id.
        credentials: a file that wins over all other ways to sign in.
        folder: where sheetsync keeps its credentials; the user's configuration directory where left out.
        here: the directory of sheetsync.toml, where a credentials.json may lie; the current one where left out.

    Raises:
        UsageError: the target is no spreadsheet.
        NeedsPerson: nobody is signed in, or the credentials are not usable.
    """
    number = spreadsheet_id(target)
    return GoogleStore(number, client or connect(credentials=credentials, folder=folder, here=here))


def connect(*, credentials: Path | None = None, folder: Path | None = None, here: Path | None = None) -> Client:
    """A client that is signed in by the first way that is set up (``google_sign_in.find``)."""
    found = google_sign_in.find(credentials, folder=folder, here=here)
    pace = _PACES.setdefault(found.account.email, Pace())
    return Client(found.credentials, found.account, pace=pace)


def install_template(
    title: str,
    *,
    template: str = "call-log",
    share: Sequence[str] = (),
    into: str | None = None,
    edits: Sequence[ColumnEdits] = (),
    credentials: Path | None = None,
    folder: Path | None = None,
    here: Path | None = None,
    client: Client | None = None,
) -> Installed:
    """Makes a template as a Google spreadsheet, or in one that is there; running it twice adds nothing twice.

    Args:
        title: the name of the new spreadsheet.
        template: call-log or coach.
        share: addresses that may edit it.
        into: the address or id of a spreadsheet to fill instead; a service account needs it.
        edits: cells of the new tabs that shall hold something else, such as a setting.

    Raises:
        NeedsPerson, CannotUse, TryAgain: in words that a person can act on.
        UsageError: no such template, or ``into`` is no spreadsheet.
    """
    number = spreadsheet_id(into) if into is not None else None
    signed_in = client or connect(credentials=credentials, folder=folder, here=here)
    return google_template.install(signed_in, title, template=template, into=number, share=share, edits=edits)


def who(*, credentials: Path | None = None, folder: Path | None = None, here: Path | None = None) -> Account:
    """Which account is used, and where its credentials come from; asks Google nothing.

    Raises:
        NeedsPerson: nobody is signed in.
    """
    return google_sign_in.find(credentials, folder=folder, here=here).account


class GoogleStore:
    """One Google spreadsheet."""

    #: ``apply`` looks at what it wrote, in the answer of the write itself: nobody can come between.
    verifies = True

    def __init__(self, number: str, client: Client, *, most_bytes: int = google_write.MOST_BYTES) -> None:
        self.id, self.client, self.most_bytes = number, client, most_bytes
        self._title = ""
        #: How many cells of other rows the last ``apply`` put back.
        self.put_back = 0
        self._parts = 0  # of the last apply, those that were written
        self._touched = False  # whether the last apply wrote, or may have written

    @property
    def target(self) -> str:
        """The spreadsheet's id, in a form that no path can have."""
        return f"google:{self.id}"

    @property
    def name(self) -> str:
        """The spreadsheet's title; its id until it was read."""
        return self._title or self.id

    @property
    def url(self) -> str:
        """The address that opens it in a browser."""
        return f"https://docs.google.com/spreadsheets/d/{self.id}"

    def read(self) -> Snapshot:
        """The spreadsheet as it is now, in one request however long the log is.

        Raises:
            NeedsPerson: it is not there, not shared, or nobody is signed in.
            CannotUse: it is an Excel file kept in Drive.
            TryAgain: Google cannot be reached, or a quota is used up.
        """
        return self._fetch()

    def refuses(self, snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
        """Why ``apply`` would refuse these changes, each in a sentence; writes nothing."""
        return google_write.refusals(snapshot, changes)

    def apply(self, snapshot: Snapshot, changes: Changes) -> None:
        """Does all of the changes in one atomic request (one more per further 2 MB), after one more look.

        A row that moved between that look and the write is found in the answer of the write; what landed on it is taken
        back, and the snapshot is stale.

        Raises:
            StaleSnapshot: what was read has changed; nothing was written, or what was misplaced has been put back.
            NeedsPerson: some cells could not be proved right; they are named.
            CannotUse: a protected range, a merge, the size of the spreadsheet is in the way.
            TryAgain: Google cannot be reached, or a quota is used up.
        """
        self.put_back = self._parts = 0
        self._touched = False
        try:
            self._apply(snapshot, changes)
        except SheetsyncError as error:
            error.unwritten = not self._touched
            raise

    def _apply(self, snapshot: Snapshot, changes: Changes) -> None:
        if not changes:
            return
        problems = self.refuses(snapshot, changes)
        if problems:
            raise CannotUse("\n".join(problems))
        now = self._fetch()
        self._require_fresh(snapshot, now, changes)
        batches = google_write.batches(now, changes, most_bytes=self.most_bytes)
        state = now
        for at, batch in enumerate(batches):
            after, at_once = self._write(batch, state, changes if batch.structure else replace(changes, structure=()))
            wrong = google_check.misplaced(batch, state, after, at_once=at_once)
            if wrong or (at + 1 < len(batches) and google_check.missed(batch, state, after, at_once=at_once)):
                self._put_right(batch, state, after, at_once=at_once)
                raise self._stale(
                    "rows were moved while they were written; what landed on other rows has been put back"
                )
            if google_check.missed(batch, state, after, at_once=at_once):
                raise self._stale("rows were moved while they were written")
            if at_once:
                google_check.require_written(batch, after)
            state = google_check.with_cells(state, batch.aims)
            self._parts += 1

    def token(self) -> str:
        """Nothing: a fingerprint needs leave to look at the person's Drive, which is not asked for."""
        return ""

    def token_of(self, snapshot: Snapshot) -> str:
        """Nothing, as for ``token``."""
        return ""

    def notices(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    def left(self, before: str) -> dict[str, str]:
        """Nothing: this store makes no notes."""
        return {}

    def wrote(self) -> str:
        """Not known without another request."""
        return ""

    def saved(self) -> str:
        """Nothing: Google keeps the versions of a spreadsheet itself (File > Version history)."""
        return ""

    def clear(self) -> None:
        """Nothing: no file is made."""

    def forget(self) -> int:
        """0: nothing is saved."""
        return 0

    def restore(self, saved: str, was: str = "") -> None:
        """Not possible here.

        Raises:
            UsageError: always; it says where Google keeps the versions.
        """
        raise UsageError(f"{self.name}: Google keeps its versions itself. Open it and choose File > Version history.")

    # reading

    def _fetch(self) -> Snapshot:
        url = gspread.urls.SPREADSHEET_URL % self.id
        try:
            found: Snapshot = self.client.fetch(
                url, google_read.QUERY, book=self.id, read=lambda answer: google_read.whole(answer, self.id)
            )
        except BadRequest as refused:
            raise CannotUse(f"Google cannot read {self.url}: {refused}") from None
        self._title = found.title or self._title
        return found

    def _stale(self, why: str) -> StaleSnapshot:
        return StaleSnapshot(f"{self.name} was changed after it was read: {why}.")

    def _require_fresh(self, then: Snapshot, now: Snapshot, changes: Changes) -> None:
        why = google_check.stale(then, now, changes)
        if why:
            raise self._stale(f"{why}. Nothing was written")
        if google_write.refusals(now, changes):
            raise self._stale("something new stands in the way. Nothing was written")

    # writing

    def _write(
        self, batch: Batch, state: Snapshot, changes: Changes, *, repairing: bool = False
    ) -> tuple[Snapshot, bool]:
        """Sends one batch; the spreadsheet after it, and whether that is the very moment after (and only the rows written).

        Args:
            changes: what the batch does, for telling whether the spreadsheet is still as it was.
            repairing: what is written has no marks of its own, so a lost answer is taken as done unless all is as it was.
        """
        body = {
            "requests": batch.requests,
            "includeSpreadsheetInResponse": True,
            "responseIncludeGridData": True,
            "responseRanges": batch.ranges(google_read.facts_of(state)),
        }
        if not body["responseRanges"]:
            del body["responseRanges"], body["responseIncludeGridData"], body["includeSpreadsheetInResponse"]
        fields = f"spreadsheetId,updatedSpreadsheet(properties(title,locale,timeZone),sheets({google_read.PROPERTIES},{google_read.DATA}))"
        url = gspread.urls.SPREADSHEET_BATCH_UPDATE_URL % self.id
        sent = google_http.body_of(body)
        names = google_write.sheet_names(state, batch)

        def read(answer: google_read.Json) -> Snapshot | None:
            if answer["spreadsheetId"] != self.id:
                raise ValueError("the answer is about another spreadsheet")
            updated = answer.get("updatedSpreadsheet", {})
            return google_read.snapshot(updated, names) if google_read.has_cells(updated) else None

        written_before = self._touched
        for turn in range(_MOST_SENDS):
            if turn:
                self.client.sleep(self.client.pause(turn))
            try:
                after: Snapshot | None = self.client.send(
                    url, sent, {"fields": fields, "prettyPrint": "false"}, book=self.id, read=read
                )
                self._touched = True
            except AnswerLost:
                self._touched = True  # until a look shows that it was not
                found = self._look_after_loss()
                why = google_check.stale(state, found, google_check.only(changes, batch))
                if google_check.carried_out(batch, state, found) or (repairing and why):
                    return found, False
                self._touched = written_before
                if why:
                    raise self._stale(f"{why}. Nothing was written") from None
                continue
            except BadRequest as refused:
                why = google_check.stale(state, self._fetch(), google_check.only(changes, batch))
                if why:
                    raise self._stale(f"{why}. Nothing was written") from None
                raise CannotUse(f"Google refused to write to {self.name}, and wrote nothing: {refused}") from None
            if "responseRanges" not in body:
                return state, True
            return (after, True) if after is not None else (self._fetch(), False)
        done = "Part of it was written; the next run goes on from there" if self._parts else "Nothing was written"
        raise TryAgain(f"Google takes no changes to {self.name} now. {done}. Try again later.")

    def _look_after_loss(self) -> Snapshot:
        try:
            return self._fetch()
        except SheetsyncError as broken:  # out of reach, or no leave to look any more
            kind = TryAgain if isinstance(broken, TryAgain) else NeedsPerson
            then = "Run again: the" if kind is TryAgain else f"{broken} The"
            raise kind(
                f"The connection to Google broke while {self.name} was written, and it is not known whether it was. "
                f"{then} next run looks and goes on from there."
            ) from None

    def _put_right(self, batch: Batch, before: Snapshot, after: Snapshot, *, at_once: bool) -> None:
        """Takes back what landed on other rows, wherever they stand by now, until none is left."""
        damages = google_check.all_damage(batch, before, after, after, at_once=at_once)
        try:
            now = self._fetch()
            damages = google_check.all_damage(batch, before, after, now, at_once=at_once)
            doubts = self._until_right(batch, before, now, damages)
        except SheetsyncError as broken:  # out of reach, or no leave to write any more
            held = google_check.told(damages)
            then = f" Before that, write these back by hand: {held}" if held else ""
            raise NeedsPerson(
                f"Rows of {self.name} were moved while they were written, and not all could be put back. {broken}{then}"
            ) from broken
        if doubts is None:
            raise NeedsPerson(
                f"{self.name} keeps being sorted while sheetsync writes, and some cells stand on other rows than they belong to. "
                "Open File > Version history and go back to the version before; then run again when nobody sorts."
            )
        if doubts:
            cells = "; ".join(list(doubts)[:20])
            raise NeedsPerson(
                f"Rows of {self.name} were moved while they were written. All that could be proved has been put back; look at: {cells}"
            )

    def _until_right(
        self, batch: Batch, before: Snapshot, now: Snapshot, damages: dict[str, list[repair.Damage]]
    ) -> dict[str, None] | None:
        """Puts back until nothing is left to put back; what cannot be proved, or None where there is no end to it."""
        doubts: dict[str, None] = {}
        for turn in range(_MOST_REPAIRS):
            if turn > 1:
                self.client.sleep(turn / 2)  # somebody is still moving rows: let him finish
            gone = [name for name in batch.aims if before.tab(name) is not None and now.tab(name) is None]
            if gone:
                raise CannotUse(f"The tab {gone[0]} was renamed or deleted. Give it its name back, then run again.")
            edits, unsure = google_check.repairs(batch, before, now, damages)
            doubts.update(dict.fromkeys(unsure))
            if not edits:
                return doubts
            now = self._repair(Changes(tuple(edits)), now, damages)
        return None

    def _repair(self, todo: Changes, now: Snapshot, damages: dict[str, list[repair.Damage]]) -> Snapshot:
        """Writes one round of repairs, and adds to the damage what those put on yet other rows; the spreadsheet after it."""
        self.put_back += todo.cells
        log.warning("rows of %s moved while they were written; putting %d cells back", self.id, todo.cells)
        sent: list[tuple[Batch, tuple[Snapshot, bool]]] = []
        for part in google_write.batches(now, todo, most_bytes=self.most_bytes):
            try:
                sent.append((part, self._write(part, now, todo, repairing=True)))
            except (StaleSnapshot, CannotUse):
                continue  # nothing of it was written: it is tried again from the next look
        ideal, found = now, self._fetch()
        for part, _ in sent:
            ideal = google_check.with_cells(
                ideal, part.aims
            )  # as it would be had nobody moved: what is right on every row
        for part, (hit, at_once) in sent:
            for name, aims in part.aims.items():
                old, new, whole = ideal.tab(name), hit.tab(name), found.tab(name)
                if name in damages and old is not None and new is not None and whole is not None:
                    more = repair.damage(old, aims, new, whole) if at_once else repair.strayed(old, aims, whole)
                    damages[name] = repair.merged(damages[name], more)
        return found
