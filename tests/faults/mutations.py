"""Damage to workbooks: of their bytes, and of the XML of their parts, drawn from a seed."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

#: Values that no honest program writes where it stands a number, a reference or a name.
NASTY = (
    "", "0", "-1", "-2147483649", "4294967296", "99999999999999999999", "1e309", "NaN", "0x10", "1.5", " 1", "true", "A0", "A1048577",
    "XFE1", "ZZZZZZZ9999999999", "1A", "A1:", ":A1", "A1:XFD1048576", "B2:A1", "$A$1", "#REF!", "=1+1", "..", "../../../etc/passwd", "/",
    "xl/workbook.xml", "http://example.invalid/x", "file:///etc/passwd", "rId1", "rId999", "&lt;", "a" * 40_000, "\u202e", "�", "é",
)  # fmt: skip
#: Pieces of XML that mean harm, or that honest parsers must stop at.
PIECES = (
    b"<", b">", b"&", b"&amp;", b"&#0;", b"&#xD800;", b"&nope;", b"]]>", b"<![CDATA[", b"<![CDATA[x]]>", b"<!-- -->", b"<!--", b"<?x y?>", b"\0", b"\xff",
    b"\xef\xbb\xbf", b"</sheetData>", b"<sheetData/>", b"<row/>", b"<c/>", b"<c r='A1'/>", b"<v>1</v>", b"<x" * 2_000, b"<a>" * 20_000,
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>',
    b"<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'/>",
)  # fmt: skip

Draw = random.Random


def damaged(data: bytes, draw: Draw) -> tuple[bytes, str]:
    """The workbook with one to three pieces of damage, and what was done."""
    said = []
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        kind = draw.choice((_bytes, _part, _part, _part, _members))
        data, what = kind(data, draw)
        said.append(what)
    return data, "; ".join(said)


def _bytes(data: bytes, draw: Draw) -> tuple[bytes, str]:
    """Damage to the package as a whole: a bit, a stretch, the end."""
    at = draw.randrange(max(1, len(data)))
    if draw.random() < 0.5:
        at = max(0, len(data) - draw.randrange(1, 400))  # the directory
    length = draw.choice((1, 1, 2, 4, 30, 500))
    match draw.randrange(5):
        case 0:
            return data[:at] + bytes(draw.randrange(256) for _ in range(length)) + data[
                at + length :
            ], f"bytes {at}+{length} changed"
        case 1:
            return data[:at] + data[at + length :], f"bytes {at}+{length} gone"
        case 2:
            return data[:at] + data[at : at + length] + data[at:], f"bytes {at}+{length} twice"
        case 3:
            return data[:at], f"cut at {at}"
        case _:
            return data[:at] + b"\xff" * length + data[at + length :], f"bytes {at}+{length} set"


def _open(data: bytes) -> list[tuple[str, bytes]] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # it is damaged already
        return None


def _closed(parts: list[tuple[str, bytes]]) -> bytes:
    import warnings

    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two parts of one name are on purpose
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts:
                archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _members(data: bytes, draw: Draw) -> tuple[bytes, str]:
    """Parts that are missing, empty, twice there, renamed or mixed up."""
    parts = _open(data)
    if not parts:
        return _bytes(data, draw)
    at, other = draw.randrange(len(parts)), draw.randrange(len(parts))
    name = parts[at][0]
    match draw.randrange(6):
        case 0:
            del parts[at]
            what = "gone"
        case 1:
            parts[at] = name, b""
            what = "empty"
        case 2:
            parts.append(parts[at])
            what = "twice"
        case 3:
            parts[at] = (
                draw.choice((name.upper(), "/" + name, name.replace("/", "\\"), "../" + name, name + "x")),
                parts[at][1],
            )
            what = f"named {parts[at][0]}"
        case 4:
            parts[at] = name, parts[other][1]
            what = f"with the content of {parts[other][0]}"
        case _:
            parts[at] = name, parts[at][1] + parts[at][1]
            what = "doubled"
    return _closed(parts), f"{name} {what}"


def _part(data: bytes, draw: Draw) -> tuple[bytes, str]:
    """Damage to the XML of one part."""
    parts = _open(data)
    if not parts:
        return _bytes(data, draw)
    weighed = [
        at
        for at, (name, _) in enumerate(parts)
        for _ in range(6 if re.search(r"sheet|workbook|styles|String|table|rels|Types", name) else 1)
    ]
    at = draw.choice(weighed)
    name, content = parts[at]
    if not content:
        return _bytes(data, draw)
    change, what = draw.choice(_CHANGES)
    parts[at] = name, change(content, draw)
    return _closed(parts), f"{name}: {what}"


def _spot(pattern: bytes, content: bytes, draw: Draw) -> re.Match[bytes] | None:
    found = list(re.finditer(pattern, content))
    return draw.choice(found) if found else None


def _value(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb'[\w:]+="([^"]*)"', content, draw)
    return (
        content if found is None else content[: found.start(1)] + draw.choice(NASTY).encode() + content[found.end(1) :]
    )


def _text(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb">([^<]+)<", content, draw)
    return (
        content if found is None else content[: found.start(1)] + draw.choice(NASTY).encode() + content[found.end(1) :]
    )


def _attribute(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb'\s[\w:]+="[^"]*"', content, draw)
    if found is None:
        return content
    return content[: found.start()] + found[0] * draw.choice((0, 0, 2)) + content[found.end() :]


def _tag(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb"<[^>]*>", content, draw)
    if found is None:
        return content
    return content[: found.start()] + found[0] * draw.choice((0, 2, 3)) + content[found.end() :]


def _element(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb"(?s)<([\w:]+)(?=[\s>])[^<>]*(?:/>|>.{0,600}?</\1>)", content, draw)
    if found is None:
        return content
    return content[: found.start()] + found[0] * draw.choice((0, 0, 2, 50)) + content[found.end() :]


def _moved(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb"(?s)<([\w:]+)(?=[\s>])[^<>]*(?:/>|>.{0,600}?</\1>)", content, draw)
    if found is None:
        return content
    rest = content[: found.start()] + content[found.end() :]
    at = draw.randrange(len(rest) + 1)
    return rest[:at] + found[0] + rest[at:]


def _piece(content: bytes, draw: Draw) -> bytes:
    found = _spot(rb"[<>]", content, draw)
    at = draw.randrange(len(content) + 1) if found is None or draw.random() < 0.3 else found.start() + draw.randrange(2)
    return content[:at] + draw.choice(PIECES) + content[at:]


def _noise(content: bytes, draw: Draw) -> bytes:
    at = draw.randrange(len(content))
    return (
        content[:at]
        + bytes(draw.randrange(256) for _ in range(draw.choice((1, 2, 8))))
        + content[at + draw.choice((0, 1, 8)) :]
    )


def _cut(content: bytes, draw: Draw) -> bytes:
    return content[: draw.randrange(len(content))]


def _encoded(content: bytes, draw: Draw) -> bytes:
    name = draw.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "ascii", "utf-7", "nonsense"))
    text = content.decode("utf-8", "replace").replace('encoding="UTF-8"', f'encoding="{name}"')
    return (
        text.encode(name if name != "nonsense" else "utf-8", "replace")
        if draw.random() < 0.7
        else text.encode("utf-8", "replace")
    )


_CHANGES: tuple[tuple[Callable[[bytes, Draw], bytes], str], ...] = (
    (_value, "a value"), (_value, "a value"), (_text, "a text"), (_attribute, "an attribute"), (_tag, "a tag"), (_element, "an element"),
    (_moved, "an element moved"), (_piece, "a piece put in"), (_noise, "noise"), (_cut, "cut"), (_encoded, "another encoding"),
)  # fmt: skip
