"""The steps of metrics: choose one with its target, enter values, drop one, note the success review."""

from __future__ import annotations

import dataclasses
from typing import Any

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Amount, Engagement, MetricState, Person, Reading
from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.metrics.followed import choosable, find_metric
from bot.core.metrics.rows import RecordMetric
from bot.core.playbook.model.offers import Metric
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, with_person
from bot.core.questions.parse import Entry, clean, parse_all, read_day
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import Record, RecordLog, Step

CHOSEN_METRIC, BASELINE, TARGET, DATE, READ_DAY = "metric", "baseline", "target", "date", "day"
MOST_READINGS = 60
"""Values of one metric: one a week for a year, and some."""
MOST_FIELDS = 10
"""Metrics whose values are entered at once."""
_LARGEST = 1_000_000_000


def target_entries(metric: Metric) -> list[Entry]:
    """The fields in which a metric gets its target."""
    return [
        _number(metric, BASELINE, required=False),
        _number(metric, TARGET),
        Entry(DATE, "date", past="refused"),
    ]


def takes_fractions(metric: Metric) -> bool:
    """True when its numbers need not be whole."""
    return metric.percent or metric.fractions


def _number(metric: Metric, name: str, *, required: bool = True) -> Entry:
    most = 100 if metric.percent else _LARGEST
    return Entry(name, "number", required=required, max=most, fractions=takes_fractions(metric))


def value_field(key: str) -> str:
    """The id of the input for a metric's value: an ask key without its sign, which inputs do not take."""
    return f"value_{key.replace('@', '_of_')}"


def value_entries(picture: Picture, keys: tuple[str, ...]) -> list[Entry]:
    """The fields in which new values are entered, and their day."""
    found = [one for key in keys if (one := find_metric(picture, key))]
    entries = [_number(one.metric, value_field(one.key), required=False) for one in found]
    return [*entries, Entry(READ_DAY, "date", past="allowed")]


def _set_target(picture: Picture, event: SetTarget, roster: Roster) -> Step:
    """The metric is followed, with this target; the same again changes nothing."""
    engagement = picture.engagement
    known = find_metric(picture, event.metric)
    is_fm = event.by.key == engagement.fm
    fresh = {key: metric for key, metric, _ in choosable(picture, fm=is_fm)}
    metric = known.metric if known else fresh.get(event.metric)
    if metric is None:
        return Step(engagement, faults=(Fault(Problem.NO_SUCH_METRIC, CHOSEN_METRIC),))
    before = engagement.metrics.get(event.metric)
    entries = [_may_have_passed(entry, before, event) for entry in target_entries(metric)]
    values, faults = parse_all(entries, _without_unit(event.raw), picture.facts.today)
    if not faults and values.get(BASELINE) == values[TARGET]:
        faults = (Fault(Problem.SAME_AS_TODAY, TARGET),)
    if faults:
        return Step(engagement, faults=faults)
    first = values.get(BASELINE)
    if before is not None and _unsigned(before) == (first, values[TARGET], values[DATE], False):
        return Step(engagement)
    after = MetricState(
        target=_amount(values[TARGET]),
        date=str(values[DATE]),
        baseline=None if first is None else _amount(first),
        readings=before.readings if before else [],
        by=event.by.key,
        # The starting value keeps the day on which it was said.
        at=before.at if before and before.baseline == first else utc(picture.now),
    )
    return _written(picture, {event.metric: after}, "metric_target", event.by)


