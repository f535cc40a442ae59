"""The agenda of a check-in: short lists, late items without names until their owners could hear of them."""

from __future__ import annotations

from bot.core.plan.items import find_item
from bot.core.playbook.book import Book
from bot.core.screens.checkins.agenda import AgendaScreen, agenda_screen
from tests.core.held import Held
from tests.core.workshops import FM, IT, LEAD

FOLLOWING = "2026-06-23T08:00:00Z"


def shown(held: Held, following: str | None = FOLLOWING) -> AgendaScreen:
    return agenda_screen(held.viewer(), following, [IT.key], {IT.key: "29:it"})


def titles(screen: AgendaScreen) -> dict[str, list[str]]:
    return {
        one.name: [line.item.title if line.item else line.title for line in one.lines]
        for one in screen.sections
    }


def test_what_comes_is_what_is_due_until_the_next_check_in(book: Book) -> None:
    held = Held.of(book, answer_by="2026-08-31").at("2026-06-16T08:00")
    for number, day in enumerate(("2026-06-16", "2026-06-23", "2026-06-24")):
        held.owes(day, key=f"own-{number}", title=day)
    assert titles(shown(held)) == {"coming": ["2026-06-16", "2026-06-23"]}
    assert titles(shown(held, None)) == {"coming": ["2026-06-16", "2026-06-23", "2026-06-24"]}


def test_owners_of_what_comes_are_mentioned_those_of_what_is_late_named_when_they_could_know(
    book: Book,
) -> None:
    held = Held.of(book, answer_by="2026-08-31").at("2026-06-16T08:00")
    held.owes("2026-06-18", key="own-1")
    held.owes("2026-06-15", key="own-2")
    held.owes("2026-06-12", key="own-3")
    late, coming = shown(held).sections
    assert [(line.item.owner, line.mention) for line in late.lines if line.item] == [(IT.name, ""), ("", "")]
    assert [line.mention for line in coming.lines] == ["29:it"]


def test_a_gap_stands_once_on_the_card(book: Book) -> None:
    held = Held.of(book)
    held.says(LEAD, "ST6", works_council="not_started", data_protection="not_started")
    item = find_item(held.picture, "ST6")
    assert item is not None
    assert item.due > "2026-06-11"
    assert list(titles(shown(held, "2026-06-11T08:00:00Z"))) == ["gaps"]
    assert list(titles(shown(held, f"{item.due}T08:00:00Z"))) == ["coming"]


def test_disagreements_and_late_questions_are_listed_by_their_titles(book: Book) -> None:
    held = Held.of(book, answer_by="2026-06-15")
    held.says(LEAD, "SZ2", scenarios="meetings")
    held.at("2026-06-15T08:00")
    assert titles(shown(held)) == {}
    held.at("2026-06-16T08:00")
    (section,) = shown(held).sections
    assert (section.name, len(section.lines)) == ("unanswered", 4)
    assert section.more > 4


def test_a_list_is_cut_and_counts_the_rest(book: Book) -> None:
    held = Held.of(book, answer_by="2026-08-31").at("2026-06-16T08:00")
    for number in range(9):
        held.owes("2026-06-18", key=f"own-{number}", title=str(number))
    (section,) = shown(held).sections
    assert (len(section.lines), section.more) == (4, 5)


def test_the_first_button_is_the_plan_and_the_series_is_in_the_menu(book: Book) -> None:
    buttons = shown(Held.of(book)).buttons
    assert [one.action for one in buttons if one.primary] == ["plan"]
    assert [one.action for one in buttons if one.overflow] == ["check_in"]


def test_a_question_that_people_answer_differently_is_disputed(book: Book) -> None:
    held = Held.of(book)
    held.says(LEAD, "ST6", works_council="agreed", data_protection="agreed")
    held.says(FM, "ST6", works_council="not_started", data_protection="agreed")
    held.at("2026-06-16T08:00")
    assert titles(shown(held))["disputed"]
