"""Guarantee 20: whoever watches `/readyz` loses no request when bots are replaced one after the other."""

from __future__ import annotations

import asyncio
import itertools
import uuid
from collections.abc import Callable, Mapping

import aiohttp
import pytest

from tests.fakes.connector import FakeConnector
from tests.guarantees.balanced import Balancer, balancer
from tests.guarantees.stored import stored
from tests.service.card import question_of
from tests.service.client import Person, Room
from tests.service.process import Bot

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE"}
GRACE = {"SSAT_GRACE": "1.5"}
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


async def test_20_a_rolling_restart_under_load_loses_no_request(
    start: Callable[[Mapping[str, str]], Bot],
    store: Mapping[str, str],
    session: aiohttp.ClientSession,
    connector: FakeConnector,
) -> None:
    bots = [start({**store, **GRACE}) for _ in range(4)]
    await asyncio.gather(bots[0].start(), bots[1].start())
    async with balancer() as proxy:
        proxy.add(bots[0])
        proxy.add(bots[1])
        await proxy.routes_to(*bots[:2])
        rooms = [Room(proxy.url, session, connector, f"19:{uuid.uuid4().hex}@thread.tacv2") for _ in range(4)]
        enough = asyncio.Event()
        load = [asyncio.create_task(_talks(room, enough)) for room in rooms]
        await proxy.served(40)
        for old, new in ((0, 2), (1, 3)):
            await new_one_beside(proxy, bots[new])
            assert await bots[old].stop() == 0
            await proxy.served(40)
        enough.set()
        answers = await asyncio.gather(*load)
        assert set(proxy.seen) == {200}
        assert {bot.url for bot in bots} == set(proxy.served_by), "every one had its share"
    for room, given in zip(rooms, answers, strict=True):
        assert len((await stored(store, room.id))["answers"]) == given


async def test_20_at_sigterm_readyz_says_503_first_and_the_listener_stays_for_the_grace(
    start: Callable[[Mapping[str, str]], Bot],
    store: Mapping[str, str],
    session: aiohttp.ClientSession,
    connector: FakeConnector,
) -> None:
    bot = start({**store, **GRACE})
    await bot.start()
    fm = Person(Room(bot.url, session, connector, "19:grace@thread.tacv2"), "fm")
    assert await _ready(bot, session) == 200
    ended = asyncio.create_task(bot.stop())
    await bot.logs("not ready: about to end")
    assert await _ready(bot, session) == 503
    assert await fm.says("/ssat") == 200, "the listener is still there"
    assert not ended.done()
    assert await ended == 0
    with pytest.raises(aiohttp.ClientConnectionError):
        await _ready(bot, session)


async def test_20_a_second_sigterm_ends_the_grace(
    start: Callable[[Mapping[str, str]], Bot], store: Mapping[str, str]
) -> None:
    bot = start({**store, "SSAT_GRACE": "600"})
    await bot.start()
    first = asyncio.create_task(bot.stop())
    await bot.logs("not ready: about to end")
    assert await bot.stop() == 0
    assert await first == 0


async def new_one_beside(proxy: Balancer, bot: Bot) -> None:
    """Start it and have it get its share, before an old one goes."""
    await bot.start()
    proxy.add(bot)
    await proxy.served(30)


async def _talks(room: Room, enough: asyncio.Event) -> int:
    """Set up a workshop and go through it, again and again the same question; the number of answers."""
    fm = Person(room, "fm")
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP)
    await fm.opens("my_questions")
    for _ in itertools.count():
        if enough.is_set():
            return len({asked[:2] for asked in fm.asked})
        if question_of(fm.card) is None:
            assert await fm.says("/status") == 200
            await fm.opens("my_questions")
        else:
            await fm.answers_one()
    raise AssertionError("it only ends when it is told to")


async def _ready(bot: Bot, session: aiohttp.ClientSession) -> int:
    async with session.get(f"{bot.url}/readyz") as answer:
        return answer.status
