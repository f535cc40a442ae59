"""What comes next: an event turns an engagement into the next one, and says what is to be done.

`advance` decides and never sends. It is pure: same playbook, engagement, event and moment, same step.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from bot.core.answering import carried_setup, hear, place_voice, utc
from bot.core.asks import LISTENER_ROLE, Ask
from bot.core.book import Book
from bot.core.engagement import Engagement, Participant, Person, Status, Talk
from bot.core.entries import SERVICES, Roster, aside_entries
from bot.core.events import (
    Discard,
    Effect,
    Event,
    Except,
    GoOn,
    Hand,
    PostResult,
    PostSummary,
    Record,
    RecordLog,
    RecordVoice,
    Redirect,
    Say,
    SetUp,
    Share,
    Speak,
    Step,
    Stop,
    TakePart,
    UpdateShared,
)
from bot.core.judge import rule_for, standing
from bot.core.parse import Entry, chosen, parse_all
from bot.core.picture import Picture
from bot.core.problems import Fault, Problem
from bot.core.setup import read_setup

QUIET = timedelta(minutes=2)
"""While somebody else answered within this time, the shared card waits for their own stop."""


def advance(book: Book, engagement: Engagement, event: Event, now: datetime, roster: Roster) -> Step:
    """The step that an event leads to. `roster` are the people who can be chosen in person fields."""
    picture = Picture(book, engagement, now)
    problem = _untimely(engagement, event)
    if problem is not None:
        return Step(engagement, faults=(Fault(problem),))
    match event:
        case SetUp():
            return _set_up(picture, event)
        case GoOn():
            return _go_on(picture, event)
        case Redirect():
            return _ended(picture, "redirected", "redirect", event.by)
        case Discard():
            return _ended(picture, "gone", "discard", event.by)
        case TakePart():
            return _take_part(picture, event)
        case Say():
            return _say(picture, event, roster)
        case Except():
            return _except(picture, event, roster)
        case Stop():
            return _stop(picture, event.by)
        case Speak():
            return _speak(picture, event)


def needs_decision(engagement: Engagement) -> bool:
    """Whether the FM still has to say what happens with a customer of the enterprise offering."""
    setup = engagement.setup
    return engagement.status == "setup" and setup.enterprise_offering and setup.enterprise_reason is None


def _untimely(engagement: Engagement, event: Event) -> Problem | None:
    """Why this person cannot do this in the workshop as it stands, None where they can."""
    status = engagement.status
    match event:
        case SetUp() | GoOn() | Redirect() | Discard() if event.by.key != engagement.fm:
            return Problem.FM_ONLY
        case SetUp() | GoOn() | TakePart() if status in ("completed", "gone"):
            return Problem.WORKSHOP_FINISHED
        case Say() | Except() if status == "setup":
            return Problem.NOT_SET_UP
        case Say() | Except() if status != "running":
            return Problem.WORKSHOP_FINISHED
        case GoOn() if not needs_decision(engagement) and engagement.setup.enterprise_reason is None:
            return Problem.OLD_CARD
        case Redirect() if not needs_decision(engagement) and status != "redirected":
            return Problem.OLD_CARD
        case Discard() if status == "completed":
            return Problem.WORKSHOP_FINISHED
    return None


def _set_up(picture: Picture, event: SetUp) -> Step:
    engagement = picture.engagement
    setup, faults = read_setup(picture.book, engagement, event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    after = replace(engagement, setup=setup)
    if after.status == "redirected":
        after = replace(after, status="setup")
    if after.status == "setup" and not needs_decision(after):
        after = replace(after, status="running")
    return _changed(picture, _with_person(after, event.by, picture.now), "setup", event.by)


def _ended(picture: Picture, status: Status, what: str, by: Person) -> Step:
    engagement = picture.engagement
    if engagement.status == status:
        return Step(engagement)
    return _changed(picture, replace(engagement, status=status), what, by)


def _go_on(picture: Picture, event: GoOn) -> Step:
    engagement = picture.engagement
    if not needs_decision(engagement):
        return Step(engagement)
    entry = Entry("enterprise_reason", "text", limit=500)
    values, faults = parse_all([entry], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    setup = replace(engagement.setup, enterprise_reason=str(values[entry.id]))
    return _changed(picture, replace(engagement, setup=setup, status="running"), "go_on", event.by)


def _take_part(picture: Picture, event: TakePart) -> Step:
    engagement = picture.engagement
    roles = tuple((role.id, tuple(role.name.values())) for role in picture.book.playbook.roles)
    values, faults = parse_all([Entry("roles", "multi", roles)], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    mine = chosen(values, "roles")
    if len(mine) > 1 and LISTENER_ROLE in mine:
        mine = [role for role in mine if role != LISTENER_ROLE]
    known = engagement.people.get(event.by.key)
    if known is not None and known.roles == mine:
        return Step(engagement)
    after = _with_person(engagement, event.by, picture.now)
    people = {**after.people, event.by.key: replace(after.people[event.by.key], roles=mine)}
    return _changed(picture, replace(after, people=people), "take_part", event.by, staying=True)


def _say(picture: Picture, event: Say, roster: Roster) -> Step:
    engagement = picture.engagement
    ask = picture.find(event.question, event.service)
    if ask is None:
        return Step(engagement, faults=(Fault(Problem.NOT_ASKED),))
    heard = hear(picture, ask, event, roster)
    if heard is None:
        return Step(engagement)
    if isinstance(heard, tuple):
        return Step(engagement, faults=heard)
    voices = place_voice(engagement.voices.get(ask.key, []), heard)
    after = _with_person(engagement, event.by, picture.now)
    after = replace(after, voices={**after.voices, ask.key: voices})
    after = replace(after, setup=replace(after.setup, **carried_setup(picture.book, after, ask)))
    after = replace(
        after,
        revision=engagement.revision + 1,
        updated=utc(picture.now),
        last_answer={**after.last_answer, event.by.key: utc(picture.now)},
        shared_stale=True,
    )
    then = Picture(picture.book, after, picture.now)
    records: list[Record] = [
        RecordVoice(ask.key, heard.voice, standing(picture.book, then.facts, ask).verdict),
        RecordLog(event.kind, event.by.key, ask.key, heard.before),
    ]
    effects = _consequences(then, ask, event)
    return _settled(then, event.by, effects, records)


def _consequences(then: Picture, ask: Ask, event: Say) -> list[Effect]:
    """What an answer brings with it besides itself: shared material, somebody who is asked."""
    voices = then.engagement.voices[ask.key]
    voice = next(voice for voice in voices if voice.by == event.by.key)
    if voice.kind == "answer":
        rule = rule_for(then.book, then.facts, ask.question.id, voice)
        return [Share(tuple(rule.share))] if rule and rule.share else []
    if voice.kind == "handed" and voice.handed_to and voice.handed_to != event.by.key:
        return [Hand(voice.handed_to, event.by, event.question, event.service)]
    return []


def _settled(then: Picture, by: Person, effects: list[Effect], records: list[Record]) -> Step:
    """Closes what an answer completed, and leads the person on or out."""
    after = then.engagement
    factors = {factor.id for factor in then.book.playbook.factors}
    for room in then.book.playbook.rooms:
        if room.id in factors and room.id not in after.closed_factors and then.room_is_done(room.id):
            effects.append(PostResult(room.id))
            after = replace(after, closed_factors=[*after.closed_factors, room.id])
    if then.finished and not after.summary_posted:
        effects.append(PostSummary())
        after = replace(after, summary_posted=True)
    left = then.queue(by.key)
    if left:
        first = left[0]
        talk = Talk(first.question.room, first.question.id, first.service)
        return Step(replace(after, talks={**after.talks, by.key: talk}), tuple(effects), tuple(records))
    after = _without(after, by)
    return _share_card(then, after, by, tuple(effects), tuple(records))


def _except(picture: Picture, event: Except, roster: Roster) -> Step:
    engagement = picture.engagement
    ask = picture.find(event.question, None)
    if ask is None:
        return Step(engagement, faults=(Fault(Problem.NOT_ASKED),))
    entries = aside_entries(picture.book, engagement, "except", roster)
    values, faults = parse_all(entries, event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    services = chosen(values, SERVICES)
    others = {key: keys for key, keys in engagement.excepted.items() if key != event.question}
    if engagement.excepted.get(event.question, []) == services:
        return Step(engagement)
    excepted = {**others, event.question: services} if services else others
    after = replace(engagement, excepted=excepted)
    return _changed(picture, after, "except", event.by, staying=True)


def _stop(picture: Picture, by: Person) -> Step:
    engagement = picture.engagement
    after = _without(engagement, by)
    if after == engagement and not engagement.shared_stale:
        return Step(engagement)
    step = _share_card(picture, after, by, (), ())
    return Step(engagement) if step == Step(engagement) else step


def _speak(picture: Picture, event: Speak) -> Step:
    engagement = picture.engagement
    if event.language not in picture.book.playbook.languages:
        return Step(engagement, faults=(Fault(Problem.UNKNOWN_CHOICE),))
    after = _with_person(engagement, event.by, picture.now)
    mine = replace(after.people[event.by.key], language=event.language)
    after = replace(after, people={**after.people, event.by.key: mine})
    if event.by.key == engagement.fm:
        after = replace(after, setup=replace(after.setup, language=event.language))
    return Step(engagement) if after == engagement else _changed(picture, after, "language", event.by)


def _changed(picture: Picture, after: Engagement, what: str, by: Person, *, staying: bool = False) -> Step:
    """A change other than an answer: counted, logged, shown to all unless the presser's view would go."""
    now = utc(picture.now)
    after = replace(after, revision=picture.engagement.revision + 1, updated=now, shared_stale=True)
    record = RecordLog(what, by.key)
    if staying:
        return Step(after, (), (record,))
    return _share_card(picture, after, by, (), (record,))


def _share_card(
    picture: Picture, after: Engagement, by: Person, effects: tuple[Effect, ...], records: tuple[Record, ...]
) -> Step:
    """Updates the shared card, unless somebody else is in the middle of answering on it."""
    busy = any(
        person != by.key and picture.now - datetime.fromisoformat(at).astimezone(UTC) < QUIET
        for person, at in after.last_answer.items()
    )
    if busy:
        return Step(replace(after, shared_stale=True), effects, records)
    return Step(replace(after, shared_stale=False), (*effects, UpdateShared()), records)


def _with_person(engagement: Engagement, by: Person, now: datetime) -> Engagement:
    if by.key in engagement.people:
        return engagement
    return replace(engagement, people={**engagement.people, by.key: Participant(by.name, joined=utc(now))})


def _without(engagement: Engagement, by: Person) -> Engagement:
    """The person is out of their private view."""
    talks = {key: talk for key, talk in engagement.talks.items() if key != by.key}
    last = {key: at for key, at in engagement.last_answer.items() if key != by.key}
    return replace(engagement, talks=talks, last_answer=last)
