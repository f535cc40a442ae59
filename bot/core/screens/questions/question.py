"""The question card: the progress, the question, its reason, inputs, matching material, one main button."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from bot.core.answers.voices import speaks_for
from bot.core.engagement import Value, Voice
from bot.core.parts import UNSAID, Button, Input, Link, Said, Stamp
from bot.core.playbook.ask import Ask
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.playbook.model.playbook import Question
from bot.core.problems import Fault
from bot.core.questions.asks import place, place_of_mine
from bot.core.questions.closing import (
    ResultStands,
    is_last,
    kept_with_confirmation,
    without_confirmation,
)
from bot.core.questions.facts import SAYING, the_answer
from bot.core.questions.standing import prefilled, voice_values
from bot.core.questions.verdicts import is_disputed
from bot.core.reading.library import links
from bot.core.reading.result import result_news
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, name_of, say, value_text, voice_text
from bot.core.screens.forms.inputs import form_problem, question_inputs
from bot.core.screens.lines import minutes_for, service_names
from bot.core.screens.questions.applying import shown_inputs
from bot.core.screens.questions.folding import folded_inputs, longest_choices, with_closed_choices
from bot.core.setup_fields import SETUP_DAYS


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """`number` of `total` counts the reader's own questions, with the `minutes` that those left take; where
    nobody is the reader, those of the room; 0 where the question is not the reader's. `known` is an
    answer that stands already (when it is changed, or another person gave it), with who gave it. `note` is a
    quiet line above everything, for the reader alone."""

    stamp: Stamp
    room: str
    number: int
    total: int
    ask: str
    why: str
    inputs: tuple[Input, ...]
    links: tuple[Link, ...]
    buttons: tuple[Button, ...]
    facts: tuple[tuple[str, Said], ...] = ()  # what is known already: (label, value)
    service: str = ""
    known_by: Said = UNSAID
    known: Said = UNSAID
    offered_again: bool = False
    handed_by: Said = UNSAID
    note: Said = UNSAID
    problem: str = ""
    folded: frozenset[str] = frozenset()  # ids of inputs that a press unfolds
    apart: frozenset[str] = frozenset()  # ids of those of which each is unfolded by a press on its own name
    minutes: int = 0
    one_step_on: bool = False


def question_screen(
    viewer: Viewer,
    ask: Ask,
    *,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    whole: Mapping[str, Value] | None = None,
    only: Collection[str] = (),
    at_once: bool = False,
) -> QuestionScreen:
    """The card of a question for a person: empty, prefilled, with their own answer, or, after a refusal,
    with what they sent put back and each fault at its field.

    `whole` are the fields of the reader's own answer from its row, where the state holds only the
    beginning of a text (`Voice.cut`): without them, saving again would save the beginning.
    `only` are the inputs that began to apply with what was saved: nothing else is shown. `at_once`: no view
    will follow, so that everything is shown, what may not apply with when it does.
    """
    question, language = ask.question, viewer.language
    engagement = viewer.engagement
    voices = engagement.voices.get(ask.key, [])
    own = next((voice for voice in voices if viewer.person and voice.by == viewer.person.key), None)
    counted = the_answer(voices)
    values = dict(sent) if sent is not None else standing_values(viewer, ask, own or counted, whole)
    if only and sent is None:
        known = prefilled(viewer.book, engagement, question)
        values = {
            name: one for name, one in known.items() if name.removesuffix(OTHER_PERSON) in only
        } | values
    again = viewer.picture.is_asked_again(ask)
    number, total, left = _place(viewer, ask)
    room = next(room for room in viewer.book.playbook.rooms if room.id == question.room)
    handed = counted is not None and counted.kind == "handed"
    shown = own if own is not None else counted if not handed else None
    shown = _that_still_holds(viewer, ask, shown)
    shown_links = _links(viewer, question)
    people = viewer.people if question.asks_for_people else {}
    me = viewer.person.key if viewer.person else ""
    inputs = question_inputs(viewer.book, engagement, question, viewer.words, people, values, faults, me)
    inputs = _asked_for(viewer, ask, shown_inputs(viewer, question, inputs, values, only, at_once))
    said = None if at_once or only or again else shown
    told = said is not None and said.kind == "answer"
    folds = told or is_last(viewer.book, ask)
    screen = QuestionScreen(
        stamp=viewer.stamp(ask),
        room=say(room.name, language),
        number=number,
        total=total,
        ask=say(question.ask, language),
        why=say(question.why, language),
        inputs=with_closed_choices(inputs) if said else inputs,
        links=shown_links,
        buttons=_AGAIN if again else _buttons(viewer, ask, shown_links),
        facts=_facts(viewer, question),
        service=viewer.book.service_names[ask.service] if ask.service else "",
        known_by=name_of(engagement, shown.by) if shown else UNSAID,
        known=voice_text(viewer.book, question, shown, viewer.words) if shown else UNSAID,
        offered_again=own is not None and own.kind == "skipped",
        handed_by=name_of(engagement, counted.by) if handed and counted and counted is not own else UNSAID,
        folded=folded_inputs(ask, inputs, told=told and sent is None) if folds else frozenset(),
        apart=longest_choices(inputs) if said and not folds else frozenset(),
        note=Said(result_news(viewer.picture, viewer.words)) if again else UNSAID,
        problem=form_problem(faults, viewer.words),
        minutes=left,
    )
    if sent is not None:
        began = [one.id for one in screen.inputs if one.id in viewer.book.conditional[question.id]]
        screen = dataclasses.replace(screen, buttons=_naming(screen.buttons, began))
    return _one_step_on(viewer, screen, only) if only else screen


def _naming(buttons: tuple[Button, ...], began: Collection[str]) -> tuple[Button, ...]:
    """The buttons of a card whose inputs began to apply: its answer names those, so that they are not asked
    once more where they were left empty."""
    data = _named(began)
    return tuple(dataclasses.replace(one, data=data) if one.action == "answer" else one for one in buttons)


def _one_step_on(viewer: Viewer, screen: QuestionScreen, only: Collection[str]) -> QuestionScreen:
    """The same question with nothing but what began to apply."""
    return dataclasses.replace(
        screen,
        why=viewer.words("question.more"),
        one_step_on=True,
        links=(),
        facts=(),
        known=UNSAID,
        known_by=UNSAID,
        handed_by=UNSAID,
        buttons=_more(only),
    )


def _place(viewer: Viewer, ask: Ask) -> tuple[int, int, int]:
    """The number of a question among the reader's own, their count, and the minutes for those left."""
    asks = viewer.picture.asks
    if viewer.person is None:
        return (*place(asks, ask), 0)
    open_ones = viewer.picture.queue(viewer.person.key)
    number, total = place_of_mine(viewer.engagement, asks, open_ones, viewer.person.key, ask)
    return number, total, minutes_for(len(open_ones)) if open_ones else 0


