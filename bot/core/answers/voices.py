"""An answer becomes a voice: read, checked against the card it was given on, put beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from bot.core.answers.events import Say
from bot.core.clock import utc
from bot.core.engagement import Engagement, Person, Value, Voice
from bot.core.keys import person_key, short_hash
from bot.core.playbook.applying import not_applying
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.problems import Fault, Problem
from bot.core.questions.asks import FM_ROLE, is_put_off
from bot.core.questions.closing import ResultStands, is_last, kept_with_confirmation
from bot.core.questions.entries import BECAUSE, HANDED_TO, REASON, aside_entries, question_entries
from bot.core.questions.facts import SAYING, the_answer
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.questions.standing import prefilled, voice_values
from bot.core.setup_fields import FIELDS

MAX_VOICES = 50
"""Voices one question takes."""
KEPT_TEXT = 200
"""Characters of a text that the state keeps; the voice's own row holds the whole."""


CARRIED = tuple(field.id for field in FIELDS if field.carried)
"""The fields of the setup that follow the answer to the question in which they are prefilled."""


@dataclass(frozen=True, slots=True)
class NewVoice:
    """A voice in its whole length, and the voice of the same person that it replaces."""

    voice: Voice
    before: Voice | None


def new_voice(picture: Picture, ask: Ask, event: Say, roster: Roster) -> NewVoice | tuple[Fault, ...] | None:
    """The voice that a press brings; faults where it cannot be one; None where it was said already."""
    engagement = picture.engagement
    voices = engagement.voices.get(ask.key, [])
    before = next((voice for voice in voices if voice.by == event.by.key), None)
    voice = read_voice(picture, ask, event, roster)
    if isinstance(voice, tuple):
        return voice
    if before is not None and before.confirmed:
        voice = replace(voice, confirmed=True)
    if before is not None:
        old_card = event.revision < before.revision
        nothing_new = voice.confirmed == before.confirmed and not is_put_off(voice)
        if picture.result.stands is ResultStands.CHANGED and is_last(picture.book, ask):
            nothing_new = False  # said once more, it confirms what the result is now
        if says_the_same(before, shorten(voice)) and (old_card or nothing_new):
            return None
        if old_card:
            return (Fault(Problem.OLD_CARD),)
    elif len(voices) >= MAX_VOICES:
        return (Fault(Problem.TOO_MANY_VOICES, values=(("limit", str(MAX_VOICES)),)),)
    put_off = max((other.put_off for other in voices), default=0) + is_put_off(voice)
    return NewVoice(replace(voice, put_off=put_off), before)


