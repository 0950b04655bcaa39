"""An Excel workbook as a file: read, refuse if changed or open elsewhere, replace in one step."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sheetsync import config
from sheetsync.errors import CannotUse, NotWritten, StaleSnapshot, TryAgain, UsageError
from sheetsync.grid import (
    AddColumns,
    AddTab,
    Changes,
    ColumnEdits,
    Formula,
    Range,
    Snapshot,
    Tab,
)
from sheetsync.stores import files, memory
from sheetsync.stores.ooxml import book, change, markup, scan, styles, values, verify, zipped
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.scan import Facts

_CHEAP_TO_READ = 64 * 2**20  # bytes: up to here the content is compared, above it size, time and inode
_MOST_SPILLED = (
    200_000  # cells of one array formula that are told one by one; a write into a larger one is refused all the same
)
_STRANGE = (ValueError, LookupError)  # what code meets that knows one file and is shown another
_POLL = 0.5  # seconds between two looks at a workbook that is open elsewhere


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of a version, besides the snapshot."""

    version: files.Version
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
        self.path = config.whole_path(path)
        self.given = Path(path).expanduser()
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
        return self.given.name or str(self.given)

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
        files.require_workbook(self.path, self.name)
        known = self._known
        with self._told():
            if known is not None and known.version.same_file(self.path.stat()):
                return known.snapshot
            for _ in range(3):
                before = self.path.stat()
                version = files.version(self.path)
                try:
                    found = _read(self.path, self.name, version)
                except (CannotUse, *_STRANGE):
                    if version.same_file(before) and version.same_file(self.path.stat()):
                        raise
                    continue  # it was half written
                if version.same_file(before) and version.same_file(self.path.stat()):
                    self._known = found
                    return found.snapshot
        raise TryAgain(f"{self.name} is being written right now. Try again in a moment.")

    def token(self) -> str:
        """A fingerprint of the file's bytes."""
        with self._told():
            return files.digest(self.path)

    def token_of(self, snapshot: Snapshot) -> str:
        """The fingerprint of the bytes that the snapshot was read from."""
        return snapshot.version.digest if isinstance(snapshot.version, files.Version) else ""

    # -- refusing ------------------------------------------------------------------------------------------------

    def refuses(self, snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
        """Why ``apply`` would refuse these changes, each in a sentence; empty where it would not."""
        with self._told(), self._unless_stale(snapshot.version):
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
        problem = files.cannot_replace(self.path, self.name)
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

        made = change.make(package, known.book, known.facts, snapshot, changes, templates.with_tab)
        _require_no_capture(made[1], known.facts, self.name)
        return made

    def _facts_of(self, snapshot: Snapshot) -> _Known:
        known = self._known
        if known is None or known.version != snapshot.version:
            if not isinstance(snapshot.version, files.Version) or files.digest(self.path) != snapshot.version.digest:
                raise self._stale()
            known = self._known = _read(self.path, self.name, files.version(self.path))
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
            if not isinstance(version, files.Version) or not self._is_still(version):
                raise self._stale()
            with self._unless_stale(version):
                self._apply(snapshot, changes, version)

    def _apply(self, snapshot: Snapshot, changes: Changes, version: files.Version) -> None:
        known = self._facts_of(snapshot)
        problems = self._problems(known, snapshot, changes)
        if problems:
            raise CannotUse("\n".join(problems))
        saved = self._save_version(version)
        with files.beside(self.path, self._folder()) as temporary:
            self._write(temporary, known, snapshot, changes)
            try:
                verify.require_met(temporary, snapshot, known.facts, changes, self.name)
            except NotWritten:
                self._require_sound(known, changes)
                raise
            wrote = files.digest(temporary)
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

    def _require_sound(self, known: _Known, changes: Changes) -> None:
        """Nothing, where the parts that we wrote to were sound in the first place.

        Raises:
            CannotUse: one was not.
        """
        tabs = {one.tab.casefold() for one in (*changes.edits, *changes.structure)}
        with zipped.Package(self.path) as package:
            for tab in tabs & known.facts.keys():
                if _is_mixed_up(markup.outline(scan.whole(package, known.facts[tab].part))):
                    raise CannotUse(f"it is damaged: cells of the tab {tab} stand where none belong")
            if any(info.orig_filename.startswith("/") for info in package.infos):  # a part that not every reader finds
                raise CannotUse("its parts have odd names. Open it in Excel and save it once, then run again")
            for kind, root in (("styles", "styleSheet"), ("sharedStrings", "sst")):
                part = known.book.part_of_kind(kind)
                if part and (not package.has(part) or markup.outline(scan.whole(package, part)).name != root):
                    raise CannotUse(f"it is damaged: the part {part} is not what it should be")

    def _replace(self, temporary: Path, version: files.Version) -> None:
        """The one step: a last look, then the rename."""
        self._until_closed()
        if not self._is_still(version):
            raise self._stale()
        try:
            temporary.replace(self.path)
        except PermissionError as wrong:
            if os.name == "nt":  # a program that holds the file open denies the rename
                raise TryAgain(f"{self.name} is open in another program: close it, then run again.") from wrong
            raise
        files.sync_folder(self.path.parent)

    def _is_still(self, version: files.Version) -> bool:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return False
        if found.st_size != version.size:
            return False
        if found.st_size > _CHEAP_TO_READ and version.same_file(found):
            return True
        same = files.digest(self.path) == version.digest
        now = self.path.stat()  # once more, for what came while the bytes were compared
        return same and (now.st_size, now.st_mtime_ns, now.st_ino) == (found.st_size, found.st_mtime_ns, found.st_ino)

    @contextlib.contextmanager
    def _unless_stale(self, version: object) -> Iterator[None]:
        """What goes wrong where somebody replaced the file meanwhile is no fault of the file's.

        Raises:
            StaleSnapshot: in place of what went wrong.
        """
        try:
            yield
        except (CannotUse, NotWritten, *_STRANGE) as wrong:
            if isinstance(version, files.Version) and not self._is_still(version):
                raise self._stale() from wrong
            raise

    def _until_closed(self) -> None:
        """Wait while another program has the workbook open.

        Raises:
            TryAgain: it still has, after ``wait`` seconds.
        """
        until = self._clock() + self.wait
        while True:
            found = files.open_in(self.path) or files.open_in(self.given)
            if found is None:
                return
            program, owner = found
            if self._clock() >= until:
                raise TryAgain(
                    f"{self.name} is open in {program}: close it, then run again. "
                    f"(If it is open nowhere, delete the file {owner} that says so.)"
                )
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
            raise files.in_words(wrong, self.name) from wrong

    # -- versions ------------------------------------------------------------------------------------------------

    def _folder(self) -> Path | None:
        if self.backups is None:
            return None
        key = hashlib.sha256(self.target.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self.backups / key

    def _save_version(self, version: files.Version) -> str:
        folder = self._folder()
        return files.keep_version(folder, self.path, self.name, version) if folder is not None else ""

    def wrote(self) -> str:
        """The fingerprint of the file as the last ``apply`` left it; "" where nothing was written."""
        return self._wrote

    def saved(self) -> str:
        """Where the version before the last ``apply`` was saved; "" where none was."""
        return self._saved

    def clear(self) -> None:
        """Removes the new file beside the workbook, and the unfinished copy, of a run that was killed."""
        folder = self._folder()
        if folder is not None and folder.is_dir():
            files.clear(self.path, folder)

    def forget(self) -> int:
        """Removes the saved versions; how many there were."""
        folder = self._folder()
        held = files.versions(folder) if folder is not None and folder.is_dir() else []
        self.clear()
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
            CannotUse: it was damaged since; the workbook stays as it is.
            TryAgain: the workbook is open elsewhere.
        """
        source = Path(saved)
        if not saved or not source.is_file():
            raise UsageError(f"The saved version of {self.name} is not there any more ({saved}).")
        self._until_closed()
        with self._told():
            version = files.version(self.path)
            held = source.read_bytes()
            _require_whole(source)
            kept = self._save_version(version)
            with files.beside(self.path, self._folder()) as temporary:
                with temporary.open("r+b") as out:
                    out.write(held)
                    out.flush()
                    os.fsync(out.fileno())
                self._replace(temporary, version)
            self._saved = kept
            self._known = None


_PLACES = {"row": "sheetData", "c": "row", "v": "c", "is": "c", "sheetData": "worksheet"}  # what stands in what


def _is_mixed_up(part: markup.Element) -> bool:
    """Whether rows, cells or values of a sheet stand where none belong."""
    left = [part]
    while left:
        one = left.pop()
        if any(_PLACES.get(child.name, one.name) != one.name for child in one.children if child.uri == part.uri):
            return True
        rows = [child.attributes.get("r") for child in one.children if child.name in ("row", "c")]
        if len(set(rows)) < len([row for row in rows if row]):
            return True
        left += one.children
    return False


def _require_whole(saved: Path) -> None:
    """
    Raises:
        CannotUse: a part of the saved version is not what was saved.
    """
    try:
        with zipped.Package(saved) as package:
            for name in package.members:
                for _ in package.chunks(name):
                    pass
    except CannotUse:
        raise CannotUse(f"The saved version {saved} is damaged, so the workbook was left as it is.") from None


# -- one file ---------------------------------------------------------------------------------------------------------


def _read(path: Path, name: str, version: files.Version) -> _Known:
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
        bottom, right = min(area.bottom, height), min(area.right, len(columns))
        if (bottom - area.top + 1) * (right - area.left + 1) > _MOST_SPILLED:
            continue
        for row in range(area.top, bottom + 1):
            for col in range(area.left, right + 1):
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
