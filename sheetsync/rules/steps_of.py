"""The steps of an explanation: what each rule that looks across rows found, and on which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheetsync.model import GREAT_OUTCOMES, Call, Great, Outcome, Step, Verdict
from sheetsync.rules import follow_up, prospect
from sheetsync.rules.reading import Reading
from sheetsync.rules.why import day
from sheetsync.settings import Settings

_SHOWN = 8  # other rows of the prospect that are named one by one


def identity(call: Call, others: Sequence[Call], settings: Settings) -> Step:
    """Who the prospect is, and the other rows of it with what they share."""
    own = prospect.person(call, settings)
    parts = [part for part in (call.prospect, own.company and call.company, *own.contacts) if part]
    words = ", ".join(parts)
    if not others:
        return Step("prospect", "no other row is this prospect", words)
    named = [
        f"row {other.row} ({prospect.shared(own, prospect.person(other, settings)) or 'through another row'})"
        for other in others[:_SHOWN]
    ]
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return Step("prospect", f"the same as {', '.join(named)}{more}", words)


def counting(verdict: Verdict, others: Sequence[Verdict], settings: Settings) -> Step:
    """Why the row counts or not."""
    call = verdict.call
    again = f"; counts again after {settings.count_again_months} months" if settings.count_again_months else ""
    rule = "great?"
    if call.date is None:
        return Step(rule, "Review: the row has no date that can be read")
    if call.override is not None:
        return Step(rule, f"{verdict.great}: Override decides", "Yes" if call.override else "No")
    if call.hand is not None and call.hand.great is not None:
        return Step(
            rule, f"{verdict.great}: typed by hand; the rules alone say {verdict.wanted_great}", call.hand.great
        )
    match verdict.great:
        case Great.YES:
            found = f"Yes: {verdict.outcome} with a decision-maker, and the first of this prospect{again}"
        case Great.ALREADY:
            held = [other.call for other in others if other.great is Great.YES]
            first = f" (row {held[0].row}, {day(held[0].date)})" if held else ""
            found = f"Already counted: another row of this prospect holds the Yes{first}{again}"
        case Great.REVIEW if verdict.outcome is Outcome.REVIEW:
            found = "Review: the outcome cannot be told"
        case Great.REVIEW:
            found = f"Review: {verdict.outcome} is great with a decision-maker, and nothing says whether it was one"
        case _ if verdict.outcome in GREAT_OUTCOMES:
            found = f"No: {verdict.outcome}, but not with a decision-maker"
        case _:
            found = f"No: {verdict.outcome} is no great outcome"
    return Step(rule, found)


def do_not_call(verdict: Verdict, read: Reading, asking: Sequence[Verdict]) -> Iterator[Step]:
    """Which other row asked that this one must not be called; nothing where none did.

    Args:
        asking: the rows that asked, of this prospect and of others with one of its numbers.
    """
    if verdict.do_not_call and not read.do_not_call:
        own = [one for one in asking if one.prospect == verdict.prospect]
        whose = "of this prospect" if own else "of another prospect with the same phone number"
        one = (own or list(asking))[0].call
        yield Step("do not call", f"asked for on row {one.row} {whose}", one.notes or one.outcome)


def following_up(verdict: Verdict, read: Reading, settings: Settings) -> Iterator[Step]:
    """The next date and action, where they come from, and whether a later row closes them."""
    found = follow_up.after(verdict.call, read, settings, do_not_call=verdict.do_not_call)
    date = day(found.date) if found.date else "none"
    words = read.when_words if found.source == follow_up.NAMED else ""
    yield Step("follow-up", f"{date}, {found.action}: {found.source}", words)
    if verdict.closed is not None:
        yield Step("open", f"no: a later row of this prospect closes it ({day(verdict.closed)})")
    elif verdict.open:
        yield Step("open", "yes: no later row of this prospect closes it")


def by_hand(call: Call) -> Iterator[Step]:
    """Cells of ours that a person typed over: what they say is what counts."""
    if call.hand is None:
        return
    for column, said in (("Follow-up", call.hand.follow_up), ("Next action", call.hand.next_action)):
        if said is not None:
            yield Step("by hand", f"{column} was typed over and counts as typed", str(said))
