"""The message about a question that was handed over leads whoever it names straight to that question."""

from __future__ import annotations

from bot.core.playbook.book import Book
from tests.world import Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}


async def handed(book: Book) -> tuple[World, Human, Human]:
    """Cora, who has questions of her own before it, was handed one about channels by Ben."""
    world = World(book)
    ben, cora, anna = world.person("ben"), world.person("cora"), world.person("anna")
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", SETUP)
    for one, role in ((ben, "communication"), (cora, "project_lead")):
        one.looks_at("Contoso")
        await one.does("take_part")
        await one.does("save_roles", {"roles": role})
    await ben.sends({"action": "form", "form": "handed", "question": "AW3", "workshop": 1, "revision": 0})
    await ben.does("handed", {"handed_to": cora.who.key})
    return world, ben, cora


async def test_the_button_shows_the_handed_question_to_whoever_it_was_handed_to(book: Book) -> None:
    _, _, cora = await handed(book)
    assert "# Is what the kick-off agreed still right?" in cora.sees()
    cora.looks_at("is asking for your answer")
    await cora.presses("My questions")
    assert "# Which ways of telling news really work with your people?" in cora.sees()


async def test_anybody_else_gets_their_own_questions_from_it(book: Book) -> None:
    _, ben, _ = await handed(book)
    ben.looks_at("is asking for your answer")
    await ben.presses("My questions")
    assert "# Is there a plan of who is told what, and when?" in ben.sees()


async def test_once_it_is_answered_the_button_leads_on(book: Book) -> None:
    _, _, cora = await handed(book)
    cora.looks_at("is asking for your answer")
    await cora.presses("My questions")
    await cora.does("answer", {"channels": "email,intranet"})
    await cora.sends({"action": "my_questions", "question": "AW3", "workshop": 1, "revision": 0})
    assert "# Is what the kick-off agreed still right?" in cora.sees()
