"""sheetsync.toml: named workbooks, credentials, limits and messages. All that is wrong with it is told at once, by line."""

from __future__ import annotations

import difflib
import importlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sheetsync import config
from sheetsync.config.lines import Key, line_of, lines_of
from sheetsync.errors import CannotUse, UsageError

NAME = "sheetsync.toml"
#: When a message is sent.
WHEN = ("failure", "always", "never")
#: Names that mean something else on the command line.
TAKEN = ("all",)

_TARGET_NAME = re.compile(r"[^\W_][\w .'&+-]{0,39}\Z")
_URL = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_ID_WITHIN = re.compile(r"[A-Za-z0-9_-]{25,}")
_ID = re.compile(r"[A-Za-z0-9_-]{25,}\Z")
_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\Z")


@dataclass(frozen=True, slots=True)
class Target:
    """One workbook by a name of its own. ``where`` is an absolute path, or a spreadsheet's address or id."""

    name: str
    where: str
    tab: str | None = None
    notify: str | None = None  # one of WHEN; None is what [notify] says
    line: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may do and for how long, on top of what the workbook's own Settings say."""

    largest_change: int | None = None  # per cent; the smaller of this and the workbook's own counts
    wait: float = 0.0  # seconds to wait for a workbook that is open elsewhere


@dataclass(frozen=True, slots=True)
class Mail:
    """How a message is sent by e-mail. The password is never in the file that this comes from."""

    host: str
    port: int
    sender: str
    to: tuple[str, ...]
    user: str = ""
    starttls: bool = True
    password_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Notify:
    """When a message is sent, and where to."""

    on: str = "failure"
    mail: Mail | None = None
    webhook: str = ""

    def __bool__(self) -> bool:
        return self.mail is not None or bool(self.webhook)


@dataclass(frozen=True, slots=True)
class Config:
    """What sheetsync.toml says; ``path`` is None where there is none."""

    path: Path | None = None
    targets: Mapping[str, Target] = field(default_factory=dict)
    credentials: Path | None = None
    limits: Limits = field(default_factory=Limits)
    notify: Notify = field(default_factory=Notify)

    def target(self, name: str) -> Target | None:
        """The target of that name, whatever its upper and lower case."""
        wanted = name.casefold()
        return next((one for one in self.targets.values() if one.name.casefold() == wanted), None)

    def at(self, where: str) -> Target | None:
        """The target that is this very workbook, where the file names it."""
        place = _place(where)
        return next((one for one in self.targets.values() if _place(one.where) == place), None)


def find(named: str | os.PathLike[str] | None = None, *, here: Path | None = None) -> Path | None:
    """Where sheetsync.toml is: the one named, the one in the current directory, the one in the user's config directory; None.

    Raises:
        UsageError: the one that is named is not there.
    """
    if named is not None:
        path = Path(named).expanduser()
        if path.is_dir():
            path = path / NAME
        if not path.is_file():
            raise UsageError(f"There is no file {path}. “sheetsync config init” makes one.")
        return path.resolve()
    places = ((here or Path.cwd()) / NAME, config.config_dir() / NAME)
    return next((path.resolve() for path in places if path.is_file()), None)


def load(named: str | os.PathLike[str] | None = None, *, here: Path | None = None) -> Config:
    """What sheetsync.toml says; what applies without one where there is none.

    Raises:
        UsageError: the one named is not there, or it has problems: all of them, each with its line.
        CannotUse: it cannot be read.
    """
    path = find(named, here=here)
    if path is None:
        return Config()
    try:
        body = path.read_bytes()
    except OSError as error:
        raise CannotUse(f"{path} cannot be read ({error.strerror}).") from None
    found, problems = read(body, path)
    if problems:
        raise UsageError("\n".join(f"{path.name}: {problem}" for problem in problems))
    return found


def read(body: bytes, path: Path) -> tuple[Config, tuple[str, ...]]:
    """What the file's bytes say, and every problem in a sentence with its line; paths in it start from the file's folder."""
    tomllib: Any = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        return Config(path), (f"line {line}: this is not UTF-8. Save the file as UTF-8.",)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Config(path), (_syntax(str(error), text),)
    reader = _Reader(path.parent, lines_of(text))
    found = reader.config(path, data)
    return found, tuple(sentence for _, sentence in sorted(reader.problems, key=lambda one: one[0]))


