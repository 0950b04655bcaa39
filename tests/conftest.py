"""Every test works in a state directory of its own, on a fixed day, and never on the network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Said:
    """What a command line did."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` writes the expected files of the scenarios anew; read them before they are kept."""
    parser.addoption("--update", action="store_true", help="write the scenarios' expected verdicts and weeks anew")


@pytest.fixture(autouse=True)
def _alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHEETSYNC_STATE", str(tmp_path_factory.mktemp("state")))
    monkeypatch.setenv("SHEETSYNC_NOW", "2026-11-24T09:00:00+00:00")
    monkeypatch.setenv("SHEETSYNC_CONFIG", str(tmp_path_factory.mktemp("config")))
    for name in ("SHEETSYNC_DEBUG", "SHEETSYNC_SMTP_PASSWORD", "GOOGLE_APPLICATION_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)

    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> object:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family == getattr(socket, "AF_UNIX", None) or host in ("127.0.0.1", "::1", "localhost"):
            return real(self, address)  # type: ignore[arg-type]
        raise AssertionError(f"a test reached for the network: {address}")

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def watching_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A watch stops by itself after its first sync."""
    from sheetsync.watch.loop import Loop

    monkeypatch.setattr(Loop, "_touched", lambda self, key: None)
    real = Loop._sync

    def once(self: Loop, key: str, version: str) -> None:
        real(self, key, version)
        self.stop()

    monkeypatch.setattr(Loop, "_sync", once)


@pytest.fixture
def sheetsync(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command line in this process."""

    def run(*args: str | Path) -> Said:
        from sheetsync.cli import main

        words: Sequence[str] = [str(arg) for arg in args]
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(words)
        code = left.value.code
        out, err = capsys.readouterr()
        return Said(code if isinstance(code, int) else 1, out, err)

    return run
