"""The typed text of a message, without the mention of the bot, Teams' markup, and what it quotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from bot.teams.inbound.wire import Account, Entity

LONGEST = 10_000
"""Characters of a text that are read."""

_TAG = re.compile(r"</?at(?:\s[^<>]{0,200})?>")
_MENTION = re.compile(r"<at(?:\s[^<>]{0,200})?>([^<>]{0,200})</at>")
_QUOTES = re.compile(r"<blockquote[\s>].{0,20000}?</blockquote>|<quoted[\s/][^<>]{0,300}>", re.DOTALL)
_QUOTED_LINE = re.compile(r"^[ \t]*(?:&gt;|>)[^\n]*(?:\n|$)", re.MULTILINE)
_CODES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}
_CODE = re.compile("|".join(_CODES))
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")


def read_text(text: str, entities: Sequence[Entity], bot: Account) -> str:
    """The text that is meant for the bot, blanks made one, line breaks kept, cut at 10,000 characters.

    What it quotes is dropped, and every mention of the bot; that of others becomes their name.
    """
    return _plain(_without_bot(_unquoted(text), entities, bot)) if text else ""


def read_words(text: str, entities: Sequence[Entity], bot: Account) -> str:
    """The same text without anybody's mention: whom it speaks to is no part of what it says."""
    if not text:
        return ""
    text = _without_bot(_unquoted(text), entities, bot)
    for entity in entities:
        if entity.type == "mention" and entity.text:
            text = text.replace(entity.text, " ")
    return _plain(_MENTION.sub(" ", text))


def _unquoted(text: str) -> str:
    text = _QUOTES.sub(" ", text[: 2 * LONGEST]).replace("\r\n", "\n")
    own = _QUOTED_LINE.sub("", text)
    # Where nothing else is said, it is no quotation ("> 500").
    return own if _plain(_MENTION.sub("", own)) else text


def _without_bot(text: str, entities: Sequence[Entity], bot: Account) -> str:
    mentions = [one for one in entities if one.type == "mention" and one.mentioned]
    ours = [one for one in mentions if one.mentioned and one.mentioned.id == bot.id and bot.id]
    for one in ours:
        if one.text:
            text = text.replace(one.text, " ")
    names = {_name(name) for one in ours for name in _names(one, bot)}
    return _MENTION.sub(lambda found: " " if _name(found[1]) in names else found[0], text)


def _names(mention: Entity, bot: Account) -> Iterator[str]:
    """The names by which a mention of the bot may stand in the text: one of the client's fields may lack."""
    yield from (name for name in (bot.name, mention.mentioned and mention.mentioned.name) if name)
    if mention.text:
        yield _TAG.sub("", mention.text)


def _name(written: str) -> str:
    """A name in one form, whether its text was escaped or not."""
    return " ".join(html.unescape(written).split()).casefold()


def _plain(text: str) -> str:
    text = _TAG.sub("", text)
    # One pass, so that what stands for an ampersand is not read twice.
    text = _CODE.sub(lambda found: _CODES[found[0]], text).replace("\x00", "")
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()[:LONGEST].rstrip()
