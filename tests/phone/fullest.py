"""The fullest realistic workshop: the shipped playbook, the long version, six services, all answered."""

from __future__ import annotations

from bot.core.engagement import Person, VoiceKind
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import InputField
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop

_SERVICES = "teams,exchange,onedrive,sharepoint,office,copilot"
_TEXT = "Die Ansprechpersonen aus allen Bereichen treffen sich alle zwei Wochen im Regeltermin."
_KINDS: tuple[VoiceKind, ...] = ("answer", "answer", "answer", "planned")
_MOST_TRIES = 12


def fullest(book: Book, *, answered: bool = True, but: str = "") -> Workshop:
    """The workshop, each answer another one: ready, partly, no, planned. `answered`: nothing is open, `but`
    this question."""
    workshop = Workshop(book)
    known = {one.id for one in book.playbook.services}
    services = ",".join(one for one in _SERVICES.split(",") if one in known)
    step = workshop.is_set_up(depth="full", services=services, licensed=services, licences="1200")
    assert not step.faults
    for person, roles in ((LEAD, "project_lead,department"), (SPONSOR, "sponsor"), (IT, "it,training")):
        workshop.joins(person, *roles.split(","))
    said = {but}
    while answered and (ask := next((one for one in _open(workshop) if one.key not in said), None)):
        said.add(ask.key)
        _answer(workshop, ask, place=len(said))
    workshop.passes(days=14)
    return workshop


def _open(workshop: Workshop) -> list[Ask]:
    picture = workshop.picture
    return [ask for ask in picture.asks if not picture.settled(ask)]


def _answer(workshop: Workshop, ask: Ask, *, place: int) -> None:
    """The first answer from this one on that the playbook takes."""
    kind = _KINDS[place % len(_KINDS)]
    aside = {"planned_by": LEAD.key, "planned_on": "2026-07-15"}
    for turn in range(place, place + _MOST_TRIES):
        raw = aside if kind == "planned" else {one.id: _value(one, turn) for one in ask.question.fields}
        if not workshop.says(
            _who(place), ask.question.id, kind, service=ask.service, revision=None, **raw
        ).faults:
            return
        kind = "answer"


def _who(place: int) -> Person:
    return (LEAD, IT, FM, SPONSOR)[place % 4]


def _value(field: InputField, turn: int) -> str:
    match field.kind:
        case "yes_partly_no":
            return ("yes", "partly", "no")[turn % 3]
        case "choice":
            return field.choices[turn % len(field.choices)].id if field.choices else "teams"
        case "multi":
            return (
                ",".join(one.id for one in field.choices[: 1 + turn % 3])
                if field.choices
                else (_SERVICES, "teams")[turn % 2]
            )
        case "person":
            return _who(turn).key
        case "number":
            return "120"
        case "date":
            return f"2026-{7 + turn % 5:02}-15"
        case "url":
            return "https://intranet.contoso.com"
    return _TEXT
