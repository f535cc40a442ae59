"""Resources that an overlay removes leave the lists that name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.core.playbook.overlay.marked import Marked, copied, listed
from bot.core.playbook.source.marks import LineMark

_LISTS: Final = ("resources", "share")


def without_resources(whole: Marked, gone: Mapping[str, int], over: str) -> Marked:
    """The same without these keys in lists of resources; each with the line of `over` that removes it. A
    list that has lost one counts as written there. What the overlay itself names stays, and is a fault."""
    if isinstance(whole.value, list):
        return listed([without_resources(one, gone, over) for one in whole.entries()], whole.mark)
    if not isinstance(whole.value, dict):
        return whole
    value, mark = dict(whole.value), copied(whole.mark)
    for key in value:
        inner = whole.inner(key)
        if key in _LISTS and isinstance(inner.value, list):
            inner = _left(inner, gone, over)
        inner = without_resources(inner, gone, over)
        value[key], mark.inside[key] = inner.value, inner.mark
    return Marked(value, mark)


def _left(resources: Marked, gone: Mapping[str, int], over: str) -> Marked:
    entries = list(resources.entries())
    out = [one.value for one in entries if _goes(one, gone, over)]
    if not out:
        return resources
    at = LineMark(gone[out[0]], None, over)
    return listed([one for one in entries if not _goes(one, gone, over)], at)


def _goes(one: Marked, gone: Mapping[str, int], over: str) -> bool:
    return isinstance(one.value, str) and one.value in gone and one.mark.file != over
