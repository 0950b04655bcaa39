"""Live: what the scheduler does next and says, on a clock of the test's own; and what a command, a service and the doctor make of it."""

from __future__ import annotations

import ast
import datetime as dt
import json
import plistlib
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sheets
from conftest import Command
from faults.room import calls, plain, typed

from sheetsync import schedule
from sheetsync.config.file import Config
from sheetsync.doctor import Level, watching
from sheetsync.errors import CannotUse
from sheetsync.schedule import Listed, Ran, System, job, service
from sheetsync.watch import files, ledger, pulse
from sheetsync.watch.hands import HandsHere, place
from sheetsync.watch.loop import Days, Loop
from sheetsync.watch.scheduler import (
    Action,
    Done,
    End,
    How,
    Kind,
    Look,
    Poll,
    Rhythm,
    Say,
    Scheduler,
    Seen,
    Sync,
    Target,
    Wait,
    in_words,
)

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
FILE, SHEET, OTHER = Target("/log.xlsx", "log.xlsx"), Target("a", "team", google=True), Target("b", "ann", google=True)


class Desk:
    """A scheduler, and what it asked for so far."""

    def __init__(self, *targets: Target, **rhythm: float) -> None:
        self.now = 0.0
        self.scheduler = Scheduler(targets, Rhythm(**rhythm))  # type: ignore[arg-type]
        self.times: dict[str, str] = {}
        self.file = Seen("v1")
        self.away: tuple[How, str] | None = None
        self.said: list[str] = []
        self.syncs: list[tuple[float, str]] = []
        self.polls: list[Poll] = []

    def until(self, moment: float) -> None:
        """Time passes; looks and polls are answered at once, syncs are left under way."""
        while True:
            action: Action = self.scheduler.next(self.now)
            match action:
                case Say(_, text):
                    self.said.append(text)
                case Look(keys):
                    for key in keys:
                        self.scheduler.looked(key, self.file, self.now)
                case Poll() as poll:
                    self.polls.append(poll)
                    if self.away is not None:
                        self.scheduler.not_polled(*self.away, self.now)
                    else:
                        self.scheduler.polled(dict(self.times), poll, self.now)
                case Sync(key, _):
                    self.syncs.append((round(self.now, 3), key))
                case Wait(until):
                    if until > moment:
                        self.now = moment
                        return
                    assert until > self.now, "it asks for nothing, and does not wait"
                    self.now = until
                case Done():
                    return

    def ends(self, key: str, how: How = How.DONE, version: str = "", **more: object) -> None:
        """A sync ends now."""
        self.scheduler.ended(key, End(how, version, **more), self.now)  # type: ignore[arg-type]
        self.until(self.now)


def _file_at_rest(**rhythm: float) -> Desk:
    """A file that was synced when the watch began."""
    desk = Desk(FILE, **rhythm)
    desk.until(1)
    desk.ends(FILE.key, version="v1")
    desk.until(10)
    desk.syncs.clear()
    return desk


def _sheets_at_rest(**rhythm: float) -> Desk:
    """Two spreadsheets that were synced when the watch began."""
    desk = Desk(SHEET, OTHER, **rhythm)
    desk.times = {"a": "t1", "b": "t1"}
    desk.until(1)
    desk.ends("a", version="t1")
    desk.ends("b", version="t1")
    desk.until(30)
    desk.syncs.clear()
    return desk


def test_the_core_touches_nothing() -> None:
    """The scheduler imports no clock, no thread, no file: it can be run on any clock."""
    path = Path(__file__).parent.parent / "sheetsync" / "watch" / "scheduler.py"
    found = {
        node.module or "" for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    } | {alias.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Import) for alias in node.names}  # fmt: skip

    assert {"__future__", "collections", "collections.abc", "dataclasses", "enum"} == found


# -- files ------------------------------------------------------------------------------------------------------------


def test_a_saved_file_is_synced_once_it_is_still() -> None:
    """Nobody holds it open: it is synced as soon as it was still for a moment, with no event needed."""
    desk = _file_at_rest()
    desk.file = Seen("v2")
    desk.until(20)

    assert [(12.7, FILE.key)] == desk.syncs or 10 < desk.syncs[0][0] <= 12.8
    assert 1 == len(desk.syncs)


