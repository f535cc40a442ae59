"""What became of a place: a channel or team that ended or returned, the bot removed or added again."""

from __future__ import annotations

import asyncio
import logging

from bot.core.checkins.reminders import when_place_ends, when_place_returns
from bot.core.ports import Clock, Conflict
from bot.core.questions.picture import Picture
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.teams.inbound.incoming import Incoming

_TRIES = 5
log = logging.getLogger(__name__)


class Places:
    """Lets the workshops of a place know that it is gone, or there again."""

    def __init__(self, engagements: Engagements, clock: Clock) -> None:
        self._engagements = engagements
        self._clock = clock

    async def change(self, incoming: Incoming) -> None:
        """Note it in every workshop that is concerned. StoreUnavailable; Conflict where others keep writing
        one of them."""
        found = await self._concerned(incoming)
        returns = incoming.kind in ("returned", "installed")
        await asyncio.gather(*(self._note(one.engagement.id, returns=returns) for one in found))

    async def _concerned(self, incoming: Incoming) -> list[Loaded]:
        """That of the channel where one is named that is not the whole team; else all of the team, and of the
        conversation itself."""
        channel = incoming.channel_id if incoming.channel_id != incoming.team_id else None
        one = await self._engagements.current(incoming.tenant, channel or incoming.conversation)
        found = {one.engagement.id: one} if one else {}
        if channel is None and incoming.team_id:
            team = await self._engagements.of_team(incoming.tenant, incoming.team_id)
            found |= {one.engagement.id: one for one in team}
        return list(found.values())

    async def _note(self, key: str, *, returns: bool) -> None:
        for _ in range(_TRIES):
            loaded = await self._engagements.load(key)
            if loaded is None:
                return
            picture = Picture(loaded.book, loaded.engagement, self._clock.now())
            after = when_place_returns(picture) if returns else when_place_ends(picture)
            try:
                await self._engagements.commit(loaded, after, (), picture.now)
            except Conflict:
                continue
            if after is not loaded.engagement:
                log.info("the place is %s", "there again" if returns else "gone", extra={"engagement": key})
            return
        raise Conflict("others keep writing it")
