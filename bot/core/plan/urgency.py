"""The urgency of an engagement, by which a portfolio is sorted without reading every engagement of it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.plan.items import Item
from bot.core.questions.picture import Picture

_LIVING = ("setup", "running")


def first_needed(picture: Picture, plan: Iterable[Item]) -> str:
    """The ISO day by which something is needed first: an open item, or the answers that are missing. Once it
    has passed something is late. Empty where nothing is open."""
    setup = picture.engagement.setup
    days = [item.due for item in plan if not item.closed and item.due]
    if setup.answer_by and picture.engagement.status == "running" and not picture.finished:
        days.append(setup.answer_by)
    return min(days, default="")


def place_in_portfolio(status: str, urgent: str, started: str) -> tuple[int, bool, str, str]:
    """The order of a portfolio: open workshops, then completed ones, of each the most urgent first, then the
    older one."""
    rank = 0 if status in _LIVING else 1 if status == "completed" else 2
    return rank, not urgent, urgent, started
