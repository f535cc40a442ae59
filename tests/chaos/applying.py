"""What a card sent and the store does not hold, because it does not apply to what it does hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.core.playbook.applying import not_applying
from bot.core.playbook.book import Book
from bot.core.playbook.load import load_playbook
from bot.core.playbook.model.playbook import Question
from bot.core.playbook.shipped import shipped_playbook_path
from tests.chaos.saying import Saying


def applying(question: str, said: Saying, stored: Saying) -> Saying:
    """What somebody said, without the values that do not apply to what is stored of them."""
    conditional = _book().conditional.get(question)
    if not conditional or said.kind != "answer":
        return said
    values = dict(said.values) | dict(stored.values)
    out = not_applying(conditional, _as_typed(_book().questions[question], values))
    return said.of(said.names - out)


@cache
def _book() -> Book:
    return Book(load_playbook(shipped_playbook_path(), complete=True))


def _as_typed(question: Question, values: Mapping[str, str]) -> dict[str, Any]:
    several = {one.id for one in question.fields if one.kind == "multi"}
    return {name: value.split(",") if name in several else value for name, value in values.items()}
