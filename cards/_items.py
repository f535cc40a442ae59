"""Action items: sign and word, what, by when, who, what holds it up, what helps."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.parts import Stamp
from bot.core.reading.wording import day_text
from bot.core.screens.plan.plan import ItemLine
from bot.core.texts import Words
from cards._buttons import tap, title_of
from cards._kit import Container, Element, TextRun
from cards._links import link_run
from cards._text import cut, faint, line, plain, run, strong

_LONGEST_TITLE = 120
_LONGEST_NAME = 60
_LONGEST_REASON = 120


def item_block(one: ItemLine, stamp: Stamp, words: Words) -> Container:
    """An item of a list: its title opens it."""
    rest = faint(f" · {' · '.join(about(one, words))}")
    items: list[Element] = [
        line(item_head(one, stamp, words)),
        line(state_run(one, words), rest, spacing="None"),
    ]
    if one.reason:
        items.append(line(faint(cut(one.reason, _LONGEST_REASON)), spacing="None"))
    items += [line(link_run(link), spacing="None") for link in one.links]
    if one.acts:
        items.append(line(*_acts(one, stamp, words), spacing="Small"))
    return Container(items=items, spacing="Medium")


def item_head(one: ItemLine, stamp: Stamp, words: Words) -> TextRun:
    """Sign and title of an item, which open it."""
    title = plain(f"{words(f'plan.sign.{one.state}')} {cut(one.title, _LONGEST_TITLE)}")
    opens = tap(one.press, stamp, twin=True) if one.press else None
    return TextRun(text=title, weight="Bolder", color="Accent" if opens else None, selectAction=opens)


def _acts(one: ItemLine, stamp: Stamp, words: Words) -> Iterator[TextRun]:
    """The actions on an item, each a word to tap."""
    for place, button in enumerate(one.acts):
        if place:
            yield faint("  ·  ")
        yield TextRun(
            text=title_of(button, words), color="Accent", selectAction=tap(button, stamp, twin=True)
        )


def state_run(one: ItemLine, words: Words) -> TextRun:
    """The state of an item, as a word; what is late stands out."""
    word = words(f"plan.status.{one.state}")
    return strong(word) if one.late else run(word)


def about(one: ItemLine, words: Words) -> list[str]:
    """The date, or since when the item is late, while it is open; and the owner, or that nobody is named."""
    owner = cut(one.owner, _LONGEST_NAME) or words("plan.nobody")
    if one.closed:
        return [owner]
    day = day_text(one.due, words.language)
    return [words("plan.was_due" if one.late else "plan.until", day=day), owner]
