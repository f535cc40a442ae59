"""The minutes for the customer: one page in their language, made of answers and acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.engagement import Participant
from bot.core.metrics.followed import Followed, followed
from bot.core.minutes.content import Standpoint, stands
from bot.core.minutes.decided import decisions
from bot.core.papers.missing import missing_table
from bot.core.papers.paper import Block, Bullets, Heading, Links, Paper, PaperLink, PaperTable, PaperText
from bot.core.papers.room import LINES, lines_of
from bot.core.plan.items import Item, item_title, items
from bot.core.questions.facts import the_answer
from bot.core.questions.roster import shown_name
from bot.core.questions.verdicts import Standing
from bot.core.reading.library import Reader, links
from bot.core.reading.result import result_sentence
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, moment_text, name_of, reason_text, say, value_text
from bot.core.screens.checkins.check_in import rhythm_sentence
from bot.core.screens.lines import service_names
from bot.core.screens.metrics.metrics import metric_line
from bot.core.screens.talks.talks import offer_line
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.talks.talks import talks_of
from bot.core.verdict import Verdict

_MOST_STEPS = 5
_MOST_LINKS = 4


@dataclass(frozen=True, slots=True)
class _Amounts:
    """How much of what may be long the minutes state: actions, gaps of a factor, next steps, links."""

    actions: int
    gaps: int
    steps: int
    links: int


_AMOUNTS = (
    _Amounts(12, 3, _MOST_STEPS, _MOST_LINKS),
    _Amounts(12, 3, 3, 2),
    _Amounts(10, 3, 3, 0),
    _Amounts(8, 2, 2, 0),
    _Amounts(6, 2, 0, 0),
    _Amounts(6, 1, 0, 0),
)
"""From the most to the least; the first that one page has room for counts."""


def minutes_paper(viewer: Viewer) -> Paper:
    """The minutes as they stand now, on one page: what was decided, what is missing, who does what. `viewer`
    is no person: they hold only what all may read."""
    fitting = (_blocks(viewer, amounts) for amounts in _AMOUNTS)
    blocks = next((one for one in fitting if lines_of(one) <= LINES), None) or _blocks(viewer, _AMOUNTS[-1])
    customer = viewer.engagement.setup.customer or viewer.words("record.untitled")
    return Paper(viewer.words("minutes.title", customer=customer), viewer.language, tuple(blocks))


def _blocks(viewer: Viewer, amounts: _Amounts) -> list[Block]:
    words = viewer.words
    result = result_sentence(viewer.picture, words)
    blocks: list[Block] = [
        PaperText(" ".join(filter(None, (result, confirmation(viewer))))),
        Bullets(tuple(_facts(viewer))),
        *_decided(viewer),
        Heading(words("minutes.missing")),
        missing_table(viewer, amounts.gaps),
        Heading(words("minutes.open")),
        *_open(viewer, amounts.actions),
    ]
    if steps := _steps(viewer)[: amounts.steps]:
        blocks += [Heading(words("minutes.next")), Bullets(steps)]
    if material := _material(viewer)[: amounts.links]:
        blocks += [Heading(words("minutes.material")), Links(material)]
    return blocks


def _decided(viewer: Viewer) -> list[Block]:
    """The decisions line by line, and what was agreed for the time to come."""
    words, found, agreed = viewer.words, decisions(viewer), agreements(viewer)
    blocks: list[Block] = []
    if found:
        columns = (words("minutes.topic"), words("minutes.decision"))
        rows = tuple((one.name, one.said) for one in found)
        blocks += [Heading(words("minutes.decided")), PaperTable(words("minutes.decided"), columns, rows)]
    if agreed:
        blocks += [Heading(words("minutes.agreed")), Bullets(agreed)]
    return blocks


def confirmation(viewer: Viewer) -> str:
    """A sentence: who confirmed the minutes and when, or that nobody did."""
    if stands(viewer.picture) is Standpoint.CONFIRMED:
        return confirmed_by(viewer)
    zone = viewer.engagement.setup.time_zone
    moment = moment_text(viewer.engagement.updated, viewer.language, zone)
    return viewer.words("minutes.unconfirmed", moment=moment)


def agreements(viewer: Viewer) -> tuple[str, ...]:
    """The agreements of the closing answers, a line each, the metrics with their targets, the talks that were
    accepted, and the check-ins."""
    words, found, last = viewer.words, list[str](), viewer.book.last
    for one in viewer.picture.standings:
        if last is not None and one.ask.question.room == last.question.room:
            found += _agreed(viewer, one)
    found += [_metric(viewer, one) for one in followed(viewer.picture)]
    found += _talks(viewer)
    series = viewer.engagement.check_in
    if series is not None and series.status != "off":
        found.append(words("minutes.check_ins", rhythm=rhythm_sentence(viewer, series)))
    return tuple(found)


def _metric(viewer: Viewer, one: Followed) -> str:
    line, words = metric_line(viewer, one), viewer.words
    goal = words("metrics.goal", amount=line.target, day=day_text(line.date, viewer.language))
    start = [words("metrics.start", amount=line.baseline)] if line.baseline else []
    return words("minutes.metric", title=line.title, details=". ".join([*start, goal]))


def _talks(viewer: Viewer) -> list[str]:
    """The talks that were accepted; those of one kind and day on one line."""
    words, found = viewer.words, dict[str, list[str]]()
    for one in talks_of(viewer.picture):
        if one.status == "accepted":
            line = offer_line(viewer, one)
            day = words("talks.dated", day=day_text(line.day, viewer.language)) if line.day else ""
            parts = (line.talks, day or words("talks.state.undated"))
            found.setdefault(", ".join(filter(None, parts)), []).append(line.title)
    return [
        words("minutes.talk", title=", ".join(titles), details=details) for details, titles in found.items()
    ]


def open_items(viewer: Viewer) -> list[Item]:
    """The open items by their days."""
    return [item for item in items(viewer.picture) if not item.closed]


def unanswered(viewer: Viewer) -> str:
    """A sentence with the number of questions still open; empty where none is."""
    count = viewer.picture.left
    if not count:
        return ""
    return viewer.words("next.open.one") if count == 1 else viewer.words("next.open.many", count=count)


def confirmed_by(viewer: Viewer) -> str:
    """A sentence with the people who confirmed the version issued last, and when; empty where nobody did."""
    given = viewer.engagement.minutes
    if given is None or not given.confirmed:
        return ""
    names = ", ".join(name_of(viewer.engagement, key) for key in given.confirmed)
    zone = viewer.engagement.setup.time_zone
    moment = moment_text(max(given.confirmed.values()), viewer.language, zone)
    return viewer.words("minutes.confirmed", version=given.version, names=names, moment=moment)


def _facts(viewer: Viewer) -> list[str]:
    words, setup, engagement = viewer.words, viewer.engagement.setup, viewer.engagement
    people = [_with_roles(viewer, one) for key, one in engagement.people.items() if key != engagement.fm]
    facts = [
        words("workshop.services") + ", ".join(service_names(viewer, setup.services)),
        "" if viewer.book.playbook.minutes.decided else _milestones(viewer),
        words("workshop.fm") + name_of(engagement, engagement.fm),
        words("workshop.members") + ", ".join(people) if people else "",
    ]
    return [fact for fact in facts if fact]


def _milestones(viewer: Viewer) -> str:
    """Pilot and launch, for a playbook that does not say what is decided."""
    words, setup = viewer.words, viewer.engagement.setup
    named = ((words("minutes.pilot"), setup.pilot), (words("workshop.launch"), setup.launch))
    return " · ".join(label + day_text(day, viewer.language) for label, day in named if day)


def _with_roles(viewer: Viewer, one: Participant) -> str:
    """A name with the roles of the person; just listening is none."""
    known = {role.id: say(role.name, viewer.language) for role in viewer.book.playbook.roles}
    roles = [known.get(role, role) for role in one.roles if role != viewer.book.listener_role]
    name = shown_name(viewer.engagement, one)
    taken = ", ".join(roles)
    # Where roles stand for names they are said once.
    return f"{name} ({taken})" if taken not in ("", name) else name


def _open(viewer: Viewer, most: int) -> list[Block]:
    words, found = viewer.words, open_items(viewer)
    asked = [PaperText(sentence)] if (sentence := unanswered(viewer)) else []
    if not found:
        return [*asked] if asked else [PaperText(words("minutes.nothing_open"))]
    left = len(found) - most
    more: list[Block] = []
    if left > 0:
        more.append(PaperText(words("minutes.more_one") if left == 1 else words("minutes.more", count=left)))
    return [_actions(viewer, found[:most]), *more, *asked]


def _actions(viewer: Viewer, found: Sequence[Item]) -> PaperTable:
    """Who does what by when; what holds an action up has a column where there is such a thing."""
    words = viewer.words
    stuck = [_obstacle(viewer, item) for item in found]
    columns = [words("plan.item"), words("field.item_owner"), words("minutes.until")]
    rows = [
        [
            item_title(viewer.book, item, viewer.language),
            item.owner.get("name", "") if item.owner else words("plan.nobody"),
            date.fromisoformat(item.due) if item.due else None,
        ]
        for item in found
    ]
    if any(stuck):
        columns.append(words("minutes.obstacle"))
        rows = [[*row, one] for row, one in zip(rows, stuck, strict=True)]
    return PaperTable(words("minutes.open"), tuple(columns), tuple(map(tuple, rows)))


def _obstacle(viewer: Viewer, item: Item) -> str:
    if item.status != "stuck" or not item.reason:
        return ""
    return reason_text(viewer.book, item.reason, viewer.language)


def _agreed(viewer: Viewer, one: Standing) -> list[str]:
    ask, voice = one.ask, the_answer(viewer.engagement.voices.get(one.ask.key, []))
    if voice is None or voice.kind != "answer":
        return []
    lines, last = [], viewer.book.last
    for field in ask.question.fields:
        if last is not None and (ask.question.id, field.id) == (last.question.id, last.field):
            continue  # what it says stands above, as the result
        value = voice.fields.get(field.id)
        if value not in (None, "", []):
            text = value_text(viewer.book, field, value, viewer.words)
            # The state holds no more than the beginning; the whole stands on the record sheet.
            text = f"{text}…" if field.id in voice.cut else text
            lines.append(f"{say(field.label, viewer.language).rstrip('?')}: {text}")
    if voice.reason and one.verdict in (Verdict.GAP, Verdict.AT_RISK):
        lines.append(viewer.words("finding.why") + reason_text(viewer.book, voice.reason, viewer.language))
    return lines


def _steps(viewer: Viewer) -> tuple[str, ...]:
    """The next steps that are not done yet."""
    left = [step for step in next_steps_screen(viewer).steps if not step.done]
    return tuple(
        viewer.words("minutes.step", text=step.text.rstrip("."), day=day_text(step.due, viewer.language))
        if step.due
        else step.text
        for step in left[:_MOST_STEPS]
    )


def _material(viewer: Viewer) -> tuple[PaperLink, ...]:
    """The customer's material for open points; none where nothing is open."""
    keys = [key for item in open_items(viewer) if item.question
            for key in viewer.book.questions[item.question].resources]  # fmt: skip
    found = links(viewer.book, keys, Reader(viewer.language), most=_MOST_LINKS)
    return tuple(PaperLink(one.title, one.url, one.about) for one in found)
