"""A long answer keeps its whole text when somebody confirms it."""

from __future__ import annotations

import json

from bot.core.answers.rows import voice_key
from bot.core.playbook.book import Book
from bot.core.ports import Table
from tests.core.playbook.playbooks import small_playbook
from tests.world import World

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
