"""The coach command on workbooks on disk and on Google: what it prints, what it writes, what it never says."""

from __future__ import annotations

import datetime as dt
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import sheets
from conftest import Command

from sheetsync import templates
from sheetsync.coach.client import Place
from sheetsync.grid import Changes, ColumnEdits, Tab, Value
from sheetsync.stores.base import Store
from sheetsync.stores.excel import ExcelStore

DAY = "2026-11-13"
SECRETS = (
    "Earl Dodson",
    "Dodson Septic",
    "Zebulon",
    "555-0142",
    "zeb@acme.example",
    "quite hush-hush",
    "hand-written secret",
)


def _log(path: Path, *rows: list[Value]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Call Log"
    heads = (*sheets.HEADS, "Email")
    for row in (heads, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def _roster(path: Path, *rows: tuple[Value, ...]) -> Path:
    templates.install("coach", path)
    store = ExcelStore(path)
    columns = [
        ColumnEdits("Clients", col, list(range(1, len(rows) + 1)), [None] * len(rows), [row[col] if col < len(row) else None for row in rows])
        for col in range(4)
    ]  # fmt: skip
    store.apply(store.read(), Changes(tuple(columns)))
    return path


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    """A roster with two logs beside it, one that is gone, and one left out."""
    (tmp_path / "logs").mkdir()
    _log(tmp_path / "logs" / "ann.xlsx", sheets.call(Spoke_with="Owner"))
    _log(
        tmp_path / "logs" / "bo.xlsx",
        [
            *sheets.call(who="Zebulon", Phone="555-0142", Notes="LVM, quite hush-hush", Spoke_with="Owner"),
            "zeb@acme.example",
        ],
    )
    return _roster(
        tmp_path / "clients.xlsx",
        ("Ann Ltd", "logs/ann.xlsx"),
        ("Bo & Co", "logs\\bo.xlsx", 4),
        ("Gone", "logs/gone.xlsx"),
        ("Off", "logs/off.xlsx", None, "No"),
    )


def _tab(path: Path, name: str) -> Tab:
    tab = ExcelStore(path).read().tab(name)
    assert tab is not None
    return tab


def _clients(path: Path, head: str) -> list[Value]:
    tab = _tab(path, "Clients")
    col = next(col for col in range(tab.width) if tab.at(0, col) == head)
    return [tab.at(row, col) for row in range(1, 5)]


def _everything(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_a_roster_on_disk_is_synced_and_a_second_run_leaves_every_file_alone(clients: Path, sheetsync: Command) -> None:
    """Paths start from the roster's folder, whichever slashes; the second run changes neither a byte nor a time."""
    first = sheetsync("coach", clients, "--today", DAY)
    files = [clients, *sorted((clients.parent / "logs").iterdir())]
    held = [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]
    second = sheetsync("coach", clients, "--today", DAY)

    assert (2, 2) == (first.code, second.code)
    assert ["1 of 6", "0 of 4", None, None] == _clients(clients, "This week")
    assert ["Synced. 1 call.", "Synced. 1 call."] == _clients(clients, "Status")[:2]
    assert "There is no file" in first.err and "Gone: " in first.err
    assert "1 great of 10" in first.out
    assert "clients.xlsx: up to date" in second.out
    assert held == [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]


def test_numbers_and_not_people(clients: Path, sheetsync: Command) -> None:
    """No byte of the roster, of the JSON, of what is printed or of what is kept between runs names a prospect, a phone or a note."""
    odd = clients.parent / "logs" / "bo.xlsx"
    said = [sheetsync("coach", clients, "--today", DAY, "--json"), sheetsync("coach", clients, "--today", DAY, "-v")]
    _type_by_hand_and_sort(clients.parent / "logs" / "ann.xlsx")
    said += [
        sheetsync("coach", clients, "--today", DAY, "--json"),
        sheetsync("coach", clients, "--today", DAY, "--no-sync", "--dry-run", "-v"),
    ]
    from sheetsync import config

    kept = [path.read_text(encoding="utf-8") for path in (config.state_dir() / "coach").iterdir()]
    texts = [_everything(clients), *(one.out + one.err for one in said), *kept]

    assert any(secret in _everything(odd) for secret in SECRETS)
    assert "typed by hand beside another row" in said[2].out
    assert [] == [(secret, at) for secret in SECRETS for at, text in enumerate(texts) if secret in text]


def _type_by_hand_and_sort(path: Path) -> None:
    """A person writes into Why and sorts the log without our columns: a run stops there, and its error quotes the cell."""
    store = ExcelStore(path)
    tab = store.read().tab("Call Log")
    assert tab is not None
    why = next(col for col in range(tab.width) if tab.at(0, col) == "Why")
    typed = range(tab.width - 5)
    other = sheets.call(dt.date(2026, 11, 10), who="Lew Sabatini", Company="Sabatini Stone")
    moved = [ColumnEdits("Call Log", col, [1, 2], [tab.at(1, col), None], [other[col] if col < len(other) else None, tab.at(1, col)]) for col in typed]  # fmt: skip
    hand = ColumnEdits("Call Log", why, [1], [tab.at(1, why)], ["hand-written secret"])
    store.apply(store.read(), Changes((*moved, hand)))


def test_json_has_fixed_keys(clients: Path, sheetsync: Command) -> None:
    """Every client has the same keys, whatever became of it; weeks are those of all reps together."""
    found = json.loads(sheetsync("coach", clients, "--today", DAY, "--json").out)

    assert {"version", "roster", "clients", "team", "exit_code"} == found.keys()
    assert (1, 2, "written") == (found["version"], found["exit_code"], found["roster"]["status"])
    assert ["synced", "synced", "failed", "left out"] == [one["status"] for one in found["clients"]]
    assert 1 == len({tuple(one) for one in found["clients"]})
    assert [2, 3, 4, 5] == [one["row"] for one in found["clients"]]
    assert {""} == {week["rep"] for week in found["clients"][0]["weeks"]}
    assert ("2026-11-09", 1, 10) == tuple(found["team"][0][key] for key in ("week", "great", "goal"))


def test_a_dry_run_shows_and_writes_nothing(clients: Path, sheetsync: Command) -> None:
    """Each cell of the roster that would be written is shown; no file changes."""
    files = [clients, *sorted((clients.parent / "logs").iterdir())]
    held = [file.read_bytes() for file in files]
    said = sheetsync("coach", clients, "--today", DAY, "--dry-run")

    assert "Clients!G2: blank → “1 of 6”" in said.out
    assert "would be written" in said.out
    assert held == [file.read_bytes() for file in files]


def test_without_sync_only_the_roster_is_written(clients: Path, sheetsync: Command) -> None:
    """The logs stay byte for byte as they are."""
    files = sorted((clients.parent / "logs").iterdir())
    held = [file.read_bytes() for file in files]
    sheetsync("coach", clients, "--today", DAY, "--no-sync")

    assert held == [file.read_bytes() for file in files]
    assert ["Read, not synced. 1 call."] * 2 == _clients(clients, "Status")[:2]


def test_a_roster_of_the_coach_s_own_gets_a_team_summary(tmp_path: Path, sheetsync: Command) -> None:
    """A workbook that our template did not make gets our columns and the page with its chart; undo and history know the run."""
    _log(tmp_path / "ann.xlsx", sheets.call(Spoke_with="Owner"))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("My clients",), ("Customer", "Path"), ("Ann", "ann.xlsx")):
        sheet.append(row)
    path = tmp_path / "mine.xlsx"
    book.save(path)
    first, second = (sheetsync("coach", path, "--today", DAY) for _ in range(2))
    undone = sheetsync("undo", path)

    assert (0, 0) == (first.code, second.code)
    assert "new tab Team Summary" in first.out
    assert "mine.xlsx: up to date" in second.out
    assert "xl/charts/" in "".join(zipfile.ZipFile(path).namelist())
    assert "3 cells put back" in undone.out
    assert [None, None, None] == [_tab(path, "Sheet").at(2, col) for col in (2, 3, 4)]
    assert "coach undo" in sheetsync("history", path).out


def test_the_whole_roster_can_be_put_back(clients: Path, sheetsync: Command) -> None:
    """undo --restore-file gives the very bytes from before the run."""
    held = clients.read_bytes()
    sheetsync("coach", clients, "--today", DAY)

    assert 0 == sheetsync("undo", clients, "--restore-file").code
    assert held == clients.read_bytes()


def test_a_client_by_its_name_in_the_config(
    tmp_path: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name of sheetsync.toml is the workbook that it names there, with the tab that it names."""
    (tmp_path / "far").mkdir()
    _log(tmp_path / "far" / "calls.xlsx", sheets.call(Spoke_with="Owner"))
    (tmp_path / "sheetsync.toml").write_text('[targets.ann]\npath = "far/calls.xlsx"\ntab = "Call Log"\n')
    roster = _roster(tmp_path / "clients.xlsx", ("Ann", "ann"), ("Ann again", "far/calls.xlsx"))
    monkeypatch.chdir(tmp_path)
    sheetsync("coach", roster, "--today", DAY)

    assert "Synced. 1 call." == _clients(roster, "Status")[0]
    assert "The same log as that of Ann" in str(_clients(roster, "Status")[1])


@pytest.mark.parametrize("spelling", ["{path}", '"{path}"', "file://{path}", "  {path}  "])
def test_a_path_as_people_paste_it(tmp_path: Path, sheetsync: Command, spelling: str) -> None:
    """In quotes, as a file address, with spaces around."""
    path = _log(tmp_path / "ann calls.xlsx", sheets.call(Spoke_with="Owner"))
    roster = _roster(tmp_path / "clients.xlsx", ("Ann", spelling.format(path=path)))

    assert 0 == sheetsync("coach", roster, "--today", DAY).code


def test_one_file_under_two_names_is_synced_once(tmp_path: Path, sheetsync: Command) -> None:
    """A link to a file, and the file, are one log."""
    path = _log(tmp_path / "ann.xlsx", sheets.call(Spoke_with="Owner"))
    (tmp_path / "link.xlsx").symlink_to(path)
    roster = _roster(
        tmp_path / "clients.xlsx", ("Ann", "ann.xlsx"), ("Link", "link.xlsx"), ("Dots", "./logs/../ann.xlsx")
    )
    (tmp_path / "logs").mkdir()
    sheetsync("coach", roster, "--today", DAY)

    assert [True, True] == ["The same log as that of Ann" in str(said) for said in _clients(roster, "Status")[1:3]]


def test_an_address_that_is_not_google_s(tmp_path: Path, sheetsync: Command) -> None:
    """It says what can be read, and the others are worked on."""
    _log(tmp_path / "ann.xlsx", sheets.call(Spoke_with="Owner"))
    roster = _roster(tmp_path / "clients.xlsx", ("Far", "https://1drv.example/x.xlsx"), ("Ann", "ann.xlsx"))
    said = sheetsync("coach", roster, "--today", DAY)

    assert 2 == said.code
    assert "not the address of a Google spreadsheet" in said.err
    assert "Synced. 1 call." == _clients(roster, "Status")[1]


def test_a_stopped_run_says_that_it_goes_on(clients: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and a sentence; the next run finds what was done."""
    from sheetsync.coach import doors

    real, opened = doors.Doors.open, []

    def open_one(self: doors.Doors, place: Place) -> Store:
        opened.append(place)
        if len(opened) == 2:
            raise KeyboardInterrupt
        return real(self, place)

    monkeypatch.setattr(doors.Doors, "open", open_one)
    said = sheetsync("coach", clients, "--today", DAY)

    assert (130, "") == (said.code, said.out)
    assert "goes on from there" in said.err
    assert "up to date" in sheetsync("coach", clients, "--today", DAY).out.splitlines()[1]


def test_a_roster_that_is_not_there(tmp_path: Path, sheetsync: Command) -> None:
    """The message names the template of a roster, not of a log."""
    said = sheetsync("coach", tmp_path / "none.xlsx")

    assert 2 == said.code
    assert "template install coach" in said.err


def test_a_roster_that_is_none(tmp_path: Path, sheetsync: Command) -> None:
    """A call log is no roster; the message says what is missing and how to get one."""
    said = sheetsync("coach", _log(tmp_path / "calls.xlsx", sheets.call()))

    assert 3 == said.code
    assert "No tab looks like a list of clients" in said.err
    assert "sheetsync template install coach" in said.err


def test_an_empty_roster(tmp_path: Path, sheetsync: Command) -> None:
    """It says what to do first."""
    said = sheetsync("coach", _roster(tmp_path / "clients.xlsx", (None,)), "--today", DAY)

    assert 0 == said.code
    assert "lists no clients yet" in said.out


def test_a_bar_is_drawn_on_a_terminal_alone(clients: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal nothing but messages goes there."""
    plain = sheetsync("coach", clients, "--today", DAY)
    assert "Clients ━" not in plain.err

    from sheetsync.cli import coach as command

    told: list[object] = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with command._progress(True) as progress:
        assert progress is not None
        progress(1, 2, "Ann [bold]Ltd")
        told.append(progress)
    with command._progress(False) as progress:
        assert progress is None
    assert told


@pytest.fixture(autouse=True)
def _no_config(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SHEETSYNC_CONFIG", str(tmp_path_factory.mktemp("config")))
    yield
