"""Every setting once: label, type, default, help. Reads label/value pairs and lists every problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sheetsync.grid import Value, is_blank
from sheetsync.model import Outcome

DATE_ORDERS = {"month first": "mdy", "day first": "dmy", "year first": "ymd"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class RepGoal:
    """A rep listed in Settings, with a weekly goal and an appointment goal of his own, where he has one."""

    rep: str
    goal: int | None = None
    appointment_goal: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers that a coach can change (every ⚙ of the rules). Defaults are the coach's article's, or ours."""

    goal: int | None = None
    appointment_goal: int = 3
    great_per_appointment: float = 2
    outreach_threshold: int = 50
    week_start: int = 0  # 0 is Monday
    count_again_months: int | None = None
    skip_weekends: bool = True
    date_order: str = "mdy"
    time_zone: str = ""  # IANA name; "" is the workbook's own, or the machine's
    phone_country: str = "US"  # ISO 3166 code for numbers written without a country code
    firm_no_months: int = 6
    later_months: int = 6
    appointment_days: int = 1  # business days
    interested_days: int = 2  # business days
    maybe_days: int = 14  # calendar days
    callback_days: int = 1  # business days
    gatekeeper_days: int = 3  # business days
    no_contact_days: int = 2  # business days
    stuck_maybes: int = 3
    stuck_days: int = 60
    largest_change: int = 50  # per cent of the log's rows that one run may change
    reps: tuple[RepGoal, ...] = ()
    outcome_words: Mapping[str, Outcome | None] = field(default_factory=dict)  # folded words; None says nothing


class Wrong(ValueError):
    """A value that does not fit its setting; the text says what does."""


def _whole(low: int, high: int) -> Callable[[Value], int]:
    def read(value: Value) -> int:
        number = value
        if isinstance(value, str):
            try:
                number = float(value.strip())
            except ValueError:
                number = None
        if isinstance(number, bool) or not isinstance(number, (int, float)) or number != int(number):
            raise Wrong(f"a whole number from {low} to {high}")
        if not low <= number <= high:
            raise Wrong(f"a whole number from {low} to {high}")
        return int(number)

    return read


def _number(low: float, high: float) -> Callable[[Value], float]:
    def read(value: Value) -> float:
        try:
            number = float(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else None
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            raise Wrong(f"a number from {low:g} to {high:g}")
        return number

    return read


def yes_no(value: Value) -> bool | None:
    """Yes, no, or None for neither, from a cell as people fill it in."""
    match value:
        case bool():
            return value
        case int() | float():
            return bool(value) if value in (0, 1) else None
        case str():
            word = value.strip().casefold().rstrip(".!")
            if word in _YES:
                return True
            if word in _NO:
                return False
    return None


_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "✔", "☑", "on", "yep", "yeah", "si", "sí", "oui", "ja"})
_NO = frozenset({"no", "n", "false", "0", "off", "nope", "non", "nein", "✗", "✘", "☐"})


def _switch(value: Value) -> bool:
    found = yes_no(value)
    if found is None:
        raise Wrong("Yes or No")
    return found


def _weekday(value: Value) -> int:
    word = str(value).strip().casefold()
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 2 and name.casefold().startswith(word):
            return number
    raise Wrong("a weekday, such as Monday")


def _date_order(value: Value) -> str:
    word = " ".join(str(value).casefold().replace("/", " ").replace("-", " ").split())
    for label, order in DATE_ORDERS.items():
        if word in (label, order, label.split()[0], " ".join(order)):
            return order
    raise Wrong("month first, day first or year first")


def _country(value: Value) -> str:
    word = str(value).strip().upper()
    word = {"UK": "GB", "USA": "US"}.get(word, word)
    if len(word) == 2 and word.isascii() and word.isalpha():
        return word
    raise Wrong("a country's two letters, such as US or GB")


def _zone(value: Value) -> str:
    from zoneinfo import ZoneInfo

    word = str(value).strip()
    try:
        ZoneInfo(word)
    except Exception:  # zoneinfo raises OSError, ValueError and KeyError kinds for a bad name
        raise Wrong("a time zone's name, such as Europe/London") from None
    return word


