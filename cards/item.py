"""One action item: what, why, by when, who, what helps, and what can be said of it."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button
from bot.core.screens.plan.plan import ITEM_FORMS, ItemScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import about, state_run
from cards._kit import Element
from cards._links import link_lines
from cards._sample_parts import CHECKLIST, GUIDE, STAMP
from cards._text import alarm, cut, heading, label, line, para, run, strong, subheading, subtle
from cards.plan import HOSTILE_LINE, LATE, STUCK

_LONGEST_TITLE = 200
_LONGEST_REASON = 500


def render(screen: ItemScreen, words: Words) -> dict[str, object]:
    """The item, and the presses that change it."""
    one = screen.line
    body: list[Element] = [
        heading(words("plan.item"), size="Medium"),
        line(
            strong(f"{words(f'plan.sign.{one.state}')} {cut(one.title, _LONGEST_TITLE)}", size="Medium"),
            spacing="Small",
        ),
        subtle(screen.about, spacing="None"),
        line(state_run(one, words), run(f" · {' · '.join(about(one, words))}")),
    ]
    if one.reason:
        body.append(
            line(label(words("plan.because")), run(cut(one.reason, _LONGEST_REASON)), spacing="Small")
        )
    if screen.why:
        body.append(para(screen.why))
    if one.links:
        body.append(subheading(words("question.material")))
        body += link_lines(one.links, words)
    if screen.problem:
        body.append(alarm(screen.problem))
    if not screen.may_change:
        body.append(subtle(words("plan.not_yours")))
    return card(words, body, screen.buttons, screen.stamp)


_HERE = (("item", "ST1"),)
_FORMS = tuple(
    Button("change_item", (*_HERE, ("form", form)), label=form, overflow=form == "item_dropped")
    for form in ITEM_FORMS
)
_BACK = Button("items", label="back_to_plan")
_OPEN = ItemScreen(
    STAMP,
    replace(LATE, links=(GUIDE, CHECKLIST)),
    "Unterstützung der Leitung",
    "Noch unterstützt niemand aus der Geschäftsleitung das Projekt sichtbar.",
    may_change=True,
    buttons=(Button("item_done", _HERE, primary=True), *_FORMS, _BACK),
)
SAMPLES = (
    ("open", _OPEN),
    (
        "not_yours",
        replace(_OPEN, line=STUCK, why="", may_change=False, buttons=(replace(_BACK, primary=True),)),
    ),
    (
        "hostile",
        replace(
            _OPEN,
            line=HOSTILE_LINE,
            problem="Diese Karte war schon älter. Hier ist der aktuelle Stand.",
            buttons=(
                Button("item_done", _HERE, primary=True),
                Button("item_reopen", _HERE, label="item_goes_on"),
                *_FORMS,
                _BACK,
            ),
        ),
    ),
)