def _that_still_holds(viewer: Viewer, ask: Ask, voice: Voice | None) -> Voice | None:
    """An answer without its confirmation of the result where that was taken back."""
    changed = viewer.picture.result.stands is ResultStands.CHANGED and is_last(viewer.book, ask)
    return without_confirmation(viewer.book, voice) if changed and voice is not None else voice


def _asked_for(viewer: Viewer, ask: Ask, inputs: tuple[Input, ...]) -> tuple[Input, ...]:
    """Of the inputs those that are asked for: all, or the confirmation of the result alone."""
    last, person = viewer.book.last, viewer.person.key if viewer.person else ""
    kept = kept_with_confirmation(viewer.book, viewer.engagement, viewer.picture.asks, ask, person)
    if last is not None and is_last(viewer.book, ask):
        # So many choices stand closed, so that they fit on a phone; the confirmation only once it is given.
        inputs = tuple(
            one
            if not one.required or (one.id == last.field and not one.value)
            else dataclasses.replace(one, expanded=False)
            for one in inputs
        )
    return inputs if kept is None or last is None else tuple(one for one in inputs if one.id == last.field)


def _links(viewer: Viewer, question: Question) -> tuple[Link, ...]:
    """The question's material; the FM sees of what they present when they did."""
    shown = viewer.engagement.shown if viewer.is_fm else {}
    return tuple(
        dataclasses.replace(one, shown=shown[one.key].on) if one.key in shown else one
        for one in links(viewer.book, question.resources, viewer.reader, beside=True)
    )


def standing_values(
    viewer: Viewer, ask: Ask, voice: Voice | None, whole: Mapping[str, Value] | None
) -> dict[str, str]:
    """The values of the inputs while nobody has entered anything: those of this voice, else the prefilled."""
    voice = _that_still_holds(viewer, ask, voice)
    if voice is not None and voice.kind == "answer":
        return voice_values(replace(voice, fields={**voice.fields, **(whole or {})}))
    return prefilled(viewer.book, viewer.engagement, ask.question)


