"""Whatever three people do in whatever order, on one process or two: when all is quiet no card in the thread
contradicts the state."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.playbook.book import Book
from bot.core.step import Event
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshop.happenings import happenings
from tests.lasting.thread import Thread

BOOK = Book(small_playbook())
TYPED = st.sampled_from(["/status", "/plan", "/next-steps", "/naechste-schritte"])
MOVE = "the FM writes /ssat"
WHAT = st.lists(
    st.tuples(
        st.one_of(*[happenings()] * 7, TYPED, st.just(MOVE)),
        st.sampled_from([0, 20, 90, 130, 400]),
        st.sampled_from([False] * 7 + [True]),
        st.booleans(),
    ),
    min_size=15,
    max_size=30,
)


async def play(what: list[tuple[Event | str, int, bool, bool]], *, processes: int) -> None:
    thread = Thread(BOOK)
    serving = [thread.world.service]
    for _ in range(processes - 1):
        thread.world.restarts()
        serving.append(thread.world.service)
    await thread.begins()
    for one, seconds, sweeps, other in what:
        thread.world.service = serving[other % processes]
        thread.world.clock.passes(seconds=seconds)
        if one == MOVE:
            await thread.moves()
        elif isinstance(one, str):
            await thread.is_typed(one)
        else:
            await thread.happens(one)
        if sweeps:
            await thread.world.sweeps()
    await thread.is_quiet()
    assert await thread.contradictions() == []
    assert await thread.open_beside() == []
    after = (await thread.now()).engagement
    assert (after.outdated, "refresh" in after.due) == ({}, False)
    posts = [call for call in thread.world.teams.calls if call[0] == "post"]
    assert len(posts) == len(thread.world.teams.messages)
    updates = thread.updates
    await thread.is_quiet()
    assert thread.updates == updates, "and nothing is drawn twice"


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(what=WHAT)
def test_when_all_is_quiet_no_card_contradicts_the_state(
    what: list[tuple[Event | str, int, bool, bool]],
) -> None:
    asyncio.run(play(what, processes=1))


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(what=WHAT)
def test_nor_where_two_processes_share_the_work(what: list[tuple[Event | str, int, bool, bool]]) -> None:
    asyncio.run(play(what, processes=2))
