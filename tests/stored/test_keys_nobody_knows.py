"""A stored key that the playbook or the system no longer knows costs nobody their workshop."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.core.ports import Replace, Table
from bot.core.texts import load_texts
from bot.kept.state.columns import to_columns
from bot.kept.state.row import STATE_ROW
from tests.fakes.store import FakeStore
from tests.stored.files import DONE, Folder
from tests.stored.later import exported, pressed, with_rows
from tests.stored.rows import fill
from tests.stored.seen import sending

FOLDER = Folder(Path(__file__).parent / "2026-11-28")
_GONE = "gone_service"
_ONCE = "teams"
_SORRY = {words("problem.unexpected") for words in load_texts().by_language.values()}


def _service(state: dict[str, Any]) -> None:
    for name in ("licensed", "services"):
        state["setup"][name] = [_GONE if one == _ONCE else one for one in state["setup"].get(name, [])]
    voices = state.setdefault("voices", {})
    for name in [name for name in voices if name.endswith(f"~{_ONCE}")]:
        voices[name.replace(_ONCE, _GONE)] = voices.pop(name)


def _zone(state: dict[str, Any]) -> None:
    state["setup"]["time_zone"] = "Mars/Olympus"
    if "cadence" in (state.get("check_in") or {}):
        state["check_in"]["cadence"]["time_zone"] = "Mars/Olympus"


def _country(state: dict[str, Any]) -> None:
    state["setup"] |= {"country": "XX", "state": "YY"}


def _language(state: dict[str, Any]) -> None:
    state["setup"]["language"] = "xx"
    for one in state["people"].values():
        one["language"] = "xx"


def _role(state: dict[str, Any]) -> None:
    for one in state["people"].values():
        one["roles"] = ["wizard", *one.get("roles", [])]


def _choice(state: dict[str, Any]) -> None:
    for voices in state.setdefault("voices", {}).values():
        for voice in voices:
            voice["fields"] = {name: _other(value) for name, value in voice.get("fields", {}).items()}


def _other(value: Any) -> Any:
    if isinstance(value, list):
        return ["gone_choice", *value]
    plain = isinstance(value, str) and value.isascii() and value.islower()
    return "gone_choice" if plain else value


UNKNOWN = {
    "service": _service,
    "zone": _zone,
    "country": _country,
    "language": _language,
    "role": _role,
    "choice": _choice,
}


@pytest.fixture(params=UNKNOWN)
async def store(request: pytest.FixtureRequest) -> FakeStore:
    """What an older bot left, with a key in every workshop that is not known any more."""
    store = FakeStore()
    await fill(store, await FOLDER.rows())
    change: Callable[[dict[str, Any]], None] = UNKNOWN[request.param]
    async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW):
        state = json.loads(_document(row.columns))
        change(state)
        kept = {name: value for name, value in row.columns.items() if not name.startswith("doc")}
        columns = {**kept, **to_columns(json.dumps(state))}
        await store.commit(Table.ENGAGEMENTS, row.partition, [Replace(STATE_ROW, columns)])
    return store


async def test_every_card_and_file_is_still_made(store: FakeStore, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    stuck, pressed_before = [], set[tuple[str, str]]()
    for seen in FOLDER.cards():
        for press in sending(seen.card):
            if (seen.kind, press.title) in pressed_before:
                continue
            pressed_before.add((seen.kind, press.title))
            lines = await pressed(store.copy(), seen, press.data(seen.card, {}))
            if any(sorry in line for line in lines for sorry in _SORRY) or lines[0].startswith("| 5"):
                stuck.append(f"{seen.kind} {press.title}")
    for does in DONE.values():
        await with_rows(store, does)
    await exported(store)
    failed = [one for one in caplog.records if one.exc_info]
    assert (stuck, [one.getMessage() for one in failed]) == ([], [])


def _document(columns: Mapping[str, Any]) -> str:
    parts = [name for name in columns if name.startswith("doc")]
    return "".join(str(columns[name]) for name in sorted(parts, key=lambda name: int(name[3:])))
