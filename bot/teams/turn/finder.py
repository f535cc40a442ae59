"""Finds the engagement that an activity is about, and says to whom one opens outside its channel."""

from __future__ import annotations

from bot.core.engagement import Engagement
from bot.core.ports import Clock
from bot.core.questions.picture import Picture
from bot.core.workshop.rights import may_open
from bot.kept.loaded import Loaded
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.sending import Address
from bot.teams.turn.call import Tools
from dialogs.press import Press


class Finder:
    """Reads engagements for a turn; it changes nothing."""

    def __init__(self, tools: Tools, rosters: Rosters, clock: Clock) -> None:
        self._tools = tools
        self._rosters = rosters
        self._clock = clock

    async def find(self, incoming: Incoming, press: Press | None) -> Loaded | None:
        """The engagement that an activity is about: that of the card pressed, else the conversation's."""
        engagements = self._tools.engagements
        if press is None or not press.data.workshop:
            found = await engagements.current(incoming.tenant, incoming.conversation)
            if found is None and incoming.tenant_as_sent != incoming.tenant:
                found = await engagements.current(incoming.tenant_as_sent, incoming.conversation)
            return found
        if press.data.engagement and incoming.scope == "personal":
            loaded = await engagements.load(press.data.engagement)
            # The id comes from the client: elsewhere than in its own conversation a workshop opens to those
            # alone who are in it.
            return loaded if loaded and await self.may_open(loaded, incoming) else None
        number, place = press.data.workshop, incoming.conversation
        found = await engagements.of_channel(incoming.tenant, place, number)
        if found is None and incoming.tenant_as_sent != incoming.tenant:
            found = await engagements.of_channel(incoming.tenant_as_sent, place, number)
        return found

    async def may_open(self, loaded: Loaded, incoming: Incoming) -> bool:
        person = self._tools.as_known(loaded.engagement, incoming)
        picture = Picture(loaded.book, loaded.engagement, self._clock.now())
        return may_open(picture, person) and await self.is_still_in(loaded.engagement, incoming)

    async def is_still_in(self, engagement: Engagement, incoming: Incoming) -> bool:
        """False for whoever is no member of a workshop's channel any more; its FM need not be."""
        reference, person = engagement.reference, self._tools.as_known(engagement, incoming)
        if person.key == engagement.fm or reference.conversation == incoming.conversation:
            return True
        ids = (person.id, incoming.person.id, incoming.teams_id)
        place = Address(reference.service_url, reference.conversation)
        return reference.scope != "personal" and await self._rosters.lists(engagement.tenant, place, ids)
