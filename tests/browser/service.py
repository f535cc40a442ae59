"""A bot as a process of its own, which can be killed and started again on the same store."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.cli.local.emulator import free_port, stop

_ROOT = Path(__file__).parents[2]
_START_SECONDS = 30


class Service:
    """`module` is run with its arguments: the bot itself, or a stand-in for it. It listens on PORT."""

    def __init__(self, module: Sequence[str], environment: Mapping[str, str], output: Path) -> None:
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}/api/messages"
        self._command = [sys.executable, "-m", *module]
        self._environment = {**os.environ, "HOST": "127.0.0.1", **environment, "PORT": str(self.port)}
        self._output = output
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens; AssertionError with what it said where it does not."""
        with self._output.open("ab") as output:
            self._process = subprocess.Popen(
                self._command, cwd=_ROOT, env=self._environment, stdout=output, stderr=output
            )
        end = time.monotonic() + _START_SECONDS
        while not self._listens():
            assert self._process.poll() is None, f"the bot ended: {self.said()}"
            assert time.monotonic() < end, f"the bot does not listen: {self.said()}"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a crash would: nothing is finished or saved."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None:
            stop(self._process)

    def said(self) -> str:
        """Everything it wrote to its outputs."""
        return self._output.read_text(encoding="utf-8", errors="replace")

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True