_LONGEST_ITEM = 80
"""Characters that the data of a press takes in one place."""
_ALWAYS = (
    Button("answer", primary=True, bare=False),
    Button("form", (("form", "handed"),), label="handed"),
    Button("later"),
    Button("form", (("form", "planned"),), label="planned", overflow=True),
    Button("form", (("form", "not_applicable"),), label="not_applicable", overflow=True),
    Button("form", (("form", "skipped"),), label="skipped", overflow=True),
)
_AGAIN = (Button("answer", primary=True, bare=False), Button("later"), Button("overview"))
"""The buttons where an answer stands, and only its confirmation of the result is asked for."""
_EXCEPT = Button("form", (("form", "except"),), label="except", overflow=True)
_BACK = Button("back", overflow=True)
_MATERIAL = Button("material", label="note_shown", overflow=True)


def _buttons(viewer: Viewer, ask: Ask, shown: Sequence[Link]) -> tuple[Button, ...]:
    buttons = [*_ALWAYS]
    if ask.service is None and not ask.question.services and ask.question.factor and _several(viewer):
        buttons.append(_EXCEPT)
    if previous(viewer, ask) is not None:
        buttons.append(_BACK)
    if any(one.presented for one in shown):
        buttons.append(_MATERIAL)
    return (*buttons, *_judging(viewer, ask))


def _named(inputs: Collection[str]) -> tuple[tuple[str, str], ...]:
    named = ",".join(sorted(inputs))
    return (("item", named),) if 0 < len(named) <= _LONGEST_ITEM else ()


def _more(only: Collection[str]) -> tuple[Button, ...]:
    """The buttons where an answer was saved, and only what began to apply with it is asked."""
    return (
        Button("answer_more", _named(only), label="answer", primary=True, bare=False),
        Button("my_questions", label="without_more"),
    )


def _judging(viewer: Viewer, ask: Ask) -> list[Button]:
    """The buttons by which the FM settles, or those whose question it is confirm, the answers of others."""
    voices = viewer.engagement.voices.get(ask.key, [])
    answer = the_answer(voices)
    if viewer.person is None or answer is None or answer.kind not in SAYING:
        return []
    if viewer.is_fm and is_disputed(voices, viewer.engagement.settled.get(ask.key)):
        return [Button("form", (("form", "settle"),), label="settle_next")]
    if not answer.confirmed and speaks_for(viewer.engagement, ask, viewer.person.key):
        return [Button("confirm")]
    return []


def previous(viewer: Viewer, ask: Ask) -> Ask | None:
    """The question before this one that the reader answered, to go back to."""
    if viewer.person is None:
        return None
    mine, said, asks = viewer.person.key, viewer.engagement.voices, viewer.picture.asks
    for other in reversed(asks[: asks.places.get(ask.key, len(asks))]):
        if other.key in said and any(voice.by == mine for voice in said[other.key]):
            return other
    return None


def _several(viewer: Viewer) -> bool:
    return viewer.engagement.setup.depth == "full" and len(viewer.engagement.setup.services) > 1


def _facts(viewer: Viewer, question: Question) -> tuple[tuple[str, Said], ...]:
    """The values of the setup and of other answers that the question shows; unknown ones are left out."""
    found: list[tuple[str, Said]] = []
    for subject in question.shows:
        owner, _, name = subject.partition(".")
        if owner == "setup":
            label, text = viewer.words(f"field.{name}"), _setup_text(viewer, name)
        else:
            other = viewer.book.questions[owner]
            label, text = say(other.title, viewer.language), _answer_text(viewer, other, name)
        if text:
            found.append((label, Said(text)))
    return tuple(found)


def _setup_text(viewer: Viewer, name: str) -> str:
    value = getattr(viewer.engagement.setup, name)
    if isinstance(value, list):
        return ", ".join(service_names(viewer, value))
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, str) and viewer.words.has(f"option.{value}"):
        return viewer.words(f"option.{value}")
    if value and name in SETUP_DAYS:
        return day_text(value, viewer.language)
    return "" if value is None else str(value)


def _answer_text(viewer: Viewer, question: Question, name: str) -> str:
    voice = the_answer(viewer.engagement.voices.get(question.id, []))
    field = next((field for field in question.fields if field.id == name), None)
    if voice is None or field is None or name not in voice.fields:
        return ""
    return value_text(viewer.book, field, voice.fields[name], viewer.words)
