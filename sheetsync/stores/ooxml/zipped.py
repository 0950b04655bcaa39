"""The zip file around the parts: reads within bounds, copies what did not change as it is stored."""

from __future__ import annotations

import os
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import IO, Protocol, TypeVar

from sheetsync.errors import CannotUse

#: Bounds against bombs. Excel's own workbooks stay far below: its XML shrinks about ten to fifty times.
MOST_MEMBERS = 20_000
LARGEST_FILE = 2**31 - 1
LARGEST_PART = 3 * 2**30
RATIO_FROM = 64 * 2**20
HIGHEST_RATIO = 200

_CHUNK = 1 << 20
#: Level 5 takes two thirds of the time of zlib's usual 6, and 4 % more room (a sheet of 70 MB: 0.47 s and 10.4 MB; 1 takes 0.23 s and 13.2 MB).
_LEVEL, _LEVEL_LARGE = 6, 5
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def normal(name: str) -> str:
    """A member's name as parts are compared: forward slashes, no leading slash, lower case."""
    return name.replace("\\", "/").lstrip("/").lower()


class Parts(Protocol):
    """Parts by name, wherever they come from."""

    def has(self, part: str) -> bool:
        """Whether there is such a part."""

    def read(self, part: str) -> bytes:
        """A part, inflated."""

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part, inflated piece by piece."""


class Package:
    """An open .xlsx file: its members by normal name. Close it, or use it as a context."""

    def __init__(self, path: Path) -> None:
        """
        Raises:
            CannotUse: no zip file, damaged, encrypted, or beyond the bounds.
            OSError: the file cannot be opened.
        """
        self.file: IO[bytes] = path.open("rb")
        try:
            self.size = os.fstat(self.file.fileno()).st_size
            self.members = self._directory()
        except BaseException:
            self.file.close()
            raise

    def _directory(self) -> dict[str, zipfile.ZipInfo]:
        if self.size > LARGEST_FILE:
            raise CannotUse("it is larger than 2 GB, more than a workbook that sheetsync can edit")
        try:
            with zipfile.ZipFile(self.file) as archive:
                infos = archive.infolist()
                self.comment = archive.comment
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError, UnicodeError, IndexError):
            raise CannotUse("it is damaged or not complete (its zip directory cannot be read)") from None
        if len(infos) > MOST_MEMBERS:
            raise CannotUse(f"it holds {len(infos):,} parts, more than any real workbook")
        found: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = normal(info.orig_filename)
            if name in found:
                raise CannotUse(f"it holds two parts named {info.orig_filename}, so that no one can tell which counts")
            if info.flag_bits & 0x1:
                raise CannotUse("it is encrypted. Save it without a password, then run again")
            if info.header_offset < 0 or info.header_offset + 30 > self.size:
                raise CannotUse("it is damaged (a part lies outside the file)")
            if not name.endswith("/"):
                _within_bounds(info)
            found[name] = info
        self.infos = infos
        return found

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def has(self, part: str) -> bool:
        """Whether the package holds that part."""
        return normal(part) in self.members

    def read(self, part: str) -> bytes:
        """A part, inflated.

        Raises:
            CannotUse: missing or damaged.
        """
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part, inflated piece by piece; never more than the directory says it holds.

        Raises:
            CannotUse: missing or damaged.
        """
        info = self.members.get(normal(part))
        if info is None:
            raise CannotUse(f"it is not complete: the part {part} is missing")
        broken = CannotUse(f"it is damaged: the part {part} cannot be read")
        crc = size = 0
        try:
            for piece in self._inflated(info):
                size += len(piece)
                if size > info.file_size:
                    raise broken
                crc = zlib.crc32(piece, crc)
                yield piece
        except (zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, struct.error):
            raise broken from None
        if size != info.file_size or crc != info.CRC:
            raise broken

    def _inflated(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        if info.compress_type == zipfile.ZIP_STORED:
            yield from self.stored(info)
            return
        if info.compress_type != zipfile.ZIP_DEFLATED:
            with zipfile.ZipFile(self.file) as archive, archive.open(info) as member:
                while piece := member.read(_CHUNK):
                    yield piece
            return
        inflater = zlib.decompressobj(-15)
        for stored in self.stored(info):
            piece = inflater.decompress(stored, _CHUNK)
            while piece:
                yield piece
                piece = inflater.decompress(inflater.unconsumed_tail, _CHUNK) if inflater.unconsumed_tail else b""
        rest = inflater.flush()
        if rest:
            yield rest

    def stored(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a member as they are in the file."""
        at = info.header_offset + 30 + sum(struct.unpack("<2H", self._at(info.header_offset + 26, 4)))
        if at + info.compress_size > self.size:
            raise zipfile.BadZipFile
        left = info.compress_size
        while left:
            piece = self._at(at, min(left, _CHUNK))
            at += len(piece)
            left -= len(piece)
            yield piece

    def _at(self, offset: int, length: int) -> bytes:
        self.file.seek(offset)
        data = self.file.read(length)
        if len(data) != length:
            raise zipfile.BadZipFile
        return data

    def local(self, info: zipfile.ZipInfo) -> tuple[bytes, bytes, tuple[int, int]]:
        """The raw name, the extra field and (time, date) of a member's own header."""
        try:
            head = _LOCAL.unpack(self._at(info.header_offset, 30))
            raw = self._at(info.header_offset + 30, head[9] + head[10])
        except zipfile.BadZipFile:
            head, raw = (b"",), b""
        if head[0] != b"PK\3\4":
            raise CannotUse("it is damaged (a part has no header)")
        return raw[: head[9]], raw[head[9] :], (head[4], head[5])


def ahead(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces; each is made in a thread of its own while the one before it is used (zlib leaves the interpreter free)."""
    with _Beside() as beside:
        waiting = beside.do(lambda: next(pieces, None))
        while (piece := waiting.result()) is not None:
            waiting = beside.do(lambda: next(pieces, None))
            yield piece


T = TypeVar("T")


class _Beside:
    """Does one thing after the other in a thread of its own; at once, where the system has no thread to give. A context."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1)
        self.alone = False

    def __enter__(self) -> _Beside:
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.shutdown()

    def do(self, work: Callable[[], T]) -> Future[T]:
        """What comes of it, to be waited for."""
        if not self.alone:
            try:
                return self.pool.submit(work)
            except RuntimeError:
                self.alone = True  # for good: what was handed over without a thread would be done by a later one
        done: Future[T] = Future()
        done.set_result(work())
        return done


def _within_bounds(info: zipfile.ZipInfo) -> None:
    large = info.file_size > LARGEST_PART
    dense = info.file_size > RATIO_FROM and info.file_size > HIGHEST_RATIO * max(1, info.compress_size)
    if large or dense:
        raise CannotUse(
            f"its part {info.orig_filename} would grow to {info.file_size / 2**20:,.0f} MB when opened, "
            "which is more than any real workbook"
        )


def write(
    package: Package,
    out: IO[bytes],
    changed: Mapping[str, Callable[[], Iterable[bytes]]],
    added: Mapping[str, Callable[[], Iterable[bytes]]],
    removed: Iterable[str] = (),
    last: Iterable[str] = (),
) -> None:
    """The package once more: members in their order, changed ones deflated anew, all others as they are stored.

    Args:
        changed: what makes the new content, by normal name.
        added: content of new members, by the name that they get.
        removed: normal names of members to leave out.
        last: normal names of changed members whose content is known only after all others are written.
    """
    gone = set(removed)
    entries: list[bytes] = []
    first = min((info.header_offset for info in package.infos), default=0)
    if first:  # what stands before the package, such as a self-extractor, stays
        out.write(package._at(0, first))
    late = set(last)
    held = [info for info in package.infos if normal(info.orig_filename) not in late]
    held += [info for info in package.infos if normal(info.orig_filename) in late]
    fresh_first = {name: make for name, make in added.items() if normal(name) not in late}
    for info in held:
        name = normal(info.orig_filename)
        if name in gone:
            continue
        if name in late and fresh_first:
            entries += _added(out, fresh_first)
            fresh_first = {}
        raw, extra, stamp = package.local(info)
        if name in changed:
            entries.append(_deflated(out, raw, info, stamp, changed[name]()))
        else:
            entries.append(_copied(package, out, raw, extra, info, stamp))
    entries += _added(out, fresh_first)
    entries += _added(out, {name: make for name, make in added.items() if normal(name) in late})
    at = out.tell()
    for entry in entries:
        out.write(entry)
    if out.tell() > LARGEST_FILE:
        raise CannotUse("it would be larger than 2 GB")
    out.write(_END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), out.tell() - at, at, len(package.comment)))
    out.write(package.comment)


def _added(out: IO[bytes], added: Mapping[str, Callable[[], Iterable[bytes]]]) -> list[bytes]:
    entries = []
    for name, make in added.items():
        fresh = zipfile.ZipInfo(name)
        fresh.create_system = 0
        raw = name.encode("utf-8")
        fresh.flag_bits = 0 if raw.isascii() else 0x800
        entries.append(_deflated(out, raw, fresh, (0, 33), make()))
    return entries


def _header(
    raw: bytes, info: zipfile.ZipInfo, stamp: tuple[int, int], sizes: tuple[int, int, int], extra: bytes
) -> bytes:
    crc, packed, size = sizes
    flags = info.flag_bits & ~0x8  # sizes stand in the header, no descriptor follows
    version = min(max(info.extract_version, 20), 45)
    return (
        _LOCAL.pack(b"PK\3\4", version, flags, info.compress_type, *stamp, crc, packed, size, len(raw), len(extra))
        + raw
        + extra
    )


def _entry(
    raw: bytes, info: zipfile.ZipInfo, stamp: tuple[int, int], sizes: tuple[int, int, int], extra: bytes, at: int
) -> bytes:
    crc, packed, size = sizes
    flags = info.flag_bits & ~0x8
    version = min(max(info.extract_version, 20), 45)
    return (
        _CENTRAL.pack(
            b"PK\1\2",
            info.create_version & 0xFF,
            info.create_system & 0xFF,
            version,
            0,
            flags,
            info.compress_type,
            *stamp,
            crc,
            packed,
            size,
            len(raw),
            len(extra),
            len(info.comment),
            0,
            info.internal_attr,
            info.external_attr,
            at,
        )
        + raw
        + extra
        + info.comment
    )


def _copied(
    package: Package, out: IO[bytes], raw: bytes, extra: bytes, info: zipfile.ZipInfo, stamp: tuple[int, int]
) -> bytes:
    at = out.tell()
    sizes = (info.CRC, info.compress_size, info.file_size)
    out.write(_header(raw, info, stamp, sizes, _without_zip64(extra)))
    try:
        for piece in package.stored(info):
            out.write(piece)
    except zipfile.BadZipFile:
        raise CannotUse(f"it is damaged: the part {info.orig_filename} cannot be read") from None
    return _entry(raw, info, stamp, sizes, _without_zip64(info.extra), at)


def _deflated(
    out: IO[bytes], raw: bytes, info: zipfile.ZipInfo, stamp: tuple[int, int], content: Iterable[bytes]
) -> bytes:
    at = out.tell()
    info_size, info = info.file_size, _like(info)
    out.write(_header(raw, info, stamp, (0, 0, 0), b""))
    crc = packed = size = 0
    pieces = iter(content)
    first = next(pieces, b"")
    # zlib works while the next piece is being made; a large part is not to keep the pieces waiting.
    large = max(info_size, len(first)) >= _CHUNK // 4
    deflater = zlib.compressobj(_LEVEL_LARGE if large else _LEVEL, zlib.DEFLATED, -15)

    def deflated(piece: bytes) -> bytes:
        nonlocal crc, size
        crc = zlib.crc32(piece, crc)
        size += len(piece)
        return deflater.compress(piece)

    with _Beside() as beside:
        waiting = beside.do(partial(deflated, first))
        for piece in pieces:
            packed += out.write(waiting.result())
            waiting = beside.do(partial(deflated, piece))
        packed += out.write(waiting.result())
    packed += out.write(deflater.flush())
    if size > LARGEST_PART:
        raise CannotUse(f"its part {info.filename} would grow beyond {LARGEST_PART / 2**30:.0f} GB")
    sizes = (crc, packed, size)
    end = out.tell()
    out.seek(at)
    out.write(_header(raw, info, stamp, sizes, b""))
    out.seek(end)
    return _entry(raw, info, stamp, sizes, b"", at)


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    fresh = zipfile.ZipInfo(info.filename)
    fresh.compress_type = zipfile.ZIP_DEFLATED
    fresh.flag_bits = info.flag_bits & 0x800
    fresh.create_system, fresh.create_version = info.create_system, info.create_version
    fresh.extract_version = 20
    fresh.internal_attr, fresh.external_attr, fresh.comment = info.internal_attr, info.external_attr, info.comment
    return fresh


def _without_zip64(extra: bytes) -> bytes:
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept


def resolved(part: str, target: str) -> str:
    """The name of the part that a relationship of ``part`` leads to."""
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def relations_of(part: str) -> str:
    """The name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")
