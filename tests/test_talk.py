"""`ssat-bot talk` as a process of its own, with what a playbook author types piped into it: begun anew where
it goes from the start to the end, else forked."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.playbook_of_tests import PLAYS_IT
from tests.service.process import run_command

ENVIRONMENT = {**os.environ, **PLAYS_IT}
PROMPT = " » "
REQUIRED = f"*{PROMPT}"
THE_FIRST = "1"
"""Fits every required field: the first choice, a number, a name."""
REFUSALS = (
    "That isn't one of the answers. Please choose one from the list.",
    "Please enter a date, for example 2026-12-24.",
    "This date has passed. Please choose a later one.",
)


async def started(*options: str) -> Process:
    command = (sys.executable, "-m", "bot", "talk", *options)
    return await asyncio.create_subprocess_exec(
        *command, env=ENVIRONMENT, stdin=PIPE, stdout=PIPE, stderr=PIPE, limit=2**20
    )


async def typed(folder: Path, lines: str, *options: str) -> tuple[int | None, str, str]:
    ran = await run_command(folder, {}, "talk", *options, typed=lines)
    return ran.code, ran.out, ran.err


@pytest.mark.parametrize(
    ("language", "thanks", "summary"),
    [
        ("de", "Danke, Sie sind fertig.", "# Ergebnis des Workshops"),
        ("en", "Thank you, you're done.", "# Result of the workshop"),
    ],
)
async def test_enter_and_what_is_required_lead_from_the_start_to_the_summary(
    language: str, thanks: str, summary: str
) -> None:
    process = await started("--lang", language)
    assert process.stdin is not None
    assert process.stdout is not None
    said = ""
    while thanks not in said:
        said += (await process.stdout.readuntil(PROMPT.encode())).decode()
        answer = "q" if thanks in said else THE_FIRST if said.endswith(REQUIRED) else ""
        process.stdin.write(f"{answer}\n".encode())
    _, errors = await process.communicate()
    assert summary in said
    assert (process.returncode, errors.decode()) == (0, "")


async def test_a_command_can_be_typed_where_an_answer_is_expected(tmp_path: Path) -> None:
    code, said, _ = await typed(tmp_path, "\n/help\nq\n", "--lang", "en")
    assert "# What you can type" in said
    assert code == 0


async def test_the_end_of_the_input_ends_it_well(tmp_path: Path) -> None:
    code, said, errors = await typed(tmp_path, "")
    assert said.endswith("Customer* [Example Ltd] » \n\nThat's the end. Nothing is kept.\n")
    assert (code, errors) == (0, "")


@pytest.mark.parametrize(
    ("language", "question"), [("de", "# Stimmt das noch"), ("en", "# Is what the kick-off")]
)
async def test_the_first_question_comes_after_three_entries(
    language: str, question: str, tmp_path: Path
) -> None:
    _, said, errors = await typed(tmp_path, "\n\n\nq\n", "--lang", language)
    before, _, after = said.partition(question)
    assert before.count(PROMPT) == 3
    assert after.count(PROMPT) == 1
    assert errors == ""


async def test_what_is_entered_is_checked_as_it_comes_and_every_talk_begins_anew(tmp_path: Path) -> None:
    launch = datetime.now(UTC).date() + timedelta(days=200)
    entered = ["Fabrikam", "99", "1", "soon", "2020-01-31", f"{launch:%d.%m.%Y}", "q"]
    _, said, _ = await typed(tmp_path, "\n".join(entered), "--lang", "en")
    answers = [line for line in said.splitlines() if line in REFUSALS]
    assert answers == list(REFUSALS)
    assert f"Launch for everyone: {launch.day} {launch:%b %Y}" in said
    _, again, _ = await typed(tmp_path, "\n\n\n/status\nq\n", "--lang", "en")
    assert "Example Ltd · running" in again
    assert "Fabrikam" not in again
