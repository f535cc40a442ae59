"""A notice: where the workshop went, a question handed to somebody, material that fits an answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import AsOf, Button, Link, Said, Stamp


@dataclass(frozen=True, slots=True)
class NoticeScreen:
    """`notice` names the sentence (texts: notice.<notice>), filled with `values`; where `mention` is
    given (name, Teams id) the person is mentioned in it as {person}, several `people` as {people}."""

    notice: str
    stamp: Stamp
    values: tuple[tuple[str, Said], ...] = ()
    mention: tuple[Said, str] | None = None
    people: tuple[tuple[Said, str], ...] = ()
    links: tuple[Link, ...] = ()
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread
