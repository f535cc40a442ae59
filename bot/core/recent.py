"""A cache of recent results, each valid as long as the objects that it was computed from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Recent:
    """Results by the identity of the parts that they were computed from.

    A state is never changed in place: the same parts mean the same result, and states that follow one another
    share most of their parts. The parts are held, so that no identity is given to something else.
    """

    def __init__(self, kept: int) -> None:
        """`kept` is the largest number of results that are held."""
        self._kept = kept
        self._known: OrderedDict[tuple[Hashable, ...], tuple[tuple[object, ...], Any]] = OrderedDict()

    def __len__(self) -> int:
        """The number of results that are held now."""
        return len(self._known)

    def get(self, parts: tuple[object, ...], values: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """The result for these parts, and for values that are compared; computed where it is not held."""
        key = (*values, *map(id, parts))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (parts, make())
            if len(self._known) > self._kept:
                self._known.popitem(last=False)
        found: T = known[1]
        return found
