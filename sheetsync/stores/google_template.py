"""The shipped workbooks as Google spreadsheets: the same tabs, made natively, in a new spreadsheet or in one that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import gspread.urls

from sheetsync import look
from sheetsync.errors import CannotUse, NeedsPerson, UsageError
from sheetsync.grid import AddTab, Changes, ColumnEdits, Format, Range, Snapshot, column_name, is_blank
from sheetsync.look import Kind, Sheet, Whose
from sheetsync.stores import google_http, google_read, google_structure, google_write
from sheetsync.stores.google_http import AnswerLost, BadRequest, Client
from sheetsync.stores.google_structure import Request, colour, grid_range, stable_id
from sheetsync.tabs import follow_ups, lines, team, weekly
from sheetsync.tabs.lines import Page

#: The tabs of each template, what stands on our own before the first run, and the tab that people fill in, with its table's name.
TEMPLATES: dict[str, tuple[tuple[Sheet, ...], Callable[[], tuple[Page, ...]], Sheet, str, int]] = {
    "call-log": (
        look.SHEETS,
        lambda: (weekly.shipped(), follow_ups.shipped()),
        look.CALL_LOG,
        "CallLog",
        look.TABLE_ROWS,
    ),
    "coach": (look.COACH_SHEETS, lambda: (team.shipped(),), look.CLIENTS, "Clients", look.ROSTER_ROWS),
}

_SPARE_ROWS = 100
#: The id of the tab that a new spreadsheet has.
_FIRST_ID = 0
_SPREADSHEET = "application/vnd.google-apps.spreadsheet"


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation made."""

    url: str
    title: str
    made: tuple[str, ...]  # tabs
    there: tuple[str, ...]  # tabs that were there already, and were left alone
    shared: tuple[str, ...]  # addresses
    said: tuple[str, ...]  # what the person should know or do


def install(
    client: Client,
    title: str,
    *,
    template: str = "call-log",
    into: str | None = None,
    share: Sequence[str] = (),
    edits: Sequence[ColumnEdits] = (),
) -> Installed:
    """Makes a template's tabs in a spreadsheet; tabs that are there already are left alone, so twice adds nothing twice.

    Args:
        title: the name of the new spreadsheet.
        template: call-log or coach.
        into: the id of a spreadsheet to fill instead of a new one; a service account, which cannot own files, needs it.
        share: addresses that may edit the new spreadsheet.
        edits: cells of the new tabs that shall hold something else, such as a setting.

    Raises:
        NeedsPerson: a service account without ``into``; no room in Drive; not shared.
        CannotUse: a tab is in the way.
        TryAgain: Google cannot be reached.
    """
    if template not in TEMPLATES:
        raise UsageError(f"There is no template named “{template}”. There is {' and '.join(TEMPLATES)}.")
    account = client.account
    said: list[str] = []
    if into is None and account.service:
        raise NeedsPerson(
            f"A service account cannot own files in Drive. Make a blank spreadsheet (https://sheets.new), share it with {account} "
            f'as Editor, then run: sheetsync template install {template} --google "{title}" --into ADDRESS'
        )
    number = into or _find_or_make(client, title)
    now = _read(client, number)
    sheets, pages, filled, table, rows = TEMPLATES[template]
    missing = [sheet for sheet in sheets if now.tab(sheet.name) is None]
    there = tuple(sheet.name for sheet in sheets if sheet not in missing)
    if missing:
        if _is_blank(now):  # a tab is about to be taken away: one answer is not enough to say that nothing is in it
            again = _read(client, number)
            now = again if not _is_blank(again) else now
        _write(
            client,
            number,
            [*_requests(now, missing, pages(), filled, table, rows, edits), *_tidy(now, title, into)],
        )
    shared: list[str] = []
    for address in share:
        if account.service:
            said.append(f"{account} cannot share the spreadsheet. Open it, choose Share, and add {address}.")
        else:
            _share(client, number, address)
            shared.append(address)
    if into is not None and account.service:
        said.append(f"{account} cannot own files, so the tabs were made in the spreadsheet that was shared with it.")
    url = gspread.urls.SPREADSHEET_DRIVE_URL % number
    return Installed(
        url, title if into is None else now.title, tuple(one.name for one in missing), there, tuple(shared), tuple(said)
    )


# -- the spreadsheet --------------------------------------------------------------------------------------------------


