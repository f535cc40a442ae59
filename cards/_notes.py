"""The quiet lines above a private view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Said
from cards._text import cut, faint, line

_LONGEST = 200


def with_notes(card: Mapping[str, object], notes: Sequence[Said]) -> dict[str, object]:
    """A card with these lines on top."""
    body = card.get("body")
    drawn = [line(faint(cut(one, _LONGEST)), spacing="Small").render() for one in notes]
    return {**card, "body": [*drawn, *(body if isinstance(body, list) else ())]}
