"""The plan and one item of it: action, owner, day, status, and the material that helps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.parts import UNSAID, AsOf, Button, Link, Said, Stamp
from bot.core.plan.items import Item, item_is_outlived, item_title, items, may_change
from bot.core.playbook.ask import Ask
from bot.core.reading.library import links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import reason_text, say
from bot.core.screens.left_out import offered
from bot.core.verdict import Verdict

ITEM_FORMS = ("item_date", "item_owner", "item_stuck", "item_dropped")
"""The forms that say something of an item; the press that saves one has the same name."""
LINES = 15
"""Items on one card; further ones stand on its next pages."""
_WITH_ACTS = 5
"""Lines of a page that may carry buttons of their own."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item in one line. `state` is its status, or "overdue"; `late` says that its day has passed."""

    title: Said
    state: str
    due: str  # ISO day
    owner: Said = UNSAID
    reason: Said = UNSAID
    late: bool = False
    closed: bool = False
    links: tuple[Link, ...] = ()
    press: Button | None = None
    mine: bool = False  # the reader's own, in their private view
    acts: tuple[Button, ...] = ()  # what the reader can say of it right there


@dataclass(frozen=True, slots=True)
class PlanScreen:
    """A page of the plan, `page` of `pages`. `banner` is a sentence for the presser alone."""

    stamp: Stamp
    customer: Said
    launch: str  # ISO day or ""
    counts: tuple[int, int, int]  # open, of these overdue, closed
    lines: tuple[ItemLine, ...]
    page: int
    pages: int
    updated: str  # ISO 8601 UTC
    time_zone: str
    banner: Said = UNSAID
    private: bool = False
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread


@dataclass(frozen=True, slots=True)
class ItemScreen:
    """One item. `about` names the question that it follows from, `why` what the answer lacks; without
    `may_change` the reader is told who may."""

    stamp: Stamp
    line: ItemLine
    about: str = ""
    why: str = ""
    may_change: bool = False
    problem: str = ""
    buttons: tuple[Button, ...] = ()


