"""The waterfall of this project: two steps, ask and take, that also takes card presses."""

from __future__ import annotations

from abc import abstractmethod

from botbuilder.dialogs import (
    DialogContext,
    DialogReason,
    DialogTurnResult,
    WaterfallDialog,
    WaterfallStepContext,
)

from dialogs.turn import WorkshopTurn, turn_of


def state_of(dialog: str, options: object) -> dict[str, object]:
    """The state of a waterfall that has asked and waits."""
    return {"options": options, "values": {}, "instanceId": dialog, "stepIndex": 0}


def forget(context: DialogContext) -> None:
    """Part a context that is done with from the SDK's memory of it, which holds it in turn: neither would go
    before the garbage collector came, and with them all that a turn has drawn and worked out."""
    context.state = None


class AskAndTake(WaterfallDialog):
    """Ask, then take the answer and decide with the core how it goes on. Only these two steps, because
    the SDK saves a step's number: a deploy that inserted one would shift people in mid-conversation."""

    def __init__(self, dialog_id: str) -> None:
        super().__init__(dialog_id, [self.ask, self.take])

    @abstractmethod
    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show what is asked, and wait."""

    @abstractmethod
    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Take the press, and go on."""

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """Begin with `ask`. The SDK's own draws an id for its telemetry first, which is not cheap; here the
        dialog's id does, as on every stack that is rebuilt."""
        dialog_context.active_dialog.state |= state_of(self.id, options)
        return await self.run_step(dialog_context, 0, DialogReason.BeginCalled, None)

    async def on_step(self, step_context: WaterfallStepContext) -> DialogTurnResult:
        """Run a step; its context ends with it."""
        try:
            return await super().on_step(step_context)
        finally:
            forget(step_context)

    async def continue_dialog(
        self, dialog_context: DialogContext, reason: DialogReason | None = None, result: object = None
    ) -> DialogTurnResult:
        """Go on with any activity; the SDK's own ignores everything that is not a message."""
        return await self.resume_dialog(dialog_context, DialogReason.ContinueCalled, result)

    @staticmethod
    def turn(step: WaterfallStepContext) -> WorkshopTurn:
        """The turn that the step belongs to."""
        return turn_of(step.context)
