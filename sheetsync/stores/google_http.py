"""Requests to Google: paced, retried where that is safe and for a limited time, and failures in words that a person can act on."""

from __future__ import annotations

import email.utils
import json
import logging
import random
import re
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import gspread.http_client
import requests
import urllib3.exceptions
from google.auth import exceptions as auth_errors

from sheetsync.errors import CannotUse, NeedsPerson, SheetsyncError, TryAgain

log = logging.getLogger("sheetsync.google")

#: Google lets a user make 60 reads and 60 writes a minute (limits page of the Sheets API); the two are counted apart.
PER_MINUTE = 60
#: No request is tried more often, and none for longer than this in all (seconds).
MOST_TRIES, DEADLINE = 8, 300.0
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 64.0
#: Seconds to wait for a connection, and for an answer (Google itself gives up after 180).
_TIMEOUT = (20.0, 200.0)
#: The longest answer that is taken in, in bytes once unpacked: far more than the 100,000 rows that we promise. Of an error, the
#: longest; and the longest message of one that is shown.
MOST_ANSWER, _MOST_ERROR, _MOST_SAID = 1_000_000_000, 1_000_000, 500
_CHUNK = 1 << 16

#: What reading an answer may end in that is not what Google's reference says: other types, things left out, numbers out of bounds.
_GARBLED = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)

_TRANSIENT = frozenset({500, 502, 503, 504})
_RATE_REASONS = frozenset({"userRateLimitExceeded", "rateLimitExceeded", "RATE_LIMIT_EXCEEDED"})


