"""What is remembered is for its owner alone, and what people said, and who they are, stands nowhere that it was not asked for."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import failing
import pytest
import room
import sheets
from conftest import Command
from failing import Layer, layered

from sheetsync.coach import seen as coach_seen

#: What only the workbook, and what was asked for, may hold.
SECRETS = ("Zebediah", "Quagmire", "Snodgrass", "555-0199", "zeb@quagmire.example", "gallstones", "Hortensia")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A log with a secret in every column."""
    row = sheets.call(
        who="Zebediah Quagmire",
        notes="His gallstones hurt. Call back in March.",
        Rep="Hortensia",
        Company="Snodgrass Ltd",
        Phone="(202) 555-0199",
        Spoke_with="owner",
    )
    wrong = sheets.call(
        "the 3rd of Gallstones",
        "Zebediah Quagmire",
        "gallstones again",
        Phone="202 555-0199",
        Company="Snodgrass Ltd",
        Rep="Hortensia",
    )
    path = tmp_path / "log.xlsx"
    path.write_bytes(room.plain([list(sheets.HEADS), row, wrong]))
    return path


@pytest.fixture
def careless() -> Iterator[None]:
    """A user whose new files everybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def _state() -> Path:
    return Path(os.environ["SHEETSYNC_STATE"])


def _told(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.casefold() in text.casefold()]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_what_is_remembered_is_for_its_owner_alone(
    workbook: Path, tmp_path: Path, careless: None, sheetsync: Command
) -> None:
    """Journals, saved versions, locks and notes are 0600, their directories 0700; so is the log file, whatever the umask."""
    log = tmp_path / "sync.log"
    sheetsync("sync", workbook, "--log-file", log)
    sheetsync("undo", workbook)
    sheetsync("sync", workbook, "--redo")
    sheetsync("sync", workbook)
    found = {one: stat.S_IMODE(one.stat().st_mode) for one in (_state(), log, *_state().rglob("*"))}

    assert {} == {one: oct(mode) for one, mode in found.items() if mode != (0o700 if one.is_dir() else 0o600)}
    assert len(found) > 8


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_rights_that_were_opened_are_closed_again(workbook: Path, sheetsync: Command) -> None:
    """A state directory that others may read is closed by the next run."""
    sheetsync("sync", workbook)
    for one in (_state(), _state() / "journal"):
        one.chmod(0o755)
    sheetsync("sync", workbook, "--verbose")

    assert [0o700, 0o700] == [stat.S_IMODE(one.stat().st_mode) for one in (_state(), _state() / "journal")]


def test_no_file_beside_the_workbook_is_readable_by_more_than_the_workbook(
    workbook: Path, careless: None, sheetsync: Command
) -> None:
    """The new file has the old one's rights from its first byte on."""
    workbook.chmod(0o600)
    modes: list[int] = []

    def look(operation: str, path: str) -> None:
        modes.extend(stat.S_IMODE(one.stat().st_mode) for one in workbook.parent.iterdir())

    with layered(Layer((workbook.parent,), 0, look, lasting=True)):
        sheetsync("sync", workbook)

    assert {0o600} == set(modes)


def test_talk_and_logs_tell_nobodys_name(workbook: Path, tmp_path: Path, sheetsync: Command) -> None:
    """A sync that writes, one that finds nothing, a check of a wrong cell, a history and a log file name nobody and quote no note."""
    log = tmp_path / "sync.log"
    said = [
        sheetsync("sync", workbook, "--log-file", log),
        sheetsync("sync", workbook),
        sheetsync("history", workbook),
        sheetsync("history", workbook, "--json"),
        sheetsync("doctor", workbook),
        sheetsync("undo", workbook),
    ]
    text = "".join(one.out + one.err for one in said) + log.read_text()

    assert [] == [secret for secret in _told(text) if secret != "gallstones"]  # the date that cannot be read is quoted
    assert "hurt" not in text
    assert [] == _told(log.read_text())


def test_json_tells_no_notes(workbook: Path, sheetsync: Command) -> None:
    """Without --rows, JSON has the numbers and the follow-ups, and no row's notes."""
    found = json.loads(sheetsync("sync", workbook, "--json").out)["targets"][0]

    assert "hurt" not in json.dumps(found)
    assert [] == _told(
        json.dumps({key: value for key, value in found.items() if key not in ("follow_ups", "problems", "weeks")})
    )


def test_the_journal_tells_no_notes_and_no_names(workbook: Path, sheetsync: Command) -> None:
    """What undo needs is what stood in our columns; what people typed is not copied."""
    sheetsync("sync", workbook)
    room.typed(workbook, {(1, 8): "gallstones gone, wants a quote"})
    sheetsync("sync", workbook)
    text = "".join(path.read_text() for path in _state().rglob("*.json*"))

    assert [] == [
        secret for secret in _told(text) if secret != "gallstones"
    ]  # a Why that was replaced quotes the words that decided


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_errors_tell_nobodys_name(workbook: Path, number: int, sheetsync: Command) -> None:
    """What goes wrong is told without what the workbook holds."""
    with layered(Layer((workbook.parent,), 0, failing.error(number), kinds=("write",))):
        said = sheetsync("sync", workbook)

    assert said.code in (3, 4)
    assert [] == _told(said.out + said.err)


