"""A file layer that fails, or ends the process, at one of its boundaries: each open, write, flush, sync, rename, removal and change of rights."""

from __future__ import annotations

import builtins
import contextlib
import errno
import io
import os
import pathlib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: What a process that was killed leaves with (128 + SIGKILL).
KILLED = 137

_BY_PATH = ("replace", "rename", "unlink", "remove", "mkdir", "rmdir", "chmod", "chown", "setxattr", "link", "symlink")
_BY_HANDLE = ("fsync", "ftruncate")


@dataclass
class Layer:
    """Counts the boundaries inside a folder, and acts at one of them.

    Args:
        under: only files in these folders count.
        at: the number of the boundary to act at, from 0; -1 only counts.
        act: what happens there, given the operation and the path.
        lasting: whether it happens at every later boundary of that kind as well, as on a full disk.
    """

    under: tuple[Path, ...]
    at: int = -1
    act: Callable[[str, str], None] = lambda operation, path: None
    lasting: bool = False
    kinds: tuple[str, ...] = ()
    seen: list[tuple[str, str]] = field(default_factory=list)
    handles: dict[int, str] = field(default_factory=dict)

    def tick(self, operation: str, path: str) -> None:
        """One boundary."""
        if not any(path.startswith(str(folder)) for folder in self.under):
            return
        if self.kinds and operation not in self.kinds:
            return
        self.seen.append((operation, path))
        if self.at >= 0 and (len(self.seen) - 1 == self.at or (self.lasting and len(self.seen) - 1 > self.at)):
            self.act(operation, path)


class _Out:
    """A file open for writing, of which every write is a boundary, before it and in the middle of it."""

    def __init__(self, file: Any, path: str, layer: Layer) -> None:
        self._file, self._path, self._layer = file, path, layer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _Out:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, data: Any) -> int:
        self._layer.tick("write", self._path)
        if len(data) > 1:
            half = len(data) // 2
            self._file.write(data[:half])
            self._file.flush()
            self._layer.tick("half", self._path)
            return half + int(self._file.write(data[half:]))
        return int(self._file.write(data))

    def flush(self) -> None:
        self._layer.tick("flush", self._path)
        self._file.flush()

    def close(self) -> None:
        if not self._file.closed:
            try:
                self._layer.tick("close", self._path)
            finally:
                self._file.close()


@contextlib.contextmanager
def layered(layer: Layer) -> Iterator[Layer]:
    """The file layer of this process with that layer on top."""
    held: list[tuple[Any, str, Any]] = []

    def put(owner: Any, name: str, new: Any) -> None:
        held.append((owner, name, owner.__dict__[name]))
        setattr(owner, name, new)

    def both(name: str, new: Any) -> None:
        put(os, name, new)
        accessor = getattr(pathlib, "_NormalAccessor", None)  # Python 3.10 holds them a second time
        if accessor is not None and name in accessor.__dict__:
            put(accessor, name, staticmethod(new))

    def by_path(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(path: Any, *args: Any, **named: Any) -> Any:
            layer.tick(name, layer.handles.get(path, "") if isinstance(path, int) else os.fspath(path))
            return real(path, *args, **named)

        return call

    def by_handle(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(handle: int, *args: Any) -> Any:
            layer.tick(name, layer.handles.get(handle, ""))
            return real(handle, *args)

        return call

    real_open, real_io, real_os_open = builtins.open, io.open, os.open

    def opened(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
        path = layer.handles.get(file, "") if isinstance(file, int) else os.fspath(file)
        writes = bool(set(mode) & set("wax+"))
        if writes and not isinstance(file, int):
            layer.tick("open", path)
        found = real_io(file, mode, *args, **named)
        layer.handles[found.fileno()] = path
        return _Out(found, path, layer) if writes and path else found

    def os_open(path: Any, flags: int, *args: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            layer.tick("open", os.fspath(path))
        found = real_os_open(path, flags, *args, **named)
        layer.handles[found] = os.fspath(path)
        return found

    for name in _BY_PATH:
        if hasattr(os, name):
            both(name, by_path(name))
    for name in _BY_HANDLE:
        if hasattr(os, name):
            put(os, name, by_handle(name))
    assert real_open is real_io
    put(builtins, "open", opened)
    both("open", os_open)
    put(io, "open", opened)
    accessor = getattr(pathlib, "_NormalAccessor", None)
    if accessor is not None:
        accessor.open = staticmethod(opened)
    try:
        yield layer
    finally:
        for owner, name, old in reversed(held):
            setattr(owner, name, old)


def kill(operation: str, path: str) -> None:
    """The process ends at once: nothing is flushed, closed or cleaned up."""
    os._exit(KILLED)


def error(number: int) -> Callable[[str, str], None]:
    """The operation fails as the system fails."""

    def act(operation: str, path: str) -> None:
        raise OSError(number, os.strerror(number), path)

    return act


def in_child(work: Callable[[], object]) -> int:
    """The work in a process of its own, forked off; its exit code."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of forking beside the threads of whoever runs the tests: the child starts none of theirs
        child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException as wrong:
            code = getattr(wrong, "exit_code", 1)
            if code == 1:
                import traceback

                traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


FULL, BROKEN, READ_ONLY, FORBIDDEN = errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES
