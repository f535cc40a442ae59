"""What people pressed, what they were told, and whether the store's history agrees."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.applying import applying
from tests.chaos.saying import Saying
from tests.playbook_of_tests import texts_of_tests
from tests.service.card import CARD, texts

Key = tuple[str, str | None]
"""A question and the service it is asked for."""
Answer = tuple[int, Any] | None
"""A status and a body; None where no answer came."""

ACKNOWLEDGED, REFUSED, UNCLEAR = "acknowledged", "refused", "unclear"
_NOT_KNOWN = ("problem.store_down", "problem.uncertain", "problem.unexpected")
_NO_REFUSAL = ("problem.title", "problem.log")


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for words in texts_of_tests().by_language.values():
        for key, sentence in words.sentences.items():
            if key.startswith("problem.") and key not in _NO_REFUSAL:
                parts = re.split(r"\{\w+\}", sentence)
                found.setdefault(key, []).append(".*".join(re.escape(part) for part in parts))
    return {key: re.compile("|".join(sentences)) for key, sentences in found.items()}


_PROBLEMS = _patterns()


def problem_of(answer: Answer) -> str | None:
    """The problem that a card tells its reader, by the sentences of the interface."""
    if answer is None or answer[0] != 200 or (answer[1] or {}).get("type") != CARD:
        return None
    read = texts(answer[1]["value"])
    return next((key for key, pattern in _PROBLEMS.items() if pattern.search(read)), None)


def verdict_of(answer: Answer) -> str:
    """What an answer to a press means for who pressed."""
    if answer is None or answer[0] >= 500:
        return UNCLEAR
    problem = problem_of(answer)
    if problem in _NOT_KNOWN:
        return UNCLEAR
    shows = answer[0] == 200 and (answer[1] or {}).get("type") == CARD
    return ACKNOWLEDGED if shows and problem is None else REFUSED


@dataclass
class Press:
    """One press and every answer to it, redeliveries included. Without a key it is something typed, which
    may have become an answer to any question; its saying then holds the bare text."""

    key: Key | None
    saying: Saying | str
    answers: list[Answer] = field(default_factory=list)
    shown: frozenset[str] | None = None
    """The values that its card asked for, where there was one."""

    @property
    def state(self) -> str:
        """Acknowledged once said so; refused only if nothing but refusals came."""
        verdicts = {verdict_of(answer) for answer in self.answers}
        if self.key is not None and ACKNOWLEDGED in verdicts:
            return ACKNOWLEDGED
        return REFUSED if verdicts == {REFUSED} else UNCLEAR

    def says(self, other: Saying) -> bool:
        """Whether it said this."""
        if isinstance(self.saying, str):
            # Of several choices, typed in any order, the store keeps the set. It stands beside what the card
            # of the question holds already.
            typed = sorted(self.saying.split(","))
            return other.kind == "answer" and typed in [sorted(v.split(",")) for _, v in other.values]
        asked = other if self.shown is None else other.of(self.shown)
        said = self.saying if self.key is None else applying(self.key[0], self.saying, other)
        return said.begins() == asked.begins()


@dataclass(frozen=True, order=True)
class Misfit:
    """How far a history is from what was pressed: acknowledged but absent, present but not explained."""

    total: int
    lost: int
    extra: int

    def plus(self, *, lost: int = 0, extra: int = 0) -> Misfit:
        """One more of either."""
        return Misfit(self.total + lost + extra, self.lost + lost, self.extra + extra)


def misfit(history: Sequence[Saying], presses: Sequence[Press]) -> Misfit:
    """The smallest misfit between one person's history at one question and their presses, in order.

    An acknowledged press is in it once, unless it repeats what stood there already; one of unknown outcome
    may be in it once; a refused one is not.
    """
    best: dict[int, Misfit] = {0: Misfit(0, 0, 0)}
    for press in presses:
        _pass_over(best, len(history))
        after: dict[int, Misfit] = {}
        for place, cost in best.items():
            fits = place < len(history) and press.says(history[place])
            if fits and press.state != REFUSED:
                _offer(after, place + 1, cost)
            repeats = place > 0 and press.says(history[place - 1])
            absent = press.state == ACKNOWLEDGED and not repeats
            _offer(after, place, cost.plus(lost=int(absent)))
        best = after
    _pass_over(best, len(history))
    return best[len(history)]


def _pass_over(best: dict[int, Misfit], length: int) -> None:
    """Entries of the history that no press explains."""
    for place in range(length):
        if place in best:
            _offer(best, place + 1, best[place].plus(extra=1))


def _offer(best: dict[int, Misfit], place: int, cost: Misfit) -> None:
    if place not in best or cost < best[place]:
        best[place] = cost


Told = Mapping[tuple[str, str], Sequence[Press]]
"""(channel, object id) -> their presses, in order."""
