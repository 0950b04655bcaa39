"""Commands, options, output, exit codes. Only this package prints; commands are loaded when they are called."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from sheetsync import __version__

#: Command, the module that holds it, its function.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("sheetsync.cli.start", "demo"),
    "template": ("sheetsync.cli.start", "template"),
    "sync": ("sheetsync.cli.run", "sync"),
    "watch": ("sheetsync.cli.watch", "watch"),
    "follow-ups": ("sheetsync.cli.work", "follow_ups"),
    "check": ("sheetsync.cli.inspect", "check"),
    "explain": ("sheetsync.cli.inspect", "explain"),
    "coach": ("sheetsync.cli.coach", "coach"),
    "history": ("sheetsync.cli.past", "history"),
    "undo": ("sheetsync.cli.past", "undo"),
    "auth": ("sheetsync.cli.google", "auth"),
    "config": ("sheetsync.cli.morning", "config"),
    "schedule": ("sheetsync.cli.morning", "schedule"),
    "doctor": ("sheetsync.cli.doctor", "doctor"),
    "completion": ("sheetsync.cli.morning", "completion"),
}


class Commands(click.Group):
    """Loads a command's module only when the command is called: `sheetsync --help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order in which somebody new meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line a command, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARY[name]) for name in COMMANDS])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; an unknown one is answered with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean “{near[0]}”?", ctx) from None


SUMMARY = {
    "demo": "Make a sample call log, sync it and show what came out.",
    "template": "List and install the template workbooks.",
    "sync": "Read a call log, write back flags, follow-ups and why.",
    "watch": "Stay, and sync each workbook soon after it changes.",
    "follow-ups": "Print who is to be called, and write a calendar.",
    "check": "Say what was recognised and what is wrong; change nothing.",
    "explain": "Say how one row, or one note, is read and why.",
    "coach": "Sync all clients of a roster, and put their weeks on one page.",
    "history": "List the runs on a workbook.",
    "undo": "Take a run back; what people changed since is kept.",
    "auth": "Sign in to Google, and say who is signed in.",
    "config": "Show, find and begin sheetsync.toml.",
    "schedule": "Run a sync by itself, every morning.",
    "doctor": "Say what is well here and what is not, and what to do.",
    "completion": "Print the script that completes commands in your shell.",
}

EXIT_CODES = "Exit codes: 0 done, 1 our fault, 2 wrong usage, 3 a person must look, 4 try again later."


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EXIT_CODES
)
@click.version_option(__version__, message="sheetsync %(version)s")
def cli() -> None:
    """Count great conversations, not dials.

    sheetsync reads the call log in an Excel workbook or a Google spreadsheet, decides which calls were great conversations, and writes back the flag, the
    follow-up date, the next action and why.

    Begin with: sheetsync demo
    """


def main(argv: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves with its exit code."""
    from sheetsync.errors import OUR_FAULT, SheetsyncError

    _speak_utf8()
    try:
        code = cli.main(args=list(argv) if argv is not None else None, prog_name="sheetsync", standalone_mode=False)
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except SheetsyncError as error:
        complain(str(error))
        code = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        complain(unknown(error))
        code = OUR_FAULT
    sys.exit(code if isinstance(code, int) else 0)


def unknown(error: Exception) -> str:
    """What is said of an error that nobody thought of; SHEETSYNC_DEBUG=1 shows where it came from."""
    if os.environ.get("SHEETSYNC_DEBUG"):
        import traceback

        return "".join(traceback.format_exception(error))
    return f"sheetsync met something it does not know ({type(error).__name__}). Run again with SHEETSYNC_DEBUG=1 to see where, and tell us."


def complain(text: str) -> None:
    """Says it on stderr, with nothing in it that could steer a terminal."""
    from sheetsync.errors import printable

    click.echo(printable(text), err=True)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
