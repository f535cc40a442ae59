"""The answer to a client that asks by itself what its person has open on the workshop card."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from datetime import datetime, timedelta
from functools import partial

import cards
from bot.core.keys import engagement_id
from bot.core.ports import Clock, StoreUnavailable
from bot.core.questions.picture import Picture
from bot.core.recent import Recent
from bot.core.screens.workshop.workshop import workshop_screen
from bot.kept.loaded import Loaded
from bot.teams.inbound.http import Reply
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.messages import Card, invoke_body
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.sending import Address
from bot.teams.turn.call import Tools
from bot.teams.views.clients import Clients
from bot.teams.views.open_views import OPEN, OpenViews
from cards.in_words import in_words
from dialogs.press import Press
from dialogs.turn import WorkshopTurn

log = logging.getLogger(__name__)

_TRUSTED = timedelta(seconds=10)
"""The time for which a workshop that was read is as it was: an update of its card has all clients ask."""
_PATIENCE = 3.0
"""Seconds for which the store is waited for; the client shows a card already."""
_KEPT = 64
_AS_IT_IS = Reply(200, {"statusCode": 200})


class Refreshes:
    """Answers with the view that the person has open, else with the workshop card.

    Nothing is changed or sent and no token is asked for, or every answer would have all clients ask again. A
    view comes from what the process remembers; for the card one read serves everybody for a while.
    """

    def __init__(
        self, tools: Tools, views: OpenViews, clients: Clients, rosters: Rosters, clock: Clock
    ) -> None:
        self._tools = tools
        self._views = views
        self._clients = clients
        self._rosters = rosters
        self._clock = clock
        self._read: OrderedDict[str, datetime] = OrderedDict()
        self._drawn = Recent(_KEPT)

    async def answer(self, incoming: Incoming) -> Reply:
        """The answer; where nothing is known, one that leaves the client's card as it is."""
        press = Press.read(incoming.value or {})
        if press is None or not press.data.workshop:
            return _AS_IT_IS
        try:
            card = await self._card(incoming, press.data.workshop, press.data.revision)
        except Exception as trouble:  # nobody pressed anything: no fault takes the place of a card
            log.exception("view not given back", exc_info=trouble)
            return _AS_IT_IS
        if card is None:
            return _AS_IT_IS
        return Reply(200, invoke_body(in_words(card) if self._clients.is_phone(incoming) else card))

    async def _card(self, incoming: Incoming, number: int, revision: int) -> Card | None:
        person, place = incoming.person.key, (incoming.tenant, incoming.conversation, number)
        known = self._tools.engagements.last_known(*place)
        present = known.engagement if known else None
        view = self._views.on(incoming.reply_to_id or "", engagement_id(*place), person, present)
        if view is not None:
            return view
        loaded = await self._present(place, revision)
        if loaded is None:
            return None
        return await self._question(incoming, loaded) or self._shared(loaded)

    async def _present(self, place: tuple[str, str, int], revision: int) -> Loaded | None:
        """The workshop, at least as new as the card that asks; what is known of it where the store is not
        there."""
        key, now = engagement_id(*place), self._clock.now()
        known, read = self._tools.engagements.last_known(*place), self._read.get(key)
        fresh = read is not None and now - read < _TRUSTED
        if known is not None and fresh and known.engagement.revision >= revision:
            return known
        try:
            async with asyncio.timeout(_PATIENCE):
                loaded = await self._tools.engagements.of_channel(*place)
        except (StoreUnavailable, TimeoutError) as trouble:
            log.warning("view not read: %s", trouble)
            return known
        self._read[key] = now
        self._read.move_to_end(key)
        if len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return loaded

    async def _question(self, incoming: Incoming, loaded: Loaded) -> Card | None:
        """The question at which the person is, as the workshop itself knows it: for a process that did not
        show it. None where they are at none, or left it."""
        engagement, person, now = loaded.engagement, incoming.person.key, self._clock.now()
        talk, answered = engagement.talks.get(person), engagement.last_answer.get(person)
        if talk is None or answered is None or now - datetime.fromisoformat(answered) > OPEN:
            return None
        turn = self._turn(incoming, loaded, now)
        ask = turn.picture.find(talk.question, talk.service)
        if ask is None or ask not in turn.picture.queue(person):
            return None
        return cards.render(await turn.question_view(ask), turn.words)

    def _turn(self, incoming: Incoming, loaded: Loaded, now: datetime) -> WorkshopTurn:
        """A turn that only looks."""
        people = self._rosters.known(Address(incoming.service_url, incoming.conversation))
        return WorkshopTurn(
            book=loaded.book,
            texts=self._tools.texts,
            person=incoming.person,
            now=now,
            engagement=loaded.engagement,
            locale=incoming.locale,
            personal=incoming.scope == "personal",
            roster=people.names,
            read_whole=partial(self._tools.engagements.whole, loaded.engagement.id),
        )

    def _shared(self, loaded: Loaded) -> Card:
        """The card for all, which is the same for everybody who asks within the hour."""
        now = self._clock.now()
        hour = now.replace(minute=0, second=0, microsecond=0)
        return self._drawn.get((loaded.engagement,), (hour,), lambda: self._draw(loaded, now))

    def _draw(self, loaded: Loaded, now: datetime) -> Card:
        viewer = self._tools.shared.viewer(Picture(loaded.book, loaded.engagement, now))
        return cards.render(workshop_screen(viewer), viewer.words)
