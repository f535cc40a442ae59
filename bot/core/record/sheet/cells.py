"""The cells of the record sheet: for each service and aspect the status, the reasons and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.engagement import RecordStatus
from bot.core.playbook.conditions.compiled import compile_condition, holds
from bot.core.playbook.model.playbook import Aspect
from bot.core.questions.facts import SAYING, the_answer
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import DECLINED, Standing, factor_verdict, for_service
from bot.core.reading.wording import day_text, reason_text, say
from bot.core.record.sheet.traced import Traced, field_said, said
from bot.core.texts import Words
from bot.core.verdict import Verdict

_HELD_UP = (Verdict.GAP, Verdict.AT_RISK)


@dataclass(frozen=True, slots=True)
class CellScope:
    """The customer's intent with a service: now, in_use, later, declined or open, with its sources."""

    intent: str
    sources: tuple[str, ...] = ()
    reasons: tuple[Traced, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One aspect of one service. `why` are reasons of the playbook's list, `said` the answers."""

    aspect: Aspect
    status: RecordStatus
    verdict: Verdict
    why: tuple[Traced, ...] = ()
    said: tuple[Traced, ...] = ()
    standings: tuple[Standing, ...] = ()


def aspects(picture: Picture) -> Sequence[Aspect]:
    """The aspects of the sheet; where the playbook names none, its factors."""
    playbook = picture.book.playbook
    named = [Aspect(id=one.id, name=one.name, factor=one.id) for one in playbook.factors]
    return playbook.record.aspects or named


def sheet_services(picture: Picture) -> list[str]:
    """The services that the sheet is about: licensed or in scope, in the playbook's order."""
    setup = picture.engagement.setup
    mine = {*setup.licensed, *setup.services}
    return [one.id for one in picture.book.playbook.services if one.id in mine]


def scope(picture: Picture, service: str, words: Words) -> CellScope:
    """The customer's intent with a service."""
    setup, record = picture.engagement.setup, picture.book.playbook.record
    if service in setup.services:
        used = service in setup.in_use
        return CellScope("in_use" if used else "now", ("setup.in_use" if used else "setup.services",))
    if record.later and service in _chosen(picture, record.later):
        return CellScope("later", (record.later.partition(".")[0],))
    if record.declined is not None and holds(compile_condition(record.declined), picture.facts):
        owner = next(iter(compile_condition(record.declined).checks)).subject.partition(".")[0]
        voice = the_answer(picture.engagement.voices.get(owner, []))
        reasons = _reasons(picture, owner, [voice.reason] if voice and voice.reason else [], words)
        return CellScope("declined", (owner,), tuple(reasons))
    return CellScope("open")


def cells(picture: Picture, service: str, words: Words) -> tuple[Cell, ...]:
    """Every aspect of a service."""
    mine = scope(picture, service, words)
    if mine.intent in ("now", "in_use"):
        return tuple(_cell(picture, service, aspect, mine, words) for aspect in aspects(picture))
    status: RecordStatus = "no_intent" if mine.intent == "declined" else "unknown"
    found: list[Cell] = []
    for aspect in aspects(picture):
        if aspect.id == "intent":
            own: RecordStatus = "in_progress" if mine.intent == "later" else status
            found.append(Cell(aspect, own, Verdict.UNKNOWN, mine.reasons, _intent(mine, words)))
        else:
            found.append(Cell(aspect, status, Verdict.UNKNOWN))
    return tuple(found)


def _cell(picture: Picture, service: str, aspect: Aspect, mine: CellScope, words: Words) -> Cell:
    standings = _standings(picture, service, aspect)
    why: list[Traced] = []
    given: set[str] = set()
    late = [one for one in standings if one.verdict in _HELD_UP]
    for one in late:
        named = list(one.rule.held_up_by) if one.rule else []
        if one.voice is not None and one.voice.kind == "answer" and one.voice.reason:
            named.append(one.voice.reason)
        given.update(named)
        why += _reasons(picture, one.ask.key, named, words)
        state = picture.engagement.plan.get(one.ask.key)
        if state is not None and state.status == "stuck" and state.reason:
            given.add(state.reason)
            why.append(Traced(state.reason, (f"item:{one.ask.key}",), original=True))
    spoken = [*_shown(picture, aspect, words), *_answers(picture, aspect, standings, words)]
    hollow = _is_hollow(picture, aspect, standings, words) and not late
    if aspect.id == "intent":
        spoken = [*_intent(mine, words), *spoken]
    # No need of one thing is no intent only where nothing else holds the aspect up.
    declined = bool(why) and given == {DECLINED}
    status: RecordStatus = "in_progress"
    if not spoken or hollow:
        status = "unknown"
    elif declined:
        status = "no_intent"
    elif why:
        status = "blocked"
    verdict = Verdict.UNKNOWN if hollow else factor_verdict(standings)
    return Cell(aspect, status, verdict, tuple(dict.fromkeys(why)), tuple(spoken), tuple(standings))


def _is_hollow(picture: Picture, aspect: Aspect, standings: Sequence[Standing], words: Words) -> bool:
    """True where somebody only confirmed what nobody has said: the aspect has nothing to show, and no answer
    is about it."""
    if not aspect.shows or _shown(picture, aspect, words):
        return False
    owners = {name.partition(".")[0] for name in aspect.shows}
    return not any(
        one.voice is not None and (one.voice.kind != "answer" or one.ask.question.id in owners)
        for one in standings
    )


def _standings(picture: Picture, service: str, aspect: Aspect) -> list[Standing]:
    if aspect.factor is not None:
        return for_service(picture.of_factor(aspect.factor), service)
    found = [one for one in picture.standings if one.ask.question.id in aspect.questions]
    mine = for_service(found, service)
    answered = [one for one in mine if one.voice is not None and one.voice.kind in SAYING]
    # The first that was answered decides: the others ask for the same in another way.
    answered.sort(key=lambda one: aspect.questions.index(one.ask.question.id))
    return answered[:1] or mine


def _answers(picture: Picture, aspect: Aspect, standings: Sequence[Standing], words: Words) -> list[Traced]:
    """The answers to the questions of an aspect, without those whose fields the aspect shows already."""
    named = {name.partition(".")[0] for name in aspect.shows}
    found: list[Traced] = []
    for one in standings:
        if one.voice is None or one.voice.kind not in SAYING:
            continue
        if one.ask.question.id in named and one.voice.kind == "answer":
            continue
        found += said(picture.book, one.ask.question, one.ask.key, one.voice, words)
    return found


def _shown(picture: Picture, aspect: Aspect, words: Words) -> list[Traced]:
    """The values of the fields and of the setup that the aspect names."""
    found: list[Traced] = []
    for name in aspect.shows:
        owner, _, inner = name.partition(".")
        if owner == "setup":
            day = getattr(picture.engagement.setup, inner)
            if isinstance(day, str) and day:
                text = f"{words(f'field.{inner}')}: {day_text(day, words.language)}"
                found.append(Traced(text, (name,)))
            continue
        voice = the_answer(picture.engagement.voices.get(owner, []))
        question = picture.book.questions[owner]
        field = next(one for one in question.fields if one.id == inner)
        if voice is not None and voice.kind == "answer" and inner in voice.fields:
            found += field_said(picture.book, field, owner, voice, words)
    return found


def _intent(mine: CellScope, words: Words) -> tuple[Traced, ...]:
    return (Traced(words(f"sheet.intent.{mine.intent}"), mine.sources),) if mine.sources else ()


def _reasons(picture: Picture, key: str, reasons: Sequence[str], words: Words) -> list[Traced]:
    known = {one.id for one in picture.book.playbook.reasons}
    return [
        Traced(reason_text(picture.book, reason, words.language), (key,), original=reason not in known)
        for reason in reasons
    ]


def _chosen(picture: Picture, subject: str) -> list[str]:
    value = picture.facts.value(subject)
    return value if isinstance(value, list) else []


def aspect_name(aspect: Aspect, words: Words) -> str:
    """The name of an aspect."""
    return say(aspect.name, words.language)