class AnswerLost(Exception):
    """A write was sent and nobody knows whether it was carried out: look before trying again."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class BadRequest(Exception):
    """Google refused a request as it stands, and did none of it."""


@dataclass(slots=True)
class Pace:
    """Keeps reads and writes apart within what Google allows in a minute."""

    per_minute: int = PER_MINUTE
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _sent: dict[str, deque[float]] = field(default_factory=dict)

    def wait(self, kind: str) -> None:
        """Waits until one more request of that kind is allowed."""
        sent = self._sent.setdefault(kind, deque())
        now = self.clock()
        while sent and sent[0] <= now - 60:
            sent.popleft()
        if len(sent) >= self.per_minute:
            self.sleep(sent[0] + 60.05 - now)
            now = self.clock()
            while sent and sent[0] <= now - 60:
                sent.popleft()
        sent.append(now)


@dataclass(frozen=True, slots=True)
class Account:
    """Who signs in: the e-mail where it is known, and whether it is a service account."""

    email: str = ""
    service: bool = False
    source: str = ""  # where its credentials come from, in words

    def __str__(self) -> str:
        return self.email or "the account that sheetsync uses"


class Client(gspread.http_client.HTTPClient):
    """gspread's HTTP client with retries of our own (its back-off client calls itself not ready for production)."""

    def __init__(
        self,
        credentials: Any,
        account: Account,
        *,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
        deadline: float = DEADLINE,
    ) -> None:
        super().__init__(credentials)
        self.account = account
        self.pace = pace or Pace(clock=clock, sleep=sleep)
        self.clock, self.sleep, self.chance, self.deadline = clock, sleep, chance, deadline
        self.most_answer = MOST_ANSWER
        self.made: list[str] = []  # the requests of this client, in short

    def fetch(
        self, url: str, params: Mapping[str, Any] | None = None, *, book: str = "", read: Callable[[Any], Any] = dict
    ) -> Any:
        """Asks for something; tries again while that may help.

        Args:
            read: makes of the answer what is given back; where it cannot, the answer counts as garbled and is asked for again.

        Raises:
            TryAgain, NeedsPerson, CannotUse: as ``explain`` says.
            BadRequest: Google does not understand or refuses the request itself.
        """
        return self._tried("read", "get", url, params, None, book, read)

    def send(
        self,
        url: str,
        body: bytes,
        params: Mapping[str, Any] | None = None,
        *,
        book: str = "",
        kind: str = "write",
        read: Callable[[Any], Any] = dict,
    ) -> Any:
        """Writes something; tries again only where it is certain that nothing was done.

        Args:
            read: makes of the answer what is given back; where it cannot, the answer counts as lost.

        Raises:
            AnswerLost: it may have been done.
            BadRequest, TryAgain, NeedsPerson, CannotUse: nothing was done.
        """
        return self._tried(kind, "post", url, params, body, book, read)

    def _tried(
        self,
        kind: str,
        method: str,
        url: str,
        params: Mapping[str, Any] | None,
        body: bytes | None,
        book: str,
        read: Callable[[Any], Any],
    ) -> Any:
        start = self.clock()
        attempt = 0
        while True:
            attempt += 1
            self.pace.wait(kind)
            try:
                return self._once(kind, method, url, params, body, read)
            except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError) as broken:
                failure, pause = self._broken(broken, kind), None
            except auth_errors.TransportError as broken:
                if _untrusted(broken):
                    raise NeedsPerson(_UNTRUSTED) from None
                failure, pause = (
                    TryAgain(f"Google's sign-in cannot be reached ({_short(broken)}). Try again later."),
                    None,
                )
            except auth_errors.RefreshError as refused:
                failure = refresh_error(refused, self.account)
                if not isinstance(failure, TryAgain):
                    raise failure from None
                pause = None
            except _Answered as answered:
                failure, pause = self._answered(answered, kind, book)
            except _GARBLED as garbled:  # a token's answer or a header that google-auth or urllib3 cannot make sense of
                if kind != "read":
                    raise AnswerLost(_short(garbled)) from None
                failure, pause = TryAgain(_GIBBERISH), None
            if attempt >= MOST_TRIES:
                raise failure from None
            wait = pause if pause is not None else self.pause(attempt)
            if self.clock() + wait - start > self.deadline:
                raise failure from None
            log.info("%s failed (%s); trying again in %.1f s", method.upper(), type(failure).__name__, wait)
            self.sleep(wait)

    def _once(
        self,
        kind: str,
        method: str,
        url: str,
        params: Mapping[str, Any] | None,
        body: bytes | None,
        read: Callable[[Any], Any],
    ) -> Any:
        self.made.append(f"{method.upper()} {kind}")
        with self.session.request(
            method,
            url,
            params=dict(params or {}),
            data=body,
            headers={"Content-Type": "application/json"} if body is not None else None,
            timeout=_TIMEOUT,
            stream=True,
        ) as response:
            text = self._taken_in(response)
        if not response.ok:
            raise _Answered(response, text)
        try:
            return read(json.loads(text, parse_constant=_no_number))
        except _GARBLED:
            # 200 with something else than Google's JSON: a proxy's page, or an answer that was cut off.
            if method == "post":
                raise AnswerLost("the answer could not be read") from None
            raise requests.exceptions.ContentDecodingError("the answer could not be read") from None

    def _taken_in(self, response: requests.Response) -> bytes:
        most = self.most_answer if response.ok else _MOST_ERROR
        start, found, size = self.clock(), [], 0
        for chunk in response.iter_content(_CHUNK):
            found.append(chunk)
            size += len(chunk)
            if size > most and response.ok:
                raise TooLong
            if size > most:
                break
            if self.clock() - start > self.deadline:
                raise requests.exceptions.ReadTimeout("the answer takes too long")
        return b"".join(found)

    def pause(self, attempt: int) -> float:
        """The seconds to wait before trying again: twice as long each time, with some chance in it."""
        longest: float = min(_FIRST_PAUSE * 2 ** (attempt - 1), _LONGEST_PAUSE)
        return longest * (0.5 + self.chance())

    def _broken(self, broken: Exception, kind: str) -> SheetsyncError:
        if isinstance(broken, requests.exceptions.SSLError):
            raise NeedsPerson(_UNTRUSTED) from None
        if kind != "read" and not _never_sent(broken):
            raise AnswerLost(_short(broken)) from None
        if isinstance(broken, TooLong):
            raise CannotUse(
                f"What Google sends is longer than {self.most_answer // 1_000_000:,} MB, which is more than sheetsync takes in. "
                "Delete blank rows and columns, or tabs that are not needed, then run again."
            ) from None
        if isinstance(broken, requests.exceptions.ContentDecodingError):
            return TryAgain(_GIBBERISH)
        return TryAgain("Google Sheets cannot be reached. Look at the connection to the internet, or try again later.")

    def _answered(self, answered: _Answered, kind: str, book: str) -> tuple[SheetsyncError, float | None]:
        """What to do about an answer that is an error: the failure to end with, and a pause that Google asks for."""
        code, error = answered.response.status_code, error_of(answered.text)
        pause = retry_after(answered.response)
        if code == 429 or (code == 403 and error.reasons & _RATE_REASONS):
            # Quotas are filled up each minute; without a word from Google a moment is waited, then longer ones.
            return TryAgain(_quota(error)), pause
        if code in _TRANSIENT:
            if kind != "read":
                raise AnswerLost(f"HTTP {code}")
            return TryAgain(f"Google Sheets does not answer properly now (HTTP {code}). Try again later."), pause
        raise explain(code, error, self.account, book, writing=kind != "read")


class _Answered(Exception):
    def __init__(self, response: requests.Response, text: bytes) -> None:
        self.response, self.text = response, text
        super().__init__(response.status_code)


