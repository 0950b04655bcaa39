"""Writes cells into the XML of a worksheet: what is not a cell asked for passes through as it is."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sheetsync.errors import CannotUse
from sheetsync.grid import Value, address, column_name
from sheetsync.stores.ooxml import cells, markup, scan, styles
from sheetsync.stores.ooxml.scan import Cell, Row

_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["']([0-9]{1,7})["']""")
_SPANS = re.compile(rb"""\sspans\s*=\s*["']([^"']*)["']""")
_STYLE = re.compile(rb"""\ss\s*=\s*["']([0-9]{1,9})["']""")
_CUSTOM = re.compile(rb"""\scustomFormat\s*=\s*["'](?:1|true)["']""")
_REF = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")


@dataclass(slots=True)
class Column:
    """What is to be written into one column: rows that ascend, and the values.

    ``forced`` is a cell format that each cell gets whatever it had; ``base`` one that a new cell gets where its row has
    none, instead of the column's; ``always`` makes a cell even for a blank.
    """

    col: int
    rows: Sequence[int]
    values: Sequence[Value]
    forced: int | None = None
    base: int | None = None
    always: bool = False


@dataclass(slots=True)
class Job:
    """All that is to be written into one worksheet."""

    tab: str
    facts: scan.Facts
    columns: list[Column]
    styles: styles.Styles
    date1904: bool
    column_styles: Callable[[int], int]


