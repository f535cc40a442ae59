"""The record sheet: English whatever was spoken, nothing invented, people's own words as they wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.answers.long_texts import with_whole_texts
from bot.core.answers.rows import RecordVoice
from bot.core.engagement import Engagement, OverallNote, RecordStatus, Setup
from bot.core.metrics.events import SetTarget
from bot.core.papers.paper import PaperTable
from bot.core.papers.record_sheet import record_sheet
from bot.core.plan.events import ActOnItem
from bot.core.plan.items import items
from bot.core.playbook.book import Book
from bot.core.ports import Replace, Row
from bot.core.problems import Problem
from bot.core.questions.picture import Picture
from bot.core.record.events import ActOnTask, Complete, ShowMaterial, WriteNote, WriteOverall
from bot.core.record.sheet.notes import next_item, service_row, service_rows, sheet_words, vague_words
from bot.core.record.sheet.overview import overview
from bot.core.record.sheet.traced import Traced
from bot.core.step import Step, record_changes
from bot.core.talks.events import DecideTalk
from bot.papers.markdown import paper_md
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

OWN_WORDS = "Angebote sind in zwei statt fünf Tagen fertig"
WHY_NOT = "Es gibt bei uns keinen Betriebsrat"
STUCK = "Der Betriebsrat tagt erst im Januar"
FM_WORDS = "Sponsor bis zum Regeltermin gewinnen"
TEXTS_OF_PEOPLE = (OWN_WORDS, WHY_NOT, STUCK, FM_WORDS, "Verkauf", "mit der IT-Leitung", "über 25.000 Plätze")


@pytest.fixture
def german(book: Book) -> Workshop:
    """A German workshop in full depth, with answers of every kind and acts of the FM."""
    workshop = running(
        book,
        depth="full",
        services="onedrive,exchange",
        licensed="onedrive,exchange,teams,sharepoint",
        in_use="exchange",
        extended_service="yes",
        extended_reason="über 25.000 Plätze",
        licences="25000",
    )
    workshop.says(FM, "D2", now="onedrive,exchange", later="teams", rest="declined", reason="no_need")
    workshop.says(FM, "D3", gain="time", result=OWN_WORDS, noticed_by="Verkauf")
    workshop.says(FM, "D4", owner=SPONSOR.key, mandate="asked")
    workshop.says(LEAD, "ST1", commitment="open", reason="decision_open")
    workshop.says(LEAD, "ST6", works_council="not_started", data_protection="agreed")
    workshop.says(LEAD, "ST4", "not_applicable", because=WHY_NOT)
    workshop.says(LEAD, "AW1", "planned", planned_by_name="Tom Berger", planned_on="2026-06-20")
    workshop.says(IT, "OD4", estimated="no", reason="technical")
    workshop.happens(ActOnItem(FM, "ST6", "stuck", {"because": STUCK}))
    workshop.happens(ActOnTask(FM, "3718", "done", {"task_note": "mit der IT-Leitung"}))
    workshop.happens(ShowMaterial(FM, "R01", {"shown_on": "2026-06-09"}))
    workshop.happens(
        WriteOverall(
            FM,
            {
                "next_action": FM_WORDS,
                "next_owner_name": "Tom Berger",
                "next_due": "2026-06-20",
                "effort": "regular",
                "forecast_15": "2027-01-15",
                "forecast_40": "2027-03-15",
                "forecast_max": "2027-09-01",
            },
        )
    )
    workshop.happens(DecideTalk(FM, "outlook_mobile", "decline", {"why_not": "budget"}))
    targets = {"baseline": "12", "target": "200", "date": "2027-03-01"}
    workshop.happens(SetTarget(FM, "active_users@onedrive", targets))
    workshop.happens(Complete(FM))
    assert [step.faults for step in workshop.steps if step.faults] == []
    return workshop


def statements(picture: Picture) -> Iterator[Traced]:
    """Everything that the sheet says of services and of the whole."""
    for row in service_rows(picture, sheet_words()):
        yield from row.note
        for cell in row.cells:
            yield from (*cell.why, *cell.said)
    for fact in overview(picture, sheet_words()):
        yield from fact.said


def without(engagement: Engagement, source: str) -> Engagement:
    """The engagement as if this answer had not been given, this act not been done."""
    kind, _, name = source.partition(".")
    if kind == "setup":
        empty = {"services": [], "in_use": [], "licensed": []}.get(name, getattr(Setup(), name))
        return replace(engagement, setup=replace(engagement.setup, **{name: empty}))
    kind, _, key = source.partition(":")
    match kind:
        case "item":
            plan = {one: state for one, state in engagement.plan.items() if one != key}
            voices = {one: said for one, said in engagement.voices.items() if one != key}
            return replace(engagement, plan=plan, voices=voices)
        case "talk":
            return replace(engagement, discussions={})
        case "note":
            return replace(engagement, notes={})
        case "overall":
            return replace(engagement, overall=OverallNote())
        case "completed":
            return replace(engagement, completed=None)
        case "started":
            return replace(engagement, started="1999-01-01T00:00:00Z")
        case "fm":
            return replace(engagement, fm="nobody/nobody")
    assert source in engagement.voices, source
    voices = {one: said for one, said in engagement.voices.items() if one != source}
    return replace(engagement, voices=voices)


def test_every_statement_follows_from_an_answer_or_an_act_and_goes_with_it(german: Workshop) -> None:
    """Each source of each statement is taken away in turn: what was said is not said any more."""
    picture = german.picture
    said = set(statements(picture))
    assert len(said) > 40
    for one in said:
        assert one.sources, one
        for source in one.sources:
            bare = Picture(german.book, without(picture.engagement, source), german.now)
            left = {other for other in statements(bare) if source in other.sources}
            assert one not in left, (one, source)


def test_a_service_that_nobody_said_anything_about_has_no_note_and_nothing_is_known(book: Book) -> None:
    workshop = running(book, services="exchange", licensed="exchange,teams", pilot="", launch="")
    row = service_row(workshop.picture, "teams", sheet_words())
    assert (row.status, row.note, row.scope.intent) == ("unknown", (), "open")
    assert {cell.status for cell in row.cells} == {"unknown"}
    assert [one for cell in row.cells for one in (*cell.said, *cell.why)] == []


def test_a_german_workshop_yields_an_english_sheet(german: Workshop) -> None:
    """Not a German word of the playbook or the interface stands in it, but in what people wrote."""
    everything = " ".join(cells_of(german))
    for own in TEXTS_OF_PEOPLE:
        everything = everything.replace(own, "")
    foreign = sorted(text for text in german_texts(german.book) if text in everything)
    assert foreign == []
    assert "first users start on 1 Sep 2026, everyone on 1 Dec 2026" in everything


def cells_of(workshop: Workshop) -> list[str]:
    paper = record_sheet(workshop.picture, sheet_words())
    tables = [block for block in paper.blocks if isinstance(block, PaperTable)]
    return [str(cell) for table in tables for row in (table.columns, *table.rows) for cell in row]


def german_texts(book: Book) -> set[str]:
    """The German of the playbook's labels, titles and actions that differs from its English."""
    found: set[str] = set()
    texts: list[dict[str, str]] = [one.label for one in book.playbook.reasons]
    texts += [one.name for one in (*book.playbook.roles, *book.playbook.factors)]
    texts += [task.name for task in book.playbook.tasks]
    for question in book.playbook.questions:
        texts += [question.title, question.action]
        texts += [field.label for field in question.fields]
        texts += [choice.label for field in question.fields for choice in field.choices]
    for text in texts:
        if text["de"] not in text["en"] and len(text["de"]) > 3:
            found.add(text["de"])
    return found


