"""Long texts come back from the voice rows, wherever an answer is needed whole."""

from __future__ import annotations

from bot.core.answers.events import Confirm
from bot.core.answers.rows import voice_key
from bot.core.answers.voices import KEPT_TEXT
from bot.core.playbook.book import Book
from bot.core.ports import Delete, Table
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from tests.core.workshops import IT, LEAD, WEDNESDAY, Workshop, running
from tests.fakes.breaking import Breaking
from tests.kept.placed import started

LONG = "Wir möchten " + "besser " * 100 + "arbeiten."


async def told(engagements: Engagements, book: Book, text: str = LONG) -> tuple[Workshop, Loaded]:
    """Somebody whose question it is not gave a long answer."""
    workshop = running(book)
    loaded = await started(engagements, workshop.engagement)
    step = workshop.says(IT, "SZ1", scenarios="meetings", detail=text)
    return workshop, await engagements.commit(loaded, step.engagement, step.records, WEDNESDAY)


async def test_the_row_of_an_answer_has_the_whole_text(engagements: Engagements, small: Book) -> None:
    _, loaded = await told(engagements, small)
    (voice,) = loaded.engagement.voices["SZ1"]
    assert voice.fields["detail"] == LONG[:KEPT_TEXT]
    whole = await engagements.whole(loaded.engagement.id, "SZ1", IT.key)
    assert whole == {"scenarios": ["meetings"], "detail": LONG}


async def test_who_confirms_a_long_answer_leaves_it_whole(engagements: Engagements, small: Book) -> None:
    workshop, loaded = await told(engagements, small)
    step = workshop.happens(Confirm(LEAD, "SZ1", None))
    assert step.records
    loaded = await engagements.commit(loaded, step.engagement, step.records, WEDNESDAY)
    (voice,) = loaded.engagement.voices["SZ1"]
    assert voice.confirmed
    assert (await engagements.whole(loaded.engagement.id, "SZ1", IT.key))["detail"] == LONG


async def test_a_row_that_is_gone_gives_nothing_back(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    workshop, loaded = await told(engagements, small)
    await store.commit(Table.ENGAGEMENTS, loaded.engagement.id, [Delete(voice_key("SZ1", IT.key))])
    assert await engagements.whole(loaded.engagement.id, "SZ1", IT.key) == {}
    source = await engagements.source(loaded)
    assert source.whole == source.engagement == loaded.engagement
    step = workshop.happens(Confirm(LEAD, "SZ1", None))
    await engagements.commit(loaded, step.engagement, step.records, WEDNESDAY)
    assert (await engagements.whole(loaded.engagement.id, "SZ1", IT.key))["detail"] == LONG[:KEPT_TEXT]


async def test_a_source_holds_both_what_everybody_sees_and_the_whole(
    engagements: Engagements, small: Book
) -> None:
    _, loaded = await told(engagements, small)
    source = await engagements.source(loaded)
    assert (source.book, source.engagement) == (loaded.book, loaded.engagement)
    assert source.engagement.voices["SZ1"][0].fields["detail"] == LONG[:KEPT_TEXT]
    (voice,) = source.whole.voices["SZ1"]
    assert (voice.fields["detail"], voice.cut) == (LONG, {})


async def test_where_nothing_is_cut_a_source_costs_no_read(
    store: Breaking, engagements: Engagements, small: Book
) -> None:
    _, loaded = await told(engagements, small, "kurz")
    before = store.reads
    source = await engagements.source(loaded)
    assert (store.reads - before, source.voices, source.whole) == (0, {}, loaded.engagement)
