"""Teams moves a conversation to another serviceUrl: the bot follows with the next activity there."""

from __future__ import annotations

from bot.core.playbook.book import Book
from tests.world import PERSONAL, World

SETUP = {"customer": "Contoso AG", "services": "teams", "launch": "2027-03-15"}


async def begun(book: Book) -> World:
    world = World(book)
    anna = world.person("anna")
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", SETUP)
    return world


async def service_of(world: World) -> str:
    [engagement] = await world.engagements()
    return engagement.reference.service_url


async def test_what_is_stored_follows_with_any_activity_even_one_that_only_reads(book: Book) -> None:
    world = await begun(book)
    world.service_url = "http://127.0.0.1:2/emea/"
    await world.people["anna"].says("/status")
    assert await service_of(world) == "http://127.0.0.1:2/emea/"


async def test_a_slash_more_or_less_writes_nothing(book: Book) -> None:
    world = await begun(book)
    before = await world.engagements()
    world.service_url = "http://127.0.0.1:1"
    await world.people["anna"].says("/status")
    [then], [now] = before, await world.engagements()
    assert (now.reference, now.revision) == (then.reference, then.revision)


async def test_the_service_of_somebodys_own_chat_is_not_that_of_the_workshop(book: Book) -> None:
    world = await begun(book)
    world.service_url = "http://127.0.0.1:3/"
    anna = world.people["anna"]
    await anna.says("/ssat", PERSONAL)
    await anna.says("/status", PERSONAL)
    assert await service_of(world) == "http://127.0.0.1:1/"
