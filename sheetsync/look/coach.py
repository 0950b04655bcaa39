"""The look of the coach's workbook: the Clients, and their Team Summary."""

from __future__ import annotations

from sheetsync.grid import Range
from sheetsync.look import dashboard
from sheetsync.look.dashboard import CHART_COLUMNS
from sheetsync.look.parts import (
    ACCENT,
    BAD,
    CLIENTS_NAME,
    GOING_ON,
    GOOD,
    INK,
    LAST_ROW,
    MARK_HEADER,
    QUIET,
    SOON,
    TEAM_NAME,
    YES_NO,
    Column,
    Kind,
    Paint,
    Rule,
    Sheet,
    Test,
    Whose,
)  # fmt: skip

#: Blank rows that the table of a new roster has.
ROSTER_ROWS = 200

_P, _O = Whose.PERSON, Whose.OURS

CLIENTS_COLUMNS = (
    Column("Client", 26, Kind.TEXT, _P, "Whatever you call this client. It is the name in Team Summary.", bold=True),
    Column(
        "File or link", 58, Kind.TEXT, _P,
        "Where the client's call log is: the path of an Excel file (from this file's folder on, or whole), or the link of a Google Sheet.",
    ),
    Column("Weekly goal", 11, Kind.COUNT, _P, "Great conversations a week for each rep, if not what the client's own Settings say."),
    Column("Active", 10, Kind.TEXT, _P, "No leaves this client out. Blank is Yes.", YES_NO),
    Column("Notes", 40, Kind.TEXT, _P, "Yours. sheetsync never writes here."),
    Column("Last synced", 15, Kind.DATE, _O, "The day of the last run that read this client's log."),
    Column("This week", 13, Kind.TEXT, _O, "Great conversations of the goal, so far."),
    Column("Status", 84, Kind.TEXT, _O, "What the last run did there, or what is wrong, in words that you can forward to the client."),
)  # fmt: skip


def _clients_sheet() -> Sheet:
    at = {column.header: col for col, column in enumerate(CLIENTS_COLUMNS)}

    def said(test: Test, text: str, paint: Paint) -> Rule:
        return Rule(Range(1, at["Status"], LAST_ROW, at["Status"]), at["Status"], test, text, paint, hairline=True)

    active = Range(1, 0, LAST_ROW, at["Notes"])
    return Sheet(
        name=CLIENTS_NAME,
        columns=CLIENTS_COLUMNS,
        first_col=0,
        head_row=0,
        row_height=20,
        rules=(
            said(Test.BEGINS, "Synced", GOOD),
            said(Test.BEGINS, "Nothing new", GOOD),
            said(Test.BEGINS, "Read", GOING_ON),
            said(Test.BEGINS, "Left out", QUIET),
            said(Test.BEGINS, "Try again", SOON),
            said(Test.FILLED, "", BAD),
            Rule(active, at["Active"], Test.IS, "No", QUIET, hairline=True),
            Rule(Range(1, 0, LAST_ROW, at["This week"]), at["Client"], Test.FILLED, hairline=True),
        ),
        freeze=(1, 1),
        print_cols=(0, at["Status"]),
        tab_colour=INK,
    )


CLIENTS = _clients_sheet()

ALL_CLIENTS = "All clients"

TEAM_COLUMNS = (
    Column("Client", 26, bold=True),
    Column("Last 12 weeks", 20, ink=ACCENT),
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
    Column("Last week", 31),
    Column("Weeks on goal in a row", 13, Kind.COUNT),
    Column("Notes", 44, Kind.TEXT, _P),
    Column(MARK_HEADER, 2, Kind.MARK, Whose.MARK, hidden=True),
    *CHART_COLUMNS,
)

TEAM_WORDS = (
    "Numbers only: no prospect's name, phone or note leaves a client's own workbook. Each client's numbers are this week's, all reps together.",
    "Last 12 weeks: great conversations against the goal, the newest at the right; a full block is a goal that was met, a dot a week without a call.",
    "Outreach: every call. Live: every call but no contact and bad number. Great: a conversation with a decision-maker that moved the prospect on; a firm no counts too.",
)

TEAM = dashboard.page(
    TEAM_NAME,
    TEAM_COLUMNS,
    title="Team Summary",
    cards=("Great conversations", "Clients on goal", "Appointments", "Against last week"),
    words=TEAM_WORDS,
    total=("Client", ALL_CLIENTS),
    warning="Needs a word",
)
