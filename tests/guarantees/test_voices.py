"""Guarantees 12 and 13: two instances on one store, many voices at once, the same activity many times."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tests.guarantees.stored import stored
from tests.service.card import asks_for_more, inputs, positive, question_of
from tests.service.client import Person, Room
from tests.service.exported import said
from tests.service.process import Bot

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE", "depth": "short"}


@pytest.fixture
async def rooms(
    channel: Room, start: Callable[[Mapping[str, str]], Bot], store: Mapping[str, str]
) -> tuple[Room, Room]:
    """The same channel, served by two instances on one store."""
    second = start(store)
    await second.start()
    return channel, replace(channel, bot_url=second.url)


async def test_12_simultaneous_answers_on_two_instances_are_all_stored(
    rooms: tuple[Room, Room], store: Mapping[str, str]
) -> None:
    people = [Person(rooms[n % 2], name) for n, name in enumerate(("fm", "dora", "tim", "ines", "paul"))]
    await people[0].says("/ssat")
    await people[0].sets_up(**SETUP)
    for person in people[1:]:
        await person.takes_part("project_lead")
    cards = await asyncio.gather(*(person.opens("my_questions") for person in people))
    [question] = {question_of(card) for card in cards}
    assert question is not None
    choices = [one["value"] for one in _choices(cards[0])]
    values = [{"still_right": choices[n % len(choices)]} for n in range(len(people))]
    assert len({str(one) for one in values}) > 1, "they do not all say the same"
    shown = await asyncio.gather(
        *(
            person.presses(positive(card), sent)
            for person, card, sent in zip(people, cards, values, strict=True)
        )
    )
    assert all(question_of(card) != question or asks_for_more(card) for card in shown), (
        "everybody reads that it was taken"
    )
    answers = said(await stored(store, rooms[0].id))
    assert {key: row["value"] for key, row in answers.items()} == {
        (*question, person.id): sent for person, sent in zip(people, values, strict=True)
    }


@pytest.mark.parametrize("store", ["azure-tables"], indirect=True)
async def test_13_the_same_activity_many_times_on_two_instances_has_one_effect(
    rooms: tuple[Room, Room], store: Mapping[str, str]
) -> None:
    first, second = rooms
    fm = Person(first, "fm")
    started = fm.typed("/ssat")
    answers = await asyncio.gather(*(room.deliver(started) for room in (first, second, first, second)))
    assert [status for status, _ in answers] == [200] * 4
    await fm.sets_up(**SETUP)
    assert len(first.connector.posts(first.conversation)) == 1
    question = question_of(await fm.opens("my_questions"))
    await fm.answers_one()
    following = question_of(fm.card)
    other = Person(second, "fm", last=fm.last)
    again = await asyncio.gather(*(person.again() for person in (fm, other, fm, other, other)))
    assert {question_of(card) for card in again} == {following}
    engagement = await stored(store, first.id)
    assert [row["question"] for row in engagement["answers"]] == [question and question[0]]


@pytest.mark.parametrize("store", ["azure-tables"], indirect=True)
async def test_13_a_press_on_one_instance_while_another_still_posts_the_card_posts_no_second_one(
    rooms: tuple[Room, Room], store: Mapping[str, str]
) -> None:
    first, second = rooms
    first.connector.slow = 4.0
    await Person(first, "fm").says("/ssat")
    fm = Person(second, "fm")
    await fm.sets_up(**SETUP)
    question = question_of(await fm.opens("my_questions"))
    assert question is not None, "the card that stands there says that the workshop has begun"
    assert len(first.connector.posts(first.conversation)) == 1


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_13_while_the_first_still_runs_it_has_one_effect_and_one_reply(bot: Bot, channel: Room) -> None:
    fm = Person(channel, "fm")
    for text in ("/ssat", "/help", "/status"):
        typed = fm.typed(text)
        answers = await asyncio.gather(*(channel.deliver(typed) for _ in range(5)))
        assert [status for status, _ in answers] == [200] * 5
        assert (await channel.deliver(typed))[0] == 200
    assert await bot.stop() == 0
    assert len(channel.connector.posts()) == 3


def _choices(card: Mapping[str, object]) -> list[Mapping[str, str]]:
    [choice] = [one for one in inputs(card) if one["id"] == "still_right"]
    found: list[Mapping[str, str]] = choice["choices"]
    return found
