"""Small workbooks of our own making, part by part, each named for the one thing that sets it apart from the usual log."""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LOG = "xl/worksheets/sheet1.xml"
OTHER = "xl/worksheets/sheet2.xml"
WORKBOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
STRINGS = "xl/sharedStrings.xml"
TYPES = "[Content_Types].xml"
WORKBOOK_RELS = "xl/_rels/workbook.xml.rels"

HEADS = ("Date", "Rep", "Prospect", "Company", "Outcome", "Notes")
ROWS: tuple[tuple[object, ...], ...] = (
    (dt.date(2026, 11, 2), "Ann", "Earl Dodson", "Dodson Septic", None, "not interested. period."),
    (dt.date(2026, 11, 3), "Bo", "Lew Sabatini", "Sabatini & Stone", "Gatekeeper", "owner out <till> weds"),
    (dt.date(2026, 11, 4), "Ann", "=1+1", None, "Meeting booked", "  two spaces before, ünïcödé 😀 \nsecond line"),
    (dt.date(2026, 11, 5), "Bo", "Sylvia Crain", "Crain Property", None, "maybe, _x0041_ send me some info"),
)
DATE_STYLE = 1

Parts = dict[str, bytes]


def column(col: int) -> str:
    """The letters of a column below 26."""
    return chr(65 + col)


def serial(day: dt.date, epoch: dt.date = dt.date(1899, 12, 30)) -> int:
    """A date as Excel counts it."""
    return (day - epoch).days


def cell(row: int, col: int, value: object, *, epoch: dt.date = dt.date(1899, 12, 30)) -> str:
    """A cell with an inline string, a date or nothing."""
    ref = f"{column(col)}{row}"
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f'<c r="{ref}" s="{DATE_STYLE}"><v>{serial(value, epoch)}</v></c>'
    text = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", str(value))
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def rows(*, first: int = 1, epoch: dt.date = dt.date(1899, 12, 30)) -> str:
    """The log as rows of XML; its header stands in row ``first``."""
    lines = []
    for number, values in enumerate((HEADS, *ROWS), first):
        cells = "".join(cell(number, col, value, epoch=epoch) for col, value in enumerate(values))
        lines.append(f'<row r="{number}" spans="1:6">{cells}</row>')
    return "".join(lines)


def sheet(data: str, *, before: str = "", after: str = "", root: str = "") -> bytes:
    """A worksheet around rows."""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"{root}>{before}<sheetData>{data}</sheetData>{after}</worksheet>'
    ).encode()


def relations(*entries: tuple[str, str, str]) -> bytes:
    """A part of relationships: id, kind, target."""
    made = "".join(f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id, kind, to in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'.encode()


def usual() -> Parts:
    """A workbook with a log of four calls and another tab, as Excel lays it out."""
    xf = '<xf numFmtId="{}" fontId="0" fillId="0" borderId="0" xfId="0"{}/>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    overrides = {
        WORKBOOK: kind + "sheet.main+xml",
        LOG: kind + "worksheet+xml",
        OTHER: kind + "worksheet+xml",
        STYLES: kind + "styles+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return {
        TYPES: (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
            + "</Types>"
        ).encode(),
        "_rels/.rels": relations(("rId1", "officeDocument", WORKBOOK), ("rId2", "extended-properties", "docProps/app.xml")),
        WORKBOOK: (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/><bookViews><workbookView activeTab="1"/></bookViews>'
            '<sheets><sheet name="Call Log" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="7" r:id="rId2"/></sheets>'
            "</workbook>"
        ).encode(),
        WORKBOOK_RELS: relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "worksheets/sheet2.xml"),
            ("rId3", "styles", "styles.xml"),
        ),
        STYLES: (
            f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Aptos"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            '<cellXfs count="2">' + xf.format(0, "") + xf.format(14, ' applyNumberFormat="1"') + "</cellXfs>"
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        ).encode(),
        LOG: sheet(rows(), before='<dimension ref="A1:F5"/><sheetFormatPr defaultRowHeight="15"/>'),
        OTHER: sheet('<row r="2"><c r="B2"><v>42</v></c></row>'),
        "docProps/app.xml": (
            f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application>'
            '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant>'
            '<vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts>'
            '<vt:vector size="2" baseType="lpstr"><vt:lpstr>Call Log</vt:lpstr><vt:lpstr>Other</vt:lpstr></vt:vector>'
            "</TitlesOfParts></Properties>"
        ).encode(),
    }  # fmt: skip


def zipped(parts: Parts, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), data, method)
    return out.getvalue()


