"""Structure as requests to Google: our columns beside a log, and our own tabs as ``look`` describes them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from sheetsync import look
from sheetsync.grid import AddColumns, AddTab, Changes, Format, NewColumn, Range, Snapshot, column_name
from sheetsync.look import Choice, Column, DataBar, Kind, Paint, Rule, Sheet, Style, Whose
from sheetsync.stores import google_read, memory
from sheetsync.stores.google_read import SheetFacts

Request = dict[str, Any]

#: Blank rows that a new tab of ours has below its lines; the grid grows when they are used up.
SPARE_ROWS = 60
_SMALLEST = 200

_TYPES = {
    Kind.TEXT: "",
    Kind.WRAP: "",
    Kind.LINK: "",
    Kind.MARK: "",
    Kind.DATE: "DATE",
    Kind.DAY: "DATE",
    Kind.TIME: "TIME",
    Kind.COUNT: "NUMBER",
    Kind.SHARE: "PERCENT",
    Kind.RATE: "NUMBER",
    Kind.CHANGE: "NUMBER",
}


def stable_id(*words: str) -> int:
    """An id that is the same in every run, so that a thing made twice is refused, not doubled (ids are 31 bits)."""
    return (zlib.crc32("/".join(("sheetsync", *words)).encode()) & 0x3FFFFFFF) | 0x40000000


def new_ids(changes: Changes, facts: google_read.Facts) -> dict[str, int]:
    """The sheet id that each new tab gets."""
    taken = {sheet.id for sheet in facts.sheets.values()}
    found: dict[str, int] = {}
    for step in changes.structure:
        if isinstance(step, AddTab):
            number = free_id(taken, "tab", step.template)
            taken.add(number)
            found[step.tab] = number
    return found


def sheet_of(template: str) -> Sheet | None:
    """The tab of ours of that name in the shipped workbook; None where there is none."""
    return next((one for one in (*look.SHEETS, *look.COACH_SHEETS) if one.name == template), None)


def own_tab(name: str) -> Sheet | None:
    """The tab of ours with lines that has that name; None where it is none."""
    return next((one for one in (*look.OWN, look.TEAM) if one.name.casefold() == name.casefold()), None)


def grid_of(step: AddTab, rows: int, cols: int) -> tuple[int, int]:
    """The rows and columns that a new tab gets: its frame, the lines that are about to be written, and some room."""
    sheet = sheet_of(step.template)
    if sheet is None:
        return max(_SMALLEST, rows + SPARE_ROWS), max(26, cols)
    return max(sheet.head_row + 1, rows) + SPARE_ROWS, max(sheet.first_col + len(sheet.columns), cols)


def grow(sheet: SheetFacts, name: str, rows: int, cols: int) -> list[Request]:
    """What makes a grid large enough; new rows of our own tabs look like those above them."""
    found: list[Request] = []
    own = own_tab(name)
    if rows > sheet.rows:
        more = rows - sheet.rows + (SPARE_ROWS if own is not None else 0)
        found.append({"appendDimension": {"sheetId": sheet.id, "dimension": "ROWS", "length": more}})
        if own is not None and sheet.cols >= own.first_col + len(own.columns):
            found += _lines(sheet.id, own, sheet.rows)
    if cols > sheet.cols:
        found.append({"appendDimension": {"sheetId": sheet.id, "dimension": "COLUMNS", "length": cols - sheet.cols}})
    return found


def requests(
    snapshot: Snapshot, changes: Changes, ids: Mapping[str, int], extent: Mapping[str, tuple[int, int]]
) -> list[Request]:
    """All structure of these changes, in order.

    Args:
        ids: the sheet id of each new tab.
        extent: how many rows and columns each tab must have.
    """
    found: list[Request] = []
    charts = {number for sheet in google_read.facts_of(snapshot).sheets.values() for number in sheet.charts}
    for step in changes.structure:
        if isinstance(step, AddColumns):
            found += _add_columns(snapshot, step)
        else:
            grid = grid_of(step, *extent.get(step.tab, (0, 0)))
            chart = free_id(charts, "chart", step.template)
            found += add_tab(step.tab, ids[step.tab], sheet_of(step.template), *grid, chart_id=chart)
    return found


def free_id(taken: Set[int], *words: str) -> int:
    """The stable id, or the next one that is free: somebody may have copied or renamed what has it."""
    number = stable_id(*words)
    while number in taken:
        number += 1
    return number


# -- our columns beside a log -----------------------------------------------------------------------------------------


def _add_columns(snapshot: Snapshot, step: AddColumns) -> list[Request]:
    facts = google_read.facts_of(snapshot)
    tab = snapshot.tab(step.tab)
    assert tab is not None
    sheet = facts.sheets[tab.name]
    last = step.first_col + len(step.columns) - 1
    found: list[Request] = []
    for table in tab.tables:
        if memory.joins(table.range, step):
            wide = Range(table.range.top, table.range.left, table.range.bottom, last)
            found.append(
                {
                    "updateTable": {
                        "table": {"tableId": sheet.table_ids[table.name], "range": grid_range(sheet.id, wide)},
                        "fields": "range",
                    }
                }
            )
    if tab.filter is not None and sheet.filter is not None and memory.joins(tab.filter, step):
        wide = Range(tab.filter.top, tab.filter.left, tab.filter.bottom, last)
        again = {key: value for key, value in sheet.filter.items() if key in ("sortSpecs", "filterSpecs")}
        if "filterSpecs" not in again and "criteria" in sheet.filter:
            again["criteria"] = sheet.filter["criteria"]
        found.append({"setBasicFilter": {"filter": {"range": grid_range(sheet.id, wide), **again}}})
    found.append(
        {
            "updateCells": {
                "start": {"sheetId": sheet.id, "rowIndex": step.header_row, "columnIndex": step.first_col},
                "rows": [{"values": [_new_head(column) for column in step.columns]}],
                "fields": "userEnteredValue,note,userEnteredFormat(backgroundColorStyle,textFormat,wrapStrategy,verticalAlignment)",
            }
        }
    )
    for col, column in enumerate(step.columns, step.first_col):
        found += _column_size(sheet.id, col, column.width, hidden=column.hidden)
        form, fields = _new_column_format(column)
        if fields:
            below = {
                "sheetId": sheet.id,
                "startRowIndex": step.header_row + 1,
                "startColumnIndex": col,
                "endColumnIndex": col + 1,
            }
            if max(sheet.rows, step.last_row + 1) > step.header_row + 1:
                found.append({"repeatCell": {"range": below, "cell": {"userEnteredFormat": form}, "fields": fields}})
    return found


def _new_head(column: NewColumn) -> Request:
    style = {"backgroundColorStyle": colour(look.ACCENT), "wrapStrategy": "WRAP", "verticalAlignment": "MIDDLE"}
    style["textFormat"] = {"bold": True, "foregroundColorStyle": colour(look.PAPER)}
    head: Request = {"userEnteredValue": {"stringValue": column.header}, "userEnteredFormat": style}
    return head | ({"note": column.note} if column.note else {})


def _new_column_format(column: NewColumn) -> tuple[Request, str]:
    match column.format:
        case Format.DATE:
            return {"numberFormat": {"type": "DATE"}}, "userEnteredFormat.numberFormat"
        case Format.WRAP:
            return {"wrapStrategy": "WRAP"}, "userEnteredFormat.wrapStrategy"
        case Format.MARK:
            form = {"wrapStrategy": "CLIP", "textFormat": {"fontSize": 6, "foregroundColorStyle": colour(look.MUTED)}}
            return form, "userEnteredFormat(wrapStrategy,textFormat(fontSize,foregroundColorStyle))"
    return {}, ""


# -- our own tabs -----------------------------------------------------------------------------------------------------


def add_tab(name: str, sheet_id: int, sheet: Sheet | None, rows: int, cols: int, *, chart_id: int) -> list[Request]:
    """Makes a tab and its frame: widths, heads, formats, colours by rule, chart. No line of its list."""
    properties: Request = {
        "sheetId": sheet_id,
        "title": name,
        "gridProperties": {"rowCount": rows, "columnCount": cols},
    }
    if sheet is None:
        return [{"addSheet": {"properties": properties}}]
    if sheet.tab_colour:
        properties["tabColorStyle"] = colour(sheet.tab_colour)
    if sheet.freeze[0]:
        properties["gridProperties"]["frozenRowCount"] = sheet.freeze[0]
    if sheet.freeze[1]:
        properties["gridProperties"]["frozenColumnCount"] = sheet.freeze[1]
    properties["gridProperties"]["hideGridlines"] = True
    return [{"addSheet": {"properties": properties}}, *dress(sheet_id, sheet, chart_id)]


def _lines(sheet_id: int, sheet: Sheet, top: int) -> list[Request]:
    """The look of the rows of a list from ``top`` to the end of the grid."""
    found: list[Request] = [
        {
            "repeatCell": {
                "range": {"sheetId": sheet_id} | ({"startRowIndex": top} if top else {}),
                "cell": {
                    "userEnteredFormat": {
                        "textFormat": {"fontSize": 11, "foregroundColorStyle": colour(look.INK)},
                        "verticalAlignment": "MIDDLE",
                    }
                },
                "fields": "userEnteredFormat(textFormat(fontSize,foregroundColorStyle),verticalAlignment)",
            }
        },
        _rows(sheet_id, top, None, sheet.row_height),
    ]
    for col, column in enumerate(sheet.columns, sheet.first_col):
        found += _column_format(sheet_id, col, column, sheet, max(top, sheet.first_row))
    for rule in sheet.rules:
        if rule.hairline and rule.paint == Paint():
            found.append(_hairline(sheet_id, rule, max(top, rule.range.top)))
    return found


def dress(sheet_id: int, sheet: Sheet, chart_id: int) -> list[Request]:
    """The look of one of our tabs on a sheet that is blank: everything but its values, and the texts that never change."""
    found = _lines(sheet_id, sheet, 0)
    if sheet.first_col:
        found += _column_size(sheet_id, 0, 2)
    for col, column in enumerate(sheet.columns, sheet.first_col):
        found += _column_size(sheet_id, col, column.width, hidden=column.hidden)
    found += _folded(sheet_id, sheet)
    if sheet.head_row >= 0:
        found.append(_heads(sheet_id, sheet))
        found.append(_rows(sheet_id, sheet.head_row, sheet.head_row + 1, sheet.head_height))
    found += [_rows(sheet_id, row, row + 1, points) for row, points in sorted(sheet.heights.items())]
    found += _spots(sheet_id, sheet)
    found += [_rule(sheet_id, rule, at) for at, rule in enumerate(one for one in sheet.rules if one.paint != Paint())]
    found += [_choice(sheet_id, choice) for choice in sheet.choices]
    found += [_bar(sheet_id, bar) for bar in sheet.bars]
    if sheet.chart is not None:
        found.append({"addChart": {"chart": _chart(sheet_id, sheet, chart_id)}})
    if sheet.filter is not None:
        area = Range(sheet.filter.top, sheet.filter.left, sheet.filter.bottom, sheet.filter.right)
        open_ended = grid_range(sheet_id, area)
        del open_ended["endRowIndex"]
        found.append({"setBasicFilter": {"filter": {"range": open_ended}}})
    return found


def _heads(sheet_id: int, sheet: Sheet) -> Request:
    cells: list[Request] = []
    for column in sheet.columns:
        if not column.header:
            cells.append({})
            continue
        ours = column.whose is not Whose.PERSON and sheet is not look.SETTINGS
        cell: Request = {
            "userEnteredFormat": {
                "backgroundColorStyle": colour(look.ACCENT if ours else look.INK),
                "textFormat": {"bold": True, "fontSize": 10, "foregroundColorStyle": colour(look.PAPER)},
                "horizontalAlignment": column.align.upper(),
                "verticalAlignment": "MIDDLE",
                "wrapStrategy": "WRAP",
            }
        }
        if column.whose is not Whose.MARK or sheet is look.CALL_LOG:
            cell["userEnteredValue"] = {"stringValue": column.header}
        if column.note:
            cell["note"] = column.note
        cells.append(cell)
    return {
        "updateCells": {
            "start": {"sheetId": sheet_id, "rowIndex": sheet.head_row, "columnIndex": sheet.first_col},
            "rows": [{"values": cells}],
            "fields": "userEnteredValue,note,userEnteredFormat",
        }
    }


def _column_format(sheet_id: int, col: int, column: Column, sheet: Sheet, top: int) -> list[Request]:
    form: Request = {"horizontalAlignment": column.align.upper()}
    text: Request = {}
    fields = ["horizontalAlignment"]
    shown = number_format(column.kind) if sheet not in (look.SETTINGS, look.START) else None
    if shown:
        form["numberFormat"] = shown
        fields.append("numberFormat")
    if column.bold:
        text["bold"] = True
        fields.append("textFormat.bold")
    ink = column.ink or (look.ACCENT if column.kind is Kind.LINK else look.MUTED if column.muted else "")
    if ink:
        text["foregroundColorStyle"] = colour(ink)
        fields.append("textFormat.foregroundColorStyle")
    if column.muted and column.align == "left":
        text["fontSize"] = 10
        fields.append("textFormat.fontSize")
    if column.indent:
        form["padding"] = _padding(column.indent, column.align)
        fields.append("padding")
    if column.kind is Kind.WRAP:
        form["wrapStrategy"] = "WRAP"
        fields.append("wrapStrategy")
    elif column.kind is Kind.MARK:
        form["wrapStrategy"] = "CLIP"
        fields.append("wrapStrategy")
    if sheet in (look.CALL_LOG, look.CLIENTS) and column.whose is Whose.OURS:
        form["backgroundColorStyle"] = colour(look.TINT)
        fields.append("backgroundColorStyle")
    if text:
        form["textFormat"] = text
    below = {"sheetId": sheet_id, "startRowIndex": top, "startColumnIndex": col, "endColumnIndex": col + 1}
    found: list[Request] = [
        {
            "repeatCell": {
                "range": below,
                "cell": {"userEnteredFormat": form},
                "fields": f"userEnteredFormat({','.join(fields)})",
            }
        }
    ]
    if column.choices:
        found.append(_listed(below, column.choices))
    return found


def _listed(place: Request, words: Sequence[str], source: str = "") -> Request:
    """A dropdown; other words may be typed."""
    condition: Request = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": word} for word in words]}
    if source:
        condition = {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": source}]}
    return {
        "setDataValidation": {
            "range": place,
            "rule": {"condition": condition, "showCustomUi": True, "strict": False},
        }
    }


def _choice(sheet_id: int, choice: Choice) -> Request:
    source = ""
    if choice.source is not None:
        top, left, bottom, right = choice.source.top, choice.source.left, choice.source.bottom, choice.source.right
        corner = f"${column_name(left)}${top + 1}:${column_name(right)}${bottom + 1}"
        source = f"='{choice.tab}'!{corner}"
    return _listed(open_range(sheet_id, choice.range), choice.words, source)


def _padding(indent: int, align: str) -> Request:
    room = {"top": 2, "right": 3, "bottom": 2, "left": 3}
    room["right" if align == "right" else "left"] += 9 * indent
    return room


def number_format(kind: Kind | None) -> Request | None:
    """The number format of a kind; a date without a pattern is shown as the spreadsheet's own locale does."""
    if kind is None or not _TYPES[kind]:
        return None
    if kind is Kind.DATE:
        return {"type": "DATE"}
    # A minus sign that is no hyphen is a letter to Google, and letters stand in quotes.
    return {"type": _TYPES[kind], "pattern": look.NUMBER_FORMATS[kind].replace("−", '"−"')}


