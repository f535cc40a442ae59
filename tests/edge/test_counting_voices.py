"""The count of answers in a meeting: a handful of updates for many, and none on a card where people write."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.playbook.book import Book
from bot.core.ports import Delete, Table
from bot.core.questions.effects import COUNT_HELD, count_name
from bot.kept.state.row import SENT_ROW
from tests.fakes.teams import Message
from tests.fakes.time import VirtualTime
from tests.world import Human, World

PEOPLE = tuple("abcdefghij")


class Meeting(World):
    """A meeting of ten, whose first question stands in the thread. Sends leave when their time has come."""

    def __init__(self, book: Book) -> None:
        self.time = VirtualTime(datetime(2026, 11, 23, 9, tzinfo=UTC))
        self.waits = False
        super().__init__(book, time=self.time)

    async def settles(self) -> None:
        if not self.waits:
            await super().settles()

    async def begins(self) -> None:
        anna = self.person("anna", locale="de-DE")
        await anna.says("/ssat")
        await anna.does("lead")
        await anna.does("save_setup", {"customer": "Contoso", "services": "teams", "language": "de"})
        for name in PEOPLE:
            one = self.person(name, locale="de-DE")
            one.looking_at = anna.looking_at
            await one.does("take_part")
            await one.does("save_roles", {"roles": ["department"]})
        await anna.does("lead")
        await anna.does("live_start")
        self.waits = True
        self.began = len(self.teams.calls)

    async def votes(self, name: str, *, every: float) -> None:
        one = self.voter(name)
        await one.does("live_answer", {"still_right": "right"})
        await self.time.sleep(every)

    def voter(self, name: str) -> Human:
        one = self.person(name)
        one.looking_at = next(message for message in self.teams.messages if asks(message))
        return one

    @property
    def updates(self) -> int:
        """The updates since the question was put."""
        return sum(what == "update" for what, _ in self.teams.calls[self.began :])

    @property
    def count(self) -> str:
        """The count as it stands beside the question."""
        return next(text for one in self.teams.messages if "Antworten bisher" in (text := first_text(one)))


def asks(message: Message) -> bool:
    return "live_answer" in str(message.card)


def first_text(message: Message) -> str:
    body = (message.card or {}).get("body") or [{}]
    return str(body[0].get("text", ""))


@pytest.mark.parametrize(("every", "most"), [(0.05, 1), (0.5, 3), (3.0, 10)])
async def test_ten_quick_voices_are_a_handful_of_updates(book: Book, every: float, most: int) -> None:
    meeting = Meeting(book)

    async def goes_on() -> None:
        await meeting.begins()
        assert meeting.count == "Antworten bisher: 0 von 10"
        for name in PEOPLE:
            await meeting.votes(name, every=every)
        await meeting.time.sleep(COUNT_HELD)

    await meeting.time.run(goes_on())
    assert (meeting.updates, meeting.count) == (most, "Antworten bisher: 10 von 10")


async def test_a_voice_changes_no_card_on_which_others_write(book: Book) -> None:
    meeting = Meeting(book)

    async def goes_on() -> None:
        await meeting.begins()
        shown = [message.card for message in meeting.teams.messages if asks(message)]
        writing = meeting.voter("b")
        await writing.does("live_answer", {})
        typed = writing.card
        await meeting.votes("a", every=COUNT_HELD + 1)
        assert writing.card is typed
        assert [message.card for message in meeting.teams.messages if asks(message)] == shown

    await meeting.time.run(goes_on())
    assert meeting.count == "Antworten bisher: 1 von 10"


async def test_a_count_that_died_with_the_process_is_drawn_when_the_question_is_closed(book: Book) -> None:
    meeting = Meeting(book)

    async def goes_on() -> None:
        await meeting.begins()
        for name in PEOPLE[:4]:
            await meeting.votes(name, every=0.0)
        meeting.restarts()
        assert meeting.count == "Antworten bisher: 0 von 10"
        await meeting.person("anna").does("live_next")
        await meeting.service.outbox.drain(5)
        assert meeting.count == "Antworten bisher: 4 von 10"

    await meeting.time.run(goes_on())


async def test_a_meeting_that_an_older_version_began_gets_its_count_with_the_first_answer(book: Book) -> None:
    meeting = Meeting(book)

    async def goes_on() -> None:
        await meeting.begins()
        [gone] = [one for one in meeting.teams.messages if "Antworten bisher" in first_text(one)]
        meeting.teams.messages.remove(gone)
        [engagement] = await meeting.engagements()
        row = SENT_ROW + count_name("DC")
        await meeting.store.commit(Table.ENGAGEMENTS, engagement.id, [Delete(row)])
        meeting.restarts()
        await meeting.votes("a", every=COUNT_HELD + 1)

    await meeting.time.run(goes_on())
    assert meeting.count == "Antworten bisher: 1 von 10"
