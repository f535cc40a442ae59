"""A write that outlasts its turn is answered with what is true, and the next view says what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Change, OutcomeUnknown, StoreUnavailable, Table
from bot.core.texts import load_texts
from bot.teams.turn import turns
from tests.core.playbook.playbooks import small_playbook
from tests.fakes.store import FakeStore
from tests.world import Human, World

WORDS = load_texts().words("en")
OVERVIEW = {"action": "overview", "workshop": 1, "revision": 0}
SAID = {"action": "answer", "question": "AW1", "plan": "yes", "workshop": 1, "revision": 50}


class SlowStore(FakeStore):
    """A store whose next write of a workshop is not answered; `stores` where it is done all the same, `hangs`
    where nobody says so either."""

    def __init__(self) -> None:
        super().__init__()
        self.slow, self.stores, self.hangs = False, True, False
        self.refuses = False

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        if table is not Table.ENGAGEMENTS or not self.slow:
            return await super().commit(table, partition, changes)
        self.slow = False
        if self.refuses:
            raise StoreUnavailable("full")
        if self.stores:
            await super().commit(table, partition, changes)
        if self.hangs:
            await asyncio.Event().wait()
        raise OutcomeUnknown("no answer in time")


@pytest.fixture
async def store() -> SlowStore:
    return SlowStore()


@pytest.fixture
async def tim(store: SlowStore) -> Human:
    """Somebody of the team before their first answer."""
    world = World(Book(small_playbook()), store)
    fm, tim = world.person("fm"), world.person("tim")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    tim.looking_at = fm.looking_at
    await tim.does("take_part")
    await tim.does("save_roles", {"roles": ["it"]})
    return tim


def reads(person: Human, sentence: str) -> bool:
    return any(sentence in line for line in person.sees())


@pytest.mark.parametrize("hangs", [False, True], ids=["no answer", "outlasts the turn"])
async def test_what_was_stored_after_all_is_said_to_be_uncertain_then_saved_and_then_no_more(
    store: SlowStore, tim: Human, hangs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.slow, store.hangs = True, hangs
    if hangs:
        monkeypatch.setattr(turns, "_LIMIT", 0.2)
    assert (await tim.sends(SAID)).status == 200
    assert reads(tim, WORDS("problem.uncertain"))
    assert not reads(tim, WORDS("problem.store_down"))
    monkeypatch.undo()
    await tim.sends(OVERVIEW)
    assert any(line.startswith("Saved: ") for line in tim.sees())
    await tim.sends(OVERVIEW)
    assert not any(line.startswith("Saved: ") for line in tim.sees())


async def test_an_act_without_news_of_its_own_is_said_to_be_saved_in_general(
    store: SlowStore, tim: Human
) -> None:
    fm = tim.world.person("fm")
    await fm.does("lead")
    await fm.does("setup")
    store.slow = True
    await fm.does("save_setup", {"customer": "Fabrikam", "services": "teams", "depth": "short"})
    assert reads(fm, WORDS("problem.uncertain"))
    await fm.sends(OVERVIEW)
    assert reads(fm, WORDS("news.stored"))
    await fm.sends(OVERVIEW)
    assert not reads(fm, WORDS("news.stored"))


async def test_what_was_not_stored_is_not_called_saved_and_the_same_press_saves_it(
    store: SlowStore, tim: Human
) -> None:
    store.slow, store.stores = True, False
    await tim.sends(SAID)
    assert reads(tim, WORDS("problem.uncertain"))
    await tim.sends(OVERVIEW)
    assert not any(line.startswith("Saved: ") for line in tim.sees())
    await tim.sends(SAID)
    assert any(line.startswith("Saved: ") for line in tim.sees())
    [engagement] = await tim.world.engagements()
    assert len(engagement.voices["AW1"]) == 1


async def test_pressed_again_it_is_there_once(store: SlowStore, tim: Human) -> None:
    store.slow = True
    await tim.sends(SAID)
    await tim.sends(SAID)
    assert any(line.startswith("Saved: ") for line in tim.sees())
    [engagement] = await tim.world.engagements()
    assert len(engagement.voices["AW1"]) == 1


async def test_a_store_that_refuses_is_no_matter_of_doubt(store: SlowStore, tim: Human) -> None:
    store.slow = store.refuses = True
    await tim.sends(SAID)
    assert reads(tim, WORDS("problem.store_down"))
