"""A template whose installation is killed half way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import failing
import pytest
from conftest import Command
from failing import Layer, layered

from sheetsync import errors, shipped, stores, templates
from sheetsync.stores.excel import ExcelStore
from sheetsync.watch import hands

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked")

#: How a template is installed: as it is, filled in, and over a file that is there.
WAYS: dict[str, tuple[bytes | None, Callable[[Path], object]]] = {
    "as it is": (None, lambda to: templates.install("call-log", to)),
    "filled in": (None, lambda to: templates.install("call-log", to, values={"goal": 8})),
    "over another": (b"mine", lambda to: templates.install("call-log", to, values={"goal": 8}, force=True)),
}


def _state() -> Path:
    return Path(os.environ["SHEETSYNC_STATE"])


def _begin(folder: Path, there: bytes | None) -> Path:
    """A folder with nothing in it, or with that file, and a state directory that remembers nothing."""
    for one in (folder, _state()):
        shutil.rmtree(one, ignore_errors=True)
        one.mkdir()
    to = folder / "my-calls.xlsx"
    if there is not None:
        to.write_bytes(there)
    return to


def _left(folder: Path) -> list[str]:
    """Files beside the workbook, and unfinished ones in the state."""
    fine = (".lock", ".jsonl", ".json", ".xlsx")
    return [one.name for one in folder.iterdir() if one.name != "my-calls.xlsx"] + [
        one.name
        for one in _state().rglob("*")
        if one.is_file() and (one.suffix not in fine or one.name == "making.xlsx")
    ]


@pytest.mark.parametrize("way", WAYS)
def test_killed_at_every_boundary(tmp_path: Path, way: str, sheetsync: Command) -> None:
    """Wherever it is killed: the workbook is not there, or as it was, or whole; what is left beside it is no workbook to anybody; and the
    next command on that name clears it away, whether it installs again or syncs."""
    there, act = WAYS[way]
    folder, wrong = tmp_path / "desk", []
    to = _begin(folder, there)
    with layered(Layer((folder, _state()))) as layer:
        act(to)
    whole = to.read_bytes()
    steps = [at for at, (kind, _) in enumerate(layer.seen) if kind not in ("write", "half", "flush", "close")]
    writes = [at for at in range(len(layer.seen)) if at not in steps]
    chosen = sorted({*steps, *writes[::20]})
    for at in chosen:
        to = _begin(folder, there)

        def work(to: Path = to, at: int = at) -> None:
            with layered(Layer((folder, _state()), at, failing.kill)):
                act(to)

        if failing.in_child(work) != failing.KILLED:
            wrong.append((at, layer.seen[at], "was not killed"))
        if (to.read_bytes() if to.exists() else None) not in (there, whole):
            wrong.append((at, layer.seen[at], "half a workbook"))
        wrong += [(at, name, "is taken for a workbook") for name in _taken_for_workbooks(folder)]
        if at % 2 or to.exists():
            sheetsync("sync", to)
        else:
            act(to)
        if _left(folder):
            wrong.append((at, layer.seen[at], f"left behind: {_left(folder)}"))
    print(f"{way}: killed at {len(chosen)} of {len(layer.seen)} boundaries")

    assert [] == wrong


def _taken_for_workbooks(folder: Path) -> list[str]:
    """What a pattern of the shell, a sync, a watch or a coach's roster would take for a workbook, besides the workbook."""
    strange = [one for one in folder.iterdir() if one.name != "my-calls.xlsx"]
    taken = [one.name for one in folder.glob("*.xls*") if one in strange]
    for one in strange:
        for use in (
            lambda one=one: stores.open_store(str(one)).read(),
            lambda one=one: hands.place(str(one), one.name),
        ):
            try:
                use()
            except errors.SheetsyncError:
                continue
            taken.append(one.name)
    return taken


def test_a_folder_is_no_target(tmp_path: Path, sheetsync: Command) -> None:
    """No command goes through a folder and takes what it finds there."""
    templates.install("call-log", tmp_path / "my-calls.xlsx")
    for words in ("sync", "watch", "coach", "check"):
        said = sheetsync(words, tmp_path)

        assert (words, 2) == (words, said.code)
        assert "folder" in said.err, said.err


def test_a_template_over_a_link_is_put_where_the_link_leads(tmp_path: Path) -> None:
    """With --force, as a sync does it: the link stays."""
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "a.xlsx", tmp_path / "a.xlsx"
    real.write_bytes(b"mine")
    link.symlink_to(real)
    templates.install("call-log", link, force=True)

    assert link.is_symlink()
    assert shipped.call_log_path().read_bytes() == real.read_bytes()
    assert ExcelStore(link).read().tabs
