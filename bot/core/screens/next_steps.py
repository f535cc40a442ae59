"""Next steps: what this customer does now, from the playbook's rules and the workshop's result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.library import links
from bot.core.playbook.conditions import holds
from bot.core.screens.lines import findings
from bot.core.screens.parts import Button, Finding, Link, Said, Stamp
from bot.core.verdict import Verdict
from bot.core.viewer import Viewer
from bot.core.wording import say

_MOST = 8
"""Gaps on one card; the rest stands in the summary's details."""


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


def next_steps_screen(viewer: Viewer) -> NextStepsScreen:
    """The steps whose condition holds for this customer, and the open gaps with their material.

    The FM reads the FM's sentence of a step, and the FM's material, in the personal chat only.
    """
    engagement, facts = viewer.engagement, viewer.picture.facts
    started = date.fromisoformat(engagement.started[:10])
    steps: list[Step] = []
    for step, condition in zip(viewer.book.playbook.next_steps, viewer.book.steps, strict=True):
        if not holds(condition, facts):
            continue
        text = step.fm if step.fm and viewer.is_fm else step.text
        due = facts.add_workdays(started, step.due).isoformat() if step.due is not None else ""
        steps.append(Step(say(text, viewer.language), due, links(viewer.book, step.resources, viewer.reader)))
    urgent = [one for one in viewer.picture.standings if one.verdict in (Verdict.GAP, Verdict.AT_RISK)]
    over = engagement.status == "completed"
    open_questions = 0 if over else sum(not viewer.picture.settled(ask) for ask in viewer.picture.asks)
    return NextStepsScreen(
        stamp=viewer.stamp(),
        customer=Said(engagement.setup.customer),
        kind="enterprise" if engagement.setup.extended_service else "other",
        steps=tuple(steps),
        findings=findings(viewer, urgent)[:_MOST],
        open_questions=open_questions,
        private=viewer.person is not None,
        buttons=(*_buttons(open_questions, over=over), Button("plan"), Button("resources")),
    )


def _buttons(open_questions: int, *, over: bool) -> tuple[Button, ...]:
    """What comes next stands first."""
    if over:
        return (Button("summary", primary=True),)
    if open_questions:
        return (Button("my_questions", primary=True), Button("summary"))
    return (Button("summary", primary=True), Button("my_questions"))
