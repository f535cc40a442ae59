"""Two instances over one store of each kind share what is due: each check-in is sent once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.store.open import open_store
from tests.checkins.test_cost import fill, sweep_of
from tests.fakes.teams import FakeTeams
from tests.ports.azurite import Azurite

DUE = 24


@pytest.fixture(params=["sqlite", "azurite"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Awaitable[Store]]:
    """Opens the same store, as often as it is called."""
    if request.param == "sqlite":
        return lambda: open_store(f"sqlite:///{tmp_path / 'answers.db'}")
    emulator: Azurite = request.getfixturevalue("azurite")
    prefix = emulator.new_prefix()
    return lambda: emulator.opened(prefix)


async def test_two_instances_send_each_check_in_once(
    opening: Callable[[], Awaitable[Store]], book: Book
) -> None:
    stores = [await opening() for _ in range(2)]
    await fill(stores[0], book, DUE, 0)
    teams = FakeTeams()
    tallies = await asyncio.gather(
        *(sweep_of(store, book, teams, seed).run() for seed, store in enumerate(stores))
    )
    assert sum(one.sent for one in tallies) == DUE
    assert all(one.sent for one in tallies)
    assert Counter(Counter(one.conversation for one in teams.messages).values()) == {1: DUE}
    for store in stores:
        await store.close()
