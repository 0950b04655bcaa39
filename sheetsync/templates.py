"""Makes a workbook of one that ships, filled in where asked."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from sheetsync import config, demo, look, settings, shipped
from sheetsync.errors import CannotUse, TryAgain, UsageError
from sheetsync.grid import Changes, ColumnEdits, Value
from sheetsync.stores import files
from sheetsync.stores.excel import ExcelStore


def install(
    name: str, target: str | os.PathLike[str], *, force: bool = False, values: Mapping[str, Value] | None = None
) -> Path:
    """Makes the shipped workbook of that name at ``target``, in one step; gives back where it is.

    Args:
        force: replace a file that is there already.
        values: settings that shall not have their default, by the field of ``settings.Settings``; read as a person writes them.

    Raises:
        UsageError: no such template, the target is there already, is no .xlsx, its folder is missing, or a value does not fit.
        CannotUse: the place cannot be written.
        TryAgain: the file to be replaced is open in a spreadsheet program.
    """
    source, to = shipped.path(name), Path(target).expanduser()
    if values and source != shipped.call_log_path():
        raise UsageError(f"The template “{name}” has no settings. Leave them out.")
    edits = setting_edits(values or {})
    _require_place(to, source, force=force)
    _put(source, edits, to, force=force)
    return to


def install_sample(target: str | os.PathLike[str], *, today: dt.date, force: bool = False) -> Path:
    """Makes a call log with about sixty made-up calls of the eight weeks before ``today``; raises as ``install`` does."""
    source, to = shipped.call_log_path(), Path(target).expanduser()
    _require_place(to, source, force=force)
    _put(source, demo.edits(today), to, force=force)
    return to


def setting_edits(values: Mapping[str, Value]) -> list[ColumnEdits]:
    """The cells of the Settings tab that hold these values, given by the field of ``settings.Settings``.

    Raises:
        UsageError: no such setting, or a value does not fit.
    """
    found = []
    for name, value in values.items():
        spec = next((spec for spec in settings.SPECS if spec.field == name), None)
        if spec is None:
            raise UsageError(
                f"There is no setting “{name}”. The settings are {', '.join(one.field for one in settings.SPECS)}."
            )
        try:
            shown = spec.shown(spec.read(value))
        except settings.Wrong as wrong:
            raise UsageError(f"{spec.label} cannot be “{value}”. It is {wrong}.") from None
        row, col = look.setting_cell(name)
        found.append(ColumnEdits(look.SETTINGS_NAME, col, (row,), (look.setting_value(name),), (shown,)))
    return found


def _require_place(to: Path, source: Path, *, force: bool) -> None:
    config.whole_path(to)  # says what is wrong with a name that can be none
    if to.is_dir():
        raise UsageError(f"{to} is a folder. Say what the new workbook is to be called: {to / (source.stem + '.xlsx')}")
    if to.suffix.casefold() != ".xlsx":
        raise UsageError(f"{to} would be no Excel workbook. Give it a name that ends in .xlsx.")
    if not to.parent.is_dir():
        raise UsageError(f"There is no folder {to.parent}. Make it first, or choose another place.")
    if to.exists() and not force:
        raise UsageError(_THERE.format(to))
    for lock in (f"~${to.name}", f".~lock.{to.name}#"):
        if (to.parent / lock).exists():
            raise TryAgain(f"{to} is open in a spreadsheet program. Close it, then run again.")


_THERE = "{} is there already, and nothing was written. Choose another name, or add --force to replace it."


def _put(source: Path, edits: Sequence[ColumnEdits], to: Path, *, force: bool) -> None:
    try:
        _write(source.read_bytes(), edits, to, replace=force)
    except FileExistsError:
        raise UsageError(_THERE.format(to)) from None
    except OSError as why:
        raise CannotUse(f"{to} cannot be written: {why.strerror or why}. Nothing was changed.") from why


def _write(body: bytes, edits: Sequence[ColumnEdits], to: Path, *, replace: bool) -> None:
    """All of the file or none of it, even if the machine stops half way: what is left then is cleared away as after a sync."""
    state, to = config.state_dir(), config.whole_path(to)
    with config.locked(state, str(to), to.name):
        notes = files.folder_of(state / "versions", str(to))
        with files.beside(to, notes) as beside:
            with beside.open("r+b") as out:
                out.write(_filled_in(body, edits, notes) if edits else body)
                out.flush()
                os.fsync(out.fileno())
            beside.chmod(to.stat().st_mode & 0o777 if replace and to.exists() else 0o666 & ~_umask())
            if replace:
                beside.replace(to)
            else:
                _move_to_new(beside, to)
            files.sync_folder(to.parent)


def _filled_in(body: bytes, edits: Sequence[ColumnEdits], folder: Path) -> bytes:
    """The workbook with these cells written, made in a private folder where nobody takes it for a workbook of theirs."""
    making = folder / files.MAKING
    try:
        making.write_bytes(body)
        store = ExcelStore(making)
        store.apply(store.read(), Changes(tuple(edits)))
        return making.read_bytes()
    finally:
        making.unlink(missing_ok=True)


def _move_to_new(beside: Path, to: Path) -> None:
    """A rename that never replaces a file that appeared meanwhile, where the file system knows hard links."""
    try:
        os.link(beside, to)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):
        if to.exists():
            raise FileExistsError(str(to)) from None
        beside.rename(to)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
