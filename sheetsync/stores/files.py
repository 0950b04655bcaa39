"""A workbook as a file on disk: what kind it is, who has it open, whether it can be replaced, and its versions before our writes."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sheetsync.errors import CannotUse, SheetsyncError, StaleSnapshot, TryAgain, UsageError

#: How many versions before our writes are kept.
KEPT_VERSIONS = 10
#: Where the name of the file is noted that is being made beside the workbook, and what such a name looks like.
_NOTE = "beside"
#: How a file system says that a file is in use, or that it lets no file take another's place; not every system knows each.
_BUSY = {getattr(errno, name, 0) for name in ("EBUSY", "ETXTBSY")} - {0}
_NO_RENAME = {
    getattr(errno, name, 0) for name in ("EXDEV", "EPERM", "EACCES", "EEXIST", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")
} - {0}
#: Where it is noted how the last write of ours was to leave the file, before the step that does it.
_LAST = "last.json"
#: What a workbook is called while a template is filled in, in the private folder.
MAKING = "making.xlsx"
_OURS = re.compile(r"\.[^/\\]*-[0-9a-f]{16}\.tmp", re.DOTALL)


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


def require_workbook(path: Path, name: str) -> None:
    """Nothing, where the file can be an Excel workbook.

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
        raise in_words(wrong, name) from wrong
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if path.suffix.lower() in _KINDS:
            raise CannotUse(
                f"{name} is password-protected (or an old .xls by another name). Save it in Excel as .xlsx without a password, then run again."
            )
        raise UsageError(f"{name} is an old Excel workbook. {_SAVE_AS}")
    if path.suffix.lower() not in _KINDS:
        raise UsageError(f"{name} is no Excel workbook (.xlsx or .xlsm). {_SAVE_AS}")


def digest(path: Path) -> str:
    """A fingerprint of the file's bytes."""
    found = hashlib.blake2b(digest_size=20)
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def version(path: Path) -> Version:
    """The state that the file is in now."""
    found = path.stat()
    return Version(digest(path), found.st_size, found.st_mtime_ns, found.st_ino)


def open_in(path: Path) -> tuple[str, str] | None:
    """The program that has the workbook open and the owner file that says so; None where there is none."""
    for program, owner in (("Excel", f"~${path.name}"), ("LibreOffice", f".~lock.{path.name}#")):
        if (path.parent / owner).exists():
            return program, owner
    return None


def cannot_replace(path: Path, name: str) -> str | None:
    """Why the file cannot be replaced; also for a superuser, whom the system lets write everything."""
    found, folder = path.stat(), path.parent.stat()
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        return f"{name} is read-only. Make it writable, then run again."
    if os.name == "posix" and (not folder.st_mode & 0o222 or not os.access(path.parent, os.W_OK)):
        return f"The folder of {name} is read-only, so the file cannot be replaced. Make the folder writable, then run again."
    return None


def like(path: Path, temporary: Path) -> None:
    """Give the new file the permissions, the owner and the extended attributes of the old one."""
    found = path.stat()
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, found.st_uid, found.st_gid)
    temporary.chmod(stat.S_IMODE(found.st_mode))
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for attribute in os.listxattr(path):
                with contextlib.suppress(OSError):
                    os.setxattr(temporary, attribute, os.getxattr(path, attribute))


def sync_folder(folder: Path) -> None:
    """Have the system write the folder's own entries, so that a rename outlasts a power cut."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def in_words(wrong: OSError, name: str) -> SheetsyncError:
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


def not_replaced(wrong: OSError, name: str) -> SheetsyncError:
    """Why a new file could not take the old one's place, in words that say what to do; the old one is as it was."""
    if os.name == "nt" and isinstance(wrong, PermissionError):  # a program that holds the file open denies the rename
        return TryAgain(f"{name} is open in another program: close it, then run again.")
    why = wrong.strerror or str(wrong)
    if wrong.errno in _BUSY:
        return TryAgain(
            f"{name} is held by another program, or is mounted by itself, so it cannot be replaced ({why}). It was left as it is. "
            "Close it, then run again; if it stays so, copy it to a folder of its own."
        )
    if wrong.errno in _NO_RENAME:
        return CannotUse(
            f"The drive or the folder of {name} lets no file be replaced ({why}). It was left as it is. "
            "Copy the workbook to a folder of your own on this computer, then sync that."
        )
    return in_words(wrong, name)


