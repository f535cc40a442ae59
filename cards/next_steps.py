"""Next steps: what this customer does now, with dates and material, and what the answers left open."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.parts import Link
from bot.core.reading.wording import day_text
from bot.core.screens.workshop.next_steps import NextStepsScreen, StepLine
from bot.core.texts import Words
from cards._card import card
from cards._findings import finding_blocks
from cards._kit import Container, Element
from cards._links import link_lines
from cards._text import faint, heading, line, para, run, strong, subheading, subtle


def render(screen: NextStepsScreen, words: Words) -> dict[str, object]:
    """The steps in their order, each link once, then the gaps."""
    body: list[Element] = [heading(words("next.title"))]
    if screen.customer:
        body.append(line(strong(screen.customer, size="Medium"), spacing="None"))
    body.append(subtle(words(f"next.kind.{screen.kind}"), spacing="Small"))
    if screen.open_questions:
        number = "one" if screen.open_questions == 1 else "many"
        body.append(para(words(f"next.open.{number}", count=screen.open_questions)))
    shown: set[str] = set()
    for place, step in enumerate(screen.steps, start=1):
        body.append(_step(place, step, [link for link in step.links if link.key not in shown], words))
        shown |= {link.key for link in step.links}
    if screen.findings:
        body.append(subheading(words("next.findings")))
        body += finding_blocks(screen.findings, words)
    if screen.offers:
        body += [subheading(words("next.offers")), line(run(", ".join(screen.offers)))]
    if screen.news:
        body.append(subheading(words("next.news")))
        body += [para(sentence) for sentence in screen.news]
    if not (screen.steps or screen.findings or screen.open_questions):
        body.append(para(words("next.none")))
    if screen.private:
        body.append(subtle(words("next.for_lead" if screen.lead else "next.private"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp, as_of=screen.as_of)


def _step(place: int, step: StepLine, links: Sequence[Link], words: Words) -> Container:
    due = [faint(f" · {words('next.until', day=day_text(step.due, words.language))}")] if step.due else []
    items: list[Element] = [line(strong(f"{place}. "), run(step.text), *due)]
    if step.note:
        items.append(line(strong(f"✓ {step.note}" if step.done else step.note), spacing="None"))
    items += link_lines(links, words)
    return Container(items=items, spacing="Medium")
