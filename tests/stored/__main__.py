"""`python -m tests.stored DIR` plays workshops and writes the store that they leave, as text, into a folder.

With `--replay` the store and the cards of the folder stay, and only what the present code makes of them is
written anew: for wordings that have changed.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
from pathlib import Path

from tests.stored.files import Folder
from tests.stored.others import (
    adatum,
    alpine,
    asked_which,
    cut_off,
    fabrikam,
    lost,
    northwind,
    proseware,
    silent,
    tailspin,
)
from tests.stored.rich import contoso, moment
from tests.stored.rows import Played
from tests.stored.seen import chosen
from tests.stored.stage import Stage

_PLAYED = (
    silent,
    lost,
    contoso,
    fabrikam,
    northwind,
    adatum,
    proseware,
    alpine,
    tailspin,
    cut_off,
    asked_which,
)
_BEGIN = moment("2026-09-14 08:00")


async def write(folder: Folder) -> None:
    """Play everything and keep it."""
    store = Played()
    with Stage.on(store, _BEGIN) as stage:
        for play in _PLAYED:
            await play(stage)
    rows = await store.everything()
    await store.close()
    await folder.keep(rows, chosen(stage.seen))


def main() -> None:
    """Write, or write anew."""
    parser = argparse.ArgumentParser(prog="python -m tests.stored", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--replay", action="store_true", help="the store and the cards stay as they are")
    options = parser.parse_args()
    # The faults are provoked: what the bot logs of them says nothing here.
    logging.disable(logging.CRITICAL)
    folder = Folder(options.folder)
    asyncio.run(folder.replay() if options.replay else write(folder))


if __name__ == "__main__":
    main()
