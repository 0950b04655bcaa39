"""Where the elements of an XML part stand, byte by byte, so that a part can be changed without being written anew."""

from __future__ import annotations

import codecs
import re
import xml.parsers.expat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sheetsync.errors import CannotUse

#: No part of a workbook nests deeper than a few dozen elements.
DEEPEST = 500

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotXml(CannotUse):
    """A part that should be XML is not."""


@dataclass(slots=True)
class Element:
    """An element: its names and attributes, and where its tags stand in the part."""

    name: str
    uri: str
    prefix: bytes  # with its colon, b"" without a prefix
    attributes: dict[str, str]
    start: int
    open_end: int = 0
    close: int = 0  # where the closing tag starts; open_end where there is none
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def find(self, name: str) -> Element | None:
        """The first child of that local name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Element]:
        """The children of that local name."""
        return [child for child in self.children if child.name == name]

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def get(self, name: str, default: str = "") -> str:
        """An attribute by its local name."""
        return self.attributes.get(name, default)


def encoding_of(start: bytes) -> tuple[str, int]:
    """The encoding of a part that starts so, and how long its byte order mark is.

    Raises:
        NotXml: it names an encoding that nobody knows.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le-bom"),
        (codecs.BOM_UTF16_BE, "utf-16-be-bom"),
    ):
        if start.startswith(mark):
            return encoding, len(mark)
    if start[:4] in (b"<\0?\0", b"\0<\0?"):
        return ("utf-16-le" if start[0] else "utf-16-be"), 0
    declared = _DECLARED.match(start[:200])
    if declared is None:
        return "utf-8", 0
    name = declared[1].decode("ascii").lower()
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        raise NotXml(f"a part is in the unknown encoding {name}") from None
    if encoding in ("utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be"):  # its bytes say UTF-8, whatever is declared
        return "utf-8", 0
    return encoding, 0


def to_utf8(data: bytes) -> tuple[bytes, str]:
    """The part in UTF-8 without a byte order mark, and the encoding to turn it back into ("utf-8" where it was)."""
    encoding, mark = encoding_of(data[:200])
    if encoding.startswith("utf-8"):
        return data[mark:], encoding
    return _decoded(data[mark:], encoding.removesuffix("-bom")), encoding


def _decoded(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode("utf-8")
    except UnicodeError:
        raise NotXml(f"a part is not in the encoding {encoding} that it names") from None


def from_utf8(data: bytes, encoding: str) -> bytes:
    """The part in the encoding that it had."""
    if encoding == "utf-8":
        return data
    if encoding == "utf-8-sig":
        return codecs.BOM_UTF8 + data
    text = data.decode("utf-8")
    if encoding.endswith("-bom"):
        mark = codecs.BOM_UTF16_LE if "le" in encoding else codecs.BOM_UTF16_BE
        return mark + text.encode(encoding.removesuffix("-bom"))
    return text.encode(encoding, "xmlcharrefreplace")


def outline(data: bytes) -> Element:
    """The root element of a part in UTF-8, with all below it.

    Raises:
        NotXml: not well formed, too deep, or with a document type declaration (no workbook has one; bombs do).
    """
    roots: list[Element] = []
    stack: list[Element] = []
    parser = xml.parsers.expat.ParserCreate("utf-8", " ")
    parser.namespace_prefixes = True

    def start(name: str, attributes: list[str]) -> None:
        uri, local, prefix = _split(name)
        named = {_split(key)[1]: value for key, value in zip(attributes[::2], attributes[1::2], strict=True)}
        found = Element(local, uri, prefix, named, parser.CurrentByteIndex)
        found.open_end = tag_end(data, found.start)
        if stack:
            stack[-1].children.append(found)
        else:
            roots.append(found)
        stack.append(found)
        if len(stack) > DEEPEST:
            raise NotXml(f"elements nest deeper than {DEEPEST}")

    def end(_: str) -> None:
        found = stack.pop()
        if data[found.open_end - 2 : found.open_end] == b"/>":
            found.close = found.end = found.open_end
        else:
            found.close = parser.CurrentByteIndex
            found.end = data.index(b">", found.close) + 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.ordered_attributes = True
    parse(parser, data)
    return roots[0]


def tag_end(data: bytes, at: int) -> int:
    """Where the tag that starts there ends.

    Raises:
        NotXml: no tag starts there.
    """
    tag = _TAG.match(data, at)
    if tag is None:
        raise NotXml("a tag that cannot be read")
    return tag.end()


def parse(parser: xml.parsers.expat.XMLParserType, data: bytes) -> None:
    """Run an expat parser over a part.

    Raises:
        NotXml: not well formed, or with a document type declaration.
    """

    def doctype(*_: object) -> None:
        raise NotXml("it has a document type declaration, which no workbook has")

    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except xml.parsers.expat.ExpatError as wrong:
        raise NotXml(f"it is not well-formed XML ({wrong})") from None


def _split(name: str) -> tuple[str, str, bytes]:
    parts = name.split(" ")
    if len(parts) == 1:
        return "", name, b""
    return parts[0], parts[1], parts[2].encode() + b":" if len(parts) > 2 else b""


def edited(data: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The part with stretches replaced: (start, end, new bytes), none overlapping.

    What is put in at the start of a stretch that is replaced goes before it; equal places keep their order.
    """
    pieces: list[bytes] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += (data[at:start], new)
        at = end
    pieces.append(data[at:])
    return b"".join(pieces)


def inserted(data: bytes, parent: Element, new: bytes) -> tuple[int, int, bytes]:
    """The edit that puts ``new`` at the end of an element, which may be self-closing."""
    if parent.close == parent.open_end == parent.end:
        tag = data[parent.start : parent.open_end]
        name = re.match(rb"<([^\s/>]+)", tag)
        assert name is not None
        return parent.start, parent.open_end, tag[:-2].rstrip() + b">" + new + b"</" + name[1] + b">"
    return parent.close, parent.close, new


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """A start tag with an attribute set: replaced where it stands, else appended."""
    new = escaped_attribute(value).encode("utf-8")
    found = re.search(rb"(\s" + name.encode() + rb"\s*=\s*)(\"[^\"]*\"|'[^']*')", tag)
    if found:
        return tag[: found.start(2)] + b'"' + new + b'"' + tag[found.end(2) :]
    at = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:at].rstrip() + b" " + name.encode() + b'="' + new + b'"' + tag[at:]


def without_attribute(tag: bytes, name: str) -> bytes:
    """A start tag without an attribute."""
    return re.sub(rb"\s" + name.encode() + rb"\s*=\s*(\"[^\"]*\"|'[^']*')", b"", tag)


def escaped(text: str) -> str:
    """Text as it stands between tags; what XML cannot hold is left out."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ILLEGAL.sub("", text) if _ILLEGAL.search(text) else text


def escaped_attribute(text: str) -> str:
    """Text as it stands in an attribute between double quotes."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|amp|lt|gt|quot|apos);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def unescaped(text: str) -> str:
    """Text between tags as it reads."""
    if "&" not in text:
        return text

    def read(found: re.Match[str]) -> str:
        name = found[1]
        if name[0] != "#":
            return _NAMED[name]
        number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
        return chr(number) if number <= 0x10FFFF else ""

    return _ENTITY.sub(read, text)
