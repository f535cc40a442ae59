"""The meters: what is counted and timed, in one registry of Prometheus."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)

from bot import __version__
from bot.core.ports import Conflict, StoreUnavailable
from bot.teams.outbound.send_faults import Gone, Refused, Unsure
from bot.watched.spans import Spans, no_spans

_FAST = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_TOO_MANY = 429
_CUT_OFF = "cut_off"
"""The outcome of a call for which nobody waits any more: its turn, or the process, is over."""


@dataclass(frozen=True, slots=True)
class Family:
    """Calls of one sort: counted by label and outcome, timed by label. `done` is the outcome of one that
    ended well, `outcome_of` that of one that raised."""

    name: str
    count: Counter
    seconds: Histogram
    done: str
    outcome_of: Callable[[Exception], str]


class Meters:
    """No label is ever a name, an id, or anything that somebody wrote."""

    def __init__(self, spans: Spans = no_spans) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.spans = spans
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.turns = Counter("ssat_turns", "Turns.", ("kind", "outcome"), registry=self.registry)
        self.turn_seconds = self._seconds("ssat_turn", "kind")
        self.reminders = Counter("ssat_reminders", "Reminders.", ("outcome",), registry=self.registry)
        self.sends = self._family("send", "ssat_sends", "kind", "sent", _outcome_of_send)
        self.calls = self._family("store", "ssat_store_calls", "call", "done", _outcome_of_store)
        self.ready = self._gauge("ssat_ready", "1 where /readyz says 200.")
        self.sending = self._gauge("ssat_sending_workshops", "Workshops with something in the queue.")
        self.due = self._gauge("ssat_due_backlog", "What is due and not dealt with.")
        self.due_oldest = self._gauge("ssat_due_oldest_seconds", "How late the oldest of that is.")
        self.unsent = self._gauge("ssat_unsent_posts", "Posts that are noted and not sent.")
        self.unsent_oldest = self._gauge("ssat_unsent_oldest_seconds", "The age of the oldest of these.")
        about = Gauge("ssat_build_info", "The version that runs.", ("version",), registry=self.registry)
        about.labels(__version__).set(1)

    @contextmanager
    def measured(self, family: Family, label: str) -> Iterator[None]:
        """Count and time the block as a call of this family."""
        started, outcome = time.perf_counter(), _CUT_OFF
        with self.spans(f"{family.name} {label}") as tell:
            try:
                yield
                outcome = family.done
            except Exception as trouble:
                outcome = family.outcome_of(trouble)
                raise
            finally:
                family.seconds.labels(label).observe(time.perf_counter() - started)
                family.count.labels(label, outcome).inc()
                tell(outcome=outcome)

    def _family(
        self, name: str, counted: str, label: str, done: str, outcome_of: Callable[[Exception], str]
    ) -> Family:
        count = Counter(counted, f"Calls: {name}.", (label, "outcome"), registry=self.registry)
        return Family(name, count, self._seconds(f"ssat_{name}", label), done, outcome_of)

    def _seconds(self, name: str, label: str) -> Histogram:
        about = "Seconds that each took."
        return Histogram(f"{name}_seconds", about, (label,), registry=self.registry, buckets=_FAST)

    def _gauge(self, name: str, about: str) -> Gauge:
        return Gauge(name, about, registry=self.registry)


def _outcome_of_store(trouble: Exception) -> str:
    if isinstance(trouble, Conflict):
        return "conflict"
    return "unavailable" if isinstance(trouble, StoreUnavailable) else "failed"


def _outcome_of_send(trouble: Exception) -> str:
    match trouble:
        case Refused():
            return "throttled" if trouble.status == _TOO_MANY else "refused"
        case Unsure():
            return "unsure"
        case Gone():
            return "gone"
    return "failed"
