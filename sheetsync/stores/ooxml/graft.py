"""A tab of the shipped workbook into a workbook that lacks it: its parts, names and styles, renamed to fit the host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from sheetsync.errors import CannotUse
from sheetsync.grid import AddTab
from sheetsync.stores.ooxml import book, markup, scan, zipped
from sheetsync.stores.ooxml.book import Book
from sheetsync.stores.ooxml.styles import Styles
from sheetsync.stores.ooxml.zipped import Package, normal

_TYPES = "[Content_Types].xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_RELATION = "officeDocument/2006/relationships/"

#: Namespaces of the usual form, and what the strict form calls them. Order matters: longer ones first.
_STRICT_NAMES = (
    (b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/chart", b"http://purl.oclc.org/ooxml/drawingml/chart"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/main", b"http://purl.oclc.org/ooxml/drawingml/main"),
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)  # fmt: skip


class Host(Protocol):
    """The workbook that gets the tab."""

    def has(self, part: str) -> bool:
        """Whether there is such a part."""

    def read(self, part: str) -> bytes:
        """A part, inflated."""

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part, inflated piece by piece."""

    def put(self, part: str, data: bytes) -> None:
        """Change a part, or add it."""


def add_tab(host: Host, held: Book, styles: Styles, step: AddTab, template: Path) -> str:
    """Add the tab, and return the name of its part.

    Raises:
        CannotUse: the workbook has no place for one more sheet.
    """
    with Package(template) as package:
        source = book.read(package)
        sheet = source.sheet(step.template)
        if sheet is None or not sheet.part:
            raise LookupError(f"the shipped workbook has no tab {step.template}")
        return _Graft(host, held, styles, step, package, source, sheet).make()


