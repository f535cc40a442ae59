"""The small playbook for the tests of the core; property tests try the same examples every time."""

import pytest
from hypothesis import settings

from bot.core.playbook.book import Book
from tests.core.playbook.playbooks import small_playbook

settings.register_profile("ssat", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("ssat")


@pytest.fixture(scope="session")
def small() -> Book:
    """The small playbook, ready for use."""
    return Book(small_playbook())
