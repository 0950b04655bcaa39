"""Compares a written worksheet with the one that it was made from, byte by byte: only our cells may differ, and hold what was asked."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from sheetsync.grid import ColumnEdits, Value, column_name
from sheetsync.stores.ooxml import cells, markup, scan, slow, zipped
from sheetsync.stores.ooxml.scan import Facts
from sheetsync.stores.ooxml.styles import Styles
from sheetsync.stores.ooxml.zipped import Parts

#: Up to so many written rows of a block are looked at one by one; of more, all cells at once.
_FEW = 64

_SPANS = re.compile(rb"""(<[\w.:-]*row r="[0-9]{1,7}") spans="[0-9: ]*\"""")
#: Text that any XML reader reads as it is meant, as we write it.
_SOUND = re.compile(rb"(?:[^&<\x00-\x08\x0b-\x1f]|&(?:amp|lt|gt);)*")

_Cell = tuple[bytes, bytes | None, bytes | None, bytes | None]  # style, xml:space, text, number
_BLANK: _Cell = (b"", None, None, None)
_GROUPS = 5  # that the pattern of a cell has: its row, and a _Cell


def surely_met(
    old: Parts,
    new: Parts,
    part: str,
    facts: Facts,
    edits: Mapping[int, Sequence[ColumnEdits]],
    looks: Styles,
    *,
    date1904: bool,
) -> bool:
    """Whether the rows are, but for the cells that were written, the very bytes that they were, and those cells hold what was asked.

    False where it is not so, and where this way cannot tell: then only reading the sheet anew does.

    Args:
        part: the worksheet's name in the new package; ``facts`` is what was read of the old one.
        edits: what was written, by column.
        looks: the formats of the new package.

    Raises:
        CannotUse: a part is damaged.
    """
    if facts.careful or not edits:
        return False
    wanted = _Wanted(edits)
    if not wanted.ascend:
        return False
    check = _Check(facts.prefix, wanted, looks, date1904=date1904)
    frame: list[bytes] = []
    rows = _rows(scan.blocks(zipped.ahead(new.chunks(part))), frame.append)
    were = _rows(scan.blocks(zipped.ahead(old.chunks(facts.part))), lambda _: None)
    for block, was in _side_by_side(rows, were, check.row_start):
        if not check.block(block, was):
            return False
    if any(rows[-1] >= check.looked_at for rows, _ in wanted.columns.values()):
        return False
    data, _ = markup.to_utf8(b"".join(frame))
    return markup.outline(data).name == "worksheet"


def _rows(blocks: Iterable[tuple[str, bytes]], rest: Callable[[bytes], None]) -> Iterator[bytes]:
    for kind, block in blocks:
        if kind == "rows":
            yield block
        else:
            rest(block)


