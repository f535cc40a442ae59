"""Who may open a workshop from the chat with the bot: its FM, and those who have something to do in it."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from tests.world import PERSONAL, World

ITEM = {"title": "Book a room", "due": "2026-11-24"}


async def reminded(book: Book) -> World:
    """Ben owns an item, and is told of it."""
    world = World(book)
    anna, ben = world.person("anna"), world.person("ben")
    world.person("carl")
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", {"customer": "Contoso AG", "services": "teams", "launch": "2027-03-15"})
    await anna.says("/plan")
    await anna.does("add_item")
    await anna.does("save_item", {**ITEM, "owner": ben.who.key})
    world.clock.passes(days=3)
    assert (await world.sweeps()).sent == 1
    return world


async def test_an_owner_closes_an_item_in_the_message_that_recalls_it(book: Book) -> None:
    world = await reminded(book)
    ben = world.people["ben"]
    ben.looks_at("Book a room")
    assert ben.looking_at is not None
    assert ben.looking_at.conversation == f"chat-29:{ben.who.id}"
    await ben.does("item_done")
    (engagement,) = await world.engagements()
    assert [one.status for one in engagement.plan.values()] == ["done"]


@pytest.mark.parametrize("name", ["carl", "dora"])
async def test_nobody_else_opens_it_from_their_own_chat_with_the_same_press(book: Book, name: str) -> None:
    world = await reminded(book)
    ben, other = world.people["ben"], world.person(name)
    ben.looks_at("Book a room")
    await ben.does("item_done")
    data = ben.last_payload["value"]["action"]["data"]
    await other.says("/help", PERSONAL)
    before = await world.engagements()
    await other.sends(data | {"action": "items"})
    assert "Contoso" not in "\n".join(other.sees())
    assert await world.engagements() == before
