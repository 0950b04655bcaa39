"""Which column is which: the names that people give to the columns of a call log, and the row that holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz

from sheetsync.grid import Tab, Value, address, is_blank
from sheetsync.settings import folded


class Role(Enum):
    """What a column of the log means; the value is the header of our own template."""

    DATE = "Date"
    TIME = "Time"
    REP = "Rep"
    PROSPECT = "Prospect"
    FIRST_NAME = "First name"
    LAST_NAME = "Last name"
    COMPANY = "Company"
    PHONE = "Phone"
    EMAIL = "Email"
    SPOKE_WITH = "Spoke with"
    DECISION_MAKER = "Decision maker?"
    OUTCOME = "Outcome"
    NOTES = "Notes"
    REQUESTED = "Follow-up requested"
    OVERRIDE = "Override"
    GREAT = "Great?"
    FOLLOW_UP = "Follow-up"
    NEXT_ACTION = "Next action"
    WHY = "Why"
    MARK = "sheetsync"


#: The columns that people fill in, in the order in which the anchor reads them.
TYPED = tuple(Role)[: tuple(Role).index(Role.GREAT)]
#: The columns that we fill in; the mark says what we last wrote in each of the first four.
OUTPUTS = (Role.GREAT, Role.FOLLOW_UP, Role.NEXT_ACTION, Role.WHY)
OURS = (*OUTPUTS, Role.MARK)

WHO = (Role.PROSPECT, Role.COMPANY, Role.PHONE, Role.EMAIL, Role.FIRST_NAME, Role.LAST_NAME)
WHAT = (Role.OUTCOME, Role.NOTES)

#: Usual names of each column, best first: where two stand side by side the better one is meant.
SYNONYMS: dict[Role, tuple[str, ...]] = {
    Role.DATE: ("Date", "Call date", "Date of call", "Date called", "Called on", "Contact date", "Date contacted", "Call day", "Date/Time", "Date & time", "Date and time", "Datetime", "Timestamp", "Activity date", "Day", "When", "Created", "Created at", "Start date", "Date created", "Logged", "Date logged"),
    Role.TIME: ("Time", "Call time", "Time of call", "Time called", "Start time", "Time of day", "Hour"),
    Role.REP: ("Rep", "Sales rep", "Rep name", "Salesperson", "Sales person", "Representative", "Sales representative", "Caller", "Called by", "Agent", "Agent name", "SDR", "BDR", "AE", "Account executive", "Account manager", "Assigned to", "Assigned", "User", "Made by", "Logged by", "Seller", "Team member", "Employee", "Consultant", "Advisor", "Adviser", "Call owner", "Record owner", "Lead owner", "Contact owner", "Activity owner", "Assignee", "Dialer"),
    Role.PROSPECT: ("Prospect", "Prospect name", "Contact", "Contact name", "Contact person", "Lead", "Lead name", "Name", "Full name", "Person", "Customer", "Customer name", "Client", "Client name", "Who", "Who called", "Called", "Person called", "Prospect/Contact"),
    Role.FIRST_NAME: ("First name", "Firstname", "Given name", "Forename", "Contact first name"),
    Role.LAST_NAME: ("Last name", "Lastname", "Surname", "Family name", "Contact last name"),
    Role.COMPANY: ("Company", "Company name", "Account", "Account name", "Business", "Business name", "Organisation", "Organization", "Organisation name", "Organization name", "Org", "Firm", "Firm name", "Employer", "Practice", "Store", "Shop", "School"),
    Role.PHONE: ("Phone", "Phone number", "Phone no", "Phone nr", "Telephone", "Telephone number", "Tel", "Tel no", "Tel number", "Mobile", "Mobile number", "Mobile phone", "Mobile no", "Cell", "Cell phone", "Cell number", "Direct dial", "Direct line", "Contact number", "Contact no", "Number", "Number called", "Number dialed", "Number dialled", "Called number", "Work phone", "Business phone", "Ph", "Phone 1"),
    Role.EMAIL: ("Email", "E-mail", "Email address", "E-mail address", "Contact email", "Mail", "Work email"),
    Role.SPOKE_WITH: ("Spoke with", "Spoke to", "Spoke w", "Spoken to", "Spoken with", "Talked to", "Talked with", "Person spoken to", "Who answered", "Answered by", "Role", "Title", "Job title", "Contact title", "Contact role", "Position", "Designation", "Job role"),
    Role.DECISION_MAKER: ("Decision maker", "Decision maker?", "Decision maker y/n", "Decision maker yes/no", "DM", "DM?", "DM y/n", "Is DM", "Is decision maker", "Is the decision maker", "Spoke with DM", "Spoke to DM", "Spoke with decision maker", "Spoke to decision maker", "Reached DM", "Reached decision maker", "Decisionmaker", "Decider", "DMC", "Decision maker reached", "DM reached", "Can decide"),
    Role.OUTCOME: ("Outcome", "Call outcome", "Outcome of call", "Result", "Call result", "Results", "Result of call", "Disposition", "Call disposition", "Status", "Call status", "Response", "What happened", "Sentiment", "Conclusion", "Outcome/Result"),
    Role.NOTES: ("Notes", "Note", "Call notes", "Call note", "Conversation notes", "Comments", "Comment", "Remarks", "Remark", "Details", "Call details", "Description", "Summary", "Call summary", "Conversation", "Discussion", "Feedback", "Memo", "Observations", "Notes/Comments", "What was said", "Full comments", "Body"),
    Role.REQUESTED: ("Follow-up requested", "Requested follow-up", "Follow-up requested for", "Follow-up requested on", "Follow-up request", "Requested date", "Requested call back", "Requested callback", "Call back date", "Callback date", "Call back on", "Callback on", "Call back requested", "Callback requested", "Follow-up date", "Followup date", "Follow-up on", "Next follow-up", "Next follow-up date", "Next call", "Next call date", "Next contact", "Next contact date", "Next activity date", "Recontact", "Recontact date"),
    Role.OVERRIDE: ("Override", "Override?", "Great override", "Override great", "Manual override", "Force", "Coach override"),
    Role.GREAT: ("Great?", "Great", "Great conversation", "Great conversation?", "Great conversations"),
    Role.FOLLOW_UP: ("Follow-up", "Follow up", "Followup"),
    Role.NEXT_ACTION: ("Next action", "Next action?"),
    Role.WHY: ("Why", "Why?"),
    Role.MARK: ("sheetsync", "sheetsync mark"),
}  # fmt: skip

_RANK: dict[str, tuple[Role, int]] = {}
for _role, _names in SYNONYMS.items():
    for _rank, _name in enumerate(_names):
        _RANK.setdefault(folded(_name), (_role, _rank))

_ASIDE = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")

#: Titles may stand above the header row (issue: 0 to 10 rows of them).
MOST_ROWS_ABOVE = 15


@dataclass(frozen=True, slots=True)
class Header:
    """One recognised column: where its header stands, what it says, and how good a name it is (0 is the best)."""

    role: Role
    col: int
    text: str
    rank: int


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The header row of a tab: which column has which role, and which headers were passed over."""

    row: int
    columns: Mapping[Role, Header]
    twice: tuple[str, ...]  # problems: needed headers that stand twice
    unused: tuple[str, ...]  # headers that no role wanted
    last_col: int  # the last column of the row that holds a header

    @property
    def missing(self) -> tuple[str, ...]:
        """What a call log needs and this row lacks, in words."""
        lacks = []
        if Role.DATE not in self.columns:
            lacks.append("Date")
        if not any(role in self.columns for role in WHO):
            lacks.append("one of Prospect, Company, Phone or Email")
        if not any(role in self.columns for role in WHAT):
            lacks.append("one of Outcome or Notes")
        return tuple(lacks)


