"""Every card with its samples. One file a card; what several of them show stands in `parts`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import Screen
from tests.cards.samples import (
    agenda,
    checklist,
    choose,
    export,
    form,
    help,
    home,
    item,
    metric,
    metrics,
    minutes,
    next_steps,
    notice,
    plan,
    portfolio,
    problem,
    question,
    record,
    reminder,
    request,
    resources,
    result,
    status,
    summary,
    talk,
    talks,
    welcome,
    workshop,
)

SAMPLES: Mapping[str, Sequence[tuple[str, Screen]]] = {
    "agenda": agenda.SAMPLES,
    "checklist": checklist.SAMPLES,
    "choose": choose.SAMPLES,
    "export": export.SAMPLES,
    "form": form.SAMPLES,
    "help": help.SAMPLES,
    "home": home.SAMPLES,
    "item": item.SAMPLES,
    "metric": metric.SAMPLES,
    "metrics": metrics.SAMPLES,
    "minutes": minutes.SAMPLES,
    "next_steps": next_steps.SAMPLES,
    "notice": notice.SAMPLES,
    "plan": plan.SAMPLES,
    "portfolio": portfolio.SAMPLES,
    "problem": problem.SAMPLES,
    "question": question.SAMPLES,
    "record": record.SAMPLES,
    "reminder": reminder.SAMPLES,
    "request": request.SAMPLES,
    "resources": resources.SAMPLES,
    "result": result.SAMPLES,
    "status": status.SAMPLES,
    "summary": summary.SAMPLES,
    "talk": talk.SAMPLES,
    "talks": talks.SAMPLES,
    "welcome": welcome.SAMPLES,
    "workshop": workshop.SAMPLES,
}
"""The samples of each card: a name and the screen to draw."""
