"""Three people hold one workshop after the other, each in a channel of its own."""

from __future__ import annotations

import asyncio
import contextlib
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from tests.chaos.counts import Counts
from tests.chaos.filling import day_by_chance, token
from tests.chaos.player import Player
from tests.chaos.room import ShakyRoom
from tests.service.card import Card, actions, card_of, inputs, positive, prefilled

FM, OTHERS = "fm", ("dora", "tim")
SERVICES = ("teams", "onedrive", "exchange", "sharepoint")
_ROLES = {"dora": ("project_lead", "department", "communication"), "tim": ("it", "training", "sponsor")}
_STEPS = 3
"""Cards of the setup that follow one another, the states of another country included."""
_POSTED = 3.0
"""Seconds after which the FM asks for the workshop card once more."""


@dataclass
class Table:
    """The three people at a workshop, and whether it has come to its end."""

    room: ShakyRoom
    people: list[Player]
    finished: bool = False


async def hold(
    make_room: Callable[[str], ShakyRoom], wanted: int, rng: random.Random, counts: Counts
) -> list[Table]:
    """Workshops until so many turns were made; all that were held."""
    tables: list[Table] = []
    while counts.turns < wanted:
        room = make_room(f"19:{uuid.uuid4().hex}@thread.tacv2")
        people = [Player(room=room, name=name, rng=random.Random(rng.random())) for name in (FM, *OTHERS)]
        table = Table(room, people)
        tables.append(table)
        counts.workshops += 1
        await _open(people[0])
        await asyncio.gather(*(_takes_part(table, player, wanted) for player in people))
        counts.finished += table.finished
    return tables


async def _open(fm: Player) -> None:
    """The FM starts the workshop and sets it up, however often that takes."""
    while _standing(fm, "lead") is None:
        before = len(fm.room.connector.sent)
        await fm.says("/ssat")
        with contextlib.suppress(TimeoutError):
            await fm.room.connector.arrived(before + 1, _POSTED)
    while True:
        form = await fm.does("lead")
        if not any(one["id"] == "customer" for one in inputs(form)):
            return
        setup = _setup(fm.rng)
        for _ in range(_STEPS):
            asked = {one["id"] for one in inputs(fm.card)}
            given = {name: value for name, value in setup.items() if name in asked}
            fm.room.entered |= set(given.values())
            await fm.presses(positive(fm.card), prefilled(fm.card) | given)
            if any(one["data"]["action"] == "my_questions" for one in actions(fm.card)):
                return


async def _takes_part(table: Table, player: Player, wanted: int) -> None:
    """Questions and whatever else, until the workshop is over or enough turns were made."""
    counts = table.room.counts
    if player.name in _ROLES:
        roles = player.rng.sample(_ROLES[player.name], player.rng.randint(1, 3))
        await player.does("take_part")
        await player.does("save_roles", roles=",".join(roles))
    await player.looks()
    while counts.turns < wanted and not table.finished:
        table.finished = _is_over(player.card)
        await player.steps()
        if not any("question" in one["data"] for one in actions(player.card)):
            # Nothing is open for this person now: others go first.
            await asyncio.sleep(0.15)
    if table.finished and player.rng.random() < 0.5:
        await player.changes()


def _is_over(card: Card) -> bool:
    """Whether a card leads on to the summary, because nothing is left to ask."""
    return any(one["data"]["action"] == "summary" and one.get("style") == "positive" for one in actions(card))


def _standing(player: Player, action: str) -> Card | None:
    """The newest card of the thread that has this button."""
    shown = player.room.connector.shown.get(player.room.conversation, {})
    cards = (card_of(activity) for activity in reversed(shown.values()))
    return next(
        (card for card in cards if card and any(one["data"]["action"] == action for one in actions(card))),
        None,
    )


def _setup(rng: random.Random) -> dict[str, str]:
    services = rng.sample(SERVICES, rng.randint(1, 3))
    return {
        "customer": f"Contoso {token()}",
        "services": ",".join(services),
        "licensed": ",".join(services),
        "country": "DE",
        "launch": day_by_chance(rng),
        "depth": "short" if rng.random() < 0.7 else "full",
        "pace": "week",
        "enterprise_offering": "no",
    }
