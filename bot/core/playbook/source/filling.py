"""Sentences with places that are filled in: another one for the same place fills in the same."""

from __future__ import annotations

import string


def misfilled(sentence: str, english: str) -> str:
    """The reason why a sentence cannot be filled in as the English one is; empty where it can."""
    wanted = _placeholders(english)
    try:
        given = _placeholders(sentence)
    except ValueError:
        return "has a brace that is not closed"
    if given == wanted:
        return ""
    return f"must fill in {', '.join(sorted(wanted)) or 'nothing'}, as the English sentence does"


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
