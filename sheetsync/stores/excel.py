"""An Excel workbook as a file: read, refuse if changed or open elsewhere, replace in one step."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sheetsync.errors import CannotUse, NotWritten, SheetsyncError, StaleSnapshot, TryAgain, UsageError
from sheetsync.grid import (
    AddColumns,
    AddTab,
    Changes,
    ColumnEdits,
    Formula,
    Link,
    Range,
    Snapshot,
    Tab,
    Value,
    address,
    same,
)
from sheetsync.stores import memory
from sheetsync.stores.ooxml import book, change, scan, styles, values, zipped
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.scan import Facts

#: How many versions before our writes are kept.
KEPT_VERSIONS = 10

_POLL = 0.5  # seconds between two looks at a workbook that is open elsewhere
_SAVE_AS = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx), then use that file."
_OTHER_KINDS = {
    ".xls": "is an old Excel workbook (.xls)",
    ".xlsb": "is a binary Excel workbook (.xlsb)",
    ".ods": "is an OpenDocument spreadsheet (.ods)",
    ".csv": "is a text file (.csv)",
    ".tsv": "is a text file (.tsv)",
    ".numbers": "is a Numbers document",
}
_KINDS = (".xlsx", ".xlsm", ".xltx", ".xltm")


@dataclass(frozen=True, slots=True)
class Version:
    """What identifies one state of a file."""

    digest: str
    size: int
    modified: int  # nanoseconds
    inode: int

    def same_file(self, found: os.stat_result) -> bool:
        """Whether a file looks untouched, without reading it."""
        return (self.size, self.modified, self.inode) == (found.st_size, found.st_mtime_ns, found.st_ino)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of a version, besides the snapshot."""

    version: Version
    snapshot: Snapshot
    book: Book
    facts: dict[str, Facts]


