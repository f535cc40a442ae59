"""A program of the benchmark: a process on a core of its own, and what it costs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.cli.local.emulator import free_port, stop

_START_SECONDS = 30


class Program:
    """Runs a module that listens on PORT; `core` pins it where the system can."""

    def __init__(
        self, module: Sequence[str], core: int | None, environment: Mapping[str, str], log: Path
    ) -> None:
        self.port = free_port()
        started = time.perf_counter()
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", *module],
                env={**os.environ, **environment, "HOST": "127.0.0.1", "PORT": str(self.port)},
                stdout=output,
                stderr=output,
            )
        self._log = log
        pin(core, self._process.pid)
        self._wait()
        self.start_seconds = time.perf_counter() - started

    def stop(self) -> None:
        """End it."""
        stop(self._process)

    def cpu_seconds(self) -> float:
        """What it has used so far."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """What it holds now."""
        lines = self._proc("status").splitlines()
        kilobytes = next(line for line in lines if line.startswith("VmRSS")).split()[1]
        return int(kilobytes) / 1024

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self._process.pid}/{name}").read_text(encoding="utf-8")

    def _wait(self) -> None:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.01)
            else:
                return
        self.stop()
        raise RuntimeError(f"it does not listen: {self._log.read_text(encoding='utf-8')[-1000:]}")


def pin(core: int | None, process: int = 0) -> None:
    """Keep a process (0: this one) on one core, where the system can."""
    if core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process, {core})


def cores() -> tuple[int | None, int | None]:
    """One for the bot, and another for all else; None where there are not two."""
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return (usable[0], usable[1]) if len(usable) > 1 else (None, None)
