"""A room of the workshop (DIBS, a factor, the services, closing): one waterfall serves them all."""

from __future__ import annotations

from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.ask import Ask
from bot.core.engagement import VoiceKind
from bot.core.events import Except, Say
from bot.core.screens.forms import aside_form
from bot.core.screens.inputs import sent_values
from dialogs.sitting import Sitting
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
        sitting = self.sitting(step)
        ask = asked(sitting, step.options)
        if ask is None:
            return await step.end_dialog()
        action = sitting.press.data.action if sitting.press else ""
        if not sitting.faults:
            await sitting.show_question(step.context, ask)
        else:
            sent = sent_values(sitting.inputs)
            if action == "answer":
                await sitting.show_question(step.context, ask, sent=sent, faults=sitting.faults)
            else:
                await sitting.show(
                    step.context, aside_form(sitting.viewer, ask, action, sent, sitting.faults)
                )
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Hand the press to the core; refused, ask again; taken, go on in this room or leave it."""
        sitting = self.sitting(step)
        options = dict(step.options or {})
        press = sitting.press
        if press is not None:
            question, service = str(options["question"]), options.get("service")
            if press.data.action == EXCEPT:
                sitting.take(Except(sitting.person, question, press.inputs))
            else:
                kind = KINDS[press.data.action]
                sitting.take(Say(sitting.person, question, service, kind, press.inputs, press.data.revision))
            if sitting.faults:
                return await step.replace_dialog(self.id, options)
            sitting.said_something = True
        following = next_in_room(sitting, str(options["room"]))
        if following is None:
            return await step.end_dialog()
        return await step.replace_dialog(self.id, options_of(following))


def options_of(ask: Ask) -> dict[str, str | None]:
    """What a room's dialog is begun with: plain JSON, keyed by question, never by position."""
    return {"room": ask.question.room, "question": ask.question.id, "service": ask.service}


def asked(sitting: Sitting, options: dict[str, str | None]) -> Ask | None:
    """The ask that the options name, None where it is not asked (any more)."""
    return sitting.picture.find(str(options["question"]), options.get("service"))


def next_in_room(sitting: Sitting, room: str) -> Ask | None:
    """The person's next open question, if it is in this room."""
    left = sitting.picture.queue(sitting.person.key)
    return left[0] if left and left[0].question.room == room else None
