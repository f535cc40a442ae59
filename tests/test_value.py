"""Talks and metrics in Teams: who sees what where, older clients, presses that cannot be, crashes, rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.metrics.rows import METRIC_ROW
from bot.core.playbook.book import Book
from bot.core.ports import Row, Table
from cards.transcript import transcript
from tests.service.card import walk
from tests.world import PERSONAL, Human, World

SETUP = {"customer": "Contoso", "services": "outlook_mobile,teams", "depth": "full", "licences": "400"}
MAILBOXES = {"action": "answer", "question": "EX1", "where": "own_server", "workshop": 1, "revision": 50}
TARGET = {"action": "save_metric", "item": "active_users@teams", "target": "120", "date": "2027-06-30"}
GONE = "# This offer is no longer available. Please look at the others."
UNKNOWN = "# There is no such metric here. Please choose one from the list."
FMS = "# Only the workshop lead can do this: Anna."
REQUEST_PAGE = "https://aka.ms/frpsmerequest"


@pytest.fixture
async def world(book: Book) -> World:
    """A workshop of Anna's, the FM, with Ben as project lead; there are talks to offer."""
    found = World(book)
    anna, ben = found.person("anna", locale="en-GB"), found.person("ben", locale="en-GB")
    await anna.says("/ssat")
    await anna.does("lead")
    await anna.does("save_setup", SETUP)
    ben.looks_at("Contoso")
    await ben.does("take_part")
    await ben.does("save_roles", {"roles": ["project_lead"]})
    return found


def offered(world: World) -> int:
    """How many messages in the thread offer talks."""
    cards = [message.card for message in world.teams.messages if message.card is not None]
    return sum("Based on your answers" in "\n".join(transcript(card)) for card in cards)


async def press(person: Human, data: Mapping[str, Any]) -> list[str]:
    await person.sends({"workshop": 1, "revision": 50, **data})
    return person.sees()


def links(person: Human) -> set[str]:
    return {str(one["url"]) for one in walk(person.card) if one.get("type") == "Action.OpenUrl"}


async def rows(world: World) -> dict[str, Row]:
    (engagement,) = await world.engagements()
    found = await world.store.query(Table.ENGAGEMENTS, engagement.id, METRIC_ROW)
    return {row.key: row for row in found}


async def test_what_an_answer_brings_to_offer_is_posted_once_also_after_a_crash(world: World) -> None:
    ben = world.person("ben")
    await ben.sends(MAILBOXES)
    await ben.sends({**MAILBOXES, "where": "hybrid", "revision": 60})
    assert offered(world) == 1
    world.restarts()
    world.clock.passes(minutes=2)
    await world.service.deliveries.recover()
    await world.settles()
    assert offered(world) == 1


async def test_the_request_page_never_stands_on_a_card_of_a_channel_and_the_request_is_the_fms(
    world: World,
) -> None:
    anna, ben = world.person("anna"), world.person("ben")
    await ben.sends(MAILBOXES)
    accept = {"action": "talk_accept", "item": "intune", "talks": "sme_talk"}
    assert "Accepted: Microsoft Intune" in await press(ben, accept)
    alone = "# You can see this only in our personal chat. Type /next-steps there."
    for person, refusal in ((anna, alone), (ben, FMS)):
        for action in ("offers", "next_steps"):
            await press(person, {"action": action})
            assert REQUEST_PAGE not in links(person)
        lines = await press(person, {"action": "expert_request", "item": "intune"})
        assert refusal in lines
    await anna.says("/next-steps", PERSONAL)
    await anna.presses("See the offers")
    await anna.presses(
        "✓ Microsoft Intune" if "[✓ Microsoft Intune]" in anna.sees() else "→ Microsoft Intune"
    )
    await anna.presses("Request an SME")
    assert REQUEST_PAGE in links(anna)
    assert any("Topic: Microsoft Intune" in line for line in anna.sees())


async def test_an_older_client_opens_the_offers_beside_the_message_that_all_share(world: World) -> None:
    ben, old = world.person("ben"), world.person("carl", locale="en-GB")
    await ben.sends(MAILBOXES)
    old.old_client = True
    old.looks_at("Based on your answers")
    shared = old.sees()
    await old.presses("See the offers")
    assert "# This may also be useful" in old.sees()
    old.looks_at("Based on your answers")
    assert old.sees() == shared


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"action": "offer", "item": "teams"}, GONE),
        ({"action": "offer"}, GONE),
        ({"action": "change_offer", "item": "nonsense", "form": "talk_accept"}, GONE),
        ({"action": "talk_accept", "item": "teams", "talks": "sme_talk"}, GONE),
        ({"action": "metric", "item": "luck"}, UNKNOWN),
        ({"action": "save_metric", "item": "luck", "target": "1"}, UNKNOWN),
        ({"action": "enter_values"}, UNKNOWN),
        ({"action": "save_values", "item": "active_share", "value_active_share": "4"}, UNKNOWN),
        ({"action": "drop_metric", "item": "x"}, UNKNOWN),
        ({"action": "review_held"}, FMS),
    ],
)  # fmt: skip
async def test_a_press_that_cannot_be_gets_a_sentence_and_changes_nothing(
    world: World, data: dict[str, str], says: str
) -> None:
    before = await world.engagements()
    assert says in await press(world.person("ben"), data)
    assert await world.engagements() == before


@pytest.mark.parametrize("action", ["offers", "metrics", "other_metric"])
async def test_before_the_setup_there_is_nothing_to_offer_or_to_measure(book: Book, action: str) -> None:
    world = World(book)
    anna = world.person("anna", locale="en-GB")
    await anna.says("/ssat")
    lines = await press(anna, {"action": action})
    assert "# Please set up the workshop first." in lines


async def test_a_metric_has_a_row_that_follows_its_values_and_a_press_twice_enters_one(world: World) -> None:
    ben = world.person("ben")
    assert "Saved." in await press(ben, TARGET)
    await ben.again()
    value = {"action": "save_values", "item": "active_users@teams", "value_active_users_of_teams": "44"}
    await press(ben, value)
    await ben.again()
    (row,) = (await rows(world)).values()
    assert row.key == "metric~active_users~teams"
    assert (row.columns["target"], row.columns["value"]) == (120, 44)
    (engagement,) = await world.engagements()
    assert [one.value for one in engagement.metrics["active_users@teams"].readings] == [44]


async def test_a_redelivered_target_shows_the_metrics_as_they_stand(world: World) -> None:
    ben = world.person("ben")
    await press(ben, TARGET)
    world.restarts()
    await ben.again()
    assert "# Metrics of success" in ben.sees()
