"""What a tap unfolds: a part of a card that is not read at first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cards._buttons import action_sets, rows
from cards._kit import Element, InnerCard, ShowCard
from cards._text import plain


def unfolding(parts: Iterable[tuple[str, Sequence[Element]]]) -> list[Element]:
    """A button a part, named by its title, in rows; a part with nothing in it has none."""
    buttons = [ShowCard(title=plain(title), card=InnerCard(body=list(body))) for title, body in parts if body]
    return [*action_sets(rows(buttons))]
