"""Who may import whom: a module imports only what stands to its left."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sheetsync"

#: Each group may import what stands before it, and its own group.
ORDER = (
    ("errors",),
    ("model", "grid"),
    ("settings",),
    ("rules", "summary"),
    ("look",),
    ("tabs",),
    ("plan",),
    ("undo", "repair", "upgrade", "adopt"),
    ("report",),
    ("what_if",),
    ("config", "seen", "journal", "shipped", "demo", "stores", "readers"),
    ("templates", "sync"),
    ("coach", "ics", "doctor", "schedule", "watch", "notify"),
    ("cli",),
)
RANK = {name: rank for rank, group in enumerate(ORDER) for name in group}

#: Where a library that touches the world, or that is slow to load, may be imported.
AT_HOME = {
    "click": {"cli"},
    "rich": {"cli"},
    "openpyxl": set(),
    "python_calamine": {"stores"},
    "lxml": {"stores"},
    "gspread": {"stores"},
    "google": {"stores"},
    "requests": {"stores", "notify", "doctor"},
    "filelock": {"config"},
    "platformdirs": {"config"},
    "watchfiles": {"watch"},
}
CORE = {
    "errors",
    "model",
    "grid",
    "settings",
    "rules",
    "summary",
    "look",
    "tabs",
    "plan",
    "undo",
    "repair",
    "upgrade",
    "adopt",
    "report",
    "what_if",
}
PURE = {"phonenumbers", "rapidfuzz"}
NO_WORLD = {
    "os",
    "io",
    "sys",
    "time",
    "logging",
    "pathlib",
    "socket",
    "subprocess",
    "random",
    "urllib",
    "http",
    "tempfile",
    "shutil",
}


def _modules() -> list[tuple[str, Path]]:
    return [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in sorted(PACKAGE.rglob("*.py"))]


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize(("name", "path"), _modules(), ids=lambda one: one if isinstance(one, str) else one.stem)
def test_a_module_imports_only_what_stands_to_its_left(name: str, path: Path) -> None:
    """The order of the modules holds, and every module has a place in it."""
    if name in ("__init__", "__main__"):
        return
    ours = {one.split(".")[1] for one in _imports(path) if one.startswith("sheetsync.")} - {"__version__"}
    wrong = {other for other in ours if RANK[other] > RANK[name]}

    assert set() == wrong


@pytest.mark.parametrize(("name", "path"), _modules(), ids=lambda one: one if isinstance(one, str) else one.stem)
def test_a_library_stays_at_home(name: str, path: Path) -> None:
    """The core imports nothing that touches the world; each library of the edges has its place."""
    found = {one.split(".")[0] for one in _imports(path)}
    astray = {library for library in found if library in AT_HOME and name not in AT_HOME[library]}

    assert set() == astray
    if name in CORE:
        assert set() == found & NO_WORLD
