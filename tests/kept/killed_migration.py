"""`python -m tests.kept.killed_migration FILE COMMITS` migrates a file and dies after so many commits."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence

from bot.core.playbook.book import Book
from bot.core.ports import Change, Table
from bot.kept.loaded import always
from bot.kept.state.migrating import migrate
from bot.kept.state.migrations import MIGRATIONS, Document
from bot.store.sqlite.store import SqliteStore
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import WEDNESDAY


def louder(document: Document) -> Document:
    """A migration that shows, and that would show if it were done twice."""
    setup = document["setup"]
    return {**document, "setup": {**setup, "customer": setup["customer"] + "!"}}


LOUDER = (*MIGRATIONS, louder)
"""The migrations of a version that is still to come."""


class Dying(SqliteStore):
    """Takes its process with it when it is to store one more commit."""

    def __init__(self, path: str, commits: int) -> None:
        super().__init__(path)
        self._commits_left = commits

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        if not self._commits_left:
            os.kill(os.getpid(), signal.SIGKILL)
        self._commits_left -= 1
        return await super().commit(table, partition, changes)


if __name__ == "__main__":
    dying = Dying(sys.argv[1], int(sys.argv[2]))
    asyncio.run(migrate(dying, always(Book(small_playbook())), WEDNESDAY, migrations=LOUDER))
