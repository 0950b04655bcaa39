"""Commands for every morning: config, schedule and completion."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from sheetsync.cli import complain
from sheetsync.cli.options import all_option, config_option, job, json_option, load_config, now, say, say_json


@click.group()
def config() -> None:
    """Show, find and begin sheetsync.toml: workbooks by name, limits, messages."""


@config.command(epilog="Example: sheetsync config show")
@config_option
@json_option
def show(config_path: Path | None, as_json: bool) -> None:
    """Say how sheetsync.toml is understood, or all that is wrong with it, line by line."""
    from sheetsync.config import file

    found = load_config(config_path)
    if as_json:
        say_json({"version": 1, **file.as_json(found)})
        return
    if found.path is None:
        say(f"There is no {file.NAME} here, so nothing is set. Make one with: sheetsync config init")
        return
    say(f"{found.path}")
    for one in found.targets.values():
        more = "".join(
            f", {what}"
            for what in (f"tab {one.tab}" if one.tab else "", f"notify {one.notify}" if one.notify else "")
            if what
        )
        say(f"  {one.name}: {one.where}{more}")
    if not found.targets:
        say("  no workbooks yet")
    if found.credentials:
        say(f"  credentials: {found.credentials}")
    if found.limits.largest_change:
        say(f"  at most {found.limits.largest_change} % of the filled-in rows change in one run")
    if found.limits.wait:
        say(f"  waits {found.limits.wait:g} seconds for a workbook that is open elsewhere")
    mail = found.notify.mail
    if mail is not None:
        say(f"  messages ({found.notify.on}): e-mail to {', '.join(mail.to)} through {mail.host}:{mail.port}")
    if found.notify.webhook:
        say(f"  messages ({found.notify.on}): {file.host_of(found.notify.webhook)}")


@config.command("path", epilog="Example: sheetsync config path")
@config_option
def show_path(config_path: Path | None) -> None:
    """Print where the sheetsync.toml is that is used here; exit code 2 where there is none."""
    from sheetsync import config as places
    from sheetsync.config import file

    path = file.find(config_path)
    if path is None:
        complain(
            f"There is no {file.NAME} in {Path.cwd()} or in {places.config_dir()}. Make one with: sheetsync config init"
        )
        raise click.exceptions.Exit(2)
    say(str(path))


@config.command(epilog="Example: sheetsync config init my-calls.xlsx")
@click.argument("workbooks", nargs=-1, metavar="[WORKBOOK]...")
@config_option
def init(workbooks: tuple[str, ...], config_path: Path | None) -> None:
    """Make a sheetsync.toml to begin with, which names each WORKBOOK. One that is there is never replaced."""
    from sheetsync.config import file
    from sheetsync.errors import CannotUse, UsageError

    path = (config_path or Path(file.NAME)).expanduser().absolute()
    path = path / file.NAME if path.is_dir() else path
    named: dict[str, str] = {}
    for text in workbooks:
        is_address = re.match(r"https?://", text) is not None
        if not is_address and not Path(text).expanduser().is_file():
            raise UsageError(f"There is no file {text}.")
        named[_new_name(text, named)] = text if is_address else _from(path.parent, Path(text).expanduser())
    body = file.start_text(named)
    _, problems = file.read(body.encode(), path)
    if problems:
        raise UsageError("\n".join(problems))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as out:
            out.write(body)
    except FileExistsError:
        raise UsageError(f"{path} is there already, and stays as it is. Change it with any text editor.") from None
    except OSError as error:
        raise CannotUse(f"{path} cannot be written ({error.strerror}).") from None
    names = (
        f" It names {', '.join(named)}; try: sheetsync sync --all --dry-run" if named else " Name your workbooks in it."
    )
    say(f"Made {path}.{names}")


def _new_name(text: str, taken: dict[str, str]) -> str:
    plain = "sheet" if text.startswith("http") else re.sub(r"[^\w .'&+-]+", "-", Path(text).stem).strip(" .'&+-_")[:30]
    name, number = plain or "calls", 2
    while name.casefold() in {one.casefold() for one in (*taken, "all")}:
        name, number = f"{plain or 'calls'}-{number}", number + 1
    return name


def _from(folder: Path, path: Path) -> str:
    """The path as the file names it: from the file's own folder where it lies in it."""
    whole = path.resolve()
    return str(whole.relative_to(folder.resolve())) if whole.is_relative_to(folder.resolve()) else str(whole)


@click.group()
def schedule() -> None:
    """Run a sync by itself, every morning or as often as you like; list and take out what runs."""


