"""A workshop to which things happen one after the other, and the people it happens with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.answers.events import Say
from bot.core.engagement import Engagement, Person, Reference, Voice, VoiceKind
from bot.core.people.events import Stop, TakePart
from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import Standing, standing
from bot.core.reading.viewer import Viewer
from bot.core.setup.events import SetUp
from bot.core.step import Event, Step
from bot.core.workshop.advance import advance
from bot.core.workshop.start import Client, start
from tests.playbook_of_tests import texts_of_tests

WEDNESDAY = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
"""When workshops start, unless a test says otherwise; the next public holiday in Germany is far."""
FM = Person("contoso", "fm", "Fiona Muster")
LEAD = Person("contoso", "lead", "Leo Lead")
SPONSOR = Person("contoso", "sponsor", "Sina Sponsor")
IT = Person("fabrikam", "it", "Ivo Techniker")
ROSTER = {one.key: one.name for one in (FM, LEAD, SPONSOR, IT)}
REFERENCE = Reference("https://service.example/", "28:bot", "SSAT", "19:channel", "channel", "1700000000000")
SETUP: Mapping[str, str] = {
    "customer": "Contoso AG",
    "services": "exchange,teams",
    "language": "de",
    "country": "DE",
    "time_zone": "Europe/Berlin",
    "pilot": "2026-09-01",
    "launch": "2026-12-01",
    "depth": "short",
    "pace": "week",
    "answer_by": "2026-06-17",
}


def begun(book: Book, before: Engagement | None = None, now: datetime = WEDNESDAY) -> Engagement:
    """A workshop right after `/ssat`."""
    client = Client("de-DE", "Europe/Berlin")
    return start(book, FM, "19:channel", REFERENCE, client, now, before).engagement


class Workshop:
    """One workshop, its clock, and what the last event led to."""

    def __init__(self, book: Book, *, now: datetime = WEDNESDAY) -> None:
        self.book = book
        self.now = now
        self.engagement = begun(book, now=now)
        self.steps: list[Step] = []

    def passes(self, **span: float) -> None:
        """Time goes by."""
        self.now += timedelta(**span)

    def happens(self, event: Event) -> Step:
        """What an event leads to."""
        step = advance(self.book, self.engagement, event, self.now, ROSTER)
        self.engagement = step.engagement
        self.steps.append(step)
        return step

    def is_set_up(self, **inputs: str) -> Step:
        """The FM saves the setup."""
        return self.happens(SetUp(FM, {**SETUP, **inputs}))

    def joins(self, person: Person, *roles: str) -> Step:
        """Somebody takes part."""
        return self.happens(TakePart(person, {"roles": ",".join(roles)}))

    def says(
        self,
        person: Person,
        question: str,
        kind: VoiceKind = "answer",
        *,
        service: str | None = None,
        revision: int | None = None,
        **raw: Any,
    ) -> Step:
        """Somebody answers, on the newest card unless a revision is given."""
        seen = self.engagement.revision if revision is None else revision
        return self.happens(Say(person, question, service, kind, raw, seen))

    def stops(self, person: Person) -> Step:
        """Somebody leaves their private view."""
        return self.happens(Stop(person))

    @property
    def picture(self) -> Picture:
        """How things stand now."""
        return Picture(self.book, self.engagement, self.now)

    def queue(self, person: Person) -> list[str]:
        """What is open for somebody."""
        return [ask.key for ask in self.picture.queue(person.key)]

    def voices(self, key: str) -> list[Voice]:
        """What was said to a question."""
        return self.engagement.voices.get(key, [])

    def standing(self, question: str, service: str | None = None) -> Standing:
        """How a question stands."""
        ask = self.picture.find(question, service)
        assert ask is not None, f"{question} is not asked"
        return standing(self.book, self.picture.facts, ask)

    def viewer(self, person: Person | None = None, *, language: str = "de", personal: bool = False) -> Viewer:
        """A reader."""
        return Viewer(self.picture, texts_of_tests().words(language), person, personal, ROSTER)


def running(book: Book, **inputs: str) -> Workshop:
    """A workshop that is set up, with a project lead, a sponsor and somebody of IT."""
    workshop = Workshop(book)
    assert not workshop.is_set_up(**inputs).faults
    workshop.joins(LEAD, "project_lead")
    workshop.joins(SPONSOR, "sponsor")
    workshop.joins(IT, "it")
    return workshop