def test_an_error_that_nobody_thought_of_tells_nothing(
    workbook: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command
) -> None:
    """The words of an unknown error may quote a cell, so they are not shown."""
    from sheetsync import sync

    def fail(*args: object, **named: object) -> None:
        raise KeyError("Zebediah Quagmire")

    monkeypatch.setattr(sync, "make_plan", fail)
    said = sheetsync("sync", workbook)

    assert 1 == said.code
    assert [] == _told(said.out + said.err)


def test_purge_forgets_everything(workbook: Path, sheetsync: Command) -> None:
    """After history --purge nothing is left of a workbook but an empty lock: no run, no saved version, no note, no number."""
    sheetsync("sync", workbook)
    sheetsync("sync", workbook, "--verbose")
    room.typed(workbook, {(1, 8): "left a voicemail"})
    sheetsync("sync", workbook)
    numbers = coach_seen._path(_state(), str(workbook.resolve()))
    numbers.parent.mkdir()
    numbers.write_text("{}")
    held = {one.suffix for one in _state().rglob("*") if one.is_file()}
    assert {".jsonl", ".json", ".xlsx", ".lock"} == held
    said = sheetsync("history", workbook, "--purge")

    assert 0 == said.code, said.err
    assert [] == [one for one in _state().rglob("*") if one.is_file() and (one.suffix != ".lock" or one.stat().st_size)]
    assert "no runs yet" in sheetsync("history", workbook).out


def test_purge_works_where_the_workbook_is_gone(workbook: Path, sheetsync: Command) -> None:
    """What is remembered of a workbook that was deleted can still be forgotten."""
    sheetsync("sync", workbook)
    workbook.unlink()

    assert 0 == sheetsync("history", workbook, "--purge").code
    assert [] == [one for one in _state().rglob("*") if one.is_file() and one.suffix != ".lock"]


# -- what runs by itself, and what looks after others ---------------------------------------------------------------------


def _hand(workbook: Path) -> None:
    """A person types secrets over cells of ours, and the log is sorted without our columns: a run stops, and its error quotes them."""
    room.typed(workbook, {(1, 11): "Ring Zebediah on 555-0199", (2, 12): "gallstones, says Hortensia"})
    rows = [list(row[:9]) for row in _cells(workbook)]
    room.typed(workbook, {(at, col): rows[3 - at][col] for at in (1, 2) for col in range(9)})


def _cells(workbook: Path) -> list[list[object]]:
    from sheetsync.stores.excel import ExcelStore

    found = ExcelStore(workbook).read().tab(room.LOG)
    assert found is not None
    return [[found.at(row, col) for col in range(found.width)] for row in range(found.height)]


def _closed(*places: Path) -> dict[str, str]:
    """Files and folders that others may look into."""
    found = {
        str(one): oct(stat.S_IMODE(one.stat().st_mode))
        for place in places
        for one in (place, *place.rglob("*"))
        if stat.S_IMODE(one.stat().st_mode) & 0o077
    }
    return found if os.name == "posix" else {}


def test_what_a_cell_holds_is_in_no_log_file(workbook: Path, tmp_path: Path, sheetsync: Command) -> None:
    """A run that keeps cells typed by hand, one that stops and names them, and one that lists every edit: the log file has the cells' names,
    and nothing that they hold."""
    log = tmp_path / "sync.log"
    sheetsync("sync", workbook, "--log-file", log)
    room.typed(workbook, {(1, 11): "Ring Zebediah on 555-0199", (1, 8): "left a voicemail"})
    sheetsync("sync", workbook, "--log-file", log, "--verbose")
    _hand(workbook)
    said = sheetsync("sync", workbook, "--log-file", log)

    assert 3 == said.code
    assert "'Call Log'!L" in log.read_text()
    assert [] == _told(log.read_text())


def test_watching_tells_nobodys_name(
    workbook: Path, tmp_path: Path, careless: None, watching_once: None, sheetsync: Command
) -> None:
    """The lines of a watch, its JSON, its log file and its trouble: names of workbooks, numbers of cells and calls, and where to look."""
    log = tmp_path / "watch.log"
    said = [sheetsync("watch", workbook, "--json"), sheetsync("watch", workbook, "--log-file", log)]
    _hand(workbook)
    said += [sheetsync("watch", workbook, "--log-file", log), sheetsync("watch", workbook, "--json")]

    assert "stopped" in said[0].out
    assert "typed by hand" in log.read_text()
    assert [] == _told(log.read_text())
    assert [] == _told(said[0].out + said[0].err + said[1].out + said[1].err)
    assert {} == _closed(_state(), log)


