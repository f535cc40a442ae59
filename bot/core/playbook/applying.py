"""The inputs of a question that apply only where others say so, and which of them do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bot.core.engagement import Value
from bot.core.playbook.conditions.compiled import Compiled, compile_condition, holds
from bot.core.playbook.model.base import Condition
from bot.core.playbook.model.playbook import Question

REASON_INPUT: Final = "reason"
"""The input with the playbook's reasons."""


def conditional_fields(question: Question) -> Iterator[tuple[str, Condition]]:
    """The inputs that do not always apply, each with its condition, in their order; the reason last."""
    yield from ((one.id, one.when) for one in question.fields if one.when)
    if question.reason and question.reason_when:
        yield REASON_INPUT, question.reason_when


def compiled_fields(question: Question) -> Mapping[str, Compiled]:
    """The same, ready to run."""
    return {name: compile_condition(when) for name, when in conditional_fields(question)}


def not_applying(conditional: Mapping[str, Compiled], values: Mapping[str, Any]) -> frozenset[str]:
    """The inputs that do not apply to these values of a question's inputs. What hangs on one of them sees
    it as missing."""
    if not conditional:
        return frozenset()
    left, out = dict(values), set[str]()
    for name, compiled in conditional.items():
        if not holds(compiled, _Own(left)):
            out.add(name)
            left.pop(name, None)
    return frozenset(out)


@dataclass(frozen=True, slots=True)
class _Own:
    """The facts that these conditions ask for: the values of one answer. The loader lets no days pass."""

    values: Mapping[str, Any]

    def value(self, subject: str) -> Value | bool | None:
        found: Value | bool | None = self.values.get(subject)
        return found

    def day(self, anchor: str) -> date | None:
        return None

    def add_workdays(self, day: date, count: int) -> date:
        raise TypeError("conditions of fields know no days")
