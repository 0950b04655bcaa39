"""The watch command: every workbook is synced soon after it changes."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli import complain
from sheetsync.cli.options import (
    Job,
    all_option,
    config_option,
    jobs,
    load_config,
    now,
    say,
    tab_option,
)
from sheetsync.errors import SheetsyncError, UsageError, printable

if TYPE_CHECKING:
    from rich.table import Table

    from sheetsync.watch.hands import Place
    from sheetsync.watch.scheduler import Say, Scheduler

#: Lines that a terminal shows above the live ones: they are about all targets, or need somebody.
_ABOVE = ("trouble", "slow", "caught up", "woke")
#: After a sync the sign of life is written no more often than this (seconds).
_SIGN_EVERY = 5.0


@click.command(epilog="Example: sheetsync watch my-calls.xlsx")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@all_option
@click.option(
    "--every",
    "poll_every",
    type=click.FloatRange(1, 3600),
    default=3.0,
    show_default=True,
    metavar="SECONDS",
    help="How often Google Drive is asked what has changed: one request for all sheets.",
)
@click.option(
    "--quiet-for",
    type=click.FloatRange(0, 600),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="A Google Sheet is synced once nobody has changed it for so long; at the latest after 30 seconds.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per event.")
@tab_option
@config_option
@click.option(
    "--log-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what happens to FILE, and only trouble to standard error. Old lines are moved aside.",
)
def watch(
    targets: tuple[str, ...],
    every: bool,
    poll_every: float,
    quiet_for: float,
    as_json: bool,
    tab: str | None,
    config_path: Path | None,
    log_file: Path | None,
) -> None:
    """Stay here, and sync each TARGET soon after it changes. Ctrl-C ends it; a sync under way is finished first.

    An Excel file is synced once it is saved and closed, a Google Sheet once nobody has typed in it for some seconds. Everything that
    sheetsync sync promises holds here too. “sheetsync schedule add --watch” runs it by itself.
    """
    from sheetsync import config as kept
    from sheetsync.watch.hands import HandsHere
    from sheetsync.watch.loop import Loop
    from sheetsync.watch.scheduler import Kind, Rhythm, Say, Scheduler

    found = load_config(config_path)
    chosen = jobs(targets, found, every=every)
    places = _places(chosen, tab)
    rhythm = Rhythm(every=poll_every, quiet_for=quiet_for, at_latest=max(30.0, quiet_for))
    state = kept.state_dir()
    scheduler = Scheduler([one.target for one in places], rhythm)
    name = "all" if every else ", ".join(_name(one) for one in chosen)
    hands = HandsHere(places, found, state, rhythm, wall=now)
    with _shown(scheduler, as_json=as_json, log_file=log_file) as display:
        sign = _Sign(name, scheduler, state)

        def shown() -> None:
            display.shown()
            sign.shown()

        paths = {one.target.key: one.path for one in places if one.path is not None}
        loop = Loop(scheduler, hands, paths=paths, say=display.say, shown=shown, clock=time.monotonic, wall=now)
        many = places[0].target.label if len(places) == 1 else f"{len(places)} workbooks"
        display.say(Say(Kind.STARTED, f"Watching {many}. Ctrl-C ends it"))
        with _until_signal(loop):
            loop.run()
        sign.stopped()
        display.say(Say(Kind.STOPPED, "Stopped"))


def _name(one: Job) -> str:
    """The name under which schedule knows the watch of one target."""
    if one.target is not None:
        return one.target.name
    return str(Path(one.where).expanduser().resolve()) if one.is_file else one.where


def _places(chosen: Sequence[Job], tab: str | None) -> list[Place]:
    """Where they are, each workbook once; all that is wrong with them at once."""
    from sheetsync.watch.hands import place

    found: dict[Any, Place] = {}
    problems: list[str] = []
    for one in chosen:
        try:
            if one.problem:
                raise UsageError(one.problem)
            made = place(one.where, one.shown, tab=tab or one.tab, need=one.target is None)
        except SheetsyncError as error:
            problems.append(str(error))
            continue
        identity: Any = made.target.key
        if made.path is not None:
            with suppress(OSError):
                held = made.path.stat()
                identity = held.st_dev, held.st_ino
        found.setdefault(identity, made)
    if problems:
        raise UsageError("\n".join(problems))
    return list(found.values())


@contextmanager
def _until_signal(loop: Any) -> Iterator[None]:
    """Ctrl-C and SIGTERM end the loop."""
    told = False

    def stop(number: int, frame: object) -> None:
        nonlocal told
        if not told:
            told = True
            loop.stop()

    names = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Windows's
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [(number, signal.signal(number, stop)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


# -- what is shown ----------------------------------------------------------------------------------------------------


class _Lines:
    """A line an event: for a pipe, a file, a log."""

    def __init__(self, *, as_json: bool, log_file: Path | None) -> None:
        self.as_json, self.log_file = as_json, log_file

    def say(self, line: Say) -> None:
        """One event."""
        moment = now()
        if self.log_file is not None:
            from sheetsync.cli import log_file as log

            try:
                log.append(self.log_file.expanduser(), [line.text], moment)
            except SheetsyncError as error:
                complain(str(error))
        if self.as_json:
            click.echo(json.dumps(document(line, moment), ensure_ascii=False))
            sys.stdout.flush()
        elif line.kind.value in ("trouble", "gone"):
            complain(f"{moment:%H:%M:%S}  {line.text}")
        elif self.log_file is None:
            say(f"{moment:%H:%M:%S}  {line.text}")
            sys.stdout.flush()

    def shown(self) -> None:
        """Nothing lives here."""


class _Live:
    """A live line for each target, on a terminal."""

    def __init__(self, scheduler: Scheduler, lines: _Lines) -> None:
        from rich.console import Console
        from rich.live import Live

        self.scheduler, self.lines = scheduler, lines
        self.console = Console(highlight=False)
        self.live = Live(console=self.console, auto_refresh=False, vertical_overflow="ellipsis")
        self._before: Sequence[tuple[str, ...]] = ()
        self._synced: dict[str, dt.datetime] = {}
        self._seen: dict[str, float | None] = {}

    def say(self, line: Say) -> None:
        """One event, above the live lines, where these do not say it."""
        if line.kind.value in _ABOVE:
            self.console.print(f"{now():%H:%M:%S}  {printable(line.text)}", markup=False)

    def shown(self) -> None:
        """Draws the lines anew, if they say something else now."""
        rows = self._rows()
        if rows != self._before:
            self._before = rows
            self.live.update(_table(rows, self.console.height), refresh=True)

    def _rows(self) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for key, state in self.scheduler.states.items():
            if state.synced != self._seen.get(key):
                self._seen[key], self._synced[key] = state.synced, now()
            when = f"{self._synced[key]:%H:%M:%S}" if key in self._synced else "not yet"
            rows.append(
                (
                    state.target.label,
                    when,
                    f"{state.calls:,}" if state.calls is not None else "",
                    self.scheduler.status(state),
                )
            )
        return rows


def _table(rows: Sequence[tuple[str, ...]], height: int) -> Table:
    from rich.markup import escape
    from rich.table import Table

    found = Table(box=None, header_style="bold", pad_edge=False)
    for head in ("Workbook", "Last synced", "Calls", ""):
        found.add_column(head, justify="right" if head == "Calls" else "left", no_wrap=True, overflow="ellipsis")
    if len(rows) > height - 3:  # what there is no room for is what needs nobody
        rows = sorted(rows, key=lambda row: row[3] == "up to date")
    for row in rows:
        found.add_row(*(escape(printable(text)) for text in row))
    return found


@contextmanager
def _shown(scheduler: Scheduler, *, as_json: bool, log_file: Path | None) -> Iterator[_Lines | _Live]:
    lines = _Lines(as_json=as_json, log_file=log_file)
    if as_json or log_file is not None or sys.stdout is None or not sys.stdout.isatty():
        yield lines
        return
    display = _Live(scheduler, lines)
    with display.live:
        yield display


def document(line: Say, moment: dt.datetime) -> dict[str, Any]:
    """One event, with fixed keys."""
    return {
        "version": 1,
        "time": moment.isoformat(timespec="seconds"),
        "event": line.kind.value,
        "target": line.target.label if line.target is not None else None,
        "text": line.text,
        "cells": line.end.cells if line.end is not None else None,
        "calls": line.end.calls if line.end is not None else None,
        "to_look_at": line.end.look_at if line.end is not None else None,
    }


class _Sign:
    """The sign of life that doctor reads."""

    def __init__(self, name: str, scheduler: Scheduler, state: Path) -> None:
        self.name, self.scheduler, self.state = name, scheduler, state
        self._at = float("-inf")
        self._count = -1
        self._synced: dict[str, tuple[float, str]] = {}

    def shown(self) -> None:
        """Writes it once a minute, and soon after a sync."""
        from sheetsync.watch import pulse

        for key, state in self.scheduler.states.items():
            if state.synced is not None and self._synced.get(key, (None, ""))[0] != state.synced:
                self._synced[key] = state.synced, now().isoformat(timespec="seconds")
                self._count = -1
        since = time.monotonic() - self._at
        if since >= pulse.EVERY or (self._count < 0 and since >= _SIGN_EVERY):
            self._write(stopped=False)

    def stopped(self) -> None:
        """It ended as it was told to."""
        self._write(stopped=True)

    def _write(self, *, stopped: bool) -> None:
        from sheetsync.watch import pulse

        self._at, self._count = time.monotonic(), 0
        targets = {
            state.target.label: {
                "synced": self._synced.get(key, (0.0, ""))[1],
                "status": self.scheduler.status(state),
            }
            for key, state in self.scheduler.states.items()
        }
        pulse.write(self.state, pulse.Pulse(self.name, os.getpid(), now(), targets, stopped))
