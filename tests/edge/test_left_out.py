"""What a playbook leaves out is nowhere offered: every button of a workshop is pressed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.core.problems import Problem
from bot.core.screens.left_out import is_left_out
from cards.transcript import transcript
from tests.fakes.store import FakeStore
from tests.fakes.teams import Message
from tests.playbook_of_tests import readiness_book, texts_of_tests
from tests.player import Player
from tests.stored.seen import sending
from tests.stored.stage import LaterTeams
from tests.world import PERSONAL, THREAD, World

Card = Mapping[str, Any]
SCRIPT = (Path(__file__).parents[1] / "conversations" / "a_readiness_talk.txt").read_text(encoding="utf-8")
WITH_GAPS = "anna> [My questions]"
CONFIRMED = "anna> /tasks"
COMPLETED = "anna> /next-steps"
PROGRAMME = ("FTOP", "SME", "FastTrack", "uccess factor")
ENGLISH = texts_of_tests().words("en")
TROUBLE = [ENGLISH(f"problem.{one}") for one in (Problem.NOT_INCLUDED, Problem.UNEXPECTED, Problem.BAD_PRESS)]
TYPED = ("/ssat", "/help", "/status", "/next-steps", "/plan", "/check-in", "/complete", "/resources")
FEW = 40
"""Cards that are looked at, at the very least."""


@dataclass
class Looked:
    """A card that somebody saw, and the store behind it."""

    card: Card
    where: str
    store: FakeStore


async def played(until: str) -> World:
    """The talk as it is written, up to this line."""
    lines = SCRIPT[: SCRIPT.index(until)].splitlines()
    world = World(readiness_book(), FakeStore())
    await Player(world).play("\n".join(line for line in lines if not line.startswith("  ")) + "\n")
    return world


def beside(store: FakeStore) -> World:
    """Another process on a copy of the rows."""
    world = World(readiness_book(), store.copy(), teams=LaterTeams())
    for name in ("anna", "ben"):
        world.person(name)
    return world


def cards_of(world: World) -> Iterator[tuple[Card, str]]:
    for one in world.teams.messages:
        for card in (one.card, *one.views.values()):
            if card is not None:
                yield card, one.conversation


async def everything_seen(name: str, stage: str) -> list[Card]:
    """Every card that a person meets from there on, with each kind of button pressed once."""
    store = (await played(stage)).store
    assert isinstance(store, FakeStore)
    waiting, seen, pressed = deque[Looked](), list[Card](), set[tuple[str, str]]()
    for text in TYPED:
        for where in (THREAD, PERSONAL):
            world = beside(store)
            await world.people[name].says(text, where)
            waiting += [Looked(card, place, store) for card, place in cards_of(world)]
    while waiting:
        looked = waiting.popleft()
        seen.append(looked.card)
        for press in sending(looked.card):
            data = press.data(looked.card, {})
            key = str(data["action"]), str(data.get("item", ""))
            if key not in pressed:
                pressed.add(key)
                world = beside(looked.store)
                person = world.people[name]
                person.looking_at = Message("m0", looked.where, looked.card, "")
                world.teams.messages.append(person.looking_at)
                await person.sends(data)
                after = world.store
                assert isinstance(after, FakeStore)
                waiting += [Looked(card, place, after) for card, place in cards_of(world) if card not in seen]
    return seen


@pytest.mark.parametrize("stage", [WITH_GAPS, CONFIRMED, COMPLETED])
@pytest.mark.parametrize("name", ["anna", "ben"])
async def test_nothing_that_is_left_out_is_offered_and_nothing_of_another_programme_is_said(
    name: str, stage: str
) -> None:
    book, seen = readiness_book(), await everything_seen(name, stage)
    assert len(seen) > FEW
    for card in seen:
        said = "\n".join(transcript(card))
        offered = [str(one.data(card, {})["action"]) for one in sending(card)]
        assert [one for one in offered if is_left_out(book, one)] == [], said
        assert [one for one in (*PROGRAMME, *TROUBLE) if one in said] == [], said
