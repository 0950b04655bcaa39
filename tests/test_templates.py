"""The workbooks that ship: what is in them, and how one is installed."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import os
import stat
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from sheetsync import demo, errors, look, rules, settings, shipped, stores, sync, tabs, templates
from sheetsync.model import Great, Outcome
from sheetsync.rules import follow_up
from sheetsync.settings import Settings
from sheetsync.tabs import follow_ups, headers, status

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WEEK = [dt.date(2026, 11, 16) + dt.timedelta(days=day) for day in range(7)]


def builder() -> ModuleType:
    """templates/build.py, which is a script and not in the package."""
    script = Path(__file__).parent.parent / "templates" / "build.py"
    spec = importlib.util.spec_from_file_location("build_templates", script)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parts(workbook: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


def sheet(name: str) -> ElementTree.Element:
    """The XML of a tab of the call log that ships."""
    number = [one.name for one in look.SHEETS].index(name) + 1
    return ElementTree.fromstring(parts(shipped.call_log_path().read_bytes())[f"xl/worksheets/sheet{number}.xml"])


# -- what is in them --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [template.name for template in shipped.available()])
def test_the_shipped_workbook_is_what_the_script_builds(name: str) -> None:
    """Nobody edits a template by hand, and none lags behind ``look``: run templates/build.py after a change."""
    there = parts(shipped.path(name).read_bytes())

    assert there == parts(builder().BUILD[name]())


def test_one_build_is_like_another() -> None:
    """Two builds give the same bytes."""
    build = builder()

    assert build.call_log() == build.call_log()


def test_every_head_of_the_call_log_is_known() -> None:
    """Each column of the template is recognised as what it is."""
    expected = [column.header for column in look.CALL_LOG_COLUMNS]

    assert expected == [
        found[0].value for column in look.CALL_LOG_COLUMNS if (found := headers.recognise(column.header))
    ]


def test_every_word_of_the_pick_list_is_known() -> None:
    """What the dropdown of Outcome offers decides by itself, without notes."""
    from sheetsync.model import Call

    calls = [
        Call(row=at, date=WEEK[0], prospect=f"Person {word}", company="Some Firm", spoke_with="Owner", outcome=word)
        for at, word in enumerate(look.OUTCOMES, 2)
    ]
    found = rules.classify(calls, Settings(), today=WEEK[0])

    assert [outcome for outcome in Outcome if outcome is not Outcome.REVIEW] == [verdict.outcome for verdict in found]


def test_settings_of_a_new_workbook_are_the_defaults(tmp_path: Path) -> None:
    """The Settings tab lists every setting, reads without a problem, and changes nothing."""
    book = tabs.read(stores.open_store(templates.install("call-log", tmp_path / "a.xlsx")).read())
    labels = {spot.text for spot in look.SETTINGS.spots}

    assert Settings() == book.settings
    assert () == book.problems
    assert [] == [spec.label for spec in settings.SPECS if spec.label not in labels]


def test_settings_have_a_status_line(tmp_path: Path) -> None:
    """A run says there when it was, and what is to be mended."""
    tab = stores.open_store(templates.install("call-log", tmp_path / "a.xlsx")).read().tab("Settings")
    assert tab is not None

    assert (3, 2) == status.place(tab)
    assert tab.at(3, 2) is None


def test_the_call_log_is_a_table_with_notes_and_dropdowns() -> None:
    """A real table, a note on each head, frozen up to Prospect, the phone as text, dropdowns down the whole column."""
    log = sheet("Call Log")
    package = parts(shipped.call_log_path().read_bytes())
    table = ElementTree.fromstring(package["xl/tables/table1.xml"])
    comments = ElementTree.fromstring(package["xl/comments/comment1.xml"])
    pane = log.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")

    assert "A1:R501" == table.get("ref")
    assert len(look.CALL_LOG_COLUMNS) == len(list(comments.iter(f"{MAIN}comment")))
    assert pane is not None and "E2" == pane.get("topLeftCell")
    dropdowns = {one.get("sqref"): one.get("type") for one in log.iter(f"{MAIN}dataValidation")}
    assert {
        "A2:A1048576": "date",
        "C2:C1048576": "list",
        "I2:I1048576": "list",
        "J2:J1048576": "list",
        "M2:M1048576": "list",
    } == dropdowns


def test_only_our_columns_are_tinted_and_the_mark_is_hidden() -> None:
    """A new cell takes the look of its column: nothing has to be dressed at run time."""
    package = parts(shipped.call_log_path().read_bytes())
    styles = ElementTree.fromstring(package["xl/styles.xml"])
    fills = list(styles.iterfind(f"{MAIN}fills/{MAIN}fill"))
    forms = list(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))

    def tinted(col: ElementTree.Element) -> bool:
        fill = fills[int(forms[int(col.get("style", "0"))].get("fillId", "0"))]
        return any(colour.get("rgb", "").endswith(look.TINT) for colour in fill.iter())

    cols = list(sheet("Call Log").iter(f"{MAIN}col"))

    assert [col.whose is look.Whose.OURS for col in look.CALL_LOG_COLUMNS] == [tinted(col) for col in cols]
    assert [col.header == "sheetsync" for col in look.CALL_LOG_COLUMNS] == [col.get("hidden") == "1" for col in cols]


def test_the_chart_draws_from_hidden_columns() -> None:
    """Its twelve weeks stand in columns that nobody sees, and are drawn all the same, from zero up."""
    chart = parts(shipped.call_log_path().read_bytes())["xl/charts/chart1.xml"].decode()

    assert 'plotVisOnly val="0"' in chart
    assert "'Weekly Summary'!$AA$10:$AA$21" in chart and "'Weekly Summary'!$AB$10:$AB$21" in chart
    assert 'prstDash val="dash"' in chart and look.GOAL_LINE in chart


def test_rules_of_colour_have_no_two_arguments() -> None:
    """What stands between arguments differs from country to country, and Google reads a rule as its spreadsheet does."""
    formulas = [rule.formula for one in look.SHEETS for rule in one.rules]

    assert [] == [formula for formula in formulas if "," in formula or ";" in formula]


@pytest.mark.parametrize(
    ("ink", "fill"),
    [(paint.ink, paint.fill) for paint in (look.GOOD, look.BAD, look.GOING_ON, look.SOON, look.ASK)]
    + [
        (look.PAPER, look.ACCENT),
        (look.PAPER, look.INK),
        (look.MUTED, look.BAND),
        (look.MUTED, look.TINT),
        (look.INK, look.BARS),
    ],
)
def test_every_text_can_be_read(ink: str, fill: str) -> None:
    """Ink on its fill has a contrast of 4.5 to 1 at least (WCAG 2, AA)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(ink), light(fill)))

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


