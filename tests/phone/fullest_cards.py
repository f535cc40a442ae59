"""Every card of the fullest workshop, as its FM, a customer and the thread see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.metrics.followed import choosable, followed
from bot.core.plan.items import items
from bot.core.playbook.book import Book
from bot.core.reading.viewer import Viewer
from bot.core.record.material import presented
from bot.core.record.tasks import task_lines
from bot.core.screens.checkins.agenda import agenda_screen
from bot.core.screens.checkins.check_in import check_in_view, pause_form, series_form, snooze_form
from bot.core.screens.checkins.open_questions import open_questions_screen
from bot.core.screens.checkins.reminder import reminder_screen
from bot.core.screens.export import export_screen
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.lasting import LastingScreen, dated
from bot.core.screens.meeting.live import live_screen
from bot.core.screens.metrics.forms import choose_metric_form, target_form, values_form
from bot.core.screens.metrics.metrics import metric_screen, metrics_screen
from bot.core.screens.minutes.minutes import follow_up_form, minutes_screen
from bot.core.screens.people.invitation import invitation_screen
from bot.core.screens.people.invite import invite_form
from bot.core.screens.people.roles import take_part_form
from bot.core.screens.plan.forms import add_item_form, item_form, move_launch_form
from bot.core.screens.plan.plan import item_screen, plan_screen
from bot.core.screens.questions.forms import aside_form
from bot.core.screens.questions.question import question_screen
from bot.core.screens.questions.settle import disputes, settle_form
from bot.core.screens.record.completing import complete_form, completing_screen, outcomes_screen
from bot.core.screens.record.guidance import guidance_screen
from bot.core.screens.record.record import note_form, overall_form, record_screen
from bot.core.screens.record.tasks import add_task_form, material_screen, shown_form, task_form, tasks_screen
from bot.core.screens.resources import resources_screen
from bot.core.screens.setup.forms import begin_form, key_inputs_form, redirect_form, setup_form
from bot.core.screens.setup.hand_over import hand_over_form
from bot.core.screens.setup.playbooks import playbooks_screen
from bot.core.screens.talks.forms import request_screen, talk_form
from bot.core.screens.talks.talks import TALK_FORMS, talk_screen, talks_screen
from bot.core.screens.workshop.closing import ask_last_form
from bot.core.screens.workshop.home import HOME_PAGE, home_screen
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.portfolio import PAGE, engagement_overview, portfolio_screen
from bot.core.screens.workshop.result import result_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.setup.reading import as_inputs
from bot.core.setup_fields import FIELDS
from bot.core.talks.talks import talks_of
from bot.core.workshop.redating import redating
from cards import Screen, render
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop
from tests.phone.fullest import fullest
from tests.playbook_of_tests import texts_of_tests

Named = Iterator[tuple[str, Screen]]


def fullest_cards(book: Book) -> Mapping[str, Mapping[str, Any]]:
    """The cards of this workshop in both languages, by card.what.language."""
    texts = texts_of_tests()
    return {
        f"{name}.{language}": render(screen, texts.words(language))
        for language in ("de", "en")
        for name, screen in _screens(book, language)
    }


def _screens(book: Book, language: str) -> Named:
    done = fullest(book)
    begun = fullest(book, answered=False)
    yield "form.setup_at_first", setup_form(Workshop(book).viewer(FM, language=language))
    yield "workshop.fullest", workshop_screen(done.viewer(FM, language=language))
    yield "workshop.begun", workshop_screen(begun.viewer(LEAD, language=language))
    for which, workshop in (("fullest", done), ("begun", begun)):
        for who, person in (("thread", None), ("lead", FM), ("customer", LEAD)):
            viewer = workshop.viewer(person, language=language)
            for name, lasting in _lasting(viewer):
                shown = dated(viewer, lasting) if person is None else lasting
                yield f"{name}{chr(95) if chr(46) in name else chr(46)}{which}_{who}", shown
            yield from _of_everybody(viewer, f"{which}_{who}")
        fm = workshop.viewer(FM, language=language)
        for name, screen in (*_of_the_fm(fm), *_forms(fm)):
            yield f"{name}.{which}" if "." not in name else f"{name}_{which}", screen
    yield from _questions(book, language)


def _lasting(viewer: Viewer) -> Iterator[tuple[str, LastingScreen]]:
    """What stands in the thread, and is shown in private, too."""
    yield "summary", summary_screen(viewer)
    yield "next_steps", next_steps_screen(viewer)
    yield "status", status_screen(viewer)
    yield "plan", plan_screen(viewer)
    yield "agenda", agenda_screen(viewer, "2026-07-06T08:00:00Z", (), {})
    for factor in viewer.book.playbook.factors:
        yield f"result.{factor.id}", result_screen(viewer, factor.id)


def _of_everybody(viewer: Viewer, who: str) -> Named:
    """What everybody may see of a workshop."""
    yield f"metrics.{who}", metrics_screen(viewer)
    yield f"talks.{who}", talks_screen(viewer)
    yield f"open_questions.{who}", open_questions_screen(viewer)
    yield f"minutes.{who}", minutes_screen(viewer)
    yield f"home.{who}", home_screen([viewer] * HOME_PAGE, 1, 2, leads=True, may_lead=True)
    every = items(viewer.picture)
    yield f"reminder.{who}", reminder_screen(viewer, [one.id for one in every])
    for item in every[:1]:
        yield f"item.{who}", item_screen(viewer, item)
    for talk in talks_of(viewer.picture):
        yield f"talk.{who}_{talk.id}", talk_screen(viewer, talk)
    for followed_metric in followed(viewer.picture):
        yield f"metric.{who}_{followed_metric.key}", metric_screen(viewer, followed_metric)
    words, stamp = viewer.words, viewer.stamp()
    for wanted in ("", "teams"):
        found = resources_screen(viewer.book, stamp, viewer.reader, words, wanted)
        yield f"resources.{who}_{wanted}", found


def _of_the_fm(viewer: Viewer) -> Named:
    yield "record", record_screen(viewer)
    yield "export", export_screen(viewer, files=True)
    yield "portfolio", portfolio_screen([viewer] * PAGE, 2 * PAGE, 1, may_rehearse=True)
    yield "workshop.of_portfolio", engagement_overview(viewer)
    yield "invitation", invitation_screen(viewer, 1, [LEAD.key, SPONSOR.key, IT.key], {})
    yield "choose.playbooks", playbooks_screen(viewer)
    for talk in talks_of(viewer.picture):
        yield f"request.{talk.id}", request_screen(viewer, talk)
    for name, checklist in (
        ("completing", completing_screen(viewer)),
        ("outcomes", outcomes_screen(viewer)),
        ("tasks", tasks_screen(viewer)),
        ("material", material_screen(viewer)),
        ("guidance", guidance_screen(viewer)),
    ):
        yield f"checklist.{name}", checklist
    for method in viewer.book.playbook.page.methods:
        yield f"checklist.guidance_{method.id}", guidance_screen(viewer, method.id)


def _forms(viewer: Viewer) -> Named:
    seen = Counter[str]()
    for form in (*_of_the_setup(viewer), *_of_the_record(viewer), *_of_the_plan(viewer)):
        seen[form.form] += 1
        yield f"form.{form.form}_{seen[form.form]}", form


def _of_the_setup(viewer: Viewer) -> Iterator[FormScreen]:
    yield setup_form(viewer)
    yield begin_form(viewer)
    yield key_inputs_form(viewer)
    yield redirect_form(viewer)
    yield hand_over_form(viewer)
    yield invite_form(viewer)
    yield take_part_form(viewer)
    yield lead_form(viewer)
    yield check_in_view(viewer)
    yield series_form(viewer)
    yield snooze_form(viewer)
    yield pause_form(viewer)


def _of_the_record(viewer: Viewer) -> Iterator[FormScreen]:
    yield complete_form(viewer)
    yield ask_last_form(viewer)
    yield follow_up_form(viewer, viewer)
    yield overall_form(viewer)
    yield from (note_form(viewer, one) for one in viewer.engagement.setup.services)
    yield add_task_form(viewer)
    yield from (task_form(viewer, one) for one in task_lines(viewer.book, viewer.engagement)[:1])
    yield from (shown_form(viewer, one) for one in presented(viewer.book, viewer.engagement)[:1])


def _of_the_plan(viewer: Viewer) -> Iterator[FormScreen]:
    yield add_item_form(viewer)
    sent = {**as_inputs(viewer.engagement.setup, FIELDS), "launch": "2027-03-01"}
    if (change := redating(viewer.picture, sent)) is not None:
        yield move_launch_form(viewer, change, sent)
    for item in items(viewer.picture)[:1]:
        yield from (item_form(viewer, item, form) for form in ("item_date", "item_owner", "item_stuck"))
    yield choose_metric_form(viewer)
    yield values_form(viewer)
    for key, _, _ in choosable(viewer.picture, fm=True):
        if (target := target_form(viewer, key)) is not None:
            yield target
    for talk in talks_of(viewer.picture)[:1]:
        yield from (talk_form(viewer, talk, form) for form in TALK_FORMS)


def _questions(book: Book, language: str) -> Named:
    """Every question: before anybody answered, and when everything is answered."""
    begun, done = fullest(book, answered=False), fullest(book)
    for which, workshop in (("", begun), ("answered_", done)):
        # Answers may ask what was not asked before.
        for ask in workshop.picture.asks:
            # The same question of each service differs in the name of the service alone.
            if ask.service in (None, "sharepoint"):
                name = f"question.{which}{ask.question.id}"
                yield name, question_screen(workshop.viewer(LEAD, language=language), ask)
                yield f"live.{which}{ask.question.id}", live_screen(workshop.viewer(language=language), ask)
    first = begun.picture.asks[0]
    for kind in ("planned", "handed", "except", "not_applicable", "skipped"):
        yield f"form.{kind}", aside_form(begun.viewer(LEAD, language=language), first, kind)
    for ask in disputes(done.viewer(FM, language=language)):
        yield f"form.settle_{ask.key}", settle_form(done.viewer(FM, language=language), ask)
    if (last := book.last) is not None:
        for but, which in ((last.question.id, "asked"), ("", "answered")):
            workshop = fullest(book, but=but)
            ask = next(one for one in workshop.picture.asks if one.question is last.question)
            yield f"closing.{which}", question_screen(workshop.viewer(LEAD, language=language), ask)
