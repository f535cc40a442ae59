"""The summary: readiness by factor, the services that differ, gaps worst first, the way on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.parts import AsOf, Button, Finding, Said, Stamp
from bot.core.questions.verdicts import Standing, factor_verdict, for_service
from bot.core.reading.result import result_news, result_sentence
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import findings
from bot.core.screens.talks.talks import offered_titles
from bot.core.screens.workshop.telling import asks_on, telling
from bot.core.talks.steps import open_offers
from bot.core.verdict import Verdict

_FINE = (Verdict.READY, Verdict.NOT_APPLICABLE)
_WORST = 3
"""Findings that stand on the summary itself; all of them unfold."""


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """A factor: its verdict, the sentence that tells what makes it so, and the services that are worse than
    ready, unless all are as bad as the factor."""

    factor: str
    name: str
    verdict: Verdict
    sentence: str
    concerned: tuple[tuple[str, Verdict], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SummaryScreen:
    """`counts` are questions by verdict. `finished`: all is answered, or the workshop was completed."""

    stamp: Stamp
    customer: Said
    rows: tuple[ReadinessRow, ...]
    counts: tuple[tuple[Verdict, int], ...]
    worst: tuple[Finding, ...]
    finished: bool
    result: str = ""  # how the result stands: confirmed by whom, or not
    offers: tuple[str, ...] = ()  # what open offers are about
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread


def _buttons(viewer: Viewer) -> tuple[Button, ...]:
    asks = asks_on(viewer)
    answer = (Button("my_questions", primary=True),) if asks else ()
    return (
        Button("next_steps", primary=not asks),
        *((Button("offers"),) if open_offers(viewer.picture) else ()),
        *answer,
        Button("plan", overflow=True),
        Button("overview", label="details", overflow=True),
    )


def _concerned(viewer: Viewer, verdict: Verdict, mine: Sequence[Standing]) -> tuple[tuple[str, Verdict], ...]:
    """The services that are worse than ready; none where all stand as the factor does."""
    cells = [
        (viewer.book.service_names[service], factor_verdict(for_service(mine, service)))
        for service in viewer.engagement.setup.services
    ]
    if all(one is verdict for _, one in cells):
        return ()
    return tuple((name, one) for name, one in cells if one not in _FINE)


def summary_screen(viewer: Viewer) -> SummaryScreen:
    """The summary as it stands now, whether or not everything is answered."""
    picture, setup = viewer.picture, viewer.engagement.setup
    rows: list[ReadinessRow] = []
    for factor in viewer.book.playbook.factors:
        mine = picture.of_factor(factor.id)
        verdict = picture.verdict(factor.id)
        rows.append(
            ReadinessRow(
                factor=factor.id,
                name=say(factor.name, viewer.language),
                verdict=verdict,
                sentence=telling(viewer, verdict, mine, alone=True),
                concerned=_concerned(viewer, verdict, mine),
                findings=findings(viewer, mine),
            )
        )
    counted = Counter(one.verdict for one in picture.standings)
    finished = picture.finished or viewer.engagement.status == "completed"
    urgent = [one for one in picture.standings if one.verdict in (Verdict.GAP, Verdict.AT_RISK)]
    return SummaryScreen(
        stamp=viewer.stamp(),
        customer=Said(setup.customer),
        rows=tuple(rows),
        counts=tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict]),
        worst=findings(viewer, urgent)[:_WORST],
        finished=finished,
        result=(result_sentence if finished else result_news)(picture, viewer.words),
        offers=offered_titles(viewer),
        buttons=_buttons(viewer),
    )
