"""Reads what calamine does not tell of a sheet: formulas, errors, merges, tables, filters, protection."""

from __future__ import annotations

import itertools
import re
import xml.parsers.expat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sheetsync.errors import CannotUse
from sheetsync.grid import CellError, Formula, Link, Range, Table, Value, column_name
from sheetsync.stores.ooxml import book, markup, zipped
from sheetsync.stores.ooxml.zipped import Parts

_BLOCK = 1 << 20
_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])[^>]*?(/?)>")
_ATTRIBUTE = r"""(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*"""
_LINK = re.compile(
    r"""HYPERLINK\("#(?:'((?:[^']|'')+)'|([^'!"]+))!\$?([A-Z]{1,3})\$?(\d+)","((?:[^"]|"")*)"\)""", re.DOTALL
)


@dataclass(slots=True)
class Facts:
    """What the XML of one worksheet says, besides plain values."""

    part: str
    prefix: bytes = b""
    careful: bool = False  # comments, CDATA or another encoding: only an XML parser can find its cells
    encoding: str = "utf-8"
    formulas: dict[tuple[int, int], Formula] = field(default_factory=dict)
    shared: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # cells of shared formulas, the master first
    found: dict[tuple[int, int], Value] = field(default_factory=dict)  # links and errors
    spills: list[Range] = field(default_factory=list)
    merges: tuple[Range, ...] = ()
    tables: tuple[Table, ...] = ()
    table_parts: dict[str, str] = field(default_factory=dict)  # part by table name
    filter: Range | None = None
    protected: bool = False
    frame: bytes = b""  # the part without what stands between the tags of sheetData
    head: int = 0  # where in the frame the head ends, right behind the opening tag of sheetData
    widest: int = 0  # the last column that any cell names
    lowest: int = 0  # the last row that any row names
    dangling: int = -1  # the highest cell format in use that styles.xml does not have


@dataclass(frozen=True, slots=True)
class Patterns:
    """The regular expressions for the cells of a sheet whose elements have that prefix."""

    row: re.Pattern[bytes]
    row_end: bytes
    cell: re.Pattern[bytes]
    cell_start: bytes
    formula: re.Pattern[bytes]
    formula_start: bytes
    error: re.Pattern[bytes]
    end: re.Pattern[bytes]


_patterns: dict[bytes, Patterns] = {}


def patterns(prefix: bytes) -> Patterns:
    """The patterns for a prefix (with its colon, or empty)."""
    if prefix not in _patterns:
        p = re.escape(prefix)
        _patterns[prefix] = Patterns(
            re.compile(rb"<" + p + rb"row(?=[\s/>])([^>]*?)(/?)>"),
            b"</" + prefix + b"row>",
            re.compile(rb"<" + p + rb"c(?=[\s/>])([^>]*?)(?:/>|>(.*?)</" + p + rb"c\s*>)", re.DOTALL),
            b"<" + prefix + b"c",
            re.compile(
                rb"<"
                + p
                + rb"c(?=[\s>])([^>]*)>\s*<"
                + p
                + rb"f(?=[\s/>])([^>]*?)(?:/>|>([^<]*)</"
                + p
                + rb"f\s*>)(.*?)</"
                + p
                + rb"c\s*>",
                re.DOTALL,
            ),
            b"<" + prefix + b"f",
            re.compile(rb"<" + p + rb"c(?=[\s>])([^>]*?\st=[\"']e[\"'][^>]*)>.*?<" + p + rb"v\s*>([^<]*)</", re.DOTALL),
            re.compile(rb"</" + p + rb"sheetData\s*>"),
        )
    return _patterns[prefix]


