"""A room of questions (key facts, a factor, the services, closing): one waterfall serves them all."""

from __future__ import annotations

from dataclasses import replace

from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.answers.events import Except, Say
from bot.core.engagement import VoiceKind
from bot.core.playbook.ask import Ask
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.questions.forms import aside_form
from bot.core.step import Event
from dialogs.press import Press
from dialogs.standing import shown_values, with_standing
from dialogs.taken import BegunWith, Taken, apply_press
from dialogs.turn import WorkshopTurn
from dialogs.waterfall import AskAndTake

QUESTIONS = "room"
"""The id of the dialog, which stays what it was."""


class QuestionsDialog(AskAndTake):
    """Asks the questions of a room that are open for the person, one after the other."""

    def __init__(self) -> None:
        super().__init__(QUESTIONS)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the question, or after a refusal the same view with what was sent put back."""
        turn = self.turn(step)
        ask = _named(turn, step.options)
        if ask is None:
            return await step.end_dialog()
        action = turn.press.data.action if turn.press else ""
        more = tuple(filter(None, str(step.options.get("more") or "").split(",")))
        if not turn.faults:
            await turn.show_question(step.context, ask, only=more)
        else:
            sent = sent_values(turn.inputs)
            if action == "answer":
                await turn.show_question(step.context, ask, sent=sent, faults=turn.faults)
            elif action == "answer_more":
                await turn.show_question(step.context, ask, sent=sent, faults=turn.faults, only=more)
            else:
                await turn.show(step.context, aside_form(turn.viewer, ask, action, sent, turn.faults))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Hand the press to the core; refused, ask again; taken, go on in this room or leave it."""
        turn = self.turn(step)
        options = dict(step.options or {})
        ask, press = _named(turn, options), turn.press
        shown = {} if ask is None else shown_values(turn, ask)
        sent = dict(turn.inputs)
        if ask is not None and press is not None and press.data.action == "answer_more":
            turn.press = replace(press, inputs=await with_standing(turn, ask, sent_values(sent)))
        if press is not None:
            # Clients leave out what is empty: the button names what was asked besides.
            sent = dict.fromkeys((press.data.item or "").split(","), "") | sent
        apply_press(turn, TAKES)
        if turn.faults:
            asked_for = {*sent, *(fault.field or "" for fault in turn.faults)}
            return await step.replace_dialog(self.id, {**options, "more": ",".join(sorted(asked_for))})
        turn.said_something = True
        if ask is not None and (more := turn.begun(ask, shown, sent)):
            return await step.replace_dialog(self.id, {**options_of(ask), "more": ",".join(more)})
        following = _next_in_room(turn, str(options["room"]))
        if following is None:
            return await step.end_dialog()
        return await step.replace_dialog(self.id, options_of(following))


def options_of(ask: Ask) -> BegunWith:
    """The options that the dialog is begun with: plain JSON, keyed by question, never by position."""
    return {"room": ask.question.room, "question": ask.question.id, "service": ask.service}


def _named(turn: WorkshopTurn, options: BegunWith) -> Ask | None:
    """The ask that the options name, None where it is not asked (any more)."""
    return turn.picture.find(str(options["question"]), options.get("service"))


def _next_in_room(turn: WorkshopTurn, room: str) -> Ask | None:
    """The person's next open question, if it is in this room."""
    left = turn.picture.queue(turn.person.key)
    return left[0] if left and left[0].question.room == room else None


def _pressed_at(turn: WorkshopTurn, press: Press) -> BegunWith | None:
    ask = turn.picture.find(press.data.question or "", press.service)
    return None if ask is None else options_of(ask)


def _says(kind: VoiceKind) -> Taken:
    def event(turn: WorkshopTurn, press: Press) -> Event:
        question, revision = press.data.question or "", press.data.revision
        return Say(turn.person, question, press.service, kind, press.inputs, revision)

    return Taken(QUESTIONS, event, _pressed_at)


def _excepts(turn: WorkshopTurn, press: Press) -> Event:
    return Except(turn.person, press.data.question or "", press.inputs)


TAKES = {
    "answer": _says("answer"),
    "answer_more": _says("answer"),
    "planned": _says("planned"),
    "handed": _says("handed"),
    "not_applicable": _says("not_applicable"),
    "skipped": _says("skipped"),
    "except": Taken(QUESTIONS, _excepts, _pressed_at),
}
"""Action of a button -> what this dialog takes it for."""
