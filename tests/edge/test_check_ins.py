"""Check-ins at the edge: who may press what, an outage, a press once more, an old client."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from cards.pressing import inputs_of
from tests.core.playbook.playbooks import small_playbook
from tests.fakes.store import FakeStore
from tests.playbook_of_tests import texts_of_tests
from tests.world import PERSONAL, Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short", "launch": "2027-03-15"}
WEEKLY = {"rhythm": "weekly", "weekday": "thursday", "hour": "10", "time_zone": "Europe/Berlin"}
WORDS = texts_of_tests().words("en")


async def begun() -> tuple[World, FakeStore, Human]:
    """A workshop that runs, and its FM before the form of the check-ins."""
    store = FakeStore()
    world = World(Book(small_playbook()), store)
    fm = world.person("fm")
    await fm.says("/ssat")
    await fm.does("lead")
    await fm.does("save_setup", SETUP)
    await fm.does("lead")
    await fm.does("check_in")
    return world, store, fm


def values(person: Human) -> dict[str, str]:
    return {str(one["id"]): str(one.get("value", "")) for one in inputs_of(person.card)}


async def test_without_the_store_the_form_keeps_what_was_entered_and_nothing_is_set() -> None:
    world, store, fm = await begun()
    store.unavailable = True
    sent = {**WEEKLY, "until": "2027-01-31"}
    await fm.does("check_in_set", sent)
    assert any(WORDS("problem.store_down") in line for line in fm.sees())
    assert {name: values(fm)[name] for name in sent} == sent
    store.unavailable = False
    [engagement] = await world.engagements()
    assert engagement.check_in is None
    await fm.does("check_in_set")
    [engagement] = await world.engagements()
    assert engagement.check_in is not None
    # A workshop in the United States: that Thursday is Thanksgiving.
    assert engagement.check_in.next_due == "2026-11-27T09:00:00Z"


@pytest.mark.parametrize(
    "press",
    [
        {"action": "check_in"},
        {"action": "check_in_change", "form": "check_in_set"},
        {"action": "check_in_set", **WEEKLY, "until": "2027-01-31"},
        {"action": "check_in_pause", "paused_until": "2027-01-04"},
        {"action": "check_in_stop"},
    ],
)
async def test_whoever_does_not_lead_is_told_who_does_and_changes_nothing(press: dict[str, str]) -> None:
    world, store, fm = await begun()
    await fm.does("check_in_set", {"until": "2027-01-31"})
    [before] = await world.engagements()
    ben = world.person("ben")
    ben.looking_at = fm.looking_at
    commits = store.commits
    await ben.sends({**press, "workshop": 1, "revision": before.revision})
    assert WORDS("banner.fm_is", fm="Fm") in ben.sees()
    assert store.commits == commits
    assert await world.engagements() == [before]


async def test_a_form_that_nobody_knows_is_refused() -> None:
    _, _, fm = await begun()
    await fm.sends({"action": "check_in_change", "form": "check_in_never", "workshop": 1, "revision": 1})
    assert f"# {WORDS('problem.bad_press')}" in fm.sees()


async def test_the_same_press_once_more_shows_what_is_now() -> None:
    world, _, fm = await begun()
    await fm.does("check_in_set", {"until": "2027-01-31"})
    await fm.again()
    assert "# Check-ins" in fm.sees()
    await fm.says("/plan", PERSONAL)
    await fm.does("mute")
    await fm.again()
    assert f"# {WORDS('notice.muted')}" in fm.sees()
    [engagement] = await world.engagements()
    assert engagement.muted == [fm.who.key]


async def test_a_client_without_execute_gets_the_fms_view_beside_the_card_of_all() -> None:
    world, _, fm = await begun()
    await fm.says("/check-in")
    shared = fm.looking_at
    fm.old_client = True
    await fm.does("check_in")
    assert fm.looking_at is not shared
    assert "# Set up check-ins" in fm.sees()
    assert shared is not None
    assert shared in world.teams.messages


async def test_after_the_end_check_ins_go_on_and_are_found_in_the_personal_chat() -> None:
    _, _, fm = await begun()
    await fm.does("check_in_set", {"until": "2027-01-31"})
    await fm.says("/complete", PERSONAL)
    await fm.does("complete")
    await fm.does("complete_anyway")
    await fm.says("/check-in", PERSONAL)
    assert "# Check-ins" in fm.sees()
    await fm.does("check_in_stop")
    assert WORDS("check_in.stopped") in fm.sees()