def changed(part: str, old: str, new: str, parts: Parts | None = None) -> Parts:
    """The usual parts with one text replaced once in one of them."""
    parts = usual() if parts is None else parts
    assert old.encode() in parts[part], f"{old} is not in {part}"
    return parts | {part: parts[part].replace(old.encode(), new.encode(), 1)}


def with_part(parts: Parts, part: str, data: bytes, kind: str, type_: str, *, of: str = LOG, id: str = "rId9") -> Parts:
    """The parts with one more, related to another part and typed."""
    folder, _, name = of.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    entry = f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="/{part}"/></Relationships>'.encode()
    held = parts.get(rels, relations())
    done = parts | {part: data, rels: held.replace(b"</Relationships>", entry)}
    return changed(TYPES, "</Types>", f'<Override PartName="/{part}" ContentType="{type_}"/></Types>', done)


# -- what each workbook holds -----------------------------------------------------------------------------------------


def _prefixed() -> Parts:
    def prefix(data: bytes) -> bytes:
        data = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", data)
        return data.replace(b"xmlns=", b"xmlns:x=")

    parts = usual()
    return {
        name: prefix(data) if name.startswith("xl/") and "_rels" not in name else data for name, data in parts.items()
    }


def _encoded(encoding: str, name: str) -> Callable[[], Parts]:
    def make() -> Parts:
        parts = usual()
        for part in (LOG, WORKBOOK, STYLES):
            text = parts[part].decode().replace('encoding="UTF-8"', f'encoding="{name}"')
            parts[part] = text.encode(encoding)
        return parts

    return make


def _without_references() -> Parts:
    def dense(found: re.Match[str]) -> str:
        number = int(found[1])
        values = (HEADS, *ROWS)[number - 1]
        cells = [cell(number, col, value) or "<c/>" for col, value in enumerate(values)]
        return f"<row>{''.join(cells)}</row>"

    text = re.sub(r'<row r="(\d+)"[^>]*>.*?</row>', dense, usual()[LOG].decode(), flags=re.DOTALL)
    return usual() | {LOG: re.sub(r' r="[A-Z]+\d+"', "", text).encode()}


def _blank_cells_without_references() -> Parts:
    """Rows with their numbers, cells without references, and blank cells on to where our columns go."""
    data = _without_references()[LOG].decode()
    numbers = iter(range(1, 9))
    data = re.sub("<row>", lambda _: f'<row r="{next(numbers)}">', data)
    return usual() | {LOG: data.replace("</row>", "<c/>" * 5 + "</row>").encode()}


def _shared_strings() -> Parts:
    texts: list[str] = []

    def share(found: re.Match[str]) -> str:
        texts.append(found[2])
        return f'<c r="{found[1]}" t="s"><v>{len(texts) - 1}</v></c>'

    parts = usual()
    pattern = r'<c r="([A-Z]+\d+)" t="inlineStr"><is>(.*?)</is></c>'
    parts[LOG] = re.sub(pattern, share, parts[LOG].decode(), flags=re.DOTALL).encode()
    texts[0] = '<r><t>Da</t></r><r><rPr><b/></rPr><t>te</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
    items = "".join(f"<si>{text}</si>" for text in texts)
    data = f'{HEAD}<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    return with_part(parts, STRINGS, data, "sharedStrings", kind, of=WORKBOOK)


def _table(*, totals: bool = False) -> Parts:
    end = 6 if totals else 5
    names = "".join(f'<tableColumn id="{at}" name="{name}"/>' for at, name in enumerate(HEADS, 1))
    table = (
        f'{HEAD}<table xmlns="{MAIN}" id="3" name="Calls" displayName="Calls" ref="A1:F{end}" totalsRow{"Count" if totals else "Shown"}='
        f'"{1 if totals else 0}"><autoFilter ref="A1:F5"/><tableColumns count="6">{names}</tableColumns>'
        '<tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>'
    ).encode()  # fmt: skip
    parts = changed(LOG, "</sheetData>", '</sheetData><tableParts count="1"><tablePart r:id="rId9"/></tableParts>')
    if totals:
        parts = changed(
            LOG, "</sheetData>", '<row r="6"><c r="A6" t="inlineStr"><is><t>Total</t></is></c></row></sheetData>', parts
        )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
    return with_part(parts, "xl/tables/table1.xml", table, "table", kind)


