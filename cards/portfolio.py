"""The portfolio: every workshop with its readiness, what is late, what holds it up, its next check-in."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.reading.viewer import WORST_FIRST
from bot.core.reading.wording import moment_text, state_text
from bot.core.screens.workshop.portfolio import PortfolioLine, PortfolioScreen
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._buttons import tap
from cards._card import card
from cards._kit import Container, Element, TextRun
from cards._progress import verdict_run
from cards._text import cut, faint, heading, label, line, para, plain, run, strong, subtle

_LONGEST_NAME = 80
_LONGEST_REASON = 80
_ORDER = (*WORST_FIRST, Verdict.READY, Verdict.NOT_APPLICABLE)


def render(screen: PortfolioScreen, words: Words) -> dict[str, object]:
    """A page of the portfolio."""
    body: list[Element] = [heading(words("portfolio.title"))]
    if not screen.lines:
        body.append(para(words("portfolio.none")))
    else:
        number = "one" if screen.total == 1 else "many"
        body.append(subtle(words(f"portfolio.count.{number}", count=screen.total), spacing="None"))
    body += [_block(one, screen, words, first=not place) for place, one in enumerate(screen.lines)]
    if screen.lines:
        body.append(subtle(words("portfolio.tap"), spacing="Large"))
    if screen.pages > 1:
        body.append(subtle(words("plan.page", number=screen.page, total=screen.pages), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)


def _block(one: PortfolioLine, screen: PortfolioScreen, words: Words, *, first: bool) -> Container:
    title = TextRun(
        text=plain(cut(one.customer, _LONGEST_NAME) or words("workshop.new")),
        weight="Bolder",
        size="Medium",
        color="Accent",
        selectAction=tap(one.press, screen.stamp, twin=True),
    )
    items: list[Element] = [
        line(title, faint(f" · {state_text(one.status, words, rehearsal=one.rehearsal)}"))
    ]
    if one.factors:
        items += _readiness(one, words)
        items.append(line(*_plan(one, words), spacing="None"))
    if one.blocked:
        items.append(line(label(words("finding.why")), run(_reasons(one, words)), spacing="None"))
    if one.factors:
        items.append(line(label(words("portfolio.next")), run(_next(one, words)), spacing="None"))
    moment = moment_text(one.updated, words.language, one.zone)
    items.append(line(faint(words("portfolio.changed", moment=moment)), spacing="None"))
    return Container(items=items, spacing="Medium", separator=not first or None)


def _readiness(one: PortfolioLine, words: Words) -> Iterator[Element]:
    """Every factor behind its verdict, a line each verdict, worst first."""
    for verdict in _ORDER:
        names = ", ".join(factor.name for factor in one.factors if factor.verdict is verdict)
        if names:
            yield line(verdict_run(verdict, words), run(f": {names}"), spacing="None")


def _plan(one: PortfolioLine, words: Words) -> Iterator[TextRun]:
    still, late = one.counts
    yield label(words("portfolio.actions"))
    yield run(words("portfolio.open", count=still))
    if late:
        yield strong(f" · {words('portfolio.overdue', count=late)}")


def _next(one: PortfolioLine, words: Words) -> str:
    if not one.next_due:
        return words("portfolio.resting" if one.paused else "portfolio.no_check_in")
    moment = moment_text(one.next_due, words.language, one.zone)
    return f"{moment} ({words('portfolio.paused')})" if one.paused else moment


def _reasons(one: PortfolioLine, words: Words) -> str:
    named = [
        cut(reason, _LONGEST_REASON) + (f" ({count})" if count > 1 else "") for reason, count in one.blocked
    ]
    more = f" {words('card.more', count=one.more_reasons)}" if one.more_reasons else ""
    return " · ".join(named) + more