class TooLong(requests.exceptions.RequestException):
    """An answer is longer than is taken in."""


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number of JSON's")


@dataclass(frozen=True, slots=True)
class GoogleError:
    """The parts of one of Google's errors that tell what is wrong."""

    message: str = ""
    status: str = ""
    reasons: frozenset[str] = frozenset()
    details: Mapping[str, str] = field(default_factory=dict)


def error_of(text: bytes) -> GoogleError:
    """What an answer says is wrong; empty where it is no JSON of Google's (a gateway's page)."""
    try:
        error = json.loads(text)["error"]
    except _GARBLED:
        return GoogleError()
    if not isinstance(error, dict):
        return GoogleError(str(error)[:_MOST_SAID])
    reasons = {str(one.get("reason", "")) for one in _dicts(error.get("errors"))}
    details: dict[str, str] = {}
    for one in _dicts(error.get("details")):
        if "reason" in one:
            reasons.add(str(one["reason"]))
        metadata = one.get("metadata")
        if isinstance(metadata, dict):
            details |= {str(key): str(value)[:_MOST_SAID] for key, value in metadata.items()}
    message, status = str(error.get("message", ""))[:_MOST_SAID], str(error.get("status", ""))[:_MOST_SAID]
    return GoogleError(message, status, frozenset(reasons - {""}), details)


