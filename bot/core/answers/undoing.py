"""An answer taken back: what it replaced is remembered with it, and put back with all that followed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from bot.core.answers.effects import TakeBackHand
from bot.core.answers.events import Undo
from bot.core.answers.rows import ForgetVoice, RecordVoice
from bot.core.clock import utc
from bot.core.engagement import Before, Engagement, Participant, Person, Setup, Voice
from bot.core.keys import ask_key, split_ask_key
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import close_finished, share_card
from bot.core.questions.heard import HEARD_DUE
from bot.core.questions.news import without_ask
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import Effect, Record, RecordLog, Step
from bot.core.talks.talks import talks_of

T = TypeVar("T")
MOST_UNDOABLE = 12
"""People whose last answer can be taken back; of more the earliest is kept as it is."""


def with_undo(picture: Picture, ask: Ask, earlier: Voice | None, step: Step, by: Person) -> Step:
    """The step of an answer, which remembers what the answer replaced."""
    known = _taken_out(step.engagement.undoable, by.key)
    new = next(voice for voice in step.engagement.voices[ask.key] if voice.by == by.key)
    if earlier is None or earlier.cut.items() <= new.cut.items():
        known[by.key] = _before(picture, ask, earlier, step.engagement, by)
    # Else the beginning is all that is left of a long text that was replaced.
    kept = dict([*known.items()][-MOST_UNDOABLE:])
    return Step(replace(step.engagement, undoable=kept), step.effects, step.records, step.faults)


def undoable(engagement: Engagement, person: str, key: str) -> int | None:
    """The revision of a person's last answer, where it is one to this question and can be taken back."""
    before = engagement.undoable.get(person)
    if before is None or before.ask != key or not _is_still_so(engagement, before, person):
        return None
    return before.revision


def undo(picture: Picture, event: Undo, roster: Roster) -> Step:
    """The person's last answer is taken back. Done already, nothing changes; later it is refused."""
    engagement, by = picture.engagement, event.by
    key, before = ask_key(event.question, event.service), engagement.undoable.get(event.by.key)
    if undoable(engagement, by.key, key) != event.revision or before is None:
        mine = [voice.revision for said in engagement.voices.values() for voice in said if voice.by == by.key]
        gone = event.revision <= engagement.revision and max(mine, default=0) < event.revision
        return Step(engagement, faults=() if gone else (Fault(Problem.TOO_LATE_TO_UNDO),))
    taken = next(voice for voice in engagement.voices[key] if voice.by == by.key)
    after = replace(
        _put_back(engagement, before, by.key),
        revision=engagement.revision + 1,
        updated=utc(picture.now),
        shared_stale=True,
    )
    after = _opened_again(Picture(picture.book, after, picture.now), before)
    then = Picture(picture.book, after, picture.now)
    after, closing = close_finished(then)
    effects = (*_hands_taken_back(then, event, taken), *closing)
    records = (_row(then, key, before, by.key), RecordLog("undo", by.key, key, taken))
    if engagement.shared_stale:
        return Step(after, effects, records)
    return share_card(then, after, by, effects, records)


def _before(picture: Picture, ask: Ask, earlier: Voice | None, after: Engagement, by: Person) -> Before:
    engagement, key = picture.engagement, ask.key
    was, now = engagement.setup, after.setup
    fields = () if was is now else Setup.__struct_fields__
    carried = [name for name in fields if getattr(was, name) != getattr(now, name)]
    voices = engagement.voices.get(key, [])
    return Before(
        key,
        after.revision,
        earlier,
        place=0 if earlier is None else [voice.by for voice in voices].index(by.key),
        stranger=by.key not in engagement.people,
        was={name: getattr(was, name) for name in carried},
        became={name: getattr(now, name) for name in carried},
        launch_moved=engagement.launch_moved,
        talk=engagement.talks.get(by.key),
        last=engagement.last_answer.get(by.key),
        closed=engagement.closed_factors,
        summary=engagement.summary_posted,
        offered=[talk for talk in after.offered if talk not in engagement.offered],
        mended=engagement.mended.index(key) if key in engagement.mended else -1,
        brought=[HEARD_DUE] if HEARD_DUE in after.due.keys() - engagement.due.keys() else [],
    )


