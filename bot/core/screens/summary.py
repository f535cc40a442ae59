"""The summary of the workshop: readiness by factor and service, gaps worst first, the next step."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, Finding, Said, Stamp
from bot.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """One row of the matrix: a factor, its verdict, and the services that are worse than ready."""

    factor: str
    name: str
    verdict: Verdict
    concerned: tuple[tuple[str, Verdict], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SummaryScreen:
    """`counts` are questions by verdict, for the chart and its table."""

    stamp: Stamp
    customer: Said
    rows: tuple[ReadinessRow, ...]
    counts: tuple[tuple[Verdict, int], ...]
    worst: tuple[Finding, ...]
    finished: bool
    buttons: tuple[Button, ...] = ()
