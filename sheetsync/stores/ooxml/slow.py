"""The values of a sheet where calamine cannot read them: an XML parser, cell by cell. Slower, and it takes what Excel takes."""

from __future__ import annotations

import datetime as dt
import re
import xml.parsers.expat
from collections.abc import Callable, Sequence

from sheetsync.errors import CannotUse
from sheetsync.grid import Value
from sheetsync.stores.ooxml import markup, scan
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.styles import Styles
from sheetsync.stores.ooxml.zipped import Parts

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

#: Cells that a sheet may hold here: blank columns cost nothing, filled ones their height.
MOST_CELLS = 60_000_000


def read(parts: Parts, held: Book, part: str, tab: str) -> list[Sequence[Value]]:
    """The columns of a sheet; errors and links are left to ``scan``.

    Raises:
        CannotUse: damaged, or too large.
    """
    texts = _shared_strings(parts, held)
    styles_part = held.part_of_kind("styles")
    looks = Styles(parts.read(styles_part)) if styles_part and parts.has(styles_part) else None
    cells = _Cells(texts, looks, date1904=held.date1904)
    _parse(scan.whole(parts, part), cells.start, cells.end, cells.text)
    filled = cells.found
    if not filled:
        return []
    height = max(row for column in filled.values() for row in column) + 1
    if height * len(filled) > MOST_CELLS:
        raise CannotUse(f"the tab {tab} has cells too far apart to read. Delete the stray ones, then run again")
    blank: Sequence[Value] = [None] * height
    columns: list[Sequence[Value]] = []
    for col in range(max(filled) + 1):
        if col not in filled:
            columns.append(blank)
            continue
        column: list[Value] = [None] * height
        for row, value in filled[col].items():
            column[row] = value
        columns.append(column)
    return columns


def _parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    parser = xml.parsers.expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(" ")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = text
    markup.parse(parser, data)


class _Texts:
    """The text of <si> and <is>: runs joined, phonetic hints left out."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.inside = self.kept = False
        self.phonetic = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("rPh", "phoneticPr"):
            self.phonetic += 1
        elif name == "t" and not self.phonetic:
            self.inside = True
            self.kept = attributes.get("http://www.w3.org/XML/1998/namespace space") == "preserve"
            self.pieces.append("")

    def end(self, name: str) -> None:
        if name in ("rPh", "phoneticPr"):
            self.phonetic -= 1
        elif name == "t" and self.inside:
            self.inside = False
            if not self.kept:
                self.pieces[-1] = self.pieces[-1].strip(" \t\r\n")

    def text(self, data: str) -> None:
        if self.inside:
            self.pieces[-1] += data

    def take(self) -> str:
        """The text so far, and start anew."""
        whole = unescaped("".join(self.pieces))
        self.pieces = []
        return whole


def unescaped(text: str) -> str:
    """A cell's text without Excel's own _x000D_ notation."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _shared_strings(parts: Parts, held: Book) -> list[str]:
    part = held.part_of_kind("sharedStrings")
    if part is None or not parts.has(part):
        return []
    texts, found = _Texts(), list[str]()

    def end(name: str) -> None:
        texts.end(name)
        if name == "si":
            found.append(texts.take())

    _parse(scan.whole(parts, part), texts.start, end, texts.text)
    return found


class _Cells:
    """The cells of a sheet as they are parsed: rows by column."""

    def __init__(self, texts: list[str], looks: Styles | None, *, date1904: bool) -> None:
        self.shared, self.looks, self.date1904 = texts, looks, date1904
        self.found: dict[int, dict[int, Value]] = {}
        self.row, self.col = -1, -1
        self.kind, self.style, self.value = "", 0, ""
        self.inside = False
        self.inline = _Texts()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            given = attributes.get("r", "").strip()
            self.row = int(given) - 1 if given.isdigit() else self.row + 1
            self.col = -1
        elif name == "c":
            at = scan.cell(attributes.get("r", ""))
            self.col = at[1] if at else self.col + 1
            style = attributes.get("s", "0").strip()
            self.kind, self.style, self.value = attributes.get("t", "n"), int(style) if style.isdigit() else 0, ""
            self.inline = _Texts()
        elif name == "v":
            self.inside = True
        else:
            self.inline.start(name, attributes)

    def end(self, name: str) -> None:
        if name == "v":
            self.inside = False
        elif name == "c":
            value = self._value()
            if value is not None and value != "":
                if not (0 <= self.row < 1_048_576 and self.col < 16_384):
                    raise CannotUse("it is damaged (a cell outside its sheet)")
                self.found.setdefault(self.col, {})[self.row] = value
        else:
            self.inline.end(name)

    def text(self, data: str) -> None:
        if self.inside:
            self.value += data
        else:
            self.inline.text(data)

    def _value(self) -> Value:
        plain = self.value.strip()
        match self.kind:
            case "s":
                return self.shared[int(plain)] if plain.isdigit() and int(plain) < len(self.shared) else None
            case "inlineStr":
                return self.inline.take()
            case "str":
                return unescaped(self.value)
            case "b":
                return plain in ("1", "true") if plain else None
            case "d":
                return _iso(plain)
            case "e":
                return None
        try:
            number = float(plain) if plain else None
        except ValueError:
            return None
        shown = self.looks.kind(self.style) if self.looks is not None else ""
        return _dated(number, shown, date1904=self.date1904) if number is not None and shown else number


def _iso(text: str) -> Value:
    try:
        found = dt.datetime.fromisoformat(text.rstrip("Z"))
    except ValueError:
        return text or None
    return found.date() if found.time() == dt.time() and len(text) <= 10 else found


def _dated(number: float, shown: str, *, date1904: bool) -> Value:
    """A number whose format shows a date or a time."""
    days = int(number // 1)
    moment = dt.timedelta(milliseconds=round((number - days) * 86_400_000))
    if (not date1904 and days == 0) or (shown == "time" and 0 <= number < 1):
        return (dt.datetime.min + moment).time() if moment < dt.timedelta(days=1) else dt.time()
    if not date1904:
        days += days < 60
    try:
        found = dt.datetime(1904, 1, 1) if date1904 else dt.datetime(1899, 12, 30)
        found += dt.timedelta(days=days) + moment
    except OverflowError:
        return number
    if number < 0:
        return number
    return found.date() if found.time() == dt.time() else found
