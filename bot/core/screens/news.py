"""The lines above a private view: what became of the reader's answers, and of those of others to the same."""

from __future__ import annotations

from bot.core.engagement import News, Voice
from bot.core.keys import split_ask_key
from bot.core.parts import Said
from bot.core.questions.facts import the_answer
from bot.core.questions.news import WHATS, news_for
from bot.core.questions.verdicts import is_disputed
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import voice_text
from bot.core.screens.lines import ask_title

_WHILE_DISPUTED = ("differs", "contested")
_OF_NO_QUESTION = ("roles", "leads", "stored")


def news_lines(viewer: Viewer, activity: str, *, named: bool = True) -> tuple[Said, ...]:
    """The lines for the reader of the reply to an activity, in their language; without `named`, where others
    can read it, they do not say who answered differently."""
    if viewer.person is None:
        return ()
    found = news_for(viewer.engagement, viewer.person.key, activity)
    return tuple(filter(None, (_line(viewer, key, one, named=named) for key, one in found.items())))


def _line(viewer: Viewer, key: str, news: News, *, named: bool) -> Said:
    """One line; empty where it is no longer true, or its question is gone."""
    title, what = ask_title(viewer, key), news.what
    if what not in WHATS or not (title or what in _OF_NO_QUESTION):
        return Said("")
    voices = viewer.engagement.voices.get(key, [])
    if what in _WHILE_DISPUTED and not is_disputed(voices, viewer.engagement.settled.get(key)):
        return Said(viewer.words("news.saved", title=title)) if what == "differs" else Said("")
    if what == "differs" and viewer.is_fm:
        what = "differs_lead"
    known = viewer.name(news.by) if named or news.what not in _WHILE_DISPUTED else ""
    name = known or viewer.words("news.somebody")
    return Said(viewer.words(f"news.{what}", title=title, name=name, answer=_answer(viewer, key, voices)))


def _answer(viewer: Viewer, key: str, voices: list[Voice]) -> Said:
    answer, question = the_answer(voices), viewer.book.questions.get(split_ask_key(key)[0])
    if answer is None or question is None:
        return Said("")
    return voice_text(viewer.book, question, answer, viewer.words)
