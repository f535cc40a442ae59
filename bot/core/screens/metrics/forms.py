"""The forms of metrics: which one, its target, and new values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.metrics.followed import (
    Followed,
    choosable,
    find_metric,
    followed,
    metrics_to_ask,
    only_number,
    said_of,
)
from bot.core.metrics.steps import (  # fmt: skip
    BASELINE,
    CHOSEN_METRIC,
    DATE,
    MOST_FIELDS,
    READ_DAY,
    TARGET,
    takes_fractions,
    target_entries,
    value_field,
)
from bot.core.parts import Button, Input, Option, Said
from bot.core.playbook.model.offers import Metric
from bot.core.problems import Fault
from bot.core.questions.parse import Entry
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, number_text, say, typed_number
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, problem_at
from bot.core.screens.metrics.metrics import metric_title

_LONGEST_NUMBER = 20
_LIST = Button("metric_list", label="back_to_metrics")


def choose_metric_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form that chooses a metric to follow."""
    options = tuple(
        Option(key, metric_title(viewer, metric, service))
        for key, metric, service in choosable(viewer.picture, fm=viewer.is_fm)
    )
    one = Input(
        CHOSEN_METRIC,
        "choice",
        viewer.words("field.metric"),
        (sent or {}).get(CHOSEN_METRIC, ""),
        options,
        required=True,
        problem=problem_at(CHOSEN_METRIC, faults, viewer.words),
    )
    buttons = (Button("choose_metric", label="go_on_here", primary=True, bare=False), _LIST)
    return FormScreen(
        "choose_metric", viewer.stamp(), (one,), buttons, problem=form_problem(faults, viewer.words)
    )


def target_form(
    viewer: Viewer, key: str, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen | None:
    """The target of a metric, with what is known of it; None where there is no such metric to follow."""
    known = find_metric(viewer.picture, key)
    fresh = {one: (metric, service) for one, metric, service in choosable(viewer.picture, fm=viewer.is_fm)}
    found = (known.metric, known.service) if known else fresh.get(key)
    if found is None:
        return None
    metric, service = found
    values = dict(sent) if sent is not None else _known(viewer, key, metric)
    lines = [say(metric.about, viewer.language)]
    lines += [say(metric.note, viewer.language)] if metric.note else []
    unit = say(metric.unit, viewer.language)
    inputs = tuple(_input(viewer, entry, values, faults, unit) for entry in target_entries(metric))
    here = (("item", key),)
    back = Button("metric", here, label="back_to_item") if known else _LIST
    return FormScreen(
        "set_metric",
        viewer.stamp(),
        inputs,
        (Button("save_metric", here, label="save", primary=True, bare=False), back),
        subject=metric_title(viewer, metric, service),
        lines=tuple(lines),
        known=() if known else _said(viewer, metric),
        problem=form_problem(faults, viewer.words),
    )


def values_form(
    viewer: Viewer, key: str = "", sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """New values: of one metric, or of all that the reader can read, those that are to be asked first."""
    mine = to_enter(viewer, key)
    values = dict(sent) if sent is not None else {READ_DAY: viewer.picture.facts.today.isoformat()}
    inputs = [_value_input(viewer, one, values, faults) for one in mine]
    inputs.append(
        Input(
            READ_DAY,
            "date",
            viewer.words("field.value_day"),
            values.get(READ_DAY, ""),
            required=True,
            problem=problem_at(READ_DAY, faults, viewer.words),
        )
    )
    here = (("item", key),) if key else ()
    back = Button("metric", here, label="back_to_item") if key else _LIST
    return FormScreen(
        "values",
        viewer.stamp(),
        tuple(inputs),
        (Button("save_values", here, label="save", primary=True, bare=False), back),
        problem=form_problem(faults, viewer.words),
    )


def to_enter(viewer: Viewer, key: str = "") -> tuple[Followed, ...]:
    """The metrics of which the reader enters values, those that are to be asked first."""
    if key:
        one = find_metric(viewer.picture, key)
        return (one,) if one else ()
    asked = {one.key for one in metrics_to_ask(viewer.picture)}
    mine = [one for one in followed(viewer.picture) if viewer.is_fm or not one.metric.fm]
    return tuple(sorted(mine, key=lambda one: one.key not in asked)[:MOST_FIELDS])


def _known(viewer: Viewer, key: str, metric: Metric) -> dict[str, str]:
    """The target's present values, also of a dropped metric; else the numbers that an answer holds."""
    state = viewer.engagement.metrics.get(key)
    if state is not None:
        first = "" if state.baseline is None else typed_number(state.baseline, viewer.language)
        return {BASELINE: first, TARGET: typed_number(state.target, viewer.language), DATE: state.date}
    today, aim = (only_number(text) for text in said_of(viewer.picture, metric))
    most = 100 if metric.percent else None
    fits = {BASELINE: today, TARGET: aim}
    return {
        name: str(number)
        for name, number in fits.items()
        if number is not None and (most is None or number <= most)
    }


def _said(viewer: Viewer, metric: Metric) -> tuple[tuple[str, Said], ...]:
    """The answers of the workshop about this number: (label, text)."""
    today, aim = said_of(viewer.picture, metric)
    labels = (viewer.words("metrics.said_today"), today), (viewer.words("metrics.said_aim"), aim)
    return tuple((label, Said(text)) for label, text in labels if text)


def _input(
    viewer: Viewer, entry: Entry, values: Mapping[str, str], faults: Sequence[Fault], unit: str
) -> Input:
    label = viewer.words(f"field.metric_{entry.id}")
    return Input(
        entry.id,
        "text" if entry.fractions else input_kind(entry.kind),
        viewer.words("metrics.in_unit", label=label, unit=unit) if entry.kind == "number" else label,
        values.get(entry.id, ""),
        required=entry.required,
        hint=viewer.words("metrics.fraction") if entry.fractions else "",
        max_length=_LONGEST_NUMBER if entry.fractions else None,
        min=0 if entry.kind == "number" else None,
        max=entry.max if entry.max == 100 else None,
        problem=problem_at(entry.id, faults, viewer.words),
    )


def _value_input(viewer: Viewer, one: Followed, values: Mapping[str, str], faults: Sequence[Fault]) -> Input:
    name, unit = value_field(one.key), say(one.metric.unit, viewer.language)
    title = metric_title(viewer, one.metric, one.service)
    hint = ""
    if one.value is not None and one.read_on:
        number, day = number_text(one.value, viewer.language), day_text(one.read_on, viewer.language)
        hint = viewer.words("metrics.last", number=number, day=day)
    fractions = takes_fractions(one.metric)
    return Input(
        name,
        # Many clients take no comma in an input for numbers.
        "text" if fractions else "number",
        viewer.words("metrics.of_unit", title=title, unit=unit),
        values.get(name, ""),
        hint=hint or (viewer.words("metrics.fraction") if fractions else ""),
        max_length=_LONGEST_NUMBER if fractions else None,
        min=0,
        max=100 if one.metric.percent else None,
        problem=problem_at(name, faults, viewer.words),
    )
