"""The metrics: what the team follows, what the values say, and what fits the answers."""

from __future__ import annotations

from bot.core.screens.metrics import MetricsScreen
from bot.core.texts import Words
from cards._buttons import tap
from cards._card import card
from cards._kit import Container, Element, TextRun
from cards._metrics import metric_block
from cards._text import box, cut, faint, heading, line, para, plain, strong, subheading, subtle

_LONGEST_NAME = 120
_LONGEST_BANNER = 200


def render(screen: MetricsScreen, words: Words) -> dict[str, object]:
    """The metrics with what they say, then those that could be chosen."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("metrics.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    if screen.news:
        body.append(box(*(para(sentence) for sentence in screen.news)))
    if not screen.lines:
        body.append(para(words("metrics.none")))
    body += [metric_block(one, screen.stamp, words) for one in screen.lines]
    if screen.suggested:
        body.append(subheading(words("metrics.fit")))
    for title, about, button in screen.suggested:
        press = tap(button, screen.stamp, twin=True)
        head = TextRun(text=plain(f"+ {title}"), weight="Bolder", color="Accent", selectAction=press)
        body.append(Container(items=[line(head), line(faint(about), spacing="None")], spacing="Small"))
    body.append(subtle(words("metrics.foot"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp)
