"""Loads botbuilder's dialogs without the recognizers of typed text that its prompts bring along.

This bot has no prompts: its cards ask. The recognizers would take 17 MB and 350 modules all the same, so
stand-ins take their place while the SDK is imported. They refuse to be used.
"""

from __future__ import annotations

import importlib
import importlib.abc
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_DIALOGS = "botbuilder.dialogs"
_UNUSED = frozenset({"recognizers_choice", "recognizers_date_time", "recognizers_number", "recognizers_text"})


class Absent:
    """Whatever a recognizer would be: it has attributes, and cannot be used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self._name}.{name}")

    def __call__(self, *_: object, **__: object) -> Any:
        raise NotImplementedError(f"{self._name} is not loaded: this bot has no prompts")


class StandIn(ModuleType):
    """A module of stand-ins."""

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for each module that is not used."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Its stand-in, None for any other module."""
        return ModuleSpec(fullname, self) if fullname in _UNUSED else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The stand-in."""
        return StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def load_dialogs() -> None:
    """Import `botbuilder.dialogs`, light where that works; as it comes where it does not, or where it or a
    recognizer is loaded already. Afterwards everybody else imports the recognizers as they are."""
    if _DIALOGS in sys.modules or not _UNUSED.isdisjoint(sys.modules):
        return
    stand_ins = StandIns()
    sys.meta_path.insert(0, stand_ins)
    try:
        importlib.import_module(_DIALOGS)
    except (ImportError, AttributeError, TypeError, NotImplementedError):
        for name in [one for one in sys.modules if one.startswith(_DIALOGS)]:
            del sys.modules[name]
    finally:
        sys.meta_path.remove(stand_ins)
        for name in _UNUSED:
            sys.modules.pop(name, None)
