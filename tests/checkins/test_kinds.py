"""The kinds of reminders: the words that are stored for them, and a screen for each."""

from __future__ import annotations

import pytest

from bot.core.checkins.due import owner_item, recall_item
from bot.core.checkins.kinds import KINDS, kind_of_item
from bot.core.checkins.reminders import reminder
from bot.core.clock import utc
from bot.core.playbook.book import Book
from bot.sweep.drawing import SCREENS
from tests.core.held import Held
from tests.core.workshops import IT


@pytest.mark.parametrize(
    ("stored", "item"),
    [
        ("checkin", "checkin"),
        ("silence", "silence"),
        ("lost", "lost"),
        ("differs", "differs"),
        ("answer_by", "answer_by"),
        (owner_item(IT.key), "owner~"),
        (recall_item(IT.key), "remind~"),
        ("remind_all", "remind_all"),
    ],
)
def test_a_stored_word_of_the_due_index_finds_its_kind(stored: str, item: str) -> None:
    found = kind_of_item(stored)
    assert found is not None
    assert found.item == item


def test_every_kind_has_a_screen_and_every_screen_a_kind() -> None:
    assert sorted(SCREENS) == sorted(kind.item for kind in KINDS)


@pytest.mark.parametrize("item", ["sabbath", "sabbath~1", "owner", "owner~1"])
def test_an_item_of_no_kind_and_of_nobody_is_obsolete(book: Book, item: str) -> None:
    held = Held.of(book)
    assert reminder(held.picture, item, utc(held.now)) is None
