"""Verdicts: of one question, of a factor, of a factor for one service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

import msgspec

from bot.core.engagement import Settled, Voice
from bot.core.playbook.applying import not_applying
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.conditions.compiled import holds
from bot.core.playbook.model.playbook import Rule
from bot.core.questions.facts import SAYING, AnswerFacts, EngagementFacts, the_answer
from bot.core.verdict import Verdict

DECLINED = "no_need"
"""The reason that makes a gap a decision of the customer: it counts as a gap at once."""

_FINE = (Verdict.READY, Verdict.NOT_APPLICABLE)


class Standing(msgspec.Struct, frozen=True, dict=True):
    """The standing of one question: its verdict, the voice that counts, the rule that gave it.

    `counts` is the verdict inside its factor: a gap that can still be closed in time counts as at risk.
    `confirmed`: somebody who may speak for it gave this answer, first or after.
    """

    ask: Ask
    verdict: Verdict
    counts: Verdict
    voice: Voice | None
    rule: Rule | None = None
    disputed: bool = False
    confirmed: bool = False

    @cached_property
    def needs_action(self) -> bool:
        """True for a promise, a gap, or a risk."""
        promised = self.voice is not None and self.voice.kind == "planned"
        return promised or self.verdict in (Verdict.GAP, Verdict.AT_RISK)


def rule_for(book: Book, facts: EngagementFacts, question: str, voice: Voice) -> Rule | None:
    """The first verdict rule that fits a plain answer.

    The loader has proved that there is one for every answer that this playbook takes; an answer that was
    given to another version of it may have none.
    """
    fields = dict(voice.fields)
    if voice.reason:
        fields["reason"] = voice.reason
    # An answer that was given to another version of the playbook may hold what does not apply in this one.
    for name in not_applying(book.conditional[question], fields):
        fields.pop(name, None)
    own = AnswerFacts(facts, fields)
    return next((rule for rule, condition in book.rules[question] if holds(condition, own)), None)


def standing(book: Book, facts: EngagementFacts, ask: Ask, voices: list[Voice] | None = None) -> Standing:
    """The standing of a question today, by all its voices or by the given ones."""
    if voices is None:
        voices = facts.engagement.voices.get(ask.key, [])
    voice = the_answer(voices)
    if voice is None:
        return Standing(ask, Verdict.UNKNOWN, _unknown(facts), None)
    rule = None
    match voice.kind:
        case "answer":
            rule = rule_for(book, facts, ask.question.id, voice)
            verdict = rule.verdict if rule else Verdict.UNKNOWN
        case "planned":
            verdict = _planned(facts, ask, voice)
        case "not_applicable":
            verdict = Verdict.NOT_APPLICABLE
        case _:
            verdict = Verdict.UNKNOWN
    disputed = is_disputed(voices, facts.engagement.settled.get(ask.key))
    if disputed and verdict is not Verdict.GAP:
        verdict = Verdict.AT_RISK
    counts = verdict
    if verdict is Verdict.UNKNOWN:
        counts = Verdict.AT_RISK if voice.kind == "skipped" else _unknown(facts)
    elif verdict is Verdict.GAP and not _gap_is_final(facts, ask, voice):
        counts = Verdict.AT_RISK
    confirmed = any(other.confirmed and agree(other, voice) for other in voices)
    return Standing(ask, verdict, counts, voice, rule, disputed, confirmed)


def is_disputed(voices: Sequence[Voice], settled: Settled | None = None) -> bool:
    """True when two people answered differently, one of them after the FM settled it if that was done.

    Handing on and skipping is never a disagreement.
    """
    said = [voice for voice in voices if voice.kind in SAYING]
    until = settled.revision if settled else 0
    return any(
        not agree(other, said[0]) and max(other.revision, said[0].revision) > until for other in said[1:]
    )


def differing(voices: Sequence[Voice], person: str) -> Voice | None:
    """The first answer of somebody else that says something other than the person's own; None without one."""
    said = [voice for voice in voices if voice.kind in SAYING]
    own = next((voice for voice in said if voice.by == person), None)
    return next((other for other in said if own is not None and not agree(other, own)), None)


def agree(one: Voice, other: Voice) -> bool:
    """True when two voices say the same."""
    return (one.kind, one.fields, one.cut) == (other.kind, other.fields, other.cut)


def factor_verdict(found: Sequence[Standing]) -> Verdict:
    """The verdict of a factor (or of a cell of the matrix) from the questions that belong to it."""
    if not found:
        return Verdict.NOT_APPLICABLE
    musts = [one.counts for one in found if one.ask.question.need == "must"]
    for worst in (Verdict.GAP, Verdict.AT_RISK, Verdict.UNKNOWN):
        if worst in musts:
            return worst
    return Verdict.READY if all(one.verdict in _FINE for one in found) else Verdict.ON_COURSE


def for_service(found: Sequence[Standing], service: str) -> list[Standing]:
    """The standings that apply to a service: its own, and those of all that do not except it."""
    excepted = {one.ask.question.id for one in found if one.ask.service == service}
    return [
        one
        for one in found
        if one.ask.service == service
        or (
            one.ask.service is None
            and one.ask.question.id not in excepted
            and (not one.ask.question.services or service in one.ask.question.services)
        )
    ]


def due_day(facts: EngagementFacts, ask: Ask) -> date:
    """The day by which the action that a gap creates is due."""
    started = date.fromisoformat(facts.engagement.started[:10])
    return facts.add_workdays(started, ask.question.due)


def _planned(facts: EngagementFacts, ask: Ask, voice: Voice) -> Verdict:
    day = voice.fields.get("planned_on")
    if not isinstance(day, str) or not voice.fields.get("planned_by"):
        return Verdict.AT_RISK
    in_time = facts.today <= date.fromisoformat(day) <= due_day(facts, ask)
    return Verdict.ON_COURSE if in_time else Verdict.AT_RISK


def _unknown(facts: EngagementFacts) -> Verdict:
    return Verdict.AT_RISK if facts.is_late else Verdict.UNKNOWN


def _gap_is_final(facts: EngagementFacts, ask: Ask, voice: Voice) -> bool:
    """A gap that was declined, or that cannot be closed by the launch's latest sensible start."""
    if voice.reason == DECLINED:
        return True
    launch = facts.day("launch")
    if launch is None:
        return False
    latest = launch - timedelta(weeks=ask.question.lead)
    return facts.today > latest
