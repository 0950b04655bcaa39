"""open_store(): which store a target means."""

from __future__ import annotations

import os
from pathlib import Path

from sheetsync.stores.base import Store


def open_store(target: str | os.PathLike[str], *, state: Path | None = None, wait: float = 0.0) -> Store:
    """The store of a target: a path is an Excel workbook.

    Args:
        state: the directory where versions before our writes are saved; None saves none.
        wait: how many seconds to wait for a workbook that is open elsewhere.
    """
    from sheetsync.stores.excel import ExcelStore

    return ExcelStore(Path(target), wait=wait, backups=state / "versions" if state is not None else None)
