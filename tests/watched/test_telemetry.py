"""Traces and numbers of a running bot, as a collector and Azure Monitor get them."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import aiohttp
import pytest

from bot.watched.telemetry import telemetry_of
from tests.fakes.collector import Collector, running_collector
from tests.fakes.connector import FakeConnector
from tests.fakes.settings import anonymous_settings
from tests.service.client import Person, Room
from tests.service.process import Bot, run_command

SETUP = {"customer": "Verschwiegene Werke", "services": "teams", "country": "DE"}
KEY = "InstrumentationKey=00000000-0000-4000-8000-000000000000"


@pytest.fixture
async def collector() -> AsyncIterator[Collector]:
    async with running_collector() as running:
        yield running


async def test_a_turn_is_a_span_with_its_calls_in_it_and_none_holds_a_name_or_an_answer(
    start: Callable[[Mapping[str, str]], Bot],
    store: Mapping[str, str],
    session: aiohttp.ClientSession,
    connector: FakeConnector,
    collector: Collector,
) -> None:
    bot = start({**store, "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url})
    await bot.start()
    fm = await _answered_some(Room(bot.url, session, connector, "19:traced@thread.tacv2"))
    assert await bot.stop() == 0
    turns = {span.span_id: span for span in collector.spans if span.name == "turn"}
    assert len(turns) >= 9
    [inside] = [
        {span.name for span in collector.spans if span.parent_span_id == one}
        for one, turn in turns.items()
        if _said(turn)["kind"] == "message"
    ]
    assert {"store get", "store commit", "send post"} <= inside
    correlations = {_said(turn)["correlation"] for turn in turns.values()}
    assert len(correlations) == len(turns)
    assert [line for line in bot.said if correlations & set(line.replace("=", " ").split())]
    assert {
        "ssat_turns_total",
        "ssat_ready",
        "ssat_turn_seconds_sum",
        "ssat_due_backlog",
    } <= collector.numbers
    _nothing_of_anybody_in(collector, fm)


async def test_azure_monitor_gets_the_same(
    start: Callable[[Mapping[str, str]], Bot],
    store: Mapping[str, str],
    session: aiohttp.ClientSession,
    connector: FakeConnector,
    collector: Collector,
) -> None:
    place = f"{KEY};IngestionEndpoint={collector.url}/;LiveEndpoint={collector.url}/"
    bot = start({**store, "APPLICATIONINSIGHTS_CONNECTION_STRING": place})
    await bot.start()
    fm = await _answered_some(Room(bot.url, session, connector, "19:traced@thread.tacv2"))
    assert await bot.stop() == 0
    kinds = {one["data"]["baseType"] for one in collector.envelopes}
    assert {"RequestData", "RemoteDependencyData", "MetricData"} <= kinds
    numbers = {
        number["name"]
        for one in collector.envelopes
        if one["data"]["baseType"] == "MetricData"
        for number in one["data"]["baseData"]["metrics"]
    }
    assert {"ssat_turns_total", "ssat_ready"} <= numbers
    assert not [line for line in bot.said if " ERROR " in line]
    _nothing_of_anybody_in(collector, fm)


async def test_a_collector_that_is_not_there_costs_nobody_a_turn(
    start: Callable[[Mapping[str, str]], Bot],
    store: Mapping[str, str],
    session: aiohttp.ClientSession,
    connector: FakeConnector,
) -> None:
    bot = start({**store, "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"})
    await bot.start()
    await _answered_some(Room(bot.url, session, connector, "19:traced@thread.tacv2"))
    assert await bot.stop() == 0


def test_without_the_extra_the_log_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.resources", None)
    assert telemetry_of(anonymous_settings(OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:9")) is None
    assert "pip install 'ssat-bot[telemetry]'" in caplog.text


async def test_a_connection_string_that_is_none_is_a_fault_without_its_words(
    store: Mapping[str, str], tmp_path: Path
) -> None:
    settings = {**store, "PORT": "0", "APPLICATIONINSIGHTS_CONNECTION_STRING": "a-secret-that-is-none"}
    ran = await run_command(tmp_path, settings, "serve")
    assert ran.code == 1
    assert ran.err.startswith("APPLICATIONINSIGHTS_CONNECTION_STRING: is none")
    assert "a-secret" not in ran.err


async def _answered_some(room: Room) -> Person:
    fm = Person(room, "fm")
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP)
    await fm.answers(most=4)
    return fm


def _said(span: object) -> dict[str, str]:
    return {one.key: one.value.string_value for one in span.attributes}  # type: ignore[attr-defined]


def _nothing_of_anybody_in(collector: Collector, fm: Person) -> None:
    everything = "\n".join(collector.raw)
    said = {value for _, _, values in fm.asked for value in values.values() if len(value) > 8}
    assert said
    for secret in {"Verschwiegen", fm.id, "29:fm", fm.room.id, *said}:
        assert secret not in everything
