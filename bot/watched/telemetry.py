"""Sends traces and numbers to OpenTelemetry and Azure Monitor; both need the extra `telemetry`."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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
_PATIENCE = 4.0
"""Seconds that the last of it gets at the end."""
_TROUBLE = ("cut_off", "failed", "no_token", "unavailable", "unsaved", "unsure")
"""Outcomes by which a span counts as one that went wrong."""
_TO_MICROSOFT = ("STATSBEAT_DISABLED_ALL", "SDKSTATS_DISABLED", "CONTROLPLANE_DISABLED")
"""By these Azure Monitor's exporter talks to hosts that nobody named; each may be set otherwise."""

log = logging.getLogger(__name__)


class Telemetry:
    """Sends in threads of its own, so that no turn waits for it; what cannot be sent is dropped."""

    def __init__(self) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider

        self._resource = Resource.create({"service.name": _NAME, "service.version": __version__})
        self._numbers: list[MetricExporter] = []
        self.traced = TracerProvider(resource=self._resource, shutdown_on_exit=False)
        self._ends: list[Callable[[], None]] = [self.traced.shutdown]
        self.spans: Spans = _spans_of(self.traced)

    def send_to(self, traces: SpanExporter, numbers: MetricExporter) -> None:
        """Send there, too."""
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        self.traced.add_span_processor(BatchSpanProcessor(traces))
        self._numbers.append(numbers)

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
        """Send what is left. Blocks for a few seconds at most: nobody's end waits for a host that
        does not answer."""
        sending = [threading.Thread(target=end, daemon=True) for end in self._ends]
        for one in sending:
            one.start()
        latest = time.monotonic() + _PATIENCE
        for one in sending:
            one.join(max(0.0, latest - time.monotonic()))


def telemetry_of(settings: Settings) -> Telemetry | None:
    """The telemetry that the settings ask for; None, said in the log, where the extra is not installed.
    SettingsFaults for a connection string that is none."""
    to_azure = settings.azure_monitor.get_secret_value()
    if not settings.otlp_endpoint and not to_azure:
        return None
    # That a host is busy or away is said once it was given up, not at every try.
    logging.getLogger("opentelemetry").setLevel(logging.ERROR)
    try:
        made = Telemetry()
        if settings.otlp_endpoint:
            _to_collector(settings.otlp_endpoint, made)
        if to_azure:
            _to_azure_monitor(to_azure, made)
    except ImportError:
        log.warning("no traces: install the extra, pip install 'ssat-bot[telemetry]'")
        return None
    except ValueError:
        fault = "APPLICATIONINSIGHTS_CONNECTION_STRING: is none: copy it from Application Insights"
        raise SettingsFaults([fault]) from None
    return made


def _to_collector(endpoint: str, made: Telemetry) -> None:
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    base = endpoint.rstrip("/")
    made.send_to(OTLPSpanExporter(f"{base}/v1/traces"), OTLPMetricExporter(f"{base}/v1/metrics"))


def _to_azure_monitor(connection: str, made: Telemetry) -> None:
    for name in _TO_MICROSOFT:
        os.environ.setdefault(f"APPLICATIONINSIGHTS_{name}", "true")
    from azure.monitor.opentelemetry.exporter import AzureMonitorMetricExporter, AzureMonitorTraceExporter

    # What cannot be sent is not written to a disk that may be read-only, nor kept beside the store.
    options: dict[str, Any] = {"connection_string": connection, "disable_offline_storage": True}
    traces = AzureMonitorTraceExporter(tracer_provider=made.traced, **options)
    made.send_to(traces, AzureMonitorMetricExporter(**options))


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