def test_an_event_makes_it_prompt() -> None:
    """With an event it takes no longer than the moment of stillness."""
    desk = _file_at_rest()
    desk.file = Seen("v2")
    desk.scheduler.touched(FILE.key, 10.1)
    desk.now = 10.1
    desk.until(20)

    assert [(10.8, FILE.key)] == desk.syncs


def test_a_file_that_keeps_being_written_is_left_until_it_is_still() -> None:
    """A slow save, in pieces, is not read in between."""
    desk = _file_at_rest()
    for piece in range(10):
        desk.file = Seen(f"piece {piece}")
        desk.scheduler.touched(FILE.key, desk.now)
        desk.until(desk.now + 0.5)
    before = list(desk.syncs)
    desk.until(desk.now + 2)

    assert ([], 1) == (before, len(desk.syncs))


def test_an_open_file_waits_and_it_is_said_once() -> None:
    """“waiting until you close”, once however often it is saved; synced within 2 seconds of closing, without an event."""
    desk = _file_at_rest()
    desk.file = Seen("v2", holder="Excel")
    desk.until(60)
    desk.file = Seen("v3", holder="Excel")
    desk.until(100.3)
    waited = list(desk.syncs)
    desk.file = Seen("v3")
    desk.until(110)

    assert [] == waited
    assert ["waiting until you close log.xlsx (Excel)"] == desk.said
    assert 1 == len(desk.syncs)
    assert desk.syncs[0][0] - 100.3 <= 2


def test_an_open_file_that_was_not_saved_is_nothing_to_tell() -> None:
    """Who only looks into a workbook is told nothing, and nothing is done."""
    desk = _file_at_rest()
    desk.file = Seen("v1", holder="Excel")
    desk.until(60)

    assert ([], []) == (desk.syncs, desk.said)


def test_our_own_write_wakes_nothing() -> None:
    """The version that a sync left is known: however often it is seen, nothing is done."""
    desk = _file_at_rest()
    desk.file = Seen("v2")
    desk.until(15)
    desk.file = Seen("ours")
    desk.scheduler.touched(FILE.key, desk.now)
    desk.ends(FILE.key, version="ours", written=True, cells=3, calls=1)
    desk.until(100)

    assert 1 == len(desk.syncs)
    assert ["log.xlsx: 3 cells written, 1 call"] == desk.said


def test_what_is_saved_while_we_sync_is_synced_next() -> None:
    """A version that is not the one that the sync left is a change."""
    desk = _file_at_rest()
    desk.file = Seen("v2")
    desk.until(15)
    desk.file = Seen("v3")
    desk.until(16)
    during = len(desk.syncs)
    desk.ends(FILE.key, version="v2")
    desk.until(30)

    assert (1, 2) == (during, len(desk.syncs))


def test_a_moment_without_a_file_is_nothing() -> None:
    """Programs that replace a file on saving leave a moment without one: nothing is said of it."""
    desk = _file_at_rest()
    desk.file = Seen("", gone="is not there any more")
    desk.scheduler.touched(FILE.key, desk.now)
    desk.until(11)
    desk.file = Seen("v2")
    desk.until(20)

    assert ([], 1) == (desk.said, len(desk.syncs))


def test_a_file_that_goes_and_comes_back_is_told() -> None:
    """Deleted, renamed, a drive gone: told once, then that it is back, and it is synced."""
    desk = _file_at_rest()
    desk.file = Seen("", gone="is out of reach: its folder is not there (is the drive connected?)")
    desk.until(500)
    desk.file = Seen("v2")
    desk.until(510)

    gone = "log.xlsx is out of reach: its folder is not there (is the drive connected?). Watching for it to come back"
    assert [gone, "log.xlsx is back"] == desk.said
    assert 1 == len(desk.syncs)


