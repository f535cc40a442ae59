"""What is open, for the FM: by roles and as counts, and what became of the last reminder. It names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.checkins.due import local_today
from bot.core.checkins.recall import is_told_today, people_asked
from bot.core.playbook.model.base import Named
from bot.core.questions.asks import is_open
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, say


def open_lines(viewer: Viewer) -> list[str]:
    """A line for each role with open questions: how many of how many, and how many people have the role."""
    engagement = viewer.engagement
    if engagement.status != "running":
        return []
    found = []
    for role, left, total in open_by_role(viewer):
        people = sum(role.id in one.roles for one in engagement.people.values())
        many = {0: "none", 1: "one"}.get(people, "many")
        values = {"role": say(role.name, viewer.language), "open": left, "total": total}
        found.append(viewer.words(f"lead.open.{many}", **values, people=people))
    return found


def open_by_role(viewer: Viewer) -> Iterator[tuple[Named, int, int]]:
    """The roles with open questions, how many, and of how many; one of two roles counts for both."""
    voices, asks = viewer.engagement.voices, viewer.picture.asks
    for role in viewer.book.playbook.roles:
        mine = [ask for ask in asks if role.id in ask.question.roles]
        left = sum(is_open(voices.get(ask.key, [])) for ask in mine)
        if left and role.id != viewer.book.listener_role:
            yield role, left, len(mine)


def recall_lines(viewer: Viewer) -> list[str]:
    """The last reminder in counts: who hears now or on another day, who was reached, who was mentioned."""
    engagement, words = viewer.engagement, viewer.words
    recall, today = engagement.recall, local_today(viewer.picture).isoformat()
    if recall is None or engagement.status != "running":
        return []
    told = [one for one in recall.waiting if is_told_today(viewer.picture, one)]
    now = len(recall.waiting) - len(told)
    later = recall.day > today
    counts = (
        ("day" if later else "now", now),
        ("later", len(told)),
        ("reached", recall.reached),
        ("unreached", len(recall.unreached)),
        ("mentioned", recall.mentioned),
    )
    day = day_text(recall.day, viewer.language)
    return [
        words(f"lead.reminded.{what}.{'one' if count == 1 else 'many'}", count=count, day=day)
        for what, count in counts
        if count
    ]


def can_remind(viewer: Viewer) -> bool:
    """True while there is somebody whom the FM may have reminded."""
    return viewer.engagement.status == "running" and bool(people_asked(viewer.picture))
