"""Our own tabs, laid out anew by each run: what is ours there is proved by hidden marks, what people wrote stays theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sheetsync import look
from sheetsync.grid import Formula, Link, Tab, Value, a1, address, canonical, is_blank
from sheetsync.look import Kind
from sheetsync.tabs import marks

_TOP_MARK = "sheetsync:1"
_LINE_MARK = "line:"
_MOST_NAMED = 5

Cells = dict[tuple[int, int], Value]


@dataclass(frozen=True, slots=True)
class OwnTab:
    """One of our own tabs as it shall be. ``cells`` holds every cell of ours; None where one of ours is to be cleared.

    ``in_the_way`` names what people wrote where we would write, each in a sentence; then ``cells`` is empty, the tab is left.
    """

    name: str
    template: str
    cells: Cells
    in_the_way: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: what it is (the same in each run), and a value for each column of ours."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that a tab shall show: the figures on top, the lines, and what is left of a line whose note outlives it."""

    sheet: look.Sheet
    top: Mapping[tuple[int, int], Value] = field(default_factory=dict)
    lines: Sequence[Line] = ()
    gone: Callable[[Sequence[Value]], tuple[Value, ...]] = tuple


def ours(sheet: look.Sheet) -> range:
    """The columns of the list that we fill in; Notes and the mark stand right of them."""
    return range(sheet.first_col, sheet.col("Notes"))


def lay_out(current: Tab | None, page: Page) -> OwnTab:
    """The tab as it shall be.

    Args:
        current: the tab as it is; None where it is about to be made from the shipped workbook.
        page: what it shall show.
    """
    name = current.name if current is not None else page.sheet.name
    if current is None:
        return OwnTab(name, page.sheet.name, _cells(page, []))
    found = _find_top(current, page.sheet)
    if found is None:
        stranger = _first_content(current)
        if stranger is not None:
            return OwnTab(name, page.sheet.name, {}, (_not_ours(current, *stranger),))
        return OwnTab(name, page.sheet.name, _cells(page, []))
    return _Present(current, page, found).lay_out()


def _cells(
    page: Page,
    kept: Sequence[tuple[Line, Value]],
    notes: Mapping[str, Value] | None = None,
    marked: Mapping[int, str] | None = None,
) -> Cells:
    """Every cell of ours, at its place in the template; notes at the end of their lines.

    Args:
        kept: lines that have left the list, with the notes for whose sake they stay.
        notes: the note of each line of the list.
        marked: the marks of rows whose line is what it was, so that they are not reckoned again.
    """
    sheet, columns = page.sheet, ours(page.sheet)
    notes_col, key_col = sheet.col("Notes"), sheet.col(look.MARK_HEADER)
    cells: Cells = dict(_frame(sheet))
    top = {at: value for at, value in sorted(page.top.items()) if not is_blank(value)}
    cells.update(top)
    cells[sheet.head_row, key_col] = " ".join(
        [_TOP_MARK, *(f"{a1(*at)}={_digest(value)}" for at, value in top.items())]
    )
    everything = [(line, (notes or {}).get(line.key)) for line in page.lines] + list(kept)
    for row, (line, note) in enumerate(everything, sheet.first_row):
        for col, value in zip(columns, line.values, strict=True):
            if not is_blank(value):
                cells[row, col] = value
        if not is_blank(note):
            cells[row, notes_col] = note
        cells[row, key_col] = marked[row] if marked and row in marked else line_mark(line)
    return cells


def together(sheet: look.Sheet, rows: Mapping[int, Mapping[int, Value]]) -> set[int]:
    """Those of the rows to write that have to be written in one step, because half of them could not be gone on from.

    The figures go with the mark that proves them ours; and a note that changes its row is nowhere else but in the two rows.

    Args:
        rows: what is to be written, by row and column.
    """
    top = key_col = -1
    for row, cells in rows.items():
        for col, value in cells.items():
            if _is_top_mark(value):
                top, key_col = row, col
            elif key_col < 0 and isinstance(value, str) and value.startswith(_LINE_MARK):
                key_col = col
    notes_col = key_col - sheet.col(look.MARK_HEADER) + sheet.col("Notes")
    return {row for row, cells in rows.items() if row <= top or (key_col >= 0 and notes_col in cells)}


