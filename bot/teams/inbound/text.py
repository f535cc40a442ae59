"""The typed text of a message, without the mention of the bot and Teams' markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.teams.inbound.wire import Entity

LONGEST = 10_000
"""Characters of a text that are read."""

_TAG = re.compile(r"</?at(?:\s[^<>]{0,200})?>")
_CODES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}
_CODE = re.compile("|".join(_CODES))
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")


def read_text(text: str, entities: Sequence[Entity], bot_id: str) -> str:
    """The text that is meant for the bot, blanks made one, line breaks kept, cut at 10,000 characters.

    Every mention of the bot is dropped, that of others becomes their name.
    """
    text = text[: 2 * LONGEST]
    for entity in entities:
        mentioned = entity.mentioned.id if entity.type == "mention" and entity.mentioned else None
        if mentioned and mentioned == bot_id and entity.text:
            text = text.replace(entity.text, " ")
    text = _TAG.sub("", text)
    # One pass, so that what stands for an ampersand is not read twice.
    text = _CODE.sub(lambda found: _CODES[found[0]], text).replace("\x00", "").replace("\r\n", "\n")
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()[:LONGEST].rstrip()
