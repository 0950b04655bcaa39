"""What is well and what is not: of this computer, of sheetsync.toml, of the way to Google, and of a workbook."""

from sheetsync.doctor.checks import Check, Level, ok, problem, warning, worst
from sheetsync.doctor.computer import computer, configured, not_configured
from sheetsync.doctor.google import way_there
from sheetsync.doctor.workbook import workbook

__all__ = [
    "Check",
    "Level",
    "computer",
    "configured",
    "not_configured",
    "ok",
    "problem",
    "warning",
    "way_there",
    "workbook",
    "worst",
]
