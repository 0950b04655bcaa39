"""Jobs in a crontab: our marked block, and every other byte left as it was."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence

from sheetsync.errors import CannotUse
from sheetsync.schedule.job import Job
from sheetsync.schedule.when import EVERY_DAY, WEEKDAYS, When

BEGIN = b"# >>> sheetsync >>> kept by `sheetsync schedule`; lines between these two are replaced"
END = b"# <<< sheetsync <<<"
TITLE = re.compile(rb"# sheetsync (?P<name>[^:]+): (?P<when>.*)\Z")


def cron_lines(one: Job) -> tuple[str, ...]:
    """The lines of the crontab for a job: a title, then one line for each minute of the hour on which it runs."""
    command = shlex.join(one.command)
    if one.environment:
        command = (
            shlex.join(["/usr/bin/env", *(f"{key}={value}" for key, value in one.environment.items())]) + " " + command
        )
    command = command.replace("%", "\\%")  # a bare % ends a cron command
    return (f"# sheetsync {one.name}: {one.when}", *(f"{fields} {command}" for fields in cron_fields(one.when)))


def cron_fields(when: When) -> tuple[str, ...]:
    """The five time fields; more than one line where the minutes differ from hour to hour."""
    days = (
        "*"
        if when.days == EVERY_DAY
        else "1-5"
        if when.days == WEEKDAYS
        else ",".join(str((day + 1) % 7) for day in when.days)
    )
    if when.every:
        minute = f"*/{when.every}" if when.every < 60 else "0"
        hour = "*" if when.every <= 60 else f"*/{when.every // 60}"
        return (f"{minute} {hour} * * {days}",)
    by_minute: dict[int, list[int]] = {}
    for hour_at, minute_at in when.times:
        by_minute.setdefault(minute_at, []).append(hour_at)
    return tuple(
        f"{minute_at} {','.join(map(str, hours))} * * {days}" for minute_at, hours in sorted(by_minute.items())
    )


def crontab_jobs(table: bytes) -> dict[str, list[bytes]]:
    """The jobs of our block, by name: the title and lines of each. Lines that are not ours there stay with the job above."""
    found: dict[str, list[bytes]] = {}
    name = ""
    for line in _split(table)[1]:
        title = TITLE.match(line.rstrip(b"\r"))
        if title is not None:
            name = title["name"].decode("utf-8", "replace")
        found.setdefault(name, []).append(line)
    return found


def with_jobs(table: bytes, jobs: Mapping[str, Sequence[bytes]]) -> bytes:
    """The crontab with these jobs in our block; every other byte as it was. Without jobs there is no block."""
    before, _, after = _split(table)
    lines = [line for job_lines in jobs.values() for line in job_lines]
    if not lines:
        return before + after
    if before and not before.endswith(b"\n"):
        before += b"\n"
    return before + b"\n".join([BEGIN, *lines, END, b""]) + after


def _split(table: bytes) -> tuple[bytes, list[bytes], bytes]:
    """What stands before our block, the lines in it, and what stands after."""
    begin = re.search(rb"^# >>> sheetsync >>>[^\n]*\n", table, re.MULTILINE)
    if begin is None:
        return table, [], b""
    end = re.compile(rb"^# <<< sheetsync <<<[^\n]*(?:\n|\Z)", re.MULTILINE).search(table, begin.end())
    if end is None:
        raise CannotUse(
            "The block of sheetsync in the crontab has lost its last line (# <<< sheetsync <<<), so nothing was changed. "
            "Put the line back with: crontab -e"
        )
    return table[: begin.start()], table[begin.end() : end.start()].splitlines(), table[end.end() :]
