"""Feasts and holidays by name, and the day that each falls on: those whose day needs no moon to be seen."""

from __future__ import annotations

import datetime as dt

from sheetsync.rules import calendar
from sheetsync.rules.time_words import DIGITS, FOLLOW, LAST, Note, Time, breaks

#: Feasts of one word, on the same day of every year. One whose day differs between the countries of the reps (Mother's Day,
#: Republic Day), or is announced anew each year (Eid, Diwali), is not here: it is no date that we can name.
_FIXED = {
    "christmas": (12, 25), "xmas": (12, 25), "chrissie": (12, 25), "crimbo": (12, 25), "halloween": (10, 31), "hallowe'en": (10, 31),
    "hallowe’en": (10, 31), "valentine's": (2, 14), "valentines": (2, 14), "valentine’s": (2, 14), "juneteenth": (6, 19),
    "hogmanay": (12, 31), "ferragosto": (8, 15), "candlemas": (2, 2), "michaelmas": (9, 29), "martinmas": (11, 11),
}  # fmt: skip

#: Feasts that are one only with the words after them: "labor day", "bonfire night"; with their day, or "" where it moves.
_PHRASES: dict[tuple[str, ...], tuple[int, int] | str] = {
    ("boxing", "day"): (12, 26), ("stephen's", "day"): (12, 26), ("stephens", "day"): (12, 26), ("patrick's", "day"): (3, 17),
    ("patricks", "day"): (3, 17), ("patrick", "day"): (3, 17), ("paddy's", "day"): (3, 17), ("paddys", "day"): (3, 17),
    ("paddy", "day"): (3, 17), ("george's", "day"): (4, 23), ("andrew's", "day"): (11, 30), ("david's", "day"): (3, 1),
    ("veterans", "day"): (11, 11), ("veteran's", "day"): (11, 11), ("veterans'", "day"): (11, 11), ("vets", "day"): (11, 11),
    ("armistice", "day"): (11, 11), ("remembrance", "day"): (11, 11), ("groundhog", "day"): (2, 2), ("tax", "day"): (4, 15),
    ("australia", "day"): (1, 26), ("anzac", "day"): (4, 25), ("waitangi", "day"): (2, 6), ("canada", "day"): (7, 1),
    ("bastille", "day"): (7, 14), ("may", "day"): (5, 1), ("fawkes",): (11, 5), ("bonfire", "night"): (11, 5),
    ("burns", "night"): (1, 25), ("cinco", "de", "mayo"): (5, 5), ("labor", "day"): "labor",
    ("labour", "day"): "labor", ("memorial", "day"): "memorial", ("presidents", "day"): "presidents", ("president's", "day"): "presidents",
    ("mlk",): "mlk", ("mlk", "day"): "mlk", ("luther", "king"): "mlk", ("columbus", "day"): "columbus",
    ("indigenous", "peoples"): "columbus", ("melbourne", "cup"): "melbourne", ("victoria", "day"): "victoria",
    ("ash", "wednesday"): "ash", ("palm", "sunday"): "palm", ("shrove", "tuesday"): "shrove", ("pancake", "day"): "shrove",
    ("mardi", "gras"): "shrove", ("whit", "monday"): "whit", ("whitsun",): "pentecost", ("pentecost",): "pentecost",
    ("good", "friday"): "good", ("easter", "monday"): "easter monday", ("easter",): "easter", ("thanksgiving",): "thanksgiving",
    ("thanksgivin",): "thanksgiving", ("tgiving",): "thanksgiving", ("turkey", "day"): "thanksgiving",
    ("black", "friday"): "black friday", ("cyber", "monday"): "cyber monday",
}  # fmt: skip

_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _name in sorted((*_PHRASES, *((word,) for word in _FIXED)), key=len, reverse=True):
    _BY_FIRST.setdefault(_name[0], []).append(_name)

_OF_DAYS = frozenset(form for name in _PHRASES if name[-1] == "day" for form in (name[0], name[0].replace("'", "’")))
#: The words that tell of a feast. One that ends in "day" is found by that word: "all", "good" or "tax" stand in many notes.
FIRST = frozenset(first for first, names in _BY_FIRST.items() if any(name[-1] != "day" for name in names)) - {
    "black", "cyber", "good",
}  # fmt: skip

