"""When something runs: reads “weekdays 7:00” and its like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sheetsync.errors import UsageError

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERY_DAY, WEEKDAYS, WEEKENDS = tuple(range(7)), tuple(range(5)), (5, 6)
_GROUPS = {
    "weekday": WEEKDAYS, "weekdays": WEEKDAYS, "workday": WEEKDAYS, "workdays": WEEKDAYS, "weekend": WEEKENDS, "weekends": WEEKENDS,
    "daily": EVERY_DAY, "day": EVERY_DAY, "days": EVERY_DAY, "everyday": EVERY_DAY,
}  # fmt: skip
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\Z")
_NAMED_CLOCKS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_HOW = "Write it like “weekdays 7:00”, “daily 7:00 and 17:00”, “mon, thu 18:30”, “hourly” or “every 15 minutes”."


@dataclass(frozen=True, slots=True)
class When:
    """On which days (0 is Monday) at which times; or every so many minutes of those days."""

    days: tuple[int, ...]
    times: tuple[tuple[int, int], ...] = ()
    every: int = 0  # minutes, a divisor of 60 or of 1440 in whole hours

    def __str__(self) -> str:
        names = {EVERY_DAY: "daily", WEEKDAYS: "weekdays", WEEKENDS: "weekends"}
        days = names.get(self.days, ", ".join(DAYS[day] for day in self.days))
        if not self.every:
            return f"{days} {' and '.join(f'{hour}:{minute:02}' for hour, minute in self.times)}"
        often = (
            f"every {self.every} minutes"
            if self.every < 60
            else "hourly"
            if self.every == 60
            else f"every {self.every // 60} hours"
        )
        return often if self.days == EVERY_DAY else f"{days} {often}"

    @property
    def moments(self) -> tuple[tuple[int, int], ...]:
        """Every time of one day."""
        if not self.every:
            return self.times
        return tuple(divmod(minute, 60) for minute in range(0, 1440, self.every))


def read_when(text: str) -> When:
    """The days and times that a text means.

    Raises:
        UsageError: it means none.
    """
    words = re.sub(r"(\d)\s+(am|pm)\b", r"\1\2", text.casefold().replace("a.m.", "am").replace("p.m.", "pm"))
    words = words.replace("o'clock", "")
    often = _often(words)
    if often is not None:
        minutes, words = often
    days: list[int] = []
    times: list[tuple[int, int]] = []
    for piece in re.split(r"[\s,;&+]+", words.strip()):
        if piece in ("", "and", "at", "on", "every", "each", "the", "a"):
            continue
        found_days, clock = _days(piece), _clock(piece)
        if found_days:
            days += found_days
        elif clock is not None:
            times.append(clock)
        else:
            raise UsageError(f"“{text}” is no time to run at: “{piece}” is neither a day nor a time. {_HOW}")
    chosen = tuple(sorted(set(days))) or EVERY_DAY
    if often is not None:
        if times:
            raise UsageError(f"“{text}” says both how often and at what time. {_HOW}")
        return When(chosen, every=minutes)
    if not times:
        raise UsageError(f"“{text}” names no time of day. {_HOW}")
    return When(chosen, tuple(sorted(set(times))))


def _often(words: str) -> tuple[int, str] | None:
    """Minutes between two runs, and the words that are left."""
    found = re.search(
        r"\bhourly\b|\bevery\s+(?:(\d+|half|quarter)(?:\s+of)?(?:\s+an)?\s+)?(min\w*|hours?|hrs?)\b", words
    )
    if found is None:
        return None
    number, unit = found[1], found[2] or "hour"
    if number in ("half", "quarter"):
        minutes = 30 if number == "half" else 15
    else:
        minutes = int(number or 1) * (1 if unit.startswith("min") else 60)
    if (
        minutes < 5
        or minutes > 720
        or 1440 % minutes
        or (minutes < 60 and 60 % minutes)
        or (minutes > 60 and minutes % 60)
    ):
        raise UsageError(
            f"Every {minutes} minutes does not divide the day evenly, or is too often. Take 5, 10, 15, 20 or 30 minutes, or 1, 2, 3, 4, 6, 8 or 12 hours."
        )
    return minutes, words[: found.start()] + " " + words[found.end() :]


def _days(word: str) -> tuple[int, ...]:
    if word in _GROUPS:
        return _GROUPS[word]
    ends = re.fullmatch(r"([a-z]+)(?:-|–|\.\.)([a-z]+)", word)
    if ends is not None:
        first, last = _day(ends[1]), _day(ends[2])
        if first is not None and last is not None:
            return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
    one = _day(word)
    return () if one is None else (one,)


def _day(word: str) -> int | None:
    bare = word.rstrip(".").removesuffix("s") if len(word) > 4 else word.rstrip(".")
    if len(bare) < 3 and bare not in ("mo", "tu", "we", "th", "fr", "sa", "su"):
        return None
    return next((at for at, name in enumerate(DAYS) if name.casefold().startswith(bare)), None)


def _clock(word: str) -> tuple[int, int] | None:
    if word in _NAMED_CLOCKS:
        return _NAMED_CLOCKS[word]
    found = _CLOCK.match(word)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None
