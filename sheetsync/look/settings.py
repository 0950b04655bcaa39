"""The look of the Settings."""

from __future__ import annotations

from sheetsync.grid import Range, Value
from sheetsync.look.parts import (
    ACCENT,
    MUTED,
    SECTION,
    SETTINGS_NAME,
    SMALL,
    SUBTITLE,
    TITLE,
    YES_NO,
    Choice,
    Column,
    Kind,
    Sheet,
    Spot,
    Style,
)  # fmt: skip
from sheetsync.model import Outcome
from sheetsync.settings import DATE_ORDERS, SPECS, WEEKDAYS, Settings

#: Settings under the headings of the tab; one that is named nowhere stands at the end.
SECTIONS = (
    ("Goals", ("goal", "appointment_goal", "great_per_appointment", "outreach_threshold")),
    ("Weeks and counting", ("week_start", "count_again_months")),
    (
        "Follow-up dates",
        (
            "appointment_days", "interested_days", "later_months", "firm_no_months", "maybe_days",
            "callback_days", "gatekeeper_days", "no_contact_days", "skip_weekends",
        ),
    ),
    ("Maybes that get old", ("stuck_maybes", "stuck_days")),
    ("How things are read", ("date_order", "time_zone", "phone_country")),
    ("Safety", ("largest_change",)),
)  # fmt: skip

_SETTING_CHOICES = {"week_start": WEEKDAYS, "skip_weekends": YES_NO, "date_order": tuple(DATE_ORDERS)}

#: What a coach may write in the table of extra outcome words.
MEANINGS = (*(outcome.value for outcome in Outcome if outcome is not Outcome.REVIEW), "says nothing")

#: The line where a run says when it last was here, and what is to be mended.
STATUS = "Status"

SETTINGS_HEAD = 5
REP_LINES, WORD_LINES = 20, 20
SETTINGS_COLUMNS = (
    Column("Setting", 44),
    Column("Value", 16),
    Column("What it does", 92),
    Column("", 4),
    Column("Rep", 22),
    Column("Weekly goal", 13),
    Column("Weekly appointment goal", 16),
    Column("", 4),
    Column("Word", 26),
    Column("Means", 18),
)
_BOXED = Style(box=True, indent=1)
_NUMBER_BOX = Style(box=True, indent=1, align="right", kind=Kind.COUNT)


def _settings_sheet() -> Sheet:
    bare = Sheet(SETTINGS_NAME, SETTINGS_COLUMNS, 1, SETTINGS_HEAD)
    spots = [
        Spot(1, 1, TITLE, "Settings"),
        Spot(
            2,
            1,
            SUBTITLE,
            "Change what is in a box, then run sheetsync again. A cleared box goes back to what it was at first.",
        ),
    ]
    spots += [Spot(3, 1, Style(bold=True, indent=1), STATUS), Spot(3, 2, Style(size=10, ink=MUTED, indent=1))]
    choices = []
    named = {name for _, names in SECTIONS for name in names}
    rest = tuple(spec.field for spec in SPECS if spec.field not in named)
    specs = {spec.field: spec for spec in SPECS}
    row = SETTINGS_HEAD + 1
    for title, names in (*SECTIONS, *((("More", rest),) if rest else ())):
        spots.append(Spot(row, 1, Style(size=11, bold=True, ink=ACCENT, top=False), title))
        row += 1
        for name in names:
            value = getattr(Settings(), name)
            spots += [
                Spot(row, 1, Style(indent=1), specs[name].label),
                Spot(row, 2, _BOXED, value=None if value in (None, "") else specs[name].shown(value)),
                Spot(row, 3, Style(size=10, ink=MUTED, indent=1), specs[name].help),
            ]
            if name in _SETTING_CHOICES:
                choices.append(Choice(Range(row, 2, row, 2), _SETTING_CHOICES[name]))
            row += 1
    rep, word = bare.col("Rep"), bare.col("Word")
    spots += [
        Spot(SETTINGS_HEAD - 2, rep, SECTION, "Reps and their goals"),
        Spot(SETTINGS_HEAD - 1, rep, SMALL, "One line for each rep. Blank: the goals on the left."),
        Spot(SETTINGS_HEAD - 2, word, SECTION, "Your own outcome words"),
        Spot(SETTINGS_HEAD - 1, word, SMALL, "A word of the Outcome column, and what it means."),
    ]
    first = SETTINGS_HEAD + 1
    for line in range(first, first + REP_LINES):
        spots += [Spot(line, rep, _BOXED), Spot(line, rep + 1, _NUMBER_BOX), Spot(line, rep + 2, _NUMBER_BOX)]
    for line in range(first, first + WORD_LINES):
        spots += [Spot(line, word, _BOXED), Spot(line, word + 1, _BOXED)]
    choices.append(Choice(Range(first, word + 1, first + WORD_LINES - 1, word + 1), MEANINGS))
    return Sheet(
        name=SETTINGS_NAME,
        columns=SETTINGS_COLUMNS,
        first_col=1,
        head_row=SETTINGS_HEAD,
        spots=tuple(spots),
        heights={0: 12, 1: 32},
        row_height=20,
        head_height=24,
        choices=tuple(choices),
        freeze=(SETTINGS_HEAD + 1, 0),
        print_cols=(0, bare.col("Means")),
    )


SETTINGS = _settings_sheet()


def setting_cell(name: str) -> tuple[int, int]:
    """Where the value of a setting stands on the Settings tab of the template.

    Args:
        name: the field of ``settings.Settings``.
    """
    label = next(spec.label for spec in SPECS if spec.field == name)
    return next(
        (spot.row, spot.col + 1) for spot in SETTINGS.spots if spot.text == label and spot.col == SETTINGS.first_col
    )


def setting_value(name: str) -> Value:
    """What the template holds there."""
    at = setting_cell(name)
    return next(spot.value for spot in SETTINGS.spots if (spot.row, spot.col) == at)


def reps_range() -> Range:
    """Where Settings lists the reps."""
    rep = SETTINGS.col("Rep")
    return Range(SETTINGS.first_row, rep, SETTINGS.first_row + REP_LINES - 1, rep)
