"""A later process on stored rows: presses on old cards, what it takes up and sends, what it exports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.core.export.record import engagement_record
from bot.core.papers.files import FileKind
from bot.core.ports import Store, Table
from bot.core.rows import STATE, read_state
from bot.core.texts import load_texts
from bot.papers.files import Desk
from bot.papers.sources import source_of
from cards.transcript import transcript
from tests.fakes.settings import anonymous_settings
from tests.fakes.store import FakeStore
from tests.fakes.teams import Message
from tests.stored.book import stored_book
from tests.stored.seen import Seen, by_example, sending
from tests.stored.stage import LaterTeams, at_the_table
from tests.stored.written import written
from tests.world import World

THEN = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)
"""When the later process runs: on the Monday after the last workshop was played."""
DAYS = 15
"""For so many days it looks what is due."""
_SETTINGS = anonymous_settings()


async def presses(stored: FakeStore, seen: Seen) -> dict[str, list[str]]:
    """Everything to press on a card -> what comes of it, each on rows of its own: `|` is the reply, `+` what
    is posted, `=` what is written. With the inputs as they stand, and where some are empty once more with
    something in them."""
    found: dict[str, list[str]] = {}
    example = by_example(seen.card)
    for number, press in enumerate(sending(seen.card)):
        title = press.title if press.title not in found else f"{press.title} ({number})"
        bare, full = press.data(seen.card, {}), press.data(seen.card, example)
        found[title] = await _pressed(stored, seen, bare)
        if full != bare:
            found[f"{title}, filled in"] = await _pressed(stored, seen, full)
    return found


async def _pressed(stored: FakeStore, seen: Seen, data: Mapping[str, Any]) -> list[str]:
    store = stored.copy()
    shown = await pressed(store, seen, data)
    return [*shown, *(f"= {line}" for line in written(stored, store))]


async def pressed(store: Store, seen: Seen, data: Mapping[str, Any]) -> list[str]:
    """What whoever saw the card is shown when they press, and what is posted then."""
    world, teams = _world(store)
    person = world.people[seen.person]
    person.locale = seen.locale
    person.looking_at = Message(seen.message, seen.conversation, seen.card, "")
    reply = await person.sends(data)
    body = reply.body or {}
    shows = str(body.get("type", "")).endswith("card.adaptive")
    lines = [f"| {line}" for line in transcript(body["value"])] if shows else [f"| {reply.status} {body}"]
    return [*lines, *(f"+ {line}" for line in teams.lines())]


async def recovered(store: Store) -> list[str]:
    """What a process posts that starts on this store, and then when somebody speaks in each workshop."""
    world, teams = _world(store)
    await world.service.deliveries.recover()
    await world.settles()
    lines = [*teams.lines(), "when somebody speaks"]
    for one in await world.engagements():
        await world.service.deliveries.resume(one)
        await world.settles()
    return [*lines, *teams.lines()]


async def swept(store: Store) -> list[str]:
    """What is sent of what is due, day by day."""
    world, teams = _world(store)
    lines: list[str] = []
    for _ in range(DAYS):
        tally = await world.sweeps()
        lines += [f"at {world.clock.now():%Y-%m-%d %H:%M}: {tally.line()}", *teams.lines()]
        world.clock.passes(days=1)
    return lines


async def exported(store: Store) -> dict[str, str]:
    """Every workshop as `ssat-bot export` writes it, at a moment that stays: a file of each kind of text."""
    book, texts = stored_book(), load_texts()
    found = [read_state(row) async for row in store.scan(Table.ENGAGEMENTS, STATE)]
    found.sort(key=lambda one: (one.started, one.id))
    sources = [await source_of(store, one) for one in found]
    desk = Desk(book, texts, texts.words(None), THEN)
    pages = [engagement_record(book, one, texts.words(one.setup.language), THEN) for one in found]
    return {
        "export.json": desk.make(FileKind.DATA_JSON, sources).decode(),
        "export.csv": desk.make(FileKind.DATA_CSV, sources).decode().replace("\r\n", "\n"),
        "export.md": "\n".join(pages),
    }


def _world(store: Store) -> tuple[World, LaterTeams]:
    world, teams = World(stored_book(), store, _SETTINGS), LaterTeams()
    world.teams = teams
    world.clock.passes(seconds=(THEN - world.clock.now()).total_seconds())
    at_the_table(world)
    world.restarts()
    return world, teams
