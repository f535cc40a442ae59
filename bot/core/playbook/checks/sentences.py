"""Every text of a playbook stands in every language, with nothing blank and nothing untidy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, get_origin

from pydantic import BaseModel

from bot.core.playbook.model.base import Text
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.source.faults import FilePlace, Found

LACKS: Final = "lacks "
"""Begins the fault of a text that does not stand in every language."""
MAX_ASK: Final = 200
MAX_TITLE: Final = 40
"""Characters that a card has room for, on a phone too."""


def sentence_faults(playbook: Playbook) -> list[Found]:
    """The faults of the texts of a playbook."""
    languages = playbook.languages
    found = [] if languages else [Found(("languages",), "name at least one language")]
    if len(set(languages)) < len(languages):
        found.append(Found(("languages",), "a language stands here twice"))
    for place, text in _texts(playbook, ()):
        found += _languages(place, text, languages)
        for language, sentence in text.items():
            found += _tidy((*place, language), sentence)
    for place, word in _words(playbook, ()):
        found += _tidy(place, word)
    for position, question in enumerate(playbook.questions):
        for name, text, limit in (("title", question.title, MAX_TITLE), ("ask", question.ask, MAX_ASK)):
            for language, sentence in text.items():
                if len(sentence) > limit:
                    message = f"has {len(sentence)} characters, at most {limit} fit on a card"
                    found.append(Found(("questions", position, name, language), message))
    return found


def _languages(place: FilePlace, text: Text, languages: list[str]) -> Iterator[Found]:
    lacking = [language for language in languages if language not in text]
    if lacking:
        yield Found(place, f"{LACKS}{', '.join(lacking)}")
    for language in text:
        if language not in languages:
            yield Found((*place, language), f"{language} is none of the playbook's languages")


def _tidy(place: FilePlace, sentence: str) -> Iterator[Found]:
    if not sentence.strip():
        yield Found(place, "is blank")
    elif sentence != sentence.strip():
        hint = ": write >- or |- for a block of lines" if sentence.endswith("\n") else ""
        yield Found(place, f"begins or ends with a space or a line end{hint}")


@cache
def _shapes(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold something to look at: (name, what it holds)."""
    kinds = {
        Text: "text",
        Text | None: "text",
        list[Text]: "texts",
        str: "word",
        str | None: "word",
        list[str]: "words",
    }
    shapes: list[tuple[str, str]] = []
    for name, field in model.model_fields.items():
        annotation = field.annotation
        inner = getattr(annotation, "__args__", (annotation,))[0]
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            shapes.append((name, "models" if get_origin(annotation) is list else "model"))
        elif name != "when":
            shapes += [(name, what) for kind, what in kinds.items() if annotation == kind]
    return tuple(shapes)


def _texts(model: BaseModel, place: FilePlace) -> Iterator[tuple[FilePlace, Text]]:
    for name, what in _shapes(type(model)):
        value = getattr(model, name)
        at = (*place, name)
        if what == "text" and value is not None:
            yield at, value
        elif what == "texts":
            yield from (((*at, position), text) for position, text in enumerate(value))
        elif what == "model" and value is not None:
            yield from _texts(value, at)
        elif what == "models":
            for position, inner in enumerate(value):
                yield from _texts(inner, (*at, position))


def _words(model: BaseModel, place: FilePlace) -> Iterator[tuple[FilePlace, str]]:
    for name, what in _shapes(type(model)):
        value = getattr(model, name)
        at = (*place, name)
        if what == "word" and value is not None:
            yield at, value
        elif what == "words":
            yield from (((*at, position), word) for position, word in enumerate(value))
        elif what == "model" and value is not None:
            yield from _words(value, at)
        elif what == "models":
            for position, inner in enumerate(value):
                yield from _words(inner, (*at, position))
