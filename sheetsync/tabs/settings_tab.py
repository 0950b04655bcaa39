"""The Settings tab: lines of label and value, a table of reps' goals, a table of extra outcome words."""

from __future__ import annotations

from collections.abc import Iterator

from sheetsync import settings
from sheetsync.grid import Tab, Value, address, is_blank
from sheetsync.settings import Settings, folded

_REP_HEADS = (folded("Rep"), folded("Weekly goal"))
_WORD_HEADS = (folded("Word in the Outcome column"), folded("Outcome word"), folded("Word"), folded("Words"))
_MEANS_HEADS = (folded("Means"), folded("Outcome"), folded("Meaning"))


def read(tab: Tab | None, base: Settings | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings of the tab, defaults without one, and every problem in a sentence."""
    if tab is None:
        return base or Settings(), ()
    reps, words = _table(tab, _REP_HEADS[:1], _REP_HEADS[1:]), _table(tab, _WORD_HEADS, _MEANS_HEADS)
    heads = {at for at in (reps, words) if at}
    return settings.read(
        list(_pairs(tab, {row for row, _ in heads})), list(_reps(tab, reps)), list(_words(tab, words)), base
    )


def _pairs(tab: Tab, skip: set[int]) -> Iterator[tuple[str, Value, str]]:
    for row in range(tab.height):
        if row in skip:
            continue
        for col in range(tab.width - 1):
            label = tab.columns[col][row]
            if isinstance(label, str) and label.strip():
                yield label, tab.columns[col + 1][row], address(tab.name, row, col + 1)
                break


def _table(tab: Tab, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the two heads of a table stand side by side."""
    for row in range(tab.height):
        for col in range(tab.width - 1):
            one, two = tab.columns[col][row], tab.columns[col + 1][row]
            if isinstance(one, str) and isinstance(two, str) and folded(one) in first and folded(two) in second:
                return row, col
    return None


def _reps(tab: Tab, at: tuple[int, int] | None) -> Iterator[tuple[Value, Value, Value, str]]:
    if at is None:
        return
    row, col = at
    for line in range(row + 1, tab.height):
        if is_blank(tab.at(line, col)):
            if is_blank(tab.at(line, col + 1)) and is_blank(tab.at(line, col + 2)):
                break
            continue
        yield tab.at(line, col), tab.at(line, col + 1), tab.at(line, col + 2), address(tab.name, line, col)


def _words(tab: Tab, at: tuple[int, int] | None) -> Iterator[tuple[Value, Value, str]]:
    if at is None:
        return
    row, col = at
    for line in range(row + 1, tab.height):
        if is_blank(tab.at(line, col)) and is_blank(tab.at(line, col + 1)):
            break
        yield tab.at(line, col), tab.at(line, col + 1), address(tab.name, line, col)
