"""sheetsync.toml: what it may say, and how what is wrong with it is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Command

from sheetsync import config
from sheetsync.config import file, lines
from sheetsync.errors import UsageError

FULL = b"""\
credentials = "keys/google.json"

[targets.ann]
path = "ann.xlsx"
tab = "Calls"

[targets."Bo's team"]
url = "https://docs.google.com/spreadsheets/d/1AbcDefGhiJklMnoPqrStuVwxYz0123456789abcdef/edit"
notify = "always"

[limits]
largest_change = 30
wait = 60

[notify]
on = "failure"

[notify.email]
host = "smtp.example.com"
user = "ann@example.com"
from = "Ann <ann@example.com>"
to = ["ann@example.com", "bo@example.com"]
password_file = "secret.txt"

[notify.webhook]
url = "https://hooks.example.com/T000/secret"
"""


def _problems(text: str, folder: Path = Path("/tmp")) -> list[str]:
    return list(file.read(text.encode(), folder / file.NAME)[1])


def test_everything_that_it_may_say_is_understood(tmp_path: Path) -> None:
    """Names, places, limits and messages; paths start from the file's own folder."""
    found, problems = file.read(FULL, tmp_path / file.NAME)

    assert () == problems
    assert ["ann", "Bo's team"] == list(found.targets)
    assert str(tmp_path / "ann.xlsx") == found.targets["ann"].where
    assert ("Calls", None, 3) == (found.targets["ann"].tab, found.targets["ann"].notify, found.targets["ann"].line)
    assert "always" == found.targets["Bo's team"].notify
    assert tmp_path / "keys" / "google.json" == found.credentials
    assert file.Limits(30, 60.0) == found.limits
    assert found.notify.mail is not None
    assert (587, True, tmp_path / "secret.txt") == (
        found.notify.mail.port,
        found.notify.mail.starttls,
        found.notify.mail.password_file,
    )


def test_all_problems_are_told_at_once_with_their_lines() -> None:
    """Each is on its own line, in the order of the file, and the nearest known word is named."""
    found = _problems(
        "\n".join(
            [
                'credental = "x"',
                "[targets.ann]",
                'pth = "ann.xlsx"',
                "[limits]",
                "largest_change = 500",
                'wait = "long"',
                "[notfy]",
                "on = 1",
                "[notify.email]",
                'host = "h"',
                'password = "hunter2"',
            ]
        )
    )

    assert [
        "line 1: “credental” is not known. Did you mean credentials?",
        "line 2: ann has neither path nor url. Write one of them.",
        "line 3: “pth” in [targets.ann] is not known. Did you mean path?",
        "line 5: limits.largest_change is “500”. Write a whole number from 1 to 100.",
        "line 6: limits.wait is “long”. Write seconds, from 0 to 86400.",
        "line 7: the heading [notfy] is not known. Did you mean notify?",
        "line 9: [notify.email] lacks from and to.",
        "line 11: no password belongs in this file. Set SHEETSYNC_SMTP_PASSWORD, name a password_file, or use keyring.",
    ] == found
    assert "hunter2" not in str(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('[targets.all]\npath = "a.xlsx"', "cannot be called “all”", id="all means every target"),
        pytest.param('[targets."a.xlsx"]\npath = "a.xlsx"', "looks like a file", id="a name is no file name"),
        pytest.param('[targets."a/b"]\npath = "a.xlsx"', "looks like a file", id="a name is no path"),
        pytest.param('[targets."-x"]\npath = "a.xlsx"', "is no name", id="a name is no option"),
        pytest.param('[targets.a]\npath = "a.xlsx"\nurl = "https://x"', "both path and url", id="one place each"),
        pytest.param('[targets.a]\npath = "https://x/y"', "line 2: this is an address", id="an address is no path"),
        pytest.param('[targets.a]\nurl = "a.xlsx"', "address of a Google spreadsheet", id="a path is no address"),
        pytest.param(
            '[targets.a]\npath = "a.xlsx"\n[targets.b]\npath = "./x/../a.xlsx"',
            "line 3: b is the same workbook as a (line 1)",
            id="one workbook twice",
        ),
        pytest.param(
            '[targets.ann]\npath = "a.xlsx"\n[targets.Ann]\npath = "b.xlsx"', "upper and lower case", id="names by case"
        ),
        pytest.param('targets = "ann"', "write [targets] on a line", id="a heading given a value"),
        pytest.param('[notify]\non = "sometimes"', "Write failure, always or never", id="when"),
        pytest.param('[notify]\non = "always"', "nowhere to send", id="messages to nobody"),
        pytest.param("[notify.webhook]", "lacks url", id="a hook without an address"),
        pytest.param(
            '[notify.email]\nhost = "mail.example.com"\nuser = "u"\nstarttls = false\nfrom = "a@b.c"\nto = "a@b.c"',
            "line 4: this would send the password in the clear",
            id="no password in the clear",
        ),
        pytest.param('[notify.email]\nhost="h"\nfrom="me"\nto=["a@b.c"]', "Write an e-mail address", id="no address"),
        pytest.param("a = C:\\x", "line 1:", id="no TOML"),
        pytest.param('a = "C:\\Users\\x"', "single quotes", id="a Windows path in double quotes"),
        pytest.param("[limits]\nwait = yes", "line 2: ", id="text without quotes"),
    ],
)
def test_what_is_wrong_is_said_so_that_it_can_be_mended(text: str, words: str) -> None:
    """The line, what is wrong, and what to write instead."""
    found = _problems(text)

    assert any(words in one for one in found), found
    assert all(one.startswith("line ") for one in found)


