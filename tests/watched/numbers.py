"""The page of numbers of a running bot, as Prometheus reads it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.service.process import Bot

_ADDRESS = re.compile(r"numbers on (\S+)/metrics")


@dataclass(frozen=True)
class Numbers:
    """`values`: name with labels, as `ssat_turns_total{kind=press,outcome=answered}` -> value."""

    text: str
    values: Mapping[str, float]

    def __getitem__(self, name: str) -> float:
        return self.values[name]

    @property
    def names(self) -> set[str]:
        """The names that the product gave, as a table lists them."""
        endings = re.compile(r"(_bucket|_sum|_count)?(\{.*)?$")
        return {endings.sub("", name) for name in self.values if name.startswith("ssat_")}


async def numbers_of(bot: Bot, session: aiohttp.ClientSession) -> Numbers:
    """What the page says now."""
    [line] = await bot.logs("numbers on")
    found = _ADDRESS.search(line)
    assert found
    async with session.get(f"http://{found[1]}/metrics") as answer:
        assert answer.status == 200
        text = await answer.text()
    values = {
        _named(sample.name, sample.labels): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    return Numbers(text, values)


async def numbers_when(
    bot: Bot, session: aiohttp.ClientSession, wanted: Callable[[Numbers], bool]
) -> Numbers:
    """What the page says once it says what is wanted."""
    async with asyncio.timeout(20):
        while True:
            numbers = await numbers_of(bot, session)
            if wanted(numbers):
                return numbers


def _named(name: str, labels: Mapping[str, str]) -> str:
    shown = ",".join(f"{label}={value}" for label, value in sorted(labels.items()))
    return f"{name}{{{shown}}}" if shown else name