def test_what_people_wrote_stands_in_the_original_and_marked_as_theirs(german: Workshop) -> None:
    plain = " ".join(one.text for one in statements(german.picture) if not one.original)
    own = [one.text for one in statements(german.picture) if one.original]
    for text in (OWN_WORDS, WHY_NOT, STUCK, FM_WORDS, "Verkauf", "über 25.000 Plätze"):
        assert text in own
        assert text not in plain
    table = next(one for one in tables_of(german) if one.title == "Aspects")
    quoted = " ".join(str(row[table.columns.index("Quoted, in the original")]) for row in table.rows)
    assert f"“{OWN_WORDS}”" in quoted


def tables_of(workshop: Workshop) -> list[PaperTable]:
    paper = record_sheet(workshop.picture, sheet_words())
    return [block for block in paper.blocks if isinstance(block, PaperTable)]


def test_eight_aspects_of_every_licensed_service(german: Workshop) -> None:
    rows = service_rows(german.picture, sheet_words())
    assert [row.service for row in rows] == ["exchange", "onedrive", "sharepoint", "teams"]
    names = [
        "due_date", "intent", "business_reason", "success_owner", "stakeholders", "scenarios", "awareness",
        "training",
    ]  # fmt: skip
    assert all([cell.aspect.id for cell in row.cells] == names for row in rows)


