"""The portfolio: all workshops of an FM with their standing, the most urgent first, each a press away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.checkins.series import is_paused, upcoming
from bot.core.parts import Button, FactorLine, Said, Stamp
from bot.core.plan.items import Item, items
from bot.core.questions.facts import the_answer
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import reason_text
from bot.core.screens.lines import factor_lines
from bot.core.screens.workshop.home import is_rehearsal
from bot.core.screens.workshop.workshop import WorkshopScreen, workshop_screen

PAGE = 6
"""Workshops on one card, and so the reads that it takes."""
_REASONS = 3


@dataclass(frozen=True, slots=True)
class PortfolioLine:
    """One workshop. `counts` are open items and of these overdue ones; `next_due` is the moment (ISO 8601
    UTC) of the next check-in in `zone`; `blocked` are reasons with how many actions each holds up."""

    customer: Said
    status: str
    factors: tuple[FactorLine, ...]
    counts: tuple[int, int]
    blocked: tuple[tuple[Said, int], ...]
    more_reasons: int
    next_due: str
    paused: bool
    zone: str
    updated: str  # ISO 8601 UTC
    press: Button
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioScreen:
    """A page of the portfolio; `total` counts the workshops on all of them."""

    stamp: Stamp
    lines: tuple[PortfolioLine, ...]
    total: int
    page: int = 1
    pages: int = 1
    buttons: tuple[Button, ...] = ()


def page_of(total: int, wanted: int) -> tuple[int, int]:
    """The page nearest to the one that is wanted, and how many there are."""
    pages = max(1, -(-total // PAGE))
    return min(max(1, wanted), pages), pages


def portfolio_screen(
    viewers: Sequence[Viewer], total: int, page: int, *, may_rehearse: bool = False
) -> PortfolioScreen:
    """The workshops of one page, in their order, and the ways on: the reader's own questions and actions."""
    page, pages = page_of(total, page)
    buttons = [Button("portfolio", (("page", str(page + 1)),), label="next_page")] if page < pages else []
    if page > 1:
        buttons.append(Button("portfolio", (("page", str(page - 1)),), label="page_before"))
    if viewers:
        buttons.append(Button("home"))
    if may_rehearse:
        buttons.append(Button("rehearse"))
    # The card belongs to no workshop: each press names its own.
    return PortfolioScreen(Stamp(0, 0), tuple(map(_line, viewers)), total, page, pages, tuple(buttons))


def engagement_overview(viewer: Viewer) -> WorkshopScreen:
    """One workshop of the portfolio in the FM's personal chat, with the ways on from there."""
    asked = viewer.engagement.status in ("running", "completed")
    late = any(item.is_overdue(viewer.picture.facts.today) for item in items(viewer.picture))
    ways = (
        Button("plan", primary=late),
        Button("next_steps", primary=not late),
        Button("overview", label="details"),
        Button("check_in"),
    )
    mistaken = is_rehearsal(viewer.engagement) and viewer.engagement.status == "setup"
    buttons = (
        *(ways if asked else ()),
        Button("lead", label="setup") if mistaken else Button("lead"),
        *((Button("discard"),) if mistaken else ()),
        Button("portfolio", label="back_to_portfolio"),
    )
    return replace(workshop_screen(viewer), buttons=buttons)


def _line(viewer: Viewer) -> PortfolioLine:
    engagement, today = viewer.engagement, viewer.picture.facts.today
    left = [item for item in items(viewer.picture) if not item.closed]
    series, due = engagement.check_in, upcoming(engagement.check_in)
    reasons = _blocked(viewer, left)
    return PortfolioLine(
        customer=Said(engagement.setup.customer),
        status=engagement.status,
        factors=factor_lines(viewer) if engagement.status in ("running", "completed") else (),
        counts=(len(left), sum(item.is_overdue(today) for item in left)),
        blocked=reasons[:_REASONS],
        more_reasons=max(0, len(reasons) - _REASONS),
        next_due=due.isoformat() if due else "",
        paused=series is not None and is_paused(series, viewer.picture.now),
        zone=series.cadence.time_zone if series else engagement.setup.time_zone,
        updated=engagement.updated,
        press=Button("pick", (("engagement", engagement.id), ("command", "engagement"))),
        rehearsal=is_rehearsal(engagement),
    )


def _blocked(viewer: Viewer, left: Sequence[Item]) -> tuple[tuple[Said, int], ...]:
    """The reasons that hold up open items, with counts: those of stuck items, else those in the answers."""
    counted: Counter[str] = Counter()
    for item in left:
        reason = (item.reason or "") if item.status == "stuck" else _answered_reason(viewer, item)
        if reason:
            counted[reason] += 1
    return tuple((Said(reason), count) for reason, count in counted.most_common())


def _answered_reason(viewer: Viewer, item: Item) -> str:
    voice = the_answer(viewer.engagement.voices.get(item.id, ()))
    if voice is None or voice.kind != "answer" or not voice.reason:
        return ""
    return reason_text(viewer.book, voice.reason, viewer.language)
