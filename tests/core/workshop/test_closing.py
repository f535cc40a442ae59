"""The last question: asked when nothing else is open, or early; the result stands the same everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.answers.events import AskLast, Settle
from bot.core.checkins.agenda import unanswered
from bot.core.engagement import Closing
from bot.core.meeting.events import LiveNext, LiveStart
from bot.core.minutes.events import IssueMinutes
from bot.core.papers.minutes import agreements, minutes_paper
from bot.core.papers.paper import PaperText
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.closing import ResultStands
from bot.core.reading.result import result_sentence
from bot.core.record.sheet.overview import overview
from bot.core.screens.minutes.minutes import minutes_screen
from bot.core.screens.questions.question import question_screen
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import ending, workshop_screen
from bot.core.talks.talks import talks_of
from bot.core.verdict import Verdict
from tests.core.workshops import FM, LEAD, SPONSOR, Workshop, running

CLOSING: dict[str, Any] = {
    "rhythm": "fortnightly",
    "tool": "channel",
    "effort": "close",
    "project_plan": "yes",
}
CONFIRMED: dict[str, Any] = {"confirm": "confirmed"}
NOT_YET: dict[str, Any] = {"confirm": "not_yet"}


@pytest.fixture
def workshop(book: Book) -> Workshop:
    """A short workshop with one question answered, twelve open."""
    found = running(book, services="teams")
    found.says(LEAD, "DC", still_right="right")
    return found


def settle_all_but(workshop: Workshop, *left: str) -> None:
    """Everything else that is asked gets an answer."""
    for key in [one for one in workshop.queue(FM) if one not in (*left, "CL")]:
        workshop.says(FM, key, "not_applicable", because="Entfällt")


def views(workshop: Workshop) -> dict[str, str]:
    """What each view says about the result; a view that says nothing is missing."""
    viewer = workshop.viewer()
    paper = [one.text for one in minutes_paper(viewer).blocks if isinstance(one, PaperText)]
    step = next(one for one in next_steps_screen(viewer).steps if "bestätigen Sie es" in one.text)
    sheet = [fact for fact in overview(workshop.picture, viewer.words) if fact.label == "result"]
    found = {
        "card": workshop_screen(viewer).result,
        "summary": summary_screen(viewer).result,
        "overview": status_screen(viewer).result,
        "next steps": step.note,
        "minutes": paper[0].partition(" Stand: ")[0],
        "minutes card": minutes_screen(viewer).result,
        "record sheet": sheet[0].said[0].text if sheet else "",
    }
    return {name: text for name, text in found.items() if text}


def told_by_all(workshop: Workshop) -> str:
    """The one sentence of all views."""
    found = views(workshop)
    assert len(found) == 7
    assert len(set(found.values())) == 1
    return found["minutes"]


def test_it_is_in_nobodys_queue_and_nobody_waits_for_it_while_others_are_open(workshop: Workshop) -> None:
    for person in (LEAD, FM, SPONSOR):
        assert "CL" not in workshop.queue(person)
    assert workshop.picture.find("CL", None) is None
    screen = workshop_screen(workshop.viewer())
    assert (screen.answered, screen.total) == (1, 13)
    assert ("Projektleitung", 6) in status_screen(workshop.viewer()).waiting
    assert next_steps_screen(workshop.viewer()).open_questions == 12
    assert all(ask.key != "CL" for ask in unanswered(workshop.picture))
    settle_all_but(workshop, "TR2")
    assert "1" in ending(workshop.viewer(LEAD), "thanks").banner, "one is open for others, not two"
    assert workshop.says(LEAD, "CL", **CLOSING, **CONFIRMED).faults[0].problem is Problem.NOT_ASKED


def test_it_is_asked_once_nothing_else_is_open_in_the_whole_workshop(workshop: Workshop) -> None:
    settle_all_but(workshop, "ST1")
    assert workshop.queue(LEAD) == ["ST1"]
    workshop.says(SPONSOR, "ST1", sponsor_name="Dr. Vera", commitment="agreed", level="management")
    assert workshop.queue(LEAD) == ["CL"]
    assert workshop.queue(SPONSOR) == []
    assert not workshop.picture.finished
    workshop.says(LEAD, "CL", **CLOSING, **CONFIRMED)
    assert workshop.picture.finished
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 10.06.2026."


def test_who_put_a_question_off_is_offered_it_again_before_the_last_one(workshop: Workshop) -> None:
    settle_all_but(workshop, "ST1")
    workshop.says(LEAD, "ST1", "skipped")
    assert workshop.queue(LEAD) == ["ST1", "CL"]


def test_a_live_meeting_does_not_put_it_early(workshop: Workshop) -> None:
    settle_all_but(workshop, "TR1", "TR2")
    workshop.happens(LiveStart(FM))
    live = workshop.engagement.live
    assert live is not None
    assert live.ask == "TR1"
    workshop.happens(LiveNext(FM))
    workshop.happens(LiveNext(FM))
    assert workshop.engagement.live is None, "TR1 and TR2 stay open, the last question is not put"


def test_the_fm_asks_it_early_once_and_the_result_says_how_many_questions_were_open(
    workshop: Workshop,
) -> None:
    step = workshop.happens(AskLast(FM))
    again = workshop.happens(AskLast(FM))
    assert again.engagement is step.engagement
    assert workshop.queue(LEAD)[0] == workshop.queue(FM)[0] == "CL"
    assert workshop.happens(AskLast(LEAD)).faults[0].problem is Problem.FM_ONLY
    workshop.says(LEAD, "CL", **CLOSING, **CONFIRMED)
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 10.06.2026, bei 12 offenen Fragen."
    assert "CL" not in workshop.queue(LEAD)


def test_one_open_question_is_said_as_one(workshop: Workshop) -> None:
    settle_all_but(workshop, "TR2")
    workshop.happens(AskLast(FM))
    workshop.says(LEAD, "CL", **CLOSING, **CONFIRMED)
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 10.06.2026, bei einer offenen Frage."


def closed(workshop: Workshop) -> None:
    settle_all_but(workshop)
    workshop.says(LEAD, "CL", **CLOSING, **CONFIRMED)


def test_a_changed_answer_takes_the_confirmation_back_and_only_it_is_asked_again(workshop: Workshop) -> None:
    closed(workshop)
    workshop.passes(days=1)
    workshop.says(FM, "TR1", plan="no", reason="budget")
    changed = "Leo Lead hatte das Ergebnis am 10.06.2026 bestätigt. Seitdem haben sich Antworten geändert."
    assert told_by_all(workshop) == changed
    assert workshop.queue(LEAD) == ["CL"]
    ask = workshop.picture.asks.by_key["CL"]
    assert workshop.picture.standing(ask).verdict is Verdict.UNKNOWN
    screen = question_screen(workshop.viewer(LEAD), ask)
    assert [(one.id, one.value) for one in screen.inputs] == [("confirm", "")]
    assert screen.note == changed
    assert [one.action for one in screen.buttons] == ["answer", "later", "overview"]
    workshop.says(LEAD, "CL", **CONFIRMED)
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 11.06.2026."
    assert workshop.voices("CL")[0].fields["rhythm"] == "fortnightly"
    assert workshop.picture.finished


def test_somebody_else_confirms_it_again_without_differing(workshop: Workshop) -> None:
    closed(workshop)
    workshop.says(FM, "TR1", plan="no", reason="budget")
    workshop.passes(days=1)
    workshop.says(FM, "CL", **CONFIRMED)
    assert not workshop.standing("CL").disputed
    assert told_by_all(workshop) == "Ergebnis bestätigt von Fiona Muster am 11.06.2026."


def test_an_answer_put_back_makes_the_confirmation_right_again(workshop: Workshop) -> None:
    closed(workshop)
    workshop.says(FM, "TR1", plan="no", reason="budget")
    workshop.says(FM, "TR1", "not_applicable", because="Entfällt")
    assert workshop.picture.result.stands is ResultStands.CONFIRMED


def test_while_others_are_open_again_it_waits(workshop: Workshop) -> None:
    closed(workshop)
    workshop.says(FM, "DC", still_right="change")
    workshop.happens(Settle(FM, "DC", None, {"voice": FM.key}))
    assert workshop.queue(FM) == ["D1", "D2", "D3", "D4"]
    assert workshop.picture.result.stands is ResultStands.CHANGED


def test_still_to_be_talked_about_keeps_rhythm_effort_and_offers(workshop: Workshop) -> None:
    settle_all_but(workshop)
    workshop.says(LEAD, "CL", **CLOSING, **NOT_YET, offer="sme_talk")
    assert workshop.picture.finished, "it is answered"
    assert workshop.picture.facts.value("CL.rhythm") == "fortnightly"
    assert [one.status for one in talks_of(workshop.picture)] == ["accepted"]
    sheet = {fact.label: fact.said for fact in overview(workshop.picture, workshop.viewer().words)}
    assert "Eng, mit viel Abstimmung" in sheet["effort_wanted"][0].text
    agreed = agreements(workshop.viewer())
    assert "Regeltermin mit FastTrack: Alle zwei Wochen" in agreed
    assert not any("Besprechen wir noch" in line for line in agreed), "the result says it"
    assert views(workshop)["minutes"] == "Das Ergebnis ist noch nicht bestätigt."
    workshop.happens(AskLast(FM))
    assert workshop.queue(LEAD) == ["CL"]
    workshop.says(LEAD, "CL", **CONFIRMED)
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 10.06.2026."


def test_a_word_against_it_means_it_is_not_confirmed(workshop: Workshop) -> None:
    closed(workshop)
    workshop.says(SPONSOR, "CL", **CLOSING, **NOT_YET)
    assert views(workshop)["minutes"] == "Das Ergebnis ist noch nicht bestätigt."
    workshop.happens(Settle(FM, "CL", None, {"voice": LEAD.key}))
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 10.06.2026."


def test_the_minutes_are_confirmed_as_a_paper(workshop: Workshop) -> None:
    closed(workshop)
    workshop.happens(IssueMinutes(FM))
    texts = [one.text for one in minutes_paper(workshop.viewer()).blocks if isinstance(one, PaperText)]
    assert texts[0] == (
        "Ergebnis bestätigt von Leo Lead am 10.06.2026. Stand: 10.06.2026, 11:00 MESZ. "
        "Das Protokoll ist noch nicht bestätigt."
    )


def test_a_confirmation_of_an_older_bot_holds_until_an_answer_is_newer(workshop: Workshop) -> None:
    workshop.happens(AskLast(FM))
    workshop.says(LEAD, "CL", **CLOSING, **CONFIRMED)
    workshop.engagement = replace(workshop.engagement, closing=Closing())
    assert told_by_all(workshop) == "Ergebnis bestätigt von Leo Lead am 10.06.2026, bei 12 offenen Fragen."
    workshop.says(LEAD, "TR2", "not_applicable", because="Entfällt")
    assert workshop.picture.result.stands is ResultStands.CHANGED


def test_the_lead_reads_how_many_are_open_before_it_is_asked(workshop: Workshop) -> None:
    before = {one.action for one in lead_form(workshop.viewer(FM)).buttons}
    workshop.happens(AskLast(FM))
    after = lead_form(workshop.viewer(FM))
    assert "before_last" in before
    assert "before_last" not in {one.action for one in after.buttons}
    assert any("Abschlussfrage ist gestellt" in one for one in after.lines)


def test_without_a_last_question_nothing_is_said_of_a_result(small: Book) -> None:
    workshop = running(small)
    assert small.last is None
    assert result_sentence(workshop.picture, workshop.viewer().words) == ""
    assert workshop.happens(AskLast(FM)).faults[0].problem is Problem.NOT_ASKED


def test_an_older_playbook_names_it_in_the_step_that_shows_the_confirmation(book: Book) -> None:
    steps = [
        one.model_copy(update={"done": {"CL.confirm": "confirmed"}}) if one.shows == "confirmation" else one
        for one in book.playbook.next_steps
    ]
    unmarked = [one.model_copy(update={"last": False}) for one in book.playbook.questions]
    older = Book(book.playbook.model_copy(update={"next_steps": steps, "questions": unmarked}))
    assert older.last is not None
    assert book.last is not None
    assert (older.last.question.id, older.last.field, older.last.choice) == ("CL", "confirm", "confirmed")
    assert (book.last.field, book.last.choice) == (older.last.field, older.last.choice)
