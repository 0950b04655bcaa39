"""Dates in words, in English whatever the machine's locale."""

from __future__ import annotations

import datetime as dt

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def long(day: dt.date) -> str:
    """With its weekday: "Fri 20 Nov 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short(day: dt.date) -> str:
    """Without its year: "20 Nov"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
