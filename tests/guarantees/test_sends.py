"""Guarantees 15 and 17: what Teams refuses, loses or leaves hanging costs no answer and delays nobody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.fakes.connector import HANG, LOSE, FakeConnector, Fault
from tests.guarantees.stored import stored
from tests.service.card import actions, question_of
from tests.service.client import Person, Room
from tests.service.process import Bot

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
SETUP = {"customer": "Contoso", "services": "teams", "country": "DE", "depth": "short"}
LATER = {"action": "later", "workshop": 1}


async def test_15_what_was_refused_for_now_is_sent_again(bot: Bot, channel: Room) -> None:
    connector, fm = channel.connector, Person(channel, "fm")
    await fm.says("/help")
    await connector.asked(2)
    connector.faults += [Fault(429, retry_after="0"), Fault(412), Fault(429, "Throttled")]
    assert await fm.says("/ssat") == 200
    assert (await connector.arrived(2))[1].kind == "post"
    assert (connector.calls, len(connector.faults)) == (6, 0), "the roster, the help, the card four times"


@pytest.mark.parametrize("fault", [Fault(502), Fault(LOSE)], ids=["502", "lost"])
async def test_15_an_update_is_sent_again_where_nobody_knows_and_no_answer_is_lost(
    bot: Bot, channel: Room, store: Mapping[str, str], fault: Fault
) -> None:
    connector, fm = channel.connector, Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.answers(most=3)
    await connector.asked(len(connector.sent))
    updates, calls = _updates(channel), connector.calls
    connector.broken[channel.conversation] = fault
    await fm.invokes(LATER)
    await connector.asked(calls + 1)
    assert len((await stored(store, channel.id))["answers"]) == 3
    connector.broken.clear()
    await connector.asked(calls + 2)
    assert await bot.stop() == 0
    assert _updates(channel) > updates
    assert len(connector.shown[channel.conversation]) == len(connector.posts(channel.conversation))


async def test_15_a_post_of_which_nobody_knows_is_not_repeated_and_the_next_ssat_posts_the_card(
    bot: Bot, channel: Room
) -> None:
    connector, fm = channel.connector, Person(channel, "fm")
    for number, (fault, arrived) in enumerate(((Fault(504), []), (Fault(LOSE), ["post"]))):
        connector.broken[channel.conversation] = fault
        assert await fm.says("/ssat") == 200
        await bot.logs("kind=post", least=number + 1)  # not the pointer, which has nothing to point from
        assert [one.kind for one in channel.sent()] == arrived
    connector.broken.clear()
    connector.shown.clear()
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP)
    assert question_of(await fm.opens("my_questions")) is not None


async def test_15_an_update_of_a_card_that_is_gone_posts_it_anew_and_updates_that_one(
    bot: Bot, channel: Room
) -> None:
    connector, fm = channel.connector, Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await fm.answers(most=1)
    sent = len(await connector.arrived(2))
    connector.faults.append(Fault(404, "ActivityNotFound"))
    await fm.invokes(LATER)
    posted = (await connector.arrived(sent + 1))[sent]
    assert posted.kind == "post"
    await fm.answers(most=1)
    await fm.invokes(LATER)
    updated = (await connector.arrived(sent + 2))[sent + 1]
    assert (updated.kind, updated.activity_id) == ("update", posted.activity_id)


async def test_17_eight_hung_sends_do_not_delay_others(
    bot: Bot, channel: Room, connector: FakeConnector
) -> None:
    stuck = [replace(channel, id=f"19:stuck{number}@thread.tacv2") for number in range(8)]
    for room in stuck:
        connector.broken[room.conversation] = Fault(HANG)
    await asyncio.gather(*(Person(room, "fm").says("/ssat") for room in stuck))
    # Their rosters are asked for without the thread, and answered.
    while connector.waiting < 8:
        await connector.asked(connector.calls + 1)
    fm = Person(channel, "fm")
    for text in ("/ssat", "/help"):
        begun, posts = time.monotonic(), len(connector.posts(channel.conversation))
        assert await fm.says(text) == 200
        while len(connector.posts(channel.conversation)) == posts:
            await connector.arrived(len(connector.sent) + 1)
        assert time.monotonic() - begun < 2
    begun = time.monotonic()
    await fm.sets_up(**SETUP)
    assert any(one["data"]["action"] == "my_questions" for one in actions(fm.card)) or question_of(fm.card)
    assert time.monotonic() - begun < 2


def _updates(room: Room) -> int:
    return len([one for one in room.sent() if one.kind == "update"])
