"""The doctor command: what is well, what is not, and the one thing to do about it."""

from __future__ import annotations

from pathlib import Path

import click

from sheetsync.cli.options import config_option, job, json_option, now, say, say_json, tab_option
from sheetsync.errors import PERSON_MUST_LOOK, SheetsyncError


@click.command(epilog="Example: sheetsync doctor my-calls.xlsx")
@click.argument("target", required=False)
@json_option
@config_option
@tab_option
def doctor(target: str | None, as_json: bool, config_path: Path | None, tab: str | None) -> None:
    """Look whether sheetsync can work here and, where given, on TARGET; without TARGET on every workbook of sheetsync.toml.

    Changes no cell. Each line says ok, warning or problem, and what to do. Exit code 3 where there is a problem.
    """
    from sheetsync import doctor as look
    from sheetsync import stores
    from sheetsync.config import file

    checks = look.computer()
    try:
        found = file.load(config_path)
        checks += look.configured(found)
    except SheetsyncError as error:
        found = file.Config()
        checks += look.not_configured(error)
    chosen = [job(target, found)] if target is not None else [job(name, found) for name in found.targets]
    way = look.way_there(found, [one.where for one in chosen], now())
    checks += way
    cut_off = look.worst(way) is look.Level.PROBLEM
    for one in chosen:
        if cut_off and stores.is_google(one.where):
            checks.append(look.warning(one.label, "not looked at: there is no way to Google", "Mend that first."))
            continue
        checks += look.workbook(one.label, one.where, one.problem, found, now=now(), tab=tab or one.tab)
    worst = look.worst(checks)
    code = PERSON_MUST_LOOK if worst is look.Level.PROBLEM else 0
    if as_json:
        items = [
            {"about": check.about, "level": check.level.value, "found": check.found, "do": check.todo or None}
            for check in checks
        ]
        say_json({"version": 1, "checks": items, "exit_code": code})
    else:
        for check in checks:
            say(f"{check.level.value:<8} {check.about}: {check.found}")
            for line in check.todo.splitlines():
                say(f"         → {line}")
    if code:
        raise click.exceptions.Exit(code)
