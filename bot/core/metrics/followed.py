"""Success metrics: the numbers that a team follows, their course, and which of them are to be asked now.

A metric of the playbook is followed as a whole or for one service; its key is then an ask key
("active_users@teams"). Every value is a sum: nothing here measures a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.engagement import Amount, MetricState
from bot.core.keys import ask_key, split_ask_key
from bot.core.playbook.conditions.compiled import holds
from bot.core.playbook.model.offers import Metric
from bot.core.questions.picture import Picture
from bot.core.workdays import known_zone

FRESH = timedelta(days=3)
"""A value that was read so long before a check-in counts for it."""
_NUMBER = re.compile(r"(?<![\w.,])\d{1,9}(?![\w.,]*\d)")


@dataclass(frozen=True, slots=True)
class Followed:
    """A metric that the team follows. Days are ISO days."""

    key: str
    metric: Metric
    service: str | None
    state: MetricState

    @property
    def value(self) -> Amount | None:
        """The newest value, None where nobody entered one."""
        return self.state.readings[-1].value if self.state.readings else None

    @property
    def read_on(self) -> str | None:
        """The day of the newest value."""
        return self.state.readings[-1].day if self.state.readings else None

    @property
    def falls(self) -> bool:
        """True when less is better: by the starting value and the target, else as the playbook says."""
        baseline = self.state.baseline
        return self.metric.falls if baseline is None else self.state.target < baseline

    @property
    def reached(self) -> bool:
        """True when the newest value is the target, or better."""
        if self.value is None:
            return False
        return self.value <= self.state.target if self.falls else self.value >= self.state.target

    @property
    def course(self) -> tuple[tuple[str, Amount], ...]:
        """The values by their days: the starting value first, on the day when it was said."""
        said_on = self.state.at[:10]
        read = tuple((one.day, one.value) for one in self.state.readings)
        first = self.state.baseline
        if first is None or (read and read[0][0] <= said_on):
            return read
        return ((said_on, first), *read)


def followed(picture: Picture) -> tuple[Followed, ...]:
    """The metrics that the team follows, in the order of the playbook and of the services."""
    metrics, services = list(picture.book.metrics), ["", *picture.book.service_names]
    found = [one for one in _known(picture) if not one.state.dropped]
    found.sort(key=lambda one: (metrics.index(one.metric.id), services.index(one.service or "")))
    return tuple(found)


def find_metric(picture: Picture, key: str) -> Followed | None:
    """A metric that the team follows, None where it does not."""
    return next((one for one in followed(picture) if one.key == key), None)


def choosable(picture: Picture, *, fm: bool) -> tuple[tuple[str, Metric, str | None], ...]:
    """Every metric that can be chosen, as (key, metric, service), but those that are followed. What only the
    FM can read, only the FM can choose."""
    taken = {one.key for one in followed(picture)}
    return tuple(one for one in _every(picture) if one[0] not in taken and (fm or not one[1].fm))


def suggested(picture: Picture, *, fm: bool) -> tuple[tuple[str, Metric, str | None], ...]:
    """The metrics that fit the answers and are not followed."""
    fit = picture.book.metrics_fit
    return tuple(one for one in choosable(picture, fm=fm) if holds(fit[one[1].id], picture.facts))


def metrics_to_ask(picture: Picture) -> tuple[Followed, ...]:
    """The followed metrics whose newest value is older than the last check-in, the one that is being sent
    included, or missing."""
    series = picture.engagement.check_in
    moment = (series.sending or series.last_sent) if series is not None else None
    since = ""
    if series is not None and moment is not None:
        held = datetime.fromisoformat(moment).astimezone(known_zone(series.cadence.time_zone)).date()
        since = (held - FRESH).isoformat()
    return tuple(one for one in followed(picture) if one.read_on is None or one.read_on < since)


def said_of(picture: Picture, metric: Metric) -> tuple[str, str]:
    """The texts of answers about today's value and about the target, each "" where there is none."""
    return _said(picture, metric.today), _said(picture, metric.aim)


def only_number(text: str) -> int | None:
    """The number of a text that holds exactly one, to be offered as a prefill: a person looks at it."""
    found = _NUMBER.findall(text)
    return int(found[0]) if len(found) == 1 and not re.search(r"\d[.,]\d", text) else None


def _known(picture: Picture) -> Iterator[Followed]:
    for key, state in picture.engagement.metrics.items():
        name, service = split_ask_key(key)
        metric = picture.book.metrics.get(name)
        if metric is not None and (service is None or service in picture.book.service_names):
            yield Followed(key, metric, service, state)


def _every(picture: Picture) -> Iterator[tuple[str, Metric, str | None]]:
    setup = picture.engagement.setup
    services = [one for one in picture.book.service_names if one in (*setup.services, *setup.in_use)]
    for metric in picture.book.playbook.metrics:
        if metric.per_service:
            yield from ((ask_key(metric.id, service), metric, service) for service in services)
        else:
            yield metric.id, metric, None


def _said(picture: Picture, subject: str | None) -> str:
    value = picture.facts.value(subject) if subject else None
    return value if isinstance(value, str) else ""
