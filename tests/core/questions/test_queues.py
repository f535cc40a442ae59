"""Who is asked what: by role, by what is in scope, and after a question was put off or handed on."""

from __future__ import annotations

import pytest

from bot.core.answers.effects import Hand
from bot.core.answers.events import Except
from bot.core.playbook.book import Book
from bot.core.questions.asks import holders, place, responsible
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


def test_everybody_is_asked_what_their_roles_know(small: Book) -> None:
    workshop = running(small, depth="full")
    assert workshop.queue(SPONSOR) == ["ST1"]
    assert workshop.queue(LEAD) == ["ST1", "SZ1", "AW1", "TR1", "CL"]
    assert workshop.queue(IT) == ["TR1", "TE1"]


def test_the_fm_can_answer_everything_that_is_open(small: Book) -> None:
    workshop = running(small, depth="full")
    assert workshop.queue(FM) == ["D1", "ST1", "SZ1", "AW1", "TR1", "TE1", "CL"]


def test_a_short_workshop_asks_less(small: Book) -> None:
    workshop = running(small)
    assert workshop.queue(FM) == ["D1", "ST1", "SZ1", "AW1", "CL"]


def test_questions_about_a_service_are_asked_only_where_it_is_in_scope(small: Book) -> None:
    assert "TE1" not in running(small, depth="full", services="exchange").queue(FM)


def test_an_answer_can_open_another_question(small: Book) -> None:
    workshop = running(small)
    assert "ST2" not in workshop.queue(LEAD)
    workshop.says(SPONSOR, "ST1", state="asked")
    assert workshop.queue(LEAD) == ["ST2", "SZ1", "AW1", "CL"]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["sponsor"], [SPONSOR.key]),
        (["it", "project_lead"], [LEAD.key, IT.key]),
        (["training"], [LEAD.key]),
        (["fm"], [FM.key]),
        (["fm", "sponsor"], [SPONSOR.key]),
        (["fm", "training"], [LEAD.key]),
    ],
)
def test_where_nobody_has_the_role_the_project_lead_answers(
    small: Book, roles: list[str], expected: list[str]
) -> None:
    assert holders(small, running(small).engagement, roles) == expected


def test_where_there_is_no_project_lead_either_the_fm_answers(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up()
    workshop.joins(SPONSOR, "listener")
    assert holders(small, workshop.engagement, ["sponsor"]) == [FM.key]
    assert workshop.queue(SPONSOR) == []


def test_who_only_listens_is_asked_nothing_until_they_take_a_role(small: Book) -> None:
    workshop = running(small)
    workshop.joins(LEAD, "listener")
    assert workshop.queue(LEAD) == []
    workshop.joins(LEAD, "listener", "project_lead")
    assert workshop.engagement.people[LEAD.key].roles == ["project_lead"]
    assert "SZ1" in workshop.queue(LEAD)


def test_what_one_person_answered_is_open_for_nobody(small: Book) -> None:
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="open")
    for person in (FM, LEAD, SPONSOR):
        assert "ST1" not in workshop.queue(person)


def test_a_question_handed_on_is_open_for_the_one_asked_and_no_longer_for_others(small: Book) -> None:
    workshop = running(small)
    step = workshop.says(LEAD, "SZ1", "handed", handed_to=IT.key)
    assert Hand(IT.key, LEAD, "SZ1", None) in step.effects
    assert workshop.queue(IT) == ["SZ1"]
    assert "SZ1" not in workshop.queue(LEAD)
    assert "SZ1" in workshop.queue(FM)


