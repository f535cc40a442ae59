"""A workshop of the small playbook in a whole bot: what happens to it, and what then stands in its thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

import cards
from bot.core.keys import engagement_id
from bot.core.meeting.effects import PostLive
from bot.core.playbook.book import Book
from bot.core.ports import Store
from bot.core.questions.effects import WORKSHOP_CARD, PostShared
from bot.core.questions.lasting import lasting_cards
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.screens.lasting import lasting_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.step import Event, Step
from bot.core.workshop.advance import advance
from bot.core.workshop.start import move
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded, always
from bot.kept.posted import Posted, posted_rows
from bot.sweep.tally import Tally
from bot.teams.inbound.incoming import read_incoming
from cards.pressing import pressables
from cards.transcript import transcript
from dialogs.turn import WorkshopTurn
from tests.core.workshops import FM, ROSTER, WEDNESDAY, running
from tests.fakes.activities import message
from tests.fakes.teams import Message
from tests.playbook_of_tests import texts_of_tests
from tests.world import CHANNEL, TestClock, World

_STAMPS = ("Stand: ", "As of ")


class Thread:
    """One thread of one workshop, which runs. Every event is a turn of its own: it is committed, and what
    follows from it is sent."""

    def __init__(self, book: Book, store: Store | None = None) -> None:
        self.world = World(book, store)
        self.world.clock = TestClock(WEDNESDAY)
        self.world.restarts()
        self.engagements = Engagements(self.world.store, always(book))
        self.words = texts_of_tests()
        self.id = engagement_id(FM.tenant, CHANNEL, 1)

    async def begins(self) -> None:
        """The workshop is there with its card, and it has been quiet."""
        begun = running(self.world.book).engagement
        placed = replace(
            begun,
            id=self.id,
            channel=CHANNEL,
            reference=replace(begun.reference, conversation=CHANNEL),
            due={},
            shared_stale=False,
        )
        await self.commits(self.engagements.new(placed), Step(placed, (PostShared(),)))

    async def now(self) -> Loaded:
        """The workshop as it stands in the store."""
        loaded = await self.engagements.load(self.id)
        assert loaded is not None
        return loaded

    async def happens(self, event: Event) -> Step:
        """The step of an event, made and sent."""
        loaded = await self.now()
        step = advance(self.world.book, loaded.engagement, event, self.world.clock.now(), ROSTER)
        await self.commits(loaded, step)
        return step

    async def commits(self, loaded: Loaded, step: Step) -> None:
        """A step is written and sent as a turn does it."""
        clock, deliveries = self.world.clock, self.world.service.deliveries
        await deliveries.foresee(self.id, step.effects)
        await self.engagements.commit(loaded, step.engagement, step.records, clock.now())
        turn = WorkshopTurn(
            book=self.world.book,
            texts=self.words,
            person=FM,
            now=clock.now(),
            engagement=step.engagement,
            roster=ROSTER,
            effects=list(step.effects),
        )
        deliveries.follow(turn, read_incoming(message("http://127.0.0.1:1/")))
        await self.world.settles()

    async def moves(self) -> None:
        """The FM brings the card to the end of the thread."""
        loaded, now = await self.now(), self.world.clock.now()
        await self.commits(loaded, move(loaded.engagement, FM, loaded.engagement.reference, now))

    async def is_typed(self, text: str) -> None:
        """Somebody types in the thread."""
        await self.world.person("fiona", tenant=FM.tenant).says(text)

    async def is_quiet(self, **span: float) -> Tally:
        """Nobody does anything for a while, by default five minutes; then what is due is dealt with."""
        self.world.clock.passes(**(span or {"minutes": 5}))
        return await self.world.sweeps()

    @property
    def updates(self) -> int:
        """The number of updates of cards so far."""
        return [what for what, _ in self.world.teams.calls].count("update")

    async def place(self, name: str) -> Posted:
        """Where the card of this name was posted, as the store has it."""
        return Posted.of((await posted_rows(self.world.store, self.id))[name])

    async def shows(self, name: str) -> list[str]:
        """The card of this name as it stands in the thread, as lines."""
        return transcript(self._message(await self.place(name)).card or {})

    async def contradictions(self) -> list[str]:
        """The cards in the thread that say something else than they would if they were drawn now."""
        engagement = (await self.now()).engagement
        picture = Picture(self.world.book, engagement, self.world.clock.now())
        viewer = Viewer(picture, self.words.words(engagement.setup.language))
        rows = await posted_rows(self.world.store, self.id)
        wrong: list[str] = []
        for name, screen in _drawn(viewer):
            if name in rows:
                stands = self._message(Posted.of(rows[name])).card or {}
                if _said(stands) != _said(cards.render(screen, viewer.words)):
                    wrong.append(name)
        return wrong

    async def open_beside(self) -> list[str]:
        """The messages that ask as if they were the workshop card or the question in the thread, and are
        neither."""
        engagement = (await self.now()).engagement
        rows = await posted_rows(self.world.store, self.id)
        live = PostLive(engagement.live.ask).name if engagement.live else ""
        meant = {Posted.of(rows[name]).activity for name in (WORKSHOP_CARD, live) if name in rows}
        asking = ("take_part", "live_answer")
        return [
            message.id
            for message in self.world.teams.messages
            if message.id not in meant
            and any(
                one.action.get("data", {}).get("action") in asking for one in pressables(message.card or {})
            )
        ]

    def _message(self, place: Posted) -> Message:
        return self.world.teams.find(place.activity)


def _drawn(viewer: Viewer) -> Iterator[tuple[str, cards.Screen]]:
    yield WORKSHOP_CARD, workshop_screen(viewer)
    for kind, name in lasting_cards(viewer.engagement).items():
        screen = lasting_screen(viewer, kind, name)
        if screen is not None:
            yield name, screen


def _said(card: Mapping[str, object]) -> Sequence[str]:
    return [line for line in transcript(card) if not line.startswith(_STAMPS)]
