"""The minutes: what was decided and agreed, results, what is left to do; confirmed by one press."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.screens.minutes.minutes import MinutesScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import about, state_run
from cards._kit import Container, Element
from cards._mentions import mention_of
from cards._progress import verdict_run
from cards._text import alarm, cut, heading, line, para, run, strong, subheading

_STATED, _CONFIRMED = "stated", "confirmed"
"""The parts of a card by which they are found on one that was posted: they are stored, and never change."""
_LONGEST_NAME = 120
_LONGEST = 200


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
    body: list[Element] = []
    if screen.decided:
        body.append(subheading(words("minutes.decided")))
        body += [
            line(strong(f"{name}: "), run(cut(said, _LONGEST)), spacing="Small")
            for name, said in screen.decided
        ]
    if screen.agreed:
        body.append(subheading(words("minutes.agreed")))
        body += [line(run(f"• {cut(one, _LONGEST)}"), spacing="Small") for one in screen.agreed]
    body.append(subheading(words("minutes.results")))
    body += [
        line(strong(f"{one.name}: "), verdict_run(one.verdict, words), spacing="Small")
        for one in screen.results
    ]
    body.append(subheading(words("minutes.open")))
    for one in screen.items:
        body.append(line(strong(cut(one.title, _LONGEST)), spacing="Small"))
        body.append(line(state_run(one, words), run(f" · {' · '.join(about(one, words))}"), spacing="None"))
    if screen.more:
        body.append(para(words("card.more", count=screen.more)))
    if screen.unanswered:
        body.append(para(screen.unanswered))
    elif not screen.items:
        body.append(para(words("minutes.nothing_open")))
    return body
