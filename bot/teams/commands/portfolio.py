"""/portfolio: all workshops of an FM, in their personal chat."""

from __future__ import annotations

from collections.abc import Sequence

import cards
from bot.core.engagement import Engagement
from bot.core.questions.parse import clean
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.workshop.portfolio import PAGE, page_of, portfolio_screen
from bot.teams.turn.call import Call
from dialogs.turn import card_activity


async def run(call: Call, rest: str) -> None:
    """Reply with the first page; elsewhere say where it is shown, because others read there."""
    if call.incoming.scope != "personal":
        await call.show(NoticeScreen("portfolio_elsewhere", call.stamp))
    else:
        await show_page(call, 1)


async def turn_page(call: Call) -> None:
    """Show the page that a press asks for."""
    page = clean(call.pressed.inputs.get("page"))
    if call.incoming.scope == "personal":
        await show_page(call, int(page) if page.isdecimal() and len(page) < 4 else 1)
    else:
        await run(call, "")


async def show_page(call: Call, wanted: int) -> None:
    """A page: one query of the index, and one read for each workshop on it. What the index says of a workshop
    is a hint: one that is somebody else's by now is left out."""
    tools, person = call.tools, call.incoming.person
    keys = await tools.engagements.portfolio.all_of_fm(person.key)
    page, _ = page_of(len(keys), wanted)
    loaded = [await tools.engagements.load(key) for key in keys[(page - 1) * PAGE : page * PAGE]]
    mine = [one for one in loaded if one is not None and one.engagement.fm == person.key]
    words = tools.texts.words(_language(call, [one.engagement for one in mine]))
    pictures = [Picture(one.book, one.engagement, call.now) for one in mine]
    viewers = [Viewer(one, words, person, personal=True) for one in pictures]
    screen = portfolio_screen(viewers, len(keys), page)
    await call.context.send_activity(card_activity(cards.render(screen, words)))


def _language(call: Call, mine: Sequence[Engagement]) -> str | None:
    """The language that the person chose in a workshop, else their client's, else that of a workshop."""
    known = [one.people[one.fm].language for one in mine if one.fm in one.people]
    chosen = next(filter(None, known), None)
    return chosen or call.incoming.locale or next((one.setup.language for one in mine), None)
