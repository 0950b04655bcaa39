"""Whether a workbook is still as the last run left it: the quick look, taken before anything large is loaded."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from sheetsync import __version__, config

_FILE = "seen.json"


def token_of(path: Path) -> str:
    """A fingerprint of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    found = hashlib.blake2b(digest_size=20)
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def today_in(zone: str, now: dt.datetime) -> dt.date:
    """The date at that moment in a time zone ("" is the machine's)."""
    return local(zone, now).date()


def local(zone: str, now: dt.datetime) -> dt.datetime:
    """That moment in a time zone ("" is the machine's, and so is one that is not known)."""
    if not zone:
        return now.astimezone()
    from zoneinfo import ZoneInfo

    try:
        return now.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return now.astimezone()


def still(
    seen: Mapping[str, str], token: str, *, today: dt.date | None, now: dt.datetime, tab: str | None = None
) -> bool:
    """Whether a run would find the workbook as the last one left it, on the same day, for the same tab, with the same sheetsync.

    Only ever true where nothing at all can have changed; the run itself is then not needed.
    """
    if (
        seen.get("version") != __version__
        or not token
        or seen.get("token") != token
        or seen.get("tab", "") != (tab or "")
    ):
        return False
    return seen.get("today") == (today or today_in(seen.get("zone", ""), now)).isoformat()


def file_still(path: str, *, today: dt.date | None, now: dt.datetime, state: Path, tab: str | None = None) -> bool:
    """The same for the workbook at a path, without opening it, and noted as looked at; false where the file cannot be read."""
    resolved = config.whole_path(path)
    folder = state / "journal" / config.target_key(str(resolved))
    try:
        seen = recall(folder)
        if not seen or not still(seen, token_of(resolved), today=today, now=now, tab=tab):
            return False
    except OSError:
        return False
    remember(folder, {**seen, "looked": now.astimezone(dt.timezone.utc).isoformat(timespec="seconds")})
    return True


def recall(folder: Path) -> dict[str, str]:
    """What the last run that found nothing to do noted in a journal's folder; empty where there is nothing."""
    try:
        found = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def remember(folder: Path, what: Mapping[str, str]) -> None:
    """Notes what the next run may compare; a failure to note it costs only time."""
    fresh = folder / f"seen-{os.getpid()}.new"
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(dict(what), file)
        fresh.replace(folder / _FILE)
    except OSError:
        fresh.unlink(missing_ok=True)
