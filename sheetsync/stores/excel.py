"""An Excel workbook as a file: read, refuse if changed or open elsewhere, replace in one step."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sheetsync import config, shipped
from sheetsync.errors import CannotUse, NotWritten, StaleSnapshot, TryAgain, UsageError
from sheetsync.grid import (
    Changes,
    Snapshot,
)
from sheetsync.stores import excel_read, excel_refuse, files
from sheetsync.stores.excel_read import Known
from sheetsync.stores.ooxml import change, styles, values, verify, zipped

_CHEAP_TO_READ = 64 * 2**20  # bytes: up to here the content is compared, above it size, time and inode
_STRANGE = (ValueError, LookupError)  # what code meets that knows one file and is shown another
_POLL = 0.5  # seconds between two looks at a workbook that is open elsewhere


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
        self._known: Known | None = None
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
                    found = excel_read.read(self.path, self.name, version)
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

    def notices(self) -> tuple[str, ...]:
        """What a person should know of the place of the file before it is written."""
        with self._told():
            found = files.other_names(self.path)
        return (found,) if found else ()

    # -- refusing ------------------------------------------------------------------------------------------------

    def refuses(self, snapshot: Snapshot, changes: Changes) -> tuple[str, ...]:
        """Why ``apply`` would refuse these changes, each in a sentence; empty where it would not."""
        with self._told(), self._unless_stale(snapshot.version):
            known = self._facts_of(snapshot)
            problems = excel_refuse.problems(self.path, self.name, known, snapshot, changes)
            if not problems:
                try:
                    with zipped.Package(self.path) as package:
                        self._made(package, known, snapshot, changes)
                except CannotUse as wrong:
                    problems = [str(wrong)]
        return tuple(problems)

    def _made(
        self, package: zipped.Package, known: Known, snapshot: Snapshot, changes: Changes
    ) -> tuple[change.Result, styles.Styles]:
        made = change.make(package, known.book, known.facts, snapshot, changes, shipped.with_tab)
        excel_refuse.require_no_capture(made[1], known.facts, self.name)
        return made

    def _facts_of(self, snapshot: Snapshot) -> Known:
        known = self._known
        if known is None or known.version != snapshot.version:
            if not isinstance(snapshot.version, files.Version) or files.digest(self.path) != snapshot.version.digest:
                raise self._stale()
            known = self._known = excel_read.read(self.path, self.name, files.version(self.path))
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
        problems = excel_refuse.problems(self.path, self.name, known, snapshot, changes)
        if problems:
            raise CannotUse("\n".join(problems))
        saved = self._save_version(version)
        with files.beside(self.path, self._folder()) as temporary:
            self._write(temporary, known, snapshot, changes)
            try:
                verify.require_met(temporary, self.path, snapshot, known.facts, changes, self.name)
            except NotWritten:
                excel_refuse.require_sound(self.path, known, changes)
                raise
            wrote = files.digest(temporary)
            self._note(version, wrote, saved)
            self._replace(temporary, version)
        self._saved, self._wrote = saved, wrote
        self._known = None

    def _write(self, temporary: Path, known: Known, snapshot: Snapshot, changes: Changes) -> None:
        with zipped.Package(self.path) as package, temporary.open("r+b") as out:
            result, looks = self._made(package, known, snapshot, changes)
            zipped.write(package, out, result.changed, result.added, result.removed, result.last)
            excel_refuse.require_no_capture(
                looks, known.facts, self.name
            )  # formats may have come while cells were written
            out.truncate()
            out.flush()
            os.fsync(out.fileno())

    def _replace(self, temporary: Path, version: files.Version) -> None:
        """The one step: a last look, then the rename."""
        self._until_closed()
        if not self._is_still(version):
            raise self._stale()
        try:
            temporary.replace(self.path)
        except OSError as wrong:
            raise files.not_replaced(wrong, self.name) from wrong
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
        return files.folder_of(self.backups, self.target) if self.backups is not None else None

    def _save_version(self, version: files.Version) -> str:
        folder = self._folder()
        return files.keep_version(folder, self.path, self.name, version) if folder is not None else ""

    def _note(self, version: files.Version, wrote: str, saved: str) -> None:
        folder = self._folder()
        if folder is not None:
            files.note_last(folder, version.digest, wrote, saved)

    def left(self, before: str) -> dict[str, str]:
        """How a run that read the file of that fingerprint left it, told by its own note: ``token`` and ``saved``."""
        folder = self._folder()
        return files.last(folder, before) if folder is not None else {}

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
        self.clear()
        folder = self._folder()
        return files.forget(folder) if folder is not None else 0

    def restore(self, saved: str, was: str = "") -> None:
        """Put a saved version of the whole workbook back; what is there now is saved first.

        Args:
            was: the fingerprint that the workbook must still have; "" for any.

        Raises:
            StaleSnapshot: it has another; nothing was written.
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
            if was and version.digest != was:
                raise self._stale()
            held = source.read_bytes()
            excel_refuse.require_whole(source)
            kept = self._save_version(version)
            with files.beside(self.path, self._folder()) as temporary:
                with temporary.open("r+b") as out:
                    out.write(held)
                    out.flush()
                    os.fsync(out.fileno())
                self._note(version, files.digest(temporary), kept)
                self._replace(temporary, version)
            self._saved = kept
            self._known = None
