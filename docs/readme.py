"""Writes the parts of the README that come from the code: the table of settings and the command reference.

python docs/readme.py [--check]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from sheetsync import settings
from sheetsync.cli import cli

README = Path(__file__).resolve().parent.parent / "README.md"


def settings_table() -> str:
    """Every setting: label, default, help."""
    base = settings.Settings()
    lines = ["| setting | default | what it does |", "|---|---|---|"]
    for spec in settings.SPECS:
        value = getattr(base, spec.field)
        shown = "" if value in (None, "") else spec.shown(value)
        lines.append(f"| {spec.label} | {f'{shown:g}' if isinstance(shown, float) else shown} | {spec.help} |")
    return "\n".join(lines)


def command_reference() -> str:
    """Every command with its arguments and options, from the help itself."""
    parts: list[str] = []
    with click.Context(cli, info_name="sheetsync") as ctx:
        for name in cli.list_commands(ctx):
            command = cli.get_command(ctx, name)
            assert command is not None
            parts += _of(command, ctx, name)
    return "\n\n".join(parts)


def _of(command: click.Command, parent: click.Context, name: str) -> list[str]:
    ctx = click.Context(command, info_name=name, parent=parent)
    if isinstance(command, click.Group):
        found: list[str] = []
        for inner in command.list_commands(ctx):
            sub = command.get_command(ctx, inner)
            assert sub is not None
            found += _of(sub, ctx, inner)
        return found
    usage = " ".join(piece for piece in command.collect_usage_pieces(ctx) if piece != "[OPTIONS]")
    lines = [f"**`{ctx.command_path} {usage}`**".replace(" `", "`"), " ".join((command.help or "").split())]
    options = [
        (record[0].replace("|", "\\|"), record[1])
        for parameter in command.params
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)) is not None
    ]
    if options:
        lines.append("| option | |\n|---|---|\n" + "\n".join(f"| `{flags}` | {text} |" for flags, text in options))
    return lines


def filled(text: str) -> str:
    """The README with its generated parts as they should be."""
    for name, content in (("settings", settings_table()), ("commands", command_reference())):
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = pattern.sub(lambda found, content=content: f"{found[1]}{content}\n{found[2]}", text)
    return text


def main() -> int:
    """Writes the README, or says whether it is as it should be."""
    text = README.read_text(encoding="utf-8")
    wanted = filled(text)
    if "--check" in sys.argv:
        return int(text != wanted)
    README.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
