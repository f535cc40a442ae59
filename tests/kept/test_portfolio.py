"""The index of what an FM leads: its order, what is left out, and a row beside the turn."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.engagement import Setup
from bot.core.playbook.book import Book
from bot.kept.engagements import Engagements
from tests.core.workshops import FM, LEAD
from tests.fakes.breaking import Breaking
from tests.kept.placed import changed, in_channel, started


async def customers(engagements: Engagements, person: str = FM.key) -> Sequence[str]:
    return [customer for _, customer, _ in await engagements.portfolio.of_fm(person)]


async def leads(engagements: Engagements, small: Book, customer: str, day: str, **more: object) -> str:
    """The FM leads a workshop of this customer since that day; its id."""
    one = in_channel(small, f"19:{customer}", setup=Setup(customer=customer), started=f"{day}T09:00:00Z")
    return (await started(engagements, replace(one, **more))).engagement.id


async def test_the_newest_open_one_comes_first(engagements: Engagements, small: Book) -> None:
    await leads(engagements, small, "Old", "2026-06-01")
    await leads(engagements, small, "New", "2026-06-03", status="running")
    await leads(engagements, small, "Left", "2026-06-04", status="redirected")
    assert await customers(engagements) == ["New", "Old"]


async def test_where_none_is_open_the_completed_ones_are_found(engagements: Engagements, small: Book) -> None:
    assert await customers(engagements) == []
    await leads(engagements, small, "Left", "2026-06-04", status="redirected")
    one = await leads(engagements, small, "Done", "2026-06-02", status="completed")
    assert await engagements.portfolio.of_fm(FM.key) == [(one, "Done", "completed")]


async def test_of_all_the_most_urgent_comes_first_and_what_was_discarded_is_left_out(
    engagements: Engagements, small: Book
) -> None:
    calm = await leads(engagements, small, "Calm", "2026-06-01")
    late = await leads(engagements, small, "Late", "2026-06-03", urgent="2026-06-09")
    done = await leads(engagements, small, "Done", "2026-06-02", status="completed")
    await leads(engagements, small, "Mistaken", "2026-06-04", status="gone")
    assert await engagements.portfolio.all_of_fm(FM.key) == [late, calm, done]


async def test_what_is_handed_over_leaves_the_index_of_who_led_it(
    engagements: Engagements, small: Book
) -> None:
    key = await leads(engagements, small, "Contoso", "2026-06-01")
    loaded = await engagements.load(key)
    assert loaded is not None
    await changed(engagements, loaded, fm=LEAD.key)
    assert await engagements.portfolio.all_of_fm(FM.key) == []
    assert await engagements.portfolio.all_of_fm(LEAD.key) == [key]


async def test_urgency_is_noted_once_and_only_of_what_stands_in_the_index(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    first = await leads(engagements, small, "First", "2026-06-01")
    second = await leads(engagements, small, "Second", "2026-06-02")
    assert await engagements.portfolio.all_of_fm(FM.key) == [first, second]
    loaded = await engagements.load(second)
    assert loaded is not None
    urgent = replace(loaded.engagement, urgent="2026-06-12")
    before = store.commits
    for one in (urgent, urgent, replace(urgent, id="nobody")):
        await engagements.portfolio.note_urgency(one)
    assert store.commits - before == 1
    assert await engagements.portfolio.all_of_fm(FM.key) == [second, first]


async def test_where_a_row_changed_meanwhile_urgency_is_not_written(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    key = await leads(engagements, small, "Contoso", "2026-06-01")
    other = await leads(engagements, small, "Fabrikam", "2026-06-02")
    loaded = await engagements.load(other)
    assert loaded is not None
    store.conflicts = 1
    await engagements.portfolio.note_urgency(replace(loaded.engagement, urgent="2026-06-12"))
    assert await engagements.portfolio.all_of_fm(FM.key) == [key, other]
