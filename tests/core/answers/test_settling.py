"""Where people differ the FM settles, the one in charge confirms, and an FM hands the workshop over."""

from __future__ import annotations

from bot.core.answers.events import Confirm, Settle
from bot.core.answers.rows import RecordVoice
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.screens.questions.settle import disputes, settle_form
from bot.core.screens.workshop.lead import lead_form
from bot.core.setup.events import HandOver
from bot.core.step import Step
from bot.core.verdict import Verdict
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running


def differing(book: Book) -> Workshop:
    workshop = running(book)
    workshop.says(IT, "AW1", plan="no")
    workshop.says(LEAD, "AW1", plan="yes")
    return workshop


def problems(step: Step) -> list[Problem]:
    return [fault.problem for fault in step.faults]


def test_the_fm_makes_one_voice_the_answer_and_the_others_stay(small: Book) -> None:
    workshop = differing(small)
    step = workshop.happens(Settle(FM, "AW1", None, {"voice": LEAD.key}))
    found = workshop.standing("AW1")
    assert (found.verdict, found.disputed, found.confirmed) == (Verdict.READY, False, True)
    assert [voice.fields["plan"] for voice in workshop.voices("AW1")] == ["yes", "no"]
    assert any(isinstance(one, RecordVoice) for one in step.records)


def test_what_is_said_after_settling_can_be_disputed_anew(small: Book) -> None:
    workshop = differing(small)
    workshop.happens(Settle(FM, "AW1", None, {"voice": LEAD.key}))
    workshop.says(SPONSOR, "AW1", plan="partly")
    assert workshop.standing("AW1").disputed


def test_only_the_fm_settles_and_only_by_a_voice_that_was_raised(small: Book) -> None:
    workshop = differing(small)
    assert problems(workshop.happens(Settle(LEAD, "AW1", None, {"voice": LEAD.key}))) == [Problem.FM_ONLY]
    assert problems(workshop.happens(Settle(FM, "AW1", None, {"voice": SPONSOR.key}))) == [
        Problem.UNKNOWN_CHOICE
    ]
    assert problems(workshop.happens(Settle(FM, "AW1", None, {}))) == [Problem.REQUIRED]
    assert problems(workshop.happens(Settle(FM, "TR1", None, {}))) == [Problem.NOT_ASKED]


def test_the_fm_is_led_to_what_is_disputed(small: Book) -> None:
    workshop = differing(small)
    assert [ask.key for ask in disputes(workshop.viewer(FM))] == ["AW1"]
    assert [one.label for one in lead_form(workshop.viewer(FM)).buttons if one.primary] == ["settle_next"]
    ask = workshop.picture.find("AW1", None)
    assert ask is not None
    (voices,) = settle_form(workshop.viewer(FM), ask).inputs
    assert [option.value for option in voices.options] == [IT.key, LEAD.key]
    assert "Ivo Techniker" in voices.options[0].title


def test_the_one_in_charge_confirms_the_answer_of_somebody_else(small: Book) -> None:
    workshop = running(small)
    workshop.says(IT, "AW1", plan="yes")
    assert problems(workshop.happens(Confirm(SPONSOR, "AW1", None))) == [Problem.NOT_YOURS]
    workshop.happens(Confirm(LEAD, "AW1", None))
    assert workshop.standing("AW1").confirmed
    assert len(workshop.voices("AW1")) == 1
    before = workshop.engagement
    assert workshop.happens(Confirm(LEAD, "AW1", None)) == Step(before)


def test_there_is_nothing_to_confirm_where_nobody_said_anything(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", "skipped")
    assert problems(workshop.happens(Confirm(FM, "AW1", None))) == [Problem.NOT_ASKED]


def test_another_fm_leads_from_now_on(small: Book) -> None:
    workshop = running(small)
    assert problems(workshop.happens(HandOver(FM, {"fm": FM.key}))) == [Problem.UNKNOWN_CHOICE]
    workshop.happens(HandOver(FM, {"fm": LEAD.key}))
    assert workshop.engagement.fm == LEAD.key
    assert problems(workshop.happens(HandOver(FM, {"fm": FM.key}))) == [Problem.FM_ONLY]
    assert "D1" in workshop.queue(LEAD)
    assert workshop.queue(FM) == []
