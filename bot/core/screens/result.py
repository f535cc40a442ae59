"""The result of a factor: the verdict in one sentence, what is ready, gaps worst first, material."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, Finding, Link, Stamp
from bot.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ResultScreen:
    """`ready` are the titles of what is ready; `findings` what is not, worst first."""

    stamp: Stamp
    factor: str
    name: str
    verdict: Verdict
    ready: tuple[str, ...]
    findings: tuple[Finding, ...]
    links: tuple[Link, ...]
    buttons: tuple[Button, ...] = ()