# -- installing one ---------------------------------------------------------------------------------------------------


def test_install_copies_the_template(tmp_path: Path) -> None:
    """Byte for byte, under the name that was asked for, and with nothing else left in the folder."""
    made = templates.install("call-log", tmp_path / "my-calls.xlsx")

    assert shipped.call_log_path().read_bytes() == made.read_bytes()
    assert ["my-calls.xlsx"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["Call Log", "call_log", "call-log.xlsx", "CALL-LOG"])
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    """Case, blanks, underscores and the file's ending do not matter."""
    assert shipped.call_log_path() == shipped.path(name)


def test_a_wrong_name_gets_a_suggestion() -> None:
    """Did you mean …?"""
    with pytest.raises(errors.UsageError, match="There is no template named “call-lgo”. Did you mean “call-log”"):
        shipped.path("call-lgo")


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    """Without --force; with it the permissions stay."""
    there = tmp_path / "a.xlsx"
    there.write_bytes(b"mine")
    there.chmod(0o640)
    with pytest.raises(errors.UsageError, match="is there already, and nothing was written"):
        templates.install("call-log", there)

    assert b"mine" == there.read_bytes()
    templates.install("call-log", there, force=True)
    assert shipped.call_log_path().read_bytes() == there.read_bytes()
    assert 0o640 == stat.S_IMODE(there.stat().st_mode)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "is a folder"),
        ("calls.csv", "ends in .xlsx"),
        ("calls", "ends in .xlsx"),
        ("nowhere/a.xlsx", "There is no folder"),
    ],
)
def test_a_place_that_cannot_be(tmp_path: Path, target: str, said: str) -> None:
    """Says what to do, and leaves nothing behind."""
    with pytest.raises(errors.UsageError, match=said):
        templates.install("call-log", tmp_path / target)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("lock", ["~$a.xlsx", ".~lock.a.xlsx#"])
