"""The cards that an answer brings to the thread: shared material, and a mention of who is asked now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.engagement import Engagement, Person
from bot.core.keys import ask_key, short_hash
from bot.core.playbook.book import Book
from bot.core.step import Post, Update


@dataclass(frozen=True, slots=True)
class Share(Post):
    """Resources that an answer brought (the OneDrive kit) go to the thread."""

    kind: ClassVar[str] = "Share"

    resources: tuple[str, ...]

    @property
    def name(self) -> str:
        """The same resources are the same message."""
        return f"share~{'+'.join(self.resources)}"

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True as long as some rule of the playbook shares just these."""
        rules = (rule for question in book.playbook.questions for rule in question.verdict)
        return any(tuple(rule.share) == self.resources for rule in rules)


@dataclass(frozen=True, slots=True)
class Hand(Post):
    """A question was handed to somebody, who is mentioned once in a new small message."""

    kind: ClassVar[str] = "Hand"

    to: str
    by: Person
    question: str
    service: str | None

    @property
    def name(self) -> str:
        """One name for each question and person."""
        return _hand_name(self.question, self.service, self.to)

    @property
    def remembered_as(self) -> str:
        """The mention is found again where it is taken back."""
        return self.name

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True while the question is handed to that person."""
        voices = engagement.voices.get(ask_key(self.question, self.service), [])
        return any(voice.kind == "handed" and voice.handed_to == self.to for voice in voices)


@dataclass(frozen=True, slots=True)
class TakeBackHand(Update):
    """The mention of a person to whom a question was handed says that they are not asked any more."""

    ranked: ClassVar[bool] = False

    to: str
    by: Person
    question: str
    service: str | None

    @property
    def replaces(self) -> str:
        """The mention."""
        return _hand_name(self.question, self.service, self.to)


def _hand_name(question: str, service: str | None, to: str) -> str:
    return f"hand~{question}~{service or '-'}~{short_hash(to)}"


POSTS = (Share, Hand)
