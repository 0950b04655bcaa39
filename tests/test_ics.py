"""The calendar of follow-ups, and the command that prints and writes them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from conftest import Command
from icalendar import Calendar

from sheetsync import ics
from sheetsync.model import Call, Verdict

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone.utc)
DUE = dt.date(2026, 11, 30)


def _verdict(row: int = 2, who: str = "Earl Dodson", **other: object) -> Verdict:
    call = Call(
        row,
        dt.date(2026, 11, 9),
        prospect=who,
        company="Dodson Septic",
        phone="312-555-0101",
        notes="rang, again\nlater; soon",
    )
    return Verdict(
        call, follow_up=DUE, next_action="Call back", why='Busy, asked to be rung back ("again, later; soon").', **other
    )  # type: ignore[arg-type]


def _events(*verdicts: Verdict, now: dt.datetime = NOW) -> list[object]:
    return list(Calendar.from_ical(ics.calendar(verdicts, now=now)).walk("VEVENT"))


def test_each_follow_up_is_an_all_day_event() -> None:
    """Who and what in the title, why and phone in the description, on the day it is due."""
    (event,) = _events(_verdict())

    assert DUE == event["dtstart"].dt  # type: ignore[index]
    assert "Call back: Earl Dodson (Dodson Septic)" == str(event["summary"])  # type: ignore[index]
    assert "312-555-0101" in str(event["description"])  # type: ignore[index]


def test_making_it_again_updates_the_same_events() -> None:
    """The UID stays when the row moves and its notes are corrected; two calls never share one."""
    first = [str(event["uid"]) for event in _events(_verdict(2), _verdict(3, "Bo Reed"))]  # type: ignore[index]
    again = [
        str(event["uid"]) for event in _events(_verdict(9, "Bo Reed"), _verdict(5), now=NOW + dt.timedelta(days=1))
    ]  # type: ignore[index]

    assert first == again[::-1]
    assert 2 == len(set(first))


def test_do_not_call_is_never_on_it() -> None:
    """People who asked not to be called have no event, not even with a date typed by hand."""
    assert [] == _events(_verdict(do_not_call=True))


def test_text_cannot_break_out_of_its_event() -> None:
    """A name with line breaks and calendar words stays one line of text."""
    (event,) = _events(_verdict(who="Al\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:=1+1"))

    assert "BEGIN:VEVENT" in str(event["summary"])  # type: ignore[index]


def test_the_command_prints_filters_and_writes(tmp_path: Path, sheetsync: Command) -> None:
    """The list by rep and by what is due; the file; the same in JSON."""
    book, file = tmp_path / "demo" / "call-log.xlsx", tmp_path / "due.ics"
    sheetsync("demo", tmp_path / "demo")
    everything = json.loads(sheetsync("follow-ups", book, "--json").out)["follow_ups"]
    maya = json.loads(sheetsync("follow-ups", book, "--json", "--rep", "MAYA").out)["follow_ups"]
    said = sheetsync("follow-ups", book, "--due", "--ics", file)

    assert {"Maya"} == {one["rep"] for one in maya}
    assert 0 < len(maya) < len(everything)
    assert [one["due"] for one in everything] == sorted(one["due"] for one in everything)
    assert "Overdue" in said.out
    assert "Later" not in said.out
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")
