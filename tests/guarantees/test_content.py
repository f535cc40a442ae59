"""Guarantees 7 and 21 to 23: whatever is in a press, a text or an id changes nothing that it should not."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.engagement import Value
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.questions.entries import question_entries
from bot.core.questions.parse import Entry
from bot.core.questions.picture import Picture
from tests.cards.inert import acting
from tests.cards.samples.parts import HOSTILE
from tests.guarantees.stored import all_stored, stored
from tests.service.card import Card, filled, inputs, question_of, texts
from tests.service.client import Person, Room
from tests.service.exported import said
from tests.service.process import Bot, run_command
from tests.world import World

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE", "depth": "short"}
SCENARIO = {"action": "answer", "workshop": 1, "question": "SZ1", "scenarios": "other"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=4,
)

WORDS = st.sampled_from(("yes", "no", "other", "teams", "7", "2031-03-04", "https://contoso.com/", "maybe"))


@given(data=st.data())
@settings(max_examples=100, deadline=None)
async def test_07_a_bad_card_value_changes_nothing(book: Book, data: st.DataObject) -> None:
    world = World(book)
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": ["teams"], "depth": "full"})
    [before] = await world.engagements()
    picture = Picture(book, before, world.clock.now())
    asked = [one for one in book.playbook.questions if picture.find(one.id, None)]
    question = data.draw(st.sampled_from(asked))
    entries = question_entries(book, before, question, {})
    right = {name: value for entry in entries for name, value in _right(entry).items()}
    sent = right | {data.draw(st.sampled_from([*right, "revision"])): data.draw(JSON | WORDS)}
    reply = await fm.sends({"action": "answer", "workshop": 1, "question": question.id} | sent)
    assert reply.status == 200
    assert reply.body is not None
    assert str(reply.body["type"]).endswith("card.adaptive")
    [after] = await world.engagements()
    if after != before:
        assert list(after.voices) == [question.id]
        [[voice]] = after.voices.values()
        assert all(_may_stand(entry, voice.fields.get(entry.id)) for entry in entries), voice


def _right(entry: Entry) -> dict[str, str]:
    """What a person could have entered, by input."""
    match entry.kind:
        case "choice" | "yes_partly_no" | "multi":
            return {entry.id: entry.options[0][0]}
        case "number":
            return {entry.id: str((entry.min or 0) + 7)}
        case "person":
            return {entry.id + OTHER_PERSON: "Ada"}
        case "date":
            return {entry.id: "2031-03-04"}
        case "url":
            return {entry.id: "https://intranet.contoso.com/"}
        case _:
            return {entry.id: "some words"}


def _may_stand(entry: Entry, value: Value | None) -> bool:
    """Whether a card offers in this field what is stored there."""
    offered = {key for key, _ in entry.options}
    match entry.kind:
        case "choice" | "yes_partly_no":
            return value is None or value in offered
        case "multi":
            return value is None or (isinstance(value, list) and set(value) <= offered)
        case "number":
            return value is None or (isinstance(value, int) and value >= 0)
        case "person":
            return value is None or (isinstance(value, dict) and set(value) <= {"tenant", "id", "name"})
        case "date":
            return value is None or date.fromisoformat(str(value)) is not None
        case _:
            return value is None or (isinstance(value, str) and len(value) <= entry.limit)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_21_what_people_write_is_inert_on_every_card(bot: Bot, channel: Room) -> None:
    hostile, name = str(HOSTILE), str(HOSTILE)[:100]
    channel.connector.people.append(
        {
            "id": "29:evil",
            "objectId": "id-evil",
            "name": name,
            "tenantId": channel.connector.people[0]["tenantId"],
        }
    )

    def fill(card: Card) -> dict[str, str]:
        written = {
            one["id"]: name if one["id"].endswith("_name") else hostile
            for one in inputs(card)
            if one["type"] == "Input.Text" and one.get("style") != "url"
        }
        # Of a person the written name is to stand alone: together with a choice it is refused.
        named = {one.removesuffix("_name") for one in written}
        return {key: value for key, value in filled(card).items() if key not in named} | written

    fm = Person(channel, "fm")
    await fm.says(f"/resources {hostile}")
    await fm.says("/ssat")
    seen = [await fm.sets_up(**SETUP | {"customer": name})]
    seen.append(await fm.opens("my_questions"))
    while question_of(fm.card) is not None:
        seen.append(await fm.answers_one(fill))
    for action in ("overview", "summary", "next_steps", "lead"):
        seen.append(await fm.invokes({"action": action, "workshop": 1}))
    await fm.says("/status")
    await fm.says(hostile)
    assert await bot.stop() == 0
    for activity in channel.connector.posts() + [one.activity for one in channel.sent()]:
        seen += [one["content"] for one in activity.get("attachments", ())]
    assert sum("evil.example" in str(card) for card in seen) > 5
    assert [found for card in seen for found in acting(card)] == []


TEXTS = {
    "plain": "Grüße aus Köln",
    "the longest": "x" * 2000,
    "the longest of emoji": "😀" * 2000,
    "line breaks": "eins\nzwei\n\ndrei",
    "a formula": '=HYPERLINK("https://evil.example")',
    "quotes": "'; DROP TABLE engagements; -- \" \\ %s {0} ${x} {{x}}",
    "right to left": "\u202eמרחבא\u202c \u200d\ufeff",
    "joined": "👩‍👩‍👧‍👦 é é ﬀ",
    "JSON": '{"a": [1, null]}',
    "noncharacters": "\ufffe \U0010ffff",
}
MENDED = {
    "a\x00b\x07c": "abc",
    "half \ud800 a pair": "half \ufffd a pair",
    "\udfff": "\ufffd",
    "  around  ": "around",
}
REFUSED = ("x" * 2001, "😀" * 2001, "\n".join("abc" for _ in range(600)))


async def test_22_any_text_up_to_its_limit_comes_back_and_the_rest_is_refused_with_the_reason(
    bot: Bot, channel: Room, store: Mapping[str, str]
) -> None:
    fm = Person(channel, "fm")
    await fm.says("/ssat")
    await fm.sets_up(**SETUP)
    expected = {}
    for number, (text, kept) in enumerate([*((one, one) for one in TEXTS.values()), *MENDED.items()]):
        writer = Person(channel, f"writer{number}")
        card = await writer.invokes(SCENARIO | {"other_scenario": text})
        assert question_of(card) != ("SZ1", None), f"refused: {texts(card)[:300]}"
        expected["SZ1", None, writer.id] = kept
    for text in REFUSED:
        card = await fm.invokes(SCENARIO | {"other_scenario": text})
        assert question_of(card) == ("SZ1", None)
        assert "zu lang" in texts(card)
    answers = said(await stored(store, channel.id))
    assert {key: row["value"]["other_scenario"] for key, row in answers.items()} == expected


HOSTILE_IDS = (
    "19:a' or PartitionKey ne '@thread.tacv2",
    "19:a/../b\\c#d?e%2f&x=1@thread.tacv2",
    "19:\u00e4\U0001f600 \ufffd~state~current@thread.tacv2",
    "19:" + "x" * 600,
    "19:" + "x" * 601,
)


async def test_23_ids_and_filters_cannot_be_injected(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    leads = []
    for number, key in enumerate((channel.id, *HOSTILE_IDS)):
        fm = Person(replace(channel, id=key), f"fm{number}' or RowKey ge '/\\#?")
        assert await fm.says("/ssat") == 200
        await fm.sets_up(**SETUP | {"customer": f"Customer {number}"})
        await fm.answers(most=2)
        leads.append(fm)
    found = await all_stored(store)
    for number, fm in enumerate(leads):
        engagement = found[fm.room.id]
        assert engagement["customer"] == f"Customer {number}"
        # An object id is kept in lower case, whatever else a client puts into it.
        assert {row["by"]["id"] for row in engagement["answers"]} == {fm.id.lower()}
        assert len(engagement["answers"]) == 2
    ids = {found[fm.room.id]["id"] for fm in leads}
    assert len(ids) == len(leads)
    wrong = ("x' or PartitionKey ne '", f"{found[channel.id]['id']}' or 'a' eq 'a")
    for ran in await asyncio.gather(
        *(run_command(tmp_path, store, "export", "--format", "json", "--engagement", one) for one in wrong)
    ):
        assert (ran.code, ran.out) == (1, "")
    before = found[channel.id]
    for data in _presses(before["id"]):
        await leads[1].invokes(data)
    assert await stored(store, channel.id) == before
    assert not [line for line in bot.said if " ERROR " in line]


def _presses(engagement: str) -> list[dict[str, Any]]:
    """Presses by somebody elsewhere that name what is not theirs."""
    return [
        {"action": "pick", "engagement": engagement, "command": "status"},
        {"action": "answer", "engagement": engagement, "workshop": 1, "question": "DC' or '1' eq '1"},
        {"action": "discard", "engagement": engagement, "workshop": 99},
        {"action": "save_setup", "engagement": engagement, "workshop": 2, "customer": "Mine"},
        {"action": "my_questions", "engagement": "../" + engagement, "workshop": 1},
    ]
