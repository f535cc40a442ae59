"""Confirming loses nothing: neither of a long answer, nor of one that came from an older card."""

from __future__ import annotations

import json

from bot.core.answers.rows import voice_key
from bot.core.playbook.book import Book
from bot.core.ports import Table
from tests.core.playbook.playbooks import small_playbook
from tests.world import World

CLOSING = {
    "action": "answer",
    "question": "CL",
    "workshop": 1,
    "revision": 50,
    "effort": "light",
    "project_plan": "yes",
    "confirm": "confirmed",
}
LONG = "Wir möchten " + "besser " * 100 + "arbeiten."


async def test_a_confirmed_long_answer_is_confirmed_in_its_row_and_still_whole() -> None:
    world = World(Book(small_playbook()))
    fm, tim = world.person("fm"), world.person("tim")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    tim.looking_at = fm.looking_at
    said = {"action": "answer", "question": "SZ1", "scenarios": "meetings", "detail": LONG}
    await tim.sends({**said, "workshop": 1, "revision": 50})
    [engagement] = await world.engagements()
    key = voice_key("SZ1", tim.who.key)
    for confirmed in (False, True):
        row = await world.store.get(Table.ENGAGEMENTS, engagement.id, key)
        assert row is not None
        assert row.columns["confirmed"] is confirmed
        assert json.loads(str(row.columns["value"]))["detail"] == LONG
        await fm.sends({"action": "confirm", "question": "SZ1", "workshop": 1, "revision": 50})


async def test_who_answers_the_whole_question_while_only_its_confirmation_is_asked_for_is_heard_whole(
    book: Book,
) -> None:
    world = World(book)
    fm, ben, dora = world.person("fm"), world.person("ben"), world.person("dora")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", {"customer": "Contoso", "services": "teams", "depth": "short"})
    await fm.sends({"action": "ask_last", "workshop": 1})
    for one in (ben, dora):
        one.looking_at = fm.looking_at
        await one.sends({"action": "save_roles", "workshop": 1, "roles": "project_lead"})
    await ben.sends({**CLOSING, "rhythm": "weekly", "tool": "email"})
    await ben.sends(
        {"action": "answer", "question": "ST1", "workshop": 1, "revision": 50, "commitment": "open"}
    )
    await fm.sends({"action": "ask_last", "workshop": 1})

    await dora.sends({**CLOSING, "rhythm": "monthly", "tool": "phone"})
    [engagement] = await world.engagements()
    heard = {voice.by: (voice.fields["rhythm"], voice.fields["tool"]) for voice in engagement.voices["CL"]}
    assert heard == {ben.who.key: ("weekly", "email"), dora.who.key: ("monthly", "phone")}

    await ben.sends(
        {"action": "answer", "question": "CL", "workshop": 1, "revision": 50, "confirm": "confirmed"}
    )
    [again] = await world.engagements()
    assert {voice.by: voice.fields["tool"] for voice in again.voices["CL"]} == {
        ben.who.key: "email",
        dora.who.key: "phone",
    }
