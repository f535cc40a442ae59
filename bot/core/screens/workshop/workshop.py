"""The workshop card, shared by all: the standing of the workshop, the people who take part, the buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.engagement import Engagement
from bot.core.parts import Button, FactorLine, Member, Said, Stamp
from bot.core.reading.result import result_news
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of, say
from bot.core.screens.lines import factor_lines, service_names
from bot.core.screens.questions.settle import disputed_titles
from bot.core.screens.workshop.telling import asks_on

MOST_REFRESHED = 60
"""People whom Teams lets a card name for views of their own."""


@dataclass(frozen=True, slots=True)
class WorkshopScreen:
    """`banner` is a sentence for the presser alone (thanks, what is left), already in their language."""

    stamp: Stamp
    status: str  # setup | running | completed | redirected
    customer: Said
    fm: Said
    services: tuple[str, ...]
    launch: str  # ISO day or ""
    answer_by: str
    lines: tuple[FactorLine, ...]
    members: tuple[Member, ...]
    updated: str  # ISO 8601 UTC
    time_zone: str
    answered: int
    total: int
    disputed: tuple[str, ...] = ()  # titles of questions about which people differ
    result: str = ""  # how the result stands, once somebody confirmed it
    banner: str = ""
    buttons: tuple[Button, ...] = ()
    refreshed_for: tuple[str, ...] = ()  # Teams' ids of the people whose clients ask for their own view of it


def posted_screen(viewer: Viewer) -> WorkshopScreen:
    """The workshop card as it stands in the thread, where clients ask for what their person has open on it.
    What answers a press or such a question asks for nothing."""
    return replace(workshop_screen(viewer), refreshed_for=_with_own_views(viewer.engagement))


def _with_own_views(engagement: Engagement) -> tuple[str, ...]:
    """Those who take part, as many as a card may name: the FM and those who are answering before others."""
    if engagement.status == "gone":
        return ()
    busy = (engagement.fm, *engagement.last_answer)
    known = {key: one.teams_id for key, one in engagement.people.items() if one.teams_id}
    ordered = sorted(known, key=lambda key: key not in busy)
    return tuple(dict.fromkeys(known[key] for key in ordered))[:MOST_REFRESHED]


def workshop_screen(viewer: Viewer, banner: str = "", *, inviting: bool = False) -> WorkshopScreen:
    """The shared card; with a banner, the same card as the end of a private view. `inviting`: the reader's
    next step is to invite people."""
    engagement, picture = viewer.engagement, viewer.picture
    setup = engagement.setup
    roles = {role.id: say(role.name, viewer.language) for role in viewer.book.playbook.roles}
    lines = factor_lines(viewer)
    asking = engagement.status in ("running", "completed")
    return WorkshopScreen(
        stamp=viewer.stamp(),
        status=engagement.status,
        customer=Said(setup.customer),
        fm=name_of(engagement, engagement.fm),
        services=service_names(viewer, setup.services),
        launch=setup.launch or "",
        answer_by=(setup.answer_by or "") if engagement.status == "running" else "",
        lines=lines if asking else (),
        members=tuple(
            Member(viewer.name(key), tuple(roles[role] for role in one.roles if role in roles))
            for key, one in engagement.people.items()
            if one.roles
        ),
        updated=engagement.updated,
        time_zone=setup.time_zone,
        answered=len(picture.asks) - picture.left,
        total=len(picture.asks),
        disputed=disputed_titles(viewer) if engagement.status == "running" else (),
        result=result_news(picture, viewer.words) if asking else "",
        banner=banner,
        buttons=(*(_inviting(_buttons(viewer)) if inviting else _buttons(viewer)), *_way_home(viewer)),
    )


def _buttons(viewer: Viewer) -> tuple[Button, ...]:
    """The buttons of the card; the main one belongs to whoever has the next step."""
    engagement = viewer.engagement
    if engagement.status == "setup":
        return (Button("lead", label="setup", primary=True), Button("take_part"))
    if engagement.status == "redirected":
        return (Button("lead"),)
    if engagement.status == "gone":
        return ()
    if engagement.status == "completed":
        return (Button("summary", primary=True), Button("plan"), Button("overview"), Button("lead"))
    if viewer.picture.finished:
        seldom = Button("take_part", overflow=True)
        return (
            Button("summary", primary=True),
            Button("next_steps"),
            Button("overview"),
            Button("lead"),
            seldom,
        )
    if not asks_on(viewer):
        # Others still have questions; the reader's own may come again.
        mine = (Button("my_questions", overflow=True), Button("take_part", overflow=True))
        return (Button("next_steps", primary=True), Button("overview"), Button("lead"), *mine)
    return (Button("my_questions", primary=True), Button("take_part"), Button("overview"), Button("lead"))


def _inviting(buttons: tuple[Button, ...]) -> tuple[Button, ...]:
    return (Button("invite", primary=True), *(replace(one, primary=False) for one in buttons))


def _way_home(viewer: Viewer) -> tuple[Button, ...]:
    """In the personal chat, where other workshops are as near."""
    return (Button("home"),) if viewer.personal else ()


def ending(viewer: Viewer, word: str) -> WorkshopScreen:
    """The end of a private view: the shared card with a last word (texts: banner.<word>) and, where
    something is left for others, how much."""
    words, engagement = viewer.words, viewer.engagement
    left = viewer.picture.left
    if engagement.status == "setup":
        banner = words("banner.not_set_up", fm=name_of(engagement, engagement.fm))
    elif engagement.status in ("redirected", "gone"):
        banner = words(f"banner.{engagement.status}")
    elif engagement.status == "completed" and word != "completed":
        banner = ""  # that it is completed stands on the card
    elif left and engagement.status == "running" and words.has(f"banner.{word}_left"):
        banner = words(f"banner.{word}_left", count=left)
    else:
        banner = words(f"banner.{word}", fm=name_of(engagement, engagement.fm))
    inviting = word == "setup_saved" and engagement.status == "running" and viewer.is_fm
    return workshop_screen(viewer, banner, inviting=inviting)
