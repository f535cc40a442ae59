"""On the wire: what Teams says of a person without the app, and what goes to the thread instead."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from msgspec.structs import replace

from bot.core.courier import Delivery, SendOutcome
from bot.core.engagement import Engagement
from bot.core.keys import person_key
from bot.core.playbook.book import Book
from bot.teams.identity.places import ServiceHosts
from bot.teams.identity.tokens import Tokens
from bot.teams.outbound.connector import HttpConnector
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.teams_courier import TeamsCourier
from tests.checkins.conftest import scene
from tests.checkins.scene import Scene
from tests.fakes.connector import FakeConnector, Fault
from tests.fakes.settings import anonymous_settings
from tests.world import TestClock

__all__ = ["scene"]

HOST_TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47"
MEMBER: dict[str, Any] = {
    "id": "29:1GcS4EyB_oSI8A88XmWBN7NJFyMqe3QGnJdgLfFGkJnVelzRGos0bPbpsfJjcbAD22bmKc4GMbrY2g4JDrrA8vM06X1",
    "objectId": "9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c",
    "aadObjectId": "9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c",
    "name": "Larry Jin",
    "givenName": "Larry",
    "surname": "Jin",
    "email": "larry.jin@fabrikam.com",
    "userPrincipalName": "labrown@fabrikam.com",
    "tenantId": HOST_TENANT,
    "userRole": "user",
}
"""Somebody in a roster, as Microsoft's documentation and the tests of its SDKs show one."""
PERSON = person_key(HOST_TENANT, str(MEMBER["objectId"]))


@pytest.fixture
def courier(session: aiohttp.ClientSession, scene: Scene) -> TeamsCourier:
    settings = anonymous_settings()
    connector = HttpConnector(session, Tokens(settings, session), ServiceHosts(settings), limit=5.0)
    return TeamsCourier(connector, Rosters(connector, TestClock(scene.time.now())))


@pytest.fixture
def engagement(book: Book, scene: Scene, teams: FakeConnector) -> Engagement:
    teams.people = [MEMBER]
    found = scene.held().engagement
    reference = replace(found.reference, service_url=teams.service_url, thread="1481567603816")
    return replace(found, tenant=HOST_TENANT, reference=reference)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (403, "ForbiddenOperationException"),
        (403, "BotDisabledByAdmin"),
        (403, "ConversationBlockedByUser"),
        (404, "ConversationNotFound"),
    ],
)
async def test_a_chat_that_teams_refuses_for_good_means_that_the_person_is_unreachable(
    courier: TeamsCourier, engagement: Engagement, teams: FakeConnector, status: int, code: str
) -> None:
    teams.faults += [None, Fault(status, code)]
    found = await courier.chat(engagement, PERSON)
    assert found == Delivery(SendOutcome.UNREACHABLE, f"{status} {code}")


async def test_a_chat_that_is_refused_for_now_does_not(
    courier: TeamsCourier, engagement: Engagement, teams: FakeConnector
) -> None:
    teams.faults += [None, Fault(429, "Throttled", "3")]
    assert await courier.chat(engagement, PERSON) == Delivery(SendOutcome.REFUSED, "429 Throttled", 3.0)


async def test_instead_a_message_goes_to_the_thread_that_the_person_alone_sees(
    courier: TeamsCourier, engagement: Engagement, teams: FakeConnector
) -> None:
    teams.faults += [None, Fault(403, "ForbiddenOperationException")]
    await courier.chat(engagement, PERSON)
    delivery = await courier.aside(engagement, PERSON, {"type": "AdaptiveCard"})
    [sent] = teams.sent
    assert (delivery.outcome, sent.targeted) == (SendOutcome.SENT, True)
    assert sent.conversation == f"{engagement.reference.conversation};messageid=1481567603816"
    assert sent.activity["recipient"] == {"id": MEMBER["id"], "name": "Larry Jin", "isTargeted": True}


async def test_who_is_not_in_the_conversation_gets_none_there(
    courier: TeamsCourier, engagement: Engagement, teams: FakeConnector
) -> None:
    stranger = person_key(HOST_TENANT, "99999999-0000-4000-8000-000000000009")
    await courier.chat(engagement, stranger)
    assert (await courier.aside(engagement, stranger, {})).outcome is SendOutcome.UNREACHABLE
    assert teams.sent == []
