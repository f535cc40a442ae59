"""The frame that all cards share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.parts import AsOf, Button, Stamp
from bot.core.reading.wording import moment_text
from bot.core.texts import Words
from cards._buttons import action_sets, laid_out, presses, rows
from cards._kit import Card, Element, Mention, Refresh, Teams
from cards._text import para, subtle


def card(
    words: Words,
    body: Sequence[Element],
    buttons: Iterable[Button],
    stamp: Stamp,
    *,
    titles: Iterable[str] = (),
    wide: bool = False,
    as_of: AsOf | None = None,
    mentions: Sequence[Mention] = (),
    refresh: Refresh | None = None,
) -> dict[str, object]:
    """A card as plain data: its body, as of when it speaks, its buttons, its language, and a sentence for old
    clients."""
    shown, named = tuple(buttons), tuple(titles)
    placed = rows(presses(shown, stamp, words, named)) if named else laid_out(shown, stamp, words)
    *above, last = placed or [[]]
    body = [*body, *(_as_of(as_of, words) if as_of else ()), *action_sets(above)]
    teams = Teams(width="Full" if wide else None, entities=mentions or None) if wide or mentions else None
    return Card(
        lang=words.language,
        fallback_text=words("card.fallback"),
        body=body,
        actions=last or None,
        msteams=teams,
        refresh=refresh,
    ).render()


def _as_of(as_of: AsOf, words: Words) -> list[Element]:
    """The last line of a card in the thread, and before it that there is a newer one."""
    newer = [para(words(f"card.newer.{as_of.newer}"), spacing="Large")] if as_of.newer else []
    moment = moment_text(as_of.moment, words.language, as_of.time_zone)
    return [*newer, subtle(words("card.stamp", moment=moment), spacing="Small" if newer else "Large")]
