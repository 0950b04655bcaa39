"""Messages about runs that nobody watches: by e-mail, or posted to a webhook. Never a note, a prospect, a number or a key in them."""

from __future__ import annotations

import datetime as dt
import os
import re
import socket
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sheetsync.config.file import Mail, Notify, host_of
from sheetsync.errors import worst

PASSWORD = "SHEETSYNC_SMTP_PASSWORD"
#: How keyring files the password: this service, and the user's name.
SERVICE = "sheetsync"
#: Version of the JSON that a webhook gets; a key is never renamed within one.
VERSION = 1

_TIMEOUT = 20.0  # seconds for each step of sending
_MOST_LINES = 6  # of one error
#: Whatever a message quotes may come from a cell, so from a rep's notes; greedy, for notes have quotes in them too.
_QUOTED = re.compile(r"“.*”|\".*\"|«.*»")
_NUMBERS = re.compile(r"\+?\d[\d ().-]{6,}\d")
_MAILS = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[A-Za-z]{2,}")
_SERVICE_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.gserviceaccount\.com\Z")
_MEANS = {1: "our fault", 2: "wrong usage", 3: "a person must look", 4: "try again later"}


@dataclass(frozen=True, slots=True)
class State:
    """How the run of one workbook ended."""

    name: str
    status: str  # synced, up to date or failed
    exit_code: int
    error: str = ""
    calls: int | None = None
    cells: int = 0


def wanted(exit_code: int, on: str) -> bool:
    """Whether a message is asked for after a run that ended so."""
    return on == "always" or (on == "failure" and exit_code != 0)


def without_content(text: str) -> str:
    """An error in words that may leave the computer: what it quotes from a workbook is left out, and so are numbers and addresses."""
    lines = []
    for line in text.splitlines()[:_MOST_LINES]:
        bare = _NUMBERS.sub("…", _QUOTED.sub("“…”", line))
        lines.append(_MAILS.sub(lambda found: found[0] if _SERVICE_MAIL.match(found[0]) else "…", bare))
    if len(text.splitlines()) > _MOST_LINES:
        lines.append("…")
    return "\n".join(lines)


def text(states: Sequence[State]) -> tuple[str, str]:
    """The subject, and the message itself."""
    bad = [one for one in states if one.exit_code]
    if bad:
        names = ", ".join(one.name for one in bad[:3]) + (f" and {len(bad) - 3} more" if len(bad) > 3 else "")
        subject = f"sheetsync: {names} failed"
    else:
        subject = f"sheetsync: {len(states)} {'workbook' if len(states) == 1 else 'workbooks'} done"
    lines = []
    for one in sorted(states, key=lambda one: (one.exit_code == 0, one.name.casefold())):
        if one.exit_code:
            means = _MEANS.get(one.exit_code, "failed")
            lines += [f"{one.name}: failed ({means}, exit code {one.exit_code})"]
            lines += [f"    {line}" for line in without_content(one.error).splitlines()]
        else:
            many = "" if one.calls is None else f" ({one.calls:,} calls, {one.cells:,} cells written)"
            lines.append(f"{one.name}: {one.status}{many}")
    if bad:
        lines += ["", "Look with: sheetsync doctor " + (_quoted(bad[0].name) if len(bad) == 1 else "")]
    return " ".join(subject.split()), "\n".join(line.rstrip() for line in lines)


def document(states: Sequence[State], now: dt.datetime) -> dict[str, Any]:
    """What a webhook gets: fixed keys. ``text`` is the whole message, as chat programs show it."""
    subject, body = text(states)
    return {
        "version": VERSION,
        "text": f"{subject}\n{body}",
        "host": socket.gethostname(),
        "time": now.isoformat(timespec="seconds"),
        "exit_code": worst(one.exit_code for one in states),
        "targets": [
            {
                "target": one.name,
                "status": one.status,
                "exit_code": one.exit_code,
                "error": without_content(one.error) or None,
                "calls": one.calls,
                "cells_written": one.cells,
            }
            for one in states
        ],
    }


