"""How the tabs look, as data: palette, columns, spots, rules of colour and charts, the same for Excel and for Google."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from sheetsync.grid import Format, Range, Value, column_name
from sheetsync.model import Outcome
from sheetsync.settings import DATE_ORDERS, SPECS, WEEKDAYS, Settings

# -- palette ----------------------------------------------------------------------------------------------------------

INK, MUTED, HAIRLINE, BAND, PAPER = "1F2937", "6B7280", "E5E7EB", "F8FAFC", "FFFFFF"
ACCENT, TINT, BARS = "0F766E", "F0FDFA", "99D5CE"
GOAL_LINE, BOX = "D97706", "9CA3AF"


@dataclass(frozen=True, slots=True)
class Paint:
    """Ink on a fill; "" leaves the cell's own."""

    ink: str = ""
    fill: str = ""
    bold: bool = False


GOOD = Paint("166534", "DCFCE7")
BAD = Paint("991B1B", "FEE2E2")
GOING_ON = Paint("1E40AF", "DBEAFE")
SOON = Paint("92400E", "FEF3C7")
ASK = Paint("5B21B6", "EDE9FE")
QUIET = Paint(MUTED)

#: The face of bars made of cells: it has the squares at one width in every host.
BAR_FONT = "Arial"
FULL, EMPTY, SOLID = "■", "□", "█"


class Kind(Enum):
    """What a column holds, and so how it is shown."""

    TEXT = "text"
    WRAP = "wrap"
    DATE = "date"
    DAY = "day"  # a date with its weekday
    TIME = "time"
    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    CHANGE = "change"  # a number that always shows its sign
    LINK = "link"
    MARK = "mark"


#: Number formats, as Excel and Google both write them.
NUMBER_FORMATS = {
    Kind.TEXT: "@",
    Kind.WRAP: "@",
    Kind.DATE: "d mmm yyyy",
    Kind.DAY: "ddd d mmm yyyy",
    Kind.TIME: "h:mm",
    Kind.COUNT: "0",
    Kind.SHARE: "0%",
    Kind.RATE: "0.0",
    Kind.CHANGE: "+0;−0;0",
    Kind.LINK: "@",
    Kind.MARK: "@",
}

_RIGHT = frozenset({Kind.COUNT, Kind.SHARE, Kind.RATE})


class Whose(Enum):
    """Whose cells a column holds: what its head looks like, and whether a run writes there."""

    PERSON = "person"
    OURS = "ours"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a tab."""

    header: str
    width: float  # in characters of the body font
    kind: Kind = Kind.TEXT
    whose: Whose = Whose.OURS
    note: str = ""  # the help on the head cell
    choices: tuple[str, ...] = ()  # a dropdown; other words may be typed all the same
    bold: bool = False
    muted: bool = False
    indent: int = 0
    hidden: bool = False
    grouped: bool = False  # folded away at first, one click opens it

    @property
    def align(self) -> str:
        """Numbers to the right, words and dates to the left."""
        return "right" if self.kind in _RIGHT else "left"

    @property
    def format(self) -> Format:
        """How a store formats a cell of this column in a log that has none of our styles."""
        match self.kind:
            case Kind.DATE | Kind.DAY:
                return Format.DATE
            case Kind.WRAP:
                return Format.WRAP
            case Kind.MARK:
                return Format.MARK
        return Format.TEXT


@dataclass(frozen=True, slots=True)
class Style:
    """How one cell of the frame is shown, where its column does not say it."""

    size: int = 11
    bold: bool = False
    italic: bool = False
    ink: str = INK
    fill: str = ""
    align: str = "left"
    kind: Kind | None = None  # None: as it comes
    edge: str = ""  # the colour of a thick line at the left
    box: bool = False  # a thin line all around: fill this in
    wrap: bool = False
    font: str = ""  # "": the workbook's own body font
    top: bool = False  # at the top of its row, not in the middle
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell of the frame of a tab: its style, its text where that never changes, or the value that people may change."""

    row: int
    col: int
    style: Style
    text: str = ""
    value: Value = None


