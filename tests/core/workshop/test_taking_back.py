"""Whatever happened before, an answer that is taken back leaves the workshop as it was before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.core.answers.events import Say, Undo
from bot.core.engagement import Engagement
from bot.core.plan.items import Item, items
from bot.core.plan.rows import RecordItem
from bot.core.playbook.book import Book
from bot.core.questions.lasting import REFRESH_DUE
from bot.core.step import Event
from bot.core.talks.talks import talks_of
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshop.happenings import EVENTS, sayings
from tests.core.workshop.test_random_workshops import begun
from tests.core.workshops import FM, Workshop

BOOK = Book(small_playbook())


def what_counts(engagement: Engagement) -> Engagement:
    """The state but for what an undo rightly leaves: it is a change of its own, the cards in the thread are
    drawn anew for it, news of the answer are gone, and the earlier answer cannot be taken back any more.
    Offers are looked at below."""
    bare = replace(engagement, revision=0, updated="", seen=[], shared_stale=False, undoable={}, news={})
    due = {item: at for item, at in engagement.due.items() if item != REFRESH_DUE}
    return replace(bare, offered=[], posted={}, outdated={}, due=due)


def differing(one: Engagement, other: Engagement) -> dict[str, tuple[object, object]]:
    """The fields in which two states differ."""
    pairs = {name: (getattr(one, name), getattr(other, name)) for name in Engagement.__struct_fields__}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def takes_back(workshop: Workshop, said: Say) -> None:
    workshop.happens(Undo(said.by, said.question, said.service, workshop.engagement.revision))


@given(events=EVENTS, said=st.lists(sayings(), min_size=3, max_size=6))
def test_the_state_is_the_same_as_before_any_answer_that_was_taken_back(
    events: list[Event], said: list[Say]
) -> None:
    workshop = begun()
    for event in [*events, *said]:
        before, plan = workshop.engagement, {one.id: one for one in items(workshop.picture)}
        step = workshop.happens(event)
        if not isinstance(event, Say) or step.faults or step.engagement is before:
            continue
        after = workshop.engagement
        if event.by.key not in after.undoable:
            # What it replaced was long, and is known by its beginning only.
            continue
        written: dict[str, Item | None] = {
            one.id: one.item for one in step.records if isinstance(one, RecordItem)
        }
        takes_back(workshop, event)
        back = workshop.steps[-1]
        assert not back.faults
        assert differing(what_counts(workshop.engagement), what_counts(before)) == {}
        assert event.by.key not in workshop.engagement.undoable
        told = [talk for talk in workshop.engagement.offered if talk not in before.offered]
        assert set(told) <= {talk.id for talk in talks_of(workshop.picture)}, (
            "what is still offered is told once"
        )
        assert {one.id: one for one in items(workshop.picture)} == plan
        rows = {one.id: one.item for one in back.records if isinstance(one, RecordItem)}
        assert rows == {key: plan.get(key) for key in written}
        again = Undo(event.by, event.question, event.service, after.revision)
        assert workshop.happens(again).engagement is back.engagement, "taken back twice changes nothing"
        workshop.engagement = after


@given(events=EVENTS, late=st.lists(sayings(), min_size=1, max_size=4))
def test_what_others_said_meanwhile_stays_as_they_said_it(events: list[Event], late: list[Say]) -> None:
    workshop = begun()
    for event in events:
        workshop.happens(event)
    mine = Say(FM, "AW1", None, "answer", {"plan": "no"}, 10**6)
    step = workshop.happens(mine)
    if step.faults or step.engagement is workshop.steps[-2].engagement:
        return
    revision = workshop.engagement.revision
    for one in late:
        if one.by != FM:
            workshop.happens(one)
    others = {
        (key, voice.by): voice
        for key, said in workshop.engagement.voices.items()
        for voice in said
        if voice.by != FM.key
    }
    workshop.happens(Undo(FM, "AW1", None, revision))
    assert not workshop.steps[-1].faults
    kept = {
        (key, voice.by): voice
        for key, said in workshop.engagement.voices.items()
        for voice in said
        if voice.by != FM.key
    }
    assert kept == others