@dataclass(frozen=True, slots=True)
class Spec:
    """One setting: the field it fills, its label on the tab, how a cell is read, and the help beside it."""

    field: str
    label: str
    read: Callable[[Value], Any]
    help: str
    shown: Callable[[Any], Value] = lambda value: value
    unit: str = ""


def _show_switch(value: bool) -> str:
    return "Yes" if value else "No"


def _show_order(value: str) -> str:
    return next(label for label, order in DATE_ORDERS.items() if order == value)


SPECS: tuple[Spec, ...] = (
    Spec("goal", "Weekly goal", _whole(1, 1000), "Great conversations a week for each rep. Blank: appointment goal × great conversations per appointment."),
    Spec("appointment_goal", "Weekly appointment goal", _whole(0, 1000), "Appointments a week for each rep."),
    Spec("great_per_appointment", "Great conversations per appointment", _number(0.1, 100), "How many great conversations one appointment takes."),
    Spec("outreach_threshold", "Outreach that should be enough", _whole(1, 100_000), "Calls a week after which a missed goal means that the prospect list needs work."),
    Spec("week_start", "Week starts on", _weekday, "The first day of the week.", lambda n: WEEKDAYS[n]),
    Spec("count_again_months", "Count again after (months)", _whole(1, 600), "A prospect counts again this many months after the last time. Blank: never."),
    Spec("skip_weekends", "Skip weekends", _switch, "Move a follow-up that falls on a Saturday or Sunday to the Monday after.", _show_switch),
    Spec("date_order", "Date order", _date_order, "How 3/4 is read in notes and in dates typed as text: month first, day first or year first.", _show_order),
    Spec("time_zone", "Time zone", _zone, "Where \"today\" is. Blank: the spreadsheet's own, or this computer's."),
    Spec("phone_country", "Phone country", _country, "The country of phone numbers written without a country code (two letters)."),
    Spec("firm_no_months", "Follow-up after a firm no (months)", _whole(1, 60), "When to try again after a firm no: 6 to 12 months are usual.", unit="months"),
    Spec("later_months", "Follow-up after \"later\" (months)", _whole(1, 60), "When nobody wrote down the time that was agreed.", unit="months"),
    Spec("appointment_days", "Follow-up after an appointment (business days)", _whole(0, 365), "When to confirm the time of an appointment without a date."),
    Spec("interested_days", "Follow-up after interest (business days)", _whole(0, 365), "When to send the next step."),
    Spec("maybe_days", "Follow-up after a maybe (days)", _whole(0, 365), "When to get a maybe to a yes or a no."),
    Spec("callback_days", "Follow-up after a call-back (business days)", _whole(0, 365), "When to call back if no time was named."),
    Spec("gatekeeper_days", "Follow-up after a gatekeeper (business days)", _whole(0, 365), "When to try to reach the decision-maker."),
    Spec("no_contact_days", "Follow-up after no contact (business days)", _whole(0, 365), "When to try again."),
    Spec("stuck_maybes", "Maybes that make a prospect stuck", _whole(2, 100), "So many maybes from one prospect are listed as getting old."),
    Spec("stuck_days", "Days that make a maybe old", _whole(1, 3650), "A maybe older than this is listed as getting old.", unit="days"),
    Spec("largest_change", "Largest change in one run (%)", _whole(1, 100), "A run that would change more of the filled-in rows than this stops and asks (at least 50 rows may always change)."),
)  # fmt: skip