class _Writer:
    """One pass over the rows of a worksheet."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.prefix = job.facts.prefix
        self.by = scan.patterns(self.prefix)
        self.columns = sorted(job.columns, key=lambda column: column.col)
        self.at = [0] * len(self.columns)
        self.next = min((column.rows[0] for column in self.columns if len(column.rows)), default=_NEVER)
        self.last = -1
        self.inner: dict[tuple[type, Value], tuple[bytes, bytes]] = {}
        self.letters = [column_name(column.col).encode() for column in self.columns]
        self.styles = [job.column_styles(column.col) for column in self.columns]
        self.first_col = self.columns[0].col
        self.last_col = self.columns[-1].col
        self.ours = scan.from_column(self.first_col)  # our cells, and those right of them
        self.fit: dict[tuple[int, str], bytes] = {}
        self.spans: dict[bytes, bytes] = {}

    # -- which cells --------------------------------------------------------------------------------------------

    def take(self, row: int) -> list[tuple[int, Value]]:
        """The writes of that row, as (index of the column, value), and move on."""
        found: list[tuple[int, Value]] = []
        upcoming = _NEVER
        at = self.at
        for index, column in enumerate(self.columns):
            place = at[index]
            rows = column.rows
            if place >= len(rows):
                continue
            if rows[place] == row:
                found.append((index, column.values[place]))
                place += 1
                at[index] = place
                if place >= len(rows):
                    continue
            if rows[place] < upcoming:
                upcoming = rows[place]
        self.next = upcoming
        return found

    # -- one cell ------------------------------------------------------------------------------------------------

    def content(self, value: Value, row: int, index: int) -> tuple[bytes, bytes]:
        key = (type(value), value)
        found = self.inner.get(key)
        if found is None:
            try:
                found = cells.inner(value, self.prefix, date1904=self.job.date1904)
            except CannotUse as wrong:
                where = address(self.job.tab, row, self.columns[index].col)
                raise CannotUse(f"{where}: {wrong}") from None
            if len(self.inner) < 50_000:
                self.inner[key] = found
        return found

    def style(self, base: int, value: Value) -> bytes:
        kind = styles.kind_for(value)
        if kind is None:
            return b' s="%d"' % base if base else b""
        found = self.fit.get((base, kind))
        if found is None:
            fitted = self.job.styles.fitted(base, kind)
            found = self.fit[base, kind] = b' s="%d"' % fitted if fitted else b""
        return found

    def made(self, row: int, index: int, value: Value, row_style: int | None) -> bytes:
        """The cell where there was none."""
        column = self.columns[index]
        if column.forced is not None:
            base = column.forced
        else:
            fallback = column.base if column.base is not None else self.styles[index]
            base = row_style if row_style is not None else fallback
        kind, content = self.content(value, row, index)
        p = self.prefix
        opening = b'<%bc r="%b%d"%b%b' % (p, self.letters[index], row + 1, self.style(base, value), kind)
        return opening + (b">%b</%bc>" % (content, p) if content else b"/>")

    def replaced(self, row: int, index: int, value: Value, held: Cell) -> bytes:
        """The cell in the place of one that was there: it keeps its format."""
        column = self.columns[index]
        given = _STYLE.search(held.attributes)
        base = column.forced if column.forced is not None else (int(given[1]) if given else 0)
        kind, content = self.content(value, row, index)
        style = self.style(base, value)
        if not style and given:
            style = b' s="0"'
        p = self.prefix
        opening = b'<%bc r="%b%d"%b%b' % (p, self.letters[index], row + 1, style, kind)
        return opening + (b">%b</%bc>" % (content, p) if content else b"/>")

    # -- one row -------------------------------------------------------------------------------------------------

    def fresh_row(self, row: int) -> bytes:
        """A row that was not there; nothing where all its cells would be blank."""
        made = [self.made(row, index, value, None) for index, value in self.take(row) if self.worth(index, value)]
        if not made:
            return b""
        p = self.prefix
        return b'<%brow r="%d">%b</%brow>' % (p, row + 1, b"".join(made), p)

    def worth(self, index: int, value: Value) -> bool:
        """Whether a cell that is not there has to be made for that value."""
        return (value is not None and value != "") or self.columns[index].always

    def missing_rows(self, before: int) -> Iterator[bytes]:
        """Rows to write that stand before this one and are not in the part."""
        while self.next < before:
            yield self.fresh_row(self.next)

    def opening(self, prefix: bytes, attributes: bytes, written: bool) -> bytes:
        """The opening tag of a row, its spans widened to our columns."""
        spans = _SPANS.search(attributes) if written else None
        if spans is not None:
            wide = self.spans.get(spans[1])
            if wide is None:
                wide = self.spans[spans[1]] = _widened(spans[1], self.first_col + 1, self.last_col + 1)
            attributes = attributes[: spans.start(1)] + wide + attributes[spans.end(1) :]
        return b"<%brow%b>" % (prefix, attributes.rstrip())

    def row_style(self, attributes: bytes) -> int | None:
        if b"customFormat" not in attributes or not _CUSTOM.search(attributes):
            return None
        given = _STYLE.search(attributes)
        return int(given[1]) if given else 0

    def row(self, row: int, attributes: bytes, held: list[Cell], data: bytes, inner: tuple[int, int]) -> bytes:
        """A row with its writes; ``inner`` is where its content stands in ``data``."""
        writes = self.take(row)
        style = self.row_style(attributes)
        by_col = {cell.col: cell for cell in held}
        edits: list[tuple[int, int, bytes]] = []
        wrote = False
        for index, value in writes:
            col = self.columns[index].col
            cell = by_col.get(col)
            if cell is not None and self.columns[index].always:  # only there to be made where it is missing
                continue
            if cell is not None:
                edits.append((cell.start, cell.end, self.replaced(row, index, value, cell)))
                continue
            if not self.worth(index, value):
                continue
            wrote = True
            after = next((cell.start for cell in held if cell.col > col), inner[1])
            edits.append((after, after, self.made(row, index, value, style)))
        pieces: list[bytes] = []
        at = inner[0]
        for start, end, new in edits:
            pieces += (data[at:start], new)
            at = end
        pieces.append(data[at : inner[1]])
        body = b"".join(pieces)
        p = self.prefix
        opening = self.opening(p, attributes, wrote)
        if not body and inner[0] == inner[1] and not edits:
            return opening[:-1] + b"/>"
        return opening + body + b"</%brow>" % p


_NEVER = 1 << 60


def _widened(spans: bytes, first: int, last: int) -> bytes:
    try:
        pairs = [tuple(int(number) for number in pair.split(b":")) for pair in spans.split()]
        (low, _), (_, high) = pairs[0], pairs[-1]
    except ValueError:
        return spans
    if low <= first and high >= last and len(pairs) == 1:
        return spans
    if high < first:
        pairs[-1] = (pairs[-1][0], last)
    else:
        pairs = [(min(low, first), max(high, last))]
    return b" ".join(b"%d:%d" % pair for pair in pairs)


class _Usual:
    """The usual block: rows in order, each with its number first, our cells absent and right of all others.

    There the new cells of a row are made column by column and stand at its end. What is not usual goes the other way.
    """

    def __init__(self, writer: _Writer) -> None:
        p = re.escape(writer.prefix)
        self.writer = writer
        self.row = re.compile(rb"<" + p + rb"row r=\"([0-9]{1,7})\"([^>]*?)(/?)>")
        self.any_row = b"<" + writer.prefix + b"row"
        self.start = self.any_row + b" "
        self.openings = [b'<%bc r="%b' % (writer.prefix, letters) for letters in writer.letters]
        self.rests = [_Rests(self, index) for index in range(len(writer.columns))]
        p = writer.prefix
        self.texts = [
            b'"%b t="inlineStr"><%bis><%bt>%%b</%bt></%bis></%bc>' % (writer.style(base, ""), p, p, p, p, p)
            for base in (
                column.base if column.base is not None else style
                for column, style in zip(writer.columns, writer.styles, strict=True)
            )
        ]
        self.attributes: dict[bytes, bytes | None] = {}

    def spliced(self, block: bytes) -> bytes | None:
        """The block with its cells written, or None where it is not the usual one (nothing has moved on then)."""
        writer = self.writer
        last_tag = block.rfind(self.start)
        last_row = self.row.match(block, last_tag) if last_tag >= 0 else None
        cell = writer.by.cell_start + b" "
        if (
            last_row is None
            or block.count(self.any_row)
            != block.count(self.start + b'r="')  # some rows are counted, or written otherwise
            or block.count(cell) != block.count(cell + b'r="')
        ):
            return None
        bottom = int(last_row[1]) - 1
        if bottom < writer.next:
            numbers = [writer.last, *(int(found[1]) - 1 for found in self.row.finditer(block))]
            if any(two <= one for one, two in itertools.pairwise(numbers)):
                return None
            writer.last = bottom
            return block
        ends = [bisect_left(column.rows, bottom + 1, at) for column, at in zip(writer.columns, writer.at, strict=True)]
        if writer.ours.search(block):
            return None
        try:
            done = self._with_cells(block, ends)
        except CannotUse:  # a value that no cell can hold: the other way tells which cell it is
            return None
        if done is not None:
            writer.last = bottom
            writer.at = ends
            writer.next = min(
                (column.rows[at] for column, at in zip(writer.columns, ends, strict=True) if at < len(column.rows)),
                default=_NEVER,
            )
        return done

    def _with_cells(self, block: bytes, ends: list[int]) -> bytes | None:
        """The block with all cells up to those ends; None where it is not the usual one."""
        columns: list[_Share] = []
        for index, column in enumerate(self.writer.columns):
            at, end = self.writer.at[index], ends[index]
            if at == end:
                continue
            values = column.values[at:end]
            kinds = set(map(type, values))
            alike = self.rests[index].alike
            alike |= kinds & _ALIKE
            if column.forced is not None or column.always or len(alike) > 1:
                return None
            texts = cells.all_plain(values) if kinds == {str} else None  # type: ignore[arg-type]
            columns.append(_Share(index, column.rows[at:end], values, texts if texts and b"" not in texts else None))
        tags = self.row.findall(block)
        numbers = [int(number) - 1 for number, _, _ in tags]
        if any(two <= one for one, two in itertools.pairwise((self.writer.last, *numbers))):
            return None
        if any(share.texts is not None and share.rows == numbers for share in columns):  # each row gets a cell
            return self._all_rows(block, tags, numbers, columns)
        return self._some_rows(block, columns)

    def _all_rows(
        self, block: bytes, tags: list[tuple[bytes, bytes, bytes]], numbers: list[int], columns: list[_Share]
    ) -> bytes | None:
        """The block where each of its rows gets cells: each row is put together in one step."""
        row_end, size = self.writer.by.row_end, len(self.writer.by.row_end)
        held = self.row.split(block)
        contents = held[4::4]
        wide = {given: self._wide(given) for _, given, _ in tags}
        if (
            None in wide.values()
            or any(closed for _, _, closed in tags)
            or block.count(row_end) != len(tags)
            or not all(content.endswith(row_end) for content in contents)
        ):
            return None
        form = [self.start, b'r="%b"%b>%b']
        digits = held[1::4]
        pieces: list[Iterable[bytes | None]] = [
            digits,
            map(wide.__getitem__, held[2::4]),
            [one[:-size] for one in contents],
        ]
        for share in columns:
            index = share.place
            if share.texts is not None and share.rows == numbers:
                form += (self.openings[index], b"%b", self.texts[index])
                pieces += (digits, share.texts)
                continue
            made = dict(zip(share.rows, self._cells(share), strict=True))
            if not made.keys() <= set(numbers):  # rows that the part does not have
                return None
            form.append(b"%b")
            pieces.append([made.get(row, b"") for row in numbers])
        row = b"".join((*form, row_end))
        return b"".join((held[0], *map(row.__mod__, zip(*pieces, strict=True))))

    def _cells(self, share: _Share) -> list[bytes]:
        """The new cells of a column; nothing for a blank."""
        index = share.place
        opening, rests = self.openings[index], self.rests[index]
        if share.texts is not None:
            form = opening + b"%d" + self.texts[index]
            return [form % (row + 1, text) for row, text in zip(share.rows, share.texts, strict=True)]
        if len(rests) > 50_000:
            rests.clear()
        form = opening + b"%d%b"
        return [
            b"" if value is None or value == "" else form % (row + 1, rests[value])
            for row, value in zip(share.rows, share.values, strict=True)
        ]

    def _rest(self, index: int, value: Value) -> bytes:
        """A new cell from behind its row number on."""
        if type(value) is str and cells.is_plain(value):
            return self.texts[index] % value.encode("utf-8")
        return self.writer.made(0, index, value, None)[len(self.openings[index]) + 1 :]

    def _some_rows(self, block: bytes, columns: list[_Share]) -> bytes | None:
        """The block where some of its rows get cells."""
        made: dict[int, bytes] = {}
        for share in columns:
            for row, cell in zip(share.rows, self._cells(share), strict=True):
                made[row] = made.get(row, b"") + cell
        row_end = self.writer.by.row_end
        pieces: list[bytes] = []
        at = 0
        for found in self.row.finditer(block):
            number, given, closed = found.groups()
            cells = made.pop(int(number) - 1, None)
            if cells is None:
                continue
            wide = self._wide(given)
            start = found.end()
            close = block.find(row_end, start)
            if wide is None or closed or close < 0:
                return None
            if cells:
                pieces += (block[at : found.start(2)], wide, block[found.end(2) : close], cells)
                at = close
        if any(made.values()):  # rows that the part does not have
            return None
        pieces.append(block[at:])
        return b"".join(pieces)

    def _wide(self, attributes: bytes) -> bytes | None:
        """The attributes of a row with its spans widened; None where the row has a format of its own."""
        if attributes not in self.attributes:
            writer = self.writer
            styled = writer.row_style(attributes) is not None
            wide = writer.opening(b"", attributes, True)[len(b"<row") : -1]
            self.attributes[attributes] = None if styled else wide
        return self.attributes[attributes]


class _Share(NamedTuple):
    """What one column has to write in one block."""

    place: int  # of the column among those that are written
    rows: Sequence[int]
    values: Sequence[Value]
    texts: list[bytes] | None  # the values as they stand in XML, where all of them do so just as they are


class _Rests(dict[Value, bytes]):
    """What stands behind the row number of a new cell, by its value; made when first asked for."""

    def __init__(self, usual: _Usual, index: int) -> None:
        super().__init__()
        self.usual, self.index = usual, index
        self.alike: set[type] = (
            set()
        )  # the kinds of its values that compare equal: only one of them can be told by value

    def __missing__(self, value: Value) -> bytes:
        made = self[value] = self.usual._rest(self.index, value)
        return made


_ALIKE = {bool, int, float}


def rows_fast(writer: _Writer, block: bytes) -> Iterator[bytes]:
    """A block of whole rows with the writes made; for regular XML only (see ``scan.Facts.careful``)."""
    by = writer.by
    at = 0
    last = writer.last
    for found in by.row.finditer(block):
        number = _ROW_NUMBER.search(found[1])
        row = int(number[1]) - 1 if number else last + 1
        if row <= last:
            raise _out_of_order(writer.job.tab, row)
        last = row
        if writer.next > row:
            continue
        start = found.start()
        if writer.next < row:
            if start > at:
                yield block[at:start]
                at = start
            yield from writer.missing_rows(row)
            if writer.next > row:
                continue
        if start > at:
            yield block[at:start]
        if found[2]:
            yield writer.row(row, found[1], [], block, (found.end(), found.end()))
            at = found.end()
            continue
        close = block.find(by.row_end, found.end())
        if close < 0:
            raise CannotUse(f"{writer.job.tab} is damaged near row {row + 1}.")
        yield _row_fast(writer, row, found, block, close)
        at = close + len(by.row_end)
    if at < len(block):
        yield block[at:]
    writer.last = last


def _row_fast(writer: _Writer, row: int, found: re.Match[bytes], block: bytes, close: int) -> bytes:
    start = found.end()
    first, search_from = close, close  # where the first cell stands that is not left of our columns
    tag = writer.by.cell_start + b" "
    while True:
        place = block.rfind(tag, start, search_from)
        if place < 0:
            break
        ref = _REF.search(block, place, min(close, place + 200))
        if ref is None:  # cells without references are counted from the left
            first = start
            break
        if scan.column_number(ref[1].decode()) < writer.first_col:
            break
        first = search_from = place
    held = _cells_fast(writer, row, block, first, close) if first < close else []
    if len(held) != len(writer.ours.findall(block, start, close)):  # one of ours stands among the others
        held = _cells_fast(writer, row, block, start, close)
    return writer.row(row, found[1], held, block, (start, close))


def _cells_fast(writer: _Writer, row: int, block: bytes, start: int, close: int) -> list[Cell]:
    held: list[Cell] = []
    col = -1
    for found in writer.by.cell.finditer(block, start, close):
        ref = _REF.search(found[1])
        here = scan.column_number(ref[1].decode()) if ref else col + 1
        if here <= col or (ref and int(ref[2]) != row + 1):
            raise _out_of_order(writer.job.tab, row)
        col = here
        held.append(Cell(col, found.start(), found.end(), found[1]))
    return held


def rows_careful(writer: _Writer, data: bytes) -> Iterator[bytes]:
    """The same for rows that an XML parser finds in the whole part."""
    pieces: list[bytes] = []
    at = 0

    def on_row(row: Row) -> None:
        nonlocal at
        if row.number <= writer.last:
            raise _out_of_order(writer.job.tab, row.number)
        writer.last = row.number
        if writer.next > row.number:
            return
        pieces.append(data[at : row.start])
        at = row.start
        pieces.extend(writer.missing_rows(row.number))
        if writer.next > row.number:
            return
        cols = [cell.col for cell in row.cells]
        if cols != sorted(set(cols)):
            raise _out_of_order(writer.job.tab, row.number)
        pieces.append(writer.row(row.number, row.attributes, row.cells, data, (row.open_end, row.close)))
        at = row.end

    first, last, _ = scan.careful_rows(data, on_row)
    pieces.append(data[at:last])
    whole = b"".join(pieces)
    yield whole[first:]  # the head comes from elsewhere; nothing before it changed


def _out_of_order(tab: str, row: int) -> CannotUse:
    return CannotUse(
        f"{tab}: the rows or cells near row {row + 1} stand out of order in the file. "
        "Open it in Excel and save it once, then run again."
    )


def spliced(job: Job, head: bytes, tail: bytes, rows: Iterable[bytes]) -> Iterator[bytes]:
    """The worksheet with its cells written: ``head`` and ``tail`` as they are to be, ``rows`` in blocks of whole rows.

    Raises:
        CannotUse: rows out of order, or a value that no cell can hold.
    """
    writer = _Writer(job)
    yield head
    usual = _Usual(writer)
    for block in rows:
        done = usual.spliced(block)
        yield done if done is not None else b"".join(rows_fast(writer, block))
    yield b"".join(writer.missing_rows(_NEVER))
    yield tail


def spliced_carefully(job: Job, head: bytes, tail: bytes, data: bytes) -> Iterator[bytes]:
    """The same for a part whose rows only an XML parser can find; ``data`` is the whole part in UTF-8."""
    writer = _Writer(job)
    yield head
    yield from rows_careful(writer, data)
    yield b"".join(writer.missing_rows(_NEVER))
    yield tail


def opened_frame(facts: scan.Facts) -> tuple[bytes, bytes]:
    """Head and tail of a sheet; a self-closing sheetData is opened, for there is something to put into it.

    Raises:
        CannotUse: the sheet has no sheetData at all.
    """
    head, tail = facts.frame[: facts.head], facts.frame[facts.head :]
    if tail:
        return head, tail
    root = markup.outline(head)
    data = root.find("sheetData")
    if data is None:
        raise CannotUse("it is damaged (a sheet without cells)")
    name = head[data.start + 1 : data.open_end].split(b"/")[0].split()[0]
    tag = head[data.start : data.open_end]
    if not tag.endswith(b"/>"):
        return head[: data.open_end], head[data.close :]
    return head[: data.start] + tag[:-2].rstrip() + b">", b"</" + name + b">" + head[data.end :]


def number_of_style(attributes: bytes) -> int:
    """The cell format that raw attributes name."""
    given = _STYLE.search(attributes)
    return int(given[1]) if given else 0


def has_own_style(attributes: bytes) -> bool:
    """Whether the cells of a row without a format of their own get the row's."""
    return _CUSTOM.search(attributes) is not None
