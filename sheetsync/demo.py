"""A believable call log for a first look: three reps, eight weeks, every outcome. All people and firms are made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sheetsync import look
from sheetsync.grid import ColumnEdits, Value
from sheetsync.look import CALL_LOG, CALL_LOG_COLUMNS, SETTINGS, Whose

#: Rep, weekly goal, weekly appointment goal: small, since the sample holds only seven calls a week.
REPS = (("Maya", 1, 1), ("Priya", 1, 1), ("Tom", 1, 0))
#: Settings that differ from the defaults.
CHANGED = (("outreach_threshold", 3),)


@dataclass(frozen=True, slots=True)
class _Who:
    prospect: str
    company: str
    phone: str = ""
    email: str = ""


_PEOPLE = {
    "abbott": _Who("Nora Abbott", "Abbott & Lane Dental", "(312) 555-0114", "nora@abbottlane.example"),
    "akers": _Who("Desmond Akers", "Akers Roofing", "(312) 555-0121"),
    "barlow": _Who("Gwen Barlow", "Barlow Freight", "(708) 555-0133", "gwen.barlow@barlowfreight.example"),
    "castellano": _Who("Rita Castellano", "Castellano Tile", "(708) 555-0140"),
    "chaudhry": _Who("Imran Chaudhry", "Lakeshore Imaging", "(312) 555-0152", "imran@lakeshoreimaging.example"),
    "dunn": _Who("Patrick Dunn", "Dunn Brothers Paving", "(815) 555-0163"),
    "eastman": _Who("Carla Eastman", "Eastman Orchards", "(815) 555-0177", "carla@eastmanorchards.example"),
    "fenwick": _Who("Hugh Fenwick", "Fenwick Marine", "(847) 555-0181"),
    "fontaine": _Who("Elise Fontaine", "Fontaine Catering", "(847) 555-0189", "elise@fontaine.example"),
    "grady": _Who("Owen Grady", "Grady Steel Supply", "(219) 555-0102"),
    "hollis": _Who("Beth Hollis", "Hollis Veterinary", "(219) 555-0118", "beth@hollisvet.example"),
    "ibarra": _Who("Luis Ibarra", "Ibarra Landscaping", "(773) 555-0125"),
    "jansen": _Who("Kurt Jansen", "Jansen Tool & Die", "(773) 555-0136"),
    "kowalski": _Who("Marek Kowalski", "Kowalski Bakery", "(773) 555-0148", "marek@kowalski.example"),
    "lindqvist": _Who("Sofia Lindqvist", "Northline Physio", "(630) 555-0150", "sofia@northline.example"),
    "mercer": _Who("Joan Mercer", "Mercer Insurance Group", "(630) 555-0166"),
    "nakamura": _Who("Ken Nakamura", "Nakamura Optics", "(630) 555-0171", "ken@nakamuraoptics.example"),
    "obrien": _Who("Siobhan O’Brien", "O’Brien Movers", "(224) 555-0184"),
    "petrov": _Who("Anton Petrov", "Petrov Printing", "(224) 555-0193"),
    "esposito": _Who("Carl Esposito", "Esposito Plumbing", "(312) 555-0201"),
    "moreau": _Who("Ines Moreau", "Moreau Pastry", "(312) 555-0217", "ines@moreaupastry.example"),
    "quigley": _Who("Fay Quigley", "Quigley Storage", "(224) 555-0197"),
    "ramos": _Who("Teresa Ramos", "Ramos Auto Body", "(331) 555-0107"),
    "sandoval": _Who("Victor Sandoval", "Sandoval Electric", "(331) 555-0119", "victor@sandovalelectric.example"),
    "thorne": _Who("Adele Thorne", "Thorne Publishing", "(331) 555-0128"),
    "ueda": _Who("Mika Ueda", "Ueda Ceramics", "(872) 555-0135"),
    "vance": _Who("Roy Vance", "Vance Pool Service", "(872) 555-0144"),
    "verhoeven": _Who("Bram Verhoeven", "Verhoeven Nurseries", "(815) 555-0188"),
    "whitlock": _Who("Grace Whitlock", "Whitlock Legal", "(872) 555-0159", "grace@whitlocklegal.example"),
    "yates": _Who("Dale Yates", "Yates Hardware", "(309) 555-0162"),
    "zimmer": _Who("Ruth Zimmer", "Zimmer Glass", "(309) 555-0175"),
}

#: Business days before today, time, rep, prospect, spoke with, decision maker?, outcome, notes, days until the follow-up that was asked for.
_CALLS: tuple[tuple[int, str, str, str, str, str, str, str, int | None], ...] = (
    (39, "9:10", "Maya", "abbott", "Owner", "", "", "Sounds interesting, can we meet at her office next week Tuesday? Booked.", None),
    (39, "10:25", "Tom", "akers", "Receptionist", "", "Gatekeeper", "Took a message, owner is on a roof all day.", None),
    (38, "11:00", "Priya", "barlow", "VP operations", "Yes", "", "Timing is wrong, merging two depots. Talk again in six months.", None),
    (37, "14:20", "Maya", "castellano", "Owner", "", "Maybe", "Let me think about it.", None),
    (36, "9:45", "Tom", "dunn", "", "", "No contact", "Voicemail.", None),
    (35, "15:30", "Priya", "chaudhry", "Director of imaging", "", "Not interested", "Signed three years with a competitor in May.", None),
    (35, "16:10", "Tom", "petrov", "", "", "Bad number", "Disconnected.", None),
    (34, "9:05", "Maya", "abbott", "Owner", "", "Later", "Met. She decides on both practices in January.", None),
    (33, "10:40", "Tom", "dunn", "Owner", "Yes", "", "Not interested, does it all himself.", None),
    (32, "13:15", "Priya", "eastman", "Owner", "", "Later", "Harvest first. Call me in January.", None),
    (32, "14:00", "Maya", "fenwick", "General manager", "Yes", "Appointment", "Demo set for Thursday.", None),
    (31, "9:30", "Tom", "grady", "Purchasing", "No", "", "She said I'd have to talk to Owen, he decides.", None),
    (31, "11:20", "Priya", "fontaine", "Owner", "", "Interested", "Pricing for 40 seats, two locations.", None),
    (30, "16:30", "Maya", "ibarra", "Owner", "", "Not interested", "No need, works with his cousin.", None),
    (29, "9:15", "Tom", "grady", "Owner", "", "Maybe", "Just send me some info.", None),
    (28, "10:10", "Maya", "hollis", "", "", "", "No answer.", None),
    (28, "14:45", "Priya", "jansen", "President", "", "Not interested", "Flat no.", None),
    (27, "15:05", "Tom", "akers", "Owner", "", "Appointment", "Agreed to a site visit on Monday at 8.", None),
    (26, "11:35", "Maya", "castellano", "Owner", "", "Maybe", "Still thinking, busy season.", None),
    (25, "9:50", "Priya", "kowalski", "Owner", "", "Call back", "In the middle of the morning bake, call back tomorrow.", None),
    (24, "10:05", "Priya", "kowalski", "Owner", "Yes", "", "Wants a quote for three ovens and a service plan.", None),
    (24, "13:40", "Tom", "fenwick", "General manager", "Yes", "Later", "Demo went well. Contract starts in March, talk again then.", None),
    (23, "9:20", "Maya", "hollis", "Practice owner", "", "Appointment", "Visit next Wednesday at noon.", None),
    (22, "14:15", "Tom", "lindqvist", "Owner", "", "", "Can we talk again in March? Budget opens then.", None),
    (21, "15:50", "Priya", "mercer", "Assistant", "", "Gatekeeper", "Screens every call.", None),
    (20, "16:00", "Maya", "nakamura", "Founder", "", "Interested", "Send the trial, he will start next week.", None),
    (19, "9:00", "Tom", "obrien", "", "", "No contact", "Left voicemail.", None),
    (19, "9:12", "Tom", "quigley", "", "", "No contact", "Rang out.", None),
    (19, "9:25", "Priya", "ramos", "", "", "No contact", "Hung up.", None),
    (18, "10:00", "Maya", "sandoval", "", "", "No contact", "Voicemail.", None),
    (18, "10:15", "Tom", "thorne", "Receptionist", "", "Gatekeeper", "Asked for an e-mail first.", None),
    (18, "11:10", "Priya", "ueda", "", "", "No contact", "No answer.", None),
    (17, "13:30", "Maya", "vance", "", "", "Bad number", "Fax machine.", None),
    (17, "14:10", "Tom", "obrien", "Office manager", "", "Gatekeeper", "She does not decide, Siobhan is back Monday.", None),
    (16, "15:20", "Priya", "mercer", "Principal", "Yes", "Not interested", "Happy with what they have.", None),
    (16, "15:55", "Maya", "castellano", "Owner", "", "Maybe", "Not today, ask me after the fair.", None),
    (15, "16:20", "Tom", "quigley", "", "", "No contact", "No answer again.", None),
    (15, "16:45", "Priya", "yates", "", "", "No contact", "Engaged.", None),
    (14, "9:40", "Priya", "ramos", "Owner", "", "", "Never call again, take me off your list.", None),
    (13, "10:30", "Maya", "sandoval", "Owner", "", "Appointment", "Coffee on site Friday.", None),
    (13, "11:15", "Tom", "obrien", "Owner", "Yes", "Interested", "Wants pricing for twelve vans.", None),
    (12, "13:05", "Maya", "nakamura", "Founder", "", "Interested", "Trial is running, asked for a second seat.", None),
    (12, "14:25", "Priya", "ueda", "Owner", "", "Later", "Kiln is being rebuilt. Can we talk again in six weeks?", None),
    (11, "15:45", "Tom", "thorne", "Publisher", "Yes", "Not interested", "No budget this year.", None),
    (10, "16:05", "Maya", "whitlock", "", "", "Interested", "Asked for a proposal by the end of the month.", None),
    (9, "9:35", "Maya", "sandoval", "Owner", "", "Interested", "Good visit. Wants the offer in writing.", None),
    (9, "10:45", "Tom", "yates", "Owner", "", "Not interested", "Not interested. Period.", None),
    (8, "11:25", "Priya", "verhoeven", "Owner", "", "Appointment", "Visit to the nursery booked.", 9),
    (8, "13:50", "Tom", "quigley", "Owner", "", "Maybe", "Sure, whatever, mail me something.", None),
    (7, "14:35", "Maya", "zimmer", "Owner", "", "Appointment", "Showroom visit.", 11),
    (6, "15:15", "Priya", "fontaine", "Owner", "", "Interested", "Signed for the first location.", None),
    (6, "15:40", "Tom", "ibarra", "", "", "No contact", "Voicemail.", None),
    (5, "16:25", "Maya", "moreau", "Owner", "", "Interested", "Wants an offer for the second shop.", None),
    (4, "9:55", "Tom", "jansen", "Assistant", "", "Gatekeeper", "President travels until next week.", None),
    (3, "10:20", "Priya", "kowalski", "Owner", "Yes", "Appointment", "Walk through the bakery.", 4),
    (2, "10:50", "Tom", "esposito", "Owner", "", "Not interested", "Flat no, sells the firm next year.", None),
    (2, "13:25", "Tom", "vance", "", "", "No contact", "New number from the website, no answer.", None),
    (1, "14:05", "Priya", "mercer", "", "", "Call back", "On the other line, call me back tomorrow.", None),
    (1, "15:10", "Maya", "petrov", "Owner", "", "Interested", "New number works. Wants a quote for the spring catalogue.", None),
    (0, "9:20", "Tom", "lindqvist", "Owner", "", "", "Moved it up: agreed to a demo next week Tuesday.", None),
    (0, "9:50", "Maya", "whitlock", "Managing partner", "Yes", "Maybe", "Let me think about it over the weekend.", None),
)  # fmt: skip


def calls(today: dt.date) -> tuple[tuple[Value, ...], ...]:
    """The sample's rows, one value for each column that people fill in, the oldest call first; none lies after ``today``."""
    return tuple(_row(today, *call) for call in _CALLS)


