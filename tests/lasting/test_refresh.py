"""Once it is quiet the sweep makes the cards of a thread true, once, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from bot.core.answers.events import Say
from bot.core.playbook.book import Book
from bot.core.ports import Change, Delete, StoreUnavailable, Table
from bot.core.questions.effects import PostResult
from bot.core.questions.lasting import REFRESH_DUE, with_lasting
from bot.core.questions.picture import Picture
from bot.core.record.events import Complete
from bot.core.step import RecordLog, Step
from bot.kept.due_index import SHARDS
from bot.kept.posted import PostedCards
from bot.kept.state.row import SENT_ROW
from bot.kept.unsent import Unsent
from bot.sweep.sweep import DUE_LEASE
from bot.sweep.tally import Tally
from bot.teams.outbound.send_faults import Gone, Refused, Unsure
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import FM, LEAD, SPONSOR
from tests.fakes.store import FakeStore
from tests.lasting.thread import Thread
from tests.world import OTHER_THREAD, Human

RESULT = "result~scenarios"
NOTHING = Tally()


def scenarios(by: str = "meetings") -> Say:
    return Say(LEAD, "SZ1", None, "answer", {"scenarios": by}, 10**6)


def planned() -> Say:
    """The lead corrects the answer: it is only planned."""
    raw = {"planned_by_name": "Tom Berger", "planned_on": "2026-07-01"}
    return Say(LEAD, "SZ1", None, "planned", raw, 10**6)


@pytest.fixture
async def thread() -> Thread:
    """A thread with the result of a factor, a status, and the workshop card, all true."""
    found = Thread(Book(small_playbook()))
    await found.begins()
    await found.happens(scenarios())
    await found.is_typed("/status")
    await found.is_quiet()
    found.world.teams.calls.clear()
    return found


def posts(thread: Thread) -> int:
    return [what for what, _ in thread.world.teams.calls].count("post")


async def due_moments(thread: Thread) -> list[object]:
    rows = [row for shard in SHARDS for row in await thread.world.store.query(Table.DUE, shard)]
    return [row.columns["at"] for row in rows if row.columns["item"] == REFRESH_DUE]


async def test_who_corrects_an_answer_and_leaves_finds_every_card_true_two_minutes_later(
    thread: Thread,
) -> None:
    await thread.happens(planned())
    assert sorted(await thread.contradictions()) == [RESULT, "status", "workshop"]
    assert await thread.is_quiet(seconds=119) == NOTHING
    assert thread.updates == 0
    assert await thread.is_quiet(seconds=1) == NOTHING, "nobody was reminded of anything"
    assert thread.updates == 3
    assert await thread.contradictions() == []
    await thread.is_quiet()
    assert thread.updates == 3
    assert await due_moments(thread) == []


async def test_a_card_whose_content_stays_the_same_is_left_alone(thread: Thread) -> None:
    await thread.happens(Say(SPONSOR, "ST1", None, "answer", {"state": "asked"}, 10**6))
    await thread.is_quiet()
    assert [what for what, _ in thread.world.teams.calls] == ["update"] * 2, (
        "the workshop card and the status"
    )


async def test_answers_put_it_off_and_write_no_further_row(thread: Thread) -> None:
    await thread.happens(planned())
    waits = await due_moments(thread)
    for by in ("news", "meetings"):
        thread.world.clock.passes(seconds=100)
        await thread.world.sweeps()
        await thread.happens(scenarios(by))
    assert (thread.updates, await due_moments(thread)) == (0, waits)
    await thread.is_quiet(seconds=120)
    assert (thread.updates, await thread.contradictions()) == (1, []), "the others say again what they said"


async def test_where_a_message_is_gone_nothing_is_posted_and_it_is_not_tried_again(thread: Thread) -> None:
    await thread.happens(planned())
    # The workshop card is the first, the result the second.
    thread.world.teams.refuses[:] = [Refused(404, "ActivityNotFound", None)] * 2
    await thread.is_quiet()
    assert (thread.updates, posts(thread)) == (3, 0)
    await thread.happens(scenarios())
    await thread.is_quiet()
    assert (thread.updates, posts(thread)) == (5, 0), "the workshop card is tried again, the result is not"


@pytest.mark.parametrize(
    "fault", [Refused(429, "", 1.0), Refused(412, "", None), Unsure("503"), Refused(0, "NotConnected", None)]
)
async def test_what_may_pass_is_tried_again_and_what_was_done_is_not_done_twice(
    thread: Thread, fault: Exception
) -> None:
    await thread.happens(planned())
    thread.world.teams.refuses[:] = [fault]
    assert await thread.is_quiet() == NOTHING
    assert thread.updates == 1
    assert await thread.is_quiet(seconds=5) == NOTHING
    assert (thread.updates, posts(thread)) == (4, 0)
    assert await thread.contradictions() == []


async def test_where_the_conversation_is_gone_it_is_left_until_something_changes(thread: Thread) -> None:
    await thread.happens(planned())
    thread.world.teams.refuses[:] = [Gone(403, "BotNotInConversationRoster")]
    await thread.is_quiet()
    await thread.is_quiet()
    assert thread.updates == 1
    await thread.happens(scenarios("news"))
    await thread.is_quiet()
    assert await thread.contradictions() == []


class Forgetful(FakeStore):
    """A store to which a process that `dies` cannot write any more where a card stands."""

    dies = False

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        if self.dies and any(change.key.startswith(SENT_ROW) for change in changes):
            raise StoreUnavailable("the process died")
        return await super().commit(table, partition, changes)


async def test_killed_between_the_update_and_its_note_the_same_update_is_made_again() -> None:
    store = Forgetful()
    thread = Thread(Book(small_playbook()), store)
    await thread.begins()
    await thread.happens(scenarios())
    await thread.is_quiet()
    await thread.happens(planned())
    thread.world.teams.calls.clear()
    store.dies = True
    await thread.is_quiet()
    store.dies = False
    assert thread.updates == 2
    assert await thread.is_quiet(seconds=60) == NOTHING, "the row is still held"
    thread.world.restarts()
    await thread.is_quiet(seconds=DUE_LEASE.total_seconds())
    assert (thread.updates, posts(thread), await thread.contradictions()) == (4, 0, [])


async def test_two_instances_draw_each_card_once(thread: Thread) -> None:
    await thread.happens(planned())
    thread.world.clock.passes(minutes=3)
    first = thread.world.service
    thread.world.restarts()
    await asyncio.gather(first.sweep.run(), thread.world.service.sweep.run())
    assert (thread.updates, await thread.contradictions()) == (3, [])


async def test_a_service_that_sends_no_reminders_keeps_cards_true_all_the_same(thread: Thread) -> None:
    await thread.happens(planned())
    loaded = await thread.now()
    due = {**loaded.engagement.due, "silence": "2026-06-10T09:00:00Z"}
    await thread.engagements.commit(loaded, replace(loaded.engagement, due=due), (), thread.world.clock.now())
    thread.world.clock.passes(minutes=3)
    assert await thread.world.service.sweep.run(reminding=False) == NOTHING
    assert await thread.contradictions() == []
    assert "silence" in (await thread.now()).engagement.due


async def test_a_preview_names_no_card(thread: Thread) -> None:
    await thread.happens(planned())
    thread.world.clock.passes(minutes=3)
    assert await thread.world.service.sweep.preview() == (NOTHING, [])
    assert thread.updates == 0


async def test_a_completed_workshop_keeps_its_cards_true(thread: Thread) -> None:
    await thread.happens(planned())
    await thread.happens(Complete(FM))
    assert (await thread.now()).engagement.status == "completed"
    await thread.is_quiet()
    assert await thread.contradictions() == []


async def test_an_earlier_card_says_once_that_a_newer_one_stands_below(thread: Thread) -> None:
    await thread.is_typed("/status")
    await thread.is_quiet()
    assert thread.updates == 1
    assert "Weiter unten steht eine neuere Fassung." in await thread.shows("status")
    assert "Weiter unten steht eine neuere Fassung." not in await thread.shows("status~2")
    await thread.happens(planned())
    await thread.is_quiet()
    assert (await thread.now()).engagement.outdated == {}
    assert thread.updates == 4, "the earlier status is done with"


async def test_a_card_that_never_came_makes_no_earlier_one_outdated(thread: Thread) -> None:
    thread.world.teams.refuses[:] = [Refused(400, "BadSyntax", None)]
    await thread.is_typed("/status")
    await thread.is_quiet()
    assert "Weiter unten steht eine neuere Fassung." not in await thread.shows("status")


async def test_what_is_shown_in_another_post_says_as_of_when_and_is_no_lasting_card(thread: Thread) -> None:
    before = (await thread.now()).engagement
    fiona = thread.world.person("fiona", tenant=FM.tenant)
    await fiona.says("/status", OTHER_THREAD)
    assert any(line.startswith("Stand: ") for line in fiona.sees())
    assert (await thread.now()).engagement == before


async def test_after_a_move_an_earlier_card_says_that_the_newer_one_is_in_another_post(
    thread: Thread,
) -> None:
    fiona = Human(thread.world, FM, "en-US")
    await fiona.says("/ssat", OTHER_THREAD)
    await fiona.says("/status", OTHER_THREAD)
    await thread.is_quiet()
    assert "In einem neueren Beitrag steht eine neuere Fassung." in await thread.shows("status")


async def test_a_result_that_teams_refuses_for_long_is_true_after_all_when_it_comes(thread: Thread) -> None:
    """Drawn before the answer was corrected, it arrives after the cards were looked at."""
    place = await thread.place(RESULT)
    await thread.world.store.commit(Table.ENGAGEMENTS, thread.id, [Delete(SENT_ROW + RESULT)])
    await Unsent(thread.world.store, thread.world.clock).note(thread.id, [PostResult("scenarios")])
    await thread.happens(planned())
    await thread.is_quiet(minutes=2)
    assert len(await due_moments(thread)) == 1, "it is still to be looked at"
    await PostedCards(thread.world.store).record(thread.id, RESULT, place)
    await thread.is_quiet(minutes=2)
    assert await thread.contradictions() == []


async def reopen(thread: Thread) -> None:
    """The answer of a factor is taken back."""
    loaded = await thread.now()
    before = loaded.engagement
    now = thread.world.clock.now()
    after = replace(
        before,
        closed_factors=[one for one in before.closed_factors if one != "scenarios"],
        voices={key: said for key, said in before.voices.items() if key != "SZ1"},
        revision=before.revision + 1,
        shared_stale=True,
    )
    picture = Picture(thread.world.book, before, now)
    await thread.commits(loaded, with_lasting(picture, Step(after, (), (RecordLog("undo", LEAD.key),))))


async def test_the_result_of_a_factor_that_is_open_again_says_so_and_points_to_the_next_one(
    thread: Thread,
) -> None:
    await reopen(thread)
    await thread.is_quiet()
    shown = await thread.shows(RESULT)
    assert "# Szenarien: wieder offen" in shown
    assert not any("✓" in line for line in shown)
    step = await thread.happens(planned())
    assert PostResult("scenarios", 2) in step.effects
    await thread.is_quiet()
    assert "Weiter unten steht eine neuere Fassung." in await thread.shows(RESULT)
    assert any("Szenarien" in line for line in await thread.shows(f"{RESULT}~2"))
    assert await thread.contradictions() == []


async def test_a_result_that_was_not_sent_is_not_due_once_its_factor_is_open_again(thread: Thread) -> None:
    book, engagement = thread.world.book, (await thread.now()).engagement
    assert PostResult("scenarios").is_due(book, engagement)
    await reopen(thread)
    assert not PostResult("scenarios").is_due(book, (await thread.now()).engagement)
    await thread.happens(planned())
    closed = (await thread.now()).engagement
    assert [PostResult("scenarios", number).is_due(book, closed) for number in (1, 2)] == [False, True]


async def test_a_workshop_of_an_older_version_knows_its_results_by_the_factors_that_closed(
    thread: Thread,
) -> None:
    loaded = await thread.now()
    older = replace(loaded.engagement, posted={})
    await thread.engagements.commit(loaded, older, (), thread.world.clock.now())
    await thread.happens(planned())
    await thread.is_quiet()
    assert thread.updates == 2, "the workshop card and the result; of the status nobody knows any more"
    assert RESULT not in await thread.contradictions()


async def test_what_a_refresh_asks_of_the_store_follows_the_cards_that_say_something_else(
    thread: Thread,
) -> None:
    await thread.happens(planned())
    store = thread.world.store
    assert isinstance(store, FakeStore)
    thread.world.clock.passes(minutes=3)
    before = store.reads, store.commits
    await thread.world.service.sweep.run()
    # What is due, twice, the workshop, and where its cards are; the claim, a mark for each of two cards (the
    # workshop card has none), the workshop, and the end.
    assert (store.reads - before[0], store.commits - before[1]) == (4, 5)
