"""One workbook on disk and its state directory, as the fault tests need them."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from pathlib import Path

import sheets
from workbooks import making

from sheetsync import sync
from sheetsync.grid import Value
from sheetsync.journal import Entry, open_journal
from sheetsync.stores.excel import ExcelStore
from sheetsync.sync import Options

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
TODAY = dt.date(2026, 11, 24)
LOG = "Call Log"


class Room:
    """A folder with one workbook, and a state directory beside it."""

    def __init__(self, folder: Path, data: bytes | None = None, name: str = "log.xlsx") -> None:
        self.folder, self.state = folder / "desk", folder / "state"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.path = self.folder / name
        if data is not None:
            self.path.write_bytes(data)

    def store(self) -> ExcelStore:
        """The workbook as a command opens it."""
        return ExcelStore(self.path, backups=self.state / "versions")

    def sync(self, **options: object) -> sync.Result:
        """One run."""
        return sync.run(self.store(), Options(now=NOW, today=TODAY, **options), self.state)  # type: ignore[arg-type]

    def undo(self, run: str | None = None, **options: object) -> sync.Result:
        """A run taken back."""
        return sync.take_back(self.store(), Options(now=NOW, today=TODAY, **options), self.state, run)  # type: ignore[arg-type]

    def entries(self) -> list[Entry]:
        """What the journal tells."""
        return open_journal(self.state, str(self.path.resolve()), self.path.name).entries()

    def strays(self) -> list[str]:
        """Files that should not be there: all but the workbook beside it, and in the state all but journals, versions, locks and what was seen."""
        beside = [one.name for one in self.folder.iterdir() if one != self.path]
        kept = [one for one in self.state.rglob("*") if one.is_file()] if self.state.exists() else []
        fine = ("seen.json", "last.json")
        return sorted(
            beside
            + [
                str(one.relative_to(self.state))
                for one in kept
                if one.suffix not in (".jsonl", ".lock", ".xlsx", ".xlsm") and one.name not in fine
            ]
        )

    def cells(self, tab: str = LOG) -> list[list[Value]]:
        """The rows of a tab, read by the store."""
        found = ExcelStore(self.path).read().tab(tab)
        assert found is not None
        return [[found.at(row, col) for col in range(found.width)] for row in range(found.height)]


def small() -> bytes:
    """A log of four calls as Excel lays it out, without tabs or columns of ours."""
    return making.zipped(making.usual())


def plain(rows: list[list[Value]], *, name: str = LOG, first: int = 1) -> bytes:
    """A workbook that another program made, with these rows."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for number, row in enumerate(rows, first):
        for col, value in enumerate(row, 1):
            cell = sheet.cell(number, col, value)
            if isinstance(value, str):
                cell.data_type = "s"  # text, whatever it begins with
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def calls(count: int = 3) -> list[list[Value]]:
    """A header and so many calls of as many prospects."""
    return [list(sheets.HEADS)] + [
        sheets.call(who=f"Ann Lee{chr(97 + n % 26) * (1 + n // 26)}", Company=f"Firm {n}", Spoke_with="Owner")
        for n in range(count)
    ]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def typed(path: Path, cells: dict[tuple[int, int], Value], tab: str = LOG) -> None:
    """A person types values into cells (row and column from 0), in a program that is not ours."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that program does not know every extension of Excel's
        book = openpyxl.load_workbook(path, keep_vba=path.suffix == ".xlsm")
        sheet = book[tab]
        for (row, col), value in cells.items():
            cell = sheet.cell(row + 1, col + 1)
            cell.value = value  # type: ignore[assignment]
            if isinstance(value, str):
                cell.data_type = "s"
        book.save(path)
