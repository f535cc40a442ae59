"""Private views come back by themselves: whom the card names, what clients get that ask, what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.screens.workshop.workshop import MOST_REFRESHED, posted_screen
from bot.teams.inbound.http import Reply
from tests.fakes.activities import message
from tests.fakes.store import FakeStore
from tests.fakes.teams import Message
from tests.playbook_of_tests import texts_of_tests
from tests.world import TENANT, Human, World

SETUP = {"customer": "Contoso AG", "services": "teams", "pilot": "2027-02-01", "launch": "2027-03-15"}
NOTHING = {"statusCode": 200}


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
async def world(book: Book, store: FakeStore) -> World:
    """A workshop of Anna's in which Ben takes part; its card has been drawn since."""
    world = World(book, store)
    anna, ben = world.person("anna"), world.person("ben")
    await anna.says("/ssat")
    await anna.does("lead")
    await anna.does("save_setup", SETUP)
    await takes_part(ben)
    await quiet(world)
    return world


async def takes_part(person: Human) -> None:
    person.looks_for("take_part")
    await person.does("take_part")
    await person.does("save_roles", {"roles": ["project_lead"]})


async def quiet(world: World) -> None:
    """Nobody did anything for a while: cards are drawn anew."""
    world.clock.passes(minutes=3)
    await world.sweeps()


def workshop_card(world: World) -> Message:
    return next(one for one in world.teams.messages if one.card and "take_part" in str(one.card))


def named(world: World) -> list[str]:
    """The people whose clients ask."""
    refresh = (workshop_card(world).card or {}).get("refresh", {"userIds": []})
    return list(refresh["userIds"])


def pretends(world: World, data: Mapping[str, object]) -> None:
    """The card has its clients ask for something else."""
    shown = workshop_card(world)
    assert shown.card is not None
    action = {"type": "Action.Execute", "verb": "refresh", "data": data}
    shown.card = {**shown.card, "refresh": {**shown.card["refresh"], "action": action}}


async def asks(person: Human) -> Reply:
    """The person's client asks by itself."""
    reply = await person.draws(workshop_card(person.world))
    assert reply is not None, f"the card does not name {person.who.name}"
    return reply


def shows(reply: Reply) -> Mapping[str, Any]:
    assert reply.body is not None
    assert reply.status == reply.body["statusCode"] == 200
    assert reply.body["type"] == "application/vnd.microsoft.card.adaptive"
    card: Mapping[str, Any] = reply.body["value"]
    return card


async def test_the_workshop_card_names_those_who_take_part_by_the_ids_of_teams(world: World) -> None:
    card = workshop_card(world).card
    assert card is not None
    (engagement,) = await world.engagements()
    assert card["refresh"] == {
        "action": {
            "type": "Action.Execute",
            "verb": "refresh",
            "data": {"action": "refresh", "revision": engagement.revision, "workshop": 1},
        },
        "userIds": ["29:id-anna", "29:id-ben"],
    }


async def test_an_id_of_teams_stands_with_its_person_and_goes_with_them(world: World, book: Book) -> None:
    (engagement,) = await world.engagements()
    assert [one.teams_id for one in engagement.people.values()] == ["29:id-anna", "29:id-ben"]
    ben = world.person("ben").who.key
    without = replace(engagement, people={key: one for key, one in engagement.people.items() if key != ben})
    drawn = posted_screen(Viewer(Picture(book, without, world.clock.now()), texts_of_tests().words("en")))
    assert drawn.refreshed_for == ("29:id-anna",)
    assert "29:" not in str(replace(without, people={}))


async def test_whoever_comes_is_named_with_the_next_update_and_nothing_is_sent_for_it(world: World) -> None:
    sent = len(world.teams.calls)
    await takes_part(world.person("cora"))
    updates = [what for what, _ in world.teams.calls[sent:] if what != "members"]
    assert (updates, named(world)) == ([], ["29:id-anna", "29:id-ben"])
    await quiet(world)
    assert named(world) == ["29:id-anna", "29:id-ben", "29:id-cora"]


async def test_a_card_names_sixty_at_most_the_fm_and_those_who_are_answering_first(world: World) -> None:
    for number in range(MOST_REFRESHED):
        await takes_part(world.person(f"p{number}"))
    await quiet(world)
    last = world.person("last")
    await takes_part(last)
    await last.does("answer", {"still_right": "right"})
    await quiet(world)
    found = named(world)
    assert len(found) == MOST_REFRESHED
    assert found[:2] == ["29:id-anna", "29:id-last"]