def blocks(chunks: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """A worksheet in UTF-8 as ("head", up to and with the opening tag of sheetData), ("rows", whole rows) …, ("tail", rest).

    A sheet without sheetData, or with a self-closing one, is all head; its tail is empty.
    """
    pending = b""
    prefix = b""
    state = "head"
    tail: list[bytes] = []
    for chunk in chunks:
        if state == "tail":
            tail.append(chunk)
            continue
        pending += chunk
        if state == "head":
            found = _DATA.search(pending)
            if found is None:
                continue
            if found[2]:
                tail, state = [pending], "tail"
                continue
            prefix, state = found[1], "rows"
            yield "head", pending[: found.end()]
            pending = pending[found.end() :]
        if len(pending) < _BLOCK and b"</" + prefix + b"sheetData" not in pending:
            continue
        ended = patterns(prefix).end.search(pending)
        if ended is not None:
            yield "rows", pending[: ended.start()]
            tail, state, pending = [pending[ended.start() :]], "tail", b""
            continue
        cut = pending.rfind(b"<" + prefix + b"row")
        if cut > 0:
            yield "rows", pending[:cut]
            pending = pending[cut:]
    if state == "rows":
        raise CannotUse("it is damaged (a sheet breaks off)")
    if state == "head":
        yield "head", pending
        yield "tail", b""
        return
    rest = b"".join(tail)
    yield ("tail", rest) if prefix or rest[:2] == b"</" else ("head", rest)
    if not prefix and rest[:2] != b"</":
        yield "tail", b""


def column_number(letters: str) -> int:
    """The column of its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def from_column(col: int) -> re.Pattern[bytes]:
    """The pattern of a reference, as programs write it, to a cell of that column or one right of it."""
    letters = column_name(col)
    size = len(letters)
    ways = [rf"[A-Z]{{{longer}}}" for longer in range(size + 1, 4)]
    for at, letter in enumerate(letters):
        first = letter if at == size - 1 else chr(ord(letter) + 1)
        if first <= "Z":
            ways.append(f"{letters[:at]}[{first}-Z]{'[A-Z]' * (size - at - 1)}")
    return re.compile(rf' r="(?:{"|".join(ways)})[0-9]'.encode())


_CELL_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def cell(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as B12, counted from 0."""
    found = _CELL_REF.fullmatch(reference.strip())
    return (int(found[2]) - 1, column_number(found[1].upper())) if found else None


def rectangle(reference: str) -> Range | None:
    """The range of a reference such as A1:C9; whole columns and rows reach to the edge of the sheet."""
    one, _, two = reference.strip().partition(":")
    first, last = cell(one), cell(two or one)
    if first and last:
        return Range(min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1]))
    one, two = one.replace("$", ""), (two or one).replace("$", "")
    if one.isalpha() and two.isalpha() and one.isascii() and two.isascii():
        return Range(0, column_number(one.upper()), 1_048_575, column_number(two.upper()))
    if one.isdigit() and two.isdigit():
        return Range(int(one) - 1, 0, int(two) - 1, 16_383)
    return None


_REF = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
#: Far columns, and references in small letters; a literal start makes for a fast search, in the usual form of Excel and others.
_FAR = re.compile(rb' r="([A-Z]{2,3}|[a-z])')


def facts(package: Parts, part: str, formats: int) -> Facts:
    """What the XML of a worksheet says.

    Args:
        formats: how many cell formats the workbook has.

    Raises:
        CannotUse: damaged, or out of bounds.
    """
    found = Facts(part)
    started = None
    beyond = _style_from(formats)
    frame: list[bytes] = []
    for kind, block in _utf8_blocks(package, part, found):
        if kind == "rows":
            started = started or patterns(found.prefix)
            if found.careful or b"<!" in block or b"<?" in block:
                found.careful = True
                continue
            _scan_rows(found, started, block)
            for style in set(beyond.findall(block)):
                found.dangling = max(found.dangling, int(style))
            continue
        if kind == "head":
            found.prefix = next((opening[1] for opening in _DATA.finditer(block)), b"")
            found.head = len(block)
            if b"<!" in block:
                found.careful = True
        frame.append(block)
    found.frame = b"".join(frame)
    if found.careful:
        _scan_carefully(package, found, formats)
    _read_frame(package, found)
    return found


