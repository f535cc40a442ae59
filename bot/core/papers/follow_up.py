"""The text that the FM sends after the workshop: short, in the customer's language, to paste."""

from __future__ import annotations

from bot.core.minutes.content import Standpoint, stands
from bot.core.papers.minutes import agreements, open_items
from bot.core.plan.items import item_title
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, name_of
from bot.core.screens.lines import factor_lines

_MOST = 8


def follow_up_text(viewer: Viewer) -> str:
    """Thanks, how the factors stand, who does what by when, what was agreed, and the request to confirm."""
    words, engagement = viewer.words, viewer.engagement
    customer = engagement.setup.customer or words("record.untitled")
    parts = [
        words("follow_up.subject", customer=customer),
        words("follow_up.greeting"),
        words("follow_up.thanks"),
        "\n".join(f"- {one.name}: {words(f'verdict.{one.verdict}')}" for one in factor_lines(viewer)),
    ]
    if tasks := _tasks(viewer):
        parts += [words("follow_up.tasks"), tasks]
    if agreed := agreements(viewer):
        parts += [words("follow_up.agreed"), "\n".join(f"- {one}" for one in agreed)]
    asked = {Standpoint.NONE: "attached", Standpoint.CONFIRMED: "settled"}.get(
        stands(viewer.picture), "confirm"
    )
    parts += [
        words(f"follow_up.end.{asked}"),
        words("follow_up.regards", name=name_of(engagement, engagement.fm)),
    ]
    return "\n\n".join(parts)


def _tasks(viewer: Viewer) -> str:
    words, found = viewer.words, open_items(viewer)
    lines = [
        words(
            "follow_up.task",
            title=item_title(viewer.book, item, viewer.language),
            owner=item.owner.get("name", "") if item.owner else words("plan.nobody"),
            day=day_text(item.due, viewer.language),
        )
        for item, _ in found[:_MOST]
    ]
    if len(found) > len(lines):
        lines.append(words("card.more", count=len(found) - len(lines)))
    return "\n".join(f"- {one}" for one in lines)