def test_what_only_a_person_can_mend_is_told_once_per_cause() -> None:
    """It is tried again when the file changes, and now and then; another cause is told, and so is the end of it."""
    desk = _file_at_rest(again_every=600)
    for version in ("v2", "v3"):
        desk.file = Seen(version)
        desk.until(desk.now + 10)
        desk.ends(FILE.key, How.PERSON, version, text="log.xlsx has two columns named Notes.")
        desk.until(desk.now + 100)
    quiet = len(desk.syncs)
    desk.until(desk.now + 600)
    again = len(desk.syncs)
    desk.ends(FILE.key, How.PERSON, "v3", text="log.xlsx is empty.")
    desk.file = Seen("v4")
    desk.until(desk.now + 10)
    desk.ends(FILE.key, version="v4")
    desk.until(desk.now + 10)

    assert (2, 3, 4) == (quiet, again, len(desk.syncs))
    said = ["log.xlsx has two columns named Notes.", "log.xlsx is empty.", "log.xlsx: all is well again"]
    assert said == desk.said


def test_another_run_at_work_is_waited_for() -> None:
    """A sync by hand holds the lock: tried again by itself, told only if it lasts."""
    desk = _file_at_rest()
    desk.file = Seen("v2")
    desk.until(15)
    for _ in range(3):
        desk.ends(FILE.key, How.BUSY, text="Another sheetsync run is working on log.xlsx.")
        desk.until(desk.now + 20)
    quiet = list(desk.said)
    desk.ends(FILE.key, How.BUSY, text="Another sheetsync run is working on log.xlsx.")

    assert ([], 4) == (quiet, len(desk.syncs))
    assert ["log.xlsx: Another sheetsync run is working on log.xlsx."] == desk.said


# -- Google -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 50, 500])
def test_idle_is_one_request_a_poll(count: int) -> None:
    """However many sheets there are, an hour without changes is one question to Drive every few seconds, and no reading."""
    targets = [Target(f"id{at}", f"sheet {at}", google=True) for at in range(count)]
    desk = Desk(*targets, google_at_once=count, reads=count * 10, every=60.0)
    desk.times = {one.key: "t1" for one in targets}
    desk.until(0.5)
    for one in targets:
        desk.scheduler.ended(one.key, End(How.DONE, "t1"), desk.now)
    desk.until(30)
    desk.syncs.clear()
    desk.polls.clear()
    desk.until(3630)

    assert (60, []) == (len(desk.polls), desk.syncs)


def test_a_sheet_is_synced_once_it_is_quiet() -> None:
    """Only the one that changed, so many seconds after its last change was seen."""
    desk = _sheets_at_rest(every=3, quiet_for=5)
    desk.times["a"] = "t2"
    desk.until(60)

    seen = next(poll.begun for poll in desk.polls if poll.begun > 30)
    assert [(seen + 5, "a")] == desk.syncs


def test_a_sheet_that_somebody_keeps_typing_into_is_synced_after_30_seconds() -> None:
    """It is never quiet; it is synced at the latest after 30 seconds, and goes on so."""
    desk = _sheets_at_rest(every=3, quiet_for=5, at_latest=30)
    start = desk.now
    for second in range(100):
        desk.times["a"] = f"t{second:03}"
        desk.until(start + second + 1)
        if desk.scheduler.states["a"].syncing:
            desk.ends("a", version=desk.times["a"])

    gaps = [moment - start for moment, _ in desk.syncs]
    assert 3 == len(gaps)
    assert 30 <= gaps[0] <= 33
    assert all(30 <= after - before <= 36 for before, after in pairwise(gaps))


def test_our_own_write_to_a_sheet_wakes_nothing() -> None:
    """Not even where a poll was on its way while the sync ended: what it says may be older than the sync."""
    desk = _sheets_at_rest()
    desk.times["a"] = "t2"
    desk.until(45)
    begun = desk.syncs[0][0]
    late = Poll(False, desk.now - 0.5)
    desk.ends("a", version="ours", written=True, cells=2, calls=1)
    desk.scheduler.polled({"a": "t2", "b": "t1"}, late, desk.now)
    desk.times["a"] = "ours"
    desk.until(200)

    assert [(begun, "a")] == desk.syncs


