"""Loads botbuilder without what this bot never uses of it, and what that brings along.

Its prompts bring recognizers of typed text, where the cards of this bot ask; its network code brings a second
HTTP stack and OAuth, where the outbox sends. That would take 28 MB and 700 modules all the same, so stand-ins
take their place while the SDK is imported. They refuse to be used.
"""

from __future__ import annotations

import importlib
import importlib.abc
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

_SDK = "botbuilder"
_USED = (
    "botbuilder.schema",
    "botbuilder.core",
    "botbuilder.dialogs",
    "botbuilder.dialogs.memory",
    "botbuilder.integration.aiohttp",
)
_UNUSED = frozenset(
    {
        "recognizers_choice", "recognizers_date_time", "recognizers_number", "recognizers_text",
        "botframework", "msal", "requests", "azure.core",
    }
)  # fmt: skip
_SHELL = "msrest"
_IN_SHELL = frozenset({"msrest.serialization", "msrest.exceptions"})
"""What is used of a package, of which all else is left out: the base class of the SDK's models."""


class Absent:
    """Whatever a thing that is left out would be: it has attributes, it may be derived from, and cannot be
    used."""

    def __init__(self, name: str, *_: object) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self._name}.{name}")

    def __call__(self, *_: object, **__: object) -> Any:
        raise NotImplementedError(f"{self._name} is not loaded: this bot does not use it")


class StandIn(ModuleType):
    """A module of stand-ins."""

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for each module that is not used, and for the package of which one module is."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Its stand-in, None for any other module."""
        if _is_left_out(fullname):
            return ModuleSpec(fullname, self, is_package=True)
        if fullname != _SHELL or (real := PathFinder.find_spec(fullname, path)) is None:
            return None
        shell = ModuleSpec(fullname, self, is_package=True)
        shell.submodule_search_locations = real.submodule_search_locations
        return shell

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The stand-in."""
        return StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def load_sdk() -> None:
    """Import botbuilder, light where that works; as it comes where it does not, or where it or a part that is
    left out is loaded already. Afterwards everybody else imports those parts as they are."""
    if any(_SDK in name.split(".")[:1] or _is_passing(name) for name in sys.modules):
        return
    stand_ins = StandIns()
    sys.meta_path.insert(0, stand_ins)
    try:
        for name in _USED:
            importlib.import_module(name)
    except (ImportError, AttributeError, TypeError, NotImplementedError):
        _forget(lambda name: name.split(".")[0] == _SDK)
    finally:
        sys.meta_path.remove(stand_ins)
        _forget(_is_passing)


def _is_left_out(name: str) -> bool:
    if name.startswith(f"{_SHELL}."):
        return name not in _IN_SHELL
    return any(name == one or name.startswith(f"{one}.") for one in _UNUSED)


def _is_passing(name: str) -> bool:
    """True for what must not be found by others as it is while the SDK is imported."""
    return _is_left_out(name) or name.split(".")[0] == _SHELL


def _forget(is_meant: Callable[[str], bool]) -> None:
    for name in [one for one in sys.modules if is_meant(one)]:
        del sys.modules[name]
