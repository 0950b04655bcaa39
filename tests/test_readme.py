"""The README tells the truth: its commands run, its tables come from the code."""

from __future__ import annotations

import ast
import re
import shlex
import sys
from pathlib import Path

import click
import pytest

from sheetsync.cli import COMMANDS, SUMMARY, cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line.strip()
]
SHEETSYNC = [line for line in LINES if line.startswith("sheetsync ")]


def test_the_tables_come_from_the_code() -> None:
    """Settings and commands in the README are what the code says; docs/readme.py writes them."""
    sys.path.insert(0, str(ROOT / "docs"))
    import readme

    assert readme.filled(README) == README


@pytest.mark.parametrize("line", SHEETSYNC)
def test_a_command_line_of_the_readme_parses(line: str) -> None:
    """Every command and option that the README shows exists."""
    words = shlex.split(line, comments=True)[1:]
    command: click.Command = cli
    ctx = click.Context(cli, info_name="sheetsync")
    while isinstance(command, click.Group):
        found = command.get_command(ctx, words.pop(0))
        assert found is not None, line
        command = found
    command.make_context("sheetsync", [*words])


def test_every_command_is_in_the_readme() -> None:
    """No command is left out, here or in the list of the help."""
    shown = {shlex.split(line)[1] for line in SHEETSYNC} | set(re.findall(r"`sheetsync (\w[\w-]*)", README))

    assert set() == set(COMMANDS) - shown
    assert set(COMMANDS) == set(SUMMARY)


def test_the_first_two_commands_set_up_and_run() -> None:
    """The first block runs the main job, the second the tests, and .ci/run runs the very second."""
    assert ["sh setup.sh demo", "sh setup.sh test"] == LINES[:2]
    assert LINES[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:tests|docs|benchmarks|templates)/[\w./-]+)`", README))))
def test_a_file_that_the_readme_names_is_there(path: str) -> None:
    """Nothing that the README points to is missing."""
    assert (ROOT / path).exists()


LINKED = re.findall(r'\]\((tests/[\w/]+\.py) "(\w+)"\)', README)


@pytest.mark.parametrize(("path", "name"), sorted(set(LINKED)), ids=lambda one: str(one))
def test_a_test_that_the_readme_links_is_there(path: str, name: str) -> None:
    """Each promise is held by a test of that name in that file, and pytest runs it."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    found = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert name in found
    assert name.startswith("test_") and Path(path).name.startswith("test_")


@pytest.mark.parametrize("section", ["What we promise", "Security"])
def test_every_promise_is_linked_to_a_test(section: str) -> None:
    """No line of the promises stands without the test that holds it, but for the one on where to report a hole."""
    text = README.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    points = re.findall(r"^- (.*(?:\n  .*)*)", text, re.MULTILINE)
    bare = [point[:40] for point in points if '.py "test_' not in point]

    assert len(points) > 4
    assert ["**Found a hole?** Please write to the ma"] * (section == "Security") == bare
