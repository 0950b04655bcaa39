"""What the look of a tab is made of: palette, columns, spots, rules of colour, bars and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from sheetsync.grid import Format, Range, Value, column_name

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
    Kind.COUNT: "#,##0",
    Kind.SHARE: "0%",
    Kind.RATE: "0.0",
    Kind.CHANGE: "+#,##0;−#,##0;0",
    Kind.LINK: "General",  # a formula in a text cell turns into its text when somebody edits it
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
    ink: str = ""  # where it is not that of the other columns
    indent: int = 1  # room between what a cell holds and its edge: long names do not touch
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

    ``hairline`` draws a thin line under the row. A painted cell of a list has one too: where two rules meet, a host may
    follow only the first.
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

#: Titles and small print of our tabs.
TITLE = Style(size=22, bold=True)
SUBTITLE = Style(size=11, ink=MUTED)
SECTION = Style(size=12, bold=True)
SMALL = Style(size=10, ink=MUTED)

YES_NO = ("Yes", "No")

MARK_HEADER = "sheetsync"
MARK_NOTE = "What sheetsync last wrote on this row. Leave it here: it moves with the row when you sort."

CALL_LOG_NAME, WEEKLY_NAME, FOLLOW_UPS_NAME, SETTINGS_NAME, START_NAME = (
    "Call Log",
    "Weekly Summary",
    "Follow-ups",
    "Settings",
    "Start Here",
)


CLIENTS_NAME, TEAM_NAME = "Clients", "Team Summary"


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
