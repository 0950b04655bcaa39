"""A value as the XML of a cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from sheetsync.errors import CannotUse
from sheetsync.grid import CellError, Link, Value, a1
from sheetsync.stores.ooxml import markup

#: The most characters that Excel takes in one cell.
LONGEST_TEXT = 32_767

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)


def text(value: str) -> bytes:
    """A text between the tags of <t>: escaped for XML, and for Excel's own _x000D_ notation."""
    if _looks_escaped(value):
        value = _LOOKS_ESCAPED.sub("_x005F_", value)
    if not value.isprintable():
        value = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _SURROGATE.sub("\ufffd", value))
    if "&" in value or "<" in value or ">" in value:
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return value.encode("utf-8")


def _looks_escaped(value: str) -> bool:
    return "_x" in value and _LOOKS_ESCAPED.search(value) is not None


SEPARATOR = "\x1f"  # a character that no plain text holds


def all_plain(values: Sequence[str]) -> list[bytes] | None:
    """The texts as they stand in XML, where all of them do so just as they are; else None."""
    joined = SEPARATOR.join(values)
    if not joined.replace(SEPARATOR, "").isprintable() or joined.count(SEPARATOR) != len(values) - 1:
        return None
    if "&" in joined or "<" in joined or ">" in joined or "  " in joined or _looks_escaped(joined):
        return None
    if joined[:1].isspace() or joined[-1:].isspace() or SEPARATOR + " " in joined or " " + SEPARATOR in joined:
        return None
    if not joined.isascii() and any(value.strip() != value for value in values):
        return None
    return None if max(map(len, values)) > LONGEST_TEXT // 2 else joined.encode("utf-8").split(b"\x1f")


def is_plain(value: str) -> bool:
    """Whether a text stands in XML just as it is, and is short enough whatever its characters."""
    return (
        len(value) < LONGEST_TEXT // 2
        and value.isprintable()
        and "&" not in value
        and "<" not in value
        and ">" not in value
        and "  " not in value
        and not _looks_escaped(value)
        and value.strip() == value
    )


def _spaced(value: str) -> bytes:
    inner = value.strip(" \t\n\r") != value or "\n" in value or "  " in value or "\t" in value
    return b' xml:space="preserve"' if inner else b""


def serial(value: dt.date | dt.time, *, date1904: bool) -> str:
    """A date, a time of day or both as the number that a cell holds.

    Raises:
        CannotUse: before the first day that the workbook can hold.
    """
    if isinstance(value, dt.time):
        return _number((value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400)
    day = value.date() if isinstance(value, dt.datetime) else value
    count = (day - (_EPOCH_1904 if date1904 else _EPOCH)).days
    if not date1904 and day < dt.date(1900, 3, 1):
        count -= 1  # Excel's 1900 has a 29 February
    if count < (0 if date1904 else 1):
        raise CannotUse(f"The date {day.isoformat()} is before the first day that this workbook can hold.")
    if isinstance(value, dt.datetime):
        time = value.time()
        part = (time.hour * 3600 + time.minute * 60 + time.second + time.microsecond / 1e6) / 86400
        return _number(count + part)
    return str(count)


def _number(value: float) -> str:
    return repr(value) if value % 1 else str(int(value))


def link_formula(value: Link) -> str:
    """The formula of a link to a cell."""
    tab = value.tab.replace("'", "''").replace('"', '""')
    shown = value.text.replace('"', '""')
    return f'HYPERLINK("#\'{tab}\'!{a1(value.row, value.col)}","{shown}")'


def inner(value: Value, prefix: bytes, *, date1904: bool) -> tuple[bytes, bytes]:
    """The type attribute (with its leading space) and the content of a cell that holds ``value``.

    Raises:
        CannotUse: a text, number or date that a cell cannot hold.
    """
    p = prefix
    match value:
        case None | "":
            return b"", b""
        case str():
            if len(value) > LONGEST_TEXT or len(value.encode("utf-16-le", "replace")) > 2 * LONGEST_TEXT:
                raise CannotUse(
                    f"A text of {len(value):,} characters does not fit into a cell ({LONGEST_TEXT:,} at most)."
                )
            return b' t="inlineStr"', b"<%bis><%bt%b>%b</%bt></%bis>" % (p, p, _spaced(value), text(value), p, p)
        case bool():
            return b' t="b"', b"<%bv>%d</%bv>" % (p, value, p)
        case int() | float():
            if value != value or value in (float("inf"), float("-inf")):
                raise CannotUse(f"{value} is not a number that a cell can hold.")
            return b"", b"<%bv>%b</%bv>" % (p, repr(value).encode(), p)
        case dt.date() | dt.time():
            return b"", b"<%bv>%b</%bv>" % (p, serial(value, date1904=date1904).encode(), p)
        case Link():
            shown = b"<%bf>%b</%bf><%bv>%b</%bv>"
            formula = markup.escaped(link_formula(value)).encode("utf-8")
            return b' t="str"', shown % (p, formula, p, p, text(value.text), p)
        case CellError():
            return b' t="e"', b"<%bv>%b</%bv>" % (p, markup.escaped(value.code).encode("utf-8"), p)
