"""The look of the Weekly Summary."""

from __future__ import annotations

from sheetsync.look import dashboard
from sheetsync.look.dashboard import CHART_COLUMNS
from sheetsync.look.parts import MARK_HEADER, WEEKLY_NAME, Column, Kind, Whose

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
    *CHART_COLUMNS,
)

WORDS = (
    "Outreach: every call. Live: every call but no contact and bad number. Decision-maker: the rep spoke with somebody who can decide.",
    "Great: a conversation with a decision-maker that moved the prospect on, in any direction. A firm no counts too. Each prospect counts once.",
    "Open maybes: prospects whose latest word is a maybe. A week is judged by its great conversations; outreach only tells whether the list is at fault.",
    "For scale only, each study counts in its own way: 5.4% of dials connect, 13.3% for the best quarter (Gong Labs and 30MPC, 300M+ calls, 2024); "
    "4.8% of conversations lead to a meeting (Cognism, 2024).",
)

WEEKLY = dashboard.page(
    WEEKLY_NAME,
    WEEKLY_COLUMNS,
    title="Weekly Summary",
    cards=("Great conversations", "Appointments", "Weeks on goal in a row", "Against last week"),
    words=WORDS,
    total=("Rep", "All reps"),
    warning="Getting old",
)
