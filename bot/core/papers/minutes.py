"""The minutes for the customer: one page in their language, made of answers and acts."""

from __future__ import annotations

from datetime import date

from bot.core.metrics.followed import Followed, followed
from bot.core.minutes.content import Standpoint, stands
from bot.core.papers.paper import Block, Bullets, Heading, Links, Paper, PaperLink, PaperTable, PaperText
from bot.core.plan.items import Item, item_title, items
from bot.core.questions.facts import the_answer
from bot.core.questions.verdicts import Standing
from bot.core.reading.library import Reader, links
from bot.core.reading.result import result_sentence
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, moment_text, name_of, reason_text, say, value_text
from bot.core.screens.checkins.check_in import rhythm_sentence
from bot.core.screens.lines import factor_lines, findings, service_names
from bot.core.screens.metrics.metrics import metric_line
from bot.core.screens.talks.talks import offer_line
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.talks.talks import talks_of
from bot.core.verdict import Verdict

_FEWEST_ITEMS, _MOST_ITEMS = 6, 12
_PAGE, _LINES_OF_ITEM = 38, 3
"""Lines of a page beside what is always there, and those that an item takes."""
_MOST_STEPS = 5
_MOST_LINKS = 4


def minutes_paper(viewer: Viewer) -> Paper:
    """The minutes as they stand now. `viewer` is no person: they hold only what all may read."""
    words, setup = viewer.words, viewer.engagement.setup
    agreed, steps, material = agreements(viewer), _steps(viewer), _material(viewer)
    room = (_PAGE - len(agreed) - len(steps) - len(material)) // _LINES_OF_ITEM
    blocks: list[Block] = [
        *([PaperText(result)] if (result := result_sentence(viewer.picture, words)) else []),
        PaperText(confirmation(viewer)),
        Bullets(tuple(_facts(viewer))),
        Heading(words("minutes.results")),
        _results(viewer),
        Heading(words("minutes.open")),
        *_open(viewer, max(_FEWEST_ITEMS, min(room, _MOST_ITEMS))),
    ]
    if agreed:
        blocks += [Heading(words("minutes.agreed")), Bullets(agreed)]
    if steps:
        blocks += [Heading(words("minutes.next")), Bullets(steps)]
    if material:
        blocks += [Heading(words("minutes.material")), Links(material)]
    customer = setup.customer or words("record.untitled")
    return Paper(words("minutes.title", customer=customer), viewer.language, tuple(blocks))


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


def open_items(viewer: Viewer) -> list[tuple[Item, str]]:
    """The open items by their days, each with the gap or the obstacle."""
    by_key = {one.ask.key: one for one in viewer.picture.standings}
    return [
        (item, _about(viewer, item, by_key.get(item.id))) for item in items(viewer.picture) if not item.closed
    ]


def unanswered(viewer: Viewer) -> str:
    """A sentence with the number of questions still open; empty where none is."""
    count = sum(not viewer.picture.settled(ask) for ask in viewer.picture.asks)
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
    roles = {role.id: say(role.name, viewer.language) for role in viewer.book.playbook.roles}
    people = [
        f"{one.name} ({', '.join(roles.get(role, role) for role in one.roles)})" if one.roles else one.name
        for key, one in engagement.people.items()
        if key != engagement.fm
    ]
    facts = [
        words("workshop.services") + ", ".join(service_names(viewer, setup.services)),
        " · ".join(
            label + day_text(day, viewer.language)
            for label, day in (
                (words("minutes.pilot"), setup.pilot),
                (words("workshop.launch"), setup.launch),
            )
            if day
        ),
        words("workshop.fm") + name_of(engagement, engagement.fm),
        words("workshop.members") + ", ".join(people) if people else "",
    ]
    return [fact for fact in facts if fact]


def _results(viewer: Viewer) -> PaperTable:
    words = viewer.words
    columns = (words("summary.factor"), words("summary.verdict"), words("minutes.means"))
    rows = tuple(
        (one.name, words(f"verdict.{one.verdict}"), words(f"result.sentence.{one.verdict}"))
        for one in factor_lines(viewer)
    )
    return PaperTable(words("minutes.results"), columns, rows)


def _open(viewer: Viewer, most: int) -> list[Block]:
    words, found = viewer.words, open_items(viewer)
    asked = [PaperText(sentence)] if (sentence := unanswered(viewer)) else []
    if not found:
        return [*asked] if asked else [PaperText(words("minutes.nothing_open"))]
    columns = (
        words("plan.item"), words("field.item_owner"), words("minutes.until"), words("minutes.about")
    )  # fmt: skip
    rows = tuple(
        (
            item_title(viewer.book, item, viewer.language),
            item.owner.get("name", "") if item.owner else words("plan.nobody"),
            date.fromisoformat(item.due) if item.due else None,
            about,
        )
        for item, about in found[:most]
    )
    left = len(found) - len(rows)
    more: list[Block] = []
    if left:
        more.append(PaperText(words("minutes.more_one") if left == 1 else words("minutes.more", count=left)))
    return [PaperTable(words("minutes.open"), columns, rows), *more, *asked]


def _about(viewer: Viewer, item: Item, one: Standing | None) -> str:
    if item.status == "stuck" and item.reason:
        return viewer.words("plan.because") + reason_text(viewer.book, item.reason, viewer.language)
    found = findings(viewer, [one]) if one is not None else ()
    if not found:
        return ""
    parts = [found[0].sentence]
    if found[0].reason:
        parts.append(viewer.words("finding.why") + found[0].reason)
    return " ".join(part for part in parts if part)


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
    keys = [key for item, _ in open_items(viewer) if item.question
            for key in viewer.book.questions[item.question].resources]  # fmt: skip
    found = links(viewer.book, keys, Reader(viewer.language), most=_MOST_LINKS)
    return tuple(PaperLink(one.title, one.url, one.about) for one in found)
