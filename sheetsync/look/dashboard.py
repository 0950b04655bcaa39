"""The look of a page of figures: four cards, a chart, a funnel, names, words, and the list below."""

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
)  # fmt: skip

CHART_WEEKS = 12
FUNNEL_STEPS = 5
REPS_SHOWN = 5
STUCK_SHOWN = 5

CARD_ROW = 4
BODY_ROW = 8
FUNNEL_COL = 8
PEOPLE_COL = 12
STUCK_ROW = BODY_ROW + 2 + REPS_SHOWN + 1
WORDS_ROW = 25
HEAD_ROW = 30
GREAT_SERIES, GOAL_SERIES = "Great conversations", "Goal"

#: The columns of the chart's data, right of the mark.
CHART_COLUMNS = tuple(Column("", 10, kind, hidden=True) for kind in (Kind.TEXT, Kind.COUNT, Kind.COUNT))

#: Where the four cards stand: first and last column (B is 1), and the colour of the edge; the first two have a bar of cells.
CARD_PLACES = ((1, 2, ACCENT), (4, 6, ACCENT), (8, 10, INK), (12, 13, INK))


def _card(at: int, label: str) -> list[Spot]:
    """A label, a figure, and a line below: a bar of cells where there is a goal, then words. The last one is a change."""
    spots = []
    first, last, edge = CARD_PLACES[at]
    for col in range(first, last + 1):
        line, indent = (edge, 1) if col == first else ("", 0)
        small = Style(size=10, ink=MUTED, fill=BAND, edge=line, indent=indent)
        bar = Style(size=11, ink=ACCENT, fill=BAND, edge=line, indent=indent, font=BAR_FONT)
        kind = Kind.CHANGE if at == 3 else None
        figure = Style(size=24, bold=True, ink=edge, fill=BAND, edge=line, indent=indent, kind=kind)
        has_bar = indent and at < 2
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


def page(
    name: str,
    columns: tuple[Column, ...],
    *,
    title: str,
    cards: tuple[str, ...],
    words: tuple[str, ...],
    total: tuple[str, str],
    warning: str,
) -> Sheet:
    """The frame of such a page.

    Args:
        columns: the list's; "% of goal", "Verdict", "Notes", the mark and the chart's columns are among them.
        cards: the labels of the four.
        words: what the numbers mean, a line each.
        total: the header and the text that tell a line of sums.
        warning: how the title over the lower names begins when they are a warning.
    """
    bare = Sheet(name, columns, 1, HEAD_ROW)
    chart = bare.col(MARK_HEADER) + 1
    return Sheet(
        name=name,
        columns=columns,
        first_col=1,
        head_row=HEAD_ROW,
        spots=(
            Spot(1, 1, TITLE, title),
            Spot(2, 1, SUBTITLE),
            *(spot for at, label in enumerate(cards) for spot in _card(at, label)),
            *_funnel(),
            *_people(),
            Spot(BODY_ROW, chart + 1, Style(), GREAT_SERIES),
            Spot(BODY_ROW, chart + 2, Style(), GOAL_SERIES),
            *(Spot(WORDS_ROW + at, 1, SMALL, text) for at, text in enumerate(words)),
        ),
        row_height=20,
        heights={0: 12, 1: 32, 3: 10, CARD_ROW: 20, CARD_ROW + 1: 34, CARD_ROW + 2: 20, 7: 14}
        | {WORDS_ROW + at: 15 for at in range(len(words))},
        rules=_rules(bare, *total, warning),
        bars=(DataBar(_down(bare.col("% of goal"), bare.col("% of goal")), full=2),),
        chart=Chart(
            "Great conversations a week, against the goal",
            Range(BODY_ROW, 1, WORDS_ROW - 2, 7),
            Range(BODY_ROW, chart, BODY_ROW + CHART_WEEKS, chart + 2),
        ),
        print_cols=(0, bare.col("Verdict")),
        filter=Range(HEAD_ROW, 1, HEAD_ROW + FILTER_ROWS, bare.col(MARK_HEADER)),
        tab_colour=ACCENT,
    )


def _rules(bare: Sheet, total_header: str, total: str, warning: str) -> tuple[Rule, ...]:
    verdict, notes, share = bare.col("Verdict"), bare.col("Notes"), bare.col("% of goal")
    change = CARD_PLACES[3][0]
    figure = Range(CARD_ROW + 1, change, CARD_ROW + 1, change)

    def beside_bar(right: int) -> tuple[Range, ...]:
        """The list to that column in three parts: LibreOffice draws no data bar where two ranges of rules overlap."""
        return _down(1, share - 1), _down(share, share), _down(share + 1, right)

    def said(text: str, paint: Paint) -> Rule:
        return Rule(_down(verdict, verdict), verdict, Test.BEGINS, text, paint, hairline=True)

    return (
        said("On goal", GOOD),
        said("In progress", GOING_ON),
        said("Prospect list", BAD),
        said("More conversations", SOON),
        said("Not", QUIET),
        *(
            Rule(part, bare.col(total_header), Test.IS, total, Paint(INK, BAND), hairline=True)
            for part in beside_bar(verdict - 1)
        ),
        *(Rule(part, bare.col(MARK_HEADER), Test.FILLED, hairline=True) for part in beside_bar(notes)),
        Rule(figure, change, Test.BELOW_ZERO, "", Paint(BAD.ink)),
        Rule(figure, change, Test.ABOVE_ZERO, "", Paint(GOOD.ink)),
        Rule(Range(STUCK_ROW, PEOPLE_COL, STUCK_ROW, PEOPLE_COL), PEOPLE_COL, Test.BEGINS, warning, Paint(BAD.ink)),
    )


def _down(left: int, right: int) -> Range:
    return Range(HEAD_ROW + 1, left, LAST_ROW, right)