def test_a_workbook_that_is_open_is_not_replaced(tmp_path: Path, lock: str) -> None:
    """The program that has it open would write over ours."""
    (tmp_path / "a.xlsx").write_bytes(b"mine")
    (tmp_path / lock).touch()

    with pytest.raises(errors.TryAgain, match="is open"):
        templates.install("call-log", tmp_path / "a.xlsx", force=True)


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Says so, and leaves nothing behind."""
    tmp_path.chmod(0o500)
    with pytest.raises(errors.CannotUse, match="cannot be written"):
        templates.install("call-log", tmp_path / "a.xlsx")


def test_a_setting_is_set_once_at_install(tmp_path: Path) -> None:
    """The date order is asked for when a workbook is made, and stands in its Settings."""
    made = templates.install("call-log", tmp_path / "a.xlsx", values={"date_order": "day first", "goal": 8})
    found = tabs.read(stores.open_store(made).read()).settings

    assert ("dmy", 8) == (found.date_order, found.goal)


@pytest.mark.parametrize(
    ("values", "said"),
    [({"goals": 1}, "There is no setting “goals”"), ({"goal": "many"}, "Weekly goal cannot be “many”")],
)
def test_a_setting_that_does_not_fit(tmp_path: Path, values: dict[str, str], said: str) -> None:
    """Nothing is made then."""
    with pytest.raises(errors.UsageError, match=said):
        templates.install("call-log", tmp_path / "a.xlsx", values=values)

    assert [] == list(tmp_path.iterdir())


def test_a_workbook_without_settings_takes_none(tmp_path: Path) -> None:
    """The coach's workbook has no Settings tab."""
    with pytest.raises(errors.UsageError, match="has no settings"):
        templates.install("coach", tmp_path / "a.xlsx", values={"goal": 8})

    assert shipped.path("coach").read_bytes() == templates.install("coach", tmp_path / "b.xlsx").read_bytes()


# -- the sample -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("today", WEEK, ids=lambda day: f"{day:%A}")
def test_the_sample_lies_in_the_last_eight_weeks(today: dt.date) -> None:
    """About sixty calls by three reps, none after today, none at a weekend."""
    calls = demo.calls(today)
    days = [row[0] for row in calls]

    assert 55 <= len(calls) <= 65
    assert {"Maya", "Priya", "Tom"} == {row[2] for row in calls}
    assert all(
        isinstance(day, dt.date) and today - dt.timedelta(weeks=9) < day <= today and day.weekday() < 5 for day in days
    )
    assert days == sorted(days)  # type: ignore[type-var]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> sync.Result:
    """The sample, synced on a Thursday."""
    path = templates.install_sample(tmp_path_factory.mktemp("sample") / "calls.xlsx", today=WEEK[3])
    return _run(path, WEEK[3])


def _run(path: Path, today: dt.date) -> sync.Result:
    now = dt.datetime.combine(today, dt.time(17), dt.timezone.utc)
    return sync.run(stores.open_store(path), sync.Options(now=now, today=today), path.parent / "state")


def test_the_sample_shows_everything(sample: sync.Result) -> None:
    """Every outcome, every value of Great?, a do-not-call, prospects called several times, and no problem."""
    verdicts = [verdict for verdict in sample.verdicts if verdict.call.is_call]

    assert set(Outcome) - {Outcome.REVIEW} == {verdict.outcome for verdict in verdicts}
    assert set(Great) - {Great.BLANK} == {verdict.great for verdict in verdicts}
    assert any(verdict.do_not_call for verdict in verdicts)
    assert max(Counter(verdict.prospect for verdict in verdicts).values()) >= 3
    assert () == sample.book.problems


def test_the_sample_has_follow_ups_of_every_kind(sample: sync.Result) -> None:
    """Overdue, today, this week and later; weeks on goal and weeks that were not; a maybe that gets old."""
    opened = follow_up.open_list(sample.verdicts, today=WEEK[3])
    kinds = {follow_ups.when(one.follow_up, WEEK[3], sample.book.settings) for one in opened if one.follow_up}
    said = {week.verdict.split(":")[0] for week in sample.weeks}

    assert {"Overdue", "Today", "This week", "Later"} == kinds
    assert {"On goal", "In progress", "Prospect list needs work", "More conversations needed"} == said


def test_a_second_run_over_the_sample_changes_nothing(tmp_path: Path) -> None:
    """The file's bytes and time stay as they are."""
    path = templates.install_sample(tmp_path / "calls.xlsx", today=WEEK[3])
    _run(path, WEEK[3])
    before = path.read_bytes(), path.stat().st_mtime_ns
    again = _run(path, WEEK[3])

    assert not again.todo.changes
    assert before == (path.read_bytes(), path.stat().st_mtime_ns)
