"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` writes the expected files of the scenarios anew, to be read before they are kept."""
    parser.addoption("--update", action="store_true", help="write the scenarios' expected verdicts and weeks anew")
