"""A plan that the version before stored is worked out anew once, with whatever touches its workshop first."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.checkins.due import OWNER_DUE, notice_moments, owner_item
from bot.core.engagement import Engagement
from bot.core.plan.items import find_item
from bot.core.plan.rows import action_key
from bot.core.playbook.book import Book
from bot.core.ports import Replace, Table
from bot.kept.due_index import SHARDS
from bot.kept.loaded import always
from bot.kept.state.migrating import migrate
from bot.kept.state.row import STATE_ROW
from bot.sweep.tally import Tally
from tests.checkins.scene import Scene
from tests.core.held import Held
from tests.core.workshops import IT, LEAD
from tests.fakes.store import FakeStore

T = Table.ENGAGEMENTS


class Behind:
    """A workshop as the version before stored it: "responsible: Ivo" was an action of Leo, who typed it. The
    morning has come on which its owner is reminded."""

    def __init__(self, book: Book) -> None:
        self.held = Held.of(book, check_ins=False, answer_by="")
        self.held.says(LEAD, "TR1", plan="partly", owner=IT.key)
        item = find_item(self.held.picture, "TR1")
        assert item is not None
        self.day = item.due
        self.at, self.after = notice_moments(self.held.picture, self.day)
        self.store = FakeStore()
        self.scene = Scene(book, self.store, begin=datetime.fromisoformat(self.at) + timedelta(minutes=1))

    async def stored(self) -> Engagement:
        """It stands in the store."""
        due = {owner_item(LEAD.key): self.at}
        engagement = await self.scene.add(replace(self.held.engagement, version=1, due=due, urgent=""))
        row = {"owner_id": LEAD.id, "owner_name": LEAD.name, "due": "2026-06-30", "status": "open"}
        await self.scene.store.commit(T, engagement.id, [Replace(action_key("TR1"), row)])
        assert await self.document(engagement) == {"due": due}
        return engagement

    async def document(self, engagement: Engagement) -> dict[str, Any]:
        """What of the state's document is about it."""
        row = await self.scene.store.get(T, engagement.id, STATE_ROW)
        assert row is not None
        document = json.loads(str(row.columns["doc0"]))
        return {
            name: document[name] for name in ("version", "plan_behind", "due", "urgent") if name in document
        }

    async def row(self, engagement: Engagement) -> tuple[Any, ...]:
        """The row of the action."""
        row = await self.scene.store.get(T, engagement.id, action_key("TR1"))
        assert row is not None
        return tuple(row.columns[name] for name in ("owner_id", "owner_name", "due"))

    async def hints(self) -> list[str]:
        """What the due index knows of owners."""
        rows = [row for shard in SHARDS for row in await self.scene.store.query(Table.DUE, shard)]
        return [item for row in rows if (item := str(row.columns["item"])).startswith(OWNER_DUE)]


@pytest.fixture
def behind(book: Book) -> Behind:
    return Behind(book)


async def test_the_reminder_that_is_due_goes_to_whom_the_answer_names(behind: Behind) -> None:
    engagement = await behind.stored()
    assert await behind.scene.time.run(behind.scene.sweep().run()) == Tally(sent=1)
    assert [place for place, _ in behind.scene.teams.cards] == [f"chat-29:{IT.id}"]
    assert await behind.row(engagement) == (IT.id, IT.name, behind.day)
    due = {owner_item(IT.key): behind.after}
    assert await behind.document(engagement) == {"version": 2, "due": due, "urgent": behind.day}
    await behind.scene.time.run(behind.scene.time.sleep(300))
    assert await behind.scene.time.run(behind.scene.sweep().run()) == Tally()
    assert await behind.hints() == [owner_item(IT.key)], "that of the old owner is no longer there"


async def test_whatever_changes_the_workshop_works_it_out_in_the_same_commit(behind: Behind) -> None:
    engagement = await behind.stored()
    before = behind.store.commits
    await behind.scene.changes(engagement, shared_stale=True)
    assert await behind.row(engagement) == (IT.id, IT.name, behind.day)
    due = {owner_item(IT.key): behind.at}
    assert await behind.document(engagement) == {"version": 2, "due": due, "urgent": behind.day}
    assert behind.store.commits - before == 2, "the hint of the new owner, and all of the workshop"
    assert await behind.scene.time.run(behind.scene.sweep().run()) == Tally(sent=1)
    assert [place for place, _ in behind.scene.teams.cards] == [f"chat-29:{IT.id}"]


async def test_an_answer_works_out_the_rest_of_the_plan_beside_its_own_action(behind: Behind) -> None:
    engagement = await behind.stored()
    loaded = await behind.scene.engagements.load(engagement.id)
    assert loaded is not None
    behind.held.engagement, behind.held.now = loaded.engagement, behind.scene.time.now()
    step = behind.held.says(LEAD, "AW1", plan="no", owner_name="Patti Fernandez")
    await behind.scene.engagements.commit(loaded, step.engagement, step.records, behind.held.now)
    assert await behind.row(engagement) == (IT.id, IT.name, behind.day)
    other = await behind.scene.store.get(T, engagement.id, action_key("AW1"))
    assert other is not None
    assert other.columns["owner_name"] == "Patti Fernandez"


async def test_migrate_works_it_out_without_anybody(behind: Behind) -> None:
    engagement = await behind.stored()
    store, book_of, now = behind.scene.store, always(behind.scene.book), behind.scene.time.now()
    assert (await migrate(store, book_of, now, dry=True)).forward == 1
    assert await behind.row(engagement) == (LEAD.id, LEAD.name, "2026-06-30")
    assert (await migrate(store, book_of, now)).forward == 1
    assert await behind.row(engagement) == (IT.id, IT.name, behind.day)
    assert (await behind.document(engagement))["due"] == {owner_item(IT.key): behind.at}
    assert (await migrate(store, book_of, now)).in_order == 1
