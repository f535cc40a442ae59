"""Statements of the record sheet: each with what it follows from, people's own words marked as theirs."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import Voice
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import InputField, Question
from bot.core.reading.wording import day_text, reason_text, say, value_text
from bot.core.texts import Words

_OWN_WORDS = ("text", "url")
"""Kinds of fields in which people write."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A statement. `sources` say which answers (ask keys), parts of the setup (`setup.launch`) and acts
    (`item:ST1`, `task:2536`, `overall`) it follows from: without them it would not be made.

    `original`: the words of a person, in whatever language they wrote.
    """

    text: str
    sources: tuple[str, ...]
    original: bool = False


def said(book: Book, question: Question, key: str, voice: Voice, words: Words) -> list[Traced]:
    """The statements of an answer: choices, dates, numbers and names with the question's title, then people's
    own words, each as it was written."""
    found: list[Traced] = []
    own: list[str] = []
    parts: list[str] = []
    match voice.kind:
        case "answer":
            for field in question.fields:
                if field.id in voice.fields:
                    _field(book, field, voice, words, parts, own)
            if voice.reason:
                known = any(one.id == voice.reason for one in book.playbook.reasons)
                (parts if known else own).append(reason_text(book, voice.reason, words.language))
        case "planned":
            who, day = voice.fields.get("planned_by"), voice.fields.get("planned_on")
            name = who.get("name", "") if isinstance(who, dict) else ""
            written = day_text(day, words.language) if isinstance(day, str) else ""
            parts.append(words("said.planned", who=name, day=written))
        case "not_applicable":
            parts.append(words("said.not_applicable"))
            own += [voice.reason] if voice.reason else []
    if parts:
        title = say(question.title, words.language)
        found.append(Traced(f"{title}: {'; '.join(parts)}", (key,)))
    return found + [Traced(text, (key,), original=True) for text in own]


def field_said(book: Book, field: InputField, key: str, voice: Voice, words: Words) -> list[Traced]:
    """The statements of one field of an answer, under its own label."""
    parts: list[str] = []
    own: list[str] = []
    _field(book, field, voice, words, parts, own)
    return [
        *(Traced(part, (key,)) for part in parts),
        *(Traced(text, (key,), original=True) for text in own),
    ]


def _field(
    book: Book, field: InputField, voice: Voice, words: Words, parts: list[str], own: list[str]
) -> None:
    text = value_text(book, field, voice.fields[field.id], words)
    if not text:
        return
    if field.kind in _OWN_WORDS:
        own.append(f"{text}…" if field.id in voice.cut else text)
    else:
        label, _, _ = say(field.label, words.language).partition(" (")
        parts.append(f"{label.rstrip('?')} = {text}")
