"""The screens that say how things stand: workshop card, status, result, summary, next steps."""

from __future__ import annotations

import pytest

import cards
from bot.core.answers.events import Except
from bot.core.checkins.events import SetCheckIn
from bot.core.engagement import Person
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.playbook.book import Book
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.result import result_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.telling import asks_on
from bot.core.screens.workshop.workshop import ending, workshop_screen
from bot.core.setup.events import Discard, Redirect
from bot.core.texts import Texts
from bot.core.verdict import Verdict
from cards.transcript import transcript
from tests.core.checkins.test_checkin_steps import WEEKLY
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

V = Verdict


def done(book: Book) -> Workshop:
    """A finished workshop with a gap, a disagreement, and something skipped."""
    workshop = running(book)
    workshop.says(SPONSOR, "ST1", state="open", reason="budget")
    workshop.says(IT, "AW1", plan="partly")
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.says(LEAD, "SZ1", "planned", planned_by_name="Ada", planned_on="2026-06-12")
    workshop.says(FM, "D1", "not_applicable", because="läuft schon")
    workshop.says(LEAD, "CL", "skipped")
    workshop.says(LEAD, "CL", "skipped")
    assert workshop.picture.finished
    return workshop


def test_the_shared_card_shows_progress_and_who_takes_part(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="yes")
    screen = workshop_screen(workshop.viewer())
    assert (screen.answered, screen.total) == (1, 5)
    assert [(one.factor, one.answered, one.total, one.verdict) for one in screen.lines] == [
        ("stakeholders", 0, 1, V.UNKNOWN),
        ("scenarios", 0, 1, V.UNKNOWN),
        ("awareness", 1, 1, V.READY),
        ("training", 0, 0, V.NOT_APPLICABLE),
    ]
    assert [(one.name, one.roles) for one in screen.members] == [
        ("Leo Lead", ("Projektleitung",)),
        ("Sina Sponsor", ("Geschäftsleitung",)),
        ("Ivo Techniker", ("IT und Support",)),
    ]


def test_what_the_fm_has_to_prepare_is_not_on_the_card_that_a_customer_sees_over_their_shoulder(
    small: Book, texts: Texts
) -> None:
    words = texts.words("de")
    shown = transcript(cards.render(workshop_screen(running(small).viewer(FM)), words))
    assert "Kick-off" not in " ".join(shown)


@pytest.mark.parametrize(
    ("stage", "primary"),
    [
        ("setup", ["lead"]),
        ("running", ["my_questions"]),
        ("done", ["summary"]),
        ("redirected", []),
        ("gone", []),
    ],
)
def test_the_one_main_button_is_that_of_the_next_step(small: Book, stage: str, primary: list[str]) -> None:
    workshop = {"running": running, "done": done}.get(stage, Workshop)(small)
    if stage == "redirected":
        workshop.is_set_up(enterprise_offering="yes")
        workshop.happens(Redirect(FM))
    if stage == "gone":
        workshop.happens(Discard(FM))
    screen = workshop_screen(workshop.viewer())
    assert screen.status == workshop.engagement.status
    assert [one.action for one in screen.buttons if one.primary] == primary
    if stage == "gone":
        assert screen.buttons == ()


def test_the_end_of_a_private_view_says_what_is_left_for_others(small: Book) -> None:
    workshop = running(small)
    assert "5" in ending(workshop.viewer(IT), "thanks").banner
    assert ending(done(small).viewer(IT), "thanks").banner == "Danke, Sie sind fertig."
    setup = Workshop(small)
    assert "Fiona Muster" in ending(setup.viewer(IT), "thanks").banner


def test_the_status_shows_every_question_with_who_said_what(small: Book) -> None:
    screen = status_screen(done(small).viewer(LEAD))
    lines = {one.title: one for room in screen.rooms for one in room.answers}
    assert [room.line.factor for room in screen.rooms] == [
        "dibs",
        "stakeholders",
        "scenarios",
        "awareness",
        "closing",
    ]
    sponsor = lines["Unterstützung von oben"]
    assert (sponsor.verdict, sponsor.by, sponsor.said) == (V.GAP, "Sina Sponsor", "offen · fehlendes Budget")
    plan = lines["Kommunikationsplan"]
    assert (plan.verdict, plan.disputed, plan.unconfirmed) == (V.AT_RISK, True, True)
    assert lines["Szenarien wählen"].said.endswith("12.06.2026")
    assert "läuft schon" in lines["Starttermine"].said


