"""The interface's own sentences, in every language: texts.yaml, read once."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

RECORD_SYSTEM = "FTOP"
"""What sentences call the system in which FMs keep tasks and status, unless the operator says otherwise."""


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language. `words("card.title", name="x")` fills the placeholders."""

    language: str
    sentences: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of a key. KeyError where texts.yaml lacks it."""
        sentence = self.sentences[key]
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """True when texts.yaml has a sentence of this key."""
        return key in self.sentences


@dataclass(frozen=True, slots=True)
class Texts:
    """All languages of texts.yaml. `others` are those of further playbooks, by their ids."""

    by_language: Mapping[str, Words]
    others: Mapping[str, Texts] = field(default_factory=dict)

    def of(self, playbook: str) -> Texts:
        """The texts in the words of a playbook, by the id that a workshop has of it; else these."""
        return self.others.get(playbook, self)

    def words(self, language: str | None) -> Words:
        """The words of a language or locale ("de", "de-AT"); English where there is none."""
        known, tag = self.by_language, language or "en"
        return known.get(tag) or known.get(tag.split("-")[0].lower()) or known["en"]

    def naming(self, record_system: str) -> Texts:
        """The same, where the system in which FMs keep tasks and status is called this."""
        if record_system == RECORD_SYSTEM:
            return self
        named = {
            language: Words(
                language,
                {key: one.replace(RECORD_SYSTEM, record_system) for key, one in words.sentences.items()},
            )
            for language, words in self.by_language.items()
        }
        return Texts(named, {key: texts.naming(record_system) for key, texts in self.others.items()})

    def speaking(self, languages: Sequence[str], *layers: Mapping[str, Mapping[str, str]]) -> Texts:
        """The same with words for these languages, too, and with the sentences of the layers (language -> key
        -> sentence) in place of its own. A language that has none of its own speaks the first of the others
        that has, else English. Each language that is new has its name, in itself."""
        new = [one for one in languages if f"option.{one}" not in self.by_language["en"].sentences]
        names = {f"option.{one}": _own_name(one) for one in new}
        found: dict[str, Words] = {}
        for one in dict.fromkeys((*self.by_language, *languages)):
            ways = dict.fromkeys((self.instead_of(one, languages), one))
            sentences = names | dict(self.by_language[next(iter(ways))].sentences)
            for layer in layers:
                for way in ways:
                    sentences |= layer.get(way, {})
            found[one] = Words(one, sentences)
        return Texts(found)

    def instead_of(self, language: str, languages: Sequence[str]) -> str:
        """The language itself where it has sentences, else the first of the others that has, else English."""
        return next((one for one in (language, *languages) if one in self.by_language), "en")

    def titles(self, key: str) -> tuple[str, ...]:
        """A sentence in every language, for what may be typed in any of them."""
        return tuple(words(key) for words in self.by_language.values())


def placeholders(sentence: str) -> set[str]:
    """The names of what is filled into a sentence. ValueError where its braces do not fit together."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _own_name(language: str) -> str:
    try:
        name = Locale.parse(language).get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return language
    return name.capitalize() if name else language


@cache
def load_texts() -> Texts:
    """The shipped texts.yaml, read once."""
    raw = resources.files("bot.core").joinpath("texts.yaml").read_text(encoding="utf-8")
    flat: dict[str, dict[str, str]] = {}
    _flatten(yaml.load(raw, Loader=yaml.CSafeLoader), "", flat)
    languages = {language for sentences in flat.values() for language in sentences}
    return Texts(
        {
            language: Words(language, {key: sentences[language] for key, sentences in flat.items()})
            for language in languages
        }
    )


def _flatten(node: Mapping[str, Any], path: str, into: dict[str, dict[str, str]]) -> None:
    for key, value in node.items():
        here = f"{path}.{key}" if path else key
        if all(isinstance(sentence, str) for sentence in value.values()):
            into[here] = dict(value)
        else:
            _flatten(value, here, into)
