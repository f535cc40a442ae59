"""Long texts: the state keeps their beginning, the voice's own row the whole, and none is lost."""

from __future__ import annotations

import json

from bot.core.answers.rows import RecordVoice, voice_key
from bot.core.answers.voices import KEPT_TEXT
from bot.core.export.document import engagement_document
from bot.core.playbook.book import Book
from bot.core.ports import Replace, Row
from bot.core.problems import Problem
from bot.core.screens.questions.question import question_screen
from bot.core.step import record_changes
from tests.core.workshops import IT, LEAD, Workshop, running

LONG = "Wir möchten " + "besser " * 100 + "arbeiten."


def told(book: Book) -> tuple[Workshop, RecordVoice]:
    workshop = running(book)
    step = workshop.says(LEAD, "SZ1", scenarios="meetings", detail=LONG)
    record = step.records[0]
    assert isinstance(record, RecordVoice)
    return workshop, record


def row_of(workshop: Workshop, record: RecordVoice) -> Row:
    (change,) = record_changes(workshop.book, workshop.engagement, [record], workshop.now)
    assert isinstance(change, Replace)
    return Row(workshop.engagement.id, change.key, change.columns, "1")


def test_the_state_keeps_the_beginning_and_the_row_the_whole(small: Book) -> None:
    workshop, record = told(small)
    (voice,) = workshop.voices("SZ1")
    assert voice.fields["detail"] == LONG[:KEPT_TEXT]
    assert list(voice.cut) == ["detail"]
    assert json.loads(str(row_of(workshop, record).columns["value"]))["detail"] == LONG


def test_a_text_that_fits_is_not_cut(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings", detail="x" * KEPT_TEXT)
    assert workshop.voices("SZ1")[0].cut == {}


def test_a_change_at_the_end_of_a_long_text_is_a_change(small: Book) -> None:
    workshop, _ = told(small)
    before = workshop.engagement
    assert workshop.says(LEAD, "SZ1", scenarios="meetings", detail=LONG).engagement is before
    step = workshop.says(LEAD, "SZ1", scenarios="meetings", detail=LONG + " Bald.")
    assert step.engagement is not before
    old = workshop.says(LEAD, "SZ1", revision=0, scenarios="meetings", detail=LONG + " Nie.")
    assert [fault.problem for fault in old.faults] == [Problem.OLD_CARD]


def test_two_long_texts_that_begin_alike_disagree(small: Book) -> None:
    workshop, _ = told(small)
    workshop.says(IT, "SZ1", scenarios="meetings", detail=LONG)
    assert not workshop.standing("SZ1").disputed
    workshop.says(IT, "SZ1", scenarios="meetings", detail=LONG + " Nie.")
    assert workshop.standing("SZ1").disputed


def test_the_export_holds_the_whole_text_and_its_beginning_where_the_row_is_missing(small: Book) -> None:
    workshop, record = told(small)
    rows = {voice_key("SZ1", LEAD.key): row_of(workshop, record)}
    for given, expected in ((rows, LONG), ({}, LONG[:KEPT_TEXT])):
        document = engagement_document(small, workshop.engagement, given, workshop.now)
        assert document["answers"][0]["value"]["detail"] == expected


def test_who_opens_a_long_answer_again_finds_all_of_it(small: Book) -> None:
    workshop, _ = told(small)
    ask = workshop.picture.find("SZ1", None)
    assert ask is not None
    screen = question_screen(workshop.viewer(LEAD), ask, whole={"detail": LONG})
    assert {one.id: one.value for one in screen.inputs} == {"scenarios": "meetings", "detail": LONG}
