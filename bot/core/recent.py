"""What was worked out lately, and need not be anew while nothing changed of what it came from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """Results by the identity of the parts that they were worked out from.

    A state is never changed in place: the same parts mean the same result, and states that follow one another
    share most of their parts. The parts are held, so that no identity is given to something else.
    """

    def __init__(self, kept: int) -> None:
        """`kept` is how many results are held."""
        self._kept = kept
        self._known: OrderedDict[tuple[Hashable, ...], tuple[tuple[object, ...], T]] = OrderedDict()

    def __len__(self) -> int:
        """How many results are held now."""
        return len(self._known)

    def get(self, parts: tuple[object, ...], values: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """The result for these parts, and for values that are compared; made where it is not known."""
        key = (*values, *map(id, parts))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (parts, make())
            if len(self._known) > self._kept:
                self._known.popitem(last=False)
        return known[1]