def test_the_latest_to_hand_on_decides_who_is_asked(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", "handed", handed_to=IT.key)
    workshop.says(IT, "SZ1", "handed", handed_to=LEAD.key)
    assert "SZ1" in workshop.queue(LEAD)
    workshop.says(LEAD, "SZ1", "handed", handed_to=SPONSOR.key)
    assert "SZ1" in workshop.queue(SPONSOR)
    assert "SZ1" not in workshop.queue(LEAD)
    assert "SZ1" not in workshop.queue(IT)


def test_who_knows_nobody_to_ask_tells_the_fm(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", "handed", handed_to_name="Jemand von außen")
    ask = workshop.picture.find("SZ1", None)
    assert ask is not None
    assert responsible(small, workshop.engagement, ask) == [FM.key]
    assert "SZ1" in workshop.queue(FM)


def test_nobody_can_hand_a_question_to_themselves(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", "handed", handed_to=LEAD.key)
    assert "SZ1" not in workshop.queue(LEAD)
    assert "SZ1" in workshop.queue(FM)
    # The answer does not say "asks" and their own name either.
    assert [voice.fields for voice in workshop.engagement.voices["SZ1"]] == [{}]


def test_what_the_fm_handed_on_does_not_come_back_to_the_fm_at_once(small: Book) -> None:
    workshop = running(small)
    workshop.says(FM, "D1", "handed", handed_to=LEAD.key)
    assert workshop.queue(FM) == ["ST1", "SZ1", "AW1", "CL"]
    assert workshop.queue(LEAD)[0] == "D1"
    workshop.says(LEAD, "D1", "handed")
    assert workshop.queue(FM)[0] == "D1"


def test_an_fm_who_knows_nobody_to_ask_is_asked_once_more_at_the_end(small: Book) -> None:
    workshop = Workshop(small)
    workshop.is_set_up()
    workshop.says(FM, "D1", "handed")
    assert workshop.queue(FM) == ["ST1", "SZ1", "AW1", "CL"]
    for question in workshop.queue(FM):
        workshop.says(FM, question, "not_applicable", because="gilt nicht")
    assert workshop.queue(FM) == ["D1"]
    workshop.says(FM, "D1", "handed")
    assert workshop.queue(FM) == []
    assert workshop.picture.finished


def test_a_skipped_question_comes_once_more_when_nothing_else_is_open(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "ST1", "skipped")
    assert workshop.queue(LEAD) == ["SZ1", "AW1", "CL"]
    for question in workshop.queue(LEAD):
        workshop.says(LEAD, question, "not_applicable", because="gilt nicht")
    assert workshop.queue(LEAD) == ["ST1"]
    workshop.says(LEAD, "ST1", "skipped", because="weiß niemand")
    assert workshop.queue(LEAD) == []
    assert "ST1" not in workshop.queue(FM)


def test_a_question_is_offered_twice_in_all_whoever_skips_it(small: Book) -> None:
    workshop = running(small)
    for question in ("D1", "SZ1", "AW1", "CL"):
        workshop.says(FM, question, "not_applicable", because="gilt nicht")
    workshop.says(LEAD, "ST1", "skipped")
    assert workshop.queue(FM) == ["ST1"]
    assert not workshop.picture.finished
    workshop.says(FM, "ST1", "skipped")
    assert workshop.queue(FM) == workshop.queue(LEAD) == workshop.queue(SPONSOR) == []
    assert workshop.picture.finished


def test_a_skipped_question_is_answered_by_whoever_answers(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "ST1", "skipped")
    workshop.says(SPONSOR, "ST1", state="open")
    assert workshop.standing("ST1").voice == workshop.voices("ST1")[1]


def test_a_question_is_asked_again_for_services_that_differ(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(LEAD, "AW1", plan="yes")
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    assert workshop.queue(LEAD) == ["ST1", "SZ1", "AW1@teams", "TR1", "CL"]
    workshop.says(LEAD, "AW1", service="teams", plan="no")
    assert "AW1@teams" not in workshop.queue(LEAD)
    assert workshop.standing("AW1").verdict == "ready"
    assert workshop.standing("AW1", "teams").verdict == "gap"


def test_an_exception_can_be_withdrawn(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    workshop.happens(Except(LEAD, "AW1", {}))
    assert workshop.engagement.excepted == {}
    assert workshop.picture.find("AW1", "teams") is None


def test_an_exception_for_a_service_that_left_the_scope_is_not_asked(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    workshop.is_set_up(depth="full", services="exchange")
    assert workshop.picture.find("AW1", "teams") is None


def test_a_question_knows_its_place_in_its_room(small: Book) -> None:
    workshop = running(small)
    workshop.says(SPONSOR, "ST1", state="asked")
    ask = workshop.picture.find("ST2", None)
    assert ask is not None
    assert place(workshop.picture.asks, ask) == (2, 2)
