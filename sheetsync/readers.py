"""Reads the notes of a large log on two processors: a second process takes rows off the end while this one reads from the start."""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeVar

from sheetsync.model import Call
from sheetsync.rules import reading
from sheetsync.rules.reading import Reading
from sheetsync.settings import Settings

#: From so many rows on a second process is worth its start (a quarter of a second, in which this one reads 4,000 notes).
WORTH_IT = 20_000
#: The rows are dealt into so many heaps by their notes, so that the same note is read by one process.
_HEAPS = 128
#: How many heaps the second process has before it at most: one to read, one to go on with.
_AHEAD = 2
#: So long a thread keeps the interpreter while the other one waits to hand on a heap (5 ms as Python starts).
_SWITCH = 0.0005

_SIZE = struct.Struct(">Q")
_START = "import sys; sys.path[:] = {path!r}; from sheetsync import readers; readers.serve()"

#: What comes of an answer that breaks off, or is none of ours: its size beyond all memory, names that are not there.
_NOT_UNDERSTOOD = (
    OSError, EOFError, ValueError, TypeError, MemoryError, OverflowError, LookupError, AttributeError, ImportError, pickle.UnpicklingError,
)  # fmt: skip

T = TypeVar("T")


#: The second process; None where there is none.
Second: TypeAlias = "subprocess.Popen[bytes] | None"


@contextlib.contextmanager
def ready(rows: int) -> Iterator[Second]:
    """A second process that gets ready for a log of so many rows, None for a log that is not worth it; it is gone at the end."""
    if rows < WORTH_IT or _processors() < 2 or not _is_python():
        yield None
        return
    process: Second = None
    with contextlib.suppress(OSError, ValueError):
        process = _started()
    try:
        yield process
    finally:
        if process is not None:
            _end(process)


def read(
    calls: Sequence[Call], settings: Settings, meanwhile: Callable[[], T], second: Second = None
) -> tuple[list[Reading | None], T]:
    """What each row says by itself, None where there is no call in it: what ``reading.read`` gives, in less time for a large log.

    Where there is no second process, or it dies, this one reads all. The second process is of no more use afterwards.

    Args:
        meanwhile: what this process does first; returned beside the readings.
    """
    if second is None:
        return [reading.read(call, settings) if call.is_call else None for call in calls], meanwhile()
    work = _Work(calls, settings)
    with _switching_often(), work.helped(second):
        done = meanwhile()
        work.read()
    return work.found, done


def _is_python() -> bool:
    """Whether ``sys.executable`` is the interpreter: a program with Python inside names itself there, or nothing."""
    return Path(sys.executable or "").stem.lower().startswith(("python", "pypy")) and not getattr(sys, "frozen", False)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def _switching_often() -> Iterator[None]:
    was = sys.getswitchinterval()
    sys.setswitchinterval(min(was, _SWITCH))
    try:
        yield
    finally:
        sys.setswitchinterval(was)


class _Work:
    """The heaps of rows: this process takes them from the first, the other one from the last, until none is left."""

    def __init__(self, calls: Sequence[Call], settings: Settings) -> None:
        self.calls, self.settings = calls, settings
        self.found: list[Reading | None] = [None] * len(calls)
        self.heaps: list[list[int]] = [[] for _ in range(_HEAPS)]
        for at, call in enumerate(calls):
            if call.is_call:
                self.heaps[hash(call.notes) % _HEAPS].append(at)
        self.first, self.last = 0, _HEAPS  # the heaps between them are nobody's yet
        self.lent: list[int] = []  # the heaps that the other process has, in order
        self.lock = threading.Lock()

    def read(self) -> None:
        """Reads until every row is read, at last what the other process has not brought back by then."""
        while True:
            with self.lock:
                if self.first < self.last:
                    heap = self.first
                    self.first += 1
                elif self.lent:
                    heap = self.lent.pop()  # the one that it has hardly begun
                else:
                    return
            for at in self.heaps[heap]:
                self.found[at] = reading.read(self.calls[at], self.settings)

    @contextlib.contextmanager
    def helped(self, second: subprocess.Popen[bytes]) -> Iterator[None]:
        """With the second process, which is stopped at the end."""
        thread = threading.Thread(target=self._lend, args=(second,), daemon=True)
        try:
            thread.start()
        except RuntimeError:  # the system has no thread to give
            second.kill()
            yield
            return
        try:
            yield
        finally:
            second.kill()  # then the thread meets the end of the pipe
            thread.join()

    def _lend(self, process: subprocess.Popen[bytes]) -> None:
        """Lends heaps to the other process, and puts its readings down, until it or the work comes to an end."""
        assert process.stdin is not None and process.stdout is not None
        with contextlib.suppress(*_NOT_UNDERSTOOD):
            _send(process.stdin, self.settings)
            while True:
                while (heap := self._next()) is not None:
                    rows = [self.calls[at] for at in self.heaps[heap]]
                    _send(process.stdin, [(c.date, c.outcome, c.notes, c.spoke_with, c.decision_maker) for c in rows])
                with self.lock:
                    if not self.lent:
                        return
                    heap = self.lent[0]
                found = _receive(process.stdout)
                with self.lock:
                    if heap not in self.lent:  # it was not waited for
                        return
                    for at, one in zip(self.heaps[heap], found, strict=True):
                        self.found[at] = one
                    self.lent.remove(heap)

    def _next(self) -> int | None:
        with self.lock:
            if self.first >= self.last or len(self.lent) >= _AHEAD:
                return None
            self.last -= 1
            self.lent.append(self.last)
            return self.last


def _started() -> subprocess.Popen[bytes]:
    """A second process with the code of this one.

    Raises:
        OSError: it cannot be had.
    """
    home = str(Path(__file__).parent.parent)  # an editable install may be on no path
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _START.format(path=[home, *sys.path])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows: no console flashes up
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()
    process.wait()


# -- the second process -----------------------------------------------------------------------------------------------


def serve() -> None:
    """The second process: reads what it is sent until nothing more comes."""
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        settings: Settings = _receive(incoming)
        for rows in _arriving(incoming):
            _send(outgoing, [reading.read(Call(0, date, None, "", "", "", "", "", spoke_with, decides, outcome, notes), settings) for date, outcome, notes, spoke_with, decides in rows])  # fmt: skip


def _arriving(incoming: IO[bytes]) -> Iterator[Any]:
    """What is sent, taken off the pipe while the piece before it is worked on, so that neither side waits for the other's pipe."""
    from queue import SimpleQueue

    queue: SimpleQueue[Any] = SimpleQueue()

    def take() -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                queue.put(_receive(incoming))
        queue.put(None)

    threading.Thread(target=take, daemon=True).start()
    while (found := queue.get()) is not None:
        yield found


def _send(pipe: IO[bytes], what: object) -> None:
    data = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    pipe.write(_SIZE.pack(len(data)) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    """
    Raises:
        EOFError: the pipe was closed.
    """
    head = pipe.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    size = _SIZE.unpack(head)[0]
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)
