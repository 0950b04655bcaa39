"""The part of a worksheet around its cells, and its tables: grown where our columns ask for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sheetsync.errors import CannotUse
from sheetsync.grid import AddColumns, Range
from sheetsync.stores.ooxml import markup, scan
from sheetsync.stores.ooxml.markup import Element

Edit = tuple[int, int, bytes]


def attribute_edit(data: bytes, element: Element, name: str, value: str) -> Edit:
    """The edit that sets an attribute of an element."""
    tag = markup.with_attribute(data[element.start : element.open_end], name, value)
    return element.start, element.open_end, tag


def dimension(root: Element, frame: bytes, cells: Range | None) -> list[Edit]:
    """The edit that grows <dimension> to hold these cells; none where there is no dimension."""
    found = root.find("dimension")
    held = scan.rectangle(found.get("ref")) if found is not None else None
    if found is None or held is None or cells is None:
        return []
    grown = Range(
        min(held.top, cells.top),
        min(held.left, cells.left),
        max(held.bottom, cells.bottom),
        max(held.right, cells.right),
    )
    return [] if grown == held else [attribute_edit(frame, found, "ref", str(grown))]


def column_style(root: Element, col: int) -> int:
    """The cell format of a column, 0 where it has none."""
    cols = root.find("cols")
    for one in cols.all("col") if cols else []:
        low, high, style = one.get("min"), one.get("max"), one.get("style", "0")
        if low.isdigit() and high.isdigit() and style.isdigit() and int(low) <= col + 1 <= int(high):
            return int(style)
    return 0


def columns(root: Element, frame: bytes, wanted: dict[int, dict[str, str]]) -> list[Edit]:
    """The edits that give columns their width, style or visibility; ranges that hold one of ours are split.

    Args:
        wanted: attributes by column; what the column had besides stays.
    """
    cols = root.find("cols")
    prefix = root.prefix
    if cols is None:
        data = root.find("sheetData")
        assert data is not None
        made = b"".join(_col(prefix, b"", col, col, given) for col, given in sorted(wanted.items()))
        return [(data.start, data.start, b"<%bcols>%b</%bcols>" % (prefix, made, prefix))]
    edits: list[Edit] = []
    left = dict(wanted)
    after = cols.close
    for one in cols.all("col"):
        low, high = int(one.get("min", "0")) - 1, int(one.get("max", "0")) - 1
        inside = sorted(col for col in left if low <= col <= high)
        below = sorted(col for col in left if col < low)
        made = b"".join(_col(prefix, b"", col, col, left.pop(col)) for col in below)
        if not inside:
            if made:
                edits.append((one.start, one.start, made))
            continue
        tag = frame[one.start : one.open_end]
        at = low
        for col in inside:
            if at < col:
                made += _col(prefix, tag, at, col - 1, {})
            made += _col(prefix, tag, col, col, left.pop(col))
            at = col + 1
        if at <= high:
            made += _col(prefix, tag, at, high, {})
        edits.append((one.start, one.end, made))
    rest = b"".join(_col(prefix, b"", col, col, given) for col, given in sorted(left.items()))
    if rest:
        edits.append(markup.inserted(frame, cols, rest) if cols.end == cols.open_end else (after, after, rest))
    return edits


def _col(prefix: bytes, tag: bytes, low: int, high: int, given: dict[str, str]) -> bytes:
    tag = tag or b"<%bcol/>" % prefix
    if not tag.endswith(b"/>"):
        tag = tag[:-1] + b"/>"
    for name, value in {"min": str(low + 1), "max": str(high + 1), **given}.items():
        tag = markup.with_attribute(tag, name, value)
    return tag


def widened_filter(root: Element, frame: bytes, right: int) -> list[Edit]:
    """The edit that widens the sheet's own AutoFilter."""
    found = root.find("autoFilter")
    held = scan.rectangle(found.get("ref")) if found is not None else None
    if found is None or held is None:
        return []
    return [attribute_edit(frame, found, "ref", str(Range(held.top, held.left, held.bottom, right)))]


def widened_table(data: bytes, step: AddColumns) -> bytes:
    """A table's part with our columns added at its right.

    Raises:
        CannotUse: the table is filled from elsewhere, has no header row, or has such a column already.
    """
    data, encoding = markup.to_utf8(data)
    root = markup.outline(data)
    name = root.get("displayName") or root.get("name")
    if root.get("tableType") in ("queryTable", "xml"):
        raise CannotUse(
            f"The table {name} is filled by a query, so no columns can be added to it. Convert it to a range, then run again."
        )
    held = scan.rectangle(root.get("ref"))
    listed = root.find("tableColumns")
    if held is None or listed is None or root.get("headerRowCount", "1") == "0":
        raise CannotUse(f"The table {name} has no header row. Switch its header row on, then run again.")
    right = held.right + len(step.columns)
    names = {column_name(one.get("name")).casefold() for one in listed.all("tableColumn")}
    ids = [int(one.get("id")) for one in listed.all("tableColumn") if one.get("id").isdigit()]
    made: list[bytes] = []
    for offset, column in enumerate(step.columns, 1):
        if column.header.casefold() in names:
            raise CannotUse(f"The table {name} has a column named {column.header} already. Rename it, then run again.")
        names.add(column.header.casefold())
        spelled = markup.escaped_attribute(_escaped_name(column.header)).encode("utf-8")
        made.append(b'<%btableColumn id="%d" name="%b"/>' % (listed.prefix, max(ids, default=0) + offset, spelled))
    edits = [
        attribute_edit(data, root, "ref", str(Range(held.top, held.left, held.bottom, right))),
        attribute_edit(data, listed, "count", str(len(listed.all("tableColumn")) + len(made))),
        (listed.close, listed.close, b"".join(made)),
    ]
    filtered = root.find("autoFilter")
    area = scan.rectangle(filtered.get("ref")) if filtered is not None else None
    if filtered is not None and area is not None:
        edits.append(attribute_edit(data, filtered, "ref", str(Range(area.top, area.left, area.bottom, right))))
    return markup.from_utf8(markup.edited(data, edits), encoding)


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def column_name(spelled: str) -> str:
    """A table column's name as its header cell reads; line breaks are spelled _x000a_ there."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), spelled)


def _escaped_name(name: str) -> str:
    name = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", name)
    return name.replace("\r", "_x000d_").replace("\n", "_x000a_")


def bounds(columns_and_rows: Sequence[tuple[int, Sequence[int]]]) -> Range | None:
    """The rectangle around cells given as (column, rows that ascend)."""
    held = [(col, rows[0], rows[-1]) for col, rows in columns_and_rows if len(rows)]
    if not held:
        return None
    return Range(
        min(top for _, top, _ in held),
        min(col for col, _, _ in held),
        max(bottom for _, _, bottom in held),
        max(col for col, _, _ in held),
    )