class _Graft:
    def __init__(
        self, host: Host, held: Book, styles: Styles, step: AddTab, package: Package, source: Book, sheet: book.Sheet
    ) -> None:
        self.host, self.held, self.styles, self.step = host, held, styles, step
        self.package, self.source, self.sheet = package, source, sheet
        self.folder = posixpath.dirname(held.part)
        styles_part = source.part_of_kind("styles")
        self.their_styles = Styles(package.read(styles_part)) if styles_part else styles
        self.xfs: dict[int, int] = {}
        self.dxfs: dict[int, int] = {}

    def make(self) -> str:
        names = self._new_names()
        types = _content_types(self.package)
        overrides: list[tuple[str, str]] = []
        for part, new in names.items():
            data = self.package.read(part)
            if part == self.sheet.part:
                data = self._sheet(data)
            elif part.endswith((".xml", ".vml")):
                data = self._renamed(data)
                if "/tables/" in f"/{part}":
                    data = self._table(data)
            if self.held.strict:
                data = _strict(data)
            self.host.put(new, data)
            overrides.append((new, types(part)))
            related = zipped.relations_of(part)
            if self.package.has(related):
                self.host.put(zipped.relations_of(new), self._relations(part, new, names))
        _add_types(self.host, overrides)
        part = names[self.sheet.part]
        self._list_sheet(part)
        _list_title(self.host, self.step.tab)
        return part

    # -- parts ---------------------------------------------------------------------------------------------------

    def _new_names(self) -> dict[str, str]:
        """All parts that the sheet leads to, with the names that they get."""
        names: dict[str, str] = {}
        waiting = [self.sheet.part]
        while waiting:
            part = waiting.pop(0)
            if part in names:
                continue
            names[part] = self._free_name(part, set(names.values()))
            waiting += [
                found.part
                for found in book.relations(self.package, part)
                if found.part and self.package.has(found.part)
            ]
        return names

    def _free_name(self, part: str, taken: set[str]) -> str:
        """The part's name in the folder of the host's workbook, with the first number that is free."""
        inside = posixpath.relpath(part, posixpath.dirname(self.source.part))
        stem, dot = posixpath.splitext(posixpath.normpath(posixpath.join(self.folder, inside)))
        stem = re.sub(r"\d+$", "", stem)
        number = 1
        while self.host.has(f"{stem}{number}{dot}") or f"{stem}{number}{dot}" in taken:
            number += 1
        return f"{stem}{number}{dot}"

    def _relations(self, part: str, new: str, names: dict[str, str]) -> bytes:
        data, _ = markup.to_utf8(self.package.read(zipped.relations_of(part)))
        root = markup.outline(data)
        edits = []
        for found in root.all("Relationship"):
            tag = data[found.start : found.open_end]
            if self.held.strict:
                kind = found.get("Type").replace(
                    book.TRANSITIONAL + _RELATION, book.STRICT + "officeDocument/relationships/"
                )
                tag = markup.with_attribute(tag, "Type", kind)
            if found.get("TargetMode") != "External":
                target = zipped.resolved(part, found.get("Target"))
                if target in names:
                    tag = markup.with_attribute(tag, "Target", posixpath.relpath(names[target], posixpath.dirname(new)))
            edits.append((found.start, found.open_end, tag))
        return markup.edited(data, edits)

    def _renamed(self, data: bytes) -> bytes:
        """References to the tab under its name in the template, under the one that it gets."""
        old, new = self.sheet.name, self.step.tab
        if old == new:
            return data
        quoted = "'" + new.replace("'", "''") + "'!"
        for spelled in {"'" + old.replace("'", "''") + "'!", f"{old}!"}:
            for form in (markup.escaped, lambda text: markup.escaped(text).replace("'", "&apos;")):
                data = data.replace(form(spelled).encode("utf-8"), form(quoted).encode("utf-8"))
        return data

    def _table(self, data: bytes) -> bytes:
        """A table with a name and an id that the host does not have."""
        ids, names = _tables_of(self.host, self.held)
        root = markup.outline(data)
        tag = data[root.start : root.open_end]
        name = base = root.get("displayName") or "Table"
        number = 1
        while name.casefold() in names:
            number += 1
            name = f"{base}_{number}"
        tag = markup.with_attribute(tag, "id", str(max(ids, default=0) + 1))
        tag = markup.with_attribute(markup.with_attribute(tag, "displayName", name), "name", name)
        return markup.edited(data, [(root.start, root.open_end, tag)])

    # -- the sheet -----------------------------------------------------------------------------------------------

    def _sheet(self, data: bytes) -> bytes:
        data, _ = markup.to_utf8(self._renamed(data))
        root = markup.outline(data)
        shared = _SharedStrings(self.package, self.source)
        shift = (1462 if self.source.date1904 else 0) - (1462 if self.held.date1904 else 0)
        edits: list[tuple[int, int, bytes]] = []
        for found in root.walk():
            tag = data[found.start : found.open_end]
            whole = False
            match found.name:
                case "c":
                    if found.get("s"):
                        tag = markup.with_attribute(tag, "s", str(self._xf(int(found.get("s")))))
                    value = found.find("v")
                    if found.get("t") == "s" and value is not None:
                        text = shared.entry(int(scan.text_of(data, value)))
                        tag = markup.with_attribute(tag, "t", "inlineStr")
                        made = b"<%bis>%b</%bis>" % (found.prefix, text, found.prefix)
                        edits.append((found.open_end, found.close, made))
                    elif shift and value is not None and self._is_date(found):
                        moved = float(scan.text_of(data, value)) + shift
                        edits.append((value.open_end, value.close, b"%g" % moved if moved % 1 else b"%d" % moved))
                case "row":
                    if found.get("s"):
                        tag = markup.with_attribute(tag, "s", str(self._xf(int(found.get("s")))))
                case "col":
                    if found.get("style"):
                        tag = markup.with_attribute(tag, "style", str(self._xf(int(found.get("style")))))
                case "cfRule" | "filterColumn" | "colorFilter" | "sortCondition":
                    if found.get("dxfId"):
                        tag = markup.with_attribute(tag, "dxfId", str(self._dxf(int(found.get("dxfId")))))
                case "sheetView":
                    tag = markup.without_attribute(tag, "tabSelected")
                case _:
                    whole = True
            if not whole and tag != data[found.start : found.open_end]:
                edits.append((found.start, found.open_end, tag))
        return markup.edited(data, edits)

    def _is_date(self, cell: markup.Element) -> bool:
        kind = self.their_styles.kind(int(cell.get("s", "0")))
        return cell.get("t", "n") == "n" and kind in ("date", "datetime")

    # -- styles --------------------------------------------------------------------------------------------------

    def _xf(self, index: int) -> int:
        """The host's cell format that looks like the template's."""
        if index not in self.xfs:
            theirs = self.their_styles
            entry = theirs.raw("cellXfs", index)
            cut = entry.index(b">") + 1
            tag, rest = entry[:cut], entry[cut:]
            own = markup.outline(_standing(entry, theirs))
            number = int(own.get("numFmtId", "0") or 0)
            if number in theirs.codes:
                number = self.styles.number_format(theirs.codes[number])
            else:
                number = self.styles.own_number(number)
            tag = markup.with_attribute(tag, "numFmtId", str(number))
            for attribute, name in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
                part = theirs.raw(name, int(own.get(attribute, "0") or 0))
                if name == "fonts":
                    part = self._font(part)
                tag = markup.with_attribute(tag, attribute, str(self.styles.append(name, self._prefixed(part))))
            for applied in ("applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"):
                if applied != "applyAlignment" or b"alignment" in rest:
                    tag = markup.with_attribute(tag, applied, "1")
            tag = markup.with_attribute(tag, "xfId", "0")
            tag = markup.without_attribute(markup.without_attribute(tag, "quotePrefix"), "pivotButton")
            self.xfs[index] = self.styles.append("cellXfs", self._prefixed(tag + rest))
        return self.xfs[index]

    def _dxf(self, index: int) -> int:
        if index not in self.dxfs:
            self.dxfs[index] = self.styles.append("dxfs", self._prefixed(self.their_styles.raw("dxfs", index)))
        return self.dxfs[index]

    def _font(self, entry: bytes) -> bytes:
        """The template's body font gives way to the host's own."""
        name = re.compile(rb"<(?:[\w.-]+:)?name\s[^>]*?val\s*=\s*[\"']([^\"']*)[\"']")
        theirs, ours = name.search(self.their_styles.raw("fonts", 0)), name.search(self.styles.raw("fonts", 0))
        here = name.search(entry)
        if theirs and ours and here and here[1] == theirs[1] and ours[1] != theirs[1]:
            entry = entry[: here.start(1)] + ours[1] + entry[here.end(1) :]
            entry = re.sub(rb"<(?:[\w.-]+:)?(?:scheme|charset)\s[^>]*/>", b"", entry)
        return entry

    def _prefixed(self, entry: bytes) -> bytes:
        """An entry of the template's styles with the prefix of the host's."""
        theirs, ours = self.their_styles.prefix, self.styles.prefix
        if theirs == ours:
            return entry
        return re.sub(rb"<(/?)" + re.escape(theirs) + rb"(?=[A-Za-z])", rb"<\1" + ours, entry)

    # -- the workbook --------------------------------------------------------------------------------------------

    def _list_sheet(self, part: str) -> None:
        relation = _relate(self.host, self.held, "worksheet", part)
        data, encoding = markup.to_utf8(self.host.read(self.held.part))
        root = markup.outline(data)
        listed = root.find("sheets")
        if listed is None:
            raise CannotUse("it holds no sheets")
        numbers = [int(one.get("sheetId")) for one in listed.all("sheet") if one.get("sheetId").isdigit()]
        office = (
            (book.STRICT + "officeDocument/relationships")
            if self.held.strict
            else book.TRANSITIONAL + _RELATION.rstrip("/")
        )
        tag = (
            f'<{listed.prefix.decode()}sheet name="{markup.escaped_attribute(self.step.tab)}" '
            f'sheetId="{max(numbers, default=0) + 1}" xmlns:r="{office}" r:id="{relation}"/>'
        )
        edits = [markup.inserted(data, listed, tag.encode("utf-8"))]
        edits += self._names(root, data, len(listed.all("sheet")))
        self.host.put(self.held.part, markup.from_utf8(markup.edited(data, edits), encoding))

    def _names(self, root: markup.Element, data: bytes, index: int) -> list[tuple[int, int, bytes]]:
        """The names that belong to the tab, such as its print area."""
        source, _ = markup.to_utf8(self.package.read(self.source.part))
        theirs = markup.outline(source)
        place = next(at for at, sheet in enumerate(self.source.sheets) if sheet is self.sheet)
        held = theirs.find("definedNames")
        prefix = root.prefix
        made = b""
        for one in held.all("definedName") if held else []:
            if one.get("localSheetId") == str(place):
                text = self._renamed(source[one.open_end : one.close])
                hidden = b' hidden="1"' if one.get("hidden") in ("1", "true") else b""
                name = markup.escaped_attribute(one.get("name")).encode("utf-8")
                made += b'<%bdefinedName name="%b" localSheetId="%d"%b>%b</%bdefinedName>' % (
                    prefix, name, index, hidden, text, prefix
                )  # fmt: skip
        if not made:
            return []
        ours = root.find("definedNames")
        if ours is not None:
            return [markup.inserted(data, ours, made)]
        before = ("sheets", "functionGroups", "externalReferences")
        at = [child.end for child in root.children if child.name in before][-1]
        return [(at, at, b"<%bdefinedNames>%b</%bdefinedNames>" % (prefix, made, prefix))]


