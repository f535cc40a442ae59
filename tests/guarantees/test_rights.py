"""Whoever presses whatever, with whatever in it: nobody reaches or changes what is not theirs."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.teams.inbound.http import Reply
from bot.teams.presses.table import ALL_PRESSES
from cards.pressing import pressables
from dialogs.setup import TAKES as OF_THE_SETUP
from tests.guarantees.rooms import everything_happened
from tests.world import PERSONAL, THREAD, Human, World

ALL = sorted({*ALL_PRESSES, "", "no such action"})
ITEMS = ("own-1", "ST1", "2536", "R01", "voice", "../x", "\u202e' or 1 eq 1", "99")
FORMS = ("settle", "hand_over", "planned", "item_owner", "check_in_set", "accept", "nonsense")
ENTERED = {
    "customer": "Mine",
    "services": "teams",
    "fm": "contoso-tenant/id-sam",
    "voice": "contoso-tenant/id-sam",
    "version": "1",
    "day": "2026-12-01",
    "note_text": "mine",
    "task_id": "1",
    "task_name": "mine",
    "file": "xlsx",
    "page": "-1",
    "reason": "no_need",
    "because": "mine",
    "language": "en",
}
"""Inputs of the FM's forms, as somebody else might send them."""
OF_THE_TEAM = ("people", "voices", "talks", "plan", "metrics", "discussions", "excepted", "muted", "minutes")
"""What the customer's team changes; with it go the bookkeeping and what follows from it."""
BOOKKEEPING = (
    "revision", "updated", "seen", "last_answer", "shared_stale", "due", "urgent", "told", "listed", "news",
    "posted", "outdated", "undoable",
)  # fmt: skip


def presses(workshop: int, engagement: str | None) -> Iterator[dict[str, Any]]:
    """Every action there is, with each item and form once."""
    for place, action in enumerate(ALL):
        for turn in range(max(len(ITEMS), len(FORMS))):
            yield ENTERED | {
                "action": action,
                "workshop": workshop,
                "revision": 2**31 - 1 if turn % 2 else 0,
                "question": ("ST1", "AW1", "no'ne", "")[(place + turn) % 4],
                "service": ("", "teams", "fax")[turn % 3],
                "item": ITEMS[turn % len(ITEMS)],
                "form": FORMS[turn % len(FORMS)],
                "command": ("status", "export", "engagement", "x")[turn % 4],
                **({"engagement": engagement} if engagement else {}),
            }


async def pressed(human: Human, data: dict[str, Any], where: str) -> Reply:
    """The press, as a client would send it that follows no card."""
    body = human._base(f"chat-29:{human.who.id}" if where == PERSONAL else where)
    action = {"type": "Action.Execute", "verb": data["action"], "data": data}
    body |= {"type": "invoke", "name": "adaptiveCard/action", "replyToId": "m1"}
    body |= {"value": {"action": action, "trigger": "manual"}}
    return await human.world.deliver(human._sent(body))


def shown(reply: Reply) -> str:
    """The card that answers, as it is sent."""
    assert reply.status == 200
    assert reply.body is not None
    assert str(reply.body["type"]).endswith("card.adaptive")
    card: dict[str, Any] = reply.body["value"]
    told = json.dumps(card, ensure_ascii=False, separators=(",", ":"))
    assert len(told.encode("utf-16-le")) < 80_000
    assert sum(one.main for one in pressables(card)) <= 1
    return told


