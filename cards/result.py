"""The result of a factor: the verdict in one sentence, what is ready, gaps worst first, material."""

from __future__ import annotations

from bot.core.screens.workshop.result import ResultScreen
from bot.core.texts import Words
from cards._card import card
from cards._findings import finding_blocks
from cards._kit import Element
from cards._links import link_lines
from cards._progress import verdict_word
from cards._text import faint, heading, line, para, run, subheading


def render(screen: ResultScreen, words: Words) -> dict[str, object]:
    """The result card of one factor; of one that is open again only that."""
    if screen.reopened:
        again = [
            line(faint(words("result.where"))),
            heading(words("result.reopened.title", name=screen.name)),
            para(words("result.reopened.sentence"), spacing="Small"),
        ]
        return card(words, again, screen.buttons, screen.stamp, as_of=screen.as_of)
    title = words("result.title", name=screen.name, verdict=verdict_word(screen.verdict, words))
    body: list[Element] = [
        line(faint(words("result.where"))),
        heading(title),
        para(words(f"result.sentence.{screen.verdict}"), spacing="Small"),
    ]
    if screen.ready:
        body.append(subheading(words("result.ready")))
        body += [line(run(f"{words('sign.ready')} {title}"), spacing="Small") for title in screen.ready]
    if screen.findings:
        body.append(subheading(words("result.open")))
        body += finding_blocks(screen.findings, words)
    shown = {link.key for one in screen.findings for link in one.links}
    if links := [link for link in screen.links if link.key not in shown]:
        body.append(subheading(words("result.material")))
        body += link_lines(links, words)
    return card(words, body, screen.buttons, screen.stamp, as_of=screen.as_of)
