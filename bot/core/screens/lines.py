"""Progress lines and findings, as several screens show them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.keys import split_ask_key
from bot.core.parts import FactorLine, Finding, Said
from bot.core.plan.items import derived
from bot.core.questions.facts import SAYING
from bot.core.questions.verdicts import Standing, due_day
from bot.core.reading.library import links
from bot.core.reading.viewer import WORST_FIRST, Viewer
from bot.core.reading.wording import day_text, name_of, reason_text, say, voice_text
from bot.core.verdict import Verdict

_MINUTES_EACH = 1.2


def minutes_for(questions: int) -> int:
    """The minutes that so many questions take."""
    return max(1, round(_MINUTES_EACH * questions))


def factor_lines(viewer: Viewer) -> tuple[FactorLine, ...]:
    """One line a factor, over all its questions, those of the services included."""
    picture = viewer.picture
    found: list[FactorLine] = []
    for factor in viewer.book.playbook.factors:
        name, total = say(factor.name, viewer.language), len(picture.of_factor(factor.id))
        verdict, answered = picture.verdict(factor.id), picture.answered(factor.id)
        found.append(FactorLine(factor.id, name, answered, total, verdict))
    return tuple(found)


def room_line(viewer: Viewer, room: str, name: str, mine: Sequence[Standing]) -> FactorLine:
    """The line of a room. A factor has the same verdict everywhere; other rooms have the worst of theirs."""
    answered = sum(viewer.picture.settled(one.ask) for one in mine)
    if any(room == factor.id for factor in viewer.book.playbook.factors):
        return FactorLine(room, name, answered, len(mine), viewer.picture.verdict(room))
    worst = next(
        (verdict for verdict in WORST_FIRST if verdict in {one.verdict for one in mine}), Verdict.READY
    )
    return FactorLine(room, name, answered, len(mine), worst)


def findings(viewer: Viewer, standings: Sequence[Standing]) -> tuple[Finding, ...]:
    """The findings that are not ready, worst first, musts before shoulds."""
    open_ones = [one for one in standings if one.verdict in WORST_FIRST]
    open_ones.sort(key=lambda one: (WORST_FIRST.index(one.verdict), one.ask.question.need != "must"))
    return tuple(_finding(viewer, one) for one in open_ones)


def titles_of(viewer: Viewer, standings: Sequence[Standing], verdict: Verdict) -> tuple[str, ...]:
    """The titles of the questions that stand so."""
    return tuple(say(one.ask.question.title, viewer.language) for one in standings if one.verdict is verdict)


def unconfirmed(one: Standing) -> bool:
    """True when an answer still waits for the confirmation of somebody who may speak for it."""
    return one.voice is not None and one.voice.kind in SAYING and not one.confirmed


def who_said_what(viewer: Viewer, one: Standing) -> Said:
    """Everybody's answer to a question about which people differ, the one that counts so far first."""
    voices = [voice for voice in viewer.engagement.voices.get(one.ask.key, []) if voice.kind in SAYING]
    said = (
        f"{name_of(viewer.engagement, voice.by)}: "
        f"{voice_text(viewer.book, one.ask.question, voice, viewer.words)}"
        for voice in voices
    )
    return Said(" / ".join(said))


def ask_title(viewer: Viewer, key: str) -> str:
    """The title of a question, with the service where it is asked for one; empty where nobody knows it."""
    question, service = split_ask_key(key)
    known = viewer.book.questions.get(question)
    title = say(known.title, viewer.language) if known else ""
    return f"{title} ({viewer.book.service_names[service]})" if title and service else title


def service_names(viewer: Viewer, keys: Sequence[str]) -> tuple[str, ...]:
    """Services by their names of today."""
    return tuple(viewer.book.service_names[key] for key in keys)


def _finding(viewer: Viewer, one: Standing) -> Finding:
    question, voice, language = one.ask.question, one.voice, viewer.language
    item = next(derived(viewer.picture, [one]), None)
    needs_action = one.verdict in (Verdict.GAP, Verdict.AT_RISK) and item is not None and not item.closed
    reason, detail = "", Said("")
    due, owner = "", Said("")
    if item is not None and needs_action:
        # The plan says the same of it.
        due, owner = item.due, Said(item.owner["name"] if item.owner else "")
    own = say(one.rule.say, language) if one.rule is not None and one.rule.say else ""
    sentence = own
    if one.disputed:
        sentence, detail = viewer.words("finding.disputed"), who_said_what(viewer, one)
    if voice is not None and not one.disputed:
        if voice.kind == "answer" and voice.reason:
            reason = reason_text(viewer.book, voice.reason, language)
        elif voice.kind != "answer" or not sentence:
            detail = voice_text(viewer.book, question, voice, viewer.words)
        if needs_action and voice.kind == "planned" and voice.fields.get("planned_by"):
            needed = due_day(viewer.picture.facts, one.ask).isoformat()
            # Who and by when stand with the action.
            detail = Said("")
            sentence = (
                viewer.words("finding.overdue")
                if str(voice.fields.get("planned_on", due)) < viewer.picture.facts.today.isoformat()
                else viewer.words("finding.late", day=day_text(needed, language))
            )
        if voice.kind == "handed":
            owner = viewer.name(voice.handed_to)
    elif not sentence:
        sentence = viewer.words("finding.unanswered")
    return Finding(
        question=question.id,
        title=say(question.title, language),
        verdict=one.verdict,
        sentence=sentence,
        general=sentence != own,
        reason=reason,
        detail=detail,
        action=say(question.action, language) if needs_action else "",
        due=due,
        owner=owner,
        services=service_names(viewer, [one.ask.service] if one.ask.service else question.services),
        links=links(viewer.book, question.resources, viewer.reader, most=1) if needs_action else (),
        unconfirmed=unconfirmed(one),
    )
