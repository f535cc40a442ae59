"""The shipped questions and steps offer material that fits, and that whoever is asked may see."""

from __future__ import annotations

from collections import Counter

from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Resource


def test_every_question_offers_what_whom_it_is_asked_may_see(shipped: Book) -> None:
    """An FM sees everything; everybody else the customer's material alone."""
    asked = [one for one in shipped.playbook.questions if one.roles != ["fm"]]
    seen = {
        one.id: [key for key in one.resources if _offered(shipped, key).audience == "customer"]
        for one in asked
    }
    assert len(seen) > 60
    assert [key for key, resources in seen.items() if not resources] == []


def test_a_question_on_a_service_offers_a_page_about_it(shipped: Book) -> None:
    """But for what everybody is told: that is no matter of the service."""
    every = shipped.playbook.questions
    on_services = [one for one in every if one.services and one.roles != ["communication"]]
    without = [
        one.id
        for one in on_services
        if not any(set(_offered(shipped, key).services) & set(one.services) for key in one.resources)
    ]
    assert len(on_services) > 30
    assert without == []


def test_no_material_fills_up_where_nothing_fits(shipped: Book) -> None:
    counted = Counter(key for one in shipped.playbook.questions for key in one.resources)
    assert [(key, count) for key, count in counted.items() if count > 9] == []
    first = Counter(one.resources[0] for one in shipped.playbook.questions if one.resources)
    assert max(first.values()) <= 7


def _offered(shipped: Book, key: str) -> Resource:
    resource = shipped.resources[key]
    return shipped.resources[resource.replacement] if resource.replacement else resource


def test_no_next_step_needs_a_link_that_nobody_checked(shipped: Book) -> None:
    """What is to be gone through as the checklist is the plan, which everybody has."""
    naming = [
        step
        for step in shipped.playbook.next_steps
        for key in step.resources
        if any(shipped.resources[key].title[language] in step.text[language] for language in ("de", "en"))
    ]
    assert [step.id for step in naming if "Plan" not in step.text["de"]] == []
    checklist = {"fill_checklist", "review_checklist"}
    steps = {one.id: one.text for one in shipped.playbook.next_steps if one.id in checklist}
    assert {("Plan" in text["de"], "plan" in text["en"]) for text in steps.values()} == {(True, True)}
