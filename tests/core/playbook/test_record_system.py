"""The system in which FMs keep tasks and status has the operator's name, wherever it is named."""

from __future__ import annotations

import json

from bot.core.playbook.book import Book
from bot.core.playbook.interface import spoken_texts
from bot.core.playbook.record_system import naming
from bot.core.texts import RECORD_SYSTEM

NAME = 'Partner Center "FPX"'


def test_every_sentence_of_the_interface_says_the_operators_name(shipped: Book) -> None:
    usual = spoken_texts(None, shipped.playbook)
    named = spoken_texts(None, shipped.playbook, (), NAME)
    for language, words in usual.by_language.items():
        keys = [key for key, one in words.sentences.items() if RECORD_SYSTEM in one]
        assert len(keys) > 5
        assert [key for key in keys if NAME not in named.words(language)(key)] == []
        assert not any(RECORD_SYSTEM in one for one in named.words(language).sentences.values())


def test_every_sentence_of_the_playbook_says_it_too(shipped: Book) -> None:
    before = shipped.playbook.model_dump_json()
    after = naming(shipped.playbook, NAME).model_dump_json()
    assert before.count(RECORD_SYSTEM) > 5
    assert RECORD_SYSTEM not in after
    assert after.count(json.dumps(NAME)[1:-1]) == before.count(RECORD_SYSTEM)


def test_without_a_setting_it_is_ftop(shipped: Book) -> None:
    assert naming(shipped.playbook, RECORD_SYSTEM) is shipped.playbook
    texts = spoken_texts(None, shipped.playbook)
    assert texts.naming(RECORD_SYSTEM) is texts
    assert texts.words("de")("check.tasks.title") == "Aufgaben in FTOP"
