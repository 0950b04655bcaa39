"""The command as another process, behind a proxy with a certificate authority of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import certifi
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fake_server import Served, serve
from fake_sheets import FakeGoogle
from google_room import calls, column

ROBOT = "robot@calls.iam.gserviceaccount.com"


def key_file(fake: FakeGoogle, folder: Path) -> Path:
    """A service account's key that the fake knows."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    fake.keys[ROBOT] = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "credentials.json"
    info = {
        "type": "service_account",
        "client_email": ROBOT,
        "private_key": private.decode(),
        "token_uri": "https://oauth2.googleapis.com/token",
    }
    path.write_text(json.dumps(info), encoding="utf-8")
    path.chmod(0o600)
    return path


def command(folder: Path, served: Served, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs sheetsync as a person would, in a folder with nothing but credentials."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("GOOGLE_", "SHEETSYNC_"))}
    environ |= served.environ() | {
        "SHEETSYNC_STATE": str(folder / "state"),
        "SHEETSYNC_CONFIG": str(folder),
        "HOME": str(folder),
    }
    return subprocess.run(
        [sys.executable, "-m", "sheetsync", *arguments],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def fake() -> FakeGoogle:
    """The service with a log of twelve calls."""
    made = FakeGoogle(account=ROBOT)
    made.book(title="Ann's calls").add("Call Log", calls(12), rows=60)
    return made


def test_sync_behind_a_proxy(fake: FakeGoogle, tmp_path: Path) -> None:
    """A sync by address runs behind HTTPS_PROXY with a private authority: sign-in, three requests, then one."""
    key_file(fake, tmp_path)
    (book,) = fake.books.values()
    url = f"https://docs.google.com/spreadsheets/d/{book.id}/edit#gid=0"

    with serve(fake, tmp_path) as served:
        first = command(tmp_path, served, "sync", url)
        made = fake.calls()
        second = command(tmp_path, served, "sync", url)

    assert (0, 0) == (first.returncode, second.returncode), first.stdout + first.stderr + second.stderr
    assert "Yes" in column(book.sheet("Call Log"), "Great?")
    assert ["GET read", "GET read", "POST write", "GET read"] == fake.calls()
    assert ["GET read", "GET read", "POST write"] == made


def test_untrusted_proxy(fake: FakeGoogle, tmp_path: Path) -> None:
    """Without the authority's certificate the command says which variable to set, and exits with 3."""
    key_file(fake, tmp_path)
    (book,) = fake.books.values()

    with serve(fake, tmp_path) as served:
        bare = Served(served.proxy, Path(certifi.where()))
        found = command(tmp_path, bare, "sync", book.id)

    assert (3, True) == (found.returncode, "REQUESTS_CA_BUNDLE" in found.stderr + found.stdout), found.stderr
    assert "Traceback" not in found.stderr
