"""What does not fit: an answer for which the workshop has no room, more people than a card holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.playbook.book import Book
from bot.core.screens.forms.inputs import person_inputs
from bot.core.texts import Texts
from bot.kept.state import columns as documents
from bot.kept.state.row import state_columns
from bot.teams.outbound.sending import MemberInfo
from cards.pressing import inputs_of
from tests.world import CHANNEL, TENANT, World

BIGGEST_CARD = 80_000
SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}
ANSWER = {
    "action": "answer",
    "workshop": 1,
    "question": "SZ1",
    "scenarios": "other",
    "other_scenario": "Pläne",
}


async def begun(book: Book) -> World:
    world = World(book)
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", SETUP)
    return world


async def test_a_full_workshop_says_so_keeps_what_was_typed_and_can_be_completed(
    book: Book, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await begun(book)
    fm, full = world.person("fm"), texts.words("en")("problem.workshop_full")
    [before] = await world.engagements()
    size = 2 * sum(len(str(one)) for name, one in state_columns(before).items() if name.startswith("doc"))
    monkeypatch.setattr(documents, "MAX_BYTES", size + 10_000)
    await fm.sends(ANSWER)
    assert full in " ".join(fm.sees())
    assert {one["id"]: one.get("value") for one in inputs_of(fm.card)}["other_scenario"] == "Pläne"
    assert await world.engagements() == [before]
    reply = await fm.says("https://intranet.contoso.com")
    assert reply.status == 200
    await fm.sends({"action": "complete_anyway", "workshop": 1})
    [after] = await world.engagements()
    assert after.status == "completed"


async def test_a_typed_answer_for_which_there_is_no_room_is_not_asked_for_again(
    book: Book, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await begun(book)
    fm = world.person("fm")
    await fm.sends({"action": "open", "workshop": 1, "question": "AW1"})
    monkeypatch.setattr(documents, "MAX_BYTES", 20_000)
    reply = await fm.says("Nein")
    assert reply.status == 200
    assert texts.words("en")("problem.workshop_full") in " ".join(fm.sees())


@pytest.mark.parametrize("people", [0, 100, 400])
async def test_a_card_stays_small_whoever_is_in_the_channel(book: Book, people: int) -> None:
    world = await begun(book)
    fm = world.person("fm")
    name = "Maximiliane Müller-Lüdenscheidt (Contoso Österreich GmbH)"
    world.teams.roster[CHANNEL] += [
        MemberInfo(f"29:{number}", f"{number:036}", f"{name} {number}", TENANT) for number in range(people)
    ]
    world.clock.passes(minutes=20)
    await fm.says("/status")
    fm.looks_at("Contoso")
    for number in range(0, people, 2):
        await world.person(f"p{number}").says("/language de")
    await fm.sends({"action": "open", "workshop": 1, "question": "ST2"})
    assert _size(fm.card) < BIGGEST_CARD
    offered = [one for one in inputs_of(fm.card) if one["type"] == "Input.ChoiceSet"]
    assert all(len(one["choices"]) >= min(people, 50) for one in offered)


def test_of_very_many_those_come_first_who_take_part_and_whoever_is_chosen(texts: Texts) -> None:
    everybody = {f"t/{number}": f"Person {number:03}" for number in range(200)}
    choice, name = person_inputs("who", "Who", texts.words("en"), everybody, {"who": "t/199"}, (), 2_000)
    assert [one.value for one in choice.options] == [*(f"t/{number}" for number in range(50)), "t/199"]
    assert (choice.value, name.kind) == ("t/199", "text")


def _size(card: Mapping[str, Any]) -> int:
    return len(json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le"))
