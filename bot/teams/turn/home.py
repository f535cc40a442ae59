"""A person's workshops in their personal chat: the portfolio, the home, the way to an open question."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import cards
from bot.core.engagement import Engagement
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.workshop.home import HOME_PAGE, home_pages, home_screen, open_questions
from bot.core.screens.workshop.portfolio import PAGE, page_of, portfolio_screen
from bot.kept.loaded import Loaded
from bot.teams.turn.call import Call
from dialogs.runner import run_dialogs
from dialogs.turn import card_activity


async def show_first(call: Call) -> None:
    """Reply with what a person needs first: the portfolio where they lead workshops, else their home."""
    if await call.tools.engagements.portfolio.all_of_fm(call.incoming.person.key):
        await show_portfolio(call)
    else:
        await show_home(call)


async def show_home(call: Call, wanted: int = 1, banner: str = "") -> None:
    """Reply with a page of the workshops that concern the person; elsewhere than in the personal chat say
    where it is shown. It takes two queries of indexes, and one read for each workshop on the page.
    """
    if call.incoming.scope != "personal":
        await call.show(NoticeScreen("home_elsewhere", call.stamp, buttons=call.ways_on))
        return
    keys, led = await _of_person(call)
    page, pages = home_pages(len(keys), wanted)
    mine = await _open_to(call, keys[(page - 1) * HOME_PAGE : page * HOME_PAGE])
    viewers = _viewers(call, mine)
    may_lead = call.tools.settings.is_fm(call.incoming.person)
    screen = home_screen(viewers, page, pages, leads=bool(led), may_lead=may_lead, banner=banner)
    words = viewers[0].words if viewers else call.tools.texts.words(call.incoming.locale)
    await call.context.send_activity(card_activity(cards.render(screen, words)))


async def show_my_questions(call: Call) -> None:
    """Lead a person in their personal chat to what they are asked: to the question itself where one workshop
    alone asks them, else to their home."""
    keys, _ = await _of_person(call)
    mine = await _open_to(call, keys[:HOME_PAGE])
    asking = [one for one, viewer in zip(mine, _viewers(call, mine), strict=True) if open_questions(viewer)]
    if len(asking) == 1 and len(keys) <= HOME_PAGE and await call.take_up(asking[0].engagement.id):
        await run_dialogs(call.tools.dialogs, call.context)
    else:
        await show_home(call)


async def show_portfolio(call: Call, wanted: int = 1) -> None:
    """Reply with a page of the FM's workshops; elsewhere than in the personal chat say where it is shown,
    because others read there. Who leads none and may not gets their home.

    It takes one query of the index, and one read for each workshop on the page. What the index says of a
    workshop is a hint: one that is somebody else's by now is left out.
    """
    tools, person = call.tools, call.incoming.person
    if call.incoming.scope != "personal" and call.leads:
        await call.show(NoticeScreen("portfolio_elsewhere", call.stamp))
        return
    keys = (
        await tools.engagements.portfolio.all_of_fm(person.key) if call.incoming.scope == "personal" else []
    )
    may_lead = tools.settings.is_fm(person)
    if call.incoming.scope != "personal" or not (keys or may_lead):
        await show_home(call)
        return
    page, _ = page_of(len(keys), wanted)
    loaded = await tools.engagements.listed(keys[(page - 1) * PAGE : page * PAGE])
    mine = [one for one in loaded if one.engagement.fm == _key(call, one.engagement)]
    viewers = _viewers(call, mine)
    words = viewers[0].words if viewers else tools.texts.words(call.incoming.locale)
    screen = portfolio_screen(viewers, len(keys), page, may_rehearse=may_lead)
    await call.context.send_activity(card_activity(cards.render(screen, words)))


async def _of_person(call: Call) -> tuple[list[str], list[str]]:
    """The ids of all that concern the person, what they lead first; and of what they lead."""
    engagements, person = call.tools.engagements, call.incoming.person.key
    led = await engagements.portfolio.all_of_fm(person)
    return [*led, *(key for key in await engagements.homes.of_person(person) if key not in led)], led


async def _open_to(call: Call, keys: Sequence[str]) -> list[Loaded]:
    """Those of these engagements that are there and the person's to open, read now."""
    return await open_ones(call, await call.tools.engagements.listed(keys))


async def open_ones(call: Call, found: Sequence[Loaded]) -> list[Loaded]:
    """Those of these engagements that are the person's to open; their channels are asked at the same time."""
    opens = await asyncio.gather(*map(call.opens, found))
    return [one for one, may in zip(found, opens, strict=True) if may]


def _viewers(call: Call, mine: Sequence[Loaded]) -> list[Viewer]:
    words = call.tools.texts.words(_language(call, [one.engagement for one in mine]))
    pictures = [Picture(one.book, one.engagement, call.now) for one in mine]
    return [Viewer(one, words, call.in_workshop(one.engagement), personal=True) for one in pictures]


def _language(call: Call, mine: Sequence[Engagement]) -> str | None:
    """The language that the person chose in a workshop, else their client's, else that of a workshop."""
    known = (one.people.get(_key(call, one)) for one in mine)
    chosen = next((one.language for one in known if one is not None and one.language), None)
    return chosen or call.incoming.locale or next((one.setup.language for one in mine), None)


def _key(call: Call, engagement: Engagement) -> str:
    return call.in_workshop(engagement).key
