"""Turns that come at the same moment begin one after the other, and nothing small waits for all of them."""

from __future__ import annotations

import asyncio
from collections import Counter

from bot.teams.inbound.entrance import Entrance
from bot.teams.inbound.http import Reply
from tests.fakes.activities import message
from tests.fakes.service import Listener, Served

AT_ONCE = 64


class Rounds:
    """Counts the rounds of the event loop while it is entered."""

    def __init__(self) -> None:
        self.number = 0

    async def __aenter__(self) -> Rounds:
        self._counting = asyncio.create_task(self._count())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._counting.cancel()

    async def _count(self) -> None:
        while True:
            self.number += 1
            await asyncio.sleep(0)


async def test_of_many_that_come_at_once_one_begins_in_a_round_of_the_loop(
    open_service: Served, listener: Listener
) -> None:
    began: Counter[int] = Counter()
    async with Rounds() as rounds:

        async def works() -> Reply:
            began[rounds.number] += 1
            return Reply(200)

        listener.answer = works
        said = await asyncio.gather(
            *(open_service.post(message("http://127.0.0.1:1/teams/")) for _ in range(AT_ONCE))
        )
    assert {one.status for one in said} == {200}
    assert (began.total(), max(began.values())) == (AT_ONCE, 1)


async def test_they_begin_in_the_order_in_which_they_came_and_who_gave_up_keeps_nobody_back() -> None:
    entrance, began = Entrance(), list[int]()

    async def turn(number: int) -> None:
        await entrance.enter()
        began.append(number)

    turns = [asyncio.create_task(turn(number)) for number in range(5)]
    await asyncio.sleep(0)
    turns[2].cancel()
    await asyncio.gather(*turns, return_exceptions=True)
    assert began == [0, 1, 3, 4]


async def test_who_comes_alone_waits_for_nobody() -> None:
    entrance = Entrance()
    async with Rounds() as rounds:
        await asyncio.sleep(0)
        before = rounds.number
        await entrance.enter()
        assert rounds.number == before
