"""With SSAT_NAMES=roles nobody is named in the thread, whatever is done there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from tests.fakes.settings import anonymous_settings
from tests.fakes.teams import FakeTeams
from tests.player import Player
from tests.world import CHANNEL, World

CONVERSATIONS = Path(__file__).parents[1] / "conversations"
PLAYED = (
    "check_ins_are_held",
    "minutes_and_files",
    "people_are_invited",
    "people_are_reminded",
    "the_owner_is_whom_the_answer_names",
    "the_result_is_confirmed",
    "voices_that_differ",
)
"""Between them every card that stands in a thread and can name somebody."""
_ROLES = "Kommunikation, Schulung, Projektleitung"
"""Of one person, in the workshop of which the roles are looked at."""


async def _thread(book: Book, name: str, style: str) -> tuple[World, str]:
    teams = FakeTeams()
    world = World(book, settings=anonymous_settings(SSAT_NAMES=style), teams=teams)
    script = (CONVERSATIONS / f"{name}.txt").read_text(encoding="utf-8")
    if style == "roles":
        # They look for the card by the line that names the lead.
        script = re.sub(r"(looks at Lead: )\w+", r"\1Workshop lead", script)
        script = re.sub(r"(looks at Workshop-Leitung: )\w+", r"\1Workshop-Leitung", script)
    await Player(world).play(script)
    cards = [one.card for one in teams.messages if one.conversation.startswith(CHANNEL) and not one.targeted]
    return world, json.dumps(cards, ensure_ascii=False)


@pytest.mark.parametrize("name", PLAYED)
async def test_no_card_of_the_thread_names_anybody(name: str, book: Book) -> None:
    world, said = await _thread(book, name, "roles")
    named = {one.who.name for one in world.people.values()}
    assert [one for one in named if re.search(rf"\b{one}\b", said)] == []


async def test_roles_stand_there_instead(book: Book) -> None:
    _, said = await _thread(book, "the_owner_is_whom_the_answer_names", "roles")
    assert "Dabei: " in said
    assert _ROLES in said
    assert "Jemand aus dem Team" in said
    assert "Anna" not in said
    _, said = await _thread(book, "the_owner_is_whom_the_answer_names", "names")
    assert f" ({_ROLES})" in said
    assert "Jemand aus dem Team" not in said


async def test_a_role_that_stands_for_somebody_stands_there_once(book: Book) -> None:
    _, said = await _thread(book, "the_owner_is_whom_the_answer_names", "roles")
    assert f"{_ROLES} (" not in said
    assert "Workshop-Leitung: " not in said