def _utf8_blocks(package: Parts, part: str, found: Facts) -> Iterator[tuple[str, bytes]]:
    pieces = zipped.ahead(package.chunks(part))
    first = next(pieces, b"")
    found.encoding, mark = markup.encoding_of(first)
    if found.encoding.startswith("utf-8"):
        return blocks(itertools.chain([first[mark:]], pieces))
    found.careful = True
    return blocks([markup.to_utf8(first + b"".join(pieces))[0]])


def whole(package: Parts, part: str) -> bytes:
    """A part in UTF-8, in one piece."""
    return markup.to_utf8(package.read(part))[0]


def _style_from(number: int) -> re.Pattern[bytes]:
    """The pattern of a style attribute of at least that number."""
    digits = str(number)
    ways = [rf"\d{{{len(digits) + 1},}}"]
    for at, digit in enumerate(digits):
        if digit != "9":
            ways.append(f"{digits[:at]}[{int(digit) + 1}-9]" + r"\d" * (len(digits) - at - 1))
    return re.compile(rf""" s="({"|".join([*ways, digits])})\"""".encode())


def _scan_rows(found: Facts, by: Patterns, block: bytes) -> None:
    if block.count(by.cell_start) != block.count(by.cell_start + b" ") or b"='" in block:  # not as programs write it
        found.careful = True
        return
    if by.formula_start in block:
        for match in by.formula.finditer(block):
            _add_formula(found, match)
    if b't="e"' in block or b"t='e'" in block:
        for match in by.error.finditer(block):
            at = _REF.search(match[1])
            if at is not None:
                place = int(at[2]) - 1, column_number(at[1].decode().upper())
                found.found.setdefault(place, CellError(match[2].decode("utf-8", "replace").strip()))
    for letters in set(_FAR.findall(block)):
        if letters.islower():  # few programs read them, none looks for them
            found.careful = True
            return
        found.widest = max(found.widest, column_number(letters.decode()))
    last = block.rfind(b"<row ") if not found.prefix else block.rfind(b"<" + found.prefix + b"row ")
    if last >= 0:
        number = re.compile(rb"""[^>]*?\sr=["']([0-9]{1,7})["']""").match(block, last)
        if number is not None:
            found.lowest = max(found.lowest, int(number[1]) - 1)


def _add_formula(found: Facts, match: re.Match[bytes]) -> None:
    at = _REF.search(match[1])
    if at is None:
        found.careful = True
        return
    place = int(at[2]) - 1, column_number(at[1].decode().upper())
    rest = match[4]
    text = markup.unescaped((match[3] or b"").decode("utf-8", "replace"))
    stored = b"v>" in rest and not re.search(rb"<(?:[\w.-]+:)?v\s*/>|<(?:[\w.-]+:)?v\s*></", rest)
    if not stored and b't="str"' in match[1] and b"v>" in rest:
        stored = True  # an empty text is a value
    _note_formula(found, place, text, match[2].decode("utf-8", "replace"), stored)


_KIND = re.compile(r"""\bt\s*=\s*["'](\w+)["']""")
_RANGE = re.compile(r"""\bref\s*=\s*["']([^"']+)["']""")
_SHARED = re.compile(r"""\bsi\s*=\s*["'](\d+)["']""")


def _note_formula(found: Facts, place: tuple[int, int], text: str, attributes: str, stored: bool) -> None:
    kind = _KIND.search(attributes)
    name = kind[1] if kind else ""
    reach = _RANGE.search(attributes)
    if name in ("array", "dataTable"):
        area = rectangle(reach[1]) if reach else None
        found.spills.append(area or Range(*place, *place))
        found.formulas[place] = Formula(text, spills=True, stored=stored)
        return
    if name == "shared":
        group = _SHARED.search(attributes)
        if group:
            held = found.shared.setdefault(group[1], [])
            held.insert(0 if reach else len(held), place)
    link = _LINK.fullmatch(text) if text.startswith("HYPERLINK") else None  # its text says what it shows, stored or not
    if link is not None:
        tab = (link[1] or link[2]).replace("''", "'").replace('""', '"')
        found.found[place] = Link(tab, int(link[4]) - 1, column_number(link[3]), link[5].replace('""', '"'))
        return
    found.formulas[place] = Formula(text, stored=stored)


