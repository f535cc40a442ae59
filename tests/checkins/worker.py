"""A process that sweeps: for each moment on its input it does what `ssat-bot remind --now` does then."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import astuple
from datetime import datetime

from bot.cli.opened import opened_book
from bot.cli.remind import remind


def main() -> None:
    """Answer each line with what came of it."""
    settings, book = opened_book()
    print("ready", flush=True)  # noqa: T201
    for line in sys.stdin:
        tally, _ = asyncio.run(remind(settings, book, datetime.fromisoformat(line.strip())))
        print(*astuple(tally), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
