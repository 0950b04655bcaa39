"""What is wrong with a client's log, in words that may stand on the coach's page: no cell's content is quoted."""

from __future__ import annotations

import re

from sheetsync.errors import TRY_AGAIN_LATER, printable
from sheetsync.tabs import headers
from sheetsync.tabs.log import CALL_LOG, OWN_TABS

#: What is quoted in our messages: “…”.
_QUOTED = re.compile(r"“([^“”]*)”")
_TABS = frozenset({CALL_LOG.casefold(), *(name.casefold() for name in OWN_TABS)})
_MOST = 600

TRY_AGAIN = "Try again later: "


def forwardable(text: str, *names: str) -> str:
    """A message in one line. What it quotes is left out, unless it is a command, a header, a tab of ours or one of ``names``.

    Our errors name cells, files and what to do; some quote what a cell holds, and that stays in the client's workbook.
    """
    known = {name.casefold() for name in names if name}

    def kept(found: re.Match[str]) -> str:
        inside = found[1].strip()
        plain = inside.casefold()
        good = plain.startswith("sheetsync") or plain in _TABS or plain in known or headers.recognise(inside)
        return found[0] if good else "“…”"

    line = " ".join(printable(_QUOTED.sub(kept, text)).split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"


def said(text: str, code: int) -> str:
    """A failure as the status of a client: what may work later says so first."""
    if code == TRY_AGAIN_LATER and "try again" not in text.casefold()[:12]:
        return TRY_AGAIN + text
    return text


def counted(number: int, one: str, many: str) -> str:
    """“1 call”, “2 calls”."""
    return f"{number:,} {one if number == 1 else many}"


def fine(calls: int, wrong: int, *, synced: bool) -> str:
    """The status of a client whose log was read. It says the same as long as the log is the same."""
    words = f"{'Synced' if synced else 'Read, not synced'}. {counted(calls, 'call', 'calls')}."
    if wrong:
        words += f" {counted(wrong, 'thing', 'things')} to look at: sheetsync check lists them."
    return words
