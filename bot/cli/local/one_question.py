"""A playbook of which one question is to be seen at once: it is asked whatever it waits for otherwise."""

from __future__ import annotations

from typing import Any

from bot.core.playbook.book import Book


def asking_at_once(book: Book, key: str) -> Book:
    """The book with this question asked in every workshop. KeyError where it has no such question."""
    always = {"when": {}, "services": [], "depth": "short"}
    asked = book.questions[key].model_copy(update=always)
    questions = [asked if one.id == key else one for one in book.playbook.questions]
    return Book(book.playbook.model_copy(update={"questions": questions}))


def opening(pressed: dict[str, Any], key: str) -> dict[str, Any]:
    """What the press that opens a question sends, from what another one on the same card does."""
    return {**pressed, "action": "open", "question": key, "service": ""}
