"""The questions of a workshop, and those that are open for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.core.engagement import Engagement, Voice
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.conditions.compiled import holds
from bot.core.questions.facts import SAYING, EngagementFacts, the_answer

FM_ROLE = "fm"
OFFERS = 2
"""The number of times a skipped question is offered in all: once, and once more before the summary."""


class Asks(list[Ask]):
    """The asks of an engagement, in the order of asking; found by key and by room. Never changed.

    `last` is the key of the question that confirms the result where it is asked now; `early`: the FM asks it
    while others are open; `again`: it is answered, and asked once more for its confirmation.
    """

    last: str = ""
    early: bool = False
    again: bool = False

    @cached_property
    def by_key(self) -> Mapping[str, Ask]:
        """The asks by their keys."""
        return {ask.key: ask for ask in self}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of asks before each one, by its key."""
        return {ask.key: place for place, ask in enumerate(self)}

    @cached_property
    def in_rooms(self) -> Mapping[str, tuple[int, int]]:
        """The number of each ask in its room, and the count of that room, by its key."""
        rooms = self.by_room.values()
        return {ask.key: (number, len(room)) for room in rooms for number, ask in enumerate(room, 1)}

    @cached_property
    def by_room(self) -> Mapping[str, Sequence[Ask]]:
        """The asks of each room, in their order; a room of which nothing is asked is missing."""
        found: dict[str, list[Ask]] = {}
        for ask in self:
            found.setdefault(ask.question.room, []).append(ask)
        return found


def asks(book: Book, facts: EngagementFacts) -> Asks:
    """The asks that apply to this engagement, in the order of asking."""
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
    """True for a voice that skips a question, or does not know and names nobody in the channel to ask."""
    return voice.kind == "skipped" or (voice.kind == "handed" and voice.handed_to == voice.by)


def is_open(voices: list[Voice]) -> bool:
    """True while a question waits for a first answer; one that was put off does not, it is offered again."""
    voice = the_answer(voices)
    return voice is None or (voice.kind == "handed" and not is_put_off(voice))


def comes_again(voices: list[Voice]) -> bool:
    """True when a question was put off and is to be offered once more."""
    voice = the_answer(voices)
    return voice is not None and is_put_off(voice) and voice.put_off < OFFERS


def is_finished(engagement: Engagement, found: Sequence[Ask]) -> bool:
    """True when no question is open, handed on, or to be offered again."""
    for ask in found:
        voices = engagement.voices.get(ask.key)
        if not voices:
            return False
        if voices[0].kind not in SAYING and (is_open(voices) or comes_again(voices)):
            return False
    return True


def holders(book: Book, engagement: Engagement, roles: list[str]) -> list[str]:
    """The people who answer for these roles: those who hold one, else who stands in, else the FM."""
    for wanted in (
        set(roles) - {FM_ROLE},
        {book.lead_role} if FM_ROLE not in roles or len(roles) > 1 else set(),
    ):
        found = [key for key, one in engagement.people.items() if not wanted.isdisjoint(one.roles)]
        if found:
            return found
    return [engagement.fm]


def responsible(book: Book, engagement: Engagement, ask: Ask) -> list[str]:
    """The people who are to answer a question now."""
    voice = the_answer(engagement.voices.get(ask.key, []))
    if voice is not None and voice.kind == "handed" and voice.handed_to:
        return [voice.handed_to]
    return holders(book, engagement, ask.question.roles)


def queue(book: Book, engagement: Engagement, found: Asks, person: str) -> list[Ask]:
    """The asks that are open for a person, in the order of asking; those put off come at the end, before the
    last question, which comes first where the FM asks it early.

    The FM's queue holds every open question but those that the FM passed on to others. A person in whose
    queue nothing else is open is offered what they put off themselves; the FM what anybody put off.
    """
    parts = (found, engagement.voices, engagement.people)
    known = book.remembered.queues
    return known.get(parts, (person, engagement.fm), lambda: _queue(book, engagement, found, person))


def _queue(book: Book, engagement: Engagement, found: Asks, person: str) -> list[Ask]:
    is_fm = person == engagement.fm
    voices = engagement.voices
    mine = []
    for ask in found:
        said = voices.get(ask.key)
        if (
            said
            and not (found.again and ask.key == found.last)
            and (said[0].kind in SAYING or not is_open(said))
        ):
            continue
        passed_on = said and _said_by(person, said)
        if (is_fm and not passed_on) or person in responsible(book, engagement, ask):
            mine.append(ask)
    last = [ask for ask in mine if ask.key == found.last]
    others = [ask for ask in mine if ask.key != found.last] or [
        ask
        for ask in found
        if comes_again(said := voices.get(ask.key, [])) and (is_fm or _said_by(person, said))
    ]
    return [*last, *others] if found.early else [*others, *last]


def _said_by(person: str, voices: list[Voice]) -> bool:
    # A list: this is asked of every question, and a generator costs more than it looks at.
    return person in [voice.by for voice in voices]


def place_of_mine(
    engagement: Engagement, found: Asks, mine: Sequence[Ask], person: str, ask: Ask
) -> tuple[int, int]:
    """The number of an ask among all that were or are a person's, and their count; `mine` are those open for
    them. What is open comes after what was said; (0, 0) for one that is not theirs."""
    waiting = {one.key for one in mine}
    voices = engagement.voices
    said = [
        one.key
        for one in found
        if one.key not in waiting
        # Most have one voice: no other is looked for then.
        and (known := voices.get(one.key))
        and (known[0].by == person or _said_by(person, known))
    ]
    total = len(said) + len(waiting)
    if ask.key in waiting:
        return len(said) + 1, total
    return (said.index(ask.key) + 1, total) if ask.key in said else (0, 0)


def place(found: Asks, ask: Ask) -> tuple[int, int]:
    """The number of an ask in its room, and the count of that room; (1, 1) for one that is not asked."""
    return found.in_rooms.get(ask.key, (1, 1))