def _enter_values(picture: Picture, event: EnterValues, roster: Roster) -> Step:
    """New values of one day; a second value of the same day takes the place of the first."""
    engagement = picture.engagement
    found = [find_metric(picture, key) for key in event.metrics]
    is_fm = event.by.key == engagement.fm
    if any(one is None or (one.metric.fm and not is_fm) for one in found):
        return Step(engagement, faults=(Fault(Problem.NO_SUCH_METRIC),))
    raw = {READ_DAY: picture.facts.today.isoformat(), **_without_unit(event.raw)}
    values, faults = parse_all(value_entries(picture, event.metrics), raw, picture.facts.today)
    day = str(values.get(READ_DAY, ""))
    entered = {key: values[value_field(key)] for key in event.metrics if value_field(key) in values}
    if day > picture.facts.today.isoformat():
        faults = (*faults, Fault(Problem.DATE_IN_FUTURE, READ_DAY))
    elif not entered and not faults:
        field = value_field(event.metrics[0]) if len(event.metrics) == 1 else None
        faults = (Fault(Problem.NOTHING_ENTERED, field),)
    changed: dict[str, MetricState] = {}
    wrong = list(faults)
    for key, value in entered.items():
        state = engagement.metrics[key]
        others = [one for one in state.readings if one.day != day]
        if len(others) >= MOST_READINGS:
            limit = (("limit", str(MOST_READINGS)),)
            wrong.append(Fault(Problem.TOO_MANY_VALUES, value_field(key), limit))
        elif not any(one.day == day and one.value == value for one in state.readings):
            new = Reading(day, _amount(value), event.by.key, utc(picture.now))
            changed[key] = replace(state, readings=sorted([*others, new], key=lambda one: one.day))
    if wrong:
        return Step(engagement, faults=tuple(wrong))
    return _written(picture, changed, "metric_value", event.by) if changed else Step(engagement)


def _drop_metric(picture: Picture, event: DropMetric, roster: Roster) -> Step:
    """The metric is not followed any more; dropped already, nothing changes."""
    engagement = picture.engagement
    state = engagement.metrics.get(event.metric)
    if state is None:
        return Step(engagement, faults=(Fault(Problem.NO_SUCH_METRIC),))
    if state.dropped:
        return Step(engagement)
    return _written(picture, {event.metric: replace(state, dropped=True)}, "metric_drop", event.by)


def _review_held(picture: Picture, event: ReviewHeld, roster: Roster) -> Step:
    """The success review took place today."""
    engagement = picture.engagement
    if engagement.reviewed is not None:
        return Step(engagement)
    after = replace(
        engagement,
        reviewed=picture.facts.today.isoformat(),
        revision=engagement.revision + 1,
        updated=utc(picture.now),
    )
    return Step(after, records=(RecordLog("review_held", event.by.key),))


def _written(picture: Picture, changed: dict[str, MetricState], what: str, by: Person) -> Step:
    engagement = picture.engagement
    after: Engagement = replace(
        with_person(engagement, by, picture.now),
        metrics={**engagement.metrics, **changed},
        revision=engagement.revision + 1,
        updated=utc(picture.now),
    )
    records: list[Record] = []
    for key, state in changed.items():
        records += [RecordMetric(key, state), RecordLog(what, by.key, key, engagement.metrics.get(key))]
    return Step(after, records=tuple(records))


def _may_have_passed(entry: Entry, before: MetricState | None, event: SetTarget) -> Entry:
    """A day that stands there already may have passed since."""
    day = read_day(clean(event.raw.get(entry.id))) if entry.id == DATE else None
    unchanged = before is not None and day is not None and day.isoformat() == before.date
    return dataclasses.replace(entry, past="allowed") if unchanged else entry


def _unsigned(state: MetricState) -> tuple[Amount | None, Amount, str, bool]:
    return state.baseline, state.target, state.date, state.dropped


def _without_unit(raw: Any) -> dict[str, Any]:
    """The inputs without a unit behind their numbers: "60 %" is 60."""
    return {name: clean(value).removesuffix("%").rstrip() for name, value in raw.items()}


def _amount(value: object) -> Amount:
    return value if isinstance(value, int | float) else int(str(value))


HANDLERS: Handlers = {
    SetTarget: _set_target,
    EnterValues: _enter_values,
    DropMetric: _drop_metric,
    ReviewHeld: _review_held,
}