def test_out_of_reach_pauses_everything_with_growing_pauses_and_says_when_it_caught_up() -> None:
    """One line when it starts, one when all that waited is synced; in between fewer and fewer questions."""
    desk = _sheets_at_rest(first_pause=2, longest_pause=60)
    desk.times["a"] = "t2"
    desk.away = (How.LATER, "Google Sheets cannot be reached.")
    before = len(desk.polls)
    desk.until(330)
    tried = len(desk.polls) - before
    desk.away = None
    desk.until(400)
    desk.ends("a", version="t2")
    desk.until(500)

    assert 5 <= tried <= 10
    assert ["Google Sheets cannot be reached. Going on by itself as soon as that works", "Caught up"] == desk.said
    assert ["a"] == [key for _, key in desk.syncs]


def test_a_sync_that_finds_the_network_gone_is_begun_again() -> None:
    """Nothing is forgotten: the sheet is still to be synced when Google is back."""
    desk = _sheets_at_rest()
    desk.times["a"] = "t2"
    desk.until(45)
    desk.ends("a", How.LATER, "t2", text="Google Sheets cannot be reached.")
    desk.until(60)
    desk.ends("a", version="t2")
    desk.until(70)

    assert ["a", "a"] == [key for _, key in desk.syncs]
    assert "Caught up" == desk.said[-1]


def test_the_pace_is_planned_for_all_targets_and_slowness_is_told() -> None:
    """More changes than the quota allows: syncs wait their turn, none of a minute's reads goes over, and it is said once."""
    targets = [Target(f"id{at}", f"sheet {at}", google=True) for at in range(40)]
    desk = Desk(*targets, reads=50, a_sync=4)
    desk.times = {one.key: "t1" for one in targets}
    done: set[tuple[float, str]] = set()
    while desk.now < 600:
        desk.until(desk.now + 1)
        for one in desk.syncs:
            if one not in done and desk.now - one[0] >= 1:
                done.add(one)
                desk.ends(one[1], version="t1", spent=3)

    moments = [moment for moment, _ in desk.syncs]
    assert 40 == len({key for _, key in desk.syncs})
    assert max(sum(3 for other in moments if at <= other < at + 60) for at in moments) <= 50
    assert 2 == len(desk.said)
    assert desk.said[0].startswith("Google allows 60 readings a minute, so ")
    assert "Caught up" == desk.said[1]


def test_what_drive_does_not_list_is_read_now_and_then() -> None:
    """A sheet of which Drive says nothing is read for itself, within half of the quota, whether it changed or not."""
    desk = Desk(SHEET, OTHER, unlisted_every=60)
    desk.times = {"a": "t1"}
    start = 0
    while desk.now < 605:
        desk.until(desk.now + 1)
        for _, key in desk.syncs[start:]:
            desk.ends(key, version="t1" if key == "a" else "", spent=1)
        start = len(desk.syncs)

    assert 1 == sum(key == "a" for _, key in desk.syncs)
    assert 9 <= sum(key == "b" for _, key in desk.syncs) <= 11


def test_a_drive_that_lists_nothing_is_told_once_and_each_sheet_is_read() -> None:
    """A sign-in that may not list costs time alone."""
    desk = Desk(SHEET, OTHER)
    desk.away = (How.PERSON, "The Google Drive API is switched off.")
    desk.until(300)

    text = "Google Drive does not say what has changed, so each spreadsheet is read every 60 seconds. The Google Drive API is switched off."
    assert [text] == desk.said
    assert {"a", "b"} == {key for _, key in desk.syncs}


def test_a_computer_that_slept_looks_at_everything() -> None:
    """At once, with no pause left from before; it says so, and when it has caught up."""
    desk = _sheets_at_rest()
    desk.away = (How.LATER, "Google Sheets cannot be reached.")
    desk.until(300)
    desk.away = None
    desk.said.clear()
    desk.scheduler.woke(7_200, desk.now)
    before = len(desk.polls)
    desk.until(desk.now + 0.1)

    assert 1 == len(desk.polls) - before
    assert ["This computer slept for 2 hours. Looking at everything again", "Caught up"] == desk.said


def test_a_new_day_syncs_what_did_not_change() -> None:
    """Follow-ups become overdue by themselves."""
    desk = _sheets_at_rest()
    desk.scheduler.new_day("b", desk.now)
    desk.until(desk.now + 1)

    assert ["b"] == [key for _, key in desk.syncs]


