"""The work on one activity before its commit: the engagement, the person's turn, and where the reply goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from botbuilder.core import TurnContext

import cards
from bot.core.engagement import Engagement, Person, Reference
from bot.core.parts import Button, Stamp
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.problems import FAULTS, Fault, Problem
from bot.core.questions.identity import as_known, keyed_as_known, known_by
from bot.core.questions.lasting import card_name, next_number, with_card, with_refresh
from bot.core.questions.parse import clean
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.reading.library import Reader
from bot.core.reading.shared import Shared
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.lasting import LastingScreen, dated, screen_mark
from bot.core.screens.problem import ProblemScreen
from bot.core.screens.resources import LONGEST_SEARCH, resources_screen
from bot.core.step import SURE, InDoubt
from bot.core.texts import Texts, Words
from bot.core.workshop.rights import may_open
from bot.kept.audit.audit import Audit
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.settings import Settings
from bot.teams.files.offers import FileOffers
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.messages import Card
from bot.teams.outbound.people import People
from bot.teams.turn.command import Commands
from bot.teams.turn.own import Own
from dialogs.press import Press
from dialogs.runner import Dialogs
from dialogs.turn import KEY, WorkshopTurn, card_activity


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
    own: Own
    audit: Audit

    @property
    def shared(self) -> Shared:
        """What makes the reader of what stands in the thread."""
        return Shared(self.texts, self.settings.names)

    def as_known(self, engagement: Engagement, incoming: Incoming) -> Person:
        """Whoever an activity comes from, as a workshop knows them."""
        person = incoming.person
        known = known_by(self.book, engagement)
        return as_known(engagement, person, (*self.settings.ids_of(person.id), incoming.teams_id), known)


async def _no() -> bool:
    return False


@dataclass
class Call:
    """One turn's work on an activity, before its commit. `before` is the engagement as it was read,
    None where the channel has none; `turn` the person's turn in it. `picked`: the engagement is one that the
    person chose, not that of the conversation; `people_in` names the people of a conversation; `is_still_in`
    is true while the person is in a workshop's channel. `aside`: the reply is for the person alone although
    they wrote to all; `for_all` takes the place of the card that was
    pressed, for all."""

    tools: Tools
    incoming: Incoming
    context: TurnContext
    now: datetime
    before: Loaded | None
    turn: WorkshopTurn | None
    press: Press | None = None
    roster: Roster = field(default_factory=dict)
    correlation: str = ""
    picked: bool = False
    people_in: Callable[[str], People] = lambda _: People()
    is_still_in: Callable[[Engagement], Awaitable[bool]] = field(default=lambda _: _no())
    ask_in_doubt: Callable[[str], Awaitable[InDoubt]] | None = None
    lasting: tuple[str, str] | None = None  # name and mark of the lasting card that the reply is
    aside: bool = False
    on_phone: bool = False  # the person reads the reply on a phone
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
        return self.tools.shared.viewer(self.here.picture)

    @property
    def private(self) -> bool:
        """True where only the person reads the reply."""
        incoming = self.incoming
        return incoming.is_invoke or incoming.targeted or self.aside or incoming.scope == "personal"

    @property
    def alone(self) -> bool:
        """True where the reply is the person's own: others do not read it, or it answers a press."""
        return self.private or self.press is not None

    async def reader(self) -> Reader:
        """The reader of resources: the FM's are shown only in private, FM-only ones in the personal chat.

        An FM is a person who is listed, or leads this workshop; where nobody is listed, one who leads any.
        """
        if not self.private:
            return Reader(self.words.language)
        person, settings = self.incoming.person, self.tools.settings
        personal = self.incoming.scope == "personal"
        fm = self.turn is not None and self.leads
        if not fm and settings.is_fm(person):
            fm = bool(settings.fm_ids) or (
                personal and bool(await self.tools.engagements.portfolio.of_fm(person.key))
            )
        return Reader(self.words.language, fm=fm, personal=personal and fm)

    async def show_resources(self, wanted: str) -> None:
        """Reply with the material that the words find for this reader, here."""
        reader = await self.reader()
        wanted, commands = wanted[:LONGEST_SEARCH], self.tools.commands.keys
        book = self.turn.book if self.turn is not None else self.tools.book
        screen = resources_screen(book, self.stamp, reader, self.words, wanted, commands)
        # In the thread nobody's words are repeated.
        await self.show(screen if self.private else screen.without_words())

    def sit(self, loaded: Loaded) -> WorkshopTurn:
        """The person's turn in an engagement that the activity itself does not name."""
        incoming, tools = self.incoming, self.tools
        return WorkshopTurn(
            book=loaded.book,
            texts=tools.texts.of(loaded.engagement.playbook),
            person=self.in_workshop(loaded.engagement),
            now=self.now,
            engagement=loaded.engagement,
            locale=incoming.locale,
            personal=incoming.scope == "personal",
            roster=keyed_as_known(known_by(loaded.book, loaded.engagement), self.roster),
            teams_id=incoming.teams_id,
            press=self.press,
            activity=incoming.id,
            answered_alone=self.alone,
            private=self.private,
        )

    def in_workshop(self, engagement: Engagement) -> Person:
        """The person as that workshop knows them."""
        return self.tools.as_known(engagement, self.incoming)

    @property
    def leads(self) -> bool:
        """True where the person leads the workshop; where there is none, where they may begin one."""
        if self.turn is not None:
            return self.turn.person.key == self.turn.engagement.fm
        return self.tools.settings.is_fm(self.incoming.person)

    async def opens(self, loaded: Loaded) -> bool:
        """True where an engagement that is not discarded is the person's to open here: the FM's anywhere,
        that of others who are in it, and still in its channel, in their personal chat."""
        engagement, person = loaded.engagement, self.in_workshop(loaded.engagement)
        if engagement.status == "gone":
            return False
        if engagement.fm == person.key:
            return True
        if self.incoming.scope != "personal" or not may_open(
            Picture(loaded.book, engagement, self.now), person
        ):
            return False
        return await self.is_still_in(engagement)

    async def take_up(self, key: str) -> bool:
        """Make the engagement of this id the one that the turn is about; False where it is none of the
        person's."""
        loaded = await self.tools.engagements.load(key)
        if loaded is None or not await self.opens(loaded):
            return False
        if loaded.engagement.fm == self.in_workshop(loaded.engagement).key:
            self.tools.audit.note_read(self.incoming.person, key)
        self.before = loaded
        people = self.people_in(loaded.engagement.reference.conversation)
        self.roster = people.names
        self.turn = self.context.turn_state[KEY] = self.sit(loaded)
        self.turn.roster_read = people.fetched
        self.turn.read_whole = partial(self.tools.engagements.whole, key)
        self.picked = True
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
        """Reply with a screen, below the person's news; a refusal leaves these for the next view."""
        told = self.turn is not None and not isinstance(screen, ProblemScreen)
        news = self.turn.take_news() if self.turn is not None and told else ()
        if self.turn is not None:
            self.turn.shown = screen
        await self.context.send_activity(card_activity(cards.render(screen, self.words, news)))

    async def in_doubt(self) -> InDoubt:
        """The number of cards of which nobody knows whether they arrived, for the FM alone, who can have
        them posted."""
        if self.ask_in_doubt is None or not (self.leads and self.private):
            return SURE
        return await self.ask_in_doubt(self.here.engagement.id)

    @property
    def ways_on(self) -> tuple[Button, ...]:
        """The buttons that lead on from a refusal, as the workshop stands and for whom it is."""
        if self.turn is None:
            personal = self.incoming.scope == "personal"
            return (Button("home", primary=True) if personal else Button("help", primary=True),)
        match self.turn.engagement.status:
            case "running":
                return (Button("my_questions", primary=True), Button("overview"))
            case "setup" if self.leads:
                return (Button("lead", label="setup", primary=True),)
            case "setup":
                return (Button("take_part", primary=True),)
            case "completed":
                return (Button("overview", primary=True),)
        return (Button("home", primary=True),) if self.incoming.scope == "personal" else ()

    async def show_lasting(self, kind: str, screen: LastingScreen) -> None:
        """Reply with a view of the workshop; in its thread it is a lasting card, the latest of its kind."""
        turn = self.here
        if self.private:
            await self.show(screen)
            return
        if self.in_thread:
            name = card_name(kind, next_number(turn.engagement, kind))
            after = with_card(turn.engagement, kind, name)
            turn.engagement = with_refresh(after, self.now) if after.outdated else after
            self.lasting = name, screen_mark(screen, self.words.language)
        await self.show(dated(self.viewer, screen))

    @property
    def in_thread(self) -> bool:
        """True where the activity comes from the workshop's own thread."""
        incoming, reference = self.incoming, self.here.engagement.reference
        return (incoming.conversation, incoming.thread) == (reference.conversation, reference.thread)

    async def refuse(self, problem: Problem, buttons: Sequence[Button] = (), **values: str) -> None:
        """Reply with a problem's sentence, and with a way on where none is given. Whoever leads the workshop
        is told what to do about it."""
        if problem is Problem.NOT_SET_UP and self.leads and self.private:
            problem = Problem.SET_UP_FIRST
        if problem is Problem.WORKSHOP_FINISHED and self.here.engagement.status == "gone":
            problem = Problem.DISCARDED
        if problem is Problem.NOT_SET_UP and self.turn is not None:
            values = {"fm": self.viewer.name(self.turn.engagement.fm), **values}
        found = self.correlation if problem in FAULTS else ""
        ways = tuple(buttons) or self.ways_on
        await self.show(ProblemScreen(problem, self.stamp, tuple(values.items()), found, ways))

    async def refuse_no_workshop(self) -> None:
        """Reply that there is no workshop to work on: in the personal chat, none that is the person's."""
        if self.incoming.scope == "personal":
            await self.refuse(Problem.NONE_WITH_YOU, (Button("help", primary=True),))
        elif await self._is_of_a_deleted_one():
            await self.refuse(Problem.DELETED)
        else:
            await self.refuse(Problem.NO_WORKSHOP if self.leads else Problem.NO_WORKSHOP_YET)

    async def _is_of_a_deleted_one(self) -> bool:
        """True for a press on a card of a workshop whose days were over."""
        number = self.press.data.workshop if self.press is not None else None
        if number is None:
            return False
        tenant, channel, engagements = (
            self.incoming.tenant,
            self.incoming.conversation,
            self.tools.engagements,
        )
        await engagements.latest(tenant, channel)
        return number <= engagements.passed(tenant, channel)

    async def refuse_not_fm(self, buttons: Sequence[Button] = ()) -> None:
        """Reply that this is for the FM alone, and who that is."""
        await self.refuse(Problem.FM_ONLY, buttons, fm=self.viewer.name(self.here.engagement.fm))

    async def refuse_faults(self, faults: Sequence[Fault], buttons: Sequence[Button] = ()) -> None:
        """Reply with the first of some faults."""
        await self.refuse(faults[0].problem, buttons, **dict(faults[0].values))
