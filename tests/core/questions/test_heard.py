"""Who has something to change is thanked, and the FM is told with the words: in their view, and in person."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.answers.events import Settle
from bot.core.checkins.events import Mute
from bot.core.checkins.kinds import Postponed
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.questions.heard import HEARD_DUE
from bot.core.screens.news import news_lines
from bot.core.screens.workshop.heard import heard_notice
from bot.core.screens.workshop.lead import lead_form
from tests.core.held import Held
from tests.core.workshops import FM, LEAD, SPONSOR

CHANGE: dict[str, Any] = {"still_right": "change", "what_changed": "Der Start ist erst im Mai."}


@pytest.fixture
def held(book: Book) -> Held:
    return Held.of(book, check_ins=False)


def thanked(held: Held, person: Person) -> str:
    lines = news_lines(held.viewer(person), "activity")
    return " ".join(one for one in lines if one.startswith("Danke."))


def in_lead(held: Held) -> list[tuple[str, str]]:
    return [(label, said) for label, said in lead_form(held.viewer(FM)).known]


def test_the_writer_is_thanked_and_the_fm_reads_who_said_it_and_the_words(held: Held) -> None:
    held.says(LEAD, "DC", **CHANGE)
    assert thanked(held, LEAD) == "Danke. Fiona Muster prüft das und passt den Workshop an."
    said = [("Leo Lead möchte etwas ändern (Eckdaten aus dem Kick-off): ", "Der Start ist erst im Mai.")]
    assert in_lead(held) == said
    buttons = [one.action for one in lead_form(held.viewer(FM)).buttons if one.primary]
    assert buttons == ["my_questions"]
    assert held.queue(FM)[:4] == ["D1", "D2", "D3", "D4"]


def test_without_a_word_of_their_own_the_choice_says_it(held: Held) -> None:
    held.says(LEAD, "DC", still_right="change")
    assert [said for _, said in in_lead(held)] == ["Etwas ändern"]


def test_nobody_is_told_where_nothing_changed_or_the_fm_says_it(held: Held) -> None:
    held.says(LEAD, "DC", still_right="right")
    held.says(FM, "DC", **CHANGE)
    assert [thanked(held, one) for one in (LEAD, FM)] == ["", ""]
    assert in_lead(held) == []
    assert HEARD_DUE not in held.engagement.due


def test_the_fm_hears_it_in_person_once_and_not_in_the_thread(held: Held) -> None:
    held.says(LEAD, "DC", **CHANGE)
    due = held.engagement.due[HEARD_DUE]
    one = held.sends(HEARD_DUE)
    assert (one.to, one.people) == (FM.key, ())
    notice = heard_notice(held.viewer(FM, personal=True), due)
    assert dict(notice.values)["said"] == "Leo Lead, Eckdaten aus dem Kick-off: Der Start ist erst im Mai."
    assert HEARD_DUE not in held.engagement.due
    held.says(LEAD, "ST6", works_council="not_needed", data_protection="involved", none_because="so")
    assert HEARD_DUE not in held.engagement.due, "other answers do not tell it again"


def test_two_who_say_it_before_the_message_are_one_message(held: Held) -> None:
    held.says(LEAD, "DC", **CHANGE)
    due = held.engagement.due[HEARD_DUE]
    held.passes(seconds=20)
    held.says(SPONSOR, "DC", still_right="change", what_changed="Zwei Standorte mehr.")
    assert held.engagement.due[HEARD_DUE] == due
    said = dict(heard_notice(held.viewer(FM, personal=True), due).values)["said"]
    assert "erst im Mai" in said
    assert "Zwei Standorte mehr" in said


def test_later_words_are_told_alone(held: Held) -> None:
    held.says(LEAD, "DC", **CHANGE)
    held.sends(HEARD_DUE)
    held.passes(days=1)
    held.says(SPONSOR, "DC", still_right="change", what_changed="Zwei Standorte mehr.")
    said = dict(heard_notice(held.viewer(FM, personal=True), held.engagement.due[HEARD_DUE]).values)["said"]
    assert said == "Sina Sponsor, Eckdaten aus dem Kick-off: Zwei Standorte mehr."


def test_the_fm_gets_one_message_a_day_and_none_once_they_have_it_muted(held: Held) -> None:
    held.becomes(told={FM.key: held.now.date().isoformat()})
    held.says(LEAD, "DC", **CHANGE)
    assert isinstance(held.wanted(HEARD_DUE), Postponed)
    held.happens(Mute(FM, True))
    assert held.wanted(HEARD_DUE) is None


def test_it_is_dealt_with_once_the_fm_settled_it_or_answered_what_it_brought(held: Held) -> None:
    held.says(SPONSOR, "DC", still_right="right")
    held.says(LEAD, "DC", **CHANGE)
    assert in_lead(held)
    held.happens(Settle(FM, "DC", None, {"voice": SPONSOR.key}))
    assert in_lead(held) == []
    assert HEARD_DUE not in held.engagement.due, "the FM knows"


def test_it_is_dealt_with_once_the_four_questions_are_answered(held: Held) -> None:
    held.says(LEAD, "DC", **CHANGE)
    for key in ("D1", "D2", "D3", "D4"):
        assert in_lead(held)
        held.says(FM, key, "not_applicable", because="Entfällt")
    assert in_lead(held) == []
