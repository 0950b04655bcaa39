"""The look of the Follow-ups."""

from __future__ import annotations

from sheetsync.grid import Range
from sheetsync.look.parts import (
    ACCENT,
    BAD,
    FILTER_ROWS,
    FOLLOW_UPS_NAME,
    GOING_ON,
    LAST_ROW,
    MARK_HEADER,
    QUIET,
    SOON,
    SUBTITLE,
    TITLE,
    Column,
    Kind,
    Paint,
    Rule,
    Sheet,
    Spot,
    Test,
    Whose,
)  # fmt: skip

OVERDUE, TODAY, THIS_WEEK, LATER, CLOSED = "Overdue", "Today", "This week", "Later", "Closed"

FOLLOW_UP_COLUMNS = (
    Column("When", 12),
    Column("Due", 18, Kind.DAY),
    Column("Prospect", 24, bold=True),
    Column("Company", 24),
    Column("Phone", 17),
    Column("What to do", 26),
    Column("Why", 70, muted=True),
    Column("Rep", 12),
    Column("Row", 8, Kind.LINK),
    Column("Notes", 32, Kind.WRAP, Whose.PERSON),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, hidden=True),
)


def _follow_ups_sheet() -> Sheet:
    head = 4
    first = head + 1
    bare = Sheet(FOLLOW_UPS_NAME, FOLLOW_UP_COLUMNS, 1, head)
    when, due, key, notes = bare.col("When"), bare.col("Due"), bare.col(MARK_HEADER), bare.col("Notes")

    def down(left: int, right: int) -> Range:
        return Range(first, left, LAST_ROW, right)

    def said(text: str, paint: Paint) -> Rule:
        return Rule(down(when, when), when, Test.IS, text, paint, hairline=True)

    return Sheet(
        name=FOLLOW_UPS_NAME,
        columns=FOLLOW_UP_COLUMNS,
        first_col=1,
        head_row=head,
        spots=(Spot(1, 1, TITLE, "Follow-ups"), Spot(2, 1, SUBTITLE)),
        heights={0: 12, 1: 32, 3: 10},
        row_height=20,
        head_height=24,
        rules=(
            said(OVERDUE, BAD),
            said(TODAY, SOON),
            said(THIS_WEEK, GOING_ON),
            said(LATER, QUIET),
            Rule(down(when, notes - 1), when, Test.IS, CLOSED, QUIET, hairline=True),
            Rule(down(due, due), due, Test.BEFORE_TODAY, "", Paint(BAD.ink, bold=True), hairline=True),
            Rule(down(due, due), due, Test.TODAY, "", Paint(SOON.ink, bold=True), hairline=True),
            Rule(down(when, notes), key, Test.FILLED, hairline=True),
        ),
        freeze=(head + 1, 0),
        print_cols=(0, notes),
        filter=Range(head, 1, head + FILTER_ROWS, key),
        tab_colour=ACCENT,
    )


FOLLOW_UPS = _follow_ups_sheet()
