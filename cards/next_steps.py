"""Next steps: the reader's own first, five at most; by a tap what comes after, the gaps, what is done."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.parts import Link
from bot.core.reading.wording import day_text
from bot.core.screens.workshop.next_steps import NextStepsScreen, StepLine
from bot.core.texts import Words
from cards._card import card
from cards._findings import finding_blocks
from cards._items import item_block
from cards._kit import Container, Element
from cards._links import link_lines
from cards._text import faint, heading, label, line, para, run, strong, subheading, subtle
from cards._unfold import unfolding

_MOST = 5
"""Steps that a person has before them at once, their own questions and actions among them."""


def render(screen: NextStepsScreen, words: Words) -> dict[str, object]:
    """The steps in their order, each link once."""
    body: list[Element] = [heading(words("next.title"))]
    if screen.customer:
        body.append(line(strong(screen.customer, size="Medium"), spacing="None"))
    body.append(subtle(words(f"next.kind.{screen.kind}"), spacing="Small"))
    own = _own(screen, words)
    body += own
    left = [step for step in screen.steps if not step.done]
    room = max(0, _MOST - len(screen.yours) - bool(screen.open_questions))
    shown: set[str] = set()
    steps = [_step(place, step, shown, words) for place, step in enumerate(left, start=1)]
    if own and screen.private and steps[:room]:
        body.append(subheading(words("next.team")))
    body += steps[:room]
    if screen.offers:
        body.append(line(label(words("next.offered")), run(", ".join(screen.offers)), spacing="Medium"))
    if not (screen.steps or screen.findings or screen.open_questions):
        body.append(para(words("next.none")))
    if screen.private:
        body.append(subtle(words("next.for_lead" if screen.lead else "next.private"), spacing="Large"))
    done = [_step(0, step, shown, words) for step in screen.steps if step.done]
    parts = [
        (words("next.after"), steps[room:]),
        (words("next.findings"), finding_blocks(screen.findings, words)),
        (words("next.done"), done),
    ]
    return card(words, [*body, *unfolding(parts)], screen.buttons, screen.stamp, as_of=screen.as_of)


def _own(screen: NextStepsScreen, words: Words) -> list[Element]:
    """What waits for the reader: questions, actions, what the metrics say to the FM."""
    found: list[Element] = []
    if screen.open_questions:
        number = "one" if screen.open_questions == 1 else "many"
        found.append(para(words(f"next.open.{number}", count=screen.open_questions)))
    found += [item_block(one, screen.stamp, words) for one in screen.yours]
    if found and screen.private:
        found.insert(0, subheading(words("next.you")))
    if screen.news:
        found.append(subheading(words("next.news")))
        found += [para(sentence) for sentence in screen.news]
    return found


def _step(place: int, step: StepLine, shown: set[str], words: Words) -> Container:
    links: Sequence[Link] = [link for link in step.links if link.key not in shown]
    shown |= {link.key for link in step.links}
    due = [faint(f" · {words('next.until', day=day_text(step.due, words.language))}")] if step.due else []
    number = [strong(f"{place}. ")] if place else []
    items: list[Element] = [line(*number, run(step.text), *due)]
    if step.note:
        items.append(line(strong(f"✓ {step.note}" if step.done else step.note), spacing="None"))
    items += link_lines(links, words)
    return Container(items=items, spacing="Medium")
