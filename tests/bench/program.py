"""A program of the benchmark: a process on a core of its own, and what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.cli.local.emulator import free_port, stop

_START_SECONDS = 60


class Program:
    """Runs a module that listens on PORT; `core` pins it where the system can. `ready` is the path that
    answers 200 once it serves, where there is one."""

    def __init__(
        self,
        module: Sequence[str],
        core: int | None,
        environment: Mapping[str, str],
        log: Path,
        *,
        python: str = sys.executable,
        ready: str = "",
    ) -> None:
        self.port = free_port()
        started = time.perf_counter()
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [python, "-W", "ignore", "-m", *module],
                env={**os.environ, **environment, "HOST": "127.0.0.1", "PORT": str(self.port)},
                stdout=output,
                stderr=output,
            )
        self._log = log
        self._ready = ready
        pin(core, self._process.pid)
        self._wait()
        self.start_seconds = time.perf_counter() - started
        self.start_mb = self.memory_mb()

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
            if self._serves():
                return
            time.sleep(0.01)
        self.stop()
        raise RuntimeError(f"it does not listen: {self._log.read_text(encoding='utf-8')[-1000:]}")

    def _serves(self) -> bool:
        """True once it answers at all, and with 200 where it has a path that says so."""
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self._ready or '/'}", timeout=1).close()
        except urllib.error.HTTPError:
            return not self._ready
        except OSError:
            return False
        return True


def pin(core: int | None, process: int = 0) -> None:
    """Keep a process (0: this one) on one core, where the system can."""
    if core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process, {core})


def cores() -> tuple[int | None, int | None]:
    """One for the bot, and another for all else; None where there are not two."""
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return (usable[0], usable[1]) if len(usable) > 1 else (None, None)
