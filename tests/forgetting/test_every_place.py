"""One person stands wherever a workshop and what leads to it can hold somebody; then they are forgotten.

What is stored is made from the types, so that a new field of the state is filled with the person, too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from bot.core.checkins.due import owner_item, recall_item
from bot.core.engagement import Engagement
from bot.core.keys import engagement_id, place_key, short_hash
from bot.core.ports import Change, Column, Insert, Replace, Store, StoreUnavailable, Table
from bot.core.reading.taken_out import REMOVED
from bot.kept.audit.audit import Line, write_line
from bot.kept.chats import chat_place
from bot.kept.due_index import Due
from bot.kept.forgetting.walk import Forgetting, Forgotten
from bot.kept.loaded import always
from bot.kept.state.columns import from_columns, to_columns
from bot.kept.state.row import STATE_ROW, read_state
from tests.fakes.store import FakeStore
from tests.forgetting.places import Filled
from tests.forgetting.traces import rows_that_name
from tests.ports.azurite import Azurite, azurite
from tests.stored.book import stored_book
from tests.stored.rows import fill
from tests.stored.test_stored import FOLDER

__all__ = ["azurite"]
NOW = datetime(2026, 12, 20, 9, 0, tzinfo=UTC)
ID = "5f0c2f1e-8f0b-4a4e-9d53-0a41f7f5c0de"
TENANT = "contoso-tenant"
KEY, NAME, TEAMS = f"{TENANT}/{ID}", "Mara Lindqvist", "29:1mara-of-teams"
BEN = f"{TENANT}/id-ben"
OTHER_KEY = f"fabrikam-tenant/{ID}"
SAID = f"Ask Mara Lindqvist, Lindqvist, Mara or mara.lindqvist@contoso.com ({ID})"
WORDS = (ID, "Mara", "Lindqvist", "1mara-of-teams", short_hash(KEY), short_hash(OTHER_KEY))


@pytest.fixture(params=["memory", "sqlite", "azure"])
async def store(request: pytest.FixtureRequest, tmp_path: Any) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield FakeStore()
    elif request.param == "sqlite":
        from bot.store.sqlite.store import SqliteStore

        there = SqliteStore(str(tmp_path / "ssat.db"))
        yield there
        await there.close()
    else:
        emulator: Azurite = request.getfixturevalue("azurite")
        opened = await emulator.opened(emulator.new_prefix())
        yield opened
        await opened.close()


def person() -> dict[str, str]:
    return {"tenant": TENANT, "id": ID, "name": NAME}


def long_text() -> str:
    """A text of which the state holds the beginning, which ends in the middle of the name."""
    return ("x" * 189 + " Mara Lindqvist knows. ") * 2


def state(like: Engagement) -> dict[str, Any]:
    document = Filled(KEY, NAME).state(msgspec.to_builtins(like))
    whole = long_text()
    voice = {
        "by": KEY, "at": "2026-11-26T09:00:00Z", "kind": "answer", "revision": 3, "reason": SAID,
        "fields": {"gain": "time", "result": whole[:200], "owner": person()},
        "cut": {"result": short_hash(whole)}, "handed_to": KEY,
    }  # fmt: skip
    document["people"] = {
        KEY: {"name": NAME, "roles": ["it"], "teams_id": TEAMS, "joined": "2026-11-26T09:00:00Z"},
        BEN: {"name": "Ben", "roles": ["sponsor"], "teams_id": "29:id-ben"},
    }
    document["voices"] = {"D3": [voice], "ST1": [{**voice, "by": BEN}]}
    document["due"] = {owner_item(KEY): "2026-12-21T09:00:00Z", recall_item(KEY): "2026-12-21T09:00:00Z"}
    document["sending"] = {owner_item(KEY): "2026-12-21T09:00:00Z"}
    when = {"weekday": 1, "hour": 9, "time_zone": "Europe/Berlin", "until": "2027-03-01"}
    document["check_in"] |= {"cadence": {"rhythm": "weekly", **when}, "first": "2026-12-01"}
    document["minutes"]["confirmed"] = {KEY: "2026-11-26T09:00:00Z"}
    document["a_later_version"] = {"whom": KEY, "said": SAID}
    return document


async def everywhere(store: Store) -> str:
    """The id of the workshop in which the person is in every place."""
    rows = await FOLDER.rows()
    await fill(store, rows)
    like = read_state(next(row for row in rows[Table.ENGAGEMENTS] if row.key == STATE_ROW))
    document = state(like)
    key = engagement_id(TENANT, "19:everywhere@thread.tacv2", 1)
    document |= {"id": key, "channel": "19:everywhere@thread.tacv2", "number": 1, "status": "running"}
    at = datetime(2026, 11, 26, 9, tzinfo=UTC)
    value = msgspec.json.encode({"owner": person(), "result": long_text()}).decode()
    of_ben: dict[str, Column] = {
        "question": "ST1",
        "value": value,
        "revision": 3,
        "by_tenant": TENANT,
        "by_id": "id-ben",
    }
    by = {"by_tenant": "fabrikam-tenant", "by_id": ID, "by_name": "Mara L."}
    card = msgspec.json.encode(
        {"text": f"<at>{NAME}</at>", "mentioned": {"id": TEAMS, "name": NAME}}
    ).decode()
    posted = {"conversation": "19:everywhere@thread.tacv2", "activity": "1"}
    changes = [
        Insert(STATE_ROW, {"status": "running", "fm": NAME, "customer": SAID, "revision": 3, "started": at,
                           "updated": at, **to_columns(msgspec.json.encode(document).decode())}),
        Insert(f"voice~D3~-~{short_hash(KEY)}", {"question": "D3", "value": value, "reason": SAID,
                                                 "handed_to": OTHER_KEY, "revision": 3, **by}),
        Insert(f"voice~ST1~-~{short_hash(BEN)}", {**of_ben, "by_name": "Ben"}),
        Insert("log~20261126T090000.000000~000003~0", {"what": "answer", "by": KEY, "by_name": NAME,
                                                       "ask": "D3", "at": at, "before": value}),
        Insert("action~D3", {"title": SAID, "owner_tenant": TENANT, "owner_id": ID, "owner_name": "M. L.",
                             "due": "2026-12-22", "status": "open", "reason": SAID}),
        Insert("task~9001", {"name": SAID, "note": SAID, "done_by_tenant": TENANT, "done_by_id": ID,
                             "done_by_name": NAME}),
        Insert("sent~minutes~1", {**posted, **to_columns(card, "card")}),
        Insert(f"sent~hand~D3~-~{short_hash(KEY)}", posted),
        Insert("sent~status", {**posted, "says": "before"}),
    ]  # fmt: skip
    await store.commit(Table.ENGAGEMENTS, key, changes)
    for one in (KEY, OTHER_KEY):
        told: dict[str, Column] = {"conversation": f"a:{one}", "what": SAID, "told": at}
        await store.commit(
            Table.CHANNELS, chat_place(one), [Insert("chat", told), Insert(f"in~{key}", {"started": "2026"})]
        )
        await store.commit(
            Table.PORTFOLIO, short_hash(one), [Insert(key, {"customer": SAID, "status": "running"})]
        )
        due = Due(key, owner_item(one), at)
        await store.commit(Table.DUE, due.shard, [Insert(due.key, due.columns(at))])
    lines = [Line("exported", key, "minutes_docx", KEY, "Mara L."), Line("restored", by_name=NAME)]
    for line in lines:
        await write_line(store, line, at)
    hand = {"to": KEY, "by": person(), "question": "D3", "service": None}
    invited = {"number": 2, "people": [KEY]}
    noted: dict[str, Column] = {"engagement": key, "noted": at}
    await store.commit(
        Table.PENDING,
        "pending",
        [
            Insert(f"{key}~hand~D3~-~{short_hash(KEY)}",
                   {**noted, "kind": "Hand", "effect": msgspec.json.encode(hand).decode()}),
            Insert(f"{key}~invitation~2",
                   {**noted, "kind": "PostInvitation", "effect": msgspec.json.encode(invited).decode()}),
        ],
    )  # fmt: skip
    return key


async def forgets(store: Store, *, dry: bool = False) -> Forgotten:
    forgetting = Forgetting(store, always(stored_book()), NOW, dry=dry)
    return await forgetting.forget(await forgetting.whom([ID.upper()], [KEY]))


async def test_no_table_names_them_any_more_and_the_plan_and_the_answers_stay(store: Store) -> None:
    key = await everywhere(store)
    assert len({line.split()[2] for line in await rows_that_name(store, *WORDS)}) > 12
    await forgets(store)
    assert await rows_that_name(store, *WORDS) == []
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    engagement = read_state(row)
    [said] = engagement.voices["D3"]
    assert engagement.people[said.by].name == "(removed)"
    assert engagement.people[said.by].roles == []
    assert said.fields["gain"] == "time"
    assert said.fields["owner"] == {"tenant": TENANT, "id": said.by.partition("/")[2], "name": "(removed)"}
    assert engagement.voices["ST1"][0].by == BEN
    assert said.reason == (f"Ask (removed), (removed) or (removed) ({said.by.partition('/')[2]})")
    assert engagement.shared_stale, "what stands in the thread is drawn anew"
    assert said.by in engagement.muted, "nothing is sent to nobody"
    assert not {*engagement.told, *engagement.news, *engagement.unreached, *engagement.last_answer}


async def test_a_long_text_is_still_whole_but_for_the_name(store: Store) -> None:
    key = await everywhere(store)
    await forgets(store)
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    [said] = read_state(row).voices["D3"]
    voice = await store.get(Table.ENGAGEMENTS, key, f"voice~D3~-~{short_hash(said.by)}")
    assert voice is not None
    whole = msgspec.json.decode(str(voice.columns["value"]))["result"]
    assert whole == long_text().replace(NAME, "(removed)")
    assert said.cut == {"result": short_hash(whole)}
    assert said.fields["result"] == whole[:200]


async def test_a_dry_run_says_as_much_and_changes_nothing(store: Store) -> None:
    key = await everywhere(store)
    before = await rows_that_name(store, *WORDS)
    would = await forgets(store, dry=True)
    assert await rows_that_name(store, *WORDS) == before
    done = await forgets(store)
    assert (would.rows, would.besides) == (done.rows, done.besides)
    assert done.rows.keys() == {key}


async def test_nobody_else_is_touched(store: Store) -> None:
    key = await everywhere(store)
    others = {
        (row.partition, row.key): dict(row.columns)
        async for row in store.rows(Table.ENGAGEMENTS, lambda *_: None)
        if row.partition != key
    }
    await forgets(store)
    for (partition, name), columns in others.items():
        row = await store.get(Table.ENGAGEMENTS, partition, name)
        assert row is not None
        assert dict(row.columns) == columns


class Ending(FakeStore):
    """A store whose process ends after so many commits."""

    left = 0

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        if not self.left:
            raise StoreUnavailable("the process ended")
        self.left -= 1
        return await super().commit(table, partition, changes)


async def test_cut_off_anywhere_the_same_again_completes_it() -> None:
    done = 0
    while True:
        store = Ending()
        store.left = 10_000
        key = await everywhere(store)
        store.left = done
        try:
            await forgets(store)
            break
        except StoreUnavailable:
            done += 1
        store.left = 10_000
        await forgets(store)
        assert await rows_that_name(store, *WORDS) == [], f"after {done} commits"
        row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
        assert row is not None
        assert read_state(row).voices["D3"][0].cut == {
            "result": short_hash(long_text().replace(NAME, REMOVED))
        }
    assert done > 8


async def test_whoever_only_has_the_same_name_keeps_it_beside_their_own_id(store: Store) -> None:
    key = await everywhere(store)
    row = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert row is not None
    document = msgspec.json.decode(from_columns(row.columns))
    document["people"][BEN]["name"] = NAME
    document["voices"]["ST1"][0]["fields"]["owner"] = {"tenant": TENANT, "id": "id-ben", "name": NAME}
    changed = {**row.columns, **to_columns(msgspec.json.encode(document).decode())}
    await store.commit(Table.ENGAGEMENTS, key, [Replace(STATE_ROW, changed, row.etag)])
    await forgets(store)
    after = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert after is not None
    engagement = read_state(after)
    assert engagement.people[BEN].name == NAME
    assert engagement.voices["ST1"][0].fields["owner"] == {"tenant": TENANT, "id": "id-ben", "name": NAME}


async def test_a_workshop_of_the_same_tenant_that_only_names_them_loses_the_name(store: Store) -> None:
    await everywhere(store)
    other = engagement_id(TENANT, "19:other@thread.tacv2", 1)
    like = (await FOLDER.rows())[Table.ENGAGEMENTS]
    state_row = next(row for row in like if row.key == STATE_ROW)
    document = msgspec.json.decode(from_columns(state_row.columns))
    document |= {"id": other, "channel": "19:other@thread.tacv2", "number": 1}
    document["setup"]["customer"] = "Contoso, by mara.lindqvist@contoso.com"
    columns = {**state_row.columns, **to_columns(msgspec.json.encode(document).decode())}
    columns["customer"] = document["setup"]["customer"]
    note = Insert("task~9001", {"name": "Kick-off", "note": "Mara Lindqvist brings the cake"})
    await store.commit(Table.ENGAGEMENTS, other, [Insert(STATE_ROW, columns), note])
    done = await forgets(store)
    assert other in done.rows
    assert await rows_that_name(store, *WORDS) == []


def test_the_places_of_a_channel_are_not_those_of_people() -> None:
    assert not place_key("a", "b").startswith("person~")