@dataclass(slots=True)
class Cell:
    """A cell of a row: its column, where it stands, its raw attributes, and its formula (attributes, text) and value."""

    col: int
    start: int
    end: int
    attributes: bytes
    formula: tuple[dict[str, str], str] | None = None
    value: str | None = None


@dataclass(slots=True)
class Row:
    """A row: its number from 0, where its tags stand, its raw attributes, and its cells."""

    number: int
    start: int
    open_end: int
    close: int
    end: int
    attributes: bytes
    cells: list[Cell]


class _Walker:
    """Hands the rows of a worksheet over one by one, found by an XML parser."""

    def __init__(self, data: bytes, on_row: Callable[[Row], None]) -> None:
        self.data, self.on_row = data, on_row
        self.depth, self.number, self.col = 0, -1, -1
        self.inside = False
        self.opened = self.closed = len(data)  # where sheetData opens and closes
        self.prefix = b""
        self.row: Row | None = None
        self.cell: Cell | None = None
        self.attributes: dict[str, str] = {}
        self.text: list[str] | None = None
        parser = self.parser = xml.parsers.expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.characters
        parser.buffer_text = True
        markup.parse(parser, data)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > markup.DEEPEST:
            raise markup.NotXml(f"elements nest deeper than {markup.DEEPEST}")
        local = name.rpartition(" ")[2]
        if self.depth == 2 and local == "sheetData":
            at = self.parser.CurrentByteIndex
            self.opened = self.closed = markup.tag_end(self.data, at)
            self.inside = True
            self.prefix = self.data[at + 1 : at + 200].partition(b"sheetData")[0]
        elif self.inside and self.depth == 3 and local == "row":
            at = self.parser.CurrentByteIndex
            end = markup.tag_end(self.data, at)
            given = attributes.get("r", "")
            self.number = int(given) - 1 if given.isdigit() else self.number + 1
            self.col = -1
            self.row = Row(self.number, at, end, end, end, _attributes(self.data[at:end]), [])
        elif self.row is not None and self.depth == 4 and local == "c":
            at = self.parser.CurrentByteIndex
            end = markup.tag_end(self.data, at)
            place = cell(attributes.get("r", ""))
            self.col = place[1] if place else self.col + 1
            self.cell = Cell(self.col, at, end, _attributes(self.data[at:end]))
        elif self.cell is not None and self.depth == 5 and local in ("f", "v"):
            self.attributes, self.text = attributes, []

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self.text is not None and self.cell is not None and self.depth == 5:
            text, self.text = "".join(self.text), None
            if local == "f":
                self.cell.formula = self.attributes, text
            else:
                self.cell.value = text
        elif self.cell is not None and self.row is not None and self.depth == 4:
            self.cell.end = self._after(self.cell.end)[1]
            self.row.cells.append(self.cell)
            self.cell = None
        elif self.row is not None and self.depth == 3:
            self.row.close, self.row.end = self._after(self.row.open_end)
            self.on_row(self.row)
            self.row = None
        elif self.inside and self.depth == 2:
            self.closed = self._after(self.opened)[0]
            self.inside = False
        self.depth -= 1

    def _after(self, open_end: int) -> tuple[int, int]:
        """Where the closing tag starts and ends; both where the element closes itself."""
        if self.data[open_end - 2 : open_end] == b"/>":
            return open_end, open_end
        at = self.parser.CurrentByteIndex
        return at, self.data.index(b">", at) + 1


