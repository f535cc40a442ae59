"""Sentences with places that are filled in: another one for the same place fills in the same."""

from __future__ import annotations

from bot.core.texts import placeholders


def misfilled(sentence: str, english: str) -> str:
    """The reason why a sentence cannot be filled in as the English one is; empty where it can."""
    wanted = placeholders(english)
    try:
        given = placeholders(sentence)
    except ValueError:
        return "has a brace that is not closed"
    if given == wanted:
        return ""
    return f"must fill in {', '.join(sorted(wanted)) or 'nothing'}, as the English sentence does"
