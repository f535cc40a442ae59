"""The agenda of a check-in, for all in the thread: overdue and coming items, gaps, open questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.checkins.agenda import SHOWN, agenda, is_named
from bot.core.checkins.due import zone_of
from bot.core.metrics.followed import Followed, metrics_to_ask
from bot.core.parts import UNSAID, AsOf, Button, Said, Stamp
from bot.core.plan.items import Item
from bot.core.playbook.ask import Ask
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.metrics.metrics import metric_title
from bot.core.screens.plan.plan import ItemLine, item_line


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item, or a question or a metric by its `title`. `mention` is the Teams id of an owner to mention."""

    item: ItemLine | None = None
    title: str = ""
    mention: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One list (texts: agenda.<name>), of which `more` lines are not shown."""

    name: str
    lines: tuple[AgendaLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class AgendaScreen:
    """`following` is the moment of the next check-in (ISO 8601 UTC), empty after the last one."""

    stamp: Stamp
    customer: Said
    sections: tuple[Section, ...]
    following: str
    time_zone: str
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread


def agenda_screen(
    viewer: Viewer, following: str | None, people: Sequence[str], teams_ids: Mapping[str, str]
) -> AgendaScreen:
    """The agenda; empty lists are left out. Of the owners of coming items those in `people` are mentioned."""
    picture = viewer.picture
    found = agenda(picture, following)
    mentions = {key: teams_ids.get(key, key.partition("/")[2]) for key in people}
    sections = (
        _section("overdue", [_overdue(viewer, item) for item in found.overdue]),
        _section("coming", [_coming(viewer, item, mentions) for item in found.coming]),
        _section("gaps", [AgendaLine(item_line(viewer, item, most_links=0)) for item in found.gaps]),
        _section("disputed", [_question(viewer, ask) for ask in found.disputed]),
        _section("unanswered", [_question(viewer, ask) for ask in found.unanswered]),
        _section("metrics", [_metric(viewer, one) for one in metrics_to_ask(picture)]),
    )
    return AgendaScreen(
        stamp=viewer.stamp(),
        customer=Said(picture.engagement.setup.customer),
        sections=tuple(one for one in sections if one.lines),
        following=following or "",
        time_zone=str(zone_of(picture.engagement)),
        buttons=(
            Button("plan", primary=True),
            Button("my_questions"),
            *((Button("metrics"),) if metrics_to_ask(picture) else ()),
            Button("mute"),
            Button("check_in", overflow=True),
        ),
    )


def _section(name: str, lines: Sequence[AgendaLine]) -> Section:
    return Section(name, tuple(lines[:SHOWN]), max(0, len(lines) - SHOWN))


def _overdue(viewer: Viewer, item: Item) -> AgendaLine:
    """The line of an overdue item, without its owner until they were notified of it in private."""
    line = item_line(viewer, item, most_links=0)
    return AgendaLine(line if is_named(viewer.picture, item) else replace(line, owner=UNSAID))


def _coming(viewer: Viewer, item: Item, mentions: Mapping[str, str]) -> AgendaLine:
    return AgendaLine(item_line(viewer, item, most_links=0), mention=mentions.get(item.owner_key or "", ""))


def _metric(viewer: Viewer, one: Followed) -> AgendaLine:
    return AgendaLine(title=metric_title(viewer, one.metric, one.service))


def _question(viewer: Viewer, ask: Ask) -> AgendaLine:
    title = say(ask.question.title, viewer.language)
    name = viewer.book.service_names[ask.service] if ask.service else ""
    return AgendaLine(title=f"{title} ({name})" if name else title)