def test_a_stop_begins_nothing_and_waits_for_what_is_under_way() -> None:
    """A sync under way is finished; then it is done."""
    desk = _sheets_at_rest()
    desk.times = {"a": "t2", "b": "t2"}
    desk.scheduler.rhythm = Rhythm(google_at_once=1)
    desk.until(45)
    desk.scheduler.stop()
    waits = desk.scheduler.next(desk.now)
    desk.scheduler.ended("a", End(How.DONE, "t2"), desk.now)

    assert isinstance(waits, Wait)
    assert Done() == desk.scheduler.next(desk.now)
    assert ["a"] == [key for _, key in desk.syncs]


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 seconds"), (60, "1 minute"), (7_300, "2 hours"), (90_000, "1 day")]
)
def test_a_time_in_words(seconds: float, words: str) -> None:
    """As people say it."""
    assert words == in_words(seconds)


# -- edges ------------------------------------------------------------------------------------------------------------


def test_a_look_sees_who_has_it_open(tmp_path: Path) -> None:
    """Excel's owner file, LibreOffice's lock; a file that is gone, and a folder that is."""
    path = tmp_path / "desk" / "log.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"x")
    free = files.look(path)
    (path.parent / "~$log.xlsx").touch()
    excel = files.look(path).holder
    (path.parent / "~$log.xlsx").unlink()
    (path.parent / ".~lock.log.xlsx#").touch()
    libre = files.look(path).holder
    path.unlink()
    gone = files.look(path).gone
    (path.parent / ".~lock.log.xlsx#").unlink()
    path.parent.rmdir()

    assert ("", "Excel", "LibreOffice") == (free.holder, excel, libre)
    assert "is not there any more" == gone
    assert "is out of reach: its folder is not there (is the drive connected?)" == files.look(path).gone


def test_only_the_very_bytes_that_we_left_are_ours(tmp_path: Path) -> None:
    """A file that somebody saved after us is not taken for ours."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"ours")
    digest = files.files.digest(path)
    ours = files.settled(path, digest)
    path.write_bytes(b"theirs")

    assert files.version_of(path) != ours != ""
    assert "" == files.settled(path, digest)
    assert "" == files.settled(tmp_path / "none.xlsx", digest)


def test_names_that_tell_of_a_file(tmp_path: Path) -> None:
    """Its own, and those of the files that say who has it open, in any case and spelling."""
    path = tmp_path / "Büro.xlsx"
    found = files.named({"k": path})

    for name in ("BÜRO.XLSX", "~$büro.xlsx", ".~lock.Büro.xlsx#", "Bu\u0308ro.xlsx"):
        assert ["k"] == found[files.folded(str(tmp_path / name))]
    assert files.folded(str(tmp_path / "other.xlsx")) not in found


def test_a_file_is_synced_by_real_hands_after_it_is_saved(tmp_path: Path) -> None:
    """The loop, its threads and the events of this computer: saved, synced, and its own write wakes nothing."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(plain(calls(3)))
    here = place(str(path), "")
    rhythm = Rhythm(still_for=0.05, file_every=0.1, held_every=0.05)
    scheduler = Scheduler([here.target], rhythm)
    hands = HandsHere([here], Config(), tmp_path / "state", rhythm, wall=lambda: NOW)
    lines: list[Say] = []

    def say(line: Say) -> None:
        lines.append(line)
        if len(lines) == 1:
            typed(path, {(1, sheets.HEADS.index("Notes")): "left voicemail"})
        elif len(lines) == 2:
            loop.stop()

    loop = Loop(
        scheduler, hands, paths={here.target.key: path}, say=say, shown=lambda: None, clock=time.monotonic, wall=lambda: NOW
    )  # fmt: skip
    loop.run()

    assert [Kind.SYNCED, Kind.SYNCED] == [line.kind for line in lines]
    assert files.version_of(path) == scheduler.states[here.target.key].known


def test_a_new_day_is_one_where_the_workbook_is() -> None:
    """Midnight comes to each log in its own time zone."""
    moment = [dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc)]
    days = Days(lambda: moment[0])
    days.noted("near", "Europe/London")
    days.noted("far", "Pacific/Auckland")
    moment[0] += dt.timedelta(hours=11, minutes=30)
    near = days.turned()
    moment[0] += dt.timedelta(hours=1)

    assert [] == near
    assert ["near"] == days.turned()


