"""The FM completes a workshop: asked once more only while a question has no answer."""

from __future__ import annotations

from bot.core.playbook.book import Book
from tests.core.playbook.playbooks import small_playbook
from tests.service.card import filled, question_of
from tests.world import Human, World


async def led() -> tuple[World, Human]:
    """A workshop that runs, and its FM before the first question."""
    world = World(Book(small_playbook()))
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    await fm.sends({"action": "my_questions", "workshop": 1})
    return world, fm


async def status_after_one_press(world: World, fm: Human) -> str:
    """The state of the workshop when its FM has pressed the button of the end once."""
    await fm.sends({"action": "complete", "workshop": 1})
    [engagement] = await world.engagements()
    return engagement.status


async def test_with_every_question_answered_one_press_completes_it() -> None:
    world, fm = await led()
    while question_of(fm.card):
        await fm.does("answer", filled(fm.card))
    assert await status_after_one_press(world, fm) == "completed"


async def test_with_questions_left_one_press_does_not() -> None:
    world, fm = await led()
    await fm.does("answer", filled(fm.card))
    assert await status_after_one_press(world, fm) == "running"
    assert any("have no answer" in line for line in fm.sees())
