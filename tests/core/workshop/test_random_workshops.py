"""Whatever three people do in whatever order, the workshop keeps its promises."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.core.answers.events import Say
from bot.core.engagement import Engagement, Person, Voice
from bot.core.export.document import engagement_document
from bot.core.export.page import engagement_record
from bot.core.papers.record_sheet import record_sheet
from bot.core.plan.items import CLOSED, Item, items
from bot.core.plan.rows import RecordItem
from bot.core.plan.urgency import first_needed
from bot.core.playbook.book import Book
from bot.core.ports import Row
from bot.core.questions.effects import PostResult, PostSummary
from bot.core.questions.facts import SAYING
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import standing
from bot.core.record.sheet.cells import sheet_services
from bot.core.screens.checkins.check_in import check_in_view, pause_form, series_form, snooze_form
from bot.core.screens.plan.plan import item_screen, plan_screen
from bot.core.screens.questions.question import question_screen
from bot.core.screens.record.completing import completing_screen, outcomes_screen
from bot.core.screens.record.record import record_screen
from bot.core.screens.record.tasks import tasks_screen
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.portfolio import portfolio_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import ending
from bot.core.step import Event
from bot.core.workshop.advance import advance
from bot.core.workshop.path_finder import Place, next_for
from bot.kept.state.row import STATE_ROW, read_state, state_columns
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshop.happenings import EVENTS, PEOPLE
from tests.core.workshops import FM, IT, LEAD, ROSTER, Workshop
from tests.playbook_of_tests import texts_of_tests

BOOK = Book(small_playbook())
SECONDS = st.lists(st.integers(min_value=0, max_value=400), min_size=45, max_size=45)


def begun() -> Workshop:
    """A full workshop of three people: the FM, the project lead, and somebody of IT."""
    workshop = Workshop(BOOK)
    workshop.is_set_up(depth="full")
    workshop.joins(LEAD, "project_lead")
    workshop.joins(IT, "it")
    return workshop


def said_by(engagement: Engagement, person: Person) -> dict[str, Voice]:
    """What one person said, by question; whether it is confirmed is not theirs to say."""
    voices = engagement.voices.items()
    mine = {key: voice for key, said in voices for voice in said if voice.by == person.key}
    return {key: replace(voice, confirmed=False) for key, voice in mine.items()}


def everything_can_be_shown(picture: Picture) -> None:
    """Every screen, for everybody, in both languages."""
    workshop = Workshop(BOOK)
    workshop.engagement, workshop.now = picture.engagement, picture.now
    for person, language in ((None, "en"), (FM, "de"), (LEAD, "en")):
        viewer = workshop.viewer(person, language=language)
        for fill in (status_screen, summary_screen, next_steps_screen):
            assert fill(viewer).stamp.revision == picture.engagement.revision
        assert ending(viewer, "thanks").banner
        for ask in picture.asks:
            assert question_screen(viewer, ask).ask
        assert plan_screen(viewer).pages >= 1
        for item in items(picture):
            assert item_screen(viewer, item).line.title
        for show in (tasks_screen, outcomes_screen, completing_screen):
            assert show(viewer).buttons
        assert len(record_screen(viewer).rows) == len(sheet_services(picture))
    assert record_sheet(picture, texts_of_tests().words("en")).blocks
    fm = workshop.viewer(FM, personal=True)
    assert portfolio_screen([fm], 1, 1).lines[0].customer
    for form in (check_in_view, series_form, pause_form, snooze_form):
        assert form(fm).buttons
    document = engagement_document(BOOK, picture.engagement, {}, picture.now)
    assert len(document["action_items"]) == len(items(picture))
    assert len(document["answers"]) == sum(len(said) for said in picture.engagement.voices.values())
    assert engagement_record(BOOK, picture.engagement, texts_of_tests().words("de"), picture.now)


@given(events=EVENTS, seconds=SECONDS)
def test_the_workshop_keeps_its_promises_at_every_step(events: list[Event], seconds: list[int]) -> None:
    workshop = begun()
    posted: Counter[object] = Counter()
    written: dict[str, Item | None] = {}
    for event, span in zip(events, seconds, strict=False):
        workshop.passes(seconds=span)
        before = workshop.engagement
        step = workshop.happens(event)
        after = step.engagement
        assert step == advance(BOOK, before, event, workshop.now, ROSTER), "the same event, the same step"
        assert after.revision >= before.revision
        if step.faults:
            assert after is before
            assert not step.effects
            assert not step.records
        if step.records:
            assert after.revision == before.revision + 1
        for person in PEOPLE:
            if person != event.by:
                assert said_by(after, person) == said_by(before, person)
        posted.update(one for one in step.effects if isinstance(one, PostResult | PostSummary))
        picture = workshop.picture
        assert picture.standings == [standing(BOOK, picture.facts, ask) for ask in picture.asks]
        written |= {one.id: one.item for one in step.records if isinstance(one, RecordItem)}
        assert {key: item for key, item in written.items() if item} == {one.id: one for one in items(picture)}
        assert after.urgent == first_needed(picture, items(picture))
        kept = {key for key, state in before.plan.items() if state.status in CLOSED}
        assert kept <= {one.id for one in items(picture)}, "what was done stays in the plan"
        everybody = {*after.people, *(voice.handed_to for said in after.voices.values() for voice in said)}
        nobody_is_asked = not any(picture.queue(key) for key in everybody if key)
        assert nobody_is_asked == picture.finished
    assert all(count == 1 for count in posted.values())


@given(events=EVENTS)
def test_every_state_that_can_be_reached_is_shown_exported_and_read_back(events: list[Event]) -> None:
    workshop = begun()
    for event in events:
        workshop.happens(event)
    engagement = workshop.engagement
    assert read_state(Row(engagement.id, STATE_ROW, state_columns(engagement), "1")) == engagement
    everything_can_be_shown(workshop.picture)


KINDS = st.lists(
    st.sampled_from(["answer", "planned", "not_applicable", "skipped", "handed", "handed_to_nobody"]),
    min_size=60,
    max_size=60,
)
ANSWERS = {
    "D1": {"start": "2026-12-01", "in_use": "no"},
    "ST1": {"state": "asked"},
    "ST2": {},
    "SZ1": {"scenarios": "meetings"},
    "AW1": {"plan": "partly"},
    "TR1": {"people": "7"},
    "TE1": {"decided": "yes"},
    "CL": {},
}


@settings(max_examples=80)
@given(kinds=KINDS, turns=st.lists(st.integers(min_value=0, max_value=2), min_size=60, max_size=60))
def test_who_follows_the_bot_is_asked_everything_once_and_what_was_put_off_twice(
    kinds: list[str], turns: list[int]
) -> None:
    workshop = begun()
    asked: Counter[tuple[str, str]] = Counter()
    put_off: Counter[str] = Counter()
    handed: Counter[str] = Counter()
    for kind, turn in zip(kinds, turns, strict=True):
        waiting = [person for person in PEOPLE if workshop.queue(person)]
        if not waiting:
            break
        person = waiting[turn % len(waiting)]
        following = next_for(workshop.picture, person.key)
        assert following.place is Place.ROOM
        assert following.ask is not None
        key = following.ask.key
        asked[person.key, key] += 1
        others = [one.key for one in PEOPLE if one != person]
        if kind == "handed" and handed[key] < 2:
            handed[key] += 1
            raw = {"handed_to": others[turn % 2]}
        elif kind.startswith("handed"):
            kind, raw = "handed", {}
            put_off[key] += person == FM
            handed[key] += person != FM
        elif kind == "planned":
            raw = {"planned_by_name": "Ada", "planned_on": "2026-06-12"}
        elif kind == "answer":
            raw = ANSWERS[key]
        else:
            raw = {"because": "so"}
            put_off[key] += kind == "skipped"
        step = workshop.happens(Say(person, key, None, kind, raw, workshop.engagement.revision))  # type: ignore[arg-type]
        assert not step.faults
        workshop.now += timedelta(seconds=20)
    for (_, key), count in asked.items():
        assert count <= 1 + min(put_off[key], 2) + handed[key], key
    for key, said in workshop.engagement.voices.items():
        assert put_off[key] <= 2, key
        assert sum(voice.kind in SAYING for voice in said) <= 1, f"{key} was answered twice"
    if not any(workshop.queue(person) for person in PEOPLE):
        assert workshop.picture.finished
        assert workshop.engagement.summary_posted