def says_the_same(one: Voice, other: Voice) -> bool:
    """True when two voices of one person, as the state keeps them, say the same."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("kind", "fields", "cut", "reason", "handed_to")
    )


def read_voice(picture: Picture, ask: Ask, event: Say, roster: Roster) -> Voice | tuple[Fault, ...]:
    """The voice that the inputs of a press give, or all their faults."""
    engagement, kept = picture.engagement, None
    if event.kind == "answer":
        standing = standing_of(picture, ask, event.by.key)
        entries = question_entries(picture.book, engagement, ask.question, roster, standing)
        kept = kept_with_confirmation(picture.book, engagement, picture.asks, ask, event.by.key)
        if kept is not None and picture.book.last is not None:
            asked = [entry for entry in entries if entry.id == picture.book.last.field]
            # A card from before asks the whole question: what it brings besides is said, too.
            more = any(_given(event.raw, one) for one in entries if one not in asked)
            kept, entries = (None, entries) if more else (kept, asked)
    else:
        entries = aside_entries(picture.book, engagement, event.kind, roster)
    values, faults = parse_all(entries, event.raw, picture.facts.today)
    if event.kind == "answer":
        out = not_applying(picture.book.conditional[ask.question.id], values)
        values = {name: value for name, value in values.items() if name not in out}
        faults = tuple(fault for fault in faults if _counts(picture.book, ask, event.raw, fault, out))
    if faults:
        return faults
    if _is_named(event.by, values.get(HANDED_TO)):
        # Who names themselves names nobody: the answer says no more than whom the question goes to.
        values.pop(HANDED_TO)
    reason = values.pop(REASON, None) if event.kind == "answer" else values.pop(BECAUSE, None)
    if kept is not None:
        values, reason = {**kept.fields, **values}, kept.reason
    return Voice(
        by=event.by.key,
        at=utc(picture.now),
        kind=event.kind,
        revision=engagement.revision + 1,
        fields=values,
        reason=None if reason is None else str(reason),
        handed_to=_handed_to(engagement, event, values),
        confirmed=speaks_for(engagement, ask, event.by.key),
        playbook_version=picture.book.playbook.version,
    )


def _given(raw: Mapping[str, Any], entry: Entry) -> bool:
    return any(raw.get(name) for name in (entry.id, entry.id + OTHER_PERSON))


def _counts(book: Book, ask: Ask, raw: Mapping[str, Any], fault: Fault, out: frozenset[str]) -> bool:
    """True for a fault in what applies. A field that began to apply with this answer is asked next: until
    then it may be missing."""
    if fault.field in out:
        return False
    began = fault.field in book.conditional[ask.question.id] and fault.field not in raw
    return not (began and fault.problem in (Problem.REQUIRED, Problem.NOBODY_CHOSEN))


def standing_of(picture: Picture, ask: Ask, person: str) -> Mapping[str, str]:
    """The values that the card of a question holds for a person: their own answer, else the one that counts,
    else what the engagement knows."""
    voices = picture.engagement.voices.get(ask.key, [])
    own = next((voice for voice in voices if voice.by == person), None)
    shown = own or the_answer(voices)
    if shown is not None and shown.kind == "answer":
        return voice_values(shown)
    return prefilled(picture.book, picture.engagement, ask.question)


def place_voice(voices: list[Voice], heard: NewVoice) -> list[Voice]:
    """The voices of a question with a new one at the end, or in the place of the person's earlier one.

    Who first passed a question on and then answers it comes after those who answered meanwhile: the first
    who says something gives the answer.
    """
    short, before = shorten(heard.voice), heard.before
    if before is not None and (before.kind in SAYING or short.kind not in SAYING):
        return [short if voice is before else voice for voice in voices]
    return [*(voice for voice in voices if voice is not before), short]


def shorten(voice: Voice) -> Voice:
    """The voice as the state keeps it: long texts are cut, and named in `cut`."""
    cut = {
        name: short_hash(value)
        for name, value in voice.fields.items()
        if isinstance(value, str) and len(value) > KEPT_TEXT
    }
    if not cut:
        return voice
    fields: dict[str, Value] = {
        name: str(value)[:KEPT_TEXT] if name in cut else value for name, value in voice.fields.items()
    }
    return replace(voice, fields=fields, cut=cut)


def carried_setup(book: Book, engagement: Engagement, ask: Ask) -> dict[str, Any]:
    """The changes that the answer to a question makes to the setup: fields prefilled from it keep it in step.

    Only an answer that needs no confirmation changes it. The launch leads: a pilot after it is not taken,
    and one that stands after it already is no longer known.
    """
    voice, setup = the_answer(engagement.voices.get(ask.key, [])), engagement.setup
    if voice is None or voice.kind != "answer" or not voice.confirmed or ask.service:
        return {}
    changes: dict[str, Any] = {}
    for field in ask.question.fields:
        owner, _, name = (field.prefill or "").partition(".")
        if owner == "setup" and name in CARRIED and voice.fields.get(field.id):
            changes[name] = voice.fields[field.id]
    launch = changes.get("launch", setup.launch)
    if launch and changes.get("pilot", setup.pilot or "") > launch:
        changes["pilot"] = setup.pilot if (setup.pilot or "") <= launch else None
    return {name: value for name, value in changes.items() if getattr(setup, name) != value}


def speaks_for(engagement: Engagement, ask: Ask, person: str) -> bool:
    """True when a person's answer needs no confirmation: the FM, a holder of the role, the one asked."""
    if person == engagement.fm:
        return True
    roles = set(ask.question.roles) - {FM_ROLE}
    one = engagement.people.get(person)
    asked = any(voice.handed_to == person for voice in engagement.voices.get(ask.key, []))
    return asked or (one is not None and not roles.isdisjoint(one.roles))


def _handed_to(engagement: Engagement, event: Say, values: dict[str, Value]) -> str | None:
    if event.kind != "handed":
        return None
    person = values.get(HANDED_TO)
    if isinstance(person, dict) and "id" in person:
        return person_key(person["tenant"], person["id"])
    return engagement.fm


def _is_named(by: Person, value: Value | None) -> bool:
    return isinstance(value, dict) and "id" in value and person_key(value["tenant"], value["id"]) == by.key