class ExcelStore:
    """A workbook at a path. A symbolic link is followed: the file that it leads to is the one written.

    Args:
        wait: how many seconds to wait while the workbook is open elsewhere.
        backups: where the last versions before our writes are kept; None keeps none.
        clock, sleep: for tests.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        wait: float = 0.0,
        backups: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.given = Path(path).expanduser()
        self.path = self.given.resolve()
        self.wait = wait
        self.backups = backups
        self._clock, self._sleep = clock, sleep
        self._known: _Known | None = None
        self._saved = ""
        self._wrote = ""

    @property
    def target(self) -> str:
        """The resolved path."""
        return str(self.path)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.given.name

    @property
    def verifies(self) -> bool:
        """``apply`` reads the new file back before it takes the old one's place."""
        return True

    # -- reading -------------------------------------------------------------------------------------------------

    def read(self) -> Snapshot:
        """The workbook as it is now.

        Raises:
            UsageError: no such file, or none that is an Excel workbook.
            CannotUse: damaged, protected by a password, signed, or out of bounds.
            TryAgain: it is locked, or keeps changing.
        """
        _require_workbook(self.path, self.name)
        known = self._known
        with self._told():
            if known is not None and known.version.same_file(self.path.stat()):
                return known.snapshot
            for _ in range(3):
                before = self.path.stat()
                version = _version(self.path)
                found = _read(self.path, self.name, version)
                if version.same_file(before) and version.same_file(self.path.stat()):
                    self._known = found
                    return found.snapshot
        raise TryAgain(f"{self.name} is being written right now. Try again in a moment.")

    def token(self) -> str:
        """A fingerprint of the file's bytes."""
        with self._told():
            return _digest(self.path)

    def token_of(self, snapshot: Snapshot) -> str:
        """The fingerprint of the bytes that the snapshot was read from."""
        return snapshot.version.digest if isinstance(snapshot.version, Version) else ""

    # -- refusing ------------------------------------------------------------------------------------------------

    def refuses(self, snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
        """Why ``apply`` would refuse these changes, each in a sentence; empty where it would not."""
        with self._told():
            known = self._facts_of(snapshot)
            problems = self._problems(known, snapshot, changes)
            if not problems:
                try:
                    with zipped.Package(self.path) as package:
                        self._made(package, known, snapshot, changes)
                except CannotUse as wrong:
                    problems = [str(wrong)]
        return tuple(problems)

    def _problems(self, known: _Known, snapshot: Snapshot, changes: Changes) -> list[str]:
        problems = list(memory.refusals(snapshot, changes))
        problem = _cannot_replace(self.path, self.name)
        if problem:
            problems.append(problem)
        problems += _book_refusals(known.book, changes, self.name)
        for tab, facts in known.facts.items():
            problems += _sheet_refusals(self.path, tab, facts, changes, known.book)
        return list(dict.fromkeys(problems))

    def _made(
        self, package: zipped.Package, known: _Known, snapshot: Snapshot, changes: Changes
    ) -> tuple[change.Result, styles.Styles]:
        from sheetsync import templates

        made = change.make(package, known.book, known.facts, snapshot, changes, templates.call_log_path)
        _require_no_capture(made[1], known.facts, self.name)
        return made

    def _facts_of(self, snapshot: Snapshot) -> _Known:
        known = self._known
        if known is None or known.version != snapshot.version:
            if not isinstance(snapshot.version, Version) or _digest(self.path) != snapshot.version.digest:
                raise self._stale()
            known = self._known = _read(self.path, self.name, _version(self.path))
        return known

    def _stale(self) -> StaleSnapshot:
        return StaleSnapshot(f"{self.name} was changed after it was read. Nothing was written.")

    # -- writing -------------------------------------------------------------------------------------------------

    def apply(self, snapshot: Snapshot, changes: Changes) -> None:
        """Do all of the changes, or none of them.

        Raises:
            StaleSnapshot: the file is not the one that was read any more.
            CannotUse: it cannot be edited without loss, or not be written.
            TryAgain: it is open elsewhere.
        """
        self._until_closed()
        with self._told(), values.collector_paused():
            version = snapshot.version
            if not isinstance(version, Version) or not self._is_still(version):
                raise self._stale()
            known = self._facts_of(snapshot)
            problems = self._problems(known, snapshot, changes)
            if problems:
                raise CannotUse("\n".join(problems))
            saved = self._save_version(version)
            with self._temporary() as temporary:
                self._write(temporary, known, snapshot, changes)
                _require_met(temporary, snapshot, known.facts, changes, self.name)
                wrote = _digest(temporary)
                self._replace(temporary, version)
            self._saved, self._wrote = saved, wrote
            self._known = None

    def _write(self, temporary: Path, known: _Known, snapshot: Snapshot, changes: Changes) -> None:
        with zipped.Package(self.path) as package, temporary.open("r+b") as out:
            result, looks = self._made(package, known, snapshot, changes)
            zipped.write(package, out, result.changed, result.added, result.removed, result.last)
            _require_no_capture(looks, known.facts, self.name)  # formats may have come while cells were written
            out.truncate()
            out.flush()
            os.fsync(out.fileno())

    @contextlib.contextmanager
    def _temporary(self) -> Iterator[Path]:
        """A file beside the workbook, with its permissions and owner; gone afterwards, whatever happens."""
        handle, name = tempfile.mkstemp(prefix=f".{self.path.stem[:40]}-", suffix=".tmp", dir=self.path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            _like(self.path, temporary)
            yield temporary
        finally:
            temporary.unlink(missing_ok=True)

    def _replace(self, temporary: Path, version: Version) -> None:
        """The one step: a last look, then the rename."""
        self._until_closed()
        if not self._is_still(version):
            raise self._stale()
        temporary.replace(self.path)
        _sync_folder(self.path.parent)

    def _is_still(self, version: Version) -> bool:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return False
        return version.same_file(found) or (found.st_size == version.size and _digest(self.path) == version.digest)

    def _until_closed(self) -> None:
        """Wait while another program has the workbook open.

        Raises:
            TryAgain: it still has, after ``wait`` seconds.
        """
        until = self._clock() + self.wait
        while True:
            program = _open_in(self.path)
            if program is None:
                return
            if self._clock() >= until:
                raise TryAgain(f"{self.name} is open in {program}: close it, then run again.")
            self._sleep(min(_POLL, max(0.0, until - self._clock())))

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Failures of the system, and of the package, in words that name the workbook."""
        try:
            yield
        except CannotUse as wrong:
            text = str(wrong)
            if text.startswith(("it ", "its ", "a ")):
                raise CannotUse(f"{self.name} cannot be used: {text}{'' if text.endswith('.') else '.'}") from None
            raise
        except OSError as wrong:
            raise _in_words(wrong, self.name) from wrong

    # -- versions ------------------------------------------------------------------------------------------------

    def _folder(self) -> Path | None:
        if self.backups is None:
            return None
        key = hashlib.sha256(self.target.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self.backups / key

    def _save_version(self, version: Version) -> str:
        """Keep the file as it is now, and only the last ones.

        Raises:
            CannotUse: it cannot be kept, so nothing may be written.
        """
        folder = self._folder()
        if folder is None:
            return ""
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            held = _versions(folder)
            number = int(held[-1].stem) + 1 if held else 1
            to = folder / f"{number:06d}{self.path.suffix}"
            handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(handle, "wb") as out, self.path.open("rb") as source:
                    shutil.copyfileobj(source, out, 1 << 20)
                    out.flush()
                    os.fsync(out.fileno())
                if _digest(to) != version.digest:
                    raise self._stale()
            except BaseException:
                to.unlink(missing_ok=True)
                raise
            for old in _versions(folder)[:-KEPT_VERSIONS]:
                old.unlink(missing_ok=True)
        except OSError as wrong:
            raise CannotUse(
                f"A copy of {self.name} cannot be kept in {folder} ({wrong.strerror or wrong}), so nothing was written. "
                "Make room there, then run again."
            ) from wrong
        return str(to)

    def wrote(self) -> str:
        """The fingerprint of the bytes that the last ``apply`` put in place."""
        return self._wrote

    def saved(self) -> str:
        """Where the version before the last ``apply`` was saved; "" where none was."""
        return self._saved

    def forget(self) -> int:
        """Removes the saved versions; how many there were."""
        folder = self._folder()
        held = _versions(folder) if folder is not None and folder.is_dir() else []
        for one in held:
            one.unlink(missing_ok=True)
        if folder is not None:
            with contextlib.suppress(OSError):
                folder.rmdir()
        return len(held)

    def restore(self, saved: str) -> None:
        """Put a saved version of the whole workbook back; what is there now is saved first.

        Raises:
            UsageError: that version is gone.
            TryAgain: the workbook is open elsewhere.
        """
        source = Path(saved)
        if not saved or not source.is_file():
            raise UsageError(f"The saved version of {self.name} is not there any more ({saved}).")
        self._until_closed()
        with self._told():
            version = _version(self.path)
            held = source.read_bytes()
            kept = self._save_version(version)
            with self._temporary() as temporary:
                with temporary.open("r+b") as out:
                    out.write(held)
                    out.flush()
                    os.fsync(out.fileno())
                self._replace(temporary, version)
            self._saved = kept
            self._known = None


# -- one file ---------------------------------------------------------------------------------------------------------


def _require_workbook(path: Path, name: str) -> None:
    """
    Raises:
        UsageError: no such file, a folder, or no Excel workbook.
    """
    if path.is_dir():
        raise UsageError(f"{name} is a folder. Name the workbook in it.")
    if not path.exists():
        raise UsageError(
            f"There is no file {path}. Check the name, or make one with: sheetsync template install call-log {name}"
        )
    other = _OTHER_KINDS.get(path.suffix.lower())
    if other is not None:
        raise UsageError(f"{name} {other}. {_SAVE_AS}")
    if not path.is_file():
        raise UsageError(f"{name} is no file.")
    if path.stat().st_size == 0:
        raise CannotUse(f"{name} is empty (0 bytes). Look for another copy of it.")
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as wrong:
        raise _in_words(wrong, name) from wrong
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if path.suffix.lower() in _KINDS:
            raise CannotUse(
                f"{name} is password-protected (or an old .xls by another name). Save it in Excel as .xlsx without a password, then run again."
            )
        raise UsageError(f"{name} is an old Excel workbook. {_SAVE_AS}")
    if path.suffix.lower() not in _KINDS:
        raise UsageError(f"{name} is no Excel workbook (.xlsx or .xlsm). {_SAVE_AS}")


def _digest(path: Path) -> str:
    found = hashlib.blake2b(digest_size=20)
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def _version(path: Path) -> Version:
    found = path.stat()
    return Version(_digest(path), found.st_size, found.st_mtime_ns, found.st_ino)


def _read(path: Path, name: str, version: Version) -> _Known:
    """All that is known of the file.

    Raises:
        CannotUse: damaged, or out of bounds.
    """
    with zipped.Package(path) as package:
        held = book.read(package)
        if held.shared:
            raise CannotUse(
                "it is a shared workbook with a history of changes. Stop sharing it (Review, Unshare Workbook), then run again"
            )
        part = held.part_of_kind("styles")
        formats = styles.Styles(package.read(part)).count("cellXfs") if part and package.has(part) else 1
        facts = {
            sheet.name.casefold(): scan.facts(package, sheet.part, formats)
            for sheet in held.sheets
            if sheet.kind == "worksheet"
        }
        strings = held.part_of_kind("sharedStrings")
        if strings and package.has(strings):
            for _ in package.chunks(strings):  # within bounds, and whole, before anything else reads it
                pass
    tabs = []
    with values.Values(path, held) as found:
        for sheet in held.sheets:
            known = facts.get(sheet.name.casefold())
            tabs.append(_tab(found, sheet, known) if known else Tab(sheet.name, hidden=sheet.hidden, is_grid=False))
    return _Known(version, Snapshot(name, tuple(tabs), version), held, facts)


def _tab(found: values.Values, sheet: book.Sheet, facts: Facts) -> Tab:
    columns, height = found.read(sheet, facts)
    formulas = dict(facts.formulas)
    for area in facts.spills:
        for row in range(area.top, min(area.bottom, height) + 1):
            for col in range(area.left, min(area.right, len(columns)) + 1):
                formulas.setdefault((row, col), Formula("", spills=True))
    return Tab(
        sheet.name,
        columns,
        height,
        formulas,
        facts.merges,
        facts.tables,
        facts.filter,
        sheet.hidden,
    )


def _open_in(path: Path) -> str | None:
    """The program that has the workbook open, as far as its owner file tells; None where there is none."""
    if (path.parent / f"~${path.name}").exists():
        return "Excel"
    if (path.parent / f".~lock.{path.name}#").exists():
        return "LibreOffice"
    return None


def _cannot_replace(path: Path, name: str) -> str | None:
    """Why the file cannot be replaced; also for a superuser, whom the system lets write everything."""
    found, folder = path.stat(), path.parent.stat()
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        return f"{name} is read-only. Make it writable, then run again."
    if os.name == "posix" and (not folder.st_mode & 0o222 or not os.access(path.parent, os.W_OK)):
        return f"The folder of {name} is read-only, so the file cannot be replaced. Make the folder writable, then run again."
    return None


def _like(path: Path, temporary: Path) -> None:
    """Give the new file the permissions, the owner and the extended attributes of the old one."""
    found = path.stat()
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, found.st_uid, found.st_gid)
    temporary.chmod(stat.S_IMODE(found.st_mode))
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for attribute in os.listxattr(path):
                os.setxattr(temporary, attribute, os.getxattr(path, attribute))


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_words(wrong: OSError, name: str) -> SheetsyncError:
    """A failure of the system as an error that says what to do."""
    if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotUse(f"The disk is full: {name} was left as it is. Make room, then run again.")
    if wrong.errno == errno.EROFS:
        return CannotUse(f"{name} lies on a read-only disk. Copy it elsewhere, then run again.")
    if isinstance(wrong, FileNotFoundError):
        return UsageError(f"{name} is not there any more.")
    if getattr(wrong, "winerror", None) in (32, 33):  # a sharing or lock violation
        return TryAgain(f"{name} is open in another program: close it, then run again.")
    if isinstance(wrong, PermissionError):
        return CannotUse(
            f"{name} or its folder may not be read or written ({wrong.strerror}). Change its permissions, then run again."
        )
    return TryAgain(f"{name} cannot be read or written now: {wrong.strerror or wrong}.")


def _versions(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.stem.isdigit())


# -- refusals -----------------------------------------------------------------------------------------------------------


def _book_refusals(held: Book, changes: Changes, name: str) -> list[str]:
    added = [step.tab for step in changes.structure if isinstance(step, AddTab)]
    if added and held.locked_structure:
        return [
            f"The structure of {name} is protected, so the tab {added[0]} cannot be added. "
            "Unprotect it (Review, Protect Workbook), then run again."
        ]
    return []


def _sheet_refusals(path: Path, name: str, facts: Facts, changes: Changes, held: Book) -> Iterator[str]:
    edits = [edit for edit in changes.edits if edit.tab.casefold() == name and len(edit.rows)]
    steps = [step for step in changes.structure if isinstance(step, AddColumns) and step.tab.casefold() == name]
    if not edits and not steps:
        return
    tab = (edits[0] if edits else steps[0]).tab
    areas = [Range(edit.rows[0], edit.col, edit.rows[-1], edit.col) for edit in edits]
    areas += [
        Range(
            step.header_row, step.first_col, max(step.last_row, step.header_row), step.first_col + len(step.columns) - 1
        )
        for step in steps
    ]
    for spill in facts.spills:
        if any(memory.meets(spill, area) for area in areas):
            yield f"{tab}!{spill} is an array formula or data table, and lies where sheetsync writes. Move it, then run again."
    if facts.protected and (steps or not _unlocked(path, facts, edits, held)):
        yield f"The tab {tab} is protected. Unprotect it (Review, Unprotect Sheet), or unlock sheetsync's columns, then run again."


def _unlocked(path: Path, facts: Facts, edits: list[ColumnEdits], held: Book) -> bool:
    """Whether a protected sheet lets people write all of these cells."""
    with zipped.Package(path) as package:
        return change.unlocked(package, held, facts, edits)


def _require_no_capture(looks: styles.Styles, facts: dict[str, Facts], name: str) -> None:
    """
    Raises:
        CannotUse: a cell already uses the number of a format that we would append, and would change its look.
    """
    had, now = looks.had.get("cellXfs", 0), looks.count("cellXfs")
    captured = looks.changed and (looks.dangling() or any(had <= found.dangling < now for found in facts.values()))
    if captured:
        raise CannotUse(
            f"{name} uses cell formats that it does not define. Open it in Excel and save it once, then run again."
        )


# -- verifying ----------------------------------------------------------------------------------------------------------


def _require_met(temporary: Path, before: Snapshot, facts: dict[str, Facts], changes: Changes, name: str) -> None:
    """The new file opens, holds in the tabs that we touched what was asked for, and else what it held.

    Raises:
        NotWritten: it does not; it never takes the old one's place.
    """
    with zipped.Package(temporary) as package:
        held = book.read(package)
        looks = held.part_of_kind("styles")
        if looks:
            styles.Styles(package.read(looks))
    added = [step.tab for step in changes.structure if isinstance(step, AddTab)]
    if [sheet.name for sheet in held.sheets] != [*(tab.name for tab in before.tabs), *added]:
        raise NotWritten(f"The tabs did not come out as they should. {name} was left as it is; please report this.")
    written: dict[str, dict[int, list[ColumnEdits]]] = {}
    for edit in changes.edits:
        written.setdefault(edit.tab.casefold(), {}).setdefault(edit.col, []).append(edit)
    for step in changes.structure:
        of_tab = written.setdefault(step.tab.casefold(), {})
        if isinstance(step, AddColumns):
            for at, column in enumerate(step.columns, step.first_col):
                head = ColumnEdits(step.tab, at, [step.header_row], [None], [column.header])
                of_tab.setdefault(at, []).append(head)
    with values.Values(temporary, held) as found:
        for tab, edits in written.items():
            sheet = next(sheet for sheet in held.sheets if sheet.name.casefold() == tab)
            columns, _ = found.read(sheet, _untouched(facts.get(tab), edits, sheet.part))
            wrong = _first_wrong(before.tab(sheet.name), columns, edits)
            if wrong is not None:
                raise NotWritten(
                    f"{address(sheet.name, *wrong)} did not come out as it should. {name} was left as it is; please report this."
                )


def _untouched(facts: Facts | None, edits: dict[int, list[ColumnEdits]], part: str) -> Facts:
    """What the sheet's links and errors are where nothing was written; calamine does not tell them from other values."""
    if facts is None:
        return Facts(part)
    rows = {col: {row for edit in those for row in edit.rows} for col, those in edits.items()}
    kept = {place: value for place, value in facts.found.items() if place[0] not in rows.get(place[1], ())}
    lowest = max(facts.lowest, *(edit.rows[-1] for those in edits.values() for edit in those if len(edit.rows)), 0)
    return Facts(part, found=kept, lowest=lowest, widest=max(facts.widest, *edits, 0))


def _first_wrong(
    before: Tab | None, columns: Sequence[Sequence[Value]], edits: dict[int, list[ColumnEdits]]
) -> tuple[int, int] | None:
    """The first cell that is neither what was asked for nor, where nothing was, what it was; None where all are right."""
    for col, those in edits.items():
        column = columns[col] if col < len(columns) else ()
        size = len(column)
        for edit in those:
            now: Sequence[Value] = [column[row] if row < size else None for row in edit.rows]
            if now != edit.after:
                for row, found, wanted in zip(edit.rows, now, edit.after, strict=True):
                    if not same(found, wanted.text if isinstance(wanted, Link) else wanted):
                        return row, col
    equal: set[tuple[int, int]] = set()  # blank columns of a sparse sheet are one and the same
    for col in range(max(before.width, len(columns)) if before is not None else 0):
        was = before.columns[col] if before is not None and col < before.width else ()
        holds = columns[col] if col < len(columns) else ()
        if (id(was), id(holds)) in equal:
            continue
        wrong = _first_changed(was, holds, edits.get(col, []))
        if wrong is not None:
            return wrong, col
        if col not in edits:
            equal.add((id(was), id(holds)))
    return None


def _first_changed(was: Sequence[Value], now: Sequence[Value], edits: list[ColumnEdits]) -> int | None:
    """The first row of a column that was not written and still differs."""
    if was == now:
        return None
    size = max(len(was), len(now))
    one, two = [*was, *[None] * (size - len(was))], [*now, *[None] * (size - len(now))]
    for edit in edits:
        for row in edit.rows:
            if row < size:
                one[row] = two[row] = None
    return next((row for row in range(size) if one[row] != two[row]), None) if one != two else None
