"""The home in the personal chat: a person's workshops, open questions and actions, each a press away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bot.core.engagement import Engagement
from bot.core.parts import Button, Said, Stamp
from bot.core.plan.items import Item, items
from bot.core.reading.viewer import Viewer
from bot.core.screens.plan.plan import ItemLine, item_line

HOME_PAGE = 5
"""Workshops on one card, and so the reads that it takes."""
_MOST_ITEMS, _FEW = 3, 2
"""Actions of a workshop, and workshops on one card that leave room for so many: else the first alone."""


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One workshop. `questions` are open for the person, `items` their open actions, `more` of them are not
    shown; `thread` is the address of its post, empty where none is known. `press` opens the workshop."""

    stamp: Stamp
    customer: Said
    status: str
    rehearsal: bool
    questions: int
    items: tuple[ItemLine, ...]
    more: int
    thread: str
    press: Button
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """A page of the home. `banner` is a sentence about what was just done, `buttons` lead elsewhere."""

    stamp: Stamp
    lines: tuple[HomeLine, ...]
    page: int = 1
    pages: int = 1
    banner: str = ""
    buttons: tuple[Button, ...] = ()


def home_screen(
    viewers: Sequence[Viewer], page: int, pages: int, *, leads: bool, may_lead: bool, banner: str = ""
) -> HomeScreen:
    """These workshops of a person, in their order. Who `leads` finds the way to the portfolio, who `may_lead`
    that to a rehearsal."""
    most = _MOST_ITEMS if len(viewers) <= _FEW else 1
    lines = tuple(_line(viewer, most) for viewer in viewers)
    buttons = [Button("home", (("page", str(page + 1)),), label="next_page")] if page < pages else []
    if page > 1:
        buttons.append(Button("home", (("page", str(page - 1)),), label="page_before"))
    if leads:
        buttons.append(Button("portfolio", label="back_to_portfolio"))
    if may_lead:
        buttons.append(Button("rehearse"))
    # The card belongs to no workshop: each press names its own.
    return HomeScreen(Stamp(0, 0), lines, page, pages, banner, tuple(buttons))


def home_pages(total: int, wanted: int) -> tuple[int, int]:
    """The page nearest to the one that is wanted, and how many there are."""
    pages = max(1, -(-total // HOME_PAGE))
    return min(max(1, wanted), pages), pages


def open_questions(viewer: Viewer) -> int:
    """The number of questions that wait for the reader."""
    if viewer.person is None or viewer.engagement.status != "running":
        return 0
    return len(viewer.picture.queue(viewer.person.key))


def is_rehearsal(engagement: Engagement) -> bool:
    """True for a workshop that is held in somebody's personal chat."""
    return engagement.reference.scope == "personal"


def thread_link(engagement: Engagement) -> str:
    """The address of a workshop's post in Teams; empty where it has none, or nobody knows it."""
    where = engagement.reference
    if where.scope != "channel" or not where.thread:
        return ""
    channel, post = quote(where.conversation, safe=""), quote(where.thread, safe="")
    tenant = quote(engagement.tenant, safe="")
    return f"https://teams.microsoft.com/l/message/{channel}/{post}?tenantId={tenant}&parentMessageId={post}"


def _line(viewer: Viewer, most: int) -> HomeLine:
    engagement, mine = viewer.engagement, own_items(viewer)
    questions = open_questions(viewer)
    buttons = [Button("my_questions", primary=True)] if questions else []
    if mine:
        buttons.append(Button("items", label="my_actions"))
    if viewer.is_fm and is_rehearsal(engagement) and engagement.status == "setup":
        buttons.append(Button("discard"))
    return HomeLine(
        stamp=viewer.stamp(),
        customer=Said(engagement.setup.customer),
        status=engagement.status,
        rehearsal=is_rehearsal(engagement),
        questions=questions,
        items=tuple(item_line(viewer, item, most_links=0) for item in mine[:most]),
        more=max(0, len(mine) - most),
        thread=thread_link(engagement),
        press=Button("pick", (("engagement", engagement.id), ("command", "engagement"))),
        buttons=tuple(buttons),
    )


def own_items(viewer: Viewer) -> list[Item]:
    """The open actions of the reader."""
    return [
        item
        for item in items(viewer.picture)
        if viewer.person is not None and item.owner_key == viewer.person.key and not item.closed
    ]
