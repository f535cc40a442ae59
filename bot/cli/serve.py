"""`ssat-bot serve`: the service."""

from __future__ import annotations

import argparse
import asyncio


def run(options: argparse.Namespace) -> int:
    """Serve until a signal says stop; then finish the turns that run."""
    from bot.app import serve
    from bot.settings import load_settings

    asyncio.run(serve(load_settings()))
    return 0
