"""The look of the Weekly Summary."""

from __future__ import annotations


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
