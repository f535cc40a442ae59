"""Issued minutes are a paper: their card goes on stating what it did, and says only how it stands."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answers.events import Say
from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.playbook.book import Book
from bot.kept.posted import PostedCards
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import FM, LEAD
from tests.lasting.thread import Thread

SUPERSEDED = "Ersetzt durch Fassung 2, weiter unten im Beitrag."


def awareness(plan: str) -> Say:
    return Say(LEAD, "AW1", None, "answer", {"plan": plan}, 10**6)


async def issued() -> Thread:
    """Version 1 stands in the thread: awareness is ready."""
    thread = Thread(Book(small_playbook()))
    await thread.begins()
    await thread.happens(awareness("yes"))
    await thread.happens(IssueMinutes(FM))
    return thread


def stated(lines: list[str]) -> list[str]:
    """What minutes state: all from the results to what was agreed, or is confirmed."""
    begin = lines.index("Ergebnis")
    return [line for line in lines[begin:] if not line.startswith(("✓", "[", "Stimmt", "Seit", "Ersetzt"))]


async def test_a_changed_answer_leaves_what_was_confirmed_as_it_was_and_says_that_it_changed() -> None:
    thread = await issued()
    await thread.happens(ConfirmMinutes(LEAD, 1))
    said = stated(await thread.shows("minutes~1"))
    await thread.happens(awareness("no"))
    await thread.is_quiet()
    shown = await thread.shows("minutes~1")
    assert stated(shown) == said
    assert [line.split(",")[0] for line in shown if line.startswith("✓")] == ["✓ Protokoll"]
    assert any(line.startswith("Seit dieser Fassung hat sich etwas geändert.") for line in shown)


async def test_a_superseded_version_keeps_what_it_stated_and_who_confirmed_it_also_after_a_restart() -> None:
    thread = await issued()
    await thread.happens(ConfirmMinutes(LEAD, 1))
    said = stated(await thread.shows("minutes~1"))
    thread.world.restarts()
    await thread.happens(awareness("no"))
    thread.world.restarts()
    await thread.happens(IssueMinutes(FM))
    await thread.is_quiet()
    shown = await thread.shows("minutes~1")
    assert stated(shown) == said
    assert [line.split(",")[0] for line in shown if line.startswith("✓")] == ["✓ Protokoll"]
    assert SUPERSEDED in shown
    assert not any("Stimmt so" in line for line in shown)
    newer = await thread.shows("minutes~2")
    assert stated(newer) != said
    assert SUPERSEDED not in newer


async def test_minutes_that_an_older_version_posted_are_marked_though_what_they_stated_is_not_known() -> None:
    thread = await issued()
    place = replace(await thread.place("minutes~1"), card="")
    await PostedCards(thread.world.store).record(thread.id, "minutes~1", place)
    thread.world.restarts()
    await thread.happens(awareness("no"))
    await thread.happens(IssueMinutes(FM))
    assert SUPERSEDED in await thread.shows("minutes~1")
