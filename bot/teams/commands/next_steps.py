"""/next-steps: what this customer and this FM do now."""

from bot.core.questions.lasting import NEXT_STEPS_CARD
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with the steps: the customer's version in the channel, the FM's own privately."""
    if await workshop_of(call, COMMAND.key):
        await call.show_lasting(NEXT_STEPS_CARD, next_steps_screen(call.viewer))


COMMAND = Command("next_steps", ("next-steps", "naechste-schritte", "nächste-schritte"), _run)
