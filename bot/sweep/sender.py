"""Sends one reminder once: marks the workshop, posts, and records what came of it."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.core.checkins.due import RECALL_DUE, zone_of
from bot.core.checkins.kinds import Postponed, Reminder, kind_item, tomorrow
from bot.core.checkins.reminders import (
    when_aside,
    when_begun,
    when_given_up,
    when_gone,
    when_lost,
    when_not_reached,
    when_refused,
    when_sent,
)
from bot.core.courier import Card, Courier, Delivery, SendOutcome
from bot.core.engagement import Engagement
from bot.core.ports import Clock, Conflict, Row, Store
from bot.core.questions.lasting import AGENDA_CARD, lasting_cards
from bot.core.questions.picture import Picture
from bot.core.reading.shared import Shared
from bot.kept.chats import Chats
from bot.kept.due_index import finish, release
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.kept.posted import Posted, RecordPosted
from bot.sweep.aside import Aside
from bot.sweep.drawing import reminder_card
from bot.sweep.put_off import put_off
from bot.sweep.record import record
from bot.sweep.round import Round

_TRIES = 20

log = logging.getLogger(__name__)


class Sender:
    """Used by one sweep. What it holds is a row that was claimed, and the workshop that the row is about."""

    def __init__(
        self,
        store: Store,
        engagements: Engagements,
        shared: Shared,
        courier: Courier,
        clock: Clock,
        patience: timedelta,
    ) -> None:
        self._store = store
        self._shared = shared
        self._courier = courier
        self._clock = clock
        self._engagements = engagements
        self._chats = Chats(store)
        self._aside = Aside(courier, shared)
        self._patience = patience

    async def send(self, held: Row, loaded: Loaded, one: Reminder, now: Round) -> None:
        """Send it, or put it off. Conflict where the workshop changed before anything was sent."""
        engagement = loaded.engagement
        chat: str | Delivery | Postponed | None = None
        if one.to is not None:
            chat = await self._chat_for(loaded, one)
        if isinstance(chat, Postponed):
            now.tally.skipped += 1
            await release(self._store, held, self._clock.now(), chat.until)
            return
        if isinstance(chat, Delivery) and not _goes_aside(one, chat):
            await self._record(held, loaded, one, chat, now)
            return
        if not isinstance(chat, Delivery):
            await self._courier.wait_for_turn(engagement.tenant, chat or engagement.reference.conversation)
        after = when_begun(self._picture(loaded), one)
        # Drawn before the mark: what cannot be drawn was never on its way.
        picture = Picture(loaded.book, after, self._clock.now())
        card, says = reminder_card(picture, self._shared, one, self._courier.teams_ids(after))
        marked = await record(self._engagements, loaded, after, self._clock.now())
        if chat is None:
            delivery = await self._courier.post(after, card)
        elif isinstance(chat, Delivery):
            delivery = chat
        else:
            delivery = await self._tell(after, one, chat, card)
        if _goes_aside(one, delivery):
            delivery = await self._aside.tell(picture, one, delivery)
        await self._record(held, marked, one, delivery, now, says)

    async def _tell(self, engagement: Engagement, one: Reminder, chat: str, card: Card) -> Delivery:
        """The card in the chat with the person; one that takes nothing any more is forgotten."""
        delivery = await self._courier.tell(engagement, chat, card)
        if delivery.outcome is SendOutcome.UNREACHABLE:
            await self._chats.forget(await self._chats.find(one.to or ""))
        return delivery

    async def _chat_for(self, loaded: Loaded, one: Reminder) -> str | Delivery | Postponed:
        """The chat with the person, who is told nothing else today from now on."""
        engagement, person = loaded.engagement, one.to or ""
        what = f"{engagement.id}~{one.item}~{one.at}"
        while True:
            known, now = await self._chats.find(person), self._clock.now()
            if known.was_told(what, now, zone_of(engagement)):
                return tomorrow(self._picture(loaded))
            found = known.conversation or await self._courier.chat(engagement, person)
            if isinstance(found, Delivery) or await self._chats.take(known, found, what, now):
                return found

    async def _record(
        self, held: Row, loaded: Loaded, one: Reminder, delivery: Delivery, now: Round, says: str = ""
    ) -> None:
        """Write down what came of it, whatever was changed in the workshop meanwhile; of a lasting card also
        where it stands, and the mark of what it `says`."""
        outcome = delivery.outcome
        found: Loaded | None = loaded
        for _ in range(_TRIES):
            if found is None:
                return
            after = _after(self._picture(found), one, outcome)
            agenda = lasting_cards(after).get(AGENDA_CARD)
            place = Posted(delivery.conversation, delivery.activity, says)
            placed = [RecordPosted(agenda, place)] if agenda and says and delivery.activity else []
            due = (one.item, one.at)
            try:
                await record(self._engagements, found, after, self._clock.now(), due, placed)
            except Conflict:
                found = await self._engagements.load(found.engagement.id)
            else:
                break
        else:
            raise Conflict("a workshop is changed by many at once")
        await self._close(held, outcome, delivery, now)

    async def _close(self, held: Row, outcome: SendOutcome, delivery: Delivery, now: Round) -> None:
        about = {"due": held.key, "reason": delivery.reason}
        match outcome:
            case SendOutcome.REFUSED:
                await put_off(self._store, self._clock, self._patience, held, delivery, now)
                return
            case SendOutcome.SENT:
                now.tally.sent += 1
            case SendOutcome.UNKNOWN:
                now.tally.unknown += 1
                log.error("nobody knows whether this arrived", extra=about)
            case SendOutcome.GONE:
                now.tally.failed += 1
                log.error("conversation is gone: its check-ins are paused", extra=about)
            case SendOutcome.UNREACHABLE | SendOutcome.ASIDE:
                now.tally.unreachable += 1
                where = (
                    "is told in the thread" if outcome is SendOutcome.ASIDE else "has no chat with the bot"
                )
                log.warning("not reached in person: %s", where, extra=about)
            case SendOutcome.FAILED:
                now.tally.failed += 1
                log.error("not sent", extra=about)
        await finish(self._store, held)

    def _picture(self, loaded: Loaded) -> Picture:
        return Picture(loaded.book, loaded.engagement, self._clock.now())


def _goes_aside(one: Reminder, delivery: Delivery) -> bool:
    """True for a message to a person who cannot be reached in person. Those whom the FM has reminded are
    mentioned all at once instead."""
    return delivery.outcome is SendOutcome.UNREACHABLE and kind_item(one.item) != RECALL_DUE


def _after(picture: Picture, one: Reminder, outcome: SendOutcome) -> Engagement:
    """The workshop after a send with this outcome."""
    match outcome:
        case SendOutcome.SENT:
            return when_sent(picture, one)
        case SendOutcome.REFUSED:
            return when_refused(picture, one)
        case SendOutcome.GONE:
            return when_gone(picture, one)
        case SendOutcome.ASIDE:
            return when_aside(picture, one)
        case SendOutcome.UNREACHABLE if kind_item(one.item) != RECALL_DUE:
            return when_lost(picture, one)
        case SendOutcome.FAILED | SendOutcome.UNREACHABLE if one.to is not None:
            return when_not_reached(picture, one)
    return when_given_up(picture, one.item, one.at)
