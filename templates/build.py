"""Builds the workbooks that ship from sheetsync.look, the same bytes each time: ``python templates/build.py``."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.data_source import AxDataSource, NumFmt, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.comments import Comment
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.formatting.rule import DataBarRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.views import BookView
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync import look
from sheetsync.grid import Range
from sheetsync.look import Kind, Sheet, Style, Whose
from sheetsync.tabs import follow_ups, team, weekly
from sheetsync.tabs import lines as own_lines
from sheetsync.tabs.lines import Page

HERE = Path(__file__).resolve().parent
_MOMENT = dt.datetime(2026, 1, 1)
_CENTIMETRE = 0.3937  # inches
_BODY = "Calibri"

_THIN = Side(style="thin", color=look.HAIRLINE)
_BOX = Side(style="thin", color=look.BOX)


def call_log() -> bytes:
    """The call log as a file."""
    book = _book(look.SHEETS, (weekly.shipped(), follow_ups.shipped()), look.START, "Call log")
    log = book[look.CALL_LOG_NAME]
    _table(log, look.CALL_LOG, "CallLog", look.TABLE_ROWS)
    _reps_and_dates(log)
    return _file(book)


def coach() -> bytes:
    """The coach's workbook as a file."""
    book = _book(look.COACH_SHEETS, (team.shipped(),), look.CLIENTS, "Clients")
    _table(book[look.CLIENTS_NAME], look.CLIENTS, "Clients", look.ROSTER_ROWS)
    return _file(book)


def _book(sheets: Sequence[Sheet], pages: Sequence[Page], first: Sheet, title: str) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _tab(book.create_sheet(sheet.name), sheet)
    for page in pages:
        tab = book[page.sheet.name]
        for (row, col), value in own_lines.lay_out(None, page).cells.items():
            tab.cell(row + 1, col + 1).value = value
    book.views = [BookView(tabRatio=750)]
    book.active = sheets.index(first)
    for tab in book.worksheets:
        tab.sheet_view.tabSelected = tab.title == first.name
    book.calculation.fullCalcOnLoad = False  # there is not one formula
    book.properties.creator = "sheetsync"
    book.properties.title = title
    book.properties.created = book.properties.modified = _MOMENT
    return book


def _file(book: Workbook) -> bytes:
    raw = io.BytesIO()
    book.save(raw)
    return _settled(raw.getvalue())


# -- one tab ----------------------------------------------------------------------------------------------------------


def _tab(tab: Worksheet, sheet: Sheet) -> None:
    tab.sheet_view.showGridLines = False
    tab.sheet_view.zoomScale = 100
    if sheet.tab_colour:
        tab.sheet_properties.tabColor = sheet.tab_colour
    tab.sheet_format.defaultRowHeight = sheet.row_height
    tab.sheet_format.customHeight = True
    if sheet.first_col:
        tab.column_dimensions["A"].width = 2.5
    for col, column in enumerate(sheet.columns, sheet.first_col):
        _column(tab, sheet, col, column)
    grouped = [col for col, column in enumerate(sheet.columns, sheet.first_col) if column.grouped]
    if grouped:
        tab.column_dimensions.max_outline = 1
        tab.column_dimensions[get_column_letter(grouped[-1] + 2)].collapsed = True
    for row, height in sheet.heights.items():
        tab.row_dimensions[row + 1].height = height
    for spot in sheet.spots:
        cell = tab.cell(spot.row + 1, spot.col + 1)
        cell.value = spot.text or spot.value
        _dress(cell, spot.style)
    _heads(tab, sheet)
    _rules(tab, sheet)
    for choice in sheet.choices:
        _dropdown(tab, choice.range, choice.words)
    rows, cols = sheet.freeze
    if rows or cols:
        tab.freeze_panes = tab.cell(rows + 1, cols + 1)
    if sheet.filter:
        tab.auto_filter.ref = str(sheet.filter)
    if sheet.chart:
        _chart(tab, sheet.chart)
    _print(tab, sheet)


def _column(tab: Worksheet, sheet: Sheet, col: int, column: look.Column) -> None:
    shown = tab.column_dimensions[get_column_letter(col + 1)]
    shown.width = column.width
    shown.hidden = column.hidden or column.grouped
    if column.grouped:
        shown.outlineLevel = 1
    ink = column.ink or (look.MUTED if column.muted else look.INK)
    if column.kind in (Kind.MARK, Kind.LINK):
        ink = look.MUTED if column.kind is Kind.MARK else look.ACCENT
    size = 10 if column.muted and column.align == "left" else 11
    shown.font = _font(Style(size=size, bold=column.bold, ink=ink), underlined=column.kind is Kind.LINK)
    log = sheet in (look.CALL_LOG, look.CLIENTS)
    shown.alignment = Alignment(horizontal=column.align, vertical="center", indent=column.indent)
    shown.number_format = look.NUMBER_FORMATS[column.kind] if sheet not in (look.SETTINGS, look.START) else "General"
    if log and column.whose is Whose.OURS:
        shown.fill = PatternFill("solid", fgColor=look.TINT)


