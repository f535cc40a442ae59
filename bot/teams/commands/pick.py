"""Which workshop a command is about: the channel's own, or in the personal chat one of the FM's."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.screens.choose import ChooseScreen
from bot.teams.turn.call import Call

_MOST = 6


async def workshop_of(call: Call, command: str) -> bool:
    """Whether there is a workshop to work on now; if not, the person was told or asked to pick one."""
    if call.turn is not None:
        return True
    found = (
        await call.tools.engagements.portfolio.of_fm(call.incoming.person.key)
        if call.incoming.scope == "personal"
        else []
    )
    if len(found) == 1 and await take_up(call, found[0][0]):
        return True
    if len(found) > 1:
        options = tuple(
            (
                _title(call, customer, status),
                Button("pick", (("engagement", key), ("command", command)), primary=place == 0),
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


async def take_up(call: Call, key: str) -> bool:
    """Make the FM's engagement of this id the one that the turn is about; False where it is not theirs."""
    loaded = await call.tools.engagements.load(key)
    person = call.incoming.person
    if loaded is None or loaded.engagement.fm != person.key:
        return False
    call.before = loaded
    call.turn = call.sit(loaded)
    return True
