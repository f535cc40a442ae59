"""Next steps: what this customer does now, from the playbook's rules and the workshop's result."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, Finding, Link, Said, Stamp


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the playbook for this kind of customer, with its date where it has one."""

    text: str
    due: str = ""  # ISO day
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStepsScreen:
    """`kind` is "enterprise" or "other"; `open_questions` counts what is not answered."""

    stamp: Stamp
    customer: Said
    kind: str
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    open_questions: int
    private: bool = False
    buttons: tuple[Button, ...] = ()
