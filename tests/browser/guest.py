"""A second person of the workshop, who presses what a card offers and gets the card that answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cards.pressing import Entered, pressables
from cards.transcript import transcript
from tests.browser.playground import Playground


class Guest:
    """Somebody in the thread before us. What they see is never drawn on our page."""

    def __init__(self, page: Playground, name: str, locale: str) -> None:
        self._page = page
        self._person = page.person(name)
        self._person.locale = locale
        self._card: Mapping[str, Any] = {}
        self._message = ""
        self._thread = ""

    def looks_at(self, text: str) -> None:
        """Turn to the newest message whose card holds this text, as everybody sees it."""
        for event in reversed(self._page.sent):
            message = event["message"]
            for attachment in message.get("attachments") or ():
                if any(text in line for line in transcript(attachment["content"])):
                    self._card, self._message = attachment["content"], message["messageId"]
                    self._thread = event["actionConversationId"].partition("messageid=")[2]
                    return
        raise LookupError(f"no card holds {text!r}")

    def presses(self, title: str, inputs: Entered | None = None) -> list[str]:
        """Press a button of their card, with its inputs by label or id; the card that answers, as lines."""
        found = next((one for one in pressables(self._card) if one.title == title), None)
        assert found is not None, f"no button {title!r} on {transcript(self._card)}"
        data = found.data(self._card, inputs or {})
        sent = self._person.presses(data, on=self._message, thread=self._thread)
        self._card = self._page.answer_to(sent)
        return transcript(self._card)
