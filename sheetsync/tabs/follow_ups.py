"""The Follow-ups tab: what is open, the most overdue first, with what to do and where it stands in the log."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from sheetsync import look
from sheetsync.grid import Link, Tab, Value
from sheetsync.look import CLOSED, LATER, OVERDUE, THIS_WEEK, TODAY
from sheetsync.model import ADVANCED, Call, Verdict
from sheetsync.settings import Settings, folded
from sheetsync.tabs import days, lines, marks
from sheetsync.tabs.lines import Line, OwnTab, Page

SHEET = look.FOLLOW_UPS
_SAID = (2, 1)
#: No more lines than a person can scroll through; the JSON and the calendar hold all.
MOST_LISTED = 5_000

_WHENS = (OVERDUE, TODAY, THIS_WEEK, LATER)

NOT_SYNCED = "Fill in the Call Log, then run sheetsync: this list is made from it."
NO_CALLS = "Nothing to follow up yet. Fill in a row of {log}, then run sheetsync again."
NOTHING_OPEN = "As of {day}: nothing to follow up."
NOTE_KEPT = "No longer on the list. Your note is kept here; clear it and this line goes."


def lay_out(
    current: Tab | None,
    open_verdicts: Sequence[Verdict],
    settings: Settings,
    *,
    today: dt.date,
    log_tab: str,
    any_calls: bool = True,
) -> OwnTab:
    """The tab as it shall be.

    Args:
        current: the tab as it is; None where it is about to be made.
        open_verdicts: the rows whose follow-up is still to be worked; do-not-call rows are left out here too.
        log_tab: the name of the log's tab, where the links go.
        any_calls: whether the log holds a call at all.
    """
    return lines.lay_out(current, page(open_verdicts, settings, today=today, log_tab=log_tab, any_calls=any_calls))


def shipped() -> Page:
    """What the tab shows in the shipped workbook, before the first run; each of these cells is filled by every run."""
    return Page(SHEET, {_SAID: NOT_SYNCED})


def page(
    open_verdicts: Sequence[Verdict], settings: Settings, *, today: dt.date, log_tab: str, any_calls: bool = True
) -> Page:
    """What the tab shall show."""
    found = [verdict for verdict in open_verdicts if verdict.follow_up is not None and not verdict.do_not_call]
    counts: Counter[str] = Counter()
    for day, many in Counter(verdict.follow_up for verdict in found).items():
        if day is not None:
            counts[when(day, today, settings)] += many
    said = top_line(counts, today) if any_calls else NO_CALLS.format(log=log_tab)
    if len(found) > MOST_LISTED:
        said += f". Listed are the {MOST_LISTED:,} nearest to today"
        found = _nearest(found, today)
    listed = sorted(found, key=_order)
    whens = [when(verdict.follow_up, today, settings) for verdict in listed if verdict.follow_up is not None]
    return Page(SHEET, {_SAID: said}, _lines(listed, whens, log_tab), _gone)


def _nearest(found: Sequence[Verdict], today: dt.date) -> list[Verdict]:
    """What is due today first, then the nearest days before and after: nobody works a list of fifty thousand."""
    now = today.toordinal()
    away = [abs((verdict.follow_up or today).toordinal() - now) for verdict in found]
    furthest = sorted(away)[MOST_LISTED - 1]
    listed = [verdict for verdict, days in zip(found, away, strict=True) if days < furthest]
    last = sorted((verdict for verdict, days in zip(found, away, strict=True) if days == furthest), key=_order)
    return listed + last[: MOST_LISTED - len(listed)]


def when(due: dt.date, today: dt.date, settings: Settings) -> str:
    """Overdue, Today, This week (to its last day, as the weeks of the settings go) or Later."""
    if due < today:
        return OVERDUE
    if due == today:
        return TODAY
    left = 6 - (today.weekday() - settings.week_start) % 7
    return THIS_WEEK if (due - today).days <= left else LATER


def top_line(counts: Counter[str], today: dt.date) -> str:
    """The count of each kind in one line: "As of Fri 20 Nov 2026: 2 overdue, 1 today, 3 this week, 9 later"."""
    if not counts.total():
        return NOTHING_OPEN.format(day=days.long(today))
    said = ", ".join(f"{counts[kind]:,} {kind.lower()}" for kind in _WHENS if counts[kind])
    return f"As of {days.long(today)}: {said}"


def _order(verdict: Verdict) -> tuple[dt.date, int, str, str, str, dt.date, str]:
    """By due date, then the more advanced outcome, then by what the row says: never by its place in the log."""
    call = verdict.call
    return (
        verdict.follow_up or dt.date.max,
        ADVANCED[verdict.outcome],
        call.prospect.casefold(),
        call.company.casefold(),
        call.phone,
        call.date or dt.date.max,
        verdict.why,
    )


def _lines(listed: Sequence[Verdict], whens: Sequence[str], log_tab: str) -> list[Line]:
    made = []
    for verdict, kind, key in zip(listed, whens, keys([verdict.call for verdict in listed]), strict=True):
        call = verdict.call
        values: tuple[Value, ...] = (
            kind,
            verdict.follow_up,
            call.prospect or call.email or None,
            call.company or None,
            call.phone or None,
            verdict.next_action or None,
            verdict.why or None,
            call.rep or None,
            Link(log_tab, call.row - 1, 0, str(call.row)),
        )
        made.append(Line(key, values))
    return made


def keys(calls: Sequence[Call]) -> list[str]:
    """What each call is on the list: the same whenever it is listed, and no other call's."""
    seen: Counter[str] = Counter()
    found = []
    for call in calls:
        key = _key(call)
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return found


def _key(call: Call) -> str:
    """Which line it is: the prospect and the moment of the call, wherever the row stands and whatever was corrected in its notes."""
    digits = "".join(ch for ch in call.phone if ch.isdigit())
    moment = (call.date.isoformat() if call.date else "", call.time.isoformat() if call.time else "")
    return marks.anchor((_folded(call.prospect), _folded(call.company), digits, _folded(call.email), *moment))


#: ASCII without its letters and digits.
_REST = {code: None for code in range(128) if not chr(code).isalnum()}


def _folded(text: str) -> str:
    """``settings.folded``, the short way for plain text: this list may be long."""
    return text.lower().translate(_REST) if text.isascii() else folded(text)


def _gone(shown: Sequence[Value]) -> tuple[Value, ...]:
    _, _, prospect, company, *_ = shown
    return (CLOSED, None, prospect, company, None, None, NOTE_KEPT, shown[7], None)
