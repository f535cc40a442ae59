"""Stores of both kinds to copy from and to write into, and a store that older workshops left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.backup.homes import Home, in_file
from tests.ports.azurite import Azurite, azurite
from tests.stored.rows import Rows
from tests.stored.test_stored import FOLDER

__all__ = ["azurite"]
Homes = Callable[[str], Home]


@pytest.fixture
def homes(request: pytest.FixtureRequest, tmp_path: Path) -> Homes:
    """A new, empty store of a kind."""

    numbers = count(1)

    def home(kind: str) -> Home:
        if kind == "sqlite":
            return in_file(tmp_path / f"store{next(numbers)}.db")
        emulator: Azurite = request.getfixturevalue("azurite")
        prefix = emulator.new_prefix()
        return Home(lambda: emulator.opened(prefix))

    return home


@pytest.fixture(scope="session")
def stored_rows() -> Rows:
    """The rows of the workshops in tests/stored."""
    return asyncio.run(FOLDER.rows())
