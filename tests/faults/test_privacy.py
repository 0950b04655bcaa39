"""What is remembered is for its owner alone, and what people said, and who they are, stands nowhere that it was not asked for."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterator
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
    from sheetsync import rules

    def fail(*args: object, **named: object) -> None:
        raise KeyError("Zebediah Quagmire")

    monkeypatch.setattr(rules, "classify", fail)
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
