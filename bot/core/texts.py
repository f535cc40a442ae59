"""The interface's own sentences, in every language: texts.yaml, read once."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError


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
    """All languages of texts.yaml."""

    by_language: Mapping[str, Words]

    def words(self, language: str | None) -> Words:
        """The words of a language or locale ("de", "de-AT"); English where there is none."""
        tag = (language or "").split("-")[0].lower()
        return self.by_language.get(tag) or self.by_language["en"]

    def speaking(self, languages: Iterable[str]) -> Texts:
        """The same with words for these languages, too: where one has none, the sentences are English. Each
        language that is new has its name, in itself."""
        new = [one for one in languages if f"option.{one}" not in self.by_language["en"].sentences]
        names = {f"option.{one}": _own_name(one) for one in new}
        english = self.by_language["en"].sentences
        known = {one: words.sentences for one, words in self.by_language.items()}
        spoken = {**dict.fromkeys(languages, english), **known}
        return Texts({one: Words(one, {**names, **sentences}) for one, sentences in spoken.items()})

    def joined(self, own: Mapping[str, Mapping[str, str]]) -> Texts:
        """The same with these sentences (language -> key -> sentence) in place of its own. What a language
        lacks is said in English."""
        english = self.by_language["en"]
        words = {
            language: Words(language, {**self.by_language.get(language, english).sentences, **sentences})
            for language, sentences in own.items()
        }
        return Texts({**self.by_language, **words})

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
