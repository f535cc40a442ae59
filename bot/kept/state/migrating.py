"""Brings every workshop of a store to the present version, a transaction each, while others write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.ports import Conflict, Row, RowUnreadable, Store, Table
from bot.core.questions.roster import concerned
from bot.kept.engagements import Engagements
from bot.kept.homes import Homes
from bot.kept.loaded import BookOf, loaded_from
from bot.kept.state.migrations import MIGRATIONS, Migration, latest
from bot.kept.state.row import STATE_ROW, read_whole, stored_version
from bot.kept.teams import Teams

_TRIES = 5


@dataclass
class Migrated:
    """The outcome of a run: how many workshops it brought forward (a dry one: would), how many were in order,
    and those that it passed over, each with the reason."""

    forward: int = 0
    in_order: int = 0
    unread: list[tuple[str, str]] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """All that were looked at."""
        return self.forward + self.in_order + len(self.unread)


@dataclass(frozen=True)
class _Forward:
    """One workshop after the other; its dues are worked out from the moment `now`."""

    store: Store
    book_of: BookOf
    migrations: Sequence[Migration]
    now: datetime

    async def bring(self, key: str, *, dry: bool) -> bool:
        """False where the state is in the present version. Where somebody wrote it meanwhile it is read
        again. ValueError or RowUnreadable for one that cannot be read; Conflict where others keep writing it.
        """
        engagements = Engagements(self.store, self.book_of, self.migrations)
        for _ in range(_TRIES):
            row = await self.store.get(Table.ENGAGEMENTS, key, STATE_ROW)
            if row is None or not _is_outdated(row, self.migrations):
                return False
            loaded = loaded_from(row, self.book_of, self.migrations)
            if dry:
                return True
            try:
                await engagements.brought_forward(loaded, self.now)
            except Conflict:
                continue
            return True
        raise Conflict("others keep writing it: run it again")


async def migrate(
    store: Store,
    book_of: BookOf,
    now: datetime,
    *,
    dry: bool = False,
    migrations: Sequence[Migration] = MIGRATIONS,
    seen: Callable[[Migrated], None] = lambda _: None,
) -> Migrated:
    """Every workshop in turn; what was done before is found in order, so a run that was cut off is simply
    repeated. A dry run writes nothing. `seen` is told after each. StoreUnavailable."""
    run, forward, homes = Migrated(), _Forward(store, book_of, migrations, now), Homes(store)
    async for head in store.heads(Table.ENGAGEMENTS, STATE_ROW, "started"):
        try:
            if await forward.bring(head.partition, dry=dry):
                run.forward += 1
            else:
                run.in_order += 1
            if not dry:
                await _enter(store, homes, head.partition, migrations)
        except (ValueError, Conflict, RowUnreadable) as trouble:
            run.unread.append((head.partition, str(trouble).partition("\n")[0]))
        seen(run)
    return run


async def _enter(store: Store, homes: Homes, key: str, migrations: Sequence[Migration]) -> None:
    """Enter a workshop in its team, and in the homes of those who took part, where no version before did."""
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    if row is not None:
        engagement, _ = read_whole(row, migrations)
        await homes.complete(engagement, concerned(engagement))
        await Teams(store).complete(engagement)


def _is_outdated(row: Row, migrations: Sequence[Migration]) -> bool:
    """False for a state in the present version, plan and people included; ValueError for one that cannot be
    read."""
    if stored_version(row) < latest(migrations):
        return True
    read = read_whole(row, migrations)[0]
    return read.plan_behind or bool(read.merged)
