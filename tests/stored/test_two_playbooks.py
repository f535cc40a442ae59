"""Workshops that were stored while there was one playbook belong to the first of several."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.kept.loaded import always
from tests.fakes.store import FakeStore
from tests.playbook_of_tests import readiness_book
from tests.readable import readable
from tests.stored.book import stored_book
from tests.stored.files import Folder
from tests.stored.later import shown, swept, typed
from tests.stored.rows import fill

FOLDER = Folder(Path(__file__).parent / "2026-11-28")


@pytest.fixture(scope="module")
def stored() -> FakeStore:
    """A store with the rows of then; whoever writes takes a copy."""
    store = FakeStore()
    asyncio.run(fill(store, asyncio.run(FOLDER.rows())))
    return store


def first_of_two() -> Book:
    """The playbook of then, which now has a name, and one of another kind beside it."""
    first = stored_book().playbook.model_copy(update={"id": "ssat", "title": {"en": "SSAT", "de": "SSAT"}})
    return Book(first, (first, readiness_book().playbook))


async def test_each_is_read_by_the_first_and_names_none(stored: FakeStore) -> None:
    book = first_of_two()
    found = await readable(stored, always(book))
    assert len(found) > 5
    assert {one.engagement.playbook for one in found} == {""}
    assert all(one.book is book for one in found)


@pytest.mark.parametrize(("does", "file"), [(typed, "typed.txt"), (swept, "swept.txt")])
async def test_a_process_with_two_playbooks_says_what_one_with_the_first_says(
    does: Callable[[Store, Book], Awaitable[list[str]]], file: str, stored: FakeStore
) -> None:
    assert await does(stored.copy(), first_of_two()) == shown(FOLDER.lines(file))