def _syntax(message: str, text: str) -> str:
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)", message)
    line = int(found[1]) if found else text.count("\n") + 1
    what = (message[: found.start()] if found else re.sub(r"\s*\(at end of document\)", "", message)).strip()
    hint = ""
    rows = text.splitlines()
    row = rows[line - 1] if line <= len(rows) else ""
    if "\\" in row and '"' in row:
        hint = " Write a Windows path in single quotes: 'C:\\calls\\ann.xlsx'."
    elif re.search(r"=\s*[^\s\"'\[{\d+-]", row) and not re.search(r"=\s*(true|false)\b", row):
        hint = " Put text in quotes."
    return f"line {line}: {what}.{hint}"


# -- what each key may hold ---------------------------------------------------------------------------------------


class _Wrong(ValueError):
    """A value that does not fit its key; the text says what does."""


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong("text in quotes")
    return value.strip()


def _one_of(choices: Sequence[str]) -> Callable[[Any], str]:
    def read_one(value: Any) -> str:
        if isinstance(value, str) and value.strip().casefold() in choices:
            return value.strip().casefold()
        raise _Wrong(f"{', '.join(choices[:-1])} or {choices[-1]}")

    return read_one


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def read_one(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise _Wrong(f"a whole number from {low} to {high}")
        return value

    return read_one


def _seconds(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 86_400:
        raise _Wrong("seconds, from 0 to 86400")
    return float(value)


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("true or false")
    return value


def _sheet(value: Any) -> str:
    text = _text(value)
    if not _URL.match(text) and not _ID.match(text):
        raise _Wrong("the address of a Google spreadsheet, as the browser shows it")
    return text


def _web(value: Any) -> str:
    text = _text(value)
    if not _URL.match(text):
        raise _Wrong("an address that starts with https://")
    return text


def _address(value: Any) -> str:
    text = _text(value)
    bare = text[text.rfind("<") + 1 : -1] if text.endswith(">") else text
    if not _ADDRESS.match(bare) or "\n" in text or "\r" in text:
        raise _Wrong("an e-mail address")
    return text


def _addresses(value: Any) -> tuple[str, ...]:
    many = value if isinstance(value, list) else [value]
    if not many:
        raise _Wrong("an e-mail address, or a list of them")
    return tuple(_address(one) for one in many)


_TOP = {"credentials": _text}
_TARGET = {"path": _text, "url": _sheet, "tab": _text, "notify": _one_of(WHEN)}
_LIMITS = {"largest_change": _whole(1, 100), "wait": _seconds}
_NOTIFY = {"on": _one_of(WHEN)}
_EMAIL = {
    "host": _text, "port": _whole(1, 65535), "user": _text, "from": _address, "to": _addresses, "starttls": _switch, "password_file": _text,
}  # fmt: skip
_WEBHOOK = {"url": _web}
_TABLES = ("targets", "limits", "notify")
_PASSWORDS = ("password", "pass", "passwd", "secret", "smtp_password")


class _Reader:
    """Reads the parsed file and gathers what is wrong with it."""

    def __init__(self, folder: Path, lines: Mapping[Key, int]) -> None:
        self.folder, self.lines = folder, lines
        self.problems: list[tuple[int, str]] = []

    def say(self, key: Key, sentence: str) -> None:
        line = line_of(self.lines, key)
        self.problems.append((line, f"line {line}: {sentence}"))

    def config(self, path: Path, data: Mapping[str, Any]) -> Config:
        plain = self.values((), data, _TOP, tables=_TABLES)
        targets = self.targets(self.table(("targets",), data))
        limits = self.values(("limits",), self.table(("limits",), data), _LIMITS)
        notify = self.notify(self.table(("notify",), data))
        credentials = self.place(plain["credentials"]) if "credentials" in plain else None
        return Config(path, targets, credentials, Limits(**limits), notify)

    def place(self, text: str) -> Path:
        path = Path(text).expanduser()
        return Path(os.path.normpath(path if path.is_absolute() else self.folder / path))

    def table(self, key: Key, data: Mapping[str, Any]) -> Mapping[str, Any]:
        found = data.get(key[-1], {})
        if isinstance(found, dict):
            return found
        self.say(
            key,
            f"{'.'.join(key)} is a heading of its own: write [{'.'.join(key)}] on a line, and what belongs to it below.",
        )
        return {}

    def values(
        self, at: Key, data: Mapping[str, Any], known: Mapping[str, Callable[[Any], Any]], tables: Sequence[str] = ()
    ) -> dict[str, Any]:
        """What the known keys of a table hold; unknown ones and values that do not fit are problems."""
        found: dict[str, Any] = {}
        for key, value in data.items():
            if key in tables:
                continue
            read_one = known.get(key)
            if read_one is None:
                self.unknown((*at, key), [*known, *tables], isinstance(value, dict))
                continue
            try:
                found[key] = read_one(value)
            except _Wrong as wrong:
                shown = (
                    f"“{value}”" if isinstance(value, (str, int, float)) and not isinstance(value, bool) else "not that"
                )
                if isinstance(value, bool):
                    shown = str(value).lower()
                self.say((*at, key), f"{'.'.join((*at, key))} is {shown}. Write {wrong}.")
        return found

    def unknown(self, key: Key, known: Sequence[str], is_table: bool) -> None:
        if key[-1].casefold() in _PASSWORDS:
            self.say(
                key,
                "no password belongs in this file. Set SHEETSYNC_SMTP_PASSWORD, name a password_file, or use keyring.",
            )
            return
        near = difflib.get_close_matches(key[-1].casefold(), known, n=1)
        what = (
            f"the heading [{'.'.join(key)}]"
            if is_table
            else f"“{key[-1]}”" + (f" in [{'.'.join(key[:-1])}]" if key[:-1] else "")
        )
        hint = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(known)}."
        self.say(key, f"{what} is not known. {hint}")

    def targets(self, data: Mapping[str, Any]) -> dict[str, Target]:
        found: dict[str, Target] = {}
        for name, value in data.items():
            key = ("targets", name)
            if not isinstance(value, dict):
                self.say(key, f"write [targets.{_quoted(name)}] on a line, and path or url below it.")
                continue
            for problem in _name_problems(name, found):
                self.say(key, problem)
            target = self.target(key, name, value)
            if target is not None:
                twin = next((one for one in found.values() if _place(one.where) == _place(target.where)), None)
                if twin is not None:
                    self.say(key, f"{name} is the same workbook as {twin.name} (line {twin.line}). Keep one of them.")
                found[name] = target
        return found

    def target(self, key: Key, name: str, data: Mapping[str, Any]) -> Target | None:
        values = self.values(key, data, _TARGET)
        if ("path" in data) == ("url" in data):
            both = "path" in data
            self.say(
                key, f"{name} has {'both path and url. Keep' if both else 'neither path nor url. Write'} one of them."
            )
            return None
        where = ""
        if "path" in values:
            if _URL.match(values["path"]):
                self.say((*key, "path"), f'this is an address. Write url = "{values["path"]}".')
                return None
            where = str(self.place(values["path"]).resolve())
        elif "url" in values:
            where = values["url"]
        if not where:
            return None
        return Target(name, where, values.get("tab"), values.get("notify"), line_of(self.lines, key))

    def notify(self, data: Mapping[str, Any]) -> Notify:
        at = ("notify",)
        plain = self.values(at, data, _NOTIFY, tables=("email", "webhook"))
        mail, hook = None, ""
        if "email" in data:
            mail = self.mail((*at, "email"), self.table((*at, "email"), data))
        if "webhook" in data:
            values = self.values((*at, "webhook"), self.table((*at, "webhook"), data), _WEBHOOK)
            hook = values.get("url", "")
            if not hook and isinstance(data["webhook"], dict) and "url" not in data["webhook"]:
                self.say((*at, "webhook"), "[notify.webhook] lacks url.")
        if "on" in plain and "email" not in data and "webhook" not in data:
            self.say((*at, "on"), "there is nowhere to send a message to. Add [notify.email] or [notify.webhook].")
        return Notify(plain.get("on", "failure"), mail, hook)

    def mail(self, key: Key, data: Mapping[str, Any]) -> Mail | None:
        values = self.values(key, data, _EMAIL)
        missing = [one for one in ("host", "from", "to") if one not in data]
        if missing:
            self.say(key, f"[notify.email] lacks {' and '.join(missing)}.")
        if missing or not {"host", "from", "to"} <= values.keys():
            return None
        starttls = values.get("starttls", True)
        port = values.get("port", 587 if starttls else 25)
        local = values["host"].casefold() in ("localhost", "127.0.0.1", "::1")
        if values.get("user") and not starttls and port != 465 and not local:
            self.say(
                (*key, "starttls"), "this would send the password in the clear. Use starttls = true, or port = 465."
            )
        secret = self.place(values["password_file"]) if "password_file" in values else None
        return Mail(values["host"], port, values["from"], values["to"], values.get("user", ""), starttls, secret)


def _place(where: str) -> str:
    """A workbook's place in one form: a spreadsheet by its id, whatever its address looks like; a file by its whole path."""
    if _URL.match(where) or _ID.match(where):
        found = _ID_WITHIN.search(where)
        return found[0] if found is not None else where
    return str(config.whole_path(where))


def _name_problems(name: str, before: Mapping[str, Target]) -> Iterator[str]:
    if name.casefold() in TAKEN:
        yield f"a target cannot be called “{name}”: --all means every target. Choose another name."
    elif name.casefold().endswith((".xlsx", ".xlsm")) or "/" in name or "\\" in name:
        yield f"“{name}” looks like a file. Give the target a short name without / and without an ending, such as “ann”."
    elif not _TARGET_NAME.match(name):
        yield f"“{name}” is no name for a target. Use letters, digits, spaces and - . ' & +, 40 at most, a letter or digit first."
    twin = next((one for one in before if one.casefold() == name.casefold()), None)
    if twin is not None:
        yield f"“{name}” and “{twin}” differ in upper and lower case alone. Rename one of them."


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'


# -- a file to begin with, and a file in words --------------------------------------------------------------------

START = """\
# sheetsync.toml: which workbooks `sheetsync sync --all` works on, and whom it tells when something is wrong.
# Take the # from the lines that you want. `sheetsync config show` says how the file is read.

{targets}
# [targets.team]
# url = "https://docs.google.com/spreadsheets/d/…"

# credentials = "credentials.json"     # for Google; must stand above the first [heading]

# [limits]
# largest_change = 30                  # per cent of the filled-in rows that one run may change
# wait = 60                            # seconds to wait for a workbook that is open elsewhere

# [notify]
# on = "failure"                       # failure, always or never

# [notify.email]                       # the password: SHEETSYNC_SMTP_PASSWORD, password_file, or keyring
# host = "smtp.example.com"
# port = 587
# user = "ann@example.com"
# from = "ann@example.com"
# to = ["ann@example.com"]

# [notify.webhook]
# url = "https://hooks.example.com/…"
"""


def start_text(targets: Mapping[str, str]) -> str:
    """A file to begin with: these workbooks by name, and everything else as a comment."""
    if not targets:
        return START.format(
            targets='# [targets.ann]\n# path = "ann.xlsx"                    # starts from this file\'s folder\n'
        )
    blocks = []
    for name, where in targets.items():
        key = "url" if _URL.match(where) else "path"
        blocks.append(f"[targets.{_quoted(name)}]\n{key} = {_toml(where)}\n")
    return START.format(targets="\n".join(blocks))


def _toml(text: str) -> str:
    if "'" not in text and text.isprintable():
        return f"'{text}'" if "\\" in text or '"' in text else f'"{text}"'
    return '"' + "".join(ch if ch.isprintable() and ch not in '"\\' else f"\\u{ord(ch):04x}" for ch in text) + '"'


def as_json(found: Config) -> dict[str, Any]:
    """The file as it is understood, with fixed keys. A webhook's address is a secret beyond its host."""
    mail = found.notify.mail
    return {
        "path": str(found.path) if found.path else None,
        "targets": [
            {"name": one.name, "where": one.where, "tab": one.tab, "notify": one.notify or found.notify.on}
            for one in found.targets.values()
        ],
        "credentials": str(found.credentials) if found.credentials else None,
        "limits": {"largest_change": found.limits.largest_change, "wait": found.limits.wait},
        "notify": {
            "on": found.notify.on,
            "email": None if mail is None else {
                "host": mail.host, "port": mail.port, "user": mail.user or None, "from": mail.sender, "to": list(mail.to), "starttls": mail.starttls,
                "password_file": str(mail.password_file) if mail.password_file else None,
            },
            "webhook": host_of(found.notify.webhook) or None,
        },
    }  # fmt: skip


def host_of(address: str) -> str:
    """An address up to its host: what follows may be a secret."""
    parts = address.split("/", 3)
    return f"{parts[0]}//{parts[2].rpartition('@')[2]}/…" if len(parts) > 2 else ""