def test_a_coachs_run_tells_and_keeps_nobodys_name(
    workbook: Path, tmp_path: Path, careless: None, sheetsync: Command
) -> None:
    """The roster, what is printed, the JSON and what is kept of a client: numbers, also where the client's log cannot be synced."""
    roster = tmp_path / "clients.xlsx"
    sheetsync("template", "install", "coach", roster)
    room.typed(roster, {(1, 0): "Client A", (1, 1): "log.xlsx"}, "Clients")
    said = [sheetsync("coach", roster), sheetsync("coach", roster, "--json"), sheetsync("coach", roster, "--verbose")]
    _hand(workbook)
    said += [sheetsync("coach", roster), sheetsync("coach", roster, "--json"), sheetsync("doctor", roster)]
    texts = [one.out + one.err for one in said]
    kept = [one.read_text() for one in (_state() / "coach").rglob("*") if one.is_file()]
    held = [part.decode("utf-8", "replace") for part in room.parts(roster.read_bytes()).values()]

    assert kept
    assert "typed by hand" in texts[3]
    assert [] == [secret for text in (*texts, *kept, *held) for secret in _told(text)]
    assert {} == _closed(_state())


def test_the_doctor_tells_nobodys_name(workbook: Path, sheetsync: Command) -> None:
    """Before and after a sync, for people and as JSON; a cell that cannot be read, or that stops a sync, is what it was asked about."""
    said = []
    for prepare in (lambda: None, lambda: sheetsync("sync", workbook), lambda: _hand(workbook)):
        prepare()
        said += [sheetsync("doctor", workbook), sheetsync("doctor", workbook, "--json")]
    text = "".join(one.out + one.err for one in said[:4])

    assert [] == [secret for secret in _told(text) if secret != "gallstones"]  # the date that cannot be read is quoted
    assert "hurt" not in "".join(one.out + one.err for one in said)


def test_a_schedule_holds_no_secret_and_is_for_its_owner(
    workbook: Path, tmp_path: Path, careless: None, sheetsync: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written for cron, systemd, launchd and Windows names the workbook and where the state is: no password, no key, no proxy's password."""
    secrets = {
        "SHEETSYNC_SMTP_PASSWORD": "hunter2",
        "HTTPS_PROXY": "http://ann:hunter2@proxy.example:8080",
        "GOOGLE_APPLICATION_CREDENTIALS": str(tmp_path / "key.json"),
    }
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "key.json").write_text('{"private_key": "hunter2"}')
    said = [
        sheetsync("schedule", "add", "daily 7:00", workbook, "--dry-run"),
        sheetsync("schedule", "add", "--watch", workbook, "--dry-run"),
        sheetsync("schedule", "list"),
        sheetsync("schedule", "list", "--json"),
    ]
    text = "".join(one.out + one.err for one in said)

    assert "log.xlsx" in said[0].out + said[0].err
    assert "hunter2" not in text
    assert [] == _told(text)


@pytest.mark.parametrize(
    "prepare", [_hand, lambda path: path.write_bytes(b"PK no package"), lambda path: path.unlink()]
)
def test_a_message_tells_nobodys_name(
    workbook: Path,
    tmp_path: Path,
    sheetsync: Command,
    monkeypatch: pytest.MonkeyPatch,
    prepare: Callable[[Path], object],
) -> None:
    """What is sent by mail or to a webhook after a run that failed, however it failed, and after one that did not."""
    from sheetsync import notify

    sent: list[object] = []

    def keep(settings: object, states: list[notify.State], *, now: object) -> list[str]:
        sent.append((notify.text(states), json.dumps(notify.document(states, now))))  # type: ignore[arg-type]
        return []

    monkeypatch.setattr(notify, "send", keep)
    (tmp_path / "sheetsync.toml").write_text(
        '[targets.log]\npath = "log.xlsx"\nnotify = "always"\n[notify.webhook]\nurl = "https://hooks.example.com/x"\n'
    )
    monkeypatch.chdir(tmp_path)
    sheetsync("sync", "--all")
    prepare(workbook)
    said = sheetsync("sync", "--all")

    assert said.code
    assert 2 == len(sent)
    assert [] == _told(repr(sent))


def test_an_excel_file_needs_no_network(
    workbook: Path, tmp_path: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command on an Excel file works where no connection can be made: none is tried."""
    import socket

    def refuse(*args: object, **named: object) -> None:
        raise AssertionError("a connection was tried")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    new = tmp_path / "new.xlsx"
    roster = tmp_path / "clients.xlsx"
    lines: list[tuple[str | Path, ...]] = [
        ("template", "install", "call-log", new), ("sync", new), ("template", "install", "coach", roster), ("sync", workbook), ("check", workbook),
        ("explain", workbook, "2"), ("follow-ups", workbook), ("history", workbook), ("doctor", workbook), ("coach", roster), ("undo", workbook),
        ("undo", new, "--restore-file"), ("template", "upgrade", workbook), ("history", workbook, "--purge"),
    ]  # fmt: skip

    assert {} == {line: said.err for line in lines if (said := sheetsync(*line)).code not in (0, 3)}
