"""The quiet lines above a private view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Said
from cards._text import cut, faint, line

_LONGEST = 200


def below_news(card: Mapping[str, object], news: Sequence[Said]) -> dict[str, object]:
    """A card with these lines on top."""
    body = card.get("body")
    drawn = [line(faint(cut(one, _LONGEST)), spacing="Small").render() for one in news]
    return {**card, "body": [*drawn, *(body if isinstance(body, list) else ())]}