def _is_still_so(engagement: Engagement, before: Before, person: str) -> bool:
    """True while the answer stands as it was given: the FM who settled it since decided about it."""
    settled = engagement.settled.get(before.ask)
    said = any(
        voice.by == person and voice.revision == before.revision
        for voice in engagement.voices.get(before.ask, [])
    )
    return said and (settled is None or settled.revision < before.revision)


def _put_back(engagement: Engagement, before: Before, person: str) -> Engagement:
    voices = [voice for voice in engagement.voices[before.ask] if voice.by != person]
    if before.voice is not None:
        voices.insert(before.place, before.voice)
    others = {key: said for key, said in engagement.voices.items() if key != before.ask}
    said = {**engagement.voices, before.ask: voices} if voices else others
    after = replace(
        engagement,
        voices=said,
        people=_people(engagement, before, said, person),
        talks=_with(engagement.talks, person, before.talk),
        last_answer=_with(engagement.last_answer, person, before.last),
        mended=_mended(engagement.mended, before),
        news=without_ask(engagement, before.ask),
        due={item: at for item, at in engagement.due.items() if item not in before.brought},
        undoable=_taken_out(engagement.undoable, person),
    )
    return _with_setup(after, before)


def _with_setup(engagement: Engagement, before: Before) -> Engagement:
    """The engagement with the fields of the setup as they were, but for those that somebody set since."""
    setup = engagement.setup
    was = {name: value for name, value in before.was.items() if getattr(setup, name) == before.became[name]}
    if not was:
        return engagement
    changes: dict[str, Any] = dict(was)
    moved = before.launch_moved if "launch" in was else engagement.launch_moved
    return replace(engagement, setup=replace(setup, **changes), launch_moved=moved)


def _opened_again(then: Picture, before: Before) -> Engagement:
    """The engagement without the results that are open again, and without offers that nothing suggests."""
    after = then.engagement
    closed = [one for one in after.closed_factors if one in before.closed or then.room_is_done(one)]
    offered = after.offered
    if before.offered:
        still = {talk.id for talk in talks_of(then)}
        offered = [talk for talk in offered if talk not in before.offered or talk in still]
    summary = after.summary_posted and (before.summary or then.finished)
    return replace(
        after,
        closed_factors=closed,
        summary_posted=summary,
        offered=offered,
    )


def _hands_taken_back(then: Picture, event: Undo, taken: Voice) -> tuple[Effect, ...]:
    """The mention that is to say so, where nobody else handed the question to that person."""
    to = taken.handed_to
    if taken.kind != "handed" or not to or to == event.by.key:
        return ()
    voices = then.engagement.voices.get(ask_key(event.question, event.service), [])
    if any(voice.kind == "handed" and voice.handed_to == to for voice in voices):
        return ()
    return (TakeBackHand(to, event.by, event.question, event.service),)


def _row(then: Picture, key: str, before: Before, person: str) -> Record:
    if before.voice is None:
        return ForgetVoice(key, person)
    question, service = split_ask_key(key)
    ask = Ask(then.book.questions[question], service)
    return RecordVoice(key, before.voice, then.standing(ask).verdict)


def _people(
    engagement: Engagement, before: Before, said: Mapping[str, list[Voice]], person: str
) -> dict[str, Participant]:
    one = engagement.people.get(person)
    speaks = any(voice.by == person for voices in said.values() for voice in voices)
    if not before.stranger or one is None or one.roles or one.language or speaks:
        return engagement.people
    return _taken_out(engagement.people, person)


def _with(known: Mapping[str, T], key: str, value: T | None) -> dict[str, T]:
    others = _taken_out(known, key)
    return others if value is None else {**others, key: value}


def _taken_out(known: Mapping[str, T], key: str) -> dict[str, T]:
    return {name: value for name, value in known.items() if name != key}


def _mended(mended: list[str], before: Before) -> list[str]:
    others = [key for key in mended if key != before.ask]
    return others if before.mended < 0 else [*others[: before.mended], before.ask, *others[before.mended :]]
