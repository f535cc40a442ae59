"""The people of a channel, and everybody whom answers name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from bot.core.engagement import Engagement, Participant, Voice
from bot.core.keys import identity, person_key
from bot.core.playbook.book import Book
from bot.core.texts import load_texts

T = TypeVar("T")
MOST_PEOPLE = 100
"""People that a roster holds at most; a longer one is cut."""
ALL_OFFERED = 30
"""Members whom every list offers, however many lists a card has; of more it may offer a part."""


Roster = Mapping[str, str]
"""The people of the channel: person key -> name."""


Options = tuple[tuple[str, tuple[str, ...]], ...]


def everybody(engagement: Engagement, roster: Roster, told: Roster | None = None) -> Roster:
    """The people whom a person field takes. A roster may not be read yet, and people leave channels: an
    answer that names somebody must still be shown, and saved again, as it was. `told` are those whom the
    state names, where that is at hand."""
    taking_part = {key: shown_name(engagement, one) for key, one in engagement.people.items()}
    known = {**(named(engagement) if told is None else told), **taking_part}
    return known | {key: name for key, name in roster.items() if name.strip() or key not in known}


def shown_name(engagement: Engagement, one: Participant) -> str:
    """The name of somebody who takes part; words in its place where nobody has ever told it."""
    if one.name:
        return one.name
    words = load_texts().words(engagement.setup.language)
    return words("field.unnamed")


def named(engagement: Engagement) -> Roster:
    """The people of the directory whom an answer, the plan or the record names."""
    return _with_owners(engagement, [_named_in(voices) for voices in engagement.voices.values()])


def named_by(book: Book, engagement: Engagement) -> Roster:
    """The same, looking only into answers that nobody looked into before."""
    parts = (engagement.voices, engagement.plan, engagement.overall)
    return book.remembered.named.get(parts, (), lambda: _named_by(book, engagement))


def _named_by(book: Book, engagement: Engagement) -> Roster:
    kept: dict[str, tuple[list[Voice], Roster | None]]
    kept = book.remembered.named_in.get((), (engagement.id,), dict)
    found = []
    for key, voices in engagement.voices.items():
        known = kept.get(key)
        if known is None or known[0] is not voices:
            known = kept[key] = (voices, _named_in(voices) or None)
        if known[1]:
            found.append(known[1])
    return _with_owners(engagement, found)


def _named_in(voices: Sequence[Voice]) -> Roster:
    values = (value for voice in voices for value in voice.fields.values() if isinstance(value, dict))
    return {person_key(one["tenant"], one["id"]): one["name"] for one in values if "id" in one}


def _with_owners(engagement: Engagement, answers: Iterable[Roster]) -> Roster:
    found: dict[str, str] = {}
    for one in answers:
        found |= one
    owners = [state.owner for state in engagement.plan.values() if state.owner]
    if engagement.overall.owner:
        owners.append(engagement.overall.owner)
    found |= {person_key(one["tenant"], one["id"]): one["name"] for one in owners if "id" in one}
    return found


def with_role(engagement: Engagement, role: str | None) -> tuple[str, ...]:
    """The keys of those who take part with a role."""
    return tuple(key for key, one in engagement.people.items() if role in one.roles)


def concerned(engagement: Engagement, known: Roster | None = None) -> tuple[str, ...]:
    """The keys of the people whom a workshop concerns besides its FM: who take part, are named in it, or were
    handed a question. `known` are those named in it, where that is at hand."""
    asked = [voice.handed_to for voices in engagement.voices.values() for voice in voices]
    told = named(engagement) if known is None else known
    found = dict.fromkeys((*engagement.people, *told, *filter(None, asked)))
    return tuple(key for key in found if key != engagement.fm)


def newly_concerned(before: Engagement, after: Engagement, by: str) -> tuple[str, ...]:
    """Those whom a change concerns, who are in nobody's index yet: newcomers, and `by` who brought the change
    where a version before this one let them take part."""
    new = {key: one for key, one in after.people.items() if key == by or key not in before.people}
    changed = replace(
        after,
        people=new,
        voices=_changed(before.voices, after.voices),
        plan=_changed(before.plan, after.plan),
    )
    return tuple(key for key in concerned(changed) if key not in after.listed)


def _changed(before: Mapping[str, T], after: dict[str, T]) -> dict[str, T]:
    """What is not the very same in both: a state is never changed in place."""
    return {key: one for key, one in after.items() if before.get(key) is not one}


def departed(engagement: Engagement, roster: Roster, read: datetime | None) -> frozenset[str]:
    """The people known of an engagement who were not in its channel when the roster was `read`.

    Nobody where it was not read, or not whole; and nobody who took part only since then. Guests may
    be listed under another tenant, so that only the object id tells.
    """
    if read is None or not 0 < len(roster) < MOST_PEOPLE:
        return frozenset()
    present = set(map(identity, roster))
    new = {
        key
        for key, one in engagement.people.items()
        if one.joined and datetime.fromisoformat(one.joined) >= read.replace(microsecond=0)
    }
    known = everybody(engagement, {})
    return frozenset(key for key in known if identity(key) not in present and key not in new)


def people_options(roster: Roster) -> Options:
    """People by name; nobody can be chosen without one."""
    return tuple((key, (name,)) for key, name in roster.items() if name.strip())
