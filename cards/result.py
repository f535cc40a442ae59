"""The result of a factor: what makes it stand so, the three that matter first, the rest a tap away."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Finding
from bot.core.screens.workshop.result import ResultScreen
from bot.core.texts import Words
from cards._card import card
from cards._findings import finding_blocks, finding_lines
from cards._kit import Element
from cards._links import link_lines
from cards._progress import band, verdict_word
from cards._text import faint, heading, line, para, run, subheading
from cards._unfold import unfolding

_FIRST = 3
"""Findings that stand on the card itself."""


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
        band(screen.verdict, line(run(screen.sentence))),
        *finding_blocks(_first(screen), words),
        *unfolding([(words("result.rest"), _rest(screen, words))]),
    ]
    return card(words, body, screen.buttons, screen.stamp, as_of=screen.as_of)


def _first(screen: ResultScreen) -> list[Finding]:
    """The three that matter first; what the sentence above says is not said again."""
    return [
        replace(one, sentence="") if one.sentence and one.sentence in screen.sentence else one
        for one in screen.findings[:_FIRST]
    ]


def _rest(screen: ResultScreen, words: Words) -> list[Element]:
    """The other findings, all that is ready or does not apply, and the material that no finding has shown."""
    found: list[Element] = [*finding_lines(screen.findings[_FIRST:], words)]
    for heading_key, titles in (("ready", screen.ready), ("not_applicable", screen.out)):
        if titles:
            sign = words(f"sign.{heading_key}")
            found.append(subheading(words(f"result.{heading_key}")))
            found += [line(run(f"{sign} {title}"), spacing="Small") for title in titles]
    shown = {link.key for one in screen.findings[:_FIRST] for link in one.links}
    if links := [link for link in screen.links if link.key not in shown]:
        found.append(subheading(words("result.material")))
        found += link_lines(links, words)
    return found
