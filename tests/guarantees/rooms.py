"""A workshop in which everything happened that leaves something behind."""

from __future__ import annotations

from typing import Any

from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.core.questions.picture import Picture
from tests.world import World

_SETUP = {
    "customer": "Contoso Nord AG",
    "services": ["onedrive", "teams", "exchange"],
    "pilot": "2027-02-01",
    "launch": "2027-03-15",
    "depth": "full",
}
_SAYS = {
    "ST1": {"sponsor_name": "SAID-BY-BEN", "commitment": "open"},
    "AW1": {"plan": "no", "after_launch": "no"},
}


async def everything_happened(book: Book, status: str, store: Store | None = None) -> World:
    """Anna's workshop for Contoso in this status; Ben leads the customer's project, Zed is an FM, too. What
    Anna wrote for herself holds ONLY-THE-FM."""
    world = World(book, store)
    world.gets_an_identity("anna", "zed")
    anna, ben = world.person("anna"), world.person("ben")
    world.person("zed"), world.person("sam")
    await anna.says("/ssat")
    if status == "setup":
        return world
    await anna.does("lead")
    offering = {"enterprise_offering": "yes"} if status == "redirected" else {}
    await anna.does("save_setup", _SETUP | offering)
    if status == "redirected":
        await anna.does("redirect")
        return world
    ben.looks_at("Contoso")
    await ben.sends({"action": "save_roles", "workshop": 1, "roles": "project_lead,sponsor"})
    for question, entered in _SAYS.items():
        await ben.sends({"action": "answer", "workshop": 1, "question": question, **entered})
    owner = {"owner": ben.who.key, "due": "2027-01-05"}
    await ben.sends({"action": "save_item", "workshop": 1, "title": "SAID-BY-BEN", **owner})
    for act in _of_the_fm():
        await anna.sends({"workshop": 1, **act})
    if status == "completed":
        await anna.sends({"action": "complete_anyway", "workshop": 1})
    if status == "gone":
        await anna.sends({"action": "discard", "workshop": 1})
    [engagement] = await world.engagements()
    assert engagement.status == status
    left = (engagement.voices, engagement.plan, engagement.notes, engagement.tasks, engagement.check_in)
    assert all((*left, engagement.minutes)), left
    assert Picture(book, engagement, world.clock.now()).asks
    return world


def _of_the_fm() -> list[dict[str, Any]]:
    series = {"rhythm": "weekly", "weekday": "tuesday", "hour": "9", "time_zone": "Europe/Berlin"}
    return [
        {"action": "check_in_set", **series, "until": "2027-06-01"},
        {"action": "save_task", "task_id": "9999", "task_name": "ONLY-THE-FM", "task_service": "teams"},
        {"action": "save_note", "service": "teams", "note_text": "ONLY-THE-FM"},
        {"action": "issue_minutes"},
    ]
