"""What many tests need: the shipped playbook and texts, read once."""

import pytest

from bot.core.playbook.book import Book
from bot.core.playbook.load import load_playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.texts import Texts, load_texts


@pytest.fixture(scope="session")
def book() -> Book:
    """The shipped playbook."""
    return Book(load_playbook(shipped_playbook_path()))


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The shipped texts."""
    return load_texts()
