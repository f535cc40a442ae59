"""Writes lines of the log, beside the turn, and never in its way."""

from __future__ import annotations

import asyncio
import getpass
import itertools
import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.engagement import Person
from bot.core.keys import short_hash
from bot.core.ports import Clock, Column, Replace, Store, StoreUnavailable, Table

AUDIT = "audit"
"""The partition of the lines, beside the chats; their keys begin with the moment."""
_KEPT = 10_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """What was done, of which workshop (empty: of several), and a word about it that nobody typed. `by` is
    the key of a person, `by_name` their name, or the account of this machine that ran a command."""

    what: str
    engagement: str = ""
    about: str = ""
    by: str = ""
    by_name: str = ""

    def columns(self, at: datetime) -> dict[str, Column]:
        """The columns of its row."""
        named = {"engagement": self.engagement, "about": self.about, "by": self.by, "by_name": self.by_name}
        return {"at": at, "what": self.what, **{name: value for name, value in named.items() if value}}


async def write_line(store: Store, line: Line, now: datetime, number: int = 0) -> None:
    """Write a line; `number` tells it from those of the same moment. Its key says nothing of a person.
    StoreUnavailable."""
    about = short_hash(f"{line.what}~{line.engagement}~{line.about}")
    key = f"{now.astimezone(UTC):%Y%m%dT%H%M%S.%f}~{about}~{number}"
    await store.commit(Table.CHANNELS, AUDIT, [Replace(key, line.columns(now))])


def by_command(what: str, engagement: str = "", about: str = "") -> Line:
    """A line of what a command does, under the account of this machine that runs it."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError, ImportError):
        account = ""
    return Line(what, engagement, about, by_name=account)


class Audit:
    """Lines of a service, written in the background; one that the store does not take stands in the log of
    the process, without a name."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()
        self._numbers = itertools.count()
        self._read: OrderedDict[tuple[str, str, str], None] = OrderedDict()

    def note(self, what: str, by: Person, engagement: str = "", about: str = "") -> None:
        """Somebody did something; returns at once."""
        task = asyncio.create_task(self._write(Line(what, engagement, about, by.key, by.name)))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def note_read(self, by: Person, engagement: str) -> None:
        """An FM opened a workshop from elsewhere: one line a day, as far as this process knows."""
        seen = (f"{self._clock.now():%Y%m%d}", by.key, engagement)
        if seen not in self._read:
            self._read[seen] = None
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
            self.note("read", by, engagement)

    async def settle(self) -> None:
        """Wait for what is being written."""
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _write(self, line: Line) -> None:
        try:
            await write_line(self._store, line, self._clock.now(), next(self._numbers))
        except StoreUnavailable:
            log.error("not in the audit log", extra={"what": line.what, "engagement": line.engagement})
