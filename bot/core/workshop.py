"""What comes next: an event turns an engagement into the next one, and says what is to be done.

`advance` decides and never sends. It is pure: same playbook, engagement, event and moment, same step.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from bot.core import live, minutes
from bot.core.answering import carried_setup, hear, place_voice, utc
from bot.core.ask import Ask
from bot.core.asks import LISTENER_ROLE
from bot.core.book import Book
from bot.core.checkin_events import Mute, SeriesEvent
from bot.core.checkin_steps import keep_series, mute
from bot.core.completing import complete
from bot.core.discussions import announce
from bot.core.effects import Effect, Hand, Record, RecordLog, RecordVoice, Share, Step
from bot.core.engagement import Engagement, Person, Talk
from bot.core.entries import SERVICES, Roster, aside_entries
from bot.core.events import (
    Confirm,
    ConfirmMinutes,
    Discard,
    Event,
    Except,
    GoOn,
    HandOver,
    IssueMinutes,
    LiveNext,
    LiveStart,
    LiveStop,
    Redirect,
    Say,
    Settle,
    SetUp,
    Speak,
    Stop,
    TakePart,
)
from bot.core.judge import rule_for
from bot.core.leading import end, go_on, set_up
from bot.core.parse import Entry, chosen, parse_all
from bot.core.picture import Picture
from bot.core.plan_events import ActOnItem, AddItem
from bot.core.plan_steps import act_on_item, add_item
from bot.core.problems import Fault, Problem
from bot.core.record_events import (
    ActOnTask,
    AddTask,
    Complete,
    Recording,
    ShowMaterial,
    TickOutcome,
    WriteNote,
    WriteOverall,
)
from bot.core.replan import with_plan
from bot.core.settling import confirm, hand_over, settle
from bot.core.sheet.steps import show_material, tick_outcome, write_note, write_overall
from bot.core.steps import changed, closed, share_card, with_person, without
from bot.core.task_steps import act_on_task, add_task, with_tasks
from bot.core.timeliness import refused, untimely
from bot.core.value_events import DecideTalk, DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.value_steps import add_value


def advance(book: Book, engagement: Engagement, event: Event, now: datetime, roster: Roster) -> Step:
    """The step that an event leads to. `roster` are the people who can be chosen in person fields."""
    return advance_from(Picture(book, engagement, now), event, roster)


def advance_from(picture: Picture, event: Event, roster: Roster) -> Step:
    """The same from a picture that was drawn already."""
    engagement = picture.engagement
    problem = untimely(engagement, event)
    if problem is not None:
        return Step(engagement, faults=(refused(engagement, problem),))
    step = with_tasks(picture, with_plan(picture, _step(picture, event, roster)))
    return minutes.with_minutes(picture, step)


def _step(picture: Picture, event: Event, roster: Roster) -> Step:
    match event:
        case SetUp():
            return set_up(picture, event)
        case GoOn():
            return go_on(picture, event)
        case Redirect():
            return end(picture, "redirected", "redirect", event.by)
        case Discard():
            return end(picture, "gone", "discard", event.by)
        case Settle():
            return settle(picture, event)
        case HandOver():
            return hand_over(picture, event, roster)
        case LiveStart():
            return live.start(picture, event.by)
        case LiveNext():
            return live.go_on(picture, event.by, event.seen)
        case LiveStop():
            return live.stop(picture, event.by)
        case Confirm():
            return confirm(picture, event)
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
        case AddItem():
            return add_item(picture, event, roster)
        case ActOnItem():
            return act_on_item(picture, event, roster)
        case IssueMinutes():
            return minutes.issue(picture, event)
        case ConfirmMinutes():
            return minutes.confirm(picture, event)
        case Mute():
            return mute(picture, event)
        case DecideTalk() | SetTarget() | EnterValues() | DropMetric() | ReviewHeld():
            return add_value(picture, event)
        case _ if isinstance(event, SeriesEvent):
            return keep_series(picture, event)
        case _:
            return _record(picture, event, roster)


def _record(picture: Picture, event: Recording, roster: Roster) -> Step:
    match event:
        case Complete():
            return complete(picture, event)
        case AddTask():
            return add_task(picture, event)
        case ActOnTask():
            return act_on_task(picture, event)
        case ShowMaterial():
            return show_material(picture, event)
        case TickOutcome():
            return tick_outcome(picture, event)
        case WriteNote():
            return write_note(picture, event)
        case WriteOverall():
            return write_overall(picture, event, roster)


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
    after = with_person(engagement, event.by, picture.now)
    people = {**after.people, event.by.key: replace(after.people[event.by.key], roles=mine)}
    return changed(picture, replace(after, people=people), "take_part", event.by, staying=True)


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
    after = with_person(engagement, event.by, picture.now)
    after = replace(after, voices={**after.voices, ask.key: voices})
    if carried := carried_setup(picture.book, after, ask):
        after = replace(after, setup=replace(after.setup, **carried))
    after = replace(
        after,
        revision=engagement.revision + 1,
        updated=utc(picture.now),
        last_answer={**after.last_answer, event.by.key: utc(picture.now)},
        shared_stale=True,
    )
    then = Picture(picture.book, after, picture.now)
    records: list[Record] = [
        RecordVoice(ask.key, heard.voice, then.standing(ask).verdict),
        RecordLog(event.kind, event.by.key, ask.key, heard.before),
    ]
    effects = _consequences(then, ask, event)
    return _settled(then, event, effects, records)


def _consequences(then: Picture, ask: Ask, event: Say) -> list[Effect]:
    """What an answer brings with it besides itself: shared material, somebody who is asked."""
    voices = then.engagement.voices[ask.key]
    voice = next(voice for voice in voices if voice.by == event.by.key)
    if voice.kind == "answer":
        stands = then.standing(ask)
        counts = voice is stands.voice
        rule = stands.rule if counts else rule_for(then.book, then.facts, ask.question.id, voice)
        return [Share(tuple(rule.share))] if rule and rule.share else []
    if voice.kind == "handed" and voice.handed_to and voice.handed_to != event.by.key:
        return [Hand(voice.handed_to, event.by, event.question, event.service)]
    return []


def _settled(then: Picture, event: Say, effects: list[Effect], records: list[Record]) -> Step:
    """Closes what an answer completed, and leads the person on or out."""
    by = event.by
    after, closing = closed(then)
    after, offering = announce(then, after, event.question, closing)
    effects = [*effects, *offering, *closing]
    left = then.queue(by.key)
    if left:
        first = left[0]
        talk = Talk(first.question.room, first.question.id, first.service)
        return Step(replace(after, talks={**after.talks, by.key: talk}), tuple(effects), tuple(records))
    after = without(after, by)
    return share_card(then, after, by, tuple(effects), tuple(records))


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
    return changed(picture, after, "except", event.by, staying=True)


def _stop(picture: Picture, by: Person) -> Step:
    engagement = picture.engagement
    after = without(engagement, by)
    if after == engagement and not engagement.shared_stale:
        return Step(engagement)
    step = share_card(picture, after, by, (), ())
    return Step(engagement) if step == Step(engagement) else step


def _speak(picture: Picture, event: Speak) -> Step:
    engagement = picture.engagement
    if event.language not in picture.book.playbook.languages:
        return Step(engagement, faults=(Fault(Problem.UNKNOWN_CHOICE),))
    after = with_person(engagement, event.by, picture.now)
    mine = replace(after.people[event.by.key], language=event.language)
    after = replace(after, people={**after.people, event.by.key: mine})
    if event.by.key == engagement.fm:
        after = replace(after, setup=replace(after.setup, language=event.language))
    return Step(engagement) if after == engagement else changed(picture, after, "language", event.by)
