"""The look of the Call Log."""

from __future__ import annotations

from sheetsync.grid import Range
from sheetsync.look.parts import (
    ASK,
    BAD,
    CALL_LOG_NAME,
    GOOD,
    INK,
    LAST_ROW,
    MARK_HEADER,
    MARK_NOTE,
    QUIET,
    SOON,
    YES_NO,
    Column,
    Kind,
    Paint,
    Rule,
    Sheet,
    Test,
    Whose,
)  # fmt: skip

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

_P, _O = Whose.PERSON, Whose.OURS

CALL_LOG_COLUMNS = (
    Column("Date", 12.5, Kind.DATE, _P, "The day of the call. Needed: a row without a date is put up for review."),
    Column("Time", 7, Kind.TIME, _P, "When, if you like. It only matters with two calls to one prospect on one day."),
    Column("Rep", 9, Kind.TEXT, _P, "Who called. List the reps in Settings to give each a goal."),
    Column("Prospect", 20, Kind.TEXT, _P, "First and last name. Each prospect counts as a great conversation once.", bold=True),
    Column("Company", 22, Kind.TEXT, _P, "The company's name. It tells two people of one name apart."),
    Column("Phone", 16, Kind.TEXT, _P, "The number that you dialled, as you like to write it."),
    Column("Email", 33, Kind.TEXT, _P, "An e-mail address, if you have one."),
    Column("Spoke with", 16, Kind.TEXT, _P, "The title or role of the person on the line: owner, VP sales, receptionist."),
    Column(
        "Decision maker?", 12, Kind.TEXT, _P,
        "Yes or No: can this person decide? Leave it blank if Spoke with or the notes say so.", YES_NO,
    ),
    Column(
        "Outcome", 15, Kind.TEXT, _P,
        "How the conversation ended: pick a word, or type your own. Leave it blank and the notes decide.", OUTCOMES,
    ),
    Column("Notes", 56, Kind.TEXT, _P, "What was said, in your words. Write down any time that was agreed: “talk again in six months”."),
    Column("Follow-up requested", 14, Kind.DATE, _P, "A date that was asked for. It wins over everything that the notes say."),
    Column("Override", 10.5, Kind.TEXT, _P, "Yes or No wins over the rules: this call counts as great, or it does not.", YES_NO),
    Column("Great?", 17, Kind.TEXT, _O, "Yes: a great conversation. Already counted: this prospect has one. Review: answer the question in Why."),
    Column("Follow-up", 14, Kind.DATE, _O, "When to be in touch next. Type your own date and it is kept; type none for no follow-up."),
    Column("Next action", 26, Kind.TEXT, _O, "What to do then."),
    Column("Why", 78, Kind.TEXT, _O, "Which rule decided, and on which words.", muted=True),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, MARK_NOTE, hidden=True),
)  # fmt: skip

#: Blank rows that the table of a new log has, so that sorting and filtering work from the first row on.
TABLE_ROWS = 500


def _log_rules() -> tuple[Rule, ...]:
    at = {column.header: col for col, column in enumerate(CALL_LOG_COLUMNS)}

    def on(header: str, test: Test, text: str, paint: Paint, looks_at: str = "") -> Rule:
        col = at[header]
        return Rule(Range(1, col, LAST_ROW, col), at[looks_at or header], test, text, paint, hairline=True)

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
    row_height=19,
    freeze=(1, 4),
    print_cols=(0, 16),
    tab_colour=INK,
)
