"""The proof that the verdict rules of every question cover every plain answer, and that each rule counts.

Tried out are the values that the rules can tell apart, in all combinations: choices, numbers of choices,
numbers and days on both sides of each threshold, days unknown, other questions answered or not. A field
is missing only where it is optional, or not shown at the depth at which the question was asked; the depth
of the workshop may be another by the time a verdict is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.conditions.compiled import Compiled
from bot.core.playbook.model.playbook import Playbook, Question
from bot.core.playbook.proof.samples import TooMany
from bot.core.playbook.proof.worlds import Worlds
from bot.core.playbook.source.faults import Found, under


def unproved(playbook: Playbook, vocabulary: Vocabulary | None = None) -> list[Found]:
    """Answers without a verdict, and rules that never decide. Rules that cannot be read are left out."""
    vocabulary = vocabulary or Vocabulary(playbook)
    found: list[Found] = []
    for position, question in enumerate(playbook.questions):
        rules = [vocabulary.understand(rule.when, question)[0] for rule in question.verdict]
        readable = [rule for rule in rules if rule is not None]
        if len(readable) == len(rules) and vocabulary.questions[question.id] is question:
            inner = list(_unproved(question, readable, vocabulary))
            found += under(("questions", position, "verdict"), inner)
    return found


def _unproved(question: Question, rules: list[Compiled], vocabulary: Vocabulary) -> Iterator[Found]:
    if not rules:
        yield Found((), "has no rule: no answer would have a verdict")
        return
    try:
        worlds = Worlds((check for rule in rules for check in rule.checks), vocabulary, question)
    except TooMany as error:
        message = f"has too many combinations to try out, {error}: split the question, or test fewer fields"
        yield Found((), message)
        return
    masks = [worlds.masks(rule) for rule in rules]
    first: set[int] = set()
    possible: set[int] = set()
    without: list[str] = []
    for way, example in worlds.ways.items():
        fitting = [
            number
            for number, alternatives in enumerate(masks)
            if any(way & needed == needed for needed in alternatives)
        ]
        possible.update(fitting)
        if fitting:
            first.add(fitting[0])
        else:
            without.append(example)
    if without:
        more = f" (and {len(without) - 1} more)" if len(without) > 1 else ""
        yield Found((), f"no rule fits {without[0] or 'any answer'}{more}")
    for number in range(len(rules)):
        if number not in possible:
            yield Found((number, "when"), "can never hold")
        elif number not in first:
            yield Found((number,), "never decides: the rules above it fit first")
