"""Metrics: the numbers that a team follows, those that fit their answers, and the course of one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import Amount
from bot.core.metrics.followed import Followed, followed, metrics_to_ask, suggested
from bot.core.metrics.review import enabled, review_due
from bot.core.parts import UNSAID, Button, Link, Said, Stamp
from bot.core.playbook.model.offers import Metric
from bot.core.reading.library import links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, number_text, say

MOST_METRICS = 12
MOST_SUGGESTED = 6
_SHOWN_VALUES = 12


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric with its numbers, each with its unit; "" where a number is not known. Days are ISO days;
    `state` is unread, under_way, reached or late."""

    title: str
    baseline: str
    value: str
    read_on: str
    target: str
    date: str
    state: str
    press: Button | None = None


@dataclass(frozen=True, slots=True)
class MetricsScreen:
    """`news` are sentences about the success review; `suggested` are (title, how it is read, press)."""

    stamp: Stamp
    customer: Said
    lines: tuple[MetricLine, ...]
    suggested: tuple[tuple[str, str, Button], ...] = ()
    news: tuple[str, ...] = ()
    banner: Said = UNSAID
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricScreen:
    """One metric: `course` are (ISO day, number, number with its unit), oldest first, `aim` is (number, ISO
    day); `withheld` counts earlier values that are not shown."""

    stamp: Stamp
    line: MetricLine
    about: str
    course: tuple[tuple[str, Amount, str], ...]
    aim: tuple[Amount, str]
    note: str = ""
    withheld: int = 0
    links: tuple[Link, ...] = ()
    buttons: tuple[Button, ...] = ()


def metrics_screen(viewer: Viewer, banner: Said = UNSAID) -> MetricsScreen:
    """The metrics, for the reader alone."""
    mine = followed(viewer.picture)[:MOST_METRICS]
    fit = suggested(viewer.picture, fm=viewer.is_fm)[:MOST_SUGGESTED]
    asked = bool(metrics_to_ask(viewer.picture)) or not fit
    buttons = [Button("enter_values", primary=asked)] if mine else []
    buttons.append(Button("other_metric", primary=not mine))
    if viewer.is_fm and review_due(viewer.picture):
        buttons.append(Button("review_held"))
    return MetricsScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        lines=tuple(metric_line(viewer, one) for one in mine),
        suggested=tuple(
            (metric_title(viewer, metric, service), say(metric.about, viewer.language), _choose(key))
            for key, metric, service in fit
        ),
        news=review_news(viewer),
        banner=banner,
        buttons=(*buttons, Button("later", label="back_to_workshop")),
    )


def metric_screen(viewer: Viewer, one: Followed) -> MetricScreen:
    """One metric with its course."""
    here = (("item", one.key),)
    course = tuple((day, value, _amount(viewer, one.metric, value)) for day, value in one.course)
    return MetricScreen(
        stamp=viewer.stamp(),
        line=metric_line(viewer, one),
        about=say(one.metric.about, viewer.language),
        course=course[-_SHOWN_VALUES:],
        aim=(one.state.target, one.state.date),
        note=say(one.metric.note, viewer.language) if one.metric.note else "",
        withheld=max(0, len(course) - _SHOWN_VALUES),
        links=links(viewer.book, one.metric.resources, viewer.reader),
        buttons=(
            Button("enter_values", here, label="enter_value", primary=True),
            Button("choose_metric", here, label="change_target"),
            Button("drop_metric", here, overflow=True),
            Button("metric_list", label="back_to_metrics"),
        ),
    )


def metric_line(viewer: Viewer, one: Followed) -> MetricLine:
    """A metric as its reader sees it."""
    state, metric = one.state, one.metric
    return MetricLine(
        title=metric_title(viewer, metric, one.service),
        baseline=_amount(viewer, metric, state.baseline),
        value=_amount(viewer, metric, one.value),
        read_on=one.read_on or "",
        target=_amount(viewer, metric, state.target),
        date=state.date,
        state=_state(viewer, one),
        press=Button("metric", (("item", one.key),)) if viewer.person else None,
    )


def metric_title(viewer: Viewer, metric: Metric, service: str | None) -> str:
    """A metric's name, with its service where it is followed for one."""
    name = say(metric.name, viewer.language)
    return f"{name} ({viewer.book.service_names[service]})" if service else name


def review_news(viewer: Viewer) -> tuple[str, ...]:
    """The sentences that the values bring: on the success review for everybody, on enablement for the FM."""
    words, found = viewer.words, list[str]()
    due, complete = review_due(viewer.picture), enabled(viewer.picture)
    if due is not None:
        title = metric_title(viewer, due.one.metric, due.one.service)
        percent = number_text(due.percent, viewer.language)
        found.append(words(f"review.due.{due.why}", title=title, percent=percent))
    elif viewer.engagement.reviewed is not None:
        found.append(words("review.held", day=day_text(viewer.engagement.reviewed, viewer.language)))
    if complete is not None and viewer.is_fm:
        number = number_text(complete.number, viewer.language)
        found.append(words(f"review.enabled.{complete.why}", number=number))
    return tuple(found)


def _state(viewer: Viewer, one: Followed) -> str:
    if one.reached:
        return "reached"
    if one.state.date < viewer.picture.facts.today.isoformat():
        return "late"
    return "unread" if one.value is None else "under_way"


def _amount(viewer: Viewer, metric: Metric, number: Amount | None) -> str:
    if number is None:
        return ""
    written, unit = number_text(number, viewer.language), say(metric.unit, viewer.language)
    if metric.percent:
        return viewer.words("metrics.percent", number=written)
    return viewer.words("metrics.amount", number=written, unit=unit)


def _choose(key: str) -> Button:
    return Button("choose_metric", (("item", key),))
