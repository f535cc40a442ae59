"""The page of numbers: `GET /metrics`, on a port of its own."""

from __future__ import annotations

import logging
import os

from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import CollectorRegistry

from bot.settings import SettingsFaults
from bot.watched.samples import Samples

log = logging.getLogger(__name__)


async def open_page(host: str, port: int, registry: CollectorRegistry, samples: Samples) -> web.AppRunner:
    """The page, open; `cleanup` closes it. SettingsFaults where the port cannot be had."""

    async def metrics(request: web.Request) -> web.Response:
        await samples.take()
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    application = web.Application()
    application.router.add_get("/metrics", metrics)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as trouble:
        await runner.cleanup()
        reason = os.strerror(trouble.errno) if trouble.errno else type(trouble).__name__
        raise SettingsFaults(
            [f"SSAT_METRICS_PORT: {port} cannot be used ({reason}): choose another"]
        ) from None
    log.info("numbers on %s:%s/metrics", host, runner.addresses[0][1])
    return runner
