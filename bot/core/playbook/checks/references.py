"""The check that everything that a playbook names exists, once, and can come true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from bot.core.playbook.checks.actions import action_faults
from bot.core.playbook.checks.applying import applying_faults
from bot.core.playbook.checks.inputs import input_faults
from bot.core.playbook.checks.marks import mark_faults
from bot.core.playbook.checks.material import material_faults
from bot.core.playbook.checks.minutes import minutes_faults
from bot.core.playbook.checks.offers import value_faults
from bot.core.playbook.checks.outcomes import outcome_faults
from bot.core.playbook.checks.record import record_faults
from bot.core.playbook.checks.sentences import sentence_faults
from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.proof.reach import conditional, unreachable
from bot.core.playbook.source.faults import FilePlace, Found, under

FM: Final = "fm"
"""Not a role of the playbook: whoever leads the workshop. Questions may be for them."""

_SERVICES: Final = ("services", "propose")
_UNIQUE: Final = (
    "services", "service_groups", "roles", "factors", "rooms", "reasons", "resources", "choice_lists",
    "questions", "tasks", "next_steps", "add_ons", "metrics",
)  # fmt: skip
_UNIQUE_OF_PAGE: Final = ("goals", "methods", "key_inputs", "outcomes")


def reference_faults(playbook: Playbook, vocabulary: Vocabulary) -> list[Found]:
    """Everything that names nothing, names something twice, or can never be."""
    return [
        *_duplicates(playbook),
        *_dead_ends(playbook),
        *outcome_faults(playbook, vocabulary),
        *record_faults(playbook, vocabulary),
        *minutes_faults(playbook, vocabulary),
        *input_faults(playbook, vocabulary),
        *applying_faults(playbook, vocabulary),
        *action_faults(playbook),
        *mark_faults(playbook),
        *material_faults(playbook),
        *sentence_faults(playbook),
        *value_faults(playbook, vocabulary),
        *_conditions(playbook, vocabulary),
        *unreachable(playbook, vocabulary),
    ]


def _duplicates(playbook: Playbook) -> Iterator[Found]:
    lists: list[tuple[FilePlace, list[Any]]] = [((name,), getattr(playbook, name)) for name in _UNIQUE]
    lists += [(("page", name), getattr(playbook.page, name)) for name in _UNIQUE_OF_PAGE]
    lists += [(("discussions", name), getattr(playbook.discussions, name)) for name in ("talks", "asked")]
    lists += [(("choice_lists", at, "choices"), one.choices) for at, one in enumerate(playbook.choice_lists)]
    for position, question in enumerate(playbook.questions):
        lists.append((("questions", position, "fields"), question.fields))
        for number, field in enumerate(question.fields):
            lists.append((("questions", position, "fields", number, "choices"), field.choices))
    for place, entries in lists:
        count = Counter(entry.id for entry in entries)
        seen: set[str | int] = set()
        for position, entry in enumerate(entries):
            if count[entry.id] > 1 and entry.id in seen:
                yield Found((*place, position, "id"), f"{entry.id} is there already")
            seen.add(entry.id)
    for position, role in enumerate(playbook.roles):
        if role.id == FM:
            yield Found(("roles", position, "id"), "fm is no role that people can take")


def _dead_ends(playbook: Playbook) -> Iterator[Found]:
    """References by the name of the field that holds them, wherever it stands."""
    services = {service.id for service in playbook.services}
    resources = {resource.id for resource in playbook.resources}
    known: dict[str, tuple[str, set[Any]]] = {
        "services": ("service", services),
        "service": ("service", services),
        "propose": ("service", services),
        "resources": ("resource", resources),
        "share": ("resource", resources),
        "factors": ("factor", {factor.id for factor in playbook.factors}),
        "factor": ("factor", {factor.id for factor in playbook.factors}),
        "room": ("room", {room.id for room in playbook.rooms}),
        "roles": ("role", {role.id for role in playbook.roles} | {FM}),
        "group": ("service group", {group.id for group in playbook.service_groups}),
        "method": ("method", {method.id for method in playbook.page.methods}),
        "tasks": ("task", {task.id for task in playbook.tasks}),
        "talk": ("kind of talk", {talk.id for talk in playbook.discussions.talks}),
        "held_up_by": ("reason", {reason.id for reason in playbook.reasons}),
    }
    for place, entry in _entries(playbook):
        for name in type(entry).model_fields.keys() & known.keys():
            what, keys = known[name]
            value = getattr(entry, name)
            for position, key in enumerate(value if isinstance(value, list) else [value]):
                at = (*place, name, position) if isinstance(value, list) else (*place, name)
                if key is not None and key not in keys:
                    yield Found(at, f"there is no {what} {key}")
    for position, question in enumerate(playbook.questions):
        if not question.roles:
            yield Found(("questions", position, "roles"), "is empty: nobody would be asked")


def _entries(playbook: Playbook) -> Iterator[tuple[FilePlace, Any]]:
    for name in ("services", "resources", "questions", "tasks", "next_steps", "add_ons", "metrics"):
        yield from (((name, position), entry) for position, entry in enumerate(getattr(playbook, name)))
    for position, method in enumerate(playbook.page.methods):
        yield ("page", "methods", position), method
    for position, question in enumerate(playbook.questions):
        for number, rule in enumerate(question.verdict):
            yield ("questions", position, "verdict", number), rule
    yield ("enterprise",), playbook.enterprise
    yield ("discussions",), playbook.discussions
    for position, asked in enumerate(playbook.discussions.asked):
        yield ("discussions", "asked", position), asked


def _conditions(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    for place, entry in conditional(playbook):
        yield from under((*place, "when"), vocabulary.understand(entry.when)[1])
    for position, step in enumerate(playbook.next_steps):
        if step.done is not None:
            yield from under(("next_steps", position, "done"), vocabulary.understand(step.done)[1])
    for position, question in enumerate(playbook.questions):
        for number, rule in enumerate(question.verdict):
            place = ("questions", position, "verdict", number, "when")
            yield from under(place, vocabulary.understand(rule.when, question)[1])
