"""The way to Google: the network, the clock, the account, and whether it may write; no cell is changed to find out."""

from __future__ import annotations

import datetime as dt
import email.utils
import uuid
from collections.abc import Iterable
from typing import Any

from sheetsync import stores
from sheetsync.config.file import Config
from sheetsync.doctor.checks import Check, ok, problem, warning
from sheetsync.errors import SheetsyncError
from sheetsync.grid import Snapshot
from sheetsync.stores.base import Store

_HOST = "https://sheets.googleapis.com/"
#: Google refuses a service account's sign-in whose clock is wrong by more than some minutes; half of that is told.
MOST_SKEW = 150.0  # seconds
_TIMEOUT = (5.0, 15.0)  # seconds to connect, and to be answered


def way_there(found: Config, places: Iterable[str], now: dt.datetime) -> list[Check]:
    """The way to Google, where one of the workbooks is there: the account, the network and the clock. Empty where none is."""
    if not any(stores.is_google(place) for place in places):
        return []
    return [*credentials(found), *network(now)]


def credentials(found: Config) -> list[Check]:
    """Which account is used, what it may do, where its key comes from, and who else can read that."""
    from sheetsync.stores import google_sign_in

    about = "credentials"
    try:
        signed = google_sign_in.find(found.credentials, here=found.path.parent if found.path is not None else None)
    except SheetsyncError as error:
        first, _, rest = str(error).partition("\n")
        return [problem(about, first, rest or "Mend that, then run the doctor again.")]
    kind = "a service account" if signed.account.service else "a person's sign-in"
    scopes = ", ".join(str(one).rpartition("/")[2] for one in getattr(signed.credentials, "scopes", None) or ())
    text = f"{signed.account} ({kind}, from {signed.account.source}{', may use ' + scopes if scopes else ''})"
    return [ok(about, text), *(_open_to_others(one) for one in signed.warnings)]


def _open_to_others(sentence: str) -> Check:
    found, _, todo = sentence.partition(" Run: ")
    return warning("credentials", found, f"Run: {todo}" if todo else "Let only yourself read that file.")


def network(now: dt.datetime) -> list[Check]:
    """Whether Google answers, through which proxy, and whether the clock here goes as its clock does."""
    import requests

    about = "network"
    proxy = _proxy(requests)
    try:
        answer = requests.get(_HOST, timeout=_TIMEOUT, allow_redirects=False)
    except requests.exceptions.SSLError:
        return [
            problem(
                about,
                f"the connection to Google{proxy} is not trusted",
                "Behind a company's proxy, set REQUESTS_CA_BUNDLE to the file with its certificate.",
            )
        ]
    except requests.exceptions.ProxyError:
        return [
            problem(
                about,
                f"Google cannot be reached{proxy}: the proxy does not let it through",
                "Look at HTTPS_PROXY, or ask who runs the proxy.",
            )
        ]
    except requests.exceptions.RequestException:
        return [
            problem(
                about,
                f"Google cannot be reached{proxy}",
                "Look at the connection to the internet; behind a proxy, set HTTPS_PROXY.",
            )
        ]
    return [ok(about, f"Google answers{proxy}"), *clock(answer.headers.get("Date", ""), now)]


def _proxy(requests: Any) -> str:
    """The proxy that is used, by its host: its address may hold a password."""
    found = requests.utils.get_environ_proxies(_HOST).get("https", "")
    return f" through the proxy {found.rpartition('//')[2].rpartition('@')[2].strip('/')}" if found else ""


def clock(date: str, now: dt.datetime) -> list[Check]:
    """Whether the clock here agrees with the date of an answer; empty where the answer has none."""
    try:
        theirs = email.utils.parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return []
    off = (now - theirs).total_seconds()
    if abs(off) <= MOST_SKEW:
        return [ok("clock", "right")]
    ahead = "fast" if off > 0 else "slow"
    minutes = f"{abs(off) / 60:,.0f} minutes"
    return [
        problem(
            "clock",
            f"this computer's clock is {minutes} {ahead}, and Google refuses such a sign-in",
            "Set the clock, and have it set by the network.",
        )
    ]


def writing(about: str, store: Store, snapshot: Snapshot) -> Check | None:
    """Whether the account may change a spreadsheet; None where it may, or where the store is another's.

    Asked for with a write that changes nothing: a search for text that nobody wrote, to be replaced, in one cell.
    """
    from sheetsync.stores import google, google_read
    from sheetsync.stores.google_http import AnswerLost, BadRequest, body_of

    if not isinstance(store, google.GoogleStore):
        return None
    sheet = next(iter(google_read.facts_of(snapshot).sheets.values()))
    cell = {"sheetId": sheet.id, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
    asked = {
        "requests": [
            {"findReplace": {"find": f"sheetsync-{uuid.uuid4()}", "replacement": "", "matchCase": True, "range": cell}}
        ]
    }
    url = f"{_HOST}v4/spreadsheets/{store.id}:batchUpdate"
    try:
        store.client.send(url, body_of(asked), book=store.id)
    except SheetsyncError as error:
        return problem(about, str(error), "Mend that, then run the doctor again.")
    except (AnswerLost, BadRequest):
        return warning(
            about,
            "Google did not say whether this account may write",
            "Try: sheetsync sync, which writes only what has to change.",
        )
    return None
