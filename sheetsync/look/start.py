"""The text of Start Here."""

from __future__ import annotations

from sheetsync.look.parts import (
    ACCENT,
    BAD,
    GOOD,
    INK,
    START_NAME,
    SUBTITLE,
    TITLE,
    Column,
    Paint,
    Sheet,
    Spot,
    Style,
)  # fmt: skip

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
        Spot(1, 1, TITLE, "Start here"),
        Spot(
            2,
            1,
            SUBTITLE,
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
