"""The playbook of the tests: where it stands, what it says, and the settings of a process that plays it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.core.playbook.book import Book
from bot.core.playbook.interface import spoken_texts
from bot.core.playbook.load import Inspected, inspect_playbook, load_playbook
from bot.core.texts import Texts

PATH = Path(__file__).with_name("playbook.yaml")
READINESS = Path(__file__).with_name("readiness.yaml")
PLAYS_IT = {"SSAT_PLAYBOOK": str(PATH)}


@cache
def book_of_tests() -> Book:
    """The same for all."""
    return Book(load_playbook(PATH, complete=True))


@cache
def books_of_two_kinds() -> Book:
    """The playbook of the tests, first of two: the other one is of another kind."""
    playbooks = (book_of_tests().playbook, readiness_book().playbook)
    return Book(playbooks[0], playbooks)


@cache
def texts_of_tests() -> Texts:
    """The interface in its words."""
    return spoken_texts(None, book_of_tests().playbook)


@cache
def readiness_book() -> Book:
    """A small playbook of another kind, without every section that may be left out."""
    return Book(load_playbook(READINESS, complete=True))


def inspected_once(path: Path, *, complete: bool = False, shipped: Path | None = None) -> Inspected:
    """As `inspect_playbook`, which this reads with; a file that is as it was is not read again."""
    return _inspected(path.resolve(), path.stat().st_mtime_ns, complete, shipped)


@cache
def _inspected(path: Path, written: int, complete: bool, shipped: Path | None) -> Inspected:
    return inspect_playbook(path, complete=complete, shipped=shipped)
