"""Guarantees 14 and 20: killed anywhere, or asked to end, and nothing that was acknowledged is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Protocol

import aiohttp
import pytest

from bot.core.ports import Replace, Table
from bot.kept.unsent import SEND_LEASE
from tests.fakes.connector import HANG, Fault
from tests.guarantees.behind_proxy import BehindProxy, Held
from tests.guarantees.stored import opened, stored
from tests.ports.proxy import unspoilt
from tests.service.card import prefilled, question_of
from tests.service.client import Person, Room
from tests.service.process import Bot

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE", "depth": "short"}
_PATIENCE = 30


class Noted(Protocol):
    """How many sends are noted."""

    async def __call__(self, older: timedelta | None = None) -> int: ...


@pytest.mark.parametrize(
    ("batch", "done_first", "saved"),
    [(0, False, 0), (0, True, 0), (1, True, 1)],
    ids=["before it wrote anything", "after the hint of what falls due", "after the save"],
)
async def test_14_a_press_cut_off_by_a_crash_counts_once_and_the_next_question_comes(
    behind: BehindProxy, room: Room, batch: int, done_first: bool, saved: int
) -> None:
    fm = Person(room, "fm")
    await fm.says("/ssat")
    # As from the card of an older bot, which invites nobody: no commit of a message is held instead.
    setup = prefilled(await fm.opens("lead")) | SETUP
    await fm.invokes({"action": "save_setup", "workshop": 1, "revision": 1, **setup})
    first = question_of(await fm.opens("my_questions"))
    held = Held(done_first)
    behind.proxy.commits.extend([*[unspoilt] * batch, held])
    pressed = asyncio.create_task(fm.answers_one())
    await asyncio.wait_for(held.reached.wait(), 10)
    assert not pressed.done(), "nothing was said before it was saved"
    await behind.restart(room)
    with pytest.raises(aiohttp.ClientError):
        await pressed
    assert len((await behind.engagement(room))["answers"]) == saved

    following = question_of(await fm.again())
    assert following not in (None, first)
    again = await fm.invokes(fm.last["value"]["action"]["data"])
    assert question_of(again) == following, "the same press under a new id"
    assert question_of(await fm.opens("my_questions")) == following
    answers = (await behind.engagement(room))["answers"]
    assert [row["question"] for row in answers] == [question for question, _, _ in fm.asked]
    assert await behind.log_rows(room) == 3, "the start, the setup and the answer once"


async def test_14_what_was_answered_is_stored_when_the_kill_comes_at_once(
    behind: BehindProxy, room: Room
) -> None:
    fm = Person(room, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.opens("my_questions")
    shown = question_of(await fm.answers_one())
    await behind.restart(room)
    assert len((await behind.engagement(room))["answers"]) == 1
    assert question_of(await fm.opens("my_questions")) == shown


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_14_a_card_that_died_with_the_process_comes_with_the_next_command(
    bot: Bot, channel: Room
) -> None:
    fm, connector = Person(channel, "fm"), channel.connector
    connector.broken[channel.conversation] = Fault(HANG)
    assert await fm.says("/ssat") == 200
    await connector.asked(1)
    await bot.kill()
    connector.broken.clear()
    await bot.start()
    channel.bot_url = bot.url
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP)
    assert question_of(await fm.opens("my_questions")) is not None


async def test_20_sigterm_lets_a_running_turn_end(behind: BehindProxy, room: Room) -> None:
    fm = Person(room, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    first = question_of(await fm.opens("my_questions"))
    held = Held()
    behind.proxy.commits.append(held)
    pressed = asyncio.create_task(fm.answers_one())
    await asyncio.wait_for(held.reached.wait(), 10)
    ended = asyncio.create_task(behind.bot.stop())
    await asyncio.wait([ended], timeout=0.2)
    assert not ended.done()
    held.released.set()
    assert question_of(await pressed) not in (None, first)
    assert await ended == 0
    assert len((await behind.engagement(room))["answers"]) == 1


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_20_a_result_that_died_with_the_process_is_posted_at_the_next_start(
    bot: Bot, channel: Room, store: Mapping[str, str]
) -> None:
    fm, connector = Person(channel, "fm"), channel.connector
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    async with _pending(store) as noted:
        await fm.opens("my_questions")
        while await noted():
            # What the setup posts is still on its way.
            await fm.opens("my_questions")
    posted = len(connector.posts(channel.conversation))
    connector.broken[channel.conversation] = Fault(429, retry_after="60")
    async with _pending(store) as noted:
        while not await noted():
            await fm.answers_one()
        await bot.kill()
        assert await noted(older=SEND_LEASE) == 1
    connector.broken.clear()
    await bot.start()
    while len(connector.posts(channel.conversation)) == posted:
        await connector.arrived(len(connector.sent) + 1, 10)
    assert await bot.stop() == 0
    assert len(connector.posts(channel.conversation)) == posted + 1
    async with _pending(store) as noted:
        assert await noted() == 0
    assert len((await stored(store, channel.id))["answers"]) == len(fm.asked)


@asynccontextmanager
async def _pending(store: Mapping[str, str]) -> AsyncIterator[Noted]:
    """Tells how many sends are noted as pending; each is made so much `older`, as if its process had died
    then. The store is opened once: whoever closes one locks the file, and would keep the bot from it."""
    held = await opened(store)

    async def noted(older: timedelta | None = None) -> int:
        rows = await held.query(Table.PENDING, "pending")
        if older is not None:
            # Of a process that is dead: one that lives could cross a row out meanwhile, and it would stay.
            for row in rows:
                at = row.columns["noted"]
                assert isinstance(at, datetime)
                await held.commit(
                    Table.PENDING, "pending", [Replace(row.key, {**row.columns, "noted": at - older})]
                )
        return len(rows)

    try:
        async with asyncio.timeout(_PATIENCE):
            yield noted
    finally:
        await held.close()
