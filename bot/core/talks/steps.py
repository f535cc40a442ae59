"""The steps of talks: the customer accepts or declines, the FM records that one was held or requested."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement, TalkState
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import Choice
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, with_person
from bot.core.questions.entries import BECAUSE, BECAUSE_LIMIT, labelled
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import RecordLog, Step
from bot.core.talks.events import DecideTalk, TalkAct
from bot.core.talks.talks import Talk, find_talk, may_decide, talks_of

TALKS, TALK_DAY, WHY_NOT = "talks", "day", "why_not"
_OF_THE_FM = ("held", "requested")


def talk_entries(book: Book, act: TalkAct) -> list[Entry]:
    """The fields of the form for an act."""
    talks = [Choice(id=one.id, label=one.label) for one in book.playbook.discussions.talks]
    match act:
        case "accept":
            return [
                Entry(TALKS, "multi", labelled(talks)),
                Entry(TALK_DAY, "date", required=False, past="refused"),
            ]
        case "decline":
            reasons = labelled(book.playbook.reasons)
            return [
                Entry(WHY_NOT, "choice", reasons),
                Entry(BECAUSE, "text", required=False, limit=BECAUSE_LIMIT),
            ]
        case "held":
            return [Entry(TALK_DAY, "date", past="allowed")]
        case "requested":
            return []


def _decide(picture: Picture, event: DecideTalk, roster: Roster) -> Step:
    """Apply an act to a talk; the same act once more changes nothing."""
    engagement = picture.engagement
    one = find_talk(picture, event.talk)
    if one is None:
        return Step(engagement, faults=(Fault(Problem.NOT_OFFERED),))
    if not _may(picture.book, engagement, event):
        return Step(engagement, faults=(Fault(Problem.NOT_YOUR_OFFER),))
    if event.act == "requested" and one.status != "accepted":
        return Step(engagement, faults=(Fault(Problem.OLD_CARD),))
    values, faults = read_talk(picture, event)
    if faults:
        return Step(engagement, faults=faults)
    before = engagement.discussions.get(one.id)
    after = _decided(picture, one, event.act, values)
    if after == _state(one):
        return Step(engagement)
    now = utc(picture.now)
    # Who asks for an expert decides nothing: the decision keeps its name.
    decided = event.act != "requested"
    signed = replace(after, by=event.by.key if decided else one.by or "", at=now if decided else one.at or "")
    changed = replace(
        with_person(engagement, event.by, picture.now),
        discussions={**engagement.discussions, one.id: signed},
        revision=engagement.revision + 1,
        updated=now,
    )
    return Step(changed, records=(RecordLog(f"talk_{event.act}", event.by.key, one.id, before),))


def read_talk(picture: Picture, event: DecideTalk) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The values of an act's form, and all their faults."""
    values, faults = parse_all(talk_entries(picture.book, event.act), event.raw, picture.facts.today)
    if event.act == "held" and str(values.get(TALK_DAY, "")) > picture.facts.today.isoformat():
        return {}, (Fault(Problem.DATE_IN_FUTURE, TALK_DAY),)
    return values, faults


def open_offers(picture: Picture) -> tuple[Talk, ...]:
    """The talks about which nobody has decided."""
    return tuple(one for one in talks_of(picture) if one.status == "offered")


def _may(book: Book, engagement: Engagement, event: DecideTalk) -> bool:
    if event.act in _OF_THE_FM:
        return event.by.key == engagement.fm
    return may_decide(book, engagement, event.by)


def _state(one: Talk) -> TalkState | None:
    """A talk as it would be stored, without `by` and `at`; None while nobody decided."""
    if one.status == "offered":
        return None
    return TalkState(one.status, list(one.talks), one.day, one.reason, one.because, one.requested)


def _decided(picture: Picture, one: Talk, act: TalkAct, values: dict[str, Any]) -> TalkState:
    before = _state(one) or TalkState("accepted")
    match act:
        case "accept":
            kept = before.requested
            return TalkState("accepted", values[TALKS], values.get(TALK_DAY), requested=kept)
        case "decline":
            return TalkState("declined", reason=values[WHY_NOT], because=values.get(BECAUSE, ""))
        case "held":
            return replace(before, status="held", day=values[TALK_DAY], reason=None, because="")
        case "requested":
            return replace(before, requested=picture.facts.today.isoformat())


HANDLERS: Handlers = {
    DecideTalk: _decide,
}
