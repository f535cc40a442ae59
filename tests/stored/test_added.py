"""What a later version added to a state outlives the turns of this one, wherever in it that stands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from msgspec import inspect
from msgspec.structs import replace

from bot.core.engagement import Engagement, Participant, Setup, Voice
from bot.core.ports import Row, Store, Table
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded, always
from bot.kept.state.row import STATE_ROW, read_state
from bot.kept.state.unknown import NAMED_BY
from bot.store.sqlite.store import SqliteStore
from tests.fakes.store import FakeStore
from tests.stored.added import COLUMN, FIELD, VALUE, document_of, parts_with_added, with_added
from tests.stored.book import stored_book
from tests.stored.files import Folder
from tests.stored.later import THEN, swept, typed
from tests.stored.rows import Rows, fill

FOLDER = Folder(Path(__file__).parent / "2026-11-28")


@pytest.fixture(scope="module")
def rows() -> Rows:
    """The stored rows, with what a later version would have added to every state."""
    found = asyncio.run(FOLDER.rows())
    found[Table.ENGAGEMENTS] = [
        Row(row.partition, row.key, with_added(row), row.etag) if row.key == STATE_ROW else row
        for row in found[Table.ENGAGEMENTS]
    ]
    return found


@pytest.fixture(params=["fake", "sqlite"])
async def store(request: pytest.FixtureRequest, rows: Rows, tmp_path: Path) -> AsyncIterator[Store]:
    opened: Store = FakeStore() if request.param == "fake" else SqliteStore(str(tmp_path / "ssat.db"))
    await fill(opened, rows)
    yield opened
    await opened.close()


async def states(store: Store) -> list[Row]:
    return [row async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW)]


async def state(store: Store, key: str) -> Row:
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    return row


async def loaded_from(engagements: Engagements, key: str) -> Loaded:
    loaded = await engagements.load(key)
    assert loaded is not None
    return loaded


async def richest(store: Store, engagements: Engagements) -> Loaded:
    """The workshop that holds most."""
    row = max(await states(store), key=lambda row: len(str(document_of(row))))
    return await loaded_from(engagements, row.partition)


def structs(kind: inspect.Type) -> Iterator[inspect.StructType]:
    match kind:
        case inspect.StructType():
            yield kind
            for one in kind.fields:
                yield from structs(one.type)
        case inspect.DictType():
            yield from structs(kind.value_type)
        case inspect.ListType():
            yield from structs(kind.item_type)
        case inspect.UnionType():
            for inner in kind.types:
                yield from structs(inner)


def listed(kind: inspect.Type) -> Iterator[type]:
    for one in structs(kind):
        for field in one.fields:
            inner: inspect.Type = field.type
            while isinstance(inner, inspect.DictType):
                inner = inner.value_type
            if isinstance(inner, inspect.ListType) and isinstance(inner.item_type, inspect.StructType):
                yield inner.item_type.cls


def test_no_part_of_a_state_passes_over_what_it_does_not_know() -> None:
    assert [one.cls for one in structs(inspect.type_info(Engagement)) if not one.forbid_unknown_fields] == []


def test_every_part_in_a_list_has_a_name_to_find_it_by() -> None:
    assert set(listed(inspect.type_info(Engagement))) == set(NAMED_BY)


async def test_every_part_of_a_state_keeps_what_was_added_to_it(store: Store) -> None:
    engagements, kinds = Engagements(store, always(stored_book())), set[str]()
    for row in await states(store):
        loaded = await loaded_from(engagements, row.partition)
        loaded = await engagements.brought_forward(loaded, THEN)
        before = document_of(await state(store, row.partition))
        revision = loaded.engagement.revision + 1
        await engagements.commit(loaded, replace(loaded.engagement, revision=revision), (), THEN)
        after = await state(store, row.partition)
        assert document_of(after) == {**before, "revision": revision}
        assert after.columns[COLUMN] == "x"
        kinds |= {path.split("[")[0].split(".")[1] for path in parts_with_added(before) if path != "$"}
    assert {"people", "voices", "setup", "check_in", "metrics", "overall", "plan", "reference"} <= kinds


async def test_what_people_do_and_what_falls_due_goes_on_as_without_it(store: Store) -> None:
    assert await swept(store) == [line for line in FOLDER.lines("swept.txt") if not line.startswith("=")]
    await typed(store)
    for row in await states(store):
        assert document_of(row)[FIELD] == VALUE
        assert row.columns[COLUMN] == "x"
        assert document_of(row)["reference"][FIELD] == VALUE
        assert all(FIELD in one for one in document_of(row)["people"].values())


async def test_a_new_answer_of_a_person_keeps_what_was_added_to_theirs_and_goes_where_it_is_taken_back(
    store: Store,
) -> None:
    engagements = Engagements(store, always(stored_book()))
    loaded = await richest(store, engagements)
    engagement = loaded.engagement
    ask, said = next((ask, said) for ask, said in engagement.voices.items() if len(said) > 1)
    again = Voice(said[-1].by, said[-1].at, "answer", 99, {"note": "anew"})
    someone = Voice("tenant/somebody", said[-1].at, "answer", 99)
    voices = {**engagement.voices, ask: [again, someone]}
    await engagements.commit(loaded, replace(engagement, voices=voices), (), THEN)
    found = document_of(await state(store, engagement.id))["voices"][ask]
    assert [(one["by"], one.get(FIELD)) for one in found] == [(again.by, VALUE), (someone.by, None)]


async def test_what_is_removed_takes_along_what_was_added_to_it_for_good(store: Store) -> None:
    engagements = Engagements(store, always(stored_book()))
    loaded = await richest(store, engagements)
    engagement = loaded.engagement
    assert engagement.check_in is not None
    person = next(iter(engagement.people))
    people = {key: one for key, one in engagement.people.items() if key != person}
    after = replace(engagement, check_in=None, people=people)
    loaded = await engagements.commit(loaded, after, (), THEN)
    document = document_of(await state(store, engagement.id))
    assert "check_in" not in document
    assert person not in document["people"]
    back = {**people, person: Participant("Somebody")}
    await engagements.commit(loaded, replace(after, check_in=engagement.check_in, people=back), (), THEN)
    document = document_of(await state(store, engagement.id))
    assert FIELD not in document["check_in"]
    assert document["people"][person] == {"name": "Somebody"}
    assert document[FIELD] == document["setup"][FIELD] == VALUE


async def test_a_part_of_which_nothing_else_is_left_keeps_it(store: Store) -> None:
    engagements = Engagements(store, always(stored_book()))
    loaded = await richest(store, engagements)
    await engagements.commit(loaded, replace(loaded.engagement, setup=Setup()), (), THEN)
    row = await state(store, loaded.engagement.id)
    assert document_of(row)["setup"] == {FIELD: VALUE}
    assert read_state(row).setup == Setup()
