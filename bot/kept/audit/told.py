"""The log as it is told: its own lines, and the acts of workshops that change rights, or end them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.ports import Row, Store, Table
from bot.core.step import LOG_ROW
from bot.kept.audit.audit import AUDIT

OF_WORKSHOPS = ("start", "hand_over", "take_over", "complete", "reopen", "discard", "redirect", "forget")
"""Acts that stand in the log of the workshop itself, and go with it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line, as a command prints it. `about` says to whom, which file, in which state."""

    at: datetime
    what: str
    engagement: str
    by: str
    by_name: str
    about: str


async def told(store: Store, engagement: str = "") -> list[Told]:
    """The lines in the order of time; of one workshop alone where it is named. StoreUnavailable."""
    rows = [(row, "about", "") for row in await store.query(Table.CHANNELS, AUDIT)]
    if engagement:
        found = await store.query(Table.ENGAGEMENTS, engagement, LOG_ROW)
    else:
        found = [one async for one in store.rows(Table.ENGAGEMENTS, _skipped) if one.key.startswith(LOG_ROW)]
    rows += [(row, "ask", row.partition) for row in found if row.columns.get("what") in OF_WORKSHOPS]
    lines = [_told(row, about, of) for row, about, of in rows]
    mine = (one for one in lines if not engagement or one.engagement == engagement)
    return sorted(mine, key=lambda one: one.at)


def _told(row: Row, about: str, engagement: str) -> Told:
    at = row.columns.get("at")
    text = {name: str(row.columns.get(name) or "") for name in ("what", "by", "by_name", about, "engagement")}
    moment = at if isinstance(at, datetime) else datetime.min.replace(tzinfo=UTC)
    of = engagement or text["engagement"]
    return Told(moment, text["what"], of, text["by"], text["by_name"], text[about])


def _skipped(partition: str, key: str) -> None:
    """A row that cannot be read tells nothing, and keeps back no other."""
