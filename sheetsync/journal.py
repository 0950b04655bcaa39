"""Applied plans on disk, append only: what ``history`` lists and ``undo`` reads. Files are private to the user."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sheetsync import config, seen
from sheetsync.errors import CannotUse, NeedsPerson
from sheetsync.grid import CellError, Link, Value
from sheetsync.plan import LogRecord
from sheetsync.tabs.headers import Role

#: How long a run is kept: a quarter of a year, in which a coach looks back (the chart of the Weekly Summary shows twelve weeks);
#: at least so many, so that the last runs of a log that is seldom synced can be taken back; and no more than so many, about
#: 40 MB of small runs, as a watched log makes them: 110 a day.
KEPT_DAYS, LEAST_RUNS, MOST_RUNS = 91, 200, 10_000

_FORMAT = 1
#: What the first line of a run holds, beside the counts of cells; a file that somebody else wrote there is passed over.
_HEAD = {
    **dict.fromkeys(("run", "kind", "target", "name", "started", "version", "settings", "undoes", "before"), str),
    "calls": int,
    "counts": dict,
    "made": list,
}
#: What a run is called: the second in which it began, and a number of two digits, so that names sort as the runs were made.
_RUN = re.compile(r"\d{8}T\d{6}-\d+")
_SECOND, _IN_A_SECOND = "%Y%m%dT%H%M%S", 99


@dataclass(frozen=True, slots=True)
class Entry:
    """One journalled run."""

    run: str  # its name: sorts by time
    kind: str  # "sync" or "undo"
    target: str
    name: str
    started: str  # ISO, UTC
    version: str  # of sheetsync
    calls: int
    settings: str  # a fingerprint of the settings
    counts: Mapping[str, int]  # cells written, by column of the log or tab
    made: Sequence[str]  # structure that was added, in words
    log: LogRecord
    undoes: str = ""  # the run that this one undid
    done: bool = False  # False: the run stopped before its end was written down
    ended: str = ""
    token: str = ""  # the store's fingerprint of the workbook after the run
    saved: str = ""  # the saved version of the workbook before the run, where the store keeps one
    note: str = ""  # how it ended, where not well
    before: str = ""  # the store's fingerprint of the workbook as the run read it
    unwritten: bool = False  # it stopped, and it is known that the workbook stayed as it was


def _to_json(value: Value) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dt.datetime():
            return {"t": value.isoformat()}
        case dt.date():
            return {"d": value.isoformat()}
        case dt.time():
            return {"c": value.isoformat()}
        case Link():
            return {"l": [value.tab, value.row, value.col, value.text]}
        case CellError():
            return {"e": value.code}


def _from_json(value: Any) -> Value:
    match value:
        case {"t": str(text)}:
            return dt.datetime.fromisoformat(text)
        case {"d": str(text)}:
            return dt.date.fromisoformat(text)
        case {"c": str(text)}:
            return dt.time.fromisoformat(text)
        case {"l": [str(tab), int(row), int(col), str(text)]}:
            return Link(tab, row, col, text)
        case {"e": str(code)}:
            return CellError(code)
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise ValueError("no cell value")


@dataclass
class Journal:
    """The journal of one target. ``pending`` is what the run under way will add when it ends."""

    folder: Path
    target: str
    name: str
    ending: dict[str, str] = field(default_factory=dict)

    @contextlib.contextmanager
    def entry(self, entry: Entry) -> Iterator[None]:
        """Writes the plan down before the first write, and how it ended after the last; both reach the disk.

        Raises:
            CannotUse: the journal cannot be written; nothing else was.
        """
        path = self._begin(entry)
        self.ending = {}
        try:
            yield
        except BaseException as error:
            with contextlib.suppress(OSError):  # what went wrong first is what is told
                self._end(path, {"failed": type(error).__name__, **self.ending})
            raise
        try:
            self._end(path, {"done": True, **self.ending})
        except OSError as error:
            raise NeedsPerson(
                f"{self.name} was written, but the end of run {entry.run} cannot be noted in {path} ({error.strerror}). "
                "Make room there; the run can be taken back all the same."
            ) from None
        self.prune(entry.started)

    def prune(self, now: str) -> int:
        """Removes the oldest runs beyond what is kept, and says how many; a failure costs only room.

        Args:
            now: the time in ISO, UTC.
        """
        gone = 0
        with contextlib.suppress(OSError, ValueError):
            oldest = f"{dt.datetime.fromisoformat(now) - dt.timedelta(days=KEPT_DAYS):{_SECOND}}"
            paths = [path for path in self._paths() if _RUN.fullmatch(path.stem)]
            for at, path in enumerate(paths[:-LEAST_RUNS]):
                if path.stem < oldest or at < len(paths) - MOST_RUNS:
                    path.unlink()
                    gone += 1
        return gone

    def settle(
        self,
        token: Callable[[], str],
        written: Callable[[Entry], bool | None],
        left: Callable[[str], Mapping[str, str]],
    ) -> None:
        """Notes of a run that was killed that it has ended, and whether it left the workbook as it was. Call it under the lock.

        Args:
            token: the store's fingerprint of the workbook now; asked for only where there is such a run.
            written: whether the workbook holds anything of that run, None where it does not tell; asked where there is no fingerprint.
            left: how a run that read the workbook of that fingerprint was to leave it, where the store made a note of that.
        """
        for stale in (*self.folder.glob("*.new"), *self.folder.glob("*.part")):
            with contextlib.suppress(OSError):
                stale.unlink()
        path, entry = self._latest()
        if path is None or entry is None or entry.ended:
            return
        noted: dict[str, str] = {}
        if entry.before:
            now = token()
            same = now == entry.before
            noted = {} if same else dict(left(entry.before))
            if noted and now == noted["token"]:  # only the journal's last line was missing
                with contextlib.suppress(OSError):
                    self._end(path, {"done": True, **noted})
                return
        else:
            whole = _read(path, rows=True)
            same = whole is not None and written(whole) is False
        with contextlib.suppress(OSError):
            self._end(path, {"failed": "Stopped", **noted, **({"unwritten": True} if same else {})})

    def _begin(self, entry: Entry) -> Path:
        head = {
            "format": _FORMAT,
            "run": entry.run,
            "kind": entry.kind,
            "target": entry.target,
            "name": entry.name,
            "started": entry.started,
            "version": entry.version,
            "calls": entry.calls,
            "settings": entry.settings,
            "counts": dict(entry.counts),
            "made": list(entry.made),
            "undoes": entry.undoes,
            "before": entry.before,
        }
        log = {
            "marks_before": None if not any(entry.log.marks_before) else list(entry.log.marks_before),
            "marks_after": list(entry.log.marks_after),
            "befores": {
                role.value: [
                    None if len(places) == len(entry.log) else list(places),
                    None if all(value is None for value in values) else [_to_json(value) for value in values],
                ]
                for role, (places, values) in entry.log.befores.items()
            },
        }
        path = self.folder / f"{entry.run}.jsonl"
        part = path.with_suffix(".part")
        try:
            part.unlink(missing_ok=True)
            with _private(part) as file:
                file.write(
                    json.dumps(head, ensure_ascii=False, separators=(",", ":"))
                    + "\n"
                    + json.dumps(log, ensure_ascii=False, separators=(",", ":"))
                    + "\n"
                )
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise CannotUse(
                f"The journal {path} cannot be written ({error.strerror}), so nothing was changed. Make room there, or set SHEETSYNC_STATE to another folder."
            ) from None
        return path

    def _end(self, path: Path, how: dict[str, Any]) -> None:
        line = (
            "\n" + json.dumps({**how, "ended": _now()}, separators=(",", ":")) + "\n"
        )  # never behind a line that was torn
        with path.open("a", encoding="utf-8") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())

    def new_run(self, now: dt.datetime) -> str:
        """A name for a run that sorts after all that were before it, even where the clock stood still or went back."""
        moment, number = f"{now.astimezone(dt.timezone.utc):{_SECOND}}", 1
        last = next((path.stem for path in reversed(self._paths()) if _moment(path.stem) is not None), "")
        if last[:15] >= moment:
            moment, number = last[:15], int(last[16:]) + 1
        if number > _IN_A_SECOND:
            moment, number = f"{(_moment(last) or now) + dt.timedelta(seconds=1):{_SECOND}}", 1
        return f"{moment}-{number:02}"

    def _paths(self) -> list[Path]:
        """The files of all runs, oldest first."""
        return sorted(self.folder.glob("*.jsonl"))

    def _latest(self) -> tuple[Path | None, Entry | None]:
        """The latest run that can be read."""
        for path in reversed(self._paths()):
            entry = _read(path, rows=False)
            if entry is not None:
                return path, entry
        return None, None

    def entries(self, *, rows: bool = False) -> list[Entry]:
        """All runs, oldest first; those that cannot be read are passed over. ``rows``: with what each did to the rows."""
        found = []
        for path in self._paths():
            entry = _read(path, rows=rows)
            if entry is not None:
                found.append(entry)
        return found

    def find(self, run: str) -> Entry | None:
        """The run of that name, or of the one name that starts so, with what it did to the rows."""
        hits = [path for path in self._paths() if path.stem == run or path.stem.startswith(run)]
        exact = [path for path in hits if path.stem == run]
        chosen = exact or hits
        return _read(chosen[0], rows=True) if len(chosen) == 1 else None

    def marks(self, anchors: Collection[str]) -> dict[str, list[str]]:
        """For each of these anchors, the marks that the latest run which wrote any wrote to rows of that anchor."""
        found: dict[str, list[str]] = {}
        wanted = set(anchors)
        for path in reversed(self._paths()):
            if not wanted:
                break
            entry = _read(path, rows=True)
            if entry is None or entry.unwritten:
                continue
            for text in dict.fromkeys(entry.log.marks_after):
                parts = text.split(":")
                if len(parts) > 2 and parts[1] in wanted:
                    found.setdefault(parts[1], []).append(text)
            wanted -= found.keys()
        return found

    def last(self) -> Entry | None:
        """The latest run that ended well."""
        for path in reversed(self._paths()):
            entry = _read(path, rows=False)
            if entry is not None and entry.done:
                return entry
        return None

    def seen(self) -> dict[str, str]:
        """What the last run that found nothing to do noted; empty where there is nothing."""
        return seen.recall(self.folder)

    def remember(self, what: Mapping[str, str]) -> None:
        """Notes what the next run may compare; a failure to note it costs only time."""
        seen.remember(self.folder, what)

    def purge(self) -> int:
        """Removes all of the journal; how many runs it held."""
        paths = self._paths()
        for path in self.folder.iterdir():
            if path.is_file():
                path.unlink(missing_ok=True)
        return len(paths)


def _private(path: Path) -> Any:
    return os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", errors="surrogatepass"
    )


def _moment(run: str) -> dt.datetime | None:
    """When a run of that name began; None where no run of ours is called so."""
    if not _RUN.fullmatch(run):
        return None
    try:
        return dt.datetime.strptime(run[:15], _SECOND)
    except ValueError:
        return None


def taken_back(entries: Sequence[Entry]) -> dict[str, str]:
    """The runs that were taken back, each with the run that did it; an undo that was itself taken back counts no more."""
    found: dict[str, str] = {}
    for entry in reversed(entries):  # what undid an undo came after it
        if entry.undoes and entry.done and entry.run not in found:
            found[entry.undoes] = entry.run
    return found


def _now() -> str:
    return dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")


def open_journal(state: Path, target: str, name: str) -> Journal:
    """The journal of a target, in the state directory."""
    folder = config.private_dir(config.private_dir(state / "journal") / config.target_key(target))
    return Journal(folder, target, name)


def _read(path: Path, *, rows: bool) -> Entry | None:
    try:
        with path.open(encoding="utf-8", errors="surrogatepass") as file:
            head = json.loads(file.readline())
            second = file.readline()
            tail = file.readlines()
        if head.get("format") != _FORMAT or not all(
            isinstance(head.get(name, ""), kind) for name, kind in _HEAD.items()
        ):
            return None
        end = _ending(tail)
        log = _log(json.loads(second)) if rows else LogRecord((), (), {})
        return Entry(
            head["run"], head["kind"], head["target"], head["name"], head["started"], head["version"], head["calls"], head["settings"],
            head["counts"], head["made"], log, head.get("undoes", ""), bool(end.get("done")), end.get("ended", ""), end.get("token", ""),
            end.get("saved", ""), end.get("failed", ""), head.get("before", ""), bool(end.get("unwritten")),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _ending(lines: Sequence[str]) -> dict[str, Any]:
    """The last line that tells how a run ended; a line that was torn by a crash tells nothing."""
    for line in reversed(lines):
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    return {}


def _log(data: Any) -> LogRecord:
    after = data["marks_after"]
    befores: dict[Role, tuple[Sequence[int], Sequence[Value]]] = {}
    for name, (places, values) in data["befores"].items():
        at = list(range(len(after))) if places is None else places
        befores[Role(name)] = (at, [None] * len(at) if values is None else [_from_json(value) for value in values])
    return LogRecord(data["marks_before"] or [""] * len(after), after, befores)
