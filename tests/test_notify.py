"""Messages about runs that nobody watches, against a mail server and a webhook on this computer."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import sys
import types
from pathlib import Path

import pytest
from conftest import Command
from servers import Hook, Mailbox, running

from sheetsync import notify
from sheetsync.config.file import Mail, Notify
from sheetsync.notify import State

NOW = dt.datetime(2026, 11, 24, 7, tzinfo=dt.timezone.utc)
BAD = State("ann", "failed", 4, "ann: calls.xlsx is open in Excel. Close it, then run again.")
GOOD = State("bo", "synced", 0, "", 123, 17)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def _mail(port: int, **other: object) -> Mail:
    return Mail(
        "127.0.0.1", port, "Ann <ann@example.com>", ("ann@example.com", "bo@example.com"), starttls=False, **other
    )  # type: ignore[arg-type]


def _parsed(text: str) -> tuple[email.message.EmailMessage, str]:
    found = email.message_from_string(text, policy=email.policy.default)
    assert isinstance(found, email.message.EmailMessage)
    return found, found.get_content()


@pytest.mark.parametrize(
    ("code", "on", "wanted"),
    [(0, "failure", False), (4, "failure", True), (0, "always", True), (3, "always", True), (1, "never", False)],
)
def test_when_a_message_is_sent(code: int, on: str, wanted: bool) -> None:
    """On failure, or always, or never."""
    assert wanted == notify.wanted(code, on)


def test_a_message_by_mail() -> None:
    """Who failed is in the subject; why, and what else happened, in the text."""
    with running(Mailbox()) as box:
        problems = notify.send(Notify(mail=_mail(box.port)), [GOOD, BAD], now=NOW)
    message, body = _parsed(box.messages[0])

    assert [] == problems
    assert "sheetsync: ann failed" == message["Subject"]
    assert "ann@example.com, bo@example.com" == message["To"]
    assert "auto-generated" == message["Auto-Submitted"]
    assert body.index("ann: failed (try again later, exit code 4)") < body.index(
        "bo: synced (123 calls, 17 cells written)"
    )
    assert "Close it, then run again." in body


def test_a_message_to_a_webhook() -> None:
    """JSON with a version, the text as chat programs show it, and each target with fixed keys."""
    with running(Hook()) as hook:
        problems = notify.send(Notify(webhook=hook.address), [GOOD, BAD], now=NOW)
    document = hook.posted[0]

    assert [] == problems
    assert {"version", "text", "host", "time", "exit_code", "targets"} == document.keys()
    assert (1, 4, "2026-11-24T07:00:00+00:00") == (document["version"], document["exit_code"], document["time"])
    assert document["text"].startswith("sheetsync: ann failed\nann: failed")
    assert {
        "target": "bo",
        "status": "synced",
        "exit_code": 0,
        "error": None,
        "calls": 123,
        "cells_written": 17,
    } == document["targets"][0]


def test_nothing_of_a_workbook_leaves_the_computer() -> None:
    """What an error quotes may be a note, a prospect or a number: it is left out; a service account's address is not."""
    text = (
        "Call Log was sorted.\n'Call Log'!K12 holds “he said ”no” and call 555 123 4567 ”later”, ok”, typed by hand\n"
        'Rename "Earl Dodson" and ring (0151) 555-1234 or earl@dodson.example.\n'
        "Share it with robot@project.iam.gserviceaccount.com as an editor."
    )
    said = notify.without_content(text)

    for secret in ("he said", "later", "555", "Earl", "Dodson", "0151", "earl@", "1234"):
        assert secret not in said
    assert "'Call Log'!K12 holds “…”, typed by hand" in said
    assert "robot@project.iam.gserviceaccount.com" in said


def test_a_long_list_of_problems_is_cut() -> None:
    """A message is to be read on a telephone."""
    assert 7 == len(notify.without_content("\n".join(f"line {n}" for n in range(50))).splitlines())


def _keyring(monkeypatch: pytest.MonkeyPatch, held: str | None) -> None:
    fake = types.ModuleType("keyring")
    fake.get_password = lambda service, user: held if (service, user) == ("sheetsync", "ann") else None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", fake)


