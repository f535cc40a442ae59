"""Whatever people answer in whatever order, every place shows the owner whom the answer names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answers.events import Say
from bot.core.checkins.due import OWNER_DUE, owner_item
from bot.core.engagement import Person
from bot.core.export.document import engagement_document
from bot.core.papers.dates import dates
from bot.core.papers.minutes import minutes_paper
from bot.core.papers.paper import PaperTable
from bot.core.people.events import TakePart
from bot.core.plan.events import ActOnItem
from bot.core.plan.items import Item, item_title, items
from bot.core.plan.rows import RecordItem
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import InputField, Question
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.record.sheet.notes import next_text
from bot.core.screens.checkins.agenda import agenda_screen
from bot.core.screens.lines import findings
from bot.core.screens.plan.plan import item_screen
from bot.core.step import Event
from tests.core.workshops import FM, IT, LEAD, ROSTER, SPONSOR, running
from tests.playbook_of_tests import book_of_tests

BOOK = book_of_tests()
PEOPLE = (FM, LEAD, SPONSOR, IT)
SOMEBODY = st.sampled_from([*ROSTER, "Patti Fernandez", "Isaiah Langer", ""])
ABOUT_PEOPLE = [question for question in BOOK.playbook.questions if question.asks_for_people]


def entered(field: InputField) -> st.SearchStrategy[Any]:
    """What somebody may enter into a field; of people one from the list, a name, or nobody."""
    if field.kind == "person":
        return SOMEBODY
    if field.kind == "yes_partly_no":
        return st.sampled_from(["yes", "partly", "no"])
    if field.choices:
        return st.sampled_from([choice.id for choice in field.choices])
    return st.just({"number": "500", "date": "2026-10-05"}.get(field.kind, ""))


def inputs(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    """The inputs of a question, filled in."""
    return st.fixed_dictionaries({field.id: entered(field) for field in question.fields}).map(
        lambda raw: in_inputs(question, raw)
    )


def in_inputs(question: Question, raw: Mapping[str, Any]) -> dict[str, Any]:
    """A name goes into the input beside the list."""
    people = {field.id for field in question.fields if field.kind == "person"}
    return {
        name + OTHER_PERSON if name in people and value not in ROSTER else name: value
        for name, value in raw.items()
    }


@st.composite
def happenings(draw: st.DrawFn) -> Event:
    """Most often somebody answers; sometimes a role is taken, or an action passed on."""
    by: Person = draw(st.sampled_from(PEOPLE))
    question: Question = draw(st.sampled_from(ABOUT_PEOPLE))
    match draw(st.sampled_from(["say"] * 6 + ["plan", "join", "pass on"])):
        case "say":
            return Say(by, question.id, None, "answer", draw(inputs(question)), 10**6)
        case "plan":
            raw = {"planned_by": draw(st.sampled_from([*ROSTER])), "planned_on": "2026-06-26"}
            return Say(by, question.id, None, "planned", raw, 10**6)
        case "join":
            roles = draw(st.sampled_from(["project_lead", "communication,training", "sponsor", "listener"]))
            return TakePart(by, {"roles": roles})
    return ActOnItem(FM, question.id, "owner", {"owner_name": "Set by the FM"})


def named(picture: Picture, item: Item) -> str | None:
    """Whom somebody set in the plan, or the answer names by the field that the playbook says; None where
    nobody is named."""
    state = picture.engagement.plan.get(item.id)
    if state is not None and state.owner is not None:
        return state.owner["name"]
    found = picture.standing(picture.asks.by_key[item.id])
    assert found.voice is not None
    field: str | None = "planned_by"
    if found.voice.kind == "answer":
        field = (found.rule.closes if found.rule else None) or found.ask.question.closes
    value = found.voice.fields.get(field or "")
    return value["name"] if isinstance(value, dict) else None


def in_minutes(viewer: Viewer) -> dict[str, str]:
    """Action -> owner, as the table of the minutes names them."""
    words = viewer.words
    tables = [block for block in minutes_paper(viewer).blocks if isinstance(block, PaperTable)]
    rows = [row for table in tables if table.columns[0] == words("plan.item") for row in table.rows]
    return {str(row[0]): str(row[1]).replace(words("plan.nobody"), "") for row in rows}


def in_agenda(viewer: Viewer) -> dict[str, str]:
    """The same of the agenda; who is late was told in person, and is not named before that is over."""
    sections = agenda_screen(viewer, None, (), {}).sections
    lines = [line.item for section in sections for line in section.lines if line.item is not None]
    return {line.title: line.owner for line in lines if not line.late}


def in_findings(viewer: Viewer) -> dict[str, str]:
    """The same of results and next steps."""
    return {one.action: one.owner for one in findings(viewer, viewer.picture.standings) if one.action}


def in_calendar(viewer: Viewer) -> dict[str, str]:
    """The same of the calendar file."""
    whose = viewer.words("calendar.owner", name="")
    return {
        entry.title: "".join(
            line.removeprefix(whose) for line in entry.about.splitlines() if line.startswith(whose)
        )
        for entry in dates(viewer).entries
        if entry.id.startswith("action-")
    }


def in_export(viewer: Viewer) -> dict[str, str]:
    """The same of the export; there titles are in the workshop's language."""
    document = engagement_document(BOOK, viewer.engagement, {}, viewer.picture.now)
    titles = {item.id: item_title(BOOK, item, viewer.language) for item in items(viewer.picture)}
    return {titles[one["id"]]: one["owner"] or "" for one in document["action_items"]}


PLACES = (in_minutes, in_agenda, in_findings, in_calendar, in_export)


@settings(max_examples=60)
@given(events=st.lists(happenings(), min_size=4, max_size=25), begins=st.sampled_from(["", "2026-07-01"]))
def test_the_owner_who_is_shown_is_the_one_who_is_named(events: list[Event], begins: str) -> None:
    workshop = running(BOOK, depth="full", pilot="", launch=begins)
    written: dict[str, Item | None] = {}
    for event in events:
        workshop.passes(hours=5)
        step = workshop.happens(event)
        written |= {one.id: one.item for one in step.records if isinstance(one, RecordItem)}
    viewer = workshop.viewer(language="en")
    places = [place(viewer) for place in PLACES]
    plan = items(workshop.picture)
    for item in plan:
        title, owner = item_title(BOOK, item, "en"), item.owner["name"] if item.owner else ""
        assert named(workshop.picture, item) in (owner, None), title
        assert item_screen(viewer, item).line.owner == owner
        assert [place.get(title, owner) for place in places] == [owner] * len(places), title
        assert owner in next_text(workshop.picture, item, viewer.words)
    assert {key: item for key, item in written.items() if item} == {item.id: item for item in plan}
    told = {one for one in workshop.engagement.due if one.startswith(OWNER_DUE)}
    assert told <= {owner_item(item.owner_key) for item in plan if item.owner_key}


def test_the_places_name_the_owners_of_all_actions(book: Book) -> None:
    workshop = running(book)
    workshop.says(LEAD, "TR1", plan="partly", owner=IT.key)
    workshop.says(LEAD, "AW1", plan="no", owner_name="Patti Fernandez")
    viewer = workshop.viewer(language="en")
    assert [sorted(place(viewer).values()) for place in PLACES] == [
        ["Ivo Techniker", "Patti Fernandez"]
    ] * len(PLACES)
