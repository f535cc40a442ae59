"""`ssat-bot check`: settings and playbook, every fault with file, line and field, all at once."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

from bot.cli.configured import configured


def run(options: argparse.Namespace) -> int:
    """Print every fault to stderr, exit 1 if there is any; with --links also links that do not work. Warnings
    are printed, too, and are no faults."""
    found = configured(options.file)
    playbook, faults = found.playbook, found.faults
    if playbook is not None and options.links:
        from bot.links import dead_links

        faults += asyncio.run(dead_links(playbook))
    for line in (*faults, *(f"warning: {one}" for one in found.advice)):
        print(line, file=sys.stderr)  # noqa: T201
    if not faults and playbook is not None:
        counted = f"{len(playbook.questions)} questions, {len(playbook.resources)} resources"
        print(f"{os.fspath(found.path)}: in order ({counted}, {', '.join(playbook.languages)})")  # noqa: T201
    return 1 if faults else 0