def _side_by_side(new: Iterator[bytes], old: Iterator[bytes], start: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Blocks of the new rows, each with the old bytes of the same rows; the last pair differs where they cannot be matched."""
    held = b""
    for block in new:
        if not block:
            continue
        last = _last_number(block, start)
        if last is None:
            yield block, b""
            return
        tag = start + last[0]
        while True:
            at = held.rfind(tag)
            end = held.find(start, at + 1) if at >= 0 else -1
            if end >= 0:
                break
            more = next(old, None)
            if more is None:
                end = len(held) if at >= 0 else 0
                break
            held += more
        yield block, held[:end]
        held = held[end:]
    rest = held + b"".join(old)
    if rest:
        yield b"", rest


def _last_number(block: bytes, start: bytes) -> re.Match[bytes] | None:
    at = block.rfind(start)
    return _NUMBERED.match(block, at + len(start)) if at >= 0 else None


_NUMBERED = re.compile(rb'r="([0-9]{1,7})"')


class _Wanted:
    """What was asked for, column by column: the rows, which ascend, and their values."""

    def __init__(self, edits: Mapping[int, Sequence[ColumnEdits]]) -> None:
        self.columns: dict[int, tuple[Sequence[int], Sequence[Value]]] = {}
        self.ascend = True
        for col, those in edits.items():
            given = sorted((one for one in those if len(one.rows)), key=lambda one: one.rows[0])
            rows: list[int] = []
            values: list[Value] = []
            for one in given:
                self.ascend = self.ascend and (not rows or rows[-1] < one.rows[0])
                rows += one.rows
                values += one.after
            if rows:
                self.columns[col] = rows, values

    def between(self, col: int, top: int, bottom: int) -> tuple[Sequence[int], Sequence[Value]]:
        """The rows from ``top`` to before ``bottom`` and their values."""
        rows, values = self.columns[col]
        first, last = bisect_left(rows, top), bisect_left(rows, bottom)
        return rows[first:last], values[first:last]


class _Check:
    """Looks at one block of rows after the other."""

    def __init__(self, prefix: bytes, wanted: _Wanted, looks: Styles, *, date1904: bool) -> None:
        self.wanted, self.looks, self.date1904 = wanted, looks, date1904
        self.letters = {column_name(col).encode(): col for col in sorted(wanted.columns)}
        p = re.escape(prefix)
        self.row_start, self.row_end = b"<" + prefix + b"row ", b"</" + prefix + b"row>"
        self.starts = [b'<%bc r="%b' % (prefix, letter) for letter in self.letters]
        self.opening = b'%br="%%b"' % self.row_start
        self.any_cell = scan.patterns(prefix).cell
        start = b'<%bc r="' % prefix
        body = (
            rb'%%b([0-9]{1,7})"((?: s="[0-9]{1,9}")?)'
            rb'(?: t="inlineStr"><%bis><%bt( xml:space="preserve")?>([^<]*)</%bt></%bis></%bc>|><%bv>([^<]*)</%bv></%bc>|/>)'
            % (p, p, p, p, p, p, p, p)
        )  # as we write them
        self.our_cell = {col: re.compile(re.escape(start) + body % letters) for letters, col in self.letters.items()}
        self.our_cells = _one_or_more(re.escape(start), body, [*self.letters], self.row_end)
        self.stride = 1 + _GROUPS * len(self.letters)
        self.serials: dict[dt.date, bytes] = {}
        self.dated: dict[bytes, bool] = {}
        self.looked_at = (
            0  # how many rows of the sheet: one that is asked for and stands in no block is missed all the same
        )

    def block(self, block: bytes, was: bytes) -> bool:
        """Whether these rows are what they should be, ``was`` being their bytes before."""
        last = _last_number(block, self.row_start)
        if last is None:
            return block == was
        top, bottom = self.looked_at, int(last[1])
        self.looked_at = bottom
        written = sorted({row for col in self.wanted.columns for row in self.wanted.between(col, top, bottom)[0]})
        if not written:
            return block == was
        return self._few(block, was, written) if len(written) <= _FEW else self._many(block, was, top, bottom)

    # -- all cells of a block at once ----------------------------------------------------------------------------

    def _many(self, block: bytes, was: bytes, top: int, bottom: int) -> bool:
        pieces = self.our_cells.split(block)
        before = self.our_cells.split(was) if any(start in was for start in self.starts) else [was]
        rest, rest_was = b"".join(pieces[:: self.stride]), b"".join(before[:: self.stride])
        if rest != rest_was and _SPANS.sub(rb"\1", rest) != _SPANS.sub(rb"\1", rest_was):
            return False
        rows = self._rows(pieces)
        if rows is None:
            return False
        if len(before) > 1:
            were = self._rows(before)
            return were is not None and self._mixed(
                self._by_place(pieces, rows), self._by_place(before, were), top, bottom
            )
        for at, col in enumerate(self.letters.values()):
            named, *groups = self._groups(pieces, at)
            if None in named:
                groups = [[*compress(group, named)] for group in groups]
            wanted_rows, wanted = _filled(*self.wanted.between(col, top, bottom))
            if [*compress(rows, named)] != wanted_rows or not self._hold(wanted, *groups):
                return False
        return True

    def _groups(self, pieces: Sequence[bytes], at: int) -> list[Sequence[bytes]]:
        """The rows, styles, spaces, texts and numbers of one of our columns, None where a row has no such cell."""
        return [pieces[1 + at * _GROUPS + one :: self.stride] for one in range(_GROUPS)]

    def _rows(self, pieces: Sequence[bytes]) -> list[int] | None:
        """The rows that have cells of ours; None where one of these goes by another row than the one it stands in."""
        named = [self._groups(pieces, at)[0] for at in range(len(self.letters))]
        rows = named[-1]
        if None in rows:
            rows = [next(filter(None, those)) for those in zip(*named, strict=True)]
        for those in named:
            if those != rows and any(one not in (None, row) for one, row in zip(those, rows, strict=True)):
                return None
        for row, piece in zip(
            rows, pieces[:: self.stride], strict=False
        ):  # what stands before them ends with their row
            if not piece.startswith(self.opening % row, piece.rfind(self.row_start)):
                return None
        return [int(row) - 1 for row in rows]

    def _hold(
        self,
        wanted: Sequence[Value],
        styles: Sequence[bytes],
        spaces: Sequence[bytes | None],
        texts: Sequence[bytes | None],
        numbers: Sequence[bytes | None],
    ) -> bool:
        """Whether the cells of one column hold these values."""
        kinds = set(map(type, wanted))
        if kinds == {str}:
            plain = cells.all_plain(wanted)  # type: ignore[arg-type]
            if plain is not None:
                return texts == plain
        if kinds == {dt.date}:
            serials = [*map(self._serial, wanted)]  # type: ignore[arg-type]
            return numbers == serials and all(map(self._shows_dates, set(styles)))
        return all(map(self._holds, wanted, zip(styles, spaces, texts, numbers, strict=True)))

    def _by_place(self, pieces: Sequence[bytes], rows: Sequence[int]) -> dict[tuple[int, int], _Cell]:
        """The cells of ours by row and column."""
        found: dict[tuple[int, int], _Cell] = {}
        for at, col in enumerate(self.letters.values()):
            named, *groups = self._groups(pieces, at)
            places = zip(rows, named, zip(*groups, strict=True), strict=True)
            found.update(((row, col), cell) for row, name, cell in places if name is not None)
        return found

    def _mixed(
        self, now: Mapping[tuple[int, int], _Cell], before: Mapping[tuple[int, int], _Cell], top: int, bottom: int
    ) -> bool:
        """Whether all is as it should be where some of our cells were there before."""
        left = set(now) | set(before)
        for col in self.letters.values():
            for row, value in zip(*self.wanted.between(col, top, bottom), strict=True):
                left.discard((row, col))
                if not self._holds(value, now.get((row, col), _BLANK)):
                    return False
        return all(now.get(place) == before.get(place) for place in left)

    # -- row by row ----------------------------------------------------------------------------------------------

    def _few(self, block: bytes, was: bytes, written: Sequence[int]) -> bool:
        at = at_was = 0
        for row in written:
            tag = b'%br="%d"' % (self.row_start, row + 1)
            start, start_was = block.find(tag, at), was.find(tag, at_was)
            if start < 0 or start_was < 0 or block[at:start] != was[at_was:start_was]:
                return False
            at, at_was = (self._after(text, where) for text, where in ((block, start), (was, start_was)))
            if not at or not at_was or not self._row(row, block[start:at], was[start_was:at_was]):
                return False
        return block[at:] == was[at_was:]

    def _after(self, block: bytes, start: int) -> int:
        """Where the row that starts there ends; 0 for one without content."""
        if block[block.find(b">", start) - 1 : block.find(b">", start)] == b"/":
            return 0
        return block.find(self.row_end, start) + len(self.row_end)

    def _row(self, row: int, new: bytes, old: bytes) -> bool:
        held, held_was = (list(self.any_cell.finditer(text)) for text in (new, old))
        if not held:
            return False
        first = held_was[0].start() if held_was else len(old) - len(self.row_end)
        if _SPANS.sub(rb"\1", new[: held[0].start()]) != _SPANS.sub(rb"\1", old[:first]):
            return False
        for text, those in (new, held), (old, held_was):  # nothing but cells
            if those and text[those[0].start() :] != b"".join(found[0] for found in those) + self.row_end:
                return False
        cells_now, cells_were = ({_column(found[1]): found[0] for found in those} for those in (held, held_was))
        cols = [col for col in cells_now if col is not None]
        if (
            cols != sorted(set(cols))
            or len(cols) != len(held)
            or None in cells_were
            or len(cells_were) != len(held_was)
        ):
            return False
        for col in {*cells_now, *cells_were, *self.wanted.columns}:
            assert col is not None
            rows, values = self.wanted.between(col, row, row + 1) if col in self.wanted.columns else ((), ())
            cell = cells_now.get(col)
            if not rows:
                if cell != cells_were.get(col):
                    return False
                continue
            found = self.our_cell[col].fullmatch(cell) if cell is not None else None
            if cell is not None and (found is None or found[1] != b"%d" % (row + 1)):
                return False
            if not self._holds(values[0], (found[2], found[3], found[4], found[5]) if found is not None else _BLANK):
                return False
        return True

    # -- one cell ------------------------------------------------------------------------------------------------

    def _holds(self, value: Value, cell: _Cell) -> bool:
        """Whether a cell holds that value, and nothing else."""
        style, space, text, number = cell
        if value is None or value == "":
            return text is None and number is None
        if type(value) is dt.date:
            return number == self._serial(value) and self._shows_dates(style)
        if type(value) is not str or text is None or (space is None and value.strip() != value):
            return False
        if cells.is_plain(value):
            return text == value.encode("utf-8")
        if not _SOUND.fullmatch(text):
            return False
        try:
            return slow.unescaped(markup.unescaped(text.decode("utf-8"))) == value
        except UnicodeDecodeError:
            return False

    def _serial(self, value: dt.date) -> bytes:
        found = self.serials.get(value)
        if found is None:
            found = self.serials[value] = cells.serial(value, date1904=self.date1904).encode()
        return found

    def _shows_dates(self, style: bytes) -> bool:
        found = self.dated.get(style)
        if found is None:
            number = int(style[4:-1]) if style else 0
            found = self.dated[style] = self.looks.kind(number) in ("date", "datetime")
        return found


def _one_or_more(start: bytes, body: bytes, letters: Sequence[bytes], end: bytes) -> re.Pattern[bytes]:
    """The pattern of one or more cells of these columns, in their order, before ``end``.

    It opens with plain text, which makes for a fast search; so the first cell has its start already, and each further one needs it.
    """
    found, again = b"%b(?=(?:%b)[0-9])" % (start, b"|".join(letters)), b""
    for at, column in enumerate(letters):
        found += b"(?:%b%b)?" % (again, body % column)
        again = b"(?(%d)%b|%b)" % (1 + at * _GROUPS, start, again)
    return re.compile(found + b"(?=%b)" % re.escape(end))


def _filled(rows: Sequence[int], values: Sequence[Value]) -> tuple[list[int], Sequence[Value]]:
    """Without the blanks, which need no cell."""
    if None not in values and "" not in values:
        return list(rows), values
    kept = [value is not None and value != "" for value in values]
    return list(compress(rows, kept)), list(compress(values, kept))


def _column(attributes: bytes) -> int | None:
    found = re.search(rb'\sr="([A-Z]{1,3})[0-9]{1,7}"', attributes)
    return scan.column_number(found[1].decode()) if found else None
