"""The work on one activity before its commit: the engagement, the person's turn, and where the reply goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from botbuilder.core import TurnContext

import cards
from bot.core.engagement import Reference
from bot.core.parts import Button, Stamp
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import clean
from bot.core.questions.roster import Roster
from bot.core.reading.library import Reader
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.problem import ProblemScreen
from bot.core.screens.resources import LONGEST_SEARCH, resources_screen
from bot.core.texts import Texts, Words
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.settings import Settings
from bot.teams.files.offers import FileOffers
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.messages import Card
from bot.teams.turn.command import Commands
from dialogs.press import Press
from dialogs.runner import Dialogs
from dialogs.turn import WorkshopTurn, card_activity


@dataclass(frozen=True, slots=True)
class Tools:
    """The parts that are built once and serve every turn."""

    settings: Settings
    book: Book
    texts: Texts
    engagements: Engagements
    dialogs: Dialogs
    file_offers: FileOffers
    commands: Commands


@dataclass
class Call:
    """One turn's work on an activity, before its commit. `before` is the engagement as it was read,
    None where the channel has none; `turn` the person's turn in it. `aside`: the reply is for the person
    alone although they wrote to all; `for_all` takes the place of the card that was pressed, for all."""

    tools: Tools
    incoming: Incoming
    context: TurnContext
    now: datetime
    before: Loaded | None
    turn: WorkshopTurn | None
    press: Press | None = None
    roster: Roster = field(default_factory=dict)
    correlation: str = ""
    aside: bool = False
    for_all: Card | None = None
    discreet: bool = False  # the reply must not stand in the thread, ever
    instead: cards.Screen | None = None  # this stands there where Teams takes no private one; else nothing

    @property
    def words(self) -> Words:
        """The reader's language: in the channel the workshop's, else the person's own."""
        if self.turn is not None:
            return self.viewer.words
        return self.tools.texts.words(self.incoming.locale)

    @property
    def here(self) -> WorkshopTurn:
        """The person's turn, for work that needs a workshop. LookupError where the channel has none."""
        if self.turn is None:
            raise LookupError("no workshop in this turn")
        return self.turn

    @property
    def pressed(self) -> Press:
        """The press. LookupError where the activity is none."""
        if self.press is None:
            raise LookupError("no press in this turn")
        return self.press

    @property
    def asked(self) -> Ask | None:
        """The question that the press names, None where it is not asked."""
        return self.here.picture.find(self.pressed.data.question or "", self.pressed.service)

    @property
    def item(self) -> str:
        """The key of what the press names: an item of the plan, a task, a talk, a metric."""
        return self.pressed.data.item or ""

    @property
    def page(self) -> int:
        """The page of a list that the press names; the first where it names none."""
        page = clean(self.pressed.inputs.get("page"))
        return int(page) if page.isdecimal() and len(page) < 4 else 1

    @property
    def sent(self) -> dict[str, str]:
        """The entered values, to be put back into the inputs."""
        return sent_values(self.pressed.inputs)

    @property
    def viewer(self) -> Viewer:
        """The reader of the reply: the person where it is private, else everybody in the channel."""
        if self.private:
            return self.here.viewer
        return Viewer(self.here.picture, self.tools.texts.words(self.here.engagement.setup.language))

    @property
    def private(self) -> bool:
        """True where only the person reads the reply."""
        incoming = self.incoming
        return incoming.is_invoke or incoming.targeted or self.aside or incoming.scope == "personal"

    async def reader(self) -> Reader:
        """The reader of resources: the FM's are shown only in private, FM-only ones in the personal chat.

        An FM is a person who is listed, or leads this workshop; where nobody is listed, one who leads any.
        """
        if not self.private:
            return Reader(self.words.language)
        person, settings = self.incoming.person, self.tools.settings
        personal = self.incoming.scope == "personal"
        fm = self.turn is not None and person.key == self.turn.engagement.fm
        if not fm and settings.is_fm(person):
            fm = bool(settings.fm_ids) or (
                personal and bool(await self.tools.engagements.portfolio.of_fm(person.key))
            )
        return Reader(self.words.language, fm=fm, personal=personal and fm)

    async def show_resources(self, wanted: str) -> None:
        """Reply with the material that the words find for this reader, here."""
        reader = await self.reader()
        wanted, commands = wanted[:LONGEST_SEARCH], self.tools.commands.keys
        screen = resources_screen(self.tools.book, self.stamp, reader, self.words, wanted, commands)
        # In the thread nobody's words are repeated.
        await self.show(screen if self.private else screen.without_words())

    def sit(self, loaded: Loaded) -> WorkshopTurn:
        """The person's turn in an engagement that the activity itself does not name."""
        incoming, tools = self.incoming, self.tools
        return WorkshopTurn(
            book=loaded.book,
            texts=tools.texts,
            person=incoming.person,
            now=self.now,
            engagement=loaded.engagement,
            locale=incoming.locale,
            personal=incoming.scope == "personal",
            roster=self.roster,
            press=self.press,
        )

    async def take_up(self, key: str) -> bool:
        """Make the FM's engagement of this id the one that the turn is about; False where it is none of
        theirs."""
        loaded = await self.tools.engagements.load(key)
        if loaded is None or loaded.engagement.fm != self.incoming.person.key:
            return False
        self.before = loaded
        self.turn = self.sit(loaded)
        return True

    @property
    def stamp(self) -> Stamp:
        """The stamp that the reply's buttons carry."""
        return Stamp(0, 0) if self.turn is None else self.viewer.stamp()

    @property
    def reference(self) -> Reference:
        """The reference by which the conversation of the activity is reached later."""
        incoming = self.incoming
        return Reference(
            service_url=incoming.service_url,
            bot_id=incoming.bot_id,
            bot_name=incoming.bot_name,
            conversation=incoming.conversation,
            scope=incoming.scope,
            thread=incoming.thread,
            team=incoming.team_id,
        )

    def whisper(self, instead: cards.Screen | None) -> None:
        """Make the reply one for the person alone; where Teams refuses that, `instead` stands in the thread,
        and nothing where there is none."""
        if not self.private:
            self.aside = self.discreet = True
            self.instead = instead

    async def show(self, screen: cards.Screen) -> None:
        """Reply with a screen."""
        await self.context.send_activity(card_activity(cards.render(screen, self.words)))

    async def refuse(self, problem: Problem, buttons: Sequence[Button] = (), **values: str) -> None:
        """Reply with a problem's sentence."""
        screen = ProblemScreen(problem, self.stamp, tuple(values.items()), self.correlation, tuple(buttons))
        await self.show(screen)

    async def refuse_no_workshop(self) -> None:
        """Reply that there is no workshop to work on: in the personal chat, none that the person leads."""
        personal = self.incoming.scope == "personal"
        await self.refuse(Problem.NONE_OF_YOURS if personal else Problem.NO_WORKSHOP)

    async def refuse_not_fm(self, buttons: Sequence[Button] = ()) -> None:
        """Reply that this is for the FM alone, and who that is."""
        engagement = self.here.engagement
        await self.refuse(Problem.FM_ONLY, buttons, fm=name_of(engagement, engagement.fm))

    async def refuse_faults(self, faults: Sequence[Fault], buttons: Sequence[Button] = ()) -> None:
        """Reply with the first of some faults."""
        await self.refuse(faults[0].problem, buttons, **dict(faults[0].values))
