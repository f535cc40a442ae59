"""The presses of a meeting: who has which button, what a voice gets in answer, what clients get that know no
Action.Execute."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from cards.pressing import pressables
from tests.fakes.counting import CountingStore
from tests.fakes.store import FakeStore
from tests.world import Human, World

VOTE = {"still_right": "right"}
THANKS = "Danke, gespeichert"


@pytest.fixture
async def world(book: Book) -> World:
    """A meeting whose first question stands in the thread; Anna leads it, Ben takes part."""
    world = World(book, CountingStore(FakeStore()))
    anna, ben = (world.person(name, locale="de-DE") for name in ("anna", "ben"))
    await anna.says("/ssat")
    await anna.does("lead")
    await anna.does("save_setup", {"customer": "Contoso", "services": "teams", "language": "de"})
    ben.looking_at = anna.looking_at
    await ben.does("take_part")
    await ben.does("save_roles", {"roles": ["project_lead"]})
    await anna.does("lead")
    await anna.does("live_start")
    return world


def on_the_card(world: World, name: str) -> Human:
    one = world.person(name)
    one.looking_at = next(message for message in world.teams.messages if "live_answer" in str(message.card))
    return one


def actions(human: Human) -> list[str]:
    return [one.action["data"]["action"] for one in pressables(human.card) if "data" in one.action]


async def test_the_shared_card_has_no_button_that_only_the_fm_may_press(world: World) -> None:
    ben, anna = on_the_card(world, "ben"), on_the_card(world, "anna")
    assert actions(ben) == actions(anna) == ["live_answer", "live_unknown", "live_state"]
    for one in (ben, anna):
        await one.does("live_answer", VOTE)
    assert actions(ben) == ["live_change", "live_state"]
    assert actions(anna) == ["live_next", "live_change", "live_state"]


async def test_the_button_of_an_older_card_goes_on_for_the_fm_and_refuses_the_others(world: World) -> None:
    ben, anna = on_the_card(world, "ben"), on_the_card(world, "anna")
    old = {"action": "live_next", "workshop": 1, "question": "DC"}
    await ben.sends(old)
    assert any("Das kann nur die Workshop-Leitung: Anna." in line for line in ben.sees())
    await anna.sends(old)
    assert "bleibt offen" in anna.sees()[0]


@pytest.mark.parametrize(("action", "said"), [("live_answer", VOTE), ("live_unknown", {})])
async def test_a_voice_is_thanked_once_more_when_its_press_comes_again(
    world: World, action: str, said: dict[str, str]
) -> None:
    ben = on_the_card(world, "ben")
    await ben.does(action, said)
    thanks, before = ben.sees(), len(world.teams.messages)
    assert THANKS in thanks[0]
    await ben.again()
    assert (ben.sees(), len(world.teams.messages)) == (thanks, before)
    await ben.does("live_change")
    assert "live_answer" in actions(ben)


async def test_a_question_that_another_process_put_again_is_the_one_that_is_closed(world: World) -> None:
    def open_ones() -> list[str]:
        return [message.id for message in world.teams.messages if "live_answer" in str(message.card)]

    anna, one = world.person("anna"), world.service
    [first] = open_ones()
    world.restarts()
    other = world.service
    for world.service, action in ((one, "live_stop"), (other, "live_start")):
        await anna.sends({"action": action, "workshop": 1})
    [second] = open_ones()
    assert second != first, "the same question in a card of its own"
    world.service = one
    await anna.sends({"action": "live_stop", "workshop": 1})
    assert open_ones() == []


async def test_a_voice_costs_one_transaction_as_any_answer_and_one_update(world: World) -> None:
    store = world.store
    assert isinstance(store, CountingStore)
    before, calls = store.commits, len(world.teams.calls)
    await on_the_card(world, "ben").does("live_answer", VOTE)
    assert store.commits - before == 1
    assert [what for what, _ in world.teams.calls[calls:]] == ["update"]


async def test_the_next_question_brings_two_posts_and_two_updates(world: World) -> None:
    store, anna = world.store, world.person("anna")
    assert isinstance(store, CountingStore)
    before, calls = store.commits, len(world.teams.calls)
    await anna.does("live_next")
    assert sorted(what for what, _ in world.teams.calls[calls:]) == ["post", "post", "update", "update"]
    # Noted, committed; then each post is remembered and crossed out.
    assert store.commits - before == 2 + 2 * 2


async def test_an_old_client_is_thanked_beside_the_card_which_stays_for_all(world: World) -> None:
    ben = on_the_card(world, "ben")
    shared, ben.old_client = ben.looking_at, True
    assert shared is not None
    card = shared.card
    await ben.does("live_unknown")
    assert ben.looking_at is not shared
    assert THANKS in ben.sees()[0]
    assert shared.card == card


async def test_the_fm_of_an_old_client_leads_from_the_personal_chat(world: World) -> None:
    anna = on_the_card(world, "anna")
    anna.old_client = True
    await anna.does("live_answer", VOTE)
    assert anna.looking_at is not None
    assert anna.looking_at.conversation == "chat-29:id-anna"
    assert "live_next" in actions(anna)