def _find_or_make(client: Client, title: str) -> str:
    """The spreadsheet of that name that an earlier installation made, or a new one (an answer may get lost)."""
    found = _find(client, title)
    if found:
        return found
    body = google_http.body_of({"properties": {"title": title}})
    try:
        made: str = client.send(
            gspread.urls.SPREADSHEETS_API_V4_BASE_URL,
            body,
            {"fields": "spreadsheetId"},
            kind="create",
            read=lambda answer: _text(answer["spreadsheetId"]),
        )
    except BadRequest as refused:
        raise CannotUse(f"Google refused to make “{title}”: {refused}") from None
    except AnswerLost:
        found = _find(client, title)
        if found:
            return found
        raise NeedsPerson(
            f"Google did not say whether it made “{title}”. Look in Drive; if it is not there, run again."
        ) from None
    return made


def _find(client: Client, title: str) -> str:
    # Only the files that sheetsync itself made: that is all that it has leave to see.
    quoted = title.replace("\\", "\\\\").replace("'", "\\'")
    query = f"name = '{quoted}' and mimeType = '{_SPREADSHEET}' and trashed = false and 'me' in owners"
    try:
        found: str = client.fetch(
            gspread.urls.DRIVE_FILES_API_V3_URL,
            {"q": query, "fields": "files(id,name)", "pageSize": 10},
            read=lambda answer: next(
                (_text(one["id"]) for one in answer.get("files", ()) if one.get("name") == title), ""
            ),
        )
    except BadRequest as refused:
        raise CannotUse(f"Google Drive does not say whether “{title}” is there: {refused}") from None
    return found


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("an id is a text")
    return value


def _share(client: Client, number: str, address: str) -> None:
    url = f"{gspread.urls.DRIVE_FILES_API_V3_URL}/{number}/permissions"
    body = google_http.body_of({"type": "user", "role": "writer", "emailAddress": address})
    try:
        client.send(url, body, {"fields": "id"}, book=number)
    except BadRequest as refused:
        raise NeedsPerson(f"The spreadsheet was made, but it cannot be shared with {address}: {refused}") from None
    except AnswerLost:
        try:
            client.send(url, body, {"fields": "id"}, book=number)  # giving the same leave twice gives it once
        except (AnswerLost, BadRequest):
            raise NeedsPerson(
                f"The spreadsheet was made, but Google did not say whether it is shared with {address}. Look under Share."
            ) from None


def _read(client: Client, number: str) -> Snapshot:
    url = gspread.urls.SPREADSHEET_URL % number
    try:
        found: Snapshot = client.fetch(
            url, google_read.QUERY, book=number, read=lambda answer: google_read.whole(answer, number)
        )
    except BadRequest as refused:
        raise CannotUse(f"Google cannot read the spreadsheet {number}: {refused}") from None
    return found


def _write(client: Client, number: str, requests: Sequence[Request]) -> None:
    body = google_http.body_of({"requests": requests})
    made = [one["addSheet"]["properties"]["title"] for one in requests if "addSheet" in one]
    url = gspread.urls.SPREADSHEET_BATCH_UPDATE_URL % number
    for _ in range(3):
        try:
            client.send(url, body, {"fields": "spreadsheetId"}, book=number)
            return
        except AnswerLost:
            now = _read(client, number)
            if all(now.tab(title) is not None for title in made):
                return
        except BadRequest as refused:
            raise CannotUse(f"Google refused to make the tabs, and made none: {refused}") from None
    raise NeedsPerson("Google did not say whether it made the tabs. Run again: what is there is left alone.")


def _is_blank(now: Snapshot) -> bool:
    """Whether a spreadsheet has nothing but the tab that Google gave it, with nothing in it."""
    if len(now.tabs) != 1 or not now.tabs[0].is_grid:
        return False
    tab, facts = now.tabs[0], google_read.facts_of(now).sheets[now.tabs[0].name]
    held = tab.columns or tab.merges or tab.tables or tab.filter or facts.charts or facts.protected
    return facts.id == _FIRST_ID and not held


def _tidy(now: Snapshot, title: str, into: str | None) -> Iterator[Request]:
    """Takes away the blank tab of a new spreadsheet, and gives a spreadsheet without a name its own."""
    if _is_blank(now):
        yield {"deleteSheet": {"sheetId": _FIRST_ID}}
    if into is not None and title and now.title.startswith("Untitled"):
        yield {"updateSpreadsheetProperties": {"properties": {"title": title}, "fields": "title"}}


# -- the tabs ---------------------------------------------------------------------------------------------------------