async def test_a_card_that_knows_no_id_of_teams_asks_for_nothing(book: Book) -> None:
    world = World(book)
    await world.deliver(message(world.service_url) | {"from": {"id": "user-1", "name": "Anna"}})
    assert "refresh" not in (workshop_card(world).card or {}), "without names, all clients would ask"


async def test_an_answer_never_asks_again_so_that_nothing_goes_round(world: World) -> None:
    anna, ben = world.person("anna"), world.person("ben")
    anna.looking_at = ben.looking_at = workshop_card(world)
    await ben.does("later")
    answers = [await asks(anna), await asks(ben), await anna.does("lead"), await ben.does("my_questions")]
    answers += [await asks(anna), await asks(ben)]
    assert ["refresh" in shows(one) for one in answers] == [False] * 6


async def test_a_client_that_asks_changes_nothing_sends_nothing_and_needs_no_token(
    world: World, store: FakeStore
) -> None:
    ben = world.person("ben")
    ben.looking_at = workshop_card(world)
    await ben.does("later")
    view = shows(await ben.does("my_questions"))
    before, reads, commits, calls = store.copy(), store.reads, store.commits, len(world.teams.calls)
    world.clock.passes(minutes=20)
    assert shows(await asks(ben)) == view
    await world.settles()
    assert (store.reads - reads, store.commits - commits) == (0, 0), "a view is remembered"
    assert store.changes(before) == {}
    assert world.teams.calls[calls:] == []


async def test_the_card_for_all_is_read_once_for_everybody_who_asks_after_an_update(
    world: World, store: FakeStore
) -> None:
    anna, ben = world.person("anna"), world.person("ben")
    ben.looking_at = workshop_card(world)
    await ben.does("later")
    world.clock.passes(seconds=11)
    reads, commits = store.reads, store.commits
    cards = [shows(await asks(one)) for one in (anna, ben, anna)]
    assert (store.reads - reads, store.commits - commits) == (1, 0)
    shared = {key: value for key, value in (workshop_card(world).card or {}).items() if key != "refresh"}
    assert cards == [shared] * 3


async def test_what_another_process_changed_is_in_the_answer_though_it_was_just_read(
    world: World, store: FakeStore
) -> None:
    ben = world.person("ben")
    ben.looking_at = workshop_card(world)
    await ben.does("later")
    await asks(ben)
    other = World(world.book, store, teams=world.teams)
    other.ids = world.ids
    anna = other.person("anna")
    anna.looking_at = workshop_card(world)
    await anna.sends({"action": "speak", "item": "de", "workshop": 1, "revision": 9})
    assert shows(await asks(ben))["lang"] == "de"


@pytest.mark.parametrize("data", [{"action": "answer", "question": "DC", "still_right": "right"}, {}])
async def test_what_nobody_pressed_does_nothing_whatever_the_action_says(
    world: World, store: FakeStore, data: dict[str, str]
) -> None:
    ben = world.person("ben")
    before = store.copy()
    pretends(world, {"workshop": 1, "revision": 99, **data})
    await asks(ben)
    await world.settles()
    assert store.changes(before) == {}


async def test_a_view_of_the_lead_does_not_come_back_once_another_leads(world: World) -> None:
    anna = world.person("anna")
    anna.looking_at = workshop_card(world)
    view = shows(await anna.does("lead"))
    assert shows(await asks(anna)) == view
    ben = world.person("ben")
    to = {"fm": f"{TENANT}/{ben.who.id}"}
    await anna.sends({"action": "hand_over", "workshop": 1, "revision": 9, **to})
    (engagement,) = await world.engagements()
    assert engagement.fm == ben.who.key
    assert shows(await asks(anna)) != view


async def test_an_answer_typed_elsewhere_closes_the_view_of_its_question(world: World) -> None:
    ben = world.person("ben")
    ben.looking_at = workshop_card(world)
    view = shows(await asks(ben))
    await ben.says("Right")
    assert shows(await asks(ben)) != view


async def test_without_the_store_the_client_keeps_its_card_or_gets_what_is_known(
    world: World, store: FakeStore
) -> None:
    ben = world.person("ben")
    known = shows(await asks(ben))
    world.clock.passes(minutes=1)
    store.unavailable = True
    assert shows(await asks(ben)) == known
    world.restarts()
    assert await asks(ben) == Reply(200, NOTHING)


async def test_a_workshop_that_is_not_there_leaves_the_card_as_it_is(world: World) -> None:
    ben = world.person("ben")
    for data in ({"action": "refresh", "workshop": 9}, {"action": "refresh"}, {"action": 5}):
        pretends(world, data)
        assert await asks(ben) == Reply(200, NOTHING)
