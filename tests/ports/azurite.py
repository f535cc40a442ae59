"""Runs Azurite, the emulator of Azure Storage, for as long as the tests run."""

from __future__ import annotations

import base64
import itertools
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.store.azure.calls import Limits
from bot.store.azure.store import AzureTablesStore
from tests.needs import lacks

_PROGRAM = Path(__file__).parents[1] / "node/node_modules/azurite/dist/src/table/main.js"
_KEY = base64.b64encode(b"not a secret").decode()
_START_SECONDS = 20
_ACCOUNTS = [f"tests{number}" for number in range(50)]
"""Each with tables of its own, whatever the others hold."""
_PATIENT = Limits(request=30.0, call=90.0, start=90.0)
"""For tests that say nothing about limits. Many calls at once stand in line before one Azurite while all
their clocks run: on a busy machine the last ones wait longer than a turn may."""


@dataclass
class Azurite:
    """Where it listens, an account, and names for tables that no other test uses."""

    port: int
    account: str = _ACCOUNTS[0]
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def connection_string(self, port: int | None = None) -> str:
        """For Azurite itself, or for a proxy in front of it."""
        place = f"http://127.0.0.1:{port or self.port}/{self.account}"
        named = f"AccountName={self.account};AccountKey={_KEY}"
        return f"DefaultEndpointsProtocol=http;{named};TableEndpoint={place}"

    def new_prefix(self) -> str:
        return f"t{next(self._numbers)}"

    async def opened(self, prefix: str, port: int | None = None) -> AzureTablesStore:
        """A patient store on it, or through a proxy in front of it."""
        place = self.connection_string(port)
        store = AzureTablesStore.from_connection_string(place, prefix=prefix, limits=_PATIENT)
        await store.open()
        return store


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Azurite]]:
    """One for all, with an account for each that asks; `tests/conftest.py` names it."""
    try:
        with running_azurite(tmp_path_factory.mktemp("azurite")) as running:
            yield (Azurite(running.port, account) for account in _ACCOUNTS)
    except FileNotFoundError as missing:
        lacks(str(missing))


@pytest.fixture(scope="session")
def azurite(emulator: Iterator[Azurite]) -> Azurite:
    """An account for the tests of whoever imports this."""
    return next(emulator)


@contextmanager
def running_azurite(folder: Path) -> Iterator[Azurite]:
    """Azurite, which keeps all in memory; what it says goes into a folder. FileNotFoundError where it is not
    installed."""
    node = shutil.which("node")
    if node is None or not _PROGRAM.exists():
        raise FileNotFoundError("Azurite is missing: `make setup` with Node on the path gets it")
    port = _free_port()
    # On a disk it would write everything anew every few seconds.
    place = ["--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", str(port)]
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            [node, str(_PROGRAM), "--silent", "--disableTelemetry", "--skipApiVersionCheck", *place],
            cwd=folder,
            env={**os.environ, "AZURITE_ACCOUNTS": ";".join(f"{one}:{_KEY}" for one in _ACCOUNTS)},
            stdout=output,
            stderr=output,
        )
    try:
        _wait_for(port, process, folder / "output")
        yield Azurite(port)
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes], output: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"Azurite did not start: {output.read_text()}")
