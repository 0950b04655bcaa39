"""The styles of a workbook, only ever appended to: formats for our columns, and the date format that a cell lacks."""

from __future__ import annotations

import datetime as dt
import re

from sheetsync.grid import Format, Value
from sheetsync.stores.ooxml import markup
from sheetsync.stores.ooxml.markup import Element

#: The collections of styles.xml in the order that the format asks for.
ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)

ACCENT, TINT, MUTED = "FF0F766E", "FFF0FDFA", "FF6B7280"

#: Excel's own number formats: 14 is the reader's own short date, 20 hours and minutes, 22 both, 49 text.
DATE, TIME, DATE_TIME, TEXT = 14, 20, 22, 49
_BUILT_IN = (
    dict.fromkeys((14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "date")
    | dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "time")
    | {22: "datetime"}
)

#: What Excel's own numbers mean, for workbooks that give these numbers another meaning.
_CODES = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy\\-mm\\-dd",
    20: "h:mm", 22: "yyyy\\-mm\\-dd\\ h:mm", 49: "@",
}  # fmt: skip
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)

EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{main}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def kind_of(code: str) -> str:
    """What a number format code shows: "date", "time", "datetime", or "" for anything else."""
    plain = _QUOTED.sub("", code.split(";")[0]).lower()
    if plain in ("general", "@"):
        return ""
    dated = any(letter in plain for letter in "yd")
    timed = any(letter in plain for letter in "hs")
    if not dated and not timed and "m" in plain and "e" not in plain.replace("e+", "").replace("e-", ""):
        return "date"
    return ("datetime" if timed else "date") if dated else ("time" if timed else "")


def kind_for(value: Value) -> str | None:
    """The kind of number format that a value needs: "" for a number, None where any will do."""
    if isinstance(value, dt.datetime):
        return "datetime"
    if isinstance(value, dt.date):
        return "date"
    if isinstance(value, dt.time):
        return "time"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return ""
    return None


_DEFAULT_FORMAT = {"date": DATE, "time": TIME, "datetime": DATE_TIME, "": 0}
_FITS = {"date": ("date", "datetime"), "datetime": ("datetime", "date"), "time": ("time", "datetime"), "": ("",)}


