"""Whatever three people do in whatever order: when all is quiet no card in the thread contradicts it."""

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
WHAT = st.lists(
    st.tuples(
        st.one_of(*[happenings()] * 7, TYPED),
        st.sampled_from([0, 20, 90, 130, 400]),
        st.sampled_from([False] * 7 + [True]),
    ),
    min_size=15,
    max_size=30,
)


async def play(what: list[tuple[Event | str, int, bool]]) -> None:
    thread = Thread(BOOK)
    await thread.begins()
    for one, seconds, sweeps in what:
        thread.world.clock.passes(seconds=seconds)
        if isinstance(one, str):
            await thread.is_typed(one)
        else:
            await thread.happens(one)
        if sweeps:
            await thread.world.sweeps()
    await thread.is_quiet()
    assert await thread.contradictions() == []
    after = (await thread.now()).engagement
    assert (after.outdated, "refresh" in after.due) == ({}, False)
    posts = [call for call in thread.world.teams.calls if call[0] == "post"]
    calls = len(thread.world.teams.calls)
    await thread.is_quiet()
    assert len(thread.world.teams.calls) == calls, "and nothing is drawn twice"
    assert len(posts) == len(thread.world.teams.messages)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(what=WHAT)
def test_when_all_is_quiet_no_card_contradicts_the_state(what: list[tuple[Event | str, int, bool]]) -> None:
    asyncio.run(play(what))
