"""Damaged and hostile workbooks: never a traceback, never a hang, never a changed file after an error, nothing fetched."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import random
import signal
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import mutations
import pytest
import room
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from room import Room
from workbooks import making

from sheetsync.errors import NeedsPerson, SheetsyncError, TryAgain, UsageError

#: How many damaged workbooks are tried; more by hand, such as SHEETSYNC_FUZZ=20000.
COUNT = int(os.environ.get("SHEETSYNC_FUZZ", "100"))
#: No workbook of ours may keep a run busy for so long, in seconds.
LONGEST = 20


def _sample() -> bytes:
    from sheetsync import templates

    with tempfile.TemporaryDirectory() as folder:
        return templates.install_sample(Path(folder) / "sample.xlsx", today=room.TODAY).read_bytes()


@functools.cache
def _sources() -> dict[str, bytes]:
    """Workbooks of our own: made by hand, by another program, by us; and one of each kind that is set apart by something."""
    names = (
        "table",
        "chart",
        "pivot",
        "comments",
        "formulas",
        "shared_strings",
        "filtered",
        "strict",
        "prefixed",
        "dates_1904",
    )
    kinds = {name: making.zipped(getattr(making, f"_{name}")()) for name in names}
    return {"by hand": room.small(), "another program": room.plain(room.calls(5)), "the template": _sample(), **kinds}


@contextlib.contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError("a hang")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    old = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)


def _tried(desk: Room) -> SheetsyncError | None:
    """One run over a hostile workbook; what it said. Anything but an error in words is a failure of the test."""
    before = desk.path.read_bytes()
    with _no_longer_than(LONGEST):
        try:
            desk.sync(force=True)
        except (NeedsPerson, TryAgain, UsageError) as error:
            assert before == desk.path.read_bytes()
            assert [] == desk.strays()
            return error
        assert not desk.sync(force=True).written, "a second run wrote again"
    assert [] == desk.strays()
    return None


@settings(max_examples=COUNT, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_damaged_workbooks(seed: int) -> None:
    """A damaged workbook is either refused in words and left as it is, or synced so that a second run finds nothing to do."""
    draw = random.Random(seed)
    sources = _sources()
    name = draw.choice(sorted(sources))
    data, what = mutations.damaged(sources[name], draw)
    with tempfile.TemporaryDirectory() as folder:
        try:
            _tried(Room(Path(folder), data))
        except BaseException as error:
            raise AssertionError(f"{name}, seed {seed}: {what}: {type(error).__name__} {error}") from error


def _with(part: str, old: str, new: str) -> bytes:
    return making.zipped(making.changed(part, old, new))


_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
_ROOT = f'<worksheet xmlns="{making.MAIN}"'


def _deep(part: str, depth: int) -> bytes:
    parts = making.usual()
    parts[part] = parts[part].replace(
        b"</worksheet>", b"<extLst>" + b"<a>" * depth + b"</a>" * depth + b"</extLst></worksheet>"
    )
    return making.zipped(parts)


def _many_members(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in making.usual().items():
            archive.writestr(name, data)
        for number in range(count):
            archive.writestr(f"x/{number}", b"")
    return out.getvalue()


def _bomb(part: str) -> bytes:
    parts = making.usual()
    parts[part] = parts[part].replace(b"</sheetData>", b" " * (200 * 2**20) + b"</sheetData>")
    return making.zipped(parts)


BOMBS = {
    "entities in entities": lambda: _with(making.LOG, _ROOT, f'<!DOCTYPE w [<!ENTITY e0 "x">{_ENTITIES}]>{_ROOT}'),
    "a file as an entity": lambda: _with(making.LOG, _ROOT, f'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_ROOT}'),
    "a far DTD": lambda: _with(making.LOG, _ROOT, f'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">{_ROOT}'),
    "a far DTD in the workbook part": lambda: _with(making.WORKBOOK, "<workbook", '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><workbook'),
    "a far DTD in the types": lambda: _with(making.TYPES, "<Types", '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><Types'),
    "a far DTD in the relations": lambda: _with(making.WORKBOOK_RELS, "<Relationships", '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><Relationships'),
    "a far DTD in the styles": lambda: _with(making.STYLES, "<styleSheet", '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><styleSheet'),
    "a part that grows to 200 MB": lambda: _bomb(making.LOG),
    "100,000 levels": lambda: _deep(making.LOG, 100_000),
    "30,000 members": lambda: _many_members(30_000),
    "a sheet that is a far file": lambda: making.zipped(
        making.changed(making.WORKBOOK_RELS, 'Target="worksheets/sheet1.xml"', 'Target="http://127.0.0.1:9/s.xml" TargetMode="External"')
    ),
    "a sheet outside the package": lambda: _with(making.WORKBOOK_RELS, "worksheets/sheet1.xml", "../../../../../../etc/passwd"),
    "two million rows in one reference": lambda: _with(making.LOG, 'ref="A1:F5"', 'ref="A1:XFD1048576"'),
    "a row number beyond all": lambda: _with(making.LOG, '<row r="5"', '<row r="99999999999"'),
    "a cell at the last corner": lambda: _with(making.LOG, "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    "a thousand columns wide cols": lambda: _with(making.LOG, "<sheetData>", "<cols>" + '<col min="1" max="16384" width="9"/>' * 5_000 + "</cols><sheetData>"),
    "50,000 merged cells": lambda: _with(
        making.LOG, "</sheetData>", "</sheetData><mergeCells>" + "".join(f'<mergeCell ref="H{n}:I{n}"/>' for n in range(10, 50_010)) + "</mergeCells>"
    ),
    "a merge over everything": lambda: _with(making.LOG, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="G2:XFD1048576"/></mergeCells>'),
    "an array over everything": lambda: _with(
        making.LOG, "</sheetData>", '<row r="9"><c r="H9"><f t="array" ref="H9:XFD1048576">1</f><v>1</v></c></row></sheetData>'
    ),
    "a long number": lambda: _with(making.LOG, 'r="2" spans="1:6">', 'r="2" spans="1:6"><c r="A2"><v>' + "9" * 100_000 + "</v></c>"),
    "a million attributes": lambda: _with(making.LOG, "<sheetData>", "<sheetData " + " ".join(f'a{n}="1"' for n in range(100_000)) + ">"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(tmp_path: Path, name: str) -> None:
    """What would grow, nest, reach out or never end is refused within bounds, or does no harm."""
    desk = Room(tmp_path, BOMBS[name]())
    said = _tried(desk)
    print(name, "→", said)

    assert b"root:" not in desk.path.read_bytes()


def test_links_to_other_workbooks_are_never_followed(tmp_path: Path) -> None:
    """A link to another file, near or far, is copied as it is and never opened."""
    near = tmp_path / "near.xlsx"
    near.write_bytes(b"not to be read")
    rels = f'{making.HEAD}<Relationships xmlns="{making.PACKAGE}/relationships"><Relationship Id="rId1" Type="{making.OFFICE}/externalLinkPath" Target="file:///{near}" TargetMode="External"/></Relationships>'
    link = f'{making.HEAD}<externalLink xmlns="{making.MAIN}" xmlns:r="{making.OFFICE}"><externalBook r:id="rId1"/></externalLink>'
    parts = making.with_part(
        making.usual(), "xl/externalLinks/externalLink1.xml", link.encode(), "externalLink",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml", of=making.WORKBOOK,
    )  # fmt: skip
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = rels.encode()
    desk = Room(tmp_path / "desk", making.zipped(parts))
    was = near.stat().st_atime_ns
    desk.sync()

    assert rels.encode() == room.parts(desk.path.read_bytes())["xl/externalLinks/_rels/externalLink1.xml.rels"]
    assert was == near.stat().st_atime_ns
