"""The plan: who does what by when, overdue first, each item to tap."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.reading.wording import day_text, moment_text
from bot.core.screens.plan.plan import ItemLine, PlanScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import item_block
from cards._kit import Element
from cards._sample_parts import CHECKLIST, GUIDE, HOSTILE, STAMP
from cards._text import cut, heading, line, para, run, strong, subheading, subtle

_LONGEST_NAME = 120
_LONGEST_BANNER = 200


def render(screen: PlanScreen, words: Words) -> dict[str, object]:
    """A page of the plan."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("plan.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    if screen.launch:
        body.append(
            subtle(words("workshop.launch") + day_text(screen.launch, words.language), spacing="None")
        )
    still, late, closed = screen.counts
    body.append(line(run(words("plan.counted", open=still, late=late, closed=closed))))
    if not screen.lines:
        body.append(para(words("plan.none")))
    above = ""
    for one in screen.lines:
        part = _part(one, screen)
        if part and part != above:
            body.append(subheading(words(f"plan.{part}")))
        above = part
        body.append(item_block(one, screen.stamp, words))
    if screen.lines:
        body.append(subtle(words("plan.tap"), spacing="Large"))
    if screen.pages > 1:
        body.append(subtle(words("plan.page", number=screen.page, total=screen.pages), spacing="Small"))
    moment = moment_text(screen.updated, words.language, screen.time_zone)
    body.append(subtle(words("card.stamp", moment=moment), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)


def _part(one: ItemLine, screen: PlanScreen) -> str:
    """The part of the plan that a line stands in; what is open stands in none where
    none of it is the reader's."""
    if one.closed:
        return "closed"
    if one.mine:
        return "mine"
    return "others" if any(line.mine for line in screen.lines) else ""


def _press(item: str) -> Button:
    return Button("open_item", (("item", item),))


LATE = ItemLine(
    Said("Sponsorin oder Sponsor benennen und Zusage einholen"),
    "overdue",
    "2026-11-20",
    Said("Ada Lovelace"),
    late=True,
    links=(GUIDE,),
    press=_press("ST1"),
)
STUCK = ItemLine(
    Said("Termin mit dem Betriebsrat vereinbaren"),
    "stuck",
    "2026-11-30",
    Said("Jan Müller"),
    Said("Der Betriebsrat tagt erst im Januar."),
    press=_press("ST6"),
)
_NOBODYS = ItemLine(Said("Plan schreiben"), "open", "2026-12-07", links=(CHECKLIST,), press=_press("AW1"))
_DONE = ItemLine(
    Said("Raum buchen"), "done", "2026-11-25", Said("Jan Müller"), closed=True, press=_press("own-1")
)
_DROPPED = ItemLine(
    Said("Plakate drucken"),
    "dropped",
    "2026-11-25",
    Said("Jan Müller"),
    Said("Kein Budget"),
    closed=True,
    press=_press("own-2"),
)
_SHARED = PlanScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    launch="2027-01-15",
    counts=(3, 1, 2),
    lines=(LATE, STUCK, _NOBODYS, _DONE, _DROPPED),
    page=1,
    pages=1,
    updated="2026-11-23T09:15:00Z",
    time_zone="Europe/Berlin",
    buttons=(Button("plan", label="open_plan", primary=True), Button("add_item")),
)
HOSTILE_LINE = ItemLine(
    HOSTILE, "stuck", "2026-11-20", HOSTILE, HOSTILE, late=True, links=(GUIDE,), press=_press("OD1@onedrive")
)
_PRIVATE = (
    Button("add_item", primary=True),
    Button("items", (("page", "3"),), label="next_page"),
    Button("items", (("page", "1"),), label="page_before"),
    Button("later", label="back_to_workshop"),
    Button("mute", overflow=True),
)
_ACTS = (
    Button("item_done", (("item", "ST1"),)),
    Button("change_item", (("item", "ST1"), ("form", "item_date")), label="item_date"),
    Button("change_item", (("item", "ST1"), ("form", "item_stuck")), label="item_stuck"),
)
SAMPLES = (
    ("shared", _SHARED),
    ("nothing", replace(_SHARED, customer=Said(""), launch="", counts=(0, 0, 0), lines=())),
    (
        "acted",
        replace(
            _SHARED,
            private=True,
            banner=Said("Erledigt: Raum buchen"),
            lines=(replace(LATE, mine=True, acts=_ACTS), STUCK, _NOBODYS, _DONE, _DROPPED),
            buttons=(_PRIVATE[0], *_PRIVATE[3:]),
        ),
    ),
    (
        "hostile",
        replace(
            _SHARED,
            customer=HOSTILE,
            counts=(40, 40, 0),
            lines=(replace(HOSTILE_LINE, mine=True, acts=_ACTS),) * 5 + (HOSTILE_LINE,) * 10,
            page=2,
            pages=3,
            private=True,
            banner=HOSTILE,
            buttons=_PRIVATE,
        ),
    ),
)
