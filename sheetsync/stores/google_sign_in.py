"""Signing in to Google: a service account's key, a person's consent, or what the machine offers; never more leave than needed."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from google.auth import exceptions as auth_errors

from sheetsync import config
from sheetsync.errors import NeedsPerson, UsageError
from sheetsync.stores.google_http import Account

log = logging.getLogger("sheetsync.google")

#: All that reading and writing a spreadsheet needs.
SHEETS = "https://www.googleapis.com/auth/spreadsheets"
#: For a person, also the files that sheetsync itself makes (to share a new one); it opens no other file.
OWN_FILES = "https://www.googleapis.com/auth/drive.file"

KEY_FILE, TOKEN_FILE = "credentials.json", "google-token.json"
_OTHERS = frozenset(
    {"external_account", "external_account_authorized_user", "impersonated_service_account", "gdch_service_account"}
)
_ACCOUNTS = _OTHERS | {"service_account", "authorized_user"}
_VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS"
_TOKEN_URI = "https://oauth2.googleapis.com/token"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Credentials that google-auth can use, and whose they are."""

    credentials: Any
    account: Account
    warnings: tuple[str, ...] = ()


def find(
    key: Path | None = None,
    *,
    folder: Path | None = None,
    here: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> SignIn:
    """The sign-in to use: the key named, the environment's, credentials.json, ``auth login``'s, then the machine's own.

    Args:
        key: the file that ``--credentials`` names.
        folder: where sheetsync keeps its credentials.
        here: the directory of sheetsync.toml, or the current one.

    Raises:
        NeedsPerson: there is none, or the file is not what it should be.
    """
    environ = environ if environ is not None else os.environ
    folder = folder or config.config_dir()
    if key is not None:
        return _of_file(key, "--credentials")
    if environ.get(_VARIABLE):
        return _of_file(Path(environ[_VARIABLE]), _VARIABLE)
    aside = ""
    for place in dict.fromkeys((here or Path.cwd(), folder)):
        path = place / KEY_FILE
        if path.is_file() and _is_account(path):
            return _of_file(path, str(path))
        if path.is_file():
            aside += f"\n{path} is there, but it holds no account's key."
    token = folder / TOKEN_FILE
    if token.is_file():
        return _of_file(token, "sheetsync auth login")
    offered = _machine(environ)
    if offered is not None:
        return offered
    raise NeedsPerson(
        "sheetsync is not signed in to Google. Either run: sheetsync auth login\n"
        f"or save the key of a service account as {folder / KEY_FILE} (credentials.example.json shows its shape) and share "
        f"the spreadsheet with its e-mail address.{aside}"
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NeedsPerson(f"There is no file {path}. Name the file with the credentials, then run again.") from None
    except OSError as error:
        raise NeedsPerson(f"{path} cannot be read ({error.strerror}).") from None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NeedsPerson(
            f"{path} is not a file of Google credentials (it should be JSON, as credentials.example.json shows)."
        )
    return found


def _is_account(path: Path) -> bool:
    """Whether a credentials.json that merely lies there is an account's at all: other programs use that name, too."""
    try:
        return _kind(_read(path)) in _ACCOUNTS
    except NeedsPerson:
        log.info("%s is left aside: it holds no Google account", path)
        return False


def _kind(info: Mapping[str, Any]) -> str:
    if "installed" in info or "web" in info:
        return "client"
    return str(info.get("type", ""))


def _of_file(path: Path, source: str) -> SignIn:
    info = _read(path)
    warnings = _open_to_others(path)
    match _kind(info):
        case "service_account":
            return SignIn(_service(info, path), Account(str(info.get("client_email", "")), True, source), warnings)
        case "authorized_user":
            return SignIn(_person(info, path), Account(str(info.get("account", "")), False, source), warnings)
        case "client":
            raise NeedsPerson(
                f"{path} names an app to sign in with, not an account. Run: sheetsync auth login --client {path}"
            )
        case kind if kind in _OTHERS:
            import google.auth

            load: Any = google.auth.load_credentials_from_dict
            try:
                credentials, _ = load(info, scopes=[SHEETS])
            except (auth_errors.GoogleAuthError, ValueError):
                raise NeedsPerson(f"{path} is not complete: Google's library cannot use it.") from None
            email = getattr(credentials, "service_account_email", "") or ""
            return SignIn(credentials, Account(str(email), True, source), warnings)
    raise NeedsPerson(
        f"{path} is not a file of Google credentials: its “type” should be service_account, as in credentials.example.json."
    )


def _service(info: Mapping[str, Any], path: Path) -> Any:
    from google.oauth2 import service_account

    lacking = [name for name in ("client_email", "private_key", "token_uri") if not info.get(name)]
    if lacking:
        raise NeedsPerson(f"{path} lacks {', '.join(lacking)}. Download the key again from the Google Cloud console.")
    try:
        make: Any = service_account.Credentials.from_service_account_info
        return make(info, scopes=[SHEETS])
    except (ValueError, auth_errors.GoogleAuthError):
        # The library's own words may quote the key.
        raise NeedsPerson(
            f"The private key in {path} cannot be read. Download the key again from the Google Cloud console."
        ) from None


def _person(info: Mapping[str, Any], path: Path) -> Any:
    from google.oauth2.credentials import Credentials

    lacking = [name for name in ("refresh_token", "client_id", "client_secret") if not info.get(name)]
    if lacking:
        raise NeedsPerson(f"{path} lacks {', '.join(lacking)}. Run: sheetsync auth login")
    make: Any = Credentials
    return make(
        None,
        refresh_token=info["refresh_token"],
        token_uri=info.get("token_uri") or _TOKEN_URI,
        client_id=info["client_id"],
        client_secret=info["client_secret"],
        scopes=info.get("scopes"),
        quota_project_id=info.get("quota_project_id"),
    )


def _open_to_others(path: Path) -> tuple[str, ...]:
    if os.name != "posix":
        return ()
    mode = path.stat().st_mode
    if not mode & 0o077:
        return ()
    warning = (
        f"Other users of this machine can read {path}, which lets them into your spreadsheets. Run: chmod 600 {path}"
    )
    log.warning("%s", warning)
    return (warning,)


def _machine(environ: Mapping[str, str]) -> SignIn | None:
    """What gcloud left on this machine, or a Google Cloud machine's own account; asked only where one can be."""
    folder = environ.get("CLOUDSDK_CONFIG")
    home = environ.get("APPDATA") if os.name == "nt" else environ.get("HOME")
    known = Path(folder) if folder else Path(home, "gcloud" if os.name == "nt" else ".config/gcloud") if home else None
    gcloud = known is not None and (known / "application_default_credentials.json").is_file()
    if not gcloud and not _on_google_cloud(environ):
        return None
    import google.auth

    try:
        credentials, _ = google.auth.default(scopes=[SHEETS])
    except (auth_errors.GoogleAuthError, ValueError):
        return None
    email = getattr(credentials, "service_account_email", "") or ""
    service = bool(email) or not gcloud
    return SignIn(
        credentials, Account("" if email == "default" else str(email), service, "this machine's own Google account")
    )


def _on_google_cloud(environ: Mapping[str, str]) -> bool:
    if any(
        environ.get(name) for name in ("GCE_METADATA_HOST", "K_SERVICE", "CLOUD_RUN_JOB", "FUNCTION_TARGET", "GAE_ENV")
    ):
        return True
    try:
        return "Google" in Path("/sys/class/dmi/id/product_name").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False


# -- a person ---------------------------------------------------------------------------------------------------------


def login(
    client: Path | None = None,
    *,
    folder: Path | None = None,
    here: Path | None = None,
    terminal: bool | None = None,
    say: Callable[[str], object] = log.info,
    flow: Callable[[Mapping[str, Any], list[str]], Any] | None = None,
) -> Account:
    """Signs a person in through the browser, and keeps the sign-in for later runs in a file that only he can read.

    Args:
        client: the OAuth client of a desktop app, as the Google Cloud console saves it.
        terminal: whether somebody sits in front of it; found out where left out.
        flow: makes the browser's part; for tests.

    Raises:
        NeedsPerson: there is no terminal, no client, or the person said no.
    """
    folder = folder or config.config_dir()
    if not (terminal if terminal is not None else sys.stdin.isatty() and sys.stdout.isatty()):
        raise NeedsPerson(
            "Signing in needs a person at a terminal with a browser. Run sheetsync auth login there; for a machine without "
            "one, use a service account (credentials.json)."
        )
    info = _client(client, folder, here or Path.cwd())
    try:
        credentials = (flow or _browser)(info, [SHEETS, OWN_FILES])
    except auth_errors.GoogleAuthError:
        raise NeedsPerson("Google did not finish the sign-in. Run sheetsync auth login again.") from None
    except Exception as error:
        # oauthlib tells by the kind of its error that the person, or the administrator, said no.
        if type(error).__module__.split(".")[0] not in ("oauthlib", "requests_oauthlib", "google_auth_oauthlib"):
            raise
        raise NeedsPerson(
            f"Google did not finish the sign-in ({type(error).__name__}). Run sheetsync auth login again, and allow what it asks for."
        ) from None
    missing = {SHEETS} - set(getattr(credentials, "granted_scopes", None) or [SHEETS])
    if missing:
        raise NeedsPerson(
            "The box for spreadsheets was not ticked. Run sheetsync auth login again and leave it ticked."
        )
    email = _email(credentials)
    _save(
        folder / TOKEN_FILE,
        {
            "type": "authorized_user",
            "account": email,
            "client_id": credentials.client_id,
            "client_secret": credentials.client_secret,
            "refresh_token": credentials.refresh_token,
            "token_uri": credentials.token_uri,
            "scopes": [SHEETS, OWN_FILES],
        },
    )
    say(f"Signed in{' as ' + email if email else ''}. The sign-in is kept in {folder / TOKEN_FILE}.")
    return Account(email, False, "sheetsync auth login")


def _client(client: Path | None, folder: Path, here: Path) -> Mapping[str, Any]:
    places = (
        [client]
        if client is not None
        else [place / name for place in (here, folder) for name in ("client.json", KEY_FILE)]
    )
    for path in places:
        if path is not None and path.is_file():
            info = _read(path)
            if _kind(info) == "client":
                return info
            if client is not None:
                raise UsageError(
                    f"{path} is no OAuth client of a desktop app. Make one in the Google Cloud console (APIs & Services > Credentials), and save it."
                )
    if client is not None:
        raise UsageError(f"There is no file {client}.")
    raise NeedsPerson(
        "Signing in needs an OAuth client. In the Google Cloud console choose APIs & Services > Credentials > Create credentials > "
        f"OAuth client ID > Desktop app, save its file as {folder / 'client.json'}, then run: sheetsync auth login"
    )


def _browser(info: Mapping[str, Any], scopes: list[str]) -> Any:
    from google_auth_oauthlib.flow import InstalledAppFlow

    flow = InstalledAppFlow.from_client_config(info, scopes)
    # access_type and prompt: without them Google sends a refresh token only the first time that a person consents.
    return flow.run_local_server(
        port=0,
        authorization_prompt_message="Open this address in a browser to sign in:\n{url}",
        success_message="sheetsync is signed in. You can close this page.",
        access_type="offline",
        prompt="consent",
    )


def _email(credentials: Any) -> str:
    """Whose sign-in it is; "" where Google does not say."""
    import requests
    from google.auth.transport.requests import AuthorizedSession

    session: Any = AuthorizedSession
    try:
        answer = session(credentials).get(
            "https://www.googleapis.com/drive/v3/about?fields=user(emailAddress)", timeout=30
        )
        return str(answer.json()["user"]["emailAddress"]) if answer.ok else ""
    except (requests.RequestException, auth_errors.GoogleAuthError, ValueError, KeyError):
        return ""


def _save(path: Path, info: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(info, file, indent=2)
    draft.replace(path)


def logout(*, folder: Path | None = None) -> bool:
    """Forgets a person's sign-in on this machine; whether there was one."""
    path = (folder or config.config_dir()) / TOKEN_FILE
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    return True
