"""Sentences for people: each stands once, in both languages, with the same placeholders."""

from __future__ import annotations

import re

from bot.core.playbook.source.reader import read_source
from bot.core.texts import placeholders
from tests.sentences import LANGUAGES, TEXTS, interface, playbook

_SPACED = re.compile(r"\S(.*\S)?|\S.*: | \(.*\)", re.DOTALL)
"""A label stands before something else on its line, a parenthesis behind it."""


def test_no_sentence_stands_twice() -> None:
    assert read_source(TEXTS.read_text("utf-8"), "texts.yaml").faults == []


def test_every_sentence_stands_in_both_languages() -> None:
    sentences = dict(interface())
    assert len(sentences) > 200
    assert [key for key, said in sentences.items() if set(said) != LANGUAGES] == []
    assert [key for key, said in sentences.items() if not all(map(_SPACED.fullmatch, said.values()))] == []


def test_every_sentence_has_the_same_placeholders_in_both_languages() -> None:
    differ = [key for key, said in interface() if placeholders(said["de"]) != placeholders(said["en"])]
    assert differ == []


def test_the_playbook_says_everything_in_both_languages() -> None:
    texts = list(playbook())
    assert len(texts) > 500
    assert [text for text in texts if set(text) != LANGUAGES] == []
    assert [
        text for text in texts if not all(isinstance(one, str) and one.strip() for one in text.values())
    ] == []
