"""What leaves the product: the document of the contract, the table, the page; none of them does harm."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answers.events import Except
from bot.core.checkins.events import SetCheckIn
from bot.core.engagement import Person
from bot.core.export.document import engagement_document
from bot.core.export.page import engagement_record, inert
from bot.core.export.table import COLUMNS, answers_csv, harmless
from bot.core.parts import Said
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.playbook.book import Book
from bot.core.texts import Texts
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

PERSON = {"tenant": str, "id": str, "name": str}
NULL = type(None)
CHECK_INS = {
    "rhythm": "monthly", "nth": "5", "weekday": "friday", "hour": "9", "time_zone": "Europe/Berlin",
    "until": "2026-12-31",
}  # fmt: skip
SHAPE: dict[str, Any] = {
    "id": str, "tenant": str, "channel": str, "customer": str, "language": str, "country": str, "state": str,
    "time_zone": str, "fm": PERSON, "licences": (int, NULL), "licensed": [str], "services": [str],
    "in_use": [str], "key_inputs": [str],
    "enterprise": {
        "offering": bool, "extended_service": (bool, NULL), "reason": (str, NULL),
        "enterprise_reason": (str, NULL), "extended_reason": (str, NULL),
    },
    "pilot": (str, NULL), "launch": (str, NULL), "depth": str, "pace": str, "answer_by": (str, NULL),
    "status": str, "started": str, "updated": str,
    "participants": [{**PERSON, "roles": [str]}],
    "answers": [
        {
            "question": str, "factor": (str, NULL), "service": (str, NULL), "verdict": str, "value": dict,
            "reason": (str, NULL), "handed_to": (str, NULL), "confirmed": bool, "by": PERSON, "at": str,
            "playbook_version": str,
        }
    ],
    "disagreements": [
        {"question": str, "service": (str, NULL), "settled_by": (str, NULL), "settled_at": (str, NULL)}
    ],
    "readiness": dict,
    "outcomes": [{"id": str, "reached": bool, "by": (str, NULL), "at": (str, NULL)}],
    "action_items": [
        {
            "id": str, "title": str, "owner": (str, NULL), "due": (str, NULL), "status": str,
            "reason": (str, NULL), "question": (str, NULL),
        }
    ],
    "tasks": [
        {
            "id": int, "name": str, "service": str, "required": bool, "done_by": (str, NULL),
            "done_at": (str, NULL), "note": (str, NULL),
        }
    ],
    "metrics": [],
    "check_ins": [
        {
            "id": str, "cadence": str, "weekday": str, "hour": int, "time_zone": str, "until": str,
            "next_due": (str, NULL), "last_sent": (str, NULL), "status": str,
        }
    ],
    "result": {
        "status": str, "confirmed_by": (dict, NULL), "confirmed_at": (str, NULL),
        "open_questions": (int, NULL),
    },
}  # fmt: skip


def fits(value: Any, shape: Any) -> bool:
    """Whether a value has exactly this shape: a mapping no key more and no key less."""
    if isinstance(shape, dict):
        return (
            isinstance(value, dict)
            and value.keys() == shape.keys()
            and all(fits(value[key], shape[key]) for key in shape)
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(shape and fits(one, shape[0]) for one in value)
    return isinstance(value, shape)


@pytest.fixture
def told(small: Book) -> Workshop:
    """A workshop in which something of everything was said."""
    workshop = running(small, depth="full", licences="500")
    workshop.says(SPONSOR, "ST1", state="open", reason="budget")
    workshop.says(LEAD, "AW1", plan="yes", link="intranet.contoso.com")
    workshop.says(IT, "AW1", plan="no")
    workshop.happens(Except(LEAD, "AW1", {"services": "teams"}))
    workshop.says(LEAD, "AW1", "handed", service="teams", handed_to=IT.key)
    workshop.says(LEAD, "SZ1", "planned", planned_by_name="Ada", planned_on="2026-06-12")
    workshop.says(FM, "D1", "skipped")
    workshop.happens(SetCheckIn(FM, CHECK_INS))
    return workshop


def document_of(workshop: Workshop) -> dict[str, Any]:
    document = engagement_document(workshop.book, workshop.engagement, {}, workshop.now)
    whole: dict[str, Any] = json.loads(json.dumps(document))
    return whole


def test_the_document_has_exactly_the_shape_of_the_contract(told: Workshop) -> None:
    document = document_of(told)
    assert document.keys() == SHAPE.keys()
    for name, shape in SHAPE.items():
        assert fits(document[name], shape), name


def test_the_setup_stands_in_the_order_of_the_contract(told: Workshop) -> None:
    order = list(SHAPE)
    before = order[: order.index("participants")]
    assert list(document_of(told))[: len(before)] == before


def test_there_is_one_answer_a_person_question_and_service_in_the_order_of_asking(told: Workshop) -> None:
    rows = [
        (one["question"], one["service"], one["by"]["id"], one["verdict"])
        for one in document_of(told)["answers"]
    ]
    assert rows == [
        ("D1", None, "fm", "unknown"),
        ("ST1", None, "sponsor", "gap"),
        ("SZ1", None, "lead", "on_course"),
        ("AW1", None, "lead", "ready"),
        ("AW1", None, "it", "gap"),
        ("AW1", "teams", "lead", "unknown"),
    ]


def test_the_document_says_what_was_said(told: Workshop) -> None:
    answers = document_of(told)["answers"]
    assert answers[1]["reason"] == "budget"
    assert answers[3]["value"] == {"plan": "yes", "link": "https://intranet.contoso.com"}
    assert answers[5]["handed_to"] == IT.key
    assert document_of(told)["disagreements"] == [
        {"question": "AW1", "service": None, "settled_by": None, "settled_at": None}
    ]


def test_the_readiness_names_every_factor_and_service(told: Workshop) -> None:
    readiness = document_of(told)["readiness"]
    assert list(readiness) == ["stakeholders", "scenarios", "awareness", "training"]
    assert all(list(cells) == ["all", "exchange", "teams"] for cells in readiness.values())
    assert readiness["awareness"] == {"all": "at_risk", "exchange": "at_risk", "teams": "unknown"}


def test_an_answer_to_a_question_that_is_gone_is_still_exported(told: Workshop) -> None:
    told.is_set_up(services="exchange")
    answers = document_of(told)["answers"]
    assert len(answers) == 6
    assert answers[5]["verdict"] == "not_applicable"


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_table_has_a_row_an_answer(told: Workshop) -> None:
    document = document_of(told)
    head, *rows = rows_of(answers_csv([document]))
    assert tuple(head) == COLUMNS
    assert len(rows) == 6
    lead = dict(zip(head, rows[2], strict=True))
    assert (lead["question"], lead["by_name"], lead["customer"]) == ("SZ1", "Leo Lead", "Contoso AG")
    assert json.loads(lead["value"])["planned_on"] == "2026-06-12"
    assert dict(zip(head, rows[4], strict=True))["value"] == "no"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_a_cell_that_a_spreadsheet_would_compute_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless("1+1") == "1+1"
    assert harmless(None) == ""


def test_nobody_can_put_a_formula_into_the_table(small: Book) -> None:
    workshop = running(small, customer='=HYPERLINK("https://evil.example")')
    attacker = Person("contoso", "x", "@SUM(A1)")
    workshop.says(attacker, "SZ1", detail="-2+3", scenarios="")
    workshop.says(attacker, "AW1", "not_applicable", because="+1;\n=cmd")
    for row in rows_of(answers_csv([document_of(workshop)])):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), st.text(max_size=3))
def test_a_table_comes_back_cell_by_cell(text: str, start: str) -> None:
    answer = {
        "question": "X", "factor": None, "service": None, "verdict": "ready", "value": {"a": start + text},
        "reason": text, "handed_to": None, "confirmed": True, "by": {"tenant": "", "id": "", "name": text},
        "at": "", "playbook_version": "",
    }  # fmt: skip
    document = {"id": "1", "customer": text, "answers": [answer]}
    out = io.StringIO(answers_csv([document]), newline="")
    _, row = csv.reader(out)
    assert row[6] == harmless(start + text)
    assert row[1] == row[7] == harmless(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("**fett** und _kursiv_", r"\*\*fett\*\* und \_kursiv\_"),
        ("[hier](https://evil.example)", r"\[hier\](https\://evil.example)"),
        ("https://evil.example", r"https\://evil.example"),
        ("www.evil.example", r"www\.evil.example"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("eins\n# zwei\n- drei", "eins # zwei - drei"),
        ("# zwei", r"\# zwei"),
        ("- drei", r"\- drei"),
        ("![Bild](x)", r"!\[Bild\](x)"),
        ("Müller & Söhne, E-Mail (neu)", "Müller & Söhne, E-Mail (neu)"),
        ("1. erstens", r"1\. erstens"),
        ("2) zweitens", r"2\) zweitens"),
        ("&lt;b&gt; ~~weg~~", r"\&lt;b\&gt; \~\~weg\~\~"),
        ("a | b", r"a \| b"),
        ("Herr Dr. Müller", "Herr Dr. Müller"),
    ],
)
def test_text_of_people_does_nothing_in_markdown(text: str, written: str) -> None:
    assert inert(Said(text)) == written


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_says_how_things_stand_and_who_said_what(
    told: Workshop, texts: Texts, language: str
) -> None:
    words = texts.words(language)
    page = engagement_record(told.book, told.engagement, words, told.now)
    assert page.startswith("# Contoso AG\n")
    assert words("verdict.gap") in page
    assert "Sina Sponsor" in page
    assert "Ivo Techniker" in page


def test_a_page_without_a_customer_has_a_title(small: Book, texts: Texts) -> None:
    workshop = Workshop(small)
    words = texts.words("de")
    page = engagement_record(small, workshop.engagement, words, workshop.now)
    assert page.startswith(f"# {words('record.untitled')}\n")


def test_the_plan_is_exported_in_its_order(told: Workshop) -> None:
    told.happens(AddItem(IT, {"title": "=1+1", "owner_name": "Ada", "due": "2026-06-11"}))
    told.happens(ActOnItem(SPONSOR, "ST1", "stuck", {"because": "Kein Budget"}))
    rows = [tuple(one.values()) for one in document_of(told)["action_items"]]
    assert rows[:3] == [
        ("own-1", "=1+1", "Ada", "2026-06-11", "open", None, None),
        ("SZ1", "Szenarien wählen", "Ada", "2026-06-12", "open", None, "SZ1"),
        ("ST1", "Zusage einholen", "Sina Sponsor", "2026-06-22", "stuck", "Kein Budget", "ST1"),
    ]


def test_the_check_ins_are_exported(told: Workshop) -> None:
    (one,) = document_of(told)["check_ins"]
    assert list(one.values()) == [
        "1", "monthly", "friday", 9, "Europe/Berlin", "2026-12-31", "2026-06-26T07:00:00Z", None, "on",
    ]  # fmt: skip


def test_the_page_holds_the_plan(told: Workshop, texts: Texts) -> None:
    told.happens(AddItem(IT, {"title": "**Raum**", "owner_name": "Ada", "due": "2026-06-11"}))
    page = engagement_record(told.book, told.engagement, texts.words("de"), told.now)
    assert "## Maßnahmenplan\n\n- \\*\\*Raum\\*\\* · offen · bis 11.06.2026 · Ada\n" in page
