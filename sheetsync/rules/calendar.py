"""Dates that follow from dates: months, business days, weeks, quarters and the feasts that people plan around."""

from __future__ import annotations

import calendar
import datetime as dt

_DAY = dt.timedelta(days=1)


def day(year: int, month: int, number: int) -> dt.date:
    """That day of that month, or the month's last day where the month is shorter."""
    return dt.date(year, month, number if number <= 28 else min(number, calendar.monthrange(year, month)[1]))


def add_months(start: dt.date, months: int) -> dt.date:
    """The same day so many months on (or back), or that month's last day where it is shorter (RULES 4)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return day(year, month + 1, start.day)


def is_business_day(date: dt.date) -> bool:
    """Monday to Friday, 1 January apart; other public holidays are not known (RULES 4)."""
    return date.weekday() < 5 and not (date.month == 1 and date.day == 1)


def business_day_from(date: dt.date) -> dt.date:
    """The date itself where it is a business day, otherwise the next one."""
    while not is_business_day(date):
        date += _DAY
    return date


def business_day_until(date: dt.date) -> dt.date:
    """The date itself where it is a business day, otherwise the one before."""
    while not is_business_day(date):
        date -= _DAY
    return date


def add_business_days(start: dt.date, days: int) -> dt.date:
    """So many business days after the date; with 0, the date itself."""
    date = start
    for _ in range(days):
        date = business_day_from(date + _DAY)
    return date


def skip_weekend(date: dt.date) -> dt.date:
    """The Monday after where the date is a Saturday or a Sunday, otherwise the date (RULES 4)."""
    return date + dt.timedelta(days=max(0, 7 - date.weekday())) if date.weekday() >= 5 else date


def first_business_day(year: int, month: int) -> dt.date:
    """The first business day of a month."""
    return business_day_from(dt.date(year, month, 1))


def last_business_day(year: int, month: int) -> dt.date:
    """The last business day of a month."""
    return business_day_until(day(year, month, 31))


def monday(date: dt.date) -> dt.date:
    """The Monday of the date's week."""
    return date - dt.timedelta(days=date.weekday())


def weekday_after(start: dt.date, weekday: int) -> dt.date:
    """The first such weekday after the date (0 is Monday)."""
    return start + dt.timedelta(days=(weekday - start.weekday() - 1) % 7 + 1)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The first, second, ... such weekday of a month; -1 is the last one."""
    if number < 0:
        last = day(year, month, 31)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def week_of_month(year: int, month: int, number: int) -> dt.date:
    """The first business day of a month, or its second, third, ... Monday; -1 is the last week's Monday.

    A month's first days are its first week even where they are a Thursday and a Friday, and people still call the week
    with the 8th to the 14th the second one.
    """
    if number < 0:
        return monday(last_business_day(year, month))
    if number == 1:
        return first_business_day(year, month)
    return weekday_of_month(year, month, 0, number)


def quarter(date: dt.date) -> int:
    """The date's quarter, 1 to 4."""
    return (date.month + 2) // 3


def easter(year: int) -> dt.date:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous computus of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, number = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, number + 1)
