"""The outcomes of the page: each reached or not, by which answers or acts, and when."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.playbook.book import Book
from bot.core.playbook.checks.vocabulary import ACTS_PREFIX
from bot.core.playbook.conditions.compiled import Compiled, compile_condition, holds
from bot.core.playbook.conditions.operators import HOLDS_FOR_NOTHING
from bot.core.playbook.model.page import Outcome
from bot.core.questions.facts import the_answer
from bot.core.questions.picture import Picture
from bot.core.reading.wording import say
from bot.core.record.acts import ActFacts, act_moments
from bot.core.texts import Words

TICKED = "fm"
"""The entry of `OutcomeState.by` for an outcome that the FM ticked."""


@dataclass(frozen=True, slots=True)
class OutcomeState:
    """The state of an outcome. `by` are the answers and acts that reached it as the playbook names them, its
    parts, or TICKED; `at` the last of their moments where these are kept. `ruled`: it follows from others,
    so that nobody can tick or untick it."""

    outcome: Outcome
    reached: bool = False
    by: tuple[str, ...] = ()
    at: str | None = None
    ruled: bool = False


def outcome_states(picture: Picture) -> tuple[OutcomeState, ...]:
    """Every outcome that applies to this customer, in the page's order."""
    outcomes = picture.book.playbook.page.outcomes
    mine = [one for one in outcomes if holds(compile_condition(one.when), picture.facts)]
    single = {one.id: _single(picture, one) for one in mine}
    return tuple(_whole(one, mine, single) for one in mine)


def find_outcome(picture: Picture, key: str) -> OutcomeState | None:
    """An outcome that applies, None where there is none of this id."""
    return next((one for one in outcome_states(picture) if one.outcome.id == key), None)


def source_text(book: Book, name: str, words: Words) -> str:
    """An entry of `OutcomeState.by` in words: the title of a question, an act, the setup, the parts."""
    if name == TICKED:
        return words("check.ticked")
    if name.startswith(ACTS_PREFIX):
        return words(f"check.act.{name.removeprefix(ACTS_PREFIX)}")
    owner = name.partition(".")[0]
    question = book.questions.get(owner)
    if question is not None:
        return say(question.title, words.language)
    return words("check.setup" if owner == "setup" else "check.its_parts")


def _single(picture: Picture, outcome: Outcome) -> OutcomeState:
    if outcome.reached is not None:
        facts = ActFacts(picture)
        for checks in compile_condition(outcome.reached).alternatives:
            if holds(Compiled((checks,)), facts):
                by = tuple(dict.fromkeys(one.subject for one in checks if _speaks(one.operator)))
                return OutcomeState(outcome, True, by, _latest(picture, by), ruled=True)
    mark = picture.engagement.outcomes.get(outcome.id)
    if mark is not None:
        return OutcomeState(outcome, True, (TICKED,), mark.at)
    return OutcomeState(outcome)


def _whole(outcome: Outcome, every: list[Outcome], single: dict[str, OutcomeState]) -> OutcomeState:
    """An outcome with parts is reached when all of them are."""
    parts = [_whole(one, every, single) for one in every if one.part_of == outcome.id]
    if not parts:
        return single[outcome.id]
    if not all(one.reached for one in parts):
        return OutcomeState(outcome, ruled=True)
    moments = [one.at for one in parts if one.at]
    return OutcomeState(
        outcome, True, tuple(one.outcome.id for one in parts), max(moments, default=None), True
    )


def _speaks(operator: str) -> bool:
    return operator not in HOLDS_FOR_NOTHING


def _latest(picture: Picture, subjects: tuple[str, ...]) -> str | None:
    moments: list[str] = []
    for subject in subjects:
        if subject.startswith(ACTS_PREFIX):
            moments += act_moments(picture, subject.removeprefix(ACTS_PREFIX))
            continue
        voice = the_answer(picture.engagement.voices.get(subject.partition(".")[0], []))
        moments += [voice.at] if voice is not None else []
    return max(moments, default=None)