def _folded(sheet_id: int, sheet: Sheet) -> Iterator[Request]:
    cols = [col for col, column in enumerate(sheet.columns, sheet.first_col) if column.grouped]
    if cols:
        place = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": min(cols), "endIndex": max(cols) + 1}
        yield {"addDimensionGroup": {"range": place}}
        yield {
            "updateDimensionGroup": {
                "dimensionGroup": {"range": place, "depth": 1, "collapsed": True},
                "fields": "collapsed",
            }
        }


def _spots(sheet_id: int, sheet: Sheet) -> Iterator[Request]:
    for spot in sheet.spots:
        cell: Request = {"userEnteredFormat": _style(spot.style)}
        fields = "userEnteredFormat"
        value = spot.text or spot.value
        if isinstance(value, bool):
            cell["userEnteredValue"] = {"boolValue": value}
        elif isinstance(value, (int, float)):
            cell["userEnteredValue"] = {"numberValue": value}
        elif value is not None:
            cell["userEnteredValue"] = {"stringValue": str(value)}
        if "userEnteredValue" in cell:
            fields = "userEnteredValue,userEnteredFormat"
        yield {
            "updateCells": {
                "start": {"sheetId": sheet_id, "rowIndex": spot.row, "columnIndex": spot.col},
                "rows": [{"values": [cell]}],
                "fields": fields,
            }
        }