def _filtered() -> Parts:
    parts = changed(
        LOG,
        "</sheetData>",
        '</sheetData><autoFilter ref="A1:F5"><filterColumn colId="1"><filters><filter val="Ann"/></filters></filterColumn></autoFilter>',
    )
    parts = changed(LOG, '<row r="3" ', '<row r="3" hidden="1" ', parts)
    name = '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'Call Log\'!$A$1:$F$5</definedName></definedNames>'
    return changed(WORKBOOK, "</workbook>", name + "</workbook>", parts)


def _chart() -> Parts:
    chart = f'{HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'.encode()
    drawing = (
        f'{HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'.encode()
    )
    parts = changed(LOG, "</sheetData>", '</sheetData><drawing r:id="rId9"/>')
    kind = "application/vnd.openxmlformats-officedocument.drawing"
    parts = with_part(parts, "xl/drawings/drawing1.xml", drawing, "drawing", kind + "+xml")
    return with_part(
        parts, "xl/charts/chart1.xml", chart, "chart", kind + "ml.chart+xml", of="xl/drawings/drawing1.xml"
    )


def _pivot() -> Parts:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    cache = f'{HEAD}<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" refreshOnLoad="1"/>'.encode()
    pivot = f'{HEAD}<pivotTableDefinition xmlns="{MAIN}" name="Pivot" cacheId="5"/>'.encode()
    parts = changed(WORKBOOK, "</sheets>", '</sheets><pivotCaches><pivotCache cacheId="5" r:id="rId9"/></pivotCaches>')
    parts = with_part(
        parts,
        "xl/pivotCache/pivotCacheDefinition1.xml",
        cache,
        "pivotCacheDefinition",
        kind + "pivotCacheDefinition+xml",
        of=WORKBOOK,
    )
    return with_part(parts, "xl/pivotTables/pivotTable1.xml", pivot, "pivotTable", kind + "pivotTable+xml", of=OTHER)


def _macro() -> Parts:
    parts = changed(TYPES, "sheet.main+xml", "x").copy()
    parts[TYPES] = parts[TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.x",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    return with_part(
        parts,
        "xl/vbaProject.bin",
        bytes(range(256)) * 8,
        "vbaProject",
        "application/vnd.ms-office.vbaProject",
        of=WORKBOOK,
    )


def _comments() -> Parts:
    kind = "application/vnd.openxmlformats-officedocument."
    comments = f'{HEAD}<comments xmlns="{MAIN}"><authors><author>A</author></authors><commentList><comment ref="F2" authorId="0"><text><t>call him</t></text></comment></commentList></comments>'.encode()
    parts = changed(LOG, "</sheetData>", '</sheetData><legacyDrawing r:id="rId8"/>')
    parts = with_part(parts, "xl/comments1.xml", comments, "comments", kind + "spreadsheetml.comments+xml")
    return with_part(parts, "xl/drawings/vmlDrawing1.vml", b"<xml/>", "vmlDrawing", kind + "vmlDrawing", id="rId8")


def _formulas() -> Parts:
    line = (
        '<row r="9"><c r="A9"><f>COUNTA(G2:G5)</f><v>0</v></c><c r="B9"><f t="shared" ref="B9:C9" si="0">A9+1</f><v>1</v></c>'
        '<c r="C9"><f t="shared" si="0"/><v>2</v></c><c r="D9" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E9" t="str"><f>""</f><v></v></c>'
        '<c r="F9"><f>NOW()</f></c></row></sheetData>'
    )
    chain = f'{HEAD}<calcChain xmlns="{MAIN}"><c r="A9" i="1"/><c r="B9"/><c r="C9"/><c r="D9"/><c r="E9"/><c r="F9"/></calcChain>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    parts = changed(LOG, "</sheetData>", line)
    parts = changed(LOG, 'ref="A1:F5"', 'ref="A1:F9"', parts)
    return with_part(parts, "xl/calcChain.xml", chain, "calcChain", kind, of=WORKBOOK)


def _strict() -> Parts:
    parts = usual()
    for name, data in parts.items():
        data = data.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        parts[name] = data.replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    return parts


def _dates_1904() -> Parts:
    parts = changed(WORKBOOK, "<workbookPr/>", '<workbookPr date1904="1"/>')
    return parts | {LOG: sheet(rows(epoch=dt.date(1904, 1, 1)), before='<dimension ref="A1:F5"/>')}


def _chart_sheet() -> Parts:
    data = f'{HEAD}<chartsheet xmlns="{MAIN}"/>'.encode()
    parts = changed(WORKBOOK, "</sheets>", '<sheet name="Chart" sheetId="9" r:id="rId9"/></sheets>')
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"
    return with_part(parts, "xl/chartsheets/sheet1.xml", data, "chartsheet", kind, of=WORKBOOK)


