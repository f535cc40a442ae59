"""The ssat-bot command."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot import __version__
from bot.cli.configured import ConfigurationFaults
from bot.core.ports import StoreUnavailable
from bot.settings import SettingsFaults

EXPORT_FORMS = ("json", "csv", "md", "xlsx", "docx", "ics", "record")
"""The forms of an export."""
_OUT = "into this file; docx, ics and record also into FOLDER/ or FILE.zip, a file a workshop"

CliCommand = Callable[[argparse.Namespace], int]

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2200

DONE, FAULT, USAGE = 0, 1, 2
"""Exit codes: done, a fault, wrong use (argparse's own)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; faults go to stderr, one line each, with what to do."""
    options = _parser().parse_args(arguments)
    try:
        return _command(options.command)(options)
    except (ConfigurationFaults, SettingsFaults) as trouble:
        for line in trouble.lines():
            print(line, file=sys.stderr)  # noqa: T201
        return FAULT
    except StoreUnavailable as trouble:
        print(f"SSAT_STORE: the store cannot be used now: {trouble}", file=sys.stderr)  # noqa: T201
        return FAULT
    except BrokenPipeError:
        # Whoever read the output has enough of it; nothing is left to say when the process ends either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULT
    except KeyboardInterrupt:
        return DONE


def _command(name: str) -> CliCommand:
    """A command's own module, imported when it runs: `check` needs neither the SDK nor a store."""
    run: CliCommand = importlib.import_module(f"bot.cli.{name}").run
    return run


def _moment(text: str) -> datetime:
    """A moment in ISO 8601, in UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no moment like 2026-11-30T08:00Z") from None
    if not _EARLIEST_YEAR <= moment.year <= _LATEST_YEAR:
        between = f"between {_EARLIEST_YEAR} and {_LATEST_YEAR}"
        raise argparse.ArgumentTypeError(f"{text} is no moment {between}")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ssat-bot", description="The customer success workshop in Teams.")
    parser.add_argument("--version", action="version", version=f"ssat-bot {__version__}")
    parser.set_defaults(command="serve")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    one = commands.add_parser("serve", help="run the service (the default)")
    one.set_defaults(command="serve")

    one = commands.add_parser("check", help="check settings and playbook, every fault at once")
    one.add_argument("file", nargs="?", type=Path, help="a playbook (default: the one in the settings)")
    one.add_argument("--links", action="store_true", help="ask every link whether it works")
    one.add_argument(
        "--as", dest="form", choices=("text", "json"), default="text", help="json is for editors"
    )
    one.add_argument("--show", metavar="ID", help="what stands in the end, and where it comes from")
    one.add_argument("--schema", action="store_true", help="write the JSON schema of playbooks for editors")
    one.set_defaults(command="check")

    one = commands.add_parser("doctor", help="try everything that the service needs, a line each")
    one.set_defaults(command="doctor")

    one = commands.add_parser("export", help="write engagements to standard output or into a file")
    one.add_argument("--format", choices=EXPORT_FORMS, required=True)
    one.add_argument("--engagement", metavar="ID", help="only this one")
    one.add_argument("--person", metavar="[TENANT/]OBJECT_ID", help="json: all that is kept of one person")
    one.add_argument("--out", metavar="FILE", help=_OUT)
    one.add_argument("--excel", action="store_true", help="csv in words, as Excel opens it")
    one.add_argument("--language", choices=("de", "en"), help="of --excel and xlsx (default: theirs)")
    one.set_defaults(command="export")

    one = commands.add_parser("backup", help="copy everything into a file, while the service runs")
    one.add_argument(
        "file", type=Path, metavar="FILE", help="a new file; it can be restored into either store"
    )
    one.set_defaults(command="backup")

    one = commands.add_parser("restore", help="write a backup into an empty store")
    one.add_argument("file", type=Path, metavar="FILE", help="what `backup` wrote")
    one.set_defaults(command="restore")

    one = commands.add_parser("import", help="write workshops of a JSON export that the store does not have")
    one.add_argument("file", type=Path, metavar="FILE", help="what `export --format json` wrote")
    one.add_argument("--skip-existing", action="store_true", help="leave out workshops that are there")
    one.add_argument("--tenant", metavar="ID", help="move them to this tenant")
    one.set_defaults(command="importing")

    one = commands.add_parser("remind", help="send what is due now, then end")
    one.add_argument("--now", type=_moment, metavar="ISO", help="as if it were then; sends to loopback only")
    one.add_argument("--dry-run", action="store_true", help="only say what would be sent")
    one.set_defaults(command="remind")

    one = commands.add_parser("migrate", help="bring the store to the format of this version")
    one.add_argument("--dry-run", action="store_true", help="only say what would be done")
    one.set_defaults(command="migrate")

    one = commands.add_parser("forget", help="take a person out of everything that is kept")
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--person", metavar="[TENANT/]OBJECT_ID", help="the person, in all workshops")
    what.add_argument("--list", type=Path, metavar="FILE", help="write who was forgotten, as salted hashes")
    what.add_argument("--again", type=Path, metavar="FILE", help="forget again whoever stands in such a file")
    one.add_argument("--tenant", metavar="ID", help="their tenant, where --person does not name it")
    one.add_argument("--also", action="append", default=[], metavar="TEXT", help="their address, a nickname")
    one.add_argument("--dry-run", action="store_true", help="only say what would be done")
    one.set_defaults(command="erasing.forget")

    one = commands.add_parser(
        "log", help="who exported, read from elsewhere, changed rights, deleted, restored"
    )
    one.add_argument("--engagement", metavar="ID", help="only of this one")
    one.set_defaults(command="log")

    one = commands.add_parser("talk", help="play the workshop in the terminal")
    one.add_argument("--lang", default="en", metavar="LANGUAGE", help="one of the playbook's (default: en)")
    one.add_argument("--question", metavar="ID", help="begin with this question, whatever it waits for")
    one.set_defaults(command="talk")

    one = commands.add_parser("manifest", help="write the Teams app package")
    target = one.add_mutually_exclusive_group(required=True)
    target.add_argument("--out", type=Path, metavar="FILE.zip", help="the package to upload")
    target.add_argument(
        "--folder",
        nargs="?",
        const=Path("appPackage"),
        type=Path,
        metavar="FOLDER",
        help="its files instead, for the Agents Toolkit (default: appPackage)",
    )
    one.add_argument(
        "--version",
        dest="version_given",
        metavar="1.2.3",
        help="of the package (default: of the day and the content)",
    )
    one.add_argument("--draft", action="store_true", help="with placeholders for your pages, to try it out")
    one.add_argument("--developer", metavar="NAME", help="who runs the bot, as the app's details name them")
    for page in ("website", "privacy", "terms"):
        one.add_argument(
            f"--{page}", metavar="URL", help=f"the operator's {page} page, beginning with https://"
        )
    one.set_defaults(command="manifest")
    return parser
