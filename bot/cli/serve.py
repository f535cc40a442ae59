"""`ssat-bot serve`: the service."""

from __future__ import annotations

import argparse
import asyncio
import gc


def run(options: argparse.Namespace) -> int:
    """Serve until a signal says stop; then finish the turns that run."""
    # What is made while it starts stays: until the service collects, nothing is to be found.
    gc.disable()
    from bot.app import serve
    from bot.cli.opened import opened_book

    asyncio.run(serve(*opened_book()))
    return 0
