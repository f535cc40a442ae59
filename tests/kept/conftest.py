"""The small playbook, a store in memory, and a repository of engagements on both."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from tests.core.playbook.playbooks import small_playbook
from tests.fakes.breaking import Breaking


@pytest.fixture(scope="session")
def small() -> Book:
    return Book(small_playbook())


@pytest.fixture
def store() -> Breaking:
    return Breaking()


@pytest.fixture
def engagements(store: Breaking, small: Book) -> Engagements:
    """What one process knows of the store."""
    return Engagements(store, always(small))
