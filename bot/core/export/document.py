"""An engagement as the document of `export --format json`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.core.answers.long_texts import whole_voice
from bot.core.answers.rows import voice_key
from bot.core.checkins.rows import SERIES
from bot.core.checkins.series import WEEKDAYS
from bot.core.engagement import Engagement, Voice
from bot.core.export.setup import setup_document
from bot.core.keys import split_ask_key
from bot.core.metrics.followed import Followed, followed
from bot.core.plan.items import Item, item_title, items
from bot.core.playbook.book import Book
from bot.core.ports import Row
from bot.core.questions.identity import home_of
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import factor_verdict, for_service, is_disputed, standing
from bot.core.reading.wording import name_of, say
from bot.core.record.outcomes import OutcomeState, outcome_states
from bot.core.record.tasks import TaskLine, task_lines

_LEADING = (
    "customer", "language", "country", "state", "time_zone", "fm", "licences", "licensed", "services",
    "in_use", "key_inputs", "enterprise",
)  # fmt: skip
"""The fields that stand first in the exported setup; the rest follows in the order of the form."""


def engagement_document(
    book: Book, engagement: Engagement, voices: Mapping[str, Row], now: datetime
) -> dict[str, Any]:
    """The whole engagement. `voices` are its voice rows by key: they hold long texts in full."""
    picture = Picture(book, engagement, now)
    return {
        "id": engagement.id,
        "tenant": engagement.tenant,
        "channel": engagement.channel,
        **_set_up(engagement),
        "status": engagement.status,
        "started": engagement.started,
        "updated": engagement.updated,
        "participants": [
            {**person(engagement, key), "roles": one.roles} for key, one in engagement.people.items()
        ],
        "answers": [
            _answer(picture, key, voice, voices)
            for key, said in answers_in_order(book, engagement)
            for voice in said
        ],
        "disagreements": [
            found for key in engagement.voices if (found := _disagreement(engagement, key)) is not None
        ],
        "readiness": _readiness(picture),
        "outcomes": [_outcome(state) for state in outcome_states(picture)],
        "action_items": [_action_item(picture, item) for item in items(picture)],
        "check_ins": _check_ins(engagement),
        "tasks": [_task(engagement, task) for task in task_lines(book, engagement)],
        "metrics": [_metric(one) for one in followed(picture)],
        "result": _result(picture),
    }


def _result(picture: Picture) -> dict[str, Any]:
    """How the result stands; whose word it was confirmed by, when, and with how many questions open."""
    found = picture.result
    said = {
        "confirmed_by": person(picture.engagement, found.by),
        "confirmed_at": found.at,
        "open_questions": found.left,
    }
    return {"status": found.stands.value, **(said if found.by else dict.fromkeys(said))}


def _set_up(engagement: Engagement) -> dict[str, Any]:
    told = {**setup_document(engagement.setup), "fm": person(engagement, engagement.fm)}
    return {name: told[name] for name in _LEADING} | told


def person(engagement: Engagement, key: str) -> dict[str, str]:
    """Somebody as the export names them."""
    tenant, object_id = home_of(engagement, key)
    known = engagement.people.get(key)
    return {"tenant": tenant, "id": object_id, "name": known.name if known else ""}


def _answer(picture: Picture, key: str, voice: Voice, rows: Mapping[str, Row]) -> dict[str, Any]:
    question, service = split_ask_key(key)
    asked = picture.book.questions.get(question)
    return {
        "question": question,
        "factor": asked.factor if asked else None,
        "service": service,
        "verdict": voice_verdict(picture, question, service, voice),
        "value": dict(whole_voice(voice, rows.get(voice_key(key, voice.by))).fields),
        "reason": voice.reason,
        "handed_to": voice.handed_to,
        "confirmed": voice.confirmed,
        "by": person(picture.engagement, voice.by),
        "at": voice.at,
        "playbook_version": voice.playbook_version,
    }


def voice_verdict(picture: Picture, question: str, service: str | None, voice: Voice) -> str:
    """The verdict of this one voice, as if nobody else had said anything."""
    asked = picture.book.questions.get(question)
    if asked is None:
        return "unknown"
    found = picture.find(question, service)
    if found is None:
        return "not_applicable"
    if len(picture.engagement.voices[found.key]) == 1:
        # Nobody else has: it is known already.
        return picture.standing(found).verdict.value
    return standing(picture.book, picture.facts, found, [voice]).verdict.value


def _disagreement(engagement: Engagement, key: str) -> dict[str, Any] | None:
    """A question about which people differ, or differed until somebody settled it."""
    question, service = split_ask_key(key)
    mark = engagement.settled.get(key)
    if is_disputed(engagement.voices[key], mark):
        mark = None
    elif mark is None:
        return None
    return {
        "question": question,
        "service": service,
        "settled_by": mark.by if mark else None,
        "settled_at": mark.at if mark else None,
    }


def _action_item(picture: Picture, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item_title(picture.book, item, picture.engagement.setup.language),
        "owner": item.owner["name"] if item.owner else None,
        "due": item.due or None,
        "status": item.status,
        "reason": item.reason,
        "question": item.question,
    }


def _metric(one: Followed) -> dict[str, Any]:
    return {
        "id": one.key,
        "baseline": one.state.baseline,
        "target": one.state.target,
        "date": one.state.date,
        "value": one.value,
    }


def _outcome(state: OutcomeState) -> dict[str, Any]:
    return {
        "id": state.outcome.id,
        "reached": state.reached,
        "by": ", ".join(state.by) or None,
        "at": state.at,
    }


def _task(engagement: Engagement, task: TaskLine) -> dict[str, Any]:
    return {
        "id": int(task.id),
        "name": say(task.name, engagement.setup.language),
        "service": ", ".join(task.services) or "all",
        "required": task.required,
        "done_by": name_of(engagement, task.done.by) if task.done else None,
        "done_at": task.done.at if task.done else None,
        "note": task.note or None,
    }


def _check_ins(engagement: Engagement) -> list[dict[str, Any]]:
    series = engagement.check_in
    if series is None:
        return []
    cadence = series.cadence
    return [
        {
            "id": SERIES,
            "cadence": cadence.rhythm,
            "weekday": WEEKDAYS[cadence.weekday],
            "hour": cadence.hour,
            "time_zone": cadence.time_zone,
            "until": cadence.until,
            "next_due": series.next_due,
            "last_sent": series.last_sent,
            "status": series.status,
        }
    ]


def _readiness(picture: Picture) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for factor in picture.book.playbook.factors:
        mine = picture.of_factor(factor.id)
        cells = {
            service: factor_verdict(for_service(mine, service))
            for service in picture.engagement.setup.services
        }
        found[factor.id] = {"all": factor_verdict(mine).value} | {
            key: one.value for key, one in cells.items()
        }
    return found


def answers_in_order(book: Book, engagement: Engagement) -> list[tuple[str, list[Voice]]]:
    """What was said, in the order of asking; what the playbook no longer asks last."""
    order = {question: place for place, question in enumerate(book.questions)}
    return sorted(
        engagement.voices.items(), key=lambda pair: order.get(split_ask_key(pair[0])[0], len(order))
    )
