"""Progress and verdict: as dots, as numbers, as word and sign."""

from __future__ import annotations

from bot.core.parts import FactorLine
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._kit import Column, ColumnSet, Container, Element, TextRun
from cards._text import faint, line, run, strong

_MOST_DOTS = 10
_GROUNDS = {
    Verdict.READY: "good",
    Verdict.ON_COURSE: "accent",
    Verdict.AT_RISK: "warning",
    Verdict.GAP: "attention",
}
"""The colours of the chart as grounds: coloured letters are too pale in one theme or the other."""


def dots(done: int, total: int) -> str:
    """A progress line that is also text: ●●●○○○○○. Above ten, each dot stands for several."""
    shown = min(total, _MOST_DOTS)
    filled = done if total <= _MOST_DOTS else done * _MOST_DOTS // total
    if done > 0 and not filled:
        filled = 1
    return "●" * filled + "○" * (shown - filled)


def verdict_word(verdict: Verdict, words: Words) -> str:
    """A verdict as sign and word."""
    return f"{words(f'sign.{verdict}')} {words(f'verdict.{verdict}')}"


def verdict_run(verdict: Verdict, words: Words) -> TextRun:
    """A verdict as sign and word, in bold."""
    return strong(verdict_word(verdict, words))


def verdict_ground(verdict: Verdict) -> str:
    """The style of a part of a card on the colour of a verdict; the word stands in it."""
    return _GROUNDS.get(verdict, "emphasis")


def band(verdict: Verdict, *items: Element) -> Container:
    """Lines on the colour of a verdict."""
    return Container(items=items, style=verdict_ground(verdict), spacing="Small")


def progress_row(factor: FactorLine, words: Words) -> ColumnSet:
    """A factor or room: its name, its dots, its verdict, and the numbers."""
    counted = words("card.of", number=factor.answered, total=factor.total)
    name = line(strong(factor.name))
    bar = run(dots(factor.answered, factor.total), color="Accent", size="Small")
    left = Column(items=(name, line(bar, faint(f" {counted}"), spacing="None")), width="stretch")
    stands = line(verdict_run(factor.verdict, words), align="Right")
    right = Column(items=(stands,), width="auto", style=verdict_ground(factor.verdict))
    return ColumnSet(columns=(left, right), spacing="Medium")