def folded(text: str) -> str:
    """Text as labels, reps and outcome words are compared: no case, accents, spaces or punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in plain if ch.isalnum())


_BY_LABEL = {folded(spec.label): spec for spec in SPECS} | {folded(spec.field): spec for spec in SPECS}

#: The outcomes as a coach may write them in the table of extra words.
OUTCOME_NAMES: dict[str, Outcome | None] = {folded(o.value): o for o in Outcome if o is not Outcome.REVIEW} | {
    "saysnothing": None,
    "nothing": None,
    "ignore": None,
    "no": Outcome.FIRM_NO,
    "voicemail": Outcome.NO_CONTACT,
}


def read(
    pairs: Iterable[tuple[str, Value, str]],
    reps: Iterable[tuple[Value, Value, Value, str]] = (),
    words: Iterable[tuple[Value, Value, str]] = (),
    base: Settings | None = None,
) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and every problem in a sentence; a setting with a problem keeps its default.

    Args:
        pairs: label, value and the cell's address, of each line of the tab.
        reps: rep, weekly goal, appointment goal and address, of each line of the reps' table.
        words: a word for the Outcome column, the outcome it means, and address.
        base: what applies where nothing is said.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    for label, value, where in pairs:
        spec = _BY_LABEL.get(folded(label))
        if spec is None or is_blank(value):
            continue
        try:
            values[spec.field] = spec.read(value)
        except Wrong as wrong:
            problems.append(f"{where}: {spec.label} is “{value}”. Write {wrong}, or clear the cell.")
    values["reps"], more = _read_reps(reps)
    problems += more
    values["outcome_words"], more = _read_words(words)
    problems += more
    return replace(base or Settings(), **values), tuple(problems)


def _read_reps(lines: Iterable[tuple[Value, Value, Value, str]]) -> tuple[tuple[RepGoal, ...], list[str]]:
    found: dict[str, RepGoal] = {}
    problems: list[str] = []
    whole = _whole(0, 1000)
    for rep, goal, appointments, where in lines:
        name = " ".join(str(rep).split()) if not is_blank(rep) else ""
        if not name:
            continue
        goals: list[int | None] = []
        for what, value in (("weekly goal", goal), ("appointment goal", appointments)):
            try:
                goals.append(None if is_blank(value) else whole(value))
            except Wrong as wrong:
                goals.append(None)
                problems.append(f"{where}: the {what} of {name} is “{value}”. Write {wrong}, or clear the cell.")
        if folded(name) in found:
            problems.append(f"{where}: {name} is listed twice. Keep one of the lines.")
            continue
        found[folded(name)] = RepGoal(name, goals[0], goals[1])
    return tuple(found.values()), problems


def _read_words(lines: Iterable[tuple[Value, Value, str]]) -> tuple[dict[str, Outcome | None], list[str]]:
    found: dict[str, Outcome | None] = {}
    problems: list[str] = []
    for word, meaning, where in lines:
        if is_blank(word) or is_blank(meaning):
            continue
        key = folded(str(meaning))
        if key not in OUTCOME_NAMES:
            names = ", ".join(o.value for o in Outcome if o is not Outcome.REVIEW)
            problems.append(f"{where}: “{meaning}” is no outcome. Write one of {names}, or says nothing.")
            continue
        found[folded(str(word))] = OUTCOME_NAMES[key]
    return found, problems


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_text_date(text: str, order: str) -> date | None:
    """A date that was typed as text, or None where it is none or cannot be told.

    ISO dates always; 3/4/2026 by ``order`` (mdy, dmy or ymd), a part above 12 the only way it can be; month names in English.
    """
    plain = text.strip().casefold().rstrip(".")
    if "t" in plain and plain[:4].isdigit():
        try:
            return datetime.fromisoformat(plain.rstrip("z").upper()).date()
        except ValueError:
            pass
    parts = "".join(ch if ch.isalnum() else " " for ch in plain).split()
    while parts and (parts[0][:3] in {day[:3].casefold() for day in WEEKDAYS} and parts[0].isalpha()):
        parts = parts[1:]
    if len(parts) > 3:  # a time of day may follow: 3/4/2026 14:05
        parts = parts[:3]
    if len(parts) != 3:
        return None
    for place, part in enumerate(parts):
        if part.isalpha() and part[:3] in _MONTHS:
            rest = [p for at, p in enumerate(parts) if at != place]
            rest = [p[:-2] if p[-2:] in ("st", "nd", "rd", "th") else p for p in rest]
            if not all(p.isdigit() for p in rest):
                return None
            day, year = (rest[1], rest[0]) if len(rest[0]) == 4 else (rest[0], rest[1])
            return _date(year, str(_MONTHS.index(part[:3]) + 1), day)
    if not all(part.isdigit() for part in parts):
        return None
    one, two, three = parts
    if len(one) == 4:
        return _date(one, two, three)
    if order == "ymd" and len(three) != 4:
        return _date(one, two, three)
    if int(one) > 12 >= int(two):
        return _date(three, two, one)
    if int(two) > 12 >= int(one):
        return _date(three, one, two)
    return _date(three, one, two) if order != "dmy" else _date(three, two, one)


def _date(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if len(year) <= 2:
        number += 2000 if number < 70 else 1900
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
