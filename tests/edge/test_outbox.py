"""The outbox: in order, each thing once, what is outdated not at all, and nobody waits for another."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.teams.identity.places import ServiceHosts
from bot.teams.identity.tokens import Tokens
from bot.teams.outbound.connector import Address, Gone, HttpConnector, Refused, SendFailed, Unsure
from bot.teams.outbound.outbox import OUTBOX_TRIES, Outbox, Send, Sent
from tests.fakes.connector import HANG, LOSE, FakeConnector, Fault
from tests.fakes.settings import anonymous_settings
from tests.fakes.teams import FakeTeams
from tests.fakes.time import VirtualTime

LOCAL = ServiceHosts(anonymous_settings())
CHANNEL = "19:abc@thread.tacv2"


class Pauses:
    """Sleeps that last no time, and are remembered. `during` runs in the next one."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.during: Any = None

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        if self.during is not None:
            during, self.during = self.during, None
            during()


class Notes(list[SendFailed]):
    """What was given up."""

    async def __call__(self, trouble: SendFailed) -> None:
        self.append(trouble)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
async def outbox(session: aiohttp.ClientSession, pauses: Pauses) -> AsyncIterator[Outbox]:
    client = HttpConnector(session, Tokens(anonymous_settings(), session), LOCAL, limit=0.5)
    opened = Outbox(client, pauses, lambda: 1.0)
    yield opened
    await opened.drain(0.1)


@pytest.fixture
def to(teams: FakeConnector) -> Address:
    return Address(teams.service_url, CHANNEL)


def text(words: str) -> dict[str, Any]:
    return {"type": "message", "text": words}


def said(teams: FakeConnector) -> list[tuple[str, str]]:
    return [(one.kind, one.activity["text"]) for one in teams.sent]


async def test_sends_leave_in_order(outbox: Outbox, teams: FakeConnector, to: Address) -> None:
    for number in range(5):
        outbox.put("one", Send("post", to, text(str(number))))
    assert await outbox.drain(5) == 0
    assert said(teams) == [("post", str(number)) for number in range(5)]
    assert len(outbox) == 0


async def test_the_ids_of_a_new_post_come_back_before_its_update(
    outbox: Outbox, teams: FakeConnector, to: Address
) -> None:
    known: list[Sent] = []

    async def keep(sent: Sent) -> None:
        known.append(sent)

    async def find() -> tuple[Address, str] | None:
        return Address(to.service_url, known[0].conversation), known[0].activity_id

    outbox.put("one", Send("new_post", to, text("card"), "workshop", 1, channel_id=CHANNEL, on_sent=keep))
    outbox.put("one", Send("update", to, text("newer"), "workshop", 2, find, on_sent=keep))
    await outbox.drain(5)
    assert known[0] == known[1]
    assert teams.shown[known[0].conversation][known[0].activity_id] == text("newer")


async def test_an_outdated_update_is_dropped(outbox: Outbox, teams: FakeConnector, to: Address) -> None:
    outbox.put("one", Send("post", to, text("result")))
    for version in (1, 2, 3):
        outbox.put("one", Send("update", to, text(f"card {version}"), "workshop", version, "7"))
    outbox.put("one", Send("update", to, text("late and old"), "workshop", 2, "7"))
    outbox.put("one", Send("update", to, text("another card"), "status", 1, "8"))
    await outbox.drain(5)
    assert said(teams) == [("post", "result"), ("update", "card 3"), ("update", "another card")]


async def test_updates_that_are_held_become_one_and_leave_at_the_end_at_the_latest(
    outbox: Outbox, teams: FakeConnector, to: Address
) -> None:
    for version in range(1, 11):
        outbox.put("one", Send("update", to, text(f"{version} of 10"), "count", version, "9", hold=2.0))
    assert (len(outbox), said(teams)) == (1, [])
    await outbox.drain(5)
    assert (len(outbox), said(teams)) == (0, [("update", "10 of 10")])


