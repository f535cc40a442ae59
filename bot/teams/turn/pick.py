"""Finds the workshop that a command is about: the channel's own, or in the personal chat one of the FM's."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.questions.parse import TEXT_LIMIT
from bot.core.screens.choose import ChooseScreen
from bot.teams.turn.call import Call

_MOST = 6


async def workshop_of(call: Call, command: str, rest: str = "") -> bool:
    """True where there is a workshop to work on now. If not, the person is told, or asked to pick one for the
    command of this key and what was typed behind it."""
    if call.turn is not None:
        return True
    found = (
        await call.tools.engagements.portfolio.of_fm(call.incoming.person.key)
        if call.incoming.scope == "personal"
        else []
    )
    if len(found) == 1 and await call.take_up(found[0][0]):
        return True
    if len(found) > 1:
        typed = (("typed", rest[:TEXT_LIMIT]),) if rest else ()
        options = tuple(
            (
                _title(call, customer, status),
                Button("pick", (("engagement", key), ("command", command), *typed), primary=place == 0),
            )
            for place, (key, customer, status) in enumerate(found[:_MOST])
        )
        more = (Button("portfolio", label="back_to_portfolio"),) if len(found) > _MOST else ()
        await call.show(ChooseScreen("which_workshop", call.stamp, options=options, buttons=more))
        return False
    await call.refuse_no_workshop()
    return False


def _title(call: Call, customer: str, status: str) -> Said:
    """The customer; where it does not simply go on, also how the workshop stands: a customer may have two."""
    state = "" if status in ("", "running") else call.words(f"status.state.{status}")
    return Said(" · ".join(filter(None, (customer, state))))
