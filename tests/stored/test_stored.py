"""A store that an older bot left, and its cards in the channels, go on working: nothing in it may be renamed.

The folder beside this file was written by `python -m tests.stored` on the day that it is named after. Where
sentences changed on purpose, `python -m tests.stored --replay FOLDER` writes anew what is said; `store.sql`,
`entities.json` and `cards.json` are old and stay. Lines that begin with `=` say what is written: in them a
replay changes nothing that is not wanted.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import inspect

from bot.core.engagement import Before, Engagement
from bot.core.ports import Column, Row, Table
from bot.kept.due_index import due_of
from bot.kept.state.migrations import migrated
from bot.kept.state.row import STATE_ROW, read_state, state_columns
from bot.kept.unsent import Unsent
from bot.store.sqlite.store import SqliteStore
from cards import RENDERERS
from tests.fakes.store import FakeStore
from tests.stored.files import DONE, ENTITIES, EXPORTS, PRESSES, SQL, Folder, name_of
from tests.stored.later import THEN, exported, pressed, presses, shown, with_rows
from tests.stored.rows import Played, Rows, as_entities, fill, of_entities, restored
from tests.stored.seen import sending
from tests.world import TestClock

FOLDER = Folder(Path(__file__).parent / "2026-11-28")
CARDS = FOLDER.cards()
NAMES = [name_of(place, one) for place, one in enumerate(CARDS)]
NEVER_WRITTEN = {
    "Engagement.plan_behind": "set when a state of version 1 is read, and gone with its next commit",
    "Engagement.playbook": "of a later version: there was one playbook alone",
    "Engagement.version": "at 1, its default, it is left out; a later version will be written",
    "Engagement.closing": "it came after the folder was written",
    **dict.fromkeys(
        (f"Closing.{name}" for name in ("opened", "by", "at", "content", "left")), "it came with the closing"
    ),
    **dict.fromkeys(
        ("Engagement.news", "News.what", "News.by", "News.shown", "Minutes.asked"), "younger than the folder"
    ),
    "Engagement.invitations": "of a later version: nobody was invited by the bot that wrote the folder",
    "Participant.invited": "of a later version, too",
    "Participant.teams_id": "younger than the folder",
    **dict.fromkeys(
        ("Engagement.unreached", "Unreached.item", "Unreached.at", "Unreached.told"),
        "younger than the folder",
    ),
    "Engagement.recall": "of a later version: nobody was reminded by the bot that wrote the folder",
    **dict.fromkeys(
        (f"Recall.{name}" for name in ("day", "at", "waiting", "unreached", "reached", "mentioned")),
        "a part of it",
    ),
    "Engagement.listed": "came later: people enter it when they next do something",
    "Engagement.listed[]": "came later",
    "Engagement.merged": "set when a state with somebody in it twice is read, and gone with its next commit",
    "Participant.tenant": "came later",
    "Engagement.lost": "came later",
    "Engagement.moves": "came later",
    "Engagement.posted": "came later",
    "Engagement.outdated": "came later",
    "Engagement.undoable": "nobody could take an answer back",
    **dict.fromkeys(
        (f"Before.{name}" for name in Before.__struct_fields__), "nobody could take an answer back"
    ),
}
"""Parts of the state that the folder cannot hold, and why. What comes later belongs here, too."""


@pytest.fixture(scope="module")
def rows() -> Rows:
    """The rows of the dump, read by the SQLite store."""
    return asyncio.run(FOLDER.rows())


@pytest.fixture(scope="module")
def stored(rows: Rows) -> FakeStore:
    """A store with these rows; whoever writes takes a copy."""
    store = FakeStore()
    asyncio.run(fill(store, rows))
    return store


@pytest.fixture(scope="module")
def recorded() -> dict[str, dict[str, list[str]]]:
    """Card -> button -> what came of it when the folder was written."""
    found: dict[str, dict[str, list[str]]] = FOLDER.json(PRESSES)
    return found


def test_every_state_is_written_as_it_was_read_but_for_its_migrations(rows: Rows) -> None:
    for row in _states(rows):
        after = state_columns(read_state(row))
        known = _without_documents(row.columns)
        assert {name: after.get(name) for name in known} == known
        assert json.loads(_document(after)) == migrated(json.loads(_document(row.columns))), row.partition


def test_the_states_hold_every_field_there_is_and_every_word_that_one_can_hold(rows: Rows) -> None:
    whole = inspect.type_info(Engagement)
    documents = [json.loads(_document(row.columns)) for row in _states(rows)]
    held = {part for document in documents for part in _held(whole, document)}
    assert held == set(_possible(whole)) - NEVER_WRITTEN.keys()


def test_azure_holds_the_same_rows_as_sqlite(rows: Rows) -> None:
    entities = FOLDER.json(ENTITIES)
    assert as_entities(rows) == entities
    found = of_entities(entities)
    for table in Table:
        assert [_plain(row) for row in found[table]] == [_plain(row) for row in rows[table]]


def test_rows_of_every_kind_are_there(rows: Rows) -> None:
    keys = [row.key for row in rows[Table.ENGAGEMENTS]]
    assert {key.partition("~")[0] for key in keys} == {
        "state", "voice", "action", "task", "metric", "checkin", "log", "sent",
    }  # fmt: skip
    sent = {key.split("~")[1] for key in keys if key.startswith("sent~")}
    assert sent == {"workshop", "live", "minutes", "result"}
    assert {row.key for row in rows[Table.CHANNELS]} == {"current", "chat"}
    # An index row of every workshop, with the FM who leads it.
    led = {row.key: row.partition for row in rows[Table.PORTFOLIO]}
    assert led.keys() == {row.partition for row in _states(rows)}


async def test_a_send_of_every_kind_is_pending_and_one_is_doubtful(stored: FakeStore) -> None:
    left = await Unsent(stored.copy(), TestClock(THEN)).left()
    assert {one.post.kind for one in left} == {
        "PostShared", "PostLive", "PostMinutes", "PostResult", "PostSummary", "Share", "Hand", "Offer",
    }  # fmt: skip
    assert [one.post.name for one in left if one.unsure] == ["minutes~1"]


def test_something_of_every_kind_falls_due(rows: Rows) -> None:
    items = {due_of(row).item.partition("~")[0] for row in rows[Table.DUE]}
    assert items == {"checkin", "answer_by", "silence", "lost", "owner"}


def test_every_card_that_was_kept_is_still_drawn() -> None:
    drawn = {render.__module__.rpartition(".")[2] for render in RENDERERS.values()}
    assert {_CALLED_TODAY.get(one.kind, one.kind) for one in CARDS} <= drawn


_CALLED_TODAY = {"offer": "talk", "offers": "talks"}
"""Cards that had another name when they were kept; what they send is the same."""


@pytest.mark.parametrize("place", range(len(CARDS)), ids=NAMES)
async def test_old_cards_do_what_they_did(
    place: int, stored: FakeStore, recorded: dict[str, dict[str, list[str]]]
) -> None:
    card, before = NAMES[place], recorded[NAMES[place]]
    now = await presses(stored, CARDS[place])
    assert now.keys() == before.keys(), card
    for button, lines in before.items():
        assert now[button] == lines, f"{card}: [{button}]"


def test_nothing_recorded_is_left_out(recorded: dict[str, dict[str, list[str]]]) -> None:
    assert list(recorded) == NAMES


async def test_a_file_of_then_serves_now(tmp_path: Path, recorded: dict[str, dict[str, list[str]]]) -> None:
    file = tmp_path / "ssat.db"
    restored(FOLDER.text(SQL), file)
    for name, seen in zip(NAMES, CARDS, strict=True):
        if seen.kind == "plan":
            store = SqliteStore(str(file))
            press = sending(seen.card)[0]
            now = await pressed(store, seen, press.data(seen.card, {}))
            await store.close()
            assert now == shown(recorded[name][press.title]), name


@pytest.mark.parametrize("file", DONE)
async def test_a_new_process_goes_on(file: str, rows: Rows, stored: FakeStore) -> None:
    assert await with_rows(stored, DONE[file]) == FOLDER.lines(file)
    assert await DONE[file](await _in_sqlite(rows)) == shown(FOLDER.lines(file))


async def test_exports_say_what_they_said(stored: FakeStore) -> None:
    for name, text in (await exported(stored)).items():
        before = FOLDER.text(f"{EXPORTS}/{name}")
        if name.endswith(".json"):
            assert list(lost("", json.loads(before), json.loads(text))) == []
        else:
            assert text == before, name


def _states(rows: Rows) -> list[Row]:
    return [row for row in rows[Table.ENGAGEMENTS] if row.key == STATE_ROW]


def _document(columns: Any) -> str:
    return "".join(str(value) for name, value in columns.items() if name.startswith("doc"))


def _without_documents(columns: Any) -> dict[str, Column]:
    return {name: value for name, value in columns.items() if not name.startswith("doc")}


def _plain(row: Row) -> tuple[str, str, dict[str, Column]]:
    return row.partition, row.key, dict(row.columns)


async def _in_sqlite(rows: Rows) -> SqliteStore:
    store = Played()
    await fill(store, rows)
    return store


def _possible(kind: inspect.Type) -> Iterator[str]:
    """Every field of every struct in a type, and every word that a field can hold but its default."""
    if isinstance(kind, inspect.StructType):
        for field in kind.fields:
            name = f"{kind.cls.__name__}.{field.encode_name}"
            yield name
            yield from (f"{name} is {word}" for word in _words(field.type) if word != field.default)
            yield from _possible(field.type)
    for inner in _inner(kind):
        yield from _possible(inner)


def _held(kind: inspect.Type, node: Any) -> Iterator[str]:
    """The same as far as a document holds it."""
    if isinstance(kind, inspect.StructType) and isinstance(node, dict):
        for field in kind.fields:
            if field.encode_name in node:
                name, value = f"{kind.cls.__name__}.{field.encode_name}", node[field.encode_name]
                yield name
                yield from (f"{name} is {word}" for word in _words(field.type) if word == value)
                yield from _held(field.type, value)
    elif isinstance(kind, inspect.UnionType):
        yield from (part for one in kind.types for part in _held(one, node))
    elif isinstance(kind, inspect.DictType) and isinstance(node, dict):
        yield from (part for value in node.values() for part in _held(kind.value_type, value))
    elif isinstance(kind, inspect.ListType) and isinstance(node, list):
        yield from (part for value in node for part in _held(kind.item_type, value))


def _inner(kind: inspect.Type) -> Sequence[inspect.Type]:
    match kind:
        case inspect.UnionType():
            return kind.types
        case inspect.DictType():
            return (kind.value_type,)
        case inspect.ListType():
            return (kind.item_type,)
    return ()


def _words(kind: inspect.Type) -> Sequence[Any]:
    if isinstance(kind, inspect.LiteralType):
        return kind.values
    return [word for inner in _inner(kind) for word in _words(inner)]


def lost(path: str, before: Any, now: Any) -> Iterator[str]:
    """What of a JSON document is gone or another; what came in addition is fine in an object."""
    if isinstance(before, dict) and isinstance(now, dict):
        for name, value in before.items():
            yield from (
                lost(f"{path}.{name}", value, now[name]) if name in now else (f"{path}.{name} is gone",)
            )
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for place, (one, other) in enumerate(zip(before, now, strict=True)):
            yield from lost(f"{path}[{place}]", one, other)
    elif before != now:
        yield f"{path} was {before!r} and is {now!r}"
