"""`ssat-bot log`: who exported, read from elsewhere, changed rights, deleted, restored; without answers."""

from __future__ import annotations

import argparse
import asyncio

from bot.cli.opened import opened_store
from bot.kept.audit.told import Told, told
from bot.settings import Settings, load_settings


def run(options: argparse.Namespace) -> int:
    """Print the lines in the order of time, with tabs between their parts."""
    for one in asyncio.run(_told(load_settings(), options.engagement or "")):
        who = f"{one.by} ({one.by_name})" if one.by and one.by_name else one.by or one.by_name
        at = one.at.isoformat(timespec="seconds")
        print("\t".join((at, one.what, one.engagement, who, one.about)).rstrip())  # noqa: T201
    return 0


async def _told(settings: Settings, engagement: str) -> list[Told]:
    async with opened_store(settings, read_only=True) as store:
        return await told(store, engagement)
