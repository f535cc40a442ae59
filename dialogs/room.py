"""A room of the workshop (DIBS, a factor, the services, closing): one waterfall serves them all."""

from __future__ import annotations

from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.answers.events import Except, Say
from bot.core.engagement import VoiceKind
from bot.core.playbook.ask import Ask
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.questions.forms import aside_form
from dialogs.turn import WorkshopTurn
from dialogs.waterfall import AskAndTake

ROOM = "room"
KINDS: dict[str, VoiceKind] = {
    "answer": "answer",
    "planned": "planned",
    "handed": "handed",
    "not_applicable": "not_applicable",
    "skipped": "skipped",
}
"""Actions that say something, and how it is stored."""
EXCEPT = "except"


class RoomDialog(AskAndTake):
    """Asks the questions of a room that are open for the person, one after the other."""

    def __init__(self) -> None:
        super().__init__(ROOM)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the question, or after a refusal the same view with what was sent put back."""
        turn = self.turn(step)
        ask = asked(turn, step.options)
        if ask is None:
            return await step.end_dialog()
        action = turn.press.data.action if turn.press else ""
        if not turn.faults:
            await turn.show_question(step.context, ask)
        else:
            sent = sent_values(turn.inputs)
            if action == "answer":
                await turn.show_question(step.context, ask, sent=sent, faults=turn.faults)
            else:
                await turn.show(step.context, aside_form(turn.viewer, ask, action, sent, turn.faults))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Hand the press to the core; refused, ask again; taken, go on in this room or leave it."""
        turn = self.turn(step)
        options = dict(step.options or {})
        press = turn.press
        if press is not None:
            question, service = str(options["question"]), options.get("service")
            if press.data.action == EXCEPT:
                turn.take(Except(turn.person, question, press.inputs))
            else:
                kind = KINDS[press.data.action]
                turn.take(Say(turn.person, question, service, kind, press.inputs, press.data.revision))
            if turn.faults:
                return await step.replace_dialog(self.id, options)
            turn.said_something = True
        following = next_in_room(turn, str(options["room"]))
        if following is None:
            return await step.end_dialog()
        return await step.replace_dialog(self.id, options_of(following))


def options_of(ask: Ask) -> dict[str, str | None]:
    """What a room's dialog is begun with: plain JSON, keyed by question, never by position."""
    return {"room": ask.question.room, "question": ask.question.id, "service": ask.service}


def asked(turn: WorkshopTurn, options: dict[str, str | None]) -> Ask | None:
    """The ask that the options name, None where it is not asked (any more)."""
    return turn.picture.find(str(options["question"]), options.get("service"))


def next_in_room(turn: WorkshopTurn, room: str) -> Ask | None:
    """The person's next open question, if it is in this room."""
    left = turn.picture.queue(turn.person.key)
    return left[0] if left and left[0].question.room == room else None
