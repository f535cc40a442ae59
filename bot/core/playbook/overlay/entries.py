"""The words of an overlay's own, and a note of every entry of a playbook that it touches."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final, Literal

EXTENDS: Final = "extends"
"""The key at the top that makes a file an overlay; its value names the playbook below."""
SHIPPED: Final = "shipped"

NEW: Final = "new"
REMOVE: Final = "remove"
AFTER: Final = "after"
BEFORE: Final = "before"
SEEN: Final = "seen"
ADD: Final = "add"
OF_ENTRY: Final = (NEW, REMOVE, AFTER, BEFORE, SEEN)
"""What an entry of a list may say besides its fields."""

CONDITIONS: Final = ("when", "reason_when", "done", "reached", "declined")
"""Fields that are taken whole: half a condition of each file would be one that nobody wrote."""

Touch = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Touched:
    """An entry of a list at the top of a playbook that an overlay touches."""

    section: str
    id: str
    how: Touch
    file: str
    line: int
    below: int
    """Its line in the playbook below, 0 where it is new."""


def seen_mark(entry: Any) -> str:
    """A short mark of what an entry says: another as soon as anything in it is changed."""
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str)
    return f"v{hashlib.sha256(text.encode()).hexdigest()[:7]}"
