"""Answers that want the FM: those with a choice that the playbook marks with `tell: fm`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.engagement import Engagement, Voice
from bot.core.playbook.ask import Ask
from bot.core.playbook.model.base import FieldChoice
from bot.core.playbook.model.playbook import Question
from bot.core.questions.picture import Picture
from bot.core.verdict import Verdict

HEARD_DUE = "heard"
"""The item of the due index, which is stored: the FM is told in person."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer that wants the FM. `counts`: it is the answer to its question so far."""

    ask: Ask
    voice: Voice
    counts: bool


def told_choices(question: Question, voice: Voice) -> Sequence[FieldChoice]:
    """The choices of an answer of which the FM is told; none where the FM is not."""
    if voice.kind != "answer":
        return ()
    found: list[FieldChoice] = []
    for field in question.fields:
        value = voice.fields.get(field.id)
        chosen = value if isinstance(value, list) else [value]
        found += [one for one in field.choices if one.tell == "fm" and one.id in chosen]
    return found


def concerns_fm(engagement: Engagement, ask: Ask, voice: Voice) -> bool:
    """True for an answer of which the FM is told; what the FM says themself is told nobody."""
    return voice.by != engagement.fm and bool(told_choices(ask.question, voice))


def heard(picture: Picture) -> tuple[Heard, ...]:
    """The answers that still want the FM: those that the FM has not dealt with since."""
    engagement, found = picture.engagement, list[Heard]()
    for ask in picture.asks:
        for voice in engagement.voices.get(ask.key, ()):
            if concerns_fm(engagement, ask, voice) and not _is_dealt_with(picture, ask, voice):
                found.append(Heard(ask, voice, picture.standing(ask).voice is voice))
    return tuple(found)


def with_heard(engagement: Engagement, ask: Ask, voice: Voice) -> dict[str, str]:
    """What is due with the FM's message, which comes at once; one that waits already stays where it is."""
    if not concerns_fm(engagement, ask, voice) or HEARD_DUE in engagement.due:
        return engagement.due
    return {**engagement.due, HEARD_DUE: voice.at}


def _is_dealt_with(picture: Picture, ask: Ask, voice: Voice) -> bool:
    """True once the question stands well, and the FM has answered or settled something since."""
    if picture.standing(ask).verdict in (Verdict.AT_RISK, Verdict.GAP):
        return False
    engagement = picture.engagement
    settled = engagement.settled.get(ask.key)
    answered = max(
        (one.revision for said in engagement.voices.values() for one in said if one.by == engagement.fm),
        default=0,
    )
    return max(answered, settled.revision if settled else 0) > voice.revision