def test_the_requests_of_the_last_minute_outlive_a_watch(tmp_path: Path) -> None:
    """What was asked is on disk; what is older than a minute counts no more, and the file stays small."""
    moment = [NOW]
    one = ledger.Ledger(tmp_path / "watch" / "requests", lambda: moment[0])
    for at in range(2_000):
        moment[0] = NOW + dt.timedelta(seconds=at)
        one.note("read" if at % 2 else "write")
    found = ledger.Ledger(tmp_path / "watch" / "requests", lambda: moment[0]).before()

    assert [(float(59 - at), "read" if at % 2 else "write") for at in range(60)] == [
        (round(ago, 1), kind) for ago, kind in found
    ]
    assert (tmp_path / "watch" / "requests").stat().st_size < 30_000


# -- the command ------------------------------------------------------------------------------------------------------


def test_the_command_says_what_it_did_and_leaves_well(tmp_path: Path, sheetsync: Command, watching_once: None) -> None:
    """One JSON object an event, exit code 0 after a stop, and a sign of life for the doctor."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(plain(calls(3)))
    said = sheetsync("watch", path, "--json")
    events = [json.loads(line) for line in said.out.splitlines()]
    keys = {"version", "time", "event", "target", "text", "cells", "calls", "to_look_at"}

    assert 0 == said.code
    assert ["started", "synced", "stopped"] == [one["event"] for one in events]
    assert {frozenset(keys)} == {frozenset(one) for one in events}
    assert ("log.xlsx", 3) == (events[1]["target"], events[1]["calls"])
    assert "synced" not in sheetsync("sync", path).out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], "Name a workbook"),
        (["none.xlsx"], "There is no file"),
        (["--all"], "There is no sheetsync.toml here"),
        (["--every", "0", "a.xlsx"], "--every"),
    ],
)
def test_what_cannot_be_watched_is_wrong_usage(args: Sequence[str], words: str, sheetsync: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Exit code 2, and what to do, before anything is watched."""
    monkeypatch.chdir(tmp_path)
    said = sheetsync("watch", *args)

    assert 2 == said.code
    assert words in said.err


# -- the service ------------------------------------------------------------------------------------------------------


class Machine:
    """A computer that takes every command, or refuses one."""

    def __init__(self, refuses: str = "") -> None:
        self.asked: list[str] = []
        self.refuses = refuses

    def __call__(self, command: Sequence[str], given: bytes | None) -> Ran:
        words = " ".join(command)
        self.asked.append(words)
        if command[0] == "crontab":
            return Ran(1, b"", b"no crontab for ann")
        return Ran(1, b"", b"not allowed") if self.refuses and self.refuses in words else Ran(0)


def _job(tmp_path: Path, name: str = "all") -> job.Job:
    words = ["watch", "--all", "--config", str(tmp_path / '50% "off" $HOME' / "sheetsync.toml")]
    return job.job(
        name, service.NO_TIME, words, log=tmp_path / "all.log", environ={"SHEETSYNC_STATE": "/s"}, python="/py"
    )


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_watch_is_installed_listed_and_removed(platform: str, tmp_path: Path) -> None:
    """On each system: written, begun, listed under its name, and gone again."""
    machine = Machine()
    system = System(platform, tmp_path / "home", tmp_path / "tasks", machine, 501)
    shown = system.shown_watch(_job(tmp_path))
    system.add_watch(_job(tmp_path))
    system.add_watch(_job(tmp_path, "Ann's log"))
    listed = system.jobs()
    system.remove_watch("all")
    left = system.jobs()

    assert shown[0] == listed[0].lines[0]
    assert [("all", True), ("Ann's log", True)] == [(one.name, one.watch) for one in listed]
    assert {service.ALWAYS} == {one.when for one in listed}
    assert ["Ann's log"] == [one.name for one in left]


def test_the_unit_takes_every_character_as_it_is(tmp_path: Path) -> None:
    """systemd would fill in % and $, and split at blanks: none of it happens; and it is begun again when it failed, not when it was called wrongly."""
    body = service.unit(_job(tmp_path)).decode()

    assert f'"{tmp_path}/50%% \\"off\\" $$HOME/sheetsync.toml"' in body
    assert 'Environment="SHEETSYNC_STATE=/s"' in body
    assert "Restart=on-failure\n" in body
    assert "RestartPreventExitStatus=2\n" in body
    assert Path("/py") == service.program_in(body.encode())