def test_bytes_that_are_no_text_are_told_by_line() -> None:
    """A file saved in another encoding is no stack trace."""
    assert "line 2: this is not UTF-8" in file.read(b"# a\n# \xff\n", Path("/tmp/x.toml"))[1][0]


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\n[b]\nc = 2\n", ("b", "c"), 3),
        ('[b]\nlong = """\n[not a table]\nx = 1\n"""\nc = 2\n', ("b", "c"), 6),
        ('[b]\nl = [\n  "x", # ]\n  "]",\n]\nc = 2\n', ("b", "c"), 6),
        ('[b."c d"]\ne = "\\"#["\nf = 1\n', ("b", "c d", "f"), 3),
        ("b.c.d = 1\n", ("b", "c"), 1),
        ("[b]\nt = { x = 1, y = 2 }\n", ("b", "t", "y"), 2),
        ("x = '''\n''' # [y]\nc = 1\r\nd = 2\n", ("d",), 4),
    ],
)
def test_each_key_has_its_line(text: str, key: tuple[str, ...], line: int) -> None:
    """Strings and lists over several lines, quoted and dotted keys; a key within braces has the line around it."""
    assert line == lines.line_of(lines.lines_of(text), key)


def test_the_file_is_found_here_then_in_the_users_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one named wins, then the one in the current directory; one that is named and missing is wrong usage."""
    here, home = tmp_path / "here", tmp_path / "home"
    for folder in (here, home):
        folder.mkdir()
    monkeypatch.setenv("SHEETSYNC_CONFIG", str(home))
    monkeypatch.chdir(here)
    assert file.find() is None
    (home / file.NAME).touch()
    assert home / file.NAME == file.find()
    (here / file.NAME).touch()
    assert here / file.NAME == file.find()
    assert home / file.NAME == file.find(home)
    with pytest.raises(UsageError, match="config init"):
        file.find(tmp_path / "nowhere.toml")


def test_config_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command) -> None:
    """init makes a file that names workbooks and is never written over; show and path say what is used."""
    monkeypatch.chdir(tmp_path)
    assert 2 == sheetsync("config", "path").code
    (tmp_path / "Ann's calls.xlsx").touch()
    made = sheetsync("config", "init", "Ann's calls.xlsx", "https://docs.google.com/spreadsheets/d/abc")
    held = (tmp_path / file.NAME).read_bytes()
    again = sheetsync("config", "init")

    assert (0, 2) == (made.code, again.code)
    assert held == (tmp_path / file.NAME).read_bytes()
    assert f"{tmp_path / file.NAME}\n" == sheetsync("config", "path").out
    shown = json.loads(sheetsync("config", "show", "--json").out)
    assert ["Ann's calls", "sheet"] == [one["name"] for one in shown["targets"]]
    assert str(tmp_path / "Ann's calls.xlsx") == shown["targets"][0]["where"]
    assert "Ann's calls: " in sheetsync("config", "show").out


def test_a_secret_in_the_file_is_not_shown(tmp_path: Path, sheetsync: Command) -> None:
    """A webhook's address is shown up to its host."""
    path = tmp_path / file.NAME
    path.write_bytes(FULL)

    for said in (
        sheetsync("config", "show", "--config", path),
        sheetsync("config", "show", "--json", "--config", path),
    ):
        assert 0 == said.code
        assert "secret/" not in said.out + said.err and "T000" not in said.out
        assert "https://hooks.example.com/…" in said.out


def test_a_file_with_problems_stops_every_command_that_reads_it(tmp_path: Path, sheetsync: Command) -> None:
    """Exit code 2, every problem, and nothing synced under limits that nobody could read."""
    path = tmp_path / file.NAME
    path.write_text("[limit]\nwait = 1\n[targets.a]\n")
    for command in (["sync", "--all"], ["sync", "a"], ["config", "show"], ["schedule", "add", "daily 7:00", "--all"]):
        said = sheetsync(*command, "--config", path)
        assert 2 == said.code
        assert 2 == len(said.err.strip().splitlines())
        assert "line 1: the heading [limit] is not known. Did you mean limits?" in said.err


def test_a_spreadsheet_is_known_by_its_id() -> None:
    """Its address may end in anything, and the bare id is the same spreadsheet."""
    found, _ = file.read(FULL, Path("/tmp") / file.NAME)
    number = "1AbcDefGhiJklMnoPqrStuVwxYz0123456789abcdef"

    for where in (number, f"https://docs.google.com/spreadsheets/d/{number}/edit#gid=0"):
        known = found.at(where)
        assert known is not None and "Bo's team" == known.name
    assert found.at("other.xlsx") is None
    text = f'[targets.a]\nurl = "https://docs.google.com/spreadsheets/d/{number}/edit"\n[targets.b]\nurl = "{number}"\n'
    assert ["line 3: b is the same workbook as a (line 1). Keep one of them."] == _problems(text)


def test_the_file_in_the_readme_is_understood() -> None:
    """What people copy from there has no problem in it."""
    readme = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)

    assert blocks
    assert [[]] * len(blocks) == [_problems(block) for block in blocks]


def test_the_file_to_begin_with_is_understood() -> None:
    """With and without workbooks, whatever their names hold."""
    for targets in ({}, {"ann": "C:\\calls\\ann.xlsx", "Bo's": "a\"b\\c'd.xlsx", "x": "https://docs.google.com/x"}):
        found, problems = file.read(file.start_text(targets).encode(), config.state_dir() / file.NAME)
        assert () == problems
        assert list(targets) == list(found.targets)
