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
        return Send("update", to, message(card), activity_id=incoming.reply_to_id)
    body = message(card)
    alone = incoming.targeted or (call.discreet and incoming.scope != "personal")
    if alone:
        body["recipient"] = {"id": incoming.teams_id, "name": incoming.person.name, "isTargeted": True}
    return Send("post", to, body, targeted=alone)


def reply_for_all(call: Call, screen: cards.Screen) -> Send:
    """What stands in the thread where Teams takes no discreet reply: it holds nothing of the person's."""
    to = Address(call.incoming.service_url, conversation_of(call.incoming))
    return Send("post", to, message(cards.render(screen, call.words)))


def reply_in_chat(call: Call, card: Card) -> Send:
    """The same reply in the bot's chat with the person, where its buttons say which workshop they mean."""
    incoming = call.incoming
    to = Address(incoming.service_url, incoming.conversation)
    shown = elsewhere(card, call.turn.engagement.id) if call.turn else card
    return Send("chat", to, message(shown), person=(incoming.teams_id, incoming.person.tenant))
