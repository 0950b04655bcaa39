"""Times of day: they fall on the day of the call, unless a day stands beside them."""

from __future__ import annotations

import datetime as dt

from sheetsync.rules.time_words import DIGITS, FOLLOW, NUMBERS, UNITS, WEEKDAYS, Note, Time, breaks


def clock(note: Note, first: int, last: int) -> Time:
    if note.words[last - 1][-1:] == "h" and note.joined(last) and note.words[last].isdigit():  # 14h30
        last += 1
    while (
        note.words[last] in ("am", "pm", "a", "p", "m", ".", "o'clock", "oclock", "ish", "sharp", "-", "–", "to", "and")
        and last - first < 7
    ):
        if note.words[last] == "." and note.words[last + 1] != "m" and note.words[last - 1] != "m":
            break
        if note.words[last] in ("-", "–", "to", "and"):
            if note.words[last + 1][:1] not in DIGITS or UNITS.get(note.words[last + 2]):
                break
            last += 1
        last += 1
    return Time(first, last, "clock", note.called, same_day=True)


def read_day_part(note: Note, at: int, floor: int) -> Time | None:
    """This afternoon, at noon, at lunchtime; a bare "morning" says nothing."""
    before, word = note.words[at - 1], note.words[at]
    if before in ("this", "later"):
        return Time(at - 1, at + 1, "day", note.called, same_day=True)
    if before == "the" and note.words[at + 1] == "after" and note.previous is not None and breaks(note.words[at + 2]):
        return Time(at - 1, at + 2, "day", note.previous + dt.timedelta(days=1), exact=True)  # the morning after
    if before == "by" and word == "evening":
        return Time(at, at + 1, "clock", note.called, same_day=True)
    if (
        before == "the"
        and note.words[at - 2] == "of"
        and note.words[at - 3] in ("end", "middle", "start")
        and word != "noon"
    ):
        return Time(at - 3, at + 1, "clock", note.called, same_day=True)  # the end of the afternoon
    if word in ("teatime", "suppertime", "dinnertime", "lunch-time"):
        return Time(at, at + 1, "clock", note.called, same_day=True) if before in _AT else None
    if before in ("last",):
        return Time(at - 1, at + 1, "past")
    if word in ("noon", "midday", "lunch", "lunchtime") and before in _AT:
        return Time(at, at + 1, "clock", note.called, same_day=True)
    if before == "the" and note.words[at - 2] == "in" and word in ("morning", "mornin"):
        return Time(at - 2, at + 1, "clock", note.called + dt.timedelta(days=1), vague=True, sure=False)
    return None


def read_half(note: Note, at: int, floor: int) -> Time | None:
    """Half five, half past five."""
    here = at + 1
    if note.words[here] == "past":
        here += 1
    hour = note.words[here]
    if (NUMBERS.get(hour, 0) >= 1 and hour not in ("a", "an", "one", "couple", "few", "several")) or (
        hour.isdecimal() and 1 <= int(hour) <= 12
    ):
        if UNITS.get(note.words[here + 1]):
            return None
        return clock(note, at, here + 1)
    return None


_AT = frozenset("at @ around about by after before till until til b4 past post".split())
_NO_HOURS = frozenset(["or", "to"])


_BEFORE_ABOUT = (
    frozenset("at back call ring try him her me us come in out free there again today tomorrow".split())
    | WEEKDAYS.keys()
)


def read_hour(note: Note, at: int, floor: int) -> Time | None:
    """At four, about three; any other "four" is a number of something."""
    before, after = note.words[at - 1], note.words[at + 1]
    if before in ("about", "around") and note.words[at - 2] not in _BEFORE_ABOUT:
        return None
    if note.words[at] == "one" and before not in ("at", "@"):
        return None
    if after in _NO_HOURS and (note.words[at + 2] in NUMBERS or note.words[at + 2][:1] in DIGITS):
        return None
    if before not in _AT or after in UNITS or not (breaks(after) or after in FOLLOW):
        return None
    return clock(note, at, at + 1)
