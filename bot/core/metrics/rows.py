"""The row of a metric."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.engagement import MetricState
from bot.core.keys import split_ask_key
from bot.core.ports import Change, Column, Replace
from bot.core.reading.wording import say
from bot.core.step import Committed

METRIC_ROW = "metric~"


@dataclass(frozen=True, slots=True)
class RecordMetric:
    """A metric as it stands now, to be written as a row of its own."""

    key: str
    state: MetricState

    def change(self, of: Committed) -> Change:
        """The metric with its newest value."""
        name, service = split_ask_key(self.key)
        metric, state = of.book.metrics[name], self.state
        last = state.readings[-1] if state.readings else None
        language = of.engagement.setup.language
        columns: dict[str, Column] = {
            "name": say(metric.name, language),
            "service": service or "",
            "unit": say(metric.unit, language),
            "target": float(state.target),
            "date": state.date,
            "followed": not state.dropped,
            "at": datetime.fromisoformat(of.engagement.updated),
        }
        # A number that is not known has no column, so that no sum counts it as nought.
        if state.baseline is not None:
            columns["baseline"] = float(state.baseline)
        if last is not None:
            columns |= {"value": float(last.value), "day": last.day}
        return Replace(metric_key(self.key), columns)


def metric_key(metric: str) -> str:
    """The row of a metric."""
    return METRIC_ROW + metric.replace("@", "~")
