"""What runs: the command with absolute paths, and what it takes along from the environment."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sheetsync import config
from sheetsync.errors import UsageError
from sheetsync.schedule.when import When

#: What a scheduled run takes along from the environment: where things are, and the way out. Never a password.
TAKEN_ALONG = (
    "SHEETSYNC_STATE", "SHEETSYNC_CONFIG", "GOOGLE_APPLICATION_CREDENTIALS", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy",
    "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Job:
    """One scheduled run: its name ("all", or a target's), when, and the command with absolute paths."""

    name: str
    when: When
    command: tuple[str, ...]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)


def job(
    name: str,
    when: When,
    arguments: Sequence[str],
    *,
    log: Path,
    environ: Mapping[str, str] | None = None,
    python: str | None = None,
) -> Job:
    """The run of ``sheetsync ARGUMENTS``, by the very Python that runs now."""
    around = environ if environ is not None else os.environ
    kept = {key: around[key] for key in TAKEN_ALONG if around.get(key) and "@" not in around[key]}
    for key in (
        "SHEETSYNC_STATE",
        "SHEETSYNC_CONFIG",
        "GOOGLE_APPLICATION_CREDENTIALS",
        "REQUESTS_CA_BUNDLE",
        "SSL_CERT_FILE",
    ):
        if key in kept:
            kept[key] = str(Path(kept[key]).expanduser().absolute())
    command = (python or sys.executable, "-m", "sheetsync", *arguments, "--log-file", str(log))
    for word in (*command, *kept.values()):
        if "\n" in word or "\r" in word or "\0" in word:
            raise UsageError(f"A line break in {word!r} cannot be scheduled. Rename it first.")
    return Job(name, when, command, log, kept)


def slug(name: str) -> str:
    """A name as part of a file's name or a label: letters, digits and dashes, and never the same for two names."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()
    return plain if plain == name else f"{plain or 'target'}-{config.target_key(name)[:6]}"
