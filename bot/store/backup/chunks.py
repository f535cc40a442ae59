"""Cuts many changes of a partition into commits that a store takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.ports import Change, Delete
from bot.store.keys import MAX_CHANGES, MAX_COMMIT_BYTES
from bot.store.sqlite.rows import packed

_MOST_UNITS = MAX_COMMIT_BYTES // 8
"""Characters of JSON in a commit: each takes six bytes on the wire at most, and columns have their names."""


def in_commits(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """The changes in their order, as few commits as may be; each fits as its rows do."""
    some: list[Change] = []
    length = 0
    for change in changes:
        more = 0 if isinstance(change, Delete) else len(packed(change.columns))
        if some and (len(some) == MAX_CHANGES or length + more > _MOST_UNITS):
            yield some
            some, length = [], 0
        some.append(change)
        length += more
    if some:
        yield some
