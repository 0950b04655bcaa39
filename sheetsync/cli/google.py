"""Commands for Google: auth, and installing a template as a Google spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.options import credentials_given, credentials_option, json_option, say, say_json

if TYPE_CHECKING:
    from sheetsync.grid import Value


@click.group()
def auth() -> None:
    """Sign in to Google, say who is signed in, and sign out."""


@auth.command(epilog="Example: sheetsync auth login")
@click.option(
    "--client",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The OAuth client of a desktop app, as the Google Cloud console saves it. Default: client.json.",
)
def login(client: Path | None) -> None:
    """Sign in through the browser; the sign-in is kept for you alone. Needs a terminal."""
    from sheetsync.stores import google

    google.login(client, say=say)


@auth.command(epilog="Example: sheetsync auth who")
@credentials_option
@json_option
def who(as_json: bool) -> None:
    """Say which account is used, and where its credentials come from. Share spreadsheets with that address."""
    from sheetsync.stores import google

    found = google.who(credentials=credentials_given())
    kind = "service account" if found.service else "person"
    if as_json:
        from sheetsync.report import as_document

        say_json(as_document("accounts", [{"email": found.email, "kind": kind, "source": found.source}]))
        return
    say(f"{found.email or 'An account whose address Google does not tell'} ({kind}, from {found.source})")


@auth.command(epilog="Example: sheetsync auth logout")
def logout() -> None:
    """Forget your sign-in on this machine."""
    from sheetsync.stores import google

    say("Signed out." if google.logout() else "Nobody was signed in.")


def install_template(
    name: str,
    title: str,
    *,
    into: str | None = None,
    share: Sequence[str] = (),
    values: Mapping[str, Value] | None = None,
    credentials: Path | None = None,
) -> None:
    """Makes the template as a Google spreadsheet and says where it is, for ``template install NAME --google TITLE``.

    Args:
        into: the address of a spreadsheet to fill instead of a new one.
        share: addresses that may edit it.
        values: settings that shall not have their default, by field.
    """
    from sheetsync import templates
    from sheetsync.stores import google

    edits = templates.setting_edits(values or {})
    found = google.install_template(title, template=name, into=into, share=share, edits=edits, credentials=credentials)
    if found.made:
        say(f"Made {', '.join(found.made)} in “{found.title}”.")
    if found.there:
        say(f"{', '.join(found.there)}: there already, left alone.")
    for address in found.shared:
        say(f"Shared with {address}.")
    for line in found.said:
        say(line)
    say(found.url)
    if found.made:
        fill, run = ("Clients", "coach") if name == "coach" else ("Call Log", "sync")
        say(f"Fill in a row of the tab {fill}, then run: sheetsync {run} {found.url}")
