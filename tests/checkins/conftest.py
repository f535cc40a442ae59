"""A scene on a store that keeps nothing, and on the real ones."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from tests.checkins.scene import Scene
from tests.fakes.store import FakeStore
from tests.ports.azurite import azurite

__all__ = ["azurite"]


@pytest.fixture
def scene(book: Book) -> Scene:
    return Scene(book, FakeStore())
