"""What is asked in a workshop, and what of it is open for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.core.engagement import Engagement, Voice
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.conditions.compiled import holds
from bot.core.questions.facts import SAYING, EngagementFacts, the_answer

FM_ROLE = "fm"
LEAD_ROLE = "project_lead"
LISTENER_ROLE = "listener"
OFFERS = 2
"""How often a skipped question is offered in all: once, and once more before the summary."""


class Asks(list[Ask]):
    """What is asked, in the order of asking; found by key and by room. Nobody changes it."""

    @cached_property
    def by_key(self) -> Mapping[str, Ask]:
        """Each by its key."""
        return {ask.key: ask for ask in self}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """How many are asked before each, by its key."""
        return {ask.key: place for place, ask in enumerate(self)}

    @cached_property
    def in_rooms(self) -> Mapping[str, tuple[int, int]]:
        """Which question of its room each is, and of how many, by its key."""
        rooms = self.by_room.values()
        return {ask.key: (number, len(room)) for room in rooms for number, ask in enumerate(room, 1)}

    @cached_property
    def by_room(self) -> Mapping[str, Sequence[Ask]]:
        """Those of a room, in their order; a room of which nothing is asked has none."""
        found: dict[str, list[Ask]] = {}
        for ask in self:
            found.setdefault(ask.question.room, []).append(ask)
        return found


def asks(book: Book, facts: EngagementFacts) -> Asks:
    """Everything that applies to this workshop, in the order of asking."""
    engagement = facts.engagement
    deciding = map(engagement.voices.get, book.asked_about)
    parts = (engagement.setup, engagement.excepted, *deciding)
    return book.remembered.asks.get(parts, (facts.today, engagement.started), lambda: _asks(book, facts))


def _asks(book: Book, facts: EngagementFacts) -> Asks:
    engagement = facts.engagement
    setup, excepted = engagement.setup, engagement.excepted
    found = Asks()
    for ask, condition in book.candidates(setup.depth, tuple(setup.services)):
        if condition is not None and not holds(condition, facts):
            continue
        found.append(ask)
        if excepted and ask.key in excepted:
            services = (service for service in excepted[ask.key] if service in setup.services)
            found += [Ask(ask.question, service) for service in services]
    return found


def is_put_off(voice: Voice) -> bool:
    """Whether somebody skipped a question, or does not know and has nobody in the channel to ask."""
    return voice.kind == "skipped" or (voice.kind == "handed" and voice.handed_to == voice.by)


def is_open(voices: list[Voice]) -> bool:
    """Whether a question still waits for a first answer; what was put off does not, it is offered again."""
    voice = the_answer(voices)
    return voice is None or (voice.kind == "handed" and not is_put_off(voice))


def comes_again(voices: list[Voice]) -> bool:
    """Whether a question was put off and is to be offered once more."""
    voice = the_answer(voices)
    return voice is not None and is_put_off(voice) and voice.put_off < OFFERS


def is_finished(engagement: Engagement, found: Sequence[Ask]) -> bool:
    """Whether nothing is open, handed on, or to be offered again."""
    for ask in found:
        voices = engagement.voices.get(ask.key)
        if not voices:
            return False
        if voices[0].kind not in SAYING and (is_open(voices) or comes_again(voices)):
            return False
    return True


def holders(engagement: Engagement, roles: list[str]) -> list[str]:
    """Who answers for these roles: those who hold one, else the project lead, else the FM."""
    for wanted in (set(roles) - {FM_ROLE}, {LEAD_ROLE} if FM_ROLE not in roles or len(roles) > 1 else set()):
        found = [key for key, one in engagement.people.items() if not wanted.isdisjoint(one.roles)]
        if found:
            return found
    return [engagement.fm]


def responsible(engagement: Engagement, ask: Ask) -> list[str]:
    """Who is to answer a question now."""
    voice = the_answer(engagement.voices.get(ask.key, []))
    if voice is not None and voice.kind == "handed" and voice.handed_to:
        return [voice.handed_to]
    return holders(engagement, ask.question.roles)


def queue(book: Book, engagement: Engagement, found: list[Ask], person: str) -> list[Ask]:
    """What of all asks is open for a person, in the order of asking; what was put off comes at the end.

    The FM's queue holds every open question but those that the FM passed on to others. A person in whose
    queue nothing else is open is offered what they put off themselves; the FM what anybody put off.
    """
    parts = (found, engagement.voices, engagement.people)
    known = book.remembered.queues
    return known.get(parts, (person, engagement.fm), lambda: _queue(engagement, found, person))


def _queue(engagement: Engagement, found: list[Ask], person: str) -> list[Ask]:
    is_fm = person == engagement.fm
    voices = engagement.voices
    mine = []
    for ask in found:
        said = voices.get(ask.key)
        if said and (said[0].kind in SAYING or not is_open(said)):
            continue
        passed_on = said and _said_by(person, said)
        if (is_fm and not passed_on) or person in responsible(engagement, ask):
            mine.append(ask)
    if mine:
        return mine
    return [
        ask
        for ask in found
        if comes_again(said := voices.get(ask.key, [])) and (is_fm or _said_by(person, said))
    ]


def _said_by(person: str, voices: list[Voice]) -> bool:
    return any(voice.by == person for voice in voices)


def place(found: Asks, ask: Ask) -> tuple[int, int]:
    """Which question of its room this is, and of how many; one that is not asked stands alone."""
    return found.in_rooms.get(ask.key, (1, 1))
