"""The sentence that tells most about a factor, built from its own questions; and whom a card still asks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.questions.verdicts import Standing
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.verdict import Verdict

_NAMED = 2
"""Questions that a sentence names; it counts the others."""
_MEANT = {
    Verdict.READY: (Verdict.READY,),
    Verdict.ON_COURSE: (Verdict.ON_COURSE,),
    Verdict.AT_RISK: (Verdict.GAP, Verdict.AT_RISK, Verdict.UNKNOWN),
    Verdict.GAP: (Verdict.GAP,),
    Verdict.UNKNOWN: (Verdict.UNKNOWN,),
    Verdict.NOT_APPLICABLE: (Verdict.NOT_APPLICABLE,),
}
"""The questions that make a factor stand as it does, those first that weigh most."""


def telling(viewer: Viewer, verdict: Verdict, mine: Sequence[Standing], *, alone: bool = False) -> str:
    """What makes a factor stand as it does, musts first: what the playbook says of the answer that weighs
    most, and unless it stands `alone` the names of the other questions. A factor is ready, too, where none of
    its questions applies: then that is said."""
    if verdict is Verdict.READY and mine and all(one.verdict is Verdict.NOT_APPLICABLE for one in mine):
        verdict = Verdict.NOT_APPLICABLE
    meant = _MEANT[verdict]
    weighty = sorted(
        (one for one in mine if one.verdict in meant),
        key=lambda one: (meant.index(one.verdict), one.ask.question.need != "must"),
    )
    first = next((one for one in weighty if one.rule and one.rule.say and not one.disputed), None)
    titles = list(
        dict.fromkeys(say(one.ask.question.title, viewer.language) for one in weighty if one is not first)
    )
    if first is not None and first.rule is not None and first.rule.say is not None:
        said = say(first.rule.say, viewer.language)
        return (
            f"{said} {viewer.words('telling.also', titles=_listed(viewer, titles, 1))}"
            if titles and not alone
            else said
        )
    if not titles:
        return viewer.words(f"result.sentence.{verdict}")
    over = verdict is Verdict.UNKNOWN and viewer.engagement.status == "completed"
    return viewer.words(
        "telling.unanswered" if over else f"telling.{verdict}", titles=_listed(viewer, titles)
    )


def _listed(viewer: Viewer, titles: Sequence[str], most: int = _NAMED) -> str:
    left = len(titles) - most
    if left > 1:
        return viewer.words("telling.more", titles=", ".join(titles[:most]), count=left)
    if len(titles) == 1:
        return titles[0]
    return viewer.words("telling.and", titles=", ".join(titles[:-1]), last=titles[-1])


def asks_on(viewer: Viewer) -> bool:
    """True while a question waits for the reader; on a shared card, for anybody. Who has no role yet may
    still have one to answer."""
    picture = viewer.picture
    if viewer.engagement.status == "completed" or picture.finished:
        return False
    person = viewer.engagement.people.get(viewer.person.key) if viewer.person else None
    joined = viewer.person is not None and (viewer.is_fm or (person is not None and bool(person.roles)))
    return not joined or viewer.person is None or bool(picture.queue(viewer.person.key))
