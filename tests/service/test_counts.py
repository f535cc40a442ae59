"""What a turn costs once the bot is warm: counted, so that no machine's speed matters."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from botbuilder.core import TurnContext
from botbuilder.dialogs import DialogContext

from bot.app import build
from bot.core.clock import SystemClock
from bot.core.playbook.book import Book
from bot.core.ports import Delete, Table
from bot.core.questions.lasting import REFRESH_DUE, when_refreshed
from bot.kept.due_index import Due
from bot.kept.engagements import Engagements
from bot.kept.loaded import always
from bot.store.open import open_store
from bot.teams.identity.door import Door
from bot.teams.identity.places import ServiceHosts
from bot.teams.identity.tokens import Tokens
from bot.teams.inbound.http import Receiver, Reply, make_http
from bot.teams.inbound.incoming import Incoming
from bot.teams.inbound.readiness import Readiness
from bot.teams.outbound.connector import HttpConnector
from dialogs.turn import WorkshopTurn
from tests.fakes.connector import FakeConnector
from tests.fakes.counting import CountingStore, watched_clients
from tests.fakes.identity import Identity, running_identity
from tests.fakes.service import serve
from tests.fakes.settings import anonymous_settings, identified_settings
from tests.readable import readable
from tests.service.card import actions, filled, positive, prefilled, question_of
from tests.service.client import TENANT, Person, Room

SETUP = {"customer": "Contoso", "services": "teams", "country": "DE"}


@dataclass
class Meter:
    """Stands before the turns. `cost` are reads and commits of the last turn up to its answer."""

    inner: Receiver
    store: CountingStore
    cost: tuple[int, int] = (0, 0)

    async def receive(self, incoming: Incoming, payload: dict[str, Any]) -> Reply:
        before = self.store.reads, self.store.commits
        reply = await self.inner.receive(incoming, payload)
        # Nothing is awaited between the answer and this, so what is sent after it does not count.
        self.cost = self.store.reads - before[0], self.store.commits - before[1]
        return reply


@dataclass
class Measured:
    """A bot in this process, its parts that count, and an FM in a workshop that runs."""

    meter: Meter
    connector: FakeConnector
    identity: Identity
    fm: Person
    settle: Callable[[], Awaitable[None]]
    refreshed: Callable[[], Awaitable[None]]
    steps: tuple[tuple[int, int], ...]  # the cost of each step of the setup


@pytest.fixture
async def measured(
    tmp_path: Path, book: Book, connector: FakeConnector, session: aiohttp.ClientSession
) -> AsyncIterator[Measured]:
    store = CountingStore(await open_store(f"sqlite:///{tmp_path / 'answers.db'}"))
    async with running_identity() as identity, aiohttp.ClientSession() as own:
        tokens = Tokens(
            identified_settings(ToChannelFromBotLoginUrl=f"{identity.url}/tenant/oauth2/v2.0/token"), own
        )
        sending = HttpConnector(own, tokens, ServiceHosts(anonymous_settings()))
        service = build(anonymous_settings(), book, store, sending, SystemClock(), tokens.header)
        meter = Meter(service.turns, store)
        http = make_http(meter, Door(anonymous_settings(), own), Readiness(store.probe, tokens.header))

        async def settle() -> None:
            await service.rosters.settle()
            await service.deliveries.settle()
            await service.outbox.drain(5)

        async def refreshed() -> None:
            """It has been quiet, and all cards are true."""
            (found,) = await readable(store, always(book))
            after = when_refreshed(found.engagement, (), stale=False)
            await Engagements(store, always(book)).commit(found, after, (), SystemClock().now())
            due = Due(
                found.engagement.id, REFRESH_DUE, datetime.fromisoformat(found.engagement.due[REFRESH_DUE])
            )
            await store.commit(Table.DUE, due.shard, [Delete(due.key)])

        async for served in serve(http, session):
            fm = Person(Room(served.url, session, connector, "19:counted@thread.tacv2"), "fm")
            await fm.says("/ssat")
            form = await fm.opens("lead")
            # What follows an answer is written beside the next turn, and is none of its cost.
            await settle()
            second = await fm.presses(positive(form), prefilled(form) | SETUP)
            first = meter.cost
            await settle()
            await fm.presses(positive(second), prefilled(second))
            steps = (first, meter.cost)
            await fm.answers(most=4)
            await settle()
            yield Measured(meter, connector, identity, fm, settle, refreshed, steps)
        await settle()
        await tokens.close()
    await store.close()


async def test_a_step_of_the_setup_reads_once_and_the_second_writes_once_more_for_its_message(
    measured: Measured,
) -> None:
    assert measured.steps == ((1, 3), (1, 4)), "the state, the FM's portfolio and home; the message to come"


async def test_an_answer_costs_one_read_and_one_transaction_and_nothing_of_the_network(
    measured: Measured,
) -> None:
    fm, meter = measured.fm, measured.meter
    await fm.opens("my_questions")
    for _ in range(2):
        outside = _outside(measured)
        with watched_clients() as clients:
            await fm.answers_one()
        assert meter.cost == (1, 1)
        await measured.settle()
        assert (_outside(measured), clients.built) == (outside, [])


async def test_an_answer_that_completes_a_factor_writes_once_more_so_that_its_card_is_not_forgotten(
    measured: Measured,
) -> None:
    fm, posts = measured.fm, len(measured.connector.posts())
    costs = []
    await fm.opens("my_questions")
    while question_of(fm.card) is not None and len(measured.connector.posts()) == posts:
        await fm.answers_one()
        costs.append(measured.meter.cost)
        await measured.settle()
    assert costs[:-1] == [(1, 1)] * (len(costs) - 1)
    assert costs[-1] == (1, 2)


async def test_an_answer_of_which_the_fm_is_told_writes_once_more_so_that_the_message_is_not_forgotten(
    measured: Measured,
) -> None:
    ben = Person(measured.fm.room, "ben")
    data = {"action": "answer", "workshop": 1, "revision": 99, "question": "DC", "still_right": "right"}
    await ben.invokes(data)
    assert measured.meter.cost == (1, 2), "his first: the workshop enters his home; he agrees with the FM"
    await ben.invokes({**data, "still_right": "change", "what_changed": "Erst im Mai"})
    assert measured.meter.cost == (1, 2), "its row among what is due"
    await measured.settle()


async def test_a_turn_with_an_update_opens_no_connection_and_asks_for_no_token(measured: Measured) -> None:
    fm = measured.fm
    await fm.opens("my_questions")
    await fm.answers_one()
    await measured.settle()
    outside, updates = _outside(measured), len(measured.connector.sent)
    with watched_clients() as clients:
        await fm.presses(next(one for one in actions(fm.card) if one["data"]["action"] == "later"))
        await measured.settle()
    assert measured.meter.cost == (1, 1)
    assert len(measured.connector.sent) == updates + 1
    assert (_outside(measured), clients.built) == (outside, [])


async def test_an_invitation_is_one_message_more_and_writes_once_more_so_that_it_is_not_forgotten(
    measured: Measured,
) -> None:
    fm, ben = measured.fm, Person(measured.fm.room, "ben")
    await ben.takes_part("it")
    await measured.settle()
    posts = len(measured.connector.posts())
    invited = {"invited_training": f"{TENANT}/{ben.id}"}
    for cost, sent in (((1, 2), posts + 1), ((1, 0), posts + 1)):
        await fm.invokes({"action": "save_invitation", "workshop": 1, "revision": 1, **invited})
        assert measured.meter.cost == cost
        await measured.settle()
        assert len(measured.connector.posts()) == sent


@pytest.mark.parametrize(
    "action",
    [
        "my_questions",
        "overview",
        "summary",
        "next_steps",
        "lead",
        "invite",
        "remind",
        "plan",
        "check_in",
        "tasks",
        "material",
        "outcomes",
        "record",
        "overall",
        "completing",
        "nonsense",
    ],
)
async def test_a_press_that_changes_nothing_writes_nothing(measured: Measured, action: str) -> None:
    await measured.fm.invokes({"action": action, "workshop": 1, "revision": 1})
    reads, commits = measured.meter.cost
    assert (reads <= 1, commits) == (True, 0)


async def test_a_view_comes_back_without_the_store_or_the_network_and_the_card_for_all_with_one_read(
    measured: Measured,
) -> None:
    fm, meter = measured.fm, measured.meter
    message, card = await fm.room.shows(lambda card: "refresh" in card)
    await fm.opens("my_questions")
    fm.last |= {"replyToId": message}
    view = await fm.again()
    outside, sent = _outside(measured), len(measured.connector.sent)
    with watched_clients() as clients:
        assert await fm.asks_by_itself(message, card) == view
        assert meter.cost == (0, 0)
        await measured.settle()
    assert (_outside(measured), len(measured.connector.sent), clients.built) == (outside, sent, [])
    await fm.presses(next(one for one in actions(view) if one["data"]["action"] == "later"))
    await measured.settle()
    outside, sent = _outside(measured), len(measured.connector.sent)
    costs = []
    for _ in range(3):
        shared = await fm.asks_by_itself(message, card)
        costs.append(meter.cost)
    await measured.settle()
    assert costs == [(1, 0), (0, 0), (0, 0)]
    assert ("refresh" in shared, question_of(shared)) == (False, None)
    assert (_outside(measured), len(measured.connector.sent)) == (outside, sent)


async def test_opening_a_workshop_again_asks_besides_which_one_its_channel_has_and_enters_its_status(
    measured: Measured,
) -> None:
    costs = []
    for action in ("complete", "complete_anyway", "reopen"):
        await measured.fm.invokes({"action": action, "workshop": 1, "revision": 1})
        costs.append(measured.meter.cost)
    assert costs == [(1, 0), (1, 2), (4, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "/help",
        "/resources Schulung",
        "/check-in",
        "/portfolio",
        "Wetter morgen",
    ],
)
async def test_typing_that_changes_nothing_writes_nothing(measured: Measured, text: str) -> None:
    assert await measured.fm.says(text) == 200
    reads, commits = measured.meter.cost
    assert (reads <= 1, commits) == (True, 0)


@pytest.mark.parametrize("text", ["/status", "/next-steps", "/plan"])
async def test_what_is_shown_in_the_thread_is_written_down_once_so_that_it_can_be_kept_true(
    measured: Measured, text: str
) -> None:
    assert await measured.fm.says(text) == 200
    reads, commits = measured.meter.cost
    assert (reads <= 1, commits) == (True, 1)
    before = measured.meter.store.commits
    await measured.settle()
    assert measured.meter.store.commits - before == 1, "after the reply: where it stands"


async def test_the_first_of_many_answers_writes_when_the_cards_are_looked_at(measured: Measured) -> None:
    fm, meter = measured.fm, measured.meter
    await measured.refreshed()
    costs = []
    await fm.opens("my_questions")
    for _ in range(2):
        await fm.answers_one()
        costs.append(meter.cost)
        await measured.settle()
    assert costs == [(1, 2), (1, 1)]


async def test_what_is_refused_or_said_again_writes_nothing(measured: Measured) -> None:
    fm, meter = measured.fm, measured.meter
    card = await fm.opens("my_questions")
    await fm.presses(positive(card), filled(card) | {"scenarios": "of course"})
    assert meter.cost == (1, 0)
    await fm.presses(positive(card), filled(card))
    assert meter.cost == (1, 1)
    await fm.again()
    assert meter.cost == (1, 0)
    await fm.presses(positive(card), filled(card))
    assert meter.cost == (1, 0), "the same answer, pressed once more"


async def test_an_answer_leaves_nothing_for_the_garbage_collector(measured: Measured) -> None:
    await measured.fm.opens("my_questions")
    gc.collect()
    gc.disable()
    try:
        await measured.fm.answers_one()
        await measured.settle()
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = {
            type(one) for one in gc.garbage if isinstance(one, WorkshopTurn | TurnContext | DialogContext)
        }
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert left == set()


def _outside(measured: Measured) -> tuple[int, int]:
    """Connections to the connector so far, and calls of the provider of tokens."""
    return measured.connector.connections, sum(measured.identity.calls.values())


async def test_a_client_that_is_built_is_noticed() -> None:
    with watched_clients() as clients:
        await aiohttp.ClientSession().close()
    assert len(clients.built) == 1
