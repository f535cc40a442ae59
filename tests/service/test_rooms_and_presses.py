"""Group chats and personal chats work; presses that make no sense get a kind card, and change nothing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fakes.connector import FakeConnector
from tests.service.card import actions, inputs, positive, question_of, texts
from tests.service.client import Person, Room
from tests.service.exported import everything, exported
from tests.service.process import Bot

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
SETUP = {"customer": "Contoso", "services": "teams", "country": "US", "depth": "short"}


@pytest.mark.parametrize("kind", ["groupChat", "personal"])
async def test_a_workshop_is_held_in_a_chat(
    kind: str, bot: Bot, session: aiohttp.ClientSession, connector: FakeConnector,
    store: Mapping[str, str], tmp_path: Path,
) -> None:  # fmt: skip
    chat = Room(bot.url, session, connector, f"19:{uuid.uuid4().hex}@unq.gbl.spaces", kind)
    fm = Person(chat, "fm", locale="en-US")
    assert await fm.says("/ssat") == 200
    if kind == "personal":
        await fm.opens("rehearse")
        await fm.presses(positive(fm.card))
    await fm.sets_up(**SETUP)
    await fm.answers()
    await chat.shows(lambda card: any(one["data"]["action"] == "next_steps" for one in actions(card)))
    engagement = await exported(tmp_path, store, chat.id)
    assert [row["question"] for row in engagement["answers"]] == [question for question, _, _ in fm.asked]
    assert engagement["language"] == "en"


BAD: dict[str, Mapping[str, Any]] = {
    "an unknown action": {"action": "launch_missiles", "revision": 1},
    "no action": {"revision": 1},
    "an action that is a number": {"action": 7},
    "an action that is a list": {"action": ["answer"]},
    "an overlong action": {"action": "a" * 5000},
    "a question that is not asked": {"action": "answer", "revision": 3, "workshop": 1, "question": "ZZ99"},
    "a question of another service": {"action": "answer", "workshop": 1, "question": "DC", "service": "fax"},
    "no question": {"action": "answer", "revision": 3, "workshop": 1},
    "a workshop that never was": {"action": "my_questions", "workshop": 99, "revision": 1},
    "a workshop that is a word": {"action": "my_questions", "workshop": "first"},
    "a negative revision": {"action": "answer", "revision": -1, "workshop": 1, "question": "DC"},
    "a revision that is an object": {"action": "answer", "revision": {}, "question": "DC"},
    "inputs that are objects": {"action": "answer", "workshop": 1, "question": "DC", "still_right": {"a": 1}},
    "an unknown form": {"action": "form", "workshop": 1, "question": "DC", "form": "tax"},
    "somebody else's engagement": {"action": "pick", "engagement": "x~y~0001", "command": "status"},
    "setup by somebody else": {"action": "save_setup", "workshop": 1, "customer": "Mine"},
    "nothing": {},
}  # fmt: skip


async def test_presses_that_make_no_sense_get_a_kind_card_and_change_nothing(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    fm, dora = Person(channel, "fm"), Person(channel, "dora")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    await dora.takes_part("project_lead")
    before = await exported(tmp_path, store, channel.id)

    for what, data in BAD.items():
        card = await dora.invokes(data)
        assert len(texts(card)) > 10, what
        assert "Traceback" not in texts(card), what
    assert await exported(tmp_path, store, channel.id) == before
    assert not [line for line in bot.said if " ERROR " in line]


async def test_an_old_card_of_a_finished_question_changes_nothing_and_says_so(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    fm = Person(channel, "fm", locale="en-US")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    first = await fm.opens("my_questions")
    question = question_of(first)
    assert question is not None
    await fm.answers_one()
    old, choices = fm.last, next(one for one in inputs(first) if one.get("choices"))["choices"]
    data = dict(old["value"]["action"]["data"]) | {"still_right": choices[1]["value"]}
    again = await fm.presses(next(one for one in actions(first) if one["data"]["action"] == "answer"), data)
    assert "That card was out of date" in texts(again)
    engagement = await exported(tmp_path, store, channel.id)
    assert [(row["question"], row["value"]["still_right"]) for row in engagement["answers"]] == [
        (question[0], choices[0]["value"])
    ]


async def test_what_is_refused_says_why_at_the_field_and_puts_back_what_was_typed(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    fm = Person(channel, "fm", locale="de-DE")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    before = await exported(tmp_path, store, channel.id)
    base = {"action": "answer", "workshop": 1, "revision": 9}
    refused = {
        "zu lang": {"question": "SZ1", "scenarios": "other", "other_scenario": "x" * 2001},
        "Bitte füllen Sie dieses Feld aus": {"question": "SZ1", "scenarios": ""},
        "eine Zahl von 1": {"question": "SZ4", "people": "0", "without_pc": "none"},
        "eine ganze Zahl": {"question": "SZ4", "people": "viele", "without_pc": "none"},
        "gibt es hier nicht": {"question": "DC", "still_right": "maybe"},
    }
    for sentence, data in refused.items():
        card = await fm.invokes(base | data)
        assert sentence in texts(card)
        standing = {one["id"]: str(one.get("value", "")) for one in inputs(card)}
        for name, value in data.items():
            if name in standing and value != "maybe":
                assert standing[name] == value
    card = await fm.invokes(
        base | {"action": "planned", "question": "DC", "planned_by_name": "Ada", "planned_on": "2001-01-01"}
    )
    assert "schon vorbei" in texts(card)
    assert {"Ada", "2001-01-01"} <= {str(one.get("value")) for one in inputs(card)}
    assert await exported(tmp_path, store, channel.id) == before


async def test_a_press_without_any_workshop_says_how_to_begin(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    card = await Person(channel, "dora").invokes({"action": "my_questions", "workshop": 1, "revision": 1})
    assert "/ssat" in texts(card)
    assert await everything(tmp_path, store) == {}


async def test_a_client_without_execute_gets_the_answer_as_a_message(
    bot: Bot, channel: Room, store: Mapping[str, str]
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    submitted = Person(channel, "member")._activity() | {
        "type": "message",
        "value": {"action": "take_part", "workshop": 1, "revision": 2},
    }
    status, body = await channel.deliver(submitted)
    assert (status, body) == (200, None)
    _, card = await channel.shows(lambda card: bool(inputs(card)))
    assert [one["id"] for one in inputs(card)] == ["roles"]
