"""Presses of somebody about themselves: what is kept of them, and to be forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.papers.files import FileKind
from bot.core.parts import Button
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.notice import NoticeScreen
from bot.teams.presses.action import Action, Anywhere
from bot.teams.turn.call import Call


async def show_my_data(call: Call) -> None:
    """Offer the file with all that is kept of whoever asks, where files can be given."""
    offers = call.tools.file_offers
    if not await _in_person(call):
        return
    if not offers.sends_files:
        await call.show(NoticeScreen("my_data_elsewhere", call.stamp))
        return
    await call.show(NoticeScreen("my_data_comes", call.stamp))
    offers.offer(call.incoming, FileKind.PERSON_JSON, "")


async def ask_to_forget(call: Call) -> None:
    """Say what would go and what stays, and forget nothing yet. Who leads workshops that are open reads that
    nobody will."""
    if not await _in_person(call):
        return
    led = await call.tools.engagements.portfolio.of_fm(call.incoming.person.key)
    buttons = (
        Button("forget_me_now"),
        Button("my_data"),
        Button("home", label="cancel", primary=True),
    )
    await call.show(ChooseScreen("forget_me_leading" if led else "forget_me", call.stamp, buttons=buttons))


async def _forget(call: Call) -> None:
    if await _in_person(call):
        await call.show(NoticeScreen("forgetting", call.stamp))
        call.tools.own.forget(call.incoming)


async def _in_person(call: Call) -> bool:
    """True in the personal chat; elsewhere the person is told to go there."""
    if call.incoming.scope != "personal":
        await call.show(NoticeScreen("own_elsewhere", call.stamp))
    return call.incoming.scope == "personal"


PRESSES: Mapping[str, Action | Anywhere] = {
    "my_data": Anywhere(show_my_data),
    "forget_me_now": Anywhere(_forget),
}
"""Action of a button -> what it does."""
