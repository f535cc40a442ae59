"""Every way in which a set of checks can come out together, each with an example for authors to read.

A way is a bit mask: the bit of a check is set where it holds. Values that the checks cannot tell apart
share a mask, so that a few thousand combinations stand for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Final

from bot.core.playbook.applying import conditional_fields
from bot.core.playbook.checks.vocabulary import Domain, Vocabulary
from bot.core.playbook.conditions.compiled import Compiled
from bot.core.playbook.conditions.operators import Check, check
from bot.core.playbook.model.playbook import Question
from bot.core.playbook.proof.samples import MISSING, Sample, TooMany, samples
from bot.core.playbook.proof.timeline import TODAY, Timeline, anchor_of, is_anchor, timelines

MAX_COMBINATIONS: Final = 50_000
"""The most combinations of one question; one that needs more is to be split."""
MAX_SETTINGS: Final = 5_000

WorldOption = tuple[int, str]
_STATES: Final = ("plain", "aside", "open")
"""The states of another question: answered plainly, answered otherwise (planned, skipped), or not yet."""


class Worlds:
    """The checks of some conditions, and all ways in which they come out together.

    Raises TooMany where the ways are too many to try, KeyError where a subject does not exist.
    """

    def __init__(self, checks: Iterable[Check], vocabulary: Vocabulary, own: Question | None = None) -> None:
        self._vocabulary = vocabulary
        self._own = own
        self._bits: dict[Check, int] = {}
        for one in checks:
            self._bits.setdefault(one, 1 << len(self._bits))
        self._applying = self._conditional()
        self._by_subject: dict[str, list[Check]] = {}
        for one in self._bits:
            self._by_subject.setdefault(one.subject, []).append(one)
        self._kept: dict[tuple[str, str, int], list[WorldOption]] = {}
        self.ways: dict[int, str] = {}
        self.combinations = 0
        self._enumerate()

    def _conditional(self) -> list[tuple[int, tuple[int, ...]]]:
        """Of each own field that is not always asked, where a check looks at it: the bit that it has a value,
        and the bits that each way of asking it needs."""
        found: list[tuple[int, tuple[int, ...]]] = []
        whens = dict(conditional_fields(self._own)) if self._own else {}
        known: set[str] = set()
        while new := {one.subject for one in self._bits} & whens.keys() - known:
            known |= new
            for name in sorted(new):
                compiled, _ = self._vocabulary.understand(whens[name], self._own)
                if compiled is None:
                    continue  # a fault of its own
                there = check(name, "given", None)
                for one in (there, *compiled.checks):
                    self._bits.setdefault(one, 1 << len(self._bits))
                found.append((self._bits[there], self.masks(compiled)))
        return found

    def _can_be(self, mask: int) -> bool:
        """True where no field has a value that does not apply."""
        return all(
            not mask & there or any(mask & needed == needed for needed in ways)
            for there, ways in self._applying
        )

    def masks(self, compiled: Compiled) -> tuple[int, ...]:
        """The bits that each alternative of a condition needs."""
        return tuple(sum(self._bits[one] for one in set(checks)) for checks in compiled.alternatives)

    def _enumerate(self) -> None:
        seen: set[tuple[frozenset[int], ...]] = set()
        lines = timelines(list(self._bits))
        settings = list(self._settings())
        if len(lines) * len(settings) > MAX_SETTINGS:
            raise TooMany(len(lines) * len(settings))
        for number, line in enumerate(lines):
            for presence in settings:
                options = [
                    self._options(subject, checks, presence[subject], number, line)
                    for subject, checks in self._by_subject.items()
                ]
                key = tuple(frozenset(mask for mask, _ in some) for some in options)
                if key in seen:
                    continue
                seen.add(key)
                self.combinations += prod(len(some) for some in options)
                if self.combinations > MAX_COMBINATIONS:
                    raise TooMany(self.combinations)
                for combination in product(*options):
                    mask = sum(one for one, _ in combination)
                    if mask not in self.ways and self._can_be(mask):
                        self.ways[mask] = self._example([text for _, text in combination], line)

    def _settings(self) -> Iterator[dict[str, str]]:
        """Each subject as `there`, `missing`, or `either`, in all ways that go together."""
        depths = ("full",) if self._own is None or self._own.depth == "full" else ("short", "full")
        owners = {subject.partition(".")[0] for subject in self._by_subject}
        others = sorted(owner for owner in owners if owner in self._vocabulary.questions)
        for depth in depths:
            for states in product(_STATES, repeat=len(others)):
                standing = dict(zip(others, states, strict=True))
                yield {subject: self._presence(subject, depth, standing) for subject in self._by_subject}

    def _presence(self, subject: str, depth: str, standing: dict[str, str]) -> str:
        owner, _, name = subject.partition(".")
        if owner in standing:
            if not name:
                return "missing" if standing[owner] == "open" else "there"
            if standing[owner] != "plain":
                return "missing"
            other = self._vocabulary.fields[owner][name]
            return "either" if other.depth or other.when else self._by_domain(subject)
        field = self._vocabulary.fields[self._own.id].get(subject) if self._own else None
        if field is not None and field.depth not in (None, depth):
            return "missing"
        if field is not None and field.when:
            return "either"  # not asked yet is missing, too
        return self._by_domain(subject)

    def _by_domain(self, subject: str) -> str:
        return "either" if self._domain(subject).optional else "there"

    def _domain(self, subject: str) -> Domain:
        domain = self._vocabulary.domain(subject, self._own)
        if isinstance(domain, str):
            raise KeyError(domain)
        return domain

    def _options(
        self, subject: str, checks: list[Check], presence: str, number: int, line: Timeline
    ) -> list[WorldOption]:
        """The outcomes of the checks of one subject. Only those on days differ from timeline to timeline."""
        dated = is_anchor(subject) or any(anchor_of(one) for one in checks)
        key = (subject, presence, number if dated else 0)
        if key not in self._kept:
            found: dict[int, str] = {}
            for value, text in self._samples(subject, checks, presence, line):
                mask = sum(self._bits[one] for one in checks if one.test(value, line))
                found.setdefault(mask, text)
            self._kept[key] = list(found.items())
        return self._kept[key]

    def _samples(self, subject: str, checks: list[Check], presence: str, line: Timeline) -> list[Sample]:
        if is_anchor(subject):
            day = line.known(subject)
            return [(day.isoformat(), day.isoformat()) if day else MISSING]
        if presence == "missing":
            return [MISSING]
        there = samples(self._domain(subject), checks, line)
        return [*there, MISSING] if presence == "either" else there

    def _example(self, texts: Sequence[str], line: Timeline) -> str:
        parts = [f"{subject} = {text}" for subject, text in zip(self._by_subject, texts, strict=True)]
        dated = any(anchor_of(one) for one in self._bits)
        if dated:
            days = {"today": TODAY, **line.days}
            said = self._by_subject.keys()
            parts += [
                f"{name} = {day or '(unknown)'}"
                for name, day in days.items()
                if said.isdisjoint({name, f"setup.{name}"})
            ]
        return ", ".join(parts)
