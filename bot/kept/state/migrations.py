"""The migrations of a workshop's state: every step from one version to the next, in order.

A step is a pure function on the plain JSON document of a state. It is applied when the workshop is read, and
stands in the store with the next commit of that workshop, or after `ssat-bot migrate`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Document = dict[str, Any]
"""A state as plain JSON. What no version ever knew may stand in it, too: a step leaves that alone."""
Migration = Callable[[Document], Document]


def _plan_behind(document: Document) -> Document:
    """Who owns an action, and by when, follows another rule since version 2. That needs the playbook, so the
    state is marked: its rows and dues are worked out anew with its next commit."""
    return {**document, "plan_behind": True}


MIGRATIONS: Sequence[Migration] = (_plan_behind,)
"""The first leads from version 1 to 2, and so on. None is ever taken out or changed: a store may be as old.
Who adds one raises `STATE_VERSION`."""


class TooNew(ValueError):
    """A newer version of the program wrote it."""


def latest(migrations: Sequence[Migration]) -> int:
    """The version that these steps lead to."""
    return 1 + len(migrations)


def version_of(document: Document) -> int:
    """The version of a state; the first one does not say it."""
    version = document.get("version", 1)
    if type(version) is not int or version < 1:
        raise ValueError(f"its version is {version!r}")
    return version


def migrated(document: Document, migrations: Sequence[Migration] = MIGRATIONS) -> Document:
    """The state in the latest version. TooNew for one that is newer."""
    version, known = version_of(document), latest(migrations)
    if version > known:
        raise TooNew(f"it has version {version}, this program knows {known}: a newer version wrote it")
    for place in range(version, known):
        document = {**migrations[place - 1](document), "version": place + 1}
    return document
