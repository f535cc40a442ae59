"""The home in the personal chat: how a workshop gets there, what it costs, whose it is, and what is gone."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.core.engagement import Reference
from bot.core.playbook.book import Book
from bot.core.ports import Delete, Replace, Table
from bot.core.screens.workshop.home import HOME_PAGE, thread_link
from bot.kept.chats import chat_place
from bot.kept.homes import Homes
from bot.kept.loaded import always
from bot.kept.state.migrating import migrate
from bot.kept.state.row import STATE_ROW
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command, Commands
from bot.teams.turn.home import show_my_questions
from cards.transcript import transcript
from tests.core.playbook.playbooks import small_playbook
from tests.edge.several import leads
from tests.fakes.store import FakeStore
from tests.kept.placed import in_channel
from tests.stored.book import stored_book
from tests.stored.rows import fill
from tests.stored.test_stored import FOLDER
from tests.world import GROUP, PERSONAL, THREAD, Human, World

NONE = "You aren't in a workshop yet. Once you take part in one in its channel, you'll find it here, too."


async def joins(human: Human, customer: str, role: str = "project_lead") -> None:
    human.looks_at(customer)
    await human.does("take_part")
    await human.does("save_roles", {"roles": role})


async def both() -> tuple[World, FakeStore, Human, Human]:
    """The FM of a workshop that runs, and somebody of the customer who is not in it yet."""
    store = FakeStore()
    world = World(Book(small_playbook()), store)
    fm, ada, _ = (world.person(name) for name in ("fm", "ada", "ben"))
    await leads(fm, "Contoso", GROUP)
    return world, store, fm, ada


async def home(human: Human) -> list[str]:
    await human.says("/ssat", PERSONAL)
    return human.sees()


async def rows_of(store: FakeStore, human: Human) -> list[str]:
    return [row.key for row in await store.query(Table.CHANNELS, chat_place(human.who.key), "in~")]


async def spent(store: FakeStore, human: Human, action: str, **entered: str) -> int:
    """The commits of a press."""
    before = store.commits
    await human.does(action, entered)
    return store.commits - before


async def test_the_first_time_somebody_takes_part_costs_one_commit_more_and_no_time_after_it() -> None:
    _, store, _, ada = await both()
    ada.looks_at("Contoso")
    await ada.does("take_part")
    # With the first change of many comes the row by which the cards in the thread are looked at.
    assert await spent(store, ada, "save_roles", roles="project_lead") == 3
    assert len(await rows_of(store, ada)) == 1
    await ada.does("later")
    await ada.does("take_part")
    assert await spent(store, ada, "save_roles", roles="sponsor") == 1
    assert len(await rows_of(store, ada)) == 1


async def test_a_page_costs_two_queries_and_a_read_for_each_workshop_on_it() -> None:
    world, store, fm, ada = await both()
    for number in range(HOME_PAGE + 1):
        await leads(fm, f"Customer {number}", f"19:{number}@thread.v2")
        world.clock.passes(minutes=1)
        await joins(ada, f"Customer {number}")
    own_chat = 1  # asked in every turn
    before = store.reads, store.commits
    lines = await home(ada)
    leads_something = 1  # who leads sees the portfolio first
    assert (store.reads - before[0], store.commits - before[1]) == (
        own_chat + leads_something + 2 + HOME_PAGE,
        0,
    )
    assert f"[Customer {HOME_PAGE}] · running" in lines
    assert "[Customer 0] · running" not in lines
    await ada.presses("More")
    assert "[Customer 0] · running" in ada.sees()


async def test_the_row_stands_before_the_commit_and_alone_shows_nothing() -> None:
    world, store, _, ada = await both()
    [engagement] = await world.engagements()
    await Homes(store).enter(engagement, [ada.who.key])
    assert NONE in await home(ada)


async def forgotten(store: FakeStore, engagement: str, *people: Human) -> None:
    """The rows as a version before this one left them: nobody has a home, and no state says so."""
    for one in people:
        gone = [Delete(key) for key in await rows_of(store, one)]
        await store.commit(Table.CHANNELS, chat_place(one.who.key), gone)
    row = await store.get(Table.ENGAGEMENTS, engagement, STATE_ROW)
    assert row is not None
    document = json.loads(str(row.columns["doc0"]))
    del document["listed"]
    columns = {**row.columns, "doc0": json.dumps(document)}
    await store.commit(Table.ENGAGEMENTS, engagement, [Replace(STATE_ROW, columns, row.etag)])


async def test_who_took_part_before_there_were_homes_has_one_when_they_next_do_something() -> None:
    world, store, _, ada = await both()
    await joins(ada, "Contoso")
    [engagement] = await world.engagements()
    await forgotten(store, engagement.id, ada)
    world.restarts()
    assert NONE in await home(ada)
    await ada.says("/ssat", GROUP)
    await ada.does("my_questions")
    await ada.does("answer", {"state": "agreed"})
    assert "[Contoso] · running" in await home(ada)


async def test_migrating_gives_everybody_their_home_and_changes_no_workshop() -> None:
    world, store, _, ada = await both()
    await joins(ada, "Contoso")
    [engagement] = await world.engagements()
    await forgotten(store, engagement.id, ada)
    before = await world.engagements()
    await migrate(store, always(world.book), world.clock.now(), dry=True)
    assert await rows_of(store, ada) == []
    done = await migrate(store, always(world.book), world.clock.now())
    assert (done.forward, done.in_order) == (0, 1)
    assert await world.engagements() == before
    world.restarts()
    assert "[Contoso] · running" in await home(ada)


async def test_whoever_is_handed_a_question_finds_it_at_home_and_answers_it_there() -> None:
    world, _, _, ada = await both()
    await joins(ada, "Contoso")
    ben = world.person("ben")
    assert NONE in await home(ben)
    await ada.says("/ssat", GROUP)
    await ada.does("my_questions")
    question = next(line for line in ada.sees() if line.startswith("# "))
    await ada.does("form", form="handed")
    await ada.does("handed", {"handed_to": ben.who.key})
    assert any(line.startswith("One question for Contoso") for line in _buttons(await home(ben)))
    await ben.presses("One question for Contoso")
    assert question in ben.sees() or "# Which roles do you have?" in ben.sees()


def _buttons(lines: list[str]) -> list[str]:
    return [part.strip("[]*") for line in lines for part in line.split("] [")]


async def test_the_owner_of_an_action_finds_it_at_home() -> None:
    world, _, fm, _ = await both()
    ben = world.person("ben")
    await fm.says("/plan", GROUP)
    await fm.does("add_item")
    await fm.does("save_item", {"title": "Trial run", "owner": ben.who.key, "due": "2026-12-01"})
    assert "[○ Trial run]" in await home(ben)
    await ben.presses("○ Trial run")
    await ben.does("item_done")
    assert "[Contoso] · running" in await home(ben)
    assert "Nothing is waiting for you." in ben.sees()


async def test_who_is_in_no_workshop_opens_none() -> None:
    world, _, _, ada = await both()
    [engagement] = await world.engagements()
    await home(ada)
    for action in ("my_questions", "items", "overview"):
        await ada.sends({"action": action, "workshop": 1, "engagement": engagement.id, "revision": 1})
        assert not any("Contoso" in line for line in ada.sees())


async def test_a_discarded_workshop_is_gone_from_every_list_and_never_only_for_its_lead() -> None:
    world, _, fm, ada = await both()
    await joins(ada, "Contoso")
    [engagement] = await world.engagements()
    await fm.does("lead")
    await fm.does("setup")
    await fm.does("discard")
    assert NONE in await home(ada)
    for command in ("/ssat", "/plan", "/export", "/portfolio", "/status", "/tasks"):
        await fm.says(command, PERSONAL)
        assert not any("Contoso" in line or "Only the workshop lead" in line for line in fm.sees()), command
    for action in ("take_away", "pick", "plan"):
        data = {"action": action, "workshop": 1, "engagement": engagement.id, "command": "export"}
        await fm.sends(data)
        assert not any("Only the workshop lead" in line for line in fm.sees()), action
    await fm.says("/status", GROUP)
    assert "# There is no workshop here yet. Start one with /ssat." in fm.sees()
    await fm.says("/ssat", GROUP)
    assert [one.number for one in await world.engagements()] == [1, 2]


async def test_a_channel_whose_next_workshop_was_discarded_goes_on_with_the_one_before() -> None:
    _, _, fm, _ = await both()
    await fm.says("/complete", GROUP)
    await fm.does("completing")
    await fm.does("complete")
    await fm.does("complete_anyway")
    await fm.says("/ssat", GROUP)
    await fm.does("new_workshop")
    fm.looks_at("being set up")
    await fm.does("lead")
    await fm.does("discard")
    await fm.says("/status", GROUP)
    assert any("Contoso · completed" in line for line in fm.sees())


async def _show(call: Call, rest: str) -> None:
    await show_my_questions(call)


MINE = Commands([Command("help", ("mine",), _show)])


async def test_typed_words_lead_right_to_the_question_where_one_workshop_alone_asks() -> None:
    world = World(Book(small_playbook()), commands=MINE)
    ada = world.person("ada")
    await ada.says("mine", PERSONAL)
    assert NONE in ada.sees()
    world.commands = World(Book(small_playbook())).commands
    world.restarts()
    fm = world.person("fm")
    await leads(fm, "Contoso", GROUP)
    await joins(ada, "Contoso")
    question = next(line for line in ada.sees() if line.startswith("# "))
    world.commands = MINE
    world.restarts()
    await ada.says("mine", PERSONAL)
    assert question in ada.sees()
    await ada.does("later")
    assert "[Contoso] · running" in ada.sees()


@pytest.mark.parametrize("where", [PERSONAL, THREAD])
async def test_the_welcome_says_what_is_found_here_or_who_begins(where: str) -> None:
    world, _, _, ada = await both()
    await joins(ada, "Contoso")
    before = len(world.teams.messages)
    await ada.adds_the_bot(where)
    cards = ["\n".join(transcript(one.card or {})) for one in world.teams.messages[before:]]
    begins = "Your FastTrack contact starts the workshop with /ssat."
    assert (begins in cards[0]) is (where == THREAD)
    assert len(cards) == (2 if where == PERSONAL else 1)
    if where == PERSONAL:
        assert "In this chat you can see your workshops" in cards[0]
        assert "[Contoso] · running" in cards[1]


async def test_without_its_store_the_bot_still_says_what_it_is() -> None:
    world, store, _, ada = await both()
    before = len(world.teams.messages)
    store.unavailable = True
    assert (await ada.adds_the_bot()).status == 200
    assert len(world.teams.messages) == before + 1


async def test_a_client_without_execute_goes_home_and_answers() -> None:
    _, _, _, ada = await both()
    await joins(ada, "Contoso")
    ada.old_client = True
    lines = await home(ada)
    button = next(one for one in _buttons(lines) if one.endswith("for Contoso"))
    await ada.presses(button)
    assert any("Save and continue" in line for line in ada.sees())


async def test_a_ghost_of_an_older_bot_is_shown_as_one_hides_nothing_and_can_go() -> None:
    store = FakeStore()
    await fill(store, await FOLDER.rows())
    world = World(stored_book(), store)
    world.clock.passes(seconds=(datetime(2026, 11, 30, 9, tzinfo=UTC) - world.clock.now()).total_seconds())
    hugo = world.person("hugo", locale="de-DE")
    lines = await home(hugo)
    assert "[Neuer Workshop] · Probe, nie eingerichtet" in lines
    await hugo.says("/plan", PERSONAL)
    assert "# Um welchen Workshop geht es?" in hugo.sees()
    await home(hugo)
    await hugo.presses("Neuer Workshop")
    await hugo.presses("Workshop verwerfen")
    assert not any("Neuer Workshop" in line for line in await home(hugo))


def test_only_a_post_in_a_channel_has_an_address() -> None:
    one = in_channel(Book(small_playbook()), "19:a@thread.tacv2")
    where = Reference("https://smba.trafficmanager.net/teams", "28:b", "SSAT", "19:a@thread.tacv2", "channel")
    assert thread_link(replace(one, reference=where)) == ""
    assert thread_link(replace(one, reference=replace(where, thread="17000"))) == (
        "https://teams.microsoft.com/l/message/19%3Aa%40thread.tacv2/17000"
        f"?tenantId={one.tenant}&parentMessageId=17000"
    )
    assert thread_link(replace(one, reference=replace(where, scope="groupChat", thread="17000"))) == ""


@pytest.mark.parametrize("said", ["my questions", "meine fragen"])
async def test_my_questions_in_words_lead_to_the_question_in_the_personal_chat(said: str) -> None:
    world, _, _, ada = await both()
    await ada.says(said, PERSONAL)
    assert NONE in ada.sees()
    await joins(ada, "Contoso")
    question = next(line for line in ada.sees() if line.startswith("# "))
    world.restarts()
    await ada.says(said, PERSONAL)
    assert question in ada.sees()


async def test_with_questions_in_two_workshops_my_questions_in_words_show_the_home() -> None:
    world, _, fm, ada = await both()
    await joins(ada, "Contoso")
    await leads(fm, "Fabrikam", "19:two@thread.v2")
    await joins(ada, "Fabrikam")
    world.restarts()
    await ada.says("meine fragen", PERSONAL)
    assert {"[Contoso] · running", "[Fabrikam] · running"} <= set(ada.sees())


async def test_after_a_restart_a_customer_answers_in_words_in_the_personal_chat() -> None:
    world, _, _, ada = await both()
    await joins(ada, "Contoso")
    world.restarts()
    await ada.says("agreed", PERSONAL)
    assert any("agreed" in line for line in ada.sees())
    await ada.does("save_understood")
    [engagement] = await world.engagements()
    assert [voice.by for voices in engagement.voices.values() for voice in voices] == [ada.who.key]
