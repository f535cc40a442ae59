"""Guarantees 8 to 10 and 25: keys and tokens, their rotation, and what happens when nobody gives any."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import aiohttp

from tests.fakes.certificate import Certificate
from tests.fakes.connector import FakeConnector, Fault
from tests.fakes.identity import Identity
from tests.fakes.settings import SECRET
from tests.guarantees.secured import TOKENS, Secured, settings_for
from tests.service.client import Person
from tests.service.process import Bot

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE"}
EXPIRED = {
    "error": "invalid_client",
    "error_codes": [7000222],
    "error_description": f"The client secret {SECRET} is expired.",
}


async def test_08_a_hanging_token_endpoint_does_not_block_the_event_loop(
    identity: Identity,
    teams: FakeConnector,
    certificate: Certificate,
    session: aiohttp.ClientSession,
    start: Callable[[Mapping[str, str]], Bot],
) -> None:
    # The loop itself then reports what holds it up for 100 ms.
    bot = start(settings_for(identity, teams, certificate) | {"PYTHONASYNCIODEBUG": "1"})
    await bot.start()
    secured = Secured(bot, identity, teams, session, session)
    # So short a life that every turn asks anew; the first turn of a process also reads what it needs.
    identity.token_life = 200
    assert [await secured.status(secured.good()), await secured.status({})] == [200, 401]
    await bot.logs("no bearer token")
    asked, before = identity.calls[TOKENS], len(bot.said)
    identity.hanging = True
    waiting = [asyncio.create_task(secured.status(secured.good())) for _ in range(5)]
    while identity.calls[TOKENS] == asked:
        assert await secured.status({}) == 401
    for _ in range(200):
        async with session.get(f"{bot.url}/healthz") as answer:
            assert answer.status == 200
    assert not any(task.done() for task in waiting)
    held_up = [line for line in bot.said[before:] if " took " in line]
    identity.release()
    assert await asyncio.gather(*waiting) == [200] * 5
    assert held_up == []


async def test_09_keys_outlive_an_outage_and_made_up_ids_fetch_nothing(secured: Secured) -> None:
    identity = secured.identity
    assert await secured.status(secured.good()) == 200
    identity.down = True
    for number in range(20):
        assert await secured.status(identity.bearer(header={"kid": f"made-up-{number}"})) == 401
    assert await secured.status(secured.good()) == 200
    assert identity.calls["/metadata"] == 1


async def test_10_all_turns_of_an_hour_share_one_token(secured: Secured) -> None:
    people = [Person(secured.room(), "fm") for _ in range(6)]
    assert await asyncio.gather(*(person.says("/ssat") for person in people)) == [200] * 6
    await secured.connector.arrived(6)
    for person in people:
        await person.says("/help")
    await people[0].sets_up(**SETUP)
    await people[0].answers(most=3)
    sent = await secured.connector.arrived(13)
    assert {one.authorization for one in sent} == {"Bearer token-1"}
    assert secured.identity.calls[TOKENS] == 1


async def test_25_with_an_expired_secret_the_answer_is_503_and_the_log_says_why(secured: Secured) -> None:
    secured.identity.token_fault = EXPIRED
    fm = Person(secured.room(), "fm")
    assert await fm.says("/ssat") == 503
    [line] = await secured.bot.logs("no token for the connector: status 401")
    assert " ERROR " in line
    assert "invalid_client 7000222" in line
    assert SECRET not in "\n".join(secured.bot.said)
    assert secured.connector.calls == 0


async def test_25_no_log_holds_an_answer_a_name_or_a_token(secured: Secured) -> None:
    fm = Person(secured.room(), "fm")
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP | {"customer": "Verschwiegene Werke"})
    await fm.opens("my_questions")
    secured.connector.broken[fm.room.conversation] = Fault(403, "Verschwiegen")
    for _ in range(8):
        await fm.answers_one()
    await fm.invokes({"action": "later", "workshop": 1})
    await fm.invokes({"action": "answer", "question": "Verschwiegen", "reason": "Verschwiegen"})
    assert await secured.status({}, b'{"text": "Verschwiegen') == 401
    assert await secured.status(secured.good(), b'{"text": "Verschwiegen') == 400
    assert await secured.bot.stop() == 0
    log = "\n".join(secured.bot.said)
    said = {value for _, _, values in fm.asked for value in values.values() if len(value) > 8}
    assert said
    assert "send given up" in log
    for secret in {"Verschwiegene", "Antwort auf", "Fm ", SECRET, "token-1", "eyJ", *said}:
        assert secret not in log
