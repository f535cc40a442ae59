"""Guarantees 16, 18 and 19: a store that is down, frozen, or loses its answers."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping

import pytest

from tests.guarantees.behind_proxy import BehindProxy, every
from tests.ports.proxy import Fault, busy, drop, lose_answer, silence
from tests.service.card import Card, filled, inputs, positive, question_of, texts
from tests.service.client import Person, Room

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE", "depth": "short"}
SENTENCE = {"de-DE": "Ich kann gerade nicht speichern", "en-US": "I can't save at the moment"}


async def test_16_what_could_not_be_stored_is_5xx_and_done_when_teams_sends_it_again(
    behind: BehindProxy, room: Room
) -> None:
    fm = Person(room, "fm")
    behind.proxy.always = drop
    assert await fm.says("/ssat") == 503
    behind.proxy.always = None
    assert await fm.says("/ssat") == 200
    every(behind.proxy, busy)
    again = fm.typed("/language en")
    assert (await room.deliver(again))[0] == 503
    behind.proxy.commits.clear()
    assert (await behind.engagement(room))["language"] == "de"
    assert (await room.deliver(again))[0] == 200
    assert (await behind.engagement(room))["language"] == "en"


@pytest.mark.parametrize("fault", [silence, drop], ids=["frozen", "down"])
async def test_18_without_the_store_a_turn_ends_in_time_with_an_honest_sentence_in_the_same_view(
    behind: BehindProxy, room: Room, fault: Fault
) -> None:
    fm, dora, tim = Person(room, "fm"), Person(room, "dora", locale="en-US"), Person(room, "tim")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await dora.takes_part("department")
    await tim.takes_part("it")
    people = [fm, dora, tim]
    for person in people:
        await person.opens("my_questions")
    shown = [(person.card, filled(person.card)) for person in people]

    behind.proxy.always = fault
    took = await asyncio.gather(
        *(_press(person, card, sent) for person, (card, sent) in zip(people, shown, strict=True))
    )
    assert max(took) < 8
    for person, (card, sent) in zip(people, shown, strict=True):
        assert SENTENCE[person.locale] in texts(person.card)
        assert question_of(person.card) == question_of(card)
        back = {one["id"]: str(one.get("value", "")) for one in inputs(person.card)}
        assert {name: back[name] for name in sent} == sent

    behind.proxy.always = None
    assert (await behind.engagement(room))["answers"] == []
    for person, (card, _) in zip(people, shown, strict=True):
        assert question_of(await person.again()) != question_of(card)
    assert len((await behind.engagement(room))["answers"]) == len({question_of(card) for card, _ in shown})


async def _press(person: Person, card: Card, sent: Mapping[str, str]) -> float:
    begun = time.monotonic()
    await person.presses(positive(card), sent)
    return time.monotonic() - begun


async def test_19_a_write_whose_answer_was_lost_is_neither_an_error_nor_a_double(
    behind: BehindProxy, room: Room
) -> None:
    every(behind.proxy, lose_answer)
    fm = Person(room, "fm")
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP)
    await fm.answers(most=4)
    lost = 200 - len(behind.proxy.commits)
    behind.proxy.commits.clear()
    assert lost >= 6
    answers = (await behind.engagement(room))["answers"]
    assert [row["question"] for row in answers] == [question for question, _, _ in fm.asked]
    assert len({question for question, _, _ in fm.asked}) == 4
    assert await behind.log_rows(room) == 9, (
        "the start, both steps of the setup, the invitation, four answers, and once what applies with one"
    )
    assert not [line for line in behind.bot.said if " ERROR " in line or " WARNING aio" in line]
    posts = [json.dumps(one) for one in room.connector.posts(room.conversation)]
    assert len(posts) == len(set(posts)) > 0
