"""Metrics: the numbers of one, and how it stands, as sign and word."""

from __future__ import annotations

from bot.core.parts import Stamp
from bot.core.reading.wording import day_text
from bot.core.screens.metrics.metrics import MetricLine
from bot.core.texts import Words
from cards._buttons import tap
from cards._kit import Container, Element, RichTextBlock, TextRun
from cards._text import faint, line, plain, run, strong


def metric_block(one: MetricLine, stamp: Stamp, words: Words) -> Container:
    """A metric of a list: its title opens it."""
    opens = tap(one.press, stamp, twin=True) if one.press else None
    title = plain(f"{words(f'metrics.sign.{one.state}')} {one.title}")
    head = TextRun(text=title, weight="Bolder", color="Accent" if opens else None, selectAction=opens)
    items: list[Element] = [line(head), *metric_lines(one, words)]
    return Container(items=items, spacing="Medium")


def metric_lines(one: MetricLine, words: Words) -> list[RichTextBlock]:
    """The state and the latest value of a metric, then its baseline and its target."""
    word = words(f"metrics.state.{one.state}")
    stands = strong(word)
    now = []
    if one.value:
        day = day_text(one.read_on, words.language)
        now = [run(f" · {words('metrics.now', amount=one.value, day=day)}")]
    goal = [words("metrics.start", amount=one.baseline)] if one.baseline else []
    goal.append(words("metrics.goal", amount=one.target, day=day_text(one.date, words.language)))
    return [line(stands, *now, spacing="None"), line(faint(" · ".join(goal)), spacing="None")]
