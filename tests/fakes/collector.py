"""Takes in traces and numbers on loopback: an OpenTelemetry collector, and Azure Monitor's ingestion."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span


class Collector:
    """`spans` and `numbers` (names) came by OpenTelemetry, `envelopes` to Azure Monitor; `raw` is all of that
    as text, to look for what must not be in it."""

    def __init__(self) -> None:
        self.url = ""
        self.spans: list[Span] = []
        self.numbers: set[str] = set()
        self.envelopes: list[dict[str, Any]] = []
        self.raw: list[str] = []

    def application(self) -> web.Application:
        application = web.Application(client_max_size=16 * 1024 * 1024)
        application.router.add_post("/v1/traces", self._traces)
        application.router.add_post("/v1/metrics", self._metrics)
        application.router.add_post("/{path:.*}track", self._track)
        return application

    async def _read(self, request: web.Request) -> bytes:
        body = await request.read()
        return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body

    async def _traces(self, request: web.Request) -> web.Response:
        said = ExportTraceServiceRequest.FromString(await self._read(request))
        self.raw.append(str(said))
        self.spans += [
            span for part in said.resource_spans for scope in part.scope_spans for span in scope.spans
        ]
        return web.Response(content_type="application/x-protobuf")

    async def _metrics(self, request: web.Request) -> web.Response:
        said = ExportMetricsServiceRequest.FromString(await self._read(request))
        self.raw.append(str(said))
        self.numbers |= {
            one.name
            for part in said.resource_metrics
            for scope in part.scope_metrics
            for one in scope.metrics
        }
        return web.Response(content_type="application/x-protobuf")

    async def _track(self, request: web.Request) -> web.Response:
        body = (await self._read(request)).decode()
        self.raw.append(body)
        came = json.loads(body)
        self.envelopes += came
        return web.json_response({"itemsReceived": len(came), "itemsAccepted": len(came), "errors": []})


@asynccontextmanager
async def running_collector() -> AsyncIterator[Collector]:
    """One that listens."""
    collector = Collector()
    runner = web.AppRunner(collector.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    collector.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield collector
    finally:
        await runner.cleanup()
