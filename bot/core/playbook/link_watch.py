"""What the last check of the links found: the addresses that no longer lead to their page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: `said` in a few words, `on` an ISO day. `gone`: nothing is there any more;
    `works`: the page came. Neither: nobody knows, for it needs a sign-in, or did not answer."""

    resource: str
    url: str
    said: str
    on: str
    works: bool
    gone: bool


class LinkWatch:
    """The answers, by address. Only a process that really asked has any, so none has a day otherwise."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._answers: dict[str, Answer] = {}

    def learn(self, answers: Iterable[Answer]) -> None:
        """Know these answers, and none from before."""
        self._answers = {one.url: one for one in answers}

    def gone(self, url: str | None) -> Answer | None:
        """The answer by which nothing is at an address any more; None where that is not known."""
        found = self._answers.get(url or "")
        return found if found is not None and found.gone else None
