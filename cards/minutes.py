"""The minutes: what was decided and agreed, results, what is left to do; confirmed by one press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.screens.minutes.minutes import MinutesScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import about, state_run
from cards._kit import Container, Element
from cards._mentions import mention_of
from cards._progress import verdict_run
from cards._text import alarm, cut, heading, line, para, run, strong, subheading
from cards._unfold import unfolding

_STATED, _CONFIRMED = "stated", "confirmed"
"""The parts of a card by which they are found on one that was posted: they are stored, and never change."""
_LONGEST_NAME = 120
_LONGEST = 200
_FEW = 5
"""Agreements and actions that are read at a glance; more of them are unfolded by a tap."""


def render(screen: MinutesScreen, words: Words) -> dict[str, object]:
    """The essence of a version, and how it stands."""
    title = words("minutes.card", version=screen.version) if screen.version else words("minutes.draft")
    body: list[Element] = [heading(title)]
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    if screen.problem:
        body.append(alarm(screen.problem))
    if screen.results:
        body.append(Container(id=_STATED, items=_essence(screen, words)))
    if screen.result:
        body.append(para(screen.result, spacing="Large"))
    if screen.confirmed:
        confirmed = line(strong(f"✓ {cut(screen.confirmed, _LONGEST)}"))
        body.append(Container(id=_CONFIRMED, items=[confirmed], spacing="Large"))
    mentions = [mention_of(*one) for one in screen.asked]
    if mentions:
        people = ", ".join(one.text for one in mentions)
        body.append(para(words("minutes.asked", people=people), spacing="Large"))
    elif screen.stands == "superseded":
        body.append(para(words("minutes.stand.superseded", newest=screen.newest), spacing="Large"))
    elif screen.stands != "confirmed":
        body.append(para(words(f"minutes.stand.{screen.stands}"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp, mentions=mentions)


def noted_on(posted: Mapping[str, Any], card: Mapping[str, Any]) -> dict[str, Any]:
    """A card of minutes with what it stated when it was `posted`, instead of what it would state now; who
    confirmed it stays where the card says nothing of that."""
    stated = [one for one in posted.get("body", ()) if one.get("id") == _STATED]
    confirmed = [one for one in posted.get("body", ()) if one.get("id") == _CONFIRMED]
    if not stated:
        return dict(card)
    body = [one for one in card.get("body", ()) if one.get("id") != _STATED]
    if any(one.get("id") == _CONFIRMED for one in body):
        confirmed = []
    place = posted["body"].index(stated[0])
    return {**card, "body": [*body[:place], *stated, *confirmed, *body[place:]]}


def _essence(screen: MinutesScreen, words: Words) -> list[Element]:
    """What a version states; where that is much, what was agreed and is left to do is unfolded by a tap."""
    decided = [
        line(strong(f"{name}: "), run(cut(said, _LONGEST)), spacing="Small") for name, said in screen.decided
    ]
    results = [
        line(strong(f"{one.name}: "), verdict_run(one.verdict, words), spacing="Small")
        for one in screen.results
    ]
    agreed, left = _agreed(screen), _left(screen, words)
    unanswered = [para(screen.unanswered)] if screen.unanswered else []
    if len(screen.agreed) + len(screen.items) > _FEW:
        parts = ((words("minutes.agreed"), agreed), (words("minutes.open"), left))
        stated = (*_part("decided", decided, words), *_part("results", results, words))
        return [*stated, *unanswered, *unfolding(parts)]
    return [
        *_part("decided", decided, words),
        *_part("agreed", agreed, words),
        *_part("results", results, words),
        *_part("open", [*left, *unanswered], words),
    ]


def _part(name: str, lines: Sequence[Element], words: Words) -> list[Element]:
    return [subheading(words(f"minutes.{name}")), *lines] if lines else []


def _agreed(screen: MinutesScreen) -> list[Element]:
    return [line(run(f"• {cut(one, _LONGEST)}"), spacing="Small") for one in screen.agreed]


def _left(screen: MinutesScreen, words: Words) -> list[Element]:
    """What is left to do: who does what by when."""
    found: list[Element] = []
    for one in screen.items:
        found.append(line(strong(cut(one.title, _LONGEST)), spacing="Small"))
        found.append(line(state_run(one, words), run(f" · {' · '.join(about(one, words))}"), spacing="None"))
    if screen.more:
        found.append(para(words("card.more", count=screen.more)))
    if not screen.items and not screen.unanswered:
        found.append(para(words("minutes.nothing_open")))
    return found
