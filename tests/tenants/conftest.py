"""Both kinds of store that are shipped."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.ports import Store
from bot.store.open import open_store
from tests.ports.azurite import Azurite, azurite

__all__ = ["azurite"]


@pytest.fixture(params=["sqlite", "azurite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "azurite":
        emulator: Azurite = request.getfixturevalue("azurite")
        place = emulator.connection_string()
        opened = await open_store("azure-tables", connection_string=place, prefix=emulator.new_prefix())
    else:
        opened = await open_store(f"sqlite:///{tmp_path / 'ssat.db'}")
    yield opened
    await opened.close()
