"""Signing in: which credentials are used, with how much leave, and what a person is told when they do not work."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import responses
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fake_sheets import FakeGoogle, Fault

from sheetsync.errors import NeedsPerson, TryAgain, UsageError
from sheetsync.stores import google, google_http, google_sign_in

ROBOT = "robot@calls.iam.gserviceaccount.com"
EXAMPLE = Path(__file__).parents[2] / "credentials.example.json"


@pytest.fixture(scope="module")
def key() -> tuple[str, bytes]:
    """A private key, and its public half."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = made.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public


@pytest.fixture
def fake(key: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGoogle]:
    """The service, which knows the robot's key; google-auth's own pauses take no time."""
    monkeypatch.setattr("google.auth._exponential_backoff.time.sleep", lambda seconds: None)
    made = FakeGoogle(account=ROBOT)
    made.tokens.clear()
    made.keys[ROBOT] = key[1]
    made.book().add("Call Log", [["Date", "Prospect", "Notes"]])
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        made.install(mock)
        yield made


def robot_file(folder: Path, key: tuple[str, bytes], name: str = "credentials.json", **changed: Any) -> Path:
    """A service account's key file."""
    info = json.loads(EXAMPLE.read_text(encoding="utf-8")) | {"client_email": ROBOT, "private_key": key[0]} | changed
    path = folder / name
    path.write_text(json.dumps({k: v for k, v in info.items() if v is not None}), encoding="utf-8")
    path.chmod(0o600)
    return path


def person_file(folder: Path, **changed: Any) -> Path:
    """A person's sign-in, as ``auth login`` keeps it."""
    info = {
        "type": "authorized_user",
        "account": "ann@example.com",
        "client_id": "c",
        "client_secret": "s",
        "refresh_token": "r-1",
    }
    path = folder / google_sign_in.TOKEN_FILE
    path.write_text(json.dumps(info | changed), encoding="utf-8")
    path.chmod(0o600)
    return path


def read(fake: FakeGoogle, folder: Path, **kwargs: Any) -> str:
    """Opens the spreadsheet with what is found in the folder; its title."""
    found = google_sign_in.find(folder=folder, here=folder, environ={}, **kwargs)
    client = google_http.Client(found.credentials, found.account, clock=lambda: 0.0, sleep=lambda seconds: None)
    (number,) = fake.books
    return google.GoogleStore(number, client).read().title


# -- which ------------------------------------------------------------------------------------------------------------


def test_service_account(fake: FakeGoogle, tmp_path: Path, key: tuple[str, bytes]) -> None:
    """A key in credentials.json signs in, asking for spreadsheets and nothing else."""
    robot_file(tmp_path, key)

    assert "Calls" == read(fake, tmp_path)
    assert ["https://www.googleapis.com/auth/spreadsheets"] == [grant["scope"] for grant in fake.grants]


def test_person(fake: FakeGoogle, tmp_path: Path) -> None:
    """A person's kept sign-in is used where there is no key."""
    person_file(tmp_path)
    fake.refresh_tokens["r-1"] = "ann@example.com"
    next(iter(fake.books.values())).shares["ann@example.com"] = "owner"

    assert "Calls" == read(fake, tmp_path)


def test_order(tmp_path: Path, key: tuple[str, bytes]) -> None:
    """--credentials wins over the environment, that over credentials.json here, that over the one in the configuration, that over a login."""
    folder, here = tmp_path / "config", tmp_path / "here"
    folder.mkdir()
    here.mkdir()
    person_file(folder)
    found = []

    def which(**kwargs: Any) -> str:
        return google_sign_in.find(folder=folder, here=here, **kwargs).account.email

    found.append(which(environ={}))
    robot_file(folder, key, client_email="in-config@x")
    found.append(which(environ={}))
    robot_file(here, key, client_email="here@x")
    found.append(which(environ={}))
    environ = {
        "GOOGLE_APPLICATION_CREDENTIALS": str(robot_file(tmp_path, key, "other.json", client_email="environment@x"))
    }
    found.append(which(environ=environ))
    found.append(which(environ=environ, key=robot_file(tmp_path, key, "named.json", client_email="named@x")))

    assert ["ann@example.com", "in-config@x", "here@x", "environment@x", "named@x"] == found


