"""One thing that is asked in a workshop."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.keys import ask_key
from bot.core.playbook.model.playbook import Question


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, or a question for one service that an answer excepted."""

    question: Question
    service: str | None = None
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", ask_key(self.question.id, self.service))
