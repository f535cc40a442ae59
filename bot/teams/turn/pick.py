"""Finds the workshop that a command is about: the channel's own, in the personal chat one of the person's."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.keys import place_key
from bot.core.parts import Button, Said
from bot.core.problems import Problem
from bot.core.questions.parse import TEXT_LIMIT
from bot.core.reading.wording import name_of, state_text
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.workshop.home import is_rehearsal
from bot.kept.loaded import Loaded
from bot.teams.turn.call import Call
from bot.teams.turn.home import open_ones

_MOST = 6


@dataclass(frozen=True, slots=True)
class _Choice:
    key: str
    customer: str
    status: str
    rehearsal: bool


async def workshop_of(call: Call, command: str, rest: str = "") -> bool:
    """True where there is a workshop to work on now. If not, the person is told, or asked to pick one for the
    command of this key and what was typed behind it. In the personal chat a rehearsal is one among others."""
    if call.incoming.scope != "personal" or call.picked:
        if call.turn is None:
            await call.refuse_no_workshop()
        return call.turn is not None
    for_fm = call.tools.commands[command].for_fm
    led, others = await _led(call), await _others(call)
    choices = led if for_fm else [*led, *map(_choice, others)]
    if len(choices) == 1 and await call.take_up(choices[0].key):
        return True
    call.before = call.turn = None
    if len(choices) > 1:
        await _ask_which(call, choices, command, rest, leads_all=len(choices) == len(led))
    elif for_fm and others:
        leads = dict.fromkeys(name_of(one.engagement, one.engagement.fm) for one in others)
        await call.refuse(Problem.FM_ONLY, fm=", ".join(leads))
    elif for_fm:
        await call.refuse(Problem.NONE_OF_YOURS)
    else:
        await call.refuse_no_workshop()
    return False


async def _ask_which(call: Call, choices: list[_Choice], command: str, rest: str, *, leads_all: bool) -> None:
    typed = (("typed", rest[:TEXT_LIMIT]),) if rest else ()
    options = tuple(
        (
            _title(call, one),
            Button("pick", (("engagement", one.key), ("command", command), *typed), primary=place == 0),
        )
        for place, one in enumerate(choices[:_MOST])
    )
    more = Button("portfolio", label="back_to_portfolio") if leads_all else Button("home")
    which = "which_workshop" if leads_all else "which_of_mine"
    buttons = (more,) if len(choices) > _MOST else ()
    await call.show(ChooseScreen(which, call.stamp, options=options, buttons=buttons))


async def _led(call: Call) -> list[_Choice]:
    """What the person leads, by the index alone."""
    here = place_key(call.incoming.tenant, call.incoming.conversation) + "~"
    found = await call.tools.engagements.portfolio.of_fm(call.incoming.person.key)
    return [_Choice(key, customer, status, key.startswith(here)) for key, customer, status in found]


async def _others(call: Call) -> list[Loaded]:
    """What else concerns the person, as it stands."""
    engagements, person = call.tools.engagements, call.incoming.person
    keys = (await engagements.homes.of_person(person.key))[: _MOST + 1]
    loaded = await engagements.listed(keys)
    return await open_ones(call, [one for one in loaded if not _leads(call, one)])


def _leads(call: Call, one: Loaded) -> bool:
    return one.engagement.fm == call.in_workshop(one.engagement).key


def _choice(one: Loaded) -> _Choice:
    engagement = one.engagement
    customer, rehearsal = engagement.setup.customer, is_rehearsal(engagement)
    return _Choice(engagement.id, customer, engagement.status, rehearsal)


def _title(call: Call, one: _Choice) -> Said:
    """The customer; where it does not simply go on, also how the workshop stands: a customer may have two."""
    plain = one.status in ("", "running") and not one.rehearsal
    state = "" if plain else state_text(one.status, call.words, rehearsal=one.rehearsal)
    return Said(" · ".join(filter(None, (one.customer or call.words("workshop.new"), state))))