@pytest.mark.parametrize("text", ["no json", '{"type": "something else"}', '{"installed": {"client_id": "x"}}'])
def test_credentials_of_other_programs(tmp_path: Path, text: str) -> None:
    """A credentials.json of another program that merely lies there is left aside."""
    (tmp_path / "credentials.json").write_text(text, encoding="utf-8")
    person_file(tmp_path)

    assert "ann@example.com" == google_sign_in.find(folder=tmp_path, here=tmp_path, environ={}).account.email


def test_nobody(tmp_path: Path) -> None:
    """Where nobody is signed in, both ways are said."""
    with pytest.raises(NeedsPerson, match=r"auth login\n.*credentials\.json.*share"):
        google_sign_in.find(folder=tmp_path, here=tmp_path, environ={})


def test_nobody_with_a_broken_key(tmp_path: Path) -> None:
    """A credentials.json that is no key is named where nothing else signs in."""
    (tmp_path / "credentials.json").write_text('{"type": "servi', encoding="utf-8")

    with pytest.raises(NeedsPerson, match=r"credentials\.json is there, but it holds no account's key"):
        google_sign_in.find(folder=tmp_path, here=tmp_path, environ={})


def test_who(tmp_path: Path, key: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is signed in is told without asking Google."""
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    path = robot_file(tmp_path, key)

    assert google_http.Account(ROBOT, True, str(path)) == google.who(folder=tmp_path, here=tmp_path)


def test_example_has_the_shape() -> None:
    """The example that ships has all that a key file needs, and no key."""
    info = json.loads(EXAMPLE.read_text(encoding="utf-8"))

    assert {"type", "project_id", "private_key", "client_email", "token_uri"} <= set(info)
    with pytest.raises(NeedsPerson, match="private key in .* cannot be read"):
        google_sign_in.find(EXAMPLE, environ={})


# -- what does not work -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no json", "is not a file of Google credentials"),
        ("[]", "is not a file of Google credentials"),
        ("{}", "its “type” should be service_account"),
        ('{"type": "service_account", "client_email": "x@y"}', "lacks private_key, token_uri"),
        ('{"installed": {"client_id": "x"}}', "auth login --client"),
        ('{"type": "authorized_user", "client_id": "x"}', "lacks refresh_token, client_secret"),
    ],
)
def test_wrong_files(tmp_path: Path, text: str, said: str) -> None:
    """A file that is no key says which file, and what to do."""
    path = tmp_path / "key.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(NeedsPerson, match=said):
        google_sign_in.find(path, environ={})


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(NeedsPerson, match=r"There is no file .*gone\.json"):
        google_sign_in.find(
            folder=tmp_path, here=tmp_path, environ={"GOOGLE_APPLICATION_CREDENTIALS": str(tmp_path / "gone.json")}
        )


@pytest.mark.parametrize(
    ("service", "body", "said"),
    [
        (True, {"error": "invalid_grant", "error_description": "Invalid grant: account not found"}, f"knows no service account {ROBOT}"),
        (True, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}, f"The key of {ROBOT} is not accepted"),
        (True, {"error": "invalid_grant", "error_description": "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values."}, "clock is wrong"),
        (False, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, "ann@example.com has expired or was withdrawn. Run: sheetsync auth login.*Testing"),
        (False, {"error": "invalid_grant", "error_description": "Account has been deleted"}, "ann@example.com is closed"),
        (False, {"error": "deleted_client", "error_description": "The OAuth client was deleted."}, "OAuth client"),
        (False, {"error": "admin_policy_enforced", "error_description": "x"}, "organisation of ann@example.com"),
    ],
    ids=["no account", "signature", "clock", "expired", "closed", "client", "policy"],
)  # fmt: skip
def test_refused(
    fake: FakeGoogle, tmp_path: Path, key: tuple[str, bytes], service: bool, body: dict[str, str], said: str
) -> None:
    """A sign-in that Google refuses is told apart, with the account and the one thing to do, after one request."""
    if service:
        robot_file(tmp_path, key)
    else:
        person_file(tmp_path)
    fake.faults.append(Fault("token", 400, times=1000, body=body))

    with pytest.raises(NeedsPerson, match=said):
        read(fake, tmp_path)

    assert 1 == len(fake.seen)


@pytest.mark.parametrize(
    "fault",
    [Fault("token", 502, times=2, body="<html>502</html>"), Fault("token", 503, times=2), Fault("token", 0, times=2)],
)
def test_sign_in_is_tried_again(fake: FakeGoogle, tmp_path: Path, key: tuple[str, bytes], fault: Fault) -> None:
    """A sign-in that fails for a passing reason is tried again."""
    robot_file(tmp_path, key)
    fake.faults.append(fault)

    assert "Calls" == read(fake, tmp_path)


def test_sign_in_out_of_reach(fake: FakeGoogle, tmp_path: Path, key: tuple[str, bytes]) -> None:
    """A sign-in that stays out of reach ends as something to try later."""
    robot_file(tmp_path, key)
    fake.faults.append(Fault("token", 0, times=10_000))

    with pytest.raises(TryAgain, match="sign-in"):
        read(fake, tmp_path)


def test_no_secret_is_said(
    fake: FakeGoogle, tmp_path: Path, key: tuple[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    """No key, secret or token is in a message or in the log."""
    caplog.set_level(logging.DEBUG, "sheetsync")
    robot_file(tmp_path, key, private_key=key[0].replace("A", "B"))
    with pytest.raises(NeedsPerson) as broken:
        read(fake, tmp_path)
    (tmp_path / "credentials.json").unlink()
    person_file(tmp_path, client_secret="secret-s", refresh_token="secret-r")
    with pytest.raises(NeedsPerson) as refused:
        read(fake, tmp_path)

    said = "\n".join([str(broken.value), str(refused.value), caplog.text])
    assert not any(word in said for word in ("secret-s", "secret-r", key[0][100:140], "BEGIN"))


@pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")
def test_open_key(tmp_path: Path, key: tuple[str, bytes], caplog: pytest.LogCaptureFixture) -> None:
    """A key that other users can read is warned of, with the command that mends it."""
    path = robot_file(tmp_path, key)
    path.chmod(0o644)

    found = google_sign_in.find(path, environ={})

    assert [f"chmod 600 {path}"] == [warning.rsplit("Run: ")[1] for warning in found.warnings]
    assert "chmod 600" in caplog.text


# -- login ------------------------------------------------------------------------------------------------------------


def client_file(folder: Path) -> Path:
    """An OAuth client of a desktop app."""
    path = folder / "client.json"
    path.write_text(
        json.dumps(
            {
                "installed": {
                    "client_id": "c",
                    "client_secret": "s",
                    "auth_uri": "https://a",
                    "token_uri": "https://oauth2.googleapis.com/token",
                }
            }
        ),
        encoding="utf-8",
    )
    return path


def consent(granted: list[str] | None = None) -> Any:
    """The browser's part, in which Ann says yes."""
    from google.oauth2.credentials import Credentials

    asked: list[Any] = []

    def flow(info: Any, scopes: list[str]) -> Any:
        asked.append((info, scopes))
        return Credentials(
            "anns", refresh_token="r-1", client_id="c", client_secret="s", token_uri="https://oauth2.googleapis.com/token",
            scopes=scopes, granted_scopes=granted, expiry=dt.datetime(2100, 1, 1),
        )  # type: ignore[no-untyped-call] # fmt: skip

    return SimpleNamespace(flow=flow, asked=asked)


def test_login(fake: FakeGoogle, tmp_path: Path) -> None:
    """A person signs in once; the sign-in is kept for him alone, asks for no more than needed, and works in later runs."""
    client_file(tmp_path)
    fake.tokens["anns"] = "ann@example.com"
    fake.refresh_tokens["r-1"] = "ann@example.com"
    next(iter(fake.books.values())).shares["ann@example.com"] = "owner"
    ann = consent()
    said: list[str] = []

    account = google.login(folder=tmp_path, here=tmp_path, terminal=True, say=said.append, flow=ann.flow)

    kept = tmp_path / google_sign_in.TOKEN_FILE
    assert ("ann@example.com", 0o600) == (account.email, stat.S_IMODE(kept.stat().st_mode))
    assert ["https://www.googleapis.com/auth/spreadsheets", "https://www.googleapis.com/auth/drive.file"] == ann.asked[
        0
    ][1]
    assert "Signed in as ann@example.com" in said[0]
    assert "Calls" == read(fake, tmp_path)


def test_login_without_a_terminal(tmp_path: Path) -> None:
    """No browser is opened where nobody sits: the message says what to do instead."""
    client_file(tmp_path)
    ann = consent()

    with pytest.raises(NeedsPerson, match="terminal.*service account"):
        google.login(folder=tmp_path, here=tmp_path, terminal=False, flow=ann.flow)

    assert [] == ann.asked


def test_login_without_a_client(tmp_path: Path) -> None:
    """Where there is no OAuth client, the message says how to make one."""
    with pytest.raises(NeedsPerson, match="Desktop app"):
        google.login(folder=tmp_path, here=tmp_path, terminal=True)


def test_login_with_a_key(tmp_path: Path, key: tuple[str, bytes]) -> None:
    """A service account's key is no client to sign in with."""
    with pytest.raises(UsageError, match="no OAuth client"):
        google.login(robot_file(tmp_path, key), folder=tmp_path, here=tmp_path, terminal=True)


def test_login_without_the_box(tmp_path: Path) -> None:
    """A person who does not tick the box for spreadsheets is asked to."""
    client_file(tmp_path)

    with pytest.raises(NeedsPerson, match="not ticked"):
        google.login(
            folder=tmp_path,
            here=tmp_path,
            terminal=True,
            flow=consent(["https://www.googleapis.com/auth/drive.file"]).flow,
        )

    assert not (tmp_path / google_sign_in.TOKEN_FILE).exists()


def test_login_refused(tmp_path: Path) -> None:
    """A person who says no is told how to start again."""
    from oauthlib.oauth2.rfc6749.errors import AccessDeniedError

    client_file(tmp_path)

    def flow(info: Any, scopes: list[str]) -> Any:
        raise AccessDeniedError()

    with pytest.raises(NeedsPerson, match="did not finish the sign-in"):
        google.login(folder=tmp_path, here=tmp_path, terminal=True, flow=flow)


def test_logout(tmp_path: Path) -> None:
    """A sign-in can be forgotten, once."""
    person_file(tmp_path)

    assert (True, False) == (google.logout(folder=tmp_path), google.logout(folder=tmp_path))


# -- the commands -----------------------------------------------------------------------------------------------------


def test_auth_commands(tmp_path: Path, key: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """``auth who`` names the account and where it comes from, ``auth logout`` forgets a person, ``auth login`` needs a terminal."""
    from click.testing import CliRunner

    from sheetsync.cli.google import auth

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHEETSYNC_CONFIG", str(tmp_path))
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    person_file(tmp_path)
    run = CliRunner().invoke

    assert "ann@example.com (person, from sheetsync auth login)" in run(auth, ["who"]).output
    assert [{"email": "ann@example.com", "kind": "person", "source": "sheetsync auth login"}] == json.loads(
        run(auth, ["who", "--json"]).output
    )["accounts"]
    assert "Signed out." in run(auth, ["logout"]).output
    assert "Nobody was signed in." in run(auth, ["logout"]).output
    assert isinstance(run(auth, ["login"]).exception, NeedsPerson)