#: Days before or after Easter Sunday.
_FROM_EASTER = {
    "easter": 0, "easter monday": 1, "good": -2, "palm": -7, "ash": -46, "shrove": -47, "pentecost": 49, "whit": 50,
}  # fmt: skip
#: The first, second, ... or last (-1) such weekday of a month, as month, weekday and number: the law of the United States, and of Victoria for its Cup.
_NTH = {
    "labor": (9, 0, 1), "memorial": (5, 0, -1), "presidents": (2, 0, 3), "mlk": (1, 0, 3), "columbus": (10, 0, 2),
    "melbourne": (11, 1, 1), "thanksgiving": (11, 3, 4),
}  # fmt: skip


def _date(name: str, year: int) -> dt.date:
    """The day of a feast that moves."""
    if name in _FROM_EASTER:
        return calendar.easter(year) + dt.timedelta(days=_FROM_EASTER[name])
    if name in _NTH:
        return calendar.weekday_of_month(year, *_NTH[name])
    if name == "victoria":  # the last Monday before 25 May
        return calendar.monday(dt.date(year, 5, 24))
    return calendar.weekday_of_month(year, 11, 3, 4) + dt.timedelta(days=1 if name == "black friday" else 4)


def read_feast(note: Note, at: int, floor: int) -> Time | None:
    """Easter, Thanksgiving, Bonfire Night; not "the Easter display", "the orders of Christmas"."""
    words = note.words
    name = next((name for name in _BY_FIRST[words[at]] if tuple(words[at : at + len(name)]) == name), None)
    if name is None:
        return None
    first, last = at, at + len(name)
    if words[first - 1] in ("guy", "martin"):
        first -= 1
    return _placed(note, first, last + (words[last] in _TAILS), name)


def read_day(note: Note, at: int) -> Time | None:
    """Labor Day, St Patrick's Day, Presidents' Day, at the word "day"."""
    words = note.words
    first = at - 2 if words[at - 1] in ("'", "’") else at - 1
    if words[first] not in _OF_DAYS:
        return None
    name = (words[first].replace("’", "'"), "day")
    if words[first - 1] in ("st", "saint"):
        return _placed(note, first - 1, at + 1, name)
    if words[first - 1] == "." and words[first - 2] == "st":
        return _placed(note, first - 2, at + 1, name)
    return _placed(note, first, at + 1 + (words[at + 1] == "weekend"), name)


def _placed(note: Note, first: int, last: int, name: tuple[str, ...]) -> Time | None:
    """A feast where the words beside it make it a time."""
    words = note.words
    before, after = words[first - 1], words[last]
    if before in LAST and words[first - 2] not in ("get", "gets", "getting", "we're", "we’re"):  # get past Thanksgiving
        return Time(first - 1, last, "past")
    if before == "of" and words[first - 2] not in ("week", "eve", "day", "end"):  # the orders of Christmas
        return None
    if before not in _NEAR and not breaks(before):
        return None
    if not breaks(after) and after not in _AFTER and after[0] not in DIGITS:  # the Easter display
        return None
    return feast_time(note, first, last, name)


def feast_time(note: Note, first: int, last: int, name: tuple[str, ...]) -> Time:
    """The next such feast after the call."""
    known = _FIXED[name[0]] if len(name) == 1 and name[0] in _FIXED else _PHRASES[name]
    for year in range(note.called.year, note.called.year + 3):
        date = _date(known, year) if isinstance(known, str) else dt.date(year, *known)
        if date > note.called:
            break
    return Time(first, last, "day", date, feast=True)


_AFTER = FOLLOW | frozenset("then when shell hell".split())
_TAILS = frozenset("day break hols holidays holiday eve weekend".split())
_NEAR = frozenset(
    "post after before b4 by until till til over past around round abt about the since for of to from following at next this on "
    "week day do come call try ring back me him her us meet say said".split()
)
