"""A whole workshop over real HTTP, in a channel, by the FM's queue, on both stores."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.playbook.book import Book
from tests.service import exported as contract
from tests.service.card import actions, question_of, texts
from tests.service.client import Person, Room
from tests.service.exported import exported, said
from tests.service.process import Bot, run_command

SETUP = {
    "customer": "Contoso GmbH",
    "country": "DE",
    "state": "BY",
    "time_zone": "Europe/Berlin",
    "language": "de",
    "licences": "1200",
    "pilot": "2031-02-03",
    "launch": "2031-05-05",
    "depth": "full",
    "pace": "week",
    "answer_by": "2031-01-15",
}
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


async def test_every_question_is_asked_once_and_every_answer_is_exported(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path, book: Book
) -> None:
    services = list(book.service_names)
    fm = Person(channel, "fm")
    assert await fm.says("/ssat") == 200
    await fm.sets_up(**SETUP, services=",".join(services), licensed=",".join(services))
    await fm.answers()

    asked = Counter((question, service) for question, service, _ in fm.asked)
    assert asked == Counter((question, None) for question in book.questions)
    assert question_of(await fm.opens("my_questions")) is None
    _, summary = await channel.shows(
        lambda card: any(one["data"]["action"] == "next_steps" for one in actions(card))
    )
    assert "Contoso GmbH" in texts(summary)
    # The workshop card, that the workshop begins, a result card a factor, the summary, and the OneDrive kit.
    assert len([one for one in channel.sent() if one.kind == "post"]) == 1 + 1 + 4 + 1 + 1

    engagement = await exported(tmp_path, store, channel.id)
    _has_the_keys_of_the_contract(engagement, book)
    assert {name: engagement[name] for name in SETUP if name != "licences"} | {
        "licences": str(engagement["licences"])
    } == SETUP
    assert (engagement["services"], engagement["licensed"]) == (services, services)
    answers = said(engagement)
    assert len(answers) == len(fm.asked)
    for question, service, sent in fm.asked:
        row = answers[question, service, fm.id]
        assert row["by"] == {"tenant": "11111111-0000-4000-8000-000000000001", "id": fm.id, "name": "Fm"}
        assert _UTC.fullmatch(row["at"])
        assert datetime.fromisoformat(engagement["started"]) <= datetime.fromisoformat(row["at"])
        for name, value in sent.items():
            assert value in _as_sent(row, name), f"{question}.{name}"
    assert set(engagement["readiness"]) == {factor.id for factor in book.playbook.factors}
    assert all(set(cells) == {"all", *services} for cells in engagement["readiness"].values())
    assert engagement["status"] == "running"
    await _other_formats_say_the_same(tmp_path, store, engagement, fm)
    log = "\n".join(bot.said)
    assert "Antwort auf" not in log, "a log holds no answer"
    assert " ERROR " not in log


def _has_the_keys_of_the_contract(engagement: dict[str, Any], book: Book) -> None:
    assert set(engagement) == contract.ENGAGEMENT
    assert set(engagement["fm"]) == contract.PERSON
    assert set(engagement["enterprise"]) == contract.ENTERPRISE
    assert all(set(one) == contract.PARTICIPANT for one in engagement["participants"])
    assert all(set(one) == contract.ANSWER for one in engagement["answers"])
    assert all(set(one) == contract.DISAGREEMENT for one in engagement["disagreements"])
    assert {row["factor"] for row in engagement["answers"]} == {one.id for one in book.playbook.factors} | {
        None
    }
    verdicts = {"ready", "on_course", "at_risk", "gap", "unknown", "not_applicable"}
    assert {row["verdict"] for row in engagement["answers"]} <= verdicts


def _as_sent(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """What an exported value may have been as an input."""
    value = row["reason"] if name == "reason" else row["value"][name.removesuffix("_name")]
    if isinstance(value, dict):
        return value["name"], f"{value.get('tenant')}/{value.get('id')}"
    return (",".join(value),) if isinstance(value, list) else (str(value),)


async def _other_formats_say_the_same(
    folder: Path, store: Mapping[str, str], engagement: dict[str, Any], fm: Person
) -> None:
    chosen = ("--engagement", engagement["id"])
    table, page = await asyncio.gather(
        *(run_command(folder, store, "export", "--format", kind, *chosen) for kind in ("csv", "md"))
    )
    rows = list(csv.DictReader(io.StringIO(table.out)))
    assert table.code == 0
    assert {(row["question"], row["by_name"], row["at"]) for row in rows} == {
        (row["question"], row["by"]["name"], row["at"]) for row in engagement["answers"]
    }
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert page.code == 0
    assert page.out.startswith("# Contoso GmbH\n")
    assert page.out.count("(Fm, ") == len(fm.asked)
