"""Names compared as people type them: without case, accents, umlauts and marks."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[^0-9a-z]+")
_WRITTEN_OUT = re.compile(r"([aou])e")


def comparable(name: str) -> str:
    """The letters and digits of a name: "Baden-Württemberg" and "baden wuerttemberg" are the same."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    return _WRITTEN_OUT.sub(r"\1", _MARKS.sub("", parted))
