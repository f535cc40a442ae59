"""What `ssat-bot export` says, and what the contract says it is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.service.process import run_command

ENGAGEMENT = {
    "id", "tenant", "channel", "customer", "language", "country", "state", "time_zone", "fm", "licences",
    "licensed", "services", "in_use", "key_inputs", "enterprise", "pilot", "launch", "depth", "pace",
    "answer_by", "status", "started", "updated", "participants", "answers", "disagreements", "readiness",
    "outcomes", "action_items", "check_ins", "tasks", "metrics", "result", "whole",
}  # fmt: skip
PERSON = {"tenant", "id", "name"}
ENTERPRISE = {"offering", "extended_service", "reason", "enterprise_reason", "extended_reason"}
PARTICIPANT = PERSON | {"roles"}
ANSWER = {
    "question", "factor", "service", "verdict", "value", "reason", "handed_to", "confirmed", "by", "at",
    "playbook_version",
}  # fmt: skip
DISAGREEMENT = {"question", "service", "settled_by", "settled_at"}


async def exported(folder: Path, store: Mapping[str, str], channel: str) -> dict[str, Any]:
    """The engagement of a channel as json."""
    return (await everything(folder, store))[channel]


async def everything(folder: Path, store: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Channel -> its engagement as json."""
    ran = await run_command(folder, store, "export", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    whole = json.loads(ran.out)
    assert list(whole) == ["engagements"]
    return {one["channel"]: one for one in whole["engagements"]}


def said(engagement: Mapping[str, Any]) -> dict[tuple[str, str | None, str], Mapping[str, Any]]:
    """(question, service, object id) -> the answer."""
    rows: list[Mapping[str, Any]] = engagement["answers"]
    by_key = {(row["question"], row["service"], row["by"]["id"]): row for row in rows}
    assert len(by_key) == len(rows), "one row a person, question and service"
    return by_key