async def test_an_update_that_waits_for_none_takes_the_place_of_one_that_is_held(
    outbox: Outbox, teams: FakeConnector, to: Address, pauses: Pauses
) -> None:
    outbox.put("one", Send("update", to, text("9 of 10"), "count", 1, "9", hold=2.0))
    outbox.put("one", Send("update", to, text("10 of 10"), "count", 2, "9"))
    await outbox.drain(5)
    assert (said(teams), pauses.seconds) == ([("update", "10 of 10")], [])


async def test_posts_are_never_dropped(outbox: Outbox, teams: FakeConnector, to: Address) -> None:
    for version in (1, 2):
        outbox.put("one", Send("post", to, text(str(version)), "result", version))
    await outbox.drain(5)
    assert said(teams) == [("post", "1"), ("post", "2")]


async def test_an_update_that_becomes_outdated_while_it_waits_is_dropped(
    outbox: Outbox, teams: FakeConnector, to: Address, pauses: Pauses
) -> None:
    teams.faults.append(Fault(502))
    pauses.during = lambda: outbox.put("one", Send("update", to, text("new"), "workshop", 2, "7"))
    outbox.put("one", Send("update", to, text("old"), "workshop", 1, "7"))
    await outbox.drain(5)
    assert said(teams) == [("update", "new")]
    assert teams.calls == 2


@pytest.mark.parametrize("kind", ["post", "update", "new_post"])
async def test_a_refusal_that_passes_is_sent_again(
    outbox: Outbox, teams: FakeConnector, to: Address, pauses: Pauses, kind: Any
) -> None:
    teams.faults += [Fault(429, retry_after="7"), Fault(412), Fault(429), Fault(429, retry_after="9999")]
    outbox.put("one", Send(kind, to, text("x"), activity_id="7", channel_id=CHANNEL))
    await outbox.drain(5)
    assert said(teams) == [(kind, "x")]
    assert pauses.seconds == [7.0, 2.0, 4.0, 60.0]


@pytest.mark.parametrize("fault", [Fault(502), Fault(HANG), Fault(LOSE)], ids=str)
async def test_an_update_is_repeated_where_nobody_knows(
    outbox: Outbox, teams: FakeConnector, to: Address, fault: Fault
) -> None:
    teams.faults.append(fault)
    outbox.put("one", Send("update", to, text("x"), activity_id="7"))
    await outbox.drain(5)
    assert teams.shown[CHANNEL] == {"7": text("x")}
    assert teams.calls == 2


@pytest.mark.parametrize("fault", [Fault(502), Fault(504), Fault(HANG), Fault(LOSE)], ids=str)
@pytest.mark.parametrize("kind", ["post", "new_post"])
async def test_a_post_is_not_repeated_where_nobody_knows(
    outbox: Outbox, teams: FakeConnector, to: Address, fault: Fault, kind: Any
) -> None:
    failed = Notes()
    teams.faults.append(fault)
    outbox.put("one", Send(kind, to, text("x"), channel_id=CHANNEL, on_failed=failed))
    outbox.put("one", Send("post", to, text("next")))
    await outbox.drain(5)
    assert teams.calls == 2
    assert teams.posts()[-1] == text("next")
    assert [type(one) for one in failed] == [Unsure]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(403, "BotNotInConversationRoster"), Gone),
        (Fault(413), Refused),
        (Fault(400, "BadSyntax"), Refused),
    ],
    ids=str,
)
async def test_a_refusal_for_good_is_told_and_not_repeated(
    outbox: Outbox, teams: FakeConnector, to: Address, fault: Fault, expected: type[SendFailed]
) -> None:
    failed = Notes()
    teams.faults.append(fault)
    outbox.put("one", Send("post", to, text("x"), on_failed=failed))
    await outbox.drain(5)
    assert teams.calls == 1
    assert [type(one) for one in failed] == [expected]


async def test_an_update_of_nothing_is_told(outbox: Outbox, teams: FakeConnector, to: Address) -> None:
    failed = Notes()

    async def nothing() -> None:
        return None

    outbox.put("one", Send("update", to, text("x"), activity_id=nothing, on_failed=failed))
    await outbox.drain(5)
    assert teams.calls == 0
    assert isinstance(failed[0], Refused)


