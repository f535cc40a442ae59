"""Leaves a line in the log of the store of what a command took out of it, where the store can be written."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from bot.cli.opened import opened_store
from bot.core.ports import StoreUnavailable
from bot.kept.audit.audit import by_command, write_line
from bot.settings import Settings
from bot.store.formats import FORMAT


async def note_taken(settings: Settings, found: int, command: str, what: str, form: str, one: str) -> None:
    """Write that a command takes something in this form: of the workshop `one`, or of all where it is empty.

    `found` is the format that the store was found in: an earlier one stays as it is, without a line. Where
    there can be none the command goes on, and says so on standard error.
    """
    about = f"{form}, {'one workshop' if one else 'all workshops'}, by the command line"
    reason = "it has an earlier format, see `ssat-bot migrate`"
    if found == FORMAT:
        try:
            async with opened_store(settings) as store:
                await write_line(store, by_command(what, one, about), datetime.now(UTC))
            return
        except StoreUnavailable as trouble:
            reason = str(trouble)
    print(f"{command}: no line in the log of the store: {reason}", file=sys.stderr)  # noqa: T201
