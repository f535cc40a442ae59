"""Typed text as an answer to the person's open question: saved with `Undo`, said back, or asked about."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.answers.acknowledging import OF_ANSWERS
from bot.core.answers.events import Say
from bot.core.answers.undoing import undoable
from bot.core.keys import short_hash
from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.questions.entries import REASON, question_entries
from bot.core.questions.news import without_news
from bot.core.questions.parse import TEXT_LIMIT, Entry, parse_all
from bot.core.questions.standing import inputs_out
from bot.core.reading.wording import label_of, reason_text, say, value_text, voice_text
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.core.texts import Words
from bot.core.typed.readings import (
    MOST_MEANINGS,
    Meaning,
    OpenQuestion,
    Understood,
    is_complete,
    understand,
)
from bot.teams.presses.action import TO_QUESTIONS
from bot.teams.turn.call import Call
from dialogs.runner import run_dialogs
from dialogs.standing import shown_values, with_standing
from dialogs.turn import WorkshopTurn

FOR_ALL = "all"
"""The mark of an `Undo` that stands in the thread, where all read that the answer was taken back."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The question that a person has open. It was `shown` to them, or is just the next of theirs: then a text
    is taken for its answer only where it plainly is one, and never saved at once."""

    ask: Ask
    shown: bool = True


async def take_as_answer(call: Call, turn: WorkshopTurn, opened: Opened, text: str) -> bool:
    """Answer the open question with a text, or ask about it; False where the text is no answer to it."""
    ask, question = opened.ask, held_against(turn, opened.ask)
    found = await _understood(question, text)
    if found == Understood():
        found = await _with_what_follows(turn, ask, text)
    if not opened.shown and any(one.guessed for one in found.readings):
        return False
    if opened.shown and _can_be_saved(question, found):
        inputs = dict(found.readings[0].inputs)
        await save_inputs(call, turn, ask, inputs, turn.engagement.revision, typed=True)
        return True
    written = _written(question, text) if opened.shown and found == Understood() else None
    if found == Understood() and written is None:
        return False
    # Nobody else reads what is not saved: it does not stand in the thread where Teams takes no private reply.
    call.whisper(NoticeScreen("in_private", call.stamp, buttons=TO_QUESTIONS))
    turn.asked = ask
    if found.readings:
        await _say_back(call, turn, ask, found.readings[:MOST_MEANINGS])
    elif found.fault is not None:
        again = Button("open", _named(ask), label="back_to_question", primary=True)
        await call.refuse_faults((found.fault,), (again,))
    elif written is not None:
        await _ask_which(call, turn, ask, text)
    return True


async def save_inputs(
    call: Call,
    turn: WorkshopTurn,
    ask: Ask,
    inputs: Mapping[str, str],
    revision: int,
    *,
    typed: bool = False,
) -> None:
    """Save an answer that somebody typed, and offer to take it back. Whoever reads it alone and did not press
    a button goes on with their next question."""
    whole = await with_standing(turn, ask, inputs)
    goes_on, shown = typed and call.private, shown_values(turn, ask)
    step = turn.apply(Say(turn.person, ask.question.id, ask.service, "answer", whole, revision, goes_on))
    if step.faults:
        await call.refuse_faults(step.faults, TO_QUESTIONS)
        return
    turn.said_something = True
    turn.engagement = without_news(turn.engagement, turn.person.key, ask.key, *OF_ANSWERS)
    await call.show(saved_notice(call, turn, ask))
    if goes_on and (more := turn.begun(ask, shown, inputs)):
        await turn.show_question(call.context, ask, only=more)
    elif goes_on:
        turn.press = None
        await run_dialogs(call.tools.dialogs, call.context)


def saved_notice(call: Call, turn: WorkshopTurn, ask: Ask) -> NoticeScreen:
    """The notice of what was saved, with `Undo` where that is possible."""
    voices = turn.engagement.voices.get(ask.key, [])
    own = next(voice for voice in voices if voice.by == turn.person.key)
    undo = undo_button(turn, ask, for_all=not call.private)
    buttons = TO_QUESTIONS if undo is None else (*TO_QUESTIONS, undo)
    title = Said(say(ask.question.title, call.words.language))
    said = voice_text(turn.book, ask.question, own, call.words)
    return NoticeScreen(
        "saved", call.viewer.stamp(), values=(("question", title), ("answer", said)), buttons=buttons
    )


def undo_button(turn: WorkshopTurn, ask: Ask, *, for_all: bool) -> Button | None:
    """The button that takes the person's last answer back, where it is one to this question; None where it is
    not, or cannot be taken back any more. `for_all`: it stands in the thread."""
    revision = undoable(turn.engagement, turn.person.key, ask.key)
    if revision is None:
        return None
    item = f"{short_hash(turn.person.key)}.{revision}.{FOR_ALL if for_all else ''}"
    return Button("undo", (*_named(ask), ("item", item)))


def taken_back_notice(call: Call, ask: Ask, words: Words) -> NoticeScreen:
    """The notice that an answer was taken back, which offers the question again."""
    title = Said(say(ask.question.title, words.language))
    again = Button("open", _named(ask), label="back_to_question", primary=True)
    return NoticeScreen("taken_back", call.stamp, values=(("question", title),), buttons=(again,))


def needed_entries(turn: WorkshopTurn, ask: Ask) -> list[Entry]:
    """The inputs without which a question is not answered; where it has none of these, the first."""
    entries = held_against(turn, ask).entries
    return [entry for entry in entries if entry.required] or [*entries[:1]]


def held_against(
    turn: WorkshopTurn, ask: Ask, values: Mapping[str, str] | None = None, *, every: bool = False
) -> OpenQuestion:
    """The question, as texts are held against it: the fields that apply to the values of its inputs, by
    default those that stand in it, or every field."""
    entries = question_entries(turn.book, turn.engagement, ask.question, turn.people)
    shown = shown_values(turn, ask) if values is None else values
    out = frozenset[str]() if every else inputs_out(turn.book, ask.question, shown)
    entries = [entry for entry in entries if entry.id not in out]
    labels = {field.id: tuple(field.label.values()) for field in ask.question.fields}
    return OpenQuestion(entries, labels, turn.words.language, turn.picture.facts.today, turn.person.key)


async def _understood(question: OpenQuestion, text: str) -> Understood:
    """The meanings of a text. Beside the loop, because the first day that is read loads a library."""
    return await asyncio.to_thread(understand, question, text)


async def _with_what_follows(turn: WorkshopTurn, ask: Ask, text: str) -> Understood:
    """The meanings of a text that also says what only applies with the rest of it: "partly, no budget"."""
    if not turn.book.conditional[ask.question.id]:
        return Understood()
    found = await _understood(held_against(turn, ask, every=True), text)
    shown = shown_values(turn, ask)
    kept = []
    for one in found.readings:
        inputs = dict(one.inputs)
        out = inputs_out(turn.book, ask.question, {**shown, **inputs})
        if out.isdisjoint(name.removesuffix(OTHER_PERSON) for name in inputs):
            kept.append(one)
    return Understood(tuple(kept))


def _can_be_saved(question: OpenQuestion, found: Understood) -> bool:
    exact = len(found.readings) == 1 and found.readings[0].exact
    return exact and is_complete(question, dict(found.readings[0].inputs))


def _written(question: OpenQuestion, text: str) -> Entry | None:
    """The field for a text in somebody's own words, where that is what the question needs."""
    needed = [entry for entry in question.entries if entry.required] or question.entries[:1]
    return next((entry for entry in needed if entry.kind == "text" and len(needed) == 1), None)


