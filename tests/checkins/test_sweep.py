"""A sweep sends what is due once, whatever Teams, the store and other people do meanwhile."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.core.checkins.kinds import CHECK_IN_DUE, Reminder
from bot.core.checkins.recall import people_asked
from bot.core.checkins.reminders import reminder, when_begun
from bot.core.engagement import Engagement
from bot.core.ports import Table
from bot.core.questions.picture import Picture
from bot.kept.due_index import GRACE, SHARDS, Due, schedule
from bot.sweep.record import record
from bot.sweep.sweep import DUE_LEASE, SIDE_BY_SIDE
from bot.sweep.tally import Tally
from bot.teams.outbound.send_faults import Gone, Refused, Unsure
from tests.checkins.scene import NOW, Scene
from tests.core.held import Held
from tests.core.workshops import FM, IT


async def due_rows(scene: Scene) -> list[str]:
    rows = [row for shard in SHARDS for row in await scene.store.query(Table.DUE, shard)]
    return [str(row.columns["item"]) for row in rows if row.columns["at"] <= scene.time.now()]  # type: ignore[operator]


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


async def test_what_is_due_is_sent_once_and_the_next_one_is_known(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    assert await scene.time.run(scene.sweep().run()) == Tally()
    after = await scene.now(engagement)
    assert after.check_in is not None
    assert (after.check_in.sending, after.check_in.next_due) == (None, "2026-06-23T08:00:00Z")
    assert after.check_in.last_sent is not None
    assert len(scene.teams.arrived[engagement.channel]) == 1
    assert await due_rows(scene) == []
    row = await scene.store.get(Table.ENGAGEMENTS, engagement.id, "checkin~1")
    assert row is not None
    assert row.columns["next_due"] == datetime.fromisoformat("2026-06-23T08:00:00+00:00")


async def test_a_refusal_is_waited_out_while_others_go_on(scene: Scene) -> None:
    one = await scene.add(scene.held().engagement, 1, tenant="fabrikam")
    two = await scene.add(scene.held().engagement, 2)
    scene.teams.faults[one.channel] = deque(
        [Refused(429, "", 30.0), Refused(412, "", None), Refused(503, "", 20.0)]
    )
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=2)
    (late,), (soon,) = scene.teams.arrived[one.channel], scene.teams.arrived[two.channel]
    assert soon - NOW < timedelta(seconds=2)
    assert late - NOW >= timedelta(seconds=30)


async def test_what_is_refused_for_long_is_left_and_sent_by_a_later_sweep(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([Refused(429, "", 600.0)])
    assert await scene.time.run(scene.sweep().run()) == Tally(failed=1)
    assert await scene.time.run(scene.sweep().run()) == Tally()
    scene.time.jumps_to(at(11))
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)


async def test_a_post_of_which_nobody_knows_is_reported_and_never_sent_again(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([Unsure("504")])
    assert await scene.time.run(scene.sweep().run()) == Tally(unknown=1)
    scene.time.jumps_to(at(60))
    assert await scene.time.run(scene.sweep().run()) == Tally()
    after = await scene.now(engagement)
    assert after.check_in is not None
    assert (after.check_in.sending, after.check_in.last_sent) == (None, None)
    assert after.due[CHECK_IN_DUE] == "2026-06-23T08:00:00Z"


async def test_where_the_conversation_is_gone_the_series_is_paused(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([Gone(403, "BotNotInConversationRoster")])
    assert await scene.time.run(scene.sweep().run()) == Tally(failed=1, sent=1)
    after = await scene.now(engagement)
    assert after.check_in is not None
    assert (after.check_in.status, after.check_in.next_due) == ("paused", None)
    scene.time.jumps_to(at(60 * 24 * 8))
    await scene.time.run(scene.sweep().run())
    assert scene.teams.arrived[engagement.channel] == []


async def test_the_fm_hears_once_in_person_that_the_conversation_is_gone(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([Gone(403, "BotNotInConversationRoster")])
    assert await scene.time.run(scene.sweep().run()) == Tally(failed=1, sent=1)
    (told,) = scene.teams.cards
    assert told[0] == f"chat-29:{FM.id}"
    assert "Den Beitrag des Workshops erreiche ich nicht mehr." in str(told[1])
    scene.time.jumps_to(at(60 * 24 * 8))
    await scene.time.run(scene.sweep().run())
    assert len(scene.teams.arrived[f"chat-29:{FM.id}"]) == 1


async def test_what_teams_will_not_take_is_not_tried_again_and_the_series_goes_on(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.teams.faults[engagement.channel] = deque([Refused(413, "MessageSizeTooBig", None)])
    assert await scene.time.run(scene.sweep().run()) == Tally(failed=1)
    assert (await scene.now(engagement)).due[CHECK_IN_DUE] == "2026-06-23T08:00:00Z"


async def begin_and_die(scene: Scene, engagement: Engagement) -> None:
    """A process claims, marks, and is gone."""
    (row,) = await scene.store.due(scene.time.now(), 10)
    assert await scene.store.claim(row, scene.time.now() + DUE_LEASE)
    held = Held(scene.book)
    held.engagement, held.now = engagement, scene.time.now()
    one = reminder(held.picture, CHECK_IN_DUE, engagement.due[CHECK_IN_DUE])
    assert isinstance(one, Reminder)
    loaded = await scene.engagements.load(engagement.id)
    assert loaded is not None
    await record(scene.engagements, loaded, when_begun(held.picture, one), scene.time.now())


async def test_a_send_that_was_cut_off_is_left_alone_until_the_lease_is_over_then_unknown(
    scene: Scene,
) -> None:
    engagement = await scene.add(scene.held().engagement)
    await begin_and_die(scene, engagement)
    assert await scene.time.run(scene.sweep().run()) == Tally()
    scene.time.jumps_to(NOW + DUE_LEASE)
    assert await scene.time.run(scene.sweep().run()) == Tally(unknown=1)
    assert await scene.time.run(scene.sweep().run()) == Tally()
    assert scene.teams.arrived[engagement.channel] == []
    assert (await scene.now(engagement)).check_in is not None


async def test_a_superfluous_row_is_deleted_when_it_is_old_enough(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    await schedule(scene.store, Due(engagement.id, CHECK_IN_DUE, at(-60)), scene.time.now())
    await schedule(scene.store, Due("nobody", CHECK_IN_DUE, at(-60)), scene.time.now())
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    assert await due_rows(scene) == [CHECK_IN_DUE, CHECK_IN_DUE]
    scene.time.jumps_to(scene.time.now() + GRACE)
    assert await scene.time.run(scene.sweep().run()) == Tally()
    assert await due_rows(scene) == []


async def test_somebody_who_changes_the_workshop_meanwhile_loses_nothing(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    changed = 0

    async def keeps_changing() -> None:
        nonlocal changed
        while not scene.teams.arrived[engagement.channel]:
            changed += 1
            await scene.changes(engagement, launch_moved=f"2026-06-{changed % 28 + 1:02}", revision=changed)
            await scene.time.sleep(0.005)

    async def both() -> Tally:
        other = asyncio.create_task(keeps_changing())
        tally = await scene.sweep().run()
        await other
        return tally

    assert await scene.time.run(both()) == Tally(sent=1)
    assert changed > 1
    assert (await scene.now(engagement)).revision == changed


@pytest.mark.parametrize("instances", [2, 5])
async def test_instances_share_what_is_due_and_send_each_once(scene: Scene, instances: int) -> None:
    for number in range(60):
        await scene.add(scene.held().engagement, number)

    async def all_at_once() -> list[Tally]:
        return await asyncio.gather(*(scene.sweep(seed).run() for seed in range(instances)))

    tallies = await scene.time.run(all_at_once())
    assert sum(one.sent for one in tallies) == 60
    assert all(one.sent for one in tallies)
    assert {len(posts) for posts in scene.teams.arrived.values()} == {1}


async def test_sends_that_hang_let_others_pass(scene: Scene) -> None:
    hung = [await scene.add(scene.held().engagement, number) for number in range(4)]
    others = [await scene.add(scene.held().engagement, number) for number in range(4, 12)]
    for one in hung:
        scene.teams.slow[one.channel] = 10.0
        scene.teams.faults[one.channel] = deque([Unsure("TimeoutError")])
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=8, unknown=4)
    for one in others:
        assert scene.teams.arrived[one.channel][0] - NOW < timedelta(seconds=5)


async def test_different_conversations_are_sent_to_side_by_side_and_never_more_than_so_many(
    scene: Scene,
) -> None:
    scene.teams.call = 1.0
    for number in range(SIDE_BY_SIDE + 1):
        await scene.add(scene.held().engagement, number)
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=SIDE_BY_SIDE + 1)
    moments = Counter(moment - NOW for posts in scene.teams.arrived.values() for moment in posts)
    assert moments == {timedelta(seconds=1): SIDE_BY_SIDE, timedelta(seconds=2): 1}


async def test_a_store_that_is_down_for_a_moment_costs_no_message(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    scene.store.lose_answers = 1  # type: ignore[attr-defined]
    assert await scene.time.run(scene.sweep().run()) == Tally(failed=1)
    scene.time.jumps_to(NOW + DUE_LEASE)
    await scene.time.run(scene.sweep().run())
    assert len(scene.teams.arrived[engagement.channel]) == 1


async def test_a_sweep_that_is_stopped_ends_what_it_began(scene: Scene) -> None:
    for number in range(3 * SIDE_BY_SIDE):
        await scene.add(scene.held().engagement, number)
    scene.teams.call = 1.0
    sweep = scene.sweep()

    async def stopped() -> Tally:
        running = asyncio.create_task(sweep.run())
        await scene.time.sleep(0.1)
        await sweep.stop()
        assert running.done() or (await running) is not None
        return await running

    tally = await scene.time.run(stopped())
    assert 0 < tally.sent <= SIDE_BY_SIDE
    for row in [row for shard in SHARDS for row in await scene.store.query(Table.DUE, shard)]:
        engagement = await scene.engagements.load(str(row.columns["engagement"]))
        assert engagement is not None
        assert engagement.engagement.check_in is not None
        assert engagement.engagement.check_in.sending is None


async def test_a_preview_says_what_would_be_sent_and_writes_nothing(scene: Scene) -> None:
    engagement = await scene.add(scene.held().engagement)
    commits = scene.store.commits  # type: ignore[attr-defined]
    tally, lines = await scene.sweep().preview()
    assert (tally, lines) == (Tally(sent=1), [f"{engagement.id} checkin 2026-06-16T08:00:00Z"])
    assert scene.store.commits == commits  # type: ignore[attr-defined]
    assert scene.teams.cards == []


async def test_with_only_loopback_others_are_neither_claimed_nor_sent(scene: Scene) -> None:
    far = await scene.add(scene.held().engagement, 1)
    near = scene.held().engagement
    near = replace(near, reference=replace(near.reference, service_url="http://127.0.0.1:9/"))
    near = await scene.add(near, 2)
    assert await scene.time.run(scene.sweep(only_loopback=True).run()) == Tally(sent=1, skipped=1)
    assert scene.teams.arrived[far.channel] == []
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    assert len(scene.teams.arrived[near.channel]) == 1


OWNER = f"chat-29:{IT.id}"


async def test_an_owner_hears_in_person_in_one_chat(scene: Scene) -> None:
    held = Held.of(scene.book, check_ins=False, answer_by="2026-08-31")
    held.owes("2026-06-17")
    await scene.add(held.engagement)
    scene.time.jumps_to(at(60))
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    scene.time.jumps_to(at(60 * 24 * 3))
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    assert len(scene.teams.arrived[OWNER]) == 2
    assert scene.teams.chats == {f"29:{IT.id}": 1}


async def test_before_the_answer_by_date_people_hear_in_person_and_nothing_stands_in_the_thread(
    scene: Scene,
) -> None:
    held = Held.of(scene.book, check_ins=False, answer_by="2026-06-17")
    engagement = await scene.add(held.engagement)
    scene.time.jumps_to(datetime(2026, 6, 16, 8, 0, tzinfo=UTC))
    asked = people_asked(Picture(scene.book, engagement, scene.time.now()))
    assert len(asked) > 1
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=len(asked))
    arrived = {place: len(found) for place, found in scene.teams.arrived.items() if found}
    assert arrived == {f"chat-29:{key.partition('/')[2]}": 1 for key in asked}
    assert await scene.time.run(scene.sweep().run()) == Tally()


async def test_nobody_hears_two_things_a_day_of_two_workshops(scene: Scene) -> None:
    for number in (1, 2):
        held = Held.of(scene.book, check_ins=False, answer_by="2026-08-31")
        held.owes("2026-06-17")
        await scene.add(held.engagement, number)
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1, skipped=1)
    scene.time.jumps_to(at(60 * 24))
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    first, second = scene.teams.arrived[OWNER]
    assert (first.date(), second.date()) == (NOW.date(), NOW.date() + timedelta(days=1))


async def test_a_person_who_cannot_be_reached_says_nothing_about_the_channel(scene: Scene) -> None:
    engagement = scene.held().engagement
    engagement = await scene.add(engagement)
    await scene.time.run(scene.sweep().run())
    scene.teams.faults[OWNER] = deque([Gone(403, "ConversationBlockedByUser")])
    scene.time.jumps_to(at(60 * 24))
    # The owner is told in the thread, where they alone see it, and the FM that it had to be there.
    assert await scene.time.run(scene.sweep().run()) == Tally(unreachable=1, sent=1)
    after = await scene.now(engagement)
    assert after.check_in is not None
    assert after.check_in.status == "on"
    scene.time.jumps_to(at(60 * 24 * 3))
    assert await scene.time.run(scene.sweep().run()) == Tally(sent=1)
    assert scene.teams.chats[f"29:{IT.id}"] == 2


async def test_an_owner_who_left_is_not_told(scene: Scene) -> None:
    held = Held.of(scene.book, check_ins=False, answer_by="2026-08-31")
    held.owes("2026-06-17", replace(IT, id="left"))
    await scene.add(held.engagement)
    assert await scene.time.run(scene.sweep().run()) == Tally(unreachable=1, sent=1)
    assert [place for place, _ in scene.teams.cards] == [f"chat-29:{FM.id}"]


async def test_the_fm_is_told_of_silence_in_person(scene: Scene) -> None:
    held = Held.of(scene.book, answer_by="2026-08-31")
    engagement = await scene.add(held.engagement)
    for week in range(4):
        scene.time.jumps_to(at(60 * 24 * 7 * week))
        await scene.time.run(scene.sweep().run())
    assert len(scene.teams.arrived[engagement.channel]) == 4
    assert len(scene.teams.arrived[f"chat-29:{FM.id}"]) == 1
