"""Of the inputs of a question those that need not stand open before whoever reads its card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.parts import Input
from bot.core.playbook.ask import Ask
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.questions.entries import REASON


def with_closed_choices(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs of a question to which something was said already: one choice of many stands in a list."""
    return tuple(replace(one, expanded=False) if one.kind == "choice" else one for one in inputs)


def longest_choices(inputs: Iterable[Input]) -> frozenset[str]:
    """The ids of those choices of several that nobody has to make, and nobody did."""
    return frozenset(one.id for one in inputs if one.kind == "multi" and not one.required and not one.value)


def folded_inputs(ask: Ask, inputs: Iterable[Input], *, told: bool) -> frozenset[str]:
    """The ids of the inputs that nobody has to fill in, unless they hold what the card has not `told`. A
    required one must never be hidden: clients refuse the press without a word."""
    free = {REASON, *(field.id for field in ask.question.fields if field.optional)}
    return frozenset(
        one.id for one in inputs if one.id.removesuffix(OTHER_PERSON) in free and (told or not one.value)
    )