class _SharedStrings:
    """The template's shared strings as the content of an inline string."""

    def __init__(self, package: Package, source: Book) -> None:
        part = source.part_of_kind("sharedStrings")
        self.data = markup.to_utf8(package.read(part))[0] if part else b""
        self.entries = markup.outline(self.data).all("si") if part else []

    def entry(self, index: int) -> bytes:
        found = self.entries[index]
        return self.data[found.open_end : found.close]


def _standing(entry: bytes, styles: Styles) -> bytes:
    """An entry as a document of its own, its prefix declared."""
    if not styles.prefix:
        return entry
    cut = re.match(rb"<[^\s/>]+", entry)
    assert cut is not None
    return entry[: cut.end()] + b" xmlns:" + styles.prefix[:-1] + b'="x"' + entry[cut.end() :]


def _strict(data: bytes) -> bytes:
    for usual, strict in _STRICT_NAMES:
        data = data.replace(usual + b'"', strict + b'"').replace(usual + b"'", strict + b"'")
    return data


def _content_types(package: Package) -> _Types:
    return _Types(markup.outline(markup.to_utf8(package.read(_TYPES))[0]))


class _Types:
    def __init__(self, root: markup.Element) -> None:
        self.overrides = {normal(one.get("PartName")): one.get("ContentType") for one in root.all("Override")}
        self.defaults = {one.get("Extension").lower(): one.get("ContentType") for one in root.all("Default")}

    def __call__(self, part: str) -> str:
        extension = posixpath.splitext(part)[1][1:].lower()
        return self.overrides.get(normal(part)) or self.defaults.get(extension, "application/xml")


