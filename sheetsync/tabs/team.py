"""The Team Summary tab: the weeks of all clients on one page. Numbers only: nothing here names a prospect."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sheetsync import look, summary
from sheetsync.grid import Tab, Value
from sheetsync.look import ALL_CLIENTS, CHART_WEEKS
from sheetsync.model import Week
from sheetsync.settings import folded
from sheetsync.summary import Against, Funnel
from sheetsync.tabs import dashboard, days, lines, marks
from sheetsync.tabs.lines import Cells, Line, OwnTab, Page

SHEET = look.TEAM
_SAID = (2, 1)

NOT_SYNCED = "List your clients in Clients, then run sheetsync coach: this page is made from their logs."
NO_CLIENTS = "No clients yet. Fill in a row of Clients, then run sheetsync coach again."
NOT_READ = "Not read: see Clients"
NO_CALLS = "No calls yet"
NOTE_KEPT = "Not a client any more; note kept"

#: A week as one character: how much of its goal was done, a full block where it was met, a dot where nobody called.
_BLOCKS = "▁▂▃▄▅▆▇█"
_NO_CALL = "·"


@dataclass(frozen=True, slots=True)
class Client:
    """What the coach's page knows of one client."""

    name: str
    weeks: Sequence[Week] = ()  # all reps together; those of single reps are passed over
    against: Against = Against(0, None)  # noqa: RUF009 (a named tuple cannot change)
    problem: str = ""  # why there are no numbers, in words


def lay_out(current: Tab | None, clients: Sequence[Client], *, today: dt.date) -> OwnTab:
    """The tab as it shall be, clients in the order of the roster."""
    return lines.lay_out(current, page(clients, today=today))


def shipped() -> Page:
    """What the tab shows in the shipped workbook, before the first run; each of these cells is filled by every run."""
    return Page(SHEET, _top([], {}, dt.date(2000, 1, 3), synced=False) | {_SAID: NOT_SYNCED})


def page(clients: Sequence[Client], *, today: dt.date) -> Page:
    """What the tab shall show."""
    monday = today - dt.timedelta(days=today.weekday())
    by_client = [{_monday(week.start): week for week in client.weeks if not week.rep} for client in clients]
    together = together_by_week(clients, today=today)
    made = [_line(ALL_CLIENTS, together, monday, "")] if together else []
    seen: Counter[str] = Counter()
    for client, weeks in zip(clients, by_client, strict=True):
        key = folded(client.name)
        seen[key] += 1
        name = client.name if seen[key] == 1 else f"{client.name} ({seen[key]})"
        made.append(_line(name, weeks, monday, client.problem))
    count = "1 client" if len(clients) == 1 else f"{len(clients):,} clients"
    said = f"Week of {days.long(monday)}, {count}" if clients else NO_CLIENTS
    return Page(SHEET, _top(clients, together, monday) | {_SAID: said}, made, _gone)


def together_by_week(clients: Iterable[Client], *, today: dt.date) -> dict[dt.date, Week]:
    """The weeks of all clients as one, by the Monday of the week in which most of its days lie."""
    found: dict[dt.date, Week] = {}
    for client in clients:
        for week in client.weeks:
            if not week.rep:
                monday = _monday(week.start)
                found[monday] = _added(found.get(monday) or Week(monday, ""), week)
    now = today - dt.timedelta(days=today.weekday())
    return {monday: replace(week, verdict=_verdict(week, current=monday == now)) for monday, week in found.items()}


def _added(one: Week, other: Week) -> Week:
    return replace(
        one,
        outreach=one.outreach + other.outreach,
        live=one.live + other.live,
        decision_maker=one.decision_maker + other.decision_maker,
        great=one.great + other.great,
        goal=(one.goal or 0) + (other.goal or 0),
        appointments=one.appointments + other.appointments,
        appointment_goal=(one.appointment_goal or 0) + (other.appointment_goal or 0),
        open_maybes=one.open_maybes + other.open_maybes,
    )


def _verdict(week: Week, *, current: bool) -> str:
    goal = week.goal or 0
    if week.great >= goal:
        return summary.ON_GOAL
    return summary.IN_PROGRESS.format(goal - week.great) if current else summary.MORE_CONVERSATIONS


def _monday(start: dt.date) -> dt.date:
    """Weeks that start on another weekday are put beside the Monday week that holds most of their days."""
    middle = start + dt.timedelta(days=3)
    return middle - dt.timedelta(days=middle.weekday())


# -- the list ---------------------------------------------------------------------------------------------------------


