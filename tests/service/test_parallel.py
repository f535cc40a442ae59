"""Several people at the same time: each gets their own questions, nothing is asked twice or lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Playbook
from tests.fakes.connector import FakeConnector
from tests.service.card import actions, question_of
from tests.service.client import Person, Room
from tests.service.exported import everything, exported, said
from tests.service.process import Bot

SETUP = {"customer": "Contoso", "services": "onedrive,teams", "country": "DE", "depth": "short"}
ROLES = {
    "paul": ("project_lead", "sponsor"),
    "dora": ("department", "communication"),
    "tim": ("training", "it"),
}


async def _work_through(people: list[Person]) -> None:
    """All say at the same time what they are, then all answer at the same time. Before somebody has a role,
    its questions belong to the project lead, so a lead who hurried ahead would be asked them too."""
    await asyncio.gather(*(one.takes_part(*ROLES[one.name]) for one in people))
    await asyncio.gather(*(one.answers() for one in people))
    # The last question comes to the lead once nobody has any other left.
    await next(one for one in people if "project_lead" in ROLES[one.name]).answers()


async def _nothing_is_lost(
    people: list[Person], folder: Path, store: Mapping[str, str], playbook: Playbook
) -> None:
    """Everybody had questions, none twice, and what each said stands in the export. Two have the same
    question only where both hold a role of it and had it open at the same moment: then both are heard, and
    where the second came after the word on the result, that is asked for once more."""
    fm, *others = people
    asked = {(question, service) for person in others for question, service, _ in person.asked}
    assert len(asked) == 12 + 1 + 1, "the twelve, the confirmation and the closing"
    roles = {question.id: {*question.roles} for question in playbook.questions}
    heard = {key: [one for one in others if key in _asked(one)] for key in asked}
    for (question, _), by in heard.items():
        assert len(by) == 1 or all(roles[question] & {*ROLES[one.name]} for one in by), question
    by_two = any(len(by) > 1 for by in heard.values())
    for person in others:
        mine = _asked(person)
        assert mine, f"{person.name} was asked nothing"
        again = {question for (question, _), times in mine.items() if times > 1}
        assert again <= ({"CL"} if by_two else set()), f"{person.name} was asked {again} again"
    assert question_of(await fm.opens("my_questions")) is None
    await fm.room.shows(lambda card: any(one["data"]["action"] == "next_steps" for one in actions(card)))
    answers = said(await exported(folder, store, fm.room.id))
    assert set(answers) == {
        (question, service, person.id) for person in others for question, service, _ in person.asked
    }
    assert all(row["confirmed"] for row in answers.values())


def _asked(person: Person) -> Counter[tuple[str, str | None]]:
    """How often somebody was asked each question."""
    return Counter((question, service) for question, service, _ in person.asked)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_three_people_with_different_roles_finish_a_short_workshop_in_parallel(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path, book: Book
) -> None:
    people = [Person(channel, name) for name in ("fm", *ROLES)]
    await people[0].says("/ssat")
    await people[0].sets_up(**SETUP)
    await _work_through(people[1:])
    await _nothing_is_lost(people, tmp_path, store, book.playbook)
    results = [one for one in channel.sent() if one.kind == "post"]
    assert len(results) == 1 + 1 + 4 + 1, "the workshop card, its beginning, a result a factor, the summary"


@pytest.mark.parametrize("store", ["azure-tables"], indirect=True)
async def test_two_bots_on_the_same_tables_serve_one_workshop(
    bot: Bot,
    channel: Room,
    start: Callable[[Mapping[str, str]], Bot],
    store: Mapping[str, str],
    tmp_path: Path,
    book: Book,
) -> None:
    second = start(store)
    await second.start()
    other = replace(channel, bot_url=second.url)
    people = [Person(channel, "fm"), Person(other, "paul"), Person(channel, "dora"), Person(other, "tim")]
    await people[0].says("/ssat")
    await people[0].sets_up(**SETUP)
    await _work_through(people[1:])
    await _nothing_is_lost(people, tmp_path, store, book.playbook)
    results = [one for one in channel.sent() if one.kind == "post"]
    assert len(results) == 1 + 1 + 4 + 1, "no card is posted by both"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_all_answer_the_same_question_at_once_and_every_voice_is_kept(
    bot: Bot, channel: Room, store: Mapping[str, str], tmp_path: Path
) -> None:
    people = [Person(channel, name) for name in ("fm", "dora", "tim", "ines", "paul")]
    await people[0].says("/ssat")
    await people[0].sets_up(**SETUP)
    for person in people[1:]:
        await person.takes_part("project_lead")
    await asyncio.gather(*(person.opens("my_questions") for person in people))
    assert len({question_of(person.card) for person in people}) == 1
    await asyncio.gather(*(person.answers_one() for person in people))
    question, service, _ = people[0].asked[0]
    answers = said(await exported(tmp_path, store, channel.id))
    assert set(answers) == {(question, service, person.id) for person in people}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_workshops_of_several_channels_do_not_mix(
    bot: Bot,
    session: aiohttp.ClientSession,
    connector: FakeConnector,
    store: Mapping[str, str],
    tmp_path: Path,
) -> None:
    rooms = [Room(bot.url, session, connector, f"19:room{number}@thread.tacv2") for number in range(3)]
    leads = [Person(room, f"fm{number}") for number, room in enumerate(rooms)]

    async def hold(fm: Person) -> None:
        await fm.says("/ssat")
        await fm.sets_up(**SETUP | {"customer": f"Customer of {fm.name}"})
        await fm.answers(most=4)

    await asyncio.gather(*(hold(fm) for fm in leads))
    found = await everything(tmp_path, store)
    for fm in leads:
        engagement = found[fm.room.id]
        assert engagement["customer"] == f"Customer of {fm.name}"
        assert {row["by"]["id"] for row in engagement["answers"]} == {fm.id}
        assert len(engagement["answers"]) == 4
