"""What presses on metrics lead to: their private view, one with its course, its target, new values."""

from __future__ import annotations

from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.metrics.followed import find_metric, followed
from bot.core.metrics.steps import CHOSEN_METRIC, value_field
from bot.core.parts import Button, Said
from bot.core.problems import Fault, Problem
from bot.core.questions.parse import clean
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.metrics.forms import choose_metric_form, target_form, to_enter, values_form
from bot.core.screens.metrics.metrics import metric_screen, metrics_screen
from bot.teams.turn.call import Call
from dialogs.turn import WorkshopTurn

_TO_METRICS = (Button("metric_list", label="back_to_metrics", primary=True),)


async def metrics(call: Call, turn: WorkshopTurn) -> None:
    """The metrics, for the presser alone."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(metrics_screen(turn.viewer))


async def metric(call: Call, turn: WorkshopTurn) -> None:
    """One metric with its course."""
    found = find_metric(turn.picture, _key(call))
    if found is None:
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
    else:
        await call.show(metric_screen(turn.viewer, found))


async def other_metric(call: Call, turn: WorkshopTurn) -> None:
    """The form that asks which metric to follow."""
    if turn.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
        return
    await call.show(choose_metric_form(turn.viewer))


async def choose_metric(call: Call, turn: WorkshopTurn) -> None:
    """The target of the metric that was tapped, or chosen in the form."""
    inputs = call.pressed.inputs
    chosen = clean(inputs.get(CHOSEN_METRIC))
    form = target_form(turn.viewer, _key(call) or chosen)
    if form is not None:
        await call.show(form)
    elif _key(call):
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
    else:
        fault = Fault(Problem.NO_SUCH_METRIC if chosen else Problem.REQUIRED, CHOSEN_METRIC)
        await call.show(choose_metric_form(turn.viewer, sent_values(inputs), (fault,)))


async def save_metric(call: Call, turn: WorkshopTurn) -> None:
    """Follow the metric with this target; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    step = turn.apply(SetTarget(turn.person, _key(call), inputs))
    form = target_form(turn.viewer, _key(call), sent_values(inputs), step.faults)
    found = find_metric(turn.picture, _key(call))
    if step.faults and form is not None:
        await call.show(form)
    elif step.faults or found is None:
        await call.refuse_faults(step.faults or (Fault(Problem.NO_SUCH_METRIC),), _TO_METRICS)
    else:
        await call.show(metrics_screen(turn.viewer, Said(turn.words("metrics.saved"))))


async def enter_values(call: Call, turn: WorkshopTurn) -> None:
    """The form for new values: of one metric, or of all."""
    if not to_enter(turn.viewer, _key(call)):
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
        return
    await call.show(values_form(turn.viewer, _key(call)))


async def save_values(call: Call, turn: WorkshopTurn) -> None:
    """Keep new values; refused, the form with what was typed."""
    inputs = call.pressed.inputs
    sent = [one.key for one in followed(turn.picture) if value_field(one.key) in inputs]
    keys = tuple(sent or [one.key for one in to_enter(turn.viewer, _key(call))])
    if not keys:
        await call.refuse(Problem.NO_SUCH_METRIC, _TO_METRICS)
        return
    step = turn.apply(EnterValues(turn.person, keys, inputs))
    found = find_metric(turn.picture, _key(call))
    if step.faults:
        await call.show(values_form(turn.viewer, _key(call), sent_values(inputs), step.faults))
    elif found is not None:
        await call.show(metric_screen(turn.viewer, found))
    else:
        await call.show(metrics_screen(turn.viewer, Said(turn.words("metrics.saved"))))


async def drop_metric(call: Call, turn: WorkshopTurn) -> None:
    """Stop following the metric."""
    step = turn.apply(DropMetric(turn.person, _key(call)))
    if step.faults:
        await call.refuse_faults(step.faults, _TO_METRICS)
    else:
        await call.show(metrics_screen(turn.viewer, Said(turn.words("metrics.dropped"))))


async def review_held(call: Call, turn: WorkshopTurn) -> None:
    """The success review took place."""
    step = turn.apply(ReviewHeld(turn.person))
    if step.faults:
        await call.refuse_faults(step.faults, _TO_METRICS)
    else:
        await call.show(metrics_screen(turn.viewer))


def _key(call: Call) -> str:
    return call.pressed.data.item or ""
