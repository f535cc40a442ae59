"""Whatever people do, the result is confirmed for what it is, with the questions open, and views agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.answers.events import AskLast, Say
from bot.core.plan.items import Item, items
from bot.core.plan.rows import RecordItem
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import FieldChoice
from bot.core.playbook.model.playbook import InputField, Playbook, Rule
from bot.core.questions.asks import is_open
from bot.core.questions.closing import ResultStands
from bot.core.questions.verdicts import standing
from bot.core.reading.result import result_news, result_sentence
from bot.core.screens.minutes.minutes import minutes_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.step import Event
from bot.core.verdict import Verdict
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshop.happenings import BY, LED, happenings
from tests.core.workshops import FM, IT, LEAD, Workshop


def with_a_last_question() -> Playbook:
    """The small playbook, in which the closing question confirms the result."""
    small = small_playbook()
    words = {"de": "x", "en": "x"}
    choices = [
        FieldChoice(id="confirmed", label=words, confirms=True),
        FieldChoice(id="not_yet", label=words),
    ]
    confirm = InputField(id="confirm", kind="choice", label=words, choices=choices)
    rules = [
        Rule(verdict=Verdict.AT_RISK, when={"confirm": "not_yet"}),
        Rule(verdict=Verdict.READY, when={"confirm": "confirmed"}),
    ]
    questions = [
        one.model_copy(update={"last": True, "fields": [*one.fields, confirm], "verdict": rules})
        if one.id == "CL"
        else one
        for one in small.questions
    ]
    return small.model_copy(update={"questions": questions})


BOOK = Book(with_a_last_question())
WORDS = st.sampled_from(["confirmed", "confirmed", "not_yet", ""])
CLOSING = st.builds(
    lambda by, word: Say(by, "CL", None, "answer", {"deeper": "", "confirm": word}, 10**6), BY, WORDS
)
EVENTS = st.lists(
    st.one_of(happenings(), happenings(), CLOSING, st.builds(AskLast, LED)), min_size=20, max_size=40
)


def begun() -> Workshop:
    workshop = Workshop(BOOK)
    workshop.is_set_up(depth="short")
    workshop.joins(LEAD, "project_lead")
    workshop.joins(IT, "it")
    return workshop


def views_agree(workshop: Workshop) -> None:
    """All that show the result say the same, and of a confirmed one how many questions are open."""
    picture = workshop.picture
    for person, language in ((None, "de"), (FM, "en")):
        viewer = workshop.viewer(person, language=language)
        whole, news = result_sentence(picture, viewer.words), result_news(picture, viewer.words)
        assert minutes_screen(viewer).result in (whole, "")
        assert summary_screen(viewer).result == (whole if picture.finished else news)
        assert status_screen(viewer).result == news
        shown = workshop.engagement.status in ("running", "completed")
        assert workshop_screen(viewer).result == (news if shown else "")
    others = [ask for ask in picture.every if ask.key != "CL"]
    left = sum(is_open(workshop.engagement.voices.get(ask.key, [])) for ask in others)
    if picture.result.stands is ResultStands.CONFIRMED:
        assert picture.result.left == left
        text = result_sentence(picture, workshop.viewer(language="en").words)
        number = {0: "", 1: "one question open"}.get(left, f"{left} questions open")
        assert number in text


@given(events=EVENTS)
def test_a_result_is_confirmed_with_what_is_open_and_never_otherwise(events: list[Event]) -> None:
    workshop = begun()
    written: dict[str, Item | None] = {}
    for event in events:
        step = workshop.happens(event)
        written |= {one.id: one.item for one in step.records if isinstance(one, RecordItem)}
        picture, engagement = workshop.picture, workshop.engagement
        views_agree(workshop)
        assert {key: item for key, item in written.items() if item} == {one.id: one for one in items(picture)}
        others = [ask for ask in picture.every if ask.key != "CL"]
        waiting = any(is_open(engagement.voices.get(ask.key, [])) for ask in others)
        asked = [key for key in engagement.people if any(ask.key == "CL" for ask in picture.queue(key))]
        if waiting and engagement.closing.opened is None:
            assert not asked, "it is asked last"
        held = {ask.key: picture.standing(ask) for ask in picture.asks if ask.key != "CL"}
        assert held == {key: standing(BOOK, picture.facts, one.ask) for key, one in held.items()}
        everybody = {
            *engagement.people,
            *(one.handed_to for said in engagement.voices.values() for one in said),
        }
        assert picture.finished == (not any(picture.queue(key) for key in everybody if key))
