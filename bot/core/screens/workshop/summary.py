"""The summary of the workshop: readiness by factor and service, gaps worst first, the next step."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.core.parts import AsOf, Button, Finding, Said, Stamp
from bot.core.questions.verdicts import factor_verdict, for_service
from bot.core.reading.result import result_news, result_sentence
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import findings
from bot.core.screens.talks.talks import offered_titles
from bot.core.talks.steps import open_offers
from bot.core.verdict import Verdict

_FINE = (Verdict.READY, Verdict.NOT_APPLICABLE)
_WORST = 5
"""Findings that stand on the summary itself; all of them stand in its details."""


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
    result: str = ""  # how the result stands: confirmed by whom, or not
    offers: tuple[str, ...] = ()  # what open offers are about
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread


def _buttons(viewer: Viewer) -> tuple[Button, ...]:
    over = viewer.engagement.status == "completed"
    goes_on = viewer.picture.finished or over
    answer = () if over else (Button("my_questions", primary=not goes_on),)
    return (
        Button("next_steps", primary=goes_on),
        Button("plan"),
        *((Button("offers"),) if open_offers(viewer.picture) else ()),
        *answer,
        Button("overview", label="details"),
    )


def summary_screen(viewer: Viewer) -> SummaryScreen:
    """The summary as it stands now, whether or not everything is answered."""
    picture, setup = viewer.picture, viewer.engagement.setup
    rows: list[ReadinessRow] = []
    for factor in viewer.book.playbook.factors:
        mine = picture.of_factor(factor.id)
        cells = ((service, factor_verdict(for_service(mine, service))) for service in setup.services)
        concerned = tuple(
            (viewer.book.service_names[service], verdict)
            for service, verdict in cells
            if verdict not in _FINE
        )
        name = say(factor.name, viewer.language)
        rows.append(
            ReadinessRow(factor.id, name, picture.verdict(factor.id), concerned, findings(viewer, mine))
        )
    counted = Counter(one.verdict for one in picture.standings)
    urgent = [one for one in picture.standings if one.verdict in (Verdict.GAP, Verdict.AT_RISK)]
    return SummaryScreen(
        stamp=viewer.stamp(),
        customer=Said(setup.customer),
        rows=tuple(rows),
        counts=tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict]),
        worst=findings(viewer, urgent)[:_WORST],
        finished=picture.finished,
        result=(result_sentence if picture.finished else result_news)(picture, viewer.words),
        offers=offered_titles(viewer),
        buttons=_buttons(viewer),
    )
