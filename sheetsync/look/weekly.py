"""The look of the Weekly Summary."""

from __future__ import annotations

from sheetsync.grid import Range
from sheetsync.look.parts import (
    ACCENT,
    BAD,
    BAND,
    BAR_FONT,
    BARS,
    FILTER_ROWS,
    GOING_ON,
    GOOD,
    INK,
    LAST_ROW,
    MARK_HEADER,
    MUTED,
    QUIET,
    SECTION,
    SMALL,
    SOON,
    SUBTITLE,
    TITLE,
    WEEKLY_NAME,
    Chart,
    Column,
    DataBar,
    Kind,
    Paint,
    Rule,
    Sheet,
    Spot,
    Style,
    Test,
    Whose,
)  # fmt: skip

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
    Column("Week of", 14.5, Kind.DATE),
    Column("Rep", 16),
    Column("Outreach", 10.5, Kind.COUNT),
    Column("Live", 8.5, Kind.COUNT),
    Column("Decision-maker", 11.5, Kind.COUNT),
    Column("Great", 8.5, Kind.COUNT, bold=True),
    Column("Goal", 9, Kind.COUNT, muted=True),
    Column("% of goal", 15, Kind.SHARE),
    Column("Appointments", 14, Kind.COUNT),
    Column("Appointment goal", 13, Kind.COUNT, muted=True),
    Column("Great per 100 calls", 12, Kind.RATE),
    Column("Open maybes", 10.5, Kind.COUNT),
    Column("Verdict", 31),
    *(Column(header, 11, Kind.COUNT, muted=True, grouped=True) for _, header in SPLIT),
    Column("Notes", 44, Kind.WRAP, Whose.PERSON),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, hidden=True),
    *(Column("", 10, kind, hidden=True) for kind in (Kind.TEXT, Kind.COUNT, Kind.COUNT)),  # what the chart draws
)

CHART_WEEKS = 12
FUNNEL_STEPS = 5
REPS_SHOWN = 5
STUCK_SHOWN = 5

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


def _card(label: str, first: int, last: int, edge: str) -> list[Spot]:
    """A label, a figure, and a line below: a bar of cells where there is a goal, then words."""
    spots = []
    for col in range(first, last + 1):
        line, indent = (edge, 1) if col == first else ("", 0)
        small = Style(size=10, ink=MUTED, fill=BAND, edge=line, indent=indent)
        bar = Style(size=11, ink=ACCENT, fill=BAND, edge=line, indent=indent, font=BAR_FONT)
        kind = Kind.CHANGE if label == CARDS[3][0] else None
        figure = Style(size=24, bold=True, ink=edge, fill=BAND, edge=line, indent=indent, kind=kind)
        has_bar = indent and label in (CARDS[0][0], CARDS[1][0])
        spots += [
            Spot(CARD_ROW, col, small, label if indent else ""),
            Spot(CARD_ROW + 1, col, figure),
            Spot(CARD_ROW + 2, col, bar if has_bar else small),
        ]
    return spots


def _funnel() -> list[Spot]:
    spots = [Spot(BODY_ROW, FUNNEL_COL, SECTION)]
    for row in range(BODY_ROW + 1, BODY_ROW + 1 + 2 * FUNNEL_STEPS, 2):
        spots += [
            Spot(row, FUNNEL_COL, Style(size=10)),
            Spot(row, FUNNEL_COL + 1, Style(bold=True, align="right", kind=Kind.COUNT)),
            Spot(row, FUNNEL_COL + 2, Style(size=10, ink=MUTED, indent=1)),
            Spot(row + 1, FUNNEL_COL, Style(size=9, ink=BARS, font=BAR_FONT, top=True)),
        ]
    return spots


def _people() -> list[Spot]:
    title = Style(size=12, bold=True, indent=2)
    spots = [Spot(BODY_ROW, PEOPLE_COL, title), Spot(STUCK_ROW, PEOPLE_COL, title)]
    for row in range(BODY_ROW + 1, BODY_ROW + 2 + REPS_SHOWN):
        bar = Style(size=10, ink=ACCENT, font=BAR_FONT, indent=2)
        spots += [Spot(row, PEOPLE_COL, bar), Spot(row, PEOPLE_COL + 1, Style(size=10, indent=1))]
    names = Style(size=10, indent=2)
    return spots + [Spot(row, PEOPLE_COL, names) for row in range(STUCK_ROW + 1, STUCK_ROW + 2 + STUCK_SHOWN)]


def _spots() -> tuple[Spot, ...]:
    chart = len(WEEKLY_COLUMNS)
    return (
        Spot(1, 1, TITLE, "Weekly Summary"),
        Spot(2, 1, SUBTITLE),
        *(spot for card in CARDS for spot in _card(*card)),
        *_funnel(),
        *_people(),
        Spot(BODY_ROW, chart - 1, Style(), GREAT_SERIES),
        Spot(BODY_ROW, chart, Style(), GOAL_SERIES),
        *(Spot(WORDS_ROW + at, 1, SMALL, text) for at, text in enumerate(WORDS)),
    )


def _weekly_sheet() -> Sheet:
    first = WEEKLY_HEAD + 1
    bare = Sheet(WEEKLY_NAME, WEEKLY_COLUMNS, 1, WEEKLY_HEAD)
    verdict, key, notes, rep = bare.col("Verdict"), bare.col(MARK_HEADER), bare.col("Notes"), bare.col("Rep")
    share, change = bare.col("% of goal"), CARDS[3][1]
    chart = key + 1

    def down(left: int, right: int) -> Range:
        return Range(first, left, LAST_ROW, right)

    def beside_bar(right: int) -> tuple[Range, ...]:
        """The list to that column in three parts: LibreOffice draws no data bar where two ranges of rules overlap."""
        return down(1, share - 1), down(share, share), down(share + 1, right)

    def said(text: str, paint: Paint) -> Rule:
        return Rule(down(verdict, verdict), verdict, Test.BEGINS, text, paint, hairline=True)

    figure = Range(CARD_ROW + 1, change, CARD_ROW + 1, change)
    return Sheet(
        name=WEEKLY_NAME,
        columns=WEEKLY_COLUMNS,
        first_col=1,
        head_row=WEEKLY_HEAD,
        spots=_spots(),
        row_height=20,
        heights={0: 12, 1: 32, 3: 10, CARD_ROW: 20, CARD_ROW + 1: 34, CARD_ROW + 2: 20, 7: 14}
        | {WORDS_ROW + at: 15 for at in range(len(WORDS))},
        rules=(
            said("On goal", GOOD),
            said("In progress", GOING_ON),
            said("Prospect list", BAD),
            said("More conversations", SOON),
            said("Not in the log", QUIET),
            *(
                Rule(part, rep, Test.IS, "All reps", Paint(INK, BAND), hairline=True)
                for part in beside_bar(verdict - 1)
            ),
            *(Rule(part, key, Test.FILLED, hairline=True) for part in beside_bar(notes)),
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
        bars=(DataBar(down(share, share), full=2),),
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
