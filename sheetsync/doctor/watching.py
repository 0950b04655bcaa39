"""What is well and what is not of a watch that is always there."""

from __future__ import annotations

import datetime as dt
import shlex

from sheetsync import config, schedule, seen
from sheetsync.doctor.checks import Check, ok, warning
from sheetsync.schedule import Listed
from sheetsync.watch import pulse
from sheetsync.watch.scheduler import in_words


def watched(job: Listed) -> Check:
    """A watch that is always there: whether it lives, and when it last synced."""
    about = f"watch {job.name}"
    again = f"Run again: sheetsync schedule add --watch {'--all' if job.name == 'all' else shlex.quote(job.name)}"
    gone = next((path for path in schedule.programs(job) if not path.exists()), None)
    if gone is not None:
        return warning(about, f"installed, but {gone} is gone", again)
    sign = pulse.read(config.state_dir(), job.name)
    now = dt.datetime.now(dt.timezone.utc)
    if sign is None:
        return warning(about, "installed, but it never gave a sign of life", again)
    synced = f"last synced {seen.local('', sign.synced):%Y-%m-%d %H:%M}" if sign.synced else "nothing synced yet"
    if not sign.alive(now):
        since = in_words(max(0.0, (now - sign.beat).total_seconds()))
        how = "it was stopped" if sign.stopped else "no sign of life for"
        return warning(
            about, f"installed, but not alive ({how} {since}{' ago' if sign.stopped else ''}); {synced}", again
        )
    many = f"{len(sign.targets)} {'workbook' if len(sign.targets) == 1 else 'workbooks'}"
    return ok(about, f"alive, {many}, {synced}")
