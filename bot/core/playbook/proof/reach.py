"""The proof that every `when` can hold, and every question can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.conditions.compiled import Compiled
from bot.core.playbook.conditions.operators import HOLDS_FOR_NOTHING, Check, check
from bot.core.playbook.model.playbook import Playbook, Question
from bot.core.playbook.proof.samples import TooMany
from bot.core.playbook.proof.worlds import Worlds
from bot.core.playbook.source.faults import FilePlace, Found


def conditional(playbook: Playbook) -> Iterator[tuple[FilePlace, Any]]:
    """Everything that has a `when`, but for verdict rules, with its place."""
    page = playbook.page
    lists: Iterable[tuple[FilePlace, list[Any]]] = (
        (("questions",), playbook.questions),
        (("next_steps",), playbook.next_steps),
        (("add_ons",), playbook.add_ons),
        (("metrics",), playbook.metrics),
        (("discussions", "asked"), playbook.discussions.asked),
        (("minutes", "decided"), playbook.minutes.decided),
        (("page", "goals"), page.goals),
        (("page", "key_inputs"), page.key_inputs),
        (("page", "outcomes"), page.outcomes),
    )
    for place, entries in lists:
        yield from (((*place, position), entry) for position, entry in enumerate(entries))
    if playbook.discussions.refusal is not None:
        yield ("discussions", "refusal"), playbook.discussions.refusal


def unreachable(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    """The conditions that can never hold: they contradict themselves, or need an answer that never comes."""
    waiting: dict[str, tuple[FilePlace, list[set[str]]]] = {}
    for place, entry in conditional(playbook):
        at = (*place, "when")
        compiled, _ = vocabulary.understand(entry.when)
        if compiled is None:
            continue
        own = entry if isinstance(entry, Question) else None
        if own is not None and any(_owner(check) == own.id for check in compiled.checks):
            yield Found(at, f"{own.id} asks for its own answer")
            continue
        try:
            possible = possible_ways(compiled, own, vocabulary)
        except TooMany as error:
            yield Found(at, f"has too many combinations to try out, {error}")
            continue
        if not possible:
            yield Found(at, "can never hold" + (f": {own.id} would never be asked" if own else ""))
        elif own is not None:
            waiting[own.id] = (at, [_needs(checks, vocabulary) for checks in possible])
    yield from _never_asked(waiting)


def _owner(check: Check) -> str:
    return check.subject.partition(".")[0]


def _needs(checks: tuple[Check, ...], vocabulary: Vocabulary) -> set[str]:
    """The questions that must be answered first."""
    owners = {_owner(check) for check in checks if check.operator not in HOLDS_FOR_NOTHING}
    return owners & vocabulary.questions.keys()


def possible_ways(
    compiled: Compiled, own: Question | None, vocabulary: Vocabulary
) -> list[tuple[Check, ...]]:
    """The alternatives that can hold, together with what a question needs besides."""
    besides: tuple[Check, ...] = ()
    if own is not None and any(compiled.alternatives):
        if own.depth == "full":
            besides += (check("setup.depth", "any", frozenset(["full"])),)
        if own.services:
            besides += (check("setup.services", "any", frozenset(own.services)),)
    found: list[tuple[Check, ...]] = []
    for checks in compiled.alternatives:
        whole = Compiled(((*checks, *besides),))
        worlds = Worlds(whole.checks, vocabulary)
        (needed,) = worlds.masks(whole)
        if any(way & needed == needed for way in worlds.ways):
            found.append(checks)
    return found


def _never_asked(waiting: dict[str, tuple[FilePlace, list[set[str]]]]) -> Iterator[Found]:
    """Questions that wait for one another, or for one that is never asked."""
    asked: set[str] = set()
    grown = True
    while grown:
        ready = {key for key, (_, ways) in waiting.items() if any(needs <= asked for needs in ways)}
        grown = not ready <= asked
        asked |= ready
    for key, (place, ways) in waiting.items():
        if key not in asked:
            missing = sorted({need for needs in ways for need in needs - asked})
            waits = f"it waits for {', '.join(missing)}, asked after it or never"
            yield Found(place, f"{key} would never be asked: {waits}")