def _line(name: str, weeks: Mapping[dt.date, Week], monday: dt.date, problem: str) -> Line:
    width = len(lines.ours(SHEET))
    values: list[Value] = [None] * width
    values[0] = name
    verdict = SHEET.col("Verdict") - SHEET.first_col
    if not weeks:
        values[verdict] = NOT_READ if problem else NO_CALLS
        return Line(marks.anchor((folded(name),)), tuple(values))
    now = weeks.get(monday) or Week(monday, "")
    last = weeks.get(monday - dt.timedelta(weeks=1))
    values[1] = trend(weeks, monday)
    values[2 : verdict + 1] = dashboard.numbers(now)
    values[verdict + 1] = f"{last.verdict} ({last.great} of {last.goal})" if last is not None and last.goal else None
    values[verdict + 2] = summary.streak(weeks.values()).now
    return Line(marks.anchor((folded(name),)), tuple(values))


def trend(weeks: Mapping[dt.date, Week], monday: dt.date) -> str:
    """Twelve weeks as twelve characters, this week at the right; nothing before the first call."""
    drawn = []
    for back in range(CHART_WEEKS - 1, -1, -1):
        week = weeks.get(monday - dt.timedelta(weeks=back))
        if week is not None:
            share = week.great / week.goal if week.goal else float(week.great > 0)
            block = _BLOCKS[min(len(_BLOCKS) - 1, int(share * (len(_BLOCKS) - 1)))]
            drawn.append(block if week.outreach else _NO_CALL)
    return "".join(drawn)


def _gone(shown: Sequence[Value]) -> tuple[Value, ...]:
    """A client who left the roster keeps a line for the sake of the note."""
    verdict = SHEET.col("Verdict") - SHEET.first_col
    return tuple(value if at == 0 else NOTE_KEPT if at == verdict else None for at, value in enumerate(shown))


# -- the top ----------------------------------------------------------------------------------------------------------


def _top(clients: Sequence[Client], together: Mapping[dt.date, Week], monday: dt.date, *, synced: bool = True) -> Cells:
    now = together.get(monday) or Week(monday, "", goal=0, appointment_goal=0)
    current = [
        (client.name, week)
        for client in clients
        for week in client.weeks
        if not week.rep and _monday(week.start) == monday
    ]
    with_goal = [week for _, week in current if week.goal]
    on_goal = sum(week.great >= (week.goal or 0) for week in with_goal)
    cells: Cells = {}
    cells.update(dashboard.of_goal(0, now.great, now.goal, synced=synced))
    cells.update(dashboard.of_goal(1, on_goal, len(with_goal), synced=synced))
    cells.update(dashboard.of_goal(2, now.appointments, now.appointment_goal, synced=synced))
    cells.update(dashboard.against(3, _against(clients)))
    cells.update(dashboard.chart(SHEET, together, now, synced=synced))
    cells.update(dashboard.funnel(_funnel(together, monday)))
    best = sorted(current, key=lambda one: (-(one[1].share_of_goal or 0), -one[1].great, folded(one[0])))
    cells.update(dashboard.bars("Furthest this week" if best else "No calls this week", best))
    waiting = _waiting(clients, monday)
    title = f"Needs a word: {len(waiting):,} {'client' if len(waiting) == 1 else 'clients'}"
    cells.update(dashboard.names(title if waiting else "Nobody needs a word", waiting))
    return cells


def _against(clients: Sequence[Client]) -> Against:
    last = [client.against.last for client in clients if client.against.last is not None]
    return Against(sum(client.against.this for client in clients), sum(last) if last else None)


def _funnel(together: Mapping[dt.date, Week], monday: dt.date) -> Funnel:
    first = monday - dt.timedelta(weeks=3)
    return summary.funnel([week for start, week in together.items() if first <= start <= monday])


def _waiting(clients: Sequence[Client], monday: dt.date) -> list[str]:
    """The clients whose log could not be read, and those who missed the goal last week, furthest off first."""
    unread = [f"{dashboard.short(client.name, 26)}: not read" for client in clients if client.problem]
    before = monday - dt.timedelta(weeks=1)
    missed = [
        (
            week.great / week.goal,
            folded(client.name),
            f"{dashboard.short(client.name, 26)}: {week.great} of {week.goal} last week",
        )
        for client in clients
        for week in client.weeks
        if not week.rep and _monday(week.start) == before and week.goal and week.great < week.goal
    ]
    return unread + [said for _, _, said in sorted(missed)]
