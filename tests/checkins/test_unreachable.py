"""A person who has no chat with the bot is told in the thread, privately or neutrally; the FM hears once."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from bot.sweep.tally import Tally
from bot.teams.outbound.send_faults import Gone, Refused, Unsure
from cards.transcript import transcript
from tests.checkins.test_recall import Unreachable, in_thread, now
from tests.world import CHANNEL, PERSONAL, THREAD, World

NO_APP = Refused(403, "ForbiddenOperationException", None)
"""What createConversation says of a person who does not have the app, or comes from outside."""
ITEM = {"title": "Book a room", "due": "2026-11-26"}


async def owes(book: Book, teams: Unreachable) -> World:
    """Ben owns an action that is due on Thursday; it is Wednesday."""
    world = World(book, teams=teams)
    anna, ben = world.person("anna"), world.person("ben")
    await anna.says("/ssat")
    await anna.presses(anna.main_button)
    await anna.does("save_setup", {"customer": "Contoso AG", "services": "teams", "launch": "2027-03-15"})
    await anna.says("/plan")
    await anna.does("add_item")
    await anna.does("save_item", {**ITEM, "owner": ben.who.key})
    world.clock.passes(days=2)
    return world


@pytest.mark.parametrize("trouble", [NO_APP, Gone(403, "ConversationBlockedByUser")])
async def test_what_is_theirs_stands_in_the_thread_where_they_alone_see_it(
    book: Book, trouble: Exception
) -> None:
    teams = Unreachable()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": trouble}
    before, calls = len(teams.messages), len(teams.calls)
    assert await world.sweeps() == Tally(unreachable=1, sent=1)
    # The private message, then the FM's chat and message; that cards are kept true is another thing.
    made = [kind for kind, _ in teams.calls[calls:] if kind not in ("members", "update")]
    assert made == ["post", "new_chat", "post"]
    private, told = teams.messages[before:]
    assert (private.conversation, private.targeted) == (THREAD, "29:id-ben")
    assert private.card is not None
    assert "Book a room" in "\n".join(transcript(private.card))
    assert told.conversation == "chat-29:id-anna"


async def test_it_can_be_acted_on_there(book: Book) -> None:
    teams = Unreachable()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP}
    await world.sweeps()
    ben = world.people["ben"]
    ben.looking_at = next(one for one in teams.messages if one.targeted)
    await ben.does("item_done")
    assert [one.status for one in (await now(world)).plan.values()] == ["done"]


class NoPrivateMessages(Unreachable):
    """A Teams that takes no targeted messages either, as where a person is from outside."""

    async def post(self, to, activity, *, targeted=False):  # type: ignore[no-untyped-def]
        if targeted:
            raise Refused(403, "BadRecipient", None)
        return await super().post(to, activity, targeted=targeted)


async def test_else_they_are_mentioned_without_a_word_and_see_it_behind_the_button(book: Book) -> None:
    teams = NoPrivateMessages()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP}
    before = len(teams.messages)
    assert await world.sweeps() == Tally(unreachable=1, sent=1)
    [mention] = in_thread(world, before)
    assert mention.card is not None
    assert transcript(mention.card) == [
        "# <at>Ben</at>, there is something for you in the workshop. Tap to see it; no one else can.",
        "[Show me*]",
    ]
    ben = world.people["ben"]
    ben.looking_at = mention
    await ben.presses("Show me")
    assert any("Book a room" in line for line in ben.sees())


async def test_the_fm_hears_once_of_each(book: Book) -> None:
    teams = Unreachable()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP}
    await world.sweeps()
    told = [one for one in teams.messages if one.conversation == "chat-29:id-anna"]
    assert told[-1].card is not None
    assert transcript(told[-1].card)[0].startswith("# Contoso AG: I can't message Ben directly.")
    world.clock.passes(days=2)
    assert await world.sweeps() == Tally(unreachable=1)
    assert [one for one in teams.messages if one.conversation == "chat-29:id-anna"] == told


async def test_who_left_the_channel_is_not_named_there_and_the_fm_hears_of_them(book: Book) -> None:
    teams = Unreachable()
    world = await owes(book, teams)
    teams.roster[CHANNEL] = [one for one in teams.roster[CHANNEL] if one.object_id != "id-ben"]
    world.restarts()
    before = len(teams.messages)
    assert await world.sweeps() == Tally(unreachable=1, sent=1)
    assert [one.conversation for one in teams.messages[before:]] == ["chat-29:id-anna"]


async def test_a_private_message_of_which_nobody_knows_is_not_followed_by_a_mention(book: Book) -> None:
    class Vague(Unreachable):
        async def post(self, to, activity, *, targeted=False):  # type: ignore[no-untyped-def]
            if targeted:
                raise Unsure("504")
            return await super().post(to, activity, targeted=targeted)

    teams = Vague()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP}
    before = len(teams.messages)
    assert await world.sweeps() == Tally(unknown=1)
    assert in_thread(world, before) == []


async def test_what_found_no_way_comes_when_they_add_the_app(book: Book) -> None:
    teams = NoPrivateMessages()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP}
    teams.no_message = {THREAD: Refused(403, "MessageWritesBlocked", None)}
    assert await world.sweeps() == Tally(unreachable=1, sent=1)
    assert await world.sweeps() == Tally()
    teams.no_chat, teams.no_message = {}, {}
    ben = world.people["ben"]
    await ben.adds_the_bot(PERSONAL)
    assert (await now(world)).unreached == {}
    before = len(teams.messages)
    assert await world.sweeps() == Tally(sent=1)
    [reminder] = teams.messages[before:]
    assert (reminder.conversation, reminder.card is not None) == ("chat-29:id-ben", True)


async def test_who_is_reached_again_is_known_as_reachable(book: Book) -> None:
    teams = Unreachable()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP}
    await world.sweeps()
    assert list((await now(world)).unreached) == [world.people["ben"].who.key]
    teams.no_chat = {}
    world.clock.passes(days=2)
    assert await world.sweeps() == Tally(sent=1)
    assert (await now(world)).unreached == {}


async def test_an_fm_without_a_chat_hears_in_the_thread_and_of_nobody_else_twice(book: Book) -> None:
    teams = Unreachable()
    world = await owes(book, teams)
    teams.no_chat = {"29:id-ben": NO_APP, "29:id-anna": NO_APP}
    assert await world.sweeps() == Tally(unreachable=2)
    assert [one.targeted for one in teams.messages if one.targeted] == ["29:id-ben", "29:id-anna"]
    assert await world.sweeps() == Tally()
