"""A notice: where the workshop went, a question handed to somebody by name, material for an answer."""

from __future__ import annotations

from bot.core.screens.notice import NoticeScreen
from bot.core.screens.parts import Button, Said, Stamp
from bot.core.texts import Words
from cards._card import card
from cards._kit import Mention, TextBlock
from cards._links import link_lines
from cards._sample_parts import DECK, GUIDE, HOSTILE, STAMP
from cards._text import cut, escape

_LONGEST_VALUE = 300
_LONGEST_NAME = 80


def render(screen: NoticeScreen, words: Words) -> dict[str, object]:
    """The sentence `screen.notice`. Only a TextBlock can mention, so what people typed is escaped."""
    values: dict[str, str] = {name: escape(cut(value, _LONGEST_VALUE)) for name, value in screen.values}
    mentions = []
    if screen.mention is not None:
        name, teams_id = screen.mention
        shown = escape(cut(name, _LONGEST_NAME))
        values["person"] = f"<at>{shown}</at>"
        who = {"id": teams_id, "name": shown}
        mentions.append(Mention(type="mention", text=values["person"], mentioned=who))
    sentence = words(f"notice.{screen.notice}", **values)
    text = TextBlock(text=sentence, style="heading", size="Default", weight="Default", wrap=True)
    return card(
        words, [text, *link_lines(screen.links, words)], screen.buttons, screen.stamp, mentions=mentions
    )


def _handed(person: str, by: str, question: str) -> NoticeScreen:
    return NoticeScreen(
        "handed",
        Stamp(1, 12, "ST1"),
        values=(("by", Said(by)), ("question", Said(question))),
        mention=(Said(person), "29:1abc"),
        buttons=(Button("my_questions", primary=True),),
    )


SAMPLES = (
    ("moved", NoticeScreen("moved", STAMP)),
    ("shared", NoticeScreen("shared", STAMP, links=(GUIDE, DECK))),
    ("handed", _handed("Ada Lovelace", "Jan Müller", "Ist entschieden, wie die Mitarbeitenden lernen?")),
    ("hostile", _handed(HOSTILE, HOSTILE, HOSTILE)),
)