class Styles:
    """styles.xml with what is to be appended to it. Indexes that were there never change."""

    def __init__(self, data: bytes) -> None:
        """
        Raises:
            NotXml: the part cannot be read.
        """
        self.data, self.encoding = markup.to_utf8(data)
        self.root = markup.outline(self.data)
        self.collections: dict[str, Element] = {}
        for child in self.root.children:
            self.collections.setdefault(child.name, child)
        self.had = {name: len(child.children) for name, child in self.collections.items()}
        self.added: dict[str, list[bytes]] = {}
        self.known: dict[str, dict[bytes, int]] = {}
        self.fresh_formats: dict[str, int] = {}
        self.prefix = self.root.prefix
        self._fitted: dict[tuple[int, str], int] = {}
        formats = self.collections.get("numFmts")
        self.codes = {
            int(one.get("numFmtId")): one.get("formatCode")
            for one in (formats.children if formats else [])
            if one.get("numFmtId").isdigit()
        }
        self._kinds: dict[int, str] = {}

    @property
    def changed(self) -> bool:
        """Whether anything is to be appended."""
        return bool(self.added)

    def count(self, name: str) -> int:
        """How many entries a collection has, appended ones included."""
        return self.had.get(name, 0) + len(self.added.get(name, ()))

    def raw(self, name: str, index: int) -> bytes:
        """An entry of a collection as it stands in the part; that of index 0 where there is no such index."""
        held = self.had.get(name, 0)
        if index >= held:
            fresh = self.added.get(name, [])
            return fresh[index - held] if index - held < len(fresh) else (self.raw(name, 0) if index else b"")
        child = self.collections[name].children[index]
        return self.data[child.start : child.end]

    def append(self, name: str, entry: bytes) -> int:
        """The index of an entry, which is appended where the collection lacks it."""
        known = self.known.get(name)
        if known is None:
            known = {}
            for index in range(self.had.get(name, 0)):
                known.setdefault(self.raw(name, index), index)
            self.known[name] = known
        if entry not in known:
            known[entry] = self.count(name)
            self.added.setdefault(name, []).append(entry)
        return known[entry]

    def number_format(self, code: str) -> int:
        """The id of a number format code."""
        for number, held in self.codes.items():
            if held == code:
                return number
        number = max([163, *self.codes]) + 1
        self.codes[number] = code
        tag = b"<" + self.prefix + b'numFmt numFmtId="%d" formatCode="' % number
        self.added.setdefault("numFmts", []).append(tag + markup.escaped_attribute(code).encode() + b'"/>')
        return number

    def own_number(self, number: int) -> int:
        """The id under which this workbook has one of Excel's own number formats."""
        held = self.codes.get(number)
        if held is None or held == _CODES.get(number) or (kind_of(held) and kind_of(held) == _BUILT_IN.get(number)):
            return number
        return self.number_format(_CODES.get(number, "General"))

    def kind(self, index: int) -> str:
        """What the number format of a cell format shows: "date", "time", "datetime" or ""."""
        if index not in self._kinds:
            fmt = self.number_of(index)
            self._kinds[index] = kind_of(self.codes[fmt]) if fmt in self.codes else _BUILT_IN.get(fmt, "")
        return self._kinds[index]

    def number_of(self, index: int) -> int:
        """The id of the number format of a cell format."""
        number = re.search(rb"""\snumFmtId\s*=\s*["'](\d+)["']""", self._tag(index))
        return int(number[1]) if number else 0

    def fitted(self, index: int, kind: str) -> int:
        """A cell format like this one that shows a value of that kind (see ``kind_for``)."""
        found = self._fitted.get((index, kind))
        if found is None:
            found = (
                index
                if self.kind(index) in _FITS[kind]
                else self.variant(index, number=self.own_number(_DEFAULT_FORMAT[kind]))
            )
            self._fitted[index, kind] = found
        return found

    def _tag(self, index: int) -> bytes:
        entry = self.raw("cellXfs", index)
        return entry[: entry.index(b">") + 1] if entry else b""

    def variant(
        self,
        index: int,
        *,
        number: int | None = None,
        fill: int | None = None,
        font: int | None = None,
        alignment: bytes | None = None,
    ) -> int:
        """A cell format like the one of that index in all but what is given."""
        entry = self.raw("cellXfs", index)
        if not entry:
            entry = b"<" + self.prefix + b'xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        cut = entry.index(b">") + 1
        tag, rest = entry[:cut], entry[cut:]
        for name, applied, value in (
            ("numFmtId", "applyNumberFormat", number),
            ("fillId", "applyFill", fill),
            ("fontId", "applyFont", font),
        ):
            if value is not None:
                tag = markup.with_attribute(markup.with_attribute(tag, name, str(value)), applied, "1")
        if alignment is not None:
            tag = markup.with_attribute(tag, "applyAlignment", "1")
            rest = re.sub(rb"<(?:[\w.-]+:)?alignment\b[^>]*?(?:/>|>\s*</(?:[\w.-]+:)?alignment\s*>)", b"", rest)
            made = b"<" + self.prefix + b"alignment " + alignment + b"/>"
            if tag.endswith(b"/>"):
                tag, rest = tag[:-2].rstrip() + b">", made + b"</" + self.prefix + b"xf>"
            else:
                rest = made + rest
        return self.append("cellXfs", tag + rest)

    def head(self) -> int:
        """The format of the header of a column of ours: white bold on the accent."""
        return self.variant(
            0,
            number=self.own_number(0),
            fill=self._fill(ACCENT),
            font=self._font(bold=True, colour="FFFFFFFF"),
            alignment=b'horizontal="left" vertical="center" wrapText="1"',
        )

    def body(self, base: int, shown: Format, *, date: int) -> int:
        """The format of a cell in a column of ours, on the ground of the column's own format.

        Args:
            date: the id of the number format for dates.
        """
        match shown:
            case Format.DATE:
                return self.variant(
                    base, number=date, fill=self._fill(TINT), alignment=b'horizontal="left" vertical="top"'
                )
            case Format.TEXT:
                return self.variant(base, fill=self._fill(TINT), alignment=b'vertical="top"')
            case Format.WRAP:
                return self.variant(base, fill=self._fill(TINT), alignment=b'vertical="top" wrapText="1"')
            case Format.MARK:
                return self.variant(base, font=self._font(bold=False, colour=MUTED, size=8))
        return base

    def _fill(self, colour: str) -> int:
        p = self.prefix
        entry = b'<%bfill><%bpatternFill patternType="solid"><%bfgColor rgb="%b"/><%bbgColor indexed="64"/></%bpatternFill></%bfill>'
        return self.append("fills", entry % (p, p, p, colour.encode(), p, p, p))

    def _font(self, *, bold: bool, colour: str, size: float | None = None) -> int:
        """The workbook's own body font, bold, coloured or smaller."""
        p = self.prefix
        entry = self.raw("fonts", 0) or b"<%bfont></%bfont>" % (p, p)
        name = re.search(rb"<(?:[\w.-]+:)?name\s[^>]*?val\s*=\s*[\"']([^\"']*)[\"']", entry)
        sized = re.search(rb"<(?:[\w.-]+:)?sz\s[^>]*?val\s*=\s*[\"']([\d.]+)[\"']", entry)
        family = re.search(rb"<(?:[\w.-]+:)?family\s[^>]*?val\s*=\s*[\"'](\d+)[\"']", entry)
        given = b"%g" % size if size is not None else (sized[1] if sized else b"11")
        made = b"<%bfont>" % p
        made += b"<%bb/>" % p if bold else b""
        made += b'<%bsz val="%b"/><%bcolor rgb="%b"/>' % (p, given, p, colour.encode())
        made += b'<%bname val="%b"/>' % (p, name[1] if name else b"Calibri")
        made += b'<%bfamily val="%b"/>' % (p, family[1]) if family else b""
        return self.append("fonts", made + b"</%bfont>" % p)

    def dangling(self) -> str | None:
        """A collection to be appended to, of which some cell format already uses an entry that does not exist."""
        for attribute, name in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            if name not in self.added:
                continue
            for holder in ("cellStyleXfs", "cellXfs"):
                found = self.collections.get(holder)
                for xf in found.children if found else []:
                    used = xf.get(attribute, "0") or "0"
                    if used.isdigit() and self.had.get(name, 0) <= int(used) < self.count(name):
                        return name
        return None

    def bytes(self) -> bytes:
        """The part with all that was appended."""
        edits: list[tuple[int, int, bytes]] = []
        missing: list[tuple[int, int, bytes]] = []
        for name in ORDER:
            entries = self.added.get(name, [])
            if not entries:
                continue
            new = b"".join(entries)
            found = self.collections.get(name)
            if found is None:
                made = b'<%b%b count="%d">' % (self.prefix, name.encode(), len(entries))
                at = self._place(name)
                missing.append((at, at, made + new + b"</%b%b>" % (self.prefix, name.encode())))
                continue
            tag = self.data[found.start : found.open_end]
            if "count" in found.attributes:
                said = found.get("count")
                total = (
                    self.count(name) if not said.isdigit() or int(said) == self.had[name] else int(said) + len(entries)
                )
                tag = markup.with_attribute(tag, "count", str(total))
            if found.end == found.open_end:  # self-closing
                tag_name = re.match(rb"<([^\s/>]+)", tag)
                assert tag_name is not None
                edits.append((found.start, found.end, tag[:-2].rstrip() + b">" + new + b"</" + tag_name[1] + b">"))
            else:
                edits += [(found.start, found.open_end, tag), (found.close, found.close, new)]
        if missing and self.root.end == self.root.open_end:
            edits = [markup.inserted(self.data, self.root, b"".join(new for _, _, new in missing))]
        else:
            edits += missing
        return markup.from_utf8(markup.edited(self.data, edits), self.encoding)

    def _place(self, name: str) -> int:
        """Where a collection that is missing belongs."""
        later = ORDER[ORDER.index(name) + 1 :]
        for child in self.root.children:
            if child.name in later:
                return child.start
        return self.root.close
