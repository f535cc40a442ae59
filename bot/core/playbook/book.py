"""The playbook made ready for use: looked up by key, its conditions compiled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bot.core.playbook.applying import compiled_fields
from bot.core.playbook.ask import Ask
from bot.core.playbook.closing import LastQuestion, last_question
from bot.core.playbook.conditions.compiled import Compiled, compile_condition, subjects
from bot.core.playbook.interface import spoken_texts
from bot.core.playbook.link_watch import LinkWatch
from bot.core.playbook.model.base import Condition
from bot.core.playbook.model.offers import Metric
from bot.core.playbook.model.playbook import InputField, Playbook, Question, Resource, Rule
from bot.core.playbook.named import listening, standing_in
from bot.core.playbook.order import Precedence, precedences
from bot.core.remembered import Remembered
from bot.core.texts import Texts, Words


class NoPlaybook(ValueError):
    """A workshop belongs to a playbook that the settings do not name."""


def key_in_words(key: str) -> str:
    """A stored key that the playbook no longer knows, as people can read it."""
    return " ".join(key.replace("_", " ").split())


class Names(dict[str, str]):
    """Names by key. A key that was stored and is not in the playbook any more is its own name."""

    def __missing__(self, key: str) -> str:
        return key_in_words(key)


@dataclass(frozen=True)
class Book:
    """A playbook with its lookups. Built once a process; everything in it is read only, but for what is
    learnt of its links. `siblings` are all playbooks of the process, its own included, where there are
    several; this is the book of the first then.

    It owns the caches of the core, which never change a result: a new book begins with empty ones.
    """

    playbook: Playbook
    siblings: tuple[Playbook, ...] = field(default=(), repr=False, compare=False)
    remembered: Remembered = field(default_factory=Remembered, init=False, repr=False, compare=False)
    watch: LinkWatch = field(default_factory=LinkWatch, repr=False, compare=False)

    @cached_property
    def _books(self) -> Mapping[str, Book]:
        own = self.playbook
        return {one.id or "": self if one is own else self._beside(one) for one in self.siblings}

    def _beside(self, sibling: Playbook) -> Book:
        """The book of a sibling; all learn of their links together."""
        return Book(sibling, self.siblings, self.watch)

    def named(self, key: str) -> Book:
        """The book of the playbook of this id: this one, or one of the siblings. Without an id, and where a
        lone one has none, it is this one. NoPlaybook where there is none of this id."""
        if not key or self.playbook.id in (key, None):
            return self
        found = self._books.get(key)
        if found is None:
            raise NoPlaybook(f"there is no playbook {key} (SSAT_PLAYBOOK)")
        return found

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Questions by id, in the order in which they are asked: rooms first, then the file's order."""
        rooms = {room.id: place for place, room in enumerate(self.playbook.rooms)}
        ordered = sorted(self.playbook.questions, key=lambda question: rooms[question.room])
        return {question.id: question for question in ordered}

    @cached_property
    def precedence(self) -> Mapping[str, Precedence]:
        """The place of each question among all others, by its id."""
        return precedences(self.questions.values())

    @cached_property
    def resources(self) -> Mapping[str, Resource]:
        """Resources by key."""
        return {resource.id: resource for resource in self.playbook.resources}

    @cached_property
    def asked_when(self) -> Mapping[str, Compiled]:
        """The condition under which a question is asked, by its id."""
        return {question.id: compile_condition(question.when) for question in self.playbook.questions}

    def candidates(self, depth: str, scope: tuple[str, ...]) -> Sequence[tuple[Ask, Compiled | None]]:
        """The questions of a depth and of services in scope, in the order of asking, each with the condition
        that it still depends on; None where it depends on nothing else."""
        known = self.remembered.candidates
        return known.get((), (depth, scope), lambda: list(self._candidates(depth, scope)))

    def _candidates(self, depth: str, scope: tuple[str, ...]) -> Iterator[tuple[Ask, Compiled | None]]:
        for question in self.questions.values():
            in_scope = not question.services or not set(scope).isdisjoint(question.services)
            if in_scope and (question.depth == "short" or depth == "full"):
                yield Ask(question), self.asked_when[question.id] if question.when else None

    @cached_property
    def asked_about(self) -> tuple[str, ...]:
        """The questions on whose answers it depends which others are asked."""
        return tuple(self._named(question.when for question in self.playbook.questions))

    @cached_property
    def last(self) -> LastQuestion | None:
        """The question that is asked last, which confirms the result; None where the playbook has none."""
        return last_question(self.playbook)

    @cached_property
    def rules(self) -> Mapping[str, tuple[tuple[Rule, Compiled], ...]]:
        """The verdict rules of a question, with their conditions."""
        return {
            question.id: tuple((rule, compile_condition(rule.when)) for rule in question.verdict)
            for question in self.playbook.questions
        }

    @cached_property
    def conditional(self) -> Mapping[str, Mapping[str, Compiled]]:
        """The inputs of each question that do not always apply, with their conditions."""
        return {question.id: compiled_fields(question) for question in self.playbook.questions}

    @cached_property
    def dependents(self) -> Mapping[str, frozenset[str]]:
        """The questions whose verdict looks at a question's answer: itself, and those whose rules name it."""
        found = {question: {question} for question in self.questions}
        for question, others in self.looks_at.items():
            for other in others:
                found[other].add(question)
        return {question: frozenset(others) for question, others in found.items()}

    @cached_property
    def looks_at(self) -> Mapping[str, tuple[str, ...]]:
        """The questions that a question's verdict rules name."""
        return {
            question.id: tuple(self._named(rule.when for rule in question.verdict))
            for question in self.playbook.questions
        }

    def _named(self, conditions: Iterable[Condition]) -> set[str]:
        """The questions that conditions name."""
        named = {subject.partition(".")[0] for one in conditions for subject in subjects(one)}
        return named & self.questions.keys()

    @cached_property
    def steps(self) -> tuple[Compiled, ...]:
        """The conditions of the next steps of the playbook, in their order."""
        return tuple(compile_condition(step.when) for step in self.playbook.next_steps)

    @cached_property
    def steps_done(self) -> tuple[Compiled | None, ...]:
        """The conditions under which each next step is done, in the same order; None where it has none."""
        dones = (step.done for step in self.playbook.next_steps)
        return tuple(None if done is None else compile_condition(done) for done in dones)

    @cached_property
    def add_ons(self) -> tuple[Compiled, ...]:
        """The conditions of the add-on rules of the playbook, in their order."""
        return tuple(compile_condition(one.when) for one in self.playbook.add_ons)

    @cached_property
    def talks_asked(self) -> tuple[Compiled, ...]:
        """The conditions under which answers decide about a talk, in the order of the playbook."""
        return tuple(compile_condition(one.when) for one in self.playbook.discussions.asked)

    @cached_property
    def refusal(self) -> Compiled | None:
        """The condition under which nobody wants services that are not planned; None without such a rule."""
        rule = self.playbook.discussions.refusal
        return compile_condition(rule.when) if rule else None

    @cached_property
    def offering_questions(self) -> frozenset[str]:
        """The questions whose answers may bring a talk to offer."""
        rules = self.playbook.discussions
        named = {rules.wanted or "", rules.wishes or "", rules.topic or ""}
        whens = [*(one.when for one in self.playbook.add_ons), *(one.when for one in rules.asked)]
        if rules.refusal is not None:
            named.add(rules.refusal.kept)
            whens.append(rules.refusal.when)
        named.update(subject for when in whens for subject in subjects(when))
        return frozenset(subject.partition(".")[0] for subject in named) & self.questions.keys()

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """Metrics by id."""
        return {metric.id: metric for metric in self.playbook.metrics}

    @cached_property
    def metrics_fit(self) -> Mapping[str, Compiled]:
        """The condition on answers under which a metric is suggested, by its id."""
        return {metric.id: compile_condition(metric.when) for metric in self.playbook.metrics}

    @cached_property
    def service_names(self) -> Mapping[str, str]:
        """The names that services have today, by id."""
        return Names({service.id: service.today for service in self.playbook.services})

    def texts(self, own: Path | None, record_system: str) -> Texts:
        """The interface in the words of this playbook and of its siblings, with the sentences of the
        operator's file and their name for the record system. PlaybookFaults for what cannot be used."""
        return spoken_texts(own, self.playbook, self.siblings, record_system)

    @cached_property
    def english(self) -> Words:
        """The interface in English, in the words of this playbook, for what is kept in English."""
        return spoken_texts(None, self.playbook).words("en")

    @cached_property
    def lead_role(self) -> str:
        """The role that is asked where nobody has the role of a question; empty where there is none."""
        return standing_in(self.playbook)

    @cached_property
    def listener_role(self) -> str:
        """The role of those who get no questions; empty where there is none."""
        return listening(self.playbook)

    def fields(self, question: Question, depth: str) -> tuple[InputField, ...]:
        """The inputs of a question at a depth."""
        return tuple(field for field in question.fields if field.depth in (None, depth))