def careful_rows(data: bytes, on_row: Callable[[Row], None]) -> tuple[int, int, bytes]:
    """Hands over all rows of a worksheet in UTF-8, and returns where sheetData opens and closes, and its prefix.

    (The end of its opening tag, and the start of its closing tag; the end of the part where there is no sheetData.)
    """
    walker = _Walker(data, on_row)
    return walker.opened, walker.closed, walker.prefix


def _attributes(tag: bytes) -> bytes:
    name = re.match(rb"<[^\s/>]+", tag)
    assert name is not None
    return tag[name.end() : -2 if tag.endswith(b"/>") else -1]


def _scan_carefully(package: Parts, found: Facts, formats: int) -> None:
    """The same facts where regular expressions could be misled: by an XML parser, cell by cell."""
    data = whole(package, found.part)
    found.formulas.clear()
    found.found.clear()
    found.shared.clear()
    found.spills.clear()

    def on_row(row: Row) -> None:
        found.lowest = max(found.lowest, row.number)
        for one in row.cells:
            found.widest = max(found.widest, one.col)
            place = row.number, one.col
            style = _NUMBER_OF_STYLE.search(one.attributes)
            if style is not None and int(style[1]) >= formats:
                found.dangling = max(found.dangling, int(style[1]))
            kind = _KIND.search(one.attributes.decode("utf-8", "replace"))
            if one.formula is not None:
                attributes, text = one.formula
                stored = one.value is not None and (one.value != "" or (kind is not None and kind[1] == "str"))
                tag = "".join(f' {name}="{value}"' for name, value in attributes.items())
                _note_formula(found, place, text, tag, stored)
            if kind is not None and kind[1] == "e" and one.value is not None:
                found.found.setdefault(place, CellError(one.value.strip()))

    opened, closed, found.prefix = careful_rows(data, on_row)
    self_closing = data[opened - 2 : opened] == b"/>"
    found.frame = data if self_closing else data[:opened] + data[closed:]
    found.head = len(data) if self_closing else opened


_NUMBER_OF_STYLE = re.compile(rb"""\ss\s*=\s*["']([0-9]{1,9})["']""")


_SECTION = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\?.*?\?>", re.DOTALL)


def text_of(data: bytes, element: markup.Element) -> str:
    """The text of an element without children."""
    raw = data[element.open_end : element.close]
    if b"<" not in raw:
        return markup.unescaped(raw.decode("utf-8", "replace"))
    pieces: list[str] = []
    at = 0
    for section in _SECTION.finditer(raw):
        pieces.append(markup.unescaped(raw[at : section.start()].decode("utf-8", "replace")))
        if section[1] is not None:
            pieces.append(section[1].decode("utf-8", "replace"))
        at = section.end()
    pieces.append(markup.unescaped(raw[at:].decode("utf-8", "replace")))
    return "".join(pieces)


def _read_frame(package: Parts, found: Facts) -> None:
    root = markup.outline(found.frame)
    if root.name != "worksheet":
        raise CannotUse(f"it is damaged (the part {found.part} is no worksheet)")
    merged = root.find("mergeCells")
    found.merges = tuple(
        area for one in (merged.all("mergeCell") if merged else []) if (area := rectangle(one.get("ref"))) is not None
    )
    filtered = root.find("autoFilter")
    found.filter = rectangle(filtered.get("ref")) if filtered is not None else None
    protection = root.find("sheetProtection")
    found.protected = protection is not None and protection.get("sheet") in ("1", "true")
    parts = root.find("tableParts")
    if parts is None:
        return
    related = {relation.id: relation for relation in book.relations(package, found.part)}
    tables = []
    for one in parts.all("tablePart"):
        relation = related.get(one.get("id"))
        if relation is None or not package.has(relation.part):
            continue
        table = markup.outline(whole(package, relation.part))
        area = rectangle(table.get("ref"))
        if area is None:
            continue
        name = table.get("displayName") or table.get("name")
        totals = table.get("totalsRowCount", "0")
        tables.append(Table(name, area, int(totals) if totals.isdigit() else 0))
        found.table_parts[name] = relation.part
    found.tables = tuple(tables)
