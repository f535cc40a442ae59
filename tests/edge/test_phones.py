"""Charts in words: a client that may leave them blank gets the same content as text alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.playbook.book import Book
from cards.in_words import in_words
from cards.transcript import transcript
from tests.cards.drawn import CARDS, nodes
from tests.edge.several import leads
from tests.world import THREAD, Human, World

METRIC = {"action": "metric", "item": "active_users@teams"}


@pytest.fixture
async def anna(book: Book) -> Human:
    """The FM of a workshop that follows a number, which has two values."""
    world = World(book)
    anna = world.person("anna", locale="en-GB")
    await leads(anna, "Contoso", THREAD)
    target = {"target": "120", "date": "2027-06-30", "baseline": "10"}
    await presses(anna, {**METRIC, "action": "save_metric", **target})
    for value in ("30", "44"):
        await presses(anna, {**METRIC, "action": "save_values", "value_active_users_of_teams": value})
        world.clock.passes(days=7)
    return anna


async def presses(person: Human, data: dict[str, Any]) -> dict[str, Any]:
    reply = await person.sends({"workshop": 1, "revision": 50, **data})
    assert reply.body is not None
    card: dict[str, Any] = reply.body["value"]
    return card


def charts(card: Mapping[str, Any]) -> list[str]:
    kinds = (str(node.get("type", "")) for node in nodes(card))
    return [kind for kind in kinds if kind.startswith("Chart.")]


@pytest.mark.parametrize(
    ("platform", "drawn"),
    [
        ("iOS", []),
        ("Android", []),
        ("Windows", ["Chart.Line"]),
        ("Web", ["Chart.Line"]),
        ("", ["Chart.Line"]),
    ],
)
async def test_a_phone_gets_the_course_of_a_metric_in_words_alone(
    anna: Human, platform: str, drawn: list[str]
) -> None:
    anna.platform = platform
    card = await presses(anna, METRIC)
    assert charts(card) == drawn
    shown = " ".join(transcript(card))
    assert [value for value in ("30", "44", "120") if value not in shown] == []


async def test_a_press_that_names_no_client_comes_from_the_one_before_of_the_last_hour(anna: Human) -> None:
    anna.platform = "iOS"
    await anna.says("/help", "personal")
    anna.platform = ""
    anna.looking_at = next(one for one in anna.world.teams.messages if one.asks)
    assert charts(await presses(anna, METRIC)) == []
    anna.world.clock.passes(minutes=61)
    assert charts(await presses(anna, METRIC)) == ["Chart.Line"]
    anna.platform = "iOS"
    await presses(anna, METRIC)
    anna.platform = "Mac"
    assert charts(await presses(anna, METRIC)) == ["Chart.Line"]


async def test_a_view_that_a_computer_opened_comes_back_on_a_phone_in_words(anna: Human) -> None:
    anna.platform = "Windows"
    anna.looking_at = next(one for one in anna.world.teams.messages if one.asks)
    assert charts(await presses(anna, METRIC)) == ["Chart.Line"]
    anna.platform = "iOS"
    reply = await anna.draws(anna.looking_at)
    assert reply is not None
    assert reply.body is not None
    assert charts(reply.body["value"]) == []


def test_no_card_needs_a_client_that_draws_tables() -> None:
    kinds = {str(node.get("type", "")) for card in CARDS.values() for node in nodes(card)}
    assert "Table" not in kinds
    assert "RichTextBlock" in kinds


def test_in_words_a_card_lacks_its_charts_and_nothing_else() -> None:
    plain = [name for name, card in CARDS.items() if not charts(card)]
    assert plain
    assert [name for name in plain if in_words(CARDS[name]) != CARDS[name]] == []
    assert [name for name, card in CARDS.items() if charts(in_words(card))] == []
    read = {name: transcript(in_words(card)) for name, card in CARDS.items()}
    assert read == {name: transcript(card) for name, card in CARDS.items()}, "nothing else is missing"
