"""What leaves after a commit: the reply to the person, and the cards that follow from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from botbuilder.schema import Activity

import cards
from bot.core.engagement import Engagement, Reference
from bot.core.events import Effect, Hand, PostResult, PostShared, PostSummary, Share, UpdateShared
from bot.core.library import Reader, links
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.parts import Button, Said
from bot.core.screens.result import result_screen
from bot.core.screens.summary import summary_screen
from bot.core.screens.workshop import workshop_screen
from bot.core.viewer import Viewer
from bot.core.wording import say
from bot.teams.activities import Incoming
from bot.teams.call import Call, Tools
from bot.teams.http import Reply
from bot.teams.outbox import Outbox, Send, Sent
from bot.teams.posted import Posted, PostedCards
from bot.teams.roster import Rosters
from bot.teams.send_faults import Refused, SendFailed
from bot.teams.sending import Address
from dialogs.sitting import CARD, Sitting

WORKSHOP_CARD = "workshop"
"""The name under which the workshop card's activity is remembered."""
_SHARED = ("my_questions", "take_part", "overview", "lead")
"""Actions of cards that all share: a client without Action.Execute gets its answer beside such a card."""
_MOST_SHARED = 6
_NOT_FOUND = 404

Card = Mapping[str, Any]


class Deliveries:
    """Draws what a turn decided and hands it to the outbox, in order; waits for nothing."""

    def __init__(self, tools: Tools, outbox: Outbox, posted: PostedCards, rosters: Rosters) -> None:
        self._tools = tools
        self._outbox = outbox
        self._posted = posted
        self._rosters = rosters

    def reply(self, call: Call, shown: list[Activity]) -> Reply:
        """The answer to the activity. What a press shows travels in it; else it goes to the outbox."""
        drawn: list[Card] = [
            attached.content for activity in shown for attached in activity.attachments or ()
        ]
        incoming = call.incoming
        if incoming.is_invoke:
            return Reply(200, invoke_body(drawn[-1]) if drawn else {"statusCode": 200})
        for card in drawn:
            self._outbox.put(self._queue(call), self._answer(call, card))
        return Reply(200)

    def follow(self, sitting: Sitting, incoming: Incoming) -> None:
        """Send what followed from the committed step."""
        engagement = sitting.engagement
        words = self._tools.texts.words(engagement.setup.language)
        everybody = Viewer(sitting.picture, words, roster=sitting.people)
        for effect in sitting.effects:
            match effect:
                case PostShared():
                    if effect.moved:
                        self._point_to_new(everybody)
                    self._post_shared(everybody, incoming)
                case UpdateShared():
                    self._update_shared(everybody)
                case _:
                    card = self._drawn(everybody, effect)
                    self._outbox.put(
                        engagement.id, Send("post", address(engagement.reference), message(card))
                    )

    def greet(self, incoming: Incoming, card: Card) -> None:
        """Post a card where the bot was installed."""
        to = Address(incoming.service_url, conversation_of(incoming))
        self._outbox.put(incoming.conversation, Send("post", to, message(card)))

    def _drawn(self, viewer: Viewer, effect: Effect) -> Card:
        """The card of an effect that is a message of its own."""
        match effect:
            case PostResult():
                return cards.render(result_screen(viewer, effect.factor), viewer.words)
            case PostSummary():
                return cards.render(summary_screen(viewer), viewer.words)
            case Share():
                # What the FM presents is shared here on purpose: the answer asked for it.
                reader = Reader(viewer.language, fm=True)
                found = links(viewer.book, effect.resources, reader, most=_MOST_SHARED)
                return cards.render(NoticeScreen("shared", viewer.stamp(), links=found), viewer.words)
            case Hand():
                return cards.render(self._handed(viewer, effect), viewer.words)
        raise TypeError(f"no card for {type(effect).__name__}")

    def _handed(self, viewer: Viewer, effect: Hand) -> NoticeScreen:
        engagement = viewer.engagement
        question = viewer.book.questions[effect.question]
        name = viewer.roster.get(effect.to, "")
        people = self._rosters.known(address(engagement.reference))
        teams_id = people.teams_ids.get(effect.to, effect.to.partition("/")[2])
        return NoticeScreen(
            "handed",
            viewer.stamp(),
            values=(("by", Said(effect.by.name)), ("question", Said(say(question.ask, viewer.language)))),
            mention=(Said(name), teams_id),
            buttons=(Button("my_questions", primary=True),),
        )

    def _point_to_new(self, viewer: Viewer) -> None:
        """The workshop card as it was posted last becomes a pointer."""
        engagement = viewer.engagement
        pointer = message(cards.render(NoticeScreen("moved", viewer.stamp()), viewer.words))
        to = address(engagement.reference)
        self._outbox.put(engagement.id, Send("update", to, pointer, activity_id=self._find(engagement)))

    def _post_shared(self, viewer: Viewer, incoming: Incoming) -> None:
        """Post the workshop card; one that was written privately makes a post of its own."""
        engagement = viewer.engagement
        to = address(engagement.reference)
        card = message(cards.render(workshop_screen(viewer), viewer.words))
        apart = incoming.targeted and incoming.scope == "channel"
        self._outbox.put(
            engagement.id,
            Send(
                "new_post" if apart else "post",
                to,
                card,
                channel_id=incoming.channel_id or engagement.reference.conversation,
                on_sent=self._remember(engagement),
            ),
        )

    def _update_shared(self, viewer: Viewer) -> None:
        """Draw the workshop card anew for all; where it is gone or unknown, post it."""
        engagement = viewer.engagement
        card = message(cards.render(workshop_screen(viewer), viewer.words))

        async def post_anew(trouble: SendFailed) -> None:
            if isinstance(trouble, Refused) and trouble.status == _NOT_FOUND:
                again = Send("post", address(engagement.reference), card, on_sent=self._remember(engagement))
                self._outbox.put(engagement.id, again)

        self._outbox.put(
            engagement.id,
            Send(
                "update",
                address(engagement.reference),
                card,
                card=WORKSHOP_CARD,
                version=engagement.revision,
                activity_id=self._find(engagement),
                on_failed=post_anew,
            ),
        )

    def _find(self, engagement: Engagement) -> Callable[[], Awaitable[tuple[Address, str] | None]]:
        async def find() -> tuple[Address, str] | None:
            posted = await self._posted.find(engagement.id, WORKSHOP_CARD)
            if posted is None:
                return None
            return Address(engagement.reference.service_url, posted.conversation), posted.activity

        return find

    def _remember(self, engagement: Engagement) -> Callable[[Sent], Awaitable[None]]:
        async def remember(sent: Sent) -> None:
            await self._posted.record(
                engagement.id, WORKSHOP_CARD, Posted(sent.conversation, sent.activity_id)
            )

        return remember

    def _answer(self, call: Call, card: Card) -> Send:
        """The reply to a message: beside it, privately where it came privately, in place of a private
        card that a client without Action.Execute pressed."""
        incoming = call.incoming
        to = Address(incoming.service_url, conversation_of(incoming))
        pressed = call.press.data.action if call.press else ""
        if incoming.kind == "press" and incoming.reply_to_id and pressed not in _SHARED:
            return Send("update", to, message(card), activity_id=incoming.reply_to_id)
        body = message(card)
        if incoming.targeted:
            body["recipient"] = {"id": incoming.teams_id, "name": incoming.person.name, "isTargeted": True}
        return Send("post", to, body, targeted=incoming.targeted)

    def _queue(self, call: Call) -> str:
        return call.sitting.engagement.id if call.sitting else call.incoming.conversation


def address(reference: Reference) -> Address:
    """Where an engagement's messages go: its thread, where it has one."""
    thread = f";messageid={reference.thread}" if reference.thread else ""
    return Address(reference.service_url, reference.conversation + thread)


def conversation_of(incoming: Incoming) -> str:
    """The conversation of an activity with its thread."""
    return (
        f"{incoming.conversation};messageid={incoming.thread}" if incoming.thread else incoming.conversation
    )


def message(card: Card) -> dict[str, Any]:
    """An activity that holds a card."""
    return {"type": "message", "attachments": [{"contentType": CARD, "content": card}]}


def invoke_body(card: Card) -> dict[str, Any]:
    """The answer to a press that shows a card to the presser."""
    return {"statusCode": 200, "type": CARD, "value": card}
