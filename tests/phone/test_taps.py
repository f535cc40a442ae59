"""Whoever is invited has saved a first answer after three taps.

A tap is a press of a button, of a choice that stands open, or of a place to write in. A closed list takes
two, one to open it and one to choose, and so does a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.playbook.book import Book
from cards.pressing import inputs_of
from tests.world import Human, World

_MOST = 3
_STEPS = {"customer": "Contoso AG", "services": "teams,onedrive", "launch": "2027-03-15"}
_ROLES = ("project_lead", "department", "communication", "training", "it", "sponsor")


@pytest.mark.parametrize("role", _ROLES)
async def test_an_invited_person_has_saved_an_answer_after_three_taps(shipped: Book, role: str) -> None:
    world = World(shipped)
    ben = await _invited(world, role)
    taps = await _first_answer(ben)
    (engagement,) = await world.engagements()
    assert [voice.by for said in engagement.voices.values() for voice in said] == [ben.who.key]
    assert taps <= _MOST


async def _invited(world: World, role: str) -> Human:
    """Somebody who reads the invitation to this role, on a phone, and has done nothing yet."""
    anna, ben = world.person("anna"), world.person("ben")
    ben.platform = "iOS"
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("setup_next", _STEPS)
    await anna.does("begin", {f"invited_{role}": ben.who.key})
    ben.looks_for("my_questions")
    return ben


async def _first_answer(person: Human) -> int:
    """The taps until something is saved: to the question, an answer to all that must have one, the button."""
    await person.presses(person.main_button)
    asked = {str(one["id"]): one for one in inputs_of(person.card) if _must_be_given(one)}
    await person.presses(
        person.main_button, {name: str(one["choices"][0]["value"]) for name, one in asked.items()}
    )
    return 2 + sum(map(_taps, asked.values()))


def _must_be_given(field: Mapping[str, Any]) -> bool:
    return bool(field.get("isRequired")) and not field.get("value")


def _taps(field: Mapping[str, Any]) -> int:
    stands_open = field["type"] == "Input.ChoiceSet" and field.get("style") == "expanded"
    return 1 if stands_open or field["type"] in ("Input.Text", "Input.Number") else 2


def test_a_list_that_must_be_opened_costs_a_tap_more() -> None:
    listed = {"type": "Input.ChoiceSet", "style": "compact"}
    assert [_taps({**listed, "style": style}) for style in ("expanded", "compact")] == [1, 2]
