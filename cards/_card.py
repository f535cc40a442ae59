"""The frame that all cards share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.parts import Button, Stamp
from bot.core.texts import Words
from cards._buttons import action_sets, laid_out, presses, rows
from cards._kit import Card, Element, Mention, Teams


def card(
    words: Words,
    body: Sequence[Element],
    buttons: Iterable[Button],
    stamp: Stamp,
    *,
    titles: Iterable[str] = (),
    wide: bool = False,
    mentions: Sequence[Mention] = (),
) -> dict[str, object]:
    """A card as plain data: its body, its buttons, its language, and a sentence for old clients."""
    shown, named = tuple(buttons), tuple(titles)
    placed = rows(presses(shown, stamp, words, named)) if named else laid_out(shown, stamp, words)
    *above, last = placed or [[]]
    body = [*body, *action_sets(above)] if above else body
    teams = Teams(width="Full" if wide else None, entities=mentions or None) if wide or mentions else None
    return Card(
        lang=words.language,
        fallback_text=words("card.fallback"),
        body=body,
        actions=last or None,
        msteams=teams,
    ).render()
