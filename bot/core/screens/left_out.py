"""The presses that depend on a section of the playbook: where it is left out, they are not offered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bot.core.parts import Button
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Section

_ACTIONS: Final[Mapping[Section, tuple[str, ...]]] = {
    "page": ("key_inputs", "outcomes", "guidance"),
    "tasks": ("tasks", "add_task"),
    "record": ("record",),
    "discussions": ("offers",),
    "metrics": ("metrics",),
}
_SECTIONS: Final = {action: section for section, actions in _ACTIONS.items() for action in actions}


def is_left_out(book: Book, action: str) -> bool:
    """True for a press, or a command of that name, that has nothing to show in this playbook."""
    section = _SECTIONS.get(action)
    return section is not None and not book.playbook.has(section)


def offered(book: Book, buttons: Iterable[Button]) -> tuple[Button, ...]:
    """The buttons that lead somewhere in this playbook."""
    return tuple(one for one in buttons if not is_left_out(book, one.action))
