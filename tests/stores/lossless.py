"""Did a write change anything but the cells that it was asked for? Compares two packages part by part, sharing no code with the writer."""

from __future__ import annotations

import io
import posixpath
import re
import xml.parsers.expat
import zipfile
from collections.abc import Iterable

Token = tuple[object, ...]


def parts_of(package: bytes) -> dict[str, bytes]:
    """The parts by name, in lower case and with forward slashes."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        return {info.orig_filename.replace("\\", "/").lower(): archive.read(info) for info in archive.infolist()}


def stored_of(package: bytes) -> dict[str, bytes]:
    """The members as they are stored, compressed."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for info in archive.infolist():
            at = info.header_offset + 26
            skip = int.from_bytes(package[at : at + 2], "little") + int.from_bytes(package[at + 2 : at + 4], "little")
            at += 4 + skip
            found[info.orig_filename.replace("\\", "/").lower()] = package[at : at + info.compress_size]
    return found


def tokens(data: bytes) -> list[Token]:
    """The XML as a flat list: starts with sorted attributes, ends, texts joined, comments."""
    out: list[Token] = []
    parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: out.append(("start", name, tuple(sorted(attributes.items()))))
    parser.EndElementHandler = lambda name: out.append(("end", name))
    parser.CommentHandler = lambda text: out.append(("comment", text))

    def text(data: str) -> None:
        if out and out[-1][0] == "text":
            out[-1] = ("text", f"{out[-1][1]}{data}")
        else:
            out.append(("text", data))

    parser.CharacterDataHandler = text
    parser.Parse(data, True)
    return out


def _local(token: Token) -> str:
    return str(token[1]).rpartition(" ")[2]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def read_sheet(data: bytes) -> tuple[list[Token], dict[tuple[int, int], tuple[Token, ...]], dict[int, Token]]:
    """What stands around the cells, the cells by row and column, and the rows' attributes."""
    frame: list[Token] = []
    cells: dict[tuple[int, int], tuple[Token, ...]] = {}
    rows: dict[int, Token] = {}
    inside = skipping = ""
    row = col = -1
    current: list[Token] = []
    for token in tokens(data):
        name = _local(token) if token[0] in ("start", "end") else ""
        if current:
            current.append(token)
            if token[0] == "end" and name == "c":
                assert (row, col) not in cells, f"row {row + 1} has a cell twice"
                cells[row, col] = tuple(current)
                current = []
        elif inside and name == "row" and token[0] == "start":
            given = dict(token[2])  # type: ignore[call-overload]
            below = int(given["r"]) - 1 if "r" in given else row + 1
            assert below > row, "rows out of order"
            row, col = below, -1
            rows[row] = tuple(sorted((key, value) for key, value in given.items() if key not in ("spans", "r")))
        elif inside and name == "c" and token[0] == "start":
            given = dict(token[2])  # type: ignore[call-overload]
            found = re.fullmatch(r"([A-Z]+)(\d+)", given.get("r", ""))
            right = _number(found[1]) if found else col + 1
            assert right > col, f"cells of row {row + 1} out of order"
            assert found is None or int(found[2]) == row + 1
            col = right
            current = [token]
        elif name == "sheetData":
            inside = "sheetData" if token[0] == "start" else ""
        elif name == "cols" or skipping:
            skipping = "" if token[0] == "end" and name == "cols" else "cols"
        elif not inside or token[0] == "comment":
            frame.append(
                ("start", token[1], ()) if name in ("dimension", "autoFilter") and token[0] == "start" else token
            )
    return frame, cells, rows


def _children(data: bytes) -> dict[str, list[tuple[Token, ...]]]:
    """The children of each child of the root: the collections of styles.xml."""
    found: dict[str, list[tuple[Token, ...]]] = {}
    depth = 0
    holder = ""
    current: list[Token] = []
    for token in tokens(data):
        depth += (token[0] == "start") - (token[0] == "end")
        if token[0] == "text" and not str(token[1]).strip():
            continue
        if depth == 2 and token[0] == "start":
            holder = _local(token)
            found.setdefault(holder, [])
        elif depth >= 2 and holder:
            current.append(token)
            if depth == 2 and token[0] == "end":
                found[holder].append(tuple(current))
                current = []
    return found


def differences(before: bytes, after: bytes, *, sheets: Iterable[str], columns: range) -> list[str]:
    """What else changed: nothing is what we hope for.

    Args:
        sheets: the parts of the sheets that may change, in lower case.
        columns: the columns in which their cells may change.
    """
    one, two = parts_of(before), parts_of(after)
    raw_one, raw_two = stored_of(before), stored_of(after)
    wrong = [f"{name} is gone" for name in one.keys() - two.keys() if not name.endswith("calcchain.xml")]
    targets = set(sheets)
    for name in sorted(one.keys() & two.keys()):
        if one[name] == two[name]:
            if raw_one[name] != raw_two[name] and name not in targets:
                wrong.append(f"{name} was compressed anew")
        elif name in targets:
            wrong += _sheet_differences(name, one[name], two[name], columns)
        elif posixpath.basename(name) == "styles.xml":
            wrong += _style_differences(one[name], two[name])
        elif posixpath.basename(name) in ("workbook.xml", "[content_types].xml", "workbook.xml.rels", "app.xml"):
            wrong += _list_differences(name, one[name], two[name])
        elif "/tables/" not in name and not name.endswith("calcchain.xml"):
            wrong.append(f"{name} changed")
    return wrong


def _sheet_differences(name: str, before: bytes, after: bytes, columns: range) -> list[str]:
    (frame, cells, rows), (frame_now, cells_now, rows_now) = read_sheet(before), read_sheet(after)
    wrong = [] if frame == frame_now else [f"{name} changed outside its cells"]
    for place in cells.keys() | cells_now.keys():
        if place[1] not in columns and cells.get(place) != cells_now.get(place):
            wrong.append(f"{name}: the cell {place} changed from {cells.get(place)} to {cells_now.get(place)}")
    return wrong + [f"{name}: row {row + 1} changed" for row, given in rows.items() if rows_now.get(row) != given]


def _style_differences(before: bytes, after: bytes) -> list[str]:
    one, two = _children(before), _children(after)
    return [f"styles: {name} changed" for name, held in one.items() if two.get(name, [])[: len(held)] != held]


def _list_differences(name: str, before: bytes, after: bytes) -> list[str]:
    """What was listed is still there, in its order."""
    loose = {"calcPr", "vector", "i4", "definedNames"}
    one = [token for token in tokens(before) if token[0] == "start" and _local(token) not in loose]
    left = iter(token for token in tokens(after) if token[0] == "start" and _local(token) not in loose)
    return [f"{name}: {token} changed or went" for token in one if token not in left and "calcChain" not in str(token)]
