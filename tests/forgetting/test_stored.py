"""Somebody of the stored workshops is forgotten: no row names them any more, and the plan is there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.keys import short_hash
from bot.core.ports import Store
from bot.kept.forgetting.walk import Forgetting, Forgotten
from bot.kept.loaded import always
from tests.fakes.store import FakeStore
from tests.forgetting.traces import rows_that_name
from tests.stored.book import stored_book
from tests.stored.rows import fill
from tests.stored.test_stored import FOLDER
from tests.world import TENANT

NOW = datetime(2026, 12, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
async def store() -> Store:
    """What an older bot left."""
    store = FakeStore()
    await fill(store, await FOLDER.rows())
    return store


async def forgets(store: Store, name: str, *, dry: bool = False) -> Forgotten:
    forgetting = Forgetting(store, always(stored_book()), NOW, dry=dry)
    whom = await forgetting.whom([f"id-{name}"], [f"{TENANT}/id-{name}"])
    return await forgetting.forget(whom)


@pytest.mark.parametrize("name", ["anna", "ben", "carl", "dora", "frank", "gina", "hugo", "ines", "jan"])
async def test_whoever_it_is_no_row_names_them_any_more(store: Store, name: str) -> None:
    before = await rows_that_name(store, f"id-{name}", name)
    assert before
    done = await forgets(store, name)
    assert done.found
    assert await rows_that_name(store, f"id-{name}", name, short_hash(f"{TENANT}/id-{name}")) == []
    again = await forgets(store, name)
    assert again.rows == {}
