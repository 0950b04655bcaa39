"""What may go wrong between a run and Google: connections that break, answers that are cut, late, wrong or no answers at all, and people."""

from __future__ import annotations

import copy
import datetime as dt
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from google_desk import LOG, Answer, Desk

_DAY = dt.date(2026, 11, 20)
_PAGE = b"<!DOCTYPE html><html><title>Error 502 (Server Error)!!1</title><p>That's an error.</html>"
_WAITS = (
    "1",
    "30",
    "99999999",
    "0",
    "-5",
    "soon",
    "Wed, 25 Nov 2026 12:00:00 GMT",
    "\u00b2",
    "9" * 400,
    "Mon, 99 Foo 99999",
)
_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 7, 2**31, 10**15, -(10**9), 1.5, 1e300, "", "x", "\u202eabc\x1b[31m", "=1+1", [], {}, [[]], [None], {"a": 1}, ["x", 2], "9" * 300,
)  # fmt: skip
_LETTERS = (
    "[" * 200_000,
    '{"a":' * 50_000,
    "",
    "null",
    "[]",
    '"text"',
    "12",
    "{",
    "NaN",
    '{"sheets": Infinity}',
    '{"replies": 1e999}',
)


def odd(value: Any, chance: random.Random) -> Any:
    """The same JSON with one thing in it that is not as it should be."""
    made = copy.deepcopy(value)
    spots: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            for key, inner in node.items():
                spots.append((node, key))
                walk(inner)
        elif isinstance(node, list):
            for at, inner in enumerate(node):
                spots.append((node, at))
                walk(inner)

    walk(made)
    for _ in range(chance.choice((1, 1, 1, 3, 10))):
        if not spots:
            return chance.choice(_ODD)
        # What is near the root comes first in the list: half of the time one of those is taken.
        node, key = chance.choice(spots[:40] if chance.random() < 0.5 else spots)
        try:
            held = node[key]
        except (KeyError, IndexError):
            continue
        match chance.choice(("odd", "odd", "gone", "twice", "other", "key")):
            case "odd":
                node[key] = chance.choice(_ODD)
            case "gone":
                del node[key]
            case "twice" if isinstance(held, list) and held:
                held.insert(chance.randrange(len(held) + 1), copy.deepcopy(chance.choice(held)))
            case "other":
                other, name = chance.choice(spots)
                if (isinstance(other, list) and isinstance(name, int) and name < len(other)) or (
                    isinstance(other, dict) and name in other
                ):
                    node[key] = copy.deepcopy(other[name])
            case "key" if isinstance(node, dict):
                node[chance.choice(("x", "rowData", "sheets", "startRow"))] = node.pop(key)
    return made


def _reset() -> requests.exceptions.ConnectionError:
    return requests.exceptions.ConnectionError(("Connection aborted.", ConnectionResetError(104, "reset by peer")))


@dataclass
class Trouble:
    """A wire on which things go wrong with that likelihood, for so many requests at most.

    Args:
        people: what people do to the spreadsheet before or after a request.
        check: called round each request that reaches the service; what it gives back is wrong.
    """

    chance: random.Random
    rate: float = 0.35
    most: int = 12
    people: Callable[[random.Random], str] | None = None
    check: Callable[[Callable[[], Answer]], tuple[Answer, str]] | None = None
    tally: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    requests: int = 0

    def __call__(self, request: requests.PreparedRequest, carry_out: Callable[[], Answer]) -> Answer:
        """One request."""
        self.requests += 1

        def done() -> Answer:
            if self.check is None:
                return carry_out()
            answer, wrong = self.check(carry_out)
            if wrong:
                self.wrong.append(wrong)
            return answer

        self._meanwhile()
        if self.most <= 0 or self.chance.random() > self.rate:
            return done()
        self.most -= 1
        name, act = self.chance.choice(_KINDS)
        self.tally[name] += 1
        answer = act(self.chance, done)
        self._meanwhile()
        return answer

    def _meanwhile(self) -> None:
        if self.people is not None and self.chance.random() < 0.25:
            self.tally[self.people(self.chance)] += 1