def _heads(tab: Worksheet, sheet: Sheet) -> None:
    if sheet.head_row < 0:
        return
    tab.row_dimensions[sheet.head_row + 1].height = sheet.head_height
    for col, column in enumerate(sheet.columns, sheet.first_col):
        if not column.header:
            continue
        cell = tab.cell(sheet.head_row + 1, col + 1)
        if column.whose is not Whose.MARK or sheet is look.CALL_LOG:
            cell.value = column.header
        ours = column.whose is not Whose.PERSON and sheet is not look.SETTINGS
        _dress(
            cell,
            Style(
                size=10,
                bold=True,
                ink=look.PAPER,
                fill=look.ACCENT if ours else look.INK,
                align=column.align,
                indent=column.indent,
                wrap=True,
                kind=Kind.TEXT,
            ),
        )
        if column.note:
            cell.comment = Comment(column.note, "sheetsync", height=24 + 18 * (len(column.note) // 34 + 1), width=240)


def _font(style: Style, *, underlined: bool = False) -> Font:
    return Font(
        name=style.font or _BODY,
        scheme=None if style.font else "minor",
        family=2,
        size=style.size,
        bold=style.bold,
        italic=style.italic,
        underline="single" if underlined else None,
        color=style.ink,
    )


def _dress(cell, style: Style) -> None:  # type: ignore[no-untyped-def]
    cell.font = _font(style)
    cell.alignment = Alignment(
        horizontal=style.align, vertical="top" if style.top else "center", wrap_text=style.wrap, indent=style.indent
    )
    cell.number_format = look.NUMBER_FORMATS[style.kind] if style.kind else "General"
    cell.fill = PatternFill("solid", fgColor=style.fill) if style.fill else PatternFill()
    if style.box:
        cell.border = Border(left=_BOX, right=_BOX, top=_BOX, bottom=_BOX)
    elif style.edge:
        cell.border = Border(left=Side(style="thick", color=style.edge))


def _rules(tab: Worksheet, sheet: Sheet) -> None:
    for rule in sheet.rules:
        paint = rule.paint
        look_of = DifferentialStyle(
            font=Font(color=paint.ink or None, bold=paint.bold or None) if paint.ink or paint.bold else None,
            fill=PatternFill("solid", fgColor=paint.fill, bgColor=paint.fill) if paint.fill else None,
            border=Border(bottom=_THIN) if rule.hairline else None,
        )
        tab.conditional_formatting.add(str(rule.range), Rule(type="expression", dxf=look_of, formula=[rule.formula]))
    for bar in sheet.bars:
        tab.conditional_formatting.add(
            str(bar.range),
            DataBarRule(start_type="num", start_value=0, end_type="num", end_value=bar.full, color="FF" + bar.colour),
        )


def _dropdown(tab: Worksheet, cells: Range, words: tuple[str, ...], source: str = "") -> None:
    listed = source or '"' + ",".join(words) + '"'
    offered = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=False)
    offered.add(str(cells))
    tab.add_data_validation(offered)


def _print(tab: Worksheet, sheet: Sheet) -> None:
    setup = tab.page_setup
    setup.orientation = "portrait" if sheet is look.START else "landscape"
    setup.paperSize = 9
    setup.fitToWidth, setup.fitToHeight = 1, 0
    tab.sheet_properties.pageSetUpPr.fitToPage = True
    margins = tab.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _CENTIMETRE
    margins.header = margins.footer = _CENTIMETRE / 2
    first, last = (get_column_letter(col + 1) for col in sheet.print_cols)
    quoted = tab.title.replace("'", "''")
    area = DefinedName(
        "_xlnm.Print_Area", attr_text=f"'{quoted}'!${first}:${last}"
    )  # whole columns: as far down as there is something
    tab.defined_names.add(area)
    if sheet.head_row >= 0 and sheet is not look.SETTINGS:
        tab.print_title_rows = f"{sheet.head_row + 1}:{sheet.head_row + 1}"


# -- the log ----------------------------------------------------------------------------------------------------------


def _table(tab: Worksheet, sheet: Sheet, name: str, rows: int) -> None:
    """A real table, with blank rows to fill in, and a dropdown down each column that has a list."""
    last = Range(sheet.head_row, sheet.first_col, sheet.head_row + rows, sheet.first_col + len(sheet.columns) - 1)
    table = Table(displayName=name, name=name, ref=str(last))
    table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
    tab.add_table(table)
    for col, column in enumerate(sheet.columns, sheet.first_col):
        if column.choices:
            _dropdown(tab, Range(sheet.first_row, col, look.LAST_ROW, col), column.choices)


def _reps_and_dates(tab: Worksheet) -> None:
    at = {column.header: col for col, column in enumerate(look.CALL_LOG_COLUMNS)}
    reps = look.reps_range()
    source = f"{look.SETTINGS_NAME}!${get_column_letter(reps.left + 1)}${reps.top + 1}:${get_column_letter(reps.left + 1)}${reps.bottom + 1}"
    _dropdown(tab, Range(1, at["Rep"], look.LAST_ROW, at["Rep"]), (), source)
    date = DataValidation(
        type="date", operator="greaterThanOrEqual", formula1="36526", allow_blank=True, errorStyle="warning", showErrorMessage=True,
        errorTitle="Not a date", error="Type the day of the call as a date, or sheetsync will ask for it.",
    )  # fmt: skip
    date.add(str(Range(1, at["Date"], look.LAST_ROW, at["Date"])))
    tab.add_data_validation(date)


# -- the chart --------------------------------------------------------------------------------------------------------


def _text(size: int, colour: str, bold: bool = False) -> RichText:
    said = CharacterProperties(sz=size * 100, b=bold, solidFill=colour)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=said), endParaRPr=said)])


