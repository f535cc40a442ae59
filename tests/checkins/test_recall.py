"""The FM has people reminded of open questions: in person, once a day, in the thread where that fails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.engagement import Engagement, Recall
from bot.core.playbook.book import Book
from bot.sweep.tally import Tally
from bot.teams.outbound.send_faults import Gone, Refused, Unsure
from bot.teams.outbound.sending import Address
from cards.transcript import transcript
from tests.fakes.teams import FakeTeams, Message
from tests.world import THREAD, World

SETUP = {"customer": "Contoso AG", "services": "teams", "launch": "2027-03-15", "pilot": "2027-02-01"}
TEAM = {"ben": "project_lead", "cora": "communication", "dora": "training"}


class Unreachable(FakeTeams):
    """A Teams that makes no chat with some people, or lets nothing into it."""

    def __init__(self) -> None:
        super().__init__()
        self.no_chat: dict[str, Exception] = {}
        self.no_message: dict[str, Exception] = {}

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        if person_id in self.no_chat:
            raise self.no_chat[person_id]
        return await super().new_chat(to, person_id, tenant)

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        if to.conversation in self.no_message:
            raise self.no_message[to.conversation]
        return await super().post(to, activity, targeted=targeted)


async def invited(book: Book, teams: FakeTeams) -> World:
    """Anna leads, three people are invited, and it is Tuesday morning."""
    world = World(book, teams=teams)
    anna, people = world.person("anna"), [world.person(name) for name in TEAM]
    world.clock.passes(days=1)
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", SETUP)
    await anna.does("invite")
    keys = {one.who.name.lower(): one.who.key for one in people}
    await anna.does("save_invitation", {f"invited_{role}": keys[name] for name, role in TEAM.items()})
    return world


async def remind(world: World) -> None:
    """The FM presses `Remind`."""
    await world.people["anna"].sends({"action": "remind", "workshop": 1, "revision": 0})


async def now(world: World) -> Engagement:
    [found] = await world.engagements()
    return found


def in_thread(world: World, since: int) -> list[Message]:
    return [one for one in world.teams.messages[since:] if one.conversation == THREAD]


async def recall_of(world: World) -> Recall:
    found = (await now(world)).recall
    assert found is not None
    return found


@pytest.mark.parametrize(
    "trouble", [Refused(403, "ForbiddenOperationException", None), Gone(404, "ConversationNotFound")]
)
async def test_who_has_no_chat_with_the_bot_is_mentioned_once_without_a_word_of_what_is_open(
    book: Book, trouble: Exception
) -> None:
    teams = Unreachable()
    world = await invited(book, teams)
    teams.no_chat = {"29:id-cora": trouble, "29:id-dora": trouble}
    before = len(teams.messages)
    await remind(world)
    assert await world.sweeps() == Tally(sent=2, unreachable=2)
    [mention] = in_thread(world, before)
    assert mention.card is not None
    [sentence, button] = transcript(mention.card)
    assert sorted(name for name in TEAM if f"<at>{name.title()}</at>" in sentence) == ["cora", "dora"]
    assert (button, any(number in sentence for number in "0123456789")) == ("[My questions*]", False)
    recall = await recall_of(world)
    assert (recall.waiting, recall.unreached, recall.reached, recall.mentioned) == ([], [], 1, 2)
    anna = world.people["anna"]
    await anna.sends({"action": "lead", "workshop": 1, "revision": 0})
    assert "Reminded on 24 Nov 2026: one person reached in person." in anna.sees()
    assert "Not reached in person and mentioned in the thread: 2 people." in anna.sees()


async def test_a_chat_that_takes_no_message_any_more_leads_to_a_mention_the_same_day(book: Book) -> None:
    teams = Unreachable()
    world = await invited(book, teams)
    before = len(teams.messages)
    teams.no_message = {"chat-29:id-ben": Refused(403, "BotBlocked", None)}
    await remind(world)
    await world.sweeps()
    [mention] = in_thread(world, before)
    assert mention.card is not None
    assert "<at>Ben</at>" in transcript(mention.card)[0]


async def test_a_message_of_which_nobody_knows_is_not_followed_by_a_mention(book: Book) -> None:
    teams = Unreachable()
    world = await invited(book, teams)
    before = len(teams.messages)
    teams.no_message = {"chat-29:id-ben": Unsure("no answer")}
    await remind(world)
    assert (await world.sweeps()).unknown == 1
    recall = await recall_of(world)
    assert (in_thread(world, before), recall.waiting, recall.reached) == ([], [], 2)


async def test_a_second_press_on_the_same_working_day_sends_nothing(book: Book) -> None:
    world = await invited(book, FakeTeams())
    await remind(world)
    await world.sweeps()
    done, before = await recall_of(world), len(world.teams.messages)
    world.clock.passes(hours=9)
    await remind(world)
    again = "⚠ People are reminded at most once per working day. You can remind them again from 25 Nov 2026."
    assert again in world.people["anna"].sees()
    assert await world.sweeps() == Tally()
    assert (await recall_of(world), len(world.teams.messages)) == (done, before)


async def test_who_heard_of_an_action_today_hears_of_questions_on_the_next_working_day(book: Book) -> None:
    world = await invited(book, FakeTeams())
    anna, ben = world.people["anna"], world.people["ben"]
    await anna.says("/plan")
    await anna.does("add_item")
    await anna.does("save_item", {"title": "Book a room", "due": "2026-11-30", "owner": ben.who.key})
    world.clock.passes(days=3)
    await world.sweeps()
    assert (await now(world)).told == {ben.who.key: "2026-11-27"}
    await remind(world)
    later = [line for line in anna.sees() if "next working day" in line]
    assert later == [
        "One person has already heard from me today and will get the message on the next working day."
    ]
    before = len(world.teams.messages)
    await world.sweeps()
    reached = {one.conversation for one in world.teams.messages[before:]}
    assert reached == {"chat-29:id-cora", "chat-29:id-dora"}
    world.clock.passes(days=3)
    await world.sweeps()
    assert world.teams.messages[-1].conversation == "chat-29:id-ben"


async def test_on_a_day_off_it_waits_for_monday_and_whoever_wants_no_reminders_until_then_hears_nothing(
    book: Book,
) -> None:
    world = await invited(book, FakeTeams())
    cora, dora = world.people["cora"], world.people["dora"]
    for one in (cora, dora):
        one.looks_at("The workshop is starting")
    await cora.sends({"action": "mute", "workshop": 1, "revision": 0})
    world.clock.passes(days=4)
    await remind(world)
    assert (await recall_of(world)).day == "2026-11-30"
    assert cora.who.key not in (await recall_of(world)).waiting
    await dora.sends({"action": "mute", "workshop": 1, "revision": 0})
    world.clock.passes(days=2)
    assert await world.sweeps() == Tally(sent=1, skipped=1)
    recall = await recall_of(world)
    assert (recall.waiting, recall.reached) == ([], 1)


async def test_nobody_but_the_fm_has_people_reminded(book: Book) -> None:
    world = await invited(book, FakeTeams())
    ben = world.people["ben"]
    ben.looks_at("The workshop is starting")
    await ben.sends({"action": "remind", "workshop": 1, "revision": 0})
    assert any("Anna" in line for line in ben.sees())
    assert (await now(world)).recall is None


async def test_a_question_that_was_handed_over_is_reminded_of_before_any_role(book: Book) -> None:
    teams = Unreachable()
    world = World(book, teams=teams)
    anna, ben = world.person("anna"), world.person("ben")
    world.clock.passes(days=1)
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", SETUP)
    await anna.does("my_questions")
    await anna.does("form", form="handed")
    await anna.does("handed", {"handed_to": ben.who.key})
    teams.no_chat = {"29:id-ben": Refused(403, "ForbiddenOperationException", None)}
    await remind(world)
    await world.sweeps()
    ben.looks_at("please have a look")
    assert "<at>Ben</at>" in ben.sees()[0]
    await ben.presses("My questions")
    assert "Anna is asking you for this answer." in ben.sees()