def other_names(path: Path) -> str | None:
    """What to know where the file has further names (hard links): a new file takes the place of one name only."""
    links = path.stat().st_nlink
    if links < 2 or os.name == "nt":
        return None
    others = "another name" if links == 2 else f"{links - 1} other names"
    return (
        f"{path.name} has {others} on this drive (hard links). Only this one is brought up to date; the other keeps what was there before. "
        "Make it a symbolic link if both should stay the same."
    )


@contextlib.contextmanager
def beside(path: Path, notes: Path | None) -> Iterator[Path]:
    """A new file beside another one, with its permissions and owner; gone afterwards, whatever happens.

    Its name is noted in the folder ``notes`` before it is made, so that ``clear`` can remove it where this process is killed.
    """
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(8)}.tmp")
    try:
        if notes is not None:
            _private(notes)
            clear(path, notes)
            _write_note(notes / _NOTE, temporary.name)
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        if path.exists():
            like(path, temporary)
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
            if notes is not None:
                (notes / _NOTE).unlink(missing_ok=True)


def _write_note(note: Path, text: str) -> None:
    handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _private(folder: Path) -> None:
    for one in (folder.parent, folder):
        one.mkdir(parents=True, exist_ok=True, mode=0o700)


def clear(path: Path, notes: Path) -> None:
    """Removes what a run that was killed left: its new file beside ``path``, and its unfinished copies. Call it under the lock."""
    note = notes / _NOTE
    with contextlib.suppress(OSError):
        name = note.read_text(encoding="utf-8", errors="surrogatepass")
        if _OURS.fullmatch(name) and not path.with_name(name).is_symlink():
            path.with_name(name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        for one in (note, notes / MAKING, *notes.glob("*.part"), *notes.glob("*.tmp")):
            one.unlink(missing_ok=True)


def note_last(folder: Path, before: str, wrote: str, saved: str) -> None:
    """Notes, before the file is replaced, which bytes take the place of which, and where those are saved: for a run that is killed then.

    Raises:
        OSError: it cannot be noted.
    """
    part = folder / f"{_LAST}.part"
    try:
        part.unlink(missing_ok=True)
        _write_note(part, json.dumps({"before": before, "token": wrote, "saved": saved}))
        part.replace(folder / _LAST)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def last(folder: Path, before: str) -> dict[str, str]:
    """How a run that read those bytes was to leave the file ("token"), and where they are saved ("saved"); empty where it is not known."""
    try:
        found = json.loads((folder / _LAST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict) or not before or found.get("before") != before:
        return {}
    return {key: str(found.get(key, "")) for key in ("token", "saved")}


def forget(folder: Path) -> int:
    """Removes the saved versions and the notes; how many versions there were."""
    held = versions(folder) if folder.is_dir() else []
    for one in (*held, folder / _LAST):
        one.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder.rmdir()
    return len(held)


def folder_of(backups: Path, target: str) -> Path:
    """Where the saved versions of a target, and the notes on it, are."""
    return backups / hashlib.sha256(target.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def versions(folder: Path) -> list[Path]:
    """The saved versions in a folder, oldest first."""
    return sorted(one for one in folder.iterdir() if one.stem.isdigit())


def keep_version(folder: Path, path: Path, name: str, held: Version) -> str:
    """Keep a copy of the file as it is now, for this user only, and no more than the last ones; returns where it is.

    Raises:
        CannotUse: it cannot be kept, so nothing may be written.
        StaleSnapshot: the file is not the version that it should be.
    """
    try:
        _private(folder)
        clear(path, folder)
        kept = versions(folder)
        number = int(kept[-1].stem) + 1 if kept else 1
        to = folder / f"{number:06d}{path.suffix}"
        part = to.with_name(f"{to.name}.part")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as out, path.open("rb") as source:
                shutil.copyfileobj(source, out, 1 << 20)
                out.flush()
                os.fsync(out.fileno())
            if digest(part) != held.digest:
                raise StaleSnapshot(f"{name} was changed after it was read. Nothing was written.")
            part.replace(to)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        for old in versions(folder)[:-KEPT_VERSIONS]:
            old.unlink(missing_ok=True)
    except OSError as wrong:
        raise CannotUse(
            f"A copy of {name} cannot be kept in {folder} ({wrong.strerror or wrong}), so nothing was written. "
            "Make room there, then run again."
        ) from wrong
    return str(to)
