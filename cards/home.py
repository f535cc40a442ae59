"""The home in the personal chat: each workshop with what it wants of the person, to answer right there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.parts import Link
from bot.core.reading.wording import state_text
from bot.core.screens.workshop.home import HomeLine, HomeScreen
from bot.core.texts import Words
from cards._buttons import action_sets, presses, rows, tap, title_of
from cards._card import card
from cards._items import item_block
from cards._kit import Container, Element, TextRun
from cards._links import link_run
from cards._text import cut, faint, heading, line, para, plain, subtle

_LONGEST_NAME = 60


def render(screen: HomeScreen, words: Words) -> dict[str, object]:
    """A page of the home."""
    body: list[Element] = [heading(words("home.title"))]
    if screen.banner:
        body.append(para(screen.banner))
    if not screen.lines:
        body.append(para(words("home.none")))
    # One button of the card is the next step: the first that answers something.
    first = next((place for place, one in enumerate(screen.lines) if one.questions), None)
    body += [
        _block(one, words, main=place == first, apart=bool(place)) for place, one in enumerate(screen.lines)
    ]
    if screen.pages > 1:
        body.append(subtle(words("plan.page", number=screen.page, total=screen.pages), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)


def _block(one: HomeLine, words: Words, *, main: bool, apart: bool) -> Container:
    items: list[Element] = [line(*_head(one, words))]
    if not one.buttons and one.status in ("running", "completed"):
        items.append(line(faint(words("home.nothing")), spacing="None"))
    items += [item_block(item, one.stamp, words) for item in one.items]
    if one.more:
        items.append(subtle(words("card.more", count=one.more), spacing="Small"))
    buttons = [replace(button, primary=button.primary and main) for button in one.buttons]
    items += action_sets(rows(presses(buttons, one.stamp, words, _titles(one, words))))
    return Container(items=items, spacing="Medium", separator=apart or None)


def _head(one: HomeLine, words: Words) -> Iterator[TextRun]:
    """The customer, which opens the workshop; how it stands; the way to its post."""
    name = cut(one.customer, _LONGEST_NAME) or words("workshop.new")
    opens = tap(one.press, one.stamp, twin=True)
    yield TextRun(text=plain(name), weight="Bolder", size="Medium", color="Accent", selectAction=opens)
    yield faint(f" · {state_text(one.status, words, rehearsal=one.rehearsal)}")
    if one.thread:
        yield faint(" · ")
        yield link_run(Link("", words("home.thread"), "", one.thread))


def _titles(one: HomeLine, words: Words) -> Iterator[str]:
    """Each button names its customer, because others stand on the same card."""
    name = cut(one.customer, _LONGEST_NAME) or words("workshop.new")
    for button in one.buttons:
        if button.action == "my_questions":
            number = "one" if one.questions == 1 else "many"
            yield words(f"home.questions.{number}", count=one.questions, customer=name)
        elif button.action == "items":
            yield words("home.actions", customer=name)
        else:
            yield title_of(button, words)
