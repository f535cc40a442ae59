"""Value discussions: the talks on services that the rules of the playbook and the answers suggest, and the
decision about each.

Offers follow from the setup and the answers; decisions are kept beside them (`Engagement.discussions`), so
that a decision stays when its offer goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from bot.core.engagement import Engagement, Person, TalkState, Voice
from bot.core.playbook.book import Book
from bot.core.playbook.checks.vocabulary import GENERAL
from bot.core.playbook.conditions.compiled import holds, subjects
from bot.core.playbook.model.base import Text
from bot.core.questions.effects import PostSummary
from bot.core.questions.facts import the_answer
from bot.core.questions.picture import Picture
from bot.core.step import Effect
from bot.core.talks.effects import OfferTalks

WANTED, LICENSED = "wanted", "licensed"
"""The reasons for an offer besides the add-on rules of the playbook: the team asked; it is licensed."""

Announced = tuple[Engagement, tuple[Effect, ...]]


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk. `id` is its service, or "general". `whys` are the ids of add-on rules, "wanted", "licensed".

    `topic` is what somebody wrote of a talk that names no service. `by` (a person's key) and `at` say who
    decided and when, in the answer to a question where nobody did otherwise; `day` is when it takes, or took,
    place.
    """

    id: str
    service: str | None
    whys: tuple[str, ...]
    status: Literal["offered", "accepted", "declined", "held"] = "offered"
    talks: tuple[str, ...] = ()
    day: str | None = None
    reason: str | None = None
    because: str = ""
    requested: str | None = None
    by: str | None = None
    at: str | None = None
    topic: str = ""


def talks_of(picture: Picture) -> tuple[Talk, ...]:
    """Every talk that is offered or was decided about: what the team asked for first, then by the rules of
    the playbook, then what they own; none where the playbook has no discussions."""
    if not picture.book.playbook.has("discussions"):
        return ()
    whys: dict[str, list[str]] = {}
    for service, why in _offers(picture):
        whys.setdefault(service, []).append(why)
    answered = _answered(picture)
    decided = picture.engagement.discussions
    known = [*whys, *(key for key in (*answered, *decided) if key not in whys)]
    names = picture.book.service_names
    return tuple(
        _discussion(
            key,
            tuple(whys.get(key, ())),
            decided.get(key) or answered.get(key),
            _topic(picture) if key == GENERAL else "",
        )
        for key in dict.fromkeys(known)
        if key in names or key == GENERAL
    )


def find_talk(picture: Picture, key: str) -> Talk | None:
    """A talk by its service, None where it is not offered."""
    return next((one for one in talks_of(picture) if one.id == key), None)


def may_decide(book: Book, engagement: Engagement, person: Person) -> bool:
    """True when somebody may accept and decline for the customer: the roles that the playbook names; the FM
    records what was said."""
    one = engagement.people.get(person.key)
    roles = set(one.roles) if one else set()
    return person.key == engagement.fm or not roles.isdisjoint(book.playbook.discussions.roles)


def topic(book: Book, one: Talk) -> Text:
    """The subject of a talk: the service by its name of today."""
    name = book.service_names.get(one.id)
    general = book.playbook.discussions.general.name
    return general if name is None else dict.fromkeys(general, name)


def announce(then: Picture, after: Engagement, question: str, closing: tuple[Effect, ...]) -> Announced:
    """Tells the thread what an answer brought to offer: each talk once, and not beside the summary, which
    names them all."""
    if question not in then.book.offering_questions:
        return after, ()
    new = [one.id for one in talks_of(then) if one.status == "offered" and one.id not in after.offered]
    if not new:
        return after, ()
    after = replace(after, offered=[*after.offered, *new])
    told = any(isinstance(effect, PostSummary) for effect in closing)
    return after, () if told else (OfferTalks(tuple(new)),)


def _discussion(key: str, whys: tuple[str, ...], state: TalkState | None, written: str) -> Talk:
    service = None if key == GENERAL else key
    if state is None:
        return Talk(key, service, whys, topic=written)
    return Talk(
        key,
        service,
        whys,
        state.status,
        tuple(state.talks),
        state.day,
        state.reason,
        state.because,
        state.requested,
        state.by,
        state.at,
        written,
    )


def _offers(picture: Picture) -> Iterator[tuple[str, str]]:
    """Service and why, in the order in which they are shown."""
    setup, playbook = picture.engagement.setup, picture.book.playbook
    yield from ((service, WANTED) for service in _chosen(picture, playbook.discussions.wanted))
    if _is_general(picture):
        yield GENERAL, WANTED
    here = {*setup.services, *setup.in_use}
    for add_on, condition in zip(playbook.add_ons, picture.book.add_ons, strict=True):
        if holds(condition, picture.facts):
            yield from ((service, add_on.id) for service in add_on.propose if service not in here)
    refused = _refused(picture)
    yield from (
        (service, LICENSED) for service in setup.licensed if service not in here and service not in refused
    )


def _answered(picture: Picture) -> dict[str, TalkState]:
    """The decisions that answers to questions hold already, so that nobody is asked twice."""
    rules, found = picture.book.playbook.discussions, dict[str, TalkState]()
    wishes, voice = _wishes(picture), _voice(picture, rules.wishes)
    if wishes and voice is not None:
        general = [GENERAL] if _is_general(picture) else []
        for service in (*_chosen(picture, rules.wanted), *general):
            found[service] = TalkState("accepted", wishes, by=voice.by, at=voice.at)
    for asked, condition in zip(rules.asked, picture.book.talks_asked, strict=True):
        if asked.service not in found and holds(condition, picture.facts):
            voice = next((_voice(picture, subject) for subject in subjects(asked.when)), None)
            day = picture.facts.value(asked.day) if asked.day else None
            known = day if isinstance(day, str) else None
            by, at = (voice.by, voice.at) if voice else ("", "")
            found[asked.service] = TalkState(asked.stands, [asked.talk], known, by=by, at=at)
    return found


def _refused(picture: Picture) -> set[str]:
    """The licensed services that the customer said they do not want."""
    rule, condition = picture.book.playbook.discussions.refusal, picture.book.refusal
    if rule is None or condition is None or not holds(condition, picture.facts):
        return set()
    return set(picture.engagement.setup.licensed) - set(_chosen(picture, rule.kept))


def _is_general(picture: Picture) -> bool:
    """True when a talk is wanted that names no service: another topic, or none."""
    unnamed = bool(_wishes(picture)) and not _chosen(picture, picture.book.playbook.discussions.wanted)
    return unnamed or bool(_topic(picture))


def _topic(picture: Picture) -> str:
    subject = picture.book.playbook.discussions.topic
    value = picture.facts.value(subject) if subject else None
    return value if isinstance(value, str) else ""


def _wishes(picture: Picture) -> list[str]:
    return _chosen(picture, picture.book.playbook.discussions.wishes)


def _chosen(picture: Picture, subject: str | None) -> list[str]:
    value = picture.facts.value(subject) if subject else None
    return value if isinstance(value, list) else []


def _voice(picture: Picture, subject: str | None) -> Voice | None:
    question = (subject or "").partition(".")[0]
    return the_answer(picture.engagement.voices.get(question, []))