async def _say_back(call: Call, turn: WorkshopTurn, ask: Ask, found: Sequence[Meaning]) -> None:
    """What was understood, to be saved or changed; of several ways to take it the person chooses one."""
    typist = short_hash(turn.person.key)
    saves = [Button("save_understood", (("item", typist), *one.inputs), label="save") for one in found]
    said = [_said(call, turn, ask, one) for one in found]
    change = Button("change_understood", (("item", typist), *(found[0].inputs if len(found) == 1 else ())))
    stamp, asked = call.viewer.stamp(ask), say(ask.question.ask, call.words.language)
    if len(found) > 1:
        options = tuple(zip(said, saves, strict=True))
        await call.show(ChooseScreen("which_meaning", stamp, asked, options=options, buttons=(change,)))
        return
    choose = "understood_day" if found[0].proposed else "understood"
    save = Button("save_understood", (("item", typist), *found[0].inputs), label="save", primary=True)
    await call.show(ChooseScreen(choose, stamp, asked, said[0], buttons=(save, change)))


def _said(call: Call, turn: WorkshopTurn, ask: Ask, one: Meaning) -> Said:
    """What a text was understood as, each value behind its label."""
    entries = question_entries(turn.book, turn.engagement, ask.question, turn.people)
    values, _ = parse_all(entries, dict(one.inputs), turn.picture.facts.today)
    parts = [
        f"{label_of(field, call.words)}: {value_text(turn.book, field, values[field.id], call.words)}"
        for field in ask.question.fields
        if field.id in values
    ]
    if REASON in values:
        parts.append(reason_text(turn.book, str(values[REASON]), call.words.language))
    return Said(" · ".join(parts))


async def _ask_which(call: Call, turn: WorkshopTurn, ask: Ask, text: str) -> None:
    data = (*_named(ask), ("typed", text[:TEXT_LIMIT]))
    buttons = (Button("save_typed", data, primary=True), Button("search_typed", data))
    stamp, asked = call.viewer.stamp(ask), say(ask.question.ask, call.words.language)
    await call.show(ChooseScreen("save_or_search", stamp, asked, Said(text), buttons=buttons))


def _named(ask: Ask) -> tuple[tuple[str, str], ...]:
    """The data by which a button names a question."""
    return (("question", ask.question.id), ("service", ask.service or ""))
