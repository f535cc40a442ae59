"""The answers as a table for people: in words, one row an answer, as Excel opens it in their language."""

from __future__ import annotations

from babel.numbers import get_decimal_symbol

from bot.core.engagement import Value, Voice
from bot.core.export.document import answers_in_order, voice_verdict
from bot.core.keys import split_ask_key
from bot.core.papers.source import Source
from bot.core.questions.picture import Picture
from bot.core.reading.wording import moment_text, name_of, say, voice_text
from bot.core.texts import Words

SPOKEN = ("customer", "factor", "question", "service", "answer", "verdict", "by", "at", "confirmed")
"""The columns, as keys of texts."""


def separator(language: str) -> str:
    """What Excel takes between two cells where people write that language: no comma where numbers have it."""
    return ";" if get_decimal_symbol(language) == "," else ","


def spoken_head(words: Words) -> list[str]:
    """The names of the columns."""
    return [words(f"spoken.{key}") for key in SPOKEN]


def spoken_rows(source: Source, picture: Picture, words: Words) -> list[list[str]]:
    """The rows of one workshop, in the order of asking. A question that the playbook no longer has goes by
    its key."""
    return [
        _row(picture, key, voice, words)
        for key, said in answers_in_order(source.book, source.whole)
        for voice in said
    ]


def _row(picture: Picture, key: str, voice: Voice, words: Words) -> list[str]:
    book, setup = picture.book, picture.engagement.setup
    question, service = split_ask_key(key)
    asked = book.questions.get(question)
    factors = {one.id: one.name for one in book.playbook.factors}
    factor = factors.get(asked.factor or "") if asked else None
    return [
        setup.customer,
        say(factor, words.language) if factor else "",
        say(asked.ask, words.language) if asked else question,
        book.service_names[service] if service else "",
        voice_text(book, asked, voice, words) if asked else ", ".join(map(_plain, voice.fields.values())),
        words(f"verdict.{voice_verdict(picture, question, service, voice)}"),
        name_of(picture.engagement, voice.by),
        moment_text(voice.at, words.language, setup.time_zone),
        words("option.yes") if voice.confirmed else words("option.no"),
    ]


def _plain(value: Value) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return value.get("name", "") if isinstance(value, dict) else str(value)
