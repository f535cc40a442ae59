"""The reader for whom a screen is filled: their language and rights, over one engagement's picture."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.engagement import Engagement, Person
from bot.core.parts import Said, Stamp
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster, everybody, shown_name
from bot.core.reading.library import Reader
from bot.core.texts import Words
from bot.core.verdict import Verdict


@dataclass(frozen=True)
class Viewer:
    """A reader of the engagement. `words` are in their language; a shared card has the engagement's
    and no person: no FM's material, no private sentence.
    """

    picture: Picture
    words: Words
    person: Person | None = None
    personal: bool = False
    roster: Roster = field(default_factory=dict)

    @property
    def book(self) -> Book:
        return self.picture.book

    @property
    def engagement(self) -> Engagement:
        return self.picture.engagement

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def is_fm(self) -> bool:
        """True when the reader is the engagement's FM (nobody is, on a shared card)."""
        return self.person is not None and self.person.key == self.engagement.fm

    @property
    def reader(self) -> Reader:
        """The reader of resources, which decides what is shown of them."""
        return Reader(self.language, fm=self.is_fm, personal=self.personal)

    @property
    def people(self) -> Roster:
        """The people whom person fields offer."""
        return everybody(self.engagement, self.roster, self.picture.named)

    def name(self, key: str | None) -> Said:
        """The name of a person, as by `name_of`; those who never took part are looked up only once."""
        known = self.engagement.people.get(key or "")
        return Said(shown_name(self.engagement, known) if known else self.picture.named.get(key or "", ""))

    def stamp(self, ask: Ask | None = None) -> Stamp:
        """The stamp that the presses of a card carry."""
        engagement = self.engagement
        question, service = (ask.question.id, ask.service) if ask else (None, None)
        elsewhere = engagement.id if self.personal else None
        return Stamp(engagement.number, engagement.revision, question, service, elsewhere)


WORST_FIRST = (Verdict.GAP, Verdict.AT_RISK, Verdict.UNKNOWN, Verdict.ON_COURSE)
"""The order of findings; what is ready or not applicable is none."""
