"""Sends one reminder once: marks the workshop, posts, and records what came of it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.checkins.chats import Chats
from bot.checkins.drawing import draw
from bot.checkins.lane import Lane
from bot.checkins.records import Loaded, Records
from bot.checkins.round import Round
from bot.core.book import Book
from bot.core.courier import Courier, Delivery, Outcome
from bot.core.due import release, settle
from bot.core.dues import zone_of
from bot.core.engagement import Engagement
from bot.core.picture import Picture
from bot.core.ports import Clock, Conflict, Row, Store
from bot.core.reminders import Later, Reminder, begun, given_up, gone, refused, sent, tomorrow
from bot.core.texts import Texts

_TRIES = 20
_AGAIN = timedelta(minutes=5)

log = logging.getLogger(__name__)


class Sender:
    """Used by one sweep. What it holds is a row that was claimed, and the workshop that the row is about."""

    def __init__(
        self,
        store: Store,
        book: Book,
        texts: Texts,
        courier: Courier,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]],
        patience: timedelta,
    ) -> None:
        self._store = store
        self._book = book
        self._texts = texts
        self._courier = courier
        self._clock = clock
        self._records = Records(store, book)
        self._chats = Chats(store)
        self._lane = Lane(sleep)
        self._patience = patience

    async def send(self, held: Row, loaded: Loaded, one: Reminder, now: Round) -> None:
        """Send it, or put it off. Conflict where the workshop changed before anything was sent."""
        engagement = loaded.engagement
        chat: str | Delivery | Later | None = None
        if one.to is not None:
            chat = await self._chat_for(loaded, one)
        if isinstance(chat, Later):
            now.tally.skipped += 1
            await release(self._store, held, self._clock.now(), chat.until)
            return
        if isinstance(chat, Delivery):
            await self._record(held, loaded, one, chat, now)
            return
        await self._courier.turn(engagement.tenant, chat or engagement.reference.conversation)
        async with self._lane.entered():
            after = begun(self._picture(loaded), one)
            # Drawn before the mark: what cannot be drawn was never on its way.
            picture = Picture(self._book, after, self._clock.now())
            card = draw(picture, self._texts, one, self._courier.teams_ids(after))
            marked = await self._records.commit(loaded, after, self._clock.now())
            if chat is None:
                delivery = await self._courier.post(after, card)
            else:
                delivery = await self._courier.tell(after, chat, card)
            await self._record(held, marked, one, delivery, now)

    async def _chat_for(self, loaded: Loaded, one: Reminder) -> str | Delivery | Later:
        """The chat with the person, who hears nothing else today from now on."""
        engagement, person = loaded.engagement, one.to or ""
        what = f"{engagement.id}~{one.item}~{one.at}"
        while True:
            known, now = await self._chats.find(person), self._clock.now()
            if known.was_told(what, now, zone_of(engagement)):
                return tomorrow(self._picture(loaded))
            found = known.conversation or await self._courier.chat(engagement, person)
            if isinstance(found, Delivery) or await self._chats.take(known, found, what, now):
                return found

    async def _record(self, held: Row, loaded: Loaded, one: Reminder, delivery: Delivery, now: Round) -> None:
        """Write down what came of it, whatever was changed in the workshop meanwhile."""
        outcome = delivery.outcome
        if one.to is not None and outcome is Outcome.GONE:
            # That a person cannot be reached says nothing about the workshop's conversation.
            await self._chats.forget(await self._chats.find(one.to))
            outcome = Outcome.FAILED
        found: Loaded | None = loaded
        for _ in range(_TRIES):
            if found is None:
                return
            after = _after(self._picture(found), one, outcome)
            try:
                await self._records.commit(found, after, self._clock.now(), (one.item, one.at))
            except Conflict:
                found = await self._records.load(found.engagement.id)
            else:
                break
        else:
            raise Conflict("a workshop is changed by many at once")
        await self._close(held, outcome, delivery, now)

    async def _close(self, held: Row, outcome: Outcome, delivery: Delivery, now: Round) -> None:
        about = {"due": held.key, "reason": delivery.reason}
        match outcome:
            case Outcome.REFUSED:
                await self._put_off(held, delivery, now)
                return
            case Outcome.SENT:
                now.tally.sent += 1
            case Outcome.UNKNOWN:
                now.tally.unknown += 1
                log.error("nobody knows whether this arrived", extra=about)
            case Outcome.GONE:
                now.tally.failed += 1
                log.error("conversation is gone: its check-ins are paused", extra=about)
            case Outcome.FAILED:
                now.tally.failed += 1
                log.error("not sent", extra=about)
        await settle(self._store, held)

    async def _put_off(self, held: Row, delivery: Delivery, now: Round) -> None:
        """Free the row for whoever comes first when the refusal may have passed."""
        wait = timedelta(seconds=2.0 ** now.tried(held.key) if delivery.wait is None else delivery.wait)
        if not now.may_try(held.key):
            wait = max(wait, _AGAIN)
        moment = self._clock.now()
        await release(self._store, held, moment, moment + wait)
        if wait <= self._patience:
            now.set_aside(held.key, moment + wait)
            return
        now.tally.failed += 1
        log.error("not sent for now", extra={"due": held.key, "reason": delivery.reason})

    def _picture(self, loaded: Loaded) -> Picture:
        return Picture(self._book, loaded.engagement, self._clock.now())


def _after(picture: Picture, one: Reminder, outcome: Outcome) -> Engagement:
    """The workshop after a send with this outcome."""
    match outcome:
        case Outcome.SENT:
            return sent(picture, one)
        case Outcome.REFUSED:
            return refused(picture, one)
        case Outcome.GONE:
            return gone(picture, one)
    return given_up(picture, one.item, one.at)
