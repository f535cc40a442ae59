"""Mentions: only a TextBlock holds them, so the names of people are escaped."""

from __future__ import annotations

from bot.core.parts import Said
from cards._kit import Mention
from cards._text import cut, escape

_LONGEST_NAME = 80


def mention_of(name: Said, teams_id: str) -> Mention:
    """A mention of somebody by the id that Teams knows; its text stands where they are named."""
    shown = escape(cut(name, _LONGEST_NAME))
    return Mention(type="mention", text=f"<at>{shown}</at>", mentioned={"id": teams_id, "name": shown})