def _requests(
    now: Snapshot,
    missing: Sequence[Sheet],
    pages: Iterable[Page],
    filled: Sheet,
    table: str,
    table_rows: int,
    edits: Sequence[ColumnEdits],
) -> list[Request]:
    facts = google_read.facts_of(now)
    ids = google_structure.new_ids(Changes(structure=tuple(AddTab(one.name, one.name) for one in missing)), facts)
    charts = {number for sheet in facts.sheets.values() for number in sheet.charts}
    found: list[Request] = []
    for sheet in missing:
        deepest = max([0, sheet.head_row, *(spot.row for spot in sheet.spots)])
        rows = max(deepest, sheet.head_row + (table_rows if sheet is filled else 0)) + 1
        spare = _SPARE_ROWS if sheet is filled else google_structure.SPARE_ROWS if sheet.head_row >= 0 else 5
        cols = max([sheet.first_col + len(sheet.columns), *(spot.col + 1 for spot in sheet.spots)])
        chart = google_structure.free_id(charts, "chart", sheet.name)
        found += google_structure.add_tab(sheet.name, ids[sheet.name], sheet, rows + spare, cols, chart_id=chart)
        if sheet is filled:
            found += _filled_in(ids[sheet.name], sheet, table, table_rows)
    written = [
        *(edit for page in pages if page.sheet in missing for edit in _page(page)),
        *(edit for edit in edits if edit.tab in ids),
    ]
    names = {name: one.id for name, one in facts.sheets.items()} | ids
    for edit in written:
        for row, value in zip(edit.rows, edit.after, strict=True):
            datum = {} if is_blank(value) else {"userEnteredValue": google_write.entered(value, names, facts.locale)}
            start = {"sheetId": ids[edit.tab], "rowIndex": row, "columnIndex": edit.col}
            found.append({"updateCells": {"start": start, "rows": [{"values": [datum]}], "fields": "userEnteredValue"}})
    if look.CALL_LOG in missing and (look.SETTINGS in missing or now.tab(look.SETTINGS_NAME) is not None):
        found.append(_reps(ids[look.CALL_LOG_NAME]))
    return found


def _page(page: Page) -> Iterator[ColumnEdits]:
    for (row, col), value in lines.lay_out(None, page).cells.items():
        if value is not None:
            yield ColumnEdits(page.sheet.name, col, (row,), (None,), (value,), Format.LEAVE)


def _filled_in(sheet_id: int, sheet: Sheet, name: str, rows: int) -> Iterator[Request]:
    """A native table with blank rows to fill in, dates that are checked, and a warning over the columns that are ours."""
    last = sheet.first_col + len(sheet.columns) - 1
    yield {
        "addTable": {
            "table": {
                "name": name,
                "range": grid_range(sheet_id, Range(sheet.head_row, sheet.first_col, sheet.head_row + rows, last)),
                "rowsProperties": {
                    "headerColorStyle": colour(look.INK),
                    "firstBandColorStyle": colour(look.PAPER),
                    "secondBandColorStyle": colour(look.BAND),
                },
            }
        }
    }
    for col, column in enumerate(sheet.columns, sheet.first_col):
        if column.kind is Kind.DATE and column.whose is Whose.PERSON:
            place = {
                "sheetId": sheet_id,
                "startRowIndex": sheet.first_row,
                "startColumnIndex": col,
                "endColumnIndex": col + 1,
            }
            rule = {"condition": {"type": "DATE_IS_VALID"}, "inputMessage": "A date, please.", "strict": False}
            yield {"setDataValidation": {"range": place, "rule": rule}}
    ours = [col for col, column in enumerate(sheet.columns, sheet.first_col) if column.whose is not Whose.PERSON]
    if ours:
        yield _warning(sheet_id, sheet, min(ours), max(ours))


def _warning(sheet_id: int, sheet: Sheet, first: int, last: int) -> Request:
    """A warning, no more, for who types into our columns: a person's hand wins there, so nobody is kept out."""
    return {
        "addProtectedRange": {
            "protectedRange": {
                "protectedRangeId": stable_id("ours", sheet.name),
                "range": {
                    "sheetId": sheet_id,
                    "startRowIndex": sheet.head_row,
                    "startColumnIndex": first,
                    "endColumnIndex": last + 1,
                },
                "description": "sheetsync fills these in. What you type here is kept.",
                "warningOnly": True,
            }
        }
    }


def _reps(sheet_id: int) -> Request:
    col = look.CALL_LOG.col("Rep")
    source = look.reps_range()
    corner = f"${column_name(source.left)}${source.top + 1}:${column_name(source.right)}${source.bottom + 1}"
    return {
        "setDataValidation": {
            "range": {"sheetId": sheet_id, "startRowIndex": 1, "startColumnIndex": col, "endColumnIndex": col + 1},
            "rule": {
                "condition": {
                    "type": "ONE_OF_RANGE",
                    "values": [{"userEnteredValue": f"='{look.SETTINGS_NAME}'!{corner}"}],
                },
                "showCustomUi": True,
                "strict": False,
            },
        }
    }
