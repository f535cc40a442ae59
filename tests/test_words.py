"""Every sentence that the code asks for is there, and every one that is there is asked for."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import pytest

from bot.core.playbook.book import Book
from bot.core.texts import Texts, placeholders
from tests.sentence_keys import LOOKED_UP, asked, filled_in, whole
from tests.values_in_code import ANY, can_be
from tests.words_in_code import called

Fillings = Mapping[str, set[str]]


@pytest.fixture(scope="module")
def fillings(book: Book) -> Fillings:
    return filled_in(book)


def test_of_every_key_that_is_built_it_is_known_what_may_be_filled_in(fillings: Fillings) -> None:
    assert {key for one in asked() for key in one.keys if ANY in key} == set(fillings)


def test_every_key_that_the_code_asks_for_exists(fillings: Fillings, texts: Texts) -> None:
    keys = LOOKED_UP.union(*(one.keys for one in asked() if not one.may_lack))
    assert sorted(whole(keys, fillings) - set(texts.words("de").sentences)) == []


def test_every_key_is_used(fillings: Fillings, texts: Texts) -> None:
    keys = set[str]().union(*(one.keys for one in asked()))
    assert sorted(set(texts.words("de").sentences) - whole(keys, fillings)) == []


def test_every_sentence_gets_what_it_has_placeholders_for(fillings: Fillings, texts: Texts) -> None:
    sentences = texts.words("en").sentences
    lacking, needless = [], []
    for one in asked():
        given = {str(named.arg) for named in one.call.keywords if named.arg}
        if len(given) < len(one.call.keywords) or called(one.call) != "words":
            continue
        wanted = {key: placeholders(sentences[key]) for key in whole(one.keys, fillings) if key in sentences}
        lacking += [f"{key}: {', '.join(names - given)}" for key, names in wanted.items() if names - given]
        if more := given - set().union(*wanted.values()):
            needless.append(f"{ast.unparse(one.call)}: {', '.join(more)}")
    assert lacking == []
    assert needless == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'one'", {"one"}),
        ("'one' if several else 'many'", {"one", "many"}),
        ("f\"a.{'b' if c else 'd'}.e\"", {"a.b.e", "a.d.e"}),
        ("f'a.{b.c}'", {"a.*"}),
        ("{B: 'c', D: 'e'}.get(f, 'g')", {"c", "e", "g"}),
        ("b.get(c, 'd')", {"*", "d"}),
    ],
)
def test_what_an_expression_can_be_is_read_from_the_source(written: str, read: set[str]) -> None:
    assert can_be(ast.parse(written, mode="eval").body) == read