def line_mark(line: Line) -> str:
    """What the hidden cell of a line says: what it is, and a digest of each cell that we wrote."""
    return f"{_LINE_MARK}{line.key}:{'.'.join('' if is_blank(value) else _digest(value) for value in line.values)}"


def _frame(sheet: look.Sheet) -> Iterator[tuple[tuple[int, int], str]]:
    """The texts that never change; the shipped workbook has them, and people may put them in their own words."""
    for spot in sheet.spots:
        if spot.text:
            yield (spot.row, spot.col), spot.text
    for col, column in enumerate(sheet.columns, sheet.first_col):
        if column.header and column.whose is not look.Whose.MARK:
            yield (sheet.head_row, col), column.header


def _digest(value: Value) -> str:
    return marks.digest(value.text if isinstance(value, Link) else canonical(value))


def _digests(value: Value) -> Iterator[str]:
    """The digests that a value may have had: a date whose format was changed reads as a number, and the other way round."""
    yield _digest(value)
    if (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and 0 < value < 2_900_000
        and value == int(value)
    ):
        for zero in _DAY_ZERO:
            yield _digest(zero + dt.timedelta(days=int(value)))
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        for zero in _DAY_ZERO:
            yield _digest((day - zero).days)


#: Day 0 of the two date systems of workbooks.
_DAY_ZERO = (dt.date(1899, 12, 30), dt.date(1904, 1, 1))


def _find_top(tab: Tab, sheet: look.Sheet) -> tuple[int, int] | None:
    """How far the tab was moved down and right (rows or columns put in before it); None where it has no mark of ours."""
    at_home = sheet.head_row, sheet.col(look.MARK_HEADER)
    if _is_top_mark(tab.at(*at_home)):
        return 0, 0
    for col, values in enumerate(tab.columns):
        for row, value in enumerate(values):
            if _is_top_mark(value):
                return row - at_home[0], col - at_home[1]
    return None


def _is_top_mark(value: Value) -> bool:
    return isinstance(value, str) and (value == _TOP_MARK or value.startswith(_TOP_MARK + " "))


def _first_content(tab: Tab) -> tuple[int, int] | None:
    for row in range(tab.height):
        for col in range(tab.width):
            if not is_blank(tab.at(row, col)) or (row, col) in tab.formulas:
                return row, col
    return None


def _shown(value: Value) -> str:
    text = " ".join((value.text if isinstance(value, Link) else canonical(value)).split())
    return f"“{text[:40]}…”" if len(text) > 41 else f"“{text}”"


def _not_ours(tab: Tab, row: int, col: int) -> str:
    return (
        f"{address(tab.name, row, col)} holds {_shown(tab.at(row, col))}, and the tab “{tab.name}” has no mark of sheetsync. "
        "Rename or delete that tab, then run again: it is made anew."
    )


