"""`ssat-bot check`: settings and playbook, every fault with file, line and field, all at once."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

from bot.core.playbook.faults import PlaybookFaults
from bot.core.playbook.links import with_links
from bot.core.playbook.load import load_playbook
from bot.core.playbook.model import Playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.settings import Settings, SettingsFaults, load_settings


def run(options: argparse.Namespace) -> int:
    """Print every fault to stderr, exit 1 if there is any; with --links also links that do not work."""
    faults: list[str] = []
    settings: Settings | None = None
    try:
        settings = load_settings()
    except SettingsFaults as trouble:
        faults += trouble.lines()
    path = options.file or (settings and settings.playbook) or shipped_playbook_path()
    playbook: Playbook | None = None
    try:
        playbook = load_playbook(Path(path))
        if settings and settings.links:
            playbook = with_links(playbook, settings.links)
    except PlaybookFaults as trouble:
        faults += trouble.lines()
    if playbook is not None and options.links:
        from bot.links import dead_links

        faults += asyncio.run(dead_links(playbook))
    for line in faults:
        print(line, file=sys.stderr)  # noqa: T201
    if not faults and playbook is not None:
        counted = f"{len(playbook.questions)} questions, {len(playbook.resources)} resources"
        print(f"{os.fspath(path)}: in order ({counted}, {', '.join(playbook.languages)})")  # noqa: T201
    return 1 if faults else 0
