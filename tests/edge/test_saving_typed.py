"""Saving what was typed is a press like any other: late or repeated it undoes nothing."""

from __future__ import annotations

from typing import Any

from bot.core.playbook.book import Book
from cards.transcript import transcript
from tests.core.playbook.playbooks import small_playbook
from tests.playbook_of_tests import texts_of_tests
from tests.world import Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}


async def begun() -> tuple[World, Human]:
    world = World(Book(small_playbook()))
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", SETUP)
    return world, fm


def typed(revision: int, question: str = "AW1") -> dict[str, Any]:
    return {
        "action": "save_typed",
        "question": question,
        "typed": "yes",
        "workshop": 1,
        "revision": revision,
    }


async def plan(world: World) -> object:
    [engagement] = await world.engagements()
    [voice] = engagement.voices["AW1"]
    return voice.fields["plan"]


async def test_pressed_again_later_it_does_not_undo_what_was_said_since() -> None:
    world, fm = await begun()
    [engagement] = await world.engagements()
    await fm.sends(typed(engagement.revision))
    assert await plan(world) == "yes"
    await fm.sends({"action": "answer", "question": "AW1", "plan": "no", "workshop": 1, "revision": 50})
    await fm.sends(typed(engagement.revision))
    assert await plan(world) == "no"


async def test_for_a_question_that_is_not_asked_it_is_refused_and_not_passed_over() -> None:
    world, fm = await begun()
    reply = await fm.sends(typed(50, question="D9"))
    assert reply.body is not None
    sentence = texts_of_tests().words("en")("problem.not_asked")
    assert sentence in "\n".join(transcript(reply.body["value"]))
    [engagement] = await world.engagements()
    assert engagement.voices == {}
