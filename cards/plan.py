"""The plan: who does what by when, overdue first, each item to tap."""

from __future__ import annotations

from bot.core.reading.wording import day_text, moment_text
from bot.core.screens.plan.plan import ItemLine, PlanScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import item_block
from cards._kit import Element
from cards._text import cut, heading, line, para, run, strong, subheading, subtle
from cards._unfold import unfolding

_LONGEST_NAME = 120
_LONGEST_BANNER = 200
_FIRST = 6
"""Items that a person has before them at once; the others of the page unfold."""


def render(screen: PlanScreen, words: Words) -> dict[str, object]:
    """A page of the plan."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("plan.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    if screen.launch:
        body.append(
            subtle(words("workshop.launch") + day_text(screen.launch, words.language), spacing="None")
        )
    still, late, closed = screen.counts
    body.append(line(run(words("plan.counted", open=still, late=late, closed=closed))))
    if not screen.lines:
        body.append(para(words("plan.none")))
    above = ""
    shown: list[list[Element]] = [[], []]
    for place, one in enumerate(screen.lines):
        part, stands = _part(one, screen), shown[place >= _FIRST]
        if part and (part != above or place == _FIRST):
            stands.append(subheading(words(f"plan.{part}")))
        above = part
        stands.append(item_block(one, screen.stamp, words))
    body += [*shown[0], *unfolding([(words("plan.more"), shown[1])])]
    if screen.lines:
        body.append(subtle(words("plan.tap"), spacing="Large"))
    if screen.pages > 1:
        body.append(subtle(words("plan.page", number=screen.page, total=screen.pages), spacing="Small"))
    if screen.as_of is None:
        moment = moment_text(screen.updated, words.language, screen.time_zone)
        body.append(subtle(words("card.stamp", moment=moment), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp, as_of=screen.as_of)


def _part(one: ItemLine, screen: PlanScreen) -> str:
    """The part of the plan that a line stands in; what is open stands in none where
    none of it is the reader's."""
    if one.closed:
        return "closed"
    if one.mine:
        return "mine"
    return "others" if any(line.mine for line in screen.lines) else ""
