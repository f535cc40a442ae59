"""Sends after a commit: the reply to the person, and the cards that follow from it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace as replace_fields
from typing import Literal

from botbuilder.schema import Activity
from msgspec.structs import replace

import cards
from bot.core.engagement import Engagement
from bot.core.meeting.effects import PostCount
from bot.core.ports import Clock, StoreUnavailable
from bot.core.questions.effects import WORKSHOP_CARD, PostShared, UpdateCount, UpdateShared
from bot.core.questions.identity import keyed_as_known, known_keys
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.screens.notice import NoticeScreen
from bot.core.step import Effect, InDoubt, Post, Update
from bot.kept.posted import PostedCards
from bot.kept.unsent import Left, Unsent
from bot.teams.inbound.http import Reply
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.leftover import Leftover
from bot.teams.outbound.messages import Card, address, conversation_of, invoke_body, message, queue_of
from bot.teams.outbound.outbox import Outbox, Send, Sent
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.send_faults import Refused, SendFailed, Unsure
from bot.teams.outbound.sending import Address
from bot.teams.turn.call import Call, Tools
from bot.teams.turn.card_place import CardPlace
from bot.teams.turn.paper import Paper
from bot.teams.turn.posts import effect_card
from bot.teams.turn.replies import (
    reply_for_all,
    reply_in_chat,
    reply_in_place,
    reply_to_all,
    reply_to_message,
)
from cards.in_words import in_words
from dialogs.turn import WorkshopTurn

log = logging.getLogger(__name__)

_NOT_FOUND = 404


class Deliveries:
    """Draws what a turn decided and hands it to the outbox, in order; waits for nothing."""

    def __init__(
        self,
        tools: Tools,
        outbox: Outbox,
        posted: PostedCards,
        rosters: Rosters,
        unsent: Unsent,
        clock: Clock,
    ) -> None:
        self._tools = tools
        self._outbox = outbox
        self._posted = posted
        self._rosters = rosters
        self._unsent = unsent
        self._clock = clock
        self._leftover = Leftover(tools.book, tools.engagements, posted, unsent, self._send_left)
        self._unread: set[str] = set()
        self._running: set[asyncio.Task[None]] = set()

    def reply(self, call: Call, shown: list[Activity]) -> Reply:
        """The answer to the activity. What a press shows travels in it; else it goes to the outbox."""
        drawn: list[Card] = [
            in_words(attached.content) if call.on_phone and call.private else attached.content
            for activity in shown
            for attached in activity.attachments or ()
        ]
        queue = call.turn.engagement.id if call.turn else queue_of(call.incoming)
        if call.incoming.is_invoke:
            if call.for_all is not None and call.incoming.reply_to_id:
                self._outbox.put(queue, reply_in_place(call, call.for_all))
            return Reply(200, invoke_body(drawn[-1]) if drawn else {"statusCode": 200})
        for card in drawn:
            send = reply_to_message(call, card)
            if call.lasting and call.turn:
                send = replace_fields(send, on_sent=self._kept(call.turn.engagement, *call.lasting))
            if send.targeted or send.kind == "update":
                send = replace_fields(send, on_failed=self._otherwise(call, queue, card))
            self._outbox.put(queue, send)
        return Reply(200)

    def _otherwise(self, call: Call, queue: str, card: Card) -> Callable[[SendFailed], Awaitable[None]]:
        """The way out for a reply to one person that Teams refuses in a conversation: their own chat; to
        whoever wrote to all, the conversation itself, with what all may read there."""

        async def instead(trouble: SendFailed) -> None:
            if not isinstance(trouble, Refused):
                return
            if not call.discreet:
                self._outbox.put(queue, (reply_to_all if call.aside else reply_in_chat)(call, card))
            elif call.instead is not None:
                self._outbox.put(queue, reply_for_all(call, call.instead))

        return instead

    def greet(self, incoming: Incoming, card: Card) -> None:
        """Post a card where the bot was installed."""
        to = Address(incoming.service_url, conversation_of(incoming))
        self._outbox.put(queue_of(incoming), Send("post", to, message(card)))

    async def foresee(self, engagement: str, effects: Sequence[Effect]) -> None:
        """Note what is about to follow, before the commit that brings it."""
        await self._unsent.note(engagement, effects)

    def follow(self, turn: WorkshopTurn, incoming: Incoming) -> None:
        """Send what followed from the committed step."""
        if turn.effects:
            everybody = self._tools.shared.viewer(turn.picture, turn.people)
            apart = incoming.channel_id if incoming.targeted and incoming.scope == "channel" else None
            for effect in turn.effects:
                self._send(everybody, effect, apart)
        asked_for = any(isinstance(effect, PostShared) and effect.moved for effect in turn.effects)
        if asked_for or turn.engagement.id in self._unread:
            self._resume_later(turn.engagement)

    async def placed(self, engagement: Engagement) -> Engagement:
        """The engagement, in the thread that its card began where the card is a post of its own."""
        reference = engagement.reference
        if reference.scope != "channel" or reference.thread:
            return engagement
        posted = await self._posted.find(engagement.id, WORKSHOP_CARD, engagement.moves)
        _, _, thread = posted.conversation.partition(";messageid=") if posted else ("", "", "")
        return replace(engagement, reference=replace(reference, thread=thread)) if thread else engagement

    def sort_later(self, engagement: Engagement) -> None:
        """Have the portfolio know how urgent an engagement is; nobody waits for it."""

        async def note() -> None:
            try:
                await self._tools.engagements.portfolio.note_urgency(engagement)
            except StoreUnavailable:
                log.warning("portfolio not sorted", extra={"engagement": engagement.id})

        self._beside(note())

    def hears(self, engagement: str) -> None:
        """Somebody spoke in an engagement's conversation: it is there."""
        self._outbox.resume(engagement)

    async def resume(self, engagement: Engagement, *, asked: bool = False) -> None:
        """Send what of this engagement another process noted and did not send; where somebody `asked` for the
        cards, also once what perhaps was sent."""
        self._unread.discard(engagement.id)
        await self._leftover.resume(engagement, asked=asked)

    async def in_doubt(self, engagement: str) -> InDoubt:
        """The number of cards of which nobody knows whether they arrived."""
        return await self._unsent.in_doubt(engagement)

    async def settle(self) -> None:
        """Wait for what is done in the store beside the turns."""
        await asyncio.gather(*self._running, return_exceptions=True)

    async def recover(self) -> None:
        """Send what processes that are gone noted and did not send."""
        await self._leftover.recover(self._outbox.wait_for)

    def _send_left(self, left: Left, engagement: Engagement) -> None:
        picture = Picture(self._tools.book.named(engagement.playbook), engagement, self._clock.now())
        people = self._rosters.known(address(engagement.reference)).names
        roster = keyed_as_known(known_keys(engagement), people)
        self._send(self._tools.shared.viewer(picture, roster), left.post, None, again=left.unsure)

    def _resume_later(self, engagement: Engagement) -> None:
        """The store is asked beside the turn, which is answered already."""

        async def resume() -> None:
            try:
                await self.resume(engagement, asked=True)
            except StoreUnavailable:
                self._unread.add(engagement.id)
                log.warning("pending sends not read", extra={"engagement": engagement.id})

        self._beside(resume())

    def _beside(self, work: Coroutine[None, None, None]) -> None:
        """Let something run that no turn waits for."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def _send(self, viewer: Viewer, effect: Effect, apart: str | None, *, again: bool = False) -> None:
        """Queue an effect; with `apart`, the workshop card as a new post of that channel. `again`: perhaps it
        was sent before."""
        drawn, says = effect_card(viewer, effect, self._rosters)
        if isinstance(effect, Update):
            self._update(viewer.engagement, effect, drawn)
        elif isinstance(effect, Post):
            self._post(viewer, effect, drawn, says, apart, again=again)

    def _kept(self, engagement: Engagement, card: str, says: str) -> Callable[[Sent], Awaitable[None]]:
        async def remember(where: Sent) -> None:
            await self._place(engagement, card).remember(where, says)

        return remember

    def _post(
        self, viewer: Viewer, post: Post, drawn: Card, says: str, apart: str | None, *, again: bool
    ) -> None:
        engagement = viewer.engagement
        to, failed = address(engagement.reference), self._given_up(engagement, post, again=again)
        moves = isinstance(post, PostShared)
        if isinstance(post, PostShared) and post.moved:
            self._point_to_new(viewer)

        async def sent(where: Sent) -> None:
            if post.remembered_as:
                paper = drawn if post.is_paper else None
                await self._place(engagement, post.remembered_as).remember(where, says, paper)
            await self._unsent.cross_out(engagement.id, post)

        kind: Literal["post", "new_post"] = "new_post" if moves and apart else "post"
        channel = (apart or "") if moves else ""
        send = Send(kind, to, message(drawn), channel_id=channel, on_sent=sent, on_failed=failed)
        self._outbox.put(engagement.id, send)

    def _update(self, engagement: Engagement, update: Update, drawn: Card) -> None:
        to, card = address(engagement.reference), message(drawn)
        paper = Paper(self._posted, engagement.id, update.replaces) if update.is_paper else None
        anew = _in_its_place(update)
        place = CardPlace(
            self._posted, self._unsent, engagement, update.replaces, anew, comes_again=update.comes_again
        )

        async def post_anew(trouble: SendFailed) -> None:
            """The workshop card is never missing: where it is gone or unknown, it is posted. A count that a
            version before did not post is posted with the first answer. Not where one perhaps stands there:
            each press would post another."""
            gone = isinstance(trouble, Refused) and trouble.status == _NOT_FOUND
            if anew is None or not gone or await self._unsent.is_doubtful(engagement.id, anew):
                return
            if await place.is_another():
                self._outbox.put(engagement.id, send)
                return

            async def sent(where: Sent) -> None:
                await place.remember(where)
                # The first post of it may have been refused, and be due to this day.
                await self._unsent.cross_out(engagement.id, anew)

            failed = self._given_up(engagement, anew)
            self._outbox.put(engagement.id, Send("post", to, card, on_sent=sent, on_failed=failed))

        send = Send(
            "update",
            to,
            card,
            card=update.replaces if update.ranked else None,
            version=engagement.revision if update.ranked else 0,
            activity_id=place.find,
            hold=update.held,
            completed=paper.completed if paper else None,
            on_sent=paper.sent if paper else None,
            on_failed=None if anew is None else post_anew,
        )
        self._outbox.put(engagement.id, send)

    def _given_up(
        self, engagement: Engagement, post: Post, *, again: bool = False
    ) -> Callable[[SendFailed], Awaitable[None]]:
        async def given_up(trouble: SendFailed) -> None:
            # Perhaps it was delivered: a second one would stand beside it. What was refused is still due.
            if isinstance(trouble, Unsure):
                await self._unsent.doubt(engagement.id, post, again=again)
            elif isinstance(trouble, Refused):
                await self._unsent.give_back(engagement.id, post)

        return given_up

    def _point_to_new(self, viewer: Viewer) -> None:
        """The workshop card as it was posted last becomes a pointer."""
        engagement = viewer.engagement
        pointer = message(cards.render(NoticeScreen("moved", viewer.stamp()), viewer.words))
        to = address(engagement.reference)
        before = CardPlace(self._posted, self._unsent, engagement, before_move=True)
        self._outbox.put(engagement.id, Send("update", to, pointer, activity_id=before.find))

    def _place(self, engagement: Engagement, card: str) -> CardPlace:
        return CardPlace(self._posted, self._unsent, engagement, card)


def _in_its_place(update: Update) -> Post | None:
    """The post that takes the place of a card which an update does not find; None where nothing does."""
    if isinstance(update, UpdateShared):
        return PostShared()
    return PostCount(update.key) if isinstance(update, UpdateCount) and not update.closed else None
