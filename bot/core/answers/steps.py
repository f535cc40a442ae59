"""An answer, and an exception for some services."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.answers.acknowledging import acknowledged
from bot.core.answers.effects import Hand, Share
from bot.core.answers.events import Except, Say, Undo
from bot.core.answers.rows import RecordVoice
from bot.core.answers.undoing import undo, with_undo
from bot.core.answers.voices import carried_setup, new_voice, place_voice
from bot.core.clock import utc
from bot.core.engagement import Position, Voice
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, changed, close_finished, share_card, with_person, without
from bot.core.questions.closing import with_word
from bot.core.questions.effects import UpdateCount
from bot.core.questions.entries import HANDED_TO, SERVICES, aside_entries
from bot.core.questions.facts import is_live
from bot.core.questions.heard import with_heard
from bot.core.questions.news import with_news
from bot.core.questions.parse import chosen, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.questions.verdicts import rule_for
from bot.core.step import Effect, Record, RecordLog, Step
from bot.core.talks.talks import announce


def _say(picture: Picture, event: Say, roster: Roster) -> Step:
    engagement = picture.engagement
    ask = picture.find(event.question, event.service)
    if ask is None:
        return Step(engagement, faults=(Fault(Problem.NOT_ASKED),))
    heard = new_voice(picture, ask, event, roster)
    if heard is None:
        return Step(engagement)
    if isinstance(heard, tuple):
        return Step(engagement, faults=heard)
    voices = place_voice(engagement.voices.get(ask.key, []), heard)
    after = with_person(engagement, event.by, picture.now)
    after = replace(after, voices={**after.voices, ask.key: voices})
    after = with_word(picture.book, after, picture.every, ask, heard.voice)
    if carried := carried_setup(picture.book, after, ask):
        after = replace(after, setup=replace(after.setup, **carried))
    after = replace(
        after,
        revision=engagement.revision + 1,
        updated=utc(picture.now),
        last_answer={**after.last_answer, event.by.key: utc(picture.now)},
        shared_stale=True,
        due=with_heard(after, ask, heard.voice),
    )
    then = acknowledged(Picture(picture.book, after, picture.now), ask, event, heard)
    records: list[Record] = [
        RecordVoice(ask.key, heard.voice, then.standing(ask).verdict),
        RecordLog(event.kind, event.by.key, ask.key, heard.before),
    ]
    counted = [UpdateCount(ask.key)] if is_live(engagement, ask) else []
    effects = [*counted, *_consequences(then, ask, event, heard.before)]
    return with_undo(picture, ask, heard.before, _settled(then, event, effects, records), event.by)


def _consequences(then: Picture, ask: Ask, event: Say, before: Voice | None) -> list[Effect]:
    """The effects of an answer besides itself: shared material, the mention of a person it was handed to.
    Material that the person's answer before it brought is not shared again."""
    voices = then.engagement.voices[ask.key]
    voice = next(voice for voice in voices if voice.by == event.by.key)
    if voice.kind == "answer":
        stands = then.standing(ask)
        counts = voice is stands.voice
        rule = stands.rule if counts else rule_for(then.book, then.facts, ask.question.id, voice)
        answered = before is not None and before.kind == "answer"
        earlier = rule_for(then.book, then.facts, ask.question.id, before) if answered and before else None
        brought = earlier.share if earlier else []
        return [Share(tuple(rule.share))] if rule and rule.share and rule.share != brought else []
    if _passed_on(then, ask, voice):
        return [Hand(str(voice.handed_to), event.by, event.question, event.service)]
    return []


def _passed_on(then: Picture, ask: Ask, voice: Voice) -> bool:
    """True where somebody is asked for an answer now. In a meeting nobody is, unless they were named."""
    unnamed = is_live(then.engagement, ask) and HANDED_TO not in voice.fields
    return voice.kind == "handed" and voice.handed_to not in (None, voice.by) and not unnamed


def _settled(then: Picture, event: Say, effects: list[Effect], records: list[Record]) -> Step:
    """Closes what an answer completed, and leads the person on or out."""
    by = event.by
    after, closing = close_finished(then)
    after, offering = announce(then, after, event.question, closing)
    effects = [*effects, *offering, *closing]
    left = then.queue(by.key)
    if left:
        talks = {key: talk for key, talk in after.talks.items() if key != by.key}
        if event.goes_on:
            first = left[0]
            talks = {**after.talks, by.key: Position(first.question.room, first.question.id, first.service)}
        return Step(replace(after, talks=talks), tuple(effects), tuple(records))
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
    after = with_news(after, event.by.key, ask.key, "saved")
    return changed(picture, after, "except", event.by, staying=True)


HANDLERS: Handlers = {
    Say: _say,
    Except: _except,
    Undo: undo,
}
