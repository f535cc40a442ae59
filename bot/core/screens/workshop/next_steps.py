"""Next steps: those of this customer now, from the playbook's rules and the workshop's result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.checkins.series import HELD_IN, upcoming
from bot.core.parts import AsOf, Button, Finding, Link, Said, Stamp
from bot.core.plan.items import items
from bot.core.playbook.conditions.compiled import holds
from bot.core.questions.closing import ResultStands
from bot.core.reading.library import links
from bot.core.reading.result import result_news
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.checkins.check_in import series_sentence
from bot.core.screens.left_out import offered
from bot.core.screens.lines import findings
from bot.core.screens.metrics.metrics import review_news
from bot.core.screens.plan.plan import ItemLine, item_line
from bot.core.screens.talks.talks import offered_titles
from bot.core.screens.workshop.home import own_items
from bot.core.screens.workshop.telling import asks_on
from bot.core.talks.talks import talks_of
from bot.core.verdict import Verdict

_MOST = 8
"""Gaps on one card; the rest stands in the summary's details."""
_YOURS = 2
"""Of the reader's own actions; all of them stand in the plan."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the playbook for this kind of customer, with its date where it has one and is not done yet.
    `note` says how far it is."""

    text: str
    due: str = ""  # ISO day
    links: tuple[Link, ...] = ()
    note: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class NextStepsScreen:
    """`kind` is "enterprise" or "other"; `open_questions` counts what is not answered, in a private view what
    waits for its reader, and `yours` are their next actions. `lead`: what stands here is the FM's own
    version."""

    stamp: Stamp
    customer: Said
    kind: str
    steps: tuple[StepLine, ...]
    findings: tuple[Finding, ...]
    open_questions: int
    yours: tuple[ItemLine, ...] = ()
    offers: tuple[str, ...] = ()  # what open offers are about
    news: tuple[str, ...] = ()  # what the metrics say, to the FM
    private: bool = False
    lead: bool = False
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread


def next_steps_screen(viewer: Viewer) -> NextStepsScreen:
    """The steps whose condition holds for this customer, how far they are, and the open gaps with their
    material; for a customer who was left to the Adoption SME, the way there.

    The FM reads the FM's sentence of a step wherever they read alone, and FM-only material in the personal
    chat.
    """
    engagement = viewer.engagement
    if engagement.status == "redirected":
        return _redirected(viewer)
    done = {item.id for item in items(viewer.picture) if item.closed}
    urgent = [
        one
        for one in viewer.picture.standings
        if one.verdict in (Verdict.GAP, Verdict.AT_RISK) and one.ask.key not in done
    ]
    open_questions = _open(viewer)
    return NextStepsScreen(
        stamp=viewer.stamp(),
        customer=Said(engagement.setup.customer),
        kind="enterprise" if engagement.setup.extended_service else "other",
        steps=_steps(viewer),
        findings=findings(viewer, urgent)[:_MOST],
        open_questions=open_questions,
        yours=tuple(item_line(viewer, item, most_links=0) for item in own_items(viewer)[:_YOURS]),
        offers=offered_titles(viewer),
        news=review_news(viewer) if viewer.is_fm else (),
        private=viewer.person is not None,
        lead=viewer.is_fm,
        buttons=(
            *_buttons(open_questions),
            *_check_in_button(viewer),
            Button("plan"),
            *value_buttons(viewer),
            Button("resources"),
        ),
    )


def _open(viewer: Viewer) -> int:
    """The questions that wait for the reader; on a shared card, for anybody."""
    if not asks_on(viewer):
        return 0
    mine = viewer.picture.queue(viewer.person.key) if viewer.person else ()
    return len(mine) or viewer.picture.left


def value_buttons(viewer: Viewer) -> tuple[Button, ...]:
    """The ways to the offers, where there are any, and to the metrics, once the workshop runs."""
    if viewer.engagement.status not in HELD_IN:
        return ()
    offers = (Button("offers"),) if talks_of(viewer.picture) else ()
    return offered(viewer.book, (*offers, Button("metrics")))


def _steps(viewer: Viewer) -> tuple[StepLine, ...]:
    facts = viewer.picture.facts
    started = date.fromisoformat(viewer.engagement.started[:10])
    found: list[StepLine] = []
    book = viewer.book
    for step, condition, answers in zip(book.playbook.next_steps, book.steps, book.steps_done, strict=True):
        if not holds(condition, facts):
            continue
        text = step.fm if step.fm and viewer.is_fm else step.text
        if step.shows == "confirmation" and _is_past_confirming(viewer):
            continue
        said = answers is not None and holds(answers, facts)
        note, done = _how_far(viewer, step.shows, said=said)
        due = facts.add_workdays(started, step.due).isoformat() if step.due is not None and not done else ""
        material = links(book, step.resources, viewer.reader)
        found.append(StepLine(say(text, viewer.language), due, material, note, done))
    return tuple(found)


def _is_past_confirming(viewer: Viewer) -> bool:
    """True for a workshop that was completed without its result confirmed: nobody can do that any more."""
    done = viewer.engagement.status == "completed"
    return done and viewer.picture.result.stands is not ResultStands.CONFIRMED


def _how_far(viewer: Viewer, shows: str | None, *, said: bool) -> tuple[str, bool]:
    """A sentence on how far a step is, and whether it is done: by what was `said`, or by what it shows."""
    words = viewer.words
    match shows:
        case "confirmation":
            confirmed = viewer.picture.result.stands is ResultStands.CONFIRMED
            # Of the FM it asks for more: to complete the workshop.
            open_to_fm = viewer.is_fm and viewer.engagement.status != "completed"
            return result_news(viewer.picture, words), confirmed and not open_to_fm
        case "check_ins":
            stands = series_sentence(viewer)
            return stands or words("next.no_check_in"), bool(stands)
        case "actions":
            plan = [item for item in items(viewer.picture) if item.status != "dropped"]
            if not plan:
                return "", False
            done = sum(item.closed for item in plan)
            late = sum(item.is_overdue(viewer.picture.facts.today) for item in plan)
            if late:
                return words("next.actions_late", done=done, total=len(plan), late=late), False
            return words("next.actions", done=done, total=len(plan)), done == len(plan)
    return "", said


def _redirected(viewer: Viewer) -> NextStepsScreen:
    """All that is left to do with a customer of the enterprise offering."""
    enterprise = viewer.book.playbook.enterprise
    material = links(viewer.book, enterprise.resources, viewer.reader)
    return NextStepsScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        kind="enterprise",
        steps=(StepLine(say(enterprise.redirect, viewer.language), links=material),),
        findings=(),
        open_questions=0,
        private=viewer.person is not None,
        buttons=(Button("resources", primary=True),),
    )


def _check_in_button(viewer: Viewer) -> tuple[Button, ...]:
    """The FM's way to the series, for customers who have check-ins."""
    engagement = viewer.engagement
    if not viewer.is_fm or engagement.status not in HELD_IN or engagement.setup.extended_service:
        return ()
    first = upcoming(engagement.check_in) is None
    return (Button("check_in", label="check_in_first" if first else "check_in"),)


def _buttons(open_questions: int) -> tuple[Button, ...]:
    """The buttons, the next one to press first."""
    if open_questions:
        return (Button("my_questions", primary=True), Button("summary"))
    return (Button("summary", primary=True),)
