"""A bot that is killed: what it said it saved is there, and the workshop goes on where it stood."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest

from tests.service.card import actions, question_of
from tests.service.client import Person, Room
from tests.service.exported import exported, said
from tests.service.process import Bot

SHORT = {"customer": "Contoso", "services": "onedrive,teams", "country": "DE", "launch": "2031-05-05"}


async def test_a_killed_bot_goes_on_with_the_next_open_question(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SHORT)
    await fm.answers(most=5)
    shown = question_of(fm.card)

    await bot.kill()
    await bot.start()
    channel.bot_url = bot.url

    assert question_of(await fm.opens("my_questions")) == shown
    await fm.answers()
    assert set(Counter(question for question, _, _ in fm.asked).values()) == {1}
    answers = said(await exported(tmp_path, store, channel.id))
    assert [question for question, _, _ in answers] == [question for question, _, _ in fm.asked]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_a_press_that_the_crash_cut_off_counts_once_when_teams_sends_it_again(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SHORT)
    first = question_of(await fm.opens("my_questions"))

    pressed = asyncio.create_task(fm.answers_one())
    # Long enough to reach the bot; whether it was saved by then, the test does not depend on.
    await asyncio.wait([pressed], timeout=0.01)
    await bot.kill()
    await asyncio.wait([pressed])
    cut_off = isinstance(pressed.exception(), aiohttp.ClientError)
    assert cut_off or pressed.exception() is None, pressed.exception()
    await bot.start()
    channel.bot_url = bot.url

    following = question_of(await fm.again())
    assert following not in (None, first)
    assert question_of(await fm.opens("my_questions")) == following
    engagement = await exported(tmp_path, store, channel.id)
    assert [row["question"] for row in engagement["answers"]] == [first and first[0]]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_the_shared_card_is_updated_after_a_restart_and_not_posted_twice(
    bot: Bot, channel: Room
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SHORT)
    await fm.opens("my_questions")
    await fm.answers_one()
    posted = len([one for one in channel.sent() if one.kind == "post"])

    await bot.kill()
    await bot.start()
    channel.bot_url = bot.url

    before = len(channel.connector.sent)
    await fm.opens("my_questions")
    later = next(one for one in actions(fm.card) if one["data"]["action"] == "later")
    await fm.presses(later)
    await channel.connector.arrived(before + 1)
    assert channel.connector.sent[-1].kind == "update"
    assert len([one for one in channel.sent() if one.kind == "post"]) == posted
