"""Many voices become one answer: the FM settles, the one whose role it is confirms, another FM takes over."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.answers.events import Confirm, Settle
from bot.core.answers.rows import RecordVoice
from bot.core.answers.voices import carried_setup, speaks_for
from bot.core.clock import utc
from bot.core.engagement import Engagement, Person, Settled, Voice
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, changed
from bot.core.questions.facts import SAYING, the_answer
from bot.core.questions.news import with_news
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.questions.verdicts import standing
from bot.core.step import Record, Step

SETTLED_VOICE = "voice"
"""The field of the settling form: whose voice becomes the answer."""


def _settle(picture: Picture, event: Settle, roster: Roster) -> Step:
    """One voice becomes the answer; the others stay beside it, and the log knows who settled."""
    engagement = picture.engagement
    ask = picture.find(event.question, event.service)
    if ask is None:
        return Step(engagement, faults=(Fault(Problem.NOT_ASKED),))
    voices = [voice for voice in engagement.voices.get(ask.key, []) if voice.kind in SAYING]
    entry = Entry(SETTLED_VOICE, "choice", tuple((voice.by, ()) for voice in voices))
    values, faults = parse_all([entry], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    winner = next(voice for voice in voices if voice.by == values[SETTLED_VOICE])
    after, records = settled(picture, ask, winner, event.by)
    for voice in voices:
        after = with_news(after, voice.by, ask.key, "settled")
    after = with_news(after, event.by.key, ask.key, "settle")
    return _recorded(changed(picture, after, "settle", event.by, staying=True), records)


def settled(picture: Picture, ask: Ask, winner: Voice, by: Person) -> tuple[Engagement, list[Record]]:
    """The engagement in which this voice is the answer to the question, and the voice's row."""
    engagement = picture.engagement
    answer = replace(winner, confirmed=True)
    voices = [answer, *(voice for voice in engagement.voices[ask.key] if voice.by != winner.by)]
    mark = Settled(by.key, utc(picture.now), engagement.revision + 1)
    after = replace(
        engagement,
        voices={**engagement.voices, ask.key: voices},
        settled={**engagement.settled, ask.key: mark},
    )
    after = replace(after, setup=replace(after.setup, **carried_setup(picture.book, after, ask)))
    return after, _voice_rows(Picture(picture.book, after, picture.now), ask, answer)


def _confirm(picture: Picture, event: Confirm, roster: Roster) -> Step:
    """Somebody whose question it is says that the answer of somebody else is right."""
    engagement = picture.engagement
    ask = picture.find(event.question, event.service)
    answer = the_answer(engagement.voices.get(ask.key, [])) if ask else None
    if ask is None or answer is None or answer.kind not in SAYING:
        return Step(engagement, faults=(Fault(Problem.NOT_ASKED),))
    if not speaks_for(engagement, ask, event.by.key):
        return Step(engagement, faults=(Fault(Problem.NOT_YOURS),))
    if answer.confirmed:
        return Step(engagement)
    sure = replace(answer, confirmed=True)
    voices = [sure if voice is answer else voice for voice in engagement.voices[ask.key]]
    after = replace(engagement, voices={**engagement.voices, ask.key: voices})
    after = with_news(after, answer.by, ask.key, "confirmed", event.by.key)
    after = with_news(after, event.by.key, ask.key, "confirm")
    rows = _voice_rows(Picture(picture.book, after, picture.now), ask, sure)
    return _recorded(changed(picture, after, "confirm", event.by, staying=True), rows)


def _voice_rows(then: Picture, ask: Ask, voice: Voice) -> list[Record]:
    """The row of a voice that changed."""
    return [RecordVoice(ask.key, voice, standing(then.book, then.facts, ask).verdict)]


def _recorded(step: Step, records: Sequence[Record]) -> Step:
    return Step(step.engagement, step.effects, (*records, *step.records), step.faults)


HANDLERS: Handlers = {
    Settle: _settle,
    Confirm: _confirm,
}
