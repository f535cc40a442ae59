"""Ada was kept as two people by the version before (`parted.sql` is what it left); now she is one again.

As one of the host tenant she took part, answered, and passed a question on; as one of Fabrikam she was handed
a question, invited, given an action, answered otherwise, and asked not to be reminded.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from bot.core.answers.rows import VOICE_ROW
from bot.core.checkins.due import owner_item
from bot.core.engagement import Engagement, Unreached
from bot.core.keys import identity, short_hash
from bot.core.ports import Store, Table
from bot.core.step import LOG_ROW
from bot.kept.due_index import SHARDS, due_of
from bot.kept.loaded import always
from bot.kept.state.migrating import migrate
from bot.kept.state.one_person import with_people_as_one
from tests.stored.rows import fill, read, restored
from tests.tenants.shared_channel import FABRIKAM, HOST, Scene

ADA = "19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02"
STAYS, GONE = f"{HOST}/{ADA}", f"{FABRIKAM}/{ADA}"


@pytest.fixture
async def scene(store: Store, tmp_path: Path) -> Scene:
    """The channel, with what the version before left in the store."""
    path = tmp_path / "before.db"
    restored((Path(__file__).parent / "parted.sql").read_text(encoding="utf-8"), path)
    await fill(store, await read(path))
    scene = Scene.on(store)
    scene.world.ids = count(1_000)
    return scene


async def only(scene: Scene) -> Engagement:
    [engagement] = await scene.world.engagements()
    return engagement


async def texts(store: Store, engagement: str) -> str:
    """All rows of the workshop, as one text."""
    rows = await store.query(Table.ENGAGEMENTS, engagement)
    return "\n".join(f"{row.key} {sorted(row.columns.items())}" for row in rows)


async def test_what_stood_under_two_keys_stands_under_one(scene: Scene) -> None:
    engagement = await only(scene)
    ada = engagement.people[STAYS]
    assert GONE not in engagement.people
    assert (ada.name, ada.roles, ada.invited) == ("Ada Extern", ["project_lead", "it"], ["it"])
    assert engagement.muted == [STAYS]
    assert [voice.handed_to for voice in engagement.voices["D1"]] == [STAYS]
    [said] = engagement.voices["SZ1"]
    assert (said.by, said.fields["scenarios"], said.confirmed) == (STAYS, ["meetings", "news"], True)
    owner = engagement.plan["own-1"].owner
    assert owner is not None
    assert (owner["tenant"], owner["id"]) == (HOST, ADA)
    assert [identity(key) for key in engagement.listed].count(ADA) == 1
    assert GONE not in {*engagement.told, *engagement.talks, *engagement.last_answer, *engagement.news}


async def test_to_read_is_not_to_write_and_the_next_change_writes_rows_dues_and_homes(
    scene: Scene, store: Store
) -> None:
    engagement = await only(scene)
    before = await texts(store, engagement.id)
    assert GONE in before
    await scene.fm.writes("/status")
    await scene.ada.writes("/ssat")
    await scene.ada.does("my_questions")
    assert "# When is the service to start for everybody?" in scene.ada.sees(), "what she was handed is hers"
    await scene.ada.does("answer", {"start": "2027-03-15", "in_use": "no"})
    after = await texts(store, engagement.id)
    assert GONE not in after
    keys = [row.key for row in await store.query(Table.ENGAGEMENTS, engagement.id)]
    assert not [key for key in keys if short_hash(GONE) in key], "the mention of her is found under her key"
    rows = [row.key for row in await store.query(Table.ENGAGEMENTS, engagement.id, f"{VOICE_ROW}SZ1")]
    assert len(rows) == 1
    log = await store.query(Table.ENGAGEMENTS, engagement.id, LOG_ROW)
    assert {row.columns["by"] for row in log if ADA in str(row.columns["by"])} == {STAYS}
    # Muted she hears nothing; once she wants to, both of her actions fall due for one person.
    await scene.ada.sends({"action": "unmute", "workshop": 1, "revision": 99})
    due = (await only(scene)).due
    assert [item for item in due if item.startswith("owner~")] == [owner_item(STAYS)]
    noted = [due_of(row).item for shard in SHARDS for row in await store.query(Table.DUE, shard)]
    assert owner_item(STAYS) in noted


async def test_what_did_not_reach_her_by_either_key_is_due_once_and_the_fm_hears_once(scene: Scene) -> None:
    engagement = await only(scene)
    at = "2026-12-01T09:00:00Z"
    marks = {STAYS: Unreached(told=True), GONE: Unreached(owner_item(GONE), at)}
    parted = msgspec.to_builtins(replace(engagement, unreached=marks))
    one = msgspec.convert(with_people_as_one(parted, {GONE: STAYS}), Engagement)
    assert one.unreached == {STAYS: Unreached(owner_item(STAYS), at, told=True)}


async def test_a_long_text_stays_whole_before_and_after_the_rows_are_rewritten(scene: Scene) -> None:
    whole = "Another long word about it. " * 20
    for _ in range(2):
        await scene.ada.writes("/ssat")
        await scene.ada.does("my_questions")
        await scene.ada.sends({"action": "open", "question": "SZ1", "workshop": 1, "revision": 99})
        assert any(whole.strip() in line for line in scene.ada.sees())
        await scene.fm.writes("/check-in")
        await migrate(scene.world.store, always(scene.world.book), scene.world.clock.now())
        scene.world.restarts()


async def test_migrate_counts_it_once_and_it_stays_one_after_a_restart(scene: Scene, store: Store) -> None:
    book, now = always(scene.world.book), scene.world.clock.now()
    dry = await migrate(store, book, now, dry=True)
    assert (dry.forward, dry.in_order) == (1, 0)
    done = await migrate(store, book, now)
    assert (done.forward, done.in_order, done.unread) == (1, 0, [])
    again = await migrate(store, book, now)
    assert (again.forward, again.in_order) == (0, 1)
    engagement = await only(scene)
    assert GONE not in await texts(store, engagement.id)
    scene.world.restarts()
    await scene.ada.says("/ssat", "personal")
    assert not any("not in any workshop" in line for line in scene.ada.sees())
