"""Where sheetsync keeps what it remembers (the state directory, the lock of a target); `config.file` reads sheetsync.toml."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sheetsync.errors import Busy, CannotUse, UsageError


def state_dir() -> Path:
    """The directory of journals, saved versions and locks: private to the user (0700), made when first needed.

    ``SHEETSYNC_STATE`` names another; otherwise the platform's own place (XDG_STATE_HOME on Linux).

    Raises:
        CannotUse: it cannot be made or written.
    """
    import platformdirs

    named = os.environ.get("SHEETSYNC_STATE")
    path = Path(named) if named else Path(platformdirs.user_state_dir("sheetsync", appauthor=False))
    return private_dir(path)


def config_dir() -> Path:
    """The directory of the user's settings and credentials; it need not be there. ``SHEETSYNC_CONFIG`` names another."""
    import platformdirs

    named = os.environ.get("SHEETSYNC_CONFIG")
    return Path(named) if named else Path(platformdirs.user_config_dir("sheetsync", appauthor=False))


def private_dir(path: Path) -> Path:
    """The directory, made where it is missing, for this user only.

    Raises:
        CannotUse: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        if os.name == "posix" and path.stat().st_mode & 0o077 and path.stat().st_uid == os.getuid():
            path.chmod(0o700)
    except OSError as error:
        raise CannotUse(
            f"The folder {path} cannot be made ({error.strerror}). Set SHEETSYNC_STATE to a folder that can be written, then run again."
        ) from None
    return path


def whole_path(text: str | os.PathLike[str]) -> Path:
    """A path as a person wrote it, from the root on; ``~`` and symbolic links are followed.

    Raises:
        UsageError: it can be no file: links in a circle, a home that nobody has, a name that is too long or no text.
    """
    shown = os.fspath(text)
    try:
        shown.encode()
        path = Path(text).expanduser().resolve()
        path.exists()
    except UnicodeError:
        raise UsageError(f"The name {shown!r} is no readable text. Rename the file, then run again.") from None
    except (OSError, RuntimeError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        cut = shown if len(shown) < 120 else f"{shown[:100]}…"
        raise UsageError(
            f"{cut} can be no file ({why or 'its links go in a circle, or there is no such home'}). Check the name."
        ) from None
    return path


def target_key(target: str) -> str:
    """A short name for a target that is safe as a file name."""
    return hashlib.sha256(target.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@contextlib.contextmanager
def locked(state: Path, target: str, name: str, *, wait: float = 0.0) -> Iterator[None]:
    """Holds the target's lock: one run at a time. A lock of a process that died is free (the system drops it).

    Raises:
        Busy: another run holds it, for longer than ``wait`` seconds.
        CannotUse: there is no place for a lock.
    """
    import filelock

    folder = private_dir(state / "locks")
    lock = filelock.FileLock(folder / f"{target_key(target)}.lock", timeout=max(0.0, wait), mode=0o600)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise Busy(f"Another sheetsync run is working on {name}. Try again later, or use --wait SECONDS.") from None
    except (OSError, NotImplementedError) as error:  # a full disk, or a network drive without locks
        why = (error.strerror if isinstance(error, OSError) else None) or error
        raise CannotUse(
            f"No lock can be made in {folder} ({why}), so nothing was changed. Make room there, or set SHEETSYNC_STATE to another folder."
        ) from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # the system drops the lock with the process
            lock.release()