def test_where_the_password_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment, then a file that only its owner can read, then keyring."""
    secret = tmp_path / "secret"
    secret.write_text("of the file\n")
    secret.chmod(0o600)
    _keyring(monkeypatch, "of the keyring")
    assert "of the keyring" == notify.password(_mail(25, user="ann"))
    assert "of the file" == notify.password(_mail(25, user="ann", password_file=secret))
    secret.chmod(0o644)
    with pytest.raises(notify.NotSent, match="chmod 600"):
        notify.password(_mail(25, user="ann", password_file=secret))
    monkeypatch.setenv(notify.PASSWORD, "of the environment")
    assert "of the environment" == notify.password(_mail(25, user="ann", password_file=secret))


def test_signing_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user and the password reach the server; a wrong one is said without repeating it."""
    monkeypatch.setenv(notify.PASSWORD, "hunter2")
    with running(Mailbox(password="hunter2")) as box:
        assert [] == notify.send(Notify(mail=_mail(box.port, user="ann")), [BAD], now=NOW)
    assert [("ann", "hunter2")] == box.signed_in
    monkeypatch.setenv(notify.PASSWORD, "hunter3")
    with running(Mailbox(password="hunter2")) as box:
        (problem,) = notify.send(Notify(mail=_mail(box.port, user="ann")), [BAD], now=NOW)

    assert "did not take the user and password" in problem
    assert "hunter3" not in problem


def test_what_cannot_be_sent_is_said_each_way_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server that refuses does not keep the webhook from its message, and the other way round."""
    with running(Mailbox(says="554 no")) as box, running(Hook(404)) as hook:
        problems = notify.send(Notify(mail=_mail(box.port), webhook=hook.address), [BAD], now=NOW)
    assert 1 == len(hook.posted)
    assert "the server refused it" in problems[0]
    assert "answered 404" in problems[1]
    assert "secret-part" not in problems[1]
    problems = notify.send(Notify(mail=_mail(box.port), webhook=hook.address), [BAD], now=NOW)
    assert "nobody answers there" in problems[0]
    assert "cannot be reached" in problems[1]


def test_no_encryption_where_it_is_asked_for_sends_nothing() -> None:
    """The server knows no STARTTLS: the message stays here."""
    with running(Mailbox()) as box:
        mail = Mail("127.0.0.1", box.port, "a@example.com", ("b@example.com",))
        (problem,) = notify.send(Notify(mail=mail), [BAD], now=NOW)

    assert [] == box.messages
    assert "no encryption" in problem


def test_a_user_without_a_password_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent, and the three places for a password are named."""
    _keyring(monkeypatch, None)
    with running(Mailbox()) as box:
        (problem,) = notify.send(Notify(mail=_mail(box.port, user="ann")), [BAD], now=NOW)

    assert [] == box.messages
    assert notify.PASSWORD in problem


def test_a_failing_run_sends_a_message_and_a_failing_message_changes_no_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command
) -> None:
    """From the command line: the webhook hears of the failure; once it is gone that is said, and the exit code stays."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"PK nonsense")
    sheetsync("template", "install", "call-log", "good.xlsx")
    with running(Hook()) as hook:
        (tmp_path / "sheetsync.toml").write_text(
            f'[targets.good]\npath = "good.xlsx"\n[targets.bad]\npath = "bad.xlsx"\n[notify.webhook]\nurl = "{hook.address}"\n'
        )
        codes = [
            sheetsync("sync", "good").code,
            sheetsync("sync", "bad", "--no-notify").code,
            sheetsync("sync", "bad", "--dry-run").code,
            sheetsync("sync", "--all").code,
        ]
        with_file = sheetsync("sync", "bad.xlsx")
    gone = sheetsync("sync", "--all", "--quiet")

    assert [0, 3, 3, 3] == codes
    assert [["bad"], ["bad.xlsx"]] == [[one["target"] for one in document["targets"]] for document in hook.posted]
    assert 3 == with_file.code == gone.code
    assert "could not be posted to http://127.0.0.1" in gone.err


def test_success_is_told_where_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheetsync: Command) -> None:
    """A target's own notify wins over [notify]."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.xlsx", "b.xlsx"):
        sheetsync("template", "install", "call-log", name)
    with running(Hook()) as hook:
        (tmp_path / "sheetsync.toml").write_text(
            f'[targets.a]\npath = "a.xlsx"\nnotify = "always"\n[targets.b]\npath = "b.xlsx"\n[notify.webhook]\nurl = "{hook.address}"\n'
        )
        sheetsync("sync", "--all", "--json")

    assert [["a", "synced"]] == [[one["target"], one["status"]] for one in hook.posted[0]["targets"]]