def _add_types(host: Host, overrides: list[tuple[str, str]]) -> None:
    data, encoding = markup.to_utf8(host.read(_TYPES))
    root = markup.outline(data)
    p = root.prefix.decode()
    made = ""
    if not any(one.get("Extension").lower() == "rels" for one in root.all("Default")):  # LibreOffice types each .rels
        made = f'<{p}Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    made += "".join(
        f'<{p}Override PartName="/{markup.escaped_attribute(part)}" ContentType="{kind}"/>' for part, kind in overrides
    )
    host.put(
        _TYPES, markup.from_utf8(markup.edited(data, [markup.inserted(data, root, made.encode("utf-8"))]), encoding)
    )


def _relate(host: Host, held: Book, kind: str, part: str) -> str:
    """Add a relationship of the workbook, and return its id."""
    name = zipped.relations_of(held.part)
    data, encoding = markup.to_utf8(host.read(name))
    root = markup.outline(data)
    ids = {one.get("Id").lower() for one in root.all("Relationship")}
    number = len(ids) + 1
    while f"rid{number}" in ids:
        number += 1
    base = (book.STRICT + "officeDocument/relationships/") if held.strict else book.TRANSITIONAL + _RELATION
    target = posixpath.relpath(part, posixpath.dirname(held.part) or ".")
    tag = f'<{root.prefix.decode()}Relationship Id="rId{number}" Type="{base}{kind}" Target="{markup.escaped_attribute(target)}"/>'
    host.put(name, markup.from_utf8(markup.edited(data, [markup.inserted(data, root, tag.encode("utf-8"))]), encoding))
    return f"rId{number}"


