"""Every store that the one suite is held against."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.core.ports import Store
from bot.store.open import open_store
from tests.fakes.store import FakeStore
from tests.ports.azurite import Azurite, azurite

__all__ = ["azurite"]


@pytest.fixture(params=["sqlite-file", "sqlite-memory", "fake", "azurite"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Awaitable[Store]]:
    """Opens an empty store of one kind."""
    kind: str = request.param
    if kind == "azurite":
        emulator: Azurite = request.getfixturevalue("azurite")
        prefix = emulator.new_prefix()
        return lambda: emulator.opened(prefix)
    if kind == "fake":
        return _fake
    path = ":memory:" if kind == "sqlite-memory" else str(tmp_path / "rows.db")
    return lambda: open_store(f"sqlite:///{path}")


@pytest.fixture
async def store(opening: Callable[[], Awaitable[Store]]) -> AsyncIterator[Store]:
    opened = await opening()
    yield opened
    await opened.close()


async def _fake() -> Store:
    return FakeStore()