def _lost(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    done()
    raise _reset()


def _refused(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    raise _reset()


def _late(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    if chance.random() < 0.5:
        done()
    raise requests.exceptions.ReadTimeout("read timed out")


def _never_there(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    raise requests.exceptions.ConnectTimeout("no way")


def _status(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    code = chance.choice((429, 429, 500, 502, 503, 503, 504))
    if code != 429 and chance.random() < 0.4:
        done()
    headers = (
        {"Retry-After": chance.choice(_WAITS).encode("latin-1").decode("latin-1")} if chance.random() < 0.5 else {}
    )
    error: Any = {"code": code, "message": "The service is currently unavailable.", "status": "UNAVAILABLE"}
    body = chance.choice(
        (
            json.dumps({"error": error}).encode(),
            json.dumps(
                odd(
                    {
                        "error": {
                            **error,
                            "details": [{"reason": "x", "metadata": {"quota_limit": "y"}}],
                            "errors": [{"reason": "z"}],
                        }
                    },
                    chance,
                )
            ).encode(),
            _PAGE,
            b"",
        )
    )
    return code, headers, body


def _closed(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    code = chance.choice((400, 401, 403, 403, 404, 410, 418))
    reasons = chance.choice(
        ("", "forbidden", "userRateLimitExceeded", "SERVICE_DISABLED", "domainPolicy", "insufficientPermissions")
    )
    error = {
        "code": code,
        "message": "The caller does not have permission",
        "status": "PERMISSION_DENIED",
        "errors": [{"reason": reasons}],
    }
    return code, {}, json.dumps(odd({"error": error}, chance) if chance.random() < 0.5 else {"error": error}).encode()


def _cut(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    status, headers, text = done()
    short = text[: chance.randrange(max(1, len(text)))]
    return status, {**headers, "Content-Length": str(len(text if chance.random() < 0.5 else short))}, short


def _page(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    if chance.random() < 0.5:
        done()
    return 200, {"Content-Type": "text/html"}, _PAGE


def _other(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    done()
    return 200, {"Content-Type": "application/json"}, chance.choice(_LETTERS).encode()


def _garbled(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    status, headers, text = done()
    return status, headers, json.dumps(odd(json.loads(text), chance)).encode("utf-8", "surrogatepass")


def _packed(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    status, headers, text = done()
    packed = gzip.compress(text, 1)
    if chance.random() < 0.7:
        packed = packed[: len(packed) // 2] + bytes(chance.randrange(256) for _ in range(8))
    return status, {**headers, "Content-Encoding": "gzip"}, packed


def _huge(chance: random.Random, done: Callable[[], Answer]) -> Answer:
    status, headers, _ = done()
    return status, {**headers, "Content-Encoding": "gzip"}, _BOMB


_BOMB = gzip.compress(b"[" + b" " * 12_000_000 + b"]", 9)
_KINDS: tuple[tuple[str, Callable[[random.Random, Callable[[], Answer]], Answer]], ...] = (
    ("answer lost", _lost), ("connection refused", _refused), ("timed out", _late), ("not reached", _never_there), ("status", _status), ("status", _status),
    ("closed", _closed), ("cut", _cut), ("page", _page), ("other letters", _other), ("garbled", _garbled), ("garbled", _garbled), ("garbled", _garbled),
    ("garbled", _garbled), ("packed", _packed), ("huge", _huge),
)  # fmt: skip


class People:
    """People who work on the log while a run does: every row that they typed has a reference, by which it is known."""

    def __init__(self, desk: Desk, *, rough: bool = False) -> None:
        self.desk, self.count = desk, 0
        self.rough = rough  # they also rename the tab, or take away the leave to write
        self.undo: list[Callable[[], None]] = []

    def __call__(self, chance: random.Random) -> str:
        """One thing that somebody does."""
        acts = ["sort", "insert", "delete", "edit", "add"] + (["rename", "remove", "lock out"] if self.rough else [])
        act = chance.choice(acts)
        sheet = self.desk.book.sheets[0]
        rows = [row for row in range(1, len(sheet.rows)) if sheet.holds(row, 2)]
        match act:
            case "sort":
                sheet.sort(lambda line: str(line[chance.choice((0, 2, 5))]), 1)
            case "insert":
                sheet.insert_row(chance.choice(rows), self.fresh())
            case "delete" if len(rows) > 5:
                sheet.delete_row(chance.choice(rows))
            case "edit":
                sheet.put(
                    chance.choice(rows),
                    6,
                    chance.choice(("not interested", "call me in March", "LVM", "wants a quote")),
                )
            case "add":
                row = max(rows) + 1
                sheet.row_count = max(sheet.row_count, row + 1)
                sheet.fill([self.fresh()], row)
            case "rename" if sheet.title == LOG:
                sheet.title = "Our calls"
                self.undo.append(lambda: setattr(sheet, "title", LOG))
            case "remove" if len(self.desk.book.sheets) > 1:
                held = list(self.desk.book.sheets)
                gone = chance.choice(held)
                self.desk.book.sheets = [one for one in held if one is not gone]
                if gone is sheet:

                    def back() -> None:
                        self.desk.book.sheets.insert(0, sheet)

                    self.undo.append(back)
            case "lock out":
                role = chance.choice(("reader", ""))
                shares = self.desk.book.shares
                if self.desk.fake.account in shares:
                    shares[self.desk.fake.account] = role
                    if not role:
                        del shares[self.desk.fake.account]
                self.undo.append(lambda: shares.update({self.desk.fake.account: "writer"}))
        return f"people: {act}"

    def fresh(self) -> list[Any]:
        """A new call."""
        self.count += 1
        return [_DAY, "Bo", f"New {self.count}", f"New {self.count} Ltd", "Owner", None, "call me in two weeks"]

    def make_good(self) -> None:
        """Gives back what was taken."""
        for act in reversed(self.undo):
            act()
        self.undo.clear()


def typed(desk: Desk, mine: Mapping[int, str]) -> dict[str, list[Any]]:
    """All cells of each tab that are not ours: what no run may change. Tabs of ours hold only notes."""
    found: dict[str, list[Any]] = {}
    for sheet in desk.book.sheets:
        if sheet.id in mine:
            found[f"{sheet.id}"] = [
                [cell.value if cell is not None else None for cell in line[:7]] for line in sheet.rows
            ]
            while found[f"{sheet.id}"] and not any(found[f"{sheet.id}"][-1]):
                found[f"{sheet.id}"].pop()
            for line in found[f"{sheet.id}"]:
                while line and line[-1] is None:
                    line.pop()
    return found