def edits(today: dt.date) -> tuple[ColumnEdits, ...]:
    """What fills a newly installed template: the calls in its log, the reps and their goals in its Settings."""
    return (*_columns(CALL_LOG.name, CALL_LOG.first_row, CALL_LOG.first_col, calls(today)), *_reps(), *_settings())


def business_days_before(day: dt.date, count: int) -> dt.date:
    """The day that lies ``count`` days from Monday to Friday before; 0 is the day itself, or the Friday before a weekend."""
    day -= dt.timedelta(days=max(0, day.weekday() - 4))
    weeks, rest = divmod(count, 5)
    day -= dt.timedelta(weeks=weeks)
    return day - dt.timedelta(days=rest + (2 if rest > day.weekday() else 0))


def _row(
    today: dt.date,
    back: int,
    clock: str,
    rep: str,
    who: str,
    spoke_with: str,
    decides: str,
    outcome: str,
    notes: str,
    asked: int | None,
) -> tuple[Value, ...]:
    person, date = _PEOPLE[who], business_days_before(today, back)
    hour, minute = (int(part) for part in clock.split(":"))
    requested = None if asked is None else date + dt.timedelta(days=asked)
    filled: tuple[Value, ...] = (
        date, dt.time(hour, minute), rep, person.prospect, person.company, person.phone, person.email or None,
        spoke_with or None, decides or None, outcome or None, notes, requested, None,
    )  # fmt: skip
    assert len(filled) == sum(column.whose is Whose.PERSON for column in CALL_LOG_COLUMNS)
    return filled


def _reps() -> Iterator[ColumnEdits]:
    yield from _columns(SETTINGS.name, SETTINGS.first_row, SETTINGS.col("Rep"), REPS)


def _settings() -> Iterator[ColumnEdits]:
    for field, value in CHANGED:
        row, col = look.setting_cell(field)
        yield ColumnEdits(SETTINGS.name, col, (row,), (look.setting_value(field),), (value,), reason="sample")


def _columns(tab: str, first_row: int, first_col: int, rows: Iterable[tuple[Value, ...]]) -> Iterator[ColumnEdits]:
    for col, values in enumerate(zip(*rows, strict=True), first_col):
        filled = [at for at, value in enumerate(values) if value is not None]
        if filled:
            yield ColumnEdits(
                tab,
                col,
                [first_row + at for at in filled],
                [None] * len(filled),
                [values[at] for at in filled],
                reason="sample",
            )