class Test(Enum):
    """What a rule of colour looks at, in the row of the cell."""

    IS = "is"
    BEGINS = "begins"
    FILLED = "filled"
    BEFORE_TODAY = "before today"
    TODAY = "today"
    BELOW_ZERO = "below zero"
    ABOVE_ZERO = "above zero"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of colour over ``range``: when the cell in ``looks_at`` of its row passes the test, it is painted.

    ``hairline`` draws a thin line under the row; ``fixed`` means that ``looks_at`` is that one cell, not one in each row.
    """

    range: Range
    looks_at: int  # a column
    test: Test
    text: str = ""
    paint: Paint = Paint()
    hairline: bool = False

    @property
    def formula(self) -> str:
        """The rule as a formula without its equals sign, for the first cell of the range.

        No function here takes two arguments: what stands between them is a comma in one country and a semicolon in the
        next, and Google reads a rule as its spreadsheet's country writes it.
        """
        ref = f"${column_name(self.looks_at)}{self.range.top + 1}"
        match self.test:
            case Test.IS:
                return f"{ref}={_quoted(self.text)}"
            case Test.BEGINS:  # at or after the text, and before the next text of its length
                return f"({ref}>={_quoted(self.text)})*({ref}<{_quoted(self.text[:-1] + chr(ord(self.text[-1]) + 1))})"
            case Test.FILLED:
                return f'{ref}<>""'
            case Test.BEFORE_TODAY:
                return f"ISNUMBER({ref})*({ref}<TODAY())"
            case Test.TODAY:
                return f"ISNUMBER({ref})*({ref}=TODAY())"
            case Test.BELOW_ZERO:
                return f"ISNUMBER({ref})*({ref}<0)"
            case Test.ABOVE_ZERO:
                return f"ISNUMBER({ref})*({ref}>0)"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class DataBar:
    """A bar in each cell of ``range``: ``full`` is the number that fills the whole cell."""

    range: Range
    full: float
    colour: str = BARS


@dataclass(frozen=True, slots=True)
class Choice:
    """A dropdown on every cell of ``range``: words, or the cells of another tab that hold them. Other words may be typed."""

    range: Range
    words: tuple[str, ...] = ()
    tab: str = ""
    source: Range | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns with a dashed goal line. Data stands in ``data``: label, columns, line; heads in its first row."""

    title: str
    place: Range  # the cells that it covers
    data: Range


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab of the template: its frame. Rows and columns count from 0."""

    name: str
    columns: tuple[Column, ...]
    first_col: int
    head_row: int
    spots: tuple[Spot, ...] = ()
    heights: Mapping[int, float] = field(default_factory=dict)  # points, by row
    row_height: float = 18.0
    head_height: float = 32.0
    choices: tuple[Choice, ...] = ()
    rules: tuple[Rule, ...] = ()
    bars: tuple[DataBar, ...] = ()
    chart: Chart | None = None
    freeze: tuple[int, int] = (0, 0)  # rows, columns
    print_cols: tuple[int, int] = (0, 0)
    filter: Range | None = None
    tab_colour: str = ""

    @property
    def first_row(self) -> int:
        """The first row under the head."""
        return self.head_row + 1

    def col(self, header: str) -> int:
        """Where the column of that header stands."""
        return self.first_col + next(at for at, column in enumerate(self.columns) if column.header == header)


#: How far down rules, dropdowns and filters of a list reach.
LAST_ROW = 1_048_575
FILTER_ROWS = 20_000

MARK_HEADER = "sheetsync"
MARK_NOTE = "What sheetsync last wrote on this row. Leave it here: it moves with the row when you sort."

# -- Call Log ---------------------------------------------------------------------------------------------------------

CALL_LOG_NAME, WEEKLY_NAME, FOLLOW_UPS_NAME, SETTINGS_NAME, START_NAME = (
    "Call Log",
    "Weekly Summary",
    "Follow-ups",
    "Settings",
    "Start Here",
)

#: The pick-list of the Outcome column: plain words, each known to the rules. Other words may be typed.
OUTCOMES = (
    "Appointment",
    "Interested",
    "Later",
    "Not interested",
    "Maybe",
    "Call back",
    "Gatekeeper",
    "No contact",
    "Bad number",
)
YES_NO = ("Yes", "No")

_P, _O = Whose.PERSON, Whose.OURS

CALL_LOG_COLUMNS = (
    Column("Date", 12.5, Kind.DATE, _P, "The day of the call. Needed: a row without a date is put up for review."),
    Column("Time", 7, Kind.TIME, _P, "When, if you like. It only matters with two calls to one prospect on one day."),
    Column("Rep", 9, Kind.TEXT, _P, "Who called. List the reps in Settings to give each a goal."),
    Column("Prospect", 21, Kind.TEXT, _P, "First and last name. Each prospect counts as a great conversation once.", bold=True),
    Column("Company", 22, Kind.TEXT, _P, "The company's name. It tells two people of one name apart."),
    Column("Phone", 16, Kind.TEXT, _P, "The number that you dialled, as you like to write it."),
    Column("Email", 31, Kind.TEXT, _P, "An e-mail address, if you have one."),
    Column("Spoke with", 16, Kind.TEXT, _P, "The title or role of the person on the line: owner, VP sales, receptionist."),
    Column(
        "Decision maker?", 11, Kind.TEXT, _P,
        "Yes or No: can this person decide? Leave it blank if Spoke with or the notes say so.", YES_NO,
    ),
    Column(
        "Outcome", 15, Kind.TEXT, _P,
        "How the conversation ended: pick a word, or type your own. Leave it blank and the notes decide.", OUTCOMES,
    ),
    Column("Notes", 52, Kind.WRAP, _P, "What was said, in your words. Write down any time that was agreed: “talk again in six months”."),
    Column("Follow-up requested", 13, Kind.DATE, _P, "A date that was asked for. It wins over everything that the notes say."),
    Column("Override", 9.5, Kind.TEXT, _P, "Yes or No wins over the rules: this call counts as great, or it does not.", YES_NO),
    Column("Great?", 16, Kind.TEXT, _O, "Yes: a great conversation. Already counted: this prospect has one. Review: answer the question in Why."),
    Column("Follow-up", 13, Kind.DATE, _O, "When to be in touch next. Type your own date and it is kept; type none for no follow-up."),
    Column("Next action", 25, Kind.TEXT, _O, "What to do then."),
    Column("Why", 78, Kind.TEXT, _O, "Which rule decided, and on which words.", muted=True),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, MARK_NOTE, hidden=True),
)  # fmt: skip

#: Blank rows that the table of a new log has, so that sorting and filtering work from the first row on.
TABLE_ROWS = 500


def _log_rules() -> tuple[Rule, ...]:
    at = {column.header: col for col, column in enumerate(CALL_LOG_COLUMNS)}

    def on(header: str, test: Test, text: str, paint: Paint, looks_at: str = "") -> Rule:
        col = at[header]
        return Rule(Range(1, col, LAST_ROW, col), at[looks_at or header], test, text, paint)

    return (
        on("Great?", Test.IS, "Yes", Paint(GOOD.ink, GOOD.fill, bold=True)),
        on("Great?", Test.IS, "Review", Paint(ASK.ink, ASK.fill, bold=True)),
        on("Great?", Test.IS, "Already counted", QUIET),
        on("Why", Test.IS, "Review", Paint(ASK.ink), looks_at="Great?"),
        on("Next action", Test.IS, "Do not call", BAD),
        on("Override", Test.FILLED, "", SOON),
        Rule(Range(1, 0, LAST_ROW, at["Why"]), at["Date"], Test.FILLED, hairline=True),
    )


CALL_LOG = Sheet(
    name=CALL_LOG_NAME,
    columns=CALL_LOG_COLUMNS,
    first_col=0,
    head_row=0,
    rules=_log_rules(),
    freeze=(1, 4),
    print_cols=(0, 16),
    tab_colour=INK,
)

# -- Weekly Summary ---------------------------------------------------------------------------------------------------

#: The outcomes of a week, in the columns that fold away: the outcome's value in ``model.Outcome``, and the header.
SPLIT = (
    ("interested", "Interested"),
    ("later", "Later"),
    ("firm_no", "Firm no"),
    ("maybe", "Maybe"),
    ("callback", "Call back"),
    ("gatekeeper", "Gatekeeper"),
    ("no_contact", "No contact"),
    ("bad_number", "Bad number"),
    ("review", "To review"),
)

WEEKLY_COLUMNS = (
    Column("Week of", 13.5, Kind.DATE),
    Column("Rep", 16),
    Column("Outreach", 10, Kind.COUNT),
    Column("Live", 8, Kind.COUNT),
    Column("Decision-maker", 10.5, Kind.COUNT),
    Column("Great", 8, Kind.COUNT, bold=True),
    Column("Goal", 8, Kind.COUNT, muted=True),
    Column("% of goal", 14, Kind.SHARE),
    Column("Appointments", 13.5, Kind.COUNT),
    Column("Appointment goal", 13, Kind.COUNT, muted=True),
    Column("Great per 100 calls", 12, Kind.RATE),
    Column("Open maybes", 9.5, Kind.COUNT),
    Column("Verdict", 31, indent=1),
    *(Column(header, 11, Kind.COUNT, muted=True, grouped=True) for _, header in SPLIT),
    Column("Notes", 44, Kind.WRAP, _P),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, hidden=True),
    *(Column("", 10, kind, hidden=True) for kind in (Kind.TEXT, Kind.COUNT, Kind.COUNT)),  # what the chart draws
)

CHART_WEEKS = 12
FUNNEL_STEPS = 5
REPS_SHOWN = 5
STUCK_SHOWN = 5

_TITLE = Style(size=22, bold=True)
_SUBTITLE = Style(size=11, ink=MUTED)
_SECTION = Style(size=12, bold=True)
_SECTION_IN = Style(size=12, bold=True, indent=2)
_SMALL = Style(size=10, ink=MUTED)

#: The four figures on top: label, first and last column (B is 1), colour of the edge.
CARDS = (
    ("Great conversations", 1, 2, ACCENT),
    ("Appointments", 4, 6, ACCENT),
    ("Weeks on goal in a row", 8, 10, INK),
    ("Against last week", 12, 13, INK),
)
CARD_ROW = 4
BODY_ROW = 8
FUNNEL_COL = 8
PEOPLE_COL = 12
STUCK_ROW = BODY_ROW + 2 + REPS_SHOWN + 1
WORDS_ROW = 25
GREAT_SERIES, GOAL_SERIES = "Great conversations", "Goal"
WEEKLY_HEAD = 30

WORDS = (
    "Outreach: every call. Live: every call but no contact and bad number. Decision-maker: the rep spoke with somebody who can decide.",
    "Great: a conversation with a decision-maker that moved the prospect on, in any direction. A firm no counts too. Each prospect counts once.",
    "Open maybes: prospects whose latest word is a maybe. A week is judged by its great conversations; outreach only tells whether the list is at fault.",
    "For scale only, each study counts in its own way: 5.4% of dials connect, 13.3% for the best quarter (Gong Labs and 30MPC, 300M+ calls, 2024); "
    "4.8% of conversations lead to a meeting (Cognism, 2024).",
)


def _foot(label: str, edge: str, indent: int) -> Style:
    """The last line of a card: a bar of cells in its first column where the card has a goal, words in the others."""
    if indent and label in (CARDS[0][0], CARDS[1][0]):
        return Style(size=9, ink=ACCENT, fill=BAND, edge=edge, indent=indent, font=BAR_FONT)
    return Style(size=10, ink=MUTED, fill=BAND, edge=edge, indent=indent)


def _weekly_spots() -> tuple[Spot, ...]:
    spots = [Spot(1, 1, _TITLE, "Weekly Summary"), Spot(2, 1, _SUBTITLE)]
    for label, first, last, edge in CARDS:
        change = label == "Against last week"
        for col in range(first, last + 1):
            line = edge if col == first else ""
            indent = 1 if col == first else 0
            spots += [
                Spot(CARD_ROW, col, Style(size=10, ink=MUTED, fill=BAND, edge=line, indent=indent), label if indent else ""),
                Spot(
                    CARD_ROW + 1, col,
                    Style(size=24, bold=True, ink=edge, fill=BAND, edge=line, indent=indent, kind=Kind.CHANGE if change else None),
                ),
                Spot(CARD_ROW + 2, col, _foot(label, line, indent)),
            ]  # fmt: skip
    spots += [Spot(BODY_ROW, FUNNEL_COL, _SECTION), Spot(BODY_ROW, PEOPLE_COL, _SECTION_IN)]
    for step in range(FUNNEL_STEPS):
        row = BODY_ROW + 1 + 2 * step
        spots += [
            Spot(row, FUNNEL_COL, Style(size=10)),
            Spot(row, FUNNEL_COL + 1, Style(size=10)),
            Spot(row, FUNNEL_COL + 2, Style(size=11, bold=True, align="right", kind=Kind.COUNT)),
            Spot(row, FUNNEL_COL + 3, Style(size=10, ink=MUTED, align="right", kind=Kind.SHARE)),
            Spot(row + 1, FUNNEL_COL, Style(size=9, ink=BARS, font=BAR_FONT, top=True)),
        ]
    for row in range(BODY_ROW + 1, BODY_ROW + 2 + REPS_SHOWN):
        spots += [
            Spot(row, PEOPLE_COL, Style(size=8, ink=ACCENT, font=BAR_FONT, indent=2)),
            Spot(row, PEOPLE_COL + 1, Style(size=10, indent=1)),
        ]
    spots.append(Spot(STUCK_ROW, PEOPLE_COL, _SECTION_IN))
    spots += [
        Spot(row, PEOPLE_COL, Style(size=10, indent=2)) for row in range(STUCK_ROW + 1, STUCK_ROW + 2 + STUCK_SHOWN)
    ]
    chart = len(WEEKLY_COLUMNS)
    spots += [Spot(BODY_ROW, chart - 1, Style(), GREAT_SERIES), Spot(BODY_ROW, chart, Style(), GOAL_SERIES)]
    spots += [Spot(WORDS_ROW + at, 1, _SMALL, text) for at, text in enumerate(WORDS)]
    return tuple(spots)


def _weekly_sheet() -> Sheet:
    first = WEEKLY_HEAD + 1
    bare = Sheet(WEEKLY_NAME, WEEKLY_COLUMNS, 1, WEEKLY_HEAD)
    verdict, key, notes, rep = bare.col("Verdict"), bare.col(MARK_HEADER), bare.col("Notes"), bare.col("Rep")
    share, change = bare.col("% of goal"), CARDS[3][1]
    chart = key + 1

    def down(left: int, right: int) -> Range:
        return Range(first, left, LAST_ROW, right)

    def said(text: str, paint: Paint) -> Rule:
        return Rule(down(verdict, verdict), verdict, Test.BEGINS, text, paint)

    figure = Range(CARD_ROW + 1, change, CARD_ROW + 1, change)
    return Sheet(
        name=WEEKLY_NAME,
        columns=WEEKLY_COLUMNS,
        first_col=1,
        head_row=WEEKLY_HEAD,
        spots=_weekly_spots(),
        heights={0: 12, 1: 32, 3: 10, CARD_ROW: 20, CARD_ROW + 1: 34, CARD_ROW + 2: 20, 7: 14},
        rules=(
            said("On goal", GOOD),
            said("In progress", GOING_ON),
            said("Prospect list", BAD),
            said("More conversations", SOON),
            said("Not in the log", QUIET),
            Rule(down(1, verdict - 1), rep, Test.IS, "All reps", Paint(INK, BAND)),
            Rule(down(1, notes), key, Test.FILLED, hairline=True),
            Rule(figure, change, Test.BELOW_ZERO, "", Paint(BAD.ink)),
            Rule(figure, change, Test.ABOVE_ZERO, "", Paint(GOOD.ink)),
            Rule(
                Range(STUCK_ROW, PEOPLE_COL, STUCK_ROW, PEOPLE_COL),
                PEOPLE_COL,
                Test.BEGINS,
                "Getting old",
                Paint(BAD.ink),
            ),
        ),
        bars=(DataBar(down(share, share), full=1.67),),
        chart=Chart(
            "Great conversations a week, against the goal",
            Range(BODY_ROW, 1, WORDS_ROW - 2, 7),
            Range(BODY_ROW, chart, BODY_ROW + CHART_WEEKS, chart + 2),
        ),
        freeze=(0, 0),
        print_cols=(0, verdict),
        filter=Range(WEEKLY_HEAD, 1, WEEKLY_HEAD + FILTER_ROWS, key),
        tab_colour=ACCENT,
    )


WEEKLY = _weekly_sheet()

# -- Follow-ups -------------------------------------------------------------------------------------------------------

OVERDUE, TODAY, THIS_WEEK, LATER, CLOSED = "Overdue", "Today", "This week", "Later", "Closed"

FOLLOW_UP_COLUMNS = (
    Column("When", 11.5),
    Column("Due", 17.5, Kind.DAY),
    Column("Prospect", 24, bold=True),
    Column("Company", 24),
    Column("Phone", 18),
    Column("What to do", 27),
    Column("Why", 74, muted=True),
    Column("Rep", 13),
    Column("Row", 8, Kind.LINK),
    Column("Notes", 40, Kind.WRAP, _P),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, hidden=True),
)


def _follow_ups_sheet() -> Sheet:
    head = 4
    first = head + 1
    bare = Sheet(FOLLOW_UPS_NAME, FOLLOW_UP_COLUMNS, 1, head)
    when, due, key, notes = bare.col("When"), bare.col("Due"), bare.col(MARK_HEADER), bare.col("Notes")

    def down(left: int, right: int) -> Range:
        return Range(first, left, LAST_ROW, right)

    return Sheet(
        name=FOLLOW_UPS_NAME,
        columns=FOLLOW_UP_COLUMNS,
        first_col=1,
        head_row=head,
        spots=(Spot(1, 1, _TITLE, "Follow-ups"), Spot(2, 1, _SUBTITLE)),
        heights={0: 12, 1: 32, 3: 10},
        head_height=24,
        rules=(
            Rule(down(when, when), when, Test.IS, OVERDUE, BAD),
            Rule(down(when, when), when, Test.IS, TODAY, SOON),
            Rule(down(when, when), when, Test.IS, THIS_WEEK, GOING_ON),
            Rule(down(when, when), when, Test.IS, LATER, QUIET),
            Rule(down(when, notes - 1), when, Test.IS, CLOSED, QUIET),
            Rule(down(due, due), due, Test.BEFORE_TODAY, "", Paint(BAD.ink, bold=True)),
            Rule(down(due, due), due, Test.TODAY, "", Paint(SOON.ink, bold=True)),
            Rule(down(when, notes), key, Test.FILLED, hairline=True),
        ),
        freeze=(head + 1, 0),
        print_cols=(0, notes),
        filter=Range(head, 1, head + FILTER_ROWS, key),
        tab_colour=ACCENT,
    )


FOLLOW_UPS = _follow_ups_sheet()

#: The tabs that a sync lays out.
OWN = (WEEKLY, FOLLOW_UPS)

# -- Settings ---------------------------------------------------------------------------------------------------------

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

SETTINGS_HEAD = 5
REP_LINES, WORD_LINES = 12, 20
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
_BOXED = Style(box=True)
_NUMBER_BOX = Style(box=True, align="right", kind=Kind.COUNT)


def _settings_sheet() -> Sheet:
    bare = Sheet(SETTINGS_NAME, SETTINGS_COLUMNS, 1, SETTINGS_HEAD)
    spots = [
        Spot(1, 1, _TITLE, "Settings"),
        Spot(
            2,
            1,
            _SUBTITLE,
            "Change what is in a box, then run sheetsync again. A cleared box goes back to what it was at first.",
        ),
    ]
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
        Spot(SETTINGS_HEAD - 2, rep, _SECTION, "Reps and their goals"),
        Spot(SETTINGS_HEAD - 1, rep, _SMALL, "One line for each rep. Blank: the goals on the left."),
        Spot(SETTINGS_HEAD - 2, word, _SECTION, "Your own outcome words"),
        Spot(SETTINGS_HEAD - 1, word, _SMALL, "A word of the Outcome column, and what it means."),
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


# -- Start Here -------------------------------------------------------------------------------------------------------

#: Half a page: a heading, or a pair of what stands in the two columns.
_START = (
    ("", ""),
    ("#1   Fill in a row for every call", ""),
    (
        "Call Log",
        "The date, whom you called, and what was said. Pick an Outcome, or leave it blank and the notes decide.",
    ),
    ("Dark heads", "are yours to fill in. Every head has a note that says what to write."),
    ("Green heads", "are filled in by sheetsync. Type over a cell and your word counts; clear it to hand it back."),
    ("", ""),
    ("#2   Know what counts as a great conversation", ""),
    (
        "",
        "A conversation with somebody who can decide, that moves the prospect on in any direction. Each prospect counts once.",
    ),
    ("+Yes", "“That sounds interesting! Can you come to my office next week?”"),
    ("+Yes", "“Can we talk again in six months?”"),
    ("+Yes", "“We are not interested.” A firm no frees your time."),
    ("-No, not yet", "“Maybe. Let me think about it.”"),
    ("-No, not yet", "“Just send me some info.”"),
    ("-No, not yet", "“Not today.” Nothing was decided, and no time was agreed."),
    ("", ""),
    ("#3   Run sheetsync", ""),
    ("Now and then", "Close this file, then type in a terminal:  sheetsync sync my-calls.xlsx"),
    ("To see first", "Add --dry-run: it shows every cell that would change and changes nothing."),
    ("To go back", "sheetsync undo my-calls.xlsx"),
    ("", ""),
    ("#4   Look", ""),
    ("Follow-ups", "Whom to call today, and why. What is overdue stands first."),
    ("Weekly Summary", "This week against the goal, the last twelve weeks, and every week in numbers."),
    ("Settings", "Goals, and how many days or months until a follow-up."),
)


def _start_sheet() -> Sheet:
    spots = [
        Spot(1, 1, _TITLE, "Start here"),
        Spot(
            2,
            1,
            _SUBTITLE,
            "Dials measure quantity. Great conversations measure quality, and this workbook counts them for you.",
        ),
    ]
    for row, (left, right) in enumerate(_START, 3):
        if left.startswith("#"):
            spots.append(Spot(row, 1, Style(size=13, bold=True, ink=ACCENT), left[1:]))
            continue
        paint = {"+": GOOD, "-": BAD}.get(left[:1], Paint())
        text = left.lstrip("+-")
        spots += [
            Spot(row, 1, Style(bold=True, ink=paint.ink or INK, fill=paint.fill, indent=1), text),
            Spot(row, 2, Style(indent=1), right),
        ]
    return Sheet(
        name=START_NAME,
        columns=(Column("", 19), Column("", 104)),
        first_col=1,
        head_row=-1,
        spots=tuple(spots),
        heights={0: 12, 1: 32, 2: 22} | {row: 12 for row, line in enumerate(_START, 3) if line == ("", "")},
        row_height=21,
        print_cols=(0, 2),
    )


START = _start_sheet()

#: All tabs of the template, in order: the log that is used every day comes first.
SHEETS = (CALL_LOG, FOLLOW_UPS, WEEKLY, SETTINGS, START)


def bar_of_cells(done: int, goal: int, most: int = 10) -> str:
    """A bar made of squares: one for each of the goal, or ``most`` squares for all of it where the goal is larger."""
    if goal <= 0:
        return ""
    squares = min(goal, most)
    full = min(squares, squares * max(done, 0) // goal)
    return FULL * full + EMPTY * (squares - full)


def solid_bar(part: int, whole: int, most: int = 30) -> str:
    """A bar whose length is the part of the whole; at least one block for anything at all."""
    if part <= 0 or whole <= 0:
        return ""
    return SOLID * max(1, round(most * part / whole))
