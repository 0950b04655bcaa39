"""On which line of a TOML file each key stands: the parser of the standard library does not say."""

from __future__ import annotations

import re
from collections.abc import Mapping

Key = tuple[str, ...]

_PART = r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEAD = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]\]?")
_PAIR = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PARTS = re.compile(_PART)
#: What may open or close within a value: strings (three quotes first), brackets, comments.
_TOKENS = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[\[\]{}]|#[^\n]*|\\.', re.DOTALL)


def lines_of(text: str) -> dict[Key, int]:
    """The line (from 1) of each heading and key, by its full path, for a text that the parser took."""
    found: dict[Key, int] = {}
    table: Key = ()
    at, line = 0, 1
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        head, pair = _HEAD.match(text, at, end), _PAIR.match(text, at, end)
        if pair is not None:
            key = (*table, *_parts(pair[1]))
            for depth in range(len(table) + 1, len(key) + 1):
                found.setdefault(key[:depth], line)
            stop = _end_of_value(text, pair.end())
        else:
            if head is not None:
                table = _parts(head[1])
                for depth in range(1, len(table) + 1):
                    found.setdefault(table[:depth], line)
                found[table] = min(found[table], line)
            stop = end
        line += text.count("\n", at, stop) + 1
        at = stop + 1
    return found


def line_of(lines: Mapping[Key, int], key: Key) -> int:
    """The line of a key, or of the nearest thing around it that has one (a key of an inline table)."""
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


def _parts(dotted: str) -> Key:
    return tuple(_plain(part) for part in _PARTS.findall(dotted))


def _plain(part: str) -> str:
    if part.startswith("'"):
        return part[1:-1]
    if part.startswith('"'):
        return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", _escaped, part[1:-1])
    return part


_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def _escaped(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, code)


def _end_of_value(text: str, at: int) -> int:
    """Where the line break after a value stands: strings and brackets may run over lines."""
    depth = 0
    while True:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        token = _TOKENS.search(text, at)
        if token is None or (token.start() > stop and depth == 0):
            return stop if depth == 0 else len(text)
        at = token.end()
        match token[0]:
            case '"""' | "'''":
                end = text.find(token[0], at)
                while end > 0 and token[0] == '"""' and _escaped_quote(text, end):
                    end = text.find(token[0], end + 1)
                at = len(text) if end < 0 else end + 3
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1


def _escaped_quote(text: str, at: int) -> bool:
    slashes = len(text[:at]) - len(text[:at].rstrip("\\"))
    return slashes % 2 == 1
