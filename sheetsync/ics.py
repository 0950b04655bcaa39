"""Open follow-ups as an iCalendar file: one all-day event each, the same event again whenever it is made anew."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from sheetsync import __version__
from sheetsync.errors import CannotUse
from sheetsync.model import Verdict
from sheetsync.tabs import follow_ups


def calendar(verdicts: Sequence[Verdict], *, now: dt.datetime) -> bytes:
    """The calendar as a file's bytes (RFC 5545). Do-not-call rows, and rows without a date, are left out.

    An event's UID comes from the prospect and the moment of the call, never from the row, so importing the file again updates the event.

    Args:
        now: the moment it is made, with a time zone: the event's DTSTAMP.
    """
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", f"-//sheetsync//sheetsync {__version__}//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Follow-ups")
    listed = [verdict for verdict in verdicts if verdict.follow_up is not None and not verdict.do_not_call]
    for key, verdict in zip(follow_ups.keys([verdict.call for verdict in listed]), listed, strict=True):
        call, due = verdict.call, verdict.follow_up
        assert due is not None
        event = Event()
        event.add("uid", f"{key}@sheetsync")
        event.add("dtstamp", now.astimezone(dt.timezone.utc))
        event.add("dtstart", due)
        event.add("dtend", due + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", _summary(verdict))
        event.add(
            "description",
            "\n".join(
                line for line in (call.phone, call.email, verdict.why, f"Rep: {call.rep}" if call.rep else "") if line
            ),
        )
        made.add_component(event)
    return bytes(made.to_ical())


def _summary(verdict: Verdict) -> str:
    call = verdict.call
    who = call.prospect or call.company or call.phone or call.email or "(no name)"
    firm = f" ({call.company})" if call.company and call.company != who else ""
    return f"{verdict.next_action or 'Follow up'}: {who}{firm}"


def write(path: Path, content: bytes) -> None:
    """Puts the calendar at ``path`` in one step.

    Raises:
        CannotUse: the place cannot be written.
    """
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CannotUse(f"{path} cannot be written ({error.strerror}). Nothing was changed.") from None