STATUSES: dict[str, tuple[str, dict[str, RecordStatus]]] = {
    "onedrive": ("now", {"due_date": "in_progress", "stakeholders": "blocked", "awareness": "in_progress",
                         "training": "unknown"}),
    "exchange": ("in_use", {"intent": "in_progress", "stakeholders": "blocked", "training": "unknown"}),
    "teams": ("later", {"intent": "in_progress", "stakeholders": "unknown", "due_date": "unknown"}),
    "sharepoint": ("declined", {"intent": "no_intent", "stakeholders": "no_intent"}),
}  # fmt: skip


@pytest.mark.parametrize("service", STATUSES)
def test_a_service_stands_as_it_was_answered(german: Workshop, service: str) -> None:
    intent, wanted = STATUSES[service]
    row = service_row(german.picture, service, sheet_words())
    assert row.scope.intent == intent
    assert {key: cell.status for cell in row.cells for key in (cell.aspect.id,) if key in wanted} == wanted


def test_why_not_names_reasons_works_council_and_data_protection_apart(german: Workshop) -> None:
    row = service_row(german.picture, "onedrive", sheet_words())
    cell = next(one for one in row.cells if one.aspect.id == "stakeholders")
    assert [one.text for one in cell.why if not one.original] == ["Decision is open", "Works council"]
    assert [one.text for one in cell.why if one.original] == [STUCK]


def test_a_note_is_about_two_sentences_with_date_reason_and_next_action(german: Workshop) -> None:
    row = service_row(german.picture, "onedrive", sheet_words())
    assert row.text == (
        "OneDrive: first users start on 1 Sep 2026, everyone on 1 Dec 2026. "
        "Blocked: Executive sponsor (Decision is open); Works council, data protection (Works council); "
        "Network load (Technical obstacle). "
        "Next: Involve works council and data protection, and raise usage reports (Leo Lead, by 12 Jun 2026)."
    )


def test_a_declined_service_says_why_and_a_later_one_that_it_comes(german: Workshop) -> None:
    texts = {row.service: row.text for row in service_rows(german.picture, sheet_words())}
    assert texts["sharepoint"] == "The customer does not intend to introduce SharePoint: No need."
    assert texts["teams"] == "The customer plans to introduce Microsoft Teams later."


def test_no_note_that_the_bot_composes_uses_a_word_that_it_warns_of(german: Workshop) -> None:
    for row in service_rows(german.picture, sheet_words()):
        assert vague_words(german.picture, row.text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Teams is on hold for now.", ["for now"]),
        ("Currently no owner, not yet asked", ["currently", "yet"]),
        ("The yeti met concurrently.", []),
        ("Blocked until 4 Dec 2026.", []),
    ],
)
def test_words_that_say_nothing_later_are_noticed(book: Book, text: str, found: list[str]) -> None:
    assert vague_words(running(book).picture, text) == found


def test_the_fm_writes_over_a_note_and_gets_the_answers_back(book: Book) -> None:
    workshop = running(book, services="teams")
    proposed = service_row(workshop.picture, "teams", sheet_words()).text
    workshop.happens(
        WriteNote(FM, "teams", {"note_text": "Kick-off on 1 Jul 2026.", "note_status": "blocked"})
    )
    row = service_row(workshop.picture, "teams", sheet_words())
    assert (row.text, row.status) == ("Kick-off on 1 Jul 2026.", "blocked")
    assert row.note[0].original, "the FM's own words"
    workshop.happens(WriteNote(FM, "teams", {"note_text": "", "note_status": ""}))
    assert workshop.engagement.notes == {}
    assert service_row(workshop.picture, "teams", sheet_words()).text == proposed


def test_a_note_that_is_sent_back_as_proposed_goes_on_to_follow_the_answers(book: Book) -> None:
    workshop = running(book, services="teams")
    proposed = service_row(workshop.picture, "teams", sheet_words()).text
    before = workshop.engagement
    assert workshop.happens(WriteNote(FM, "teams", {"note_text": proposed})).engagement is before


def test_a_duplicate_is_one_in_every_aspect(book: Book) -> None:
    workshop = running(book, services="teams")
    workshop.happens(WriteNote(FM, "teams", {"note_status": "duplicate"}))
    row = service_row(workshop.picture, "teams", sheet_words())
    assert {row.status, *(cell.status for cell in row.cells)} == {"duplicate"}


