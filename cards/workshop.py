"""The workshop card, shared by all: customer, services, dates, progress, who takes part."""

from __future__ import annotations

from functools import partial

from bot.core.reading.wording import day_text, moment_text
from bot.core.recent import Recent
from bot.core.screens.workshop.workshop import WorkshopScreen
from bot.core.texts import Words
from cards._buttons import action_data
from cards._card import card
from cards._kit import Element, Execute, Refresh, TextRun
from cards._progress import progress_row
from cards._text import box, cut, faint, heading, label, line, para, run, strong, subheading, subtle

REFRESH = "refresh"
"""The action of what a client asks by itself, which no button has."""
_MOST_MEMBERS = 12
_LONGEST_NAME = 80
_LONGEST_TITLES = 120


def render(screen: WorkshopScreen, words: Words) -> dict[str, object]:
    """The workshop as it stands; with a banner, the end of somebody's private view."""
    body: list[Element] = [box(line(strong(screen.banner)))] if screen.banner else []
    body.append(heading(words("workshop.title")))
    body.append(line(strong(screen.customer or words("workshop.new"), size="Medium"), spacing="None"))
    if screen.status != "running" and words.has(f"workshop.status.{screen.status}"):
        body.append(para(words(f"workshop.status.{screen.status}")))
    body += _frame(screen, words)
    if screen.lines:
        counted = words("workshop.progress", answered=screen.answered, total=screen.total)
        body.append(subheading(counted))
        body += [_recent.get((words,), (one,), partial(progress_row, one, words)) for one in screen.lines]
    if screen.result:
        body.append(para(screen.result))
    if screen.disputed:
        body.append(line(run(_differing(screen, words)), spacing="Small"))
    if screen.members:
        body.append(line(label(words("workshop.members")), *_members(screen, words), spacing="Large"))
    moment = moment_text(screen.updated, words.language, screen.time_zone)
    body.append(
        subtle(words("card.stamp", moment=moment), spacing="Large" if not screen.members else "Small")
    )
    return card(words, body, screen.buttons, screen.stamp, refresh=_refresh(screen))


_recent = Recent(512)


def _refresh(screen: WorkshopScreen) -> Refresh | None:
    """The question that clients ask by themselves. Without anybody named, those of all would ask it."""
    if not screen.refreshed_for:
        return None
    asks = Execute(verb=REFRESH, data=action_data(REFRESH, screen.stamp))
    return Refresh(action=asks, user_ids=list(screen.refreshed_for))


def _frame(screen: WorkshopScreen, words: Words) -> list[Element]:
    """Services, dates and who leads, each in a line, as far as they are known and named."""
    leads = "" if screen.fm == words("unnamed.fm") else screen.fm
    lines = (
        ("services", ", ".join(screen.services)),
        ("launch", day_text(screen.launch, words.language) if screen.launch else ""),
        ("answer_by", day_text(screen.answer_by, words.language) if screen.answer_by else ""),
        ("fm", cut(leads, _LONGEST_NAME)),
    )
    return [
        line(label(words(f"workshop.{key}")), run(value), spacing="Small") for key, value in lines if value
    ]


def _differing(screen: WorkshopScreen, words: Words) -> str:
    """The reason why something is at risk: questions with different answers, without saying whose."""
    if len(screen.disputed) == 1:
        return words("workshop.differs.one", title=screen.disputed[0])
    return words("workshop.differs.many", titles=cut(", ".join(screen.disputed), _LONGEST_TITLES))


def _members(screen: WorkshopScreen, words: Words) -> list[TextRun]:
    named = []
    for member in screen.members[:_MOST_MEMBERS]:
        roles = ", ".join(member.roles)
        # Where nobody is named, the roles are the name.
        behind = f" ({roles})" if roles and roles != member.name else ""
        named.append(cut(member.name, _LONGEST_NAME) + behind)
    left = len(screen.members) - _MOST_MEMBERS
    runs = [run(", ".join(named))]
    return [*runs, faint(f" {words('card.more', count=left)}")] if left > 0 else runs
