"""/next-steps: what this customer and this FM do now."""

from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.teams.commands.pick import workshop_of
from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with the steps: the customer's version in the channel, the FM's own privately."""
    if await workshop_of(call, "next_steps"):
        await call.show(next_steps_screen(call.viewer))
