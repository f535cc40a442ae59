"""Progress and verdict: as dots, as numbers, as word and sign."""

from __future__ import annotations

from bot.core.parts import FactorLine
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._kit import Column, ColumnSet, TextRun
from cards._text import faint, line, run, strong

_MOST_DOTS = 10


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
    return strong(verdict_word(verdict, words), color=verdict_color(verdict))


def verdict_color(verdict: Verdict) -> str | None:
    """Only a gap is coloured: the theme's other colours are too light for text."""
    return "Attention" if verdict is Verdict.GAP else None


def progress_row(factor: FactorLine, words: Words) -> ColumnSet:
    """A factor or room: its name, its dots, its verdict, and the numbers."""
    counted = words("card.of", number=factor.answered, total=factor.total)
    name = line(strong(factor.name))
    bar = line(run(dots(factor.answered, factor.total), color="Accent", size="Small"), spacing="None")
    left = Column(items=(name, bar), width="stretch")
    stands = line(verdict_run(factor.verdict, words), align="Right")
    right = Column(items=(stands, line(faint(counted), spacing="None", align="Right")), width="auto")
    return ColumnSet(columns=(left, right), spacing="Medium")