def _chart(tab: Worksheet, chart: look.Chart) -> None:
    data = chart.data
    top, bottom = data.top + 1, data.bottom + 1
    labels = Reference(tab, min_col=data.left + 1, min_row=top + 1, max_row=bottom)
    columns, line = BarChart(), LineChart()
    columns.type, columns.gapWidth, columns.overlap = "col", 45, 0
    for part, col in ((columns, data.left + 2), (line, data.left + 3)):
        part.add_data(Reference(tab, min_col=col, min_row=top, max_row=bottom), titles_from_data=True)
        part.series[0].cat = AxDataSource(strRef=StrRef(f=str(labels)))  # words, not numbers
    bar = columns.series[0]
    bar.graphicalProperties = GraphicalProperties(solidFill=look.ACCENT)
    bar.graphicalProperties.line.noFill = True
    bar.invertIfNegative = False
    bar.dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False, showBubbleSize=False
    )
    bar.dLbls.position = "outEnd"
    bar.dLbls.txPr = _text(9, look.INK, bold=True)
    goal = line.series[0]
    goal.graphicalProperties = GraphicalProperties(
        ln=LineProperties(w=25400, prstDash="dash", solidFill=look.GOAL_LINE)
    )
    goal.marker.symbol = "none"
    goal.smooth = False
    columns.x_axis.delete = columns.y_axis.delete = False
    columns.x_axis.axPos = "b"
    columns.x_axis.number_format = "@"
    columns.x_axis.txPr = columns.y_axis.txPr = _text(9, look.MUTED)
    columns.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=look.BOX, w=9525))
    columns.y_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    columns.x_axis.majorTickMark = columns.y_axis.majorTickMark = "none"
    columns.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=look.HAIRLINE, w=9525))
    columns.y_axis.scaling.min = 0
    columns.y_axis.numFmt = NumFmt(formatCode="0", sourceLinked=False)
    columns.title = chart.title
    title = columns.title.tx.rich.p[0]
    title.pPr = ParagraphProperties(defRPr=CharacterProperties(sz=1200, b=True, solidFill=look.INK))
    columns.title.overlay = False
    columns.title.layout = Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.012, y=0.012))
    columns.legend.position = "t"
    columns.legend.txPr = _text(9, look.MUTED)
    columns.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    columns.roundedCorners = False
    columns.visible_cells_only = False
    columns.display_blanks = "gap"
    columns += line
    place = chart.place
    columns.anchor = TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=place.left, row=place.top),
        to=AnchorMarker(col=place.right + 1, row=place.bottom + 1),
    )
    tab.add_chart(columns)


# -- the file ---------------------------------------------------------------------------------------------------------

#: A bar of one colour, from 0 to its end, without a border: what Excel 2010 and later draw in place of the fading one.
_BAR_EXTENSION = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">'
    '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="dataBar" id="{GUID}"><x14:dataBar minLength="0" maxLength="100" gradient="0">'
    '<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>FULL</xm:f></x14:cfvo>'
    '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>'
    "<xm:sqref>RANGE</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
)
_BAR_ID = "{5C6B1E0A-7D0F-4B8E-9C55-6B6F1F5B7A01}"


def _settled(raw: bytes) -> bytes:
    """The same package with solid data bars, and with the same time on every part, so that one build is like another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            body = before.read(name)
            if name.startswith("xl/worksheets/sheet") and b'type="dataBar"' in body:
                body = _solid_bars(body.decode("utf-8")).encode("utf-8")
            if name == "docProps/core.xml":
                stamp = _MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ")
                body = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp.encode(), body)
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, body)
    return out.getvalue()


def _solid_bars(sheet: str) -> str:
    (bar,) = {*look.WEEKLY.bars, *look.TEAM.bars}  # both pages have theirs in one place
    link = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        f'uri="{{B025F937-C7B1-47D3-B67F-A62EFF666E3E}}"><x14:id>{_BAR_ID}</x14:id></ext></extLst></cfRule>'
    )
    sheet = re.sub(r'(<cfRule type="dataBar".*?)</cfRule>', lambda found: found[1] + link, sheet, flags=re.S)
    wide = _BAR_EXTENSION.replace("{GUID}", _BAR_ID).replace("FULL", f"{bar.full:g}").replace("RANGE", str(bar.range))
    return sheet.replace("</worksheet>", wide + "</worksheet>")


#: How each workbook that ships is built.
BUILD = {"call-log": call_log, "coach": coach}

if __name__ == "__main__":
    for name, build in BUILD.items():
        (HERE / f"{name}.xlsx").write_bytes(build())