class _Present:
    """A tab that a run laid out before, as people left it."""

    def __init__(self, tab: Tab, page: Page, moved: tuple[int, int]) -> None:
        self.tab, self.page, self.sheet, self.moved = tab, page, page.sheet, moved
        self.columns = [col + moved[1] for col in ours(page.sheet)]
        self.notes_col = page.sheet.col("Notes") + moved[1]
        self.key_col = page.sheet.col(look.MARK_HEADER) + moved[1]
        self.kinds = {
            col + moved[1]: column.kind for col, column in enumerate(page.sheet.columns, page.sheet.first_col)
        }
        self.proved: set[tuple[int, int]] = set()  # cells that still hold what we wrote
        self.in_the_way: dict[tuple[int, int], str] = {}
        self.notes: dict[str, Value] = {}
        self.computed: dict[str, int] = {}  # notes that are formulas, and their rows
        self.places = {line.key: at for at, line in enumerate(page.lines)}
        self.unchanged: dict[int, str] = {}  # marks of the rows that hold what they shall, by their row in the template
        self.shown: dict[str, tuple[Value, ...]] = {}

    def lay_out(self) -> OwnTab:
        """What to write, or what stands in the way."""
        misplaced = self._misplaced()
        if misplaced:
            return OwnTab(self.tab.name, self.sheet.name, {}, (misplaced,))
        self._prove_top()
        self._prove_lines()
        wanted = self._moved(_cells(self.page, self._kept(), self.notes, self.unchanged))
        self._settle_frame(wanted)
        self._settle_notes(wanted)
        self._settle_computed(wanted)
        self._settle_links(wanted)
        for at, value in wanted.items():
            if at not in self.proved and at not in self.in_the_way and not self._free(at, value):
                self.in_the_way[at] = self._sentence(at)
        self._refuse_merged(wanted)
        if self.in_the_way:
            return OwnTab(self.tab.name, self.sheet.name, {}, tuple(self._said()))
        for at in self.proved - wanted.keys():
            wanted[at] = None
        return OwnTab(self.tab.name, self.sheet.name, wanted)

    def _moved(self, cells: Cells) -> Cells:
        down, right = self.moved
        if not (down or right):
            return cells
        return {(row + down, col + right): value for (row, col), value in cells.items()}

    def _misplaced(self) -> str:
        """What to say where a column was put into the list, or taken out of it: what stands there would be left behind."""
        row = self.sheet.head_row + self.moved[0]
        heads = {
            self.tab.at(row, col): col for col in reversed(range(self.tab.width)) if not is_blank(self.tab.at(row, col))
        }
        expected = {
            column.header: col + self.moved[1]
            for col, column in enumerate(self.sheet.columns, self.sheet.first_col)
            if column.header and column.whose is not look.Whose.MARK
        }
        if all(heads.get(header, col) == col for header, col in expected.items()):
            return ""
        places = [col for header, col in heads.items() if header in expected]
        strangers = [col for col in range(min(places), max(places)) if self.tab.at(row, col) not in expected]
        if strangers:
            return (
                f"{address(self.tab.name, row, strangers[0])}: a column was put into the list, and what is typed there would not move with "
                "the lines. Move it right of the list, or use Notes, then run again."
            )
        return f"A column of {self.tab.name} was moved or deleted. Put it back, or rename or delete the tab, then run again: it is made anew."

    def _prove(self, at: tuple[int, int], digest: str) -> None:
        """Our cell, if it still holds what the digest says or was cleared; else what a person typed over it."""
        value, formula = self.tab.at(*at), self.tab.formulas.get(at)
        if formula is None and is_blank(value):
            return
        linked = formula is not None and self.kinds.get(at[1]) is Kind.LINK and _is_link(formula)
        if digest and (formula is None or linked) and digest in _digests(value):
            self.proved.add(at)
        else:
            self.in_the_way[at] = self._sentence(at)

    def _prove_top(self) -> None:
        at = self.sheet.head_row + self.moved[0], self.key_col
        self.proved.add(at)
        for part in str(self.tab.at(*at)).split()[1:]:
            place, _, digest = part.partition("=")
            spot = _from_a1(place)
            if spot is not None:
                self._prove((spot[0] + self.moved[0], spot[1] + self.moved[1]), digest)

    def _prove_lines(self) -> None:
        keys = self.tab.columns[self.key_col] if self.key_col < self.tab.width else ()
        for row, mark in enumerate(keys):
            if not isinstance(mark, str) or not mark.startswith(_LINE_MARK):
                continue
            _, key, digests = (*mark.split(":"), "", "")[:3]
            self.proved.add((row, self.key_col))
            if self._is_unchanged(row, key):
                self.unchanged[row - self.moved[0]] = mark
                self.proved.update((row, col) for col in self.columns)
            else:
                for col, digest in zip(self.columns, digests.split("."), strict=False):
                    self._prove((row, col), digest)
            self._take_note(row, key)

    def _is_unchanged(self, row: int, key: str) -> bool:
        """Whether the line of that key belongs on this row, and the row shows just what it shall.

        Nothing is to be written there, so it does not matter whose hand wrote it. On a long list this is nearly every row.
        """
        place = self.places.get(key)
        if place is None or place + self.sheet.first_row + self.moved[0] != row:
            return False
        for col, value in zip(self.columns, self.page.lines[place].values, strict=True):
            held = self.tab.at(row, col)
            if held != value and not (isinstance(value, Link) and held == value.text):
                return False
        return not self.tab.formulas or not any(
            (row, col) in self.tab.formulas and self.kinds[col] is not Kind.LINK for col in self.columns
        )

    def _take_note(self, row: int, key: str) -> None:
        note = self.tab.at(row, self.notes_col)
        if (row, self.notes_col) in self.tab.formulas:
            self.computed[key] = row
            self.proved.add((row, self.notes_col))
            return
        if is_blank(note):
            return
        self.proved.add((row, self.notes_col))
        if key in self.notes and not self._same_note(key, note):
            note = f"{canonical(self.notes[key])}\n{canonical(note)}"
        self.notes[key] = note
        self.shown.setdefault(key, tuple(self.tab.at(row, col) for col in self.columns))

    def _same_note(self, key: str, note: Value) -> bool:
        return canonical(note) in canonical(self.notes[key]).split("\n")

    def _kept(self) -> list[tuple[Line, Value]]:
        """Notes whose line has left the list, in the order in which they stand."""
        listed = {line.key for line in self.page.lines}
        return [
            (Line(key, self.page.gone(shown)), self.notes[key])
            for key, shown in self.shown.items()
            if key not in listed
        ]

    def _settle_frame(self, wanted: Cells) -> None:
        """Titles and heads that people put in their own words stay so."""
        for at in self._moved(dict(_frame(self.sheet))):
            if not is_blank(self.tab.at(*at)) or at in self.tab.formulas:
                wanted.pop(at, None)

    def _settle_notes(self, wanted: Cells) -> None:
        """A note that nobody had to move is not rewritten: it keeps the type that its cell has."""
        for at in [at for at in wanted if at[1] == self.notes_col and at[0] > self.sheet.head_row + self.moved[0]]:
            if canonical(wanted[at]) == canonical(self.tab.at(*at)):
                wanted[at] = self.tab.at(*at)

    def _settle_computed(self, wanted: Cells) -> None:
        """A note that is a formula stays where it is; where its line moves away from it, a person has to decide."""
        for key, row in self.computed.items():
            at = row, self.notes_col
            wanted.pop(at, None)
            self.proved.discard(at)
            if self.places.get(key, -1) + self.sheet.first_row + self.moved[0] != row:
                self.in_the_way[at] = (
                    f"{address(self.tab.name, *at)} holds a formula, and its line moves. "
                    "Put its value there as text, or move it right of the list, then run again."
                )

    def _settle_links(self, wanted: Cells) -> None:
        """A link that a store gives back as its text is there already: its text is the row that it leads to."""
        for at, value in wanted.items():
            if isinstance(value, Link) and at in self.proved and self.tab.at(*at) == value.text:
                wanted[at] = value.text

    def _free(self, at: tuple[int, int], wanted: Value) -> bool:
        """Whether the cell may be written though it is not proved ours: nothing is in it, or the very same."""
        if at in self.tab.formulas:
            return False
        held = self.tab.at(*at)
        return is_blank(held) or any(_digest(wanted) == digest for digest in _digests(held))

    def _refuse_merged(self, wanted: Cells) -> None:
        for merge in self.tab.merges:
            hidden = [at for at in wanted if merge.holds(*at) and at != (merge.top, merge.left)]
            if hidden:
                self.in_the_way[min(hidden)] = (
                    f"{address(self.tab.name, *min(hidden))} is inside merged cells ({merge}). Unmerge them, then run again."
                )

    def _sentence(self, at: tuple[int, int]) -> str:
        formula = self.tab.formulas.get(at)
        held = _shown("=" + formula.text) if formula is not None else _shown(self.tab.at(*at))
        return (
            f"{address(self.tab.name, *at)} holds {held}, which sheetsync did not write. "
            "Move it to Notes or right of the list, or clear the cell, then run again."
        )

    def _said(self) -> Iterable[str]:
        sentences = [self.in_the_way[at] for at in sorted(self.in_the_way)]
        yield from sentences[:_MOST_NAMED]
        if len(sentences) > _MOST_NAMED:
            rest = len(sentences) - _MOST_NAMED
            yield f"… and {rest} more {'cell' if rest == 1 else 'cells'} of {self.tab.name}."


def _is_link(formula: Formula) -> bool:
    return formula.text.lstrip("=+ ").upper().startswith("HYPERLINK(")


def _from_a1(text: str) -> tuple[int, int] | None:
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and digits):
        return None
    col = 0
    for letter in letters.upper():
        col = col * 26 + ord(letter) - 64
    return int(digits) - 1, col - 1
