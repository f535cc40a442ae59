"""What many tests need: the playbook of the tests, the shipped one, and the texts, read once."""

import gc

import pytest

from bot.cli import configured
from bot.core.playbook.book import Book
from bot.core.playbook.load import load_playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.texts import Texts
from tests.playbook_of_tests import book_of_tests, inspected_once, texts_of_tests
from tests.ports.azurite import emulator

__all__ = ["emulator"]


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: whoever looks for garbage need not go through it each
    time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def book() -> Book:
    """The playbook of the tests: it stays as it is when the shipped one changes."""
    return book_of_tests()


@pytest.fixture(scope="session")
def shipped() -> Book:
    """The shipped playbook, for what is promised of its content, whatever is added to it."""
    return Book(load_playbook(shipped_playbook_path(), complete=True))


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The interface in the words of the playbook of the tests."""
    return texts_of_tests()


@pytest.fixture
def playbooks_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that run in this process, many of them, find what the one before read of a playbook. That each
    reads it is seen where they are processes."""
    monkeypatch.setattr(configured, "inspect_playbook", inspected_once)