@schedule.command(epilog='Example: sheetsync schedule add "weekdays 7:00" --all')
@click.argument("when", required=False)
@click.argument("target", required=False)
@all_option
@click.option("--watch", is_flag=True, help="Watch it always, from log-on, instead of at times: give no WHEN.")
@config_option
@click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def add(
    when: str | None,
    target: str | None,
    every: bool,
    watch: bool,
    config_path: Path | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Sync TARGET, or every workbook of sheetsync.toml, WHEN you say: “weekdays 7:00”, “daily 7:00 and 17:00”, “hourly”.

    Writes the crontab (Linux), a launchd agent (macOS) or a task (Windows), and shows first what is written. A schedule of that
    target that is there already is replaced. Each run adds to a log file, and standard error tells of trouble alone.

    With --watch it is sheetsync watch that runs, always: as a systemd user unit (Linux), a launchd agent, or a task at log-on.
    """
    from sheetsync import config as places
    from sheetsync import schedule as timer
    from sheetsync.errors import UsageError
    from sheetsync.schedule import job as jobs
    from sheetsync.schedule import service
    from sheetsync.schedule.when import read_when

    if watch:
        if when is not None and target is not None:
            raise click.UsageError("A watch is always there: give --watch without WHEN.")
        when, target = None, when
    elif when is None:
        raise click.UsageError("Say when, such as “weekdays 7:00”, or give --watch.")
    if every == (target is not None):
        raise click.UsageError("Name one workbook, or give --all.")
    times = service.NO_TIME if when is None else read_when(when)
    command = "watch" if watch else "sync"
    found = load_config(config_path)
    if every:
        if not found.targets:
            raise UsageError("--all works on the workbooks of a sheetsync.toml; “sheetsync config init” makes one.")
        name, arguments = "all", [command, "--all"]
    else:
        one = job(str(target), found)
        if one.problem:
            raise UsageError(one.problem)
        if one.target is None and one.is_file and not Path(one.where).expanduser().is_file():
            raise UsageError(f"There is no file {target}.")
        place = one.where if one.target is not None or not one.is_file else str(Path(one.where).expanduser().resolve())
        name = one.target.name if one.target is not None else place
        arguments = [command, one.target.name if one.target is not None else place]
    if found.path is not None:
        arguments += ["--config", str(found.path)]
    log = places.state_dir() / "logs" / f"{'watch-' if watch else ''}{jobs.slug(name)}.log"
    todo = jobs.job(name, times, arguments, log=log)
    system = timer.this_system()
    for line in system.shown_watch(todo) if watch else system.shown(todo, now()):
        say(line)
    if dry_run:
        return
    if not yes and sys.stdin.isatty() and not click.confirm("Write this?", default=True):
        say("Nothing was written.")
        return
    if watch:
        system.add_watch(todo)
        say(f"Watching {name}, now and from every log-on. The log is {log}")
        if system.platform not in ("darwin", "win32"):
            say("To have it run while you are logged out too: loginctl enable-linger")
        return
    system.add(todo, now())
    say(f"Scheduled {name}: {times}. The log is {log}")
    mail = found.notify.mail
    if mail is not None and mail.user and mail.password_file is None:
        complain(
            "The password for e-mail is not taken along from here: name a password_file in sheetsync.toml, or use keyring."
        )


@schedule.command("list", epilog="Example: sheetsync schedule list")
@json_option
def list_schedules(as_json: bool) -> None:
    """List what runs by itself."""
    from sheetsync import schedule as timer

    found = timer.this_system().jobs()
    if as_json:
        items = [{"name": one.name, "when": one.when, "watch": one.watch, "lines": list(one.lines)} for one in found]
        say_json({"version": 1, "schedules": items})
        return
    for one in found:
        say(f"{one.name}: {one.when}")
        for line in one.lines:
            say(f"  {line}")
    if not found:
        say("Nothing is scheduled.")


@schedule.command(epilog="Example: sheetsync schedule remove --all")
@click.argument("name", required=False)
@click.option("--all", "every", is_flag=True, help="The one that schedule add --all made.")
@click.option("--watch", is_flag=True, help="The watch, where there is a schedule of the same name too.")
def remove(name: str | None, every: bool, watch: bool) -> None:
    """Take a scheduled run, or a watch, out: the one of that NAME, or the only one there is."""
    from sheetsync import schedule as timer
    from sheetsync.errors import UsageError

    system = timer.this_system()
    there = [one for one in system.jobs() if one.watch or not watch]
    names = list(dict.fromkeys(one.name for one in there))
    wanted = "all" if every else name
    if wanted is None and len(there) == 1:
        wanted = names[0]
    if wanted is None and names:
        raise UsageError(f"Say which: {', '.join(names)}.")
    if wanted is not None and wanted not in names:
        path = str(Path(wanted).expanduser().resolve())
        wanted = next((one for one in names if one.casefold() == wanted.casefold() or one == path), None)
    if wanted is None:
        raise UsageError(
            f"Nothing of that name is scheduled. There is {', '.join(names)}." if names else "Nothing is scheduled."
        )
    kinds = [one.watch for one in there if one.name == wanted]
    if all(kinds):
        system.remove_watch(wanted)
        say(f"{wanted} is not watched any more")
    else:
        system.remove(wanted)
        more = " It is still watched; to end that: sheetsync schedule remove --watch" if any(kinds) else ""
        say(f"{wanted} is not scheduled any more{more and '.'}{more}")


@click.command(epilog="Example: sheetsync completion bash > ~/.local/share/bash-completion/completions/sheetsync")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes sheetsync's commands and options in SHELL."""
    from click.shell_completion import get_completion_class

    from sheetsync.cli import cli

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(cli, {}, "sheetsync", "_SHEETSYNC_COMPLETE").source())
