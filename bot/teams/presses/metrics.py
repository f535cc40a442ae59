"""Presses of metrics: their private view, one with its course, its target, new values."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.metrics.followed import find_metric, followed
from bot.core.metrics.steps import CHOSEN_METRIC, value_field
from bot.core.parts import Button, Said
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import clean
from bot.core.screens.metrics.forms import choose_metric_form, target_form, to_enter, values_form
from bot.core.screens.metrics.metrics import metric_screen, metrics_screen
from bot.teams.presses.action import Action
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

_TO_METRICS = (Button("metric_list", label="back_to_metrics", primary=True),)


async def _metrics(call: Call, turn: WorkshopTurn) -> None:
    """The metrics, for the presser alone."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(metrics_screen(turn.viewer))


async def _metric(call: Call, turn: WorkshopTurn) -> None:
    """One metric with its course."""
    found = find_metric(turn.picture, call.item)
    if found is None:
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
    else:
        await call.show(metric_screen(turn.viewer, found))


async def _other_metric(call: Call, turn: WorkshopTurn) -> None:
    """The form that asks which metric to follow."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(choose_metric_form(turn.viewer))


async def _choose_metric(call: Call, turn: WorkshopTurn) -> None:
    """The target of the metric that was tapped, or chosen in the form."""
    inputs = call.pressed.inputs
    chosen = clean(inputs.get(CHOSEN_METRIC))
    form = target_form(turn.viewer, call.item or chosen)
    if form is not None:
        await call.show(form)
    elif call.item:
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
    else:
        fault = Fault(Problem.NO_SUCH_METRIC if chosen else Problem.REQUIRED, CHOSEN_METRIC)
        await call.show(choose_metric_form(turn.viewer, call.sent, (fault,)))


async def _save_metric(call: Call, turn: WorkshopTurn) -> None:
    """Follow the metric with this target; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    step = turn.apply(SetTarget(turn.person, call.item, inputs))
    form = target_form(turn.viewer, call.item, call.sent, step.faults)
    found = find_metric(turn.picture, call.item)
    if step.faults and form is not None:
        await call.show(form)
    elif step.faults or found is None:
        await call.refuse_faults(step.faults or (Fault(Problem.NO_SUCH_METRIC),), _TO_METRICS)
    else:
        await call.show(metrics_screen(turn.viewer, Said(turn.words("metrics.saved"))))


async def _enter_values(call: Call, turn: WorkshopTurn) -> None:
    """The form for new values: of one metric, or of all."""
    if not to_enter(turn.viewer, call.item):
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
        return
    await call.show(values_form(turn.viewer, call.item))


async def _save_values(call: Call, turn: WorkshopTurn) -> None:
    """Keep new values; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    sent = [one.key for one in followed(turn.picture) if value_field(one.key) in inputs]
    keys = tuple(sent or [one.key for one in to_enter(turn.viewer, call.item)])
    if not keys:
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
        return
    step = turn.apply(EnterValues(turn.person, keys, inputs))
    found = find_metric(turn.picture, call.item)
    if step.faults:
        await call.show(values_form(turn.viewer, call.item, call.sent, step.faults))
    elif found is not None:
        await call.show(metric_screen(turn.viewer, found))
    else:
        await call.show(metrics_screen(turn.viewer, Said(turn.words("metrics.saved"))))


async def _drop_metric(call: Call, turn: WorkshopTurn) -> None:
    """Stop following the metric."""
    step = turn.apply(DropMetric(turn.person, call.item))
    if step.faults:
        await call.refuse_faults(step.faults, _TO_METRICS)
    else:
        await call.show(metrics_screen(turn.viewer, Said(turn.words("metrics.dropped"))))


async def _review_held(call: Call, turn: WorkshopTurn) -> None:
    """The success review took place."""
    step = turn.apply(ReviewHeld(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults, _TO_METRICS)
    else:
        await call.show(metrics_screen(turn.viewer))


async def _again(call: Call, turn: WorkshopTurn) -> None:
    await call.show(metrics_screen(turn.viewer))


PRESSES: Mapping[str, Action] = {
    "metrics": Action(_metrics, shared=True),
    "metric_list": Action(_metrics),
    "metric": Action(_metric),
    "other_metric": Action(_other_metric),
    "choose_metric": Action(_choose_metric),
    "save_metric": Action(_save_metric, again=_again),
    "enter_values": Action(_enter_values),
    "save_values": Action(_save_values, again=_again),
    "drop_metric": Action(_drop_metric, again=_again),
    "review_held": Action(_review_held, again=_again),
}
"""Action of a button -> what it does."""