def test_the_agent_and_the_task_begin_at_log_on(tmp_path: Path) -> None:
    """launchd begins it at log-in and again when it fails; Windows at this user's log-on, without an end."""
    agent = plistlib.loads(service.agent(_job(tmp_path)))
    text = service.task(_job(tmp_path), "PC\\ann").decode("utf-16")
    root = ElementTree.fromstring(text.partition("?>")[2])

    def of(name: str) -> str | None:
        return root.findtext(f".//{{http://schemas.microsoft.com/windows/2004/02/mit/task}}{name}")

    assert (True, {"SuccessfulExit": False}) == (agent["RunAtLoad"], agent["KeepAlive"])
    assert "org.sheetsync.watch.all" == agent["Label"]
    assert ("PC\\ann", "PT0S", "999", "IgnoreNew") == (of("UserId"), of("ExecutionTimeLimit"), of("Count"), of("MultipleInstancesPolicy"))  # fmt: skip


def test_a_system_that_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    """Without systemd, or where it refuses, no file stays that nobody begins."""
    system = System("linux", tmp_path / "home", tmp_path / "tasks", Machine(refuses="enable"), 501)
    with pytest.raises(CannotUse, match="systemctl --user refused: not allowed"):
        system.add_watch(_job(tmp_path))

    assert [] == list((tmp_path / "home").rglob("*.service"))


def test_schedule_add_watch_shows_the_file_first(
    tmp_path: Path, sheetsync: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command shows what it writes, writes it, lists it and takes it out; a dry run writes nothing."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(plain(calls(1)))
    machine = Machine()
    monkeypatch.setattr(
        schedule, "this_system", lambda: System("linux", tmp_path / "home", tmp_path / "tasks", machine, 501)
    )
    dry = sheetsync("schedule", "add", "--watch", path, "--dry-run")
    nothing = sheetsync("schedule", "list").out
    added = sheetsync("schedule", "add", "--watch", path, "--yes")
    listed = json.loads(sheetsync("schedule", "list", "--json").out)["schedules"]
    removed = sheetsync("schedule", "remove")

    assert ("Nothing is scheduled.\n", 0) == (nothing, dry.code)
    assert f'"watch" "{path}"' in added.out
    assert added.out.index("ExecStart=") < added.out.index("Watching ")
    assert [(str(path), True)] == [(one["name"], one["watch"]) for one in listed]
    assert f"{path} is not watched any more\n" == removed.out
    assert 2 == sheetsync("schedule", "add", "--watch", "weekdays 7:00", path).code
    assert 2 == sheetsync("schedule", "add").code


@pytest.mark.parametrize(
    ("age", "stopped", "level", "words"),
    [
        (10, False, Level.OK, "alive, 1 workbook, last synced "),
        (3_600, False, Level.WARNING, "no sign of life for 1 hour"),
        (120, True, Level.WARNING, "it was stopped 2 minutes ago"),
        (None, False, Level.WARNING, "never gave a sign of life"),
    ],
)
def test_the_doctor_knows_the_watch(age: int | None, stopped: bool, level: Level, words: str, tmp_path: Path) -> None:
    """Whether it is installed, whether it lives, when it last synced."""
    from sheetsync import config

    now = dt.datetime.now(dt.timezone.utc)
    unit = tmp_path / "sheetsync-watch-all.service"
    unit.write_bytes(service.unit(_job(tmp_path)).replace(b"/py", str(tmp_path).encode()))
    if age is not None:
        beat = now - dt.timedelta(seconds=age)
        sign = pulse.Pulse("all", 1, beat, {"log.xlsx": {"synced": beat.isoformat(), "status": "up to date"}}, stopped)
        pulse.write(config.state_dir(), sign)
    check = watching.watched(Listed("all", service.ALWAYS, (str(unit),), watch=True))

    assert level is check.level
    assert words in check.found
    assert level is Level.OK or "sheetsync schedule add --watch --all" in check.todo