BAD: dict[str, tuple[Any, Problem, str | None]] = {
    "a note too long": (WriteNote(FM, "teams", {"note_text": "x" * 601}), Problem.TOO_LONG, "note_text"),
    "a status of its own": (
        WriteNote(FM, "teams", {"note_status": "fine"}),
        Problem.UNKNOWN_CHOICE,
        "note_status",
    ),
    "another service": (WriteNote(FM, "windows", {"note_text": "x"}), Problem.NOT_IN_RECORD, None),
    "somebody else": (WriteNote(LEAD, "teams", {"note_text": "x"}), Problem.FM_ONLY, None),
    "no day": (WriteOverall(FM, {"next_due": "bald"}), Problem.NOT_A_DATE, "next_due"),
    "no effort": (WriteOverall(FM, {"effort": "heroic"}), Problem.UNKNOWN_CHOICE, "effort"),
    "nobody": (WriteOverall(FM, {"next_owner": "contoso/nobody"}), Problem.UNKNOWN_CHOICE, "next_owner"),
    "40 before 15": (
        WriteOverall(FM, {"forecast_15": "2027-03-01", "forecast_40": "2027-02-01"}),
        Problem.FORECAST_ORDER,
        "forecast_40",
    ),
    "the most before 15": (
        WriteOverall(FM, {"forecast_15": "2027-03-01", "forecast_max": "2027-02-01"}),
        Problem.FORECAST_ORDER,
        "forecast_max",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_at_its_field_and_changes_nothing(book: Book, name: str) -> None:
    event, problem, field = BAD[name]
    workshop = running(book, services="teams")
    before = workshop.engagement
    step = workshop.happens(event)
    assert step.engagement is before
    assert [(fault.problem, fault.field) for fault in step.faults] == [(problem, field)]


def test_the_overall_note_is_the_fms_else_the_plans_next_action(german: Workshop, book: Book) -> None:
    facts = {fact.label: fact.said for fact in overview(german.picture, sheet_words())}
    assert facts["next_action"] == (Traced(FM_WORDS, ("overall",), original=True),)
    assert (facts["next_due"][0].text, facts["next_owner"][0].text) == ("20 Jun 2026", "Tom Berger")
    assert facts["effort_given"][0].text == "Regular"
    assert facts["forecast_40"][0].text == "15 Mar 2027"
    workshop = running(book, services="teams")
    assert "next_action" not in {fact.label for fact in overview(workshop.picture, sheet_words())}
    workshop.says(LEAD, "ST1", commitment="open")
    proposed = {fact.label: fact.said[0] for fact in overview(workshop.picture, sheet_words())}
    assert proposed["next_action"].sources == ("item:ST1",)
    assert not proposed["next_action"].original


def test_the_sheet_as_a_document_holds_every_part(german: Workshop) -> None:
    paper = record_sheet(german.picture, sheet_words())
    assert (paper.title, paper.language) == ("FTOP record sheet: Contoso AG", "en")
    tables = {table.title: table for table in tables_of(german)}
    parts = ["Overview", "Services", "Aspects", "Tasks", "Outcomes", "Metrics", "Shown", "People"]
    assert list(tables) == parts
    for table in tables.values():
        assert len(table.title) <= 31
        assert all(len(row) == len(table.columns) for row in table.rows)
    told = [(name, row[1]) for row in tables["Aspects"].rows for name in str(row[0]).split(", ")]
    assert len(told) == len(set(told)) == 4 * 8
    _, task, *_ = tables["Tasks"].rows
    assert task[0] == 3718
    assert task[-3:] == ("Fiona Muster", "10 Jun 2026", "mit der IT-Leitung")
    assert tables["Shown"].rows == (("Success workshop presentation", "9 Jun 2026", "Fiona Muster"),)
    assert ("Leo Lead", "Project lead") in tables["People"].rows
    assert tables["Metrics"].rows == (("Active users", "OneDrive", 12, 200, "1 Mar 2027", None, ""),)


def test_a_long_text_is_marked_as_cut_until_its_row_brings_the_whole(book: Book) -> None:
    workshop = running(book, depth="full", services="teams")
    whole = "Angebote sind schneller fertig. " * 20
    step = workshop.says(FM, "D3", gain="time", result=whole, noticed_by="Verkauf")
    assert not step.faults
    rows = record_changes(book, workshop.engagement, [whole_voice(step)], workshop.now)
    stored = {
        row.key: Row(workshop.engagement.id, row.key, row.columns, "1")
        for row in rows
        if isinstance(row, Replace)
    }
    shown = [one.text for one in statements(workshop.picture) if one.original and "Angebote" in one.text]
    assert shown[0].endswith("…")
    assert len(shown[0]) < len(whole)
    back = with_whole_texts(workshop.engagement, stored)
    full = [one.text for one in statements(Picture(book, back, workshop.now)) if "Angebote" in one.text]
    assert full[0] == whole.strip()


def whole_voice(step: Step) -> RecordVoice:
    return next(record for record in step.records if isinstance(record, RecordVoice))


@pytest.mark.parametrize(("other", "status"), [("works_council", "blocked"), ("no_need", "no_intent")])
def test_no_need_of_one_thing_is_no_intent_only_where_nothing_else_holds_up(
    book: Book, other: str, status: str
) -> None:
    workshop = running(book, services="teams", depth="full")
    workshop.says(LEAD, "ST4", state="none", reason="no_need")
    workshop.says(LEAD, "ST3", covered="no", reason=other)
    row = service_row(workshop.picture, "teams", sheet_words())
    assert {cell.aspect.id: cell.status for cell in row.cells}["stakeholders"] == status


def test_of_the_actions_of_one_day_a_must_is_next(book: Book) -> None:
    workshop = running(book, services="teams", depth="full")
    workshop.says(LEAD, "ST7", rhythm="none")
    workshop.says(LEAD, "ST6", works_council="not_started", data_protection="not_started")
    for item in items(workshop.picture):
        workshop.happens(ActOnItem(FM, item.id, "date", {"due": "2026-06-19"}))
    following = next_item(workshop.picture)
    assert following is not None
    assert following.id == "ST6"


TOLD = ("Services", "Aspects")


def test_what_several_answers_say_alike_stands_once(book: Book) -> None:
    workshop = running(book, services="teams", depth="full")
    workshop.says(FM, "D4", owner=LEAD.key, mandate="agreed")
    workshop.says(LEAD, "ST2", success_owner=LEAD.key)
    aspects = next(one for one in tables_of(workshop) if one.title == "Aspects")
    said = next(row[5] for row in aspects.rows if row[1] == "Success owner")
    assert said == "Success owner = Leo Lead / Are mandate and time agreed = Yes"


def test_what_holds_of_several_services_alike_stands_once_behind_their_names(book: Book) -> None:
    workshop = running(book, depth="full", services="onedrive,exchange,teams", in_use="teams")
    workshop.says(LEAD, "ST1", commitment="open", reason="decision_open")
    workshop.says(LEAD, "TR1", plan="no", reason="budget")
    notes, aspects = (next(one for one in tables_of(workshop) if one.title == title) for title in TOLD)
    ((named, _, note, _),) = notes.rows
    assert named == "Exchange Online, OneDrive, Microsoft Teams"
    assert str(note).startswith("Exchange Online, OneDrive, Microsoft Teams: first users start on")
    assert str(note).count("Decision is open") == 1
    intents = {row[0]: row[5] for row in aspects.rows if row[1] == "Intent"}
    assert intents == {
        "Exchange Online, OneDrive": "being introduced now",
        "Microsoft Teams": "already in use",
    }
    workshop.says(IT, "OD4", estimated="no", reason="technical")
    workshop.happens(
        WriteNote(FM, "teams", {"note_text": "Kick-off on 1 Jul 2026.", "note_status": "blocked"})
    )
    notes = next(one for one in tables_of(workshop) if one.title == TOLD[0])
    assert [row[0] for row in notes.rows] == ["Exchange Online", "OneDrive", "Microsoft Teams"]
    assert [row[3] for row in notes.rows] == ["", "", "Fiona Muster"]


def test_services_in_one_line_that_have_no_day_are_spoken_of_as_several(book: Book) -> None:
    workshop = running(book, services="onedrive,exchange,teams", in_use="teams", pilot="", launch="")
    notes = next(one for one in tables_of(workshop) if one.title == TOLD[0])
    assert [row[2] for row in notes.rows] == [
        "Exchange Online, OneDrive are being introduced; there is no start date.",
        "Microsoft Teams is already in use.",
    ]


def test_every_table_of_the_page_has_its_name_above(german: Workshop) -> None:
    lines = paper_md(record_sheet(german.picture, sheet_words())).splitlines()
    heads = [place for place, one in enumerate(lines) if one.startswith("| ---")]
    assert [lines[place - 3] for place in heads] == [
        "## Overview", "## Notes by service", "## Aspects", "## Tasks", "## Outcomes", "## Metrics",
        "## Shown", "## People",
    ]  # fmt: skip
