"""open_store(): which store a target means."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sheetsync.stores.base import Store

#: An address of Google's, or an id (as ``google.is_google`` reads them); told here without loading what speaks to Google.
_GOOGLE = re.compile(r"(?:https?://)?(?:docs|drive|sheets)\.google\.com/.+|[A-Za-z0-9_-]{25,}\Z", re.IGNORECASE)


def is_google(target: str) -> bool:
    """Whether a target is a Google spreadsheet: its address, or its id. A file of that very name is a file."""
    return _GOOGLE.match(target.strip()) is not None and not Path(target).exists()


def open_store(
    target: str | os.PathLike[str],
    *,
    state: Path | None = None,
    wait: float = 0.0,
    credentials: Path | None = None,
    here: Path | None = None,
) -> Store:
    """The store of a target: an address or an id is a Google spreadsheet, a path is an Excel workbook.

    Args:
        state: the directory where versions before our writes are saved; None saves none.
        wait: how many seconds to wait for a workbook that is open elsewhere.
        credentials: the file to sign in to Google with, where one is named.
        here: the directory of sheetsync.toml, where a credentials.json may lie.
    """
    if isinstance(target, str) and is_google(target):
        from sheetsync.stores import google

        return google.open(target, credentials=credentials, here=here)
    from sheetsync.stores.excel import ExcelStore

    return ExcelStore(Path(target), wait=wait, backups=state / "versions" if state is not None else None)
