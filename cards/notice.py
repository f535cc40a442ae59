"""A notice: where the workshop went, a question handed to somebody by name, material for an answer."""

from __future__ import annotations

from bot.core.screens.notice import NoticeScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import TextBlock
from cards._links import link_lines
from cards._mentions import mention_of
from cards._text import cut, escape

_LONGEST_VALUE = 300


def render(screen: NoticeScreen, words: Words) -> dict[str, object]:
    """The sentence `screen.notice`. Only a TextBlock can mention, so what people typed is escaped."""
    values: dict[str, str] = {name: escape(cut(value, _LONGEST_VALUE)) for name, value in screen.values}
    mentions = [mention_of(*one) for one in ((screen.mention,) if screen.mention else screen.people)]
    if screen.mention is not None:
        values["person"] = mentions[0].text
    if screen.people:
        values["people"] = ", ".join(one.text for one in mentions)
    sentence = words(f"notice.{screen.notice}", **values)
    text = TextBlock(text=sentence, style="heading", size="Default", weight="Default", wrap=True)
    body = [text, *link_lines(screen.links, words)]
    return card(words, body, screen.buttons, screen.stamp, mentions=mentions, as_of=screen.as_of)
