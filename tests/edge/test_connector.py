"""The connector's client: what arrives, what each trouble means, and no connection or token per call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.identity.places import ServiceHosts
from bot.teams.identity.tokens import Tokens
from bot.teams.outbound.connector import Address, Gone, HttpConnector, MemberInfo, Refused, Unsure
from tests.fakes.connector import DROP, HANG, LOSE, FakeConnector, Fault
from tests.fakes.identity import Identity
from tests.fakes.settings import TENANT, anonymous_settings, identified_settings

CHANNEL = "19:abc@thread.tacv2"
LOCAL = ServiceHosts(anonymous_settings())
HELLO = {"type": "message", "text": "Grüße 👋"}


@pytest.fixture
async def client(session: aiohttp.ClientSession) -> HttpConnector:
    return HttpConnector(session, Tokens(anonymous_settings(), session), LOCAL, limit=2.0)


@pytest.fixture
async def signed(identity: Identity, session: aiohttp.ClientSession) -> AsyncIterator[HttpConnector]:
    tokens = Tokens(identified_settings(ToChannelFromBotLoginUrl=identity.login_url), session)
    yield HttpConnector(session, tokens, LOCAL, bot_id="28:app", limit=2.0)
    await tokens.close()


@pytest.fixture
def thread(teams: FakeConnector) -> Address:
    return Address(teams.service_url, f"{CHANNEL};messageid=17/4?x")


async def test_a_post_arrives_in_its_thread(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    number = await client.post(thread, HELLO)
    assert teams.shown == {thread.conversation: {number: HELLO}}
    assert teams.sent[0].authorization is None


async def test_an_update_replaces_a_card(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    number = await client.post(thread, HELLO)
    await client.update(thread, number, {"type": "message", "text": "new"})
    assert teams.shown[thread.conversation][number]["text"] == "new"


async def test_a_targeted_message_says_so(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    number = await client.post(thread, HELLO, targeted=True)
    await client.update(thread, number, HELLO, targeted=True)
    assert [one.targeted for one in teams.sent] == [True, True]


async def test_a_new_post_starts_a_thread(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    conversation, number = await client.new_post(thread, CHANNEL, HELLO)
    assert conversation == f"{CHANNEL};messageid={number}"
    assert teams.posts(conversation) == [HELLO]


async def test_a_chat_is_opened_with_a_person(
    signed: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    assert await signed.new_chat(thread, "29:ada", TENANT) == "a:29:ada"
    body = teams.sent[0].body
    assert (body["bot"], body["members"], body["tenantId"]) == ({"id": "28:app"}, [{"id": "29:ada"}], TENANT)


async def test_members_are_read_page_by_page(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    teams.people = [
        {"id": f"29:{n}", "aadObjectId": f"o{n}", "name": f"P{n}", "tenantId": "t"} for n in range(7)
    ]
    teams.people[3] = {"name": "nobody"}
    teams.people[4] = {"id": "29:4", "objectId": "o4"}
    teams.page_cap = 3
    found = await client.members(thread)
    assert found[0] == MemberInfo("29:0", "o0", "P0", "t")
    assert found[3] == MemberInfo("29:4", "o4", "", None)
    assert len(found) == 6


async def test_members_stop_at_five_thousand(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    teams.people = [{"id": f"29:{n}"} for n in range(5_600)]
    assert len(await client.members(thread)) == 5_000
    assert teams.calls == 10


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(400, "BadArgument"), Refused),
        (Fault(403, "NotEnoughPermissions"), Refused),
        (Fault(412), Refused),
        (Fault(413, "MessageSizeTooBig"), Refused),
        (Fault(429, retry_after="7"), Refused),
        (Fault(503, retry_after="20"), Refused),
        (Fault(503), Unsure),
        (Fault(302), Refused),
        (Fault(403, "BotNotInConversationRoster"), Gone),
        (Fault(403, "ConversationBlockedByUser"), Gone),
        (Fault(404, "ConversationNotFound"), Gone),
        (Fault(404), Gone),
        (Fault(500), Unsure),
        (Fault(502), Unsure),
        (Fault(HANG), Unsure),
        (Fault(LOSE), Unsure),
        (Fault(DROP), Unsure),
    ],
    ids=str,
)
async def test_each_trouble_of_a_post_has_its_meaning(
    session: aiohttp.ClientSession,
    teams: FakeConnector,
    thread: Address,
    fault: Fault,
    expected: type[Exception],
) -> None:
    # Only the one that never answers is given up; the others may be slow on a busy machine.
    limit = 0.3 if fault.what == HANG else 10.0
    client = HttpConnector(session, Tokens(anonymous_settings(), session), LOCAL, limit=limit)
    teams.faults.append(fault)
    with pytest.raises(expected):
        await client.post(thread, HELLO)
    assert teams.calls == 1


async def test_a_refusal_says_when_to_come_back(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    teams.faults += [Fault(429, "Throttled", "7"), Fault(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT")]
    teams.faults += [Fault(429, retry_after="soon"), Fault(429)]
    waits = []
    for _ in range(4):
        with pytest.raises(Refused) as refusal:
            await client.post(thread, HELLO)
        waits.append(refusal.value.retry_after)
    assert waits == [7.0, 0.0, None, None]


async def test_a_deleted_card_is_no_end_of_the_conversation(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    teams.faults += [Fault(404, "ActivityNotFoundInConversation"), Fault(404)]
    for _ in range(2):
        with pytest.raises(Refused, match="404"):
            await client.update(thread, "1", HELLO)


async def test_a_person_who_left_is_no_end_of_the_conversation(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    teams.faults += [Fault(403, "BotNotInConversationRoster")] * 2
    with pytest.raises(Refused):
        await client.post(thread, HELLO, targeted=True)
    with pytest.raises(Refused):
        await client.new_chat(thread, "29:ada", TENANT)


async def test_nobody_listening_means_not_done(client: HttpConnector, unused_tcp_port: int) -> None:
    with pytest.raises(Refused) as refusal:
        await client.post(Address(f"http://127.0.0.1:{unused_tcp_port}", CHANNEL), HELLO)
    assert refusal.value.status == 0


async def test_a_warm_call_opens_nothing_and_fetches_no_token(
    signed: HttpConnector, teams: FakeConnector, identity: Identity, thread: Address
) -> None:
    number = await signed.post(thread, HELLO)
    for _ in range(20):
        await signed.update(thread, number, HELLO)
    assert teams.connections == 1
    assert len(identity.forms) == 1
    assert {one.authorization for one in teams.sent} == {"Bearer token-1"}


async def test_a_token_that_is_refused_is_fetched_anew_once(
    signed: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    await signed.post(thread, HELLO)
    teams.faults.append(Fault(401))
    await signed.post(thread, HELLO)
    assert [one.authorization for one in teams.sent] == ["Bearer token-1", "Bearer token-2"]
    teams.faults += [Fault(401), Fault(401)]
    with pytest.raises(Refused, match="401"):
        await signed.post(thread, HELLO)


async def test_without_a_token_nothing_is_sent(
    signed: HttpConnector, teams: FakeConnector, identity: Identity, thread: Address
) -> None:
    identity.token_fault = {"error": "invalid_client", "error_codes": [7000222]}
    with pytest.raises(Refused, match="TokenUnavailable"):
        await signed.post(thread, HELLO)
    assert teams.calls == 0


async def test_hung_calls_do_not_hold_up_others(
    client: HttpConnector, teams: FakeConnector, thread: Address
) -> None:
    teams.broken = {f"stuck-{n}": Fault(HANG) for n in range(8)}
    hung = [asyncio.create_task(client.post(Address(teams.service_url, key), HELLO)) for key in teams.broken]
    await teams.asked(8)
    async with asyncio.timeout(1):
        await client.post(thread, HELLO)
    for one in hung:
        one.cancel()
    await asyncio.gather(*hung, return_exceptions=True)
    assert teams.posts() == [HELLO]


@pytest.mark.parametrize(
    "stored",
    ["https://evil.example/teams/", "http://smba.trafficmanager.net/emea/", "https://127.0.0.1:1/", "", "x"],
)
async def test_a_stored_address_that_is_not_allowed_gets_neither_a_card_nor_the_token(
    identity: Identity, session: aiohttp.ClientSession, stored: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = identified_settings(ToChannelFromBotLoginUrl=identity.login_url)
    tokens = Tokens(settings, session)
    client = HttpConnector(session, tokens, ServiceHosts(settings), limit=2.0)
    with pytest.raises(Refused, match="403 ServiceUrlNotAllowed"):
        await client.post(Address(stored, CHANNEL), HELLO)
    assert identity.forms == []
    assert "nothing sent: the serviceUrl" in caplog.text
    await tokens.close()
