"""A word of which a workshop is made is nobody's name; in a text that people wrote it may be."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from bot.kept.forgetting.eraser import Eraser, Traces, Whom
from bot.kept.forgetting.made_of import FIXED, is_key
from tests.playbook_of_tests import book_of_tests

WHOM = Whom(frozenset({"5f0c2f1e"}), b"salt", others=("Teams", "Dora", "ready"))


@pytest.mark.parametrize("text", ["teams", "ready", "ST4~teams", "checkin~1", "due~ST4~teams~0"])
def test_an_id_and_a_key_stay(text: str) -> None:
    eraser = Eraser(WHOM, "w", Traces(WHOM.ids, "t"), FIXED | {"teams"})
    assert eraser.text(text) == text
    assert eraser.node({"teams": text}) == {"teams": text}


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Dora", "(removed)"),
        ("~~Dora~~", "~~(removed)~~"),
        ("Dora~Muster", "(removed)~Muster"),
        ("we are ready", "we are (removed)"),
        ("Teams", "(removed)"),
    ],
)
def test_what_people_wrote_loses_the_name(text: str, without: str) -> None:
    eraser = Eraser(WHOM, "w", Traces(WHOM.ids, "t"), FIXED | {"teams"})
    assert eraser.text(text) == without


def test_every_question_with_its_service_is_a_key() -> None:
    book: Book = book_of_tests()
    assert all(
        is_key(f"{question}~{service}") for question in book.questions for service in book.service_names
    )
