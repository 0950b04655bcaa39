"""The workbooks that ship: finds them in a checkout or in a wheel, and lists them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from sheetsync import look
from sheetsync.errors import UsageError


@dataclass(frozen=True, slots=True)
class Template:
    """A workbook that ships."""

    name: str
    title: str
    help: str


TEMPLATES = (
    Template("call-log", "Call log", "A call log with Follow-ups, Weekly Summary, Settings and a page to start from."),
    Template("coach", "Coach's roster", "A list of clients and their logs, with a Team Summary, for a coach."),
)


#: What a spreadsheet is called where nobody says.
TITLES = {template.name: template.title for template in TEMPLATES}


def available() -> tuple[Template, ...]:
    """The workbooks that this installation holds."""
    return tuple(template for template in TEMPLATES if _file(template.name).is_file())


def path(name: str) -> Path:
    """Where the shipped workbook of that name is.

    Raises:
        UsageError: there is none of that name.
    """
    known = [template.name for template in available()]
    wanted = name.strip().casefold().removesuffix(".xlsx").replace(" ", "-").replace("_", "-")
    if wanted in known:
        return _file(wanted)
    near = difflib.get_close_matches(wanted, known, 1)
    hint = (
        f"Did you mean “{near[0]}”?"
        if near
        else f"There is {' and '.join(known)}."
        if known
        else "Install sheetsync again."
    )
    raise UsageError(f"There is no template named “{name}”. {hint}")


def call_log_path() -> Path:
    """Where the call log that ships is: the frame of Weekly Summary and Follow-ups is taken from it."""
    return path("call-log")


def with_tab(tab: str) -> Path:
    """Where the shipped workbook is that holds the tab of that name."""
    return path("coach" if any(sheet.name == tab for sheet in look.COACH_SHEETS) else "call-log")


def _file(name: str) -> Path:
    """In a wheel the workbooks lie inside the package; in a checkout, and so in an editable install, beside it."""
    package = Path(__file__).resolve().parent
    inside = package / "workbooks" / f"{name}.xlsx"
    return inside if inside.is_file() else package.parent / "templates" / f"{name}.xlsx"
