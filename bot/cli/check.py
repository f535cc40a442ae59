"""`ssat-bot check`: settings and playbook, every fault with file, line and field, all at once."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from datetime import UTC, datetime

from bot.cli.configured import configured
from bot.core.playbook.model.playbook import Playbook
from bot.settings import Settings


def run(options: argparse.Namespace) -> int:
    """Print every fault to stderr, exit 1 if there is any; with --links also links that do not work, and what
    they answered is written into the store. Warnings are printed, too, and are no faults."""
    found = configured(options.file)
    playbook, faults = found.playbook, found.faults
    if playbook is not None and options.links:
        faults += asyncio.run(_asked(playbook, found.settings))
    for line in (*faults, *(f"warning: {one}" for one in found.advice)):
        print(line, file=sys.stderr)  # noqa: T201
    if not faults and playbook is not None:
        counted = f"{len(playbook.questions)} questions, {len(playbook.resources)} resources"
        print(f"{os.fspath(found.path)}: in order ({counted}, {', '.join(playbook.languages)})")  # noqa: T201
    return 1 if faults else 0


async def _asked(playbook: Playbook, settings: Settings | None) -> list[str]:
    """The faults of the links, and of a store that did not take the answers."""
    from bot.cli.opened import opened_store
    from bot.core.ports import StoreUnavailable
    from bot.links.asking import asked_links, faults_of
    from bot.links.kept import keep_answers

    answers = await asked_links(playbook, datetime.now(UTC))
    faults = faults_of(answers)
    if settings is not None:
        try:
            async with opened_store(settings) as store:
                await keep_answers(store, answers)
        except (StoreUnavailable, OSError) as trouble:
            faults.append(f"what the links answered was not stored: {trouble}")
    return faults
