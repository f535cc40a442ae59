"""One person's turn in a workshop: their press, the changes so far, and the screen that they are shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from botbuilder.core import TurnContext
from botbuilder.schema import Activity, Attachment

import cards
from bot.core.engagement import Engagement, Person, Value
from bot.core.parts import Said
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.problems import Fault
from bot.core.questions.changes import with_client, with_teams_id
from bot.core.questions.facts import the_answer
from bot.core.questions.news import when_shown
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.questions.standing import begun_inputs
from bot.core.reading.viewer import Viewer
from bot.core.screens.news import news_lines
from bot.core.screens.questions.question import QuestionScreen, question_screen
from bot.core.step import Effect, Event, Record, Step
from bot.core.texts import Texts, Words
from bot.core.workshop.advance import advance_from
from dialogs.press import Press

CARD = "application/vnd.microsoft.card.adaptive"


@dataclass
class WorkshopTurn:
    """The state of a turn between reading and committing the engagement. Nothing is sent from here:
    what is shown goes through the SDK's context, which collects it."""

    book: Book
    texts: Texts
    person: Person
    now: datetime
    engagement: Engagement
    locale: str | None = None
    personal: bool = False
    teams_id: str = ""
    roster: Roster = field(default_factory=dict)
    roster_read: datetime | None = None  # when that was, of the engagement's own conversation
    press: Press | None = None
    effects: list[Effect] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    faults: Sequence[Fault] = ()
    read_whole: Callable[[str, str], Awaitable[Mapping[str, Value]]] | None = None
    activity: str = ""
    answered_alone: bool = False  # the reply is this person's: private, or to their press
    private: bool = False  # nobody else reads it
    asked: Ask | None = None  # the question that was shown last
    shown: cards.Screen | None = None  # the screen that was shown last
    said_something: bool = False
    follows: bool = True  # a press is answered in place, so that one view can follow another

    def read_by(self, book: Book, texts: Texts) -> None:
        """From now on the workshop is about another playbook, in the words of that."""
        self.book, self.texts, self._picture = book, texts, None

    @property
    def has_acted(self) -> bool:
        """True when something was done that may not be done twice."""
        return bool(self.records or self.effects)

    @property
    def words(self) -> Words:
        """The person's language: their own choice, else their client's, else the workshop's."""
        known = self.engagement.people.get(self.person.key)
        return self.texts.words((known and known.language) or self.locale or self.engagement.setup.language)

    @property
    def picture(self) -> Picture:
        """The engagement as it stands now."""
        if self._picture is None or self._picture.engagement is not self.engagement:
            self._picture = Picture(self.book, self.engagement, self.now)
        return self._picture

    @property
    def viewer(self) -> Viewer:
        """The person as a reader of the engagement as it stands now."""
        if self._viewer is None or self._viewer.picture is not self.picture:
            self._viewer = Viewer(self.picture, self.words, self.person, self.personal, self.people)
        return self._viewer

    @property
    def people(self) -> Roster:
        """The people that person fields offer: those of the channel, and everybody who takes part."""
        return {key: one.name for key, one in self.engagement.people.items()} | dict(self.roster)

    def apply(self, event: Event) -> Step:
        """Advance the workshop by an event and keep what follows from it."""
        step = advance_from(self.picture, event, self.people)
        if step.engagement is not self.engagement:
            self.engagement = self._with_client(with_teams_id(step.engagement, self.person, self.teams_id))
        self.effects += step.effects
        self.records += step.records
        self.faults = step.faults
        return step

    def _with_client(self, engagement: Engagement) -> Engagement:
        """The engagement, which is written anyway, with this person's language for reminders to come."""
        language = None if self.locale is None else self.texts.words(self.locale).language
        return with_client(engagement, self.person, language)

    async def show_question(
        self,
        context: TurnContext,
        ask: Ask,
        *,
        sent: Mapping[str, str] | None = None,
        faults: Sequence[Fault] = (),
        only: Collection[str] = (),
    ) -> None:
        """Show a question, as `question_view` draws it."""
        self.asked = ask
        await self.show(context, await self.question_view(ask, sent=sent, faults=faults, only=only))

    async def question_view(
        self,
        ask: Ask,
        *,
        sent: Mapping[str, str] | None = None,
        faults: Sequence[Fault] = (),
        only: Collection[str] = (),
    ) -> QuestionScreen:
        """The screen of a question; of a long answer that stands in it the whole, not what the state keeps of
        it. `only` as of `question_screen`."""
        whole: Mapping[str, Value] | None = None
        if sent is None and self.read_whole is not None:
            voices = self.engagement.voices.get(ask.key, [])
            own = next((voice for voice in voices if voice.by == self.person.key), None)
            shown = own or the_answer(voices)
            if shown is not None and shown.cut:
                whole = await self.read_whole(ask.key, shown.by)
        return question_screen(
            self.viewer, ask, sent=sent, faults=faults, whole=whole, only=only, at_once=not self.follows
        )

    def begun(self, ask: Ask, shown: Mapping[str, str], sent: Mapping[str, Any]) -> tuple[str, ...]:
        """The inputs that began to apply with the person's answer to a question (`begun_inputs`), to be asked
        in the next view; none where no view follows."""
        voices = self.engagement.voices.get(ask.key, [])
        own = next((voice for voice in voices if voice.by == self.person.key), None)
        if not self.follows:
            return ()
        return begun_inputs(self.book, self.engagement, ask.question, own, sent, shown)

    @property
    def inputs(self) -> Mapping[str, Any]:
        """The inputs of the press."""
        return self.press.inputs if self.press else {}

    async def show(self, context: TurnContext, screen: cards.Screen) -> None:
        """Show the person a screen: the answer to their press, or a card in the thread."""
        self.shown = screen
        await context.send_activity(card_activity(cards.render(screen, self.words, self.take_news())))

    def take_news(self) -> tuple[Said, ...]:
        """The person's news as lines above what they are shown; the commit of this turn marks them as shown.
        Nothing where others read the reply, too."""
        if not self.answered_alone:
            return ()
        found = news_lines(self.viewer, self.activity, named=self.private)
        self.engagement = when_shown(self.engagement, self.person.key, self.activity)
        return found

    _picture: Picture | None = field(default=None, repr=False)
    _viewer: Viewer | None = field(default=None, repr=False)


class CardMessage(Activity):
    """A message made for one send. The SDK copies what it sends, deeply; this one nobody else holds."""

    def __deepcopy__(self, memo: object) -> CardMessage:
        return self


def card_activity(card: dict[str, object]) -> Activity:
    """A message that holds one card."""
    return CardMessage(type="message", attachments=[Attachment(content_type=CARD, content=card)])


def turn_of(context: TurnContext) -> WorkshopTurn:
    """The workshop turn that the SDK's context carries; TypeError where it carries something else."""
    found = context.turn_state[KEY]
    if not isinstance(found, WorkshopTurn):
        raise TypeError("the turn state holds no turn in a workshop")
    return found


KEY = "ssat.turn"
"""The key under which the SDK's turn state holds the workshop turn."""
