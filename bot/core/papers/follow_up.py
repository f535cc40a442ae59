"""The mail that the FM sends after the workshop, whole and in the customer's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel.lists import format_list

from bot.core.minutes.content import Standpoint, stands
from bot.core.minutes.decided import decisions
from bot.core.papers.minutes import open_items
from bot.core.plan.items import Item, item_title
from bot.core.reading.taken_out import shown
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, name_of
from bot.core.screens.lines import factor_lines, service_names
from bot.core.verdict import Verdict

_MOST = 8
_ON_TRACK = (Verdict.READY, Verdict.ON_COURSE, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail without its addresses: what belongs into the field of the subject, and all below it."""

    subject: str
    text: str


def follow_up_mail(viewer: Viewer) -> Mail:
    """Greeting; three sentences: thanks, how the factors stand, where the minutes are; who does what by when;
    close."""
    words, engagement = viewer.words, viewer.engagement
    customer = engagement.setup.customer or words("record.untitled")
    services = _listed(viewer, service_names(viewer, engagement.setup.services))
    sentences = (words("follow_up.thanks", services=services), _factors(viewer), _minutes(viewer))
    parts = (
        words("follow_up.greeting"),
        " ".join(sentences),
        _list(viewer),
        words("follow_up.regards", name=name_of(engagement, engagement.fm)),
    )
    subject, text = words("follow_up.subject", customer=customer), "\n\n".join(filter(None, parts))
    return Mail(shown(subject, words), shown(text, words))


def _factors(viewer: Viewer) -> str:
    words, lines = viewer.words, [one for one in factor_lines(viewer) if one.total]
    good = [words("follow_up.named", name=one.name) for one in lines if one.verdict in _ON_TRACK]
    rest = [words("follow_up.named", name=one.name) for one in lines if one.verdict not in _ON_TRACK]
    if not good:
        return words("follow_up.factors.none")
    if not rest:
        return words("follow_up.factors.all")
    key = "follow_up.factors.one" if len(good) == 1 else "follow_up.factors.some"
    return words(key, good=_listed(viewer, good), rest=_listed(viewer, rest))


def _minutes(viewer: Viewer) -> str:
    asked = {Standpoint.NONE: "attached", Standpoint.CONFIRMED: "settled"}
    return viewer.words(f"follow_up.end.{asked.get(stands(viewer.picture), 'confirm')}")


def _list(viewer: Viewer) -> str:
    """What is to be done; where nothing is, what was decided."""
    words, found = viewer.words, open_items(viewer)
    lines = [_task(viewer, item) for item in found[:_MOST]]
    if len(found) > len(lines):
        lines.append(words("card.more", count=len(found) - len(lines)))
    head = words("follow_up.tasks")
    if not lines:
        head, lines = words("follow_up.decided"), [f"{one.name}: {one.said}" for one in decisions(viewer)]
    return "\n".join((head, *(f"- {one}" for one in lines))) if lines else ""


def _task(viewer: Viewer, item: Item) -> str:
    return viewer.words(
        "follow_up.task",
        title=item_title(viewer.book, item, viewer.language),
        owner=item.owner.get("name", "") if item.owner else viewer.words("plan.nobody"),
        day=day_text(item.due, viewer.language),
    )


def _listed(viewer: Viewer, names: Sequence[str]) -> str:
    return str(format_list(list(names), locale=viewer.language))
