"""What somebody may ask of the bot about themselves: all that is kept of them, and to be forgotten."""

from __future__ import annotations

import asyncio
import logging

import cards
from bot.core.engagement import Person
from bot.core.parts import Stamp
from bot.core.ports import Clock, Store, StoreUnavailable
from bot.core.screens.notice import NoticeScreen
from bot.core.texts import Texts
from bot.kept.audit.audit import Line, write_line
from bot.kept.engagements import Engagements
from bot.kept.forgetting.own_data import own_data, own_file
from bot.kept.forgetting.walk import Forgetting
from bot.kept.loaded import BookOf
from bot.settings import Settings
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.messages import conversation_of, message, queue_of
from bot.teams.outbound.outbox import Outbox, Send
from bot.teams.outbound.sending import Address

log = logging.getLogger(__name__)


class Own:
    """Works in the workshops that the indexes name for a person; forgetting runs beside the turn, and says in
    the person's chat when it is done."""

    def __init__(
        self,
        settings: Settings,
        texts: Texts,
        store: Store,
        engagements: Engagements,
        book_of: BookOf,
        outbox: Outbox,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._texts = texts
        self._store = store
        self._engagements = engagements
        self._book_of = book_of
        self._outbox = outbox
        self._clock = clock
        self._running: dict[str, asyncio.Task[None]] = {}

    async def file(self, person: Person) -> bytes:
        """All that is kept of a person, read now. StoreUnavailable."""
        data = await own_data(
            self._store,
            self._book_of,
            self._ids(person),
            self._keys(person),
            await self._workshops(person),
            self._clock.now(),
        )
        return own_file(data)

    def forget(self, incoming: Incoming) -> None:
        """Forget whoever an activity comes from; returns at once. Asked twice it is done once."""
        who = incoming.person.id.lower()
        if who in self._running:
            return
        task = self._running[who] = asyncio.create_task(self._forget(incoming))
        task.add_done_callback(lambda _: self._running.pop(who, None))

    async def settle(self) -> None:
        """Wait for those who are being forgotten."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def _forget(self, incoming: Incoming) -> None:
        person = incoming.person
        try:
            forgetting = Forgetting(self._store, self._book_of, self._clock.now())
            names = [person.name] if person.name else []
            whom = await forgetting.whom(self._ids(person), self._keys(person), names)
            done = await forgetting.forget(whom, await self._workshops(person))
            notice = "forget_failed" if done.unread else "forgotten"
            line = Line("forgot", about=f"workshops: {len(done.rows)}")
            await write_line(self._store, line, self._clock.now())
        except StoreUnavailable:
            log.warning("somebody is not forgotten yet: the store cannot be used")
            notice = "forget_failed"
        except Exception as trouble:
            log.exception("somebody is not forgotten yet", exc_info=trouble)
            notice = "forget_failed"
        card = cards.render(NoticeScreen(notice, Stamp(0, 0)), self._texts.words(incoming.locale))
        to = Address(incoming.service_url, conversation_of(incoming))
        self._outbox.put(queue_of(incoming), Send("post", to, message(card)))

    async def _workshops(self, person: Person) -> list[str]:
        led = await self._engagements.portfolio.every_of_fm(person.key)
        return list(dict.fromkeys([*led, *await self._engagements.homes.of_person(person.key)]))

    def _ids(self, person: Person) -> frozenset[str]:
        return frozenset((person.id.lower(), *self._settings.ids_of(person.id)))

    def _keys(self, person: Person) -> frozenset[str]:
        return frozenset(self._settings.keys_of(person.key))