def _style(style: Style) -> Request:
    text: Request = {"fontSize": style.size, "foregroundColorStyle": colour(style.ink)}
    if style.bold:
        text["bold"] = True
    if style.italic:
        text["italic"] = True
    if style.font:
        text["fontFamily"] = style.font
    form: Request = {
        "textFormat": text,
        "horizontalAlignment": style.align.upper(),
        "verticalAlignment": "TOP" if style.top else "MIDDLE",
        "wrapStrategy": "WRAP" if style.wrap else "OVERFLOW_CELL",
    }
    if style.fill:
        form["backgroundColorStyle"] = colour(style.fill)
    shown = number_format(style.kind)
    if shown:
        form["numberFormat"] = shown
    if style.indent:
        form["padding"] = _padding(style.indent, style.align)
    if style.box:
        line = {"style": "SOLID", "colorStyle": colour(look.BOX)}
        form["borders"] = {"top": line, "bottom": line, "left": line, "right": line}
    elif style.edge:
        form["borders"] = {"left": {"style": "SOLID_THICK", "colorStyle": colour(style.edge)}}
    return form


def _rule(sheet_id: int, rule: Rule, at: int) -> Request:
    return {
        "addConditionalFormatRule": {
            "index": at,
            "rule": {
                "ranges": [open_range(sheet_id, rule.range)],
                "booleanRule": {
                    "condition": {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": f"={rule.formula}"}]},
                    "format": _paint(rule.paint),
                },
            },
        }
    }


def _paint(paint: Paint) -> Request:
    form: Request = {}
    text: Request = {}
    if paint.fill:
        form["backgroundColorStyle"] = colour(paint.fill)
    if paint.ink:
        text["foregroundColorStyle"] = colour(paint.ink)
    if paint.bold:
        text["bold"] = True
    if text:
        form["textFormat"] = text
    return form


def _hairline(sheet_id: int, rule: Rule, top: int) -> Request:
    # Conditional formats draw no lines in Google Sheets: the lines stand under every row of the list.
    line = {"style": "SOLID", "colorStyle": colour(look.HAIRLINE)}
    return {
        "repeatCell": {
            "range": open_range(sheet_id, rule.range) | {"startRowIndex": top},
            "cell": {"userEnteredFormat": {"borders": {"bottom": line}}},
            "fields": "userEnteredFormat.borders",
        }
    }


def _bar(sheet_id: int, bar: DataBar) -> Request:
    # Google Sheets has no data bars; a colour that deepens with the share says the same.
    return {
        "addConditionalFormatRule": {
            "index": 0,
            "rule": {
                "ranges": [open_range(sheet_id, bar.range)],
                "gradientRule": {
                    "minpoint": {"colorStyle": colour(look.PAPER), "type": "NUMBER", "value": "0"},
                    "maxpoint": {"colorStyle": colour(bar.colour), "type": "NUMBER", "value": f"{min(bar.full, 1):g}"},
                },
            },
        }
    }


def _chart(sheet_id: int, sheet: Sheet, chart_id: int) -> Request:
    chart = sheet.chart
    assert chart is not None
    data = chart.data

    def source(col: int) -> Request:
        return {"sourceRange": {"sources": [grid_range(sheet_id, Range(data.top, col, data.bottom, col))]}}

    width = sum(
        _pixels(sheet.columns[col - sheet.first_col].width) for col in range(chart.place.left, chart.place.right + 1)
    )
    points = sheet.row_height * (chart.place.bottom + 1 - chart.place.top)
    muted = {"foregroundColorStyle": colour(look.MUTED), "fontSize": 10}
    return {
        "chartId": chart_id,
        "spec": {
            "title": chart.title,
            "titleTextFormat": {"foregroundColorStyle": colour(look.INK), "fontSize": 12, "bold": True},
            "hiddenDimensionStrategy": "SHOW_ALL",  # its data stand in hidden columns
            "basicChart": {
                "chartType": "COMBO",
                "legendPosition": "TOP_LEGEND",
                "headerCount": 1,
                "axis": [
                    {"position": "BOTTOM_AXIS", "format": muted},
                    {
                        "position": "LEFT_AXIS",
                        "format": muted,
                        "viewWindowOptions": {"viewWindowMode": "EXPLICIT", "viewWindowMin": 0},
                    },
                ],
                "domains": [{"domain": source(data.left), "reversed": False}],
                "series": [
                    {
                        "series": source(data.left + 1),
                        "targetAxis": "LEFT_AXIS",
                        "type": "COLUMN",
                        "colorStyle": colour(look.ACCENT),
                        "dataLabel": {"type": "DATA", "placement": "OUTSIDE_END", "textFormat": {"fontSize": 10}},
                    },
                    {
                        "series": source(data.left + 2),
                        "targetAxis": "LEFT_AXIS",
                        "type": "LINE",
                        "colorStyle": colour(look.GOAL_LINE),
                        "lineStyle": {"width": 2, "type": "MEDIUM_DASHED"},
                    },
                ],
            },
        },
        "position": {
            "overlayPosition": {
                "anchorCell": {"sheetId": sheet_id, "rowIndex": chart.place.top, "columnIndex": chart.place.left},
                "widthPixels": width,
                "heightPixels": round(points * 96 / 72),
            }
        },
    }


# -- small things -----------------------------------------------------------------------------------------------------


def grid_range(sheet_id: int, area: Range) -> Request:
    """A range as Google counts: its ends lie outside."""
    return {
        "sheetId": sheet_id,
        "startRowIndex": area.top,
        "endRowIndex": area.bottom + 1,
        "startColumnIndex": area.left,
        "endColumnIndex": area.right + 1,
    }


def open_range(sheet_id: int, area: Range) -> Request:
    """The range, open at its bottom where it reaches down the whole column, so that it grows with the grid."""
    found = grid_range(sheet_id, area)
    if area.bottom >= look.LAST_ROW:
        del found["endRowIndex"]
    return found


def colour(hex_code: str) -> Request:
    """A colour such as 0F766E as Google writes it."""
    red, green, blue = (int(hex_code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return {"rgbColor": {"red": round(red, 4), "green": round(green, 4), "blue": round(blue, 4)}}


def _pixels(characters: float) -> int:
    return round(characters * 7 + 5)


def _column_size(sheet_id: int, col: int, width: float, *, hidden: bool = False) -> list[Request]:
    size: Request = {"pixelSize": max(8, _pixels(width))}
    fields = "pixelSize"
    if hidden:
        size["hiddenByUser"] = True
        fields = "pixelSize,hiddenByUser"
    place = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": col, "endIndex": col + 1}
    return [{"updateDimensionProperties": {"range": place, "properties": size, "fields": fields}}]


def _rows(sheet_id: int, start: int, end: int | None, points: float) -> Request:
    place: Request = {"sheetId": sheet_id, "dimension": "ROWS", "startIndex": start}
    if end is not None:
        place["endIndex"] = end
    return {
        "updateDimensionProperties": {
            "range": place,
            "properties": {"pixelSize": round(points * 96 / 72)},
            "fields": "pixelSize",
        }
    }
