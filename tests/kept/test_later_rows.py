"""Rows beside the state in which a later version wrote more than this one knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.ports import Insert, Replace, Table
from bot.core.questions.effects import PostSummary
from bot.kept.chats import CHAT, Chats, chat_place
from bot.kept.unsent import SEND_LEASE, Unsent
from tests.fakes.breaking import Breaking
from tests.world import TestClock

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


async def test_a_pending_post_of_an_unknown_kind_is_left_to_the_version_that_knows_it(
    store: Breaking,
) -> None:
    clock = TestClock(NOW)
    unsent = Unsent(store, clock)
    await unsent.note("w", [PostSummary()])
    (noted,) = await store.query(Table.PENDING, "pending")
    other = {**noted.columns, "kind": "PostOfTomorrow", "effect": "{}"}
    await store.commit(Table.PENDING, noted.partition, [Insert("w~of~tomorrow", other)])
    clock.passes(seconds=(SEND_LEASE + timedelta(seconds=1)).total_seconds())
    assert [one.post for one in await unsent.left()] == [PostSummary()]
    assert len(await store.query(Table.PENDING, noted.partition)) == 2


async def test_what_is_remembered_of_a_person_keeps_what_was_added_to_it(store: Breaking) -> None:
    chats, person = Chats(store), "tenant/person"
    assert await chats.take(await chats.find(person), "chat", "w1", NOW)
    row = (await chats.find(person)).row
    assert row is not None
    added = Replace(CHAT, {**row.columns, "added_later": "x"}, row.etag)
    await store.commit(Table.CHANNELS, chat_place(person), [added])
    assert await chats.take(await chats.find(person), "another", "w2", NOW)
    await chats.forget(await chats.find(person))
    row = (await chats.find(person)).row
    assert row is not None
    assert row.columns == {"conversation": "", "what": "w2", "told": NOW, "added_later": "x"}
