"""An engagement is written as rows and read back as it was."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.core.answers.rows import voice_key
from bot.core.engagement import Engagement, Participant
from bot.core.keys import engagement_id, place_key, split_ask_key
from bot.core.playbook.book import Book
from bot.core.ports import Delete, Insert, Replace, Row
from bot.core.step import LOG_ROW, Record, record_changes
from bot.kept.state.row import STATE_ROW, read_state, state_change, state_columns
from tests.core.playbook.playbooks import small_playbook
from tests.core.workshops import FM, IT, LEAD, running

TEXT = st.text(st.characters(codec="utf-8"))
BOOK = Book(small_playbook())


def read_back(engagement: Engagement) -> Engagement:
    return read_state(Row(engagement.id, STATE_ROW, state_columns(engagement), "1"))


@given(
    detail=TEXT.filter(str.strip),
    because=TEXT,
    outsider=TEXT,
    customer=TEXT,
    names=st.dictionaries(TEXT, TEXT, max_size=5),
)
def test_a_state_comes_back_whatever_people_typed(
    detail: str, because: str, outsider: str, customer: str, names: dict[str, str]
) -> None:
    workshop = running(BOOK)
    workshop.says(LEAD, "SZ1", detail=detail, scenarios="news")
    workshop.says(IT, "SZ1", "not_applicable", because=because)
    workshop.says(FM, "AW1", "planned", planned_by_name=outsider, planned_on="2026-06-12")
    engagement = workshop.engagement
    people = {**engagement.people, **{key: Participant(name) for key, name in names.items()}}
    engagement = replace(engagement, people=people, setup=replace(engagement.setup, customer=customer))
    assert read_back(engagement) == engagement


def test_a_long_state_is_cut_into_columns_and_joined_again(small: Book) -> None:
    engagement = running(small).engagement
    people = {f"contoso/{number}": Participant("Ä😀" * 40) for number in range(900)}
    engagement = replace(engagement, people=people)
    columns = state_columns(engagement)
    assert "doc2" in columns
    assert all(len(str(value).encode("utf-16-le")) <= 65_536 for value in columns.values())
    assert read_back(engagement) == engagement


def test_what_an_analyst_looks_for_stands_beside_the_state(small: Book) -> None:
    columns = state_columns(running(small).engagement)
    assert (columns["customer"], columns["status"], columns["fm"]) == ("Contoso AG", "running", FM.name)


def test_a_new_state_must_not_exist_and_an_old_one_must_be_the_one_read(small: Book) -> None:
    engagement = running(small).engagement
    assert isinstance(state_change(engagement, None), Insert)
    change = state_change(engagement, "7")
    assert isinstance(change, Replace)
    assert change.etag == "7"


def test_every_answer_has_a_row_an_analyst_can_read(small: Book) -> None:
    workshop = running(small)
    step = workshop.says(IT, "AW1", "handed", handed_to=LEAD.key)
    step = workshop.says(LEAD, "AW1", plan="no")
    voice, log, action = record_changes(small, step.engagement, step.records, workshop.now)
    assert isinstance(voice, Replace)
    assert voice.key == voice_key("AW1", LEAD.key)
    named = {
        "question": "AW1",
        "factor": "awareness",
        "service": "",
        "kind": "answer",
        "verdict": "gap",
        "confirmed": True,
        "by_tenant": "contoso",
        "by_id": "lead",
        "by_name": "Leo Lead",
    }
    assert {name: voice.columns[name] for name in named} == named
    assert json.loads(str(voice.columns["value"])) == {"plan": "no"}
    assert isinstance(log, Insert)
    assert log.key.startswith(LOG_ROW)
    assert (log.columns["what"], log.columns["by_name"], log.columns["ask"]) == ("answer", "Leo Lead", "AW1")
    assert action == Replace(
        "action~AW1",
        {
            "title": "Plan schreiben",
            "owner_tenant": "contoso",
            "owner_id": "lead",
            "owner_name": "Leo Lead",
            "due": "2026-06-24",
            "status": "open",
            "reason": "",
            "question": "AW1",
            "service": "",
            "at": workshop.now,
        },
    )


def test_the_log_keeps_the_answer_that_was_replaced(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    step = workshop.says(LEAD, "AW1", plan="yes")
    _, log, action = record_changes(small, step.engagement, step.records, workshop.now)
    assert action == Delete("action~AW1")
    assert isinstance(log, Insert)
    assert json.loads(str(log.columns["before"]))["fields"] == {"plan": "no"}


def test_no_two_log_rows_of_a_workshop_have_the_same_key(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "AW1", plan="no")
    workshop.says(LEAD, "AW1", plan="yes")
    keys: list[str] = []
    for step in workshop.steps:
        records: tuple[Record, ...] = step.records
        keys += [one.key for one in record_changes(small, step.engagement, records, workshop.now)]
    logs = [key for key in keys if key.startswith(LOG_ROW)]
    assert len(logs) == len(set(logs)) == len(workshop.steps)


@given(tenant=TEXT, channel=TEXT, person=TEXT, number=st.integers(min_value=1, max_value=9999))
def test_keys_are_safe_in_every_store(tenant: str, channel: str, person: str, number: int) -> None:
    for key in (
        engagement_id(tenant, channel, number),
        place_key(tenant, channel),
        voice_key("AW1@teams", person),
    ):
        assert re.fullmatch(r"[A-Za-z0-9~_-]{1,120}", key)


def test_different_people_have_different_rows() -> None:
    assert voice_key("AW1", "a/b") != voice_key("AW1", "a/c")
    assert voice_key("AW1", "a/b") != voice_key("AW1@teams", "a/b")
    assert split_ask_key("AW1@teams") == ("AW1", "teams")
