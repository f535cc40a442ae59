"""A later process on stored rows: presses on old cards, what it takes up and sends, what it exports."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bot.core.export.page import engagement_record
from bot.core.papers.files import FileKind
from bot.core.ports import Store
from bot.core.texts import load_texts
from bot.kept.loaded import always
from bot.kept.long_texts import source_of
from bot.papers.maker import FileMaker
from bot.teams.outbound.send_faults import Refused, Unsure
from cards.transcript import transcript
from tests.fakes.settings import anonymous_settings
from tests.fakes.store import FakeStore
from tests.fakes.teams import Message
from tests.readable import readable
from tests.stored.book import stored_book
from tests.stored.seen import Seen, by_example, sending
from tests.stored.stage import FMS, LaterTeams, at_the_table
from tests.stored.written import written
from tests.world import PERSONAL, World

THEN = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)
"""When the later process runs: on the Monday after the last workshop was played."""
DAYS = 15
"""For so many days it looks what is due."""
_MANY = 500
"""Calls of Teams: more than are made."""
WRITTEN = "= "
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
        found[title] = await with_rows(stored, partial(pressed, seen=seen, data=bare))
        if full != bare:
            found[f"{title}, filled in"] = await with_rows(stored, partial(pressed, seen=seen, data=full))
    return found


async def with_rows(stored: FakeStore, does: Callable[[Store], Awaitable[list[str]]]) -> list[str]:
    """What is shown when this is done on a copy of the rows, and what is written then."""
    store = stored.copy()
    shown = await does(store)
    return [*shown, *(f"{WRITTEN}{line}" for line in written(stored, store))]


def shown(lines: Sequence[str]) -> list[str]:
    """The same without what is written."""
    return [line for line in lines if not line.startswith(WRITTEN)]


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
    """What a process posts that starts on this store, and then when somebody asks for the cards."""
    world, teams = _world(store)
    await world.service.deliveries.recover()
    await world.settles()
    lines = [*teams.lines(), "when somebody asks for the cards"]
    for one in await world.engagements():
        await world.service.deliveries.resume(one, asked=True)
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


async def hindered(store: Store) -> list[str]:
    """What is left where nobody knows what became of the first sends, and those of a sweep are refused."""
    world, teams = _world(store)
    teams.refuses = [Unsure("500") for _ in range(_MANY)]
    await world.service.deliveries.recover()
    await world.settles()
    teams.refuses = [Refused(412, "PreconditionFailed", 3600.0) for _ in range(_MANY)]
    tally = await world.sweeps()
    return [tally.line(), *teams.lines()]


async def typed(store: Store) -> list[str]:
    """What is said in each workshop's place, and to each FM in their own chat, when they ask for it there."""
    world, teams = _world(store)
    lines: list[str] = []
    for one in await world.engagements():
        fm = world.people[one.fm.rpartition("-")[2]]
        thread = f";messageid={one.reference.thread}" if one.reference.thread else ""
        await fm.says("/check-in", one.reference.conversation + thread)
        lines += teams.lines()
    for name in FMS:
        await world.people[name].says("/portfolio", PERSONAL)
        lines += teams.lines()
    return lines


async def exported(store: Store, then: datetime = THEN) -> dict[str, str]:
    """Every workshop as `ssat-bot export` writes it, at a moment that stays: a file of each kind of text."""
    book, texts = stored_book(), load_texts()
    loaded = await readable(store, always(book))
    sources = [await source_of(store, one) for one in loaded]
    found = [one.engagement for one in loaded]
    maker = FileMaker(texts, texts.words(None), then)
    pages = [engagement_record(book, one, texts.words(one.setup.language), then) for one in found]
    return {
        "export.json": maker.make(FileKind.DATA_JSON, sources).decode(),
        "export.csv": maker.make(FileKind.DATA_CSV, sources).decode().replace("\r\n", "\n"),
        "export.md": "\n".join(pages),
    }


def _world(store: Store) -> tuple[World, LaterTeams]:
    teams = LaterTeams()
    world = World(stored_book(), store, _SETTINGS, teams)
    world.clock.passes(seconds=(THEN - world.clock.now()).total_seconds())
    at_the_table(world)
    return world, teams
