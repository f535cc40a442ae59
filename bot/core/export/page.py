"""The engagement as a page to read (Markdown), in the workshop's language."""

from __future__ import annotations

import re
from datetime import datetime

from bot.core.engagement import Engagement
from bot.core.parts import Said
from bot.core.plan.items import items
from bot.core.playbook.book import Book
from bot.core.questions.picture import Picture
from bot.core.reading.result import result_news
from bot.core.reading.taken_out import shown
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, moment_text, name_of, say, voice_text
from bot.core.screens.lines import factor_lines, service_names
from bot.core.screens.plan.plan import item_line
from bot.core.texts import Words

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~$]|&(?=#?\w+;)")
_LEADING = re.compile(r"^(\d*)([-+#=:.)])")
_ADDRESS = re.compile(r"(:(?=//)|(?<=\bwww)\.)", re.IGNORECASE)


def engagement_record(book: Book, engagement: Engagement, words: Words, now: datetime) -> str:
    """Setup, readiness, every answer with who said it and when, and the plan."""
    viewer = Viewer(Picture(book, engagement, now), words)
    setup, language = engagement.setup, words.language
    lines = [f"# {inert(Said(setup.customer)) or words('record.untitled')}", ""]
    facts = [
        (words("field.services"), ", ".join(service_names(viewer, setup.services))),
        (words("field.launch"), day_text(setup.launch, language) if setup.launch else ""),
        (words("record.fm"), inert(name_of(engagement, engagement.fm))),
    ]
    lines += [f"- {label}: {value}" for label, value in facts if value]
    lines += ["", f"## {words('record.readiness')}", ""]
    lines += [
        f"- {line.name}: {words(f'verdict.{line.verdict}')} ({line.answered}/{line.total})"
        for line in factor_lines(viewer)
    ]
    if said_of_it := result_news(viewer.picture, words):
        lines += ["", inert(Said(said_of_it))]
    for room in book.playbook.rooms:
        mine = [one for one in viewer.picture.standings if one.ask.question.room == room.id]
        if mine:
            lines += ["", f"## {say(room.name, language)}"]
        for one in mine:
            lines += ["", f"### {say(one.ask.question.ask, language)}", ""]
            lines.append(f"{words(f'verdict.{one.verdict}')}")
            for voice in engagement.voices.get(one.ask.key, []):
                said = inert(voice_text(book, one.ask.question, voice, words))
                at = moment_text(voice.at, language, setup.time_zone)
                lines.append(f"- {said} ({inert(name_of(engagement, voice.by))}, {at})")
    plan = [item_line(viewer, item) for item in items(viewer.picture)]
    if plan:
        lines += ["", f"## {words('plan.title')}", ""]
    for item in plan:
        day = words("plan.until", day=day_text(item.due, language))
        stands = words(f"plan.status.{item.state}")
        parts = (inert(item.title), stands, day, inert(item.owner), inert(item.reason))
        lines.append(f"- {' · '.join(part for part in parts if part)}")
    return shown("\n".join(lines) + "\n", words)


def inert(text: Said) -> str:
    """Text of people in which Markdown finds nothing to do, on one line: no markup, list or address."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _ADDRESS.sub(r"\\\1", _LEADING.sub(r"\1\\\2", line))