async def test_tries_have_an_end_and_the_log_has_no_text(
    outbox: Outbox, teams: FakeConnector, to: Address, caplog: pytest.LogCaptureFixture
) -> None:
    teams.faults += [Fault(429, "Throttled")] * 20
    outbox.put("one", Send("post", to, text("our secret plan")))
    await outbox.drain(5)
    assert teams.calls == OUTBOX_TRIES
    [record] = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert "secret plan" not in str(vars(record))
    assert vars(record)["reason"] == "Refused 429 Throttled"


async def test_a_broken_callback_does_not_stop_the_queue(
    outbox: Outbox, teams: FakeConnector, to: Address, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(sent: Sent) -> None:
        raise RuntimeError("a fault of ours")

    outbox.put("one", Send("post", to, text("first"), on_sent=broken))
    outbox.put("one", Send("post", to, text("second")))
    await outbox.drain(5)
    assert said(teams) == [("post", "first"), ("post", "second")]
    assert "send not finished" in caplog.text


async def test_eight_hung_engagements_do_not_delay_a_ninth(
    session: aiohttp.ClientSession, teams: FakeConnector, to: Address
) -> None:
    outbox = Outbox(HttpConnector(session, Tokens(anonymous_settings(), session), LOCAL, limit=5))
    for number in range(8):
        key = f"stuck-{number}"
        teams.broken[key] = Fault(HANG)
        outbox.put(key, Send("post", Address(teams.service_url, key), text("x")))
    await teams.asked(8)
    outbox.put("free", Send("post", to, text("through")))
    await teams.arrived(1, seconds=1.0)
    assert said(teams) == [("post", "through")]
    assert await outbox.drain(0.05) == 8


async def test_an_update_that_teams_never_answers_holds_its_workshop_up_for_less_than_a_minute() -> None:
    time = VirtualTime(datetime(2026, 11, 23, 9, tzinfo=UTC))

    class Hanging(FakeTeams):
        async def update(self, *_: object, **__: object) -> None:
            await time.sleep(10)
            raise Unsure("TimeoutError")

    teams, failed = Hanging(), Notes()
    outbox = Outbox(teams, time.sleep, lambda: 1.0, time.seconds)
    outbox.put("one", Send("update", Address("", CHANNEL), text("x"), activity_id="7", on_failed=failed))
    outbox.put("one", Send("post", Address("", CHANNEL), text("next")))
    await time.run(outbox.wait_for({"one"}, 300))
    assert [type(one) for one in failed] == [Unsure]
    assert [one.text for one in teams.messages] == ["next"]
    assert time.seconds() < 60


async def test_a_call_that_does_not_end_is_given_up(
    session: aiohttp.ClientSession, teams: FakeConnector, to: Address
) -> None:
    failed = Notes()
    client = HttpConnector(session, Tokens(anonymous_settings(), session), LOCAL, limit=300)
    outbox = Outbox(client, longest_call=0.2)
    teams.faults.append(Fault(HANG))
    outbox.put("one", Send("post", to, text("x"), on_failed=failed))
    outbox.put("one", Send("post", to, text("next")))
    assert await outbox.drain(5) == 0
    assert [type(one) for one in failed] == [Unsure]
    assert said(teams) == [("post", "next")]


async def test_draining_waits_for_what_is_queued_meanwhile(
    outbox: Outbox, teams: FakeConnector, to: Address
) -> None:
    async def more(sent: Sent) -> None:
        outbox.put("two", Send("post", to, text("more")))

    outbox.put("one", Send("post", to, text("first"), on_sent=more))
    assert await outbox.drain(5) == 0
    assert said(teams) == [("post", "first"), ("post", "more")]


async def test_a_drain_ends_in_time(outbox: Outbox, teams: FakeConnector, to: Address) -> None:
    teams.broken[CHANNEL] = Fault(HANG)
    outbox.put("one", Send("post", to, text("x")))
    loop = asyncio.get_running_loop()
    started = loop.time()
    assert await outbox.drain(0.1) == 1
    assert loop.time() - started < 1
    assert len(outbox) == 0
