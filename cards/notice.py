"""A notice: where the workshop went, a question handed to somebody by name, material for an answer."""

from __future__ import annotations

from bot.core.parts import Button, Said, Stamp
from bot.core.screens.notice import NoticeScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import TextBlock
from cards._links import link_lines
from cards._mentions import mention_of
from cards._sample_parts import DECK, GUIDE, HOSTILE, MY_QUESTIONS, STAMP
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


def _answer_by(*people: str) -> NoticeScreen:
    named = tuple((Said(name), f"29:{number}") for number, name in enumerate(people))
    values = (("day", Said("17.06.2026")),)
    return NoticeScreen("answer_by", STAMP, values=values, people=named, buttons=(MY_QUESTIONS,))


_SILENCE = NoticeScreen(
    "silence",
    Stamp(1, 12, engagement="e1"),
    values=(("customer", Said("Contoso AG")), ("count", Said("3"))),
    buttons=(Button("check_in", primary=True), Button("items", label="open_plan")),
)
SAMPLES = (
    ("moved", NoticeScreen("moved", STAMP)),
    ("shared", NoticeScreen("shared", STAMP, links=(GUIDE, DECK))),
    ("handed", _handed("Ada Lovelace", "Jan Müller", "Ist entschieden, wie die Mitarbeitenden lernen?")),
    ("answer_by", _answer_by("Ada Lovelace", "Jan Müller")),
    (
        "answer_by_all",
        NoticeScreen("answer_by_all", STAMP, values=(("day", Said("17.06.2026")),), buttons=(MY_QUESTIONS,)),
    ),
    ("silence", _SILENCE),
    (
        "lost",
        NoticeScreen(
            "lost",
            Stamp(1, 12, engagement="e1"),
            values=(("customer", Said("Contoso AG")),),
            buttons=(Button("check_in", primary=True),),
        ),
    ),
    ("hostile_people", _answer_by(HOSTILE, HOSTILE)),
    ("hostile", _handed(HOSTILE, HOSTILE, HOSTILE)),
)
