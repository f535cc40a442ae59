"""A value of a playbook's file together with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.playbook.source.marks import LineMark


@dataclass(frozen=True, slots=True)
class Marked:
    """A value with its marks."""

    value: Any
    mark: LineMark

    def inner(self, step: str | int) -> Marked:
        """A value inside."""
        return Marked(self.value[step], self.mark.inside.get(step, self.mark))

    def entries(self) -> Iterator[Marked]:
        """The entries of a list, in its order."""
        return (self.inner(position) for position in range(len(self.value)))


def copied(mark: LineMark) -> LineMark:
    """The same mark, to be changed."""
    copy = LineMark(mark.line, mark.written, mark.file)
    copy.inside.update(mark.inside)
    return copy


def listed(entries: Sequence[Marked], at: LineMark) -> Marked:
    """These entries as a list that stands where `at` does."""
    mark = LineMark(at.line, at.written, at.file)
    mark.inside.update({place: one.mark for place, one in enumerate(entries)})
    return Marked([one.value for one in entries], mark)
