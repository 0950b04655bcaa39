"""The log file of runs that nobody watches: lines with their time, old ones moved aside before the file grows large."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from sheetsync.errors import CannotUse, printable, without_quotes

#: A log file is moved aside at this size; so many older ones are kept beside it (.1 is the latest).
MOST_BYTES, KEPT = 1_000_000, 4


def append(path: Path, lines: Iterable[str], now: dt.datetime, *, most: int = MOST_BYTES, kept: int = KEPT) -> None:
    """Adds lines, each with the time and without what it quotes from a cell; the file is for this user only.

    Raises:
        CannotUse: it cannot be written.
    """
    stamp = now.isoformat(sep=" ", timespec="seconds")[:19]
    body = "".join(f"{stamp}  {line}\n" for text in lines for line in printable(without_quotes(text)).split("\n"))
    data = body.encode("utf-8", "replace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size and path.stat().st_size + len(data) > most:
            _rotate(path, kept)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
            file.write(data)
    except OSError as error:
        raise CannotUse(
            f"The log file {path} cannot be written ({error.strerror}). Give --log-file another place."
        ) from None


def _rotate(path: Path, kept: int) -> None:
    for number in range(kept, 0, -1):
        older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
        if older.exists():
            older.replace(path.with_name(f"{path.name}.{number}"))
