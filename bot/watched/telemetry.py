"""Sends traces and numbers to OpenTelemetry and Azure Monitor; both need the extra `telemetry`."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from prometheus_client.registry import CollectorRegistry

from bot import __version__
from bot.settings import Settings, SettingsFaults
from bot.watched.spans import Spans, Tell, no_spans

if TYPE_CHECKING:
    from opentelemetry.metrics import CallbackOptions, Observation
    from opentelemetry.sdk.metrics.export import MetricExporter
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SpanExporter

_NAME = "ssat-bot"
_EVERY = 60_000
"""Milliseconds between two times that numbers are sent."""
_TROUBLE = ("failed", "no_token", "unavailable", "unsaved", "unsure")
"""Outcomes by which a span counts as one that went wrong."""
_TO_MICROSOFT = ("STATSBEAT_DISABLED_ALL", "SDKSTATS_DISABLED", "CONTROLPLANE_DISABLED")
"""By these Azure Monitor's exporter talks to hosts that nobody named; each may be set otherwise."""

log = logging.getLogger(__name__)


class Telemetry:
    """Sends in threads of its own, so that no turn waits for it; what cannot be sent is dropped."""

    def __init__(self, traces: list[SpanExporter], numbers: list[MetricExporter]) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        self._resource = Resource.create({"service.name": _NAME, "service.version": __version__})
        self._numbers = numbers
        self._traced = TracerProvider(resource=self._resource, shutdown_on_exit=False)
        for exporter in traces:
            self._traced.add_span_processor(BatchSpanProcessor(exporter))
        self._ends: list[Callable[[], None]] = [self._traced.shutdown]
        self.spans: Spans = _spans_of(self._traced)

    def tell_numbers(self, registry: CollectorRegistry) -> None:
        """Send the numbers of this registry from now on, every minute and at the end."""
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader

        readers = [PeriodicExportingMetricReader(one, export_interval_millis=_EVERY) for one in self._numbers]
        provider = MeterProvider(readers, resource=self._resource, shutdown_on_exit=False)
        meter = provider.get_meter(_NAME)
        for family in registry.collect():
            if family.type == "gauge":
                meter.create_observable_gauge(family.name, [_observe(registry, family.name)])
                continue
            endings = ("_count", "_sum") if family.type == "histogram" else ("_total",)
            for name in (family.name + ending for ending in endings):
                meter.create_observable_counter(name, [_observe(registry, name)])
        self._ends.append(provider.shutdown)

    def end(self) -> None:
        """Send what is left. Blocks."""
        for end in reversed(self._ends):
            end()


def telemetry_of(settings: Settings) -> Telemetry | None:
    """The telemetry that the settings ask for; None, said in the log, where the extra is not installed.
    SettingsFaults for a connection string that is none."""
    to_azure = settings.azure_monitor.get_secret_value()
    if not settings.otlp_endpoint and not to_azure:
        return None
    traces: list[SpanExporter] = []
    numbers: list[MetricExporter] = []
    try:
        if settings.otlp_endpoint:
            _to_collector(settings.otlp_endpoint, traces, numbers)
        if to_azure:
            _to_azure_monitor(to_azure, traces, numbers)
    except ImportError:
        log.warning("no traces: install the extra, pip install 'ssat-bot[telemetry]'")
        return None
    except ValueError:
        fault = "APPLICATIONINSIGHTS_CONNECTION_STRING: is none: copy it from Application Insights"
        raise SettingsFaults([fault]) from None
    return Telemetry(traces, numbers)


def _to_collector(endpoint: str, traces: list[SpanExporter], numbers: list[MetricExporter]) -> None:
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    base = endpoint.rstrip("/")
    traces.append(OTLPSpanExporter(f"{base}/v1/traces"))
    numbers.append(OTLPMetricExporter(f"{base}/v1/metrics"))


def _to_azure_monitor(connection: str, traces: list[SpanExporter], numbers: list[MetricExporter]) -> None:
    for name in _TO_MICROSOFT:
        os.environ.setdefault(f"APPLICATIONINSIGHTS_{name}", "true")
    from azure.monitor.opentelemetry.exporter import AzureMonitorMetricExporter, AzureMonitorTraceExporter

    # What cannot be sent is not written to a disk that may be read-only, nor kept beside the store.
    traces.append(AzureMonitorTraceExporter(connection_string=connection, disable_offline_storage=True))
    numbers.append(AzureMonitorMetricExporter(connection_string=connection, disable_offline_storage=True))


def _spans_of(provider: TracerProvider) -> Spans:
    from opentelemetry.trace import SpanKind, Status, StatusCode, get_current_span

    tracer = provider.get_tracer(_NAME)

    @contextmanager
    def span(name: str) -> Iterator[Tell]:
        inside = get_current_span().get_span_context().is_valid
        if name.startswith("store ") and not inside:
            # What the process asks the store for by itself is told by the numbers.
            with no_spans(name) as tell:
                yield tell
            return
        kind = SpanKind.SERVER if name == "turn" else SpanKind.CLIENT
        # The words of an exception may be those of a person.
        with tracer.start_as_current_span(
            name, kind=kind, record_exception=False, set_status_on_exception=False
        ) as current:

            def told(**said: str | int) -> None:
                current.set_attributes(said)
                if said.get("outcome") in _TROUBLE:
                    current.set_status(Status(StatusCode.ERROR))

            yield told

    return span


def _observe(registry: CollectorRegistry, name: str) -> Callable[[CallbackOptions], Iterable[Observation]]:
    """Reads the samples of this name; not a number is left out."""
    from opentelemetry.metrics import Observation

    def observe(options: CallbackOptions) -> Iterable[Observation]:
        for family in registry.collect():
            for sample in family.samples:
                if sample.name == name and sample.value == sample.value:
                    yield Observation(sample.value, dict(sample.labels))

    return observe
