"""The fullest realistic workshop: the shipped playbook, the long version, six services, all answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.engagement import Person, VoiceKind
from bot.core.parts import AsOf
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import InputField
from bot.core.reading.viewer import Viewer
from bot.core.screens.checkins.open_questions import open_questions_screen
from bot.core.screens.metrics.metrics import metrics_screen
from bot.core.screens.plan.plan import plan_screen
from bot.core.screens.questions.question import question_screen
from bot.core.screens.record.completing import complete_form, completing_screen
from bot.core.screens.record.record import record_screen
from bot.core.screens.record.tasks import material_screen, tasks_screen
from bot.core.screens.setup.forms import key_inputs_form, setup_form
from bot.core.screens.talks.talks import talks_screen
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.result import result_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from cards import Screen, render
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop
from tests.playbook_of_tests import texts_of_tests

_SERVICES = "teams,exchange,onedrive,sharepoint,office,copilot"
_TEXT = "Die Ansprechpersonen aus allen Bereichen treffen sich alle zwei Wochen im Regeltermin."
_AS_OF = AsOf("2026-06-24T08:30:00Z", "Europe/Berlin")
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


def fullest_cards(book: Book) -> Mapping[str, Mapping[str, Any]]:
    """The cards of this workshop in both languages, by card.what.language."""
    texts = texts_of_tests()
    return {
        f"{name}.{language}": render(screen, texts.words(language))
        for language in ("de", "en")
        for name, screen in _screens(book, language)
    }


def _screens(book: Book, language: str) -> Iterator[tuple[str, Screen]]:
    done = fullest(book)
    begun = fullest(book, answered=False)
    yield "workshop.fullest", workshop_screen(done.viewer(FM, language=language))
    yield "workshop.begun", workshop_screen(begun.viewer(LEAD, language=language))
    for which, workshop in (("fullest", done), ("begun", begun)):
        for who, person in (("thread", None), ("lead", FM), ("customer", LEAD)):
            viewer = workshop.viewer(person, language=language)
            yield f"summary.{which}_{who}", summary_screen(viewer)
            yield f"next_steps.{which}_{who}", next_steps_screen(viewer)
            yield f"status.{which}_{who}", status_screen(viewer)
            yield f"plan.{which}_{who}", plan_screen(viewer)
    for name, screen in _of_the_fm(done.viewer(FM, language=language)):
        yield f"{name}.fullest", screen
    for factor in book.playbook.factors:
        yield f"result.{factor.id}", result_screen(done.viewer(language=language), factor.id)
    last = book.last
    for ask in begun.picture.asks:
        # The same question of each service differs in the name of the service alone.
        if ask.service in (None, "sharepoint"):
            yield f"question.{ask.question.id}", question_screen(begun.viewer(LEAD, language=language), ask)
    if last is not None:
        open_end = fullest(book, but=last.question.id)
        ask = next(one for one in open_end.picture.asks if one.question is last.question)
        yield "closing.asked", question_screen(open_end.viewer(LEAD, language=language), ask)


def _of_the_fm(viewer: Viewer) -> Iterator[tuple[str, Screen]]:
    yield "record", record_screen(viewer)
    yield "metrics", metrics_screen(viewer)
    yield "talks", talks_screen(viewer)
    yield "open_questions", open_questions_screen(viewer)
    for name, checklist in (
        ("completing", completing_screen(viewer)),
        ("tasks", tasks_screen(viewer)),
        ("material", material_screen(viewer)),
    ):
        yield f"checklist.{name}", checklist
    for name, form in (
        ("lead", lead_form(viewer)),
        ("setup_full", setup_form(viewer)),
        ("key_inputs", key_inputs_form(viewer)),
        ("complete", complete_form(viewer)),
    ):
        yield f"form.{name}", form


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