def send(settings: Notify, states: Sequence[State], *, now: dt.datetime) -> list[str]:
    """Sends the message each way that is set up; what could not be sent, in a sentence each."""
    problems = []
    if settings.mail is not None:
        try:
            _mail(settings.mail, states, now)
        except (OSError, ValueError, NotSent) as error:  # smtplib's errors and those of requests are OSErrors
            problems.append(
                f"The e-mail could not be sent through {settings.mail.host}:{settings.mail.port}: {_why(error)}"
            )
    if settings.webhook:
        try:
            _post(settings.webhook, states, now)
        except (OSError, ValueError, NotSent) as error:
            problems.append(f"The message could not be posted to {host_of(settings.webhook)}: {_why(error)}")
    return problems


class NotSent(Exception):
    """A message that was not sent, in words."""


def password(mail: Mail) -> str:
    """The password for the mail server: from the environment, the file that is named, or keyring; "" where there is none.

    Raises:
        NotSent: the file cannot be read, or others can read it.
    """
    given = os.environ.get(PASSWORD)
    if given:
        return given
    if mail.password_file is not None:
        try:
            mode = mail.password_file.stat().st_mode
            held = mail.password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise NotSent(f"the password file {mail.password_file} cannot be read ({type(error).__name__}).") from None
        if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
            raise NotSent(f"others can read the password file. Run: chmod 600 {mail.password_file}")
        return held
    return _from_keyring(mail.user)


def _from_keyring(user: str) -> str:
    try:
        import keyring
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, user) or ""
    except Exception:  # keyring raises whatever its backend does: locked, no session, no backend
        return ""


def _mail(mail: Mail, states: Sequence[State], now: dt.datetime) -> None:
    import smtplib
    import ssl
    from email.message import EmailMessage
    from email.utils import format_datetime, make_msgid

    subject, body = text(states)
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, mail.sender, ", ".join(mail.to)
    message["Date"], message["Message-ID"] = format_datetime(now), make_msgid(domain="sheetsync.invalid")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{body}\n\nSent by sheetsync on {socket.gethostname()}.\n")
    secret = ""
    if mail.user:
        secret = password(mail)
        if not secret:
            raise NotSent(
                f"there is no password for {mail.user}. Set {PASSWORD}, name a password_file, or use keyring."
            )
    context = ssl.create_default_context()
    if mail.port == 465:
        server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=_TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=_TIMEOUT)
    with server:
        if mail.port != 465 and mail.starttls:
            server.starttls(context=context)
        if mail.user:
            server.login(mail.user, secret)
        server.send_message(message)


def _post(address: str, states: Sequence[State], now: dt.datetime) -> None:
    import requests

    answer = requests.post(address, json=document(states, now), timeout=_TIMEOUT, allow_redirects=False)
    if not 200 <= answer.status_code < 300:
        raise NotSent(f"it answered {answer.status_code}. Look whether the address is still right.")


def _why(error: Exception) -> str:
    """Why it failed, without what a server said: that may repeat a password or an address."""
    if isinstance(error, NotSent):
        return str(error)
    name = type(error).__name__
    for known, words in _WHY.items():
        if any(cls.__name__ == known for cls in type(error).__mro__):
            return words
    return f"{name}."


#: By the name of an exception's class, the narrowest first: neither smtplib nor requests is loaded for it.
_WHY = {
    "SMTPAuthenticationError": "the server did not take the user and password.",
    "SMTPNotSupportedError": "the server knows no encryption here. Use port = 465, or starttls = false for a server on this computer.",
    "SMTPRecipientsRefused": "the server refused every address in to.",
    "SMTPSenderRefused": "the server refused the address in from.",
    "SMTPServerDisconnected": "the server hung up.",
    "SMTPException": "the server refused it.",
    "SSLError": "the server's certificate is not trusted.",
    "SSLCertVerificationError": "the server's certificate is not trusted.",
    "ProxyError": "the proxy refused it.",
    "Timeout": "it did not answer in time.",
    "TimeoutError": "it did not answer in time.",
    "gaierror": "there is no server of that name. Look at the name and the network.",
    "ConnectionRefusedError": "nobody answers there. Look at the host and port.",
    "ConnectionError": "it cannot be reached. Look at the address and the network.",
}


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)