def plan_screen(viewer: Viewer, page: int = 1, banner: Said = UNSAID) -> PlanScreen:
    """A page of the plan, the nearest there is. On the shared card a press opens an item beside it; in a
    private view the reader's own items stand first, the first of them with what can be said of them."""
    picture, private = viewer.picture, viewer.person is not None
    today = picture.facts.today
    every = sorted(items(picture), key=lambda item: (item.closed, not _is_mine(viewer, item)))
    pages = max(1, -(-len(every) // LINES))
    page = min(max(1, page), pages)
    shown = every[(page - 1) * LINES : page * LINES]
    buttons = [] if private else [Button("plan", label="open_plan", primary=True)]
    buttons.append(Button("add_item", primary=private))
    if page < pages:
        buttons.append(Button("items" if private else "plan", (("page", str(page + 1)),), label="next_page"))
    if page > 1:
        buttons.append(Button("items", (("page", str(page - 1)),), label="page_before"))
    if viewer.person is not None:
        buttons += offered(viewer.book, [Button("metrics"), Button("later", label="back_to_workshop")])
        muted = viewer.person.key in picture.engagement.muted
        buttons.append(Button("unmute", overflow=True) if muted else Button("mute", overflow=True))
    return PlanScreen(
        stamp=viewer.stamp(),
        customer=Said(picture.engagement.setup.customer),
        launch=picture.engagement.setup.launch or "",
        counts=(
            sum(not item.closed for item in every),
            sum(item.is_overdue(today) for item in every),
            sum(item.closed for item in every),
        ),
        lines=tuple(
            replace(item_line(viewer, item), acts=quick_acts(item) if place < _WITH_ACTS else ())
            if _is_mine(viewer, item)
            else item_line(viewer, item)
            for place, item in enumerate(shown)
        ),
        page=page,
        pages=pages,
        updated=picture.engagement.updated,
        time_zone=picture.engagement.setup.time_zone,
        banner=banner,
        private=private,
        buttons=tuple(buttons),
    )


def item_line(viewer: Viewer, item: Item, most_links: int = 1) -> ItemLine:
    """An item as its reader sees it."""
    late = item.is_overdue(viewer.picture.facts.today)
    keys = viewer.book.questions[item.question].resources if item.question else ()
    return ItemLine(
        title=Said(item_title(viewer.book, item, viewer.language)),
        state="overdue" if late and item.status == "open" else item.status,
        due=item.due,
        owner=Said(item.owner.get("name", "") if item.owner else ""),
        reason=Said(item.reason or ""),
        late=late,
        closed=item.closed,
        links=() if item.closed else links(viewer.book, keys, viewer.reader, most=most_links),
        press=Button("open_item" if viewer.person else "item", (("item", item.id),)),
        mine=_is_mine(viewer, item),
    )


def item_screen(viewer: Viewer, item: Item, problem: str = "") -> ItemScreen:
    """An item with what the reader may do with it."""
    mine = viewer.person is not None and may_change(viewer.engagement, item, viewer.person)
    ask = viewer.picture.find(item.question, item.service) if item.question else None
    standing = next((one for one in viewer.picture.standings if ask and one.ask.key == ask.key), None)
    why = ""
    if standing is not None and standing.verdict in (Verdict.GAP, Verdict.AT_RISK) and not item.closed:
        why = say(standing.rule.say, viewer.language) if standing.rule and standing.rule.say else ""
        if standing.disputed:
            why = viewer.words("finding.disputed")
        elif standing.voice is not None and standing.voice.kind == "answer" and standing.voice.reason:
            reason = reason_text(viewer.book, standing.voice.reason, viewer.language)
            why = f"{why} {viewer.words('finding.why')}{reason}".strip()
    question = viewer.book.questions[item.question] if item.question else None
    anew = (_answer_anew(ask),) if ask is not None and item_is_outlived(viewer.picture, item) else ()
    return ItemScreen(
        stamp=viewer.stamp(),
        line=item_line(viewer, item, most_links=3),
        about=say(question.title, viewer.language) if question else viewer.words("plan.own"),
        why=why,
        may_change=mine,
        problem=problem,
        buttons=(
            *anew,
            *(_acts(item, first=not anew) if mine else ()),
            Button("items", label="back_to_plan", primary=not mine and not anew),
        ),
    )


def _is_mine(viewer: Viewer, item: Item) -> bool:
    return viewer.person is not None and not item.closed and item.owner_key == viewer.person.key


def quick_acts(item: Item) -> tuple[Button, ...]:
    """The buttons of the most frequent acts on an item, to press without opening it."""
    here = (("item", item.id),)
    held_up = Button("change_item", (*here, ("form", "item_stuck")), label="item_stuck")
    return (
        Button("item_done", here),
        Button("change_item", (*here, ("form", "item_date")), label="item_date"),
        Button("item_reopen", here, label="item_goes_on") if item.status == "stuck" else held_up,
    )


def _answer_anew(ask: Ask) -> Button:
    here = (("question", ask.question.id), ("service", ask.service or ""))
    return Button("open", here, label="answer_anew", primary=True)


def _acts(item: Item, *, first: bool) -> tuple[Button, ...]:
    here = (("item", item.id),)
    if item.closed:
        return (Button("item_reopen", here, primary=first),)
    buttons = [
        Button(
            "change_item", (*here, ("form", form)), label=_label(form, item), overflow=form == "item_dropped"
        )
        for form in ITEM_FORMS
    ]
    goes_on = [Button("item_reopen", here, label="item_goes_on")] if item.status == "stuck" else []
    return (Button("item_done", here, primary=True), *goes_on, *buttons)


def _label(form: str, item: Item) -> str:
    """The label of a form's button; for an item that is stuck it offers another reason."""
    return "item_still_stuck" if form == "item_stuck" and item.status == "stuck" else form
