"""The repository: what one commit brings, the hints before it, and what a process knows without asking."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.keys import place_key, short_hash
from bot.core.playbook.book import Book
from bot.core.ports import Conflict, StoreUnavailable, Table
from bot.kept.due_index import SHARDS, due_of
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.kept.state.columns import MAX_BYTES, TooLong
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import FM, LEAD, WEDNESDAY, running
from tests.fakes.breaking import Breaking
from tests.kept.placed import TENANT, changed, in_channel, started

AT = "2026-06-16T08:00:00Z"


async def hinted(store: Breaking) -> set[str]:
    return {due_of(row).item for shard in SHARDS for row in await store.query(Table.DUE, shard)}


async def test_what_was_committed_is_found_by_its_id_its_number_and_its_channel(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    one = in_channel(small, "19:a")
    written = await started(engagements, one)
    another = Engagements(store, always(small))
    for found in (
        await another.load(one.id),
        await another.of_channel(TENANT, "19:a", 1),
        await another.current(TENANT, "19:a"),
    ):
        assert found == written
    assert await another.load("nobody") is None
    assert await another.current(TENANT, "19:b") is None


async def test_an_engagement_comes_with_the_book_that_it_is_read_by(store: Breaking, small: Book) -> None:
    other = Book(small_playbook())
    engagements = Engagements(store, lambda one: other if one.channel == "19:b" else small)
    for channel, book in (("19:a", small), ("19:b", other)):
        one = in_channel(small, channel)
        assert engagements.new(one).book is book
        written = await started(engagements, one)
        again = await changed(engagements, written, shared_stale=True)
        read = await Engagements(store, always(book)).load(one.id)
        assert read is not None
        assert written.book is again.book is read.book is book


async def test_the_same_version_is_the_very_same_state_until_somebody_writes_another(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    one = in_channel(small, "19:a")
    await started(engagements, one)
    first, second = await engagements.load(one.id), await engagements.load(one.id)
    assert first is not None
    assert first is second
    elsewhere = Engagements(store, always(small))
    theirs = await elsewhere.load(one.id)
    assert theirs is not None
    await changed(elsewhere, theirs, shared_stale=True)
    third = await engagements.load(one.id)
    assert third is not None
    assert (first.engagement.shared_stale, third.engagement.shared_stale) == (False, True)


async def test_a_channel_that_this_process_knows_costs_one_read(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    await started(engagements, in_channel(small, "19:a"))
    before = store.reads
    await engagements.current(TENANT, "19:a")
    assert store.reads - before == 1


async def test_who_writes_second_has_a_conflict(engagements: Engagements, small: Book) -> None:
    loaded = await started(engagements, in_channel(small, "19:a"))
    await changed(engagements, loaded, shared_stale=True)
    with pytest.raises(Conflict):
        await changed(engagements, loaded, summary_posted=True)
    with pytest.raises(Conflict):
        await started(engagements, in_channel(small, "19:a"))


async def test_an_engagement_that_did_not_change_is_not_written_but_for_the_first_time(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    loaded = await started(engagements, in_channel(small, "19:a"))
    before = store.commits
    assert await engagements.commit(loaded, loaded.engagement, (), WEDNESDAY) is loaded
    assert store.commits == before


async def test_the_activity_of_a_commit_is_remembered_and_of_very_many_the_last(
    engagements: Engagements, small: Book
) -> None:
    loaded = await started(engagements, in_channel(small, "19:a"))
    assert loaded.engagement.seen == []
    for number in range(70):
        after = replace(loaded.engagement, revision=number)
        loaded = await engagements.commit(loaded, after, (), WEDNESDAY, activity=f"a{number}")
    assert loaded.engagement.seen == [f"a{number}" for number in range(6, 70)]
    assert (await changed(engagements, loaded, shared_stale=True)).engagement.seen == loaded.engagement.seen


async def test_what_an_engagement_is_found_by_stands_before_it_does(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    loaded = await started(engagements, in_channel(small, "19:a"))
    store.breaks = True
    with pytest.raises(StoreUnavailable):
        await started(engagements, in_channel(small, "19:b"))
    with pytest.raises(StoreUnavailable):
        await changed(engagements, loaded, status="completed", due={"checkin": AT})
    assert await store.get(Table.CHANNELS, place_key(TENANT, "19:b"), "current") is not None
    statuses = [row.columns["status"] for row in await store.query(Table.PORTFOLIO, short_hash(FM.key))]
    assert sorted(map(str, statuses)) == ["completed", "setup"]
    assert await hinted(store) == {"checkin"}


async def test_the_hint_that_somebody_holds_is_not_written_anew(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    loaded = await started(engagements, in_channel(small, "19:a"))
    after = replace(loaded.engagement, due={"checkin": AT, "answer_by": AT})
    await engagements.commit(loaded, after, (), WEDNESDAY, held=("checkin", AT))
    assert await hinted(store) == {"answer_by"}


async def test_a_pointer_without_its_engagement_leads_to_the_one_before(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    first = await changed(
        engagements, await started(engagements, in_channel(small, "19:a")), status="completed"
    )
    store.breaks = True
    with pytest.raises(StoreUnavailable):
        await started(engagements, in_channel(small, "19:a", 2))
    store.breaks = False
    assert await engagements.current(TENANT, "19:a") == first
    second = await started(engagements, in_channel(small, "19:a", 2))
    assert await Engagements(store, always(small)).current(TENANT, "19:a") == second


async def test_of_a_channel_whose_workshop_is_over_the_one_that_others_began_is_found(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    await changed(engagements, await started(engagements, in_channel(small, "19:a")), status="gone")
    second = await started(Engagements(store, always(small)), in_channel(small, "19:a", 2))
    assert await engagements.current(TENANT, "19:a") == second


async def test_while_the_store_is_down_the_process_still_knows_what_it_saw_last(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    loaded = await started(engagements, in_channel(small, "19:a"))
    store.unavailable = True
    with pytest.raises(StoreUnavailable):
        await engagements.load(loaded.engagement.id)
    assert engagements.last_known(TENANT, "19:a", 1) == loaded
    assert engagements.last_known(TENANT, "19:a", 2) is None


async def test_an_answer_needs_room_that_a_step_without_one_may_still_use(
    engagements: Engagements, small: Book
) -> None:
    workshop = running(small)
    loaded = await started(engagements, workshop.engagement)
    step = workshop.says(LEAD, "SZ1", scenarios="meetings")
    nearly = "x" * ((MAX_BYTES - 50_000) // 2)
    full = replace(step.engagement, reviewed=nearly)
    with pytest.raises(TooLong):
        await engagements.commit(loaded, full, step.records, WEDNESDAY)
    again = await engagements.commit(loaded, full, (), WEDNESDAY)
    assert again.engagement == full
