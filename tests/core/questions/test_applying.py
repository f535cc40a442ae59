"""What applies is shown, what begins to apply is asked one step on, what stops to apply is cleared."""

from __future__ import annotations

from bot.core.engagement import Voice
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import NOT_LISTED
from bot.core.questions.standing import begun_inputs, prefilled
from bot.core.screens.questions.question import QuestionScreen, question_screen
from bot.core.verdict import Verdict
from tests.core.workshops import FM, IT, LEAD, Workshop, running

PLAN, OWNER, REASON = "plan", "owner", "reason"


def shown(workshop: Workshop, question: str = "TR1", **more: object) -> QuestionScreen:
    ask = workshop.picture.find(question, None)
    assert ask is not None
    return question_screen(workshop.viewer(LEAD), ask, **more)  # type: ignore[arg-type]


def ids(screen: QuestionScreen) -> list[str]:
    return [one.id for one in screen.inputs]


def voice_of(workshop: Workshop, question: str = "TR1") -> Voice:
    return next(one for one in workshop.engagement.voices[question] if one.by == LEAD.key)


def begun(workshop: Workshop, **sent: str) -> tuple[str, ...]:
    book = workshop.picture.book
    return begun_inputs(book, workshop.engagement, book.questions["TR1"], voice_of(workshop), sent, {})


def test_what_hangs_on_an_answer_is_shown_with_that_answer_alone(book: Book) -> None:
    workshop = running(book)
    assert ids(shown(workshop)) == [PLAN, OWNER]
    workshop.says(LEAD, "TR1", plan="yes")
    assert ids(shown(workshop)) == [PLAN, OWNER]
    workshop.says(LEAD, "TR1", plan="partly")
    assert ids(shown(workshop)) == [PLAN, OWNER, REASON]


def test_what_begins_to_apply_is_asked_and_what_was_sent_is_not_asked_again(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="partly")
    assert voice_of(workshop).reason is None, "until it is asked the answer counts as it stands"
    assert begun(workshop, plan="partly") == (REASON,)
    assert begun(workshop, plan="partly", reason="") == ()
    more = shown(workshop, only=(REASON,))
    assert ids(more) == [REASON]
    assert [one.action for one in more.buttons] == ["answer_more", "my_questions"]


def test_what_stops_to_apply_is_cleared_with_the_save_and_its_faults_count_no_more(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="no", reason="budget")
    assert voice_of(workshop).reason == "budget"
    step = workshop.says(LEAD, "TR1", plan="yes", reason="golf")
    assert step.faults == ()
    assert voice_of(workshop).reason is None


def test_where_no_view_follows_all_is_shown_with_when_it_applies(book: Book) -> None:
    labels = {one.id: one.label for one in shown(running(book), at_once=True).inputs}
    assert labels[REASON] == "Woran hängt es? (nur bei: Teilweise oder Nein)"
    labels = {one.id: one.label for one in shown(running(book), "ST1", at_once=True).inputs}
    assert labels["area"].endswith("(nur falls angegeben: Unterstützt das Projekt)")


def test_a_person_field_offers_me_and_whoever_has_the_role_first(book: Book) -> None:
    workshop = running(book)
    owner = next(one for one in shown(workshop).inputs if one.id == OWNER)
    assert owner.options[0].title == f"Ich ({LEAD.name})"
    assert owner.options[-1].value == NOT_LISTED
    assert owner.expanded
    assert ids(shown(workshop, sent={OWNER: NOT_LISTED})) == [PLAN, OWNER, "owner_name"]


def test_what_is_asked_one_step_on_is_filled_in_where_it_is_known(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "ST1", sponsor=IT.key, commitment="agreed")
    workshop.says(LEAD, "AW4", sender="management")
    (signer, _) = shown(workshop, "AW4", only=("signer",)).inputs
    assert signer.value == IT.key


def test_somebody_elses_name_is_asked_one_step_on(book: Book) -> None:
    workshop = running(book)
    assert workshop.says(LEAD, "TR1", plan="yes", owner=NOT_LISTED).faults == ()
    assert begun(workshop, plan="yes", owner=NOT_LISTED) == ("owner_name",)


def test_a_name_typed_beside_an_unchanged_list_is_meant(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="yes", owner=IT.key)
    step = workshop.says(LEAD, "TR1", plan="yes", owner=IT.key, owner_name="Patti Fernandez")
    assert step.faults == ()
    assert voice_of(workshop).fields[OWNER] == {"name": "Patti Fernandez"}
    step = workshop.says(LEAD, "TR1", plan="yes", owner=IT.key, owner_name="Tom Berger")
    assert step.faults == (Fault(Problem.TWO_PEOPLE, OWNER),), "now the list differs from what stood there"


def test_the_only_one_with_the_role_is_filled_in(book: Book) -> None:
    workshop = running(book)
    lead = book.questions["ST2"]
    assert prefilled(book, workshop.engagement, lead)["project_lead"] == LEAD.key


def test_an_older_answer_with_what_does_not_apply_is_judged_without_it(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "ST6", works_council="not_required", data_protection="agreed", because="Keiner da.")
    workshop.says(LEAD, "ST6", works_council="agreed", data_protection="agreed", because="Keiner da.")
    assert "because" not in voice_of(workshop, "ST6").fields
    (found,) = [one for one in workshop.picture.standings if one.ask.key == "ST6"]
    assert found.verdict is Verdict.READY


def test_the_place_counts_the_readers_own_questions_and_the_minutes_left(book: Book) -> None:
    workshop = running(book)
    mine = workshop.picture.queue(LEAD.key)
    first = question_screen(workshop.viewer(LEAD), mine[0])
    assert (first.number, first.total) == (1, len(mine))
    assert first.minutes > 0
    assert question_screen(workshop.viewer(FM), mine[0]).total >= len(mine)
