"""The part of a step that has the FM told, in person, of answers that newly differ."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from bot.core.answers.events import Undo
from bot.core.checkins.kinds import DIFFERS_DUE
from bot.core.clock import utc
from bot.core.questions.facts import is_live
from bot.core.questions.picture import Picture
from bot.core.step import Event, Step

GATHERED = timedelta(minutes=10)
"""The time in which further differing answers come into the same message."""


def with_differing(before: Picture, step: Step, event: Event) -> Step:
    """A step after which the FM is to be told of answers that differ, unless they gave one themselves."""
    after = step.engagement
    same = after is before.engagement or after.voices is before.engagement.voices
    if same or isinstance(event, Undo) or event.by.key == after.fm or DIFFERS_DUE in after.due:
        return step
    if not _newly_differ(before, before.after(after)):
        return step
    due, undoable = {**after.due, DIFFERS_DUE: utc(before.now + GATHERED)}, after.undoable
    if (replaced := undoable.get(event.by.key)) is not None:
        # Taken back, the answer takes its message along.
        undoable = {**undoable, event.by.key: replace(replaced, brought=[*replaced.brought, DIFFERS_DUE])}
    return Step(replace(after, due=due, undoable=undoable), step.effects, step.records, step.faults)


def _newly_differ(before: Picture, after: Picture) -> bool:
    was, now = before.engagement.voices, after.engagement.voices
    changed = [key for key, voices in now.items() if len(voices) > 1 and was.get(key) is not voices]
    return any(_disputed(after, key) and not _disputed(before, key) for key in changed)


def _disputed(picture: Picture, key: str) -> bool:
    ask = picture.asks.by_key.get(key)
    return ask is not None and not is_live(picture.engagement, ask) and picture.standing(ask).disputed
