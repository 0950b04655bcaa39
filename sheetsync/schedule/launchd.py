"""A job as a launchd agent (macOS)."""

from __future__ import annotations

import plistlib

from sheetsync.schedule.job import Job, slug
from sheetsync.schedule.when import EVERY_DAY

LABEL = "org.sheetsync."


def agent(one: Job) -> bytes:
    """The launchd agent of a job, as its property list."""
    # launchd counts Sunday as 0, and takes an entry for each day and time.
    moments = [
        {"Hour": hour, "Minute": minute} | ({} if one.when.days == EVERY_DAY else {"Weekday": (day + 1) % 7})
        for day in ((0,) if one.when.days == EVERY_DAY else one.when.days)
        for hour, minute in one.when.moments
    ]
    return plistlib.dumps(
        {
            "Label": LABEL + slug(one.name),
            "ProgramArguments": list(one.command),
            "EnvironmentVariables": dict(one.environment),
            "StartCalendarInterval": moments,
            "RunAtLoad": False,
            "ProcessType": "Background",
            "StandardErrorPath": "/dev/null",  # what is said is in the log file
            "StandardOutPath": "/dev/null",
            "SheetsyncName": one.name,
            "SheetsyncWhen": str(one.when),
        },
        sort_keys=False,
    )
