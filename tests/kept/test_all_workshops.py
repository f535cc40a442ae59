"""The reader of all workshops: each once, with its version and its book."""

from __future__ import annotations

from bot.core.playbook.book import Book
from bot.kept.all_workshops import all_workshops
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from tests.fakes.breaking import Breaking
from tests.kept.placed import changed, in_channel, started


async def test_every_workshop_comes_once_as_it_stands(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    assert [one async for one in all_workshops(store, always(small))] == []
    written = [await started(engagements, in_channel(small, f"19:{number}")) for number in range(3)]
    written[1] = await changed(engagements, written[1], status="completed")
    found = [one async for one in all_workshops(store, always(small))]
    assert sorted(found, key=lambda one: one.engagement.channel) == written
    assert all(one.book is small for one in found)