def _without_styles() -> Parts:
    parts = usual()
    del parts[STYLES]
    parts = changed(WORKBOOK_RELS, f'<Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/>', "", parts)
    parts[TYPES] = re.sub(rb'<Override PartName="/xl/styles.xml"[^>]*/>', b"", parts[TYPES])
    text = re.sub(r'<c r="(A\d)" s="1"><v>(\d+)</v></c>', r'<c r="\1" t="d"><v>2026-11-02</v></c>', parts[LOG].decode())
    return parts | {LOG: text.encode()}


def _far_folder() -> Parts:
    """A workbook part in another folder, as some programs lay it out."""
    parts = usual()
    moved = {name.replace("xl/", "content/book/"): data for name, data in parts.items()}
    for name in (TYPES, "_rels/.rels"):
        moved[name] = moved[name].replace(b"xl/", b"content/book/")
    return moved


#: Workbooks that can be used, by the one thing that each holds.
GOOD: dict[str, Callable[[], Parts]] = {
    "usual": usual,
    "namespace prefix": _prefixed,
    "utf-16": _encoded("utf-16", "UTF-16"),
    "byte order mark": _encoded("utf-8-sig", "UTF-8"),
    "cdata": lambda: changed(LOG, "not interested. period.", "<![CDATA[not interested. period.]]>"),
    "xml comments": lambda: changed(LOG, '<row r="3"', '<!-- </row><row r="99"> --><row r="3"'),
    "comment in a row": lambda: changed(LOG, '<c r="B3"', '<!--<c r="Z3"/>--><c r="B3"'),
    "character references": lambda: changed(LOG, "not interested", "&#110;ot&#x20;interested"),
    "cells without references": _without_references,
    "blank cells without references": _blank_cells_without_references,
    "a missing row": lambda: changed(LOG, "</sheetData>", '<row r="12"><c r="A12" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'),
    "self-closing rows": lambda: changed(LOG, "</sheetData>", '<row r="8"/><row r="9" ht="20" customHeight="1"/></sheetData>'),
    "single quotes": lambda: usual() | {LOG: re.sub(rb'="([^"]*)"', rb"='\1'", usual()[LOG])},
    "spaces in tags": lambda: usual() | {LOG: usual()[LOG].replace(b"<c r=", b"<c\n  r =").replace(b"</c>", b"</c >")},
    "attributes in another order": lambda: usual() | {LOG: re.sub(rb'<c (r="[A-Z]\d") (t="inlineStr"|s="1")', rb"<c \2 \1", usual()[LOG])},
    "shared and rich strings": _shared_strings,
    "a table": _table,
    "a table with totals": lambda: _table(totals=True),
    "a filter with hidden rows": _filtered,
    "a chart": _chart,
    "a pivot table": _pivot,
    "comments": _comments,
    "formulas and a calculation chain": _formulas,
    "strict": _strict,
    "1904 dates": _dates_1904,
    "a chart sheet": _chart_sheet,
    "a sheet without a part": lambda: changed(WORKBOOK, "</sheets>", '<sheet name="Gone" sheetId="9" r:id="rId99"/></sheets>'),
    "a very hidden tab": lambda: changed(WORKBOOK, '<sheet name="Other"', '<sheet state="veryHidden" name="Other"'),
    "no styles": _without_styles,
    "no cell formats": lambda: usual() | {STYLES: f'{HEAD}<styleSheet xmlns="{MAIN}"/>'.encode(), LOG: usual()[LOG].replace(b' s="1"', b"")},
    "no dimension": lambda: changed(LOG, '<dimension ref="A1:F5"/>', ""),
    "columns with formats": lambda: changed(LOG, "<sheetData>", '<cols><col min="1" max="3" width="9"/><col min="5" max="16384" width="12" style="1"/></cols><sheetData>'),
    "rows with formats": lambda: changed(LOG, '<row r="4" spans="1:6">', '<row r="4" spans="1:6" s="1" customFormat="1">'),
    "blank cells where our columns go": lambda: changed(LOG, '<row r="3" spans="1:6">', '<row r="3" spans="1:6">').copy() | {LOG: re.sub(rb"(<row r=\"([2-5])\".*?)</row>", rb'\1<c r="H\2" s="1"/></row>', usual()[LOG], flags=re.DOTALL)},
    "merged title elsewhere": lambda: changed(OTHER, "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>'),
    "alternate content": lambda: changed(LOG, "<sheetData>", '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"/></mc:AlternateContent><sheetData>'),
    "names and an old calculation": lambda: changed(WORKBOOK, "</workbook>", '<definedNames><definedName name="Rate">Other!$B$2</definedName></definedNames><calcPr calcId="191029"/><extLst/></workbook>'),
    "another folder": _far_folder,
    "absolute targets": lambda: changed(WORKBOOK_RELS, "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
    "no document properties": lambda: {name: data for name, data in changed("_rels/.rels", "extended-properties", "none").items() if name != "docProps/app.xml"},
    "an unprotected protection": lambda: changed(LOG, "</sheetData>", '</sheetData><sheetProtection sheet="0" objects="1"/>'),
}  # fmt: skip


def _protected(unlocked: bool) -> Parts:
    parts = changed(LOG, "</sheetData>", '</sheetData><sheetProtection sheet="1"/>')
    if unlocked:
        free = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>'
        parts = changed(STYLES, "</cellXfs>", free, changed(STYLES, 'cellXfs count="2"', 'cellXfs count="3"', parts))
        parts = changed(
            LOG, "<sheetData>", '<cols><col min="7" max="20" width="9" style="2"/></cols><sheetData>', parts
        )
    return parts


#: Workbooks that are refused, with a word of the reason.
BAD: dict[str, tuple[Callable[[], Parts], str]] = {
    "a signature": (lambda: changed("_rels/.rels", "</Relationships>", f'<Relationship Id="rId8" Type="{PACKAGE}/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'), "signed"),
    "an entity bomb": (lambda: changed(LOG, "<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'), "document type"),
    "an entity bomb in the workbook part": (lambda: changed(WORKBOOK, "<workbook", '<!DOCTYPE x [<!ENTITY a "aa">]><workbook'), "document type"),
    "a deep part": (lambda: changed(WORKBOOK, "<workbookPr/>", "<a>" * 2000 + "</a>" * 2000), "deeper"),
    "a sheet that breaks off": (lambda: usual() | {LOG: usual()[LOG][:900]}, "damaged"),
    "no workbook": (lambda: changed("_rels/.rels", "officeDocument\"", "nothing\""), "no workbook"),
    "revision logs": (lambda: with_part(usual(), "xl/revisions/revisionHeaders.xml", b"<headers/>", "revisionHeaders", "x/y", of=WORKBOOK), "shared workbook"),
}  # fmt: skip


def descriptors(parts: Parts) -> bytes:
    """The package with data descriptors behind its members, as a stream writes them."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += data
            return len(data)

    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, data in parts.items():
            archive.writestr(name, data)
    return bytes(out.data)


def with_backslashes(data: bytes) -> bytes:
    """The package with backslashes in the names of its members."""
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"):
        data = data.replace(name.encode(), name.replace("/", "\\").encode())
    return data


def lying(data: bytes, member: bytes, size: int) -> bytes:
    """The package with another uncompressed size in the directory entry of a member."""
    at = data.rindex(member) - 46
    return data[: at + 24] + struct.pack("<L", size) + data[at + 28 :]


#: Packages that differ in the zip file only.
PACKAGES: dict[str, Callable[[], bytes]] = {
    "stored members": lambda: zipped(usual(), method=zipfile.ZIP_STORED),
    "data descriptors": lambda: descriptors(usual()),
    "junk before the package": lambda: b"#!/bin/sh\nexit 0\n" + zipped(usual()),
    "backslashes in names": lambda: with_backslashes(zipped(usual())),
    "other case in names": lambda: zipped({name.replace("sheet2", "Sheet2"): data for name, data in usual().items()}),
}

#: Packages that are refused, with a word of the reason.
BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut off": (lambda: zipped(usual())[:-400], "damaged"),
    "two members of one name": (lambda: zipped(usual() | {"xl/Styles.xml": b"<x/>"}), "two parts"),
    "a bomb": (lambda: zipped(usual() | {"xl/media/image1.bin": b"\0" * (80 * 2**20)}), "would grow"),
    "a member larger than it says": (lambda: lying(zipped(usual()), b"xl/worksheets/sheet1.xml", 100), "damaged"),
    "a flipped bit": (lambda: _flipped(zipped(usual(), method=zipfile.ZIP_STORED)), "damaged"),
    "no zip": (lambda: b"just text, whatever its name says" * 9, "damaged"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "nothing": (lambda: b"", "empty"),
}


def _flipped(data: bytes) -> bytes:
    at = data.index(b"Earl Dodson")
    return data[:at] + b"F" + data[at + 1 :]