def relate_styles(host: Host, held: Book) -> str:
    """Relate and type a styles part for a workbook that has none, and return its name."""
    part = posixpath.join(posixpath.dirname(held.part), "styles.xml")
    while host.has(part):
        part = part.removesuffix(".xml") + "1.xml"
    _relate(host, held, "styles", part)
    _add_types(host, [(part, _STYLES_TYPE)])
    return part


def forget_part(host: Host, held: Book, part: str) -> None:
    """Take a part's relationship and content type out of the workbook."""
    for name, tag, attribute, found in (
        (
            zipped.relations_of(held.part),
            "Relationship",
            "Target",
            lambda target: normal(zipped.resolved(held.part, target)),
        ),
        (_TYPES, "Override", "PartName", normal),
    ):
        data, encoding = markup.to_utf8(host.read(name))
        root = markup.outline(data)
        edits = [(one.start, one.end, b"") for one in root.all(tag) if found(one.get(attribute)) == normal(part)]
        if edits:
            host.put(name, markup.from_utf8(markup.edited(data, edits), encoding))


def _tables_of(host: Host, held: Book) -> tuple[list[int], set[str]]:
    """The ids and the casefolded names of all tables of the host."""
    ids, names = [], set()
    for sheet in held.sheets:
        if sheet.kind != "worksheet":
            continue
        for found in book.relations(host, sheet.part):
            if found.kind == "table" and host.has(found.part):
                root = markup.outline(markup.to_utf8(host.read(found.part))[0])
                ids += [int(root.get("id"))] if root.get("id").isdigit() else []
                names |= {root.get("displayName").casefold(), root.get("name").casefold()}
    return ids, names


def _list_title(host: Host, tab: str) -> None:
    """Name the new tab in docProps/app.xml, where that part has the shape that Excel gives it."""
    part = next((found.part for found in book.relations(host, "") if found.kind == "extended-properties"), None)
    if part is None or not host.has(part):
        return
    try:
        data, encoding = markup.to_utf8(host.read(part))
        root = markup.outline(data)
    except CannotUse:
        return
    pairs, titles = root.find("HeadingPairs"), root.find("TitlesOfParts")
    vectors = [holder.find("vector") if holder else None for holder in (pairs, titles)]
    if vectors[0] is None or vectors[1] is None:
        return
    counts = [found for found in vectors[0].walk() if found.name in ("i4", "lpstr")]
    if len(counts) < 2 or counts[0].name != "lpstr" or counts[1].name != "i4":
        return
    number = scan.text_of(data, counts[1])
    listed = vectors[1].all("lpstr")
    size = vectors[1].get("size")
    if not number.isdigit() or not size.isdigit() or not 0 < int(number) <= len(listed) == int(size):
        return
    after = listed[int(number) - 1].end
    title = f"<{listed[0].prefix.decode()}lpstr>{markup.escaped(tab)}</{listed[0].prefix.decode()}lpstr>"
    edits = [
        (counts[1].open_end, counts[1].close, str(int(number) + 1).encode()),
        (after, after, title.encode("utf-8")),
        (
            vectors[1].start,
            vectors[1].open_end,
            markup.with_attribute(data[vectors[1].start : vectors[1].open_end], "size", str(int(size) + 1)),
        ),
    ]
    host.put(part, markup.from_utf8(markup.edited(data, edits), encoding))
