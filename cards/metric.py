"""One metric: how it stands, and its course as a chart and as lines that say the same."""

from __future__ import annotations

from bot.core.reading.wording import day_text
from bot.core.screens.metrics.metrics import MetricScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element, Line, LineChart, Point, RichTextBlock
from cards._links import link_lines
from cards._metrics import metric_lines
from cards._text import heading, line, run, strong, subheading, subtle


def render(screen: MetricScreen, words: Words) -> dict[str, object]:
    """The metric with its course; the chart needs two values, a line one."""
    one = screen.line
    body: list[Element] = [
        heading(words("metrics.one"), size="Medium"),
        line(strong(f"{words(f'metrics.sign.{one.state}')} {one.title}", size="Medium"), spacing="Small"),
        *metric_lines(one, words),
        subtle(screen.about),
    ]
    if screen.note:
        body.append(subtle(screen.note, spacing="Small"))
    if len(screen.course) > 1:
        body.append(_chart(screen, words))
    if screen.course:
        body.append(subheading(words("metrics.course")))
        body += _course(screen, words)
    if screen.withheld:
        number = "one" if screen.withheld == 1 else "many"
        body.append(subtle(words(f"metrics.earlier.{number}", count=screen.withheld), spacing="Small"))
    if screen.links:
        body.append(subheading(words("question.material")))
        body += link_lines(screen.links, words)
    body.append(subtle(words("metrics.foot"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp)


def _chart(screen: MetricScreen, words: Words) -> LineChart:
    """The values, and the way to the target. The lines below say the same, so nothing stands in where it is
    not drawn."""
    target, date = screen.aim
    first, value, _ = screen.course[0]
    course = Line(
        legend=words("metrics.value"),
        values=[Point(x=day, y=number) for day, number, _ in screen.course],
        color="categoricalBlue",
    )
    lines = [course]
    if date > first:
        way = [Point(x=first, y=value), Point(x=date, y=target)]
        lines.append(Line(legend=words("metrics.way"), values=way, color="neutral"))
    return LineChart(title=screen.line.title, data=lines, fallback="drop")


def _course(screen: MetricScreen, words: Words) -> list[RichTextBlock]:
    """The values, the newest first, as lines: some phones draw no tables."""
    return [
        line(run(f"{day_text(day, words.language)}: {amount}"), spacing="Small")
        for day, _, amount in reversed(screen.course)
    ]