def _dicts(value: Any) -> Sequence[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def retry_after(response: requests.Response, now: Callable[[], float] = time.time) -> float | None:
    """The seconds that an answer asks to wait: a number or a date; None where it does not say."""
    text = response.headers.get("Retry-After", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now())
    except (TypeError, ValueError, ArithmeticError, OSError):
        return None


def _quota(error: GoogleError) -> str:
    name = error.details.get("quota_limit") or error.details.get("quota_metric")
    value = error.details.get("quota_limit_value")
    if not name:
        found = re.search(r"limit '([^']+)'", error.message)
        name = found[1] if found else "the number of requests a minute"
    limit = f" ({value} a minute)" if value and value.isdigit() else ""
    return f"Google's quota {name}{limit} is used up. Try again in a few minutes."


def _never_sent(broken: Exception) -> bool:
    """Whether the connection failed before anything was sent."""
    if isinstance(broken, (requests.exceptions.ConnectTimeout, requests.exceptions.ProxyError)):
        return True
    inner: object = broken.args[0] if broken.args else None
    inner = getattr(inner, "reason", inner)
    return type(inner).__name__ in ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError")


_GIBBERISH = "What Google answers cannot be understood. Try again later; if it stays so, tell us."

_UNTRUSTED = (
    "The connection to Google is not trusted: its certificate cannot be checked. Behind a company proxy, set "
    "REQUESTS_CA_BUNDLE to the file with its certificate, then run again."
)


def _untrusted(broken: BaseException) -> bool:
    """Whether a certificate that cannot be checked is behind a failure of google-auth's, which wraps it."""
    causes = (broken, broken.__cause__, broken.__context__, *broken.args)
    return any(isinstance(one, requests.exceptions.SSLError) for one in causes)


def _short(error: BaseException) -> str:
    """What kind of failure it was, without addresses, tokens or keys that its text may hold."""
    return type(error).__name__


def explain(code: int, error: GoogleError, account: Account, book: str, *, writing: bool) -> Exception:
    """An error of Google's as one of ours: what happened, with which account, and the one thing to do."""
    message, reasons = error.message, error.reasons
    link = f"https://docs.google.com/spreadsheets/d/{book}" if book else "the spreadsheet"
    if code == 400 and "not supported for this document" in message:
        return CannotUse(
            f"{link} is an Excel file kept in Drive, not a Google spreadsheet. Open it and choose File > Save as Google Sheets, then use the new one's address."
        )
    if code == 400 and "protected cell" in message:
        return CannotUse(
            f"A protected range of {link} keeps {account} from writing. Add that account under Data > Protect sheets and ranges, then run again."
        )
    if code == 400:
        return BadRequest(message)
    if code == 401:
        return NeedsPerson(f"Google does not accept the sign-in of {account} any more. {sign_in_again(account)}")
    if reasons & {"SERVICE_DISABLED", "accessNotConfigured"} or "has not been used in project" in message:
        return NeedsPerson(_disabled(error))
    if (
        reasons & {"ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"}
        or "insufficient authentication scopes" in message
    ):
        return NeedsPerson(f"{account} signed in without leave to edit spreadsheets. {sign_in_again(account)}")
    if reasons & {"storageQuotaExceeded", "teamDriveFileLimitExceeded"} or "storage quota" in message.lower():
        return NeedsPerson(
            f"{account} has no room in Drive for a new file"
            + (" (service accounts have none). Make a blank spreadsheet yourself, share it with that address as Editor, and name it with --into."
               if account.service else ". Make room, then run again.")
        )  # fmt: skip
    if reasons & {"domainPolicy", "publishOutNotPermitted", "sharingRateLimitExceeded", "cannotShareOutsideDomain"} or (
        "outside" in message.lower() and ("organization" in message.lower() or "domain" in message.lower())
    ):
        return NeedsPerson(
            f"The organisation that {link} belongs to does not let {account} in from outside. Ask its Google Workspace "
            "administrator, or use an account of the organisation (sheetsync auth login)."
        )
    if code == 403 and writing:
        return NeedsPerson(
            f"{account} may look at {link} but not change it. In Share, make that address an Editor, then run again."
        )
    if code == 403:
        return NeedsPerson(
            f"{link} is not shared with {account}. Open it, choose Share, add that address as Editor, then run again."
        )
    if code == 404:
        return NeedsPerson(
            f"There is no spreadsheet {link}, or {account} may not know of it. Check the address; if it is right, share it with that address as Editor."
        )
    return NeedsPerson(
        f"Google refused the request (HTTP {code}{', ' + error.status if error.status else ''}): {message or 'it gave no reason'}"
    )


def _disabled(error: GoogleError) -> str:
    api = error.details.get("serviceTitle") or (
        "Google Drive API"
        if "drive" in (error.details.get("service") or error.message).lower()
        else "Google Sheets API"
    )
    url = error.details.get("activationUrl")
    if not url:
        found = re.search(r"https://console\S+", error.message)
        url = found[0] if found else "https://console.cloud.google.com/apis/library/sheets.googleapis.com"
    return f"The {api} is switched off in the Google Cloud project of these credentials. Open {url}, switch it on, wait a minute, then run again."


def sign_in_again(account: Account) -> str:
    """The one thing to do when a sign-in is not accepted."""
    if account.service:
        return "Make a new key for that service account in the Google Cloud console and save it as credentials.json, then run again."
    return "Run: sheetsync auth login"


def refresh_error(error: auth_errors.RefreshError, account: Account) -> SheetsyncError:
    """Why Google gives no token, told apart by what it says; never its tokens."""
    text = " ".join(str(part) for part in error.args).lower()
    # An answer that is none of OAuth's (a gateway's page) says nothing about the sign-in itself.
    oauth = len(error.args) > 1 and isinstance(error.args[1], dict)
    page = not oauth and "necessary fields" not in text and "reauth" not in text
    if page or getattr(error, "retryable", False) or "internal_failure" in text or "temporarily" in text:
        return TryAgain("Google's sign-in does not answer properly now. Try again later.")
    who = str(account)
    if account.service:
        if "account not found" in text or "invalid_client" in text:
            return NeedsPerson(
                f"Google knows no service account {who} (any more). Make a new one with a key, and share the spreadsheet with it."
            )
        if "signature" in text:
            return NeedsPerson(
                f"The key of {who} is not accepted: it was deleted, or belongs to another account. {sign_in_again(account)}"
            )
        if "jwt" in text or "iat" in text or "short-lived" in text:
            return NeedsPerson(
                f"Google refuses the sign-in of {who}: this machine's clock is wrong. Set it, then run again."
            )
        return NeedsPerson(f"Google refuses the sign-in of {who}. {sign_in_again(account)}")
    if "invalid_grant" in text and "account" in text and ("deleted" in text or "disabled" in text):
        return NeedsPerson(f"The Google account {who} is closed. Sign in with another one: sheetsync auth login")
    if "invalid_grant" in text:
        return NeedsPerson(
            f"The sign-in of {who} has expired or was withdrawn. Run: sheetsync auth login "
            "(sign-ins of an app that is still in “Testing” last 7 days: set it to “In production” in the Google Cloud console)."
        )
    if "admin_policy" in text or "access_denied" in text or "org_internal" in text:
        return NeedsPerson(
            f"The organisation of {who} does not allow this app. Ask its Google Workspace administrator, or sign in with another account: sheetsync auth login"
        )
    if (
        "deleted_client" in text
        or "disabled_client" in text
        or "invalid_client" in text
        or "unauthorized_client" in text
    ):
        return NeedsPerson(
            "The OAuth client that sheetsync signs in with was deleted or switched off. Make a new one in the Google Cloud console, then run: sheetsync auth login --client FILE"
        )
    return NeedsPerson(f"Google refuses the sign-in of {who}. Run: sheetsync auth login")


def body_of(value: Any) -> bytes:
    """A request's body, as short as it gets."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