def recognise(text: str) -> tuple[Role, int] | None:
    """The role that a header names, and the rank of that name; None where it names none."""
    return _RANK.get(folded(text)) or _RANK.get(folded(_ASIDE.sub(" ", text)))


def did_you_mean(text: str, needed: Role) -> bool:
    """Whether a header that names no role looks like a typo of a needed one."""
    word = folded(text)
    return len(word) >= 3 and any(fuzz.ratio(word, folded(name)) >= 80 for name in SYNONYMS[needed])


def read_row(tab: Tab, row: int) -> HeaderRow:
    """What each column of that row is, were it the header row."""
    found: dict[Role, list[Header]] = {}
    unused: list[str] = []
    last = -1
    for col in range(tab.width):
        value = tab.columns[col][row]
        if is_blank(value):
            continue
        last = col
        text = _text(value)
        hit = recognise(text) if isinstance(value, str) else None
        if hit is None:
            unused.append(text)
        else:
            found.setdefault(hit[0], []).append(Header(hit[0], col, text, hit[1]))
    columns: dict[Role, Header] = {}
    twice: list[str] = []
    for role, headers in found.items():
        best = min(header.rank for header in headers)
        chosen = [header for header in headers if folded(header.text) == folded(_best(headers, best).text)]
        columns[role] = chosen[0]
        unused.extend(header.text for header in headers if header not in chosen)
        if len(chosen) > 1:
            cells = " and ".join(address(tab.name, row, header.col) for header in chosen)
            twice.append(
                f"{tab.name} has {_count(len(chosen))} columns named “{chosen[0].text}” ({cells}). Rename all but one, then run again."
            )
    return HeaderRow(row, columns, tuple(twice), tuple(unused), last)


def _best(headers: list[Header], rank: int) -> Header:
    return next(header for header in headers if header.rank == rank)


def _count(number: int) -> str:
    return {2: "two", 3: "three", 4: "four"}.get(number, str(number))


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else str(value)


def find(tab: Tab) -> HeaderRow | None:
    """The row of the tab that looks most like the header of a call log; None where no row has two known headers."""
    best: HeaderRow | None = None
    best_score = 1
    for row in range(min(tab.height, MOST_ROWS_ABOVE + 1)):
        found = read_row(tab, row)
        typed = sum(1 for role in found.columns if role in TYPED)
        score = typed * 10 - len(found.missing) * 15 if typed >= 2 else 0
        if score > best_score or (best is None and typed >= 2):
            best, best_score = found, score
    return best