@pytest.mark.parametrize("status", ["setup", "running", "completed", "redirected", "gone"])
async def test_somebody_of_the_team_changes_nothing_of_the_fm(
    book: Book, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    world = await everything_happened(book, status)
    sam = world.person("sam")
    [before] = await world.engagements()
    with caplog.at_level(logging.WARNING):
        for data in presses(1, None):
            told = shown(await pressed(sam, data, THREAD))
            assert "ONLY-THE-FM" not in told, data
            assert data["action"] not in OF_THE_SETUP or "Input." not in told, data
    assert [one.message for one in caplog.records] == []
    [after] = await world.engagements()
    assert changed_by_the_fm(before, after) == []
    if status not in ("running", "completed"):
        assert (after.voices, after.plan, after.metrics) == (before.voices, before.plan, before.metrics)


def changed_by_the_fm(before: Engagement, after: Engagement) -> list[str]:
    """What differs of that which only the FM changes."""
    fields = set(before.__struct_fields__) - {*OF_THE_TEAM, *BOOKKEEPING}
    found = [name for name in fields if getattr(before, name) != getattr(after, name)]
    if before.minutes and after.minutes:
        issued = replace(after.minutes, confirmed=before.minutes.confirmed)
        found += [] if issued == before.minutes else ["minutes"]
    return sorted(found)


@pytest.mark.parametrize("name", ["sam", "zed", "otto"])
async def test_23_who_is_not_of_a_workshop_learns_and_changes_nothing_from_elsewhere(
    book: Book, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Sam of the same tenant, Zed who leads other workshops, Otto of another tenant: in their own chats with
    the bot, with the id of the workshop."""
    world = await everything_happened(book, "running")
    other = world.person(name, tenant="fabrikam-tenant" if name == "otto" else "contoso-tenant")
    [before] = await world.engagements()
    with caplog.at_level(logging.WARNING):
        for data in presses(1, before.id):
            if data["action"] in ("new_workshop", "rehearse_here"):
                continue  # Zed may begin one of his own
            told = shown(await pressed(other, data, PERSONAL))
            assert before.setup.customer not in told, data
            assert "SAID-BY-BEN" not in told, data
    assert [one.message for one in caplog.records] == []
    assert await world.engagements() == [before]


async def test_the_same_channel_id_of_another_tenant_is_another_channel(book: Book) -> None:
    world = await everything_happened(book, "running")
    otto = world.person("otto", tenant="fabrikam-tenant")
    [before] = await world.engagements()
    for data in presses(1, before.id):
        told = shown(await pressed(otto, data, THREAD))
        assert before.setup.customer not in told, data
    assert await world.engagements() == [before]


@pytest.mark.parametrize("status", ["setup", "running", "completed", "redirected", "gone"])
async def test_every_press_of_the_fm_is_answered_in_every_state(
    book: Book, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    world = await everything_happened(book, status)
    fm = world.person("anna")
    [before] = await world.engagements()
    endings = (
        "discard",
        "complete",
        "complete_anyway",
        "reopen",
        "hand_over",
        "redirect",
        "new_workshop",
        *OF_THE_SETUP,
    )
    with caplog.at_level(logging.WARNING):
        for where, named in ((THREAD, None), (PERSONAL, before.id)):
            for data in presses(1, named):
                if data["action"] not in endings:
                    shown(await pressed(fm, data, where))
        for data in presses(1, None):
            if data["action"] in endings:
                shown(await pressed(fm, data, THREAD))
    assert [one.message for one in caplog.records] == []


async def test_what_an_fm_presses_without_action_execute_is_answered_where_nobody_else_reads(
    book: Book,
) -> None:
    world = await everything_happened(book, "running")
    fm = world.person("anna")
    fm.old_client = True
    fm.looks_at("Contoso")
    there = [one.id for one in world.teams.messages]
    for action in ("lead", "record", "tasks", "next_steps", "setup"):
        await fm.sends({"action": action, "workshop": 1})
    fresh = [one for one in world.teams.messages if one.id not in there]
    assert len(fresh) >= 1
    assert THREAD not in {one.conversation for one in fresh}
    assert "ONLY-THE-FM" not in json.dumps([one.card for one in world.teams.messages if one.id in there])


async def test_next_pressed_twice_on_the_card_or_in_the_lead_view_puts_one_question(book: Book) -> None:
    world = await everything_happened(book, "running")
    fm = world.person("anna")
    await fm.sends({"action": "live_start", "workshop": 1})
    put = {"action": "live_next", "workshop": 1, "question": await _standing(world)}
    await fm.sends(put)
    second = await _standing(world)
    await fm.sends(put)
    assert await _standing(world) == second != put["question"]
    await fm.sends({"action": "lead", "workshop": 1})
    again = next(one for one in pressables(fm.card) if one.action["data"]["action"] == "live_next")
    await fm.sends(again.data(fm.card, {}))
    third = await _standing(world)
    await fm.sends(again.data(fm.card, {}))
    assert await _standing(world) == third != second


async def _standing(world: World) -> str:
    [engagement] = await world.engagements()
    assert engagement.live is not None
    return engagement.live.ask
