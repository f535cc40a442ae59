"""What people type at an open question comes to what the table says: typed_values.yaml, to be read first."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from bot.core.engagement import Setup
from bot.core.playbook.model.playbook import Question
from bot.core.questions.entries import question_entries
from bot.core.typed.readings import MOST_MEANINGS, OpenQuestion, is_complete, understand
from tests.core.workshops import begun
from tests.playbook_of_tests import book_of_tests

TODAY = date(2026, 11, 28)
PEOPLE = {
    "contoso/anna": "Anna",
    "contoso/ben": "Ben Berg",
    "contoso/benh": "Ben Hansen",
    "contoso/carla": "Carla Diaz",
}
Must = str | dict[str, Any]
TABLE: dict[str, dict[str, dict[str, Must]]] = yaml.safe_load(
    Path(__file__).with_name("typed_values.yaml").read_text(encoding="utf-8")
)
LINES = [
    (question.partition(" ")[0], language, str(typed), must)
    for question, languages in TABLE.items()
    for language, lines in languages.items()
    for typed, must in lines.items()
]


def asked(question: Question, language: str) -> OpenQuestion:
    book = book_of_tests()
    depth = "full" if question.depth == "full" else "short"
    setup = Setup(depth=depth, licensed=["teams", "onedrive"], services=["teams", "onedrive"])
    engagement = replace(begun(book), setup=setup)
    entries = question_entries(book, engagement, question, PEOPLE)
    labels = {field.id: tuple(field.label.values()) for field in question.fields}
    return OpenQuestion(entries, labels, language, TODAY, "contoso/anna")


def outcome(question: Question, language: str, typed: str) -> tuple[str, Any]:
    """What comes of a text, in the words of the table."""
    held = asked(question, language)
    found = understand(held, typed)
    inputs = [dict(one.inputs) for one in found.readings]
    match found.readings:
        case ():
            return ("asked back", found.fault.problem.value) if found.fault else ("nothing", None)
        case (one,) if one.exact and is_complete(held, inputs[0]):
            return "saved", inputs[0]
        case (one,):
            return ("proposed" if one.proposed else "echoed"), inputs[0]
    return "which", inputs


def told(must: Must) -> tuple[str, Any]:
    """A line of the table."""
    if isinstance(must, str):
        return must, None
    [(what, value)] = must.items()
    return what, value


@pytest.mark.parametrize(("question", "language", "typed", "must"), LINES)
def test_what_is_typed_comes_to_what_the_table_says(
    question: str, language: str, typed: str, must: Must
) -> None:
    assert outcome(book_of_tests().questions[question], language, typed) == told(must)


def test_the_table_is_long_and_in_both_languages() -> None:
    assert len(LINES) >= 120
    assert {language for _, language, _, _ in LINES} == {"de", "en"}


def test_the_library_for_days_is_loaded_when_the_first_one_is_read() -> None:
    read = (
        "import sys; from bot.core.typed import readings; from bot.teams.turn import turns; "
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", read], check=False).returncode == 0


def test_nobody_is_asked_to_choose_among_more_than_a_card_holds() -> None:
    for question, language, typed, must in LINES:
        if "which" in must:
            found = understand(asked(book_of_tests().questions[question], language), typed)
            assert len(found.readings) <= MOST_MEANINGS
