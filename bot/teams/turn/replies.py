"""The reply to a message: where it goes, and whether it takes the place of a card."""

from __future__ import annotations

import cards
from bot.teams.outbound.messages import Card, conversation_of, message
from bot.teams.outbound.outbox import Send
from bot.teams.outbound.sending import Address
from bot.teams.presses.table import is_shared
from bot.teams.turn.call import Call
from cards.pressing import elsewhere


def reply_to_message(call: Call, card: Card) -> Send:
    """The reply to a message: beside it, privately where it came privately, in place of a private card
    that a client without Action.Execute pressed. What the FM sees is for the FM alone: such a client gets
    it in the personal chat."""
    incoming = call.incoming
    led = call.turn is not None and call.turn.viewer.is_fm
    if incoming.kind == "press" and incoming.scope != "personal" and led:
        return reply_in_chat(call, card)
    to = Address(incoming.service_url, conversation_of(incoming))
    if incoming.kind == "press" and incoming.reply_to_id and not is_shared(call):
        return reply_in_place(call, card)
    body, targeted = message(card), incoming.targeted or call.aside
    if targeted:
        body["recipient"] = {"id": incoming.teams_id, "name": incoming.person.name, "isTargeted": True}
    return Send("post", to, body, targeted=targeted)


def reply_for_all(call: Call, screen: cards.Screen) -> Send:
    """The screen that stands in the thread where Teams takes no private reply: it holds nothing of the
    person's."""
    return reply_to_all(call, cards.render(screen, call.words))


def reply_to_all(call: Call, card: Card) -> Send:
    """The same reply for all who read there: to somebody who wrote to all, where no private one is taken."""
    incoming = call.incoming
    return Send("post", Address(incoming.service_url, conversation_of(incoming)), message(card))


def reply_in_place(call: Call, card: Card) -> Send:
    """A card that takes the place of the one that was pressed."""
    incoming = call.incoming
    to = Address(incoming.service_url, conversation_of(incoming))
    return Send("update", to, message(card), activity_id=incoming.reply_to_id)


def reply_in_chat(call: Call, card: Card) -> Send:
    """The same reply in the bot's chat with the person, where its buttons say which workshop they mean."""
    incoming = call.incoming
    to = Address(incoming.service_url, incoming.conversation)
    shown = elsewhere(card, call.turn.engagement.id) if call.turn else card
    return Send("chat", to, message(shown), person=(incoming.teams_id, incoming.person.tenant))
