"""What the core remembers lies in the book alone, and goes with it."""

from __future__ import annotations

import ast
import gc
import importlib
import inspect
import pkgutil
import weakref
from collections import OrderedDict
from collections.abc import Iterator, MutableMapping, MutableSequence, MutableSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import _lru_cache_wrapper
from types import ModuleType
from typing import get_type_hints

import msgspec
import pytest
from pydantic import BaseModel

import bot.core
from bot.core.engagement import ItemState
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Playbook
from bot.core.questions.identity import known_by
from bot.core.recent import Recent
from bot.core.remembered import Remembered
from bot.core.screens.plan.plan import plan_screen
from bot.core.screens.questions.question import question_screen
from bot.core.workdays import Workdays, workdays
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import FM, IT, LEAD, Workshop, running

CHANGEABLE = (MutableMapping, MutableSequence, MutableSet)
WRITTEN_OUT = (dict, list, set)
"""Kinds of constants, where something stands in them from the beginning."""
EMPTY = ("{}", "[]", "dict()", "list()", "set()")
PLAIN = {str, int, date, type[BaseModel]}


def modules() -> list[ModuleType]:
    """Every module of the core."""
    return [
        importlib.import_module(one.name)
        for one in pkgutil.walk_packages(bot.core.__path__, f"{bot.core.__name__}.")
    ]


def test_no_module_of_the_core_holds_anything_that_could_be_a_memory() -> None:
    found = modules()
    assert "bot.core.screens.forms.inputs" in {one.__name__ for one in found}
    assert [name for module in found for name in held_in(module)] == []


def test_no_module_of_the_core_begins_with_something_empty_to_be_filled() -> None:
    assert [place for module in modules() for place in to_be_filled(inspect.getsource(module))] == []


def test_what_is_kept_by_arguments_is_kept_by_plain_values() -> None:
    everything = [one for module in modules() for one in vars(module).values()]
    kept = {one for one in everything if isinstance(one, _lru_cache_wrapper)}
    assert workdays in kept
    assert {one.__qualname__: odd for one in kept if (odd := arguments(one) - PLAIN)} == {}


@pytest.mark.parametrize(
    "value",
    [Recent(3), Remembered(), OrderedDict(one=1), Book(small_playbook()), Workdays(None), ([], 1)],
    ids=lambda value: type(value).__name__,
)
def test_a_memory_is_noticed_where_it_lies_in_a_module(value: object) -> None:
    module = ModuleType("memory")
    vars(module).update(kept=value)
    assert list(held_in(module)) == ["memory.kept"]


def test_constants_are_no_memory() -> None:
    module = ModuleType("constants")
    vars(module).update(words={"one": 1}, untouched=ItemState(), kind=Playbook, several=("a", {"b"}))
    assert list(held_in(module)) == []


@pytest.mark.parametrize(
    "source",
    [
        "known = {}",
        "known: dict[str, int] = dict()",
        "def get(key):\n    global known\n    known = key",
    ],
)
def test_what_is_to_be_filled_is_noticed_in_the_source(source: str) -> None:
    assert to_be_filled(source)
    assert not to_be_filled("words = {1: 2}\ndef get(key):\n    found = {}\n    return found")


def test_a_new_book_remembers_nothing_of_another() -> None:
    used, new = Book(small_playbook()), Book(small_playbook())
    workshop = running(used, depth="full")
    everything_is_shown(workshop)
    assert not workshop.says(FM, "ST1", state="agreed", sponsor=FM.key).faults
    assert 0 not in sizes(used).values()
    assert set(sizes(new).values()) == {0}
    assert used == new, "what is remembered makes no other book of it"


def test_a_book_that_remembers_much_finds_the_same_as_a_new_one() -> None:
    workshop = running(Book(small_playbook()), depth="full")
    for question in ("ST1", "SZ1", "AW1"):
        everything_is_shown(workshop)
        assert not workshop.says(LEAD, question, "handed", handed_to=IT.key).faults
    shown = everything_is_shown(workshop)
    workshop.book = Book(small_playbook())
    assert everything_is_shown(workshop) == shown


def test_what_was_remembered_goes_with_its_book_and_waits_for_no_collector() -> None:
    workshop = running(Book(small_playbook()), depth="full")
    everything_is_shown(workshop)
    book, asks = weakref.ref(workshop.book), weakref.ref(workshop.picture.asks)
    gc.collect()
    gc.disable()
    try:
        assert book() is not None
        assert asks() is not None
        del workshop
        assert (book(), asks()) == (None, None)
    finally:
        gc.enable()


def everything_is_shown(workshop: Workshop) -> list[object]:
    """Each question, and the plan, as the FM sees them."""
    viewer = workshop.viewer(FM)
    assert workshop.queue(FM)
    assert FM.key in known_by(workshop.book, workshop.engagement).values()
    return [plan_screen(viewer), *(question_screen(viewer, ask) for ask in viewer.picture.asks)]


def sizes(book: Book) -> dict[str, int]:
    """How many results of each kind a book remembers."""
    return {name: len(kept) for name, kept in vars(book.remembered).items()}


def held_in(module: ModuleType) -> Iterator[str]:
    """The names in a module under which something lies that could be a memory."""
    for name, value in vars(module).items():
        if not name.startswith("__") and is_memory(value):
            yield f"{module.__name__}.{name}"


def is_memory(value: object) -> bool:
    """Whether something can be put into a value, unless it is a constant that is written out."""
    if isinstance(value, type | Enum):
        return False
    if type(value) in WRITTEN_OUT:
        return not value
    if isinstance(value, tuple):
        return any(map(is_memory, value))
    if is_dataclass(value):
        return any(is_memory(getattr(value, one.name)) for one in fields(value))
    if isinstance(value, msgspec.Struct):
        return not value.__struct_config__.frozen
    return isinstance(value, CHANGEABLE) or type(value).__module__.startswith("bot.")


def arguments(function: _lru_cache_wrapper[object]) -> set[object]:
    """The types of a function's arguments."""
    return {kind for name, kind in get_type_hints(inspect.unwrap(function)).items() if name != "return"}


def to_be_filled(source: str) -> list[str]:
    """What a module begins with empty, and what its functions bind anew in it."""
    tree = ast.parse(source)
    assigned = [one for one in tree.body if isinstance(one, ast.Assign | ast.AnnAssign)]
    found = [ast.unparse(one) for one in assigned if one.value and ast.unparse(one.value) in EMPTY]
    return found + [ast.unparse(one) for one in ast.walk(tree) if isinstance(one, ast.Global)]
