"""What a workshop asks of Azure, counted before the tables: the figures of the cost sheet."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from tests.fakes.connector import FakeConnector, running_connector
from tests.ports.azurite import Azurite, azurite
from tests.ports.proxy import Proxy, proxy_before
from tests.service.client import Person, Room, member
from tests.service.process import AS_SHIPPED, Bot, run_command

__all__ = ["azurite"]

SHEET = Path(__file__).parents[2] / "deploy" / "papers" / "cost.md"
ROLES = {
    "paul": ("project_lead", "sponsor"),
    "dora": ("department", "communication"),
    "tim": ("training", "it"),
}
TOLERANCE = 0.15
"""A press more or less, as the order of the people falls."""


@dataclass(frozen=True)
class Counted:
    """What one workshop took, and a look at nothing."""

    turns: int
    sends: int
    reads: int
    writes: int
    kilobytes: int
    sweep: int


@dataclass(frozen=True)
class Watched:
    """A service on tables, every request between them counted."""

    bot: Bot
    proxy: Proxy
    settings: dict[str, str]
    connector: FakeConnector
    session: aiohttp.ClientSession
    posted: list[str]


@pytest.fixture
async def watched(azurite: Azurite, tmp_path: Path) -> AsyncIterator[Watched]:
    posted: list[str] = []
    trace = aiohttp.TraceConfig()

    async def note(_: object, __: object, request: aiohttp.TraceRequestStartParams) -> None:
        posted.append(request.url.path)

    trace.on_request_start.append(note)
    async with (
        proxy_before(azurite.port) as proxy,
        running_connector() as connector,
        aiohttp.ClientSession(trace_configs=[trace]) as session,
    ):
        connector.people = [member(name) for name in ("fm", *ROLES)]
        place = azurite.connection_string(proxy.port)
        settings = {"SSAT_STORE": "azure-tables", "AZURE_STORAGE_CONNECTION_STRING": place, **AS_SHIPPED}
        bot = Bot(settings, tmp_path)
        await bot.start()
        yield Watched(bot, proxy, settings, connector, session, posted)
        await bot.kill()


async def test_the_cost_sheet_says_what_a_workshop_of_four_people_asks_for(
    watched: Watched, tmp_path: Path
) -> None:
    room = Room(watched.bot.url, watched.session, watched.connector, "19:cost@thread.tacv2")
    watched.proxy.seen.clear()
    fm, *others = [Person(room, name) for name in ("fm", *ROLES)]
    await fm.says("/ssat")
    await fm.sets_up(customer="Contoso", services="onedrive,teams", country="DE", depth="full")
    for one in others:
        await one.takes_part(*ROLES[one.name])
    for one in (*others, others[0], fm):
        await one.answers()
    for text in ("/status", "/plan", "/next-steps"):
        await fm.says(text)
    for action in ("complete", "complete_anyway"):
        await fm.invokes({"action": action, "workshop": 1, "revision": 1})
    await watched.bot.stop()
    seen, sent = list(watched.proxy.seen), len(watched.connector.sent)
    watched.proxy.seen.clear()
    ended = await run_command(tmp_path, watched.settings, "remind")
    swept = len(watched.proxy.seen)
    assert ended.code == 0
    stored = await run_command(tmp_path, watched.settings, "export", "--format", "json")
    counted = Counted(
        turns=watched.posted.count("/api/messages"),
        sends=sent,
        reads=seen.count("read"),
        writes=seen.count("commit"),
        kilobytes=len(stored.out.encode()) // 1000,
        sweep=swept,
    )
    written = _written()
    far = {
        name: (said, getattr(counted, name))
        for name, said in written.items()
        if abs(getattr(counted, name) - said) > TOLERANCE * said
    }
    assert far == {}, counted


def _written() -> dict[str, int]:
    """The figures of the sheet, by what they count."""
    rows = re.findall(r"^\| (\w+) \| ([\d,]+) \|", SHEET.read_text(encoding="utf-8"), re.MULTILINE)
    found = {name: int(value.replace(",", "")) for name, value in rows}
    return {name: found[name] for name in Counted.__dataclass_fields__}