def test_every_line_of_the_status_opens_its_question_on_a_private_view_only(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    private = status_screen(workshop.viewer(LEAD))
    presses = [one.press for room in private.rooms for one in room.answers]
    assert ("question", "AW1") in [part for press in presses if press for part in press.data]
    assert ("service", "teams") in [part for press in presses if press for part in press.data]
    assert "Kommunikationsplan (Microsoft Teams)" in [
        one.title for room in private.rooms for one in room.answers
    ]
    shared = status_screen(workshop.viewer())
    assert all(one.press is None for room in shared.rooms for one in room.answers)


def test_the_status_says_which_roles_have_how_much_to_answer_and_names_nobody(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "handed", handed_to=IT.key)
    waiting = dict(status_screen(workshop.viewer()).waiting)
    assert waiting == {"Projektleitung": 4, "Geschäftsleitung": 1}
    assert status_screen(done(small).viewer()).waiting == ()


def test_the_result_of_a_factor_names_what_is_ready_and_its_gaps(small: Book) -> None:
    workshop = done(small)
    screen = result_screen(workshop.viewer(), "stakeholders")
    assert (screen.verdict, screen.ready) == (V.AT_RISK, ())
    (gap,) = screen.findings
    assert (gap.verdict, gap.sentence, gap.reason) == (V.GAP, "Niemand ist gefragt.", "fehlendes Budget")
    assert (gap.action, gap.due) == ("Zusage einholen", "2026-06-22")
    assert [one.key for one in gap.links] == ["R01"]
    assert result_screen(workshop.viewer(), "awareness").findings[0].sentence == workshop.viewer().words(
        "finding.disputed"
    )


def test_what_is_planned_says_who_and_when_and_once_it_is_late_who_owes_it(small: Book) -> None:
    workshop = done(small)
    (planned,) = result_screen(workshop.viewer(), "scenarios").findings
    assert (planned.verdict, planned.action, planned.due) == (V.ON_COURSE, "", "")
    assert "Ada" in planned.detail
    assert "12.06.2026" in planned.detail
    workshop.passes(days=3)
    (late,) = result_screen(workshop.viewer(), "scenarios").findings
    assert (late.verdict, late.owner, late.due) == (V.AT_RISK, "Ada", "2026-06-12")


def test_the_fms_own_material_is_on_no_shared_result(small: Book, book: Book) -> None:
    assert [one.key for one in result_screen(done(small).viewer(), "stakeholders").links] == ["R01"]
    for factor in book.playbook.factors:
        workshop = Workshop(book)
        workshop.is_set_up()
        links = result_screen(workshop.viewer(), factor.id).links
        assert not any(one.fm_only or one.presented for one in links)


def test_the_summary_has_a_row_a_factor_and_the_services_concerned(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.says(IT, "TE1", decided="no")
    workshop.says(LEAD, "AW1", plan="yes")
    rows = {row.factor: row for row in summary_screen(workshop.viewer()).rows}
    assert list(rows) == ["stakeholders", "scenarios", "awareness", "training"]
    assert (rows["awareness"].verdict, rows["awareness"].concerned) == (V.READY, ())
    assert rows["scenarios"].concerned == (("Microsoft Teams", V.ON_COURSE),)
    assert [one.question for one in rows["scenarios"].findings] == ["TE1"]


def test_the_summary_counts_every_question_and_lists_the_worst_first(small: Book) -> None:
    screen = summary_screen(done(small).viewer())
    assert screen.finished
    assert dict(screen.counts) == {V.ON_COURSE: 1, V.AT_RISK: 1, V.GAP: 1, V.UNKNOWN: 1, V.NOT_APPLICABLE: 1}
    assert [one.verdict for one in screen.worst] == [V.GAP, V.AT_RISK]
    assert [one.action for one in screen.buttons if one.primary] == ["next_steps"]
    running_one = summary_screen(running(small).viewer())
    assert [one.action for one in running_one.buttons if one.primary] == ["my_questions"]


def steps_of(workshop: Workshop, person: Person | None) -> list[tuple[str, str]]:
    return [(one.text, one.due) for one in next_steps_screen(workshop.viewer(person)).steps]


def test_next_steps_are_those_that_fit_this_customer(small: Book) -> None:
    workshop = running(small)
    assert steps_of(workshop, None) == [
        ("Füllen Sie die Checkliste aus.", "2026-06-17"),
        ("Sprechen Sie über die Übergabe.", ""),
    ]
    assert len(steps_of(running(small, services="exchange"), None)) == 1


def test_the_fm_reads_the_fms_own_step(small: Book) -> None:
    workshop = running(small)
    assert steps_of(workshop, FM)[0][0] == "Aufgabe abschließen."
    assert steps_of(workshop, LEAD)[0][0] == "Füllen Sie die Checkliste aus."


def test_next_steps_name_the_gaps_and_what_is_still_open(small: Book) -> None:
    screen = next_steps_screen(done(small).viewer(LEAD))
    assert [one.question for one in screen.findings] == ["ST1", "AW1"]
    assert (screen.open_questions, screen.kind) == (0, "other")
    assert next_steps_screen(running(small).viewer()).open_questions == 5
    assert next_steps_screen(running(small, extended_service="yes").viewer()).kind == "enterprise"


def test_steps_say_how_far_they_are(book: Book) -> None:
    workshop = Workshop(book)
    workshop.is_set_up()

    def notes() -> list[tuple[str, bool]]:
        steps = next_steps_screen(workshop.viewer()).steps
        return [(one.note, one.done) for one in steps if one.note]

    assert notes() == [("Noch ist kein Regeltermin festgelegt.", False)]
    workshop.happens(SetCheckIn(FM, WEEKLY))
    workshop.happens(AddItem(FM, {"title": "a", "owner": FM.key, "due": "2026-06-11"}))
    workshop.happens(AddItem(FM, {"title": "b", "owner": FM.key, "due": "2026-06-12"}))
    workshop.happens(AddItem(FM, {"title": "c", "owner": FM.key, "due": "2026-06-12"}))
    workshop.happens(ActOnItem(FM, "own-3", "dropped", {"because": "so"}))
    next_one = "Ihr nächster Regeltermin: Donnerstag, 11.06.2026, 10:00 Uhr (MESZ)."
    assert notes() == [(next_one, True), ("Maßnahmen: 0 von 2 erledigt.", False)]
    workshop.passes(days=2)
    assert notes()[1] == ("Maßnahmen: 0 von 2 erledigt, 1 überfällig.", False)
    workshop.happens(ActOnItem(FM, "own-1", "done", {}))
    workshop.happens(ActOnItem(FM, "own-2", "done", {}))
    assert notes()[1] == ("Maßnahmen: 2 von 2 erledigt.", True)


def test_the_way_to_the_check_ins_is_the_fms_alone(small: Book) -> None:
    def ways(workshop: Workshop, person: Person | None) -> list[str]:
        screen = next_steps_screen(workshop.viewer(person))
        return [one.label for one in screen.buttons if one.action == "check_in"]

    workshop = running(small)
    assert (ways(workshop, FM), ways(workshop, LEAD), ways(workshop, None)) == (["check_in_first"], [], [])
    workshop.happens(SetCheckIn(FM, WEEKLY))
    assert ways(workshop, FM) == ["check_in"]
    assert ways(running(small, extended_service="yes"), FM) == []


def test_a_customer_who_was_left_to_the_adoption_sme_reads_just_that(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up(enterprise_offering="yes")
    workshop.happens(Redirect(FM))
    screen = next_steps_screen(workshop.viewer())
    assert [one.text for one in screen.steps] == ["Bitte sprechen Sie mit Ihrem Adoption SME."]
    assert (screen.kind, screen.open_questions, screen.findings) == ("enterprise", 0, ())
    assert [one.action for one in screen.buttons] == ["resources"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_screen_of_the_shipped_playbook_can_be_filled(shipped: Book, language: str) -> None:
    workshop = Workshop(shipped)
    services = ",".join(service.id for service in shipped.playbook.services)
    workshop.is_set_up(depth="full", services=services)
    for number, ask in enumerate(workshop.picture.asks):
        kind = ("skipped", "not_applicable", "handed")[number % 3]
        workshop.says(FM, ask.question.id, kind, service=ask.service, because="so")  # type: ignore[arg-type]
    viewer = workshop.viewer(FM, language=language, personal=True)
    assert len(status_screen(viewer).rooms) == len(shipped.playbook.rooms)
    assert len(summary_screen(viewer).rows) == len(shipped.playbook.factors)
    assert next_steps_screen(viewer).steps
    assert workshop_screen(viewer).total == len(workshop.picture.asks)


def test_each_factor_is_told_by_its_own_questions_and_no_two_alike(small: Book) -> None:
    rows = {row.factor: row.sentence for row in summary_screen(done(small).viewer()).rows}
    assert rows["stakeholders"] == "Niemand ist gefragt."
    assert rows["scenarios"] == "Geplant: Szenarien wählen."
    assert rows["awareness"] == "Noch nicht gesichert: Kommunikationsplan."
    assert len(set(rows.values())) == len(rows)


def test_services_are_named_only_where_they_differ(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(LEAD, "AW1", plan="no")
    rows = {row.factor: row for row in summary_screen(workshop.viewer()).rows}
    assert rows["awareness"].concerned == ()
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    rows = {row.factor: row for row in summary_screen(workshop.viewer()).rows}
    assert [name for name, _ in rows["awareness"].concerned] == ["Exchange Online", "Microsoft Teams"]


def test_next_steps_begin_with_the_readers_own(small: Book) -> None:
    workshop = running(small)
    workshop.happens(AddItem(FM, {"title": "Raum buchen", "owner": LEAD.key, "due": "2026-06-11"}))
    mine = next_steps_screen(workshop.viewer(LEAD))
    assert ([one.title for one in mine.yours], mine.open_questions) == (["Raum buchen"], 4)
    assert next_steps_screen(workshop.viewer()).yours == ()


def test_who_has_nothing_open_is_offered_what_comes_next(small: Book) -> None:
    workshop = running(small)
    assert asks_on(workshop.viewer(SPONSOR))
    workshop.says(SPONSOR, "ST1", state="agreed", sponsor=SPONSOR.key)
    shared, own = workshop_screen(workshop.viewer()), workshop_screen(workshop.viewer(SPONSOR))
    assert [one.action for one in shared.buttons if one.primary] == ["my_questions"]
    assert [one.action for one in own.buttons if one.primary] == ["next_steps"]
    finished = done(small)
    for viewer in (finished.viewer(), finished.viewer(LEAD)):
        for screen in (workshop_screen(viewer), status_screen(viewer), summary_screen(viewer)):
            assert "my_questions" not in [one.action for one in screen.buttons]
        assert result_screen(viewer, "awareness").buttons[0].action == "summary"
