"""Workshops in which something of everything was said, to make papers of."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.answers.events import AskLast
from bot.core.cadence import Cadence
from bot.core.engagement import CheckIn
from bot.core.papers.source import Source
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.playbook.book import Book
from bot.papers.maker import FileMaker
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running
from tests.playbook_of_tests import texts_of_tests


def told_workshop(book: Book, *, language: str = "de", customer: str = "Contoso AG") -> Workshop:
    """Answers of every kind, a plan with an own item and a stuck one, and a check-in every second Tuesday."""
    workshop = running(
        book, services="teams,onedrive,exchange", customer=customer, language=language, licences="1200"
    )
    says = workshop.says
    steps = [
        says(LEAD, "DC", still_right="right"),
        says(SPONSOR, "ST1", sponsor_name="Dr. Petra Vorstand", commitment="asked", reason="decision_open"),
        says(LEAD, "ST2", success_owner=LEAD.key, project_lead=LEAD.key, communication_name="Kim Presse"),
        says(LEAD, "ST6", works_council="not_started", data_protection="in_talks"),
        says(LEAD, "SZ1", scenarios="documents,meetings"),
        says(LEAD, "SZ4", people="850", without_pc="some"),
        says(LEAD, "AW1", "planned", planned_by_name="Kim Presse", planned_on="2026-07-01"),
        says(LEAD, "TR1", plan="no", reason="budget"),
        says(IT, "TR4", trained_on="2026-08-15", answers="partly"),
        says(LEAD, "AW3", "not_applicable", because="Alle sitzen in einem Raum."),
        workshop.happens(AskLast(FM)),
        says(
            LEAD,
            "CL",
            rhythm="fortnightly",
            tool="channel",
            effort="regular",
            project_plan="yes",
            offer="sme_talk",
            confirm="confirmed",
        ),
        workshop.happens(AddItem(FM, {"title": "Raum buchen", "owner": LEAD.key, "due": "2026-08-03"})),
        workshop.happens(ActOnItem(FM, "TR1", "stuck", {"because": "Der Vorstand entscheidet im Juli."})),
    ]
    assert [step.faults for step in steps if step.faults] == []
    cadence = Cadence("fortnightly", 1, 9, "Europe/Berlin", "2026-12-15")
    series = CheckIn(cadence, first="2026-06-11", next_due="2026-06-16T07:00:00Z")
    workshop.engagement = replace(workshop.engagement, check_in=series)
    return workshop


def desk_for(workshop: Workshop, language: str = "de") -> FileMaker:
    """What files of a workshop are made with, at its present moment."""
    texts = texts_of_tests()
    return FileMaker(texts, texts.words(language), workshop.now)


def source_of(workshop: Workshop) -> list[Source]:
    """The workshop as it was read."""
    return [Source(workshop.book, workshop.engagement, {})]
